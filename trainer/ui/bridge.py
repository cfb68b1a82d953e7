"""The ports of the screens: what the window asks of the application, as protocols. `app.py` makes the real ones.

Everything runs on the GUI thread: an implementation takes facts from other threads through its own inbox and calls the
watchers here on the GUI thread only. Nothing here blocks for more than a few milliseconds, and nothing raises: what
cannot be done is told as an `Outcome` with a code the screens have words for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol, TypeVar

from trainer.settings import Language, Settings
from trainer.ui.bridge_packs import PackCard as PackCard
from trainer.ui.bridge_packs import PackPort
from trainer.ui.outcome import Outcome as Outcome

if TYPE_CHECKING:
    from trainer.practice.share import Choices, OwnWords, SharePage
    from trainer.script import Heading, Scene
    from trainer.session.view import AfterView, FactView, VisitView
    from trainer.speech import DeviceInfo, MicrophoneState, SpeechModelInfo, VoiceInfo
    from trainer.ways import Way

T = TypeVar("T")
PATHS: tuple[str, ...] = ("home", "outdoors", "errands", "belonging", "english", "help", "work")
"""The seven paths of the map, as keys; a scene of any other pack stands on "other", shown in the list."""

Stone = Literal["not-yet", "been", "stopped-here", "small-today"]
"""How a scene stands on the map."""

ExpectationMet = Literal["no", "partly", "yes", ""]
"""Did what was expected happen? Empty when not answered."""

LockState = Literal["none", "closed", "open"]
"""Whether what is kept has a lock, and whether it is open in this program."""

StepSize = Literal["small", "middle", "large", "none"]

Stop = Callable[[], None]
"""Call it to watch no longer."""


@dataclass(frozen=True, slots=True)
class SceneCard:
    """A scene on the map and in the list. `stopped_at` is the label of the moment where the last visit was left."""

    heading: Heading
    path: str
    stone: Stone = "not-yet"
    stopped_at: str = ""
    quiet: bool = False
    """True when nothing needs to be said in it."""
    lately: int = 0
    """1 for the scene of the latest visit, 2 for the one before it, and so on; 0: not lately."""

    @property
    def address(self) -> str:
        """`pack/scene`."""
        return f"{self.heading.pack}/{self.heading.id}"


@dataclass(frozen=True, slots=True)
class Before:
    """What a visit starts with: the dials, the way of answering, and two things that may stay empty."""

    scene: str
    way: Way = "choose"
    dials: Mapping[str, int] = field(default_factory=dict)
    tension: int | None = None
    expected: str = ""
    show_first: bool = False
    swapped: bool = False
    """True to sit in the partner's seat and say the partner's lines."""
    come_back: bool = False
    """True to go on where the last visit of that scene was left, with its seats and dials."""


@dataclass(frozen=True, slots=True)
class AfterAnswers:
    """What the trainee said afterwards; each part may stay empty."""

    tension: int | None = None
    expectation_met: ExpectationMet = ""
    step: StepSize | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    """Answers to the scene's own questions, by question."""


@dataclass(frozen=True, slots=True)
class VisitEntry:
    """One visit in the journal. `when` is the local day and time as ISO 8601 (`2026-11-22T19:30`)."""

    id: str
    scene: str
    title: str
    path: str
    when: str
    expected: str = ""
    expectation_met: ExpectationMet = ""
    tension_before: int | None = None
    tension_after: int | None = None
    aloud: int = 0
    """Lines said aloud: read, or spoken freely."""


@dataclass(frozen=True, slots=True)
class Kept:
    """How much is kept, for the settings page."""

    visits: int = 0
    tension_pairs: int = 0
    expectations: int = 0
    words: int = 0
    folder: str = ""


@dataclass(frozen=True, slots=True)
class Level:
    """Microphone level for the meter, all 0..1: `enough` is where speech begins to be heard, `room` the room's noise.

    `state` and `device` are what the microphone last told, "" while it has told nothing.
    """

    now: float = 0.0
    enough: float = 0.3
    room: float = 0.0
    state: MicrophoneState | Literal[""] = ""
    device: str = ""


TrialVerdict = Literal["", "good", "nothing", "muted", "faint", "loud", "noisy"]
"""How a trial recording was: speech missing, zeros only, too soft, cut off at full scale, hardly above the room."""


@dataclass(frozen=True, slots=True)
class MicrophoneTrial:
    """A few seconds spoken into the microphone: how far it is, and in the end how it was and which words were heard."""

    done: bool = False
    share: float = 0.0
    verdict: TrialVerdict = ""
    words: str = ""


class Visit(Protocol):
    """A practice in progress: snapshots out, wishes in. A wish that makes no sense now is quietly ignored."""

    @property
    def view(self) -> VisitView:
        """The latest snapshot."""

    def watch(self, call: Callable[[VisitView], None]) -> Stop:
        """Call back on every new snapshot."""

    def watch_mouth(self, call: Callable[[float], None]) -> Stop:
        """Call back with the mouth's opening, 0..1, at about 30 Hz while somebody speaks."""

    def watch_level(self, call: Callable[[Level], None]) -> Stop:
        """Call back with the microphone level while the trainee is listened to."""

    def begin(self) -> None:
        """The screen is there: the scene may begin."""

    def pick(self, reply: str, words: str = "") -> None:
        """Give that reply, with those words if any were chosen."""

    def say_text(self, text: str) -> None:
        """Answer in own words."""

    def done(self) -> None:
        """The trainee is done: close the turn with what was heard."""

    def press(self, down: bool) -> None:
        """The push-to-talk button went down or up."""

    def help(self) -> None:
        """The trainee does not know what to say: the next hint."""

    def repeat(self, slower: bool = False) -> None:
        """Hear the partner's line again."""

    def set_way(self, way: Way) -> None:
        """Another way of answering from now on."""

    def set_dial(self, name: str, value: int) -> None:
        """Move a dial."""

    def breathe(self) -> None:
        """Take a breath: everything waits."""

    def breathe_end(self) -> None:
        """Back from the breath."""

    def leave(self) -> None:
        """Leave, kindly; asked again while the goodbye is said, the scene closes at once."""

    def say_for_me(self, reply: str = "", words: str = "") -> None:
        """The program says that reply aloud, then it counts; without a reply it takes the first one."""

    def neither(self) -> None:
        """Neither of the two was meant."""

    def go_on(self) -> None:
        """Listening only: let the scene take its next turn."""

    def stay_quiet(self) -> None:
        """Quiet is an answer too: the scene meets its next silence now, without waiting for it."""

    def mute(self, muted: bool) -> None:
        """Silence everything at once, or let it sound again."""

    def close(self) -> None:
        """The screen is gone: end quietly; nothing is lost."""


class SettingsPort(Protocol):
    """Reading and changing the trainee's settings."""

    def settings(self) -> Settings:
        """The settings now."""

    def set_settings(self, settings: Settings) -> Outcome:
        """Keep these; they hold at once, also when they could not be kept."""


class ShelfPort(Protocol):
    """Scenes to choose from."""

    def reads_long(self) -> bool:
        """Would reading all of it hold up the first picture? Then the map is asked for first, the rest beside it."""

    def scenes(self, on_map: bool = False) -> Sequence[SceneCard]:
        """Every scene there is in the practice language (thousands are possible), or at once those on the map."""

    def small_today(self, on_map: bool = False) -> Sequence[SceneCard]:
        """A few gentle suggestions, in the order to offer them; `on_map` when the rest is not read yet."""

    def scene(self, address: str) -> Scene | None:
        """The whole scene for its preview, in the practice language; None when it cannot be read."""


class VisitPort(Protocol):
    """Starting and ending visits."""

    def get_ready(self, before: Before) -> None:
        """The trainee looks at that scene: its first words may be rendered meanwhile. Returns at once."""

    def begin_visit(self, before: Before) -> Visit | None:
        """A visit to that scene, not yet begun; None when the scene cannot be read."""

    def after(self, visit: Visit) -> AfterView:
        """What happened in a visit that has ended."""

    def keep_after(self, visit: str, answers: AfterAnswers) -> Outcome:
        """Keep what was answered afterwards."""


class SoundPort(Protocol):
    """Voices, microphones and speech models."""

    def voices(self) -> Sequence[VoiceInfo]:
        """Voices that can be chosen for the practice language."""

    def hear_sample(self, text: str) -> None:
        """Say a sentence with the chosen voice."""

    def microphones(self) -> Sequence[DeviceInfo]:
        """Microphones that can be chosen."""

    def check_microphone(self, call: Callable[[Level], None]) -> Stop:
        """Report the level until stopped; nothing is recognised or kept."""

    def speakers(self) -> Sequence[DeviceInfo]:
        """Loudspeakers that can be chosen."""

    def try_microphone(self, sentence: str, call: Callable[[MicrophoneTrial], None]) -> Stop:
        """Listen for a few seconds to somebody who reads `sentence`; the sound stays in memory until stopped."""

    def hear_back(self) -> None:
        """Play what was recorded in the last trial, if it was not stopped yet."""

    def speech_models(self) -> Sequence[SpeechModelInfo]:
        """Speech models that are installed or can be."""

    def install_model(self, model: str, progress: Callable[[SpeechModelInfo, float], None]) -> Outcome:
        """Start downloading a model; progress (0..1) is reported until it is ready or broken."""

    def pause_model(self, model: str) -> None:
        """Stop a download; what has arrived is kept, and installing goes on from there."""

    def remove_model(self, model: str) -> Outcome:
        """Remove an installed model and what was downloaded of it."""

    def install_model_file(self, path: str, call: Callable[[Outcome], None]) -> None:
        """Install a model from a file in the background."""


class RecordsPort(Protocol):
    """What is kept about the trainee, on this computer."""

    def visits(self) -> Sequence[VisitEntry]:
        """Every visit, oldest first, quickly (tens of thousands are possible)."""

    def visit_facts(self, visit: str) -> tuple[FactView, ...]:
        """What happened in that visit, in the order in which to tell it."""

    def kept(self) -> Kept:
        """How much is kept."""

    def troubles(self) -> Sequence[Outcome]:
        """What went otherwise when the program began (a damaged record, a read-only folder), to say once."""

    def records_text(self) -> str:
        """Everything kept, in plain words, exactly as an export would write it."""

    def export_records(self, path: str) -> Outcome:
        """Write that exact text to a file."""

    def erase_visit(self, visit: str) -> Outcome:
        """Erase one visit."""

    def erase_scene(self, scene: str) -> Outcome:
        """Erase everything about one scene (`pack/scene`)."""

    def erase_between(self, first: str, last: str = "") -> Outcome:
        """Erase the local days from `first` to `last` (`2026-11-22`), both with them; "" for no end."""

    def erase_all(self) -> Outcome:
        """Erase everything kept about the trainee, at once."""


class KeepingPort(Protocol):
    """The lock on what is kept, its backup, and the page to show somebody."""

    def lock_state(self) -> LockState:
        """Whether there is a lock, and whether it is open here."""

    def lock_wait(self) -> float:
        """Seconds until the next passphrase is tried."""

    def set_lock(self, passphrase: str) -> Outcome:
        """Lock everything kept. There is no way round a forgotten passphrase: say so before."""

    def open_lock(self, passphrase: str) -> Outcome:
        """Open it here."""

    def close_lock(self) -> None:
        """Close it now."""

    def change_lock(self, old: str, new: str) -> Outcome:
        """Another passphrase from now on."""

    def remove_lock(self, passphrase: str) -> Outcome:
        """Take the lock away."""

    def backup_records(self, path: str) -> Outcome:
        """Everything kept into one file; sealed when there is a lock."""

    def restore_records(self, path: str) -> Outcome:
        """Put a backup in the place of what is kept now; a damaged one changes nothing."""

    def page_words(self) -> Sequence[OwnWords]:
        """Own words that can be ticked for the page, one by one."""

    def share_page(self, choices: Choices) -> SharePage:
        """Exactly what the page will hold."""

    def write_page(self, path: str, content: bytes) -> Outcome:
        """Write a page made by the screens (a PDF)."""

    def write_page_csv(self, path: str, choices: Choices) -> Outcome:
        """The same content as a table."""

    def gentler_offer(self, scene: str, stands: Mapping[str, int] | None = None) -> dict[str, str | int] | None:
        """After tension rose twice running: {"dial", "now", "to"} to offer on the preview, once; else None."""


class Desk(SettingsPort, ShelfPort, PackPort, VisitPort, SoundPort, RecordsPort, KeepingPort, Protocol):
    """Everything the window asks of the application."""

    def later(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Slow work beside the screen; `done` gets its answer on the GUI thread."""

    def help_text(self) -> str:
        """What works on this computer as one block of text without personal content. Slow: ask for it with `later`."""

    def quiet(self, silent: bool) -> None:
        """Quick hide: silence everything at once, or let it sound again."""

    def open_editor(self, address: str = "") -> bool:
        """Open the facilitator's editor; False when there is none."""

    def reading(self, text: str) -> Sequence[tuple[str, str]]:
        """Furigana: pieces of a Japanese text with their readings ("" where none is needed)."""

    def screen_language(self) -> Language:
        """The language of the screens."""

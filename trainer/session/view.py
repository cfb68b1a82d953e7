"""What a screen sees of a visit: plain, immutable snapshots. No Qt, no program sentences (codes and pack text only)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from trainer.script import GENTLEST_IS_MOST, AfterQuestion, Person, RealSteps, Scene
from trainer.speech import Way

Phase = Literal["waiting", "speaking", "listening", "breathing", "ended"]

UNSEEN_SETTINGS: frozenset[str] = frozenset({"door", "chat"})
"""Settings in which nobody stands before the trainee: a closed door, a page of written messages."""
TELLERS: frozenset[str] = frozenset({"VOICE", "NARRATOR", "SIGN", "MACHINE"})
"""Keys of a person who only tells what is there (`person VOICE: ...`), a sign or a machine: they are never drawn."""


def is_seen(scene: Scene) -> bool:
    """Whether the partner is drawn: not behind a closed door, not in written messages, not when a voice only tells."""
    return scene.setting not in UNSEEN_SETTINGS and bool(drawn_people(scene))


def drawn_people(scene: Scene) -> tuple[Person, ...]:
    """Those of a scene who have a body, in the sheet's order; the first is the partner whom the trainee chose."""
    return tuple(person for person in scene.persons if person.key.upper() not in TELLERS)


def partner_of(scene: Scene) -> str:
    """The name of the partner: the first who has a body, else the first there is; "" in a scene without anybody."""
    return next((person.name for person in (*drawn_people(scene), *scene.persons)), "")


@dataclass(frozen=True, slots=True)
class CaptionLine:
    """A line being said. `speaker` is a person's key or "you" (said for the trainee); `name` is what is shown."""

    speaker: str
    name: str
    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class SpokenRange:
    """The word sounding now: characters [first, last) of caption line `line` (an index)."""

    line: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class ReplyView:
    """A reply that can be given now: its id, what is shown, ways to say it (slots filled in), or a gesture.

    `on_purpose` marks "try the other thing and see": offered apart from the rest.
    """

    id: str
    label: str
    words: tuple[str, ...] = ()
    gesture: bool = False
    on_purpose: bool = False


@dataclass(frozen=True, slots=True)
class DialView:
    """A dial of the scene and where it stands."""

    name: str
    value: int
    low: int
    high: int

    @property
    def gentlest(self) -> int:
        """The gentlest value there is."""
        return self.high if self.name in GENTLEST_IS_MOST else self.low


@dataclass(frozen=True, slots=True)
class Asked:
    """Two replies were possible ("did you mean ... or ...?"): their ids with what is shown for them."""

    best: str
    best_label: str
    second: str
    second_label: str


@dataclass(frozen=True, slots=True)
class NoticeView:
    """Something worth knowing, as a code of the conversation or the world (`microphone-lost`, `voice-unavailable`)."""

    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class PersonView:
    """Somebody who is there: the key lines are spoken under, and the name shown."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class VisitView:
    """Everything the practice screen shows at one instant.

    `scene` is `pack/scene`; `step` is the number of moments met so far (1-based) of about `steps`. `captions` are the
    partner's latest lines. `heard` is the partial text so far, `understood` the label of what was understood last,
    `understood_words` the words it was understood from. `hint_level` 0 means no hint is shown. `dials` in the sheet's
    order. `ended` is "" until the scene is over. `seen`: the partner is drawn. `quiet`: staying quiet is an answer now.
    `people`: all who have a body, the partner first.
    """

    scene: str = ""
    title: str = ""
    language: str = ""
    setting: str = "shop"
    partner: str = ""
    partner_name: str = ""
    moment: str = ""
    moment_label: str = ""
    step: int = 1
    steps: int = 1
    turn: int = 0
    phase: Phase = "waiting"
    way: Way = "choose"
    captions: tuple[CaptionLine, ...] = ()
    spoken: SpokenRange | None = None
    narration: tuple[str, ...] = ()
    replies: tuple[ReplyView, ...] = ()
    hint_level: int = 0
    hint: str = ""
    asked: Asked | None = None
    heard: str = ""
    understood: str = ""
    understood_words: str = ""
    notices: tuple[NoticeView, ...] = ()
    dials: tuple[DialView, ...] = ()
    muted: bool = False
    ended: Literal["", "finished", "left"] = ""
    seen: bool = True
    quiet: bool = False
    people: tuple[PersonView, ...] = ()


@dataclass(frozen=True, slots=True)
class FactView:
    """A plain fact of a visit as a code with how often it happened (`answered-choose` 3, `asked-again` 1).

    `detail` is pack text that belongs to it (a goal, a moment), never a program sentence.
    """

    code: str
    count: int = 1
    detail: str = ""


@dataclass(frozen=True, slots=True)
class AfterView:
    """What the page after a visit shows. `strength` and `idea` may be absent; `kept` are codes of what was kept.

    `expected` is the trainee's own sentence from before; `tension_before`/`tension_after` are 0-10 or None.
    `questions` are the scene's own, with `goals` to pick from; `keeps_words` tells whether own words are kept.
    """

    visit: str = ""
    scene: str = ""
    title: str = ""
    moment_label: str = ""
    partner_name: str = ""
    ended: Literal["finished", "left"] = "finished"
    facts: tuple[FactView, ...] = ()
    strength: FactView | None = None
    idea: FactView | None = None
    expected: str = ""
    tension_before: int | None = None
    tension_after: int | None = None
    closing: tuple[str, ...] = ()
    steps: RealSteps = RealSteps()
    kept: tuple[str, ...] = ()
    questions: tuple[AfterQuestion, ...] = ()
    goals: tuple[str, ...] = ()
    keeps_words: bool = False

"""The application as the screens see it, for tests and pictures: everything in memory, nothing happens by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from tests.helpers.scripted_keeping import ScriptedKeeping
from tests.helpers.scripted_packs import ScriptedPacks
from tests.helpers.scripted_visit import ScriptedVisit
from tests.helpers.small_scene import SCENES, cards
from trainer.script import Scene
from trainer.session.view import AfterView, FactView
from trainer.settings import Language, Settings
from trainer.speech import DeviceInfo, SpeechModelInfo, VoiceInfo
from trainer.ui.bridge import (
    AfterAnswers,
    Before,
    Kept,
    Level,
    MicrophoneTrial,
    Outcome,
    SceneCard,
    Stop,
    Visit,
    VisitEntry,
)

_READINGS = {"弁当": "べんとう", "温": "あたた", "願": "ねが", "大丈夫": "だいじょうぶ", "一度": "いちど", "越": "こ"}

T = TypeVar("T")


class ScriptedDesk(ScriptedPacks, ScriptedKeeping):
    """Keeps what was asked of it in `asked`."""

    def __init__(self, settings: Settings | None = None, more_scenes: int = 0) -> None:
        ScriptedPacks.__init__(self)
        ScriptedKeeping.__init__(self)
        self._settings = settings or Settings()
        self.more_scenes = more_scenes
        self.asked: list[tuple[object, ...]] = []
        self.visit: ScriptedVisit | None = None
        self.entries = list(_entries())
        self.trial_calls: list[Callable[[MicrophoneTrial], None]] = []
        self.level_calls: list[Callable[[Level], None]] = []
        self.trouble: list[Outcome] = []
        self.settings_kept = Outcome()
        self.hold = False
        """True keeps slow work in `held` until a test does it."""
        self.held: list[Callable[[], None]] = []

    def settings(self) -> Settings:
        return self._settings

    def set_settings(self, settings: Settings) -> Outcome:
        self._settings = settings
        return self.settings_kept

    def screen_language(self) -> Language:
        return self._settings.screen_language

    def scenes(self, on_map: bool = False) -> Sequence[SceneCard]:
        return cards(self._settings.practice_language, 0 if on_map else self.more_scenes)

    def reads_long(self) -> bool:
        return False

    def small_today(self, on_map: bool = False) -> Sequence[SceneCard]:
        found = [card for card in self.scenes() if card.heading.id in ("park", "tray", "first-knock")]
        return sorted(found, key=lambda card: card.heading.id != "park")

    def scene(self, address: str) -> Scene | None:
        return None if address.endswith("/broken") else SCENES[self._settings.practice_language]

    def get_ready(self, before: Before) -> None:
        self.asked.append(("get_ready", before))

    def begin_visit(self, before: Before) -> Visit | None:
        scene = self.scene(before.scene)
        if scene is None:
            return None
        self.asked.append(("begin_visit", before))
        self.before = before
        self.visit = ScriptedVisit(scene, before)
        return self.visit

    def after(self, visit: Visit) -> AfterView:
        scene = SCENES[self._settings.practice_language]
        before = getattr(self, "before", Before(""))
        view = visit.view
        return AfterView(
            visit="v1",
            scene=view.scene,
            title=scene.title,
            moment_label=view.moment_label,
            partner_name=view.partner_name,
            ended=view.ended or "finished",
            facts=(
                FactView("answered-choose", 3),
                FactView("answered-type", 1),
                FactView("asked-again", 1),
                FactView("stayed-quiet", 1),
                FactView("finished"),
            ),
            strength=FactView("asked-again"),
            idea=FactView("dial-queue"),
            expected=before.expected,
            tension_before=before.tension,
            closing=scene.closing,
            steps=scene.steps_outside,
            kept=("facts", "tension", "expected"),
            questions=scene.after,
            goals=tuple(goal.text for goal in scene.goals),
            keeps_words=self._settings.keep_words,
        )

    def keep_after(self, visit: str, answers: AfterAnswers) -> Outcome:
        self.asked.append(("keep_after", visit, answers))
        return Outcome()

    def voices(self) -> Sequence[VoiceInfo]:
        return (
            VoiceInfo("en-a", "English, lower", "en", "espeak"),
            VoiceInfo("mei", "Mei", "ja", "openjtalk", "female", "Mei (CC BY 3.0)"),
        )

    def hear_sample(self, text: str) -> None:
        self.asked.append(("hear_sample", text))

    def microphones(self) -> Sequence[DeviceInfo]:
        return (DeviceInfo("built-in", "Built-in microphone", True), DeviceInfo("usb", "USB headset"))

    def check_microphone(self, call: Callable[[Level], None]) -> Stop:
        self.asked.append(("check_microphone",))
        self.level_calls.append(call)
        call(Level(0.46, 0.22, 0.12, "ready", "Built-in microphone"))
        return lambda: self.level_calls.remove(call)

    def speech_models(self) -> Sequence[SpeechModelInfo]:
        return (
            SpeechModelInfo("en-small", "en", "vosk", "ready", 41_205_931, "Apache-2.0"),
            SpeechModelInfo("ja-small", "ja", "vosk", "absent", 49_704_573, "Apache-2.0"),
        )

    def speakers(self) -> Sequence[DeviceInfo]:
        return (DeviceInfo("speakers", "Speakers", True), DeviceInfo("usb", "USB headset"))

    def try_microphone(self, sentence: str, call: Callable[[MicrophoneTrial], None]) -> Stop:
        self.asked.append(("try_microphone", sentence))
        self.trial_calls.append(call)
        return lambda: self.trial_calls.remove(call)

    def hear_back(self) -> None:
        self.asked.append(("hear_back",))

    def install_model(self, model: str, progress: Callable[[SpeechModelInfo, float], None]) -> Outcome:
        self.asked.append(("install_model", model))
        progress(SpeechModelInfo(model, "ja", "vosk", "downloading", 49_704_573, "Apache-2.0"), 0.4)
        return Outcome()

    def pause_model(self, model: str) -> None:
        self.asked.append(("pause_model", model))

    def remove_model(self, model: str) -> Outcome:
        self.asked.append(("remove_model", model))
        return Outcome()

    def install_model_file(self, path: str, call: Callable[[Outcome], None]) -> None:
        self.asked.append(("install_model_file", path))
        call(Outcome())

    def visits(self) -> Sequence[VisitEntry]:
        return tuple(self.entries)

    def visit_facts(self, visit: str) -> tuple[FactView, ...]:
        return (FactView("answered-choose", 3), FactView("asked-again", 1), FactView("stayed-quiet", 1))

    def kept(self) -> Kept:
        pairs = sum(entry.tension_before is not None for entry in self.entries)
        return Kept(len(self.entries), pairs, sum(bool(entry.expected) for entry in self.entries), 0, "~/engawa")

    def troubles(self) -> Sequence[Outcome]:
        return self.trouble

    def records_text(self) -> str:
        return "\n".join(f"{entry.when}  {entry.title}" for entry in self.entries)

    def export_records(self, path: str) -> Outcome:
        self.asked.append(("export", path))
        return Outcome()

    def erase_visit(self, visit: str) -> Outcome:
        self.entries = [entry for entry in self.entries if entry.id != visit]
        return Outcome()

    def erase_all(self) -> Outcome:
        self.entries.clear()
        self.asked.append(("erase_all",))
        return Outcome()

    def later(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        def job() -> None:
            done(work())

        if self.hold:
            self.held.append(job)
        else:
            job()

    def help_text(self) -> str:
        return "[ok ] Versions: Engawa\n[ - ] Microphone: none found"

    def quiet(self, silent: bool) -> None:
        self.asked.append(("quiet", silent))

    def open_editor(self, address: str = "") -> bool:
        self.asked.append(("open_editor", address))
        return True

    def reading(self, text: str) -> Sequence[tuple[str, str]]:
        pieces: list[tuple[str, str]] = []
        at = 0
        while at < len(text):
            key = next((key for key in _READINGS if text.startswith(key, at)), "")
            if key:
                pieces.append((key, _READINGS[key]))
                at += len(key)
            else:
                pieces.append((text[at], ""))
                at += 1
        return pieces


def desk(language: Language = "en", more_scenes: int = 0, **settings: object) -> ScriptedDesk:
    """A desk whose screens and scenes speak that language."""
    base = Settings(started=True, screen_language=language, practice_language=language)
    return ScriptedDesk(replace(base, **settings), more_scenes)  # type: ignore[arg-type]


def _entries() -> Sequence[VisitEntry]:
    rows = (
        ("errands", "Shall I heat it?", "2026-11-03T15:10", 8, 7),
        ("outdoors", "The park, nobody near", "2026-11-03T16:40", None, None),
        ("home", "The tray", "2026-11-05T23:05", None, None),
        ("errands", "Shall I heat it?", "2026-11-08T14:00", 6, 7),
        ("home", "Good morning through the door", "2026-11-08T14:20", 3, 3),
        ("outdoors", "Park: someone nods", "2026-11-12T11:00", 5, 4),
        ("errands", "Shall I heat it?", "2026-11-13T03:12", 7, 5),
        ("help", "Phone the support centre", "2026-11-16T13:00", 9, 7),
        ("errands", "Shall I heat it?", "2026-11-19T18:30", 6, 6),
        ("errands", "Library desk", "2026-11-20T10:00", None, None),
        ("errands", "Shall I heat it?", "2026-11-22T19:30", 6, 4),
    )
    found = []
    for number, (path, title, when, before, after) in enumerate(rows):
        last = number == len(rows) - 1
        address = "engawa/shall-i-heat-it" if title.startswith("Shall") else f"engawa/{number}"
        found.append(
            VisitEntry(
                f"visit-{number}",
                address,
                title,
                path,
                when,
                "She will sigh if I am slow." if last else "",
                "no" if last else "",
                before,
                after,
                number % 4 * 3,
            )  # fmt: skip
        )
    return found

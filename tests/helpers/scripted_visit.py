"""A visit that follows a small script: the same interface as a real one, and nothing happens unless asked.

It is as strict as the real thing: a wish that makes no sense now changes nothing; `end_line()` stands for the voice
having finished.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tests.helpers.small_scene import SCENES
from trainer.script import Line, Moment, Reply, Scene
from trainer.session.view import (
    Asked,
    CaptionLine,
    DialView,
    NoticeView,
    PersonView,
    ReplyView,
    SpokenRange,
    VisitView,
    drawn_people,
    is_seen,
    partner_of,
)
from trainer.speech import WAYS, Way
from trainer.ui.bridge import Before, Level, Stop


class ScriptedVisit:
    """Plays a scene moment by moment. `wishes` keeps everything that was asked for."""

    def __init__(self, scene: Scene, before: Before | None = None) -> None:
        self.scene = scene
        before = before or Before("engawa/shall-i-heat-it")
        dials = tuple(
            DialView(dial.name, before.dials.get(dial.name, dial.gentlest), dial.low, dial.high) for dial in scene.dials
        )
        self._at = -1
        self._leaving = False
        self.wishes: list[tuple[object, ...]] = []
        self.closed = False
        self._watchers: list[Callable[[VisitView], None]] = []
        self._mouths: list[Callable[[float], None]] = []
        self._levels: list[Callable[[Level], None]] = []
        self._view = VisitView(
            scene=before.scene,
            title=scene.title,
            language=scene.language,
            setting=scene.setting,
            partner="clerk",
            partner_name=partner_of(scene),
            steps=len(scene.moments),
            way=before.way,
            dials=dials,
            seen=is_seen(scene),
            people=tuple(PersonView(one.key, one.name) for one in drawn_people(scene)),
        )

    # --- what a screen reads -------------------------------------------------------------------------------------

    @property
    def view(self) -> VisitView:
        return self._view

    def watch(self, call: Callable[[VisitView], None]) -> Stop:
        self._watchers.append(call)
        return lambda: self._watchers.remove(call)

    def watch_mouth(self, call: Callable[[float], None]) -> Stop:
        self._mouths.append(call)
        return lambda: self._mouths.remove(call)

    def watch_level(self, call: Callable[[Level], None]) -> Stop:
        self._levels.append(call)
        return lambda: self._levels.remove(call)

    # --- what tests do to it -------------------------------------------------------------------------------------

    def end_line(self) -> None:
        """The voice has finished."""
        if self._view.phase != "speaking":
            return
        if self._leaving or self._at >= len(self.scene.moments):
            self._show(phase="ended", ended="left" if self._leaving else "finished", spoken=None, replies=())
        else:
            moment = self.scene.moments[self._at]
            turn, quiet = self._view.turn + 1, bool(moment.silences)
            self._show(phase="listening", spoken=None, replies=_replies(moment), turn=turn, quiet=quiet)

    def say_word(self, first: int, last: int) -> None:
        """The voice has reached these characters of the newest line."""
        self._show(spoken=SpokenRange(len(self._view.captions) - 1, first, last))

    def hear(self, text: str) -> None:
        """That much was recognised so far."""
        self._show(heard=text)

    def notice(self, code: str, detail: str = "") -> None:
        """Something worth knowing happened."""
        self._show(notices=(*self._view.notices, NoticeView(code, detail)))

    def ask_which(self) -> None:
        """Two replies were possible."""
        best, second = self._view.replies[:2]
        self._show(asked=Asked(best.id, best.label, second.id, second.label), heard="yes no")

    def narrate(self, text: str) -> None:
        """Something is seen or heard."""
        self._show(narration=(*self._view.narration, text))

    def mouth(self, opening: float) -> None:
        """The mouth moves."""
        for call in list(self._mouths):
            call(opening)

    def level(self, level: Level) -> None:
        """The microphone reports."""
        for call in list(self._levels):
            call(level)

    def set(self, **changes: object) -> None:
        """Anything else a test wants to see."""
        self._show(**changes)

    # --- wishes --------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        self.wishes.append(("begin",))
        if self._view.phase == "waiting":
            self._enter(0)

    def pick(self, reply: str, words: str = "") -> None:
        self.wishes.append(("pick", reply, words))
        if self._view.phase == "listening" and reply in {item.id for item in self._view.replies}:
            self._answer(reply, words)

    def say_text(self, text: str) -> None:
        self.wishes.append(("say_text", text))
        if self._view.phase == "listening" and text.strip():
            self._answer(self._view.replies[0].id, text)

    def done(self) -> None:
        self.wishes.append(("done",))
        if self._view.phase == "listening" and self._view.heard:
            self._answer(self._view.replies[0].id, self._view.heard)

    def press(self, down: bool) -> None:
        self.wishes.append(("press", down))

    def help(self) -> None:
        self.wishes.append(("help",))
        if self._view.phase == "listening":
            hints = self.scene.moments[self._at].hints
            level = min(3, self._view.hint_level + 1)
            self._show(hint_level=level, hint=hints[level - 1])

    def repeat(self, slower: bool = False) -> None:
        self.wishes.append(("repeat", slower))
        if self._view.phase == "listening":
            self._show(phase="speaking")

    def set_way(self, way: Way) -> None:
        assert way in WAYS
        self.wishes.append(("way", way))
        self._show(way=way)

    def set_dial(self, name: str, value: int) -> None:
        self.wishes.append(("dial", name, value))
        self._show(
            dials=tuple(
                replace(dial, value=min(dial.high, max(dial.low, value))) if dial.name == name else dial
                for dial in self._view.dials
            )
        )

    def breathe(self) -> None:
        self.wishes.append(("breathe",))
        if self._view.phase in ("speaking", "listening"):
            self._before_breath = self._view.phase
            self._show(phase="breathing", spoken=None)

    def breathe_end(self) -> None:
        self.wishes.append(("breathe_end",))
        if self._view.phase == "breathing":
            self._show(phase=self._before_breath)

    def leave(self) -> None:
        self.wishes.append(("leave",))
        if self._view.phase in ("ended", "waiting"):
            self._show(phase="ended", ended=self._view.ended or "left")
        elif self._leaving:
            self._show(phase="ended", ended="left", replies=())
        else:
            self._leaving = True
            goodbye = "またいつでもどうぞ。" if self.scene.language == "ja" else "Come again any time."
            self._say(goodbye)

    def say_for_me(self, reply: str = "", words: str = "") -> None:
        self.wishes.append(("say_for_me", reply, words))
        if self._view.phase == "listening" and self._view.replies:
            self._answer(reply or self._view.replies[0].id, words)

    def neither(self) -> None:
        self.wishes.append(("neither",))
        self._show(asked=None, heard="")

    def go_on(self) -> None:
        self.wishes.append(("go_on",))
        if self._view.phase == "listening" and self._view.way == "listen":
            self._answer(self._view.replies[0].id, "")

    def stay_quiet(self) -> None:
        self.wishes.append(("stay_quiet",))
        if self._view.phase == "listening" and self._view.quiet:
            self._enter(self._at + 1)

    def mute(self, muted: bool) -> None:
        self.wishes.append(("mute", muted))
        self._show(muted=muted)

    def close(self) -> None:
        self.closed = True

    # --- inside --------------------------------------------------------------------------------------------------

    def _answer(self, reply: str, words: str) -> None:
        label = next((item.label for item in self._view.replies if item.id == reply), "")
        self._show(understood=label, understood_words=words, asked=None, heard="", hint="", hint_level=0)
        self._enter(self._at + 1)

    def _enter(self, at: int) -> None:
        self._at = at
        if at >= len(self.scene.moments):
            self._show(phase="ended", ended="finished", replies=(), spoken=None)
            return
        moment = self.scene.moments[at]
        self._show(moment=moment.name, moment_label=moment.label, step=at + 1, replies=())
        lines = [step.wordings[0].text for step in moment.opening if isinstance(step, Line)]
        self._say(*lines)

    def _say(self, *lines: str) -> None:
        name = self._view.partner_name
        captions = tuple(CaptionLine("clerk", name, text, self.scene.language) for text in lines)
        self._show(phase="speaking", captions=captions, spoken=None, heard="")

    def _show(self, **changes: object) -> None:
        self._view = replace(self._view, **changes)  # type: ignore[arg-type]
        for call in list(self._watchers):
            call(self._view)


def _replies(moment: Moment) -> tuple[ReplyView, ...]:
    def view(reply: Reply) -> ReplyView:
        return ReplyView(reply.name, reply.label, reply.examples, reply.gesture, reply.on_purpose)

    return tuple(view(reply) for reply in moment.replies)


def scripted(language: str = "en", before: Before | None = None) -> ScriptedVisit:
    """A visit to the small scene in that language."""
    return ScriptedVisit(SCENES[language], before)

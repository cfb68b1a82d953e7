"""A practice in progress as the screens see it: wishes become events, the runner's snapshots go to the watchers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from trainer.app.qt_owner import Waker
from trainer.conversation.events import (
    BreathBegan,
    BreathEnded,
    DialTurned,
    HelpAsked,
    LeaveAsked,
    NeitherMeant,
    RepeatAsked,
    Replied,
    ReplyPicked,
    SilencePassed,
    WayChanged,
)
from trainer.script import Value
from trainer.session.ports import Ears, Voice
from trainer.session.runner import Runner
from trainer.session.view import ReplyView, VisitView
from trainer.session.viewing import silences_left
from trainer.speech import LevelHeard, Utterance, Way
from trainer.ui.bridge import Level, Stop
from trainer.understanding.interpretation import Interpreter

T = TypeVar("T")
QUIETEST, LOUDEST = -60.0, -10.0
"""Microphone levels in dBFS that stand for an empty and a full meter."""
ENOUGH = 0.3
"""Where on the meter speech begins to be heard (-45 dBFS: a quiet voice at a headset)."""


def meter(decibels: float) -> float:
    """A level in dBFS as a meter reading, 0..1."""
    return min(1.0, max(0.0, (decibels - QUIETEST) / (LOUDEST - QUIETEST)))


class LiveVisit:
    """Implements the screens' `Visit`; also the runner's `Screen`. GUI thread only."""

    def __init__(self, visit_id: str, address: str, interpreter: Interpreter, voice: Voice, ears: Ears) -> None:
        self.id = visit_id
        self.address = address
        self._interpreter = interpreter
        self._voice = voice
        self._ears = ears
        self._runner: Runner | None = None
        self._view = VisitView(scene=address)
        self._watchers: list[Callable[[VisitView], None]] = []
        self._mouths: list[Callable[[float], None]] = []
        self._levels: list[Callable[[Level], None]] = []
        self._muted = False
        self._wakers: list[Waker] = []

    def keep_alive(self, waker: Waker) -> None:
        """Hold on to what wakes the runner until the visit is closed; then it rests, and the visit can go."""
        self._wakers.append(waker)

    def attach(self, runner: Runner) -> None:
        """The runner behind this visit."""
        self._runner = runner
        self._view = runner.view

    @property
    def runner(self) -> Runner:
        """The runner behind this visit; it is attached before the screens see the visit."""
        if self._runner is None:
            raise RuntimeError("a visit without a runner was shown")
        return self._runner

    # --- the runner's screen ----------------------------------------------------------------------------------

    def changed(self, runner: Runner) -> None:
        """A new snapshot, if it differs."""
        view = replace(runner.view, muted=self._muted)
        if view != self._view:
            self._view = view
            for call in tuple(self._watchers):
                call(view)

    def mouth(self, opening: float) -> None:
        """The partner's mouth."""
        for call in tuple(self._mouths):
            call(opening)

    def level(self, level: LevelHeard) -> None:
        """The microphone's level."""
        reading = Level(meter(level.rms), ENOUGH)
        for call in tuple(self._levels):
            call(reading)

    # --- watching ---------------------------------------------------------------------------------------------

    @property
    def view(self) -> VisitView:
        """The latest snapshot."""
        return self._view

    def watch(self, call: Callable[[VisitView], None]) -> Stop:
        """Call back on every new snapshot."""
        return _watched(self._watchers, call)

    def watch_mouth(self, call: Callable[[float], None]) -> Stop:
        """Call back with the mouth's opening."""
        return _watched(self._mouths, call)

    def watch_level(self, call: Callable[[Level], None]) -> Stop:
        """Call back with the microphone level."""
        return _watched(self._levels, call)

    # --- wishes -----------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """The scene may begin."""
        self.runner.start()

    def pick(self, reply: str, words: str = "") -> None:
        """Give that reply."""
        self._pick(reply, words, self.runner.state.way)

    def _pick(self, reply: str, words: str, way: Way, said_for_me: bool = False) -> None:
        runner = self.runner
        asked = runner.state.asked or ()
        runner.wish(
            ReplyPicked(
                runner.state.turn,
                reply,
                way,
                words,
                self._details(words),
                said_for_me=said_for_me,
                confirms=reply in asked,
            ),
        )

    def _details(self, words: str) -> Mapping[str, Value]:
        expectation = self.runner.expectation
        if not words or expectation is None or not expectation.slots:
            return {}
        told = self._interpreter.interpret(Utterance(words, expectation.language, "choose"), expectation)
        return {name: found.value for name, found in told.slots.items() if not found.refused}

    def say_text(self, text: str) -> None:
        """Answer in own words."""
        runner = self.runner
        expectation = runner.expectation
        if not text.strip() or expectation is None:
            return
        told = self._interpreter.interpret(Utterance(text.strip(), expectation.language, "type"), expectation)
        runner.wish(Replied(runner.state.turn, told, "type"))

    def done(self) -> None:
        """Close the turn with what was heard."""
        self._ears.finish()

    def press(self, down: bool) -> None:
        """The push-to-talk button."""
        self._ears.press(down)

    def help(self) -> None:
        """The next hint."""
        self.runner.wish(HelpAsked(self.runner.state.turn))

    def repeat(self, slower: bool = False) -> None:
        """Hear the line again."""
        self.runner.wish(RepeatAsked(self.runner.state.turn, slower))

    def set_way(self, way: Way) -> None:
        """Another way of answering."""
        self.runner.wish(WayChanged(way))

    def set_dial(self, name: str, value: int) -> None:
        """Move a dial."""
        self.runner.wish(DialTurned(name, value))

    def breathe(self) -> None:
        """Everything waits."""
        self.runner.wish(BreathBegan())

    def breathe_end(self) -> None:
        """Back from the breath."""
        self.runner.wish(BreathEnded())

    def leave(self) -> None:
        """Leave, kindly."""
        self.runner.wish(LeaveAsked())

    def say_for_me(self, reply: str = "", words: str = "") -> None:
        """The program says it, then it counts."""
        offered = self._offered(reply)
        if offered is not None:
            spoken = words or (offered.words[0] if offered.words else "")
            self._pick(offered.id, spoken, self.runner.state.way, said_for_me=True)

    def _offered(self, reply: str) -> ReplyView | None:
        replies = self._view.replies
        if reply:
            return next((offered for offered in replies if offered.id == reply), None)
        plain = [offered for offered in replies if not offered.on_purpose]
        return next((offered for offered in plain if offered.words), plain[0] if plain else None)

    def neither(self) -> None:
        """Neither of the two."""
        self.runner.wish(NeitherMeant(self.runner.state.turn))

    def go_on(self) -> None:
        """Listening only: the scene takes its next turn, with the first reply said for the trainee."""
        offered = self._offered("")
        if offered is not None:
            self._pick(offered.id, offered.words[0] if offered.words else "", "listen", said_for_me=True)
        elif self.runner.state.phase == "listening":
            self.stay_quiet()

    def stay_quiet(self) -> None:
        """Quiet is an answer too: the scene's next silence, without waiting for it."""
        state = self.runner.state
        if state.phase != "listening":
            return
        left = silences_left(self.runner.scene, state)
        if left:
            self.runner.wish(SilencePassed(state.turn, min(left)))

    def mute(self, muted: bool) -> None:
        """Silence everything at once, or let it sound again; a muted visit also stops listening."""
        self._muted = muted
        self._voice.mute(muted)
        if muted:
            self._ears.stop()
            self.runner.wish(BreathBegan())
        else:
            self.runner.wish(BreathEnded())
        self.changed(self.runner)

    def close(self) -> None:
        """End quietly."""
        self._watchers.clear()
        self._mouths.clear()
        self._levels.clear()
        self.runner.close()
        while self._wakers:
            self._wakers.pop().rest()


def _watched(calls: list[T], call: T) -> Stop:
    calls.append(call)

    def stop() -> None:
        if call in calls:
            calls.remove(call)

    return stop

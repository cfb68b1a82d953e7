"""A step of the conversation while it is being worked out: the state so far, the effects and lines so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from trainer.conversation.conditions import holds
from trainer.conversation.effects import (
    Effect,
    End,
    FactKind,
    Keep,
    Listen,
    Narrate,
    Record,
    Say,
    ShowHint,
)
from trainer.conversation.state import State
from trainer.conversation.wording import fill, speak
from trainer.script import (
    AGAIN,
    BACK,
    END,
    Arrow,
    Cue,
    Expectation,
    ExpectedReply,
    Line,
    Moment,
    ReachGoal,
    Reply,
    Scene,
    SetMemory,
    SpokenLine,
    Step,
    Value,
)
from trainer.script import (
    ShowHint as HintStep,
)
from trainer.speech import Way

MOST_HOPS = 60
"""Moments passed without the trainee's turn before a scene that runs in a circle is ended kindly."""


class Draft:
    """Collects what one event leads to. Lives for one call of `advance`; never leaves this package."""

    def __init__(self, scene: Scene, state: State) -> None:
        self.scene = scene
        self.state = state
        self.effects: list[Effect] = []
        self.lines: list[SpokenLine] = []
        self._hops = 0

    # --- small changes -----------------------------------------------------------------------------------------

    def emit(self, *effects: Effect) -> None:
        """Ask for something."""
        self.effects.extend(effects)

    def record(
        self, kind: FactKind, *, way: Way | None = None, reply: str = "", detail: str = "", words: str = ""
    ) -> None:
        """State a fact about this turn."""
        self.emit(Record(kind, self.state.moment, self.state.turn, way, reply, detail, words))

    def remember(self, name: str, value: Value) -> None:
        """Set a memory or slot; a `keep` memory is also carried to the next visit."""
        self.state = replace(self.state, memory={**self.state.memory, name: value})
        if any(memory.name == name and memory.keep for memory in self.scene.memory):
            self.emit(Keep(name, value))

    def reach(self, goal: str) -> None:
        """A goal is reached, once."""
        if goal not in self.state.goals:
            self.state = replace(self.state, goals=(*self.state.goals, goal))
            self.record("goal", detail=goal)

    def show_hint(self, level: int) -> bool:
        """Show the hint of that level, or the next one that has words; False when there is none."""
        hints = self.moment().hints
        for number in (*range(level, 4), *range(level - 1, 0, -1)):
            if hints[number - 1]:
                self.state = replace(self.state, hint=max(self.state.hint, number))
                self.emit(ShowHint(number, fill(self.scene, self.state, hints[number - 1])))
                self.record("hint", detail=str(number))
                return True
        return False

    def moment(self) -> Moment:
        """The moment we are in."""
        return self.scene.moment(self.state.moment)

    # --- steps ------------------------------------------------------------------------------------------------

    def run(self, steps: Sequence[Step], block: str) -> Arrow | None:
        """Carry out steps in order and return the first arrow that fits (the rest of the arrows are not looked at)."""
        for number, step in enumerate(steps):
            match step:
                case Line():
                    self._line(step, f"{self.state.moment}/{block}/{number}")
                case Cue(text=text, condition=condition):
                    if holds(self.scene, self.state, condition):
                        self.emit(Narrate(fill(self.scene, self.state, text)))
                case SetMemory(name=name, value=value, change=change):
                    self.remember(name, value if value is not None else self._number(name) + change)
                case ReachGoal(name=name):
                    self.reach(name)
                case HintStep(level=level):
                    self.show_hint(level)
                case Arrow(condition=condition):
                    if holds(self.scene, self.state, condition):
                        return step
        return None

    def _number(self, name: str) -> int:
        value = self.state.memory.get(name, 0)
        return value if isinstance(value, int) else 0

    def _line(self, line: Line, address: str) -> None:
        spoken = speak(self.scene, self.state, line, address)
        if spoken is None:
            return
        text, key = spoken
        counts = dict(self.state.heard_wordings)
        counts[key] = counts.get(key, 0) + 1
        self.state = replace(self.state, heard_wordings=counts)
        self.lines.append(text)

    # --- going somewhere ---------------------------------------------------------------------------------------

    def follow(self, arrow: Arrow | None) -> bool:
        """Go where the arrow points; False when there is none (we stay)."""
        if arrow is None:
            return False
        if arrow.target == END:
            self.finish()
        elif arrow.target == AGAIN:
            self.say_again()
        elif arrow.target == BACK:
            self.enter(self.state.previous or self.state.moment)
        else:
            self.enter(arrow.target)
        return True

    def finish(self) -> None:
        """The scene ends when the lines so far have been said."""
        left = bool(self.scene.leaving) and self.state.moment == self.scene.leaving
        self.state = replace(self.state, ending=self.state.ending or ("left" if left else "finished"))

    def enter(self, name: str) -> None:
        """Arrive in a moment: its opening is said and shown; arrows of the opening are followed on."""
        self._hops += 1
        if self._hops > MOST_HOPS or not any(moment.name == name for moment in self.scene.moments):
            self.finish()
            return
        self.state = replace(
            self.state,
            moment=name,
            previous=self.state.moment if self.state.moment != name else self.state.previous,
            unclear=0,
            unheard=0,
            hint=0,
            silences_met=(),
            asked=None,
            asked_words="",
        )
        moment = self.moment()
        before = len(self.lines)
        arrow = self.run(moment.opening, "opening")
        self.state = replace(self.state, prompt=tuple(self.lines[before:]))
        if self.follow(arrow):
            return
        if not moment.replies:
            self.finish()

    def say_again(self) -> None:
        """Say it once more: the `repeat` block if the author wrote one, else the same words."""
        self.record("asked-again")
        before = len(self.lines)
        self._hops += 1
        arrow = self.run(self.moment().repeat, "repeat")
        if self._hops <= MOST_HOPS and self.follow(arrow):
            return
        if len(self.lines) == before:
            self.lines.extend(self.state.prompt)

    # --- handing the turn over ------------------------------------------------------------------------------------

    def hand_over(self, *, same_turn: bool = False, slower: bool = False) -> None:
        """Say what has gathered, then listen (or end): the last thing every event does that moves the talk on."""
        if not same_turn:
            self.state = replace(self.state, turn=self.state.turn + 1)
        if self.state.ending:
            self._close(slower)
            return
        expectation = expect(self.scene, self.state)
        self.state = replace(self.state, expectation=expectation)
        if not self.lines:
            self.listen()
            return
        self._say(slower)
        if self.state.barge_in:
            self.listen(speaking=True)

    def listen(self, *, speaking: bool = False) -> None:
        """It is the trainee's turn."""
        moment = self.moment()
        silences = tuple(s.seconds for s in moment.silences if s.seconds not in self.state.silences_met)
        expectation = self.state.expectation or expect(self.scene, self.state)
        self.state = replace(self.state, phase="speaking" if speaking else "listening", expectation=expectation)
        self.emit(Listen(self.state.turn, expectation, silences))

    def _say(self, slower: bool) -> None:
        said = tuple(self.lines)
        self.lines = []
        self.state = replace(self.state, phase="speaking", said=said)
        self.emit(Say(self.state.turn, said, slower))

    def _close(self, slower: bool) -> None:
        self.state = replace(self.state, expectation=None)
        if self.lines:
            self._say(slower)
        else:
            self.end()

    def end(self) -> None:
        """The scene is over."""
        how = self.state.ending or "finished"
        self.state = replace(self.state, phase="ended", ended=how, expectation=None, before=None)
        self.record("left" if how == "left" else "finished")
        self.emit(End(how))


def open_replies(scene: Scene, state: State) -> tuple[Reply, ...]:
    """The replies possible now: the moment's own, then those that work anywhere, whose conditions hold."""
    moment = scene.moment(state.moment)
    own = {reply.name for reply in moment.replies}
    both = (*moment.replies, *(reply for reply in scene.anywhere.replies if reply.name not in own))
    return tuple(reply for reply in both if holds(scene, state, reply.condition))


def expect(scene: Scene, state: State) -> Expectation:
    """What we are ready to hear in this moment."""
    asked = state.asked or ()
    replies = tuple(
        ExpectedReply(
            reply.name,
            reply.label,
            (*reply.examples, reply.label) if reply.name in asked and not reply.gesture else reply.examples,
            reply.gesture,
        )
        for reply in open_replies(scene, state)
    )
    used = {name for reply in replies for example in reply.examples for name in _names(example)}
    return Expectation(
        turn=state.turn,
        language=scene.language,
        moment=f"{scene.id}/{state.moment}",
        replies=replies,
        slots=tuple(slot for slot in scene.slots if slot.name in used),
        barge_in=state.barge_in,
        context=" ".join(line.text for line in state.said[-2:]),
    )


def _names(example: str) -> list[str]:
    return [part.split("}")[0].strip() for part in example.split("{")[1:]]

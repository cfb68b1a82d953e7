"""Any events in any order: the engine never raises, and its promises hold after each of 100,000 and more."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.helpers.scenes import counter_scene
from trainer.conversation.effects import End, Listen, Say
from trainer.conversation.engine import advance, begin
from trainer.conversation.events import (
    BreathBegan,
    BreathEnded,
    DialTurned,
    Event,
    HelpAsked,
    LeaveAsked,
    NeitherMeant,
    PartnerFinished,
    RepeatAsked,
    Replied,
    ReplyPicked,
    SilencePassed,
    TraineeBegan,
    TurnReopened,
    VisitBegan,
    WayChanged,
    WorldChanged,
)
from trainer.conversation.state import State
from trainer.speech import WAYS, Utterance, Way
from trainer.understanding.interpretation import Interpretation, SlotFound

SCENE = counter_scene()
NAMES = ("say hello", "yes", "no", "(nod)", "thank them", "ask again", "leave early", "walk off", "nonsense", "")
EVENTS_A_RUN, STEPS, RUNS = 600, 10, 200
"""200 runs of 10 steps, some of which are 300 to 600 events in a row: more than 100,000 (counted in the test)."""


def some_event(dice: random.Random, turn: int) -> Event:
    """One event of any kind; most name the turn we are in, some an older or a later one."""
    at = dice.choice((turn, turn, turn, turn, turn - 1, turn + 1, -1))
    name = dice.choice(NAMES)
    words = dice.choice(("", "um", "yes", "あ" * 50, "\x00"))
    outcome = dice.choice(("sure", "ask", "unclear"))
    slots = {"item": SlotFound(dice.choice(("tea", "rice ball", "moon")), refused=dice.random() < 0.3)}
    told = Interpretation(Utterance(words, "en"), outcome, name or None, name, dice.choice(NAMES), dice.random(), slots)
    kinds: tuple[Event, ...] = (
        VisitBegan({"queue": dice.randrange(-2, 5)}, dice.choice(WAYS), {"visits": 3}, dice.random() < 0.3),
        PartnerFinished(at),
        PartnerFinished(at),
        TraineeBegan(at),
        TurnReopened(at),
        Replied(at, told, dice.choice(WAYS)),
        Replied(at, told, dice.choice(WAYS)),
        ReplyPicked(at, name, dice.choice(WAYS), words, {}, dice.random() < 0.2, dice.random() < 0.2),
        ReplyPicked(at, name, dice.choice(WAYS), words),
        NeitherMeant(at),
        SilencePassed(at, dice.choice((6, 8, 20, 99))),
        HelpAsked(at),
        RepeatAsked(at, dice.random() < 0.5),
        DialTurned(dice.choice(("queue", "unheard", "nothing")), dice.randrange(-9, 9)),
        WayChanged(dice.choice(WAYS)),
        BreathBegan(),
        BreathEnded(),
        LeaveAsked(dice.random() < 0.1),
        WorldChanged(dice.choice(("microphone-lost", "microphone-ready", "recogniser-failed", "voice-failed"))),
    )
    return dice.choices(kinds, weights=[0.2 if isinstance(kind, LeaveAsked) else 1 for kind in kinds])[0]


def keeps_its_promises(before: State, event: Event, state: State, effects: tuple[object, ...]) -> None:
    """What holds after every event."""
    if before.phase == "ended":
        assert state is before
        assert effects == ()
    assert (state.phase == "ended") == bool(state.ended)
    assert sum(isinstance(effect, End) for effect in effects) <= 1
    for effect in effects:
        if isinstance(effect, Say | Listen):
            assert effect.turn == state.turn, "what is asked for belongs to the turn we are in"
        if isinstance(effect, Say):
            assert effect.lines
            assert all(line.text.strip() for line in effect.lines), "nobody says an empty line"
    if state.phase == "listening":
        assert state.expectation is not None
        assert state.expectation.turn == state.turn
        assert state.expectation.replies, "there is always a way to answer"
        assert any(reply.id == "leave early" for reply in state.expectation.replies), "and always a way out"
    if not isinstance(event, TurnReopened):
        assert state.turn >= before.turn
    assert all(dial.low <= state.dials[dial.name] <= dial.high for dial in SCENE.dials)


class AnyOrder(RuleBasedStateMachine):
    """A visit to which anything happens, one event at a time or many in a row; promises are kept after each."""

    def __init__(self) -> None:
        super().__init__()
        self.state = begin(SCENE)
        self.events = 0

    @initialize(
        seed=st.integers(0, 2**16), dials=st.dictionaries(st.sampled_from(["queue", "unheard"]), st.integers(-3, 9))
    )
    def come_in(self, seed: int, dials: dict[str, int]) -> None:
        self.state = begin(SCENE, seed)
        self.happen(VisitBegan(dials))

    def happen(self, event: Event) -> None:
        before = self.state
        self.state, effects = advance(SCENE, before, event)
        self.events += 1
        keeps_its_promises(before, event, self.state, effects)

    @precondition(lambda self: self.state.phase == "ended")
    @rule(seed=st.integers(0, 2**16))
    def come_again(self, seed: int) -> None:
        self.state = begin(SCENE, seed)
        self.happen(VisitBegan())

    @rule(name=st.sampled_from(NAMES), way=st.sampled_from(WAYS), late=st.booleans())
    def pick(self, name: str, way: Way, late: bool) -> None:
        self.happen(ReplyPicked(self.state.turn - late, name, way))

    @rule(seconds=st.sampled_from((6, 8, 20, 99)))
    def stay_quiet(self, seconds: int) -> None:
        self.happen(SilencePassed(self.state.turn, seconds))

    @rule()
    def partner_finishes(self) -> None:
        self.happen(PartnerFinished(self.state.turn))

    @rule(seed=st.integers(0, 2**32), count=st.integers(EVENTS_A_RUN // 2, EVENTS_A_RUN))
    def many_things(self, seed: int, count: int) -> None:
        dice = random.Random(seed)
        for _ in range(count):
            if self.state.phase == "ended":
                self.state = begin(SCENE, seed)
                self.happen(VisitBegan())
            self.happen(some_event(dice, self.state.turn))

    @invariant()
    def leaving_always_ends_within_two_events(self) -> None:
        state = self.state
        if state.phase != "waiting":
            for _ in range(2):
                state, _ = advance(SCENE, state, LeaveAsked())
            assert state.phase == "ended"

    def teardown(self) -> None:
        COUNTED.append(self.events)


COUNTED: list[int] = []


def test_a_hundred_thousand_events_in_any_order() -> None:
    COUNTED.clear()
    run_state_machine_as_test(AnyOrder, settings=settings(max_examples=RUNS, stateful_step_count=STEPS, deadline=None))
    assert sum(COUNTED) >= 100_000


@settings(max_examples=50)
@given(st.integers(min_value=0, max_value=2**32))
def test_the_same_events_give_the_same_visit(seed: int) -> None:
    def play() -> list[tuple[State, tuple[object, ...]]]:
        dice = random.Random(seed)
        state = begin(SCENE, seed)
        steps = []
        for _ in range(60):
            state, effects = advance(SCENE, state, some_event(dice, state.turn))
            steps.append((state, effects))
        return steps

    assert play() == play()

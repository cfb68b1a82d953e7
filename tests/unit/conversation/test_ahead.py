"""What is rendered ahead is what is said: the first words at the preview, the next ones while the partner speaks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.helpers.scenes import counter_scene, says
from trainer.conversation.ahead import MOST_NUMBERS, first_words, possible_next, said_slower
from trainer.conversation.effects import Effect, Say
from trainer.conversation.engine import advance, begin
from trainer.conversation.events import PartnerFinished, RepeatAsked, ReplyPicked, VisitBegan
from trainer.conversation.state import State
from trainer.script import Moment, Reply, Scene, Slot, SlotValue, SpokenLine


def said(effects: tuple[Effect, ...]) -> tuple[SpokenLine, ...]:
    return tuple(line for effect in effects if isinstance(effect, Say) for line in effect.lines)


def begun(scene: Scene, seed: int = 0, way: str = "choose") -> State:
    return advance(scene, begin(scene, seed), VisitBegan({}, way))[0]  # type: ignore[arg-type]


@pytest.mark.parametrize("seed", range(4))
def test_the_words_are_those_that_are_said(seed: int) -> None:
    scene, visit = counter_scene(), VisitBegan({}, "choose")
    state, effects = advance(scene, begin(scene, seed), visit)
    first, ahead = first_words(scene, visit, seed), possible_next(scene, state)
    assert first[: len(said(effects))] == said(effects) != ()
    assert set(ahead) <= set(first)
    assert state.phase == "speaking" and state.expectation is not None
    for reply in state.expectation.replies:
        _, then = advance(scene, state, ReplyPicked(state.turn, reply.id, "choose"))
        assert set(said(then)) <= set(ahead)


def test_whoever_only_listens_hears_the_first_reply_next() -> None:
    scene = counter_scene()
    listening = possible_next(scene, begun(scene, way="listen"))
    choosing = possible_next(scene, begun(scene))
    assert [line.text for line in listening if line.speaker == "you"] == [listening[0].text] == ["Hello."]
    assert choosing[0].speaker == "CLERK"
    assert {line.text for line in choosing if line.speaker == "you"} == {"Hello.", "Sorry?", "Sorry, I have to go."}


def test_a_line_asked_for_again_is_ready_slower_too() -> None:
    scene = counter_scene()
    state = begun(scene)
    _, again = advance(scene, state, RepeatAsked(state.turn, slower=True))
    assert said_slower(scene, state) == said(again) != ()
    assert said_slower(scene, replace(state, phase="ended")) == ()


@pytest.mark.parametrize(
    ("slot", "told"),
    [
        (Slot("drink", (SlotValue("tea", "green tea"), SlotValue("milk", "milk"))), ["green tea", "milk"]),
        (Slot("drink", low=1, high=3), ["1", "2", "3"]),
        (Slot("drink", low=1, high=1 + MOST_NUMBERS, usual=2), ["2"]),
    ],
)
def test_details_that_are_spoken_back_are_ready(slot: Slot, told: list[str]) -> None:
    reply = Reply("order", "Order", examples=("A {drink}, please.",), steps=(says("One {drink}, gladly."),))
    scene = replace(counter_scene(), moments=(Moment("bar", "Bar", (says("Yes?"),), (reply,)),), first="bar")
    scene = replace(scene, slots=(slot,), anywhere=Moment("anywhere", "anywhere"), leaving="")
    state = begun(scene)
    state, _ = advance(scene, state, PartnerFinished(state.turn))
    ahead = [line.text for line in possible_next(scene, state) if line.text.startswith("One ")]
    assert [f"One {value}, gladly." in ahead for value in told] == [True] * len(told)
    assert len(ahead) <= len(told) + 1
    spoken = next(line.text for line in possible_next(scene, state) if line.speaker == "you")
    assert spoken == f"A {told[0]}, please."

"""Swapped seats: the trainee says the partner's lines, and the scene still reaches its end."""

from __future__ import annotations

import pytest

from tests.helpers.scenes import counter_scene
from trainer.conversation.effects import Say
from trainer.conversation.engine import advance, begin
from trainer.conversation.events import LeaveAsked, PartnerFinished, ReplyPicked, SilencePassed, VisitBegan
from trainer.conversation.swap import VISITOR, swap


@pytest.mark.parametrize("seed", range(8))
def test_the_clerk_can_be_played_to_the_end(seed: int) -> None:
    scene = swap(counter_scene(), seed, "Customer")
    state, _ = advance(scene, begin(scene, seed), VisitBegan())
    heard = []
    for _ in range(10):
        if state.phase == "ended":
            break
        if state.phase == "speaking":
            state, _ = advance(scene, state, PartnerFinished(state.turn))
            continue
        assert state.expectation is not None
        first = state.expectation.replies[0]
        assert first.examples, "there are words to say"
        state, effects = advance(scene, state, ReplyPicked(state.turn, first.id, "choose", first.examples[0]))
        heard += [line for effect in effects if isinstance(effect, Say) for line in effect.lines]
    assert state.ended == "finished"
    assert heard
    assert {line.speaker for line in heard} == {VISITOR}
    assert scene.person(VISITOR).name == "Customer"


def test_quiet_and_leaving_work_in_the_other_seat() -> None:
    scene = swap(counter_scene())
    state, _ = advance(scene, begin(scene), VisitBegan())
    while state.phase == "speaking":
        state, _ = advance(scene, state, PartnerFinished(state.turn))
    moment = state.moment
    state, _ = advance(scene, state, SilencePassed(state.turn, 20))
    assert state.moment != moment or state.ended
    state, _ = advance(scene, state, LeaveAsked())
    state, _ = advance(scene, state, PartnerFinished(state.turn))
    assert state.ended == "left"

"""What is rendered ahead is what is said: the first words at the preview, the next ones while the partner speaks."""

from __future__ import annotations

import pytest

from tests.helpers.scenes import counter_scene
from trainer.conversation.ahead import first_words, possible_next
from trainer.conversation.effects import Say
from trainer.conversation.engine import advance, begin
from trainer.conversation.events import ReplyPicked, VisitBegan


@pytest.mark.parametrize("seed", range(4))
def test_the_words_are_those_that_are_said(seed: int) -> None:
    scene, visit = counter_scene(), VisitBegan({}, "choose")
    state, effects = advance(scene, begin(scene, seed), visit)
    said = tuple(line for effect in effects if isinstance(effect, Say) for line in effect.lines)
    assert first_words(scene, visit, seed) == said != ()
    assert state.phase == "speaking"
    assert state.expectation is not None
    ahead = possible_next(scene, state)
    for reply in state.expectation.replies:
        _, then = advance(scene, state, ReplyPicked(state.turn, reply.id, "choose"))
        assert {line for effect in then if isinstance(effect, Say) for line in effect.lines} <= set(ahead)

"""What the partner may say next: every line that one more event can lead to, so that it can be rendered in advance."""

from __future__ import annotations

from trainer.conversation.effects import Say
from trainer.conversation.engine import advance, begin
from trainer.conversation.events import (
    Event,
    LeaveAsked,
    RepeatAsked,
    Replied,
    ReplyPicked,
    SilencePassed,
    VisitBegan,
)
from trainer.conversation.state import State
from trainer.script import Scene, SpokenLine
from trainer.speech import Utterance
from trainer.understanding.interpretation import Interpretation


def possible_next(scene: Scene, state: State) -> tuple[SpokenLine, ...]:
    """Lines that may come next, likeliest first, each once. Lines with details not yet known are not among them."""
    if state.expectation is None or state.phase not in ("speaking", "listening"):
        return ()
    found: dict[SpokenLine, None] = {}
    for event in _events(scene, state):
        _, effects = advance(scene, state, event)
        for effect in effects:
            if isinstance(effect, Say):
                found.update(dict.fromkeys(effect.lines))
    return tuple(found)


def first_words(scene: Scene, visit: VisitBegan, seed: int = 0) -> tuple[SpokenLine, ...]:
    """What the partner says when that visit begins, known while the trainee still looks at the preview."""
    _, effects = advance(scene, begin(scene, seed), visit)
    return tuple(line for effect in effects if isinstance(effect, Say) for line in effect.lines)


def _events(scene: Scene, state: State) -> list[Event]:
    turn = state.turn
    expectation = state.expectation
    replies = expectation.replies if expectation else ()
    unclear = Interpretation(Utterance("?", scene.language), "unclear", None, "", None, 0.0)
    moment = scene.moment(state.moment)
    return [
        *(ReplyPicked(turn, reply.id, "choose") for reply in replies),
        Replied(turn, unclear, "speak"),
        *(SilencePassed(turn, silence.seconds) for silence in moment.silences),
        RepeatAsked(turn),
        LeaveAsked(),
    ]

"""What the screen offers: replies with ways to say them, details filled in."""

from __future__ import annotations

from trainer.conversation.draft import open_replies
from trainer.conversation.state import State
from trainer.conversation.wording import spoken_examples
from trainer.script import Expectation, Reply, Scene
from trainer.session.view import ReplyView


def reply_views(scene: Scene, state: State, expectation: Expectation | None) -> tuple[ReplyView, ...]:
    """The replies of this turn in the sheet's order, as the screen shows them."""
    if expectation is None:
        return ()
    written: dict[str, Reply] = {reply.name: reply for reply in open_replies(scene, state)}
    views = []
    for expected in expectation.replies:
        reply = written.get(expected.id)
        examples = reply.examples if reply is not None else expected.examples
        views.append(
            ReplyView(
                expected.id,
                expected.label,
                spoken_examples(examples, scene.slots),
                expected.gesture,
                reply.on_purpose if reply is not None else False,
            ),
        )
    return tuple(views)

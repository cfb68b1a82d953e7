"""What the screen offers: replies with ways to say them, details filled in."""

from __future__ import annotations

import re
from itertools import islice, product

from trainer.conversation.draft import open_replies
from trainer.conversation.state import State
from trainer.script import Expectation, Reply, Scene, Slot
from trainer.session.view import ReplyView

_BRACES = re.compile(r"\{([^{}]*)\}")
MOST_WORDS = 8
"""Ways to say one reply that are shown; more than that is a wall of text."""


def spoken_examples(examples: tuple[str, ...], slots: tuple[Slot, ...]) -> tuple[str, ...]:
    """Examples as they can be said: `{slot}` replaced by its values, the shortest list that shows each value once."""
    shown: dict[str, None] = {}
    for example in examples:
        names = [name.strip() for name in _BRACES.findall(example)]
        choices = [_values(next((slot for slot in slots if slot.name == name), None)) for name in names]
        for values in islice(product(*choices), MOST_WORDS):
            text = example
            for value in values:
                text = _BRACES.sub(lambda _match, value=value: value, text, count=1)  # type: ignore[misc]
            shown.setdefault(text)
    return tuple(islice(shown, MOST_WORDS))


def _values(slot: Slot | None) -> list[str]:
    if slot is None:
        return [""]
    if slot.is_number:
        return [str(slot.usual if slot.usual is not None else slot.low)]
    return [value.label for value in slot.values]


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

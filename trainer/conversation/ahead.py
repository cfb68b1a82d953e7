"""What may be said next: every line that one more event can lead to, so that it can be rendered in advance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice, product

from trainer.conversation.draft import open_replies
from trainer.conversation.effects import Effect, Say
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
from trainer.conversation.wording import slots_in, spoken_examples
from trainer.script import Reply, Scene, Slot, SpokenLine, Value
from trainer.speech import Utterance, Way
from trainer.understanding.interpretation import Interpretation

MOST_DETAILS = 24
"""Ways to fill in the details of one reply that are got ready for: three sizes of eight drinks."""

MOST_NUMBERS = 12
"""Numbers of one detail that are got ready for; of a detail with more of them only the usual one."""

ANY_SAID_FOR_ME: tuple[Way, ...] = ("choose", "read")
"""Ways of answering in which any reply can be said for the trainee; in the others it is the first."""


def possible_next(scene: Scene, state: State) -> tuple[SpokenLine, ...]:
    """Lines that may come next, likeliest first, each once: the partner's, and what is said for the trainee."""
    if state.expectation is None or state.phase not in ("speaking", "listening"):
        return ()
    state = replace(state, phase="listening")  # quiet is met only there, and it follows on what is being said
    found: dict[SpokenLine, None] = {}
    for event in _events(scene, state):
        found.update(dict.fromkeys(_said(advance(scene, state, event)[1])))
    return tuple(found)


def said_slower(scene: Scene, state: State) -> tuple[SpokenLine, ...]:
    """Lines that come when the trainee asks to hear it again, slower."""
    if state.expectation is None or state.phase not in ("speaking", "listening"):
        return ()
    return _said(advance(scene, state, RepeatAsked(state.turn, slower=True))[1])


def first_words(scene: Scene, visit: VisitBegan, seed: int = 0) -> tuple[SpokenLine, ...]:
    """What the partner says when that visit begins, then what may follow: known while one looks at the preview."""
    return goes_on(scene, begin(scene, seed), visit)


def goes_on(scene: Scene, state: State, event: Event) -> tuple[SpokenLine, ...]:
    """What that event leads to, then what may follow it."""
    state, effects = advance(scene, state, event)
    return tuple(dict.fromkeys((*_said(effects), *possible_next(scene, state))))


def _said(effects: Sequence[Effect]) -> tuple[SpokenLine, ...]:
    return tuple(line for effect in effects if isinstance(effect, Say) for line in effect.lines)


def _events(scene: Scene, state: State) -> Iterator[Event]:
    turn = state.turn
    replies = open_replies(scene, state)
    unclear = Interpretation(Utterance("?", scene.language), "unclear", None, "", None, 0.0)
    said_for_me = [_said_for_me(scene, turn, reply) for reply in _offered_first(replies)]
    if state.way not in ANY_SAID_FOR_ME:
        said_for_me = said_for_me[:1]
    if state.way == "listen":
        yield from said_for_me
    yield from (ReplyPicked(turn, reply.name, "choose") for reply in replies)
    yield Replied(turn, unclear, "speak")
    yield from (SilencePassed(turn, silence.seconds) for silence in scene.moment(state.moment).silences)
    yield RepeatAsked(turn)
    yield LeaveAsked()
    for reply in replies:
        for details in islice(_details(scene, reply), MOST_DETAILS):
            yield ReplyPicked(turn, reply.name, "choose", slots=details)
    yield from said_for_me


def _offered_first(replies: Sequence[Reply]) -> list[Reply]:
    """The replies with words in the order in which they are said for the trainee: those meant as a trial last."""
    return sorted((reply for reply in replies if reply.examples and not reply.gesture), key=lambda one: one.on_purpose)


def _said_for_me(scene: Scene, turn: int, reply: Reply) -> Event:
    """The program says the first words of that reply, with whatever details they hold."""
    words = next(iter(spoken_examples(reply.examples, scene.slots)), "")
    details = next(iter(_details(scene, reply)), {}) if "{" in reply.examples[0] else {}
    return ReplyPicked(turn, reply.name, "choose", words, details, said_for_me=True)


def _details(scene: Scene, reply: Reply) -> Iterator[Mapping[str, Value]]:
    """Details that this reply may bring: every value of the slots in its examples."""
    names = dict.fromkeys(name for example in reply.examples for name in slots_in(example))
    slots = [slot for slot in scene.slots if slot.name in names]
    for values in product(*(_values(slot) for slot in slots)) if slots else ():
        yield {slot.name: value for slot, value in zip(slots, values, strict=True)}


def _values(slot: Slot) -> Sequence[Value]:
    if not slot.is_number:
        return [value.key for value in slot.values]
    if slot.high - slot.low < MOST_NUMBERS:
        return range(slot.low, slot.high + 1)
    return [slot.usual if slot.usual is not None else slot.low]

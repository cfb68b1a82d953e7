"""Try words: what the practice itself would understand in a moment, how sure it is, and what decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from trainer.packs import marks
from trainer.packs.checker_matching import expectation, open_to, spoken
from trainer.script import Reply, Scene, Value
from trainer.speech import Utterance
from trainer.understanding.interpretation import Interpreter, Outcome


@dataclass(frozen=True, slots=True)
class Tried:
    """What was understood of some words.

    `sure`: the practice goes on with `reply`. `ask`: it asks "`reply` or `second`?". `unclear`: the partner says that
    it was not heard. `probability` (0..1) is that of `reply`, the likeliest. `deciding` are words of the utterance.
    `known` is True when the words are an example of that reply already.
    """

    words: str
    outcome: Outcome
    reply: str
    label: str
    probability: float
    second: str = ""
    second_label: str = ""
    deciding: tuple[str, ...] = ()
    slots: Mapping[str, Value] | None = None
    known: bool = False


@dataclass(frozen=True, slots=True)
class Heard:
    """An example that was left out and then said: what it was taken for (`best`), and whether that is its own reply."""

    reply: str
    example: str
    best: str
    probability: float
    own: bool
    row: int


def try_words(scene: Scene, moment: str, words: str, interpreter: Interpreter) -> Tried:
    """What `words` mean in a moment of this sheet. Up to 0.2 s the first time in a moment: use a job.

    Raises KeyError when there is no such moment.
    """
    at = scene.moment(moment)
    ready = expectation(scene, at)
    replies = {reply.name: reply for reply in open_to(scene, at)}
    spoken_replies = [reply for reply in replies.values() if not reply.gesture and reply.examples]
    if not spoken_replies or not words.strip():
        return Tried(words, "unclear", "", "", 0.0)
    interpreter.open(ready)
    told = interpreter.interpret(Utterance(words, scene.language, way="type"), ready)
    best, second = replies.get(told.best), replies.get(told.second or "")
    return Tried(
        words,
        told.outcome,
        told.best if best else "",
        best.label if best else "",
        told.probability,
        second.name if second else "",
        second.label if second else "",
        told.deciding,
        {name: found.value for name, found in told.slots.items() if not found.refused},
        best is not None and marks.fold(words) in {marks.fold(example) for example in best.examples},
    )


def coverage(
    scene: Scene, moment: str, interpreter: Interpreter, part_rows: Mapping[str, int] | None = None
) -> tuple[Heard, ...]:
    """Each example of a moment left out in turn and then said; those that go elsewhere stand first.

    `part_rows` maps a reply's name to its row, for jumping there. A moment of 30 examples takes part of a second.
    """
    at = scene.moment(moment)
    rows = part_rows or {}
    found = []
    for reply in at.replies:
        for example in reply.examples if len(reply.examples) > 1 and not reply.gesture else ():
            ready = expectation(scene, at, without=example, of=reply.name)
            interpreter.open(ready)
            told = interpreter.interpret(Utterance(spoken(scene, example), scene.language), ready)
            own = told.outcome != "unclear" and told.best == reply.name
            row = rows.get(reply.name, _row(reply))
            found.append(Heard(reply.name, example, told.best, told.probability, own, row))
    return tuple(sorted(found, key=lambda heard: heard.own))


def _row(reply: Reply) -> int:
    return max(reply.place.line - 1, 0)

"""Swap seats: the same scene with the trainee in the partner's place, saying the partner's lines."""

from __future__ import annotations

import zlib
from dataclasses import replace

from trainer.script import AGAIN, BACK, END, Arrow, Line, Moment, Person, Reply, Scene, Silence, Step, Wording

VISITOR = "VISITOR"
"""Key of the person who now gives the trainee's usual answers."""
WAIT = 20
"""Seconds of quiet after which the other one goes on by themselves."""


def swap(scene: Scene, seed: int = 0, visitor: str = "") -> Scene:
    """The scene seen from the other side of the counter. `visitor` is what the other person is called on screen.

    Every moment becomes one thing to say (any of the partner's wordings); the answer is one of the written examples of
    a reply picked by the seed, and leads where that reply leads.
    """
    moments = tuple(_swapped(scene, moment, seed) for moment in scene.moments)
    way_out = tuple(
        replace(reply, steps=tuple(step for step in reply.steps if isinstance(step, Arrow)))
        for reply in scene.anywhere.replies
        if any(isinstance(step, Arrow) and step.target == scene.leaving for step in reply.steps)
    )
    return replace(
        scene,
        moments=moments,
        anywhere=replace(scene.anywhere, replies=way_out),
        persons=(Person(VISITOR, visitor or VISITOR), *scene.persons),
        goals=(),
        hardest="",
    )


def _swapped(scene: Scene, moment: Moment, seed: int) -> Moment:
    lines = [step for step in moment.opening if isinstance(step, Line)]
    answer = _answer(moment, f"{seed}:{scene.id}:{moment.name}")
    if not lines or answer is None:
        return moment
    wordings = tuple(wording for line in lines for wording in line.wordings if wording.condition is None)
    examples = tuple(wording.text for wording in wordings) or tuple(w.text for w in lines[0].wordings)
    said: tuple[Step, ...] = ()
    if answer.examples:
        said = (Line(VISITOR, tuple(Wording(example) for example in answer.examples if "{" not in example)),)
    rest = tuple(step for step in answer.steps if not isinstance(step, Line))
    steps = (*said, *rest)
    if not any(isinstance(step, Arrow) and step.target not in (AGAIN, BACK) for step in steps):
        steps = (*steps, Arrow(END))
    return Moment(
        name=moment.name,
        label=moment.label,
        opening=tuple(step for step in moment.opening if not isinstance(step, Line)),
        replies=(Reply(moment.name, examples[0], examples=examples, steps=steps, place=moment.place),),
        hints=("", "", examples[0]),
        silences=(Silence(WAIT, steps),),
        place=moment.place,
    )


def _answer(moment: Moment, key: str) -> Reply | None:
    """One of the replies that lead on, picked by the seed; spoken ones rather than gestures."""
    leading = [
        reply
        for reply in moment.replies
        if not reply.on_purpose
        and any(isinstance(step, Arrow) and step.target not in (AGAIN, BACK) for step in reply.steps)
    ]
    spoken = [reply for reply in leading if any("{" not in example for example in reply.examples)]
    choices = spoken or leading
    return choices[zlib.crc32(key.encode()) % len(choices)] if choices else None

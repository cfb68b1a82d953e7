"""Everything that can happen in a scene, moment by moment: what is said, what can be answered, and what follows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from trainer.script import AGAIN, BACK, END, Arrow, Cue, Line, Moment, Reply, Scene, Step

When = Literal["opening", "reply", "gesture", "on-purpose", "quiet", "repeat", "unclear", "unheard"]


@dataclass(frozen=True, slots=True)
class Happens:
    """One thing that can happen. `label` is the reply's, `seconds` a silence's, `examples` are ways to say the reply.

    `said` are (name, words) with "" for what is seen; `leads` the labels of the moments that can come next, or the
    codes "end", "again", "back".
    """

    when: When
    label: str = ""
    seconds: int = 0
    examples: tuple[str, ...] = ()
    said: tuple[tuple[str, str], ...] = ()
    leads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A moment with all that can happen in it; `label` is "" for what works at any time."""

    label: str
    hardest: bool
    things: tuple[Happens, ...]


def everything_of(scene: Scene) -> tuple[Part, ...]:
    """Every moment in the sheet's order, and last what works at any time. Nothing is left out but what repeats."""
    labels = {moment.name: moment.label or moment.name for moment in scene.moments}
    parts = [
        Part(labels[moment.name], moment.name == scene.hardest, _things(scene, moment, labels))
        for moment in scene.moments
    ]
    anywhere = _things(scene, scene.anywhere, labels)
    return tuple([*parts, Part("", False, anywhere)] if anywhere else parts)


def _things(scene: Scene, moment: Moment, labels: dict[str, str]) -> tuple[Happens, ...]:
    found = [_happens(scene, "opening", moment.opening, labels)]
    for reply in moment.replies:
        made = _happens(scene, _when(reply), reply.steps, labels)
        found.append(Happens(made.when, reply.label, 0, reply.examples, made.said, made.leads))
    for silence in moment.silences:
        made = _happens(scene, "quiet", silence.steps, labels)
        found.append(Happens("quiet", "", silence.seconds, (), made.said, made.leads))
    found.append(_happens(scene, "repeat", moment.repeat, labels))
    found += [_happens(scene, "unclear", steps, labels) for steps in moment.unclear]
    found += [_happens(scene, "unheard", steps, labels) for steps in moment.unheard]
    return tuple(one for one in found if one.label or one.said or one.leads or one.seconds)


def _when(reply: Reply) -> When:
    return "on-purpose" if reply.on_purpose else "gesture" if reply.gesture else "reply"


def _happens(scene: Scene, when: When, steps: Sequence[Step], labels: dict[str, str]) -> Happens:
    return Happens(when, said=tuple(_said(scene, steps)), leads=tuple(dict.fromkeys(_leads(steps, labels))))


def _said(scene: Scene, steps: Iterable[Step]) -> Iterable[tuple[str, str]]:
    for step in steps:
        if isinstance(step, Line):
            name = scene.person(step.speaker).name
            yield from ((name, text) for text in dict.fromkeys(wording.text for wording in step.wordings))
        elif isinstance(step, Cue):
            yield "", step.text


def _leads(steps: Iterable[Step], labels: dict[str, str]) -> Iterable[str]:
    for step in steps:
        if isinstance(step, Arrow):
            yield step.target if step.target in (END, AGAIN, BACK) else labels.get(step.target, step.target)

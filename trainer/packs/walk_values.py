"""Which values are worth telling apart while walking: those that some condition can tell apart, and no others."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence

from trainer.packs.domains import all_steps, conditions
from trainer.script import Arrow, Condition, Dial, Reply, Scene, Slot, Value

MOST_CHOICES = 64
"""Ways of filling in one reply's slots that are tried; more would only repeat what conditions cannot tell apart."""


def names_in(texts: Iterable[str]) -> list[str]:
    """The slot names in curly brackets, without repeats."""
    return list(dict.fromkeys(piece.partition("}")[0] for text in texts for piece in text.split("{")[1:]))


class Values:
    """Representatives: two values stand for each other when every condition of the scene treats them alike."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._asked: dict[str, list[Condition]] = {}
        for condition, _ in conditions(scene):
            self._asked.setdefault(condition.name, []).append(condition)
        self._slots = {slot.name: slot for slot in scene.slots}
        self._start = {memory.name: memory.start for memory in scene.memory}
        self._of_slot = {slot.name: self._representatives(slot) for slot in scene.slots}

    def _representatives(self, slot: Slot) -> Sequence[Value]:
        named = [condition.value for condition in self._asked.get(slot.name, ())]
        if slot.is_number:
            near = {v + d for v in named if isinstance(v, int) for d in (-1, 0, 1)} | {slot.low}
            return sorted(value for value in near if slot.low <= value <= slot.high)
        keys = [value.key for value in slot.values]
        told = [key for key in keys if key in named]
        return told + [key for key in keys if key not in named][:1]

    def choices(self, reply: Reply) -> Iterator[Mapping[str, Value]]:
        """Every way of filling in the slots of a reply: for each example that asks for other slots, all values."""
        seen: set[tuple[str, ...]] = set()
        given = 0
        for example in reply.examples or ("",):
            names = tuple(name for name in names_in([example]) if name in self._slots)
            if names in seen:
                continue
            seen.add(names)
            for picked in itertools.product(*(self._of_slot[name] for name in names)):
                given += 1
                if given > MOST_CHOICES:
                    return
                yield dict(zip(names, picked, strict=True))
        if given == 0:
            yield {}

    def said(self, reply: Reply, slots: Mapping[str, Value]) -> str:
        """The reply as a rehearsal plan writes it: the first example that asks for those slots, filled in."""
        if reply.gesture:
            return f"({reply.label})"
        wanted = set(slots)
        fitting = (e for e in reply.examples if {n for n in names_in([e]) if n in self._slots} == wanted)
        text = next(fitting, (*reply.examples, reply.label)[0])
        for name, value in slots.items():
            shown = next((choice.label for choice in self._slots[name].values if choice.key == value), str(value))
            text = text.replace("{" + name + "}", shown)
        return text

    def simplify(self, memory: Mapping[str, Value]) -> dict[str, Value]:
        """The memory with every value replaced by its representative, so that equal situations are met once."""
        return {name: self._simple(name, value) for name, value in memory.items()}

    def _simple(self, name: str, value: Value) -> Value:
        slot = self._slots.get(name)
        if slot is not None:
            known = self._of_slot[name]
            if value in known or (slot.is_number and name in self._asked):
                return value
            return known[-1] if known else value
        asked = self._asked.get(name)
        if not asked:
            return self._start.get(name, value)
        numbers = [condition.value for condition in asked if isinstance(condition.value, int)]
        if isinstance(value, int) and numbers:
            return max(min(numbers) - 1, min(max(numbers) + 1, value))
        return value

    def dial_settings(self) -> Iterator[dict[str, int]]:
        """Every combination of the dials that decide where the scene goes; dials that only change words are left."""
        deciding = {name for name in self._deciding() if self.scene.dial(name)}
        dials = [dial for dial in self.scene.dials if dial.name in deciding]
        for setting in itertools.product(*(_all(dial) for dial in dials)):
            yield dict(zip((dial.name for dial in dials), setting, strict=True))

    def _deciding(self) -> Iterator[str]:
        for step in all_steps(self.scene):
            if isinstance(step, Arrow) and step.condition:
                yield step.condition.name
        for moment in (*self.scene.moments, self.scene.anywhere):
            yield from (reply.condition.name for reply in moment.replies if reply.condition)
            if moment.unheard:
                yield "unheard"


def _all(dial: Dial) -> range:
    return range(dial.low, dial.high + 1)

"""Which values a name can have in a scene, so that conditions can be judged without playing it."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, Sequence

from trainer.script import (
    Arrow,
    Condition,
    Cue,
    Line,
    Moment,
    Operator,
    Place,
    Scene,
    SetMemory,
    Step,
    Value,
)

_COMPARE: dict[Operator, Callable[[int, int], bool]] = {
    "=": operator.eq, "!=": operator.ne, ">=": operator.ge, "<=": operator.le, ">": operator.gt, "<": operator.lt,
}  # fmt: skip

_REACH = 200
"""How far a counter is followed up or down: no sheet compares with more."""


def blocks(moment: Moment) -> Iterator[tuple[str, tuple[Step, ...]]]:
    """Every block of a moment with its name: opening, replies, repeat, silences, unclear, unheard."""
    yield "opening", moment.opening
    for reply in moment.replies:
        yield f"reply/{reply.name}", reply.steps
    yield "repeat", moment.repeat
    for silence in moment.silences:
        yield f"silence{silence.seconds}", silence.steps
    for number, steps in enumerate(moment.unclear, start=1):
        yield f"unclear{number}", steps
    for number, steps in enumerate(moment.unheard, start=1):
        yield f"unheard{number}", steps


def all_steps(scene: Scene) -> Iterator[Step]:
    """Every step of the scene."""
    for moment in (*scene.moments, scene.anywhere):
        for _, steps in blocks(moment):
            yield from steps


def conditions(scene: Scene) -> Iterator[tuple[Condition, Place]]:
    """Every condition of the scene with the place of its line."""
    for moment in (*scene.moments, scene.anywhere):
        for reply in moment.replies:
            if reply.condition:
                yield reply.condition, reply.place
    for step in all_steps(scene):
        if isinstance(step, (Cue, Arrow)) and step.condition:
            yield step.condition, step.place
        elif isinstance(step, Line):
            yield from ((w.condition, w.place) for w in step.wordings if w.condition)


class Domains:
    """The values each dial, slot and memory of a scene can have; `None` stands for "not known yet"."""

    def __init__(self, scene: Scene) -> None:
        self._values: dict[str, list[Value | None]] = {}
        changes: dict[str, list[SetMemory]] = {}
        for step in all_steps(scene):
            if isinstance(step, SetMemory):
                changes.setdefault(step.name, []).append(step)
        for memory in scene.memory:
            self._values[memory.name] = list(_memory(memory.start, changes.get(memory.name, [])))
        for slot in scene.slots:
            known: Sequence[Value] = (
                range(slot.low, min(slot.high, slot.low + 2 * _REACH) + 1) if slot.is_number
                else [value.key for value in slot.values]
            )  # fmt: skip
            self._values[slot.name] = [*known, None]
        for dial in scene.dials:
            self._values[dial.name] = list(range(dial.low, dial.high + 1))

    def of(self, name: str) -> list[Value | None]:
        """Every value of a name; only "not known" for an undeclared one."""
        return self._values.get(name, [None])

    def possible(self, condition: Condition) -> bool:
        """True when some value makes the condition hold."""
        return any(fits(condition, value) for value in self.of(condition.name))

    def covered(self, conditions: Iterable[Condition | None]) -> bool:
        """True when one always holds: no condition at all, or several that share out all values of a name."""
        by_name: dict[str, list[Condition]] = {}
        for condition in conditions:
            if condition is None:
                return True
            by_name.setdefault(condition.name, []).append(condition)
        return any(
            all(any(fits(condition, value) for condition in asked) for value in self.of(name))
            for name, asked in by_name.items()
        )

    def shown(self, name: str) -> str:
        """The values as they are shown to the author."""
        known = [value for value in self.of(name) if value is not None]
        numbers = [value for value in known if isinstance(value, int)]
        if numbers and len(numbers) == len(known) and len(known) > 4:
            return f"{min(numbers)} … {max(numbers)}"
        return ", ".join(str(value) for value in known[:12])


def fits(condition: Condition, value: Value | None) -> bool:
    """The comparison as the conversation makes it: an unknown value only ever differs."""
    if value is None:
        return condition.operator == "!="
    if isinstance(value, int) and isinstance(condition.value, int):
        return _COMPARE[condition.operator](value, condition.value)
    if condition.operator == "=":
        return str(value) == str(condition.value)
    return condition.operator == "!=" and str(value) != str(condition.value)


def _memory(start: Value, changes: Sequence[SetMemory]) -> Iterator[Value]:
    values = [start, *(change.value for change in changes if change.value is not None)]
    numbers = [value for value in values if isinstance(value, int)]
    up = any(change.change > 0 for change in changes)
    down = any(change.change < 0 for change in changes)
    if numbers and (up or down):
        low = min(numbers) - (_REACH if down else 0)
        high = max(numbers) + (_REACH if up else 0)
        yield from range(low, high + 1)
    seen: set[Value] = set()
    for value in values:
        if value not in seen and not (isinstance(value, int) and (up or down)):
            seen.add(value)
            yield value

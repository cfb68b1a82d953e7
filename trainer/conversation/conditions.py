"""Conditions of the sheet: one name, one comparison, one value."""

from __future__ import annotations

import operator
from collections.abc import Callable

from trainer.conversation.state import State
from trainer.script import Condition, Operator, Scene, Value

_COMPARE: dict[Operator, Callable[[int, int], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
}


def value_of(scene: Scene, state: State, name: str) -> Value | None:
    """What a name stands for now: a dial, then a memory or a slot; None while nothing is known."""
    if name in state.dials:
        return state.dials[name]
    dial = scene.dial(name)
    if dial is not None:
        return dial.gentlest
    return state.memory.get(name)


def holds(scene: Scene, state: State, condition: Condition | None) -> bool:
    """True when the condition holds now (no condition always holds; an unknown value never equals anything)."""
    if condition is None:
        return True
    known = value_of(scene, state, condition.name)
    if known is None:
        return condition.operator == "!="
    if isinstance(known, int) and isinstance(condition.value, int):
        return _COMPARE[condition.operator](known, condition.value)
    if condition.operator == "=":
        return str(known) == str(condition.value)
    if condition.operator == "!=":
        return str(known) != str(condition.value)
    return False

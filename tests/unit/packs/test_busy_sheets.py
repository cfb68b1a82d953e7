"""Sheets made to keep the checks busy: what is looked at does not grow with the square of the lines."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from tests.helpers.sheet_cases import BAKERY
from trainer.packs.checker import check_sheet

HEAD = BAKERY.split("\n==")[0] + "\n"

BUSY = {
    "notes in the foot": lambda n: BAKERY + "// ok hint-missing: because\n" * n,
    "a note above every goal": lambda n: BAKERY + "// ok goal-never-reached: because\ngoal a: b\n" * n,
    "arrows with conditions": lambda n: (
        HEAD + "slot n: number 1 to 9\n== a ==\n" + "".join(f"-> a (if n = {i % 7})\n" for i in range(n)) + "-> end\n"
    ),
    "goals": lambda n: HEAD + "".join(f"goal g{i}: do {i}\n" for i in range(n)) + "== a ==\n-> end\n",
}


def steps_of(text: str) -> int:
    """How many lines of the program run for this sheet; the clock would tell of the computer."""
    count = 0

    def trace(frame: FrameType, event: str, argument: object):
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        check_sheet(text)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("busy", BUSY)
def test_twice_the_lines_are_not_four_times_the_work(busy: str) -> None:
    small, large = steps_of(BUSY[busy](400)), steps_of(BUSY[busy](800))
    assert large < 2.6 * small

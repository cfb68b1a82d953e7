"""Another name for a moment in what stands beside its sheet: rehearsal plans, and the notes of what was translated."""

from __future__ import annotations

import re

from trainer.packs import marks
from trainer.packs.plans import AtMoment, read_plan
from trainer.packs.stale import Status

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")


def in_plan(text: str, old: str, new: str) -> str:
    """A rehearsal plan whose lines `= old` say `= new`; every other character stays as it is."""
    wanted = marks.fold(old)
    steps = read_plan(text)[0].steps
    rows = {step.line for step in steps if isinstance(step, AtMoment) and marks.fold(step.name) == wanted}
    if not rows:
        return text
    made = []
    for number, found in enumerate(_LINE.finditer(text), start=1):
        content, end = found.groups()
        if number in rows:
            name = marks.strip(marks.strip(content.removeprefix(marks.BYTE_ORDER_MARK))[1:])
            before, _, after = content.rpartition(name)
            content = f"{before}{new}{after}"
        made.append(content + end)
    return "".join(made)


def in_status(status: Status, scene: str, old: str, new: str) -> Status:
    """The notes of a translation with that moment's blocks under its other name: they are not to be looked at again."""
    if scene not in status:
        return status
    before, after = f"{marks.fold(old)} / ", f"{marks.fold(new)} / "
    rows = {
        (after + address.removeprefix(before) if address.startswith(before) else address): mark
        for address, mark in status[scene].items()
    }
    return {**status, scene: rows}

"""Which moments were given another name by typing in their heading: what else says the old name may follow, if wished.

Nothing is rewritten here. A heading that is typed in keeps the name it began with until it has that name again, is
taken out, or its followers were dealt with.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from trainer.editor.model.document import Edit
from trainer.packs import marks
from trainer.packs.lines import Sheet
from trainer.packs.reader import read_line

MOST = 20
"""Headings that are remembered at a time."""


@dataclass(frozen=True, slots=True)
class Retitled:
    """The heading on `row` (0-based) was called `old` before it was typed in."""

    row: int
    old: str


def heading(content: str) -> str | None:
    """The name in a heading; None for any other line."""
    line = read_line(content)
    return line.name if line.kind == "moment" else None


def after(edit: Edit, known: Iterable[Retitled]) -> tuple[Retitled, ...]:
    """What is known of the headings once an edit was made: rows shift, a heading that is typed in is remembered."""
    first, count, more = edit.first, len(edit.removed), len(edit.added) - len(edit.removed)
    typed = count == 1 and len(edit.added) == 1
    kept = []
    for one in known:
        if one.row < first or (typed and one.row == first):
            kept.append(one)
        elif one.row >= first + count:
            kept.append(replace(one, row=one.row + more))
    if typed and all(one.row != first for one in kept):
        name = heading(edit.removed[0].content)
        if name:
            kept.append(Retitled(first, name))
    return tuple(kept[-MOST:])


def differs(old: str, new: str | None) -> bool:
    """True when that is another name, as names are compared."""
    return bool(new) and marks.fold(old) != marks.fold(new or "")


def mentions(sheet: Sheet, name: str) -> int:
    """How often the sheet leads to a moment of that name: arrows, and `hardest`."""
    wanted = marks.fold(name)
    count = 0
    for line in sheet.lines:
        here = line if line.kind == "arrow" else line.inline
        if here is not None and here.kind == "arrow":
            count += marks.fold(here.name) == wanted
        elif line.kind == "head" and line.key == "hardest":
            count += marks.fold(line.text) == wanted
    return count

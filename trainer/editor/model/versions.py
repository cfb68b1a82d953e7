"""Two states of a sheet side by side: what differs, moment by moment, and one moment put back as it was."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import Literal

from trainer.editor.model.document import Edit, SheetDocument
from trainer.editor.model.shape import structure
from trainer.packs import marks

Change = Literal["same", "changed", "added", "removed"]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a sheet: the head (name ""), a moment, or the foot (`FOOT`). `lines` are its contents."""

    name: str
    first: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A part that differs: `added` means it is there now and was not then. `lines` as (" ", "-" or "+", text)."""

    name: str
    change: Change
    lines: tuple[tuple[str, str], ...]


FOOT = "\0"
"""Name of the part behind the last moment; no moment can have it."""


def moments_of(text: str) -> tuple[Part, ...]:
    """The parts of a sheet, from top to bottom; every row belongs to exactly one."""
    document = SheetDocument(text)
    contents = [row.content for row in document.rows]
    shape = structure(document)
    part = shape.part
    found = sorted([*part.moments, *([part.anywhere] if part.anywhere else [])], key=lambda one: one.header.number)
    starts = [(one.header.name, one.header.number - 1) for one in found]
    last = max((one.last_line for one in found), default=0)
    foot = next(
        (line.number - 1 for line in shape.sheet.lines[last:] if line.kind not in ("blank", "note", "ok")), None
    )
    if foot is not None and starts:
        starts.append((FOOT, foot))
    if not starts or starts[0][1] > 0:
        starts.insert(0, ("", 0))
    ends = [first for _, first in starts[1:]] + [len(contents)]
    return tuple(Part(name, at, tuple(contents[at:end])) for (name, at), end in zip(starts, ends, strict=True))


def differences(old: str, new: str) -> tuple[Difference, ...]:
    """What differs between a sheet as it was and as it is, in the order it has now; what was taken out stands last."""
    was, now = moments_of(old), moments_of(new)
    before = {marks.fold(part.name): part for part in was}
    found = []
    for part in now:
        other = before.pop(marks.fold(part.name), None)
        if other is None:
            found.append(Difference(part.name, "added", tuple(("+", line) for line in part.lines)))
        elif _trimmed(other.lines) != _trimmed(part.lines):
            found.append(Difference(part.name, "changed", tuple(_compared(other.lines, part.lines))))
    found += [Difference(p.name, "removed", tuple(("-", line) for line in p.lines)) for p in before.values()]
    return tuple(found)


def restore_whole(document: SheetDocument, old: SheetDocument) -> tuple[Edit, ...]:
    """The whole sheet as it was, line ends included: only the rows that differ are exchanged."""
    now, then = list(document.rows), list(old.rows)
    edits, moved = [], 0
    for tag, a, b, c, d in difflib.SequenceMatcher(None, now, then).get_opcodes():
        if tag != "equal":
            edits.append(Edit(a + moved, tuple(now[a:b]), tuple(then[c:d])))
            moved += (d - c) - (b - a)
    return tuple(edits)


def restore_moment(document: SheetDocument, old: str, name: str) -> tuple[Edit, ...]:
    """One moment (or the head, "") as it was in `old`; everything else stays. A moment that is gone comes back.

    () when it was not there then, or is the same.
    """
    then = {marks.fold(part.name): part for part in moments_of(old)}
    wanted = then.get(marks.fold(name))
    if wanted is None:
        return ()
    now = moments_of(document.words)
    here = next((part for part in now if marks.fold(part.name) == marks.fold(name)), None)
    lines = list(_trimmed(wanted.lines))
    if here is not None:
        mine = _trimmed(here.lines)
        return () if tuple(lines) == mine else (document.edit(here.first, len(mine), lines),)
    order = [marks.fold(part.name) for part in moments_of(old)]
    above = order[: order.index(marks.fold(name))]
    row = next((p.first + len(_trimmed(p.lines)) for p in reversed(now) if marks.fold(p.name) in above), 0)
    return (document.edit(row, 0, ["", *lines] if row else [*lines, ""]),)


def _trimmed(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Without the empty lines at the end, which only keep parts apart."""
    end = len(lines)
    while end > 1 and not lines[end - 1].strip(marks.SPACES):
        end -= 1
    return lines[:end]


def _compared(old: tuple[str, ...], new: tuple[str, ...]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found += [(" ", line) for line in old[a:b]]
        else:
            found += [("-", line) for line in old[a:b]] + [("+", line) for line in new[c:d]]
    return found

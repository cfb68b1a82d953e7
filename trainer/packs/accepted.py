"""`// ok code: reason`: an author has looked at a finding and keeps the line as it is.

The note counts for the line below it, and for the block it stands in: a reply, an event block, the opening of a moment
(then for the whole moment), or the head or foot (then for everything found there). Errors cannot be accepted.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass

from trainer.packs.catalogue import DEFINITIONS
from trainer.packs.diagnostics import Diagnostic, Findings
from trainer.packs.lines import HEAD_KINDS, Sheet, SheetLine


@dataclass(frozen=True, slots=True)
class _Span:
    """Lines [first, last] for which a note counts."""

    note: SheetLine
    first: int
    last: int


def apply_accepted(sheet: Sheet, found: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings without the accepted ones, with findings about the notes themselves."""
    notes = [line for line in sheet.lines if line.kind == "ok"]
    if not notes:
        return tuple(found)
    findings = Findings(sheet.file)
    blocks = _Blocks(sheet.lines)
    spans: dict[str, list[_Span]] = {}
    for note in notes:
        spans.setdefault(note.name, []).append(blocks.span(note))
    used: set[int] = set()
    kept = []
    for diagnostic in found:
        span = next((s for s in spans.get(diagnostic.code, ()) if _covers(s, diagnostic, sheet.file)), None)
        if span is None:
            kept.append(diagnostic)
        else:
            used.add(span.note.number)
    for note in notes:
        _check_note(note, note.number in used, findings)
    findings.extend(kept)
    return findings.all()


def _covers(span: _Span, diagnostic: Diagnostic, file: str) -> bool:
    return diagnostic.severity != "error" and diagnostic.file == file and span.first <= diagnostic.line <= span.last


def _check_note(note: SheetLine, used: bool, findings: Findings) -> None:
    definition = DEFINITIONS.get(note.name)
    if definition is None:
        near = difflib.get_close_matches(note.name[:40], DEFINITIONS, n=1)
        findings.add("ok-unknown", note.number, note.column, accepted=note.name, near=near[0] if near else "")
    elif definition.severity == "error":
        findings.add("ok-error", note.number, note.column, accepted=note.name)
    elif not used:
        findings.add("ok-unused", note.number, note.column, accepted=note.name)
    elif not note.text:
        findings.add("ok-no-reason", note.number, note.column, accepted=note.name)


class _Blocks:
    """Which block each line stands in: looked at once for all notes, however many there are."""

    def __init__(self, lines: Sequence[SheetLine]) -> None:
        self.lines = lines
        self._ends: dict[int, int] = {}
        self._feet: dict[int, int] = {}
        self._below: list[SheetLine | None] = [None] * len(lines)
        self._above: list[SheetLine | None] = [None] * len(lines)
        near: SheetLine | None = None
        for at in range(len(lines) - 1, -1, -1):
            self._below[at] = near
            near = near if lines[at].kind in ("blank", "note", "ok") else lines[at]
        near = None
        for at, line in enumerate(lines):
            self._above[at] = near
            near = line if _opens(line) else near
        self._first = next((line.number - 1 for line in lines if line.kind == "moment"), len(lines))

    def span(self, note: SheetLine) -> _Span:
        """From the beginning of the block the note stands in (or stands above) to that block's end."""
        below, above = self._below[note.number - 1], self._above[note.number - 1]
        if below is not None and _opens(below):
            return _Span(note, below.number, self._end(below))
        if above is not None and below is not None and below.kind in HEAD_KINDS:
            if below.number not in self._feet:
                last = _last_of_head(below, self.lines)
                self._feet.update(dict.fromkeys(range(below.number, last + 1), last))
            return _Span(note, below.number, self._feet[below.number])
        if above is None:
            return _Span(note, 1, self._first)
        return _Span(note, above.number, self._end(above))

    def _end(self, opener: SheetLine) -> int:
        if opener.number not in self._ends:
            self._ends[opener.number] = _end(opener, self.lines)
        return self._ends[opener.number]


def _last_of_head(line: SheetLine, lines: Sequence[SheetLine]) -> int:
    """The last line of the part of the foot that begins with `line`."""
    last = line.number
    for other in lines[line.number :]:
        if other.kind in HEAD_KINDS:
            last = other.number
        elif other.kind not in ("blank", "note", "ok"):
            break
    return last


def _opens(line: SheetLine) -> bool:
    return line.kind in ("moment", "reply", "event")


def _end(opener: SheetLine, lines: Sequence[SheetLine]) -> int:
    """The last line of the block that `opener` begins; a moment goes on to the next moment."""
    stops = {"moment"} if opener.kind == "moment" else {"moment", "reply", "event", "hint", *HEAD_KINDS}
    for line in lines[opener.number :]:
        if line.kind in stops:
            return line.number - 1
    return len(lines)

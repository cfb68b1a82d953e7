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
    spans = [_span(note, sheet.lines) for note in notes]
    used: set[int] = set()
    kept = []
    for diagnostic in found:
        span = next((s for s in spans if _covers(s, diagnostic, sheet.file)), None)
        if span is None:
            kept.append(diagnostic)
        else:
            used.add(span.note.number)
    for note in notes:
        _check_note(note, note.number in used, findings)
    findings.extend(kept)
    return findings.all()


def _covers(span: _Span, diagnostic: Diagnostic, file: str) -> bool:
    return (
        diagnostic.code == span.note.name
        and diagnostic.severity != "error"
        and diagnostic.file == file
        and span.first <= diagnostic.line <= span.last
    )


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


def _span(note: SheetLine, lines: Sequence[SheetLine]) -> _Span:
    """From the beginning of the block the note stands in (or the block it stands above) to that block's end."""
    at = note.number - 1
    below = next((line for line in lines[at + 1 :] if line.kind not in ("blank", "note", "ok")), None)
    if below is not None and _opens(below):
        return _Span(note, below.number, _end(below, lines))
    above = next((line for line in reversed(lines[:at]) if _opens(line)), None)
    if above is not None and below is not None and below.kind in HEAD_KINDS:
        return _Span(note, below.number, _last_of_head(below, lines))
    if above is None:
        end = next((line.number - 1 for line in lines if line.kind == "moment"), len(lines))
        return _Span(note, 1, end)
    return _Span(note, above.number, _end(above, lines))


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

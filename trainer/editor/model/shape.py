"""The outline of an open sheet, and which rows belong to what."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from trainer.editor.model.document import SheetDocument
from trainer.editor.model.live import Look
from trainer.packs.catalogue import Severity
from trainer.packs.diagnostics import Findings
from trainer.packs.lines import HEAD_KINDS, Sheet, SheetLine
from trainer.packs.outline import EventPart, MomentPart, Outline, ReplyPart, SaidPart, outline
from trainer.packs.reader import read_sheet
from trainer.packs.sheet_style import Style, language_of, style_of

RowKind = Literal["head", "anywhere", "moment", "opening", "reply", "gesture", "hints", "event", "foot"]


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """A part of the sheet. Rows `first` to `last` (0-based, both included) are its lines.

    `name` is the name in the sheet (for an event its keyword with number), `label` what is shown besides, `text` the
    first words said there. The counts are diagnostics on its rows.
    """

    kind: RowKind
    depth: int
    name: str
    first: int
    last: int
    label: str = ""
    text: str = ""
    errors: int = 0
    warnings: int = 0
    ideas: int = 0


@dataclass(frozen=True, slots=True)
class Structure:
    """A document as it is read now, for edits: lines, parts, and how the author writes."""

    sheet: Sheet
    part: Outline
    style: Style

    def moment(self, name: str) -> MomentPart | None:
        """The moment of that name; `anywhere` too."""
        found = self.part.moment(name)
        if found is None and self.part.anywhere is not None and name in ("anywhere", self.part.anywhere.header.name):
            return self.part.anywhere
        return found

    def last_row(self, moment: MomentPart) -> int:
        """The last row with something of that moment on it."""
        return max(moment.last_line, moment.header.number) - 1

    def speaker(self, moment: MomentPart | None = None) -> str:
        """Who speaks first in a moment, else the first person of the sheet; "" without any."""
        items = [*moment.opening, *(i for e in moment.events for i in e.body)] if moment else []
        said = next((item for item in items if isinstance(item, SaidPart)), None)
        persons = self.part.all_of("person")
        return said.line.key if said else (persons[0].name if persons else "")


def structure(document: SheetDocument) -> Structure:
    """Read the document (about 10 ms for 1,000 lines): every structured edit begins with this."""
    sheet = read_sheet(document.words, document.file)
    part = outline(sheet, Findings(document.file))
    language = language_of(sheet, part)
    return Structure(sheet, part, style_of(sheet.lines, language))


def outline_rows(look: Look, *, parts: bool = True) -> tuple[OutlineRow, ...]:
    """The sheet from top to bottom: head, moments (with their `parts`), foot; with counts of what was found in each."""
    lines = look.sheet.lines
    moments = [*look.part.moments, *([look.part.anywhere] if look.part.anywhere else [])]
    moments.sort(key=lambda moment: moment.header.number)
    counted = _rows_by_severity(look)
    first_moment = moments[0].header.number - 1 if moments else len(lines)
    rows = [_row("head", 0, look.part.head["scene"].text if "scene" in look.part.head else "", 0, first_moment - 1)]
    for moment in moments:
        rows += _moment_rows(moment, "anywhere" if moment is look.part.anywhere else "moment", parts)
    after = max((moment.last_line for moment in moments), default=0)
    foot = next((line for line in lines[after:] if line.kind in HEAD_KINDS), None)
    if foot is not None and moments:
        rows.append(_row("foot", 0, "", foot.number - 1, len(lines) - 1))
    return tuple(_counted(row, *counted) for row in rows if row.last >= row.first)


def _moment_rows(moment: MomentPart, kind: RowKind, with_parts: bool) -> Iterable[OutlineRow]:
    header, last = moment.header, max(moment.last_line, moment.header.number) - 1
    said = next((item.line.text for item in moment.opening if isinstance(item, SaidPart)), "")
    yield _row(kind, 0, header.name, header.number - 1, last, header.label, said)
    if not with_parts:
        return
    parts = sorted(_parts(moment), key=lambda part: part.first)
    ends = [part.first - 1 for part in parts[1:]] + [last]
    for part, end in zip(parts, ends, strict=False):  # without any part there is one end too many
        yield _row(part.kind, 1, part.name, part.first, end, part.label, part.text)


def _parts(moment: MomentPart) -> Iterable[OutlineRow]:
    first = min((_line(item).number for item in moment.opening), default=0)
    if first:
        yield _row("opening", 1, "", first - 1, first - 1)
    for reply in moment.replies:
        at, header = reply.header.number - 1, reply.header
        text = reply.examples[0].text if reply.examples else ""
        yield _row("gesture" if header.gesture else "reply", 1, header.name, at, at, header.label, text)
    for event in moment.events:
        at = event.header.number - 1
        text = next((item.line.text for item in event.body if isinstance(item, SaidPart)), "")
        yield _row("event", 1, event_name(event), at, at, "", text)
    if moment.hints:
        hints = [moment.hints[level] for level in sorted(moment.hints)]
        at = min(line.number for line in hints) - 1
        yield _row("hints", 1, "", at, at, "", hints[0].text)


def event_name(event: EventPart) -> str:
    """An event block by its one name: `repeat`, `silence 8`, `unclear 2`."""
    header = event.header
    return header.key if header.key == "repeat" else f"{header.key} {header.level}"


def _line(item: SaidPart | SheetLine) -> SheetLine:
    return item.line if isinstance(item, SaidPart) else item


def _row(kind: RowKind, depth: int, name: str, first: int, last: int, label: str = "", text: str = "") -> OutlineRow:
    return OutlineRow(kind, depth, name, first, last, label, text)


def _rows_by_severity(look: Look) -> tuple[list[int], list[int], list[int]]:
    """The rows of errors, warnings and ideas, each from top to bottom."""
    rows: dict[Severity, list[int]] = {"error": [], "warning": [], "idea": []}
    for found in look.found:
        rows[found.severity].append(found.line - 1)
    return sorted(rows["error"]), sorted(rows["warning"]), sorted(rows["idea"])


def _counted(row: OutlineRow, errors: list[int], warnings: list[int], ideas: list[int]) -> OutlineRow:
    """The row with the number of diagnostics on its lines; most rows have none and stay the same value."""

    def count(found: list[int]) -> int:
        return bisect_right(found, row.last) - bisect_left(found, row.first) if found else 0

    counts = count(errors), count(warnings), count(ideas)
    if not any(counts):
        return row
    return replace(row, errors=counts[0], warnings=counts[1], ideas=counts[2])


def reply_end(moment: MomentPart, reply: ReplyPart, lines: tuple[SheetLine, ...]) -> int:
    """The last row of a reply: its last line that is not blank, a note or the beginning of another part."""
    last = reply.header.number
    for line in lines[reply.header.number : moment.last_line]:
        if line.kind in ("reply", "event", "hint", "moment") or line.kind in HEAD_KINDS:
            break
        if line.kind not in ("blank", "note", "ok"):
            last = line.number
    return last - 1

"""Lines to structure: which line belongs to which moment, reply and event; structural slips are reported here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from trainer.packs import marks
from trainer.packs.diagnostics import Findings
from trainer.packs.lines import BODY_KINDS, HEAD_KINDS, Kind, Sheet, SheetLine
from trainer.packs.slips import report_unknown


@dataclass(slots=True)
class SaidPart:
    """A spoken line with the other wordings under it."""

    line: SheetLine
    others: list[SheetLine] = field(default_factory=list)


BlockItem = SheetLine | SaidPart


@dataclass(slots=True)
class ReplyPart:
    """A reply: its heading, examples, and what happens after it."""

    header: SheetLine
    examples: list[SheetLine] = field(default_factory=list)
    body: list[BlockItem] = field(default_factory=list)
    on_purpose: bool = False


@dataclass(slots=True)
class EventPart:
    """A `repeat:`, `silence 8s:`, `unclear:` or `not heard:` block."""

    header: SheetLine
    body: list[BlockItem] = field(default_factory=list)


@dataclass(slots=True)
class MomentPart:
    """A moment as written."""

    header: SheetLine
    opening: list[BlockItem] = field(default_factory=list)
    replies: list[ReplyPart] = field(default_factory=list)
    events: list[EventPart] = field(default_factory=list)
    hints: dict[int, SheetLine] = field(default_factory=dict)
    last_line: int = 0

    def event(self, key: str, level: int) -> EventPart | None:
        """The event block of that kind and number."""
        return next((e for e in self.events if e.header.key == key and e.header.level == level), None)

    def reply(self, name: str) -> ReplyPart | None:
        """The reply of that name, compared as names are."""
        wanted = marks.fold(name)
        return next((part for part in self.replies if marks.fold(part.header.name) == wanted), None)


@dataclass(slots=True)
class Outline:
    """A whole sheet by structure. `head` holds the first line of each keyword."""

    file: str
    head: dict[str, SheetLine] = field(default_factory=dict)
    listed: dict[Kind, list[SheetLine]] = field(default_factory=dict)
    warnings: list[SheetLine] = field(default_factory=list)
    closing: list[SheetLine] = field(default_factory=list)
    moments: list[MomentPart] = field(default_factory=list)
    anywhere: MomentPart | None = None

    def all_of(self, kind: Kind) -> list[SheetLine]:
        """The head lines of a kind (person, goal, slot, memory, dial, after, step), in order."""
        return self.listed.get(kind, [])

    def line_of(self, kind: Kind, name: str) -> int:
        """The line where something of the head is declared; 1 when it is not."""
        wanted = marks.fold(name)
        for line in self.all_of(kind):
            own = marks.fold(line.name)
            if own == wanted or own.startswith((f"{wanted}(", f"{wanted} (")):
                return line.number
        return 1

    def moment(self, name: str) -> MomentPart | None:
        """The moment of that name, compared as names are."""
        wanted = marks.fold(name)
        return next((part for part in self.moments if marks.fold(part.header.name) == wanted), None)


_REPEATABLE = frozenset({"warning", "closing"})


def outline(sheet: Sheet, findings: Findings, known_persons: Iterable[str] = ()) -> Outline:
    """Group the lines of a sheet; never raises. `known_persons` are speakers declared in another sheet."""
    return _Grouping(sheet, findings, known_persons).run()


class _Grouping:
    """Walks down the lines, remembering the moment and the block it is in."""

    def __init__(self, sheet: Sheet, findings: Findings, known_persons: Iterable[str]) -> None:
        self.sheet, self.findings = sheet, findings
        self.out = Outline(sheet.file)
        self.persons = {marks.fold(line.name): line.name for line in sheet.lines if line.kind == "person"}
        self.persons.update((marks.fold(name), name) for name in known_persons)
        self.moment: MomentPart | None = None
        self.reply: ReplyPart | None = None
        self.block: list[BlockItem] | None = None
        self.said: SaidPart | None = None
        self.seen_moments: dict[str, int] = {}
        self.seen_named: dict[tuple[Kind, str], int] = {}

    def run(self) -> Outline:
        for line in self.sheet.lines:
            if line.kind in ("blank", "note", "ok"):
                continue
            self.take(line)
            if self.moment is not None and line.kind not in HEAD_KINDS:
                self.moment.last_line = line.number
        return self.out

    def take(self, line: SheetLine) -> None:
        if self.is_empty(line):
            self.findings.add("empty-line", line.number, line.column, mark=shown_mark(line))
            if line.kind != "moment":
                return
        if line.kind == "unknown":
            report_unknown(line, self.persons, self.said is not None, self.moment is not None, self.findings)
        elif line.kind in HEAD_KINDS:
            self.take_head(line)
        elif line.kind == "moment":
            self.take_moment(line)
        elif self.moment is None:
            self.outside(line)
        elif line.kind in BODY_KINDS:
            self.take_body(line)
        else:
            self.take_part(line, self.moment)

    def is_empty(self, line: SheetLine) -> bool:
        if line.kind in ("cue", "say", "wording", "example", "hint", "reach", "set"):
            return not line.text
        return line.kind in ("moment", "reply", "arrow") and not line.name

    def outside(self, line: SheetLine) -> None:
        """A line of a moment before any moment began; a word with a colon is rather a misspelt keyword."""
        if line.kind == "say" and marks.fold(line.key) not in self.persons:
            report_unknown(line, self.persons, False, False, self.findings)
        else:
            self.findings.add("outside-moment", line.number, line.column, mark=shown_mark(line))

    # --- head and foot ---------------------------------------------------------------------------------------

    def take_head(self, line: SheetLine) -> None:
        if line.kind == "head":
            if line.key == "warning":
                self.out.warnings.append(line)
            elif line.key == "closing":
                self.out.closing.append(line)
            elif line.key in self.out.head:
                self.findings.add(
                    "duplicate-name", line.number, line.column, name=line.key, other=self.out.head[line.key].number
                )
            self.out.head.setdefault(line.key, line)
            return
        name = marks.fold(line.key if line.kind == "step" else line.name)
        if line.kind != "after":
            first = self.seen_named.setdefault((line.kind, name), line.number)
            if first != line.number:
                self.findings.add("duplicate-name", line.number, line.column, name=line.name or line.key, other=first)
                return
        self.out.listed.setdefault(line.kind, []).append(line)

    # --- moments and their parts ---------------------------------------------------------------------------

    def take_moment(self, line: SheetLine) -> None:
        name = marks.fold(line.name)
        part = MomentPart(line)
        if name in marks.ANYWHERE_WORDS:
            if self.out.anywhere is None:
                self.out.anywhere = part
            else:
                part = self.out.anywhere
        elif name in self.seen_moments:
            self.findings.add(
                "duplicate-moment", line.number, line.column, name=line.name, other=self.seen_moments[name]
            )
        else:
            self.seen_moments[name] = line.number
            self.out.moments.append(part)
        self.moment, self.reply, self.said, self.block = part, None, None, part.opening

    def take_body(self, line: SheetLine) -> None:
        """Something that happens: it goes to the block we are in."""
        assert self.block is not None
        if line.kind == "wording":
            if self.said is None:
                self.findings.add("wording-without-line", line.number, line.column, text=line.text)
            else:
                self.said.others.append(line)
            return
        self.said = None
        if line.kind == "say":
            if marks.fold(line.key) not in self.persons:
                report_unknown(line, self.persons, False, True, self.findings)
            self.said = SaidPart(line)
            self.block.append(self.said)
        else:
            self.block.append(line)

    def take_part(self, line: SheetLine, moment: MomentPart) -> None:
        """A reply, example, hint, event, or the mark `on purpose`."""
        if line.kind == "hint":
            self.take_hint(line, moment)
            return
        self.said = None
        if line.kind == "reply":
            self.take_reply(line, moment)
        elif line.kind == "event":
            self.take_event(line, moment)
        elif self.reply is None or self.block is not self.reply.body:
            code = "example-without-reply" if line.kind == "example" else "purpose-without-reply"
            self.findings.add(code, line.number, line.column, text=line.text)
        elif line.kind == "example":
            self.reply.examples.append(line)
        else:
            self.reply.on_purpose = True

    def take_reply(self, line: SheetLine, moment: MomentPart) -> None:
        part = ReplyPart(line)
        first = moment.reply(line.name)
        if first is not None:
            self.findings.add("duplicate-reply", line.number, line.column, name=line.name, other=first.header.number)
        else:
            moment.replies.append(part)
        self.reply, self.block = part, part.body

    def take_event(self, line: SheetLine, moment: MomentPart) -> None:
        part = EventPart(line)
        first = moment.event(line.key, line.level)
        if first is not None:
            self.findings.add(
                "duplicate-event", line.number, line.column, name=shown_mark(line), other=first.header.number
            )
        else:
            moment.events.append(part)
        self.reply, self.block = None, part.body
        if line.inline is not None:
            self.take(line.inline)

    def take_hint(self, line: SheetLine, moment: MomentPart) -> None:
        if line.level not in (1, 2, 3):
            self.findings.add("head-value", line.number, line.column, key="hint", expected="1, 2, 3")
        elif line.level in moment.hints:
            first = moment.hints[line.level].number
            self.findings.add("duplicate-hint", line.number, line.column, level=line.level, other=first)
        else:
            moment.hints[line.level] = line


_SHOWN = {
    "moment": "==", "cue": "@", "wording": "/", "reply": ">", "example": "-", "arrow": "->", "reach": "goal:",
    "set": "set:", "show": "show hint", "purpose": "on purpose",
}  # fmt: skip


def shown_mark(line: SheetLine) -> str:
    """How the beginning of a line is named in a message."""
    if line.kind == "say":
        return f"{line.key}:"
    if line.kind == "hint":
        return f"hint {line.level}:"
    if line.kind == "event":
        return f"{line.key} {line.level}:" if line.level > 1 else f"{line.key}:"
    return _SHOWN.get(line.kind, line.key)

"""Writing one side of a translation: only that pair's lines are touched, and what they need to stand in is made."""

from __future__ import annotations

from collections.abc import Sequence

from trainer.editor.model import writing
from trainer.editor.model.document import Edit, SheetDocument
from trainer.editor.model.live import Look
from trainer.editor.model.shape import Structure, reply_end, structure
from trainer.editor.model.sides import Pair, moment_key, units
from trainer.packs import marks
from trainer.packs.lines import SheetLine
from trainer.packs.outline import BlockItem, EventPart, MomentPart, Outline, SaidPart
from trainer.packs.translator import NOT_YET

Edits = tuple[Edit, ...]


def write(source: Look, document: SheetDocument, pair: Pair, lines: Sequence[str]) -> Edits:
    """The translation `document` with these lines for a pair (wordings, examples, or one line).

    Moments, replies and blocks that the translation does not have yet are made where the source has them. Nothing else
    in the sheet changes. () when there is nothing to change.
    """
    fresh = [marks.strip(" ".join(line.splitlines())) for line in lines]
    work = _Side(source.part, SheetDocument(document.text, document.file))
    work.write(pair, [line for line in fresh if line])
    return tuple(work.edits)


class _Side:
    """Works on a copy of the sheet and notes every edit, so that each step can look at what the ones before it made."""

    def __init__(self, source: Outline, document: SheetDocument) -> None:
        self.source, self.document = source, document
        self.edits: list[Edit] = []

    @property
    def shape(self) -> Structure:
        """The copy as it reads now."""
        return structure(self.document)

    def make(self, edits: Edits) -> None:
        """Make edits on the copy and note them."""
        self.document.apply(edits)
        self.edits += [edit for edit in edits if edit.removed != edit.added]

    def insert(self, row: int, contents: Sequence[str]) -> None:
        """New lines before a row."""
        self.make((self.document.edit(row, 0, contents),))

    def write(self, pair: Pair, lines: list[str]) -> None:
        """Change what is there, or put it where it belongs."""
        if pair.kind in ("reply", "moment"):
            self.label(pair, lines[0] if lines else "")
        elif pair.target_rows:
            self.change(pair, lines)
        elif lines:
            self.add(pair, lines)

    # --- what is there --------------------------------------------------------------------------------------------

    def change(self, pair: Pair, lines: list[str]) -> None:
        """Line by line; more lines go below the last, lines too many are taken out (the first one stays)."""
        rows = list(pair.target_rows)
        if not lines:
            self.make(writing.remove_rows(self.document, rows[0], rows[0]) if len(rows) == 1 else ())
            return
        for row, text in zip(rows, lines, strict=False):
            self.make(writing.set_text(self.document, row, text))
        for row in reversed(rows[len(lines) :]):
            self.make(writing.remove_rows(self.document, row, row))
        for text in lines[len(rows) :]:
            if pair.kind == "examples":
                self.make(writing.add_example(self.document, pair.moment, pair.name, text))
            elif pair.kind == "say":
                self.make(writing.add_wording(self.document, rows[0], text))

    def label(self, pair: Pair, text: str) -> None:
        """`name = label` of a moment or reply."""
        moment = self.moment(pair.moment)
        line = self.reply_line(moment, pair) if pair.kind == "reply" else moment.header
        row = line.number - 1
        content = self.document.content(row)
        at = content.find(line.name, line.column - 1)
        ja = self.shape.style.language == "ja"
        shown = (f"（{text}）" if ja else f"({text})") if line.gesture and text else text
        if line.label:
            place = content.rfind(line.label)
            if text:
                fresh = content[:place] + text + content[place + len(line.label) :]
                self.make((self.document.edit(row, 1, [fresh]),))
        elif text and at >= 0:
            end = at + len(line.name) + line.gesture
            fresh = content[:end] + " = " + shown + content[end:]
            self.make((self.document.edit(row, 1, [fresh]),))

    # --- what is not there yet ------------------------------------------------------------------------------------

    def add(self, pair: Pair, lines: list[str]) -> None:
        """New lines, where the source has theirs."""
        if pair.kind in ("person", "goal", "slot"):
            self.make(writing.set_head(self.document, pair.kind, lines[0], self.declared(pair)))
        elif pair.kind in ("warning", "after", "closing"):
            self.make(writing.add_head(self.document, pair.kind, lines[0]))
        elif pair.kind == "step":
            self.make(writing.set_head(self.document, pair.name, lines[0]))
        elif not pair.moment:
            self.make(writing.set_head(self.document, pair.kind, lines[0]))
        elif pair.kind == "hint":
            moment = self.moment(pair.moment)
            self.make(writing.set_hint(self.document, moment.header.name, pair.number, lines[0]))
        elif pair.kind == "examples":
            self.reply_line(self.moment(pair.moment), pair)
            for text in lines:
                self.make(writing.add_example(self.document, pair.moment, pair.name, text))
        else:
            self.body(pair, lines)

    def declared(self, pair: Pair) -> str:
        """The name as the source declares it, without `(optional)`."""
        lines = self.source.all_of(pair.kind)  # type: ignore[arg-type]
        names = (line.name.split("(")[0].split("（")[0].strip() for line in lines)
        return next((name for name in names if marks.fold(name) == pair.name), pair.name)

    def body(self, pair: Pair, lines: list[str]) -> None:
        """A spoken line with its wordings, or a cue, at the end of its block."""
        style = self.shape.style
        self.make_room(pair)
        first = style.say(pair.speaker, lines[0]) if pair.kind == "say" else style.cue + lines[0]
        fresh = [first, *(style.wording + text for text in lines[1:] if pair.kind == "say")]
        moment = self.moment(pair.moment)
        if pair.part == "opening":
            row = max([moment.header.number, *_lines(moment.opening)])
        elif pair.part.startswith("> "):
            self.reply_line(moment, pair)
            moment = self.moment(pair.moment)
            reply = moment.reply(pair.part[2:])
            row = reply_end(moment, reply, self.shape.sheet.lines) + 1 if reply else moment.last_line
        else:
            event = self.event(moment, pair.part)
            row = max([event.header.number, *_lines(event.body)])
            fresh = [style.inner + fresh[0], *fresh[1:]]
        self.insert(row, fresh)

    def make_room(self, pair: Pair) -> None:
        """Lines and cues are matched by their order: what stands before this one and has no words yet is marked so."""
        before = [
            one for one in units(self.source)
            if (one.kind, one.moment, one.part) == (pair.kind, pair.moment, pair.part) and one.number < pair.number
        ]  # fmt: skip
        there = sum(
            (one.kind, one.moment, one.part) == (pair.kind, pair.moment, pair.part) for one in units(self.shape.part)
        )
        for one in before[there:]:
            self.body(one, [NOT_YET])

    def moment(self, name: str) -> MomentPart:
        """The moment of the translation, made behind the one that stands above it in the source."""
        found = self.shape.moment(name)
        if found is not None:
            return found
        order = sorted(
            [*self.source.moments, *([self.source.anywhere] if self.source.anywhere else [])],
            key=lambda moment: moment.header.number,
        )
        names = [moment_key(moment.header.name) for moment in order]
        at = names.index(moment_key(name))
        above = (self.shape.moment(other) for other in reversed(names[:at]))
        last = next((part for part in above if part is not None), None)
        if last is not None:
            row = self.shape.last_row(last) + 1
        else:
            below = (self.shape.moment(other) for other in names[at + 1 :])
            first = next((part for part in below if part is not None), None)
            row = first.header.number - 1 if first else len(self.document)
        heading = self.shape.style.heading(order[at].header.name)
        before = [""] if row > 0 and self.document.content(row - 1).strip() else []
        self.insert(row, [*before, heading, *([""] if last is None and row < len(self.document) else [])])
        made = self.shape.moment(name)
        assert made is not None, "its heading was written just now"
        return made

    def reply_line(self, moment: MomentPart, pair: Pair) -> SheetLine:
        """The heading of a reply, made behind the last one when it is not there."""
        name = pair.name or pair.part.removeprefix("> ")
        found = moment.reply(name)
        if found is None:
            source = self.source.moment(pair.moment) or self.source.anywhere
            wanted = source.reply(name) if source else None
            gesture = wanted is not None and wanted.header.gesture
            fresh = wanted.header.name if wanted is not None else name
            self.make(writing.add_reply(self.document, moment.header.name, fresh, gesture=gesture))
            found = self.moment(pair.moment).reply(name)
        assert found is not None, "it was written just now"
        return found.header

    def event(self, moment: MomentPart, part: str) -> EventPart:
        """An event block, made at the end of the moment when it is not there."""
        key, _, level = part.partition(" ")
        number = int(level or 1)
        found = moment.event(key, number)
        if found is None:
            row = self.shape.last_row(moment) + 1
            self.insert(row, [self.shape.style.event(key, number)])
            found = self.moment(moment.header.name).event(key, number)
        assert found is not None, "it was written just now"
        return found


def _lines(items: Sequence[BlockItem]) -> list[int]:
    """The last line of each item."""
    return [(item.others or [item.line])[-1].number if isinstance(item, SaidPart) else item.number for item in items]

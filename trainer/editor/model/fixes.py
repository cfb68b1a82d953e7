"""What a diagnostic's one fix does to the sheet, where a machine can do it; a person decides, and can undo it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from trainer.editor.model import writing
from trainer.editor.model.blocks import BlockKind
from trainer.editor.model.document import Edit, SheetDocument
from trainer.editor.model.shape import Structure, structure
from trainer.packs import limits, marks
from trainer.packs.diagnostics import Diagnostic
from trainer.packs.lines import SheetLine
from trainer.packs.outline import MomentPart
from trainer.packs.sheet_style import DIAL_NAMES

Edits = tuple[Edit, ...]


def fix(document: SheetDocument, found: Diagnostic) -> Edits:
    """The edits that do what `found.fix` says; () when only a person can, or when the sheet has changed since."""
    make = _FIXES.get(found.code)
    shape = structure(document)
    row = found.line - 1
    if make is None or not 0 <= row < len(shape.sheet.lines):
        return ()
    return make(_Place(document, shape, row, shape.sheet.lines[row], dict(found.values), found.column))


def can_fix(found: Diagnostic) -> bool:
    """True when there may be a fix that can be applied (whether there is one depends on the sheet)."""
    return found.code in _FIXES


class _Place:
    """Where a fix works: the document, the line, and the words of the diagnostic."""

    def __init__(
        self,
        document: SheetDocument,
        shape: Structure,
        row: int,
        line: SheetLine,
        values: Mapping[str, str],
        column: int,
    ) -> None:
        self.document, self.shape, self.row, self.line = document, shape, row, line
        self.values, self.column = values, column
        self.content = document.content(row)
        self.near = values.get("near", "")

    def become(self, content: str) -> Edits:
        """The line reads otherwise."""
        return () if content == self.content else (self.document.edit(self.row, 1, [content]),)

    def removed(self) -> Edits:
        """The line is taken out."""
        return writing.remove_rows(self.document, self.row, self.row)

    def swapped(self, old: str, new: str) -> Edits:
        """One word of this line is another, from the diagnostic's column on."""
        at = self.content.find(old, max(0, self.line.column - 1)) if old else -1
        return self.become(self.content[:at] + new + self.content[at + len(old) :]) if at >= 0 else ()

    def moment(self) -> MomentPart | None:
        """The moment this line stands in."""
        inside = [m for m in self.shape.part.moments if m.header.number - 1 <= self.row]
        return inside[-1] if inside else None


# --- slips of writing ---------------------------------------------------------------------------------------------


def _unknown_line(at: _Place) -> Edits:
    start = at.line.column - 1
    if not at.near:
        return at.become(at.content[:start] + _note_mark(at) + at.content[start:])
    if at.line.kind == "say":
        return at.swapped(at.line.key, at.near)
    plain = at.near in ("on purpose", "わざと") or at.near.startswith(("show hint", "ヒントを出す"))
    return at.become(at.content[:start] + at.near + ("" if plain else at.shape.style.colon.rstrip()))


def _note_mark(at: _Place) -> str:
    return "※ " if at.shape.style.language == "ja" else "// "


def _missing_colon(at: _Place) -> Edits:
    """The colon behind the word that the line begins with, however it is spelled there."""
    wanted = marks.fold(at.values.get("speaker", ""))
    start = at.line.column - 1
    for end in range(start + 1, min(len(at.content), start + 80) + 1):
        if marks.fold(at.content[start:end]) == wanted:
            rest = at.content[end:].lstrip(marks.SPACES)
            return at.become(at.content[:end] + at.shape.style.colon + rest)
    return ()


def _plain_line(at: _Place) -> Edits:
    start = at.line.column - 1
    if at.near:
        return at.become(at.content[:start] + at.shape.style.wording.lstrip(marks.SPACES) + at.content[start:])
    return _said_by_the_only_one(at, at.content[:start], at.content[start:])


def _said_by_the_only_one(at: _Place, before: str, text: str) -> Edits:
    persons = at.shape.part.all_of("person")
    return at.become(before + at.shape.style.say(persons[0].name, text)) if len(persons) == 1 else ()


def _unknown_speaker(at: _Place) -> Edits:
    if at.near:
        return at.swapped(at.line.key, at.near)
    return writing.add_head(at.document, "person", at.line.key, at.line.key)


def _empty_line(at: _Place) -> Edits:
    return () if at.line.kind == "moment" else at.removed()


def _hidden_character(at: _Place) -> Edits:
    return at.become("".join(character for character in at.content if not limits.is_hidden(character)))


def _wording_without_line(at: _Place) -> Edits:
    return _said_by_the_only_one(at, at.content[: at.line.column - 1], at.line.text)


def _duplicate_hint(at: _Place) -> Edits:
    moment = at.moment()
    free = [level for level in (1, 2, 3) if moment is not None and level not in moment.hints]
    fresh = at.shape.style.hint(free[0], at.line.text) if free else ""
    return at.become(at.content[: at.line.column - 1] + fresh) if fresh else ()


def _same_tone(at: _Place) -> Edits:
    """A bracket that is no tone becomes a cue of its own, above the line."""
    tone = at.values.get("tone", "")
    found = re.search(rf"[(（][{marks.SPACES}]*{re.escape(tone)}[{marks.SPACES}]*[)）][{marks.SPACES}]*", at.content)
    if found is None or at.line.kind != "say":
        return ()
    who = at.line.key
    cue = at.shape.style.cue + (f"{who}（{tone}）" if at.shape.style.language == "ja" else f"{who} ({tone})")
    return (at.document.edit(at.row, 1, [cue, at.content[: found.start()] + at.content[found.end() :]]),)


def _head_missing(at: _Place) -> Edits:
    key = at.values.get("key", "")
    if key == "language":
        return writing.set_head(at.document, key, at.shape.style.language)
    return writing.set_head(at.document, key, _identifier(at)) if key == "id" else ()


def _identifier(at: _Place) -> str:
    """An id from what stands there, else from the file's name."""
    short = at.document.file.replace("\\", "/").rpartition("/")[2].partition(".")[0]
    for text in (at.line.text if at.line.key == "id" else "", short):
        plain = re.sub(r"[^a-z0-9]+", "-", marks.fold(text)).strip("-")[:80]
        if plain:
            return plain
    return "scene"


def _head_value(at: _Place) -> Edits:
    """A number is brought into its range; a word from a closed list becomes the nearest one."""
    expected = at.values.get("expected", "")
    between = re.fullmatch(r"(\d+) – (\d+)", expected)
    number = marks.number_in(at.line.text)
    if between and number is not None:
        low, high = int(between.group(1)), int(between.group(2))
        return writing.set_text(at.document, at.row, str(min(max(number, low), high)))
    if at.line.kind == "head" and at.line.key in ("id", "language"):
        fresh = _identifier(at) if at.line.key == "id" else at.shape.style.language
        return writing.set_text(at.document, at.row, fresh)
    if at.line.kind == "dial":
        return () if not at.line.text else writing.set_text(at.document, at.row, f"0{at.shape.style.word('to')}2")
    if at.line.key == "setting" and re.fullmatch(r"\w+", expected):
        return writing.set_text(at.document, at.row, expected)
    return ()


def _event_number(at: _Place) -> Edits:
    low, high = int(at.values.get("low", "1")), int(at.values.get("high", "1"))
    level = min(max(at.line.level, low), high)
    heading = at.shape.style.event(at.line.key, level)
    behind = at.content[at.line.text_column - 1 :] if at.line.inline else ""
    return at.become(at.content[: at.line.column - 1] + heading + (" " + behind if behind else ""))


def _silence_short(at: _Place) -> Edits:
    found = re.search("[0-9０-９]+", at.content)
    return at.swapped(found.group(), at.shape.style.digits(8)) if found else ()


def _ok_unknown(at: _Place) -> Edits:
    accepted = re.search(re.escape(at.values.get("accepted", "\0")), at.content, re.IGNORECASE)
    return at.swapped(accepted.group(), at.near) if at.near and accepted else ()


# --- names and arrows ---------------------------------------------------------------------------------------------


def _goto_unknown(at: _Place) -> Edits:
    line = at.line.inline if at.line.inline is not None and at.line.inline.kind == "arrow" else at.line
    if at.near:
        return at.swapped(line.name, at.near)
    if writing.name_trouble(at.document, line.name):
        return ()
    moment = at.moment()
    return writing.add_moment(at.document, line.name, moment.header.name if moment else "")


def _near_text(at: _Place) -> Edits:
    return at.swapped(at.values.get("name", ""), at.near) if at.near else ()


def _goal_unknown(at: _Place) -> Edits:
    if at.near:
        return at.swapped(at.line.text, at.near)
    return writing.add_head(at.document, "goal", at.line.text, at.line.text)


def _slot_unknown(at: _Place) -> Edits:
    name = at.values.get("name", "")
    found = re.search(rf"[{{｛][{marks.SPACES}]*{re.escape(name)}[{marks.SPACES}]*[}}｝]", at.content)
    return at.swapped(found.group(), "{" + at.near + "}") if at.near and found else ()


def _goto_no_fallback(at: _Place) -> Edits:
    """The last arrow's own destination, without its condition, is the way that is always there."""
    row = at.row
    while (below := _at(at.shape, row + 1)) is not None and below.kind == "arrow":
        row += 1
    last = at.shape.sheet.lines[row]
    indent = at.document.content(row)[: last.column - 1]
    fresh = indent + at.shape.style.arrow.lstrip(marks.SPACES) + last.name
    return (at.document.edit(row + 1, 0, [fresh]),)


def _at(shape: Structure, row: int) -> SheetLine | None:
    return shape.sheet.lines[row] if row < len(shape.sheet.lines) else None


def _reply_stays(at: _Place) -> Edits:
    moment = at.moment()
    return writing.set_target(at.document, moment.header.name, at.line.name, "again") if moment else ()


def _line_after_arrow(at: _Place) -> Edits:
    """The line goes above the arrow that always leads away."""
    other = int(at.values.get("other", "0")) - 1
    if not 0 <= other < at.row:
        return ()
    rows = [at.document.content(row) for row in range(other, at.row + 1)]
    return (at.document.edit(other, len(rows), [rows[-1], *rows[:-1]]),)


def _unheard_without_dial(at: _Place) -> Edits:
    style = at.shape.style
    name = DIAL_NAMES["unheard"] if style.language == "ja" else "unheard"
    return writing.add_head(at.document, "dial", f"0{style.word('to')}2", name)


def _only_removed(at: _Place) -> Edits:
    return at.removed()


# --- support ------------------------------------------------------------------------------------------------------


def _block(kind: BlockKind) -> Callable[[_Place], Edits]:
    return lambda at: writing.insert_block(at.document, at.line.name, kind) if at.line.kind == "moment" else ()


def _translation_of(at: _Place) -> Edits:
    return writing.set_text(at.document, at.row, at.values.get("other", at.line.text))


_FIXES: Mapping[str, Callable[[_Place], Edits]] = {
    "unknown-line": _unknown_line,
    "missing-colon": _missing_colon,
    "plain-line": _plain_line,
    "unknown-speaker": _unknown_speaker,
    "empty-line": _empty_line,
    "hidden-character": _hidden_character,
    "wording-without-line": _wording_without_line,
    "duplicate-hint": _duplicate_hint,
    "unknown-tone": _same_tone,
    "head-missing": _head_missing,
    "head-value": _head_value,
    "event-number": _event_number,
    "ok-unknown": _ok_unknown,
    "ok-unused": _only_removed,
    "ok-error": _only_removed,
    "goto-unknown": _goto_unknown,
    "goto-hidden": _only_removed,
    "goto-no-fallback": _goto_no_fallback,
    "reply-stays": _reply_stays,
    "goal-unknown": _goal_unknown,
    "name-unknown": _near_text,
    "slot-unknown": _slot_unknown,
    "line-after-arrow": _line_after_arrow,
    "hardest-unknown": _near_text,
    "unheard-without-dial": _unheard_without_dial,
    "dial-unused": _only_removed,
    "same-example": _only_removed,
    "hint-missing": _block("hints"),
    "no-silence": _block("silence"),
    "no-unclear": _block("unclear"),
    "no-quiet-way-on": _block("gesture"),
    "silence-short": _silence_short,
    "translation-of": _translation_of,
}

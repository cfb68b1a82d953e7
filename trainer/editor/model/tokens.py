"""The colours of a line: which stretch of it is a mark, a keyword, a name, words. Made for QSyntaxHighlighter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from trainer.editor.model.live import Look
from trainer.packs import marks
from trainer.packs.lines import SheetLine
from trainer.packs.reader import read_line

TokenKind = Literal[
    "note", "accepted", "moment", "mark", "keyword", "speaker", "name", "label", "target", "condition", "tone", "slot",
    "text", "example", "reply", "gesture", "cue", "unknown",
]  # fmt: skip
KINDS: tuple[TokenKind, ...] = (
    "note", "accepted", "moment", "mark", "keyword", "speaker", "name", "label", "target", "condition", "tone", "slot",
    "text", "example", "reply", "gesture", "cue", "unknown",
)  # fmt: skip

PLAIN, SPOKEN = 0, 1
"""States between lines: whether the line above is something said, which gives the middle dot its meaning."""

_SLOT = re.compile(r"[{｛][^{}｛｝]*[}｝]")
_BRACKET = re.compile(r"[(（][^()（）]*[)）]")
_WHOLE: dict[str, TokenKind] = {"note": "note", "ok": "accepted", "unknown": "unknown", "moment": "moment"}
_WORDS: dict[str, TokenKind] = {"cue": "cue", "example": "example"}


class Token(NamedTuple):
    """A stretch of a line: `start` (0-based) and `length` in characters."""

    start: int
    length: int
    kind: TokenKind

    @property
    def end(self) -> int:
        """The character behind it."""
        return self.start + self.length


def tokens(look: Look, row: int) -> tuple[Token, ...]:
    """The tokens of a row as it was looked at, with the meaning it has among the rows above it."""
    line = look.line(row)
    if line is None or line.kind == "blank":
        return ()
    content = line.raw.rstrip("\r\n")
    return tuple(token for token in _tokens(line, content) if token.length > 0)


def tokens_of(content: str, state: int = PLAIN) -> tuple[Token, ...]:
    """The tokens of a line by itself, as it is being typed."""
    return highlight(content, state)[0]


def highlight(content: str, state: int = PLAIN) -> tuple[tuple[Token, ...], int]:
    """The tokens of a line, left to right without overlap, and the state for the line below."""
    line = read_line(content, spoken=state == SPOKEN)
    if line.kind == "blank":
        return (), state
    found = tuple(token for token in _tokens(line, content) if token.length > 0)
    return found, state if line.kind in ("note", "ok") else (SPOKEN if line.kind in ("say", "wording") else PLAIN)


def _tokens(line: SheetLine, content: str) -> Iterator[Token]:
    start, end = line.column - 1, len(content.rstrip(marks.SPACES))
    whole = _WHOLE.get(line.kind)
    if whole == "moment" and line.label:
        yield from _with_label(content, start, end, "moment", line.label)
        return
    if whole is not None:
        yield Token(start, end - start, whole)
        return
    at = max(start, min(line.text_column - 1, end))
    if line.kind == "event" and line.inline is not None:
        at = line.inline.column - 1
        yield from _front(line, content, start, at)
        yield from _tokens(line.inline, content)
        return
    if not line.text and line.kind in ("show", "purpose", "event", "dial"):
        at = end
    yield from _front(line, content, start, at)
    yield from _behind(line, content, at, end)


def _front(line: SheetLine, content: str, start: int, at: int) -> Iterator[Token]:
    """What stands before the words: the mark, or a keyword or speaker, then tone and condition in brackets."""
    brackets = list(_BRACKET.finditer(content, start, at)) if line.kind in ("say", "wording", "cue") else []
    first = brackets[0].start() if brackets else at
    before = content[start:first].rstrip(marks.SPACES)
    if line.kind == "say":
        colon = next((n for n, c in enumerate(before) if c in marks.COLONS), len(before))
        yield Token(start, colon, "speaker")
        yield Token(start + colon, len(before) - colon, "mark")
    elif line.kind in ("cue", "wording", "reply", "example", "arrow"):
        yield Token(start, len(before), "mark")
    elif line.kind in ("person", "goal", "slot", "memory", "dial") and line.name and line.name in before:
        gap = before.index(line.name)
        yield Token(start, len(before[:gap].rstrip(marks.SPACES)), "keyword")
        yield Token(start + gap, len(line.name), "name")
        yield Token(start + gap + len(line.name), len(before) - gap - len(line.name), "mark")
    else:
        yield Token(start, len(before), "keyword")
    for bracket in brackets:
        tone = marks.fold(bracket.group()[1:-1]) in marks.TONE_WORDS
        yield Token(bracket.start(), len(bracket.group()), "tone" if tone else "condition")


def _behind(line: SheetLine, content: str, at: int, end: int) -> Iterator[Token]:
    if line.kind == "reply":
        kind: TokenKind = "gesture" if line.gesture else "reply"
        shown = content[at:end]
        if line.label:
            yield from _with_label(content, at, end, kind, line.label)
        elif line.condition is not None:
            yield from _with_condition(content, at, end, kind)
        else:
            yield Token(at, len(shown), kind)
    elif line.kind == "arrow":
        yield from _with_condition(content, at, end, "target")
    elif line.kind in ("reach", "set"):
        yield Token(at, end - at, "target")
    else:
        yield from _with_slots(content, at, end, _WORDS.get(line.kind, "text"))


def _with_label(content: str, at: int, end: int, kind: TokenKind, label: str) -> Iterator[Token]:
    """`name = label`: the label is what is shown."""
    place = content.rfind(label, at, end)
    if place < 0:
        yield Token(at, end - at, kind)
        return
    name = content[at:place].rstrip(marks.SPACES + marks.EQUALS + marks.OPENING_BRACKETS)
    yield Token(at, len(name), kind)
    between = content[at + len(name) : place]
    yield Token(at + len(name), len(between), "mark")
    yield Token(place, len(label), "label")
    yield Token(place + len(label), end - place - len(label), "mark")


def _with_condition(content: str, at: int, end: int, kind: TokenKind) -> Iterator[Token]:
    done = at
    for bracket in _BRACKET.finditer(content, at, end):
        yield Token(done, len(content[done : bracket.start()].rstrip(marks.SPACES)), kind)
        yield Token(bracket.start(), len(bracket.group()), "condition")
        done = bracket.end()
    yield Token(done, len(content[done:end].rstrip(marks.SPACES)), kind)


def _with_slots(content: str, at: int, end: int, kind: TokenKind) -> Iterator[Token]:
    done = at
    for slot in _SLOT.finditer(content, at, end):
        yield Token(done, slot.start() - done, kind)
        yield Token(slot.start(), len(slot.group()), "slot")
        done = slot.end()
    yield Token(done, end - done, kind)

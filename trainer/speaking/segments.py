"""Cuts a line into the pieces the voice says in one breath: sentences, and clauses where a sentence is long.

Pure. Each piece is rendered by itself, so a very long line starts to sound at once, and captions are anchored to
the real beginning of every sentence instead of being guessed over the whole line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = {"en": 180, "ja": 70}
"""Characters in a piece: pyttsx3's espeak driver grows quadratically, so pieces stay short (research/speech.md 2)."""

SENTENCE_PAUSE, CLAUSE_PAUSE, TRAILING_PAUSE = 0.25, 0.12, 0.5
"""Quiet after a sentence, after a clause cut for length, and for "..." (s, at the voice's own pace)."""

_ABBREVIATIONS = frozenset(
    {"mr", "mrs", "ms", "dr", "st", "no", "vs", "etc", "e.g", "i.e", "prof", "jr", "sr", "approx"}
)
_DOTS = r"(?:\.{2,}|[…⋯‥]+|・{3,}|。{2,})"
_ENDS = re.compile(_DOTS + r"[!?！？.。]*|[.!?。！？]+")  # noqa: RUF001
_CLOSERS = "\"'”’」』）)】］]"  # noqa: RUF001
_CLAUSE = re.compile(r"[,;:、；：，—―–]\s*")  # noqa: RUF001


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters [first, last) of the line, and the quiet that follows them in seconds."""

    first: int
    last: int
    pause: float = 0.0


def segments(text: str, language: str) -> tuple[Segment, ...]:
    """Cut a line into pieces that cover it without overlap, spaces at their edges left out.

    A piece may hold nothing that can be said ("..."): then only its pause counts. An empty line has no pieces.
    """
    limit = LONGEST.get(language[:2], LONGEST["en"])
    pieces: list[Segment] = []
    for sentence in _sentences(text):
        pieces.extend(_shorten(text, sentence, limit))
    return tuple(pieces)


def _sentences(text: str) -> list[Segment]:
    """Sentences with their own pause, edges trimmed."""
    found: list[Segment] = []
    begin = 0
    for match in _ENDS.finditer(text):
        if match.end() <= begin or not _ends_sentence(text, match):
            continue
        end = match.end()
        while end < len(text) and text[end] in _CLOSERS:
            end += 1
        pause = TRAILING_PAUSE if re.match(_DOTS, match[0]) else SENTENCE_PAUSE
        _append_trimmed(found, text, begin, end, pause)
        begin = end
    _append_trimmed(found, text, begin, len(text), 0.0)
    return found


def _append_trimmed(found: list[Segment], text: str, first: int, last: int, pause: float) -> None:
    """Keep [first, last) without the spaces around it, unless nothing is left."""
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    if first < last:
        found.append(Segment(first, last, pause))


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    """False for the point in "Mr. Mori", "3.50", "e.g. tea" and "p.m. on"."""
    if match[0] != ".":
        return True
    after = text[match.end() : match.end() + 1]
    if after and not after.isspace() and after not in _CLOSERS:
        return False
    before = re.search(r"[\w.]*$", text[: match.start()])
    word = before[0].lower() if before else ""
    if word in _ABBREVIATIONS:
        return False
    following = text[match.end() :].lstrip()[:1]
    # "2 p.m. on Friday": a dotted abbreviation goes on with a small letter
    return not ("." in word and following.islower())


def _shorten(text: str, piece: Segment, limit: int) -> list[Segment]:
    """Cut a long sentence at the last comma, else the last space, else hard, before `limit` characters."""
    pieces: list[Segment] = []
    first = piece.first
    while piece.last - first > limit:
        cut = _cut(text, first, limit)
        _append_trimmed(pieces, text, first, cut, CLAUSE_PAUSE)
        first = cut
    _append_trimmed(pieces, text, first, piece.last, piece.pause)
    return pieces


def _cut(text: str, first: int, limit: int) -> int:
    """Where to cut text[first : first + limit]."""
    window = text[first : first + limit]
    commas = [match.end() for match in _CLAUSE.finditer(window) if match.end() > limit // 3]
    if commas:
        return first + commas[-1]
    space = window.rfind(" ")
    return first + (space + 1 if space > limit // 3 else limit)

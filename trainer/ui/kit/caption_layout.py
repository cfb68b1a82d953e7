"""Where the words of a caption stand: lines broken between phrases, with room for readings above kanji. No widgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from trainer.ui.kit.phrases import LONGEST, is_japanese, split

Measure = Callable[[str], float]
"""Width of a text in pixels."""

Ruby = Sequence[tuple[str, str]]
"""Pieces of a text with their readings; the pieces join to the text."""


@dataclass(frozen=True, slots=True)
class Said:
    """A line in the bubble. `word` is the word being said now; characters from `shown` on are not visible yet."""

    who: str
    text: str
    ruby: tuple[tuple[str, str], ...] = ()
    word: tuple[int, int] | None = None
    shown: int | None = None


@dataclass(frozen=True, slots=True)
class CaptionRow:
    """One row: characters [first, last) of the text, where trailing spaces belong to it but take no room."""

    first: int
    last: int
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A reading above characters [first, last)."""

    first: int
    last: int
    text: str


def readings(ruby: Ruby) -> tuple[Reading, ...]:
    """The readings with their places in the text."""
    found, at = [], 0
    for piece, reading in ruby:
        if reading and piece:
            found.append(Reading(at, at + len(piece), reading))
        at += len(piece)
    return tuple(found)


def _pieces(text: str, marks: Sequence[Reading]) -> list[tuple[int, int]]:
    """Unbreakable stretches: phrases, joined where a reading spans a border, cut where one is too long."""
    spans: list[tuple[int, int]] = []
    at = 0
    for phrase in split(text):
        spans.append((at, at + len(phrase)))
        at += len(phrase)
    joined: list[tuple[int, int]] = []
    for first, last in spans:
        inside = joined and any(mark.first < first < mark.last for mark in marks)
        if inside:
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return joined


def _cut(text: str, span: tuple[int, int], width: float, measure: Measure) -> list[tuple[int, int]]:
    """A stretch wider than a row, cut letter by letter."""
    first, last = span
    parts, begin = [], first
    for at in range(first + 1, last + 1):
        if measure(text[begin:at]) > width and at - 1 > begin:
            parts.append((begin, at - 1))
            begin = at - 1
    return [*parts, (begin, last)]


def rows(text: str, width: float, measure: Measure, ruby: Ruby = ()) -> tuple[CaptionRow, ...]:
    """Break `text` into rows no wider than `width` pixels (a single letter may be)."""
    made: list[tuple[int, int]] = []
    for span in _pieces(text, readings(ruby)):
        body = text[span[0] : span[1]]
        if made and measure(text[made[-1][0] : span[1]].rstrip()) <= width:
            made[-1] = (made[-1][0], span[1])
            continue
        too_wide = measure(body.rstrip()) > width
        long_japanese = is_japanese(body) and len(body) > LONGEST
        if too_wide or (long_japanese and measure(body) > width):
            made += _cut(text, span, width, measure)
        else:
            made.append(span)
    return tuple(CaptionRow(first, last, text[first:last].rstrip()) for first, last in made)


def place_of(
    rows_: Sequence[CaptionRow], first: int, last: int, measure: Measure
) -> tuple[tuple[int, float, float], ...]:
    """Where characters [first, last) stand: (row, x from, x to) for each row they touch; outer spaces left out."""
    found = []
    for index, row in enumerate(rows_):
        begin, end = max(first, row.first), min(last, row.first + len(row.text))
        while begin < end and row.text[begin - row.first].isspace():
            begin += 1
        while end > begin and row.text[end - 1 - row.first].isspace():
            end -= 1
        if begin < end:
            head = row.text[: begin - row.first]
            found.append((index, measure(head), measure(row.text[: end - row.first])))
    return tuple(found)

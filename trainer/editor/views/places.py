"""Places in a shown text: characters as Python counts them, units as Qt counts them; what an edit changes of it. Pure.

A character beyond the basic plane (many rare kanji, every emoji) is one character in Python and two units in Qt.
"""

from __future__ import annotations


def units(text: str, column: int) -> int:
    """How many of Qt's units the first `column` characters take."""
    part = text[:column]
    return len(part) + sum(1 for character in part if character > "\uffff")


def column_of(text: str, position: int) -> int:
    """The 0-based character column at that many of Qt's units."""
    if text.isascii():
        return min(position, len(text))
    at = 0
    for column, character in enumerate(text):
        if at >= position:
            return column
        at += 2 if character > "\uffff" else 1
    return len(text)


def difference(old: str, new: str) -> tuple[int, int, str]:
    """The smallest replacement: characters [start, end) of `old` become the text that is returned."""
    start, shorter = 0, min(len(old), len(new))
    while start < shorter and old[start] == new[start]:
        start += 1
    tail = 0
    while tail < shorter - start and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return start, len(old) - tail, new[start : len(new) - tail]

"""Words of the sheet that somebody looks for: every place they stand, whichever width or size their letters have."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

MOST = 2_000
"""Places that are told; more are counted no further."""


_LETTER = re.compile(r".[\u0300-\u036f\u3099\u309a\uff9e\uff9f]*", re.DOTALL)
"""A letter with the marks written after it: half-width kana have their two dots apart."""


@dataclass(frozen=True, slots=True)
class Place:
    """Characters [first, last) of a row; all 0-based."""

    row: int
    first: int
    last: int


def places(contents: Sequence[str], words: str) -> tuple[Place, ...]:
    """Every place of the words in these rows, from top to bottom. Full width is half width, capitals small letters."""
    wanted = _fold(words)[0]
    if not wanted.strip():
        return ()
    found: list[Place] = []
    for row, content in enumerate(contents):
        folded, at = _fold(content)
        start = folded.find(wanted)
        while start >= 0:
            end = start + len(wanted)
            after = next((place for place in at[end:] if place > at[end - 1]), len(content))
            found.append(Place(row, at[start], after))
            if len(found) >= MOST:
                return tuple(found)
            start = folded.find(wanted, end)
    return tuple(found)


def nearest(found: Sequence[Place], row: int, column: int) -> int:
    """The first place at the caret or below it, else the very first; -1 without any."""
    ahead = next((n for n, place in enumerate(found) if (place.row, place.first) >= (row, column)), 0)
    return ahead if found else -1


def _fold(text: str) -> tuple[str, list[int]]:
    """The text as it is compared, and for each character of that the one it came from."""
    if text.isascii():
        return text.casefold(), list(range(len(text)))
    folded, at = "", list[int]()
    for found in _LETTER.finditer(text):
        piece = unicodedata.normalize("NFKC", found.group()).casefold()
        folded += piece
        at += [found.start()] * len(piece)
    return folded, at

"""Reading aloud: how far into a line the words heard so far have come. Pure."""

from __future__ import annotations

import unicodedata

_SKIP = 3
"""Words (or letters, in Japanese) of the line that may go unheard before the light stops: a recogniser drops some."""


def _is_letter(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "LNM" or letter in "ー々'"


def _words(line: str) -> list[tuple[int, int, str]]:
    """The line's words as (first, last, folded); each Japanese letter counts as a word of its own."""
    found: list[tuple[int, int, str]] = []
    for at, letter in enumerate(line):
        if not _is_letter(letter):
            continue
        folded = unicodedata.normalize("NFKC", letter).casefold()
        wide = ord(letter) > 0x2E80
        follows = found and found[-1][1] == at and not wide and ord(line[at - 1]) <= 0x2E80
        if follows:
            first, _, before = found[-1]
            found[-1] = (first, at + 1, before + folded)
        else:
            found.append((at, at + 1, folded))
    return found


def reached(line: str, heard: str) -> int:
    """Number of characters of `line` that are lit when `heard` is what was recognised so far.

    Goes through both in order; a word of the line may be passed over (at most three in a row), words that are not in
    the line are ignored. Never goes back because the recogniser changed its mind by less than a word.
    """
    words, at, lit = _words(line), 0, 0
    for _, _, said in _words(heard):
        for ahead in range(min(_SKIP + 1, len(words) - at)):
            if words[at + ahead][2] == said:
                at += ahead + 1
                lit = words[at - 1][1]
                break
    while 0 < lit < len(line) and not _is_letter(line[lit]) and not line[lit].isspace():
        lit += 1
    return lit

"""Grammars for Vosk: the expected replies in the speech model's own words, checked before Vosk sees them.

Vosk 0.3.45 ends the whole process on a grammar that is not a list of strings, reads only UTF-8 (no backslash
escapes) and drops unknown words (docs/decisions/0032-recogniser-process.md),
so nothing reaches it that was not made here.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

from trainer.hearing.phrases import PhraseBook
from trainer.hearing.plain_words import UNKNOWN, is_japanese

MOST_PHRASES = 1500
"""More than this slows the building of the graph and helps nobody."""

LONGEST_WORD = 12
"""Longest Japanese vocabulary word looked for, in characters (いってらっしゃい has 8)."""

Known = Callable[[str], bool]


def grammar(book: PhraseBook, known: Known) -> str | None:
    """The grammar as JSON, or None when no phrase has a word the speech model knows."""
    phrases: dict[str, None] = {}
    for phrase in book.phrases:
        for variant in phrase.variants():
            words = _in_vocabulary(variant, book.language, known)
            if any(word != UNKNOWN for word in words):
                phrases[" ".join(words)] = None
            if len(phrases) >= MOST_PHRASES:
                break
    if not phrases:
        return None
    return json.dumps([*phrases, UNKNOWN], ensure_ascii=False)


def _in_vocabulary(variant: Iterable[str], language: str, known: Known) -> list[str]:
    if is_japanese(language):
        return cut("".join(variant), known)
    found: list[str] = []
    for word in variant:
        _append(found, word if known(word) else UNKNOWN)
    return found


def cut(text: str, known: Known) -> list[str]:
    """Cut unspaced `text` into known words: as few unknown characters, then as few words, as can be.

    `[unk]` stands for a stretch that no known word covers. (Shortest path over the positions of the text.)
    """
    best: list[tuple[int, int, list[str]]] = [(0, 0, [])]
    for end in range(1, len(text) + 1):
        unknown, words, pieces = best[end - 1]
        fresh = not pieces or pieces[-1] != UNKNOWN
        choices = [(unknown + 1, words + fresh, [*pieces, UNKNOWN] if fresh else pieces)]
        for start in range(max(0, end - LONGEST_WORD), end):
            if known(text[start:end]):
                unknown, words, pieces = best[start]
                choices.append((unknown, words + 1, [*pieces, text[start:end]]))
        best.append(min(choices, key=lambda choice: choice[:2]))
    return best[-1][2]


def _append(found: list[str], word: str) -> None:
    if not (word == UNKNOWN and found and found[-1] == UNKNOWN):
        found.append(word)

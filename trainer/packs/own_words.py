"""A centre's own list of words that can hurt: added to ours, or taken out where they mean something else there.

Plain words, not patterns: whoever writes the list writes what they see. Advice only, like every word list.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field

from trainer.packs.marks import fold

CODES = ("may-shame", "may-hurry", "may-belittle", "may-press", "may-judge", "not-ordinary")
LEAVE = "leave"
MOST_WORDS, LONGEST = 500, 60


@dataclass(frozen=True, slots=True)
class OwnWords:
    """By language: code -> words that are pointed at, and words that are left alone. All folded."""

    added: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    left: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def found(self, text: str, language: str) -> tuple[tuple[str, str], ...]:
        """(code, word) for each word of the list in a text; in English only whole words count."""
        plain = fold(text)
        return tuple(
            (code, word)
            for code, words in self.added.get(language, {}).items()
            for word in words
            if _stands_in(word, plain, language)
        )

    def leaves(self, word: str, language: str) -> bool:
        """True for a word that this centre does not want to be pointed at."""
        return fold(word) in self.left.get(language, frozenset())


NONE = OwnWords()


def read_own_words(text: str) -> tuple[OwnWords, str]:
    """The list in a TOML text (`[en]  may-shame = ["..."]  leave = ["..."]`), and what is odd about it, or ""."""
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        return NONE, str(error).splitlines()[0] if str(error) else "it is nested too deeply"
    added: dict[str, dict[str, tuple[str, ...]]] = {}
    left: dict[str, frozenset[str]] = {}
    odd = ""
    for language, table in data.items():
        if language not in ("en", "ja") or not isinstance(table, dict):
            odd = odd or f"“{language[:20]}” is no language of ours"
            continue
        for key, listed in table.items():
            words = _words(listed)
            if words is None or (key not in CODES and key != LEAVE):
                odd = odd or f"“{key[:40]}”: write one of {', '.join((*CODES, LEAVE))}, and a list of words"
            elif key == LEAVE:
                left[language] = frozenset(words)
            else:
                added.setdefault(language, {})[key] = words
    return OwnWords(added, left), odd


def _words(listed: object) -> tuple[str, ...] | None:
    if not isinstance(listed, list) or len(listed) > MOST_WORDS:
        return None
    if not all(isinstance(word, str) and 0 < len(word.strip()) <= LONGEST for word in listed):
        return None
    return tuple(fold(word) for word in listed)


def _stands_in(word: str, text: str, language: str) -> bool:
    at = text.find(word)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(word) : at + len(word) + 1]
        if language != "en" or not (before.isalnum() or after.isalnum()):
            return True
        at = text.find(word, at + 1)
    return False

"""Japanese words behind a protocol: a dictionary cuts and reads them; without one, scripts and kana must do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

CONTENT_KINDS = frozenset(
    {"noun", "verb", "adjective", "adverb", "pronoun", "number", "name", "suffix", "interjection"}
)


@dataclass(frozen=True, slots=True)
class Morpheme:
    """A word as a dictionary cuts it.

    `reading` is in hiragana, `normal` the dictionary form in its usual spelling, `kind` one of CONTENT_KINDS,
    "particle", "auxiliary" or "mark"; `groups` number the words that mean the same.
    """

    surface: str
    reading: str
    normal: str
    kind: str
    groups: tuple[int, ...] = ()


class Reader(Protocol):
    """Cuts Japanese text into words with readings; deterministic; never raises for any text."""

    def read(self, text: str) -> Sequence[Morpheme]:
        """The words of the text in order, surfaces together making the text without its spaces."""


_KATAKANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
_RUNS = re.compile(r"[一-鿿々〆ヶ]+|[ァ-ヺー]+|[ぁ-ゖー]+|[a-zA-Z]+|\d+|[^\s\w]|\w")


def hiragana(text: str) -> str:
    """Katakana turned into hiragana; everything else stays."""
    return text.translate(_KATAKANA)


class PlainReader:
    """Without a dictionary: runs of one script are words; kana read themselves, kanji stay kanji."""

    def read(self, text: str) -> Sequence[Morpheme]:
        """Runs of kanji, katakana, hiragana, letters and digits."""
        return [self._morpheme(run) for run in _RUNS.findall(text)]

    @staticmethod
    def _morpheme(run: str) -> Morpheme:
        kind = "noun"
        if run.isdigit():
            kind = "number"
        elif not run[0].isalnum():
            kind = "mark"
        elif "ぁ" <= run[0] <= "ゖ":
            kind = "auxiliary" if len(run) < 3 else "verb"
        return Morpheme(run, hiragana(run), run, kind)

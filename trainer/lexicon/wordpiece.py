"""WordPiece: cuts English text into the pieces that the MiniLM vectors were trained on.

Method: Wu et al. 2016 (arXiv 1609.08144) as used, lower-cased, by BERT (Devlin et al. 2018, arXiv 1810.04805).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

_PIECES = re.compile(r"[a-z0-9]+|[^\sa-z0-9]")
_LONGEST_WORD = 60


class WordPiece:
    """A vocabulary with the longest-match rule."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._ids = vocabulary
        self._unknown = vocabulary["[UNK]"]
        self._first, self._last = vocabulary["[CLS]"], vocabulary["[SEP]"]

    @classmethod
    def read(cls, path: Path) -> WordPiece:
        """From a `vocab.txt` with one piece a line. OSError or KeyError when it is no such file."""
        lines = path.read_text(encoding="utf-8").splitlines()
        return cls({piece: number for number, piece in enumerate(lines)})

    def ids(self, text: str, longest: int) -> list[int]:
        """Piece numbers with the opening and closing marks, at most `longest` of them (the middle is left out)."""
        plain = unicodedata.normalize("NFD", text.lower())
        plain = "".join(char for char in plain if unicodedata.category(char) not in ("Mn", "Cc", "Cf"))
        found: list[int] = []
        for word in _PIECES.findall(plain):
            found.extend(self._pieces(word))
            if len(found) > 4 * longest:
                break
        room = longest - 2
        if len(found) > room:
            found = found[: room // 2] + found[-(room - room // 2) :]
        return [self._first, *found, self._last]

    def _pieces(self, word: str) -> list[int]:
        if len(word) > _LONGEST_WORD:
            return [self._unknown]
        found: list[int] = []
        start = 0
        while start < len(word):
            mark = "##" if start else ""
            end = next((e for e in range(len(word), start, -1) if mark + word[start:e] in self._ids), 0)
            if not end:
                return [self._unknown]
            found.append(self._ids[mark + word[start:end]])
            start = end
        return found

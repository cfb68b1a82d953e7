"""Japanese words from Sudachi's dictionary: cutting, readings, usual spellings, groups of the same meaning.

SudachiPy and SudachiDict are Apache-2.0; the dictionary is mapped from its file and loaded when first needed.
"""

from __future__ import annotations

import importlib
import threading
import warnings
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Literal

from trainer.understanding.readers import Morpheme, hiragana

_KINDS = {
    "名詞": "noun",
    "代名詞": "pronoun",
    "動詞": "verb",
    "形容詞": "adjective",
    "形状詞": "adjective",
    "副詞": "adverb",
    "連体詞": "adverb",
    "接続詞": "particle",
    "感動詞": "interjection",
    "助詞": "particle",
    "助動詞": "auxiliary",
    "接頭辞": "particle",
    "接尾辞": "suffix",
    "補助記号": "mark",
    "記号": "mark",
    "空白": "mark",
}

_READ_OTHERWISE = {
    "温め": "あたため",
    "温まる": "あたたまる",
    "何": "なに",
    "私": "わたし",
    "明日": "あした",
    "昨日": "きのう",
}
"""Words whose first reading in the dictionary is not the everyday one."""


@lru_cache(maxsize=1)
def _dictionary() -> Any:  # noqa: ANN401  # the type belongs to an optional package
    """Opened once for all readers: it keeps the interpreter to itself meanwhile, and the window waits for that."""
    return importlib.import_module("sudachipy").Dictionary(dict="core")


class SudachiReader:
    """Reads Japanese; thread-safe; the dictionary is opened on first use (about 0.3 s)."""

    def __init__(self, mode: Literal["A", "C"] = "A") -> None:
        """`mode` as Sudachi names it: "A" cuts into the shortest words, "C" keeps the longest."""
        self._mode = mode
        self._lock = threading.Lock()
        self._tokenizer: Any = None

    def read(self, text: str) -> Sequence[Morpheme]:
        """The words of the text."""
        with self._lock:
            if self._tokenizer is None:
                self._tokenizer = self._opened()
            found = self._tokenizer.tokenize(text)
            return [self._morpheme(morpheme) for morpheme in found]

    def _opened(self) -> Any:  # noqa: ANN401  # the type belongs to an optional package
        # heavy and optional: only when Japanese is practised
        sudachipy = importlib.import_module("sudachipy")

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _dictionary().create(mode=getattr(sudachipy.SplitMode, self._mode))

    @staticmethod
    def _morpheme(found: Any) -> Morpheme:  # noqa: ANN401  # the type belongs to an optional package
        surface = found.surface()
        pos = found.part_of_speech()
        kind = _KINDS.get(pos[0], "noun")
        if pos[1] == "数詞":
            kind = "number"
        elif pos[1] == "固有名詞" and pos[2] in ("地名", "人名"):
            kind = "name"
        reading = surface if kind == "mark" else hiragana(found.reading_form())
        reading = _READ_OTHERWISE.get(surface, reading)
        groups = tuple(found.synonym_group_ids()) if kind in ("noun", "verb", "adjective") else ()
        return Morpheme(surface, reading, found.normalized_form(), kind, groups)

"""Words written in kana brought back to the spelling this moment knows: たくしー to タクシー, さがし to 探し."""

from __future__ import annotations

import re
from collections.abc import Iterable

from trainer.understanding.listed import listed
from trainer.understanding.readers import Morpheme, hiragana

_WRITTEN = re.compile(r"[一-鿿々ァ-ヶ]")
_RUN = re.compile(r"[ぁ-ゖー]{3,}")
_SHORTEST, _SHORTEST_KNOWN = 3, 4
_LIKE_AN_ENDING = frozenset(
    listed("して した します しています です ます ました ください ません ない いい ある いる なる それ これ")
)


class KanaWords:
    """Readings of the words this moment uses, and of a word list for texts that are all kana."""

    def __init__(self, menu_words: Iterable[Morpheme], known: dict[str, str] | None = None) -> None:
        self._here = {
            word.reading: word.surface
            for word in menu_words
            if len(word.reading) >= _SHORTEST and _WRITTEN.search(word.surface) and word.reading not in _LIKE_AN_ENDING
        }
        self._known = known or {}
        self._longest = max((len(reading) for reading in (*self._here, *self._known)), default=0)

    def restored(self, text: str) -> str:
        """The text with kana runs that read like a known word written as that word."""
        written = len(_WRITTEN.findall(text))
        plain = written * 6 < len(text)
        text = hiragana(text) if not written else text
        return _RUN.sub(lambda run: self._in_run(run.group(), plain), text)

    def _in_run(self, run: str, plain: bool) -> str:
        out: list[str] = []
        start = 0
        while start < len(run):
            found = ""
            for size in range(min(self._longest, len(run) - start), _SHORTEST - 1, -1):
                piece = run[start : start + size]
                found = self._here.get(piece, "")
                if not found and plain and size >= _SHORTEST_KNOWN:
                    found = self._known.get(piece, "")
                if found:
                    break
            out.append(found or run[start])
            start += size if found else 1
        return "".join(out)


def readings_of(words: Iterable[tuple[str, str]]) -> dict[str, str]:
    """(word, reading) pairs as a table for `KanaWords`; words without kanji or katakana are left out."""
    return {reading: word for word, reading in words if _WRITTEN.search(word) and len(reading) >= _SHORTEST_KNOWN}

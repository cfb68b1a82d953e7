"""Reads a text in its language, with whatever dictionary and word list there is."""

from __future__ import annotations

from collections.abc import Mapping

from trainer.understanding import english_signs, japanese_signs
from trainer.understanding.kana import KanaWords, readings_of
from trainer.understanding.phrase import Phrase, shortened
from trainer.understanding.readers import Reader


class Texts:
    """Texts to phrases; a language other than Japanese is read as English is."""

    def __init__(self, reader: Reader, glossary: Mapping[str, str]) -> None:
        self.reader = reader
        self._glossary = glossary
        self._known: dict[str, str] | None = None

    def read(self, text: str, language: str, kana: KanaWords | None = None) -> Phrase:
        """The phrase of any text; never raises."""
        plain = shortened(text)
        if language.startswith("ja"):
            return japanese_signs.read(plain, self.reader, self._glossary, kana)
        return english_signs.read(plain)

    def kana(self, examples: tuple[str, ...], language: str) -> KanaWords | None:
        """The words of these examples by their reading (Japanese only)."""
        if not language.startswith("ja"):
            return None
        if self._known is None:
            sounds = ((word, "".join(part.reading for part in self.reader.read(word))) for word in self._glossary)
            self._known = readings_of(sounds)
        return KanaWords((word for text in examples for word in self.reader.read(shortened(text))), self._known)

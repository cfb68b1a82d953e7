"""Reads a text in its language, with whatever dictionary and word list there is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from trainer.understanding import english_signs, japanese_signs
from trainer.understanding.kana import KanaWords, readings_of
from trainer.understanding.phrase import Phrase, shortened
from trainer.understanding.readers import Reader


class Listed(NamedTuple):
    """Glosses by word, and by "#" with the number of a group of words that mean the same; spellings by reading."""

    glosses: Mapping[str, str]
    readings: Mapping[str, str]


def listed_words(glossary: Mapping[str, str], reader: Reader) -> Listed:
    """The word list read through the dictionary."""
    glosses = dict(glossary)
    sounds = []
    for word, gloss in glossary.items():
        found = reader.read(word)
        sounds.append((word, "".join(part.reading for part in found)))
        if len(found) == 1:
            for group in found[0].groups:
                glosses.setdefault(f"#{group}", gloss)
    return Listed(glosses, readings_of(sounds))


class Texts:
    """Texts to phrases; a language other than Japanese is read as English is."""

    def __init__(self, reader: Reader, glossary: Mapping[str, str]) -> None:
        self.reader = reader
        self._glossary = glossary
        self._known: Listed | None = None

    def read(self, text: str, language: str, kana: KanaWords | None = None) -> Phrase:
        """The phrase of any text; never raises."""
        plain = shortened(text)
        if language.startswith("ja"):
            return japanese_signs.read(plain, self.reader, self._listed().glosses, kana)
        return english_signs.read(plain)

    def kana(self, examples: tuple[str, ...], language: str) -> KanaWords | None:
        """The words of these examples by their reading (Japanese only)."""
        if not language.startswith("ja"):
            return None
        here = (word for text in examples for word in self.reader.read(shortened(text)))
        return KanaWords(here, self._listed().readings)

    def _listed(self) -> Listed:
        """Our list of words as the dictionary reads them, made when Japanese is first read."""
        if self._known is None:
            self._known = listed_words(self._glossary, self.reader)
        return self._known

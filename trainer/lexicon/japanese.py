"""Readings for the eye: furigana over kanji only, okurigana left as they are written; and the reading of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from trainer.lexicon.sudachi import SudachiReader
from trainer.understanding.readers import Morpheme, PlainReader, Reader, hiragana

_KANJI = re.compile(r"[一-鿿㐀-䶿々〆ヶ]")
_RUNS = re.compile(r"[一-鿿㐀-䶿々〆ヶ]+|[^一-鿿㐀-䶿々〆ヶ]+")


@lru_cache(maxsize=1)
def _reader() -> Reader:
    """The dictionary in its longest words (二十日 is one), opened on first use; without it kanji stay as they are."""
    reader = SudachiReader("C")
    try:
        reader.read("あ")
    except Exception:  # noqa: BLE001 - an optional package: whatever is amiss with it, the text is shown without readings
        return PlainReader()
    return reader


def reading(text: str) -> str:
    """The whole text in hiragana, as the dictionary reads it."""
    return "".join(word.reading for word in _reader().read(text))


@lru_cache(maxsize=2048)
def furigana(text: str) -> tuple[tuple[str, str], ...]:
    """Pieces of the text, each run of kanji with its reading ("" where none is needed); together they are the text."""
    pieces: list[tuple[str, str]] = []
    at = 0
    for word in _reader().read(text):
        found = text.find(word.surface, at)
        if found < 0:
            continue
        if found > at:
            pieces.append((text[at:found], ""))
        pieces.extend(_over_kanji(word))
        at = found + len(word.surface)
    if at < len(text):
        pieces.append((text[at:], ""))
    return tuple(_joined(pieces))


def _over_kanji(word: Morpheme) -> list[tuple[str, str]]:
    """A word cut into kanji and kana, the reading shared out: 温め（あたため）-> 温(あたた)め."""
    surface, kana = word.surface, hiragana(word.reading)
    if not _KANJI.search(surface) or not kana or _KANJI.search(kana):
        return [(surface, "")]
    runs = _RUNS.findall(surface)
    pattern = "".join("(.+)" if _KANJI.match(run) else f"({re.escape(hiragana(run))})" for run in runs)
    shared = re.fullmatch(pattern, kana)
    if shared is None:
        return [(surface, kana)]
    return [(run, part if _KANJI.match(run) else "") for run, part in zip(runs, shared.groups(), strict=True)]


def _joined(pieces: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Neighbouring pieces without a reading become one."""
    plain = ""
    for surface, kana in pieces:
        if kana:
            if plain:
                yield plain, ""
                plain = ""
            yield surface, kana
        else:
            plain += surface
    if plain:
        yield plain, ""

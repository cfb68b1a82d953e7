"""Readings for the eye: furigana over kanji only, okurigana left as they are written; and the reading of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from trainer.lexicon.sudachi import SudachiReader
from trainer.readings.spellings import fixed_readings
from trainer.understanding.readers import Morpheme, PlainReader, Reader, hiragana

Readings = tuple[tuple[str, str], ...]
"""Pairs of what is written and how it is read, as a sheet gives them."""

_KANJI = re.compile(r"[一-鿿㐀-䶿々〆ヶ]")
_USUAL = {
    "箱": "はこ", "何": "なに", "人": "ひと", "大根": "だいこん", "急が": "いそが", "階": "かい", "私": "わたし",
    "今日": "きょう", "後": "あと", "一角": "いっかく",
}  # fmt: skip
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


def reading(text: str, own: Readings = ()) -> str:
    """The whole text in hiragana, as the dictionary reads it; `own` are the readings a sheet gives."""
    return "".join(hiragana(word.reading) for word in _words(text, own))


def _words(text: str, own: Readings) -> Iterator[Morpheme]:
    """Words with the readings of the dictionary, set right where the sheet, the table or a counter decides."""
    words = _placed(text)
    at = 0
    for first, end, said in fixed_readings(text, dict(own)):
        yield from _between(text, words, at, first)
        surface = text[first:end]
        yield Morpheme(surface, said, surface, "noun")
        at = end
    yield from _between(text, words, at, len(text))


def _placed(text: str) -> list[tuple[int, Morpheme]]:
    """The dictionary's words with their places."""
    placed: list[tuple[int, Morpheme]] = []
    at = 0
    for word in _reader().read(text):
        found = text.find(word.surface, at)
        if found >= 0:
            placed.append((found, word))
            at = found + len(word.surface)
    return placed


def _between(text: str, words: list[tuple[int, Morpheme]], first: int, end: int) -> Iterator[Morpheme]:
    """The words of a stretch; what is left of a word that reaches over its border is read by itself."""
    at = first
    for place, word in words:
        if place < at or place + len(word.surface) > end:
            continue
        yield from _alone(text[at:place])
        yield _as_usual(word)
        at = place + len(word.surface)
    yield from _alone(text[at:end])


def _alone(text: str) -> Iterator[Morpheme]:
    if text:
        yield from (
            map(_as_usual, _reader().read(text)) if _KANJI.search(text) else (Morpheme(text, text, text, "mark"),)
        )


def _as_usual(word: Morpheme) -> Morpheme:
    """Readings of the dictionary that nobody would write above the word."""
    if word.surface.startswith("言") and word.reading.startswith("ゆ"):
        return replace(word, reading="い" + word.reading[1:])
    return replace(word, reading=_USUAL.get(word.surface, word.reading))


@lru_cache(maxsize=2048)
def furigana(text: str, own: Readings = ()) -> tuple[tuple[str, str], ...]:
    """Pieces of the text, each run of kanji with its reading ("" where none is needed); together they are the text.

    `own` are the readings the sheet gives: pairs of what is written and how it is read.
    """
    pieces: list[tuple[str, str]] = []
    at = 0
    for word in _words(text, own):
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

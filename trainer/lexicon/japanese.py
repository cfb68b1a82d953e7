"""Readings for the eye: furigana over kanji only, okurigana left as they are written; and the reading of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from trainer.lexicon.sudachi import SudachiReader
from trainer.understanding.japanese import number_sound
from trainer.understanding.numbers import kanji_number
from trainer.understanding.readers import Morpheme, PlainReader, Reader, hiragana

_KANJI = re.compile(r"[一-鿿㐀-䶿々〆ヶ]")
_NUMBER = re.compile(r"[0-9]{1,8}|[〇一二三四五六七八九十百千]{1,8}")
_WHAT_BEFORE = frozenset("名人時分円個枚歳才回日月年曜本杯度番階度")
_COUNTED = {
    **{"1日": "ついたち", "2日": "ふつか", "3日": "みっか", "4日": "よっか", "5日": "いつか", "6日": "むいか"},
    **{"7日": "なのか", "8日": "ようか", "9日": "ここのか", "10日": "とおか", "14日": "じゅうよっか", "20日": "はつか"},
    **{"1人": "ひとり", "2人": "ふたり", "4人": "よにん", "4時": "よじ", "7時": "しちじ", "9時": "くじ"},
    **{"1つ": "ひとつ", "2つ": "ふたつ", "3つ": "みっつ", "4月": "しがつ", "7月": "しちがつ", "9月": "くがつ"},
    "20歳": "はたち",
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


def reading(text: str) -> str:
    """The whole text in hiragana, as the dictionary reads it."""
    return "".join(word.reading for word in _words(text))


def _words(text: str) -> list[Morpheme]:
    """Words with the readings of the dictionary, set right where the next word decides: 何名, 10日, 3人, 4時."""
    words = list(_reader().read(text))
    out: list[Morpheme] = []
    at = 0
    while at < len(words):
        word = words[at]
        following = words[at + 1].surface if at + 1 < len(words) else ""
        if word.surface == "何時" and following not in ("も", "か", "まで", "でも"):
            word = replace(word, reading="なんじ")
        elif word.surface == "何" and (following[:1] in _WHAT_BEFORE or following in ("です", "で", "だ", "の", "と")):
            word = replace(word, reading="なん")
        elif _NUMBER.fullmatch(word.surface):
            value = kanji_number(word.surface)
            together = f"{value}{following}"
            if together in _COUNTED:
                word = Morpheme(word.surface + following, _COUNTED[together], together, "noun")
                at += 1
            elif word.surface.isdecimal():
                word = replace(word, reading=number_sound(str(value)))
        out.append(word)
        at += 1
    return out


@lru_cache(maxsize=2048)
def furigana(text: str) -> tuple[tuple[str, str], ...]:
    """Pieces of the text, each run of kanji with its reading ("" where none is needed); together they are the text."""
    pieces: list[tuple[str, str]] = []
    at = 0
    for word in _words(text):
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

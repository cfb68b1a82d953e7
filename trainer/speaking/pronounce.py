"""What the voice is given to read for a written line, and which characters no voice here can read.

Pure. The captions show the line as it is written; only the engine sees the text made here. Every character made
keeps the place it came from, so that word times found on the spoken text can be shown on the written one.
"""

# full-width punctuation is meant here
# ruff: noqa: RUF001

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from trainer.speaking.readings import (
    ENGLISH_SIGNS,
    ENGLISH_WORDS,
    JAPANESE_SIGNS,
    JAPANESE_WORDS,
    LETTERS_IN_JAPANESE,
)

Rule = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]

_BRACKETS = r"\([^()]*\)|（[^（）]*）|\[[^\[\]]*\]|［[^［］]*］|【[^【】]*】|<[^<>]*>|〈[^〈〉]*〉|\{[^{}]*\}"
_PAUSES = r"(?:\.{2,}|[…⋯‥]+|・{3,})"
_DASHES = r"\s*(?:—|―|–|──|--)+\s*"
_SILENT = frozenset(
    '"“”«»„‟「」『』()（）[]［］【】<>〈〉{}*_`^|\\~〜～♪♫♬☆★♡♥❤・•●○◎◇◆□■△▲▽▼→←↑↓※†‡©®™\u200b\u200d\ufeff\ufe0f'
)
"""Marks that are seen and not said."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """`text` is what an engine reads; `origins[i]` is the index in the written text that character i came from.

    `length` is that of the written text.
    """

    text: str
    origins: tuple[int, ...]
    length: int


def spoken(text: str, language: str, readings: Mapping[str, str] | None = None) -> Spoken:
    """The text to be read aloud for `text`. `readings` are further spellings, longest first ("森" -> "もり").

    Asides in brackets are dropped, "..." becomes a pause, signs and prices become words, marks are left out.
    """
    rules, places = _rules(language[:2]), _starts(language[:2])
    if readings:
        longest_first = sorted(readings, key=len, reverse=True)
        extra = re.compile("|".join(re.escape(key) for key in longest_first if key) or r"(?!)")
        rules = ((extra, lambda match: readings[match[0]]), *rules)
        places = re.compile(f"{extra.pattern}|{places.pattern}")
    made: list[str] = []
    origins: list[int] = []
    place = 0
    while place < len(text):
        found = places.search(text, place)
        until = found.start() if found is not None else len(text)
        made.append(text[place:until])
        origins.extend(range(place, until))
        place = until
        if found is None:
            break
        piece, width = _next(text, place, rules)
        made.append(piece)
        origins.extend([place] * len(piece))
        place += width
    return _tidy("".join(made), origins, language, len(text))


def unreadable(text: str, language: str) -> tuple[str, ...]:
    """Characters of `text` that the voices of that language cannot read, each once, in order.

    Pictures, letters of other scripts, and in English text Japanese characters. Marks that are simply not said
    (quotes, notes, arrows) and asides in brackets are not counted.
    """
    without_asides = re.sub(_BRACKETS, "", text)
    seen: dict[str, None] = {}
    for character in without_asides:
        if not _readable(character, language[:2]):
            seen[character] = None
    return tuple(seen)


def can_be_said(text: str) -> bool:
    """True when a spoken text holds at least one letter or digit."""
    return any(character.isalnum() for character in text)


def is_japanese(text: str) -> bool:
    """True when kana or kanji occur: how a line without a language is read."""
    return any(_script(character) in ("kana", "kanji") for character in text)


def _next(text: str, place: int, rules: tuple[Rule, ...]) -> tuple[str, int]:
    """What is said at `place`, and how many written characters that used."""
    for pattern, say in rules:
        match = pattern.match(text, place)
        if match and match.end() > place:
            return say(match), match.end() - place
    return text[place], 1


@lru_cache(maxsize=4)
def _starts(language: str) -> re.Pattern[str]:
    """Where a rule of that language may begin: to try each at every character takes ten times as long."""
    plain = (re.sub(r"\(\?P<\w+>", "(?:", pattern.pattern) for pattern, _ in _rules(language))
    return re.compile("|".join(f"(?:{each})" for each in plain))


def _tidy(text: str, origins: list[int], language: str, length: int) -> Spoken:
    """Drop what cannot be read, fold runs of spaces and repeated commas, trim both ends."""
    kept: list[str] = []
    places: list[int] = []
    for character, place in zip(text, origins, strict=True):
        if character in _SILENT or character.isspace() or not _readable(character, language[:2]):
            character = " "
        if character in ",、.。":
            while kept and kept[-1] == " ":  # no space before a comma or a full stop
                kept.pop()
                places.pop()
        previous = kept[-1] if kept else ""
        if (character == " " and previous in ("", " ", "、")) or (character in ",、" and previous in ("", ",", "、")):
            continue
        kept.append(character)
        places.append(place)
    while kept and kept[-1] in " ,、":
        kept.pop()
        places.pop()
    return Spoken("".join(kept), tuple(places), length)


def _script(character: str) -> str:
    """Rough script of one character, its full-width form taken for the plain one."""
    folded = unicodedata.normalize("NFKC", character)
    point = ord(folded) if len(folded) == 1 else ord(character)
    if 0x3041 <= point <= 0x30FF or 0x31F0 <= point <= 0x31FF or 0xFF66 <= point <= 0xFF9F:
        return "kana"
    if 0x4E00 <= point <= 0x9FFF or 0x3400 <= point <= 0x4DBF or character in "々〆ヶ" or 0xF900 <= point <= 0xFAFF:
        return "kanji"
    if point < 0x250:
        return "latin"
    return "other"


def _readable(character: str, language: str) -> bool:
    """Can a voice of that language make something of this character (or rightly leave it out)?"""
    if character in _SILENT or character.isspace():
        return True
    script = _script(character)
    category = unicodedata.category(character)
    if category[0] in "PZ" or category in ("Cf", "Mn"):
        return True
    if script in ("kana", "kanji"):
        return language == "ja"
    if script == "latin":
        # openjtalk knows only the plain alphabet
        return not (language == "ja" and category[0] == "L" and not unicodedata.normalize("NFKC", character).isascii())
    return character in (JAPANESE_SIGNS if language == "ja" else ENGLISH_SIGNS)


def _fixed(what: str) -> Callable[[re.Match[str]], str]:
    """A rule's answer that does not depend on the match."""
    return lambda _match: what


def _amount(unit: str, units: str) -> Callable[[re.Match[str]], str]:
    """Say "£3.50" as "3 pounds 50"."""

    def say(match: re.Match[str]) -> str:
        whole = match["whole"].replace(",", "")
        part = match["part"] or ""
        name = unit if whole == "1" else units
        return f"{whole} {name} {part}" if part.strip("0") else f"{whole} {name}"

    return say


def _amount_before(unit: str) -> Callable[[re.Match[str]], str]:
    """Say "¥1,200" as "1200円"."""
    return lambda match: unicodedata.normalize("NFKC", match["whole"]).replace(",", "") + unit


def _clock(match: re.Match[str]) -> str:
    """Say "10:05" as "10 oh 5", "10:00" as "10 o'clock"."""
    hour, minute = int(match[1]), int(match[2])
    if minute == 0:
        return str(hour) if match[3] else f"{hour} o'clock"
    return f"{hour} {minute}" if minute >= 10 else f"{hour} oh {minute}"


def _japanese_clock(match: re.Match[str]) -> str:
    """Say "10:05" as "10時5分"."""
    hour, minute = int(match[1]), int(match[2])
    return f"{hour}時{minute}分" if minute else f"{hour}時"


_NUMBER = r"\s?(?P<whole>\d+(?:[,，]\d{3})*)(?:\.(?P<part>\d\d))?(?!\d)"


def _english_rules() -> list[Rule]:
    """Rows that hold for English."""
    rules: list[Rule] = [
        (re.compile(rf"[£]{_NUMBER}"), _amount("pound", "pounds")),
        (re.compile(rf"[$]{_NUMBER}"), _amount("dollar", "dollars")),
        (re.compile(rf"[€]{_NUMBER}"), _amount("euro", "euros")),
        (re.compile(rf"[¥]{_NUMBER}"), _amount("yen", "yen")),
        (re.compile(r"(?<!\d)([01]?\d|2[0-3]):([0-5]\d)(?!\d)(?=(\s?[ap]\.?m\b)?)"), _clock),
        (re.compile(r"(?<=\d)\s?[-–~〜]\s?(?=\d)"), _fixed(" to ")),
        (re.compile(r"(?<=\d)/(?=\d)"), _fixed(" out of ")),
        (re.compile(r"(?<=\w)\s?/\s?(?=\w)"), _fixed(" or ")),
        (re.compile(r"(?<=\d),(?=\d\d\d(?!\d))"), _fixed("")),
    ]
    rules += [(re.compile(pattern), _fixed(what)) for pattern, what in ENGLISH_WORDS]
    rules += [(re.compile(re.escape(sign)), _fixed(what)) for sign, what in ENGLISH_SIGNS.items()]
    return rules


def _japanese_rules() -> list[Rule]:
    """Rows that hold for Japanese. Full-width letters and digits are folded to plain ones first."""
    rules: list[Rule] = [(re.compile(pattern), _fixed(what)) for pattern, what in JAPANESE_WORDS]
    rules += [
        (re.compile(r"[¥￥]\s?(?P<whole>\d+(?:[,，]\d{3})*)"), _amount_before("円")),
        (re.compile(r"[$＄]\s?(?P<whole>\d+(?:[,，]\d{3})*)"), _amount_before("ドル")),
        (re.compile(r"(?<!\d)([01]?\d|2[0-3])[:：]([0-5]\d)(?!\d)"), _japanese_clock),
        (re.compile(r"(?<=\d),(?=\d\d\d(?!\d))"), _fixed("")),
        (re.compile(r"(?<=[\d人名個時分円])\s?[-–~〜～]\s?(?=\d)"), _fixed("から")),
        (re.compile(r"(?<=[ぁ-んァ-ン])[~〜～]"), _fixed("ー")),
        (re.compile(r"[/／]"), _fixed("、")),
        (
            re.compile(r"(?<![A-Za-zＡ-Ｚ])([A-ZＡ-Ｚ])(?![A-Za-zＡ-Ｚ])"),
            lambda match: LETTERS_IN_JAPANESE[unicodedata.normalize("NFKC", match[1])],
        ),
        (re.compile(r"[０-９Ａ-Ｚａ-ｚ]"), lambda match: unicodedata.normalize("NFKC", match[0])),
    ]
    signs = {**JAPANESE_SIGNS, "＆": "アンド", "％": "パーセント", "＋": "プラス", "＝": "イコール", "＠": "アット"}
    rules += [(re.compile(re.escape(sign)), _fixed(what)) for sign, what in signs.items()]
    return rules


@lru_cache(maxsize=4)
def _rules(language: str) -> tuple[Rule, ...]:
    """All rows of a language, first match wins."""
    comma = "、" if language == "ja" else ", "
    common: list[Rule] = [
        (re.compile(_BRACKETS), _fixed(" ")),
        (re.compile(_PAUSES), _fixed(comma)),
        (re.compile(_DASHES), _fixed(comma)),
    ]
    own = _japanese_rules() if language == "ja" else _english_rules()
    return (*common[:1], *own, *common[1:])

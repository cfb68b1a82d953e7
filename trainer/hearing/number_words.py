"""Numbers as they are said, so that a recogniser can be told to expect them."""

from __future__ import annotations

_TEENS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_ONES = tuple(_TEENS.split())
_ROUND = "zero ten twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = tuple(_ROUND.split())
_KANJI = "零一二三四五六七八九"
_STEPS = ((1000, "千"), (100, "百"), (10, "十"))


def in_english(number: int) -> str:
    """`number` (0-9999) in English words, as in "two hundred fifty"."""
    if number < 20:
        return _ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens] + (f" {_ONES[ones]}" if ones else "")
    size, name = (1000, "thousand") if number >= 1000 else (100, "hundred")
    many, rest = divmod(number, size)
    return f"{in_english(many)} {name}" + (f" {in_english(rest)}" if rest else "")


def in_japanese(number: int) -> str:
    """`number` (0-9999) in kanji, as in 二百五十."""
    if number == 0:
        return _KANJI[0]
    said = ""
    for size, name in _STEPS:
        many, number = divmod(number, size)
        if many:
            said += ("" if many == 1 else _KANJI[many]) + name
    return said + (_KANJI[number] if number else "")


def spoken(number: int, language: str) -> str:
    """`number` as it is said in that language; outside 0-9999 the digits stay."""
    if not 0 <= number <= 9999:
        return str(number)
    return in_japanese(number) if language.startswith("ja") else in_english(number)

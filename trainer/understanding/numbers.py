"""Numbers and times of day as people say them, in English and Japanese."""

from __future__ import annotations

import re

from trainer.understanding.listed import listed

_EN_ONES = {
    word: value
    for value, word in enumerate(
        listed(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen"
        )
    )
}
_EN_TENS = {word: 10 * (place + 2) for place, word in enumerate(listed("twenty thirty forty fifty sixty"))}
_EN_TENS |= {"seventy": 70, "eighty": 80, "ninety": 90}
_EN_OTHERS = {"couple": 2, "pair": 2, "dozen": 12, "single": 1, "double": 2, "both": 2, "alone": 1, "myself": 1}

_JA_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")}
_JA_WORDS = {
    "ひとつ": 1, "ふたつ": 2, "みっつ": 3, "よっつ": 4, "いつつ": 5, "むっつ": 6, "ななつ": 7,
    "やっつ": 8, "ここのつ": 9,
    "ひとり": 1, "ふたり": 2, "さんにん": 3, "よにん": 4, "ごにん": 5, "ろくにん": 6,
    "いちまい": 1, "にまい": 2, "さんまい": 3,
    "いっぱい": 1, "いっこ": 1, "にこ": 2, "さんこ": 3, "いっぽん": 1, "にほん": 2, "さんぼん": 3,
    "ひとはく": 1, "いっぱく": 1,
    "にはく": 2, "さんぱく": 3,
}  # fmt: skip
_JA_NUMBER = re.compile(r"\d+|[〇一二三四五六七八九十百千]+|" + "|".join(sorted(_JA_WORDS, key=len, reverse=True)))
_JA_TIME = re.compile(
    r"(午前|午後|ごぜん|ごご|朝|夜|夕方)?の?(\d{1,2}|[一二三四五六七八九十]+)時(?:(半)|(\d{1,2}|[一二三四五六七八九十]+)分)?"
)


def english_numbers(tokens: list[str]) -> list[tuple[int, int, int]]:
    """(value, first token, token after the last) of every whole number said, times left out."""
    found: list[tuple[int, int, int]] = []
    place = 0
    while place < len(tokens):
        value, end = _english_at(tokens, place)
        if value is None:
            place += 1
            continue
        if end >= len(tokens) or tokens[end] not in ("oclock", "am", "pm"):
            found.append((value, place, end))
        place = end
    return found


def _english_at(tokens: list[str], place: int) -> tuple[int | None, int]:
    token = tokens[place]
    following = tokens[place + 1] if place + 1 < len(tokens) else ""
    if token.isdecimal() and len(token) < 7:
        return int(token), place + 1
    if token in _EN_TENS:
        if 0 < _EN_ONES.get(following, 0) < 10:
            return _EN_TENS[token] + _EN_ONES[following], place + 2
        return _EN_TENS[token], place + 1
    if token in _EN_ONES:
        return _EN_ONES[token], place + 1
    if token in _EN_OTHERS:
        return _EN_OTHERS[token], place + 1
    return None, place


def japanese_numbers(text: str) -> list[tuple[int, int, int]]:
    """(value, first character, character after the last) of every number said, times of day left out."""
    times = [match.span() for match in _JA_TIME.finditer(text)]
    found = []
    for match in _JA_NUMBER.finditer(text):
        if any(first <= match.start() < end for first, end in times):
            continue
        value = _JA_WORDS.get(match.group())
        found.append((kanji_number(match.group()) if value is None else value, *match.span()))
    return found


def kanji_number(text: str) -> int:
    """Digits or kanji (二十三, 百五) as a number."""
    if text.isdecimal():
        return int(text[:9])
    total = ones = 0
    for char in text:
        if char in _JA_DIGITS:
            ones = ones * 10 + _JA_DIGITS[char]
        else:
            total += (ones or 1) * {"十": 10, "百": 100, "千": 1000}[char]
            ones = 0
    return total + ones


def japanese_times(text: str) -> list[tuple[tuple[int, int], int, int]]:
    """((hour 0..11, minute), first, end) of every time of day; morning and afternoon are not told apart."""
    found = []
    for match in _JA_TIME.finditer(text):
        hour = kanji_number(match.group(2)) % 12
        minute = 30 if match.group(3) else kanji_number(match.group(4)) if match.group(4) else 0
        found.append(((hour, minute), *match.span()))
    return found


def english_times(tokens: list[str]) -> list[tuple[tuple[int, int], int, int]]:
    """((hour 0..11, minute), first token, end) of "two", "half past two", "2:30", "two thirty", "three oclock"."""
    found: list[tuple[tuple[int, int], int, int]] = []
    for place, token in enumerate(tokens):
        clock = re.fullmatch(r"(\d{1,2})[:.](\d{2})", token)
        if clock is not None:
            found.append(((int(clock.group(1)) % 12, int(clock.group(2))), place, place + 1))
            continue
        hour, end = _english_at(tokens, place)
        if hour is None or not 1 <= hour <= 24:
            continue
        before = tokens[max(0, place - 2) : place]
        following, after = _english_at(tokens, end) if end < len(tokens) else (None, end)
        if before == ["half", "past"]:
            found.append(((hour % 12, 30), place - 2, end))
        elif before[-1:] in (["past"], ["to"]) and before[:1] == ["quarter"]:
            shift = (hour % 12, 15) if before[-1] == "past" else ((hour - 1) % 12, 45)
            found.append((shift, place - 2, end))
        elif following in (15, 30, 45):
            found.append(((hour % 12, int(following)), place, after))
        else:
            found.append(((hour % 12, 0), place, end))
    return found

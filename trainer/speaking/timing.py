"""When each piece of a line is reached: places by weight, times by the length of the sound. Pure.

pyttsx3's word events come all at once on Linux (research/speech.md 2), so times are shared out over the measured
length of each rendered piece by how much there is to say: letters and sounds in English, morae in Japanese.
"""

# full-width punctuation is meant here
# ruff: noqa: RUF001

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from trainer.speaking.pronounce import Spoken, can_be_said, spoken
from trainer.speech import WordTime

MORA = 0.133
"""Seconds of a mora at the voice's own pace (measured on openjtalk at speed 0.95)."""

_WORD, _LETTER, _DIGIT, _COMMA, _LIGHT, _LAST = 0.16, 0.038, 0.27, 0.344, -0.10, 0.16
"""Seconds of an English word: for being one, per letter and digit, for a comma after it, for a word without stress,
for standing last. Least squares over 700 words of our own scenes against espeak-ng's word events at 150 words a
minute; what is left is 18 ms at the median, 95 ms at the 90th percentile (tests/bench/speaking.py)."""

_LIGHT_WORDS = frozenset(
    {"a", "an", "the", "to", "of", "in", "on", "at", "is", "it", "i", "you", "and", "or", "for", "with", "that"}
    | {"this", "be", "are", "as", "my", "your", "was", "can", "do", "will", "would"}
)

_SMALL_KANA = frozenset("ゃゅょぁぃぅぇぉゎャュョァィゥェォヮ")
_PAUSE_MORAE = 2.5
_KANA_TAIL = r"(?:(?![おご][一-鿿])[ぁ-ゖー])"
_PHRASE = re.compile(
    r"[「『（(]*"
    r"(?:[おご]?[一-鿿々〆ヶ]+|[\d][\d,.:：〜~]*[一-鿿々]*|[ァ-ヴー・ｦ-ﾟ]+|[A-Za-zＡ-Ｚａ-ｚ']+|"
    + _KANA_TAIL
    + r"+)"
    + _KANA_TAIL
    + r"*"
    r"[」』）)、。，．！？!?…・\s]*"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters [first, last) of a written text, and about how long they take (s, or relative to each other)."""

    first: int
    last: int
    weight: float


def pieces(text: str, language: str) -> tuple[Piece, ...]:
    """Words of an English text, phrases (a word with its particles) of a Japanese one, in order."""
    pattern = _PHRASE if language[:2] == "ja" else re.compile(r"\S+")
    found: list[Piece] = []
    for match in pattern.finditer(text):
        if match.end() == match.start():
            continue
        last = match.start() + len(match[0].rstrip())
        found.append(Piece(match.start(), last, weight(match[0], language)))
    found = [piece for piece in found if piece.weight > 0]
    if found and language[:2] != "ja":
        found[-1] = replace(found[-1], weight=found[-1].weight + _LAST)
    return tuple(found)


def weight(text: str, language: str) -> float:
    """How long a piece takes at the voice's own pace (s), the pauses of its commas included; 0 when nothing is said."""
    said = spoken(text, language).text
    if not can_be_said(said):
        return 0.0
    if language[:2] == "ja":
        pauses = sum(1 for character in text.rstrip() if character in ",、…")
        return MORA * (sum(_morae(character) for character in said) + _PAUSE_MORAE * pauses)
    pause = _COMMA * text.rstrip().endswith((",", ";", ":"))  # spoken() leaves the last comma out
    return max(0.06, pause + sum(_english(word) for word in said.split()))


def _english(word: str) -> float:
    """Seconds of one English word as it is read."""
    core = word.strip(".,!?;:\"'").lower()
    seconds = _WORD + _LETTER * sum(1 for character in core if character.isalpha())
    seconds += _DIGIT * sum(1 for character in core if character.isdigit())
    return seconds + _LIGHT * (core in _LIGHT_WORDS) + _COMMA * word.endswith((",", ";", ":"))


def word_times(parts: Sequence[Piece], seconds: float) -> tuple[WordTime, ...]:
    """Share `seconds` of sound out over the pieces."""
    total = sum(piece.weight for piece in parts)
    times: list[WordTime] = []
    passed = 0.0
    for piece in parts:
        times.append(WordTime(piece.first, piece.last, seconds * passed / total))
        passed += piece.weight
    return tuple(times)


def estimated_seconds(text: str, language: str, speed: float = 1.0) -> float:
    """How long a piece is shown when nothing sounds (s); `speed` is the partner's pace."""
    seconds = _seconds(text, language)
    if seconds == 0:
        return 0.6 if text.strip() else 0.0
    return max(0.5, seconds / speed)


@lru_cache(maxsize=1024)
def _seconds(text: str, language: str) -> float:
    """At the voice's own pace. Remembered: the lines that may come are mostly those of the turn before."""
    return sum(piece.weight for piece in pieces(text, language))


def pieces_from_phrases(said: Spoken, phrases: Sequence[tuple[str, float]]) -> tuple[Piece, ...]:
    """Pieces of the written text from the phrases an engine found: (its text, morae), in order.

    A phrase whose text cannot be found again (openjtalk folds numbers and widths) takes the place up to the next one
    that can; () when nothing fits, and the caller falls back to `pieces`.
    """
    anchors: list[tuple[int, float]] = []
    place = 0
    waiting = 0.0
    for text, morae in phrases:
        found = said.text.find(text, place) if text else -1
        if found < 0 and place > 0 or not anchors and found < 0:
            waiting += morae
            continue
        if anchors and waiting:
            anchors[-1] = (anchors[-1][0], anchors[-1][1] + waiting)
            waiting = 0.0
        anchors.append((found, morae + waiting))
        waiting = 0.0
        place = found + len(text)
    if not anchors:
        return ()
    anchors[-1] = (anchors[-1][0], anchors[-1][1] + waiting)
    anchors[0] = (0, anchors[0][1])
    made: list[Piece] = []
    for start, morae in anchors:
        first = said.origins[start]
        if made and first <= made[-1].first:  # both came from one written word ("何名様", read in kana)
            made[-1] = replace(made[-1], weight=made[-1].weight + morae)
        else:
            made.append(Piece(first, said.length, morae))
    for index, piece in enumerate(made[1:]):
        made[index] = replace(made[index], last=piece.first)
    return tuple(piece for piece in made if piece.weight > 0)


def _morae(character: str) -> float:
    """Morae of one character."""
    if character in _SMALL_KANA:
        return 0.0
    point = ord(character)
    if 0x3041 <= point <= 0x30FF or 0xFF66 <= point <= 0xFF9F:
        return 1.0
    if 0x4E00 <= point <= 0x9FFF:
        return 1.8
    if character.isdigit():
        return 2.5
    return 1.0 if character.isalpha() else 0.0

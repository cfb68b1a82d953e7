"""When each piece of a line is reached: places by weight, times by the length of the sound. Pure.

pyttsx3's word events come all at once on Linux (research/speech.md 2), so times are shared out over the measured
length of each rendered piece by how much there is to say: letters and sounds in English, morae in Japanese.
"""

# full-width punctuation is meant here
# ruff: noqa: RUF001

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from trainer.speaking.pronounce import Spoken, can_be_said, spoken
from trainer.speech import WordTime

READING_SPEED = {"en": 14.0, "ja": 7.5}
"""Letters (English) or morae (Japanese) in a second at the voice's own pace: for lines shown without a voice."""

_SMALL_KANA = frozenset("ゃゅょぁぃぅぇぉゎャュョァィゥェォヮ")
_PAUSE_WEIGHT = {"en": 3.0, "ja": 2.5}
_VOWELS = re.compile(r"[aeiouy]+", re.IGNORECASE)
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
    """Characters [first, last) of a written text, and how long they take relative to the other pieces."""

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
    return tuple(piece for piece in found if piece.weight > 0)


def weight(text: str, language: str) -> float:
    """How much there is to say: morae in Japanese (a kanji counts 1.8), letters and syllables in English."""
    said = spoken(text, language).text
    if not can_be_said(said):
        return 0.0
    pauses = sum(1 for character in text.rstrip() if character in ",;!?、。！？…")
    if language[:2] == "ja":
        return sum(_morae(character) for character in said) + pauses * _PAUSE_WEIGHT["ja"]
    letters = sum(1 for character in said if character.isalpha())
    digits = sum(1 for character in said if character.isdigit())
    syllables = len(_VOWELS.findall(said))
    return 1.0 + 0.5 * letters + 1.5 * syllables + 4.0 * digits + pauses * _PAUSE_WEIGHT["en"]


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
    size = sum(piece.weight for piece in pieces(text, language))
    if size == 0:
        return 0.6 if text.strip() else 0.0
    return max(0.5, size / READING_SPEED[language[:2] if language[:2] in READING_SPEED else "en"] / speed)


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
    ends = [start for start, _ in anchors[1:]] + [len(said.text)]
    made = [
        Piece(said.origins[start], said.origins[end - 1] + 1, morae)
        for (start, morae), end in zip(anchors, ends, strict=True)
        if end > start and morae > 0
    ]
    return tuple(piece for piece in made if piece.last > piece.first)


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

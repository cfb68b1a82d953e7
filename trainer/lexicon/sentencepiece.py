"""SentencePiece: cuts text into the pieces that the multilingual sentence vectors were trained on.

Method: a unigram model and the most probable way through it (Kudo 2018, arXiv 1804.10959; Viterbi 1967). Read straight
from the model's file (Kudo & Richardson 2018, arXiv 1808.06226): a message whose field 1 is repeated, once a piece,
with its text (field 1) and the logarithm of its probability (field 2). Our texts are in NFKC already, which is what the
model's own normaliser does. Only pieces that Japanese text can have are kept: an eighth of the memory.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

SPACE = "▁"
UNKNOWN, FIRST, LAST = 0, 1, 2
"""The model's own numbers; they are also the first three that are kept."""

_KEPT = re.compile(r"[▁ぁ-ゖ゛-ゞァ-ヾ一-鿿々〆ー]+|[▁!-~]{1,2}|[▁\d]+|[^\w▁]+")
_BEYOND = 10.0
"""How much less probable than the rarest piece a letter is that no piece has (as SentencePiece has it)."""
_TEXT, _SCORE = 1, 2  # fields of a piece
_LONG, _FIXED_8, _SIZED, _FIXED_4 = 0, 1, 2, 5  # how a field is written


class SentencePieces:
    """The kept pieces; `numbers[n]` is what the model calls the piece that we call `n`."""

    def __init__(self, pieces: list[tuple[int, str, float]]) -> None:
        """`pieces`: the model's number, text and score of each that is kept, the three marks first."""
        self.numbers: npt.NDArray[np.int64] = np.array([number for number, _, _ in pieces])
        self._known = {text: (at, score) for at, (_, text, score) in enumerate(pieces) if at > LAST}
        self._longest = max((len(text) for text in self._known), default=1)
        self._unknown = min((score for _, score in self._known.values()), default=0.0) - _BEYOND

    @classmethod
    def read(cls, path: Path, every: bool = False) -> SentencePieces:
        """From a model's file; `every` keeps the pieces of all languages. OSError or ValueError when it is no model."""
        pieces = [
            (number, text, score)
            for number, (text, score) in enumerate(_pieces(path.read_bytes()))
            if every or number <= LAST or (_KEPT.fullmatch(text) and _japanese(text))
        ]
        if len(pieces) <= LAST:
            raise ValueError("not a model of pieces")
        return cls(pieces)

    def ids(self, text: str, longest: int) -> list[int]:
        """Our numbers of the most probable pieces with both marks, at most `longest` (the middle is left out)."""
        found = self._cut(SPACE + SPACE.join(text.split()))
        room = longest - 2
        if len(found) > room:
            found = found[: room // 2] + found[-(room - room // 2) :]
        return [FIRST, *found, LAST]

    def _cut(self, text: str) -> list[int]:
        if text == SPACE:
            return [UNKNOWN]
        best = [0.0] + [-np.inf] * len(text)
        came: list[tuple[int, int]] = [(0, UNKNOWN)] * (len(text) + 1)
        for start in range(len(text)):
            single = False
            for end in range(start + 1, min(start + self._longest, len(text)) + 1):
                found = self._known.get(text[start:end])
                if found is None:
                    continue
                single = single or end == start + 1
                if best[start] + found[1] > best[end]:
                    best[end], came[end] = best[start] + found[1], (start, found[0])
            if not single and best[start] + self._unknown > best[start + 1]:
                best[start + 1], came[start + 1] = best[start] + self._unknown, (start, UNKNOWN)
        ids: list[int] = []
        at = len(text)
        while at > 0:
            at, piece = came[at]
            ids.append(piece)
        return ids[::-1]


def _japanese(text: str) -> bool:
    """Whether Japan's own character sets have all of it: some kanji are written so in Chinese only."""
    try:
        text.replace(SPACE, "").encode("cp932")
    except UnicodeEncodeError:
        return False
    return True


def _pieces(data: bytes) -> Iterator[tuple[str, float]]:
    """Text and score of each piece. ValueError when the bytes are not of that shape."""
    try:
        for field, held in _fields(data):
            if field == 1 and isinstance(held, bytes):
                parts = dict(_fields(held))
                text, score = parts.get(_TEXT, b""), parts.get(_SCORE, b"\0\0\0\0")
                if not isinstance(text, bytes) or not isinstance(score, bytes):
                    raise ValueError("not a piece")
                yield text.decode("utf-8"), float(struct.unpack("<f", score)[0])
    except (IndexError, struct.error) as error:
        raise ValueError("not a model of pieces") from error


def _fields(data: bytes) -> Iterator[tuple[int, bytes | int]]:
    """Number and content of each field of a message in protocol buffers' wire format."""
    at = 0
    while at < len(data):
        mark, at = _number(data, at)
        kind = mark & 7
        if kind == _LONG:
            value, at = _number(data, at)
            yield mark >> 3, value
            continue
        if kind == _SIZED:
            size, at = _number(data, at)
        else:
            size = {_FIXED_8: 8, _FIXED_4: 4}.get(kind, -1)
        if size < 0 or at + size > len(data):
            raise ValueError("not a message")
        yield mark >> 3, data[at : at + size]
        at += size


def _number(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return value, at

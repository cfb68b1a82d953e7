"""Meaning vectors of Japanese words: chiVe's, mapped from the file in which an optional package carries them.

chiVe (Works Applications and the National Institute for Japanese Language and Linguistics; Manabe et al. 2019;
Apache-2.0) comes inside the package `ja_ginza` (MIT) as 20,000 vectors of 300 numbers, on which 480,000 words lie. Only
its two plain tables are read, nothing of the package is run.

`vectors` is an array in numpy's own format, a 32-bit number each, or a byte each where a program that stands alone
carries it (packaging/smaller_words.py): only directions are used. `key2row` is MessagePack: {hash of the word: row};
the hash is MurmurHash64A with the seed 1 (Appleby, public domain), as spaCy numbers its strings.
"""

from __future__ import annotations

import math
import mmap
import threading
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

_MULTIPLIER = 0xC6A4A7935BD1E995
_WHOLE = (1 << 64) - 1
_SEED = 1

_COMMON = math.log(3000)
"""Words of the first 3,000 rows, which stand in the order of how often they are said, tell the less the earlier."""


def murmur(data: bytes) -> int:
    """MurmurHash64A of the bytes with the seed 1."""
    size = len(data)
    found = (_SEED ^ (size * _MULTIPLIER)) & _WHOLE
    even = size - size % 8
    for at in range(0, even, 8):
        piece = int.from_bytes(data[at : at + 8], "little") * _MULTIPLIER & _WHOLE
        piece = (piece ^ (piece >> 47)) * _MULTIPLIER & _WHOLE
        found = (found ^ piece) * _MULTIPLIER & _WHOLE
    if size > even:
        found = (found ^ int.from_bytes(data[even:], "little")) * _MULTIPLIER & _WHOLE
    found = (found ^ (found >> 47)) * _MULTIPLIER & _WHOLE
    return found ^ (found >> 47)


_Index = tuple[npt.NDArray[np.uint64], npt.NDArray[np.uint16]]
"""All words' hashes in order, and the row of each."""


class ChiVe:
    """Vectors of Japanese words; thread-safe. The table of words is read when first asked (some 0.2 s, 4.6 MB)."""

    def __init__(self, folder: Path) -> None:
        """`folder` holds `vectors` and `key2row`; OSError or ValueError when they are not there or of another shape."""
        self._table = np.load(folder / "vectors", mmap_mode="r", allow_pickle=False)
        if self._table.ndim != 2 or self._table.dtype not in (np.dtype("<f4"), np.dtype("i1")):
            raise ValueError("not a table of vectors")
        self._keys = folder / "key2row"
        if not self._keys.is_file():
            raise FileNotFoundError(self._keys)
        self._lock = threading.Lock()
        self._index: _Index | None = None

    @property
    def width(self) -> int:
        """Numbers in one vector."""
        return int(self._table.shape[1])

    def encode(self, words: Mapping[str, float]) -> Floats:
        """The direction of a phrase: the sum of its words' directions, each by its weight and by how seldom it is said.

        `words` maps words (dictionary form) to weights. A unit row, or zeros when no word is known. Never raises.
        """
        total = np.zeros(self.width, np.float32)
        for word, weight in words.items():
            row = self.row(word)
            if row is None:
                continue
            vector = np.asarray(self._table[row], np.float32)
            length = float(np.linalg.norm(vector))
            if length > 0:
                total += vector * np.float32(weight * min(1.0, math.log1p(row) / _COMMON) ** 2 / length)
        size = float(np.linalg.norm(total))
        return total / np.float32(size) if size > 0 else total

    def row(self, word: str) -> int | None:
        """The word's row, which is also how often it is said: 0 is the most frequent; None for an unknown word."""
        hashes, rows = self._opened()
        key = np.uint64(murmur(word.encode("utf-8", "replace")))
        at = int(np.searchsorted(hashes, key))
        if at == len(hashes) or hashes[at] != key:
            return None
        row = int(rows[at])
        return row if 0 <= row < len(self._table) else None

    def _opened(self) -> _Index:
        with self._lock:
            if self._index is None:
                self._index = self._read()
            return self._index

    def _read(self) -> _Index:
        """All words' hashes in order, and their rows; nothing where the file is not as it is known to be."""
        try:
            with self._keys.open("rb") as file:
                data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            starts = _entries(data)
        except (OSError, ValueError, KeyError, IndexError):
            return np.zeros(0, np.uint64), np.zeros(0, np.uint16)
        table = np.frombuffer(data, np.uint8)
        if not len(starts):
            return np.zeros(0, np.uint64), np.zeros(0, np.uint16)
        parts = [_part(table, starts[at : at + _AT_ONCE]) for at in range(0, len(starts), _AT_ONCE)]
        hashes, rows = (np.concatenate(column) for column in zip(*parts, strict=True))
        order = np.argsort(hashes)
        return hashes[order], rows[order]


_AT_ONCE = 8192
"""Words in one go: larger pieces only cost memory."""


def _part(table: npt.NDArray[np.uint8], starts: npt.NDArray[np.int64]) -> _Index:
    """Hashes and rows of the entries that begin there."""
    hashes = table[starts[:, None] + np.arange(1, 9)].view(">u8")[:, 0].astype(np.uint64)
    end = len(table) - 1
    kind = table[starts + 9].astype(np.int32)
    first = table[np.minimum(starts + 10, end)].astype(np.int32)
    second = table[np.minimum(starts + 11, end)].astype(np.int32)
    rows = np.where(kind == _TWO_BYTES, first * 256 + second, np.where(kind == _ONE_BYTE, first, kind))
    return hashes, rows.astype(np.uint16)


_MAP, _EIGHT_BYTES, _ONE_BYTE, _TWO_BYTES = 0xDF, 0xCF, 0xCC, 0xCD
_SIZES = {**dict.fromkeys(range(0x80), 1), _ONE_BYTE: 2, _TWO_BYTES: 3, 0xCE: 5, _EIGHT_BYTES: 9}
"""MessagePack: a map with its size in four bytes; bytes of a number by the mark it begins with."""


def _entries(data: mmap.mmap) -> npt.NDArray[np.int64]:
    """Where each entry begins whose key is a hash. A loop in Python on purpose: other threads get their turn within it.

    Short keys are spaCy's own names of parts of speech, and no words. ValueError, KeyError or IndexError when it is not
    a map from numbers to numbers below 65,536.
    """
    if data[:1] != bytes([_MAP]):
        raise ValueError("not a map")
    count = int.from_bytes(data[1:5], "big")
    if count > len(data):
        raise ValueError("longer than the file")
    starts = np.zeros(count, np.int64)
    at, words = 5, 0
    for _ in range(count):
        key = data[at]
        value = at + _SIZES[key]
        size = _SIZES[data[value]]
        if size > _SIZES[_TWO_BYTES]:
            raise ValueError("not a row")
        if key == _EIGHT_BYTES:
            starts[words] = at
            words += 1
        at = value + size
    if at != len(data):
        raise ValueError("more than the map")
    return starts[:words]

"""English meaning vectors: the forward pass of all-MiniLM-L6-v2 in plain numpy, weights mapped from their file.

Methods: BERT (Devlin et al. 2018, arXiv 1810.04805), MiniLM (Wang et al. 2020, arXiv 2002.10957), mean pooling as in
Sentence-BERT (Reimers & Gurevych 2019, arXiv 1908.10084). The weights stay in the file (Apache-2.0, an optional
part); they are never copied, so they cost no private memory. A program that stands alone carries them with one byte a
number (packaging/smaller_vectors.py): then the layers are unpacked into 43 MB. One BLAS thread is fastest for such
small products: set OPENBLAS_NUM_THREADS=1 before numpy is first imported in the process.

Adapters of low rank (LoRA: Hu et al. 2021, arXiv 2106.09685) that we learnt ourselves may stand beside the weights of
some layers: x @ W becomes x @ (W + narrow @ wide) (docs/decisions/0260, 0275).
"""

from __future__ import annotations

import copy
import json
import math
import mmap
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from trainer.lexicon.wordpiece import WordPiece

Floats = npt.NDArray[np.float32]

LONGEST = 32
"""Pieces of a text that are looked at; an ordinary answer has 6 to 20."""

SCALE = ".scale"
"""After the name of an array kept as int8: the name of its scales, one for each row."""

_HEADS = 12
_INNER_BIAS = 11  # in a layer's arrays: as long as its inner width
_PRODUCT_WEIGHTS = (0, 2, 4, 6, 10, 12)  # in a layer's arrays: those of PRODUCTS
_ALL = slice(None)
_BATCH = 256  # pieces in one go: larger batches only cost memory
_EPSILON = np.float32(1e-12)


_KINDS = {"F32": "<f4", "F16": "<f2", "I8": "i1"}


def read_safetensors(path: Path) -> Mapping[str, Floats]:
    """The arrays of a safetensors file as read-only views of the mapped file: 32 or 16 bits, or int8 beside scales.

    Shape of the file: 8 bytes little-endian length, a JSON header {name: {dtype, shape, data_offsets}}, the data.
    Raises OSError or ValueError when the file is not of that shape.
    """
    with path.open("rb") as file:
        mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    length = int.from_bytes(mapped[:8], "little")
    if length > len(mapped) - 8:
        raise ValueError("not a safetensors file")
    header = json.loads(mapped[8 : 8 + length])
    arrays: dict[str, Floats] = {}
    for name, entry in header.items():
        if name == "__metadata__" or entry["dtype"] not in _KINDS:
            continue
        kind = np.dtype(_KINDS[entry["dtype"]])
        first, last = entry["data_offsets"]
        flat = np.frombuffer(mapped, kind, (last - first) // kind.itemsize, 8 + length + first)
        arrays[name] = flat.reshape(entry["shape"])
    return arrays


PRODUCTS = (
    "attention.self.query",
    "attention.self.key",
    "attention.self.value",
    "attention.output.dense",
    "intermediate.dense",
    "output.dense",
)
"""The six matrices of a layer that adapters may stand beside, in the order they are used."""

Adapter = tuple[Floats, Floats]
"""(inputs x rank, rank x outputs)."""


def adapter_of(arrays: Mapping[str, npt.NDArray[np.floating]], name: str) -> Adapter:
    """Both halves of one adapter, "NAME.narrow" and "NAME.wide". KeyError or ValueError when one is not there or does
    not fit the other.
    """
    narrow, wide = (arrays[f"{name}.{half}"].astype(np.float32) for half in ("narrow", "wide"))
    if narrow.ndim != 2 or wide.ndim != 2 or narrow.shape[1] != wide.shape[0]:
        raise ValueError("adapters whose halves do not fit")
    return narrow, wide


def batches(rows: Sequence[Sequence[int]], most: int) -> Iterator[list[int]]:
    """Numbers of the rows, those of about one length together, with at most so many pieces in a batch."""
    batch: list[int] = []
    pieces = 0
    for number in sorted(range(len(rows)), key=lambda n: len(rows[n])):
        if batch and pieces + len(rows[number]) > most:
            yield batch
            batch, pieces = [], 0
        batch.append(number)
        pieces += len(rows[number])
    if batch:
        yield batch


class Adapters:
    """What was learnt beside the published weights: for some layers, one pair of narrow matrices a product."""

    def __init__(self, arrays: Mapping[str, npt.NDArray[np.floating]]) -> None:
        """`arrays` has "LAYER.PRODUCT.narrow" (inputs x rank) and "LAYER.PRODUCT.wide" (rank x outputs); KeyError or
        ValueError when one of a layer's products is not there or does not fit its other half.
        """
        self._layers: dict[int, tuple[Adapter, ...]] = {}
        for number in {int(name.split(".", 1)[0]) for name in arrays}:
            self._layers[number] = tuple(adapter_of(arrays, f"{number}.{name}") for name in PRODUCTS)

    @classmethod
    def read(cls, path: Path) -> Adapters:
        """From a safetensors file; OSError, ValueError or KeyError when it is not of that shape."""
        return cls(read_safetensors(path))

    def of(self, layer: int) -> tuple[Adapter, ...] | None:
        """Those of one layer in the order of its products, or None."""
        return self._layers.get(layer)


class _Room(NamedTuple):
    """Arrays that all layers of one pass write into: fresh ones for each would cost a seventh of the time."""

    query: Floats
    key: Floats
    value: Floats
    mixed: Floats
    attended: Floats
    hidden: Floats
    bent: Floats

    @classmethod
    def of(cls, pieces: int, width: int, inner: int) -> _Room:
        """Room for that many pieces."""
        sizes = (width,) * 5 + (inner,) * 2
        return cls(*(np.empty((pieces, size), np.float32) for size in sizes))


def _layer_norm(x: Floats, weight: Floats, bias: Floats) -> None:
    """Every row brought to mean 0 and spread 1, then scaled and moved; in place."""
    share = np.float32(1 / x.shape[1])
    x -= x.sum(axis=1, keepdims=True) * share
    x *= 1 / np.sqrt(np.einsum("ij,ij->i", x, x)[:, None] * share + _EPSILON)
    x *= weight
    x += bias


_GELU_IN = np.float32(math.sqrt(2 / math.pi))
_GELU_CUBE = np.float32(math.sqrt(2 / math.pi) * 0.044715)


def _twice_gelu(x: Floats, out: Floats) -> None:
    """Put 2 x * Phi(x) by its tanh form (Hendrycks & Gimpel 2016, arXiv 1606.08415) into `out`: off by 1e-3 at most,
    and an eighth of the time of the exact one; sentence vectors stay within a cosine of 0.99999 of the exact ones.
    """
    np.multiply(x, x, out=out)
    out *= _GELU_CUBE
    out += _GELU_IN
    out *= x
    np.tanh(out, out=out)
    out += np.float32(1)
    out *= x


def _runs(lengths: Sequence[int]) -> list[tuple[int, int, int]]:
    """(first piece, end, length of one text) of each run of texts of one length: attended to together."""
    runs: list[tuple[int, int, int]] = []
    end = 0
    for length in lengths:
        start, end = end, end + length
        if runs and runs[-1][2] == length:
            start = runs.pop()[0]
        runs.append((start, end, length))
    return runs


class MiniLM:
    """Sentence vectors of width 384."""

    def __init__(self, folder: Path, closed: bool = False) -> None:
        """Maps `model.safetensors` and reads `vocab.txt`; OSError, ValueError or KeyError when they are not there.

        `closed` keeps the mark after a text, as the publishers' own program does. Without it a short text has a
        seventh fewer pieces, and replies are found as well (docs/decisions/0200).
        """
        self._closed = closed
        self._w = read_safetensors(folder / "model.safetensors")
        self._pieces = WordPiece.read(folder / "vocab.txt")
        self._words = "embeddings.word_embeddings.weight"
        self._positions = (
            self._w["embeddings.position_embeddings.weight"][:LONGEST]
            + self._w["embeddings.token_type_embeddings.weight"][0]
        )
        prefixes = {name.split(".")[2] for name in self._w if name.startswith("encoder.layer.")}
        self._layers = [self._layer_arrays(f"encoder.layer.{n}.") for n in sorted(prefixes, key=int)]

    def adapted(self, adapters: Adapters) -> MiniLM:
        """The same vectors as these adapters bend them. ValueError when they do not fit.

        Layers without adapters stay shared; of the others the six products are added up, 7 MB a layer, so that a text
        costs no more than before.
        """
        bent = copy.copy(self)
        bent._layers = [self._bent(arrays, adapters.of(number)) for number, arrays in enumerate(self._layers)]
        return bent

    @staticmethod
    def _bent(arrays: tuple[Floats, ...], adapters: Sequence[Adapter] | None) -> tuple[Floats, ...]:
        together = list(arrays)
        for number, (narrow, wide) in zip(_PRODUCT_WEIGHTS, adapters or (), strict=False):
            together[number] = arrays[number] + (narrow @ wide).T
        return tuple(together)

    @property
    def width(self) -> int:
        """Numbers in one vector."""
        return int(self._w[self._words].shape[1])

    def encode(self, texts: Sequence[str]) -> Floats:
        """One unit row a text."""
        pieces = [self._pieces.ids(text, LONGEST)[: None if self._closed else -1] for text in texts]
        out = np.zeros((len(texts), self.width), np.float32)
        for batch in batches(pieces, _BATCH):
            out[batch] = self._forward([pieces[n] for n in batch])
        return out

    def _layer_arrays(self, prefix: str) -> tuple[Floats, ...]:
        names = (
            "attention.self.query",
            "attention.self.key",
            "attention.self.value",
            "attention.output.dense",
            "attention.output.LayerNorm",
            "intermediate.dense",
            "output.dense",
            "output.LayerNorm",
        )
        return tuple(self._rows(prefix + name + part) for name in names for part in (".weight", ".bias"))

    def _rows(self, name: str, which: npt.NDArray[np.int64] | slice = _ALL) -> Floats:
        """Rows of an array as 32-bit numbers: as they stand in the file, or unpacked from int8."""
        rows = self._w[name][which]
        return rows * self._w[name + SCALE][which] if name + SCALE in self._w else rows

    def _forward(self, rows: Sequence[Sequence[int]]) -> Floats:
        """All texts laid end to end, without padding; only attention looks at each text by itself."""
        ends = np.cumsum([len(row) for row in rows])
        spans = [(int(end) - len(row), int(end)) for end, row in zip(ends, rows, strict=True)]
        ids = np.concatenate([np.asarray(row) for row in rows])
        places = np.concatenate([np.arange(len(row)) for row in rows])
        x = self._rows(self._words, ids) + self._positions[places]
        _layer_norm(x, self._w["embeddings.LayerNorm.weight"], self._w["embeddings.LayerNorm.bias"])
        runs = _runs([len(row) for row in rows])
        room = _Room.of(len(x), x.shape[1], len(self._layers[0][_INNER_BIAS]))
        for layer in self._layers:
            self._layer(x, layer, runs, room)
        out = np.stack([x[start:end].mean(axis=0) for start, end in spans])
        out /= np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9)
        return out.astype(np.float32, copy=False)

    @staticmethod
    def _layer(x: Floats, layer: tuple[Floats, ...], runs: Sequence[tuple[int, int, int]], room: _Room) -> None:
        """One layer, in place."""
        wq, bq, wk, bk, wv, bv, wo, bo, g1, c1, wi, bi, wd, bd, g2, c2 = layer
        size = x.shape[1] // _HEADS
        for part, weight, bias in ((room.query, wq, bq), (room.key, wk, bk), (room.value, wv, bv)):
            np.matmul(x, weight.T, out=part)
            part += bias
        np.multiply(room.query, np.float32(1 / math.sqrt(size)), out=room.query)
        for start, end, length in runs:
            query, key, value, mixed = (
                part[start:end].reshape(-1, length, _HEADS, size).transpose(0, 2, 1, 3) for part in room[:4]
            )
            scores = query @ key.transpose(0, 1, 3, 2)
            scores -= scores.max(axis=3, keepdims=True)
            np.exp(scores, out=scores)
            scores /= scores.sum(axis=3, keepdims=True)
            np.matmul(scores, value, out=mixed)
        between = room.attended
        np.matmul(room.mixed, wo.T, out=between)
        between += bo
        between += x
        _layer_norm(between, g1, c1)
        np.matmul(between, wi.T, out=room.hidden)
        np.add(room.hidden, bi, out=room.hidden)
        _twice_gelu(room.hidden, room.bent)
        np.matmul(room.bent, wd.T, out=x)
        x *= np.float32(0.5)
        x += bd
        x += between
        _layer_norm(x, g2, c2)

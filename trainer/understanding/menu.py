"""A moment made ready: every example read once, letter and word weights of this menu, vectors side by side."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from trainer.understanding.phrase import ACTS, KINDS, Phrase
from trainer.understanding.vectors import Vectors

Floats = npt.NDArray[np.float64]


class LetterIndex:
    """Cosine of weighted letter sequences against all examples at once (tf-idf, Salton & Buckley 1988).

    Nine in ten of the numbers would be zeros, so only the others are kept, column by column: for each sequence the
    examples that have it, and its weight there. Sequences stand in one sorted array, 16 bytes each instead of some 150
    as objects (docs/decisions/0277).
    """

    def __init__(self, rows: Sequence[Mapping[str, float]]) -> None:
        """`rows` has what `phrase.grams` gives, one an example."""
        self._count = len(rows)
        held = Counter(gram for row in rows for gram in row)
        names = sorted(held)
        self._grams = np.array(names or [""])
        self._worth = np.array([math.sqrt(len(g)) * math.log(1 + len(rows) / held[g]) for g in names] or [0.0])
        self._unknown = np.sqrt(np.arange(_LONGEST_GRAM)) * math.log(1 + 2.0 * max(1, len(rows)))
        found = [self._weighed(row) for row in rows]
        columns = np.concatenate([np.zeros(0, np.intp), *(columns for columns, _, _ in found)])
        weights = np.concatenate([np.zeros(0), *(values / length for _, values, length in found)])
        owners = np.repeat(np.arange(len(rows)), [len(columns) for columns, _, _ in found])
        order = np.argsort(columns, kind="stable")
        self._examples = owners[order].astype(np.uint16)
        self._weights = weights[order]
        self._ends = np.cumsum(np.bincount(columns, minlength=len(self._grams))).astype(np.int32)

    def alike(self, row: Mapping[str, float]) -> Floats:
        """Cosine, 0..1, to every example."""
        columns, values, length = self._weighed(row)
        ends = self._ends[columns]
        sizes = ends - np.where(columns > 0, self._ends[columns - 1], 0)
        places = np.repeat(ends - np.cumsum(sizes), sizes) + np.arange(sizes.sum())
        shares = self._weights[places] * np.repeat(values, sizes)
        found: Floats = np.bincount(self._examples[places], shares, self._count) / length
        return found

    def among(self) -> Floats:
        """Cosine of every example to every example."""
        table = np.zeros((self._count, len(self._ends)))
        table[self._examples, np.repeat(np.arange(len(self._ends)), np.diff(self._ends, prepend=0))] = self._weights
        found: Floats = table @ table.T
        return found

    def _weighed(self, row: Mapping[str, float]) -> tuple[npt.NDArray[np.intp], Floats, float]:
        """Columns and tf-idf values of the sequences that are known here, and the length of all values (at least some).

        The number beside a sequence is its size for each time it is there (`phrase.grams`).
        """
        grams = np.array(list(row) or [""])
        sizes = np.char.str_len(grams)
        at = np.minimum(np.searchsorted(self._grams, grams), len(self._grams) - 1)
        known = (self._grams[at] == grams) & (sizes > 0)
        worth = np.where(known, self._worth[at], self._unknown[sizes])
        times = np.array(list(row.values()) or [1.0]) / np.maximum(sizes, 1)
        values = worth * (1 + np.log(times))
        return at[known], values[known], math.sqrt(values @ values) or 1.0


_LONGEST_GRAM = 8
"""Characters of a sequence, less one, at most."""

FEW = 2
_CORE = 0.34
_SPLIT = 0.6
"""From this spread of the replies' signs on (from -1 to 1, 1 at most) some deny what others say."""


class Middles(NamedTuple):
    """Mean vectors of the replies, their squared lengths, and the squared distances between them."""

    means: Vectors
    lengths: Vectors
    distances: Vectors

    def along(self, vector: Vectors) -> tuple[Floats, Floats]:
        """For each reply: how far toward it, on the way from each rival's middle to its own, at worst; and how far the
        nearest rival is. 0.5 is at its own middle, -0.5 at the rival's (Fisher 1936, with equal spreads).
        """
        toward = self.means @ vector - self.lengths / 2
        share = (toward[:, None] - toward[None, :]) / self.distances
        np.fill_diagonal(share, np.inf)
        apart = self.distances.astype(float)
        np.fill_diagonal(apart, np.inf)
        return np.clip(share.min(axis=1).astype(float), -2.0, 2.0), np.sqrt(apart.min(axis=1))


class Menu:
    """All examples of all replies of one moment; `owner[e]` is the reply of example `e`.

    The phrases themselves are let go: what is compared stands in tables (docs/decisions/0277).
    """

    def __init__(
        self, replies: Sequence[Sequence[Phrase]], vectors: Vectors | None, lens_vectors: Vectors | None = None
    ) -> None:
        self.count = len(replies)
        phrases = [phrase for reply in replies for phrase in reply]
        self.examples = len(phrases)
        self.owner = np.array([number for number, reply in enumerate(replies) for _ in reply], dtype=np.intp)
        self.vectors = vectors
        self.lens_vectors = lens_vectors
        self.letters = LetterIndex([phrase.grams for phrase in phrases])
        spelled = all(phrase.sounds is phrase.grams for phrase in phrases)
        self.sounds = self.letters if spelled else LetterIndex([phrase.sounds for phrase in phrases])
        self.sizes = np.bincount(self.owner, minlength=self.count).astype(float)
        self.ends = [int(end) for end in np.cumsum(self.sizes)]
        self.starts = np.array([0, *self.ends[:-1]], dtype=np.intp)
        self.signs = np.array([phrase.sign for phrase in phrases])
        self.clean = [phrase.clean.casefold().strip(" .!?。！？") for phrase in phrases]
        self.spoken = [phrase.spoken for phrase in phrases]
        self.words, self.word_rarity = self._word_table(phrases)
        self.shares, self.share_lengths, self.cores = self._word_shares()
        self.word_lengths = [math.sqrt(sum(v * v for v in row.values())) or 1.0 for row in self.words]
        self.word_sums = [sum(row.values()) or 1.0 for row in self.words]
        self.acts = np.array([[act in phrase.acts for act in ACTS] for phrase in phrases], dtype=float)
        self.word_signs = self._word_signs(phrases)
        kinds = np.array([[kind in phrase.kinds for kind in KINDS] for phrase in phrases], dtype=float)
        self.kind_shares = np.add.reduceat(kinds, self.starts, axis=0) / self.sizes[:, None]
        self.act_counts = np.stack([np.add.reduceat(column, self.starts) for column in self.acts.T])
        self.centres = self._centres()
        self.middles = [self._middles(each) for each in (vectors, lens_vectors)]
        self.sign_leaning = self.mean(self.signs.astype(float))
        self.two_sided = 1 < self.count <= FEW and float(self.sign_leaning.std()) > _SPLIT
        self.apart = self._apart()
        self.told = sum(phrase.told for phrase in phrases) / len(phrases)

    def best(self, values: Floats) -> Floats:
        """The highest of each reply's examples."""
        highest: Floats = np.maximum.reduceat(values, self.starts)
        return highest

    def mean(self, values: Floats) -> Floats:
        """The mean over each reply's examples."""
        total: Floats = np.add.reduceat(values, self.starts)
        means: Floats = total / self.sizes
        return means

    def per_reply(self, values: Floats, how: Callable[[Floats], float]) -> Floats:
        """One number a reply from one number an example."""
        start = 0
        out = np.zeros(self.count)
        for number, end in enumerate(self.ends):
            out[number] = how(values[start:end])
            start = end
        return out

    def _word_table(self, phrases: Sequence[Phrase]) -> tuple[list[dict[str, float]], dict[str, float]]:
        """Words of every example with their weights, and how telling each word is among the replies (0.3..1)."""
        holders: dict[str, set[int]] = {}
        for owner, phrase in zip(self.owner, phrases, strict=True):
            for word in phrase.words:
                holders.setdefault(word, set()).add(int(owner))
        rarity = {
            word: 1.0 if self.count < 2 else 0.3 + 0.7 * math.log(self.count / len(at)) / math.log(self.count)
            for word, at in holders.items()
        }
        rows = [{w: v * rarity[w] for w, v in phrase.words.items()} for phrase in phrases]
        return rows, rarity

    def _word_shares(self) -> tuple[list[dict[str, float]], list[float], list[dict[str, float]]]:
        """For each reply: word -> its weight times the share of examples that have it; the length of that; and the
        words that more than one example in three has, as "core" (what all examples are about).
        """
        shares: list[dict[str, float]] = [{} for _ in range(self.count)]
        held: list[dict[str, float]] = [{} for _ in range(self.count)]
        for owner, row in zip(self.owner, self.words, strict=True):
            size = self.sizes[owner]
            for word, value in row.items():
                shares[owner][word] = shares[owner].get(word, 0.0) + value / size
                held[owner][word] = held[owner].get(word, 0.0) + 1 / size
        cores = [
            {word: (held[n][word] - _CORE) * value for word, value in row.items() if held[n][word] > _CORE}
            for n, row in enumerate(shares)
        ]
        lengths = [math.sqrt(sum(value * value for value in row.values())) or 1.0 for row in shares]
        return shares, lengths, cores

    def _centres(self) -> Vectors | None:
        """The mean direction of each reply's vectors."""
        if self.vectors is None:
            return None
        centres = np.stack([self.vectors[self.owner == number].mean(axis=0) for number in range(self.count)])
        unit: Vectors = centres / np.maximum(np.linalg.norm(centres, axis=1, keepdims=True), 1e-9)
        return unit

    def _middles(self, vectors: Vectors | None) -> Middles | None:
        """Means of each reply's vectors, not brought to unit length, and their squared distances."""
        if vectors is None or self.count < 2:
            return None
        means = np.add.reduceat(vectors, self.starts) / self.sizes[:, None]
        lengths = (means * means).sum(axis=1)
        return Middles(means, lengths, np.maximum(lengths[:, None] + lengths - 2 * means @ means.T, 1e-3))

    def _apart(self) -> dict[str, float]:
        """How well the author's own examples find their reply when each is left out: mean lead over other replies."""
        found = {}
        for name, alike in (
            ("letters", self.letters.among()),
            ("meaning", None if self.vectors is None else self.vectors @ self.vectors.T),
            ("lens", None if self.lens_vectors is None else self.lens_vectors @ self.lens_vectors.T),
        ):
            found[name] = self._mean_lead(alike) if alike is not None else 0.0
        return found

    def _mean_lead(self, alike: npt.NDArray[np.floating]) -> float:
        alike = alike.astype(float)
        np.fill_diagonal(alike, -1.0)
        best = np.maximum.reduceat(alike, self.starts, axis=1)
        rows = np.arange(len(alike))
        own = best[rows, self.owner].copy()
        best[rows, self.owner] = -1.0
        known = (own > -1.0) & (best.max(axis=1) > -1.0)
        return float((own - best.max(axis=1))[known].mean()) if known.any() else 0.0

    def _word_signs(self, phrases: Sequence[Phrase]) -> list[dict[str, tuple[float, float]]]:
        """For each reply, how many of its examples say a word with each sign: word -> (plainly, denied)."""
        table: list[dict[str, tuple[float, float]]] = [{} for _ in range(self.count)]
        for owner, phrase in zip(self.owner, phrases, strict=True):
            row = table[int(owner)]
            for word, sign in phrase.marks.items():
                plain, denied = row.get(word, (0.0, 0.0))
                row[word] = (plain + (sign > 0), denied + (sign < 0))
        return table

"""From measurements to one honest probability: a conditional logit over the replies and "none of these".

McFadden 1974's conditional logit, its utility a straight line plus a few tanh units, averaged over several fits
(bagging, Breiman 1996). The numbers are learnt by tests/tools/fit_understanding.py and kept in assets/understanding.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from trainer.understanding.menu import Floats, Menu

_TOGETHER = 0.05
"""How much more probable than one reply two must be together to be offered."""

FEW = 3
"""Replies of a moment at most in which `Limits.sure_few` counts."""

_WIDEST = 4.0  # standard deviations beyond which a measurement counts no further


@dataclass(frozen=True, slots=True)
class Scale:
    """Mean and spread of each measurement among the cases that were learnt from."""

    mean: Floats
    spread: Floats

    def __call__(self, values: Floats) -> Floats:
        """Standard deviations from the mean, cut off at 4."""
        return np.clip((values - self.mean) / self.spread, -_WIDEST, _WIDEST)


@dataclass(frozen=True, slots=True)
class Utility:
    """`line . x + bias + out . tanh(x @ hidden + offset)`; hidden has shape (measurements, units)."""

    line: Floats
    bias: float
    hidden: Floats
    offset: Floats
    out: Floats

    def __call__(self, x: Floats) -> Floats:
        """One number a row of x."""
        return x @ self.line + self.bias + np.tanh(x @ self.hidden + self.offset) @ self.out


@dataclass(frozen=True, slots=True)
class Decider:
    """Several pairs of utilities (for a reply, for none), averaged as probabilities."""

    replies: Scale
    none: Scale
    fits: tuple[tuple[Utility, Utility], ...]

    def probabilities(self, table: Floats, none: Floats) -> Floats:
        """Probability of each reply; what is missing to 1 is the probability of none."""
        x, z = self.replies(table), self.none(none[None, :])
        total = np.zeros(len(table))
        for reply_utility, none_utility in self.fits:
            scores = np.append(reply_utility(x), none_utility(z))
            scores = np.exp(scores - scores.max())
            total += scores[:-1] / scores.sum()
        return total / len(self.fits)


@dataclass(frozen=True, slots=True)
class Lens:
    """Looks at meaning vectors so that a yes and a no stand further apart: v + (v @ narrow) @ wide, unit length."""

    narrow: npt.NDArray[np.float32]
    wide: npt.NDArray[np.float32]

    def __call__(self, vectors: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """The same vectors seen through the lens, one a row; what stands behind its own width it does not see."""
        vectors = vectors[..., : len(self.narrow)]
        seen = vectors + (vectors @ self.narrow) @ self.wide
        unit: npt.NDArray[np.float32] = seen / np.maximum(
            np.linalg.norm(seen, axis=-1, keepdims=True), np.float32(1e-9)
        )
        return unit


@dataclass(frozen=True, slots=True)
class Limits:
    """From which probability on to act, and from which to ask.

    `sure_two` is for a moment with two replies of which one denies what the other says, where the probability of "none
    of these" is at most `none_two`: those two are told apart better than their probability says, what is said off the
    script is not (held-out figures: docs/decisions/0201). `sure_few` is for a moment with two or three replies where
    that probability is at most `none_few`: what is then left to confuse is little (docs/decisions/0276).
    """

    sure: float = 0.9
    ask: float = 0.5
    sure_two: float = 0.9
    none_two: float = 1.0
    sure_few: float = 1.0
    none_few: float = 0.0

    def sure_in(self, menu: Menu, none: float) -> float:
        """From which probability on to act in this moment; `none` is the probability of none of its replies."""
        limit = self.sure_two if menu.two_sided and none <= self.none_two else self.sure
        return min(limit, self.sure_few) if 1 < menu.count <= FEW and none <= self.none_few else limit

    def asks_between(self, first: float, second: float) -> bool:
        """Whether to offer the two most probable replies: held out, one of them is meant in more than half of the
        cases where they are probable enough only together (docs/decisions/0201).
        """
        return first >= self.ask or first + second >= self.ask + _TOGETHER


@dataclass(frozen=True, slots=True)
class Learnt:
    """All that was learnt: a decider with vectors and one without, the lens, and limits by language.

    In the `blended` languages vectors know less of what is said: there both deciders speak. `adapted` says that it was
    learnt with adapters beside the English vectors, `sentences` with vectors of Japanese sentences beside the glosses,
    which then are what the lens sees.
    """

    with_vectors: Decider
    without: Decider
    lens: Lens | None
    limits: dict[str, Limits]
    limits_without: dict[str, Limits]
    blended: frozenset[str] = frozenset()
    adapted: bool = False
    sentences: bool = False

    def limit(self, language: str, vectors: bool) -> Limits:
        """The limits for a language; the strictest known ones for a language never seen."""
        table = self.limits if vectors else self.limits_without
        return table.get(language) or max(table.values(), key=lambda limits: limits.sure, default=Limits())


def blended(one: Floats, other: Floats) -> Floats:
    """The geometric mean of two opinions, "none" among them, brought back to a sum of 1."""
    none = math.sqrt(max(1.0 - float(one.sum()), 1e-9) * max(1.0 - float(other.sum()), 1e-9))
    both: Floats = np.sqrt(one * other)
    return both / (float(both.sum()) + none)


def plain_decider(reply_names: Sequence[str], none_names: Sequence[str]) -> Decider:
    """When no learnt numbers can be read: a few weights set by hand, careful rather than able."""
    line = {"letters": 5.0, "words": 4.0, "exact": 5.0, "meaning": 4.0, "clash": -8.0, "agree": 2.0, "answer": 2.0}
    none = {"unknown_share": 3.0}
    one = np.ones

    def utility(names: Sequence[str], weights: dict[str, float], bias: float) -> Utility:
        count = len(names)
        values = np.array([weights.get(name, 0.0) for name in names])
        return Utility(values, bias, np.zeros((count, 1)), np.zeros(1), np.zeros(1))

    return Decider(
        Scale(np.zeros(len(reply_names)), one(len(reply_names))),
        Scale(np.zeros(len(none_names)), one(len(none_names))),
        ((utility(reply_names, line, 0.0), utility(none_names, none, 4.0)),),
    )

"""Meaning vectors behind a small protocol, and the little cache that keeps a moment's examples at hand."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]
"""One row a text, unit length (a zero row means "nothing known")."""


_WORTH_IT = 4
"""Texts from which on a second thread gains more than it takes (0.1 ms)."""


class Meaning(Protocol):
    """Turns texts into vectors whose dot product says how alike their meanings are."""

    @property
    def width(self) -> int:
        """Numbers in one vector."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One unit row a text, in order; deterministic; never raises for any text."""


@runtime_checkable
class Begins(Protocol):
    """A Meaning that can work while its caller does something else."""

    def begin(self, texts: Sequence[str]) -> Callable[[], Vectors]:
        """Start with these texts; the call that is returned waits for the rows that `encode` would give."""


def beside(*kinds: Vectors) -> Vectors:
    """Several kinds of vectors side by side, so that the likeness of two such rows is the mean of their likenesses."""
    share = np.float32(len(kinds) ** -0.5)
    return np.hstack([rows * share for rows in kinds])


class VectorCache:
    """The last `size` texts' vectors, 1.5 KB each: a scene has some 250 examples, and what is said is asked for twice.

    Moments that are ready keep their own.
    """

    def __init__(self, meaning: Meaning, size: int = 400) -> None:
        self._meaning = meaning
        self._size = size
        self._rows: OrderedDict[str, Vectors] = OrderedDict()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Rows for the texts; what is not yet known is encoded in one batch."""
        return self.begin(texts)()

    def begin(self, texts: Sequence[str]) -> Callable[[], Vectors]:
        """Start with what is not yet known, where the meaning can and it is worth it; the call gives the rows."""
        if "" in texts:
            self._rows.setdefault("", np.zeros(self._meaning.width, np.float32))
        unknown = [text for text in dict.fromkeys(texts) if text not in self._rows]
        if len(unknown) >= _WORTH_IT and isinstance(self._meaning, Begins):
            return partial(self._known, texts, unknown, self._meaning.begin(unknown))
        return partial(self._known, texts, unknown, partial(self._meaning.encode, unknown))

    def _known(self, texts: Sequence[str], unknown: Sequence[str], rows: Callable[[], Vectors]) -> Vectors:
        """The rows of the texts, once those of the unknown ones are there."""
        if unknown:
            for text, row in zip(unknown, rows(), strict=True):
                self._rows[text] = row.copy()  # a view would hold the whole batch
        found = np.stack([self._rows[text] for text in texts]) if texts else np.zeros((0, self._meaning.width), "f4")
        for text in texts:
            self._rows.move_to_end(text)
        while len(self._rows) > self._size:
            self._rows.popitem(last=False)
        return found

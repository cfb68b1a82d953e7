"""Lines already rendered, kept in memory only: nothing is written to disk, so there is nothing to erase."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass

from trainer.speaking.voices import Recipe
from trainer.speech import RenderedLine

LIMIT = 24 * 1024 * 1024
"""Bytes of sound kept: about 9 minutes of English, some five scenes."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A piece of speech: the same value always gives the same sound. `pace` 1.0 is the voice's own speed.

    `readings` are spellings of the scene that occur in the text and how they are said.
    """

    recipe: Recipe
    text: str
    language: str
    pace: float = 1.0
    semitones: float = 0.0
    decibels: float = 0.0
    readings: tuple[tuple[str, str], ...] = ()


class LineCache:
    """Least recently used lines go first. Safe from several threads."""

    def __init__(self, limit: int = LIMIT) -> None:
        """`limit` in bytes of sound."""
        self._limit = limit
        self._lines: OrderedDict[Hashable, RenderedLine] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    def get(self, key: Hashable) -> RenderedLine | None:
        """The line, now the most recently used; None when it is not there."""
        with self._lock:
            line = self._lines.get(key)
            if line is not None:
                self._lines.move_to_end(key)
            return line

    def put(self, key: Hashable, line: RenderedLine) -> None:
        """Keep a line; one that is larger than a quarter of the cache is not kept."""
        if len(line.pcm) > self._limit // 4:
            return
        with self._lock:
            before = self._lines.pop(key, None)
            self._bytes += len(line.pcm) - (len(before.pcm) if before else 0)
            self._lines[key] = line
            while self._bytes > self._limit:
                _, oldest = self._lines.popitem(last=False)
                self._bytes -= len(oldest.pcm)

    @property
    def size(self) -> int:
        """Bytes of sound held."""
        return self._bytes

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._lines.clear()
            self._bytes = 0

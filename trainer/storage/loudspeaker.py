"""How large a buffer the loudspeaker needed lately: a number in the cache folder, forgotten after two weeks."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from pathlib import Path

FORGOTTEN = 14 * 86_400.0
"""Seconds after which the smallest buffer is tried again: one busy day must not make every conversation slower."""


class LoudspeakerRoom:
    """Remembers between starts which of the player's buffers was large enough. Never raises; for any thread."""

    def __init__(self, path: Path, now: Callable[[], float] = time.time) -> None:
        self._path = path
        self._now = now

    def read(self) -> int:
        """The place among the player's buffers; 0 (the smallest) when nothing is known."""
        with contextlib.suppress(OSError, ValueError):
            if 0.0 <= self._now() - self._path.stat().st_mtime < FORGOTTEN:
                return max(0, int(self._path.read_bytes()[:8]))
        return 0

    def keep(self, place: int) -> None:
        """That one was needed. A cache: what the disk does not take is learnt anew."""
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.write_bytes(b"%d\n" % place)

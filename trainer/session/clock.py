"""Clocks: the real one, and a hand-driven one for tests and the terminal."""

from __future__ import annotations

import time


class SystemClock:
    """Monotonic seconds of this computer."""

    def now(self) -> float:
        """Seconds since some fixed moment; never goes back."""
        return time.monotonic()


class HandClock:
    """A clock that moves only when told to."""

    def __init__(self, start: float = 0.0) -> None:
        self._now = start

    def now(self) -> float:
        """The time it was last moved to."""
        return self._now

    def pass_time(self, seconds: float) -> None:
        """Move on; going back is refused."""
        if seconds < 0:
            raise ValueError("time does not go back")
        self._now += seconds

"""Half-duplex: while the partner speaks nothing is heard, except the trainee going on over the first second or so.

A recogniser with a grammar turns even a very faint echo of the partner into an expected reply (measured at -24 dB), so
the gate is the default. Over the partner's first words the trainee is told from the echo by loudness alone: at least
6 dB above the loudest echo heard so far and near the loudness of their own turn.
"""

from __future__ import annotations

from trainer.hearing.patience import REOPENING
from trainer.hearing.sound_chain import Frame

AFTERWARDS = 0.25
"""Seconds the gate stays shut after the partner's last sample."""

ABOVE_ECHO, BELOW_OWN = 6.0, 10.0
"""Decibels: how much louder than any echo, how much softer than the trainee's own turn."""

STEADY_FRAMES = 5
"""So many frames in a row (0.16 s) must be the trainee's."""

EARLIEST_ECHO = 0.1
"""Sound within this many seconds after the partner begins cannot be the partner's yet (echo came after 0.11-0.17 s)."""


class EchoGuard:
    """The gate and what it knows of the room."""

    def __init__(self) -> None:
        self.headphones = False
        self.closed_since: float | None = None
        self._shut = False
        self._opens_at: float | None = None
        self._loudest: float | None = None
        self._steady = 0
        self._now = 0.0

    def close(self) -> None:
        """The partner begins to speak."""
        if not self._shut:
            self._shut = True
            self.closed_since = self._now
            self._opens_at = None
            self._steady = 0

    def open(self) -> None:
        """The partner's last sample has sounded."""
        if self._shut:
            self._shut = False
            self._opens_at = self._now + AFTERWARDS

    def let_in(self) -> None:
        """The trainee took the turn back: hear them at once."""
        self._shut = False
        self._opens_at = None

    def hear(self, frame: Frame) -> bool:
        """Learn from one frame; True when the trainee can be heard."""
        self._now = frame.time
        if self.headphones:
            return True
        if self._shut:
            self._learn(frame)
            return False
        if self._opens_at is not None:
            if frame.time < self._opens_at:
                return False
            self._opens_at = None
            self.closed_since = None
        return True

    @property
    def hears(self) -> bool:
        """True when nothing is held back."""
        return self.headphones or (not self._shut and self._opens_at is None)

    def is_trainee(self, frame: Frame, own: float) -> bool:
        """Over the partner's first words: is this the trainee, whose turn was as loud as `own` dBFS, going on?"""
        if self.closed_since is None or not self._shut:
            return False
        since = frame.time - self.closed_since
        loud = frame.raw >= own - BELOW_OWN
        known = self._loudest is not None and frame.raw >= self._loudest + ABOVE_ECHO
        self._steady = self._steady + 1 if frame.speaking and loud and (known or since <= EARLIEST_ECHO) else 0
        return since <= REOPENING and self._steady >= STEADY_FRAMES

    def _learn(self, frame: Frame) -> None:
        if self.closed_since is not None and frame.time - self.closed_since > REOPENING:
            self._loudest = max(frame.raw, (self._loudest if self._loudest is not None else -96.0) - 0.02)

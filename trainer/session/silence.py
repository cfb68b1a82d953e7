"""Counts quiet in the trainee's turn and tells the scene when it asked to be told. Pauses cost nothing."""

from __future__ import annotations

from collections.abc import Callable

from trainer.session.ports import Cancellable, Clock, Timer


class SilenceClock:
    """Runs only while the trainee is being listened to by ear; sound, typing, a breath or the partner pause it."""

    def __init__(self, timer: Timer, clock: Clock, tell: Callable[[int, int], None]) -> None:
        self._timer = timer
        self._clock = clock
        self._tell = tell
        self._turn = -1
        self._quiet = 0.0
        self._since: float | None = None
        self._marks: tuple[int, ...] = ()
        self._waiting: Cancellable | None = None

    def start(self, turn: int, marks: tuple[int, ...]) -> None:
        """Count on for this turn (from nothing when it is a new one); `marks` are the seconds to tell of."""
        self.stop()
        if turn != self._turn:
            self._turn, self._quiet = turn, 0.0
        self._marks = tuple(sorted(marks))
        self._since = self._clock.now()
        self._wait()

    def stop(self) -> None:
        """Pause: what was counted in this turn stays."""
        if self._since is not None:
            self._quiet += self._clock.now() - self._since
            self._since = None
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    def _wait(self) -> None:
        if self._marks:
            self._waiting = self._timer.after(max(0.0, self._marks[0] - self._quiet), self._ring)

    def _ring(self) -> None:
        mark, turn = self._marks[0], self._turn
        self._waiting = None
        self.stop()
        self._tell(turn, mark)

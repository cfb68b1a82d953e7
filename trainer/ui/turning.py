"""Work of the window's thread in small steps: between two of them the window answers keys, presses and voices."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

ENOUGH = 0.01
"""Seconds of one turn of the event loop after which the next step waits for another turn."""


class Turning(QObject):
    """Runs the steps of an iterator. What is begun while something is under way takes its place."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[None] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._turn)

    @property
    def under_way(self) -> bool:
        """Are there steps to come?"""
        return self._timer.isActive()

    def begin(self, steps: Iterator[None]) -> None:
        """From the next turn of the event loop on; steps that were under way are not ended."""
        self._steps = steps
        self._timer.start()

    def finish(self) -> None:
        """All that are left, at once."""
        for _ in self._steps:
            pass
        self._timer.stop()

    def stop(self) -> None:
        """What is left is not done."""
        self._steps = iter(())
        self._timer.stop()

    def _turn(self) -> None:
        until = time.monotonic() + ENOUGH
        for _ in self._steps:
            if time.monotonic() > until:
                return
        self._timer.stop()

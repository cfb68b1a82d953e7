"""The beginning of the program: the first picture before everything else, then the rooms behind it one by one."""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from trainer.late import load_next

ON_ITS_WAY = 20
"""Milliseconds left to the first picture to get from the program to the screen before anything else is done."""


class AfterFirstPicture(QObject):
    """Once the window's first picture stands: loads what was promised, a module between events; then calls `then`.

    Threads are begun in `then`: beside them the window would wait for Python's lock with every module it loads.

    Also lets the garbage collector work again. The command that opens the window stops it: nothing that is made at
    the start is garbage, and looking through it again and again was a tenth of the time (decision 0195).
    """

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        """Made before the window is shown."""
        super().__init__(window)
        self._then = then
        window.winId()  # a top-level window has its handle from now on
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window comes into sight: it is painted within this event."""
        if event.type() == QEvent.Type.Expose:
            watched.removeEventFilter(self)
            QTimer.singleShot(ON_ITS_WAY, self, self._stands)
        return False

    def _stands(self) -> None:
        gc.freeze()  # or the first thing made from now on would have the collector look through all of it (70 ms)
        gc.enable()
        self._load()

    def _load(self) -> None:
        if load_next():
            QTimer.singleShot(0, self, self._load)
        else:
            self._then()

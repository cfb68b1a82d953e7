"""After a page was turned, what the old one took goes back: its widgets are cycles, which only the collector finds."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

from trainer.app.allocator import give_back_spare
from trainer.ui.main_window import MainWindow

AFTER = 400
"""Milliseconds after a page was turned: by then it is painted, and Qt has deleted the old one."""


class AfterEachPage(QObject):
    """Collects after each page that was turned. The pictures of a scene that was left are up to 24 MB.

    Left to itself the collector comes whenever enough is new, which was minutes later (docs/decisions/0289).
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER)
        self._timer.timeout.connect(_tidy)
        window.turned.connect(self._timer.start)


def _tidy() -> None:
    if gc.isenabled():  # not before the first picture stands
        gc.collect()
        give_back_spare()

"""Packs that come from outside: dropped on the window, double-clicked, or handed over by a second start.

Whatever is done elsewhere goes on: during a visit, behind the lock and before the first page was passed, a
file waits until one is back in the garden (after the first page: not at all). Nothing is added; its cover shows.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFileOpenEvent
from PySide6.QtWidgets import QApplication, QWidget

from trainer.late import late
from trainer.ui.screens import Screens

if TYPE_CHECKING:
    from trainer.packs import zip_layout
else:
    zip_layout = late("trainer.packs.zip_layout")

BUSY = ("practice", "after", "door", "first")
"""Pages that a file does not interrupt."""


class Opening(QObject):
    """Watches a window for dropped packs, and the application for files that the system wants opened."""

    def __init__(self, screens: Screens, window: QWidget) -> None:
        super().__init__(window)
        self._screens, self._window = screens, window
        self.waiting = ""
        self._before = screens.route.page
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        application = QApplication.instance()
        # Only macOS tells of files this way. Elsewhere it would be called for every event of every widget, and the
        # first such call has Qt for Python make all its classes: a tenth of the start (decision 0243).
        if application is not None and sys.platform == "darwin":
            application.installEventFilter(self)
        screens.route.changed.connect(self._on_moved)

    def open(self, path: str) -> None:
        """Show the cover of a file now, or when the person is free to look at it."""
        if self._screens.route.page in BUSY:
            self.waiting = path
            return
        self.waiting = ""
        self._screens.packs.look_at(path)
        self._screens.route.go("packs")

    def _on_moved(self) -> None:
        before, self._before = self._before, self._screens.route.page
        # Whoever opened a file on the very first day has passed the first page for it, whichever way they went on.
        if self.waiting and (self._before == "home" or before == "first"):
            self.open(self.waiting)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Drops on the window; on macOS also double-clicked files."""
        if event.type() == QEvent.Type.FileOpen and isinstance(event, QFileOpenEvent):
            self.open(event.file())
            return True
        if watched is self._window:
            if event.type() == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
                if dropped(event):
                    event.acceptProposedAction()
                return True
            if event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
                path = dropped(event)
                if path:
                    event.acceptProposedAction()
                    self.open(path)
                return True
        return False


def dropped(event: QDropEvent) -> str:
    """The one pack file that is carried; "" for anything else."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return ""
    path = urls[0].toLocalFile()
    return path if path.endswith(zip_layout.ENDING) else ""

"""Packs that come from outside: dropped on the window, double-clicked, or handed over by a second start.

Whatever is done elsewhere goes on: during a visit, behind the lock and before the first page was passed, a
file waits until one is back in the garden. Nothing is added; its cover shows.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFileOpenEvent
from PySide6.QtWidgets import QApplication, QWidget

from trainer.packs.archive import ENDING
from trainer.ui.screens import Screens

BUSY = ("practice", "after", "door", "first")
"""Pages that a file does not interrupt."""


class Opening(QObject):
    """Watches a window for dropped packs, and the application for files that the system wants opened."""

    def __init__(self, screens: Screens, window: QWidget) -> None:
        super().__init__(window)
        self._screens, self._window = screens, window
        self.waiting = ""
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        application = QApplication.instance()
        if application is not None:
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
        if self.waiting and self._screens.route.page == "home":
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
    return path if path.endswith(ENDING) else ""

"""Focus that shows only while the keyboard is in use: a ring for those who need one, calm for the others."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)


class FocusWatch(QObject):
    """Watches which of keyboard and pointer was used last."""

    def __init__(self) -> None:
        super().__init__()
        self.keyboard = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take note; never take the event."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() not in _MODIFIERS:
            self._set(True)
        elif kind in (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin):
            self._set(False)
        return False

    def _set(self, keyboard: bool) -> None:
        if keyboard != self.keyboard:
            self.keyboard = keyboard
            widget = QApplication.focusWidget()
            if widget is not None:
                widget.update()


WATCH = FocusWatch()


def watch_window(window: QWidget) -> None:
    """Watch this (shown) window. Its handle sees each key and press once; the application would see every event."""
    handle = window.windowHandle()
    if handle is not None:
        handle.removeEventFilter(WATCH)
        handle.installEventFilter(WATCH)


def focus_shows(widget: QWidget) -> bool:
    """Does this widget have the focus, and does it need to show that?"""
    return widget.hasFocus() and WATCH.keyboard

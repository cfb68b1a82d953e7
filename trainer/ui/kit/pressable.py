"""What our painted buttons have in common: pressed anywhere, as tall as their words need, hover seen at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QAbstractButton

if TYPE_CHECKING:
    _Base = QAbstractButton
else:
    _Base = object  # a mixin: two Qt classes in one object would be two C++ objects


class Pressable(_Base):
    """Mixed into Qt's own button classes, before them, so that roles and keys stay Qt's."""

    def hasHeightForWidth(self) -> bool:
        """A narrow one grows downwards."""
        return True

    def hitButton(self, pos: QPoint) -> bool:
        """All of it can be pressed."""
        return self.rect().contains(pos)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Hover shows at once."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """And goes at once."""
        super().leaveEvent(event)
        self.update()

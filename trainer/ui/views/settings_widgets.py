"""What the cards of the settings share: a drop-down, and a check box that changes a setting."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter

from trainer.ui.kit.buttons import CalmCheck
from trainer.ui.theme import Look
from trainer.ui.view_models.settings import SettingsModel


class Picker(QComboBox):
    """A drop-down with its own small arrow; the wheel does not change it while scrolling past."""

    def __init__(self, look: Look, name: str, items: Sequence[tuple[str, str]], key: str) -> None:
        super().__init__()
        self.look = look
        self.setAccessibleName(name)
        self.currentTextChanged.connect(self.setToolTip)  # all of it, where there is no room
        self.offer(items, key)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def offer(self, items: Sequence[tuple[str, str]], key: str) -> None:
        """These can be chosen (value and words), and this one is."""
        self.clear()
        for value, text in items:
            self.addItem(text, value)
        self.setCurrentIndex(max(0, self.findData(key)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's box, what is chosen shortened to its room, and an arrow in our colour."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        box = QStyle.ComplexControl.CC_ComboBox
        room = self.style().subControlRect(box, option, QStyle.SubControl.SC_ComboBoxEditField, self).width()
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room - 2)
        painter = QStylePainter(self)
        painter.drawComplexControl(box, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        u = self.look.u
        painter.setPen(QPen(QColor(self.look.palette.ink), u * 0.11, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        x, y = self.width() - u * 1.2, self.height() / 2
        painter.drawPolyline(
            [QPointF(x - u * 0.35, y - u * 0.17), QPointF(x, y + u * 0.17), QPointF(x + u * 0.35, y - u * 0.17)]
        )
        painter.end()


def check(look: Look, model: SettingsModel, words: tuple[str, str], on: bool, field: str) -> CalmCheck:
    """A check box (its words and its note) for the setting `field`. The change comes after the present event: it may
    make the page anew.
    """
    made = CalmCheck(look, *words)
    made.setObjectName(field)
    made.setChecked(on)
    made.toggled.connect(lambda value: QTimer.singleShot(0, model, lambda: model.change(**{field: value})))
    return made

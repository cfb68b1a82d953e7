"""Cards that can be pressed: a line and a quieter note, wrapped, with the height that follows from the width."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QPushButton, QRadioButton, QSizePolicy, QWidget

from trainer.ui.fonts import sized
from trainer.ui.icons import has_icon, paint
from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.focus import focus_shows
from trainer.ui.kit.phrases import bound
from trainer.ui.kit.pressable import Pressable
from trainer.ui.theme import Look

_WRAP = int(Qt.TextFlag.TextWordWrap)


class _CardBody(Pressable):
    """Painting and measuring of a line with a note; mixed into Qt's own button classes."""

    def dress(self, look: Look, text: str, note: str = "", icon: str = "", more: float = 0.0) -> None:
        """Set what is shown; `more` is room kept free at the right, in units."""
        self.look, self.icon_name, self.more = look, icon, more
        self.note = bound(note)
        self._heights: dict[tuple[int, str], int] = {}
        self.setText(bound(text))
        self.setAccessibleName(text)
        self.setAccessibleDescription(note)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _fonts(self) -> tuple[QFont, QFont]:
        bold = QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal
        return sized(self.font(), self.look.u * 1.1, bold), sized(self.font(), self.look.u * 0.86)

    def _left(self) -> float:
        return self.look.u * (3.3 if has_icon(self.icon_name) else 1.1)

    def _right(self) -> float:
        tick = 1.4 if self.isCheckable() else 0.0
        return self.look.u * (1.1 + max(tick, self.more))

    def _measure(self, width: float) -> tuple[QRectF, QRectF]:
        """Boxes of line and note, one under the other, from the top."""
        line_font, note_font = self._fonts()
        line_font.setWeight(QFont.Weight.DemiBold if self.isCheckable() else QFont.Weight.Normal)
        room = max(self.look.u * 4, width - self._left() - self._right())
        area = QRectF(self._left(), 0, room, 9999)
        line = QFontMetricsF(line_font).boundingRect(area, _WRAP, self.text())
        note = QRectF()
        if self.note:
            area.moveTop(line.bottom() + 2)
            note = QFontMetricsF(note_font).boundingRect(area, _WRAP, self.note)
        line.setWidth(room)
        note.setWidth(room)
        return line, note

    def heightForWidth(self, width: int) -> int:
        """Height for that width in pixels."""
        key = (width, self.font().key())
        if key not in self._heights:
            line, note = self._measure(width)
            self._heights[key] = round(max(line.bottom(), note.bottom()) + self.look.u * 1.15) + 2
        return self._heights[key]

    def sizeHint(self) -> QSize:
        """A comfortable width."""
        return QSize(self.look.px(16), self.heightForWidth(self.look.px(16)))

    def minimumSizeHint(self) -> QSize:
        """Still readable."""
        return QSize(self.look.px(9), self.look.px(2.6))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint box, icon, line, note and the tick of a chosen card."""
        p, u, on = self.look.palette, self.look.u, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focus, hover = focus_shows(self), self.underMouse() or self.isDown()
        filled = on and self.look.high_contrast
        ink = p.on_primary if filled else p.on_soft if on or hover else p.ink
        quiet = ink if on or hover else p.ink2
        pen = QPen(QColor(p.focus if focus else p.primary if on else p.edge), 3 if focus else 2 if on else 1.5)
        painter.setPen(pen)
        painter.setBrush(QColor(p.primary if filled else p.soft if on or hover else p.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), u * 0.8, u * 0.8)
        line, note = self._measure(self.width())
        top = (self.height() - max(line.bottom(), note.bottom())) / 2
        if has_icon(self.icon_name):
            side = u * 1.5
            paint(painter, self.icon_name, QRectF(u * 1.05, (self.height() - side) / 2, side, side), ink)
        if on:
            side = u * 1.1
            paint(painter, "check", QRectF(self.width() - u * 1.9, u * 0.65, side, side), ink)
        line_font, note_font = self._fonts()
        painter.setFont(line_font)
        painter.setPen(QColor(ink))
        painter.drawText(line.translated(0, top).adjusted(0, 0, 2, 2), _WRAP, self.text())
        if self.note:
            painter.setFont(note_font)
            painter.setPen(QColor(quiet))
            painter.drawText(note.translated(0, top).adjusted(0, 0, 2, 2), _WRAP, self.note)
        painter.end()


class Choice(_CardBody, QPushButton):
    """A card that is a button."""

    def __init__(self, look: Look, text: str, note: str = "", icon: str = "", more: float = 0.0) -> None:
        QPushButton.__init__(self)
        self.setAutoDefault(False)
        self.dress(look, text, note, icon, more)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)


class RadioCard(_CardBody, QRadioButton):
    """A card that is one of several, of which exactly one holds."""

    def __init__(self, look: Look, text: str, note: str = "", icon: str = "") -> None:
        QRadioButton.__init__(self)
        self.dress(look, text, note, icon)


class ReplyCard(QWidget):
    """A reply: the card says it; the small button at its right lets the program say it aloud for you."""

    def __init__(self, look: Look, text: str, note: str, for_me: str) -> None:
        super().__init__()
        self._look = look
        self.card = Choice(look, text, note, more=2.6 if for_me else 0.0)
        self.card.setParent(self)
        self.for_me = CalmButton(look, "", "hear", "quiet", name=for_me, parent=self) if for_me else None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusProxy(self.card)

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height for that width in pixels."""
        return max(self.card.heightForWidth(width), self._look.px(3))

    def sizeHint(self) -> QSize:
        """A comfortable width."""
        return self.card.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Still readable."""
        return QSize(self._look.px(10), self._look.px(3))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The small button stays at the right, in the middle."""
        self.card.setGeometry(self.rect())
        if self.for_me is not None:
            side = self._look.px(2.6)
            self.for_me.setGeometry(self.width() - side - self._look.px(0.45), (self.height() - side) // 2, side, side)

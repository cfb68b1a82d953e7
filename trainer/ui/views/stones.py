"""Stones on a path: small buttons laid over a painted picture. Their shape differs, not only their colour."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from trainer.ui.icons import paint
from trainer.ui.kit.focus import focus_shows
from trainer.ui.scene.palette import ScenePalette
from trainer.ui.scene.pictures import StoneState, paint_stone
from trainer.ui.theme import Look


class StoneButton(QPushButton):
    """A scene on the map, or a visit on the journal's path (then with the icon of its place)."""

    moved = Signal(int)

    def __init__(
        self,
        look: Look,
        state: StoneState,
        palette: ScenePalette,
        name: str,
        parent: QWidget | None = None,
        icon: str = "",
    ) -> None:
        super().__init__(parent)
        self.look, self._state, self._scene, self._icon = look, state, palette, icon
        self.chosen = False
        self.setAutoDefault(False)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_scale(1.0)

    def set_scale(self, scale: float) -> None:
        """Size on the picture, never under 24 pixels."""
        self._scale = scale * (1.5 if self._icon else 1.0)
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """The stone with room for its ring."""
        return QSize(max(26, round(40 * self._scale)), max(26, round(34 * self._scale)))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk along the path, Enter opens."""
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key in steps:
            self.moved.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The stone, its icon, its ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QPointF(self.width() / 2, self.height() / 2)
        paint_stone(painter, centre, self._scale, self._state, self._scene)
        if self._icon:
            side = 15 * self._scale
            top = QRectF(centre.x() - side / 2, centre.y() - side / 2 - 2 * self._scale, side, side)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.look.palette.surface))
            painter.drawEllipse(top.center(), 11 * self._scale, 8.2 * self._scale)
            inner = side * 0.78
            spot = QRectF(top.center().x() - inner / 2, top.center().y() - inner / 2, inner, inner)
            paint(painter, self._icon, spot, self.look.palette.ink)
        if focus_shows(self) or self.chosen:
            p = self.look.palette
            painter.setPen(QPen(QColor(p.focus if focus_shows(self) else p.primary), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
            painter.drawRoundedRect(box, box.height() * 0.3, box.height() * 0.3)
        painter.end()


class Roving:
    """One tab stop for a group of buttons: arrows walk inside."""

    def __init__(self, buttons: Sequence[StoneButton], start: int = 0) -> None:
        self._buttons = list(buttons)
        for at, button in enumerate(self._buttons):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if at == start else Qt.FocusPolicy.ClickFocus)
            button.moved.connect(lambda by, i=at: self._move(i + by))

    def _move(self, to: int) -> None:
        if 0 <= to < len(self._buttons):
            for at, button in enumerate(self._buttons):
                button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if at == to else Qt.FocusPolicy.ClickFocus)
            self._buttons[to].setFocus(Qt.FocusReason.TabFocusReason)

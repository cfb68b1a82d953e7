"""Small painted things that show a state: step dots, the microphone ring and meter, the slow breathing circle."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from trainer.ui.icons import paint
from trainer.ui.kit.focus import focus_shows
from trainer.ui.theme import Look


class StepDots(QWidget):
    """How far into the scene we are, roughly; not a measure of anything."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look, self._step, self._steps = look, 1, 1
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_steps(self, step: int, steps: int, name: str) -> None:
        """Dot `step` (1-based) of `steps` is the present one."""
        self._step, self._steps = max(1, step), max(step, steps, 1)
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def _count(self) -> int:
        return min(self._steps, 12)

    def sizeHint(self) -> QSize:
        """Room for all dots."""
        return QSize(self.look.px(self._count() * 1.0 + 1.2), self.look.px(1.2))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Filled dots for what was, a long one for now, rings for what is to come."""
        p, u, painter = self.look.palette, self.look.u, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, y = 2.0, self.height() / 2
        now = min(self._step, self._count())
        for number in range(1, self._count() + 1):
            wide = u * 1.5 if number == now else u * 0.55
            reached = number <= now
            painter.setPen(QPen(QColor(p.primary if reached else p.edge), 1.6))
            painter.setBrush(QColor(p.primary) if reached else Qt.BrushStyle.NoBrush)
            box = QRectF(x, y - u * 0.275, wide, u * 0.55).adjusted(0.8, 0.8, -0.8, -0.8)
            painter.drawRoundedRect(box, u * 0.27, u * 0.27)
            x += wide + u * 0.45
        painter.end()


class MicRing(QPushButton):
    """The microphone: a ring with two soft halos that follow the level."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look, self._level, self._live = look, 0.0, False
        self._across = 6.4
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_level(self, level: float) -> None:
        """0..1."""
        self._level = min(1.0, max(0.0, level))
        self.update()

    def set_live(self, live: bool, name: str) -> None:
        """Is the program listening now? `name` says what a press does."""
        self._live = live
        self.setAccessibleName(name)
        self.update()

    def set_across(self, units: float) -> None:
        """Another size: 6.4 units across unless told."""
        if units != self._across:
            self._across = units
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As many units across as told."""
        return QSize(self.look.px(self._across), self.look.px(self._across))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Halos, disc, icon, ring."""
        p, painter = self.look.palette, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre, radius = QPointF(self.width() / 2, self.height() / 2), self.width() / 2 - 4
        painter.setPen(Qt.PenStyle.NoPen)
        if self._live:
            for share, alpha in ((1.0, 0.14), (0.86, 0.20)):
                colour = QColor(p.primary)
                colour.setAlphaF(alpha)
                painter.setBrush(colour)
                reach = radius * (0.6 + 0.4 * self._level * share)
                painter.drawEllipse(centre, reach, reach)
        painter.setBrush(QColor(p.primary if self._live else p.surface))
        if not self._live:
            painter.setPen(QPen(QColor(p.primary), 2))
        painter.drawEllipse(centre, radius * 0.56, radius * 0.56)
        side = radius * 0.6
        colour_name = p.on_primary if self._live else p.primary
        paint(painter, "speak", QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side), colour_name)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(p.edge), 1.5))
        painter.drawEllipse(centre, radius, radius)
        if focus_shows(self):
            painter.setPen(QPen(QColor(p.focus), 3))
            painter.drawEllipse(centre, radius * 0.7, radius * 0.7)
        painter.end()


class LevelMeter(QWidget):
    """The microphone level as a row of bars; the line marks where a voice is heard, the pale band is the room."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.look, self._now, self._enough, self._room = look, 0.0, 0.3, 0.0
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def set_level(self, now: float, enough: float, room: float = 0.0) -> None:
        """All 0..1."""
        self._now, self._enough = min(1.0, max(0.0, now)), min(1.0, max(0.0, enough))
        self._room = min(1.0, max(0.0, room))
        self.update()

    def now(self) -> float:
        """The level that is shown."""
        return self._now

    def sizeHint(self) -> QSize:
        """A row of bars."""
        return QSize(self.look.px(14), self.look.px(2.8))

    def minimumSizeHint(self) -> QSize:
        """Still a row of bars."""
        return QSize(self.look.px(8), self.look.px(2.8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bars up to the level are filled; the shape stays the same, so nothing jumps."""
        p, u, painter = self.look.palette, self.look.u, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._room > 0:
            painter.setBrush(QColor(p.edge))
            painter.setOpacity(0.35)
            painter.drawRoundedRect(QRectF(0, 2, self.width() * self._room, self.height() - 4), 6, 6)
        pitch = u * 0.66
        count = max(1, int(self.width() // pitch))
        for index in range(count):
            share = (index + 0.5) / count
            high = self.height() * (0.25 + 0.6 * abs(((index * 7) % 11) / 10 - 0.45))
            painter.setBrush(QColor(p.primary if share <= self._now else p.edge))
            painter.setOpacity(1.0 if share <= self._now else 0.45)
            painter.drawRoundedRect(QRectF(index * pitch + 1, (self.height() - high) / 2, u * 0.38, high), 3, 3)
        painter.setOpacity(1.0)
        painter.setPen(QPen(QColor(p.warm), 2))
        x = self.width() * self._enough
        painter.drawLine(QPointF(x, 2), QPointF(x, self.height() - 2))
        painter.end()


class BreathCircle(QWidget):
    """A circle that grows for four seconds and shrinks for six, until the person ends it. Still when motion is off."""

    IN, OUT = 4.0, 6.0
    FRAME_MS = 40

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.look, self._seconds = look, 0.0
        self.setAccessibleName(name)
        self._timer = QTimer(self)
        self._timer.setInterval(self.FRAME_MS)
        self._timer.timeout.connect(self._on_tick)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def running(self) -> bool:
        """Is it moving?"""
        return self._timer.isActive()

    def opening(self) -> float:
        """0 (small) .. 1 (wide) for the present instant."""
        at = self._seconds % (self.IN + self.OUT)
        share = at / self.IN if at < self.IN else 1 - (at - self.IN) / self.OUT
        return QEasingCurve(QEasingCurve.Type.InOutSine).valueForProgress(share)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin small."""
        self._seconds = 0.0
        if not self.look.reduced:
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """No timer for what nobody sees."""
        self._timer.stop()

    def _on_tick(self) -> None:
        self._seconds += self.FRAME_MS / 1000
        self.update()

    def sizeHint(self) -> QSize:
        """Large."""
        return QSize(self.look.px(18), self.look.px(16))

    def minimumSizeHint(self) -> QSize:
        """Still a circle."""
        return QSize(self.look.px(7), self.look.px(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Three soft discs."""
        p, painter = self.look.palette, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = min(self.width(), self.height(), self.look.u * 22) / 2 - 4
        reach = 0.72 if self.look.reduced else 0.46 + 0.54 * self.opening()
        centre = QPointF(self.width() / 2, self.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        for share, alpha in ((1.0, 0.16), (0.8, 0.24), (0.6, 0.55)):
            colour = QColor(p.primary)
            colour.setAlphaF(alpha)
            painter.setBrush(colour)
            painter.drawEllipse(centre, most * reach * share, most * reach * share)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(p.edge), 1.5))
        painter.drawEllipse(centre, most, most)
        painter.end()

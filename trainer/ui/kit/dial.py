"""A dial: its name, a slider whose value is words, and the words of its two ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QVBoxLayout, QWidget

from trainer.ui.kit.focus import focus_shows
from trainer.ui.kit.text import Text
from trainer.ui.theme import Look


class DialSlider(QSlider):
    """A painted slider. `value_words()` is what a screen reader says."""

    def __init__(self, look: Look, name: str, low: int, high: int, words: Callable[[int], str]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.look, self._words = look, words
        self.setRange(low, high)
        self.setPageStep(1)
        self.setSingleStep(1)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def value_words(self) -> str:
        """The value in words."""
        return self._words(self.value())

    def sizeHint(self) -> QSize:
        """Tall enough for a finger."""
        return QSize(self.look.px(9), self.look.px(1.9))

    def minimumSizeHint(self) -> QSize:
        """Still usable."""
        return QSize(self.look.px(6), self.look.px(1.9))

    def _span(self) -> tuple[float, float]:
        half = self.look.u * 0.85
        return half, self.width() - half

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press goes to that place."""
        self._to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """And follows the pointer."""
        self._to(event.position().x())

    def _to(self, x: float) -> None:
        first, last = self._span()
        share = min(1.0, max(0.0, (x - first) / max(1.0, last - first)))
        self.setValue(round(self.minimum() + share * (self.maximum() - self.minimum())))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint track, filled part and handle."""
        p, u, painter = self.look.palette, self.look.u, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first, last = self._span()
        y = self.height() / 2
        steps = max(1, self.maximum() - self.minimum())
        x = first + (last - first) * (self.value() - self.minimum()) / steps
        thick = u * 0.36
        for colour, begin, end in ((p.edge, 2.0, self.width() - 2.0), (p.primary, 2.0, x)):
            painter.setPen(QPen(QColor(colour), thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(begin + thick / 2, y), QPointF(max(begin, end - thick / 2), y))
        focus = focus_shows(self)
        painter.setPen(QPen(QColor(p.focus if focus else p.primary), 3 if focus else 2))
        painter.setBrush(QColor(p.surface))
        half = u * 0.75
        painter.drawRoundedRect(QRectF(x - half, y - half, 2 * half, 2 * half), u * 0.5, u * 0.5)
        painter.end()


class Dial(QWidget):
    """Name above, slider, words under it: the ends, and the present value in the middle of the name's line."""

    moved = Signal(int)

    def __init__(
        self,
        look: Look,
        name: str,
        span: tuple[int, int],
        value: int,
        words: Callable[[int], str],
        ends: Sequence[str] | None = None,
    ) -> None:
        super().__init__()
        self._words = words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(0.1))
        top = QHBoxLayout()
        top.setSpacing(look.px(0.5))
        self._name = Text(name)
        self._value = Text("", "small", wrap=False)
        top.addWidget(self._name, 1)
        top.addWidget(self._value)
        column.addLayout(top)
        self.slider = DialSlider(look, name, span[0], span[1], words)
        self.slider.setObjectName(f"dial:{name}")
        self.slider.setValue(value)
        self._name.setBuddy(self.slider)
        column.addWidget(self.slider)
        first, last = ends if ends is not None else (words(span[0]), words(span[1]))
        bottom = QHBoxLayout()
        bottom.addWidget(Text(first, "muted", wrap=False))
        bottom.addStretch(1)
        bottom.addWidget(Text(last, "muted", wrap=False))
        column.addLayout(bottom)
        self.slider.valueChanged.connect(self._on_moved)
        self._show(value)

    def set_value(self, value: int) -> None:
        """Show this value without telling anybody."""
        self.slider.blockSignals(True)
        self.slider.setValue(value)
        self.slider.blockSignals(False)
        self._show(self.slider.value())

    def _on_moved(self, value: int) -> None:
        self._show(value)
        self.moved.emit(value)

    def _show(self, value: int) -> None:
        ends = (self.slider.minimum(), self.slider.maximum())
        self._value.say("" if value in ends else self._words(value))
        self.slider.update()

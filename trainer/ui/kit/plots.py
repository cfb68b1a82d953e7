"""Painted pictures of tension, before and after, of one visit or several. Up and down look alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.ui.fonts import sized
from trainer.ui.theme import Look

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter)


@dataclass(frozen=True, slots=True)
class Pair:
    """Tension 0-10 before and after a visit; `label` stands beside it in the plot."""

    before: int | None
    after: int | None
    label: str = ""


def _dot(painter: QPainter, look: Look, at: QPointF, filled: bool, radius: float) -> None:
    painter.setPen(QPen(QColor(look.palette.primary), look.u * 0.15))
    painter.setBrush(QColor(look.palette.primary if filled else look.palette.surface))
    painter.drawEllipse(at, radius, radius)


class BeforeAfterLine(QWidget):
    """One line from 0 to 10: a hollow dot for before, a filled one for after."""

    def __init__(self, look: Look, pair: Pair, words: tuple[str, str], ends: tuple[str, str], name: str) -> None:
        super().__init__()
        self.look, self.pair, self._words, self._ends = look, pair, words, ends
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A line with words above and below."""
        return QSize(self.look.px(20), self.look.px(6.2))

    def minimumSizeHint(self) -> QSize:
        """Still readable."""
        return QSize(self.look.px(14), self.look.px(6.2))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Track, stretch between the two, dots and words."""
        p, u, painter = self.look.palette, self.look.u, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first, last, y = u * 1.2, self.width() - u * 1.2, u * 3.0

        def x(value: int) -> float:
            return first + (last - first) * value / 10

        painter.setPen(QPen(QColor(p.edge), u * 0.32, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(first, y), QPointF(last, y))
        before, after = self.pair.before, self.pair.after
        if before is not None and after is not None:
            painter.setPen(QPen(QColor(p.primary), u * 0.36, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(x(before), y), QPointF(x(after), y))
        marks = [
            (value, f"{word}  {value}", filled)
            for value, word, filled in ((before, self._words[0], False), (after, self._words[1], True))
            if value is not None
        ]
        for value, _, filled in marks:
            _dot(painter, self.look, QPointF(x(value), y), filled, u * 0.72)
        self._labels(painter, [(x(value), text) for value, text, _ in sorted(marks)], y)
        painter.setFont(sized(self.font(), u * 0.9))
        painter.setPen(QColor(p.ink2))
        below = QRectF(u * 0.5, y + u * 1.3, self.width() - u, u * 1.5)
        painter.drawText(below, _LEFT, f"0  {self._ends[0]}")
        painter.drawText(below, _RIGHT, f"{self._ends[1]}  10")
        painter.end()

    def _labels(self, painter: QPainter, labels: Sequence[tuple[float, str]], y: float) -> None:
        """Words above the dots, pushed apart so that they never stand on each other."""
        u = self.look.u
        font = sized(self.font(), u)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(QColor(self.look.palette.ink))
        wide = [metrics.horizontalAdvance(text) + 2 for _, text in labels]
        lefts = [min(max(0.0, x - w / 2), self.width() - w) for (x, _), w in zip(labels, wide, strict=True)]
        if len(lefts) == 2 and lefts[0] + wide[0] + u * 0.6 > lefts[1]:
            middle = (lefts[0] + lefts[1] + wide[1]) / 2
            start = min(max(0.0, middle - (wide[0] + wide[1] + u * 0.8) / 2), self.width() - sum(wide) - u * 0.8)
            lefts = [start, start + wide[0] + u * 0.8]
        for left, w, (_, text) in zip(lefts, wide, labels, strict=True):
            painter.drawText(QRectF(left, y - u * 2.5, w, u * 1.5), _LEFT, text)


class TensionPlot(QWidget):
    """Several visits, oldest above: each a hollow and a filled dot on the same 0-10."""

    def __init__(self, look: Look, pairs: Sequence[Pair], name: str, description: str) -> None:
        super().__init__()
        self.look, self.pairs = look, tuple(pairs)
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One row a visit."""
        return QSize(self.look.px(22), self.look.px(2.3 * max(1, len(self.pairs)) + 2.2))

    def minimumSizeHint(self) -> QSize:
        """Still readable."""
        return QSize(self.look.px(16), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Grid, rows, numbers."""
        p, u, painter = self.look.palette, self.look.u, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = sized(self.font(), u * 0.9, QFont.Weight.Normal)
        painter.setFont(font)
        label = max((QFontMetricsF(font).horizontalAdvance(pair.label) for pair in self.pairs), default=0.0)
        first, last = label + u * 1.6, self.width() - u * 1.1
        bottom = self.height() - u * 1.9

        def x(value: int) -> float:
            return first + (last - first) * value / 10

        for value in (0, 5, 10):
            painter.setPen(QPen(QColor(p.edge), 1))
            painter.drawLine(QPointF(x(value), u * 0.2), QPointF(x(value), bottom))
            painter.setPen(QColor(p.ink2))
            painter.drawText(QRectF(x(value) - u, bottom + u * 0.2, 2 * u, u * 1.5), _MIDDLE, str(value))
        for index, pair in enumerate(self.pairs):
            y = u * (0.2 + 2.3 * (index + 0.5))
            painter.setPen(QColor(p.ink2))
            painter.drawText(QRectF(0, y - u * 0.8, label + 4, u * 1.6), _LEFT, pair.label)
            if pair.before is not None and pair.after is not None:
                painter.setPen(QPen(QColor(p.primary), u * 0.25, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
                painter.drawLine(QPointF(x(pair.before), y), QPointF(x(pair.after), y))
            if pair.before is not None:
                _dot(painter, self.look, QPointF(x(pair.before), y), False, u * 0.48)
            if pair.after is not None:
                _dot(painter, self.look, QPointF(x(pair.after), y), True, u * 0.48)
        painter.end()

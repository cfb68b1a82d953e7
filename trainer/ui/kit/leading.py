"""Paragraphs with air between the lines: QLabel sets the lines of a font without leading of its own solid."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

PITCH = 1.32
"""Distance of two baselines in font sizes: enough for Japanese without furigana and for English (look.md asks 1.62 only
where furigana stand between the lines).
"""


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """Text laid out for one width (device-independent pixels)."""

    layouts: tuple[QTextLayout, ...]
    height: float
    width: float

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """Paint from the top left of the area with the painter's pen."""
        for layout in self.layouts:
            layout.draw(painter, area.topLeft())


def lay(text: str, font: QFont, width: float, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft) -> Paragraphs:
    """Break `text` into lines no wider than `width`. A font with more leading than PITCH keeps its own."""
    metrics = QFontMetricsF(font)
    solid = metrics.ascent() + metrics.descent()
    pitch = max(metrics.lineSpacing(), PITCH * (font.pixelSize() if font.pixelSize() > 0 else solid))
    option = QTextOption(align)
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layouts, top, widest = [], (pitch - solid) / 2, 0.0
    for paragraph in text.split("\n"):
        layout = QTextLayout(paragraph, font)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            line.setPosition(QPointF(0, top))
            top += pitch
            widest = max(widest, line.naturalTextWidth())
        layout.endLayout()
        layouts.append(layout)
    return Paragraphs(tuple(layouts), top - (pitch - solid) / 2, widest)

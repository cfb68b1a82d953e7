"""Paragraphs with air between the lines: QLabel sets the lines of a font without leading of its own solid."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

PITCH = 1.32
"""Distance of two baselines in font sizes: enough for Japanese without furigana and for English (look.md asks 1.62 only
where furigana stand between the lines).
"""
TITLE_PITCH = 1.16
"""The same for a page's title, whose large letters need less air."""


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


def pitch_of(font: QFont, apart: float = PITCH) -> float:
    """Distance of two baselines in device-independent pixels."""
    metrics = QFontMetricsF(font)
    solid = metrics.ascent() + metrics.descent()
    return max(metrics.lineSpacing(), apart * (font.pixelSize() if font.pixelSize() > 0 else solid))


def lay(text: str, font: QFont, width: float, align: Qt.AlignmentFlag, apart: float = PITCH) -> Paragraphs:
    """Break `text` into lines no wider than `width`, baselines `apart` font sizes (more where the font wants more)."""
    metrics = QFontMetricsF(font)
    solid = metrics.ascent() + metrics.descent()
    pitch = pitch_of(font, apart)
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

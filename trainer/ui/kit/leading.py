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
    """Text laid out for one width, `room`; `width` is what its longest line takes (device-independent pixels)."""

    layouts: tuple[QTextLayout, ...]
    height: float
    width: float
    room: float = 0.0
    broken: bool = True

    def breaks_as_at(self, width: float) -> bool:
        """Are the lines the same at that width? What fitted fits, and what did not fit into more does not fit now.

        Lines that are not broken stay so in any room. One pixel is left for letters that reach over their place.
        """
        return width == self.room or (self.width + 1 <= width and (width <= self.room or not self.broken))

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
    layouts, top, widest, broken = [], (pitch - solid) / 2, 0.0, False
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
        broken |= layout.lineCount() > 1
        layouts.append(layout)
    return Paragraphs(tuple(layouts), top - (pitch - solid) / 2, widest, width, broken)

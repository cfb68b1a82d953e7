"""Two pictures of the garden: the places one was at, and the lines said aloud. No order of merit, nothing to reach."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.ui.fonts import sized
from trainer.ui.icons import paint
from trainer.ui.theme import Look, mix

PEBBLES = 15
"""Pebbles that are laid out for a place; beyond, the number beside it tells."""
LEAVES = 96
"""Leaves a tree has at most; beyond, one leaf stands for several lines, and the words say for how many."""
GOLDEN = math.pi * (3 - math.sqrt(5))
_CENTRE = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
_WOOD = {"light": "#97693F", "dark": "#8A6748", "contrast": "#FFFFFF"}
_LEAF = {
    "light": ("#5E9478", "#86B08A", "#D9A24B"),
    "dark": ("#6FA58F", "#4E8271", "#C59A55"),
    "contrast": ("#FFE14D",) * 3,
}


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """A place of the map, its icon, how often one was there, and that in words."""

    name: str
    icon: str
    visits: int
    told: str


def lines_per_leaf(lines: int) -> int:
    """For how many lines one leaf stands: 1, 2, 5, 10, 20, 50 …"""
    step = 1
    while lines / step > LEAVES:
        step = step * 5 // 2 if str(step)[0] == "2" else step * 2
    return step


class PlacesPicture(QWidget):
    """Every place of the map as a patch of the same size, with a pebble for each visit, in the order of the map."""

    def __init__(self, look: Look, places: Sequence[PlaceCount], name: str) -> None:
        super().__init__()
        self.look, self.places = look, tuple(places)
        self.setAccessibleName(name)
        self.setAccessibleDescription("; ".join(f"{place.name}: {place.told}" for place in self.places))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _columns(self, width: float) -> int:
        fit = max(1, int(width / (self.look.u * 7.6)))
        rows = -(-len(self.places) // fit)
        return -(-len(self.places) // max(1, rows))

    def _row(self) -> float:
        return self.look.u * 8.2

    def hasHeightForWidth(self) -> bool:
        """Patches wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height for that width in pixels."""
        return round(-(-len(self.places) // self._columns(width)) * self._row())

    def sizeHint(self) -> QSize:
        """All in two rows."""
        wide = self.look.px(31)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Two beside one another."""
        return QSize(self.look.px(15.5), round(self._row()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Patch by patch."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        columns = self._columns(self.width())
        wide = self.width() / columns
        for number, place in enumerate(self.places):
            cell = QRectF(number % columns * wide, number // columns * self._row(), wide, self._row())
            self._patch(painter, cell, place)
        painter.end()

    def _patch(self, painter: QPainter, cell: QRectF, place: PlaceCount) -> None:
        look, u, p = self.look, self.look.u, self.look.palette
        middle = cell.center().x()
        ground = QRectF(middle - u * 3.1, cell.top() + u * 0.5, u * 6.2, u * 4.3)
        painter.setPen(QPen(QColor(p.edge), 1.5) if look.high_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(p.soft if place.visits else p.sunken))
        painter.drawRoundedRect(ground, u * 1.1, u * 1.1)
        icon = QRectF(middle - u * 0.75, ground.top() + u * 0.35, u * 1.5, u * 1.5)
        paint(painter, place.icon, icon, p.on_soft if place.visits else p.ink2)
        painter.setPen(QPen(QColor(p.edge), 1))
        painter.setBrush(QColor(mix(p.edge, p.surface, 0.35)))
        shown = min(place.visits, PEBBLES)
        for at in range(shown):
            row, column = divmod(at, 5)
            in_row = min(5, shown - row * 5)
            x = middle + (column - (in_row - 1) / 2) * u * 1.02
            painter.drawEllipse(QPointF(x, ground.top() + u * (2.35 + row * 0.75)), u * 0.4, u * 0.28)
        painter.setPen(QColor(p.ink))
        painter.setFont(sized(self.font(), u * 0.92, QFont.Weight.DemiBold))
        painter.drawText(QRectF(cell.left(), ground.bottom() + u * 0.2, cell.width(), u * 1.4), _CENTRE, place.name)
        painter.setPen(QColor(p.ink2))
        painter.setFont(sized(self.font(), u * 0.88))
        painter.drawText(QRectF(cell.left(), ground.bottom() + u * 1.5, cell.width(), u * 1.4), _CENTRE, place.told)


class AloudPicture(QWidget):
    """A tree with a leaf for every line said aloud (or for several, which the words beside it say)."""

    def __init__(self, look: Look, lines: int, name: str, told: str) -> None:
        super().__init__()
        self.look = look
        self.leaves = -(-lines // lines_per_leaf(lines)) if lines else 0
        self.setAccessibleName(name)
        self.setAccessibleDescription(told)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as the places beside it."""
        return QSize(self.look.px(20), self.look.px(13))

    def minimumSizeHint(self) -> QSize:
        """Still a tree."""
        return QSize(self.look.px(12), self.look.px(13))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, trunk, branches, leaves."""
        painter, u, theme = QPainter(self), self.look.u, self.look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        foot = QPointF(self.width() / 2, self.height() - u * 0.7)
        crown = QPointF(foot.x(), foot.y() - u * 7.4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.look.palette.soft))
        painter.drawEllipse(foot, u * 6.4, u * 0.6)
        wood = QPen(QColor(_WOOD[theme]), u * 0.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(wood)
        painter.drawLine(foot, QPointF(foot.x(), crown.y() + u * 1.6))
        for side, rise, reach in ((-1, 2.9, 3.0), (1, 3.5, 3.3), (-1, 4.7, 2.2), (1, 5.3, 1.9), (-1, 6.3, 0.7)):
            wood.setWidthF(u * 0.34)
            painter.setPen(wood)
            branch = QPainterPath(QPointF(foot.x(), foot.y() - u * rise))
            branch.quadTo(
                QPointF(foot.x() + side * u * reach * 0.5, foot.y() - u * (rise + 0.6)),
                QPointF(foot.x() + side * u * reach, foot.y() - u * (rise + 2.2)),
            )
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(branch)
        self._leaves(painter, crown)
        painter.end()

    def _leaves(self, painter: QPainter, crown: QPointF) -> None:
        u, colours = self.look.u, _LEAF[self.look.theme]
        painter.setPen(Qt.PenStyle.NoPen)
        for number in range(self.leaves):
            # As seeds stand in a sunflower: evenly, however many there are.
            far = math.sqrt((number + 0.5) / max(self.leaves, 24))
            angle = number * GOLDEN
            painter.save()
            painter.translate(crown.x() + math.cos(angle) * far * u * 4.9, crown.y() + math.sin(angle) * far * u * 3.9)
            painter.rotate(math.degrees(angle))
            painter.setBrush(QColor(colours[number % 3]))
            painter.drawEllipse(QPointF(0, 0), u * 0.52, u * 0.3)
            painter.restore()

"""The map of the scene: laid out by itself, never by hand, so that nothing of it is stored. Boxes are buttons."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget

from trainer.editor.model.map_layout import BOX_HEIGHT, BOX_WIDTH, Box, MapArrow, MapPlan, lay_out
from trainer.editor.view_models.sheet import SheetModel
from trainer.editor.views.outline import Outline
from trainer.ui.fonts import sized
from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.focus import focus_shows
from trainer.ui.kit.page import column, row
from trainer.ui.kit.text import Text
from trainer.ui.theme import Look

ZOOMS = (0.6, 0.8, 1.0, 1.25)
"""How large a box may be shown; 1.0 is as large as the text."""


class MomentBox(QPushButton):
    """One moment. Arrows go to the nearest box in that direction, Enter to its lines."""

    def __init__(self, look: Look, box: Box, unit: float, parent: QWidget) -> None:
        super().__init__(parent)
        self.look, self.box, self.unit = look, box, unit
        self.here = False
        self.setObjectName(f"moment:{box.name}")
        self.setAutoDefault(False)
        found = sum(badge.count for badge in box.badges)
        self.note = self.tr("%n reply(s)", "", box.replies)
        said = [box.label, self.note]
        if found:
            said.append(self.tr("%n found here", "", found))
        if not box.reached:
            said.append(self.tr("nothing leads here"))
        if box.ends:
            said.append(self.tr("leads to the end"))
        self.setAccessibleName(". ".join(said))
        self.setAccessibleDescription(box.text)
        self._found = found
        self._grave = any(badge.kind != "idea" for badge in box.badges)

    def sizeHint(self) -> QSize:
        """As the layout says, with room for the badge."""
        return QSize(round(BOX_WIDTH * self.unit), round(BOX_HEIGHT * self.unit))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Name, a quieter line, and a badge where something was found."""
        p, u, painter = self.look.palette, self.unit, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focus, hover = focus_shows(self), self.underMouse()
        box = QRectF(self.rect()).adjusted(2, u * 0.45, -u * 0.45, -2)
        pen = QPen(
            QColor(p.focus if focus else p.primary if self.here else p.edge), 3 if focus else 2 if self.here else 1.3
        )
        if not self.box.reached and not focus:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(p.soft if self.here or hover else p.surface))
        painter.drawRoundedRect(box, u * 0.7, u * 0.7)
        name, note = sized(self.font(), u), sized(self.font(), u * 0.82)
        name.setWeight(QFont.Weight.DemiBold)
        ink = p.on_soft if self.here or hover else p.ink
        inner = box.adjusted(u * 0.5, u * 0.3, -u * 0.5, -u * 0.3)
        painter.setFont(name)
        painter.setPen(QColor(ink))
        middle = int(Qt.AlignmentFlag.AlignCenter)
        top = QRectF(inner.left(), inner.top(), inner.width(), inner.height() * 0.52)
        painter.drawText(
            top, middle, QFontMetricsF(name).elidedText(self.box.label, Qt.TextElideMode.ElideRight, top.width())
        )
        painter.setFont(note)
        painter.setPen(QColor(p.on_soft if self.here or hover else p.ink2))
        below = QRectF(inner.left(), top.bottom(), inner.width(), inner.height() * 0.48)
        words = self.box.text or self.note
        painter.drawText(
            below, middle, QFontMetricsF(note).elidedText(words, Qt.TextElideMode.ElideRight, below.width())
        )
        if self._found:
            self._badge(painter, box)
        painter.end()

    def _badge(self, painter: QPainter, box: QRectF) -> None:
        p, u = self.look.palette, self.unit
        text = str(self._found)
        place = QRectF(
            box.right() - u * (0.7 + 0.5 * len(text)), box.top() - u * 0.42, u * (0.9 + 0.5 * len(text)), u * 1.2
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(p.warm if self._grave else p.primary))
        painter.drawRoundedRect(place, u * 0.5, u * 0.5)
        painter.setPen(QColor(p.surface if self._grave else p.on_primary))
        painter.setFont(sized(self.font(), u * 0.82))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), text)


class MapCanvas(QWidget):
    """Boxes at their places, arrows painted behind them. `opened(row)`: go to that moment's lines."""

    opened = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.setObjectName("bare")
        self.zoom = 1.0
        self.plan = MapPlan((), (), 0.0, 0.0)
        self.boxes: dict[str, MomentBox] = {}
        self._here = ""

    @property
    def unit(self) -> float:
        """Pixels of one of the plan's units."""
        return self.look.u * self.zoom

    def show_plan(self, plan: MapPlan, here: str) -> None:
        """Show this map; the box of `here` is the one tab stop."""
        focused = next((name for name, box in self.boxes.items() if box.hasFocus()), "")
        if plan != self.plan or not self.boxes:
            self._place(plan)
        self.set_here(here)
        if focused in self.boxes:
            self.boxes[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_zoom(self, zoom: float) -> None:
        """Show it larger or smaller."""
        self.zoom = zoom
        self._place(self.plan)
        self.set_here(self._here)

    def _place(self, plan: MapPlan) -> None:
        self.plan = plan
        self.setUpdatesEnabled(False)
        for old in self.boxes.values():
            old.hide()
            old.deleteLater()
        self.boxes = {}
        u, margin = self.unit, self.unit
        for box in plan.boxes:
            made = MomentBox(self.look, box, u, self)
            made.setGeometry(
                round(box.x * u + margin), round(box.y * u + margin), made.sizeHint().width(), made.sizeHint().height()
            )
            made.clicked.connect(lambda _=False, b=box: self.opened.emit(b.first))
            made.installEventFilter(self)
            made.show()
            self.boxes[box.name] = made
        self.setUpdatesEnabled(True)
        self.setFixedSize(round((plan.width + 1.5) * u + margin), round(plan.height * u + 2 * margin))
        self.update()

    def set_here(self, name: str) -> None:
        """The moment of the caret: chosen, and the one tab stop."""
        self._here = name if name in self.boxes else next(iter(self.boxes), "")
        for key, box in self.boxes.items():
            here = key == self._here
            box.here = here and key == name
            box.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
            box.update()

    def here(self) -> MomentBox | None:
        """The box of the moment of the caret."""
        return self.boxes.get(self._here)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from box to box; Enter opens the lines of the one in focus."""
        now = next((box for box in self.boxes.values() if box.hasFocus()), None)
        if now is None:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            now.click()
        elif event.key() in _WAYS:
            near = self._nearest(now, *_WAYS[Qt.Key(event.key())])
            if near is not None:
                near.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: object, event: object) -> bool:
        """Arrow keys belong to the map, not to Qt's way through buttons."""
        mine = isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress and event.key() in _KEYS
        if mine:
            self.keyPressEvent(cast(QKeyEvent, event))
        return mine

    def _nearest(self, now: MomentBox, dx: int, dy: int) -> MomentBox | None:
        """The nearest box that lies in that direction; sideways counts double."""
        middle, best, least = now.geometry().center(), None, 0.0
        for box in self.boxes.values():
            way = box.geometry().center() - middle
            along, across = way.x() * dx + way.y() * dy, abs(way.x() * dy) + abs(way.y() * dx)
            if box is now or along <= 4:
                continue
            far = along + 2.0 * across
            if best is None or far < least:
                best, least = box, far
        return best

    def paintEvent(self, event: QPaintEvent) -> None:
        """Arrows, behind the boxes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for arrow in self.plan.arrows:
            self._arrow(painter, arrow)
        painter.end()

    def _arrow(self, painter: QPainter, arrow: MapArrow) -> None:
        p, u = self.look.palette, self.unit
        points = [QPointF(x * u + u, y * u + u) for x, y in arrow.points]
        if len(points) < 2:
            return
        style = Qt.PenStyle.DashLine if arrow.back or not arrow.always else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(p.edge), max(1.2, u * 0.09), style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_path(points, u, arrow.back))
        end, before = points[-1], points[-2]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(p.edge))
        s = u * 0.35
        if arrow.back:
            side = 1 if before.x() > end.x() else -1
            tip = [QPointF(0, 0), QPointF(side * s * 1.4, -s), QPointF(side * s * 1.4, s)]
            at = QPointF(end.x() - u * 0.4 * side, end.y())
        else:
            tip = [QPointF(0, 0), QPointF(-s, -s * 1.4), QPointF(s, -s * 1.4)]
            at = QPointF(end.x(), end.y() + u * 0.42)
        painter.drawPolygon(QPolygonF([at + point for point in tip]))


def _path(points: list[QPointF], u: float, back: bool) -> QPainterPath:
    """A soft line through the points."""
    path = QPainterPath(points[0])
    if len(points) == 2 and not back:
        start, end = points
        bend = (end.y() - start.y()) * 0.5
        path.cubicTo(start + QPointF(0, bend), end - QPointF(0, bend), end)
        return path
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        path.lineTo(_towards(corner, before, u * 0.9))
        path.quadTo(corner, _towards(corner, after, u * 0.9))
    path.lineTo(points[-1])
    return path


def _towards(place: QPointF, other: QPointF, far: float) -> QPointF:
    """From `place` that far towards `other`, at most half the way."""
    way = other - place
    length = max(1.0, (way.x() ** 2 + way.y() ** 2) ** 0.5)
    share = min(far, length / 2) / length
    return QPointF(place.x() + way.x() * share, place.y() + way.y() * share)


_WAYS: dict[Qt.Key, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


_KEYS = frozenset({*_WAYS, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class MapView(QWidget):
    """The map in a frame that scrolls, with two buttons for its size."""

    def __init__(self, look: Look, model: SheetModel, outline: Outline) -> None:
        super().__init__()
        self.look, self.model, self._outline = look, model, outline
        self.setObjectName("bare")
        self.setAccessibleName(self.tr("Map of the scene"))
        box = column(look.px(0.3), parent=self)
        top = row(look.px(0.4))
        top.addWidget(Text(self.tr("Laid out for you. Arrow keys walk, Enter opens the lines."), "muted"), 1)
        for name, text, by in (("map-smaller", "−", -1), ("map-larger", "+", 1)):
            button = CalmButton(look, text, "", "small", name=self.tr("Larger") if by > 0 else self.tr("Smaller"))
            button.setObjectName(name)
            button.clicked.connect(lambda _=False, b=by: self._zoom(b))
            top.addWidget(button)
        box.addLayout(top)
        self.area = QScrollArea()
        self.area.setObjectName("drawer-area")
        self.area.viewport().setObjectName("drawer-view")
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.canvas = MapCanvas(look)
        self.canvas.opened.connect(lambda row: model.go_to(row))
        self.area.setWidget(self.canvas)
        box.addWidget(self.area, 1)
        model.looked.connect(self._when_seen)
        self._at = ZOOMS.index(1.0)

    def _zoom(self, by: int) -> None:
        self._at = max(0, min(len(ZOOMS) - 1, self._at + by))
        self.canvas.set_zoom(ZOOMS[self._at])
        self._into_sight()

    def _when_seen(self) -> None:
        if self.isVisible():
            self.fresh()

    def fresh(self) -> None:
        """The map as the sheet stands now."""
        self.canvas.show_plan(lay_out(self.model.look), self._outline.moment())
        self._into_sight()

    def follow(self, row: int) -> None:
        """The caret went to another moment."""
        self.canvas.set_here(self._outline.moment())
        self._into_sight()

    def _into_sight(self) -> None:
        here = self.canvas.here()
        if here is not None:
            self.area.ensureWidgetVisible(here, self.look.px(4), self.look.px(4))

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """To the box of the caret's moment."""
        here = self.canvas.here()
        if here is not None:
            here.setFocus(reason)

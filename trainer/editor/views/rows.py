"""A list whose rows are painted in the desk's look: a mark, a line, a quieter note, and a badge at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from trainer.ui.fonts import sized
from trainer.ui.icons import paint
from trainer.ui.kit.focus import focus_shows
from trainer.ui.theme import Look

_WRAP = int(Qt.TextFlag.TextWordWrap)
_ROW = int(Qt.ItemDataRole.UserRole)
MOST_KEPT = 4000
"""Measured rows that are remembered."""


@dataclass(frozen=True, slots=True)
class RowView:
    """What a row shows. `spoken` is what a screen reader says instead of `text` and `note`."""

    key: str
    text: str
    note: str = ""
    icon: str = ""
    icon_colour: str = "ink2"
    badge: str = ""
    badge_colour: str = "warm"
    spoken: str = ""
    depth: int = 0
    bold: bool = False
    lead: str = ""


class _Painter(QStyledItemDelegate):
    def __init__(self, look: Look, rows: RowList) -> None:
        super().__init__(rows)
        self.look, self._rows = look, rows
        self._kept: dict[tuple[str, str, int, bool, int, bool, float, str], tuple[float, QRectF, QRectF]] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the words need at the list's width."""
        row = index.data(_ROW)
        wide = max(self.look.px(6), self._rows.viewport().width())
        return QSize(wide, round(self._heights(row, wide)[0])) if isinstance(row, RowView) else QSize(wide, 10)

    def _left(self, row: RowView) -> float:
        u = self.look.u
        return u * (0.6 + 0.9 * row.depth) + (u * 1.6 if row.icon else 0.0)

    def _right(self, row: RowView) -> float:
        u = self.look.u
        return u * 0.6 + (u * (1.1 + 0.5 * len(row.badge)) if row.badge else 0.0)

    def _heights(self, row: RowView, wide: float) -> tuple[float, QRectF, QRectF]:
        # A list asks for every row again when one has changed.
        badge, font = len(row.badge), self._rows.font().key()
        key = (row.text, row.note, row.depth, bool(row.icon), badge, bool(row.lead), wide, font)
        if key not in self._kept:
            if len(self._kept) > MOST_KEPT:
                self._kept.clear()
            self._kept[key] = self._measured(row, wide)
        return self._kept[key]

    def _measured(self, row: RowView, wide: float) -> tuple[float, QRectF, QRectF]:
        u = self.look.u
        font, small = sized(self._rows.font(), u), sized(self._rows.font(), u * 0.88)
        left = self._left(row) + (u * 7.4 if row.lead else 0.0)
        room = max(u * 4, wide - left - self._right(row))
        line = QFontMetricsF(font).boundingRect(QRectF(left, 0, room, 9999), _WRAP, row.text)
        if not self._rows.wraps:
            line.setHeight(QFontMetricsF(font).height())
        note = QRectF()
        if row.note:
            note = QFontMetricsF(small).boundingRect(QRectF(left, line.height() + 1, room, 9999), _WRAP, row.note)
            if not self._rows.wraps:
                note.setHeight(QFontMetricsF(small).height())
        line.setWidth(room)
        note.setWidth(room)
        pad = u * (0.55 if not row.depth else 0.35)
        return max(u * 1.75, line.height() + note.height() + pad * 2), line, note

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Box of the chosen row, mark, words, badge."""
        row = index.data(_ROW)
        if not isinstance(row, RowView):
            return
        look, p, u = self.look, self.look.palette, self.look.u
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5)
        chosen = index.row() == self._rows.currentRow()
        if chosen:
            focus = focus_shows(self._rows)
            painter.setPen(QPen(QColor(p.focus if focus else p.primary), 3 if focus else 1.5))
            painter.setBrush(QColor(p.soft))
            painter.drawRoundedRect(box, u * 0.6, u * 0.6)
        ink, quiet = (p.on_soft, p.on_soft) if chosen else (p.ink, p.ink2)
        high, line, note = self._heights(row, box.width())
        top = box.top() + (box.height() - line.height() - note.height()) / 2
        if row.icon:
            colour = getattr(p, row.icon_colour) if not (chosen and look.high_contrast) else p.on_soft
            place = QRectF(
                box.left() + u * (0.5 + 0.9 * row.depth), top + (line.height() - u * 1.1) / 2, u * 1.1, u * 1.1
            )
            if row.lead or row.note:
                place.moveTop(top)
            paint(painter, row.icon, place, colour)
        font = sized(self._rows.font(), u)
        if row.bold or (chosen and not row.lead):
            font.setWeight(QFont.Weight.DemiBold)
        if row.lead:
            lead = sized(self._rows.font(), u * 0.92)
            lead.setWeight(QFont.Weight.DemiBold)
            painter.setFont(lead)
            painter.setPen(QColor(quiet))
            area = QRectF(box.left() + self._left(row), top, u * 7.2, line.height())
            text = QFontMetricsF(lead).elidedText(row.lead, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area, int(Qt.AlignmentFlag.AlignTop), text)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        self._words(painter, font_rect(line, box, top), row.text)
        if row.note:
            painter.setFont(sized(self._rows.font(), u * 0.88))
            painter.setPen(QColor(quiet))
            self._words(painter, font_rect(note, box, top), row.note)
        if row.badge:
            self._badge(painter, box, row)
        painter.restore()

    def _words(self, painter: QPainter, area: QRectF, text: str) -> None:
        if self._rows.wraps:
            painter.drawText(area.adjusted(0, 0, 2, 2), _WRAP, text)
        else:
            shown = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _badge(self, painter: QPainter, box: QRectF, row: RowView) -> None:
        p, u = self.look.palette, self.look.u
        wide = u * (0.85 + 0.5 * len(row.badge))
        place = QRectF(box.right() - wide - u * 0.4, box.center().y() - u * 0.62, wide, u * 1.24)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(p, row.badge_colour)))
        painter.drawRoundedRect(place, u * 0.5, u * 0.5)
        painter.setPen(QColor(p.surface if row.badge_colour == "warm" else p.on_primary))
        painter.setFont(sized(self._rows.font(), u * 0.86))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), row.badge)


def font_rect(area: QRectF, box: QRectF, top: float) -> QRectF:
    """A measured area moved to where its row stands."""
    return area.translated(box.left(), top)


class RowList(QListWidget):
    """One tab stop, arrows inside. `picked(key)`: a person chose a row; `entered(key)`: Enter or a double press."""

    picked = Signal(str)
    entered = Signal(str)

    def __init__(self, look: Look, name: str, wraps: bool = False) -> None:
        super().__init__()
        self.look, self.wraps = look, wraps
        self.setAccessibleName(name)
        self.setItemDelegate(_Painter(look, self))
        self.setMouseTracking(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setUniformItemSizes(False)
        self.keys: dict[Qt.Key, Callable[[], object]] = {}
        self._rows: tuple[RowView, ...] = ()
        self._showing = False
        self.currentRowChanged.connect(self._on_current)

    def show_rows(self, rows: Sequence[RowView], key: str | None = None) -> None:
        """Show these; the chosen one stays chosen (or becomes `key`). Nothing is told."""
        wanted = key if key is not None else self.key()
        fresh = tuple(rows)
        self._showing = True
        if fresh != self._rows:
            at = self.verticalScrollBar().value()
            before, self._rows = self._rows, fresh
            while self.count() > len(fresh):
                self.takeItem(self.count() - 1)
            while self.count() < len(fresh):
                self.addItem(QListWidgetItem())
            self._fill([at for at, row in enumerate(fresh) if at >= len(before) or before[at] != row])
            self.verticalScrollBar().setValue(at)
        number = next((at for at, row in enumerate(fresh) if row.key == wanted), -1)
        if number != self.currentRow():
            self.setCurrentRow(number)
            if number >= 0:
                self.scrollToItem(self.item(number))
        self._showing = False

    def _fill(self, changed: Sequence[int]) -> None:
        """Give these rows their new words, and tell of it once: where lines shift, most rows have changed."""
        if not changed:
            return
        model = self.model()
        model.blockSignals(True)
        for number in changed:
            row, item = self._rows[number], self.item(number)
            item.setData(_ROW, row)
            item.setData(int(Qt.ItemDataRole.AccessibleTextRole), row.spoken or " ".join((row.text, row.note)))
        model.blockSignals(False)
        model.dataChanged.emit(model.index(changed[0], 0), model.index(changed[-1], 0))

    def rows(self) -> tuple[RowView, ...]:
        """What shows."""
        return self._rows

    def key(self) -> str:
        """The chosen row's key; "" for none."""
        at = self.currentRow()
        return self._rows[at].key if 0 <= at < len(self._rows) else ""

    def _on_current(self, row: int) -> None:
        if not self._showing and 0 <= row < len(self._rows):
            self.picked.emit(self._rows[row].key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes there; keys of this list; then Qt's own."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.key():
            self.entered.emit(self.key())
        elif key in self.keys and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.keys[key]()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """A few rows."""
        return QSize(self.look.px(6), self.look.px(3))

    def sizeHint(self) -> QSize:
        """Room for its rows, up to a point."""
        high = sum(self.sizeHintForRow(at) for at in range(min(self.count(), 12)))
        return QSize(self.look.px(12), max(self.look.px(3), high + 4))

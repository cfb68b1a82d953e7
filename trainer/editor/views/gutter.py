"""The margin of the sheet: line numbers, and one quiet mark where something was found."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from trainer.packs.catalogue.definition import Severity
from trainer.ui.fonts import sized
from trainer.ui.icons import paint
from trainer.ui.theme import Look

ICONS: dict[Severity, str] = {"error": "must-fix", "warning": "warning", "idea": "hint"}
"""One drawing for each kind of finding; they differ in shape, not only in colour."""


def severity_colour(look: Look, severity: Severity) -> str:
    """The colour of a kind of finding: warm for what wants a hand, green for what is only an idea."""
    return look.palette.primary if severity == "idea" else look.palette.warm


class Gutter(QWidget):
    """Stands left of the text. A screen reader finds the same in the list of findings, so this is not read out."""

    pressed = Signal(int)

    def __init__(self, look: Look, edit: QPlainTextEdit) -> None:
        super().__init__(edit)
        self.look, self._edit = look, edit
        self.marks: dict[int, Severity] = {}
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(self.tr("Line numbers"))

    def wanted_width(self) -> int:
        """Room for the longest number and a mark, in pixels."""
        digits = max(2, len(str(self._edit.blockCount())))
        font = sized(self.font(), self.look.u * 0.86)
        return round(QFontMetricsF(font).horizontalAdvance("0") * digits + self.look.u * 2.1)

    def sizeHint(self) -> QSize:
        """As wide as it must be."""
        return QSize(self.wanted_width(), 0)

    def set_marks(self, marks: dict[int, Severity]) -> None:
        """Row to the gravest thing found there."""
        if marks != self.marks:
            self.marks = marks
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Numbers of the visible rows, quieter than the text."""
        look, p = self.look, self.look.palette
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(p.surface))
        painter.setFont(sized(self.font(), look.u * 0.86))
        edit = self._edit
        offset = edit.contentOffset()
        block = edit.firstVisibleBlock()
        current = edit.textCursor().blockNumber()
        while block.isValid():
            box = edit.blockBoundingGeometry(block).translated(offset)
            if box.top() > event.rect().bottom():
                break
            if block.isVisible() and box.bottom() >= event.rect().top():
                self._paint_row(painter, block.blockNumber(), box.top(), block.blockNumber() == current)
            block = block.next()
        painter.setPen(QPen(QColor(p.line), 1))
        painter.drawLine(QPointF(self.width() - 1, 0), QPointF(self.width() - 1, self.height()))
        painter.end()

    def _paint_row(self, painter: QPainter, row: int, top: float, here: bool) -> None:
        look, p = self.look, self.look.palette
        line = QFontMetricsF(self._edit.font()).height()
        side = look.u
        painter.setPen(QColor(p.ink if here else p.ink2))
        painter.drawText(
            QRectF(0, top, self.width() - side - look.u * 0.75, line),
            int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
            str(row + 1),
        )
        severity = self.marks.get(row)
        if severity is not None:
            place = QRectF(self.width() - side - look.u * 0.4, top + (line - side) / 2, side, side)
            colour = severity_colour(look, severity)
            if not paint(painter, ICONS[severity], place, colour):
                painter.setBrush(QColor(colour))
                painter.drawEllipse(place.center(), side / 4, side / 4)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a mark asks about that row."""
        self.pressed.emit(self._edit.cursorForPosition(event.position().toPoint()).blockNumber())

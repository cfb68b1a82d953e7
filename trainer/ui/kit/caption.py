"""The caption bubble: who speaks, the words, the word being said, readings above kanji."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.ui.fonts import sized
from trainer.ui.kit.caption_layout import CaptionRow, Said, place_of, readings, rows
from trainer.ui.kit.focus import focus_shows
from trainer.ui.theme import Look


class CaptionBubble(QWidget):
    """Shows a few lines. Focusable, so that a screen reader can read it at leisure."""

    def __init__(self, look: Look, tail: bool = True) -> None:
        super().__init__()
        self.look, self._tail = look, tail
        self._lines: tuple[Said, ...] = ()
        self._cover = ""
        self._close, self._beside = False, 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_tail(self, tail: bool) -> None:
        """With a tail it stands beside the partner, without one below the picture."""
        self._tail = tail
        self.updateGeometry()
        self.update()

    def set_close(self, close: bool, beside: int = 0) -> None:
        """In a low window: less air; `beside` pixels at the right of the name are kept free for buttons."""
        if (close, beside) != (self._close, self._beside):
            self._close, self._beside = close, beside
            self.updateGeometry()
            self.update()

    def name_row(self) -> tuple[int, int]:
        """Top and height in pixels of the row in which the first name stands."""
        top, high, _ = self._air()
        return round(self.look.u * top), round(self.look.u * high)

    def _air(self) -> tuple[float, float, float]:
        """Units above all, of a row with a name, and below all."""
        if self._close:
            return 0.25, 1.85 if self._beside else 1.3, 0.45
        return 0.8, 1.55, 1.0

    def set_lines(self, lines: Sequence[Said], cover: str = "") -> None:
        """Show these lines; with `cover` the words are hidden and that is shown instead."""
        same = [line.text for line in lines] == [line.text for line in self._lines] and cover == self._cover
        self._lines, self._cover = tuple(lines), cover
        names = list(dict.fromkeys(line.who for line in lines if line.who))
        self.setAccessibleName("、".join(names) if self.look.language == "ja" else ", ".join(names))
        self.setAccessibleDescription(cover or " ".join(line.text for line in lines))
        if not same:
            self.updateGeometry()
        self.update()

    def lines(self) -> tuple[Said, ...]:
        """What is shown."""
        return self._lines

    # --- measuring -----------------------------------------------------------------------------------------------

    def _word_font(self) -> QFont:
        return sized(self.font(), self.look.u * 1.32)

    def _frame(self, width: float) -> tuple[float, float]:
        """Left edge of the words and the room they have."""
        tail = self.look.u * 0.9 if self._tail else 0.0
        pad = self.look.u * (0.9 if self._close else 1.15)
        return tail + pad, max(self.look.u * 4, width - tail - 2 * pad - 2)

    def _row_height(self, line: Said) -> tuple[float, float]:
        """Height of a row and what of it is kept free above for readings."""
        tall = QFontMetricsF(self._word_font()).height()
        above = tall * 0.44 if any(reading for _, reading in line.ruby) else 0.0
        return tall * (1.1 if self._close else 1.2) + above, above

    def _blocks(self, width: float) -> list[tuple[str, Said, tuple[CaptionRow, ...], float]]:
        """Each line with its heading (when the speaker changes), its rows and its top."""
        measure = QFontMetricsF(self._word_font()).horizontalAdvance
        _, room = self._frame(width)
        air, named, _ = self._air()
        y, last, blocks = self.look.u * air, "", []
        for line in self._lines if not self._cover else (Said(self._first_name(), self._cover),):
            head = line.who if line.who != last else ""
            last = line.who
            y += self.look.u * named if head else self.look.u * 0.2
            broken = rows(line.text, room, measure, line.ruby)
            blocks.append((head, line, broken, y))
            y += self._row_height(line)[0] * max(1, len(broken))
        return blocks

    def _first_name(self) -> str:
        return self._lines[0].who if self._lines else ""

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height for that width in pixels."""
        blocks = self._blocks(width)
        if not blocks:
            return self.look.px(4)
        _, line, broken, top = blocks[-1]
        return round(top + self._row_height(line)[0] * max(1, len(broken)) + self.look.u * self._air()[2])

    def sizeHint(self) -> QSize:
        """A comfortable width."""
        return QSize(self.look.px(26), self.heightForWidth(self.look.px(26)))

    def minimumSizeHint(self) -> QSize:
        """Still readable."""
        return QSize(self.look.px(14), self.look.px(4))

    def best_width(self, widest: int) -> int:
        """The narrowest comfortable width up to `widest` in which no row is broken that need not be."""
        measure = QFontMetricsF(self._word_font()).horizontalAdvance
        left, room = self._frame(widest)
        longest = max((measure(line.text) for line in self._lines), default=0.0)
        return min(widest, max(self.look.px(15), round(longest + widest - room + 4)))

    # --- painting ------------------------------------------------------------------------------------------------

    def _path(self) -> QPainterPath:
        u = self.look.u
        left = u * 0.9 if self._tail else 1.5
        box = QRectF(self.rect()).adjusted(left, 1.5, -1.5, -4)
        path = QPainterPath()
        radius = u * (0.9 if self._close else 1.25)
        path.addRoundedRect(box, radius, radius)
        if self._tail:
            y = min(box.center().y(), box.top() + u * 5.2)
            tail = QPainterPath(QPointF(box.left() + 3, y - 6))
            tail.quadTo(QPointF(box.left() - 4, y + 10), QPointF(2, y + 14))
            tail.quadTo(QPointF(box.left() + 4, y + 20), QPointF(box.left() + 16, y + 12))
            tail.closeSubpath()
            path = path.united(tail)
        return path

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint bubble, names and words."""
        p, painter = self.look.palette, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = self._path()
        if not self.look.high_contrast:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(0, 0, 0, 30))
            painter.drawPath(path.translated(0, 2.5))
        painter.setBrush(QColor(p.surface))
        focus = focus_shows(self)
        painter.setPen(QPen(QColor(p.focus if focus else p.line), 3 if focus else 1))
        painter.drawPath(path)
        left, room = self._frame(self.width())
        for number, (head, line, broken, top) in enumerate(self._blocks(self.width())):
            if head:
                self._paint_name(painter, head, QPointF(left, top), room - (0 if number else self._beside))
            self._paint_line(painter, line, broken, QPointF(left, top))
        painter.end()

    def _paint_name(self, painter: QPainter, name: str, at: QPointF, room: float) -> None:
        """Above the words that begin at `at`."""
        font = sized(self.font(), self.look.u * 0.88, QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(self.look.palette.ink2))
        high = self.look.u * (self._air()[1] - 0.05)
        place = QRectF(at.x(), at.y() - high, room, high - self.look.u * 0.1)
        if self._beside:
            name = QFontMetricsF(font).elidedText(name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), name)

    def _paint_line(self, painter: QPainter, line: Said, broken: Sequence[CaptionRow], at: QPointF) -> None:
        p, font = self.look.palette, self._word_font()
        metrics = QFontMetricsF(font)
        measure = metrics.horizontalAdvance
        high, above = self._row_height(line)
        shown = len(line.text) if line.shown is None else line.shown
        if line.word is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(p.hi))
            for line_at, x, end in place_of(broken, *line.word, measure):
                box = QRectF(at.x() + x - 5, at.y() + line_at * high + above - 2, end - x + 10, metrics.height() + 4)
                painter.drawRoundedRect(box, 8, 8)
        painter.setFont(font)
        first, last = line.word if line.word is not None else (0, 0)
        for index, row in enumerate(broken):
            y = at.y() + index * high + above + metrics.ascent()
            end = row.first + len(row.text)
            # Each stretch once, in its own colour: drawn twice, a word would look bold.
            for begin, stop, colour in ((row.first, first, p.ink), (first, last, p.on_hi), (last, end, p.ink)):
                left, right = max(begin, row.first), min(stop, end, max(shown, row.first))
                if left < right:
                    painter.setPen(QColor(colour))
                    head = row.text[: left - row.first]
                    painter.drawText(QPointF(at.x() + measure(head), y), line.text[left:right])
        self._paint_readings(painter, line, broken, at, shown)

    def _paint_readings(
        self, painter: QPainter, line: Said, broken: Sequence[CaptionRow], at: QPointF, shown: int
    ) -> None:
        small = sized(self.font(), self.look.u * 0.68)
        measure = QFontMetricsF(self._word_font()).horizontalAdvance
        high, above = self._row_height(line)
        painter.setFont(small)
        painter.setPen(QColor(self.look.palette.ink2))
        for reading in readings(line.ruby):
            if reading.first >= shown:
                continue
            for line_at, x, end in place_of(broken, reading.first, reading.last, measure)[:1]:
                box = QRectF(at.x() + x - 40, at.y() + line_at * high - 3, end - x + 80, above + 3)
                painter.drawText(box, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom), reading.text)

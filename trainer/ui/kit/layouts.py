"""Two layouts that follow the width: a flow that wraps like words, and columns as many as fit."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class _Items(QLayout):
    """What both layouts share: a list of items and a height that follows the width."""

    def __init__(self, spacing: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._items):
            return None
        self.invalidate()
        return self._items.pop(index)

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, True)

    def minimumSize(self) -> QSize:
        margins = self.contentsMargins()
        wide = max((item.minimumSize().width() for item in self._shown()), default=0)
        high = max((item.minimumSize().height() for item in self._shown()), default=0)
        return QSize(wide, high).grownBy(margins)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _inner(self, rect: QRect) -> tuple[QRect, QMargins]:
        margins = self.contentsMargins()
        return rect.marginsRemoved(margins), margins

    def _place(self, rect: QRect, really: bool) -> int:
        raise NotImplementedError


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return item.heightForWidth(width)
    return max(item.sizeHint().height(), item.minimumSize().height())


class FlowLayout(_Items):
    """Items one after another, wrapped like words.

    `align_right` sets each row flush right; `spread` leaves the first item of a row at the left and sets the others
    flush right.
    """

    def __init__(
        self, spacing: int, align_right: bool = False, spread: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(spacing, parent)
        self._right, self._spread = align_right, spread

    def sizeHint(self) -> QSize:
        """Everything in one row."""
        hints = [item.sizeHint() for item in self._shown()]
        wide = sum(hint.width() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
        high = max((hint.height() for hint in hints), default=0)
        return QSize(wide, high).grownBy(self.contentsMargins())

    def _place(self, rect: QRect, really: bool) -> int:
        inner, margins = self._inner(rect)
        gap, y = self.spacing(), inner.y()
        for row in self._rows(inner.width()):
            sizes = [self._size(item, inner.width()) for item in row]
            high = max(size.height() for size in sizes)
            used = sum(size.width() for size in sizes) + gap * (len(row) - 1)
            x = inner.x() + (max(0, inner.width() - used) if self._right else 0)
            for index, (item, size) in enumerate(zip(row, sizes, strict=True)):
                if really:
                    item.setGeometry(QRect(QPoint(x, y + (high - size.height()) // 2), size))
                x += size.width() + gap
                if self._spread and index == 0:
                    x += max(0, inner.width() - used)
            y += high + gap
        return max(0, y - gap - inner.y()) + margins.top() + margins.bottom()

    def _size(self, item: QLayoutItem, width: int) -> QSize:
        wide = min(item.sizeHint().width(), width)
        return QSize(wide, _height(item, wide))

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = []
        used = 0
        for item in self._shown():
            wide = min(item.sizeHint().width(), width)
            if rows and used + self.spacing() + wide <= width:
                rows[-1].append(item)
                used += self.spacing() + wide
            else:
                rows.append([item])
                used = wide
        return rows


class ColumnsLayout(_Items):
    """As many equal columns as fit, at most `most`, each at least `least` pixels wide.

    `level`: rows of equal height, filled across (reply cards). Otherwise each item goes to the column that is shortest
    so far (cards of different heights).
    """

    def __init__(self, spacing: int, least: int, most: int, level: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(spacing, parent)
        self._least, self._most, self._level = max(1, least), most, level

    def columns(self, width: int) -> int:
        """How many columns there are at that width."""
        fit = (width + self.spacing()) // (self._least + self.spacing())
        return max(1, min(self._most, fit, max(1, len(self._shown()))))

    def sizeHint(self) -> QSize:
        """All columns at their least width."""
        wide = self._least * self._most + self.spacing() * (self._most - 1)
        return QSize(wide, self.heightForWidth(wide)).grownBy(self.contentsMargins())

    def _place(self, rect: QRect, really: bool) -> int:
        inner, margins = self._inner(rect)
        count, gap = self.columns(inner.width()), self.spacing()
        wide = max(1, (inner.width() - gap * (count - 1)) // count)
        bottoms = [inner.y()] * count
        shown = self._shown()
        step = count if self._level else 1
        for at in range(0, len(shown), step):
            row = shown[at : at + step]
            heights = [_height(item, wide) for item in row]
            for index, item in enumerate(row):
                column = index if self._level else bottoms.index(min(bottoms))
                high = max(heights)
                if really:
                    item.setGeometry(QRect(inner.x() + column * (wide + gap), bottoms[column], wide, high))
                if not self._level:
                    bottoms[column] += high + gap
            if self._level:
                bottoms = [bottoms[0] + max(heights) + gap] * count
        return max(0, max(bottoms) - gap - inner.y()) + margins.top() + margins.bottom()

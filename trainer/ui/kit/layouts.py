"""Two boxes that follow the width: a flow that wraps like words, and columns as many as fit.

They are widgets that place their children, not QLayouts: a QLayout written in Python holds wrappers of items that Qt
makes and deletes by itself, and a wrapper of a dead item can come back for a new one at the same address.
"""

from __future__ import annotations

from PySide6.QtCore import QChildEvent, QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from shiboken6 import isValid

_EXPLICIT = Qt.WidgetAttribute.WA_WState_ExplicitShowHide


def _hint(widget: QWidget) -> QSize:
    """The size it would like, within its own bounds."""
    return widget.sizeHint().expandedTo(widget.minimumSize()).boundedTo(widget.maximumSize())


def _least(widget: QWidget) -> QSize:
    """The smallest size it can have."""
    return widget.minimumSizeHint().expandedTo(widget.minimumSize()).boundedTo(widget.maximumSize())


def _height(widget: QWidget, width: int) -> int:
    high = widget.heightForWidth(width) if widget.hasHeightForWidth() else _hint(widget).height()
    return min(max(high, widget.minimumHeight()), widget.maximumHeight())


class _Box(QWidget):
    """What both boxes share: a list of children and a height that follows the width."""

    def __init__(self, spacing: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bare")
        self._widgets: list[QWidget] = []
        self._heights: dict[int, int] = {}
        self._wish: QSize | None = None
        self._smallest: QSize | None = None
        self._spacing = spacing
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def addWidget(self, widget: QWidget) -> None:
        """At the end; in reading order."""
        explicit = widget.isHidden() and widget.testAttribute(_EXPLICIT)
        widget.setParent(self)
        self._widgets.append(widget)
        if not explicit:
            widget.show()
        self._again()

    def clear(self) -> None:
        """Throw all children away."""
        gone, self._widgets = self._widgets, []
        for widget in gone:
            widget.hide()
            widget.deleteLater()
        self._again()

    def _shown(self) -> list[QWidget]:
        return [widget for widget in self._widgets if not widget.isHidden()]

    def _again(self) -> None:
        self._heights.clear()
        self._wish = self._smallest = None
        self.updateGeometry()
        if self.isVisible():
            self._place(self.contentsRect(), True)

    def event(self, event: QEvent) -> bool:
        """A child has another size to wish for."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._again()
            return True
        return super().event(event)

    def childEvent(self, event: QChildEvent) -> None:
        """A child was deleted or went elsewhere."""
        if event.removed():
            gone = event.child()
            self._widgets = [widget for widget in self._widgets if isValid(widget) and widget is not gone]
            self._wish = self._smallest = None

    def showEvent(self, event: QShowEvent) -> None:
        """While hidden, children ask for nothing: measure anew."""
        super().showEvent(event)
        self._again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Children follow."""
        super().resizeEvent(event)
        self._place(self.contentsRect(), True)

    def hasHeightForWidth(self) -> bool:
        """Children wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height for that width in pixels."""
        if width not in self._heights:
            margins = self.contentsMargins()
            inner = QRect(0, 0, width, 0).marginsRemoved(margins)
            self._heights[width] = self._place(inner, False) + margins.top() + margins.bottom()
        return self._heights[width]

    def minimumSizeHint(self) -> QSize:
        """The widest child alone."""
        if self._smallest is None:
            self._smallest = self._least_size()
        return self._smallest

    def _least_size(self) -> QSize:
        sizes = [_least(widget) for widget in self._shown()]
        wide = max((size.width() for size in sizes), default=0)
        high = max((size.height() for size in sizes), default=0)
        return QSize(wide, high).grownBy(self.contentsMargins())

    def sizeHint(self) -> QSize:
        """What it would like; a page asks for it dozens of times while it is laid out."""
        if self._wish is None:
            self._wish = self._wished()
        return self._wish

    def _wished(self) -> QSize:
        """The size hint, worked out."""
        raise NotImplementedError

    def _place(self, inner: QRect, really: bool) -> int:
        """Height of what stands in `inner`; with `really` the children are put there."""
        raise NotImplementedError


class FlowBox(_Box):
    """Children one after another, wrapped like words.

    `align_right` sets each row flush right; `spread` leaves the first child at the left and sets the others flush
    right. Where they do not fit beside it, it has a row of its own and they stand together below.
    """

    def __init__(
        self, spacing: int, align_right: bool = False, spread: bool = False, parent: QWidget | None = None
    ) -> None:
        self._right, self._spread = align_right, spread
        super().__init__(spacing, parent)

    def _wished(self) -> QSize:
        """Everything in one row."""
        hints = [_hint(widget) for widget in self._shown()]
        wide = sum(hint.width() for hint in hints) + self._spacing * max(0, len(hints) - 1)
        high = max((hint.height() for hint in hints), default=0)
        return QSize(wide, high).grownBy(self.contentsMargins())

    def _place(self, inner: QRect, really: bool) -> int:
        gap, y = self._spacing, inner.y()
        hints = {widget: _hint(widget) for widget in self._shown()}
        rows = self._rows(hints, inner.width())
        below = self._spread and len(rows) > 1
        for row in rows:
            sizes = [self._size(widget, hints[widget], inner.width()) for widget in row]
            if below and row is rows[0]:
                sizes = [QSize(inner.width(), _height(row[0], inner.width()))]
            high = max(size.height() for size in sizes)
            used = sum(size.width() for size in sizes) + gap * (len(row) - 1)
            free = max(0, inner.width() - used)
            if self._spread and not below and row[0].layout() is not None:
                # A column of words takes the room there is, so that it wraps no earlier than it must.
                wide = sizes[0].width() + free
                sizes[0], free = QSize(wide, _height(row[0], wide)), 0
                high = max(size.height() for size in sizes)
            x = inner.x() + (free if self._right else 0)
            for index, (widget, size) in enumerate(zip(row, sizes, strict=True)):
                if really:
                    widget.setGeometry(QRect(QPoint(x, y + (high - size.height()) // 2), size))
                x += size.width() + gap + (free if self._spread and not below and index == 0 else 0)
            y += high + gap
        return max(0, y - gap - inner.y())

    @staticmethod
    def _size(widget: QWidget, hint: QSize, width: int) -> QSize:
        wide = max(1, min(hint.width(), width))
        return QSize(wide, _height(widget, wide))

    def _rows(self, hints: dict[QWidget, QSize], width: int) -> list[list[QWidget]]:
        shown = list(hints)
        rows = self._wrapped(shown, hints, width)
        if self._spread and len(rows) > 1:
            return [shown[:1], *self._wrapped(shown[1:], hints, width)]
        return rows

    def _wrapped(self, widgets: list[QWidget], hints: dict[QWidget, QSize], width: int) -> list[list[QWidget]]:
        rows: list[list[QWidget]] = []
        used = 0
        for widget in widgets:
            wide = min(hints[widget].width(), width)
            if rows and used + self._spacing + wide <= width:
                rows[-1].append(widget)
                used += self._spacing + wide
            else:
                rows.append([widget])
                used = wide
        return rows


class ColumnsBox(_Box):
    """As many equal columns as fit, at most `most`, each at least `least` pixels wide.

    `level`: rows of equal height, filled across (reply cards). Otherwise each child goes to the column that is shortest
    so far (cards of different heights).
    """

    def __init__(self, spacing: int, least: int, most: int, level: bool = False, parent: QWidget | None = None) -> None:
        self._least_width, self._most, self._level = max(1, least), most, level
        super().__init__(spacing, parent)

    def set_least(self, least: int) -> None:
        """Another least width of a column, in pixels."""
        if least != self._least_width:
            self._least_width = max(1, least)
            self._again()

    def columns(self, width: int) -> int:
        """How many columns there are at that width."""
        fit = (width + self._spacing) // (self._least_width + self._spacing)
        return max(1, min(self._most, fit, max(1, len(self._shown()))))

    def _wished(self) -> QSize:
        """All columns at their least width."""
        wide = self._least_width * self._most + self._spacing * (self._most - 1)
        return QSize(wide, self.heightForWidth(wide)).grownBy(self.contentsMargins())

    def _place(self, inner: QRect, really: bool) -> int:
        count, gap, shown = self.columns(inner.width()), self._spacing, self._shown()
        wide = max(1, (inner.width() - gap * (count - 1)) // count)
        bottoms = [inner.y()] * count
        step = count if self._level else 1
        for at in range(0, len(shown), step):
            row = shown[at : at + step]
            high = max(_height(widget, wide) for widget in row)
            for index, widget in enumerate(row):
                column = index if self._level else bottoms.index(min(bottoms))
                if really:
                    widget.setGeometry(inner.x() + column * (wide + gap), bottoms[column], wide, high)
                if not self._level:
                    bottoms[column] += high + gap
            if self._level:
                bottoms = [bottoms[0] + high + gap] * count
        return max(0, max(bottoms) - gap - inner.y())

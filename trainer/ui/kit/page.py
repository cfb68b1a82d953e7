"""The base of every page: a header that always shows, content that scrolls, a footer with the one next step."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPixmap, QRegion, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.layouts import FlowBox
from trainer.ui.theme import NARROW_EM, WIDE_EM, Look


def column(
    spacing: int = 0, margins: tuple[int, int, int, int] = (0, 0, 0, 0), parent: QWidget | None = None
) -> QVBoxLayout:
    """An empty column of that spacing."""
    made = QVBoxLayout(parent) if parent is not None else QVBoxLayout()
    made.setContentsMargins(*margins)
    made.setSpacing(spacing)
    return made


def row(spacing: int = 0, parent: QWidget | None = None) -> QHBoxLayout:
    """An empty row of that spacing."""
    made = QHBoxLayout(parent) if parent is not None else QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    return made


def bare(layout: QLayout) -> QWidget:
    """A widget without looks that holds a layout."""
    made = QWidget()
    made.setObjectName("bare")
    made.setLayout(layout)
    return made


def clear(layout: QLayout, keep: QWidget | None = None) -> None:
    """Take everything out of a layout and throw it away, except `keep`."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None and widget is not keep:
            widget.hide()
            widget.deleteLater()


class HeaderRow(QWidget):
    """A row whose buttons become icons, last group first, when it does not fit."""

    def __init__(
        self, look: Look, left: Sequence[QWidget], right: Sequence[QWidget], stretch: QWidget | None = None
    ) -> None:
        super().__init__()
        self.setObjectName("bare")
        self._look = look
        self._order = [w for w in (*right, *left) if isinstance(w, CalmButton)]
        # One after another at the right; together at the left, where words and icons side by side would look chosen.
        self._groups = [[w] for w in right if isinstance(w, CalmButton)]
        self._groups.append([w for w in left if isinstance(w, CalmButton)])
        self._row = row(look.px(0.5), self)
        for widget in left:
            self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        if stretch is not None:
            self._row.addWidget(stretch, 1)
        else:
            self._row.addStretch(1)
        for widget in right:
            self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._stretch = stretch
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(stretch is not None)
        self.setSizePolicy(policy)
        self._others = [w for w in (*left, *right) if not isinstance(w, CalmButton)]

    def minimumSizeHint(self) -> QSize:
        """It can always become icons."""
        high = max((w.sizeHint().height() for w in (*self._order, *self._others)), default=0)
        if self._stretch is not None:
            high = max(high, self._stretch.minimumSizeHint().height())
        return QSize(self._look.px(10), high)

    def hasHeightForWidth(self) -> bool:
        """A long title wraps."""
        return self._stretch is not None

    def heightForWidth(self, width: int) -> int:
        """Height for that width in pixels, with the buttons as they are."""
        high = self.minimumSizeHint().height()
        if self._stretch is None:
            return high
        return max(high, self._stretch.heightForWidth(max(self._look.px(6), width - self._needed())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words where they fit, icons where they do not."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Shrink until it fits."""
        for button in self._order:
            button.set_icon_only(False)
        keep = self._look.px(11) if self._stretch is not None else 0
        for group in self._groups:
            if self._needed() + keep <= self.width():
                break
            for button in group:
                button.set_icon_only(True)
        for widget in self._others:
            widget.setVisible(widget.property("droppable") is not True or self._needed() + keep <= self.width())
        self._row.activate()
        self.updateGeometry()

    def _needed(self) -> int:
        shown = [*self._order, *(w for w in self._others if not w.isHidden())]
        return sum(w.sizeHint().width() for w in shown) + self._row.spacing() * len(shown)


class Page(QWidget):
    """A page is made anew from its view model when the look changes; it keeps nothing of its own worth keeping."""

    def __init__(self, look: Look, title: str) -> None:
        super().__init__()
        self.look = look
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        self.setAccessibleName(title)
        self._whole = column(look.px(0.7), parent=self)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inner = QWidget()
        self.inner.setObjectName("inner")
        self.content = column(look.px(0.85), parent=self.inner)
        self.area.setWidget(self.inner)
        self._whole.addWidget(self.area, 1)
        self._header: QWidget | None = None
        self._right: list[QLayout] = []
        self._side = 0
        self.covered = 0
        self.area.verticalScrollBar().rangeChanged.connect(lambda *_: self._margins())
        self.followers: list[Callable[[float], None]] = []
        self._parts: deque[Callable[[], None]] = deque()

    def put_off(self, *parts: Callable[[], None]) -> None:
        """What the page is filled with before it shows, in this order; the window does one after the other."""
        self._parts.extend(parts)

    def fill(self) -> bool:
        """Do the next of what was put off; False when there is nothing left."""
        if self._parts:
            self._parts.popleft()()
        return bool(self._parts)

    def draw_ahead(self) -> Iterator[None]:
        """What its first picture would wait for, in steps; called when it is filled and laid out, before it shows."""
        yield from ()

    def measure(self, place: QRect) -> None:
        """Lay out what there is so far as it will stand in `place`, before it shows; nothing is drawn.

        Showing a page lays out all of it in one go; most of that is measuring texts, which then are known already
        (docs/decisions/0278). To draw a hidden widget, Qt lays it out first; here there is no part of it to draw.
        """
        self.setGeometry(place)
        self.setMask(QRegion(0, 0, 1, 1))
        self.render(QPixmap(1, 1), QPoint(), QRegion(-2, -2, 1, 1))
        self.clearMask()

    def first_control(self) -> QWidget | None:
        """What the Tab key reaches first."""
        widget = self.nextInFocusChain()
        while widget is not None and widget is not self:
            by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
            if by_tab and self.isAncestorOf(widget) and widget.isEnabled() and widget.isVisible():
                return widget
            widget = widget.nextInFocusChain()
        return None

    def showEvent(self, event: QShowEvent) -> None:
        """A page is whole when it shows."""
        while self.fill():
            pass
        super().showEvent(event)

    def set_header(self, header: QWidget) -> None:
        """Always visible, above."""
        self._header = header
        self._whole.insertWidget(0, self._indented(header))

    def _indented(self, widget: QWidget) -> QWidget:
        """In a frame that keeps the page's right margin (the scroll bar stands in that margin)."""
        box = row(0)
        box.addWidget(widget)
        self._right.append(box)
        return bare(box)

    def add_above(self, widget: QWidget) -> QWidget:
        """Between the header and what scrolls; returns what to hide when it is not needed (it takes a gap, too)."""
        holder = self._indented(widget)
        self._whole.insertWidget(self._whole.indexOf(self.area), holder)
        return holder

    def add_below(self, widget: QWidget) -> None:
        """Always visible, below what scrolls."""
        self._whole.addWidget(self._indented(widget))

    def set_footer(self, left: Sequence[QWidget], right: Sequence[QWidget]) -> None:
        """Always visible, below: quieter things left, the next step right."""
        footer = QWidget()
        footer.setObjectName("bare")
        line = row(self.look.px(0.8), footer)
        if left:
            flow = FlowBox(self.look.px(0.6))
            for widget in left:
                flow.addWidget(widget)
            line.addWidget(flow, 1)
        else:
            line.addStretch(1)
        flow = FlowBox(self.look.px(0.6), align_right=True)
        for widget in right:
            flow.addWidget(widget)
        line.addWidget(flow, 1 if left else 0)
        self.add_below(footer)

    def _margins(self) -> None:
        """The content is as wide with a scroll bar as without one."""
        bar = self.area.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() > bar.minimum() else 0
        self.content.setContentsMargins(0, 0, max(0, self._side - taken) + self.covered, 0)
        for box in self._right:
            box.setContentsMargins(0, 0, self._side, 0)

    def cover_right(self, pixels: int) -> None:
        """Something stands over that much of the right side: the content keeps clear of it."""
        if pixels != self.covered:
            self.covered = pixels
            self._margins()

    def em(self) -> float:
        """Width in units."""
        return self.width() / self.look.u

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Margins and columns follow the width in units."""
        super().resizeEvent(event)
        em = self.em()
        side = self.look.px(1.5 if em >= WIDE_EM else 0.9 if em >= NARROW_EM else 0.6)
        self._side = min(side, 24) if em >= WIDE_EM else side
        self._whole.setContentsMargins(self._side, self.look.px(0.8), 0, self.look.px(0.9))
        self._margins()
        for follow in self.followers:
            follow(em)


def two_or_one(em: float, box: QBoxLayout) -> None:
    """Side by side where there is room, under one another where there is not."""
    wide = em >= WIDE_EM
    box.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

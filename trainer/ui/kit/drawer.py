"""A drawer at the right: a dialog within the page. Tab stays inside, and focus goes back to what opened it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.text import Card, Text
from trainer.ui.theme import Look


class Drawer(Card):
    """Slides over its parent; no animation is needed to use it. `close_button` closes it."""

    def __init__(self, look: Look, title: str, close: str, parent: QWidget) -> None:
        super().__init__("drawer", parent)
        self.look = look
        self.setAccessibleName(title)
        self._opener: QWidget | None = None
        outer = QVBoxLayout(self)
        pad = look.px(1.2)
        outer.setContentsMargins(pad, look.px(0.9), pad, pad)
        outer.setSpacing(look.px(0.6))
        top = QHBoxLayout()
        top.addWidget(Text(title, "title"), 1)
        self.close_button = CalmButton(look, "", "close", "quiet", name=close)
        self.close_button.clicked.connect(self.shut)
        top.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignVCenter)
        outer.addLayout(top)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setObjectName("bare")
        area.viewport().setObjectName("drawer-view")
        area.setObjectName("drawer-area")
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(0, 0, look.px(0.4), 0)
        self.body.setSpacing(look.px(0.8))
        area.setWidget(inner)
        outer.addWidget(area, 1)
        self.hide()
        parent.installEventFilter(self)

    def open(self, opener: QWidget | None) -> None:
        """Show it and go to its first control."""
        self._opener = opener
        self._place()
        self.show()
        self.raise_()
        first = self._stops()
        (first[1] if len(first) > 1 else self.close_button).setFocus(Qt.FocusReason.TabFocusReason)

    def shut(self) -> None:
        """Hide it; focus goes back."""
        self.hide()
        if self._opener is not None:
            self._opener.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stops(self) -> list[QWidget]:
        chain, at = [], self.nextInFocusChain()
        for _ in range(500):
            if at is self or at is None:
                break
            if self.isAncestorOf(at) and at.isVisible() and at.focusPolicy() & Qt.FocusPolicy.TabFocus:
                chain.append(at)
            at = at.nextInFocusChain()
        return chain

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round inside."""
        stops, now = self._stops(), QApplication.focusWidget()
        if not stops:
            return False
        at = stops.index(now) if now in stops else -1
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(
            Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        )
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the parent's size."""
        if watched is self.parent() and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        wide = self.wide()
        self.setGeometry(parent.width() - wide, 0, wide, parent.height())

    def wide(self) -> int:
        """Its width in pixels."""
        parent = self.parentWidget()
        return min(round(parent.width() * 0.92), self.look.px(24)) if parent is not None else self.look.px(24)

"""Quick hide: a plain page of notes in the system's manner. No logo, no motion, the same brightness as before."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QPlainTextEdit, QVBoxLayout, QWidget

from trainer.ui.kit.text import Text
from trainer.ui.theme import Look


class QuickHidePage(QWidget):
    """Notes one might have. They can be read and changed; nothing of it is kept."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Notes"))
        dark = look.theme != "light"
        bar, page, chosen, ink, line = (
            ("#27282A", "#1E1F21", "#33373A", "#D5D6D8", "#3A3B3D")
            if dark
            else ("#F3F3F3", "#FFFFFF", "#E2E5E8", "#2B2B2B", "#D9D9D9")
        )
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(page))
        self.setPalette(palette)
        # The one subtree with a sheet of its own: it does not belong to the program's looks.
        self.setStyleSheet(
            f"QWidget {{ background: {page}; color: {ink}; font-size: {look.px(1)}px; }}"
            f"QFrame#bar {{ background: {bar}; border: none; }}"
            f"QFrame#bar QLabel {{ background: transparent; font-size: {look.px(0.86)}px; }}"
            f"QListWidget {{ background: {bar}; border: none; border-right: 1px solid {line}; outline: none;"
            f" padding: {look.px(0.4)}px; }}"
            f"QListWidget::item {{ padding: {look.px(0.6)}px {look.px(0.9)}px; border-radius: 4px; color: {ink}; }}"
            f"QListWidget::item:selected {{ background: {chosen}; color: {ink}; }}"
            f"QPlainTextEdit, QPlainTextEdit:focus {{ background: {page}; border: none;"
            f" padding: {look.px(1.6)}px {look.px(2.4)}px; }}"
        )
        self.notes = self._notes()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._bar(look, self.tr("Notes")))
        middle = QHBoxLayout()
        middle.setSpacing(0)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Notes"))
        self.list.addItems([note.partition("\n")[0] for note in self.notes])
        self.list.setMinimumWidth(look.px(9.6))
        self.list.setMaximumWidth(look.px(16.2))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("Note"))
        self.list.currentRowChanged.connect(self._show)
        middle.addWidget(self.list, 1)
        middle.addWidget(self.text, 4)
        whole.addLayout(middle, 1)
        self._count = Text("", "small", wrap=False)
        whole.addWidget(self._bar(look, "", self._count))
        self.list.setCurrentRow(0)

    def _bar(self, look: Look, text: str, label: Text | None = None) -> QFrame:
        bar = QFrame()
        bar.setObjectName("bar")
        box = QHBoxLayout(bar)
        box.setContentsMargins(look.px(1.2), look.px(0.5), look.px(1.2), look.px(0.5))
        box.addWidget(label if label is not None else Text(text, "small", wrap=False))
        box.addStretch(1)
        return bar

    def _notes(self) -> list[str]:
        return [
            self.tr(
                "Groceries\n\nrice\neggs\nspring onions\ntofu\nsoy sauce\ntea\nlight bulbs (E26)\nbin bags\n\n"
                "Rice was cheaper in the larger bag."
            ),
            self.tr("Books to look for\n\nThe one about tidal pools\nA small grammar of birds"),
            self.tr("Soup, for four\n\n1 leek\n2 potatoes\n800 ml stock\nSimmer for twenty minutes."),
            self.tr("Measurements\n\nShelf 84 cm\nWindow 120 x 90"),
        ]

    def _show(self, row: int) -> None:
        if 0 <= row < len(self.notes):
            self.text.setPlainText(self.notes[row])
            self._count.say(self.tr("%n line(s)", "", self.notes[row].count("\n") + 1))

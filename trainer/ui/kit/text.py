"""Labels: always plain text, Japanese broken between phrases, the size and colour given by a role of the stylesheet."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from trainer.ui.icons import has_icon, paint
from trainer.ui.kit.phrases import bound
from trainer.ui.theme import Look

Role = Literal[
    "body",
    "h1",
    "h2",
    "title",
    "h3",
    "lead",
    "muted",
    "small",
    "eyebrow",
    "on-soft",
    "on-soft-h3",
    "warm",
]
CardKind = Literal["card", "soft", "sunk", "hard", "panel", "drawer", "chip", "rule"]


class Text(QLabel):
    """A label. Its text is never read as HTML; a screen reader is given it without invisible marks."""

    def __init__(self, text: str = "", role: Role = "body", wrap: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.say(text)

    def say(self, text: str) -> None:
        """Show this text."""
        self._plain = text
        self.setText(bound(text) if self.wordWrap() else text)
        self.setAccessibleName(text)

    def plain_text(self) -> str:
        """What is shown, without invisible marks."""
        return self._plain


class IconLabel(QWidget):
    """A drawing that stands beside a word; it means nothing by itself and is not read out."""

    def __init__(self, look: Look, name: str, units: float = 1.4, colour: str = "primary") -> None:
        super().__init__()
        self._name, self._colour = name, getattr(look.palette, colour)
        side = look.px(units) if has_icon(name) else 0
        self._size = QSize(side, side)
        self.setFixedSize(self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon."""
        painter = QPainter(self)
        paint(painter, self._name, QRectF(self.rect()), self._colour)
        painter.end()


class Card(QFrame):
    """A sheet that holds things that belong together."""

    def __init__(self, kind: CardKind = "card", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", kind)


def rule() -> QFrame:
    """A thin line between two parts of a card."""
    return Card("rule")

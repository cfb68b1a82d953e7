"""Labels: always plain text, Japanese broken between phrases, the size and colour given by a role of the stylesheet."""

from __future__ import annotations

import math
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from trainer.ui.icons import has_icon, paint
from trainer.ui.kit.leading import PITCH, TITLE_PITCH, Paragraphs, lay, pitch_of
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
        self._pitch = TITLE_PITCH if role == "h1" else PITCH
        self._kept: list[Paragraphs] = []
        self._kept_for: tuple[str, Qt.AlignmentFlag] | None = None
        self._plain: str | None = None
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
        """Show this text; what shows already is not laid out again."""
        if text == self._plain:
            return
        self._kept = []
        self._plain = text
        self.setText(bound(text) if self.wordWrap() else text)
        self.setAccessibleName(text)

    def plain_text(self) -> str:
        """What is shown, without invisible marks."""
        return self._plain or ""

    def heightForWidth(self, width: int) -> int:
        """Pixels, with air between the lines."""
        if not self.wordWrap():
            return super().heightForWidth(width)
        around = self.size() - self.contentsRect().size()
        return math.ceil(self._laid(width - around.width()).height) + around.height()

    def sizeHint(self) -> QSize:
        """As wide as QLabel would be, as high as its lines need."""
        usual = super().sizeHint()
        return QSize(usual.width(), self.heightForWidth(usual.width())) if self.wordWrap() else usual

    def minimumSizeHint(self) -> QSize:
        """As narrow as its longest word, as high as one line; the layout asks for the real height."""
        usual = super().minimumSizeHint()
        if not self.wordWrap():
            return usual
        around = self.height() - self.contentsRect().height()
        lines = self.text().count("\n") + 1
        return QSize(usual.width(), math.ceil(lines * pitch_of(self.font(), self._pitch)) + around)

    def paintEvent(self, event: QPaintEvent) -> None:
        """QLabel draws a single line; several are drawn here."""
        if not self.wordWrap():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        self.drawFrame(painter)
        area = QRectF(self.contentsRect())
        laid = self._laid(area.width())
        spare = area.height() - laid.height
        if self.alignment() & Qt.AlignmentFlag.AlignTop:
            spare = 0.0
        elif not self.alignment() & Qt.AlignmentFlag.AlignBottom:
            spare /= 2
        painter.setPen(self.palette().color(self.foregroundRole()))
        laid.draw(painter, area.translated(0, max(0.0, spare)))
        painter.end()

    def _laid(self, width: float) -> Paragraphs:
        # A layout asks for many widths, most of them wide enough for the lines that are known.
        font, align = self.font(), self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        kept_for = (font.key(), align)
        if kept_for != self._kept_for:
            self._kept, self._kept_for = [], kept_for
        left = align in _FROM_THE_LEFT
        for known in self._kept:
            if known.breaks_as_at(width) if left else known.room == width:
                return known
        self._kept.append(lay(self.text(), font, width, align, self._pitch))
        return self._kept[-1]


_FROM_THE_LEFT = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag(0))
"""Lines stand where they stand in any room."""


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

"""What several pages share: the context they are made with, the header of the program, the button that hides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QSizePolicy, QWidget

from trainer.ui.fonts import sized
from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.page import HeaderRow, bare, column, row
from trainer.ui.kit.text import Card, CardKind, IconLabel, Role, Text
from trainer.ui.scene.pictures import paint_logo
from trainer.ui.theme import Look
from trainer.ui.view_models.route import PageName, Route


@dataclass(frozen=True, slots=True)
class Context:
    """What a page is made with: the look, the way to other pages, how to hide at once, and the room it will have."""

    look: Look
    route: Route
    hide: Callable[[], None]
    room: QSize = field(default_factory=QSize)


class Logo(QWidget):
    """A roof, two posts, a floor, and the name."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.setAccessibleName("Engawa")
        self.setProperty("droppable", True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _font(self) -> QFont:
        return sized(self.font(), self.look.u * 1.3, QFont.Weight.DemiBold)

    def sizeHint(self) -> QSize:
        """Mark and name."""
        wide = QFontMetricsF(self._font()).horizontalAdvance("Engawa")
        return QSize(round(self.look.u * 3.2 + wide), self.look.px(2.2))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        u, p, painter = self.look.u, self.look.palette, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mark = QRectF(0, self.height() / 2 - u, 2 * u, 2 * u)
        paint_logo(painter, mark, p.primary, p.ink if self.look.high_contrast else "#CFA377")
        painter.setFont(self._font())
        painter.setPen(QColor(p.ink))
        painter.drawText(QRectF(2.35 * u, 0, self.width(), self.height()), int(Qt.AlignmentFlag.AlignVCenter), "Engawa")
        painter.end()


def hide_button(context: Context) -> CalmButton:
    """Turns the window into something neutral, at once."""
    button = CalmButton(context.look, QCoreApplication.translate("Common", "Hide  F9"), "hide")
    button.setAccessibleName(QCoreApplication.translate("Common", "Hide"))
    button.setAccessibleDescription(
        QCoreApplication.translate("Common", "F9. Turns this window into a plain page and mutes at once.")
    )
    button.setObjectName("hide")
    button.clicked.connect(context.hide)
    return button


def nav_header(context: Context, page: PageName) -> HeaderRow:
    """The header of the pages between which one walks freely."""
    look, route = context.look, context.route
    names: tuple[tuple[PageName, str, str], ...] = (
        ("home", QCoreApplication.translate("Common", "Garden"), "garden"),
        ("journal", QCoreApplication.translate("Common", "Journal"), "journal"),
        ("packs", QCoreApplication.translate("Common", "Packs"), "packs"),
        ("settings", QCoreApplication.translate("Common", "Settings"), "settings"),
    )
    left: list[QWidget] = [Logo(look)]
    for key, text, icon in names:
        button = CalmButton(look, text, icon, "nav")
        button.setObjectName(f"nav:{key}")
        button.setCheckable(True)
        button.setChecked(key == page)
        if key == page:
            button.setAccessibleDescription(QCoreApplication.translate("Common", "You are here."))
        button.clicked.connect(lambda _=False, b=button, k=key: _walk(b, k, page, route))
        left.append(button)
    return HeaderRow(look, left, [help_button(context, page), hide_button(context)])


def _walk(button: CalmButton, to: PageName, here: PageName, route: Route) -> None:
    """A press on the present page changes nothing; it stays shown as chosen."""
    button.setChecked(to == here)
    route.go(to)


def help_button(context: Context, page: PageName = "home") -> CalmButton:
    """To help."""
    button = CalmButton(context.look, QCoreApplication.translate("Common", "Help"), "help", "nav")
    button.setObjectName("nav:help")
    button.setAccessibleDescription("F1")
    if page == "help":
        button.setCheckable(True)
        button.setChecked(True)
    button.clicked.connect(lambda: context.route.go("help"))
    return button


def back_header(context: Context, text: str, go: Callable[[], None]) -> HeaderRow:
    """A header with one way back."""
    back = CalmButton(context.look, text, "back", "quiet")
    back.setObjectName("back")
    back.clicked.connect(go)
    return HeaderRow(context.look, [back], [hide_button(context)])


def card(look: Look, kind: CardKind = "card", spacing: float = 0.5, across: bool = False) -> tuple[Card, QBoxLayout]:
    """A card with a column (or a row) in it."""
    made = Card(kind)
    box = row(look.px(spacing), made) if across else column(look.px(spacing), parent=made)
    box.setContentsMargins(look.px(1.15), look.px(0.95), look.px(1.15), look.px(0.95))
    return made, box


def with_icon(look: Look, icon: str, *texts: tuple[str, Role], units: float = 1.3, colour: str = "primary") -> QWidget:
    """An icon at the left, words beside it."""
    line = row(look.px(0.7))
    mark = IconLabel(look, icon, units, colour)
    line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    words = column(look.px(0.1))
    for text, role in texts:
        words.addWidget(Text(text, role))
    words.addStretch(1)
    line.addLayout(words, 1)
    return bare(line)


def ask_for_file(parent: QWidget, title: str, pattern: str) -> str:
    """A file to open; "" when none was chosen."""
    return QFileDialog.getOpenFileName(parent, title, "", pattern)[0]


def ask_where(parent: QWidget, title: str, name: str, pattern: str) -> str:
    """Where to write a file; "" when none was chosen."""
    return QFileDialog.getSaveFileName(parent, title, name, pattern)[0]

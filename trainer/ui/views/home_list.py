"""The same garden as a list: equal to the map, with search and filters; quick with thousands of scenes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QPushButton, QSizePolicy, QWidget

from trainer.ui import words
from trainer.ui.bridge import SceneCard
from trainer.ui.fonts import sized
from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.focus import focus_shows
from trainer.ui.kit.layouts import ColumnsBox, FlowBox
from trainer.ui.kit.page import bare, column, row
from trainer.ui.kit.phrases import bound
from trainer.ui.kit.segmented import Option, Segmented
from trainer.ui.kit.text import IconLabel, Text
from trainer.ui.scene.palette import palette_for_theme
from trainer.ui.scene.pictures import paint_stone
from trainer.ui.theme import Look
from trainer.ui.view_models.home import LATELY, MINUTES, TALK, HomeModel
from trainer.ui.views.common import card as make_card
from trainer.ui.views.home_map import STATES

_WRAP = int(Qt.TextFlag.TextWordWrap)


class SceneRow(QPushButton):
    """A scene as a row: its stone, its title, a word on where it stands."""

    def __init__(self, look: Look, card: SceneCard, state: str) -> None:
        super().__init__()
        self.look, self._card, self._state = look, card, state
        self._stone = STATES[card.stone]
        self._title = bound(card.heading.title)
        self._lengths: tuple[float, float, float] | None = None  # asked a dozen times while a page is laid out
        self.setAutoDefault(False)
        self.setAccessibleName(card.heading.title)
        self.setAccessibleDescription(state)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _measure(self, width: float) -> tuple[QRectF, float, bool]:
        """Box of the title, width of the state's words, and whether those stand below the title."""
        u = self.look.u
        if self._lengths is None:
            title = QFontMetricsF(sized(self.font(), u))
            state = QFontMetricsF(sized(self.font(), u * 0.92)).horizontalAdvance(self._state)
            self._lengths = title.horizontalAdvance(self._title), title.height(), state
        wide, tall, state = self._lengths
        room = width - u * 3.0
        beside = wide + state + u <= room
        room = max(u * 3, room - (state + u if beside and self._state else 0))
        if wide <= room:
            box = QRectF(0, 0, wide, tall)
        else:
            box = QFontMetricsF(sized(self.font(), u)).boundingRect(QRectF(0, 0, room, 9999), _WRAP, self._title)
        return box, state, not beside and bool(self._state)

    def changeEvent(self, event: QEvent) -> None:
        """Another font has other lengths."""
        if event.type() == QEvent.Type.FontChange:
            self._lengths = None
        super().changeEvent(event)

    def hasHeightForWidth(self) -> bool:
        """Titles wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height for that width in pixels."""
        box, _, below = self._measure(width)
        return round(max(self.look.u * 2.3, box.height() + (self.look.u * 1.35 if below else 0) + self.look.u * 0.9))

    def sizeHint(self) -> QSize:
        """A comfortable width."""
        return QSize(self.look.px(18), self.heightForWidth(self.look.px(18)))

    def minimumSizeHint(self) -> QSize:
        """Still readable."""
        return QSize(self.look.px(10), self.look.px(2.3))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; arrows walk through the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint stone, title and state."""
        p, u, painter = self.look.palette, self.look.u, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hover = self.underMouse() or self.isDown()
        if hover or focus_shows(self):
            painter.setPen(QPen(QColor(p.focus), 3) if focus_shows(self) else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(p.soft) if hover else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), u * 0.6, u * 0.6)
        box, state, below = self._measure(self.width())
        paint_stone(
            painter, QPointF(u * 1.15, self.height() / 2), u / 17, self._stone, palette_for_theme(self.look.theme)
        )
        tall = box.height() + (u * 1.35 if below else 0)
        top = (self.height() - tall) / 2
        painter.setFont(sized(self.font(), u))
        painter.setPen(QColor(p.on_soft if hover else p.ink))
        painter.drawText(QRectF(u * 2.4, top, box.width() + 4, box.height() + 2), _WRAP, self._title)
        painter.setFont(sized(self.font(), u * 0.92))
        painter.setPen(QColor(p.on_soft if hover else p.ink2))
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if below:
            painter.drawText(
                QRectF(u * 2.4, top + box.height(), state + 4, u * 1.35),
                int(Qt.AlignmentFlag.AlignVCenter),
                self._state,
            )
        else:
            painter.drawText(QRectF(self.width() - state - u * 0.6, 0, state, self.height()), right, self._state)
        painter.end()


class GardenList(QWidget):
    """Search, filters, and a card for each place."""

    def __init__(self, look: Look, model: HomeModel) -> None:
        super().__init__()
        self.setObjectName("bare")
        self.look, self.model = look, model
        box = column(look.px(0.8), parent=self)
        top = FlowBox(look.px(0.7), spread=True)
        title = column(0)
        title.addWidget(Text(self.tr("The same garden, as a list"), "h1", wrap=False))
        note = self.tr("In no order. Every scene is open, and takes all five ways of answering.")
        title.addWidget(Text(note, "muted"))
        top.addWidget(bare(title))
        self.search = QLineEdit()
        self.search.setObjectName("search")
        self.search.setAccessibleName(self.tr("Find a scene"))
        self.search.setPlaceholderText(self.tr("Find a scene"))
        self.search.setText(model.query)
        self.search.setMinimumWidth(look.px(14))
        self.search.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        top.addWidget(self.search)
        box.addWidget(top)
        self.filters = Segmented(
            look,
            self.tr("Which scenes"),
            (
                Option("all", self.tr("All")),
                Option("been", self.tr("Been there")),
                Option("not-yet", self.tr("Not yet")),
                Option("quiet", self.tr("Nothing to say")),
            ),
            model.filter,
        )
        self.filters.chosen.connect(model.set_filter)
        flow = FlowBox(look.px(0.5))
        for widget in (self.filters, self._minutes(), self._talk()):
            flow.addWidget(widget)
        box.addWidget(flow)
        self._grid = ColumnsBox(look.px(0.7), look.px(19), 3)
        self._cards = self._grid
        box.addWidget(self._cards)
        box.addStretch(1)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(120)
        self._wait.timeout.connect(lambda: model.search(self.search.text()))
        self.search.textChanged.connect(lambda _: self._wait.start())
        model.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Make the cards anew."""
        focused = self.focusWidget().objectName() if self.focusWidget() is not None else ""
        self._grid.clear()
        found = self.model.found()
        lately = self.model.lately()
        if lately:
            self._grid.addWidget(self._place(LATELY, lately))
        for path, cards in found.items():
            self._grid.addWidget(self._place(path, cards))
        if not found:
            made, inner = make_card(self.look, "sunk")
            inner.addWidget(Text(self.tr("No scene has these words. You can try fewer or other words.")))
            self._grid.addWidget(made)
        again = self._cards.findChild(QWidget, focused) if focused.startswith(("row:", "more:")) else None
        if again is not None:
            again.setFocus()

    def _minutes(self) -> Segmented:
        names = {0: self.tr("Any length"), 3: self.tr("3 minutes"), 5: self.tr("5 minutes")}
        options = [Option(str(minutes), names[minutes]) for minutes in MINUTES]
        made = Segmented(self.look, self.tr("How long, at most"), options, str(self.model.minutes))
        made.chosen.connect(lambda key: self.model.set_minutes(int(key)))
        return made

    def _talk(self) -> Segmented:
        names = {3: self.tr("Any words"), 1: self.tr("A word or two"), 2: self.tr("Short sentences")}
        options = [Option(str(talk), names[talk]) for talk in TALK]
        made = Segmented(self.look, self.tr("How much there is to say, at most"), options, str(self.model.talk))
        made.chosen.connect(lambda key: self.model.set_talk(int(key)))
        return made

    def _place(self, path: str, cards: tuple[SceneCard, ...]) -> QWidget:
        look = self.look
        name = self.tr("Where you were lately") if path == LATELY else words.path_name(path)
        made, inner = make_card(look, spacing=0.15)
        top = row(look.px(0.6))
        top.addWidget(IconLabel(look, words.PATH_ICONS.get(path, "continue" if path == LATELY else "other"), 1.4))
        top.addWidget(Text(name, "h3"), 1)
        top.addWidget(Text(self.tr("%n scene(s)", "", len(cards)), "muted", wrap=False))
        inner.addLayout(top)
        made.setAccessibleName(name)
        visible = self.model.visible(path, cards)
        for scene in visible:
            line = SceneRow(look, scene, self._state(scene))
            line.setObjectName(f"row:{'lately:' if path == LATELY else ''}{scene.address}")
            line.clicked.connect(lambda _=False, c=scene: self.model.open(c))
            inner.addWidget(line)
        if len(cards) > len(visible):
            more = CalmButton(look, self.tr("%n more", "", len(cards) - len(visible)), "more", "quiet")
            more.setObjectName(f"more:{path}")
            more.setAccessibleName(f"{name}: {more.accessibleName()}")
            more.clicked.connect(lambda: self.model.show_more(path))
            inner.addWidget(more, 0, Qt.AlignmentFlag.AlignHCenter)
        return made

    def _state(self, card: SceneCard) -> str:
        return {
            "not-yet": "",
            "been": self.tr("been here"),
            "stopped-here": self.tr("you stopped here"),
            "small-today": self.tr("small, today"),
        }[card.stone]

"""The garden: seven places around the house, a stone for every scene, over the painted map."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trainer.ui import words
from trainer.ui.bridge import PATHS, SceneCard, Stone
from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.layouts import FlowBox
from trainer.ui.kit.page import bare, column, row
from trainer.ui.kit.text import Card, Text
from trainer.ui.scene.palette import ScenePalette, palette_for_theme
from trainer.ui.scene.pictures import GardenMap, StoneState
from trainer.ui.theme import Look
from trainer.ui.view_models.home import HomeModel
from trainer.ui.views.stones import Roving, StoneButton

STATES: dict[Stone, StoneState] = {
    "not-yet": "plain",
    "been": "been",
    "stopped-here": "waiting",
    "small-today": "waiting",
}


class GardenView(QWidget):
    """The painted map with its focusable stones and labels. One tab stop a place, arrows inside."""

    def __init__(self, look: Look, model: HomeModel) -> None:
        super().__init__()
        self.setObjectName("bare")
        self.look, self.model = look, model
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        self._palette = palette_for_theme(look.theme)
        self.map = GardenMap(language=look.language)
        self.map.set_scene_palette(self._palette)
        self.map.set_paths(model.counts())
        box.addWidget(self.map)
        self._groups: dict[str, list[StoneButton]] = {}
        self._labels: dict[str, CalmButton] = {}
        self._rovings: list[Roving] = []
        for path in PATHS:
            self._make_place(path)
        self._legend = self._make_legend()

    def _make_place(self, path: str) -> None:
        cards = self.model.on_path(path)
        label = CalmButton(self.look, words.path_name(path), words.PATH_ICONS[path], "small", parent=self.map)
        label.setObjectName(f"place:{path}")
        count = self.tr("%n scene(s)", "", len(cards))
        label.setAccessibleName(f"{words.path_name(path)}. {count}")
        stones = []
        for number, card in enumerate(cards, start=1):
            stone = StoneButton(
                self.look, STATES[card.stone], self._palette, self._name(path, number, len(cards), card), self.map
            )
            stone.setObjectName(f"stone:{card.address}")
            stone.clicked.connect(lambda _=False, c=card: self.model.open(c))
            stones.append(stone)
        self._groups[path], self._labels[path] = stones, label
        start = next((at for at, card in enumerate(cards) if card.stone == "stopped-here"), 0)
        self._rovings.append(Roving(stones, start))
        label.clicked.connect(lambda: self._enter(path))

    def _enter(self, path: str) -> None:
        stones = self._groups[path]
        if stones:
            next((s for s in stones if s.focusPolicy() & s.focusPolicy().TabFocus), stones[0]).setFocus()

    def _name(self, path: str, number: int, count: int, card: SceneCard) -> str:
        state = {
            "not-yet": "",
            "been": self.tr("You have been here."),
            "stopped-here": self.tr("You stopped here."),
            "small-today": self.tr("Something small for today."),
        }[card.stone]
        text = self.tr("%1. %2, scene %3 of %4.")
        for mark, value in (
            ("%1", card.heading.title),
            ("%2", words.path_name(path)),
            ("%3", str(number)),
            ("%4", str(count)),
        ):
            text = text.replace(mark, value)
        return f"{text} {state}".strip()

    def _make_legend(self) -> Card:
        legend = Card("chip", self.map)
        flow = FlowBox(self.look.px(0.8))
        column(0, parent=legend).addWidget(flow)
        flow.setContentsMargins(self.look.px(0.8), self.look.px(0.2), self.look.px(0.9), self.look.px(0.2))
        states: tuple[tuple[StoneState, str], ...] = (
            ("been", self.tr("been here")),
            ("waiting", self.tr("light: waiting for you")),
            ("plain", self.tr("not yet")),
        )
        for state, text in states:
            line = row(self.look.px(0.3))
            mark = StoneMark(self.look, state, self._palette)
            line.addWidget(mark)
            line.addWidget(Text(text, "muted", wrap=False))
            flow.addWidget(bare(line))
        return legend

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything follows the picture."""
        super().resizeEvent(event)
        self.map.setGeometry(self.rect())
        self.place()

    def place(self) -> None:
        """Lay stones, labels and legend over the picture."""
        layout, scale = self.map.layout_(), self.map.scale()
        for path, stones in self._groups.items():
            for stone, point in zip(stones, layout.stones.get(path, ()), strict=False):
                stone.set_scale(scale)
                self._centre(stone, self.map.to_widget(point))
                stone.show()
            label = self._labels[path]
            if path in layout.labels:
                label.resize(label.sizeHint())
                self._centre(label, self.map.to_widget(layout.labels[path]))
                label.raise_()
        self._legend.adjustSize()
        self._legend.move((self.width() - self._legend.width()) // 2, self.look.px(0.8))

    def _centre(self, widget: QWidget, at: QPointF) -> None:
        x = min(max(4, round(at.x() - widget.width() / 2)), self.map.width() - widget.width() - 4)
        y = min(max(4, round(at.y() - widget.height() / 2)), self.map.height() - widget.height() - 4)
        widget.move(x, y)


class StoneMark(StoneButton):
    """A stone in the legend: only to look at."""

    def __init__(self, look: Look, state: StoneState, palette: ScenePalette) -> None:
        super().__init__(look, state, palette, "")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEnabled(False)

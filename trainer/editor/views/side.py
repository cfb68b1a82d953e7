"""The side of the desk: try words, hear a line, read notes. In a narrow window its parts are views of the middle."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from trainer.editor.view_models.desk import DeskModel
from trainer.editor.view_models.playing import PlayModel
from trainer.editor.views.hearing import HearPanel
from trainer.editor.views.notes import NotesPanel
from trainer.editor.views.outline import Outline
from trainer.editor.views.try_words import TryPanel
from trainer.ui.kit.page import column
from trainer.ui.kit.segmented import Option, Segmented
from trainer.ui.kit.text import Card
from trainer.ui.theme import Look


class SidePanel(Card):
    """Three small tools for the place of the caret."""

    def __init__(self, look: Look, model: DeskModel, outline: Outline) -> None:
        super().__init__("panel")
        self.look, self.model, self._outline = look, model, outline
        self.setAccessibleName(self.tr("Try it"))
        self.beside = self.placed = False
        self.trying = TryPanel(look, model, outline)
        self.hear = HearPanel(look, model)
        self.notes = NotesPanel(look, model.sheet)
        box = column(look.px(0.5), parent=self)
        box.setContentsMargins(look.px(0.7), look.px(0.5), look.px(0.7), look.px(0.7))
        self.tabs = Segmented(
            look,
            self.tr("Try it"),
            (
                Option(
                    "try",
                    QCoreApplication.translate("Views", "Try"),
                    "chat",
                    QCoreApplication.translate("Views", "Try words"),
                ),
                Option(
                    "hear",
                    QCoreApplication.translate("Views", "Hear"),
                    "hear",
                    QCoreApplication.translate("Views", "Hear it"),
                ),
                Option("notes", QCoreApplication.translate("Views", "Notes"), "note"),
            ),
            model.side,
            "tab",
        )
        self.tabs.chosen.connect(self.show_key)
        box.addWidget(self.tabs)
        self._stack = QStackedWidget()
        self._stack.setObjectName("bare")
        box.addWidget(self._stack, 1)
        self._here: dict[str, QWidget] = {}
        self.setFixedWidth(look.px(21))

    def take(self, key: str, widget: QWidget) -> None:
        """Its part comes (back) to the side."""
        self._here[key] = widget
        self._stack.addWidget(widget)

    def show_key(self, key: str) -> None:
        """Show that part."""
        self.model.side = key
        self.tabs.set_key(key)
        if key in self._here:
            self._stack.setCurrentWidget(self._here[key])
            fresh = getattr(self._here[key], "fresh", None)
            if callable(fresh):
                fresh()

    def follow(self, row: int) -> None:
        """The caret is on that row."""
        self.trying.follow()
        self.hear.follow(row)

    def refresh(self) -> None:
        """The moments have changed: the caret may stand in another one now."""
        self.trying.follow()

    def play_from(self, moment: str) -> None:
        """Practise from that moment."""
        playing = PlayModel.prepared(self.model, moment)
        if playing is not None:
            self.model.playing = playing
            self.model.go("play")

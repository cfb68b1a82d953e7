"""The head of the desk: which scene, whether it is kept, undo, play from here, hand it over."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.editor.view_models.desk import DeskModel
from trainer.editor.views.common import hide_button, outcome_words
from trainer.ui.bridge import Outcome
from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.page import HeaderRow, bare, column
from trainer.ui.kit.text import Text
from trainer.ui.theme import Look
from trainer.ui.views.settings_widgets import Picker

HEAD_EM = 48.0
"""Width in units from which the scenes of the pack have room beside the buttons."""


class SheetHead(QWidget):
    """`play_wished`: practise from the moment of the caret."""

    play_wished = Signal()

    def __init__(self, look: Look, model: DeskModel, hide: Callable[[], None]) -> None:
        super().__init__()
        self.look, self.model = look, model
        self._wide: bool | None = None
        self.setObjectName("bare")
        self.setAccessibleName(self.tr("The scene"))
        back = CalmButton(look, "", "back", "quiet", name=self.tr("To the beginning; everything is kept"))
        back.setObjectName("back")
        back.clicked.connect(model.to_start)
        titles = column(0)
        self._title = Text("", "title")
        self._kept = Text("", "muted")
        self._kept.setObjectName("kept")
        self._scenes = self._make_scenes()
        if self._scenes is None:
            titles.addWidget(self._title)
        titles.addWidget(self._kept)
        self._titles = titles
        self.undo = CalmButton(look, "", "undo", "quiet", name=self.tr("Undo"))
        self.undo.setObjectName("undo")
        self.undo.clicked.connect(model.sheet.undo)
        self.redo = CalmButton(look, "", "redo", "quiet", name=self.tr("Redo"))
        self.redo.setObjectName("redo")
        self.redo.clicked.connect(model.sheet.redo)
        play = CalmButton(look, self.tr("Play from here"), "show")
        play.setObjectName("play")
        play.setAccessibleDescription(self.tr("F7. Practise from this moment. Nothing of it is kept."))
        play.clicked.connect(self.play_wished.emit)
        share = CalmButton(look, self.tr("Hand over"), "export", "primary")
        share.setObjectName("share")
        share.clicked.connect(lambda: model.go("share"))
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        add = CalmButton(look, "", "add", "quiet", name=self.tr("Add a scene to this pack"))
        add.setObjectName("add-scene")
        add.clicked.connect(model.add_scene)
        if model.folder is None:  # never shown before it has its place: it would be a window for a moment
            add.hide()
        right: list[QWidget] = [self.undo, self.redo, add, play, share, hide_button(look, hide)]
        self._box.addWidget(HeaderRow(look, [back], right, bare(titles)))
        model.sheet.looked.connect(self.refresh)
        model.sheet.kept_changed.connect(self.refresh)
        model.sheet.edited.connect(self.refresh)
        model.told.connect(self.refresh)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The scenes of the pack stand in the head's line, or below it where there is no room."""
        super().resizeEvent(event)
        wide = self.width() / self.look.u >= HEAD_EM
        if self._scenes is not None and wide != self._wide:
            self._wide = wide
            if wide:
                self._titles.insertWidget(0, self._scenes)
            else:
                self._box.addWidget(self._scenes)

    def _make_scenes(self) -> Picker | None:
        """The scenes of the pack, when there are several."""
        folder = self.model.folder
        if folder is None or len(folder.sheets) < 2:
            return None
        items = [(str(sheet.path), sheet.title) for sheet in folder.sheets]
        here = str(self.model.entry.path) if self.model.entry is not None else ""
        picker = Picker(self.look, self.tr("Scene of the pack"), items, here)
        picker.setObjectName("scenes")
        picker.setMaximumWidth(self.look.px(24))
        picker.activated.connect(self._on_scene)
        return picker

    def _on_scene(self, at: int) -> None:
        folder = self.model.folder
        if folder is not None and 0 <= at < len(folder.sheets):
            self.model.open_sheet(folder.sheets[at])

    def refresh(self) -> None:
        """What shows follows the sheet."""
        sheet = self.model.sheet
        scene = sheet.look.scene
        title = scene.title if scene is not None and scene.title else ""
        self._title.say(title or (self.model.entry.title if self.model.entry is not None else ""))
        said = {
            "kept": self.tr("Kept."),
            "waiting": self.tr("Writing… it is kept in a moment."),
            "not-kept": outcome_words(Outcome("not-kept", sheet.path.name if sheet.path is not None else "")),
        }[sheet.kept]
        if sheet.path is None:
            said = ""
        told = outcome_words(self.model.outcome)
        self._kept.say(told or said)
        self.undo.setEnabled(sheet.document.undo_label is not None)
        self.redo.setEnabled(sheet.document.redo_label is not None)

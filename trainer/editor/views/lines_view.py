"""The lines of the scene, with buttons that put blocks in, and in a narrow window a drop-down of the moments."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from trainer.editor.model import writing
from trainer.editor.model.blocks import BlockKind
from trainer.editor.model.hover import help_at
from trainer.editor.view_models.sheet import SheetModel
from trainer.editor.views.find_bar import FindBar
from trainer.editor.views.outline import Outline
from trainer.editor.views.sheet_edit import SheetEdit
from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.layouts import FlowBox
from trainer.ui.kit.page import column
from trainer.ui.kit.text import Text
from trainer.ui.theme import Look
from trainer.ui.views.settings_widgets import Picker


def block_names() -> tuple[tuple[BlockKind, str, str], ...]:
    """What can be put into a moment: kind, words of the button, icon."""
    return (
        ("line", QCoreApplication.translate("Blocks", "They say"), "chat"),
        ("reply", QCoreApplication.translate("Blocks", "Reply"), "who"),
        ("gesture", QCoreApplication.translate("Blocks", "Gesture"), "gesture"),
        ("hints", QCoreApplication.translate("Blocks", "Hints"), "hint"),
        ("silence", QCoreApplication.translate("Blocks", "Silence"), "silence"),
        ("unclear", QCoreApplication.translate("Blocks", "Unclear"), "listen"),
        ("cue", QCoreApplication.translate("Blocks", "Cue"), "look"),
    )


class LinesView(QWidget):
    """`edit` is the editor itself; `offer` stands above it when there is something to offer."""

    def __init__(self, look: Look, model: SheetModel, outline: Outline, offer: QWidget) -> None:
        super().__init__()
        self.look, self.model, self._outline = look, model, outline
        self.setObjectName("bare")
        box = column(look.px(0.3), parent=self)
        self._picker = Picker(look, self.tr("Moment"), (), "")
        self._picker.setObjectName("moment-picker")
        self._picker.activated.connect(self._on_picked)
        self._picker.hide()
        box.addWidget(self._picker)
        self.find_bar = FindBar(look, model)
        box.addWidget(self.find_bar)
        box.addWidget(offer)
        self.edit = SheetEdit(look, model)
        self.edit.setMinimumHeight(look.px(8))
        box.addWidget(self.edit, 1)
        self.help = Text("", "muted")
        self.help.setObjectName("line-help")
        self.help.setMinimumHeight(look.px(2.5))
        self.help.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        box.addWidget(self.help)
        self._blocks = FlowBox(look.px(0.15))
        for kind, text, icon in block_names():
            button = CalmButton(look, text, icon, "tab")
            button.setObjectName(f"block:{kind}")
            button.setAccessibleName(self.tr("Put in: %1").replace("%1", text))
            button.clicked.connect(lambda _=False, k=kind: self.put_in(k))
            self._blocks.addWidget(button)
        find = CalmButton(look, self.tr("Find"), "search", "tab")
        find.setObjectName("find-words")
        find.setAccessibleDescription(self.tr("Ctrl+F. Words in this scene."))
        find.clicked.connect(self.find_words)
        self._blocks.addWidget(find)
        box.addWidget(self._blocks)
        self.setFocusProxy(self.edit)
        self.find_bar.found.connect(self.edit.show_found)
        self.find_bar.closed.connect(lambda: self.edit.setFocus(Qt.FocusReason.OtherFocusReason))
        model.looked.connect(self._fill_picker)
        self.edit.row_changed.connect(lambda _: self._follow())
        model.looked.connect(self._say_help)
        self._fill_picker()

    def find_words(self) -> None:
        """Ctrl+F: look for words, those that are selected to begin with."""
        words = self.edit.textCursor().selectedText()
        start = self.edit.selection_start()
        self.find_bar.open_at(start, words if "\u2029" not in words else "")

    def _follow(self) -> None:
        self._follow_picker()
        self._say_help()

    def _say_help(self) -> None:
        """One sentence on what the line of the caret is."""
        found = help_at(self.model.look, self.edit.row(), self.edit.column(), self.model.screen)
        self.help.say(f"{found.title}: {found.text}" if found is not None else "")

    def toggle_help(self) -> None:
        """F1: show or hide that sentence."""
        self.help.setVisible(self.help.isHidden())

    def put_in(self, kind: BlockKind) -> None:
        """A block with words to begin with, in the moment of the caret."""
        self.model.fresh_look()
        moment = self._outline.moment()
        before = len(self.model.document)
        edits = writing.insert_block(self.model.document, moment, kind)
        if not edits:
            return
        row = edits[-1].first
        if self.model.apply(edits, kind) and len(self.model.document) != before:
            self.model.go_to(row)

    def show_picker(self, shown: bool) -> None:
        """The moments as a drop-down, where there is no room for the outline; then the blocks become icons."""
        if shown != self._picker.isVisible():
            self._picker.setVisible(shown)
            self._fill_picker()
        for button in self._blocks.findChildren(CalmButton):
            button.set_icon_only(shown)

    def _fill_picker(self) -> None:
        if self._picker.isHidden():
            return
        self._picker.blockSignals(True)
        self._picker.clear()
        for part in self._outline.parts:
            self._picker.addItem(self._outline.label_of(part), part.first)
        self._picker.blockSignals(False)
        self._follow_picker()

    def _follow_picker(self) -> None:
        part = self._outline.part_at(self.edit.row())
        self._picker.setCurrentIndex(self._outline.parts.index(part) if part is not None else -1)

    def _on_picked(self, at: int) -> None:
        self.edit.go_to(int(self._picker.itemData(at)))

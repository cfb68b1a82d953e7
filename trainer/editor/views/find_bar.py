"""Ctrl+F: words in the lines of the scene. Enter goes to the next place, Shift+Enter to the one before, Esc closes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from trainer.editor.model.finding import Place, nearest, places
from trainer.editor.view_models.sheet import SheetModel
from trainer.ui.kit.access import announce
from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.page import row
from trainer.ui.kit.text import Text
from trainer.ui.theme import Look


class FindBar(QWidget):
    """`found(places, chosen)`: what is to be shown in the lines (`chosen` -1: none); `closed`: the lines take over."""

    found = Signal(object, int)
    closed = Signal()

    def __init__(self, look: Look, model: SheetModel) -> None:
        super().__init__()
        self.model = model
        self.setObjectName("bare")
        self._places: tuple[Place, ...] = ()
        self._chosen = -1
        self._from = (0, 0)
        line = row(look.px(0.4), parent=self)
        self.words = QLineEdit()
        self.words.setObjectName("find")
        self.words.setAccessibleName(self.tr("Find in this scene"))
        self.words.setPlaceholderText(self.tr("Find in this scene"))
        self.words.setMaximumWidth(look.px(20))
        self.words.textChanged.connect(lambda _: self._look(keep=False))
        line.addWidget(self.words, 1)
        self._count = Text("", "muted", wrap=False)
        self._count.setObjectName("find-count")
        line.addWidget(self._count)
        before = CalmButton(look, "", "back", "quiet", name=self.tr("The place before"))
        after = CalmButton(look, "", "forward", "quiet", name=self.tr("The next place"))
        away = CalmButton(look, "", "close", "quiet", name=self.tr("Close the search"))
        for button, name, call in (
            (before, "find-previous", lambda: self.step(-1)),
            (after, "find-next", lambda: self.step(1)),
            (away, "find-close", self.close_bar),
        ):
            button.setObjectName(name)
            button.clicked.connect(call)
            line.addWidget(button)
        line.addStretch(1)
        self._steps = (before, after)
        model.edited.connect(self._when_edited)
        self.hide()

    def open_at(self, at: tuple[int, int], words: str = "") -> None:
        """Look from that row and column on; `words` are what was selected."""
        self._from = at
        self.show()
        if words:
            self.words.setText(words)
        self.words.selectAll()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._look(keep=False)

    def close_bar(self) -> bool:
        """Put it away; False when it was not open."""
        if self.isHidden():
            return False
        self.hide()
        self._places, self._chosen = (), -1
        self.found.emit((), -1)
        self.closed.emit()
        return True

    def step(self, by: int) -> None:
        """The next place, or the one before; after the last comes the first."""
        if self._places:
            self._chosen = (self._chosen + by) % len(self._places)
            self._show()

    def _when_edited(self) -> None:
        if not self.isHidden():
            self._look(keep=True)

    def _look(self, keep: bool) -> None:
        """Where the words stand now; `keep`: the sheet changed under them, so the caret is left where it is."""
        self._places = places([row.content for row in self.model.document.rows], self.words.text())
        if keep:
            self._chosen = min(self._chosen, len(self._places) - 1)
            self._say()
            self.found.emit(self._places, -1)
            return
        self._chosen = nearest(self._places, *self._from)
        self._show()

    def _show(self) -> None:
        self._say()
        self.found.emit(self._places, self._chosen)
        if self._count.plain_text():
            announce(self, self._count.plain_text())

    def _say(self) -> None:
        for button in self._steps:
            button.setEnabled(bool(self._places))
        if not self.words.text().strip():
            self._count.say("")
        elif not self._places:
            self._count.say(self.tr("It is nowhere in this scene."))
        else:
            said = self.tr("%1 of %2").replace("%1", str(self._chosen + 1)).replace("%2", str(len(self._places)))
            self._count.say(said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift and Enter back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.words.hasFocus():
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            return
        super().keyPressEvent(event)

"""Completion in the line editor: a short list of names under the caret. It opens by itself only where it helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from trainer.editor.model import writing
from trainer.editor.model.completion import Suggestion, complete
from trainer.editor.view_models.sheet import SheetModel
from trainer.editor.views.style import desk_style
from trainer.ui.kit.access import announce
from trainer.ui.theme import Look

if TYPE_CHECKING:
    from trainer.editor.views.sheet_text import SheetText

_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Completer(QObject):
    """A list that never takes the focus: typing goes on, Enter or Tab takes the chosen line, Esc closes it."""

    def __init__(self, look: Look, edit: SheetText, model: SheetModel) -> None:
        super().__init__(edit)
        self.look, self._edit, self._model = look, edit, model
        self._offer: tuple[Suggestion, ...] = ()
        self._names = QStringListModel(self)
        self.list = QListView(edit)
        self.list.setObjectName("completion")
        self.list.setAccessibleName(self.tr("Completion"))
        self.list.setModel(self._names)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setStyleSheet(desk_style(look))
        self.list.clicked.connect(lambda index: self._take(index.row()))
        self.list.hide()
        edit.row_changed.connect(lambda _: self.close())
        edit.installEventFilter(self)

    @property
    def is_open(self) -> bool:
        """Does the list show?"""
        return self.list.isVisible()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving the editor closes it."""
        if event.type() == QEvent.Type.FocusOut:
            self.close()
        return False

    def typed(self) -> None:
        """After a key: offer what fits, where the sheet expects a name and a letter of it stands there."""
        self._open(self._complete(), by_itself=True)

    def ask(self) -> None:
        """Ctrl+Space: offer everything that can stand here."""
        self._open(self._complete(), by_itself=False)

    def _complete(self) -> tuple[Suggestion, ...]:
        edit = self._edit
        row = edit.row()
        return complete(self._model.look, row, self._model.document.content(row), edit.column())

    def _open(self, offer: tuple[Suggestion, ...], by_itself: bool) -> None:
        content = self._model.document.content(self._edit.row())
        exact = len(offer) == 1 and offer[0].text.strip() == content[offer[0].start : offer[0].end].strip()
        written = any(content[one.start : one.end].strip() for one in offer)
        if not offer or (by_itself and (exact and offer[0].kind != "new-moment" or not written)):
            self.close()
            return
        names = [self._words(one) for one in offer]
        self._offer = offer
        self._names.setStringList(names)
        self.list.setCurrentIndex(self._names.index(0))
        self._place(len(names))
        self.list.show()
        self.list.raise_()
        announce(self._edit, names[0])

    def _words(self, one: Suggestion) -> str:
        if one.kind == "new-moment":
            return self.tr("New moment: %1").replace("%1", one.label or one.text)
        name = (one.label or one.text).strip()
        return f"{name}  {one.detail}" if one.detail else name

    def _place(self, count: int) -> None:
        u, edit = self.look.u, self._edit
        caret = edit.cursorRect()
        high = round(min(count, 8) * u * 1.95 + u * 0.7)
        wide = round(min(u * 22, edit.viewport().width() * 0.8))
        origin = edit.viewport().mapTo(edit, caret.bottomLeft())
        x = min(origin.x(), max(0, edit.width() - wide - 8))
        below = origin.y() + 4
        above = edit.viewport().mapTo(edit, caret.topLeft()).y() - high - 4
        y = below if below + high <= edit.height() or above < 0 else above
        self.list.setGeometry(x, y, wide, min(high, max(round(u * 3), edit.height() - y - 4)))

    def takes(self, event: QKeyEvent) -> bool:
        """Keys that belong to the open list."""
        if not self.is_open:
            return False
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take_chosen()
        elif key in _KEYS and not event.modifiers():
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}[key]
            count = self._names.rowCount()
            at = max(0, min(count - 1, self.list.currentIndex().row() + step))
            self.list.setCurrentIndex(self._names.index(at))
            announce(self._edit, str(self._names.index(at).data()))
        else:
            return False
        return True

    def take_chosen(self) -> None:
        """Write the chosen name."""
        self._take(self.list.currentIndex().row())

    def _take(self, at: int) -> None:
        offer, self._offer = self._offer, ()
        self.close()
        if not 0 <= at < len(offer):
            return
        one = offer[at]
        cursor = self._edit.cursor_over(self._edit.row(), one.start, one.end)
        cursor.insertText(one.text)
        self._edit.setTextCursor(cursor)
        if one.kind == "new-moment":
            self._model.apply(writing.add_moment(self._model.document, one.text.strip()), self._words(one))

    def close(self) -> None:
        """No list."""
        self.list.hide()

"""The text field of a sheet: shows the rows of the document, and tells the document of every row that was typed in.

The document is the truth. Qt's own undo is off; what is typed, pasted or composed with an input method arrives as a
change of whole blocks, and becomes one small edit of the document. Edits made elsewhere (undo, a fix, a translation)
come back through `document.subscribe` and change only the characters that differ, so that the caret stays.
"""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QWidget

from trainer.editor.model.document import Edit, SheetDocument
from trainer.editor.model.rows import shown
from trainer.editor.views.places import column_of, difference, units

Keys = QKeySequence.StandardKey
Move, Keep = QTextCursor.MoveMode.MoveAnchor, QTextCursor.MoveMode.KeepAnchor
_BREAKS = str.maketrans({"\u2028": "\n", "\u2029": "\n"})


class SheetText(QPlainTextEdit):
    """Rows are blocks. `rows_changed(first, count)`: after any change; `row_changed(row)`: the caret is elsewhere."""

    rows_changed = Signal(int, int)
    row_changed = Signal(int)
    undo_wished = Signal()
    redo_wished = Signal()
    files_dropped = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.sheet = SheetDocument()
        self._stop = self.sheet.subscribe(self._on_edit)
        self._count = 1
        self._row = 0
        self._mirroring = self._telling = False
        self.document().contentsChange.connect(self._on_typed)
        self.cursorPositionChanged.connect(self._on_moved)

    # --- the document -------------------------------------------------------------------------------------------

    def show_sheet(self, sheet: SheetDocument) -> None:
        """Show this document from now on."""
        self._stop()
        self.sheet = sheet
        self._stop = sheet.subscribe(self._on_edit)
        self._mirroring = True
        self.setPlainText("\n".join(shown(row.content) for row in sheet.rows))
        self._mirroring = False
        self._count = self.blockCount()
        self._row = 0
        self.rows_changed.emit(0, self._count)

    def let_go(self) -> None:
        """The field is going: no more news of the document."""
        self._stop()
        self._stop = lambda: None

    def _on_typed(self, position: int, removed: int, added: int) -> None:
        """Qt's document has changed: tell ours which rows read differently now."""
        if self._mirroring:
            return
        document = self.document()
        first = document.findBlock(position)
        last = document.findBlock(position + added)
        number = first.blockNumber()
        end = (last if last.isValid() else document.lastBlock()).blockNumber()
        before = end - number + 1 - (self.blockCount() - self._count)
        fields, block = [], first
        for _ in range(end - number + 1):
            fields.append(block.text())
            block = block.next()
        self._count = self.blockCount()
        self._telling = True
        self.sheet.type(number, before, fields)
        self._telling = False
        self.rows_changed.emit(number, len(fields))
        if any(shown(self.sheet.content(number + at)) != field for at, field in enumerate(fields)):
            # Qt's document must not be changed while it tells of a change.
            QTimer.singleShot(0, self, self._show_again)

    def _show_again(self) -> None:
        """The document took something otherwise than it was typed: show what it holds."""
        self._mirror(0, self.blockCount(), tuple(row.content for row in self.sheet.rows))
        self._count = self.blockCount()
        self.rows_changed.emit(0, self._count)

    def _on_edit(self, edit: Edit) -> None:
        """Our document was changed elsewhere: change the same rows here."""
        if self._telling:
            return
        self._mirror(edit.first, len(edit.removed), tuple(row.content for row in edit.added))
        self._count = self.blockCount()
        self.rows_changed.emit(edit.first, max(1, len(edit.added)))

    def _mirror(self, first: int, count: int, contents: tuple[str, ...]) -> None:
        """Blocks [first, first + count) read `contents` from now on; only what differs is touched."""
        document, cursor = self.document(), QTextCursor(self.document())
        new = "\n".join(shown(content) for content in contents)
        block = document.findBlockByNumber(first)
        old, at = [], block
        for _ in range(count):
            old.append(at.text())
            at = at.next()
        text = "\n".join(old)
        begin = block.position() if block.isValid() else document.characterCount() - 1
        if not contents:  # whole rows go, with the line end below them, or above at the foot
            begin, text = (begin, text + "\n") if at.isValid() else (begin - 1, "\n" + text)
        elif not count:  # rows come between others
            begin, new = (begin, new + "\n") if block.isValid() else (begin, "\n" + new)
        start, end, words = difference(text, new)
        self._mirroring = True
        cursor.setPosition(max(0, begin) + units(text, start), Move)
        cursor.setPosition(max(0, begin) + units(text, end), Keep)
        cursor.insertText(words)
        self._mirroring = False

    # --- places ---------------------------------------------------------------------------------------------------

    def row(self) -> int:
        """The row of the caret, 0-based."""
        return self.textCursor().blockNumber()

    def column(self) -> int:
        """The column of the caret in characters, 0-based."""
        cursor = self.textCursor()
        return column_of(cursor.block().text(), cursor.positionInBlock())

    def go_to(self, row: int, column: int = 0) -> None:
        """Put the caret there and bring it into sight, with some lines around it."""
        block = self.document().findBlockByNumber(max(0, min(row, self.blockCount() - 1)))
        cursor = self.textCursor()
        cursor.setPosition(self.position_of(block, column))
        self.setTextCursor(cursor)
        self.centerCursor()

    @staticmethod
    def position_of(block: QTextBlock, column: int) -> int:
        """Qt's position of a 0-based character column in a block."""
        return block.position() + units(block.text(), column)

    def cursor_over(self, row: int, column: int, end: int) -> QTextCursor:
        """A cursor over the characters [column, end) of a row; columns 0-based."""
        block = self.document().findBlockByNumber(row)
        cursor = QTextCursor(block)
        cursor.setPosition(self.position_of(block, column), Move)
        cursor.setPosition(self.position_of(block, end), Keep)
        return cursor

    def selection_start(self) -> tuple[int, int]:
        """Row and column where the selection (or the caret) begins."""
        cursor = self.textCursor()
        cursor.setPosition(cursor.selectionStart(), Move)
        return cursor.blockNumber(), column_of(cursor.block().text(), cursor.positionInBlock())

    def _on_moved(self) -> None:
        row = self.row()
        if row != self._row:
            self._row = row
            if not self._mirroring and not self._telling:
                self.sheet.pause()
            self.row_changed.emit(row)

    # --- keys, menus, pasting -------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo is the document's; Enter keeps the indentation; Alt with an arrow moves a line."""
        if event.matches(Keys.Undo):
            self.undo_wished.emit()
        elif event.matches(Keys.Redo) or event.keyCombination().toCombined() == _CTRL_SHIFT_Z:
            self.redo_wished.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not (
            event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        ):
            self.new_line()
        else:
            super().keyPressEvent(event)

    def new_line(self) -> None:
        """A line end, and the spaces with which this line begins."""
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        spaces = before[: len(before) - len(before.lstrip(" \t\u3000"))]
        cursor.insertText("\n" + spaces)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def move_line(self, by: int) -> None:
        """The line of the caret goes up (-1) or down (1)."""
        row, other = self.row(), self.row() + by
        if not 0 <= other < len(self.sheet):
            return
        column = self.column()
        first = min(row, other)
        above, below = self.sheet.content(first), self.sheet.content(first + 1)
        self.sheet.replace(first, 2, (below, above))
        self.go_to(other, column)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Words being composed are not in the document yet; the row is coloured again when they are or are gone."""
        super().inputMethodEvent(event)
        if not event.preeditString():
            self.rows_changed.emit(self.row(), 1)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual menu, with the document's undo."""
        menu = QMenu(self)
        chosen = self.textCursor().hasSelection()
        rows = (
            (self.tr("Undo"), self.undo_wished.emit, self.sheet.undo_label is not None),
            (self.tr("Redo"), self.redo_wished.emit, self.sheet.redo_label is not None),
            ("", None, False),
            (self.tr("Cut"), self.cut, chosen),
            (self.tr("Copy"), self.copy, chosen),
            (self.tr("Paste"), self.paste, self.canPaste()),
            ("", None, False),
            (self.tr("Select everything"), self.selectAll, True),
        )
        for text, call, possible in rows:
            if call is None:
                menu.addSeparator()
                continue
            action = menu.addAction(text)
            action.setEnabled(possible)
            action.triggered.connect(lambda _=False, c=call: c())
        menu.exec(event.globalPos())
        menu.deleteLater()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text, and files that are dropped."""
        return bool(source.hasUrls()) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Text goes in as plain lines; files go to the pictures and sounds."""
        files = [url.toLocalFile() for url in source.urls() if url.isLocalFile()]
        if files:
            self.files_dropped.emit(files)
        elif source.hasText():
            self.textCursor().insertText(source.text().translate(_BREAKS))
            self.ensureCursorVisible()


_CTRL_SHIFT_Z = (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier | Qt.Key.Key_Z).toCombined()

"""The line editor: the sheet's text with its own colours, line numbers, quiet underlines and completion."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from trainer.editor.model.finding import Place
from trainer.editor.model.hover import help_at
from trainer.editor.model.live import Problem
from trainer.editor.model.tokens import PLAIN, highlight
from trainer.editor.view_models.sheet import SheetModel
from trainer.editor.views.colours import formats
from trainer.editor.views.completing import Completer
from trainer.editor.views.gutter import Gutter, severity_colour
from trainer.editor.views.places import column_of, units
from trainer.editor.views.sheet_text import SheetText
from trainer.packs.catalogue.definition import Severity
from trainer.ui.theme import Look

MOST_UNDERLINES = 300
"""Findings that are underlined; all of them stand in the list."""
AROUND = 60
"""Rows above and below what shows whose findings are underlined too; further off they are when they come into sight."""
_RANK: dict[Severity, int] = {"error": 0, "warning": 1, "idea": 2}


class SheetEdit(SheetText):
    """Shows a `SheetModel`'s sheet. `fix_wished(row)`: the first thing found there is to be put right."""

    fix_wished = Signal(int)
    mark_pressed = Signal(int)

    def __init__(self, look: Look, model: SheetModel) -> None:
        super().__init__()
        self.look, self.model = look, model
        self.setObjectName("sheet")
        self.setAccessibleName(self.tr("Lines of the scene"))
        self._formats = formats(look)
        self._problems: tuple[Problem, ...] = ()
        self._underlines: list[QTextEdit.ExtraSelection] = []
        self._underlined = range(0)
        self._found: list[QTextEdit.ExtraSelection] = []
        self.gutter = Gutter(look, self)
        self.gutter.pressed.connect(self.mark_pressed.emit)
        self.blockCountChanged.connect(lambda _: self._make_room())
        self.updateRequest.connect(self._on_scrolled)
        self.rows_changed.connect(self._colour)
        self.row_changed.connect(lambda _: self._on_row())
        self.undo_wished.connect(model.undo)
        self.redo_wished.connect(model.redo)
        self.completer = Completer(look, self, model)
        model.looked.connect(self._on_looked)
        model.sheet_changed.connect(self._on_sheet)
        self._make_room()
        self._on_sheet()

    # --- the sheet and what was found in it -------------------------------------------------------------------

    def _on_sheet(self) -> None:
        self.show_sheet(self.model.document)
        self._problems = ()
        self._on_looked()
        self._underline()

    def _on_looked(self) -> None:
        """Another look at the sheet is there: colours that depend on the lines above, marks and underlines."""
        fresh = self.model.problems()
        if fresh == self._problems:
            return
        self._problems = fresh
        marks: dict[int, Severity] = {}
        for problem in self._problems:
            if problem.row not in marks or _RANK[problem.severity] < _RANK[marks[problem.row]]:
                marks[problem.row] = problem.severity
        self.gutter.set_marks(marks)
        self._underline()
        self._describe()

    def _band(self) -> None:
        """A band behind the row of the caret, before the underlines."""
        band = QTextEdit.ExtraSelection()
        band.cursor = self.textCursor()
        band.cursor.clearSelection()
        band.format.setBackground(QColor(self.look.palette.soft))
        band.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        self.setExtraSelections([band, *self._underlines, *self._found])

    def show_found(self, found: Sequence[Place], chosen: int) -> None:
        """Mark what was looked for, and select the chosen place (-1: leave the caret where it is)."""
        self._found = []
        for place in found[:MOST_UNDERLINES]:
            selection = QTextEdit.ExtraSelection()
            selection.cursor = self.cursor_over(place.row, place.first, place.last)
            selection.format.setBackground(QColor(self.look.palette.hi))
            selection.format.setForeground(QColor(self.look.palette.on_hi))
            self._found.append(selection)
        if chosen >= 0:
            place = found[chosen]
            self.setTextCursor(self.cursor_over(place.row, place.first, place.last))
            self.centerCursor()
        self._band()

    def _underline(self) -> None:
        """Underlines below what was found here and near by. They move with their words until the next look."""
        top, count = self.firstVisibleBlock().blockNumber(), self.viewport().height() // self.fontMetrics().height()
        self._underlined = range(max(0, top - AROUND), min(self.blockCount(), top + count + AROUND))
        self._underlines = []
        for problem in [one for one in self._problems if one.row in self._underlined][:MOST_UNDERLINES]:
            selection = QTextEdit.ExtraSelection()
            first, last = self.model.span(problem)
            selection.cursor = self.cursor_over(problem.row, first, last)
            style = QTextCharFormat.UnderlineStyle
            selection.format.setUnderlineStyle(
                style.DotLine if problem.severity == "idea" else style.WaveUnderline,
            )
            selection.format.setUnderlineColor(QColor(severity_colour(self.look, problem.severity)))
            self._underlines.append(selection)
        self._band()

    def _on_row(self) -> None:
        self._band()
        self._describe()
        self.gutter.update()

    def _describe(self) -> None:
        """A screen reader hears what was found on the row of the caret."""
        row = self.row()
        here = [f"{problem.message} {problem.fix}" for problem in self._problems if problem.row == row]
        self.setAccessibleDescription(" ".join(here))

    def help(self, row: int, column: int) -> str:
        """What stands there, in a sentence or two."""
        found = help_at(self.model.look, row, column, self.model.screen)
        if found is None:
            return ""
        told = [f"{one.message_in(self.model.screen)} {one.fix_in(self.model.screen)}" for one in found.found[:3]]
        return "\n".join(part for part in (f"{found.title}. {found.text}", found.about, *told) if part)

    def event(self, event: QEvent) -> bool:
        """The pointer rests on a line: say what it is."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            cursor = self.cursorForPosition(event.pos() - self.viewport().pos())
            words = self.help(cursor.blockNumber(), column_of(cursor.block().text(), cursor.positionInBlock()))
            show_help(event.globalPos(), words, self)
            return True
        return super().event(event)

    # --- colours ----------------------------------------------------------------------------------------------

    def _colour(self, first: int, count: int) -> None:
        """Give these rows the sheet's colours, and the rows below whose meaning hangs on them."""
        block, row = self.document().findBlockByNumber(first), first
        while block.isValid() and row < len(self.sheet):
            before = block.userState()
            made, state = self._ranges(block)
            block.setUserState(state)
            if not _same(block.layout().formats(), made):
                block.layout().setFormats(made)
                self.document().markContentsDirty(block.position(), max(1, block.length()))
            row += 1
            if row >= first + count and state == before:
                break
            block = block.next()

    def _ranges(self, block: QTextBlock) -> tuple[list[QTextLayout.FormatRange], int]:
        """The colours of a row, and what it says of the row below (see `tokens.highlight`)."""
        text, layout = block.text(), block.layout()
        above = block.previous()
        told, state = highlight(text, max(PLAIN, above.userState()) if above.isValid() else PLAIN)
        made: list[QTextLayout.FormatRange] = []
        composing, at = len(layout.preeditAreaText()), layout.preeditAreaPosition()
        for token in told:
            style = self._formats.get(token.kind)
            if style is None:
                continue
            one = QTextLayout.FormatRange()
            one.start = units(text, token.start)
            one.length = units(text, token.start + token.length) - one.start
            if composing and one.start >= at:
                one.start += composing
            elif composing and one.start + one.length > at:
                one.length += composing
            one.format = style
            made.append(one)
        return made, state

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """The marks of what is being composed stay above the sheet's colours."""
        super().inputMethodEvent(event)
        block = self.textCursor().block()
        if event.preeditString():
            marked = block.layout().formats()
            block.layout().setFormats([*self._ranges(block)[0], *marked])
            self.document().markContentsDirty(block.position(), max(1, block.length()))

    # --- the margin -------------------------------------------------------------------------------------------

    def _make_room(self) -> None:
        self.setViewportMargins(self.gutter.wanted_width() + self.look.px(0.5), 0, 0, 0)
        self._place_gutter()

    def _place_gutter(self) -> None:
        box = self.contentsRect()
        self.gutter.setGeometry(QRect(box.left(), box.top(), self.gutter.wanted_width(), box.height()))

    def _on_scrolled(self, area: QRect, by: int) -> None:
        if by:
            self.gutter.scroll(0, by)
            self._underline_more()
        else:
            self.gutter.update(0, area.y(), self.gutter.width(), area.height())

    def _underline_more(self) -> None:
        """Rows have come into sight that were far off when the underlines were drawn."""
        top, count = self.firstVisibleBlock().blockNumber(), self.viewport().height() // self.fontMetrics().height()
        seen = self._underlined
        if top < seen.start or min(top + count, self.blockCount()) > seen.stop:
            self._underline()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The margin is as high as the text."""
        super().resizeEvent(event)
        self._place_gutter()
        self._underline_more()

    # --- keys --------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Completion first; then the keys of the desk; then typing."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if self.completer.takes(event):
            return
        if event.key() == Qt.Key.Key_F8:
            self.to_next_problem(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif control and event.key() == Qt.Key.Key_Period:
            self.fix_wished.emit(self.row())
        elif control and event.key() == Qt.Key.Key_Space:
            self.completer.ask()
        elif alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_line(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)
            if event.text().strip() or event.key() == Qt.Key.Key_Backspace:
                QTimer.singleShot(0, self, self.completer.typed)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab takes the offered completion; otherwise it goes on to the next control."""
        if forward and self.completer.is_open:
            self.completer.take_chosen()
            return True
        return super().focusNextPrevChild(forward)

    def to_next_problem(self, by: int) -> None:
        """To the next row with something found (or the one before), round the end."""
        rows = sorted({problem.row for problem in self._problems})
        if not rows:
            return
        here = self.row()
        later = [row for row in rows if (row > here if by > 0 else row < here)]
        target = (later[0] if by > 0 else later[-1]) if later else (rows[0] if by > 0 else rows[-1])
        problem = next(one for one in self._problems if one.row == target)
        self.go_to(target, self.model.span(problem)[0])


def show_help(place: QPoint, words: str, widget: QWidget) -> None:
    """Words beside the line; they are the pack's too, so never read as HTML."""
    shown = escape(words).replace("\n", "<br>")
    QToolTip.showText(place, f"<div style='white-space: pre-wrap'>{shown}</div>" if words else "", widget)


def _same(old: Sequence[QTextLayout.FormatRange], new: Sequence[QTextLayout.FormatRange]) -> bool:
    return len(old) == len(new) and all(
        one.start == other.start and one.length == other.length and one.format == other.format
        for one, other in zip(old, new, strict=True)
    )

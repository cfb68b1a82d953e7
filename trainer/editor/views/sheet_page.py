"""The desk with a sheet on it: outline, lines (or map, translation, pictures, versions), a side, findings.

Under 76 em the side becomes tabs of the middle; under 58 em the outline becomes a drop-down.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QStackedWidget, QWidget

from trainer.editor.view_models.desk import DeskModel
from trainer.editor.views.carried import CarriedCard
from trainer.editor.views.findings import FindingsPanel
from trainer.editor.views.follow_bar import FollowBar
from trainer.editor.views.lines_view import LinesView
from trainer.editor.views.outline import Outline
from trainer.editor.views.sheet_head import SheetHead
from trainer.editor.views.side import SidePanel
from trainer.editor.views.switch import View, ViewSwitch, make_views
from trainer.ui.kit.page import bare, column, row
from trainer.ui.kit.text import Card
from trainer.ui.theme import WIDE_EM, Look

SIDE_EM = 76.0
"""Width in units under which the side becomes tabs of the middle."""
LOW_EM = 40.0
"""Height in units under which the findings begin closed."""


class SheetPage(QWidget):
    """Wires the parts together; each knows only its view model."""

    def __init__(self, look: Look, model: DeskModel, hide: Callable[[], None]) -> None:
        super().__init__()
        self.look, self.model = look, model
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        self.setAccessibleName(self.tr("The desk"))
        self._low: bool | None = None
        whole = column(look.px(0.6), parent=self)
        whole.setContentsMargins(look.px(1), look.px(0.7), look.px(1), look.px(0.7))
        self.head = SheetHead(look, model, hide)
        self.head.play_wished.connect(self.play)
        whole.addWidget(self.head)
        if model.carried:
            whole.addWidget(CarriedCard(look, model))
        self.outline = Outline(look, model.sheet)
        self.follow = FollowBar(look, model)
        self.lines = LinesView(look, model.sheet, self.outline, self.follow)
        self.side = SidePanel(look, model, self.outline)
        self.findings = FindingsPanel(look, model.sheet)
        middle = row(look.px(0.6))
        middle.addWidget(self.outline)
        middle.addWidget(self._centre(), 1)
        middle.addWidget(self.side)
        body = column(look.px(0.6))
        body.addWidget(bare(middle), 1)
        body.addWidget(self.findings)
        whole.addWidget(self._scrolled(bare(body)), 1)
        self._connect()
        self._show(model.view)

    @staticmethod
    def _scrolled(inner: QWidget) -> QScrollArea:
        """In a very low window (or with very large text) the desk scrolls below its head."""
        area = QScrollArea()
        area.setObjectName("drawer-area")
        area.viewport().setObjectName("drawer-view")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        return area

    def _centre(self) -> Card:
        look = self.look
        centre = Card("panel")
        box = column(look.px(0.3), parent=centre)
        box.setContentsMargins(look.px(0.6), look.px(0.5), look.px(0.6), look.px(0.6))
        self.views: dict[str, View] = make_views(look, self.model, self.outline, self.lines, self.side)
        self.switch = ViewSwitch(look, self.views, self.model.view)
        self.switch.chosen.connect(self._show)
        box.addWidget(self.switch)
        self.stack = QStackedWidget()
        self.stack.setObjectName("bare")
        for view in self.views.values():
            if not view.side:
                self.stack.addWidget(view.widget)
        box.addWidget(self.stack, 1)
        return centre

    def _connect(self) -> None:
        sheet, edit = self.model.sheet, self.lines.edit
        self.outline.chosen.connect(self._go_row)
        self.outline.renamed.connect(self._rename)
        self.findings.chosen.connect(self._go_finding)
        edit.row_changed.connect(self.outline.follow)
        edit.row_changed.connect(self.side.follow)
        edit.row_changed.connect(self.follow.on_row)
        edit.mark_pressed.connect(self.findings.choose_row)
        edit.fix_wished.connect(self._fix_row)
        edit.files_dropped.connect(lambda files: self.drop_media([Path(file) for file in files]))
        sheet.caret_wished.connect(self._on_caret)
        sheet.looked.connect(self.side.refresh)  # after the outline, which is made first

    def _rename(self, old: str, new: str) -> None:
        self.model.rename_moment(old, new, self.tr("Rename a moment"))
        self.outline.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- going places -------------------------------------------------------------------------------------------

    def _show(self, key: str) -> None:
        if key not in self.views:
            key = "lines"
        self.model.view = key
        self.switch.show_key(key)
        view = self.views[key]
        if view.side and self.stack.indexOf(view.widget) < 0:
            return
        self.stack.setCurrentWidget(view.widget)
        self.side.setVisible(self.side.beside and key == "lines")
        fresh = getattr(view.widget, "fresh", None)
        if callable(fresh):
            fresh()

    def show_view(self, number: int) -> None:
        """Ctrl and a digit: the view of that number."""
        keys = self.switch.keys()
        if 1 <= number <= len(keys):
            self._show(keys[number - 1])
            self.views[keys[number - 1]].widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_row(self, row_number: int) -> None:
        """From the outline: the other views follow the caret too."""
        self.lines.edit.go_to(row_number)
        self.outline.follow(row_number)
        view = self.views[self.model.view].widget
        follow = getattr(view, "follow", None)
        if callable(follow):
            follow(row_number)

    def _go_finding(self, row_number: int, column_number: int) -> None:
        """A negative column only shows the place; the keyboard stays where it is."""
        self._show("lines")
        show = column_number < 0
        self.lines.edit.go_to(row_number, -1 - column_number if show else column_number)
        if not show:
            self.lines.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_caret(self, row_number: int, column_number: int) -> None:
        self._show("lines")
        self.lines.edit.go_to(row_number, max(0, column_number))
        self.lines.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fix_row(self, row_number: int) -> None:
        if not self.follow.takes(row_number) and self.findings.choose_row(row_number):
            self.findings.fix()

    def show_help(self) -> None:
        """F1: the sentence on what the line of the caret is comes or goes."""
        self.lines.toggle_help()

    def find_words(self) -> None:
        """Ctrl+F: words in the lines."""
        self._show("lines")
        self.lines.find_words()

    def find_next(self, by: int = 1) -> None:
        """F3: the next place of what was looked for (Shift: the one before)."""
        self.lines.find_bar.step(by)

    def hear_line(self) -> None:
        """F5: the line of the caret, aloud."""
        self.side.hear.say()

    def play(self) -> None:
        """F7: practise from the moment of the caret."""
        self.side.play_from(self.outline.moment())

    def drop_media(self, files: list[Path]) -> None:
        """Pictures and sounds come into the pack."""
        self._show("pictures")
        take = getattr(self.views["pictures"].widget, "take", None)
        if callable(take):
            take(files)

    # --- the keyboard -------------------------------------------------------------------------------------------

    def first_focus(self) -> QWidget:
        """Where the keyboard begins."""
        return self.lines.edit if self.model.view == "lines" else self.switch

    def _parts(self) -> list[QWidget]:
        parts = [self.head, self.outline.list, self.stack, self.side, self.findings]
        return [part for part in parts if part.isVisible()]

    def next_part(self, by: int = 1) -> None:
        """F6: to the next part of the desk (Shift: back)."""
        parts, now = self._parts(), QApplication.focusWidget()
        here = next((at for at, p in enumerate(parts) if now is p or (now is not None and p.isAncestorOf(now))), -1)
        for step in range(1, len(parts) + 1):
            target = parts[(here + by * step) % len(parts)]
            stop = target if target.focusPolicy() & Qt.FocusPolicy.TabFocus else _first_stop(target)
            if stop is not None:
                stop.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def previous_part(self) -> None:
        """Shift+F6."""
        self.next_part(-1)

    def escape(self) -> None:
        """Close what is open; from the lines, back to the beginning (everything is kept)."""
        if self.lines.edit.completer.is_open:
            self.lines.edit.completer.close()
        elif self.lines.find_bar.close_bar() or self.outline.close_name() or self.findings.close_reason():
            return
        elif self.model.view != "lines":
            self._show("lines")
            self.lines.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.model.to_start()

    def hush(self) -> None:
        """Nothing sounds."""
        self.model.bench.hush()

    def let_go(self) -> None:
        """The page is going."""
        for view in self.views.values():
            call = getattr(view.widget, "let_go", None)
            if callable(call):
                call()
        self.lines.edit.let_go()

    # --- the width ----------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns follow the width in units; the findings begin closed in a low window."""
        super().resizeEvent(event)
        em, low = self.width() / self.look.u, self.height() / self.look.u < LOW_EM
        self.outline.setVisible(em >= WIDE_EM)
        self.lines.show_picker(em < WIDE_EM)
        self._place_side(em >= SIDE_EM)
        self.findings.fit(em)
        for view in self.views.values():
            call = getattr(view.widget, "fit", None)
            if callable(call):
                call(em)
        self.findings.setMaximumHeight(self.look.px(13 if not low else 10))
        if low != self._low:
            self._low = low
            self.findings.set_open(not low)

    def _place_side(self, beside: bool) -> None:
        if beside == self.side.beside and self.side.placed:
            return
        for key, view in self.views.items():
            if view.side:
                if beside:
                    self.stack.removeWidget(view.widget)
                    self.side.take(key, view.widget)
                else:
                    self.stack.addWidget(view.widget)
        self.side.beside, self.side.placed = beside, True
        self.side.setVisible(beside and self.model.view == "lines")
        self.switch.show_sides(not beside)
        if beside:
            self.side.show_key(self.model.side)
            if self.views[self.model.view].side:
                self._show("lines")


def _first_stop(widget: QWidget) -> QWidget | None:
    return next(
        (
            child
            for child in widget.findChildren(QWidget)
            if child.isVisible() and child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus
        ),
        None,
    )

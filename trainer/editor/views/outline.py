"""The outline: the moments of the scene from top to bottom, with the number of findings in each."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLineEdit

from trainer.editor.model import writing
from trainer.editor.model.shape import OutlineRow, outline_rows
from trainer.editor.view_models.sheet import SheetModel
from trainer.editor.views.rows import RowList, RowView
from trainer.packs import marks
from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.page import bare, column, row
from trainer.ui.kit.text import Card, Text
from trainer.ui.theme import Look


class Outline(Card):
    """`chosen(row)`: go to that row of the sheet. `renamed(old, new)`: another name is wished for a moment."""

    chosen = Signal(int)
    renamed = Signal(str, str)

    def __init__(self, look: Look, model: SheetModel) -> None:
        super().__init__("panel")
        self.look, self.model = look, model
        self.setAccessibleName(self.tr("Outline"))
        self.parts: tuple[OutlineRow, ...] = ()
        box = column(look.px(0.4), parent=self)
        pad = look.px(0.7)
        box.setContentsMargins(pad, look.px(0.8), pad, look.px(0.7))
        box.addWidget(Text(self.tr("Moments"), "h3"))
        self.list = RowList(look, self.tr("Moments"))
        self.list.setObjectName("outline")
        self.list.picked.connect(lambda key: self.chosen.emit(int(key)))
        self.list.entered.connect(lambda key: self.chosen.emit(int(key)))
        box.addWidget(self.list, 1)
        self.add = CalmButton(look, self.tr("New moment"), "add", "tab")
        self.add.setObjectName("new-moment")
        self.add.clicked.connect(self.new_moment)
        self.rename = CalmButton(look, "", "edit", "quiet", name=self.tr("Rename this moment"))
        self.rename.setObjectName("rename-moment")
        self.rename.clicked.connect(self.rename_moment)
        self.rename.setFixedWidth(look.px(2.1))
        buttons = row(0)
        buttons.addWidget(self.add, 1)
        buttons.addWidget(self.rename)
        box.addWidget(bare(buttons))
        self._old = ""
        self.name = QLineEdit()
        self.name.setObjectName("moment-name")
        self.name.setAccessibleName(self.tr("Name of the new moment"))
        self.name.setPlaceholderText(self.tr("Its name"))
        self.name.returnPressed.connect(self._named)
        self.name.hide()
        box.addWidget(self.name)
        self._trouble = Text("", "warm")
        self._trouble.hide()
        box.addWidget(self._trouble)
        self.setFixedWidth(look.px(14))
        model.looked.connect(self.refresh)
        self.refresh()

    def hasHeightForWidth(self) -> bool:
        """No: the list scrolls by itself, and must not make the whole desk scroll in a low window."""
        return False

    def sizeHint(self) -> QSize:
        """As wide as its layout wants; the height is whatever is there."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def refresh(self) -> None:
        """What the latest look found."""
        self.parts = outline_rows(self.model.look, parts=False)
        self.list.show_rows([self._row(part) for part in self.parts], str(self._here()))
        self.rename.setEnabled(self._renamable())

    def _here(self) -> int:
        part = self.part_at(self.model.row)
        return part.first if part is not None else -1

    def part_at(self, row: int) -> OutlineRow | None:
        """The part of the sheet that row belongs to; empty lines belong to the part above them."""
        return next((part for part in reversed(self.parts) if part.first <= row), None)

    def follow(self, row: int) -> None:
        """The caret is on that row now."""
        self.model.row = row
        self.list.show_rows(self.list.rows(), str(self._here()))
        self.rename.setEnabled(self._renamable())

    def moment(self) -> str:
        """The name of the moment the caret is in; "" in the head or the foot."""
        here = self._here()
        return next((p.name for p in self.parts if p.first == here and p.kind in ("moment", "anywhere")), "")

    def label_of(self, part: OutlineRow) -> str:
        """How a part is called in lists."""
        if part.kind == "head":
            return self.tr("About the scene")
        if part.kind == "foot":
            return self.tr("Afterwards")
        return part.label or part.name

    def _row(self, part: OutlineRow) -> RowView:
        count = part.errors + part.warnings
        found = count or part.ideas
        name = self.label_of(part)
        spoken = name
        if found:
            spoken += ". " + self.tr("%n found here", "", found)
        return RowView(
            str(part.first),
            name,
            badge=str(found) if found else "",
            badge_colour="warm" if count else "primary",
            spoken=spoken,
        )

    def new_moment(self) -> None:
        """Ask for its name, here in the outline."""
        self._ask("", self.tr("Name of the new moment"))

    def rename_moment(self) -> None:
        """Ask for another name of the moment the caret is in; Enter takes it, Esc leaves it."""
        if self._renamable():
            self._ask(self.moment(), self.tr("Another name for this moment"))

    def _renamable(self) -> bool:
        here = self._here()
        return any(part.first == here and part.kind == "moment" for part in self.parts)

    def _ask(self, old: str, question: str) -> None:
        asked = self.name.isHidden() or self._old != old
        self._old = old
        self.name.setAccessibleName(question)
        self.name.setText(old)
        self.name.selectAll()
        self.name.setVisible(asked)
        self._say("")
        if asked:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_name(self) -> bool:
        """Esc in the field of the name: no moment. True when it was open."""
        if self.name.isHidden():
            return False
        self.name.hide()
        self._say("")
        (self.rename if self._old else self.add).setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _named(self) -> None:
        trouble = writing.name_trouble(self.model.document, self.name.text())
        if self._old and marks.fold(self.name.text()) == marks.fold(self._old):
            trouble = ""
        if trouble:
            self._say(
                {
                    "empty": self.tr("A moment needs a name."),
                    "long": self.tr("A shorter name, please: up to 60 characters."),
                    "sign": self.tr("A name holds no brackets and no = sign."),
                    "built-in": self.tr("That word has a meaning of its own. Please choose another name."),
                    "taken": self.tr("There is a moment of that name already."),
                }[trouble]
            )
            return
        name = self.name.text().strip()
        self.name.hide()
        self._say("")
        if not self._old:
            self.add_moment(name)
        elif name != self._old:
            self.renamed.emit(self._old, name)

    def _say(self, text: str) -> None:
        self._trouble.say(text)
        self._trouble.setVisible(bool(text))

    def add_moment(self, name: str) -> bool:
        """A moment of that name after the one the caret is in, and the caret goes there."""
        edits = writing.add_moment(self.model.document, name, after=self.moment())
        if not self.model.apply(edits, self.tr("New moment")):
            return False
        found = next((p for p in outline_rows(self.model.look, parts=False) if p.name == name), None)
        if found is not None:
            self.model.go_to(found.first + 1)
        return True

"""Notes of the authors (`//`), and findings that were kept with a reason: read, gone to, added."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from trainer.editor.view_models.sheet import SheetModel
from trainer.editor.views.rows import RowList, RowView
from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.layouts import FlowBox
from trainer.ui.kit.page import column
from trainer.ui.kit.text import Text
from trainer.ui.theme import Look


class NotesPanel(QWidget):
    """They are never shown to the person who practises."""

    def __init__(self, look: Look, model: SheetModel) -> None:
        super().__init__()
        self.look, self.model = look, model
        self.setObjectName("bare")
        self.setAccessibleName(self.tr("Notes"))
        box = column(look.px(0.5), parent=self)
        box.addWidget(Text(self.tr("Notes for other authors"), "h3"))
        box.addWidget(Text(self.tr("They stand in the sheet and are never shown in practice."), "muted"))
        self.words = QLineEdit()
        self.words.setObjectName("note-words")
        self.words.setAccessibleName(self.tr("A note above the line of the caret"))
        self.words.setPlaceholderText(self.tr("A note above this line"))
        self.words.returnPressed.connect(self.add)
        box.addWidget(self.words)
        flow = FlowBox(look.px(0.4))
        button = CalmButton(look, self.tr("Add the note"), "add", "small")
        button.setObjectName("add-note")
        button.clicked.connect(self.add)
        flow.addWidget(button)
        box.addWidget(flow)
        self.list = RowList(look, self.tr("Notes"), wraps=True)
        self.list.setObjectName("notes")
        self.list.entered.connect(lambda key: model.go_to(int(key)))
        self.list.itemClicked.connect(lambda _: model.go_to(int(self.list.key())))
        box.addWidget(self.list, 1)
        self.setFocusProxy(self.words)
        model.looked.connect(self._when_seen)
        self.fresh()

    def _when_seen(self) -> None:
        if self.isVisible():
            self.fresh()

    def fresh(self) -> None:
        """The notes as they stand now."""
        rows = []
        for line in self.model.look.sheet.lines:
            if line.kind == "note" and line.text:
                rows.append(RowView(str(line.number - 1), line.text, icon="note", lead=self._place(line.number)))
            elif line.kind == "ok":
                kept = self.tr("Kept as it is: %1").replace("%1", line.name)
                rows.append(
                    RowView(str(line.number - 1), line.text, kept, "check", "primary", lead=self._place(line.number))
                )
        self.list.show_rows(rows)

    def _place(self, number: int) -> str:
        return self.tr("line %1").replace("%1", str(number))

    def add(self) -> None:
        """A note above the line of the caret."""
        words = self.words.text().strip()
        if not words:
            return
        document, row = self.model.document, min(self.model.row, len(self.model.document) - 1)
        content = document.content(row)
        indent = content[: len(content) - len(content.lstrip(" \t\u3000"))]
        mark = "※ " if self.model.look.language == "ja" else "// "
        if self.model.apply((document.edit(row, 0, [indent + mark + words]),), self.tr("Add the note")):
            self.words.clear()

"""What could not be carried over from a story that was brought from elsewhere: a list, until it was read."""

from __future__ import annotations

from trainer.editor.view_models.desk import DeskModel
from trainer.editor.views.rows import RowList, RowView
from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.page import column, row
from trainer.ui.kit.text import Card, Text
from trainer.ui.theme import Look


class CarriedCard(Card):
    """Nothing is lost silently."""

    def __init__(self, look: Look, model: DeskModel) -> None:
        super().__init__("soft")
        self.setAccessibleName(self.tr("What could not be carried over"))
        box = column(look.px(0.3), parent=self)
        box.setContentsMargins(look.px(0.9), look.px(0.5), look.px(0.9), look.px(0.5))
        line = row(look.px(0.5))
        line.addWidget(Text(self.tr("%n thing(s) could not be carried over:", "", len(model.carried)), "on-soft-h3"), 1)
        aside = CalmButton(look, self.tr("I have read it"), "check", "small")
        aside.setObjectName("carried-read")
        aside.clicked.connect(model.put_aside)
        aside.clicked.connect(self.hide)
        line.addWidget(aside)
        box.addLayout(line)
        rows = RowList(look, self.tr("What could not be carried over"), wraps=True)
        rows.setObjectName("carried")
        rows.show_rows([RowView(str(at), text) for at, text in enumerate(model.carried)])
        rows.setMaximumHeight(look.px(7))
        box.addWidget(rows)

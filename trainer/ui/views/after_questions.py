"""The scene's own questions after a visit: fields and goals to pick; every one may stay empty."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from trainer.script import AfterQuestion
from trainer.ui.kit.buttons import CalmCheck
from trainer.ui.kit.layouts import FlowBox
from trainer.ui.kit.page import column
from trainer.ui.kit.text import Card, Text
from trainer.ui.theme import Look
from trainer.ui.view_models.after import AfterModel


class QuestionsCard(Card):
    """Says beforehand whether the words are kept."""

    def __init__(self, look: Look, model: AfterModel) -> None:
        super().__init__("card")
        self.look, self.model = look, model
        box = column(look.px(0.5), parent=self)
        box.setContentsMargins(look.px(1.15), look.px(0.95), look.px(1.15), look.px(0.95))
        top = FlowBox(look.px(0.5), spread=True)
        top.addWidget(Text(self.tr("To think about, if you like"), "h3", wrap=False))
        top.addWidget(Text(self.tr("you may leave all of it empty"), "muted", wrap=False))
        box.addWidget(top)
        for question in model.view.questions:
            box.addWidget(Text(question.text))
            if question.kind == "goals":
                for goal in model.view.goals:
                    box.addWidget(self._goal(question.text, goal))
            else:
                box.addWidget(self._field(question))
        if any(question.kind != "goals" for question in model.view.questions):
            box.addWidget(Text(self._kept(), "muted"))

    def _kept(self) -> str:
        if self.model.view.keeps_words:
            return self.tr("Your words are kept on this computer, because you turned that on.")
        return self.tr("Your words are not kept. They go when you leave this page.")

    def _goal(self, question: str, goal: str) -> CalmCheck:
        made = CalmCheck(self.look, goal)
        made.setAccessibleDescription(question)
        made.setChecked(goal in self.model.picked(question))
        made.toggled.connect(lambda on: self.model.pick(question, goal, on))
        return made

    def _field(self, question: AfterQuestion) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(f"after:{question.text}")
        field.setAccessibleName(question.text)
        field.setText(self.model.written(question.text))
        field.textChanged.connect(lambda text: self.model.write(question.text, text))
        field.editingFinished.connect(self.model.keep_words)
        return field

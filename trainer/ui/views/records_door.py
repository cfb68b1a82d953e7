"""The closed door: asks for the passphrase; without it, everything kept can only be erased."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.layouts import FlowBox
from trainer.ui.kit.page import Page
from trainer.ui.kit.text import Text
from trainer.ui.theme import Look
from trainer.ui.view_models.records import RecordsModel
from trainer.ui.views.common import card


class DoorPage(Page):
    """Shown before anything else while the lock is closed; `model.door` tells when it opened."""

    def __init__(self, look: Look, model: RecordsModel) -> None:
        super().__init__(look, model.say("door"))
        self.model = model
        made, box = card(look)
        box.addWidget(Text(model.say("door"), "h1"))
        box.addWidget(Text(model.say("door-note"), "body"))
        self.field = QLineEdit()
        self.field.setObjectName("field:passphrase")
        self.field.setAccessibleName(model.say("passphrase"))
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.returnPressed.connect(self.open)
        model.changed.connect(self._show)
        box.addWidget(self.field)
        self._told = Text("", "body")
        box.addWidget(self._told)
        buttons = FlowBox(look.px(0.5))
        self._opening = CalmButton(look, model.say("door-open"), "forward")
        self._opening.setObjectName("door-open")
        self._opening.clicked.connect(self.open)
        buttons.addWidget(self._opening)
        self._sure = CalmButton(look, model.say("sure"), "erase", "warm")
        self._sure.setObjectName("sure")
        self._sure.clicked.connect(self._forget)
        self._sure.hide()
        forgotten = CalmButton(look, model.say("door-forgotten"), "help", "quiet")
        forgotten.setObjectName("door-forgotten")
        forgotten.clicked.connect(self._ask)
        buttons.addWidget(forgotten)
        buttons.addWidget(self._sure)
        box.addWidget(buttons)
        self.content.addWidget(made)
        self.content.addStretch(1)

    def open(self) -> None:
        """Try what was typed."""
        self.model.open_lock(self.field.text())

    def _show(self) -> None:
        """What was told; while the passphrase is looked at, nothing else can be asked."""
        self._told.say(self.model.told)
        for part in (self.field, self._opening, self._sure):
            part.setEnabled(not self.model.busy)
        if not self.model.busy:
            self.field.setFocus()
            self.field.selectAll()

    def _ask(self) -> None:
        self._told.say(self.model.say("door-erase"))
        self._sure.show()

    def _forget(self) -> None:
        self.model.forget()

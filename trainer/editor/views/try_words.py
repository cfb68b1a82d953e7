"""Try words: what would be understood here, how surely, what came next, which words decided; and add them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget

from trainer.editor.model import writing
from trainer.editor.model.trying import Tried, try_words
from trainer.editor.view_models.desk import DeskModel
from trainer.editor.views.outline import Outline
from trainer.ui.kit.access import announce
from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.layouts import FlowBox
from trainer.ui.kit.page import bare, clear, column, row
from trainer.ui.kit.text import Card, Text
from trainer.ui.theme import Look
from trainer.ui.views.settings_widgets import Picker


def sureness(tried: Tried) -> str:
    """How sure the understanding is, in words."""
    if tried.outcome == "sure":
        return QCoreApplication.translate("TryWords", "sure")
    if tried.outcome == "ask":
        return QCoreApplication.translate("TryWords", "would ask")
    return QCoreApplication.translate("TryWords", "not understood")


class TryPanel(QWidget):
    """For the moment of the caret."""

    def __init__(self, look: Look, model: DeskModel, outline: Outline) -> None:
        super().__init__()
        self.look, self.model, self._outline = look, model, outline
        self.setObjectName("bare")
        self.setAccessibleName(self.tr("Try words"))
        self._tried: Tried | None = None
        self._moment = ""
        box = column(look.px(0.5), parent=self)
        self._where = Text("", "h3")
        box.addWidget(self._where)
        box.addWidget(Text(self.tr("Write what somebody might say here. See what is understood."), "muted"))
        line = row(look.px(0.4))
        self.words = QLineEdit()
        self.words.setObjectName("try-words")
        self.words.setAccessibleName(self.tr("Words to try"))
        self.words.returnPressed.connect(self.ask)
        line.addWidget(self.words, 1)
        self.button = CalmButton(look, self.tr("Try"), "", "small")
        self.button.setObjectName("try")
        self.button.clicked.connect(self.ask)
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        box.addLayout(line)
        area = QScrollArea()
        area.setObjectName("drawer-area")
        area.viewport().setObjectName("drawer-view")
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._result = column(look.px(0.5))
        inner = column(0)
        inner.addLayout(self._result)
        inner.addStretch(1)
        area.setWidget(bare(inner))
        box.addWidget(area, 1)
        self.setFocusProxy(self.words)
        self.follow()

    def fresh(self) -> None:
        """The panel shows now."""
        self.follow()

    def follow(self) -> None:
        """The caret went to another moment."""
        moment = self._outline.moment()
        if moment != self._moment:
            self._forget()
        self._moment = moment
        self._where.say(moment or self.tr("Go to a moment first."))
        self.words.setEnabled(bool(moment))
        self.button.setEnabled(bool(moment))

    def _forget(self) -> None:
        self._tried = None
        clear(self._result)

    def ask(self) -> None:
        """What would be understood?"""
        words, moment = self.words.text().strip(), self._moment
        if not words or not moment:
            return
        scene, bench = self.model.sheet.fresh_look().scene, self.model.bench
        if scene is None or all(one.name != moment for one in scene.moments):
            self._show(Tried(words, "unclear", "", "", 0.0))
            return
        bench.later(lambda: try_words(scene, moment, words, bench.interpreter(scene.language)), self._show)

    def _show(self, tried: Tried) -> None:
        self._forget()
        self._tried = tried
        if not self._replies():
            self._result.addWidget(Text(self.tr("This moment has no replies with words yet."), "muted"))
            return
        self._result.addWidget(self._best(tried))
        if tried.second:
            self._result.addWidget(self._second(tried))
        self._result.addWidget(self._adding(tried))
        announce(self, f"{tried.label}. {sureness(tried)}")

    def _best(self, tried: Tried) -> Card:
        look = self.look
        made = Card("soft" if tried.outcome == "sure" else "sunk")
        box = column(look.px(0.2), parent=made)
        box.setContentsMargins(look.px(0.9), look.px(0.6), look.px(0.9), look.px(0.6))
        line = row(look.px(0.4))
        soft = tried.outcome == "sure"
        name = tried.label if tried.outcome != "unclear" else self.tr("Not understood as any reply")
        line.addWidget(Text(name, "on-soft-h3" if soft else "h3"), 1)
        percent = f"{round(tried.probability * 100)} %"
        line.addWidget(
            Text(f"{sureness(tried)}  {percent}" if soft else percent, "on-soft" if soft else "muted", False)
        )
        box.addLayout(line)
        if tried.outcome == "ask":
            box.addWidget(Text(self.tr("The partner would ask which of two is meant."), "small"))
        if tried.outcome == "unclear" and tried.label:
            box.addWidget(Text(self.tr("Nearest: %1").replace("%1", tried.label), "small"))
        if tried.known:
            box.addWidget(Text(self.tr("These words are an example of it already."), "on-soft" if soft else "small"))
        if tried.slots:
            said = ", ".join(f"{name}: {value}" for name, value in tried.slots.items())
            box.addWidget(Text(self.tr("Heard in it: %1").replace("%1", said), "on-soft" if soft else "small"))
        if tried.deciding:
            comma = "、" if look.language == "ja" else ", "
            words = comma.join(tried.deciding)
            box.addWidget(Text(self.tr("These words decided: %1").replace("%1", words), "on-soft" if soft else "small"))
        return made

    def _second(self, tried: Tried) -> Card:
        look = self.look
        made = Card("sunk")
        box = column(0, parent=made)
        box.setContentsMargins(look.px(0.9), look.px(0.5), look.px(0.9), look.px(0.5))
        box.addWidget(Text(self.tr("Next nearest: %1").replace("%1", tried.second_label), "small"))
        return made

    def _adding(self, tried: Tried) -> QWidget:
        """Add the words as an example of a reply; the understood one is proposed."""
        look = self.look
        box = column(look.px(0.3))
        replies = [reply for reply in self._replies() if reply]
        if not replies:
            return bare(box)
        box.addWidget(Text(self.tr("Which reply is meant?"), "muted"))
        self.reply = Picker(look, self.tr("Reply"), [(name, name) for name in replies], tried.reply)
        self.reply.setObjectName("try-reply")
        box.addWidget(self.reply)
        self.add = CalmButton(look, self.tr("Add as an example"), "add")
        self.add.setObjectName("add-example")
        self.add.clicked.connect(self.add_example)
        flow = FlowBox(look.px(0.4))
        flow.addWidget(self.add)
        box.addWidget(flow)
        return bare(box)

    def _replies(self) -> list[str]:
        part = self.model.sheet.look.part.moment(self._moment)
        return [reply.header.name for reply in part.replies if not reply.header.gesture] if part is not None else []

    def add_example(self) -> None:
        """These words belong to that reply from now on."""
        if self._tried is None:
            return
        edits = writing.add_example(
            self.model.sheet.document, self._moment, str(self.reply.currentData()), self.words.text().strip()
        )
        if self.model.sheet.apply(edits, self.tr("Add as an example")):
            announce(self, self.tr("Added."))
            self.words.clear()
            self._forget()
            self._result.addWidget(Text(self.tr("Added."), "muted"))
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)

"""The card of what is kept: read, export, erase."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QPlainTextEdit

from trainer.ui import words
from trainer.ui.kit.buttons import CalmButton, CalmCheck
from trainer.ui.kit.layouts import FlowBox
from trainer.ui.kit.page import column
from trainer.ui.kit.text import Card, Text, rule
from trainer.ui.theme import Look
from trainer.ui.view_models.home import HomeModel
from trainer.ui.view_models.settings import SettingsModel
from trainer.ui.views.common import ask_where, with_icon
from trainer.ui.views.settings_widgets import check


class KeptCard(Card):
    """Everything kept can be read in plain words, and erased at once."""

    def __init__(self, look: Look, model: SettingsModel, home: HomeModel) -> None:
        super().__init__("card")
        self.look, self.model, self.home = look, model, home
        box = column(look.px(0.5), parent=self)
        box.setContentsMargins(look.px(1.15), look.px(0.95), look.px(1.15), look.px(0.95))
        self._fill(box)

    def _fill(self, box: QBoxLayout) -> None:
        look, now, kept = self.look, self.model.now, self.model.kept()
        box.addWidget(Text(self.tr("What is kept"), "h2"))
        box.addWidget(Text(self.tr("Everything is on this computer, in one folder, in plain words."), "muted"))
        for text, note in (
            (self.tr("Which scenes, and when"), self.tr("%n visit(s)", "", kept.visits)),
            (self.tr("Tension numbers"), self.tr("%n pair(s)", "", kept.tension_pairs)),
            (self.tr("What you expected"), self.tr("%n line(s)", "", kept.expectations)),
        ):
            box.addWidget(with_icon(look, "check", (text, "body"), (note, "muted"), units=1.2))
        box.addWidget(
            self._check(
                self.tr("Keep what was said, as text"),
                self.tr("Off: words are forgotten when a scene ends."),
                now.keep_words,
                "keep_words",
            )
        )
        box.addWidget(
            self._check(
                self.tr("Learn my ways of saying things"),
                self.tr("Words you confirmed are understood next time. They stay here."),
                now.learn_my_words,
                "learn_my_words",
            )
        )
        sunk = Card("sunk")
        inner = column(0, parent=sunk)
        inner.setContentsMargins(look.px(0.8), look.px(0.5), look.px(0.8), look.px(0.5))
        inner.addWidget(with_icon(look, "microphone-off", (self.tr("Your voice is never kept."), "muted")))
        box.addWidget(sunk)
        flow = FlowBox(look.px(0.5))
        read = CalmButton(look, self.tr("Read it all"), "text")
        read.setObjectName("read-all")
        read.clicked.connect(self._read_all)
        export = CalmButton(look, self.tr("Export"), "export")
        export.setObjectName("export")
        export.clicked.connect(self._export)
        more = CalmButton(look, self.tr("Lock, backup, a page to show"), "private")
        more.setObjectName("records")
        more.clicked.connect(lambda: self.home.to_records())
        flow.addWidget(read)
        flow.addWidget(export)
        flow.addWidget(more)
        box.addWidget(flow)
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setAccessibleName(self.tr("Everything that is kept"))
        self._text.setTabChangesFocus(True)
        self._text.setMinimumHeight(look.px(12))
        self._text.hide()
        box.addWidget(self._text)
        box.addWidget(Text(self.tr("You see the exact text before anything is written."), "muted"))
        box.addWidget(rule())
        self._fill_erase(box)

    def _fill_erase(self, box: QBoxLayout) -> None:
        look = self.look
        add = box.addWidget
        self._erase = CalmButton(look, self.tr("Erase everything"), "erase", "warm")
        self._erase.setObjectName("erase")
        self._erase.clicked.connect(lambda: self._ask_erase(True))
        self._sure = CalmButton(look, self.tr("Yes, erase it now"), "erase", "warm")
        self._sure.setObjectName("erase-now")
        self._sure.clicked.connect(self._erase_all)
        self._not = CalmButton(look, self.tr("Keep it"), "")
        self._not.setObjectName("erase-not")
        self._not.clicked.connect(lambda: self._ask_erase(False))
        flow = FlowBox(look.px(0.5))
        for button in (self._erase, self._not, self._sure):
            flow.addWidget(button)
        add(flow)
        self._erase_note = Text(self.tr("At once. It cannot be brought back."), "muted")
        add(self._erase_note)
        self._ask_erase(False)

    def _ask_erase(self, ask: bool) -> None:
        self._erase.setVisible(not ask)
        self._sure.setVisible(ask)
        self._not.setVisible(ask)
        if ask:
            self._not.setFocus(Qt.FocusReason.OtherFocusReason)

    def _erase_all(self) -> None:
        outcome = self.model.erase_all()
        self._ask_erase(False)
        self._erase_note.say(words.outcome(outcome.code) or self.tr("Everything was erased."))
        self._text.hide()
        self.home.fresh()

    def _read_all(self) -> None:
        self._text.setPlainText(self.model.records_text() or self.tr("Nothing is kept yet."))
        self._text.setVisible(self._text.isHidden())

    def _export(self) -> None:
        self._text.setPlainText(self.model.records_text() or self.tr("Nothing is kept yet."))
        self._text.show()
        path = ask_where(self, self.tr("Export"), "engawa.txt", "*.txt")
        if path:
            outcome = self.model.export(path)
            self._erase_note.say(words.outcome(outcome.code, outcome.detail) or self.tr("It was written."))

    def _check(self, text: str, note: str, on: bool, field: str) -> CalmCheck:
        return check(self.look, self.model, (text, note), on, field)

"""The guided form: a few questions whose answers become the lines of a first scene."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from trainer.editor.view_models.desk import DeskModel
from trainer.editor.view_models.guided import Guided, first_scene
from trainer.editor.views.common import hide_button, outcome_words
from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.page import HeaderRow, Page, bare, column
from trainer.ui.kit.segmented import Option, Segmented
from trainer.ui.kit.text import Text
from trainer.ui.theme import Look
from trainer.ui.views.common import card


class GuidedPage(Page):
    """Every answer can be changed later in the lines; empty ones get words to begin with."""

    def __init__(self, look: Look, model: DeskModel, hide: Callable[[], None]) -> None:
        super().__init__(look, self.tr("A first scene"))
        self.model = model
        back = CalmButton(look, self.tr("Back"), "back", "quiet")
        back.setObjectName("back")
        back.clicked.connect(self.escape)
        self.set_header(HeaderRow(look, [back], [hide_button(look, hide)]))
        self.content.addWidget(Text(self.tr("A first scene"), "h1"))
        self.content.addWidget(Text(self.tr("Write what comes to mind. Everything can be changed afterwards."), "lead"))
        self.fields: dict[str, QLineEdit] = {}
        about, box = card(look, "panel", 0.35)
        box.addWidget(Text(self.tr("The scene"), "h2"))
        box.addWidget(Text(self.tr("Language of the scene")))
        self.language = Segmented(
            look,
            self.tr("Language of the scene"),
            (Option("en", "English"), Option("ja", "日本語")),
            look.language,
            "tab",
        )
        self.language.chosen.connect(lambda _: QTimer.singleShot(0, self, self._hints))
        box.addWidget(self.language)
        for key, question in (
            ("title", self.tr("What is it called?")),
            ("place", self.tr("Where is it, and when?")),
            ("person", self.tr("Who speaks? A name, and how they are")),
        ):
            self._question(box, key, question)
        self.content.addWidget(about)
        moment, box = card(look, "panel", 0.35)
        box.addWidget(Text(self.tr("The first moment"), "h2"))
        for key, question in (
            ("said", self.tr("What does the other person say first?")),
            ("answer", self.tr("What could somebody answer?")),
            ("other", self.tr("And what else, if not that?")),
            ("quiet", self.tr("What does the other person say if it stays quiet?")),
        ):
            self._question(box, key, question)
        self.content.addWidget(moment)
        self._told = Text("", "warm")
        self.content.addWidget(self._told)
        self.content.addStretch(1)
        self.make = CalmButton(look, self.tr("Make the scene"), "check", "primary")
        self.make.setObjectName("make")
        self.make.clicked.connect(self.finish)
        self.set_footer([], [self.make])
        model.told.connect(self._tell)
        self._hints()

    def _question(self, box: object, key: str, question: str) -> None:
        label = Text(question)
        field = QLineEdit()
        field.setObjectName(key)
        field.setAccessibleName(question)
        label.setBuddy(field)
        lines = column(self.look.px(0.15))
        lines.addWidget(label)
        lines.addWidget(field)
        box.addWidget(bare(lines))  # type: ignore[attr-defined]
        self.fields[key] = field

    def _hints(self) -> None:
        """Examples in the empty fields, in the scene's language."""
        for key, words in Guided.examples(self.language.key()).items():
            self.fields[key].setPlaceholderText(words)

    def first_focus(self) -> QWidget:
        """Where the keyboard begins."""
        return self.fields["title"]

    def finish(self) -> None:
        """The answers become a sheet in a pack of its own."""
        answers = Guided(self.language.key() or "en", **{key: field.text() for key, field in self.fields.items()})
        self.model.begin(answers.filled().title, answers.language, first_scene(answers))

    def _tell(self) -> None:
        self._told.say(outcome_words(self.model.outcome))

    def escape(self) -> None:
        """Back to the beginning."""
        self.model.go("start")

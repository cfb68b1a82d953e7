"""Where the desk begins: one's own scenes, a filled template, five questions, or something that exists already."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from trainer.editor.bridge import FolderEntry
from trainer.editor.view_models.desk import DeskModel
from trainer.editor.views.common import hide_button, outcome_words, shown_place
from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.cards import Choice
from trainer.ui.kit.layouts import ColumnsBox, FlowBox
from trainer.ui.kit.page import HeaderRow, Page, bare, clear, column
from trainer.ui.kit.segmented import Option, Segmented
from trainer.ui.kit.text import Card, Text
from trainer.ui.theme import Look
from trainer.ui.views.common import Logo, ask_for_file, card, with_icon


class StartPage(Page):
    """Never an empty canvas: there is always something to begin from."""

    def __init__(self, look: Look, model: DeskModel, hide: Callable[[], None]) -> None:
        super().__init__(look, self.tr("For facilitators"))
        self.model = model
        left: list[QWidget] = [self._back()] if model.adding else [Logo(look)]
        self.set_header(HeaderRow(look, left, [hide_button(look, hide)]))
        titles = column(look.px(0.2))
        if model.adding and model.folder is not None:
            titles.addWidget(Text(self.tr("One more scene in “%1”").replace("%1", model.folder.name), "h1"))
        else:
            titles.addWidget(Text(self.tr("Write a scene"), "h1"))
            lead = self.tr("For the person you know. Nobody needs to program, and nothing leaves this computer.")
            titles.addWidget(Text(lead, "lead"))
        self.content.addWidget(bare(titles))
        self._told = Text("", "warm")
        self.content.addWidget(self._told)
        self._grid = ColumnsBox(look.px(1), look.px(24), 2)
        self.content.addWidget(self._grid)
        self._mine = column(look.px(0.5))
        if not model.adding:
            self._grid.addWidget(self._mine_card())
        self._grid.addWidget(self._template_card())
        self._grid.addWidget(self._other_card())
        self.content.addStretch(1)
        model.told.connect(self._tell)
        self._tell()

    def _back(self) -> CalmButton:
        back = CalmButton(self.look, self.tr("Back to the lines"), "back", "quiet")
        back.setObjectName("back")
        back.clicked.connect(self.escape)
        return back

    def escape(self) -> None:
        """From adding a scene, back to the lines."""
        if self.model.adding:
            self.model.adding = False
            self.model.go("sheet")

    def first_focus(self) -> QWidget:
        """Where the keyboard begins."""
        return self._guided

    # --- own scenes ---------------------------------------------------------------------------------------------

    def _mine_card(self) -> Card:
        made, box = card(self.look, "panel")
        box.addWidget(Text(self.tr("Your scenes"), "h2"))
        folders = self.model.folders()
        if not folders:
            box.addWidget(Text(self.tr("There are none yet. What you begin here appears in this list."), "muted"))
        for folder in folders[:12]:
            box.addWidget(self._folder(folder))
        box.addWidget(Text(self.tr("They are kept in %1").replace("%1", shown_place(self.model.bench.home())), "muted"))
        return made

    def _folder(self, folder: FolderEntry) -> QWidget:
        comma = "、" if self.look.language == "ja" else ", "
        titles = comma.join(sheet.title for sheet in folder.sheets[:4])
        choice = Choice(self.look, folder.name, titles if titles != folder.name else "", "packs")
        choice.setObjectName(f"folder:{folder.path.name}")
        choice.clicked.connect(lambda _=False, p=folder.path: self.model.open_path(p))
        return choice

    # --- beginning ----------------------------------------------------------------------------------------------

    def _template_card(self) -> Card:
        look = self.look
        made, box = card(look, "panel")
        box.addWidget(Text(self.tr("Begin"), "h2"))
        self._guided = Choice(
            look,
            self.tr("Answer a few questions"),
            self.tr("Who speaks, where, and what could be answered. About five minutes."),
            "edit",
        )
        self._guided.setObjectName("guided")
        self._guided.clicked.connect(lambda: self.model.go("guided"))
        box.addWidget(self._guided)
        box.addWidget(Text(self.tr("Or change a scene that is already filled in:"), "muted"))
        self._language = Segmented(
            look,
            self.tr("Language of the scene"),
            (Option("en", "English"), Option("ja", "日本語")),
            self._usual_language(),
            "tab",
        )
        self._language.chosen.connect(lambda _: QTimer.singleShot(0, self, self._show_templates))
        box.addWidget(self._language)
        self._templates = column(look.px(0.5))
        box.addLayout(self._templates)
        self._show_templates()
        return made

    def _usual_language(self) -> str:
        """That of the open pack when a scene is added to it, else that of the screens."""
        entry = self.model.entry
        return entry.language if self.model.adding and entry is not None and entry.language else self.look.language

    def _show_templates(self) -> None:
        clear(self._templates)
        language = self._language.key() or self.look.language
        for template in self.model.templates(language):
            choice = Choice(self.look, template.title, template.about, "text")
            choice.setObjectName(f"template:{template.name}")
            choice.clicked.connect(lambda _=False, t=template: self.model.begin_with(t, language))
            self._templates.addWidget(choice)

    # --- what exists --------------------------------------------------------------------------------------------

    def _other_card(self) -> Card:
        look = self.look
        made, box = card(look, "panel")
        box.addWidget(Text(self.tr("Something that exists already"), "h2"))
        box.addWidget(
            with_icon(
                look,
                "folder",
                (
                    self.tr("Open a pack folder or a sheet, wherever it is. You can also drop it on this window."),
                    "body",
                ),
            )
        )
        flow = FlowBox(look.px(0.5))
        for name, text, icon, call in (
            ("open-folder", self.tr("Open a folder"), "folder", self._open_folder),
            ("open-sheet", self.tr("Open a sheet"), "text", self._open_sheet),
            ("bring", self.tr("Bring a story from elsewhere"), "download", self._bring),
        ):
            button = CalmButton(look, text, icon)
            button.setObjectName(name)
            button.clicked.connect(call)
            flow.addWidget(button)
        box.addWidget(flow)
        box.addWidget(
            Text(
                self.tr(
                    "Stories come from Twine (Twee 3), Yarn Spinner, or a table with two columns. "
                    "What cannot be carried over is listed."
                ),
                "muted",
            )
        )
        return made

    def _open_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Open a folder"), str(self.model.bench.home()))
        if chosen:
            self.model.open_path(Path(chosen))

    def _open_sheet(self) -> None:
        chosen = ask_for_file(self, self.tr("Open a sheet"), "*.scene.txt")
        if chosen:
            self.model.open_path(Path(chosen))

    def _bring(self) -> None:
        chosen = ask_for_file(self, self.tr("Bring a story from elsewhere"), "*.twee *.tw *.yarn *.csv *.tsv")
        if chosen:
            self.model.bring(Path(chosen), self._language.key() or self.look.language)

    def _tell(self) -> None:
        said = outcome_words(self.model.outcome)
        self._told.say(said)
        self._told.setVisible(bool(said))

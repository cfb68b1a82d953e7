"""Hand it over: what was found last, the pack's one file with its six words, and copies for readers and voices."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from trainer.editor.view_models.desk import DeskModel
from trainer.editor.views.common import found_words, hide_button, outcome_words
from trainer.packs.reading_copy import voice_csv
from trainer.script import Scene
from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.layouts import ColumnsBox, FlowBox
from trainer.ui.kit.page import HeaderRow, Page
from trainer.ui.kit.text import Card, Text
from trainer.ui.theme import Look
from trainer.ui.views.common import ask_where, card

PACK = ".practicepack"


class SharePage(Page):
    """Nothing leaves by itself: each button asks where to put a file."""

    def __init__(self, look: Look, model: DeskModel, hide: Callable[[], None]) -> None:
        super().__init__(look, self.tr("Hand over"))
        self.model = model
        model.sheet.keep_now()
        back = CalmButton(look, self.tr("Back to the lines"), "back", "quiet")
        back.setObjectName("back")
        back.clicked.connect(self.escape)
        self.set_header(HeaderRow(look, [back], [hide_button(look, hide)]))
        self.content.addWidget(Text(self.tr("Hand over"), "h1"))
        self._told = Text("", "lead")
        self._told.setObjectName("told")
        self._told.hide()
        self.content.addWidget(self._told)
        grid = ColumnsBox(look.px(1), look.px(24), 2)
        grid.addWidget(self._pack_card())
        grid.addWidget(self._copies_card())
        self.content.addWidget(grid)
        self.content.addStretch(1)

    # --- the pack -----------------------------------------------------------------------------------------------

    def _pack_card(self) -> Card:
        look = self.look
        made, box = card(look, "panel")
        box.addWidget(Text(self.tr("One file for the computer of the person who practises"), "h2"))
        problems = self.model.sheet.problems()
        said = found_words(problems, look.language == "ja")
        found = said or self.tr("Nothing. It reads well.")
        box.addWidget(Text(self.tr("Found in this scene: %1").replace("%1", found)))
        if any(problem.severity == "error" for problem in problems):
            box.addWidget(
                Text(
                    self.tr("What must be fixed keeps the scene from being practised. It stands in the findings."),
                    "warm",
                )
            )
        box.addWidget(
            Text(
                self.tr(
                    "A pack is words, pictures and sounds. It can run nothing. Six words tell it from every other."
                ),
                "muted",
            )
        )
        self.build = CalmButton(look, self.tr("Make the pack"), "pack", "primary")
        self.build.setObjectName("build")
        self.build.clicked.connect(self._build)
        flow = FlowBox(look.px(0.5))
        flow.addWidget(self.build)
        box.addWidget(flow)
        return made

    def _name(self) -> str:
        return self.model.folder.path.name if self.model.folder is not None else "scene"

    def _build(self) -> None:
        chosen = ask_where(self, self.tr("Make the pack"), self._name() + PACK, f"*{PACK}")
        if chosen:
            self.build_to(Path(chosen))

    def build_to(self, target: Path) -> None:
        """The pack's one file, there."""
        built = self.model.build(target)
        if built.outcome.ok:
            words = self.tr("%1 is ready. Its six words: %2").replace("%1", target.name)
            self._say(words.replace("%2", built.fingerprint))
        else:
            self._say(outcome_words(built.outcome))

    # --- copies -------------------------------------------------------------------------------------------------

    def _copies_card(self) -> Card:
        look = self.look
        made, box = card(look, "panel")
        box.addWidget(Text(self.tr("Copies to read, to speak, to translate"), "h2"))
        box.addWidget(
            Text(self.tr("For a second reader, with room for a pencil; for a voice; for a translator."), "muted")
        )
        flow = FlowBox(look.px(0.5))
        scene = self.model.sheet.look.scene
        for name, text, icon, call in self._copies():
            button = CalmButton(look, text, icon)
            button.setObjectName(name)
            button.setEnabled(scene is not None)
            button.clicked.connect(lambda _=False, c=call: c())
            flow.addWidget(button)
        box.addWidget(flow)
        return made

    def _copies(self) -> tuple[tuple[str, str, str, Callable[[], None]], ...]:
        return (
            (
                "reading-copy",
                self.tr("Reading copy (PDF)"),
                "print",
                lambda: self._copy("reading", ".pdf", self._paper),
            ),
            ("voice-script", self.tr("Voice script (CSV)"), "table", lambda: self._copy("voice", ".csv", voice_csv)),
        )

    def _paper(self, scene: Scene) -> bytes:
        return self.model.bench.reading_copy(scene)

    def _copy(self, kind: str, ending: str, make: Callable[[Scene], bytes]) -> None:
        scene = self.model.sheet.fresh_look().scene
        if scene is None:
            return
        chosen = ask_where(self, self.tr("Hand over"), f"{scene.id}-{kind}{ending}", f"*{ending}")
        if chosen:
            self.write_to(Path(chosen), make(scene))

    def write_to(self, target: Path, content: bytes) -> None:
        """Put a copy there."""
        outcome = self.model.bench.write(target, content)
        self._say(self.tr("%1 is ready.").replace("%1", target.name) if outcome.ok else outcome_words(outcome))

    def _say(self, text: str) -> None:
        self._told.say(text)
        self._told.setVisible(bool(text))

    def first_focus(self) -> QWidget:
        """Where the keyboard begins."""
        return self.build

    def escape(self) -> None:
        """Back to the lines."""
        self.model.go("sheet")

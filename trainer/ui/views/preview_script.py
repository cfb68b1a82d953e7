"""What will be said in a scene: the short form with the hardest line, or everything that can happen."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.layouts import FlowBox
from trainer.ui.kit.page import bare, clear, column, row
from trainer.ui.kit.text import Card, Text
from trainer.ui.theme import Look
from trainer.ui.view_models.everything import Happens, Part
from trainer.ui.view_models.preview import PreviewModel, ScriptLine


class ScriptCard(Card):
    """Nothing in the scene will come as a surprise unless one wants it to."""

    def __init__(self, look: Look, model: PreviewModel) -> None:
        super().__init__("card")
        self.look, self.model = look, model
        box = column(look.px(0.4), parent=self)
        box.setContentsMargins(look.px(1.15), look.px(0.95), look.px(1.15), look.px(0.95))
        top = FlowBox(look.px(0.5), spread=True)
        top.addWidget(Text(self.tr("What will be said"), "h3", wrap=False))
        self._every = CalmButton(look, self._words(), "list", "small")
        self._every.setObjectName("every-line")
        self._every.clicked.connect(lambda: QTimer.singleShot(0, model, model.toggle_every_line))
        top.addWidget(self._every)
        show = CalmButton(look, self.tr("Show me first"), "show", "small")
        show.setObjectName("show-first")
        show.setAccessibleDescription(self.tr("You watch the scene once, without answering."))
        show.clicked.connect(lambda: model.begin(show_first=True))
        top.addWidget(show)
        box.addWidget(top)
        self._lines = column(look.px(0.35))
        box.addLayout(self._lines)
        self._shown: object = None
        self._fill()
        model.changed.connect(self._fill)

    def _words(self) -> str:
        if self.model.every_line:
            return self.tr("The short form")
        return self.tr("Show me everything that can happen")

    def _fill(self) -> None:
        shown = (self.model.scene, self.model.every_line)
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._lines)
        if self.model.every_line:
            for part in self.model.everything():
                self._lines.addWidget(self._part(part))
        else:
            for line in self.model.script():
                self._lines.addWidget(self._line(line))
        self._every.dress(self.look, self._words(), "list", "small")
        self._every.updateGeometry()

    # --- the short form ------------------------------------------------------------------------------------------

    def _line(self, line: ScriptLine) -> Card:
        look = self.look
        you = bool(line.options)
        made = Card("hard" if line.hardest else "soft" if you else "sunk")
        box = row(look.px(0.7), made)
        box.setContentsMargins(look.px(0.9), look.px(0.4), look.px(0.9), look.px(0.4))
        who = Text(self.tr("You") if you else line.who, "eyebrow", wrap=True)
        who.setFixedWidth(look.px(4.6))
        box.addWidget(who, 0, Qt.AlignmentFlag.AlignTop)
        either = self.tr("   or   ")
        words_box = column(look.px(0.15))
        words_box.addWidget(Text(either.join(line.options) if you else line.text, "on-soft" if you else "body"))
        if line.hardest:
            words_box.addWidget(Text(self.tr("the hardest line, for many"), "warm"))
        box.addLayout(words_box, 1)
        return made

    # --- everything ----------------------------------------------------------------------------------------------

    def _part(self, part: Part) -> QWidget:
        box = column(self.look.px(0.3))
        title = part.label[:1].upper() + part.label[1:] if part.label else self.tr("At any time")
        box.addWidget(Text(title, "h3"))
        if part.hardest:
            box.addWidget(Text(self.tr("the hardest moment, for many"), "warm"))
        for thing in part.things:
            box.addWidget(self._thing(thing))
        return bare(box)

    def _thing(self, thing: Happens) -> Card:
        look = self.look
        yours = thing.when in ("reply", "gesture", "on-purpose")
        made = Card("soft" if yours else "sunk")
        box = column(look.px(0.1), parent=made)
        box.setContentsMargins(look.px(0.9), look.px(0.35), look.px(0.9), look.px(0.4))
        head = self._head(thing)
        if head:
            box.addWidget(Text(head, "on-soft-h3" if yours else "eyebrow"))
        if thing.examples:
            box.addWidget(Text(self.tr("   or   ").join(thing.examples), "on-soft"))
        colon = "：" if look.language == "ja" else ": "
        said = "\n".join(f"{who}{colon}{text}" if who else text for who, text in thing.said)
        if said:
            box.addWidget(Text(said, "on-soft" if yours else "body"))
        if thing.leads:
            leads = self.tr("Then: %1").replace("%1", self.tr(" or ").join(self._lead(one) for one in thing.leads))
            box.addWidget(Text(leads, "on-soft" if yours else "muted"))
        return made

    def _head(self, thing: Happens) -> str:
        return {
            "opening": "",
            "reply": self.tr("You: %1"),
            "gesture": self.tr("You, without words: %1"),
            "on-purpose": self.tr("You, on purpose: %1"),
            "quiet": self.tr("If you stay quiet for %1 seconds"),
            "repeat": self.tr("If you ask to hear it again"),
            "unclear": self.tr("If the program did not catch your words"),
            "unheard": self.tr("If that dial is up: you are asked again"),
        }[thing.when].replace("%1", str(thing.seconds) if thing.when == "quiet" else thing.label)

    def _lead(self, code: str) -> str:
        return {
            "end": self.tr("the end"),
            "again": self.tr("the same once more"),
            "back": self.tr("back to where you were"),
        }.get(code, code)

"""Hear it: the line of the caret, aloud through the partner's voice, with the dials that change how it sounds."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QScrollArea, QWidget

from trainer.editor.view_models.desk import DeskModel
from trainer.packs.lines import SheetLine
from trainer.ui import words
from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.dial import Dial
from trainer.ui.kit.layouts import FlowBox
from trainer.ui.kit.page import bare, column
from trainer.ui.kit.text import Card, Text
from trainer.ui.theme import Look

DIALS: tuple[tuple[str, tuple[int, int]], ...] = (("speed", (0, 2)), ("noise", (0, 2)))
"""Dials that can be heard in one line."""
SPOKEN = frozenset({"say", "wording", "example", "hint"})


class HearPanel(QWidget):
    """Says what is spoken on the caret's line: the partner's words, an example, a hint."""

    def __init__(self, look: Look, model: DeskModel) -> None:
        super().__init__()
        self.look, self.model = look, model
        self.setObjectName("bare")
        self.setAccessibleName(self.tr("Hear it"))
        self._row = 0
        self.dials = {name: span[0] for name, span in DIALS}
        self.dials["speed"] = 1
        box = column(look.px(0.5), parent=self)
        box.addWidget(Text(self.tr("This line, aloud"), "h3"))
        quote = Card("sunk")
        inner = column(0, parent=quote)
        inner.setContentsMargins(look.px(0.9), look.px(0.6), look.px(0.9), look.px(0.6))
        self._line = Text("")
        inner.addWidget(self._line)
        box.addWidget(quote)
        self._length = Text("", "muted")
        box.addWidget(self._length)
        flow = FlowBox(look.px(0.4))
        self.button = CalmButton(look, self.tr("Hear"), "hear")
        self.button.setObjectName("hear")
        self.button.setAccessibleDescription("F5")
        self.button.clicked.connect(self.say)
        flow.addWidget(self.button)
        still = CalmButton(look, self.tr("Silence"), "mute", "quiet")
        still.setObjectName("hush")
        still.clicked.connect(model.bench.hush)
        flow.addWidget(still)
        box.addWidget(flow)
        area = QScrollArea()
        area.setObjectName("drawer-area")
        area.viewport().setObjectName("drawer-view")
        area.setWidgetResizable(True)
        area.setFocusPolicy(area.focusPolicy().NoFocus)
        dials = column(look.px(0.6))
        for name, span in DIALS:
            dial = Dial(look, words.dial_name(name), span, self.dials[name], partial(words.dial_value, name))
            dial.moved.connect(partial(self.dials.__setitem__, name))
            dials.addWidget(dial)
        dials.addStretch(1)
        area.setWidget(bare(dials))
        box.addWidget(area, 1)
        self.setFocusProxy(self.button)
        model.sheet.looked.connect(self._on_looked)
        self.follow(model.sheet.row)

    def _spoken(self) -> SheetLine | None:
        """What is said on the caret's line, or on the nearest one above it in the same block."""
        line = self.model.sheet.look.line(self._row)
        if line is not None and line.kind == "event" and line.inline is not None:
            line = line.inline
        return line if line is not None and line.kind in SPOKEN and line.text else None

    def _on_looked(self) -> None:
        self.follow(self._row)

    def follow(self, row: int) -> None:
        """The caret is on that row."""
        self._row = row
        line = self._spoken()
        self._line.say(line.text if line is not None else self.tr("Go to a line with words."))
        self.button.setEnabled(line is not None)
        said = ""
        if line is not None:
            seconds = self.model.bench.said_seconds(line.text, self.model.sheet.look.language)
            said = self.tr("about %n second(s)", "", max(1, round(seconds)))
        self._length.say(said)

    def _speaker(self, line: SheetLine) -> str:
        """Who says it: the partner's own key, or the one of the line above for a second wording."""
        if line.kind == "say":
            return line.key
        if line.kind == "wording":
            above = self.model.sheet.look.sheet.lines[: line.number - 1]
            return next((one.key for one in reversed(above) if one.kind == "say"), "")
        return "you"

    def say(self) -> None:
        """Say it, with the dials as they stand."""
        line = self._spoken()
        if line is not None:
            bench = self.model.bench
            bench.hush()
            bench.say(self._speaker(line), line.text, line.tone, self.model.sheet.look.language, dict(self.dials))

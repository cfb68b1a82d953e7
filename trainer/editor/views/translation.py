"""Side by side: the source at the left, the words of the other language at the right, and what to look at again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPlainTextEdit, QScrollArea, QSizePolicy, QWidget

from trainer.editor.model.sides import Pair
from trainer.editor.view_models.desk import DeskModel
from trainer.editor.view_models.translation import TranslationModel
from trainer.editor.views.common import outcome_words
from trainer.editor.views.outline import Outline
from trainer.packs import marks
from trainer.ui import words
from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.layouts import FlowBox
from trainer.ui.kit.page import bare, clear, column, row
from trainer.ui.kit.segmented import Option, Segmented
from trainer.ui.kit.text import Card, IconLabel, Text
from trainer.ui.theme import Look
from trainer.ui.views.common import ask_for_file, ask_where
from trainer.ui.views.settings_widgets import Picker

MOST = 80
"""Pairs shown at once; the filters and the outline lead to the others."""
REST = 700
"""Milliseconds without a key until words are taken over."""


def pair_name(pair: Pair) -> str:
    """What a pair is called beside its words."""
    if pair.kind == "say":
        return pair.speaker
    names = {
        "scene": QCoreApplication.translate("Pairs", "title"),
        "about": QCoreApplication.translate("Pairs", "about"),
        "place": QCoreApplication.translate("Pairs", "place"),
        "expect": QCoreApplication.translate("Pairs", "beforehand"),
        "facilitators": QCoreApplication.translate("Pairs", "for facilitators"),
        "person": QCoreApplication.translate("Pairs", "person"),
        "goal": QCoreApplication.translate("Pairs", "goal"),
        "slot": QCoreApplication.translate("Pairs", "listened for"),
        "warning": QCoreApplication.translate("Pairs", "may be hard"),
        "after": QCoreApplication.translate("Pairs", "afterwards"),
        "closing": QCoreApplication.translate("Pairs", "closing"),
        "step": QCoreApplication.translate("Pairs", "small step"),
        "moment": QCoreApplication.translate("Pairs", "moment"),
        "cue": QCoreApplication.translate("Pairs", "cue"),
        "reply": QCoreApplication.translate("Pairs", "reply"),
        "examples": QCoreApplication.translate("Pairs", "examples"),
        "hint": QCoreApplication.translate("Pairs", "hint"),
    }
    return f"{names[pair.kind]} {pair.number}" if pair.kind == "hint" else names[pair.kind]


class Words(QPlainTextEdit):
    """A field as high as its lines. `settled(lines)` when typing rests or the field is left."""

    settled = Signal(list)

    def __init__(self, look: Look, name: str, lines: tuple[str, ...], rows: int) -> None:
        super().__init__()
        self.look, self._rows, self._last = look, rows, list(lines)
        self.setAccessibleName(name)
        self.setPlainText("\n".join(lines))
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self.settle)
        self.textChanged.connect(self._rest.start)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """As high as the lines, wrapped ones too."""
        layout, block, used = self.document().documentLayout(), self.document().begin(), 0.0
        while block.isValid():
            used += layout.blockBoundingRect(block).height()
            block = block.next()
        high = round(max(used, self._rows * self.fontMetrics().lineSpacing()) + self.look.px(1.3))
        if high != self.minimumHeight():
            self.setFixedHeight(high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps otherwise."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Its own height."""
        return QSize(self.look.px(12), self.minimumHeight())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was written is taken over."""
        super().focusOutEvent(event)
        self.settle()

    def settle(self) -> None:
        """Tell, once for each change."""
        self._rest.stop()
        lines = [line for line in self.toPlainText().split("\n") if line.strip()]
        if lines != self._last:
            self._last = lines
            self.settled.emit(lines)


class PairRow(QWidget):
    """One pair: name, source, field, state."""

    def __init__(self, look: Look, pair: Pair, model: TranslationModel) -> None:
        super().__init__()
        self.look, self.pair, self.model = look, pair, model
        self.setObjectName("bare")
        line = row(look.px(0.5), self)
        name = Text(pair_name(pair), "eyebrow")
        name.setFixedWidth(look.px(5.5))
        line.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        source = Card("sunk")
        inner = column(0, parent=source)
        inner.setContentsMargins(look.px(0.8), look.px(0.55), look.px(0.8), look.px(0.55))
        inner.addWidget(Text("\n".join(pair.source) or "–"))
        source.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        spoken = f"{pair_name(pair)}: {' / '.join(pair.source)}"
        self.field = Words(look, spoken, pair.target, 1)
        self.field.setObjectName(f"pair:{pair.block}:{pair.kind}:{pair.number}")
        self.field.settled.connect(self._take)
        both = row(look.px(0.5))
        both.addWidget(source, 1, Qt.AlignmentFlag.AlignTop)
        both.addWidget(self.field, 1, Qt.AlignmentFlag.AlignTop)
        line.addLayout(both, 1)
        self._state = row(look.px(0.25))
        side = bare(self._state)
        side.setFixedWidth(look.px(7.5))
        line.addWidget(side, 0, Qt.AlignmentFlag.AlignTop)
        self._both = both
        self._show_state()

    def fit(self, em: float) -> None:
        """Side by side, or one below the other."""
        narrow = em < 46
        self._both.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def _show_state(self) -> None:
        clear(self._state)
        look, state = self.look, self.pair.state
        said = {
            "done": ("check", self.tr("done"), "primary"),
            "missing": ("nothing", self.tr("no words yet"), "warm"),
            "look-again": ("look", self.tr("look again"), "warm"),
            "optional": ("nothing", self.tr("may stay empty"), "ink2"),
            "orphan": ("warning", self.tr("has no source"), "warm"),
        }[state]
        if state == "look-again":
            button = CalmButton(look, self.tr("Looked at"), "check", "small")
            button.setObjectName("settle")
            button.setAccessibleName(self.tr("Look again. Press when it still fits."))
            button.clicked.connect(lambda: self.model.settle(self.pair))
            self._state.addWidget(button)
        else:
            self._state.addWidget(IconLabel(look, said[0], 1.1, said[2]))
            self._state.addWidget(Text(said[1], "small", wrap=True), 1)
        self.field.setAccessibleDescription(said[1])

    def show_pair(self, pair: Pair) -> None:
        """The same place, as it is now; what is being written stays."""
        changed = pair.state != self.pair.state
        self.pair = pair
        if changed:
            self._show_state()

    def _take(self, lines: list[str]) -> None:
        self.model.write(self.pair, lines)


class TranslationView(QWidget):
    """The pairs of the caret's moment, or those of a filter."""

    def __init__(self, look: Look, model: DeskModel, outline: Outline) -> None:
        super().__init__()
        self.look, self.desk, self._outline = look, model, outline
        self.setObjectName("bare")
        self.setAccessibleName(self.tr("Translation"))
        self.model = TranslationModel(model)
        self.rows: list[PairRow] = []
        self._keys: list[tuple[str, str, int]] = []
        box = column(look.px(0.4), parent=self)
        box.setContentsMargins(look.px(0.4), look.px(0.3), look.px(0.2), 0)
        top = FlowBox(look.px(0.6))
        self.picker = Picker(look, self.tr("Language of the translation"), (), "")
        self.picker.setObjectName("translation-language")
        self.picker.activated.connect(lambda _: self._choose())
        top.addWidget(self.picker)
        self.filter = Segmented(
            look,
            self.tr("Which lines"),
            (
                Option("moment", self.tr("This moment")),
                Option("again", self.tr("Look again")),
                Option("missing", self.tr("No words yet")),
                Option("all", self.tr("All")),
            ),
            "moment",
            "tab",
        )
        self.filter.chosen.connect(lambda _: QTimer.singleShot(0, self, self._build))
        top.addWidget(self.filter)
        box.addWidget(top)
        self._count = Text("", "muted")
        box.addWidget(self._count)
        self.begin = CalmButton(look, self.tr("Begin in %1"), "add", "primary")
        self.begin.setObjectName("begin-translation")
        self.begin.clicked.connect(self._begin)
        flow = FlowBox(look.px(0.4))
        flow.addWidget(self.begin)
        self._begin_box = flow
        box.addWidget(flow)
        self.area = QScrollArea()
        self.area.setObjectName("drawer-area")
        self.area.viewport().setObjectName("drawer-view")
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list = column(look.px(0.45))
        self._list.setContentsMargins(0, 0, look.px(0.4), 0)
        outer = column(0)
        outer.addLayout(self._list)
        outer.addStretch(1)
        self.area.setWidget(bare(outer))
        box.addWidget(self.area, 1)
        self._told = Text("", "small")
        self._told.hide()
        box.addWidget(self._told)
        self._exchange = self._make_exchange()
        box.addWidget(self._exchange)
        self.setFocusProxy(self.picker)
        self.model.changed.connect(self._refresh)

    # --- to a translator and back -------------------------------------------------------------------------------

    def _make_exchange(self) -> FlowBox:
        """For somebody who translates elsewhere."""
        flow = FlowBox(self.look.px(0.3))
        for name, text, icon, call in (
            ("texts-po", self.tr("For a translator (PO)"), "export", lambda: self._send(False)),
            ("texts-csv", self.tr("As a table (CSV)"), "table", lambda: self._send(True)),
            ("texts-back", self.tr("Bring texts back"), "download", self._bring),
        ):
            button = CalmButton(self.look, text, icon, "tab")
            button.setObjectName(name)
            button.clicked.connect(call)
            flow.addWidget(button)
        return flow

    def _send(self, table: bool) -> None:
        scene = self.desk.sheet.look.scene
        ending = ".csv" if table else ".po"
        name = f"{scene.id if scene is not None else 'scene'}-{self.model.language}{ending}"
        chosen = ask_where(self, self.tr("For a translator (PO)"), name, f"*{ending}")
        if chosen:
            outcome = self.desk.bench.write(Path(chosen), self.model.texts(table))
            self._tell(outcome_words(outcome) or self.tr("%1 is ready.").replace("%1", Path(chosen).name))

    def _bring(self) -> None:
        chosen = ask_for_file(self, self.tr("Bring texts back"), "*.po *.csv")
        if not chosen:
            return
        brought = self.model.bring(Path(chosen))
        if brought is None:
            self._tell(self.tr("There are no texts of a scene in that file."))
            return
        said = self.tr("%1 texts were changed.").replace("%1", str(brought.changed))
        left = (*brought.outdated, *brought.unknown)
        if left:
            said += " " + self.tr("These no longer fit and were left out: %1").replace("%1", " · ".join(left[:8]))
        self._tell(said)
        self._build()

    def _tell(self, text: str) -> None:
        self._told.say(text)
        self._told.setVisible(bool(text))

    # --- what shows ---------------------------------------------------------------------------------------------

    def fresh(self) -> None:
        """The view shows now."""
        languages = self.model.languages()
        if [self.picker.itemData(at) for at in range(self.picker.count())] != languages:
            self.picker.clear()
            for language in languages:
                self.picker.addItem(words.language_name(language), language)
        if not self.model.language and languages:
            self.model.choose(languages[0])
        self._build()

    def _choose(self) -> None:
        self.model.choose(str(self.picker.currentData()))
        self._build()

    def _begin(self) -> None:
        self.model.begin()
        self._build()

    def follow(self, row_number: int) -> None:
        """The caret went to another moment."""
        self._build()

    def _wanted(self) -> list[Pair]:
        moment = marks.fold(self._outline.moment())
        return list(self.model.shown(self.filter.key() or "moment", moment))[:MOST]

    def _build(self) -> None:
        """Rows for the pairs of the filter."""
        clear(self._list)
        self.rows = [PairRow(self.look, pair, self.model) for pair in self._wanted()]
        self._keys = [(one.pair.block, one.pair.kind, one.pair.number) for one in self.rows]
        for one in self.rows:
            one.fit(self.width() / self.look.u)
            self._list.addWidget(one)
        if not self.rows and self.model.begun:
            self._list.addWidget(Text(self.tr("Nothing here."), "muted"))
        self._say()

    def _refresh(self) -> None:
        """States follow; fields in which somebody writes stay as they are."""
        if not self.isVisible():
            return
        now = {(pair.block, pair.kind, pair.number): pair for pair in self.model.pairs}
        for key, one in zip(self._keys, self.rows, strict=True):
            if key in now:
                one.show_pair(now[key])
        self._say()

    def _say(self) -> None:
        have, need, again = self.model.coverage()
        begun = self.model.begun
        said = self.tr("%1 of %2 have words. %3 to look at again.")
        for mark, number in (("%1", have), ("%2", need), ("%3", again)):
            said = said.replace(mark, str(number))
        self._count.say(said if begun else self.tr("There is no translation in this language yet."))
        name = words.language_name(self.model.language)
        self.begin.setText(self.tr("Begin in %1").replace("%1", name))
        self.begin.setAccessibleName(self.begin.text())
        self.begin.updateGeometry()
        self._begin_box.setVisible(not begun)
        self.filter.setVisible(begun)
        self._exchange.setVisible(begun)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows follow the width."""
        super().resizeEvent(event)
        for one in self.rows:
            one.fit(self.width() / self.look.u)

    def let_go(self) -> None:
        """What is written is kept."""
        for one in self.rows:
            one.field.settle()
        self.model.close()

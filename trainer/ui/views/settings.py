"""Settings: voice and microphone, appearance, language, quick hide, speech models, what is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QComboBox, QPlainTextEdit, QSizePolicy

from trainer.ui import words
from trainer.ui.kit.buttons import CalmButton, CalmCheck
from trainer.ui.kit.cards import RadioCard
from trainer.ui.kit.dial import Dial
from trainer.ui.kit.layouts import ColumnsBox, FlowBox
from trainer.ui.kit.meters import LevelMeter
from trainer.ui.kit.page import Page, bare, clear, column
from trainer.ui.kit.segmented import Option, Segmented
from trainer.ui.kit.text import Card, Text, rule
from trainer.ui.scene import PARTNERS, PartnerPortrait, palette_for_theme
from trainer.ui.theme import Look
from trainer.ui.view_models.home import HomeModel
from trainer.ui.view_models.settings import SettingsModel
from trainer.ui.views.common import Context, ask_for_file, ask_where, card, nav_header, with_icon

_SIZES = (1.0, 1.25, 1.5, 1.75, 2.0)


class Picker(QComboBox):
    """A drop-down with its own small arrow; the wheel does not change it while scrolling past."""

    def __init__(self, look: Look, name: str, items: Sequence[tuple[str, str]], key: str) -> None:
        super().__init__()
        self.look = look
        self.setAccessibleName(name)
        for value, text in items:
            self.addItem(text, value)
        self.setCurrentIndex(max(0, self.findData(key)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001 - Qt's own signature
        """Let the page scroll."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's box, and an arrow in our colour."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        u = self.look.u
        painter.setPen(QPen(QColor(self.look.palette.ink), u * 0.11, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        x, y = self.width() - u * 1.2, self.height() / 2
        painter.drawPolyline(
            [QPointF(x - u * 0.35, y - u * 0.17), QPointF(x, y + u * 0.17), QPointF(x + u * 0.35, y - u * 0.17)]
        )
        painter.end()


class SettingsPage(Page):
    """Everything holds at once; there is nothing to save."""

    def __init__(self, context: Context, model: SettingsModel, home: HomeModel) -> None:
        look = context.look
        super().__init__(look, self.tr("Settings"))
        self.model, self.home, self.context = model, home, context
        self.set_header(nav_header(context, "settings"))
        grid = ColumnsBox(look.px(0.9), look.px(19), 3)
        for made in (
            self._voice(),
            self._appearance(),
            self._kept(),
            self._models(),
            self._practice(),
            self._hide(),
        ):
            grid.addWidget(made)
        self.content.addWidget(grid)
        self.content.addStretch(1)
        model.level_changed.connect(self._on_level)

    # --- helpers -------------------------------------------------------------------------------------------------

    def _later(self, call: Callable[[], None]) -> None:
        """After the present event: what it does may make this page anew."""
        QTimer.singleShot(0, self.model, call)

    def _check(self, text: str, note: str, on: bool, field: str) -> CalmCheck:
        check = CalmCheck(self.look, text, note)
        check.setObjectName(field)
        check.setChecked(on)
        check.toggled.connect(lambda value: self._later(lambda: self.model.change(**{field: value})))
        return check

    def _choice(self, name: str, options: Sequence[Option], key: str, call: Callable[[str], None]) -> Segmented:
        made = Segmented(self.look, name, options, key)
        made.chosen.connect(lambda value: self._later(lambda: call(value)))
        return made

    # --- voice and microphone ------------------------------------------------------------------------------------

    def _voice(self) -> Card:
        look, now = self.look, self.model.now
        made, box = card(look)
        box.addWidget(Text(self.tr("Voice and microphone"), "h2"))
        box.addWidget(Text(self.tr("The microphone is never required."), "muted"))
        microphones = [("", self.tr("The system's own choice"))]
        microphones += [(device.id, device.name) for device in self.model.microphones()]
        picker = Picker(look, self.tr("Microphone"), microphones, now.microphone)
        picker.activated.connect(lambda _: self.model.change(microphone=picker.currentData()))
        box.addWidget(picker)
        self._meter = LevelMeter(look, self.tr("Microphone level"))
        box.addWidget(self._meter)
        box.addWidget(
            Text(self.tr("A quiet voice is enough: anything right of the line is heard. Nothing is kept."), "muted")
        )
        self._test = CalmButton(look, self.tr("Look at the level"), "speak")
        self._test.setObjectName("level")
        self._test.clicked.connect(self._toggle_check)
        self._name_test()
        flow = FlowBox(look.px(0.5))
        flow.addWidget(self._test)
        box.addWidget(flow)
        box.addWidget(
            self._check(
                self.tr("I use headphones"), self.tr("The partner can be interrupted."), now.headphones, "headphones"
            )
        )
        box.addWidget(
            self._check(
                self.tr("Press to speak"),
                self.tr("The microphone listens only while you want it to."),
                now.push_to_talk,
                "push_to_talk",
            )
        )
        waiting = Dial(
            look,
            self.tr("Wait after you stop speaking"),
            (2, 8),
            round(now.pause),
            lambda value: self.tr("%n second(s)", "", value),
        )
        waiting.moved.connect(lambda value: self.model.change(pause=float(value), pause_learnt=False))
        box.addWidget(waiting)
        box.addWidget(rule())
        self._fill_partner_voice(box)
        return made

    def _fill_partner_voice(self, box: QBoxLayout) -> None:
        add = box.addWidget
        look, now = self.look, self.model.now
        add(
            self._check(
                self.tr("Sound on"), self.tr("Off: the words are shown, and nothing is heard."), now.sound, "sound"
            )
        )
        voices = [("", self.tr("The voice that fits the person"))]
        voices += [(voice.id, voice.name) for voice in self.model.voices()]
        add(Text(self.tr("Partner's voice")))
        picker = Picker(look, self.tr("Partner's voice"), voices, now.voice)
        picker.activated.connect(lambda _: self.model.change(voice=picker.currentData()))
        add(picker)
        volume = Dial(
            look,
            self.tr("How loud"),
            (0, 10),
            round(now.volume * 10),
            lambda value: self.tr("%1 of 10").replace("%1", str(value)),
            (self.tr("soft"), self.tr("full")),
        )
        volume.moved.connect(lambda value: self.model.change(volume=value / 10))
        add(volume)
        sample = CalmButton(look, self.tr("Hear a sample"), "hear")
        sample.clicked.connect(lambda: self.model.hear_sample(self.tr("Hello. Take your time. There is no hurry.")))
        flow = FlowBox(look.px(0.5))
        flow.addWidget(sample)
        add(flow)

    def _toggle_check(self) -> None:
        self.model.toggle_check()
        self._name_test()

    def _name_test(self) -> None:
        text = self.tr("Stop looking") if self.model.checking else self.tr("Look at the level")
        self._test.dress(self.look, text, "stop" if self.model.checking else "speak")
        self._test.updateGeometry()

    def _on_level(self, now: float, enough: float) -> None:
        self._meter.set_level(now, enough)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks any more."""
        self.model.stop_check()
        super().hideEvent(event)

    # --- appearance ----------------------------------------------------------------------------------------------

    def _appearance(self) -> Card:
        look, now = self.look, self.model.now
        made, box = card(look)
        box.addWidget(Text(self.tr("Appearance"), "h2"))
        themes = (
            Option("light", self.tr("Light")),
            Option("dark", self.tr("Dark")),
            Option("contrast", self.tr("Contrast")),
            Option("system", self.tr("As the system")),
        )
        box.addWidget(self._choice(self.tr("Colours"), themes, now.theme, lambda key: self.model.change(theme=key)))
        box.addWidget(Text(self.tr("Text size"), "h3"))
        sizes = [Option(f"{size:g}", f"{round(size * 100)}%") for size in _SIZES]
        nearest = min(_SIZES, key=lambda size: abs(size - now.text_scale))
        box.addWidget(
            self._choice(
                self.tr("Text size"), sizes, f"{nearest:g}", lambda key: self.model.change(text_scale=float(key))
            )
        )
        box.addWidget(
            self._check(
                self.tr("Still pictures"),
                self.tr("No breathing, blinking or drift."),
                now.reduced_motion,
                "reduced_motion",
            )
        )
        box.addWidget(
            self._check(
                self.tr("Show the words before they are said"),
                self.tr("Otherwise they appear word by word."),
                now.show_words_first,
                "show_words_first",
            )
        )
        box.addWidget(Text(self.tr("Furigana"), "h3"))
        furigana = (
            Option("off", self.tr("Off")),
            Option("first", self.tr("First time")),
            Option("all", self.tr("All")),
        )
        box.addWidget(
            self._choice(self.tr("Furigana"), furigana, now.furigana, lambda key: self.model.change(furigana=key))
        )
        box.addWidget(Text(self.tr("Language of the screens"), "h3"))
        languages = [Option(code, words.language_name(code)) for code in ("en", "ja")]
        box.addWidget(
            self._choice(
                self.tr("Language of the screens"),
                languages,
                now.screen_language,
                lambda key: self.model.change(screen_language=key),
            )
        )
        box.addWidget(Text(self.tr("Language you practise"), "h3"))
        box.addWidget(self._choice(self.tr("Language you practise"), languages, now.practice_language, self._practise))
        return made

    def _practise(self, key: str) -> None:
        self.model.change(practice_language=key)
        self.home.fresh()

    # --- practice ------------------------------------------------------------------------------------------------

    def _practice(self) -> Card:
        look, now = self.look, self.model.now
        made, box = card(look)
        box.addWidget(Text(self.tr("Who you talk with"), "h2"))
        box.addWidget(Text(self.tr("Anyone can be anyone. “No face” is a calm shape instead of a person."), "muted"))
        grid = ColumnsBox(look.px(0.6), look.px(8), 3, level=True)
        japanese = look.language == "ja"
        self._partners: list[RadioCard] = []
        for partner in PARTNERS:
            name, note = (partner.name_ja, partner.note_ja) if japanese else (partner.name_en, partner.note_en)
            tile = column(look.px(0.25))
            portrait = PartnerPortrait(partner.id, language=look.language)
            portrait.set_scene_palette(palette_for_theme(look.theme))
            portrait.setFixedHeight(look.px(5.5))
            tile.addWidget(portrait)
            choice = RadioCard(look, name)
            choice.setObjectName(f"partner:{partner.id}")
            choice.setAccessibleDescription(note)
            choice.setToolTip(note)
            choice.setChecked(partner.id == now.partner)
            choice.clicked.connect(lambda _=False, p=partner.id: self._choose_partner(p))
            self._partners.append(choice)
            tile.addWidget(choice)
            grid.addWidget(bare(tile))
        group = QButtonGroup(made)
        for choice in self._partners:
            group.addButton(choice)
        box.addWidget(grid)
        return made

    def _choose_partner(self, partner: str) -> None:
        self.model.change(partner=partner)

    def _hide(self) -> Card:
        look = self.look
        made, box = card(look)
        box.addWidget(
            with_icon(
                look,
                "hide",
                (self.tr("Quick hide"), "h3"),
                (self.tr("F9 turns this window into a plain page and mutes at once. F9 again returns."), "muted"),
                units=1.8,
            )
        )
        attempt = CalmButton(look, self.tr("Try it"), "", "small")
        attempt.setObjectName("try-hide")
        attempt.clicked.connect(self.context.hide)
        flow = FlowBox(look.px(0.5))
        flow.addWidget(attempt)
        box.addWidget(flow)
        box.addWidget(
            self._check(
                self.tr("A plain window title at all times"),
                self.tr("The task bar says “Notes”."),
                self.model.now.window_title_neutral,
                "window_title_neutral",
            )
        )
        return made

    # --- speech models -------------------------------------------------------------------------------------------

    def _models(self) -> Card:
        look = self.look
        made, box = card(look)
        box.addWidget(Text(self.tr("Speech models"), "h2"))
        box.addWidget(
            Text(
                self.tr(
                    "They let this computer hear words by itself. A download happens only when you press the button."
                ),
                "muted",
            )
        )
        self._model_box = column(look.px(0.5))
        box.addLayout(self._model_box)
        file = CalmButton(look, self.tr("Install from a file"), "folder", "small")
        file.setObjectName("model-file")
        file.clicked.connect(self._pick_model)
        flow = FlowBox(look.px(0.5))
        flow.addWidget(file)
        box.addWidget(flow)
        self._told = Text("", "small")
        box.addWidget(self._told)
        self._show_models()
        self.model.models_changed.connect(self._show_models)
        made.setAccessibleName(self.tr("Speech models"))
        card_note = Card("soft")
        inner = column(0, parent=card_note)
        inner.setContentsMargins(look.px(0.9), look.px(0.6), look.px(0.9), look.px(0.6))
        note = (self.tr("Practising opens no network connection."), "on-soft")
        inner.addWidget(with_icon(look, "offline", note, colour="on_soft"))  # type: ignore[arg-type]
        box.addWidget(card_note)
        return made

    def _show_models(self) -> None:
        clear(self._model_box)
        for info in self.model.speech_models():
            state, share = self.model.progress.get(info.id, (info.state, 0.0))
            size = f"{info.bytes / 1_000_000:.0f} MB"
            text = (
                f"{words.language_name(info.language)} ({size})" if info.bytes else words.language_name(info.language)
            )
            said = {
                "ready": self.tr("On this computer"),
                "absent": self.tr("Not here yet"),
                "downloading": self.tr("Downloading, %1 %").replace("%1", str(round(share * 100))),
                "verifying": self.tr("Being checked"),
                "unpacking": self.tr("Being unpacked"),
                "broken": self.tr("Damaged; it can be installed anew"),
            }[state]
            flow = FlowBox(self.look.px(0.6), spread=True)
            both = column(0)
            both.addWidget(Text(text, wrap=False))
            both.addWidget(Text(said, "muted", wrap=False))
            flow.addWidget(bare(both))
            if state in ("absent", "broken") and info.bytes:
                button = CalmButton(self.look, self.tr("Download"), "download", "small")
                button.setAccessibleName(f"{button.accessibleName()}: {words.language_name(info.language)}")
                button.setObjectName(f"download:{info.id}")
                button.clicked.connect(lambda _=False, m=info.id: self._later(lambda: self.model.install(m)))
                flow.addWidget(button)
            self._model_box.addWidget(flow)
        told = words.outcome(self.model.told.code, self.model.told.detail)
        self._told.say(told)
        self._told.setVisible(bool(told))

    def _pick_model(self) -> None:
        path = ask_for_file(self, self.tr("Install from a file"), "*.zip")
        if path:
            self.model.install_file(path)

    # --- what is kept --------------------------------------------------------------------------------------------

    def _kept(self) -> Card:
        look, now, kept = self.look, self.model.now, self.model.kept()
        made, box = card(look)
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
        flow.addWidget(read)
        flow.addWidget(export)
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
        return made

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

    def escape(self) -> None:
        """To the garden."""
        self.context.route.go("home")

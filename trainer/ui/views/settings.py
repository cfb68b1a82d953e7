"""Settings: voice and microphone, appearance, language, quick hide, speech models, what is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QButtonGroup

from trainer.ui import words
from trainer.ui.kit.buttons import CalmButton, CalmCheck
from trainer.ui.kit.cards import RadioCard
from trainer.ui.kit.layouts import ColumnsBox, FlowBox
from trainer.ui.kit.page import Page, bare, column
from trainer.ui.kit.segmented import Option, Segmented
from trainer.ui.kit.text import Card, Text
from trainer.ui.scene.palette import palette_for_theme
from trainer.ui.scene.partners import PARTNERS
from trainer.ui.scene.small_pictures import PartnerPortrait
from trainer.ui.view_models.home import HomeModel
from trainer.ui.view_models.settings import SettingsModel
from trainer.ui.views.common import Context, card, nav_header, with_icon
from trainer.ui.views.settings_kept import KeptCard
from trainer.ui.views.settings_models import ModelsCard
from trainer.ui.views.settings_voice import VoiceCard
from trainer.ui.views.settings_widgets import check

_SIZES = (1.0, 1.25, 1.5, 1.75, 2.0)


class SettingsPage(Page):
    """Everything holds at once; there is nothing to save."""

    def __init__(self, context: Context, model: SettingsModel, home: HomeModel) -> None:
        look = context.look
        super().__init__(look, self.tr("Settings"))
        self.model, self.home, self.context = model, home, context
        self.set_header(nav_header(context, "settings"))
        self._told = Text("", "warm")
        self.content.addWidget(self._told)
        self._tell()
        model.changed.connect(self._tell)
        grid = ColumnsBox(look.px(0.9), look.px(19), 3)
        self.content.addWidget(grid)
        self.content.addStretch(1)
        self.put_off(
            lambda: grid.addWidget(VoiceCard(look, model, lambda: context.route.go("microphone"))),
            lambda: grid.addWidget(self._appearance()),
            lambda: grid.addWidget(KeptCard(look, model, home)),
            lambda: grid.addWidget(ModelsCard(look, model)),
            lambda: grid.addWidget(self._practice()),
            lambda: grid.addWidget(self._hide()),
        )

    def _tell(self) -> None:
        """One clear sentence when a setting could not be kept; it holds all the same."""
        told = words.outcome(self.model.not_kept.code)
        self._told.say(told)
        self._told.setVisible(bool(told))

    def _later(self, call: Callable[[], None]) -> None:
        """After the present event: what it does may make this page anew."""
        QTimer.singleShot(0, self.model, call)

    def _check(self, text: str, note: str, on: bool, field: str) -> CalmCheck:
        return check(self.look, self.model, (text, note), on, field)

    def _choice(self, name: str, options: Sequence[Option], key: str, call: Callable[[str], None]) -> Segmented:
        made = Segmented(self.look, name, options, key)
        made.chosen.connect(lambda value: self._later(lambda: call(value)))
        return made

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

    def escape(self) -> None:
        """To the garden."""
        self.context.route.go("home")

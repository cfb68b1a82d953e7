"""First start: one page, all of it can be skipped. Language, a way of answering, a voice, and into the garden."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer.ui import words
from trainer.ui.bridge import SceneCard
from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.cards import RadioCard
from trainer.ui.kit.layouts import ColumnsBox, FlowBox
from trainer.ui.kit.page import HeaderRow, Page, bare, column
from trainer.ui.kit.text import Card, Text
from trainer.ui.scene.palette import palette_for_theme
from trainer.ui.scene.pictures import VerandaPicture
from trainer.ui.theme import WIDE_EM
from trainer.ui.view_models.home import HomeModel
from trainer.ui.view_models.settings import SettingsModel
from trainer.ui.views.common import Context, Logo, with_icon
from trainer.ways import WAYS

_SIZES = (1.0, 1.25, 1.5, 1.75, 2.0)


class FirstStartPage(Page):
    """Everything here can be changed later."""

    def __init__(self, context: Context, settings: SettingsModel, home: HomeModel) -> None:
        look = context.look
        super().__init__(look, self.tr("Welcome"))
        self.settings, self.home, self.context = settings, home, context
        self.set_header(HeaderRow(look, [Logo(look)], self._looks()))
        self._picture = VerandaPicture(language=look.language)
        self._picture.set_scene_palette(palette_for_theme(look.theme))
        self._picture.setMinimumWidth(look.px(18))
        self._picture.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        side = column(look.px(0.7))
        side.addStretch(1)
        self._fill(side)
        side.addStretch(1)
        self._line = QHBoxLayout()
        self._line.setSpacing(look.px(2))
        self._line.addWidget(self._picture, 4)
        self._line.addLayout(side, 6)
        self.content.addLayout(self._line, 1)
        self.followers.append(lambda em: self._picture.setVisible(em >= WIDE_EM))
        self._make_footer()

    def _looks(self) -> list[QWidget]:
        look, now = self.look, self.settings.now
        size = CalmButton(look, self.tr("Text size"), "text-size", "quiet")
        size.setObjectName("text-size")
        size.setAccessibleDescription(f"{round(now.text_scale * 100)} %")
        size.clicked.connect(self._next_size)
        dark = look.theme == "dark"
        theme = CalmButton(look, self.tr("Light") if dark else self.tr("Dark"), "light" if dark else "dark", "quiet")
        theme.setObjectName("theme")
        theme.clicked.connect(lambda: self.settings.change(theme="light" if dark else "dark"))
        return [size, theme]

    def _next_size(self) -> None:
        now = self.settings.now.text_scale
        larger = [size for size in _SIZES if size > now + 0.01]
        self.settings.change(text_scale=larger[0] if larger else _SIZES[0])

    def _fill(self, side: QVBoxLayout) -> None:
        add = side.addWidget
        look, now = self.look, self.settings.now
        hello = column(look.px(0.2))
        hello.addWidget(Text(self.tr("Welcome. You are at home."), "h1"))
        hello.addWidget(Text(self.tr("Here you can practise small conversations, alone, at your own pace."), "lead"))
        add(bare(hello))
        add(Text("Language  /  言語", "h3"))
        grid = ColumnsBox(look.px(0.7), look.px(12), 2, level=True)
        for code in ("en", "ja"):
            card = RadioCard(look, words.language_name(code), "", "language")
            card.setObjectName(f"language:{code}")
            card.setChecked(now.screen_language == code)
            card.clicked.connect(lambda _=False, c=code: QTimer.singleShot(0, self.settings, lambda: self._language(c)))
            grid.addWidget(card)
        add(grid)
        ask = column(look.px(0.1))
        ask.addWidget(Text(self.tr("How would you like to answer?"), "h3"))
        ask.addWidget(Text(self.tr("All five count the same. You can change at every turn."), "muted"))
        add(bare(ask))
        grid = ColumnsBox(look.px(0.7), look.px(13), 2, level=True)
        for way in WAYS:
            card = RadioCard(look, words.way_name(way), words.way_note(way), way)
            card.setObjectName(f"way:{way}")
            card.setChecked(now.way == way)
            card.clicked.connect(lambda _=False, w=way: self.settings.change(way=w))
            grid.addWidget(card)
        note = Card("sunk")
        inner = column(0, parent=note)
        inner.setContentsMargins(look.px(1), look.px(0.5), look.px(1), look.px(0.5))
        inner.addWidget(
            with_icon(look, "private", (self.tr("Nothing leaves this computer. No account, no name."), "muted"))
        )
        grid.addWidget(note)
        add(grid)
        hear = CalmButton(look, self.tr("Hear a voice first"), "hear")
        hear.setObjectName("hear")
        hear.clicked.connect(lambda: self.settings.hear_sample(self.tr("Hello. Take your time. There is no hurry.")))
        flow = FlowBox(look.px(0.5))
        flow.addWidget(hear)
        add(flow)
        add(Text(self.tr("This is practice. It is not therapy, and it has not been tested in a trial."), "muted"))

    def _language(self, code: str) -> None:
        self.settings.set_language(code)
        self.home.fresh()

    def _make_footer(self) -> None:
        look = self.look
        around = CalmButton(look, self.tr("Look around the garden"), "garden", "quiet")
        around.setObjectName("around")
        around.clicked.connect(lambda: self._start(None))
        first = CalmButton(look, self.tr("To the first scene"), "begin", "primary")
        first.setObjectName("begin")
        first.clicked.connect(lambda: self._start(self.home.first()))
        self.set_footer([], [around, first])

    def _start(self, scene: SceneCard | None) -> None:
        self.settings.change(started=True)
        if scene is None:
            self.context.route.go("home")
        else:
            self.context.route.go("preview", scene.address)

    def first_focus(self) -> QWidget | None:
        """Where the keyboard begins."""
        return self.findChild(QWidget, f"language:{self.settings.now.screen_language}")

"""The shelf: which packs of scenes there are, who made them, what is inside. A pack is words and pictures."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer

from trainer.ui import words
from trainer.ui.bridge import PackCard
from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.cards import RadioCard
from trainer.ui.kit.layouts import ColumnsBox, FlowBox
from trainer.ui.kit.page import Page, bare, clear, column, row
from trainer.ui.kit.text import Card, IconLabel, Text, rule
from trainer.ui.scene import PlacePicture, palette_for_theme
from trainer.ui.view_models.packs import PacksModel
from trainer.ui.views.common import Context, ask_for_file, card, nav_header


class PacksPage(Page):
    """Adding is careful: the file is checked, and nothing in it can run."""

    def __init__(self, context: Context, model: PacksModel) -> None:
        look = context.look
        super().__init__(look, self.tr("Packs"))
        self.model, self.context = model, context
        self.set_header(nav_header(context, "packs"))
        top = FlowBox(look.px(0.6), spread=True)
        titles = column(0)
        titles.addWidget(Text(self.tr("Your shelf"), "h1", wrap=False))
        titles.addWidget(Text(self.tr("A pack is words and pictures. It can run nothing."), "muted", wrap=False))
        top.addWidget(bare(titles))
        write = CalmButton(look, self.tr("Write scenes"), "edit")
        write.setObjectName("write")
        write.clicked.connect(model.open_editor)
        top.addWidget(write)
        add = CalmButton(look, self.tr("Open a file"), "folder")
        add.setObjectName("add")
        add.clicked.connect(self._add)
        top.addWidget(add)
        self.content.addWidget(top)
        self._told = Text("", "body")
        self.content.addWidget(self._told)
        self._pending = column(0)
        self.content.addLayout(self._pending)
        self._grid = ColumnsBox(look.px(1), look.px(24), 2)
        self.content.addWidget(self._grid)
        self.content.addStretch(1)
        self._refresh()
        model.changed.connect(self._refresh_later)

    def _refresh_later(self) -> None:
        """After the present event: it may come from a button that goes with the refresh."""
        QTimer.singleShot(0, self, self._refresh)

    def _refresh(self) -> None:
        told = words.outcome(self.model.told.code, self.model.told.detail)
        self._told.say(told)
        self._told.setVisible(bool(told))
        focused = self.focusWidget().objectName() if self.focusWidget() is not None else ""
        self._grid.clear()
        clear(self._pending)
        if self.model.pending:
            self._pending.addWidget(self._offer(self.model.pending))
        shelf = column(self.look.px(0.5))
        for pack in self.model.packs:
            choice = RadioCard(self.look, pack.name, self._note(pack), "packs")
            choice.setObjectName(f"pack:{pack.id}")
            choice.setChecked(pack.id == self.model.chosen)
            choice.clicked.connect(lambda _=False, p=pack.id: self.model.choose(p))
            shelf.addWidget(choice)
            if choice.objectName() == focused:
                choice.setFocus()
        shelf.addStretch(1)
        self._grid.addWidget(bare(shelf))
        chosen = self.model.pack()
        if chosen is not None:
            self._grid.addWidget(self._pack(chosen))

    def _offer(self, path: str) -> Card:
        made, box = card(self.look, "soft")
        box.addWidget(Text(Path(path).name, "on-soft-h3"))
        box.addWidget(Text(self.tr("This pack was opened from a file. Nothing has been added."), "on-soft"))
        flow = FlowBox(self.look.px(0.6))
        add = CalmButton(self.look, self.tr("Add to my shelf"), "add", "primary")
        add.setObjectName("add-pending")
        add.clicked.connect(lambda: self.model.add(path))
        not_now = CalmButton(self.look, self.tr("Not now"), "", "quiet")
        not_now.setObjectName("not-now")
        not_now.clicked.connect(self.model.not_now)
        flow.addWidget(add)
        flow.addWidget(not_now)
        box.addWidget(flow)
        return made

    def _note(self, pack: PackCard) -> str:
        scenes = self.tr("%n scene(s)", "", pack.scenes)
        built_in = self.tr("comes with Engawa")
        comma = "、" if self.look.language == "ja" else ", "
        return f"{scenes}{comma}{built_in}" if pack.built_in else scenes

    def _pack(self, pack: PackCard) -> Card:
        look = self.look
        made, box = card(look, "panel")
        picture = PlacePicture(pack.setting, language=look.language)
        picture.set_scene_palette(palette_for_theme(look.theme))
        picture.setFixedHeight(look.px(9))
        box.addWidget(picture)
        box.addWidget(Text(pack.name, "h1"))
        if pack.about:
            box.addWidget(Text(pack.about))
        comma = "、" if look.language == "ja" else ", "
        inside = self.tr("%n scene(s)", "", pack.scenes)
        rows = (
            ("edit", self.tr("Made by"), comma.join(pack.authors)),
            ("licence", self.tr("Licence"), pack.licence),
            ("language", self.tr("Languages"), comma.join(words.language_name(code) for code in pack.languages)),
            ("fingerprint", self.tr("Fingerprint"), pack.fingerprint),
            ("warning", self.tr("Content notes"), " ".join(pack.notes)),
            ("packs", self.tr("Inside"), f"{inside}{comma}{pack.version}"),
        )
        box.addWidget(rule())
        for icon, name, text in rows:
            if not text:
                continue
            line = row(look.px(0.7))
            line.addWidget(IconLabel(look, icon, 1.3), 0, Qt.AlignmentFlag.AlignTop)
            head = Text(name, "eyebrow")
            head.setFixedWidth(look.px(7))
            line.addWidget(head, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Text(text), 1)
            box.addLayout(line)
        if pack.fingerprint:
            box.addWidget(
                Text(self.tr("Two people can read these words aloud to see that they hold the same pack."), "muted")
            )
        if not pack.built_in:
            take = CalmButton(look, self.tr("Take it off the shelf"), "close")
            take.setObjectName("remove")
            take.setAccessibleDescription(self.tr("Your own records of its scenes stay."))
            take.clicked.connect(self.model.remove)
            flow = FlowBox(look.px(0.5))
            flow.addWidget(take)
            box.addWidget(flow)
        return made

    def _add(self) -> None:
        path = ask_for_file(self, self.tr("Open a file"), "*.practicepack")
        if path:
            self.model.add(path)

    def escape(self) -> None:
        """To the garden."""
        self.context.route.go("home")

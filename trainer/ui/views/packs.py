"""The shelf: which packs of scenes there are, who made them, what is inside. A pack is words and pictures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from trainer.ui import words
from trainer.ui.bridge_packs import PackCard, ShelfFolder
from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.cards import RadioCard
from trainer.ui.kit.layouts import ColumnsBox, FlowBox
from trainer.ui.kit.page import Page, bare, clear, column, row
from trainer.ui.kit.text import Card, IconLabel, Text, rule
from trainer.ui.view_models.packs import PacksModel
from trainer.ui.views.common import Context, ask_for_file, card, nav_header
from trainer.ui.views.pack_details import CoverCard, add_rows, comma, facts, picture


class PacksPage(Page):
    """Adding is careful: the cover comes first, the file is checked, and nothing in it can run."""

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
        add.setAccessibleDescription(self.tr("You can also drop a pack on this window."))
        add.clicked.connect(self._add)
        top.addWidget(add)
        self.content.addWidget(top)
        self._told = Text("", "body")
        self.content.addWidget(self._told)
        self._cover = column(0)
        self.content.addLayout(self._cover)
        self._shelf = column(look.px(0.8))
        self._shelf_box = bare(self._shelf)
        self.content.addWidget(self._shelf_box)
        self._make_search()
        self._grid = ColumnsBox(look.px(1), look.px(24), 2)
        self._shelf.addWidget(self._grid)
        self.content.addStretch(1)
        self._refresh()
        model.changed.connect(self._refresh_later)

    def _make_search(self) -> None:
        self.search = QLineEdit(self.model.query)
        self.search.setObjectName("search")
        self.search.setAccessibleName(self.tr("Find a pack"))
        self.search.setPlaceholderText(self.tr("Find a pack"))
        self.search.setMinimumWidth(self.look.px(14))
        self.search.setMaximumWidth(self.look.px(28))
        self.search.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(120)
        self._wait.timeout.connect(lambda: self.model.search(self.search.text()))
        self.search.textChanged.connect(lambda _: self._wait.start())
        self._shelf.addWidget(self.search)

    def _refresh_later(self) -> None:
        """After the present event: it may come from a button that goes with the refresh."""
        QTimer.singleShot(0, self, self._refresh)

    def _refresh(self) -> None:
        told = words.outcome(self.model.told.code, self.model.told.detail)
        self._told.say(told)
        self._told.setVisible(bool(told))
        focused = self.focusWidget().objectName() if self.focusWidget() is not None else ""
        while self.fill():  # into the boxes that go now
            pass
        self._grid.clear()
        clear(self._cover)
        covered = self.model.cover is not None
        self._shelf_box.setVisible(not covered)
        self.search.setVisible(len(self.model.packs) > 6 or bool(self.model.query))
        if covered:
            self.put_off(lambda: self._show_cover(focused))
        else:
            self.put_off(
                lambda: self._grid.addWidget(self._list(focused)),
                self._show_pack,
                lambda: self._grid.addWidget(self._beside()),
            )
        if self.isVisible():
            while self.fill():
                pass

    def _show_cover(self, focused: str) -> None:
        shown = CoverCard(self.look, self.model)
        self._cover.addWidget(shown)
        if self.model.open_to():
            self._cover.addSpacing(self.look.px(1))
            self._cover.addWidget(self._from_here())
        self._focus_in(shown, focused)

    def _show_pack(self) -> None:
        chosen = self.model.pack()
        if chosen is not None:
            self._grid.addWidget(self._pack(chosen))

    def _from_here(self) -> Card:
        """The scenes of a pack beside the shelf: one can be gone into without adding the pack."""
        made, box = card(self.look, "sunk")
        box.addWidget(Text(self.tr("Go into a scene from here"), "h3"))
        box.addWidget(Text(self.tr("The pack stays where it is. To have it in your garden, add it."), "muted"))
        box.addWidget(self._doors(self.model.open_to()))
        return made

    def _doors(self, scenes: Sequence[tuple[str, str]]) -> FlowBox:
        """One button a scene: address and title."""
        flow = FlowBox(self.look.px(0.5))
        for address, title in scenes:
            button = CalmButton(self.look, title, "begin", "small")
            button.setObjectName(f"go:{address}")
            button.clicked.connect(lambda _=False, at=address: self.context.route.go("preview", at))
            flow.addWidget(button)
        return flow

    def _focus_in(self, shown: CoverCard, focused: str) -> None:
        """Where the keyboard was on the cover before it was made anew; a giver's name is written on."""
        again = next((w for w in shown.findChildren(QLineEdit) if w.objectName() == focused), None)
        pressed = next((w for w in shown.findChildren(CalmButton) if w.objectName() == focused), None)
        if again is not None:
            again.setFocus()
            again.setCursorPosition(len(again.text()))
        elif pressed is not None:
            pressed.setFocus()
            inside = shown.findChild(QPlainTextEdit)
            if focused == "look-inside" and inside is not None:
                # Once the page has laid itself out: the words stand below what can be seen.
                QTimer.singleShot(60, inside, lambda: self._scroll_to(inside))

    def _scroll_to(self, widget: QWidget) -> None:
        top = widget.mapTo(self.inner, QPoint(0, 0)).y()
        self.area.verticalScrollBar().setValue(top - self.look.px(2))

    def _list(self, focused: str) -> QWidget:
        shelf = column(self.look.px(0.5))
        found, shown = self.model.found(), self.model.shown()
        for pack in shown:
            choice = RadioCard(self.look, pack.name, self._note(pack), "packs")
            choice.setObjectName(f"pack:{pack.id}")
            choice.setChecked(pack.id == self.model.chosen)
            choice.clicked.connect(lambda _=False, p=pack.id: self.model.choose(p))
            shelf.addWidget(choice)
            if choice.objectName() == focused:
                choice.setFocus()
        if not found:
            shelf.addWidget(Text(self.tr("No pack has these words. You can try fewer or other words.")))
        elif len(found) > len(shown):
            more = self.tr("%n more pack(s). A word above finds them.", "", len(found) - len(shown))
            shelf.addWidget(Text(more, "muted"))
        shelf.addStretch(1)
        return bare(shelf)

    def _note(self, pack: PackCard) -> str:
        told = [self.tr("%n scene(s)", "", pack.scenes)]
        told += [self.tr("comes with Engawa")] if pack.built_in else []
        told += [self.tr("stands beside your shelf")] if pack.origin == "beside" else []
        told += [self.tr("out of sight")] if pack.hidden else []
        told += [self.tr("a newer version is there")] if pack.update else []
        return comma(self.look).join(told)

    def _pack(self, pack: PackCard) -> Card:
        look = self.look
        made, box = card(look, "panel")
        picture(look, pack, box)
        box.addWidget(rule())
        add_rows(look, box, facts(look, pack))
        if pack.fingerprint:
            box.addWidget(
                Text(self.tr("Two people can read these words aloud to see that they hold the same pack."), "muted")
            )
        if pack.open_to:
            box.addWidget(Text(self.tr("Go into a scene from here"), "h3"))
            box.addWidget(self._doors(pack.open_to))
            box.addWidget(rule())
        flow = FlowBox(look.px(0.5))
        if pack.origin == "beside":
            flow.addWidget(self._button("take", self.tr("Look at its cover"), "read", self.model.take))
        elif pack.update:
            flow.addWidget(self._button("take", self.tr("Look at the newer version"), "read", self.model.take))
        if pack.origin != "beside":
            text = self.tr("Show its scenes again") if pack.hidden else self.tr("Put its scenes out of sight")
            flow.addWidget(self._button("hide-pack", text, "hide", self.model.hide))
        if pack.origin == "own":
            take = self._button("remove", self.tr("Take it off the shelf"), "close", self.model.remove)
            take.setAccessibleDescription(self.tr("Your own records of its scenes stay."))
            flow.addWidget(take)
        box.addWidget(flow)
        return made

    def _button(self, name: str, text: str, icon: str, call: object) -> CalmButton:
        made = CalmButton(self.look, text, icon)
        made.setObjectName(name)
        made.clicked.connect(call)
        return made

    def _beside(self) -> Card:
        made, box = card(self.look, "sunk")
        box.addWidget(Text(self.tr("Folders beside your shelf"), "h3"))
        box.addWidget(
            Text(
                self.tr(
                    "A centre can keep packs in a shared folder, or on a stick. They stand here beside yours. "
                    "Nothing in the folder is ever changed."
                ),
                "muted",
            )
        )
        for folder in self.model.folders:
            box.addWidget(self._folder(folder))
        flow = FlowBox(self.look.px(0.5))
        flow.addWidget(self._button("add-folder", self.tr("Add a folder"), "folder", self._add_folder))
        box.addWidget(flow)
        return made

    def _folder(self, folder: ShelfFolder) -> FlowBox:
        state = self.tr("not there at the moment") if folder.away else self.tr("%n pack(s)", "", folder.packs)
        line = FlowBox(self.look.px(0.6))
        named = row(self.look.px(0.5))
        named.addWidget(IconLabel(self.look, "folder", 1.2), 0, Qt.AlignmentFlag.AlignTop)
        named.addWidget(Text(f"{folder.path}{comma(self.look)}{state}", "body"))
        line.addWidget(bare(named))
        gone = self._button(
            f"folder:{folder.path}", self.tr("Leave it"), "close", lambda: self.model.remove_folder(folder.path)
        )
        gone.setAccessibleDescription(self.tr("It stands beside your shelf no longer. Packs you have added stay."))
        line.addWidget(gone)
        return line

    def _add(self) -> None:
        path = ask_for_file(self, self.tr("Open a file"), "*.practicepack")
        if path:
            self.model.look_at(path)

    def _add_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self, self.tr("Add a folder"))
        if path:
            self.model.add_folder(path)

    def escape(self) -> None:
        """From a cover to the shelf, from the shelf to the garden."""
        if self.model.cover is not None:
            self.model.not_now()
        else:
            self.context.route.go("home")

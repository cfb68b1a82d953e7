"""Pictures and sounds of the pack: dragged in, made smaller, freed of place and camera, with a credit."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from trainer.editor.bridge import Media
from trainer.editor.view_models.desk import DeskModel
from trainer.editor.view_models.media import Cleaned, cleaned
from trainer.editor.views.common import outcome_words
from trainer.editor.views.rows import RowList, RowView
from trainer.ui import words
from trainer.ui.bridge import Outcome
from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.layouts import FlowBox
from trainer.ui.kit.page import column
from trainer.ui.kit.text import Card, Text
from trainer.ui.theme import Look
from trainer.ui.views.common import ask_for_file
from trainer.ui.views.settings_widgets import Picker

LICENCES = ("all-rights-reserved", "CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0")


class PicturesView(QWidget):
    """A file waits until somebody said what it shows and who made it; then it goes into the pack."""

    def __init__(self, look: Look, model: DeskModel) -> None:
        super().__init__()
        self.look, self.model = look, model
        self.setObjectName("bare")
        self.setAccessibleName(self.tr("Pictures and sounds"))
        self.setAcceptDrops(True)
        self.waiting: list[Cleaned] = []
        box = column(look.px(0.5), parent=self)
        box.setContentsMargins(look.px(0.5), look.px(0.3), look.px(0.5), 0)
        box.addWidget(
            Text(
                self.tr(
                    "Drop a picture or a sound here. It is made smaller, and where and when it was made is taken out."
                ),
                "muted",
            )
        )
        flow = FlowBox(look.px(0.4))
        self.choose = CalmButton(look, self.tr("Choose a file"), "folder")
        self.choose.setObjectName("choose-media")
        self.choose.clicked.connect(self._choose)
        flow.addWidget(self.choose)
        box.addWidget(flow)
        self._told = Text("", "warm")
        box.addWidget(self._told)
        self._form = self._make_form()
        box.addWidget(self._form)
        self.list = RowList(look, self.tr("Pictures and sounds of the pack"), wraps=True)
        self.list.setObjectName("media")
        box.addWidget(self.list, 1)
        self._rest = QWidget()
        self._rest.setObjectName("bare")
        box.addWidget(self._rest, 1)
        self.setFocusProxy(self.choose)
        self.fresh()

    def _make_form(self) -> Card:
        look = self.look
        made = Card("sunk")
        box = column(look.px(0.3), parent=made)
        box.setContentsMargins(look.px(0.9), look.px(0.7), look.px(0.9), look.px(0.8))
        self._name = Text("", "h3")
        box.addWidget(self._name)
        self.alt: dict[str, QLineEdit] = {}
        for language in ("en", "ja"):
            self.alt[language] = self._field(
                box, f"alt-{language}", self.tr("What is seen, in %1").replace("%1", words.language_name(language))
            )
        self.credit = self._field(box, "credit", self.tr("Who made it?"))
        self.licence = Picker(look, self.tr("Licence"), [(one, self._licence(one)) for one in LICENCES], LICENCES[0])
        self.licence.setObjectName("licence")
        box.addWidget(self.licence)
        flow = FlowBox(look.px(0.4))
        add = CalmButton(look, self.tr("Put it into the pack"), "check")
        add.setObjectName("put-media")
        add.clicked.connect(self.put)
        leave = CalmButton(look, self.tr("Leave it out"), "close", "quiet")
        leave.setObjectName("leave-media")
        leave.clicked.connect(self._next)
        flow.addWidget(add)
        flow.addWidget(leave)
        box.addWidget(flow)
        made.hide()
        return made

    def _field(self, box: object, name: str, label: str) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(name)
        field.setAccessibleName(label)
        field.setPlaceholderText(label)
        box.addWidget(field)  # type: ignore[attr-defined]
        return field

    def _licence(self, code: str) -> str:
        return self.tr("only for this pack") if code == "all-rights-reserved" else code

    # --- files come ---------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """They are looked at one after another."""
        event.acceptProposedAction()
        self.take([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def _choose(self) -> None:
        chosen = ask_for_file(self, self.tr("Choose a file"), "*.png *.jpg *.jpeg *.webp *.wav *.ogg *.opus *.mp3")
        if chosen:
            self.take([Path(chosen)])

    def take(self, files: list[Path]) -> None:
        """Clean them; what cannot go into a pack is said by name."""
        if self.model.folder is None:
            self._say(Outcome("no-pack-here"))
            return
        refused = ""
        for file in files:
            outcome, content = self.model.bench.read_any(file)
            made = cleaned(file.name, content) if outcome.ok else None
            if made is None:
                refused = file.name
            else:
                self.waiting.append(made)
        self._say(Outcome("media-refused", refused) if refused else Outcome())
        self._ask()

    def _ask(self) -> None:
        shown = bool(self.waiting)
        self._form.setVisible(shown)
        if not shown:
            return
        first = self.waiting[0]
        size = max(1, len(first.content) // 1024)
        self._name.say(f"{first.file.rpartition('/')[2]}  ({size} KB)")
        for field in self.alt.values():
            field.clear()
            field.setVisible(first.kind == "image")
        (self.alt[self.look.language] if first.kind == "image" else self.credit).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def put(self) -> None:
        """Into the pack, with its credit."""
        if not self.waiting or self.model.folder is None:
            return
        if not self.credit.text().strip():
            self._told.say(self.tr("Please say who made it. A pack needs that for every picture and sound."))
            self._told.show()
            self.credit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        first = self.waiting[0]
        about = Media(
            first.file,
            first.kind,
            {key: field.text().strip() for key, field in self.alt.items() if field.text().strip()},
            self.credit.text().strip(),
            str(self.licence.currentData()),
            len(first.content),
        )
        outcome = self.model.bench.add_media(self.model.folder.path, first.file, first.content, about)
        self._say(outcome)
        if outcome.ok:
            self._next()
            self.fresh()

    def _next(self) -> None:
        self.waiting = self.waiting[1:]
        self._ask()
        if not self.waiting:
            self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, outcome: Outcome) -> None:
        said = outcome_words(outcome)
        self._told.say(said)
        self._told.setVisible(bool(said))

    # --- what there is ------------------------------------------------------------------------------------------

    def fresh(self) -> None:
        """The pack's pictures and sounds as they are now."""
        self._told.setVisible(bool(self._told.plain_text()))
        folder = self.model.folder
        media = self.model.bench.media(folder.path) if folder is not None else ()
        rows = []
        for one in media:
            shown = one.alt.get(self.look.language) or next(iter(one.alt.values()), "")
            note = " · ".join(part for part in (shown, one.credit, self._licence(one.licence)) if part)
            rows.append(
                RowView(one.file, one.file.rpartition("/")[2], note, "picture" if one.kind == "image" else "sound")
            )
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self._rest.setVisible(not rows)

"""What is said about a pack: on the shelf, and on the cover of a file that was opened and not added."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from trainer.ui import pack_words, words
from trainer.ui.bridge_packs import PackCard
from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.layouts import ColumnsBox, FlowBox
from trainer.ui.kit.page import column, row
from trainer.ui.kit.text import IconLabel, Text
from trainer.ui.scene.palette import palette_for_theme
from trainer.ui.scene.small_pictures import PlacePicture
from trainer.ui.theme import Look
from trainer.ui.view_models.packs import PacksModel
from trainer.ui.views.common import card

Row = tuple[str, str, str]
"""Icon, name, text."""


def comma(look: Look) -> str:
    """What stands between the words of a list."""
    return "、" if look.language == "ja" else ", "


def picture(look: Look, pack: PackCard, box: QBoxLayout, high: float = 9) -> None:
    """The painted place of a pack (`high` in letters), its name and what it is about."""
    made = PlacePicture(pack.setting, language=look.language)
    made.set_scene_palette(palette_for_theme(look.theme))
    made.setFixedHeight(look.px(high))
    box.addWidget(made)
    box.addWidget(Text(pack.name, "h1"))
    if pack.about:
        box.addWidget(Text(pack.about))


def facts(look: Look, pack: PackCard) -> tuple[Row, ...]:
    """Who, in which languages, how far, what may be hard, what may be done with it, and its six words."""
    between = comma(look)
    inside = [pack_words.Counts().scenes(pack.scenes)]
    inside += [QCoreApplication.translate("Packs", "level %1").replace("%1", str(pack.level))]
    inside += [pack_words.Counts().minutes(pack.minutes)] if pack.minutes else []
    version = between.join(part for part in (pack.version, pack.updated) if part)
    return (
        ("edit", QCoreApplication.translate("Packs", "Made by"), between.join(pack.authors)),
        ("packs", QCoreApplication.translate("Packs", "Inside"), between.join(inside)),
        (
            "language",
            QCoreApplication.translate("Packs", "Languages"),
            between.join(words.language_name(code) for code in pack.languages),
        ),
        ("warning", QCoreApplication.translate("Packs", "Content notes"), " ".join(pack.notes)),
        ("journal", QCoreApplication.translate("Packs", "Review"), pack_words.review(pack.review)),
        (
            "licence",
            QCoreApplication.translate("Packs", "Licence"),
            pack_words.licence(pack.licence) if pack.licence else "",
        ),
        ("edit", QCoreApplication.translate("Packs", "Version"), version),
        ("fingerprint", QCoreApplication.translate("Packs", "Fingerprint"), pack.fingerprint),
        ("folder", QCoreApplication.translate("Packs", "Stands in"), pack.where),
        ("packs", QCoreApplication.translate("Packs", "Given by"), _given(pack) if pack.given_by else ""),
        ("packs", QCoreApplication.translate("Packs", "Here since"), "" if pack.given_by else pack.given_on),
    )


def _given(pack: PackCard) -> str:
    return pack_words.given(pack.given_by, pack.given_on)


class IconText(QWidget):
    """A small drawing and a sentence beside it."""

    def __init__(self, look: Look, icon: str, text: str) -> None:
        super().__init__()
        self.setObjectName("bare")
        line = row(look.px(0.6), self)
        line.addWidget(IconLabel(look, icon, 1.2), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Text(text, "muted"), 1)


def add_rows(look: Look, box: QBoxLayout, rows: tuple[Row, ...]) -> None:
    """One line a fact; what is empty is left out."""
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


class CoverCard(QWidget):
    """The cover of a file: who, what, languages, level, notes, licence, review, six words; then the person decides."""

    def __init__(self, look: Look, model: PacksModel) -> None:
        super().__init__()
        self.setObjectName("bare")
        self.look, self.model = look, model
        cover = model.cover
        if cover is None:
            return
        outer = column(look.px(1), parent=self)
        sheets = ColumnsBox(look.px(1), look.px(24), 2)
        outer.addWidget(sheets)
        front, box = card(look, "panel", 0.7)
        picture(look, cover.card, box, 6.5)
        related = pack_words.arrival(cover)
        if related:
            note, inner = card(look, "soft")
            inner.addWidget(Text(related, "on-soft-h3" if model.asks else "on-soft"))
            box.addWidget(note)
        box.addWidget(IconText(look, "check", pack_words.checked(model.checked)))
        if cover.arrival not in ("same", "built-in"):
            box.addWidget(self._giver())
        box.addWidget(self._buttons())
        sheets.addWidget(front)
        inside, box = card(look, "panel")
        add_rows(look, box, (*facts(look, cover.card), *self._more()))
        box.addWidget(
            Text(self.tr("Two people can read the six words aloud to see that they hold the same pack."), "muted")
        )
        sheets.addWidget(inside)
        if model.words:
            outer.addWidget(self._words())

    def _more(self) -> tuple[Row, ...]:
        cover, between = self.model.cover, " · "
        if cover is None:
            return ()
        return (
            ("garden", self.tr("Scenes"), between.join(cover.titles)),
            ("add", self.tr("New in it"), between.join(cover.added)),
            ("edit", self.tr("Changed"), between.join(cover.changed)),
            ("close", self.tr("No longer in it"), between.join(cover.gone)),
            ("journal", self.tr("Its makers say"), cover.said),
        )

    def _giver(self) -> QLineEdit:
        field = QLineEdit(self.model.giver)
        field.setObjectName("giver")
        field.setMaxLength(80)
        asked = self.tr("Who gave it to you? (may stay empty)")
        field.setPlaceholderText(asked)
        field.setAccessibleName(asked)
        field.setAccessibleDescription(self.tr("Kept on this computer only."))
        field.textChanged.connect(self._on_giver)
        return field

    def _on_giver(self, text: str) -> None:
        self.model.giver = text

    def _buttons(self) -> FlowBox:
        cover, flow = self.model.cover, FlowBox(self.look.px(0.6))
        arrives = cover.arrival if cover is not None else ""
        if arrives not in ("same", "built-in"):
            text = self.tr("Add to my shelf")
            if arrives == "newer":
                text = self.tr("Update to this version")
            elif self.model.asks:
                text = self.tr("Replace mine with it")
            add = CalmButton(self.look, text, "add", "" if self.model.asks else "primary")
            add.setObjectName("add-pending")
            add.clicked.connect(self.model.add_shown)
            flow.addWidget(add)
        inside = self.tr("Close the words") if self.model.words else self.tr("Look inside")
        look_inside = CalmButton(self.look, inside, "read")
        look_inside.setObjectName("look-inside")
        look_inside.clicked.connect(self.model.look_inside)
        flow.addWidget(look_inside)
        not_now = CalmButton(self.look, self.tr("Not now"), "", "quiet")
        not_now.setObjectName("not-now")
        not_now.clicked.connect(self.model.not_now)
        flow.addWidget(not_now)
        return flow

    def _words(self) -> QPlainTextEdit:
        made = QPlainTextEdit(self.model.words)
        made.setObjectName("words")
        made.setReadOnly(True)
        made.setTabChangesFocus(True)
        made.setAccessibleName(self.tr("The words of its scenes"))
        made.setMinimumHeight(self.look.px(24))
        return made

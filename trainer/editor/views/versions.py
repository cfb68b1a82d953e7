"""Versions: the sheet as it was, what is different now, and the way back: the whole of it or one moment."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QWidget

from trainer.editor.model.document import SheetDocument
from trainer.editor.model.versions import FOOT, Difference, differences, restore_moment, restore_whole
from trainer.editor.view_models.desk import DeskModel
from trainer.editor.views.rows import RowList, RowView
from trainer.storage.desk_files import KeptVersion
from trainer.ui.kit.access import announce
from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.layouts import FlowBox
from trainer.ui.kit.page import bare, column, row
from trainer.ui.kit.text import Text
from trainer.ui.theme import Look

MOST_LINES = 300
"""Lines of a comparison that are shown."""


class VersionsView(QWidget):
    """Going back is an edit like any other: it can be undone."""

    def __init__(self, look: Look, model: DeskModel) -> None:
        super().__init__()
        self.look, self.model = look, model
        self.setObjectName("bare")
        self.setAccessibleName(self.tr("Versions"))
        self.versions: tuple[KeptVersion, ...] = ()
        self.differences: tuple[Difference, ...] = ()
        box = column(look.px(0.4), parent=self)
        box.setContentsMargins(look.px(0.4), look.px(0.3), look.px(0.4), 0)
        self._lead = Text("", "muted")
        box.addWidget(self._lead)
        self._body = row(look.px(0.8))
        left = column(look.px(0.3))
        left.addWidget(Text(self.tr("As it was"), "h3"))
        self.list = RowList(look, self.tr("Versions"))
        self.list.setObjectName("versions")
        self.list.picked.connect(self._choose)
        left.addWidget(self.list, 1)
        self._body.addWidget(bare(left), 2)
        right = column(look.px(0.3))
        right.addWidget(Text(self.tr("What is different"), "h3"))
        self.parts = RowList(look, self.tr("What is different"), wraps=True)
        self.parts.setObjectName("differences")
        right.addWidget(self.parts, 1)
        self._body.addWidget(bare(right), 3)
        box.addLayout(self._body, 1)
        flow = FlowBox(look.px(0.4))
        self.whole = CalmButton(look, self.tr("Put the whole sheet back"), "again", "small")
        self.whole.setObjectName("restore-whole")
        self.whole.clicked.connect(self.restore_whole)
        self.one = CalmButton(look, self.tr("Put this moment back"), "undo", "small")
        self.one.setObjectName("restore-moment")
        self.one.clicked.connect(self.restore_one)
        flow.addWidget(self.whole)
        flow.addWidget(self.one)
        box.addWidget(flow)
        self.setFocusProxy(self.list)
        model.sheet.looked.connect(self._when_seen)

    def _when_seen(self) -> None:
        if self.isVisible():
            self._choose(self.list.key())

    def fresh(self) -> None:
        """The versions there are now."""
        path = self.model.sheet.path
        self.versions = tuple(self.model.bench.versions(path)) if path is not None else ()
        rows = [RowView(one.key, self._when(one), self._label(one)) for one in self.versions]
        self.list.show_rows(rows, self.list.key() or (rows[0].key if rows else None))
        self._lead.say(
            self.tr("Kept by themselves while you write. Going back can be undone.")
            if rows
            else self.tr("There are none yet. The first one is kept when something has changed.")
        )
        self._choose(self.list.key())

    def _when(self, one: KeptVersion) -> str:
        return one.when.replace("T", "  ")

    def _label(self, one: KeptVersion) -> str:
        return {
            "draft": self.tr("written, not kept"),
            "elsewhere": self.tr("changed by another program"),
            "before-restore": self.tr("before going back"),
        }.get(one.label, "")

    def version(self) -> KeptVersion | None:
        """The chosen one."""
        return next((one for one in self.versions if one.key == self.list.key()), None)

    def _choose(self, key: str) -> None:
        version = self.version()
        self.differences = ()
        if version is not None:
            old = SheetDocument.from_bytes(version.content)
            self.differences = differences(old.words, self.model.sheet.document.words)
        rows = [self._row(at, one) for at, one in enumerate(self.differences)]
        self.parts.show_rows(rows, self.parts.key() or (rows[0].key if rows else None))
        self.whole.setEnabled(bool(self.differences))
        self.one.setEnabled(bool(self.differences))

    def _row(self, at: int, one: Difference) -> RowView:
        name = {"": self.tr("About the scene"), FOOT: self.tr("Afterwards")}.get(one.name, one.name)
        change = {
            "changed": self.tr("changed"),
            "added": self.tr("new since then"),
            "removed": self.tr("taken out since then"),
        }.get(one.change, "")
        lines = [f"{sign} {text}" for sign, text in one.lines if sign != " "][:MOST_LINES]
        return RowView(str(at), f"{name}: {change}", "\n".join(lines[:12]), bold=True)

    def restore_whole(self) -> None:
        """The whole sheet as it was."""
        version = self.version()
        sheet = self.model.sheet
        if version is None or sheet.path is None:
            return
        self.model.bench.keep_version(sheet.path, sheet.document.to_bytes(), "before-restore")
        old = SheetDocument.from_bytes(version.content)
        if sheet.apply(restore_whole(sheet.document, old), self.tr("Put the whole sheet back")):
            announce(self, self.tr("It is as it was."))
        self.fresh()

    def restore_one(self) -> None:
        """The chosen moment as it was."""
        version, at = self.version(), self.parts.currentRow()
        if version is None or not 0 <= at < len(self.differences):
            return
        old = SheetDocument.from_bytes(version.content)
        edits = restore_moment(self.model.sheet.document, old.words, self.differences[at].name)
        if self.model.sheet.apply(edits, self.tr("Put this moment back")):
            announce(self, self.tr("It is as it was."))
        self._choose(self.list.key())

    def fit(self, em: float) -> None:
        """Side by side, or one below the other."""
        wide = em >= 44
        self._body.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

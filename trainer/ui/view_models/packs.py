"""View model of the shelf: the packs, one looked at, files added."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from trainer.ui.bridge import Desk, Outcome, PackCard


class PacksModel(QObject):
    """`changed` whenever what shows is different."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.packs: tuple[PackCard, ...] = ()
        self.chosen = ""
        self.told = Outcome()
        self.pending = ""

    def look_at(self, path: str) -> None:
        """A file was opened from outside: show it; nothing is added until a person says so."""
        self.pending = path
        self.changed.emit()

    def not_now(self) -> None:
        """Leave the file alone."""
        self.pending = ""
        self.changed.emit()

    def fresh(self) -> None:
        """Read the shelf."""
        self.packs = tuple(self._desk.packs())
        if self.chosen not in {pack.id for pack in self.packs}:
            self.chosen = self.packs[0].id if self.packs else ""
        self.changed.emit()

    def pack(self) -> PackCard | None:
        """The one looked at."""
        return next((pack for pack in self.packs if pack.id == self.chosen), None)

    def choose(self, pack: str) -> None:
        """Look at that one."""
        self.chosen = pack
        self.changed.emit()

    def add(self, path: str) -> None:
        """Add a file; it is checked first and nothing in it is run."""
        known = {pack.id for pack in self.packs}
        self.told = self._desk.add_pack(path)
        self.pending = ""
        self.packs = tuple(self._desk.packs())
        self.chosen = next((pack.id for pack in self.packs if pack.id not in known), self.chosen)
        self.fresh()

    def remove(self) -> None:
        """Take the chosen one off the shelf."""
        pack = self.pack()
        if pack is not None and not pack.built_in:
            self.told = self._desk.remove_pack(pack.id)
            self.fresh()

    def open_editor(self) -> None:
        """Write scenes oneself."""
        if not self._desk.open_editor():
            self.told = Outcome("no-editor")
            self.changed.emit()

"""View model of the shelf: the packs, one looked at, the cover of a file that was opened, folders beside the shelf."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QObject, Signal

from trainer.ui.bridge import Desk
from trainer.ui.bridge_packs import CheckedNow, PackCard, PackCover, ShelfFolder
from trainer.ui.outcome import Outcome

MOST_SHOWN = 40
"""Cards on the page at once; with thousands of packs a word finds the others."""

ORDER = ("own", "built-in", "beside")
"""What one was given comes first."""

QUESTIONS = ("older", "other-content", "other-maker")
"""Arrivals that a person is asked about: what stands on the shelf would be replaced."""


class PacksModel(QObject):
    """`changed` whenever what shows is different."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.packs: tuple[PackCard, ...] = ()
        self.folders: tuple[ShelfFolder, ...] = ()
        self.query = ""
        self.chosen = ""
        self.told = Outcome()
        self.cover: PackCover | None = None
        self.checked: CheckedNow | None = None
        self.words = ""
        self.giver = ""
        self._details: PackCard | None = None

    # --- the cover of a file ----------------------------------------------------------------------------------------

    def look_at(self, path: str) -> None:
        """A file was opened: show its cover; nothing is added until a person says so."""
        self.told, self.cover = self._desk.look_at_pack(path)
        self.checked, self.words, self.giver = None, "", ""
        if self.cover is not None:
            self._desk.check_pack(path, lambda found: self._found(path, found))
        self.changed.emit()

    def _found(self, path: str, found: CheckedNow) -> None:
        if self.cover is not None and self.cover.path == path:
            self.checked = found
            self.changed.emit()

    @property
    def asks(self) -> bool:
        """True when adding would replace something that a person is asked about first."""
        return self.cover is not None and self.cover.arrival in QUESTIONS

    def open_to(self) -> tuple[tuple[str, str], ...]:
        """Address and title of the scenes on the cover that can be gone into as the pack stands, beside the shelf."""
        return self.cover.open_to[:MOST_SHOWN] if self.cover is not None else ()

    def look_inside(self) -> None:
        """Read the words before adding; once more to close them."""
        if self.cover is not None:
            self.words = "" if self.words else self._desk.pack_words(self.cover.path)
            self.changed.emit()

    def add_shown(self) -> None:
        """Add the pack whose cover shows; what the cover asked has been answered by that."""
        cover = self.cover
        if cover is None:
            return
        self.told = self._desk.add_pack(cover.path, self.asks, self.giver)
        if self.told.ok:
            self.chosen = cover.card.id
            self.cover, self.words, self.query = None, "", ""
        self.fresh()

    def not_now(self) -> None:
        """Leave the file alone."""
        self.cover, self.words, self.told = None, "", Outcome()
        self.changed.emit()

    # --- the shelf ----------------------------------------------------------------------------------------------------

    def fresh(self) -> None:
        """Read the shelf, and look through the folders beside it in the background."""
        self._read()
        self._desk.look_again(self._looked)

    def _looked(self, different: bool) -> None:
        if different:
            self._read()

    def _read(self) -> None:
        self.packs = tuple(sorted(self._desk.packs(), key=lambda pack: ORDER.index(pack.origin)))
        self.folders = tuple(self._desk.shelf_folders())
        if self.chosen not in {pack.id for pack in self.packs}:
            self.chosen = self.packs[0].id if self.packs else ""
        self._details = None
        self.changed.emit()

    def search(self, query: str) -> None:
        """Show packs with these words."""
        if query != self.query:
            self.query = query
            self.changed.emit()

    def found(self) -> tuple[PackCard, ...]:
        """The packs that have every word of the search somewhere on their covers; own ones first."""
        words = _folded(self.query).split()
        if not words:
            return self.packs
        return tuple(pack for pack in self.packs if all(word in _searched(pack) for word in words))

    def shown(self) -> tuple[PackCard, ...]:
        """Those of them that stand on the page; the one looked at is always among them."""
        found = self.found()
        cards = found[:MOST_SHOWN]
        if self.chosen not in {pack.id for pack in cards}:
            cards += tuple(pack for pack in found if pack.id == self.chosen)
        return cards

    def pack(self) -> PackCard | None:
        """The one looked at, with its fingerprint."""
        if self._details is None or self._details.id != self.chosen:
            self._details = self._desk.pack(self.chosen) if self.chosen else None
        return self._details

    def choose(self, pack: str) -> None:
        """Look at that one."""
        self.chosen, self.told = pack, Outcome()
        self.changed.emit()

    def remove(self) -> None:
        """Take the chosen one off the shelf."""
        pack = self.pack()
        if pack is not None and pack.origin == "own":
            self.told = self._desk.remove_pack(pack.id)
            self.fresh()

    def hide(self) -> None:
        """Keep the chosen one's scenes out of sight, or show them again."""
        pack = self.pack()
        if pack is not None and pack.origin != "beside":
            self.told = self._desk.hide_pack(pack.id, not pack.hidden)
            self.fresh()

    def take(self) -> None:
        """Show the cover of the newer version, or of the pack that stands beside the shelf."""
        pack = self.pack()
        if pack is not None and (pack.update or pack.origin == "beside"):
            self.look_at(pack.update or pack.file)

    # --- folders beside the shelf -----------------------------------------------------------------------------------

    def add_folder(self, path: str) -> None:
        """Let a folder stand beside the shelf."""
        self.told = self._desk.add_shelf_folder(path)
        self.fresh()

    def remove_folder(self, path: str) -> None:
        """Let it stand there no longer."""
        self.told = self._desk.remove_shelf_folder(path)
        self.fresh()

    def open_editor(self) -> None:
        """Write scenes oneself."""
        if not self._desk.open_editor():
            self.told = Outcome("no-editor")
            self.changed.emit()


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _searched(pack: PackCard) -> str:
    return _folded(" ".join((pack.name, pack.about, pack.id, *pack.authors, pack.given_by, pack.setting)))

"""What the shelf remembers beside the packs: who gave one, which are hidden, which folders stand beside it.

One small file `shelf.json` in the folder of added packs. A damaged one is read as empty: the packs are all still there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

from trainer.storage.files import FileError, read_bytes, write_atomically

NAME = "shelf.json"
MOST_BYTES = 2_000_000


@dataclass(frozen=True, slots=True)
class Given:
    """Who gave a pack, in the trainee's own words, on which local day, and what the file was called."""

    by: str = ""
    on: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class Notes:
    """Everything noted, by the packs' ids; `sources` are folders, as they were given."""

    given: Mapping[str, Given] = field(default_factory=dict)
    hidden: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


class ShelfNotes:
    """Reads the notes when they are first needed; every change is on the disk before it holds. Raises FileError."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._now: Notes | None = None

    @property
    def now(self) -> Notes:
        """The notes as they are."""
        if self._now is None:
            self._now = self._read()
        return self._now

    def gave(self, pack: str, given: Given) -> None:
        """Note where a pack came from."""
        self._keep(replace(self.now, given={**self.now.given, pack: given}))

    def forget(self, pack: str) -> None:
        """The pack is gone; so is what was noted about it."""
        rest = {name: given for name, given in self.now.given.items() if name != pack}
        hidden = tuple(name for name in self.now.hidden if name != pack)
        if rest != self.now.given or hidden != self.now.hidden:
            self._keep(replace(self.now, given=rest, hidden=hidden))

    def forget_givers(self) -> None:
        """Nobody gave anything: part of erasing everything that is kept about the trainee."""
        if self.now.given:
            self._keep(replace(self.now, given={}))

    def hide(self, pack: str, hidden: bool) -> None:
        """Keep the pack's scenes out of sight, or show them again."""
        others = tuple(name for name in self.now.hidden if name != pack)
        self._keep(replace(self.now, hidden=(*others, pack) if hidden else others))

    def stand_beside(self, folder: str, wanted: bool) -> None:
        """Let a folder of packs stand beside the shelf, or no longer."""
        others = tuple(one for one in self.now.sources if one != folder)
        self._keep(replace(self.now, sources=(*others, folder) if wanted else others))

    def restore(self, notes: Notes) -> None:
        """The notes as they were, after something else could not be done."""
        self._keep(notes)

    def _keep(self, notes: Notes) -> None:
        write_atomically(self._path, msgspec.json.format(msgspec.json.encode(notes), indent=1))
        self._now = notes

    def _read(self) -> Notes:
        try:
            return msgspec.json.decode(read_bytes(self._path, MOST_BYTES), type=Notes)
        except (FileError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            return Notes()

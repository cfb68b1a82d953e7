"""The door of the shelf: a file is looked at first, then added when a person says so; packs are removed and hidden."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from trainer.covers import Pack
from trainer.packs.cover import pack_of
from trainer.packs.refusals import Refused
from trainer.packs.versions import ASKS, Arrival, Changes, arrival, changes
from trainer.packs.zip_layout import ENDING
from trainer.storage.files import FileError, sync_folder, trouble, write_atomically
from trainer.storage.pack_files import PackFiles, look_into, read_zip
from trainer.storage.pack_shelf import PackShelf, Standing
from trainer.storage.shelf_notes import Given, Notes

Code = Literal[
    "",
    "pack-refused",
    "pack-built-in",
    "pack-not-there",
    "pack-older",
    "pack-other-content",
    "pack-other-maker",
    "file-not-readable",
    "file-not-kept",
    "folder-not-there",
]

_QUESTIONS: dict[Arrival, Code] = {
    "older": "pack-older",
    "other-content": "pack-other-content",
    "other-maker": "pack-other-maker",
}


@dataclass(frozen=True, slots=True)
class Looked:
    """A file that was looked over and not added: its pack and texts, how it relates to what stands, what it changes."""

    files: PackFiles
    pack: Pack
    arrival: Arrival
    standing: Pack | None = None
    changes: Changes = Changes()
    built_in: bool = False


class PackDoor:
    """Everything that changes the shelf. Nothing here raises; a code and its detail tell how it went."""

    def __init__(self, shelf: PackShelf) -> None:
        self._shelf = shelf

    def look(self, path: Path, language: str = "en") -> tuple[Code, str, Looked | None]:
        """Look a file over without adding it: (code, detail, what was seen or None)."""
        try:
            looked, _ = self._look(path)
        except Refused as error:
            return "pack-refused", error.sentence(language), None
        except FileError as error:
            return "file-not-readable", error.path.name, None
        return "", looked.pack.id, looked

    def add(self, path: Path, language: str = "en", replace: bool = False, giver: str = "") -> tuple[Code, str]:
        """Put a `.practicepack` on the shelf after looking it over. A newer version replaces the one that stands.

        Returns a code and its detail: the sentence of a refusal in that language, or the pack's id when it went well.
        Without `replace` an older version, another content under the same version and a pack of somebody else under
        the same id are not added: the code is the question, the detail both versions (`1.2.0 → 1.0.0`).
        """
        try:
            looked, content = self._look(path)
        except Refused as error:
            return "pack-refused", error.sentence(language)
        except FileError as error:
            return "file-not-readable", error.path.name
        pack, standing = looked.pack, looked.standing
        if looked.built_in:
            return "pack-built-in", pack.id
        if standing is not None and looked.arrival in ASKS and not replace:
            return _QUESTIONS[looked.arrival], f"{standing.version} → {pack.version}"
        given = None
        if standing is None or looked.arrival != "same" or giver:
            given = Given(giver.strip()[:80], date.today().isoformat(), path.name[:160])
        return self._lay(looked, content, given)

    def _lay(self, looked: Looked, content: bytes, given: Given | None) -> tuple[Code, str]:
        """The file and what is noted of it, or neither; then the older ones go."""
        pack, notes = looked.pack.id, self._shelf.notes
        target, before = self._shelf.added / f"{looked.files.sha256}{ENDING}", self._shelf.notes.now
        older = [standing.files.path for standing in self._files_of(pack)]
        fresh = not target.is_file()
        try:
            if fresh or looked.arrival != "same":
                write_atomically(target, content)
            if given is not None:
                notes.gave(pack, given)
            self._take_older_ones(pack, target)
        except (FileError, OSError) as error:
            if all(path.exists() for path in older):
                self._undo(before, target if fresh else None)
            return "file-not-kept", error.reason if isinstance(error, FileError) else trouble(error, target).reason
        return "", pack

    def _undo(self, notes: Notes, fresh: Path | None) -> None:
        """The shelf as it was before something that could not be done whole."""
        with contextlib.suppress(FileError):
            if self._shelf.notes.now != notes:
                self._shelf.notes.restore(notes)
        with contextlib.suppress(OSError):
            if fresh is not None:
                fresh.unlink(missing_ok=True)

    def remove(self, pack: str) -> tuple[Code, str]:
        """Take an added pack off the shelf; what is kept about visits to it stays."""
        standing = self._shelf.standing(pack)
        if standing is None:
            return "pack-not-there", pack
        if standing.built_in or standing.files.is_folder:
            # A folder was put there by a person, by hand; so a person takes it away.
            return ("pack-built-in" if standing.built_in else "file-not-kept"), str(standing.files.path)
        before = self._shelf.notes.now
        try:
            # The note first: it can be written again, the file cannot.
            self._shelf.notes.forget(pack)
            self._take_older_ones(pack, None)
        except OSError:
            self._undo(before, None)
            return "file-not-kept", standing.files.path.name
        except FileError as error:
            return "file-not-kept", error.reason
        return "", pack

    def hide(self, pack: str, hidden: bool) -> tuple[Code, str]:
        """Keep a pack's scenes out of the garden and the list, or show them again."""
        if self._shelf.standing(pack) is None:
            return "pack-not-there", pack
        try:
            self._shelf.notes.hide(pack, hidden)
        except FileError as error:
            return "file-not-kept", error.reason
        return "", pack

    def stand_beside(self, folder: Path, wanted: bool = True) -> tuple[Code, str]:
        """Let a folder of packs stand beside the shelf, or no longer. Nothing in the folder is ever changed."""
        if wanted and not folder.is_dir():
            return "folder-not-there", str(folder)
        try:
            self._shelf.notes.stand_beside(str(folder), wanted)
        except FileError as error:
            return "file-not-kept", error.reason
        return "", str(folder)

    def _look(self, path: Path) -> tuple[Looked, bytes]:
        content = read_zip(path)
        files = look_into(content, path)
        pack = pack_of(files.texts, str(path), strict=True)
        standing = self._shelf.standing(pack.id)
        if standing is None:
            return Looked(files, pack, "new"), content
        how = arrival(standing.pack, standing.files.sha256, pack, files.sha256)
        return (
            Looked(files, pack, how, standing.pack, changes(standing.pack, pack), standing.built_in),
            content,
        )

    def _take_older_ones(self, pack: str, keep: Path | None) -> None:
        """Take away every file of that pack but the one to keep; the newer one is on the disk by now."""
        for standing in list(self._files_of(pack)):
            if standing.files.path != keep:
                standing.files.path.unlink(missing_ok=True)
        sync_folder(self._shelf.added)

    def _files_of(self, pack: str) -> list[Standing]:
        return [
            standing
            for standing in self._shelf.every_reading()
            if standing.pack.id == pack and not standing.built_in and not standing.files.is_folder
        ]

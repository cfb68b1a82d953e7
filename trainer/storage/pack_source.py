"""A centre's shelf: any folder with packs in it (a network drive, a synced folder, a stick), known by an index.

The index holds name, size, time of change and cover of each pack, and is kept in the cache folder, so that thousands of
packs are looked through without opening them again. A pack is looked over whole before anything but its cover is used.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from trainer.covers import Pack
from trainer.packs.cover import cover_of
from trainer.packs.refusals import Refused
from trainer.packs.zip_cover import cover_bytes
from trainer.packs.zip_layout import ENDING
from trainer.storage.files import FileError, read_bytes, write_atomically

MOST_PACKS = 20_000
DEEPEST = 3
"""Folders within folders that are looked into."""
INDEX_BYTES = 100_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """One file of the folder: what can be told without opening it, and its cover, or why it has none."""

    size: int
    changed: int
    cover: Pack | None = None
    refused: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class _Index:
    format: int = 1
    rows: Mapping[str, Row] = field(default_factory=dict)


class PackSource:
    """The packs of one folder. `refresh` may take a while the first time and may run on any one thread."""

    def __init__(self, folder: Path, cache: Path) -> None:
        self.folder = folder
        self.away = False
        """True when the folder was not there the last time; what was known of it stays."""
        name = hashlib.sha256(str(folder).encode("utf-8", "surrogateescape")).hexdigest()[:24]
        self._file = cache / f"{name}.json"
        self._rows: Mapping[str, Row] | None = None

    @property
    def rows(self) -> Mapping[str, Row]:
        """Name within the folder -> what is known of that file, as of the last look."""
        if self._rows is None:
            self._rows = self._kept()
        return self._rows

    def packs(self) -> Iterator[tuple[Path, Pack]]:
        """The packs whose cover can be read, with their files."""
        for name, row in self.rows.items():
            if row.cover is not None:
                yield self.folder / name, row.cover

    def refresh(self) -> bool:
        """Look again; True when anything is different. Never raises."""
        known = self.rows
        found: dict[str, Row] = {}
        try:
            for name, size, changed in _listed(self.folder):
                row = known.get(name)
                if row is None or (row.size, row.changed) != (size, changed):
                    row = _row(self.folder, name, size, changed)
                if row is not None:
                    found[name] = row
        except OSError:
            # Unplugged, unmounted, or going away while we looked: nothing is forgotten.
            was, self.away = self.away, True
            return not was
        was, self.away = self.away, False
        if found == known:
            return was
        self._rows = found
        self._keep(found)
        return True

    def _kept(self) -> Mapping[str, Row]:
        try:
            index = msgspec.json.decode(read_bytes(self._file, INDEX_BYTES), type=_Index)
        except (FileError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            return {}
        return index.rows if index.format == 1 else {}

    def _keep(self, rows: Mapping[str, Row]) -> None:
        try:
            write_atomically(self._file, msgspec.json.encode(_Index(1, rows)))
        except FileError:
            # A cache: next time the covers are read again.
            return


def _row(folder: Path, name: str, size: int, changed: int) -> Row | None:
    """What is known of a file; None when it went in this moment. Raises OSError when the whole folder did."""
    path = folder / name
    try:
        with path.open("rb") as file:

            def read(start: int, count: int) -> bytes:
                file.seek(start)
                return file.read(count)

            return Row(size, changed, cover_of(cover_bytes(size, read), str(path)))
    except Refused as refused:
        return Row(size, changed, None, refused.code, refused.detail)
    except OSError:
        if not folder.is_dir():
            raise
        return None


def _listed(folder: Path) -> Iterator[tuple[str, int, int]]:
    """Name, size and time of change of every pack file, sorted. Raises OSError when the folder is not there."""
    found: list[tuple[str, int, int]] = []
    _walk(str(folder), "", 0, found)
    yield from sorted(found)


def _walk(folder: str, before: str, depth: int, found: list[tuple[str, int, int]]) -> None:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".") or len(found) >= MOST_PACKS or not _can_be_kept(entry.name):
                continue
            if entry.name.endswith(ENDING):
                told = entry.stat(follow_symlinks=False)
                # Only real files: a pipe would be waited for, a link may lead anywhere.
                if stat.S_ISREG(told.st_mode):
                    found.append((before + entry.name, told.st_size, told.st_mtime_ns))
            elif depth < DEEPEST and entry.is_dir(follow_symlinks=False):
                with contextlib.suppress(PermissionError):
                    _walk(entry.path, f"{before}{entry.name}/", depth + 1, found)


def _can_be_kept(name: str) -> bool:
    """False for a file name that is no text (some systems allow any bytes)."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True

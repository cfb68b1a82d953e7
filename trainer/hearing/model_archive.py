"""Unpacking a speech model's zip file as if it came from a stranger: no way out of the folder, no links, no bombs."""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path, PurePosixPath

MOST_FILES = 500
MOST_BYTES = 3_000_000_000
MOST_RATIO = 200
"""Unpacked size over the zip file's size; the real speech models stay under 3."""

DEEPEST = 6
LONGEST_NAME = 200
_PIECE = 1 << 20


class ArchiveError(Exception):
    """The zip file is not to be unpacked; the text says why, in a few plain words."""


def top_folder(path: Path) -> str:
    """The one folder that everything in the zip file lies in, "" when there is none. Raises ArchiveError."""
    with _opened(path) as archive:
        tops = {PurePosixPath(name).parts[0] for name in archive.namelist() if PurePosixPath(name).parts}
    return tops.pop() if len(tops) == 1 else ""


def unpack(path: Path, folder: Path, advance: Callable[[int], None]) -> dict[str, int]:
    """Unpack into the new `folder`, without the common top folder; every file's size by name.

    `advance` gets the bytes written so far and may raise to stop. Raises ArchiveError, OSError.
    """
    top = top_folder(path)
    sizes: dict[str, int] = {}
    with _opened(path) as archive:
        wanted = _checked(archive, path.stat().st_size)
        folder.mkdir(parents=True)
        for entry in wanted:
            name = entry.filename.removeprefix(f"{top}/") if top else entry.filename
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            sizes[name] = _write(archive, entry, target, sum(sizes.values()), advance)
    return sizes


def _opened(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError) as error:
        raise ArchiveError("it is not a zip file, or it is damaged") from error


def _checked(archive: zipfile.ZipFile, packed: int) -> list[zipfile.ZipInfo]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > MOST_FILES:
        raise ArchiveError("it holds too many files")
    total = sum(entry.file_size for entry in entries)
    if total > MOST_BYTES or total > max(packed, 1) * MOST_RATIO:
        raise ArchiveError("it would become far too large")
    seen: set[str] = set()
    for entry in archive.infolist():
        _check_entry(entry)
        if entry.filename.casefold() in seen:
            raise ArchiveError("it holds the same name twice")
        seen.add(entry.filename.casefold())
    return entries


def _check_entry(entry: zipfile.ZipInfo) -> None:
    name = entry.filename
    parts = PurePosixPath(name).parts
    if name.startswith("/") or "\\" in name or ":" in name or "\0" in name or ".." in parts:
        raise ArchiveError("it holds a name that leads out of its folder")
    if not parts or len(parts) > DEEPEST or len(name) > LONGEST_NAME:
        raise ArchiveError("it holds a name that is too long")
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise ArchiveError("it holds a link or a device")
    if entry.flag_bits & 0x1:
        raise ArchiveError("it is locked with a password")


def _write(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path, before: int, advance: Callable[[int], None]
) -> int:
    written = 0
    try:
        # "x": two names that the file system takes for one must not overwrite each other.
        with archive.open(entry) as source, target.open("xb") as out:
            while piece := source.read(_PIECE):
                written += len(piece)
                if written > entry.file_size:
                    raise ArchiveError("it is larger than it says")
                out.write(piece)
                advance(before + written)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, zlib.error) as error:
        raise ArchiveError("it is damaged") from error
    except FileExistsError as error:
        raise ArchiveError("it holds the same name twice") from error
    return written

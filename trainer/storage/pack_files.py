"""A pack's files as bytes in memory: from a folder, or from a `.practicepack` that is never unpacked onto the disk."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.late import late
from trainer.packs.names_allowed import MANIFEST, check_names
from trainer.packs.refusals import Refused
from trainer.packs.zip_layout import ENDING, PACK_BYTES
from trainer.storage.files import FileError, read_bytes, trouble

if TYPE_CHECKING:
    from trainer.packs import archive
else:
    # Nothing is opened for the first picture of a shelf that is known.
    archive = late("trainer.packs.archive")

TEXT_BYTES = 512 * 1024
MOST_FILES = 2_000
TEXTS = (".toml", ".txt", ".plan")
FOLDERS = ("scenes", "translations", "rehearsals")

_HASH = re.compile(r"[0-9a-f]{64}")

Signature = tuple[tuple[str, int, int], ...]
"""Name, time of change and size of every file that was looked at: equal means that nothing has changed."""


@dataclass(frozen=True, slots=True)
class PackFiles:
    """The texts of a pack by name (`scenes/a.scene.txt`), where they came from, and a zip's fingerprint."""

    path: Path
    texts: Mapping[str, bytes]
    signature: Signature
    fingerprint: str = ""
    sha256: str = ""

    @property
    def is_folder(self) -> bool:
        """True for a folder, False for a `.practicepack`."""
        return not self.path.name.endswith(ENDING)


def signature_of(path: Path) -> Signature:
    """What can be told without reading. Raises FileError when it has gone."""
    try:
        return tuple(_stat(file, name) for name, file in _listed(path))
    except OSError as error:
        raise FileError("not-there", path) from error


def read_pack(path: Path) -> PackFiles:
    """The pack's texts. Raises FileError when it cannot be read, Refused when it is not as a pack must be."""
    signature = signature_of(path)
    if path.name.endswith(ENDING):
        return look_into(read_zip(path), path, signature)
    names = [name for name, _, _ in signature]
    if MANIFEST not in names:
        raise Refused("no-manifest")
    if len(names) > MOST_FILES:
        raise Refused("too-many", str(MOST_FILES))
    # A folder has no fingerprint yet: `fingerprint_of` reads pictures and sounds too, when somebody asks.
    return PackFiles(path, {name: read_bytes(path / name, TEXT_BYTES) for name in names}, signature)


def read_zip(path: Path) -> bytes:
    """The bytes of a `.practicepack`. Raises Refused when it is too large or no file at all, FileError otherwise."""
    try:
        told = path.stat()
    except OSError as error:
        raise trouble(error, path) from error
    if not stat.S_ISREG(told.st_mode):
        # A pipe or a device would be waited for.
        raise Refused("not-a-pack")
    if told.st_size > PACK_BYTES:
        raise Refused("too-large", f"{PACK_BYTES // 1024 // 1024} MB")
    return read_bytes(path, PACK_BYTES)


def look_into(content: bytes, path: Path, signature: Signature = ()) -> PackFiles:
    """The texts of a `.practicepack` in memory. Raises Refused when it is not as a pack must be."""
    opened = archive.open_pack(content)
    texts = {name: opened.files[name] for name in opened.files if name.endswith(TEXTS)}
    if _HASH.fullmatch(path.name.removesuffix(ENDING)) and path.name.removesuffix(ENDING) != opened.sha256:
        # On the shelf a pack is kept under its own hash.
        raise Refused("checksum", path.name)
    return PackFiles(path, texts, signature, opened.fingerprint, opened.sha256)


def read_media(pack: PackFiles, name: str) -> bytes:
    """A picture or a sound of the pack. Raises FileError, or Refused for a name that packs do not use."""
    check_names([name])
    if pack.is_folder:
        return read_bytes(pack.path / name)
    content = archive.open_pack(read_zip(pack.path)).files.get(name)
    if content is None:
        raise FileError("not-there", pack.path / name)
    return content


def fingerprint_of(pack: PackFiles) -> str:
    """Six spoken words for the pack as it would be built; "" for a folder that could not be built into one."""
    if pack.fingerprint:
        return pack.fingerprint
    try:
        return archive.open_pack(archive.build_pack(folder_files(pack.path))).fingerprint
    except (FileError, Refused, OSError):
        return ""


def folder_files(folder: Path) -> dict[str, bytes]:
    """Everything of a pack folder that would be built into its file, by name (notes of the makers, `*.md`, stay out).

    Raises FileError or OSError when something cannot be read.
    """
    return {name: read_bytes(Path(file)) for name, file in _walked(folder) if not name.endswith(".md")}


def _listed(path: Path) -> Iterator[tuple[str, str]]:
    """The files that `read_pack` would read: a zip itself, or a folder's texts by name."""
    if path.name.endswith(ENDING):
        yield path.name, str(path)
        return
    for name, file in _walked(path):
        folder = name.split("/", 1)[0]
        if name == MANIFEST or (folder in FOLDERS and name.endswith(TEXTS)):
            yield name, file


def _walked(path: Path) -> Iterator[tuple[str, str]]:
    """Every file of a folder by name, sorted, without following links out of it. Raises OSError when it has gone."""
    if not path.is_dir():
        raise FileNotFoundError(path)
    found: list[str] = []
    _walk(str(path), "", found)
    yield from ((name, f"{path}/{name}") for name in sorted(found))


def _walk(folder: str, before: str, found: list[str]) -> None:
    """Done each time a page asks what is on the shelf: with scandir it is a tenth of the work of `Path` objects."""
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith(".") or entry.is_symlink():
                    continue
                if entry.is_dir(follow_symlinks=False):
                    _walk(entry.path, f"{before}{entry.name}/", found)
                else:
                    found.append(before + entry.name)
    except OSError:
        return  # a folder within that cannot be opened is passed over, as os.walk does


def _stat(file: str, name: str) -> tuple[str, int, int]:
    found = os.stat(file)  # noqa: PTH116 - see _walk
    return name, found.st_mtime_ns, found.st_size

"""The pack shelf: packs that came with the program, packs that were added, and folders of a centre's packs."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from trainer.packs.archive import ENDING, open_pack, spoken
from trainer.packs.builder import build_scene
from trainer.packs.cover import heading_of, read_cover
from trainer.packs.refusals import Refused
from trainer.script import Heading, Pack, PackScene, Scene
from trainer.storage.files import FileError, read_bytes, write_atomically

LARGEST = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Shelved:
    """A pack on the shelf: where it is, its hash (of the file, or of a folder's contents), whether it came with us."""

    pack: Pack
    path: Path
    sha256: str
    built_in: bool


class PackShelf:
    """Reads packs when asked, and again only when their files changed. A folder that vanished is an empty one."""

    def __init__(self, shipped: Path, added: Path, sources: Sequence[Path] = ()) -> None:
        self._shipped = shipped
        self._added = added
        self._sources = tuple(sources)
        self._known: dict[Path, tuple[tuple[int, ...], Shelved | None]] = {}
        self._headings: dict[tuple[str, str, str], Heading] = {}

    # --- packs ------------------------------------------------------------------------------------------------

    def packs(self) -> tuple[Pack, ...]:
        """Every pack that can be read; the same id only once (one's own before a centre's, shipped first)."""
        return tuple(one.pack for one in self.shelved())

    def shelved(self) -> tuple[Shelved, ...]:
        """The packs with where they are."""
        found: dict[str, Shelved] = {}
        for path, built_in in self._places():
            one = self._read(path, built_in)
            if one is not None:
                found.setdefault(one.pack.id, one)
        return tuple(found.values())

    def _places(self) -> list[tuple[Path, bool]]:
        places = [(folder, True) for folder in _inside(self._shipped) if (folder / "pack.toml").is_file()]
        for shelf in (self._added, *self._sources):
            for path in _inside(shelf):
                if path.suffix == ENDING or (path / "pack.toml").is_file():
                    places.append((path, False))
        return places

    def _read(self, path: Path, built_in: bool) -> Shelved | None:
        mark = _mark(path)
        known = self._known.get(path)
        if known is not None and known[0] == mark:
            return known[1]
        try:
            if path.is_dir():
                files = folder_files(path)
                digest = hashlib.sha256(b"".join(name.encode() + b"\0" + files[name] for name in sorted(files)))
                one = Shelved(read_cover(files, str(path)), path, digest.hexdigest(), built_in)
            else:
                opened = open_pack(read_bytes(path, LARGEST))
                if path.parent == self._added and path.stem != opened.sha256:
                    raise Refused("checksum", path.name)
                one = Shelved(read_cover(opened.files, str(path)), path, opened.sha256, built_in)
        except (Refused, FileError, OSError):
            self._known[path] = (mark, None)
            return None
        self._known[path] = (mark, one)
        return one

    def _find(self, pack: str) -> Shelved | None:
        return next((one for one in self.shelved() if one.pack.id == pack), None)

    def fingerprint(self, pack: str) -> str:
        """Six words that tell this pack from others; "" when it is not here."""
        one = self._find(pack)
        return spoken(one.sha256) if one is not None else ""

    def is_built_in(self, pack: str) -> bool:
        """True for packs that came with the program."""
        one = self._find(pack)
        return one is not None and one.built_in

    # --- scenes -----------------------------------------------------------------------------------------------

    def headings(self, language: str) -> tuple[Heading, ...]:
        """The heading of every scene, in that language where it is written in it."""
        return tuple(self._heading(one, scene, language) for one in self.shelved() for scene in one.pack.scenes)

    def _heading(self, one: Shelved, scene: PackScene, language: str) -> Heading:
        key = (one.sha256, scene.id, language)
        if key not in self._headings:
            self._headings[key] = heading_of(one.pack, scene, language)
        return self._headings[key]

    def sheets(self, address: str, language: str) -> tuple[str, str | None] | None:
        """Source sheet and translation (None when it is the source language) of `pack/scene`; None when not here."""
        found = self._scene(address)
        if found is None:
            return None
        pack, scene = found
        translation = scene.sheets.get(language) if language != pack.source_language else None
        return scene.sheets[pack.source_language], translation

    def scene(self, address: str, language: str) -> Scene | None:
        """The scene at `pack/scene`, in that language where its words are complete, else in its own."""
        sheets = self.sheets(address, language)
        return _built(*sheets) if sheets is not None else None

    def _scene(self, address: str) -> tuple[Pack, PackScene] | None:
        name, _, wanted = address.partition("/")
        one = self._find(name)
        if one is None:
            return None
        return next(((one.pack, scene) for scene in one.pack.scenes if scene.id == wanted), None)

    # --- adding and removing ----------------------------------------------------------------------------------

    def add(self, path: Path, language: str = "en") -> tuple[str, str]:
        """Look a pack file over and keep it whole under its hash. ("", "") when done, else a code and a sentence."""
        try:
            content = read_bytes(path, LARGEST)
            opened = open_pack(content)
            read_cover(opened.files)
            write_atomically(self._added / f"{opened.sha256}{ENDING}", content)
        except Refused as refusal:
            return "pack-refused", refusal.sentence(language)
        except FileError as error:
            return f"file-{error.reason}", path.name
        self._replace_older(opened.sha256)
        return "", ""

    def _replace_older(self, sha256: str) -> None:
        """A newer version takes the older one's place; records stay, they go by address."""
        fresh = self._read(self._added / f"{sha256}{ENDING}", False)
        if fresh is None:
            return
        for path in _inside(self._added):
            one = self._read(path, False)
            if one is not None and one.pack.id == fresh.pack.id and one.path != fresh.path:
                path.unlink(missing_ok=True)
                self._known.pop(path, None)

    def remove(self, pack: str) -> tuple[str, str]:
        """Take an added pack away."""
        one = self._find(pack)
        if one is None:
            return "pack-unknown", pack
        if one.built_in or one.path.parent != self._added:
            return "pack-not-ours", pack
        try:
            one.path.unlink(missing_ok=True)
        except OSError:
            return "file-refused", pack
        self._known.pop(one.path, None)
        return "", ""


def folder_files(folder: Path) -> dict[str, bytes]:
    """The files of a pack folder by their names in the pack (hidden ones are left out)."""
    found = {}
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if path.is_file() and not path.is_symlink() and not any(part.startswith(".") for part in parts):
            found["/".join(parts)] = read_bytes(path, LARGEST)
    return found


def _inside(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _mark(path: Path) -> tuple[int, ...]:
    """Changes when the pack's files do."""
    try:
        if path.is_file():
            return (path.stat().st_mtime_ns, path.stat().st_size)
        inside = sorted(path.rglob("*"))
        return (len(inside), *(one.stat().st_mtime_ns for one in inside))
    except OSError:
        return ()


@lru_cache(maxsize=64)
def _built(source: str, translation: str | None) -> Scene | None:
    return build_scene(source, translation).scene

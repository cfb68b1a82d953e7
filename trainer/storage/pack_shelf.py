"""The shelf: packs that came with the program and packs that were added. A pack that vanished or broke is left out.

Everything is read anew when a file changed on the disk (a facilitator edits beside the running program). A
`.practicepack` stays one file: nothing in it is ever unpacked under a name it gives.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from trainer.packs.archive import ENDING
from trainer.packs.builder import Built, build_scene
from trainer.packs.refusals import Refused
from trainer.script import Heading, Pack, PackScene, Scene
from trainer.storage.files import FileError, read_bytes, sync_folder, write_atomically
from trainer.storage.pack_cover import pack_of
from trainer.storage.pack_files import (
    ZIP_BYTES,
    PackFiles,
    fingerprint_of,
    look_into,
    read_media,
    read_pack,
    signature_of,
)
from trainer.storage.pack_headings import heading_of

Code = Literal["", "pack-refused", "pack-built-in", "pack-not-there", "file-not-readable", "file-not-kept"]


@dataclass(frozen=True, slots=True)
class Trouble:
    """A pack on the shelf that cannot be shown: its file's name, and the reason as a Refused."""

    name: str
    reason: Refused


@dataclass(slots=True)
class _Standing:
    """A pack as it was read last."""

    files: PackFiles
    pack: Pack
    built_in: bool
    fingerprint: str | None = None


class PackShelf:
    """Packs of the folder `shipped` and packs added to the folder `added`. Nothing here raises."""

    def __init__(self, shipped: Path, added: Path) -> None:
        self._shipped, self._added = shipped, added
        self._standing: dict[Path, _Standing] = {}
        self._broken: dict[Path, Trouble] = {}
        self._headings: dict[tuple[str, str, int], Heading] = {}

    # --- looking ------------------------------------------------------------------------------------------------

    def packs(self) -> tuple[Pack, ...]:
        """The packs, shipped ones first, each by its name. An added pack never hides a shipped one."""
        return tuple(standing.pack for standing in self._now().values())

    def troubles(self) -> tuple[Trouble, ...]:
        """What stands on the shelf and cannot be shown."""
        self._now()
        return tuple(self._broken.values())

    def headings(self, language: str) -> tuple[Heading, ...]:
        """Every scene that is written in that language, without reading all of it; quick from the second time on."""
        return tuple(
            self._heading(pack, scene, language)
            for pack in self.packs()
            for scene in pack.scenes
            if language in scene.sheets
        )

    def sheets(self, address: str, language: str) -> tuple[str, str | None] | None:
        """The source sheet, and the translation where the language is another one; None when there is no such scene."""
        found = self._find(address)
        if found is None or language not in found[1].sheets:
            return None
        pack, scene = found
        translation = None if language == pack.source_language else scene.sheets[language]
        return scene.sheets[pack.source_language], translation

    def built(self, address: str, language: str) -> Built | None:
        """The scene with what was found on the way; None when there is no such scene."""
        sheets = self.sheets(address, language)
        if sheets is None:
            return None
        return build_scene(*sheets, file=address, translation_file=f"{address} ({language})")

    def scene(self, address: str, language: str) -> Scene | None:
        """The whole scene; None when there is none, or nothing in it can be played."""
        built = self.built(address, language)
        return built.scene if built is not None else None

    def fingerprint(self, pack: str) -> str:
        """Six words that can be compared over a telephone; "" when there is no such pack."""
        standing = self._now().get(pack)
        if standing is None:
            return ""
        if standing.fingerprint is None:
            standing.fingerprint = fingerprint_of(standing.files)
        return standing.fingerprint

    def is_built_in(self, pack: str) -> bool:
        """True for a pack that came with the program."""
        standing = self._now().get(pack)
        return standing is not None and standing.built_in

    def media(self, pack: str, name: str) -> bytes | None:
        """A picture or a sound of a pack; None when it is not there."""
        standing = self._now().get(pack)
        try:
            return read_media(standing.files, name) if standing is not None else None
        except (FileError, Refused):
            return None

    # --- adding and removing --------------------------------------------------------------------------------------

    def add(self, path: Path, language: str = "en") -> tuple[Code, str]:
        """Put a `.practicepack` on the shelf after looking it over. The same id again replaces the older pack.

        Returns a code and its detail: the sentence of a refusal in that language, or the pack's id when it went well.
        """
        try:
            content = read_bytes(path, ZIP_BYTES)
            pack = pack_of(look_into(content, path).texts)
        except Refused as error:
            return "pack-refused", error.sentence(language)
        except FileError as error:
            return "file-not-readable", error.path.name
        if self.is_built_in(pack.id):
            return "pack-built-in", pack.id
        try:
            write_atomically(self._added / f"{pack.id}{ENDING}", content)
        except FileError as error:
            return "file-not-kept", error.reason
        return "", pack.id

    def remove(self, pack: str) -> tuple[Code, str]:
        """Take an added pack off the shelf; what is kept about visits to it stays."""
        standing = self._now().get(pack)
        if standing is None:
            return "pack-not-there", pack
        if standing.built_in or standing.files.is_folder:
            # A folder was put there by a person, by hand; so a person takes it away.
            return ("pack-built-in" if standing.built_in else "file-not-kept"), str(standing.files.path)
        try:
            standing.files.path.unlink(missing_ok=True)
        except OSError:
            return "file-not-kept", standing.files.path.name
        sync_folder(self._added)
        return "", pack

    # --- reading ---------------------------------------------------------------------------------------------------

    def _now(self) -> dict[str, _Standing]:
        """The packs by id as they are on the disk at this moment."""
        found: dict[str, _Standing] = {}
        seen: set[Path] = set()
        for path, built_in in self._places():
            seen.add(path)
            standing = self._read(path, built_in)
            if standing is not None:
                found.setdefault(standing.pack.id, standing)
        for gone in [path for path in self._standing if path not in seen]:
            del self._standing[gone]
        for gone in [path for path in self._broken if path not in seen]:
            del self._broken[gone]
        return found

    def _places(self) -> Iterator[tuple[Path, bool]]:
        for folder, built_in in ((self._shipped, True), (self._added, False)):
            try:
                inside = sorted(folder.iterdir())
            except OSError:
                continue
            for path in inside:
                if not path.name.startswith(".") and (path.name.endswith(ENDING) or (path / "pack.toml").is_file()):
                    yield path, built_in

    def _read(self, path: Path, built_in: bool) -> _Standing | None:
        try:
            signature = signature_of(path)
            known = self._standing.get(path)
            if known is not None and known.files.signature == signature:
                return known
            files = read_pack(path)
            standing = _Standing(files, pack_of(files.texts, str(path)), built_in)
        except Refused as error:
            self._broken[path] = Trouble(path.name, error)
            self._standing.pop(path, None)
            return None
        except FileError:
            self._standing.pop(path, None)
            return None
        self._broken.pop(path, None)
        self._standing[path] = standing
        return standing

    def _find(self, address: str) -> tuple[Pack, PackScene] | None:
        pack, _, scene = address.partition("/")
        standing = self._now().get(pack)
        if standing is None:
            return None
        found = next((one for one in standing.pack.scenes if one.id == scene), None)
        return (standing.pack, found) if found is not None else None

    def _heading(self, pack: Pack, scene: PackScene, language: str) -> Heading:
        source, told = scene.sheets[pack.source_language], scene.sheets[language]
        key = (f"{pack.id}/{scene.id}", language, hash((source, told)))
        if key not in self._headings:
            self._headings[key] = heading_of(pack.id, scene, source, told)
        return self._headings[key]

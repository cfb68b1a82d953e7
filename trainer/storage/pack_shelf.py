"""The shelf: packs that came with the program and packs that were added. A pack that vanished or broke is left out.

Everything is read anew when a file changed on the disk (a facilitator edits beside the running program). A
`.practicepack` stays one file under its own hash: nothing in it is ever unpacked under a name it gives. Folders of
other people's packs may stand beside the shelf (`pack_source`); their packs are looked over whole when one is used.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from trainer.covers import Heading, Pack, PackScene
from trainer.late import late
from trainer.packs.refusals import Refused
from trainer.packs.zip_layout import ENDING
from trainer.storage.collecting import no_collection
from trainer.storage.files import FileError
from trainer.storage.pack_files import PackFiles, Signature, fingerprint_of, read_media, read_pack, signature_of
from trainer.storage.pack_index import Known, PackIndex, Texts, emptied, filled_later
from trainer.storage.shelf_notes import Given, ShelfNotes

if TYPE_CHECKING:
    from trainer.packs import builder, cover, versions
    from trainer.script import Scene
    from trainer.storage import pack_headings, pack_source
    from trainer.storage.pack_source import PackSource
else:
    # A shelf that is known from its index needs none of these for the first picture.
    builder = late("trainer.packs.builder")
    cover = late("trainer.packs.cover")
    versions = late("trainer.packs.versions")
    pack_headings = late("trainer.storage.pack_headings")
    pack_source = late("trainer.storage.pack_source")

Origin = Literal["built-in", "own", "beside"]


@dataclass(frozen=True, slots=True)
class Trouble:
    """A pack on the shelf that cannot be shown: its file's name, and the reason as a Refused."""

    name: str
    reason: Refused


@dataclass(frozen=True, slots=True)
class Shelved:
    """A pack as the shelf lists it: its cover, where it stands, and what the trainee noted.

    `file` is the pack itself. `update` is the file of a newer version that stands in a folder beside the shelf.
    """

    pack: Pack
    origin: Origin
    file: Path
    hidden: bool = False
    given: Given = Given()
    update: Path | None = None


@dataclass(slots=True)
class Standing:
    """A pack as it was read last; its headings by language once somebody asked for them."""

    files: PackFiles
    pack: Pack
    built_in: bool
    fingerprint: str | None = None
    headings: dict[str, tuple[Heading, ...]] = field(default_factory=dict)
    texts: Texts | None = None


class PackShelf:
    """Packs of the folder `shipped`, packs in the folder `added`, and folders beside. Nothing here raises."""

    def __init__(self, shipped: Path, added: Path, cache: Path | None = None) -> None:
        """`cache`: where the indexes of folders beside the shelf are kept; they may vanish at any time."""
        self._shipped, self.added = shipped, added
        self._cache = cache if cache is not None else added.parent / "cache" / "shelves"
        self.notes = ShelfNotes(added)
        self._standing: dict[Path, Standing] = {}
        self._broken: dict[Path, Trouble] = {}
        self._broken_as: dict[Path, Signature] = {}
        # Packs that came with the program apart: what the map draws is known without reading of thousands of others.
        self._index = {True: PackIndex(self._cache), False: PackIndex(self._cache, "added")}
        self._index_is_old = False
        self._lock = threading.RLock()
        self._scene: tuple[object, Scene | None] | None = None
        self._sources: dict[str, PackSource] = {}

    # --- looking ------------------------------------------------------------------------------------------------

    def packs(self) -> tuple[Pack, ...]:
        """The packs, shipped ones first, each by its name. An added pack never hides a shipped one."""
        return tuple(standing.pack for standing in self._now().values())

    def standing(self, pack: str) -> Standing | None:
        """A pack of the shelf itself, as it was read; None when there is none of that id."""
        return self._now().get(pack)

    def every_reading(self) -> tuple[Standing, ...]:
        """Every pack file and folder of the shelf, also those that another version stands before."""
        self._now()
        return tuple(self._standing.values())

    def troubles(self) -> tuple[Trouble, ...]:
        """What stands on the shelf and cannot be shown."""
        self._now()
        return tuple(self._broken.values())

    def headings(self, language: str) -> tuple[Heading, ...]:
        """Every scene in that language, without reading all of it and without hidden packs; quick the second time."""
        hidden = self.notes.now.hidden
        with self._lock:
            shown = [standing for standing in self._now().values() if standing.pack.id not in hidden]
            self._index_is_old |= any(language not in standing.headings for standing in shown)
            found = tuple(heading for standing in shown for heading in _headings(standing, language))
            if self._index_is_old:
                self._index_is_old = False
                self._keep_index()
        return found

    def shipped_headings(self, language: str) -> tuple[Heading, ...]:
        """The first of `headings`: those that came with the program, without a look at the packs that were added."""
        hidden = self.notes.now.hidden
        with self._lock:
            read = [self._read(path, True) for path in _packs_in(self._shipped)]
            shown = [standing for standing in read if standing is not None and standing.pack.id not in hidden]
            self._index_is_old |= any(language not in standing.headings for standing in shown)
            return tuple(heading for standing in shown for heading in _headings(standing, language))

    def _keep_index(self) -> None:
        """A pack came, changed or went, or was looked at in another language for the first time."""
        for built_in, index in self._index.items():
            index.keep(
                {
                    str(path): Known(
                        one.files.signature,
                        emptied(one.pack),
                        one.files.fingerprint,
                        one.files.sha256,
                        dict(one.headings),
                    )
                    for path, one in self._standing.items()
                    if one.built_in == built_in
                }
            )

    def sheets(self, address: str, language: str) -> tuple[str, str | None] | None:
        """The source sheet, and the translation where the language is another one; None when there is no such scene."""
        found = self._find(address)
        if found is None or language not in found[1].sheets:
            return None
        pack, scene = found
        translation = None if language == pack.source_language else scene.sheets[language]
        return scene.sheets[pack.source_language], translation

    def source_language(self, address: str) -> str:
        """The language a scene was written in; "" when there is no such scene."""
        found = self._find(address)
        return found[0].source_language if found is not None else ""

    def scene(self, address: str, language: str) -> Scene | None:
        """The whole scene; None when there is none, or nothing in it can be played."""
        sheets = self.sheets(address, language)
        if sheets is None:
            return None
        key = (address, language, sheets)
        if self._scene is None or self._scene[0] != key:
            # The preview, its first words and the visit ask for the same one after another.
            other = f"{address} ({language})"
            with no_collection():  # it was 40 ms of the window's time where a sheet has a translation
                built = builder.build_scene(*sheets, file=address, translation_file=other, once=True)
            self._scene = key, built.scene
        return self._scene[1]

    def goals(self, addresses: Iterable[str], language: str) -> dict[tuple[str, str], str]:
        """(address, goal's name) to its words, of many scenes at one look, without building any."""
        now = self._now()
        found: dict[tuple[str, str], str] = {}
        for address in addresses:
            pack, _, id_ = address.partition("/")
            standing = now.get(pack) or self._beside(pack)
            if standing is None:
                continue
            for scene in standing.pack.scenes:
                if scene.id == id_ and language in scene.sheets:
                    said = pack_headings.goals_of(scene.sheets[standing.pack.source_language], scene.sheets[language])
                    found |= {(address, name): text for name, text in said.items()}
        return found

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

    # --- folders beside the shelf ---------------------------------------------------------------------------------

    def sources(self) -> tuple[PackSource, ...]:
        """The folders that stand beside the shelf, as they were looked through last."""
        wanted = self.notes.now.sources
        for gone in [folder for folder in self._sources if folder not in wanted]:
            del self._sources[gone]
        for folder in wanted:
            if folder not in self._sources:
                self._sources[folder] = pack_source.PackSource(Path(folder), self._cache)
        return tuple(self._sources[folder] for folder in wanted)

    def refresh_sources(self) -> bool:
        """Look through the folders beside the shelf; True when anything is different. May take seconds."""
        different = [source.refresh() for source in self.sources()]
        return any(different)

    def shelved(self) -> tuple[Shelved, ...]:
        """Everything to be seen on the shelf: built-in, own, then the packs beside that are not here already."""
        notes = self.notes.now
        beside: dict[str, tuple[Path, Pack]] = {}
        for source in self.sources():
            for file, pack in source.packs():
                known = beside.get(pack.id)
                if known is None or versions.version_of(pack.version) > versions.version_of(known[1].version):
                    beside[pack.id] = (file, pack)
        rows = []
        for standing in self._now().values():
            pack = standing.pack
            origin: Origin = "built-in" if standing.built_in else "own"
            other = beside.pop(pack.id, None)
            newer = other is not None and versions.version_of(other[1].version) > versions.version_of(pack.version)
            update = other[0] if other is not None and newer and origin == "own" else None
            given = notes.given.get(pack.id, Given())
            rows.append(Shelved(pack, origin, standing.files.path, pack.id in notes.hidden, given, update))
        rows += [
            Shelved(pack, "beside", file, pack.id in notes.hidden)
            for file, pack in sorted(beside.values(), key=lambda one: (one[1].id, one[0]))
        ]
        return tuple(rows)

    # --- reading ---------------------------------------------------------------------------------------------------

    def _now(self) -> dict[str, Standing]:
        """The packs by id as they are on the disk at this moment; of two added ones the newer version stands."""
        with self._lock:
            return self._look()

    def _look(self) -> dict[str, Standing]:
        found: dict[str, Standing] = {}
        seen: set[Path] = set()
        for path, built_in in self._places():
            seen.add(path)
            standing = self._read(path, built_in)
            if standing is None:
                continue
            known = found.get(standing.pack.id)
            if known is None or (not known.built_in and _newer(standing, known)):
                found[standing.pack.id] = standing
        for gone in [path for path in self._standing if path not in seen]:
            del self._standing[gone]
            self._index_is_old = True
        for gone in [path for path in self._broken if path not in seen]:
            del self._broken[gone]
        return found

    def _places(self) -> Iterator[tuple[Path, bool]]:
        for folder, built_in in ((self._shipped, True), (self.added, False)):
            for path in _packs_in(folder):
                yield path, built_in

    def _read(self, path: Path, built_in: bool) -> Standing | None:
        signature: Signature = ()
        try:
            signature = signature_of(path)
            known = self._standing.get(path)
            if known is not None and known.files.signature == signature:
                return known
            if path in self._broken and self._broken_as.get(path) == signature:
                return None  # it was looked over whole, and nothing of it has changed since
            told = self._index[built_in].known(path, signature)
            self._index_is_old |= told is None
            standing = _read(path, built_in) if told is None else _from_index(path, built_in, told)
        except Refused as error:
            self._broken[path] = Trouble(path.name, error)
            self._broken_as[path] = signature
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
        standing = self._now().get(pack) or self._beside(pack)
        if standing is None:
            return None
        found = next((one for one in standing.pack.scenes if one.id == scene), None)
        return (standing.pack, found) if found is not None else None

    def _beside(self, pack: str) -> Standing | None:
        """A pack of a folder beside the shelf, looked over whole now."""
        for source in self.sources():
            for path, shown in source.packs():
                if shown.id == pack:
                    try:
                        files = read_pack(path)
                        return Standing(
                            files, cover.pack_of(files.texts, str(path), strict=True), False, files.fingerprint
                        )
                    except (Refused, FileError):
                        continue
        return None


def _packs_in(folder: Path) -> list[Path]:
    try:
        inside = sorted(folder.iterdir())
    except OSError:
        return []
    return [
        path
        for path in inside
        if not path.name.startswith(".") and (path.name.endswith(ENDING) or (path / "pack.toml").is_file())
    ]


def _read(path: Path, built_in: bool) -> Standing:
    """Raises Refused and FileError."""
    files = read_pack(path)
    return Standing(
        files, cover.pack_of(files.texts, str(path), not files.is_folder), built_in, files.fingerprint or None
    )


def _from_index(path: Path, built_in: bool, known: Known) -> Standing:
    """Without opening it."""
    files = PackFiles(path, {}, known.signature, known.fingerprint, known.sha256)

    def texts() -> Texts:
        if standing.texts is None:
            try:
                scenes = _read(path, built_in).pack.scenes
            except (Refused, FileError):
                return {}
            standing.texts = {scene.id: scene.sheets for scene in scenes}
        return standing.texts

    pack = filled_later(known.pack, texts)
    standing = Standing(files, pack, built_in, known.fingerprint or None, dict(known.headings))
    return standing


def _headings(standing: Standing, language: str) -> tuple[Heading, ...]:
    if language not in standing.headings:
        pack = standing.pack
        standing.headings[language] = tuple(
            pack_headings.heading_of(pack.id, scene, scene.sheets[pack.source_language], scene.sheets[language])
            for scene in pack.scenes
            if language in scene.sheets
        )
    return standing.headings[language]


def _newer(one: Standing, other: Standing) -> bool:
    """True when `one` should stand instead of `other`: a higher version, or the same and a whole file."""
    return (versions.version_of(one.pack.version), not one.files.is_folder) > (
        versions.version_of(other.pack.version), not other.files.is_folder
    )  # fmt: skip

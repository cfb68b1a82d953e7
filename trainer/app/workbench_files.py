"""The desk's disk: pack folders, sheets, new packs. Drafts and versions are `DeskFiles`' work."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from trainer.app import workbench_manifest as manifest
from trainer.editor.bridge import FolderEntry, SheetEntry, Template
from trainer.editor.model import writing
from trainer.editor.model.document import SheetDocument
from trainer.packs.plans import PLAN
from trainer.packs.reader import read_sheet
from trainer.storage.files import FileError, read_bytes, write_atomically
from trainer.ui.bridge import Outcome

SHEET = ".scene.txt"
MANIFEST = "pack.toml"
MOST_FOLDERS = 40


def own_packs(environment: dict[str, str] | None = None) -> Path:
    """Where one's own packs live: `Documents/Engawa`, or beside the data when that was moved (`ENGAWA_HOME`)."""
    given = os.environ if environment is None else environment
    home = given.get("ENGAWA_HOME", "").strip()
    if home:
        return Path(home).expanduser().absolute() / "my-packs"
    documents = given.get("XDG_DOCUMENTS_DIR", "").strip()
    folder = Path(documents) if documents and sys.platform.startswith("linux") else Path.home() / "Documents"
    return folder / "Engawa"


def heading(text: str) -> tuple[str, str, str]:
    """A sheet's title, id and language, from its head alone ("" where they are missing)."""
    found = {"scene": "", "id": "", "language": ""}
    for line in read_sheet("\n".join(text.splitlines()[:60])).lines:
        if line.kind == "head" and line.key in found and not found[line.key]:
            found[line.key] = line.text
        if line.kind == "moment":
            break
    return found["scene"], found["id"], found["language"]


def folder_name(title: str) -> str:
    """A folder's name for a title: letters of any language, digits and hyphens."""
    plain = "".join(c if unicodedata.category(c)[0] in "LN" else "-" for c in unicodedata.normalize("NFC", title))
    return "-".join(part for part in plain.split("-") if part)[:40].lower() or "scene"


def read_folder(folder: Path) -> FolderEntry | None:
    """The pack folder and its sheets; None when it is none."""
    scenes = folder / "scenes"
    if not (folder / MANIFEST).is_file() and not scenes.is_dir():
        return None
    sheets = []
    found = scenes.glob(f"*{SHEET}") if scenes.is_dir() else ()
    for path in sorted(found, key=lambda one: one.name.removesuffix(SHEET)):
        title, _, language = heading(_text(path))
        others = {one.parent.name: one for one in sorted(folder.glob(f"translations/*/{path.name}")) if one.is_file()}
        sheets.append(SheetEntry(title or path.name.removesuffix(SHEET), path, language, others))
    name = sheets[0].title if len(sheets) == 1 else folder.name
    return FolderEntry(name, folder, tuple(sheets))


def _text(path: Path) -> str:
    try:
        return read_bytes(path).decode("utf-8-sig", errors="replace")
    except FileError:
        return ""


def _called(text: str, name: str) -> str:
    """The sheet with that id: two scenes of a pack never share one."""
    document = SheetDocument(text)
    document.apply(writing.set_head(document, "id", name))
    return document.text


class FolderDrawer:
    """Pack folders in one's own place, and new ones."""

    def __init__(self, home: Path, templates: Path) -> None:
        self._home, self._templates = home, templates

    def home(self) -> Path:
        """Where one's own packs live."""
        return self._home

    def folders(self) -> Sequence[FolderEntry]:
        """The pack folders there, the one that was worked on last first."""
        if not self._home.is_dir():
            return ()
        found = [one for one in self._home.iterdir() if one.is_dir() and (one / MANIFEST).is_file()]
        found.sort(key=lambda one: max((f.stat().st_mtime for f in one.rglob(f"*{SHEET}")), default=0.0), reverse=True)
        entries = (read_folder(one) for one in found[:MOST_FOLDERS])
        return tuple(entry for entry in entries if entry is not None)

    def folder(self, path: Path) -> FolderEntry | None:
        """The pack folder at that path, or the one a sheet or its `pack.toml` stands in."""
        place = path if path.is_dir() else path.parent
        for one in (place, *place.parents[:2]):
            if (one / MANIFEST).is_file():
                return read_folder(one)
        return read_folder(place) if path.is_dir() else None

    def templates(self, language: str) -> Sequence[Template]:
        """Filled scenes in that language, in the order of their names."""
        found = []
        for path in sorted((self._templates / language).glob(f"*{SHEET}")):
            text = _text(path)
            title, _, _ = heading(text)
            about = next((line.text for line in read_sheet(text).lines if line.key == "about"), "")
            found.append(Template(path.name.removesuffix(SHEET), title, about, text))
        return tuple(found)

    # --- new things ---------------------------------------------------------------------------------------------

    def new_pack(self, title: str, language: str, text: str) -> tuple[Outcome, Path | None]:
        """A new pack folder with this one sheet in it."""
        name, number = folder_name(title), 1
        folder = self._home / name
        while folder.exists():
            number += 1
            folder = self._home / f"{name}-{number}"
        try:
            cover = manifest.new_manifest(title or name, language, date.today().isoformat())
            write_atomically(folder / MANIFEST, cover.encode("utf-8"))
        except FileError:
            return Outcome("not-kept", str(folder)), None
        return self.new_sheet(folder, text)

    def new_sheet(self, folder: Path, text: str) -> tuple[Outcome, Path | None]:
        """One more sheet; its file is called after its id."""
        _, name, _ = heading(text)
        name, number = name or "scene", 1
        path = folder / "scenes" / f"{name}{SHEET}"
        while path.exists():
            number += 1
            path = folder / "scenes" / f"{name}-{number}{SHEET}"
        if number > 1:
            text = _called(text, f"{name}-{number}")
        try:
            write_atomically(path, text.encode("utf-8"))
            self.sync(folder)
        except FileError:
            return Outcome("not-kept", path.name), None
        return Outcome(), path

    def new_translation(self, source: Path, language: str, text: str) -> tuple[Outcome, Path | None]:
        """A translation's sheet beside its source."""
        folder = source.parent.parent
        path = folder / "translations" / language / source.name
        if path.exists():
            return Outcome(), path
        try:
            write_atomically(path, text.encode("utf-8"))
            self.sync(folder)
        except FileError:
            return Outcome("not-kept", path.name), None
        return Outcome(), path

    def sync(self, folder: Path) -> None:
        """The cover sheet names the scenes and languages that are there. Raises FileError."""
        entry = read_folder(folder)
        cover = folder / MANIFEST
        if entry is None or not cover.is_file():
            return
        text = read_bytes(cover).decode("utf-8-sig", errors="replace")
        scenes = [
            (heading(_text(one.path))[1] or one.path.name.removesuffix(SHEET), f"scenes/{one.path.name}")
            for one in entry.sheets
        ]
        languages = sorted({language for one in entry.sheets for language in one.translations})
        titles = {
            language: heading(_text(path))[0] for one in entry.sheets for language, path in one.translations.items()
        }
        made = manifest.with_scenes(text, scenes, languages, titles)
        if made != text:
            write_atomically(cover, made.encode("utf-8"))

    def plans(self, folder: Path, scene: str) -> Sequence[Path]:
        """The rehearsal plans of a scene: what stands before the first dot of their names is its id."""
        place = folder / "rehearsals"
        return sorted(one for one in place.glob(f"*{PLAN}") if one.name.partition(".")[0] == scene and scene)

    def read_any(self, path: Path) -> tuple[Outcome, bytes]:
        """A file somebody chose."""
        try:
            return Outcome(), read_bytes(path, 64_000_000)
        except FileError as error:
            return Outcome(f"file-{error.reason}", path.name), b""

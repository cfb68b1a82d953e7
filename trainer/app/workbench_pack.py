"""The desk's pack: pictures and sounds with their credit, the state of translations, building the one file."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from trainer.app import workbench_manifest as manifest
from trainer.app.workbench_files import MANIFEST, FolderDrawer
from trainer.editor.bridge import Built, Media
from trainer.packs.archive import build_pack, open_pack
from trainer.packs.refusals import Refused
from trainer.storage.files import FileError, read_bytes, read_text, write_atomically
from trainer.storage.pack_files import folder_files
from trainer.ui.bridge import Outcome

STATUS = "status.toml"


class PackDrawer:
    """Implements the editor's `PackPort`."""

    def __init__(self, folders: FolderDrawer) -> None:
        self._folders = folders

    def media(self, folder: Path) -> Sequence[Media]:
        """Pictures and sounds that the cover names, with their sizes."""
        try:
            listed = manifest.media_of(read_text(folder / MANIFEST))
        except FileError:
            return ()
        return tuple(replace(one, size=_size(folder / one.file)) for one in listed if (folder / one.file).is_file())

    def add_media(self, folder: Path, name: str, content: bytes, about: Media) -> Outcome:
        """The file, and its entry on the cover; a name that is taken gets a number."""
        place, number, fresh = folder / name, 1, False
        try:
            while place.exists() and place.read_bytes() != content:
                number += 1
                stem, _, ending = name.rpartition(".")
                place = folder / f"{stem}-{number}.{ending}"
            cover = read_text(folder / MANIFEST)
            fresh = not place.exists()
            write_atomically(place, content)
            file = place.relative_to(folder).as_posix()
            write_atomically(folder / MANIFEST, manifest.with_media(cover, replace(about, file=file)).encode("utf-8"))
        except (FileError, OSError):
            if fresh:  # a picture that no cover names is not left lying there
                with contextlib.suppress(OSError):
                    place.unlink()
            return Outcome("not-kept", name)
        return Outcome()

    def build(self, folder: Path, target: Path) -> Built:
        """The pack's one file, written whole or not at all."""
        try:
            self._folders.sync(folder)
            content = build_pack(folder_files(folder))
            opened = open_pack(content)
            write_atomically(target, content)
        except Refused as refusal:
            return Built(Outcome("pack-refused", str(refusal)))
        except (FileError, OSError):
            return Built(Outcome("not-kept", target.name))
        return Built(Outcome(), target, opened.fingerprint, len(content))

    def read_translation_state(self, folder: Path, language: str) -> str:
        """The text of `status.toml`; "" when there is none."""
        try:
            return read_text(folder / "translations" / language / STATUS)
        except FileError:
            return ""

    def write_translation_state(self, folder: Path, language: str, text: str) -> Outcome:
        """Keep it."""
        return self.write(folder / "translations" / language / STATUS, text.encode("utf-8"))

    def write(self, path: Path, content: bytes) -> Outcome:
        """Write a file somebody asked for."""
        try:
            write_atomically(path, content)
        except FileError:
            return Outcome("not-kept", path.name)
        return Outcome()


def _size(path: Path) -> int:
    try:
        return len(read_bytes(path))
    except FileError:
        return 0

"""What the shelf knows of its packs without opening them: an index in the cache, by name, size and time of change.

Thousands of scenes would otherwise be read at every start, and their texts held in memory. Only covers and headings are
believed from here; a scene that is opened is read from its pack, which is looked over whole then (decision 0221).
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

from trainer import __version__
from trainer.covers import Heading, Pack
from trainer.storage.files import FileError, read_bytes
from trainer.storage.pack_files import Signature

FORMAT = 1
BYTES = 200_000_000
Texts = Mapping[str, Mapping[str, str]]
"""By scene: its sheets by language."""


@dataclass(frozen=True, slots=True)
class Known:
    """A pack as it was read once. Its scenes' sheets are empty texts here, and their headings are by language."""

    signature: Signature
    pack: Pack
    fingerprint: str
    sha256: str
    headings: Mapping[str, tuple[Heading, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Index:
    format: int = 0
    program: str = ""
    packs: Mapping[str, Known] = field(default_factory=dict)


class LaterSheets(Mapping[str, str]):
    """A scene's sheets, read from the pack when the first of them is wanted; "" when the pack has gone or broke."""

    def __init__(self, scene: str, languages: tuple[str, ...], texts: Callable[[], Texts]) -> None:
        self._scene, self._languages, self._texts = scene, languages, texts

    def __getitem__(self, language: str) -> str:
        if language not in self._languages:
            raise KeyError(language)
        return self._texts().get(self._scene, {}).get(language, "")

    def __iter__(self) -> Iterator[str]:
        return iter(self._languages)

    def __len__(self) -> int:
        return len(self._languages)


class PackIndex:
    """The file of the index. Nothing here raises; without it everything is read as if it were new."""

    def __init__(self, folder: Path, name: str = "shelf") -> None:
        self._file = folder / f"{name}.msgpack"
        self._known: Mapping[str, Known] | None = None

    def known(self, path: Path, signature: Signature) -> Known | None:
        """The pack of that file or folder if it has not changed since."""
        if self._known is None:
            self._known = self._kept()
        found = self._known.get(str(path))
        return found if found is not None and found.signature == signature else None

    def keep(self, packs: Mapping[str, Known]) -> None:
        """These stand on the shelf now, by their path."""
        self._known = packs
        with contextlib.suppress(OSError):
            # Not synced: a cache that is torn by a power cut is read anew.
            self._file.parent.mkdir(parents=True, exist_ok=True)
            beside = self._file.with_name(f".{self._file.name}.{os.getpid()}.{threading.get_ident()}.new")
            beside.write_bytes(msgspec.msgpack.encode(_Index(FORMAT, __version__, packs)))
            beside.replace(self._file)

    def _kept(self) -> Mapping[str, Known]:
        try:
            index = msgspec.msgpack.decode(read_bytes(self._file, BYTES), type=_Index)
        except (FileError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            return {}
        # Another version of the program may read covers and headings otherwise.
        return index.packs if (index.format, index.program) == (FORMAT, __version__) else {}


def emptied(pack: Pack) -> Pack:
    """The pack with its languages and without its texts."""
    return replace(
        pack,
        scenes=tuple(replace(scene, sheets=dict.fromkeys(scene.sheets, "")) for scene in pack.scenes),
    )


def filled_later(pack: Pack, texts: Callable[[], Texts]) -> Pack:
    """An emptied pack whose texts come when they are wanted."""
    return replace(
        pack,
        scenes=tuple(replace(scene, sheets=LaterSheets(scene.id, tuple(scene.sheets), texts)) for scene in pack.scenes),
    )

"""`.practicepack`: inspected whole in memory, built the same every time. Nothing is ever extracted by a given name."""

from __future__ import annotations

import hashlib
import io
import tomllib
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from trainer.packs.media import check_media
from trainer.packs.names_allowed import MANIFEST, check_names
from trainer.packs.refusals import Refused
from trainer.packs.text_size import ALL_TEXT_BYTES, check_text
from trainer.packs.zip_layout import Entry, entries

FORMAT = 1
MANIFEST_BYTES, TEXT_BYTES = 64 * 1024, 512 * 1024
FEATURES: frozenset[str] = frozenset()
"""Names that `needs` may hold and this version has."""
_MEDIA = ("images/", "sounds/")
_MOST_DOTS = 200
_EPOCH = (1980, 1, 1, 0, 0, 0)

_MORAE = (
    *(consonant + vowel for consonant in ("k", "s", "t", "n", "h", "m", "r") for vowel in "aiueo"),
    "ya",
    "yu",
    "yo",
    "wa",
)


class Inside(Mapping[str, bytes]):
    """The files of a zip by name, each opened when it is asked for: a pack of 64 MB is never held twice."""

    def __init__(self, zipped: bytes, found: tuple[Entry, ...]) -> None:
        self._zipped = zipped
        self._entries = {entry.name: entry for entry in found}

    def __getitem__(self, name: str) -> bytes:
        return self._entries[name].open(self._zipped)

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)


@dataclass(frozen=True, slots=True)
class Opened:
    """A pack that passed every limit: its files by name, and the hash of the whole."""

    files: Mapping[str, bytes]
    sha256: str

    @property
    def fingerprint(self) -> str:
        """Six short words that can be read out over a telephone, in English and in Japanese."""
        return spoken(self.sha256)


def spoken(sha256: str) -> str:
    """A hash as six words of two sounds each (63 of its 256 bits): enough to tell packs apart, not a signature."""
    number = int(sha256, 16)
    words = []
    for _ in range(6):
        number, first = divmod(number, len(_MORAE))
        number, second = divmod(number, len(_MORAE))
        words.append(_MORAE[first] + _MORAE[second])
    return " ".join(words)


def open_pack(zipped: bytes) -> Opened:
    """Look a pack over and give its files; Refused (one sentence) when anything is not as a pack must be."""
    found = entries(zipped)
    check_names(entry.name for entry in found)
    if MANIFEST not in {entry.name for entry in found}:
        raise Refused("no-manifest")
    if sum(entry.size for entry in found if not entry.name.startswith(_MEDIA)) > ALL_TEXT_BYTES:
        raise Refused("too-large", f"{ALL_TEXT_BYTES // 1024 // 1024} MB")
    files = Inside(zipped, found)
    listed = _manifest(files)
    for name in files:
        content = files[name]
        if name != MANIFEST and listed[name] != hashlib.sha256(content).hexdigest():
            raise Refused("checksum", name)
        _content(name, content)
    return Opened(files, hashlib.sha256(zipped).hexdigest())


def _content(name: str, content: bytes) -> None:
    if name.startswith(_MEDIA):
        check_media(name, content)
        return
    if len(content) > (MANIFEST_BYTES if name == MANIFEST else TEXT_BYTES):
        raise Refused("too-large", name)
    check_text(name, content)
    if name.endswith(".toml") and winds(content.decode("utf-8")):
        raise Refused("long", name)


def manifest_of(files: Mapping[str, bytes]) -> dict[str, Any]:
    """The cover sheet as data; Refused when it cannot be read. Never more than its 64 KB are looked at."""
    content = files[MANIFEST]
    if len(content) > MANIFEST_BYTES:
        raise Refused("too-large", MANIFEST)
    check_text(MANIFEST, content)
    text = content.decode("utf-8")
    if winds(text):
        raise Refused("manifest", "a key of many parts")
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        raise Refused("manifest", str(error).splitlines()[0] if str(error) else "") from error


def winds(cover: str) -> bool:
    """True when a line has so many dots that reading its keys would take minutes (the time grows with their square)."""
    return any(line.count(".") > _MOST_DOTS for line in cover.splitlines())


def _manifest(files: Mapping[str, bytes]) -> Mapping[str, Any]:
    """The list of checksums; refused when the sheet is of another time, or names other files than there are."""
    manifest = manifest_of(files)
    made = manifest.get("format")
    if not isinstance(made, int) or isinstance(made, bool) or made < 1:
        raise Refused("manifest", "format")
    if made > FORMAT:
        raise Refused("newer")
    needs = manifest.get("needs", [])
    if not isinstance(needs, list):
        raise Refused("manifest", "needs")
    for need in needs:
        if not isinstance(need, str) or need not in FEATURES:
            raise Refused("needs", str(need))
    listed = manifest.get("files")
    if not isinstance(listed, dict):
        raise Refused("manifest", "files")
    for name in files:
        if name != MANIFEST and name not in listed:
            raise Refused("unlisted", name)
    for name in listed:
        if name not in files:
            raise Refused("damaged", str(name))
    return listed


def build_pack(files: Mapping[str, bytes]) -> bytes:
    """The pack of these files (`pack.toml` without its [files] table); the same bytes every time.

    What is built is opened again before it is given out: a pack that would be refused is refused here.
    """
    if MANIFEST not in files:
        raise Refused("no-manifest")
    plain = {name: content for name, content in files.items() if name != MANIFEST}
    manifest = manifest_of(files)
    manifest.pop("files", None)
    cover = files[MANIFEST].decode("utf-8").split("\n[files]\n")[0].rstrip() + "\n\n[files]\n"
    rows = "".join(f'"{name}" = "{hashlib.sha256(content).hexdigest()}"\n' for name, content in sorted(plain.items()))
    together = {MANIFEST: (cover + rows).encode(), **dict(sorted(plain.items()))}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as zipped:
        for name, content in together.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.external_attr = 0o100644 << 16
            info.create_system = 3
            packed = len(content) > 200 and not name.startswith(_MEDIA)
            info.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
            zipped.writestr(info, content, compresslevel=9)
    built = stream.getvalue()
    open_pack(built)
    return built

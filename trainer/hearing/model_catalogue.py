"""Speech models that can be installed, read from assets/speech_models.toml."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}")
_LANGUAGE_IN_NAME = re.compile(r"vosk-(?:model-)?(?:small-|big-|toy-)?([a-z]{2})(?:-|$)")


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """One installable speech model; `bytes` is the size of the zip file, 0 when unknown."""

    id: str
    language: str
    engine: str
    url: str
    bytes: int = 0
    sha256: str = ""
    md5: str = ""
    licence: str = ""


def read_catalogue(path: Path) -> tuple[CatalogueEntry, ...]:
    """Every entry. Raises ValueError (tomllib's own, or with the entry's id) when the file is not as it should be."""
    listed = tomllib.loads(path.read_text(encoding="utf-8")).get("model", [])
    entries = tuple(CatalogueEntry(**entry) for entry in listed)
    for entry in entries:
        if not is_id(entry.id) or not (entry.sha256 or entry.md5):
            raise ValueError(f"speech model {entry.id!r} needs a plain id and a checksum")
    return entries


def is_id(name: str) -> bool:
    """Fit to be a folder's name on every system: small letters, digits, dot, dash, underscore."""
    return bool(_ID.fullmatch(name))


def language_in(name: str) -> str:
    """The language a Vosk model's name tells ("vosk-model-small-ja-0.22" is "ja"), else ""."""
    found = _LANGUAGE_IN_NAME.match(name)
    return found.group(1) if found else ""

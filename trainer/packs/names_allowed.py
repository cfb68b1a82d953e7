"""Which file names and kinds may stand in a pack: a closed list, the same on every computer."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from trainer.packs.refusals import Refused

MANIFEST = "pack.toml"
NAME_LENGTH, PART_BYTES, LEVELS = 160, 100, 4
FOLDERS: dict[str, tuple[str, ...]] = {
    "": (".toml", ".txt", ".md"),
    "scenes": (".scene.txt",),
    "translations": (".scene.txt", ".toml", ".txt"),
    "rehearsals": (".plan",),
    "images": (".png", ".jpg", ".jpeg", ".webp"),
    "sounds": (".wav", ".ogg", ".opus", ".mp3"),
}
"""Folder -> endings. Everything else is refused: no code, no markup, no fonts, no archives."""
TOP = frozenset({MANIFEST, "README.txt", "LICENSE.txt"})
DEVICES = re.compile(r"(?i)^(con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³]) *(\.|$)")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}\Z")
_LIKE_A_PATH = frozenset("\u2044\u2215\u29f8\u29f9\uff0f\uff3c\ufe68")
"""Signs that look like a slash, or become one where letters are made alike."""
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
_NO_FIRST = (".", "-", "~")
_MARKS = set('<>:"|?*\\')
_ODD = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def check_names(names: Iterable[str]) -> None:
    """Refuse the pack when any name could mean different things on different computers."""
    seen: dict[str, str] = {}
    for name in names:
        _one(name)
        folded = unicodedata.normalize("NFKC", name).casefold()
        if folded in seen:
            raise Refused("same-name", name)
        seen[folded] = name


def _one(name: str) -> None:
    parts = name.split("/")
    if not name or len(name) > NAME_LENGTH or len(parts) > LEVELS or unicodedata.normalize("NFC", name) != name:
        raise Refused("name", name)
    for part in parts:
        if (
            not part
            or unicodedata.normalize("NFKC", part).startswith(_NO_FIRST)
            or part != part.strip().strip(".")
            or any(piece != piece.strip() for piece in part.split("."))
            or _LIKE_A_PATH & set(part)
            or _UNSEEN.search(part)
            or len(part.encode()) > PART_BYTES
            or _MARKS & set(part)
            or DEVICES.match(part)
            or any(unicodedata.category(character) in _ODD for character in part)
        ):
            raise Refused("name", name)
    _kind(name, parts)


def _kind(name: str, parts: list[str]) -> None:
    if len(parts) == 1:
        if name not in TOP:
            raise Refused("kind", name)
        return
    endings = FOLDERS.get(parts[0])
    deep = 3 if parts[0] == "translations" else 2
    if parts[0] == "translations" and len(parts) == deep and not _LANGUAGE.match(parts[1]):
        raise Refused("kind", name)
    if endings is None or len(parts) != deep or not parts[-1].endswith(endings):
        raise Refused("kind", name)

"""View model of help: where to turn if one needs someone now. Read from a file per language; never opened by itself."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to turn to. `way` is "chat", "text", "mail", "phone" or "web"; `hours` and `note` are plain words."""

    name: str
    way: str
    reach: str
    hours: str = ""
    note: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class HelpPage:
    """Contacts in the order to show them, and the day somebody last looked whether they are right."""

    verified_on: str = ""
    contacts: tuple[Contact, ...] = ()


def read_help(folder: Path, language: str) -> HelpPage:
    """The page of that language; an empty one when the file is missing or cannot be read."""
    try:
        data = tomllib.loads((folder / f"{language}.toml").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return HelpPage()
    rows = data.get("contact", [])
    found = []
    for row in rows if isinstance(rows, list) else []:
        if isinstance(row, dict) and row.get("name") and row.get("reach"):
            found.append(Contact(**{key: str(row.get(key, "")) for key in Contact.__slots__}))
    return HelpPage(str(data.get("verified_on", "")), tuple(found))

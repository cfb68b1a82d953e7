"""View model of help: where to turn if one needs someone now. Read from a file per language; never opened by itself."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from trainer.ui.bridge import Desk


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


class HelpModel(QObject):
    """The block of text for somebody who helps; looked up beside the screen when it is asked for."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.text = ""
        self.busy = False

    def look(self) -> None:
        """Look what works on this computer. Nothing personal is in it, and nothing is sent."""
        if self.busy:
            return
        self.busy = True
        self.changed.emit()
        self._desk.later(self._desk.help_text, self._done)

    def _done(self, text: str) -> None:
        self.busy, self.text = False, text
        self.changed.emit()

    def fresh(self) -> None:
        """Come to the page: what was looked up before may be old."""
        self.text = ""

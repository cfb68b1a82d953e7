"""Where in the program we are: the one thing that says which page shows."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Signal

PageName = Literal[
    "first",
    "home",
    "preview",
    "practice",
    "after",
    "journal",
    "packs",
    "settings",
    "help",
    "records",
    "door",
    "microphone",
]


class Route(QObject):
    """The present page and what it is about (a scene's address). `changed` after every move."""

    changed = Signal()

    def __init__(self, page: PageName) -> None:
        super().__init__()
        self.page: PageName = page
        self.address = ""
        self._back: list[tuple[PageName, str]] = []

    def go(self, page: PageName, address: str = "") -> None:
        """Go to that page; going where one already is changes nothing."""
        if (page, address) == (self.page, self.address):
            return
        if self.page not in ("first", "practice", "after", "door"):
            self._back = [*self._back[-19:], (self.page, self.address)]
        self.page, self.address = page, address
        self.changed.emit()

    def back(self) -> None:
        """To where one came from, or home."""
        page, address = self._back.pop() if self._back else ("home", "")
        if page == self.page and address == self.address:
            page, address = "home", ""
        self.page, self.address = page, address
        self.changed.emit()

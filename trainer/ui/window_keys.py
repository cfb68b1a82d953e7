"""The keys of the main window: hide, leave, help, and what one asks of a visit."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from trainer.ui.screens import Screens
from trainer.ways import WAYS

if TYPE_CHECKING:
    from trainer.ui.view_models.practice import PracticeModel


class Shown(Protocol):
    """What the keys have to know of the window."""

    @property
    def screens(self) -> Screens:
        """The pages and what they show."""

    @property
    def hidden(self) -> bool:
        """Does the plain page show?"""

    @property
    def page(self) -> QWidget | None:
        """The page that shows, or stands behind the plain page."""

    def toggle_hide(self) -> None:
        """Hide, or come back."""


class WindowKeys:
    """Shortcuts that work on every page; behind the plain page only the one that comes back."""

    def __init__(self, window: QWidget, shown: Shown) -> None:
        self._window, self._shown, self._screens = window, shown, shown.screens
        self._key("F9", shown.toggle_hide)
        self._key("Esc", self._escape)
        self._key("F1", self._help)
        self._key("F5", self._asks(lambda practice: practice.repeat()))
        self._key("Ctrl+B", self._asks(_breath))
        self._key("Ctrl+D", self._asks(lambda practice: practice.set_drawer(not practice.drawer)))
        self._key("Ctrl+H", self._asks(lambda practice: practice.help()))
        for number, way in enumerate(WAYS, start=1):
            self._key(f"Ctrl+{number}", self._asks(lambda practice, w=way: practice.set_way(w)))  # type: ignore[misc]

    def _key(self, keys: str, call: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self._window)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(call)

    def _asks(self, wish: Callable[[PracticeModel], object]) -> Callable[[], None]:
        def asked() -> None:
            if not self._shown.hidden and self._screens.route.page == "practice":
                wish(self._screens.practice)

        return asked

    def _help(self) -> None:
        """Help does not interrupt a visit."""
        if not self._shown.hidden and self._screens.route.page not in ("practice", "first", "door"):
            self._screens.route.go("help")

    def _escape(self) -> None:
        if self._shown.hidden:
            return
        if self._screens.route.page == "practice":
            practice = self._screens.practice
            if practice.view.phase == "ended":
                self._screens.route.go("after")
            else:
                practice.escape()
            return
        escape = getattr(self._shown.page, "escape", None)
        if callable(escape):
            escape()


def _breath(practice: PracticeModel) -> None:
    if practice.view.phase == "breathing":
        practice.breathe_end()
    else:
        practice.breathe()

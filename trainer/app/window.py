"""Opens the window over the real house, and puts everything away when it closes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from trainer.app.desk import LiveDesk
from trainer.app.house import House
from trainer.app.other_start import name_for
from trainer.app.starting import AfterFirstPicture
from trainer.app.tidying import AfterEachPage
from trainer.late import late
from trainer.storage.paths import assets, places
from trainer.ui.application import make_application, make_window
from trainer.ui.opening import Opening

if TYPE_CHECKING:
    from trainer.app import one_window
else:
    one_window = late("trainer.app.one_window")


def open_window(pack: Path | None = None, tape: Path | None = None) -> int:
    """Show the window until it is closed; returns the exit status."""
    application = make_application(assets())
    house = House()
    desk = LiveDesk(house, tape)
    window = make_window(desk, assets())
    opening = Opening(window.screens, window)

    def opened(given: str) -> None:
        if given:
            opening.open(given)
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()

    listening: list[one_window.OneWindow] = []

    def stands() -> None:
        house.warm(house.settings.practice_language)
        listening.append(one_window.OneWindow(name_for(places().data), opened))
        window.screens.home.get_ready()

    if pack is not None:
        opening.open(str(pack.absolute()))

    # After the first picture: what the first scene will need, an ear for other starts, and the part of the shelf that
    # it did not show.
    AfterFirstPicture(window, stands)
    AfterEachPage(window)
    window.show()
    try:
        return int(application.exec())
    finally:
        for one in listening:
            one.close()
        desk.close()

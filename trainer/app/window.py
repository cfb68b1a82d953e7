"""Opens the window over the real house, and puts everything away when it closes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer

from trainer.app.desk import LiveDesk
from trainer.app.house import House
from trainer.storage.paths import assets
from trainer.ui.application import make_application, make_window


def open_window(pack: Path | None = None, tape: Path | None = None) -> int:
    """Show the window until it is closed; returns the exit status."""
    application = make_application(assets())
    house = House()
    desk = LiveDesk(house, tape)
    window = make_window(desk, assets())
    if pack is not None:
        window.screens.packs.look_at(str(pack))
        window.screens.route.go("packs")
    window.show()
    # After the first frame: what the first scene will need.
    QTimer.singleShot(0, lambda: house.warm(house.settings.practice_language))
    try:
        return int(application.exec())
    finally:
        desk.close()

"""Opens the facilitator's desk by itself, and puts everything away when it closes."""

from __future__ import annotations

from pathlib import Path

from trainer.app.desk import LiveDesk
from trainer.app.house import House
from trainer.storage.paths import assets
from trainer.ui.application import make_application
from trainer.ui.translation import Translations


def open_desk(path: Path | None = None) -> int:
    """Show the desk until it is closed; returns the exit status."""
    application = make_application(assets())
    house = House()
    translations = Translations(assets() / "translations")
    translations.use(house.settings.screen_language)
    desk = LiveDesk(house)
    desk.open_editor(str(path) if path is not None else "")
    try:
        return int(application.exec())
    finally:
        desk.close()
        translations.clear()

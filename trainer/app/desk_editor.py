"""The desk's editor drawer: the facilitator's window, opened beside the program's own or by itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from trainer.app.house import House
from trainer.app.hub import Hub
from trainer.app.workbench import LiveBench
from trainer.editor.view_models.desk import DeskModel
from trainer.editor.views.window import DeskWindow
from trainer.ui.bridge import Desk
from trainer.ui.view_models.settings import SettingsModel


def make_desk_window(
    house: House, hub: Hub, desk: Desk, path: Path | None = None, closed: Callable[[], None] | None = None
) -> DeskWindow:
    """The facilitator's window over the house, with that folder or sheet open, not yet shown."""
    bench = LiveBench(house, hub)
    model = DeskModel(bench)

    def gone() -> None:
        bench.close()
        if closed is not None:
            closed()

    window = DeskWindow(model, SettingsModel(desk), gone)
    if path is not None:
        model.open_path(path)
    return window

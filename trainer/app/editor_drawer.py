"""The desk's editor drawer: the facilitator's window, loaded only when it is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from trainer.app.house import House
from trainer.app.hub import Hub

if TYPE_CHECKING:
    from trainer.editor.views.window import DeskWindow
    from trainer.ui.bridge import Desk


class EditorDrawer:
    """Implements `open_editor` of the screens' `Desk`. One window; asking again brings it to the front."""

    def __init__(self, house: House, hub: Hub) -> None:
        self._editor_house, self._editor_hub = house, hub
        self._editor: DeskWindow | None = None

    def open_editor(self, address: str = "") -> bool:
        """Open the facilitator's desk, with the sheet or folder at that path if one is given."""
        path = Path(address).expanduser() if address else None
        if self._editor is None:
            from trainer.app.desk_editor import make_desk_window  # noqa: PLC0415 - half the program, for facilitators

            desk = cast("Desk", self)
            self._editor = make_desk_window(self._editor_house, self._editor_hub, desk, path, self._editor_gone)
        elif path is not None:
            self._editor.model.open_path(path)
        self._editor.show()
        self._editor.raise_()
        self._editor.activateWindow()
        return True

    def tell_editor(self) -> None:
        """The settings have changed: the desk's look follows."""
        if self._editor is not None:
            self._editor.settings.look_changed.emit()

    def _editor_gone(self) -> None:
        if self._editor is not None:
            self._editor.deleteLater()
            self._editor = None

    def close_editor(self) -> None:
        """The program ends: what is written is kept."""
        if self._editor is not None:
            self._editor.close()

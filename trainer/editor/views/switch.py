"""Which view the middle shows: lines, map, translation, pictures, versions; in a narrow window the side's too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from trainer.editor.view_models.desk import DeskModel
from trainer.editor.views.lines_view import LinesView
from trainer.editor.views.map_view import MapView
from trainer.editor.views.outline import Outline
from trainer.editor.views.pictures import PicturesView
from trainer.editor.views.side import SidePanel
from trainer.editor.views.translation import TranslationView
from trainer.editor.views.versions import VersionsView
from trainer.ui.kit.segmented import Option, Segmented
from trainer.ui.theme import Look


@dataclass(frozen=True, slots=True)
class View:
    """A view of the scene. `side`: in a wide window it stands beside the others."""

    key: str
    name: str
    icon: str
    widget: QWidget
    side: bool = False


def make_views(look: Look, model: DeskModel, outline: Outline, lines: LinesView, side: SidePanel) -> dict[str, View]:
    """Every view, in the order of the switch."""
    views = (
        View("lines", QCoreApplication.translate("Views", "Lines"), "list", lines),
        View("map", QCoreApplication.translate("Views", "Map"), "map", MapView(look, model.sheet, outline)),
        View(
            "translation",
            QCoreApplication.translate("Views", "Translation"),
            "language",
            TranslationView(look, model, outline),
        ),
        View("pictures", QCoreApplication.translate("Views", "Pictures, sounds"), "picture", PicturesView(look, model)),
        View("versions", QCoreApplication.translate("Views", "Versions"), "again", VersionsView(look, model)),
        View("try", QCoreApplication.translate("Views", "Try words"), "chat", side.trying, True),
        View("hear", QCoreApplication.translate("Views", "Hear it"), "hear", side.hear, True),
        View("notes", QCoreApplication.translate("Views", "Notes"), "note", side.notes, True),
    )
    return {view.key: view for view in views}


class ViewSwitch(Segmented):
    """One tab stop, arrows inside; Ctrl with a digit from everywhere."""

    def __init__(self, look: Look, views: Mapping[str, View], key: str) -> None:
        options = [Option(view.key, view.name, view.icon) for view in views.values()]
        self._narrow = False
        self._sides: list[str] = []
        super().__init__(look, QCoreApplication.translate("Views", "What the middle shows"), options, key, "tab")
        self._sides = [view.key for view in views.values() if view.side]

    def keys(self) -> list[str]:
        """The views that can be chosen now."""
        return [key for key, button in self.buttons.items() if not button.isHidden()]

    def show_key(self, key: str) -> None:
        """Show this one as chosen."""
        self.set_key(key)
        self._words()

    def show_sides(self, shown: bool) -> None:
        """In a narrow window the side's parts are views of their own, and only the chosen one has its word."""
        self._narrow = shown
        for key in self._sides:
            self.buttons[key].setVisible(shown)
        self._words()

    def _words(self) -> None:
        for button in self.buttons.values():
            button.set_icon_only(self._narrow and not button.isChecked())

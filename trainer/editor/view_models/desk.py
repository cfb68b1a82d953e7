"""View model of the whole desk: which folder and sheet are open, which page shows, what was told last."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal, Protocol

from PySide6.QtCore import QObject, Signal

from trainer.editor.bridge import Built, FolderEntry, SheetEntry, Template, Workbench
from trainer.editor.model.playing import Start
from trainer.editor.view_models.renaming import Renaming
from trainer.editor.view_models.sheet import SheetModel
from trainer.script import Scene
from trainer.ui.bridge import Outcome


class PlayStart(Protocol):
    """A practice that can begin: the scene as it stands on the desk, and where in it."""

    @property
    def scene(self) -> Scene:
        """The scene."""

    @property
    def start(self) -> Start:
        """Where to begin."""

    @property
    def moment(self) -> str:
        """The moment's name."""

    def values(self) -> str:
        """What is remembered on arrival, in one line."""


DeskPage = Literal["start", "guided", "sheet", "share", "play"]


class DeskModel(QObject):
    """`moved` when another page is to show; `told` when there is something to say (`outcome`).

    `notes_changed` when the notes of what was translated were written from elsewhere.
    """

    moved = Signal()
    told = Signal()
    notes_changed = Signal()

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self.bench = bench
        self.sheet = SheetModel(bench)
        self.others: list[SheetModel] = []
        """Other sheets of the scene that are open: its translation."""
        self.renaming = Renaming(self)
        self.page: DeskPage = "start"
        self.folder: FolderEntry | None = None
        self.entry: SheetEntry | None = None
        self.language = ""
        """Which of the sheet's languages is being edited; "" for its own."""
        self.outcome = Outcome()
        self.carried: tuple[str, ...] = ()
        """What could not be carried over from a story that was brought from elsewhere."""
        self.playing: PlayStart | None = None
        """What is practised on the page "play"."""
        self.adding = False
        """Is what is begun next one more scene of the open pack?"""
        self.view = "lines"
        self.side = "try"

    def go(self, page: DeskPage) -> None:
        """Show that page."""
        if page != self.page:
            self.page = page
            self.moved.emit()

    def tell(self, outcome: Outcome) -> bool:
        """Say how something went; True when it went well."""
        self.outcome = outcome
        self.told.emit()
        return outcome.ok

    # --- opening ------------------------------------------------------------------------------------------------

    def folders(self) -> Sequence[FolderEntry]:
        """One's own pack folders."""
        return self.bench.folders()

    def templates(self, language: str) -> Sequence[Template]:
        """Scenes to begin with."""
        return self.bench.templates(language)

    def open_path(self, path: Path) -> bool:
        """Open a pack folder, a sheet in one, or a sheet that stands alone."""
        folder = self.bench.folder(path)
        if folder is not None:
            self.folder = folder
            entry = next((one for one in folder.sheets if path in (one.path, *one.translations.values())), None)
            entry = entry or (folder.sheets[0] if folder.sheets else None)
            if entry is None:
                return self.tell(Outcome("folder-empty", folder.name))
            return self.open_sheet(entry)
        if path.is_file():
            self.folder = None
            return self.open_sheet(SheetEntry(path.name.removesuffix(".scene.txt"), path, ""))
        return self.tell(Outcome("no-pack-here", path.name))

    def open_sheet(self, entry: SheetEntry) -> bool:
        """Edit this sheet from now on."""
        self.sheet.keep_now()
        read = self.bench.read(entry.path)
        if not read.outcome.ok:
            return self.tell(read.outcome)
        self.entry, self.adding = entry, False
        self.tell(Outcome("recovered") if read.recovered else Outcome())
        self.sheet.open(entry.path, read.content)
        self.page = "sheet"
        self.moved.emit()
        return True

    def begin(self, title: str, language: str, text: str) -> bool:
        """A new pack with this sheet in it, open (or one more scene of the open pack)."""
        if self.adding:
            return self.add_sheet(text)
        outcome, path = self.bench.new_pack(title, language, text)
        if path is None or not outcome.ok:
            return self.tell(outcome)
        return self.open_path(path)

    def begin_with(self, template: Template, language: str) -> bool:
        """A new pack with a copy of that template, open."""
        return self.begin(template.title, language, template.text)

    def add_sheet(self, text: str) -> bool:
        """One more scene in the open pack."""
        if self.folder is None:
            return False
        self.adding = False
        outcome, path = self.bench.new_sheet(self.folder.path, text)
        if path is None or not outcome.ok:
            return self.tell(outcome)
        return self.open_path(path)

    def rename_moment(self, old: str, new: str, label: str) -> bool:
        """Another name for a moment: in the sheet, its translations and its rehearsal plans; undo takes all back."""
        return self.renaming.rename(old, new, label)

    def add_scene(self) -> None:
        """Choose what one more scene of the open pack begins from."""
        self.sheet.keep_now()
        self.adding = self.folder is not None
        self.go("start")

    def bring(self, path: Path, language: str) -> bool:
        """A story from elsewhere as a draft; what could not be carried is listed."""
        outcome, text, left = self.bench.import_draft(path, language)
        if not outcome.ok:
            return self.tell(outcome)
        self.carried = left
        return self.begin(path.stem, language, text)

    def put_aside(self) -> None:
        """The list of what could not be carried was read."""
        self.carried = ()

    def refresh_folder(self) -> None:
        """The folder as it is on the disk now."""
        if self.folder is not None:
            self.folder = self.bench.folder(self.folder.path) or self.folder

    # --- leaving ------------------------------------------------------------------------------------------------

    def to_start(self) -> None:
        """Put the sheet away, kept, and go to the beginning."""
        self.sheet.keep_now()
        self.carried = ()
        self.adding = False
        self.go("start")

    def close(self) -> None:
        """The desk is put away; everything is kept."""
        self.bench.hush()
        self.bench.end_play()
        self.sheet.close()

    # --- handing over -------------------------------------------------------------------------------------------

    def build(self, target: Path) -> Built:
        """Build the pack's one file from what stands there now."""
        self.sheet.keep_now()
        if self.folder is None:
            return Built(Outcome("no-pack-here"))
        return self.bench.build(self.folder.path, target)

"""View model of a translation beside its source: the pairs, what has no words yet, what to look at again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from trainer.editor.model import sides
from trainer.editor.model.sides import Pair
from trainer.editor.model.sides_writing import write
from trainer.editor.model.texts_exchange import Brought, as_csv, as_po, bring, read_texts
from trainer.editor.view_models.desk import DeskModel
from trainer.editor.view_models.sheet import SheetModel
from trainer.packs.stale import Status, read_status, write_status
from trainer.ui.bridge import Outcome

Filter = str
"""`moment` (that of the caret), `again` (look again), `missing`, `all`."""


class TranslationModel(QObject):
    """Owns the translation's sheet. `changed` when other pairs or states are to show."""

    changed = Signal()

    def __init__(self, desk: DeskModel) -> None:
        super().__init__()
        self.desk = desk
        self.target = SheetModel(desk.bench)
        desk.others.append(self.target)
        self.language = ""
        self.status: Status = {}
        self.pairs: tuple[Pair, ...] = ()
        self.target.looked.connect(self._on_looked)
        desk.sheet.looked.connect(self._on_looked)
        desk.notes_changed.connect(self._read_notes)

    def languages(self) -> list[str]:
        """Languages the scene is or can be translated to."""
        own = self.desk.sheet.look.language
        entry = self.desk.entry
        there = list(entry.translations) if entry is not None else []
        return [*there, *(one for one in ("ja", "en") if one != own and one not in there)]

    @property
    def begun(self) -> bool:
        """Is there a sheet for the chosen language?"""
        return self.target.path is not None

    def choose(self, language: str) -> None:
        """Work on this language."""
        self.target.keep_now()
        self.language = language
        path = self._path()
        if path is not None and path.is_file():
            self._open(path)
        else:
            self.target.path = None
            self._on_looked()

    def _path(self) -> Path | None:
        """Where the translation's sheet stands, or would stand."""
        entry = self.desk.entry
        if entry is None or self.desk.folder is None:
            return None
        known = entry.translations.get(self.language)
        return known or self.desk.folder.path / "translations" / self.language / entry.path.name

    def _open(self, path: Path) -> None:
        read = self.desk.bench.read(path)
        if not read.outcome.ok or self.desk.folder is None:
            self.desk.tell(read.outcome)
            return
        self._read_notes()
        self.target.open(path, read.content, self.desk.sheet.document)

    def _read_notes(self) -> None:
        """Which words were translated from which."""
        if self.desk.folder is not None:
            self.status = read_status(self.desk.bench.read_translation_state(self.desk.folder.path, self.language))

    def begin(self) -> bool:
        """A sheet for this language, with the names of the moments in it."""
        entry, folder = self.desk.entry, self.desk.folder
        if entry is None or folder is None:
            return self.desk.tell(Outcome("no-pack-here"))
        text = sides.skeleton(self.desk.sheet.fresh_look(), self.language)
        outcome, path = self.desk.bench.new_translation(entry.path, self.language, text)
        if path is None or not outcome.ok:
            return self.desk.tell(outcome)
        self.desk.refresh_folder()
        self._open(path)
        return True

    def _scene(self) -> str:
        scene = self.desk.sheet.look.scene
        return scene.id if scene is not None else ""

    def _on_looked(self) -> None:
        if not self.language:
            return
        if self.begun:
            self.pairs = sides.pairs(self.desk.sheet.look, self.target.look, self.status.get(self._scene()))
        else:
            self.pairs = ()
        self.changed.emit()

    def shown(self, wanted: Filter, moment: str) -> Sequence[Pair]:
        """The pairs of that filter; `moment` is folded."""
        if wanted == "again":
            return [pair for pair in self.pairs if pair.state == "look-again"]
        if wanted == "missing":
            return [pair for pair in self.pairs if pair.state == "missing"]
        if wanted == "moment":
            return [pair for pair in self.pairs if pair.moment == moment and pair.state != "orphan"]
        return self.pairs

    def coverage(self) -> tuple[int, int, int]:
        """Pairs with words, pairs that need them, pairs to look at again."""
        have, need = sides.coverage(self.pairs)
        return have, need, sum(pair.state == "look-again" for pair in self.pairs)

    def write(self, pair: Pair, lines: Sequence[str]) -> bool:
        """These words for that pair; the pair counts as looked at."""
        edits = write(self.desk.sheet.fresh_look(), self.target.document, pair, lines)
        if not edits or not self.target.apply(edits):
            return False
        self.settle(pair)
        return True

    def settle(self, pair: Pair) -> None:
        """It was looked at against the source as it is now."""
        folder = self.desk.folder
        if folder is None:
            return
        self.status = sides.settle(self.status, self.desk.sheet.fresh_look(), [pair.block])
        self.desk.bench.write_translation_state(folder.path, self.language, write_status(self.status))
        self._on_looked()

    # --- to a translator and back -------------------------------------------------------------------------------

    def texts(self, table: bool) -> bytes:
        """Every text with what is translated already: a PO file, or a table for spreadsheet programs."""
        source, target = self.desk.sheet.fresh_look(), self.target.fresh_look()
        made = as_csv(source, target, self.status) if table else as_po(source, target, self.language, self.status)
        return made.encode("utf-8")

    def bring(self, path: Path) -> Brought | None:
        """Texts that come back; only lines that differ are changed. None when there are no texts of a scene in it."""
        outcome, content = self.desk.bench.read_any(path)
        texts = read_texts(content.decode("utf-8", "replace")) if outcome.ok else ()
        if not texts:
            return None
        source = self.desk.sheet.fresh_look()
        brought = bring(source, self.target.fresh_look(), self.target.document, texts)
        self.target.apply(brought.edits)
        folder = self.desk.folder
        if folder is not None:
            self.status = sides.settle(self.status, source, brought.blocks)
            self.desk.bench.write_translation_state(folder.path, self.language, write_status(self.status))
        self._on_looked()
        return brought

    def close(self) -> None:
        """Keep it and let go."""
        self.desk.sheet.looked.disconnect(self._on_looked)
        self.desk.notes_changed.disconnect(self._read_notes)
        self.desk.others.remove(self.target)
        self.target.close()

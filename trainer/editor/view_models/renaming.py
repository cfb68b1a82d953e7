"""Another name for a moment, wherever it stands: the sheet, its translations, its rehearsal plans; undo takes all back.

The sheet's own step is the one that is undone and made again; the files beside it follow it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.editor.model import renaming, writing
from trainer.editor.model.document import SheetDocument, Step
from trainer.packs.stale import read_status, write_status

if TYPE_CHECKING:
    from trainer.editor.view_models.desk import DeskModel


class Renaming:
    """What was renamed while this sheet was open. `desk` owns it."""

    def __init__(self, desk: DeskModel) -> None:
        self.desk = desk
        self._made: list[tuple[Step, str, str]] = []
        self._before: dict[tuple[Path, bytes], bytes] = {}
        """What stood in a file before one of our renames, by what stands there since."""
        desk.sheet.sheet_changed.connect(self.forget)
        desk.sheet.undone.connect(lambda step: self._follow(step, back=True))
        desk.sheet.redone.connect(lambda step: self._follow(step, back=False))

    def forget(self) -> None:
        """Another sheet is open."""
        self._made.clear()
        self._before.clear()

    def rename(self, old: str, new: str, label: str) -> bool:
        """Give a moment another name, arrows and all; False when nothing was changed."""
        document = self.desk.sheet.document
        if not self.desk.sheet.apply(writing.rename_moment(document, old, new), label):
            return False
        step = document.last_step
        if step is not None:
            self._made.append((step, old, new))
        self._carry(old, new, label)
        return True

    def _follow(self, step: Step, back: bool) -> None:
        """The sheet's step was taken back, or made again."""
        found = next(((old, new) for made, old, new in self._made if made is step), None)
        if found is not None:
            old, new = reversed(found) if back else found
            self._carry(old, new, step.label)

    def _carry(self, old: str, new: str, label: str) -> None:
        """To everything beside the sheet."""
        desk = self.desk
        if desk.entry is None:
            return
        opened = {one.path: one for one in desk.others}
        for language, path in desk.entry.translations.items():
            other = opened.get(path)
            if other is not None:
                other.apply(writing.rename_moment(other.document, old, new), label)
            else:
                self._write(path, lambda content: _in_sheet(content, old, new))
            self._notes(language, old, new)
        if desk.folder is not None:
            for path in desk.bench.plans(desk.folder.path, self._scene()):
                self._write(path, lambda content: _in_plan(content, old, new))

    def _scene(self) -> str:
        scene = self.desk.sheet.fresh_look().scene
        return scene.id if scene is not None else ""

    def _notes(self, language: str, old: str, new: str) -> None:
        """The notes of what was translated; a translation that is open reads them again."""
        desk = self.desk
        if desk.folder is None:
            return
        text = desk.bench.read_translation_state(desk.folder.path, language)
        made = write_status(renaming.in_status(read_status(text), self._scene(), old, new))
        if text and made != text:
            desk.tell(desk.bench.write_translation_state(desk.folder.path, language, made))
            desk.notes_changed.emit()

    def _write(self, path: Path, change: Callable[[bytes], bytes]) -> None:
        """Change a file beside the sheet; where one of ours is taken back, the very bytes it had come back."""
        read = self.desk.bench.read(path)
        if not read.outcome.ok:
            return
        made = self._before.get((path, read.content))
        if made is None:
            made = change(read.content)
        if made != read.content and self.desk.tell(self.desk.bench.save(path, made)):
            self._before[(path, made)] = read.content


def _in_sheet(content: bytes, old: str, new: str) -> bytes:
    document = SheetDocument.from_bytes(content)
    document.apply(writing.rename_moment(document, old, new))
    return document.to_bytes()


def _in_plan(content: bytes, old: str, new: str) -> bytes:
    try:
        return renaming.in_plan(content.decode("utf-8"), old, new).encode("utf-8")
    except UnicodeDecodeError:
        return content

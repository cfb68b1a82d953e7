"""Another name for a moment, wherever it stands: the sheet, its translations, its rehearsal plans; undo takes all back.

The sheet's own step is the one that is undone and made again; the files beside it follow it. A name that was typed in
a heading changes nothing else: it is offered that the other places follow (`offer`, `follow`), or are left (`leave`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.editor.model import headings, renaming, writing
from trainer.editor.model.document import Edit, SheetDocument, Step
from trainer.packs.stale import read_status, write_status

if TYPE_CHECKING:
    from trainer.editor.view_models.desk import DeskModel


@dataclass(frozen=True, slots=True)
class Offer:
    """The heading on `row` is called `new` now; `places` elsewhere still say `old`."""

    row: int
    old: str
    new: str
    places: int


class Renaming:
    """What was renamed while this sheet was open. `desk` owns it."""

    def __init__(self, desk: DeskModel) -> None:
        self.desk = desk
        self._made: list[tuple[Step, str, str]] = []
        self._before: dict[tuple[Path, bytes], bytes] = {}
        """What stood in a file before one of our renames, by what stands there since."""
        self._typed: tuple[headings.Retitled, ...] = ()
        self._counts: dict[tuple[str, str], int] = {}
        self._stop: Callable[[], None] = lambda: None
        desk.sheet.sheet_changed.connect(self.forget)
        desk.sheet.undone.connect(lambda step: self._follow(step, back=True))
        desk.sheet.redone.connect(lambda step: self._follow(step, back=False))

    def forget(self) -> None:
        """Another sheet is open."""
        self._made.clear()
        self._before.clear()
        self._typed = ()
        self._counts.clear()
        self._stop()
        self._stop = self.desk.sheet.document.subscribe(self._on_edit)

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

    # --- a name that was typed --------------------------------------------------------------------------------

    def _on_edit(self, edit: Edit) -> None:
        self._typed = headings.after(edit, self._typed)

    def offer(self) -> Offer | None:
        """The last heading that was given another name by typing while other places keep the old one.

        After the latest look; nothing is read again for it.
        """
        sheet = self.desk.sheet
        for one in reversed(self._typed):
            new = headings.heading(sheet.document.content(one.row)) if one.row < len(sheet.document) else None
            if new is None or not headings.differs(one.old, new):
                continue
            if sheet.look.part.moment(one.old) is None and sheet.look.part.moment(new) is not None:
                places = headings.mentions(sheet.look.sheet, one.old) + self._beside(one.old, new)
                if places:
                    return Offer(one.row, one.old, new, places)
        return None

    def _beside(self, old: str, new: str) -> int:
        """How often the translations say the old name; looked up once."""
        if (old, new) not in self._counts:
            desk = self.desk
            opened = {one.path: one.document for one in desk.others}
            paths = desk.entry.translations.values() if desk.entry is not None else ()
            sheets = [
                opened[path] if path in opened else SheetDocument.from_bytes(desk.bench.read(path).content)
                for path in paths
            ]
            self._counts[old, new] = sum(len(writing.rename_moment(other, old, new)) for other in sheets)
        return self._counts[old, new]

    def follow(self, label: str) -> bool:
        """Let every other place say the new name of what is offered; False when nothing was changed."""
        sheet = self.desk.sheet
        sheet.fresh_look()
        offered = self.offer()
        if offered is None:
            return False
        old, new = offered.old, offered.new
        sheet.apply(writing.follow_name(sheet.document, old, new), label)
        if sheet.document.last_step is not None:
            self._made.append((sheet.document.last_step, old, new))
        self._carry(old, new, label)
        self.leave(offered)
        return True

    def leave(self, offered: Offer) -> None:
        """The other places stay as they are; it is not offered again."""
        self._typed = tuple(one for one in self._typed if one.row != offered.row)
        self._counts.clear()

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

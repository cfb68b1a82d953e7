"""The one lossless model of an open sheet: rows, edits, undo. All views of the desk edit this and nothing else.

Theory. A sheet is a list of rows (content, line end). The only change there is, is an `Edit`: at row `first` the rows
`removed` become the rows `added`. No other row is looked at, so no view can rewrite a line that it did not change.
An edit knows both sides, so undoing is applying it the other way round, and gives the same bytes. Several edits that
belong together (renaming a moment) are one step of the history, and so is typing in one row until `pause`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from trainer.editor.model.rows import (
    BYTE_ORDER_MARK,
    Row,
    decoded,
    encoded,
    kept,
    rows_of,
    split_contents,
    typed,
    usual_end,
    with_ends,
)


@dataclass(frozen=True, slots=True)
class Edit:
    """At row `first` (0-based), `removed` becomes `added`; both are whole rows with their line ends."""

    first: int
    removed: tuple[Row, ...]
    added: tuple[Row, ...]

    @property
    def inverse(self) -> Edit:
        """The edit that takes this one back."""
        return Edit(self.first, self.added, self.removed)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to undo: its edits in the order they were made, and a name for the menu (may be "")."""

    edits: tuple[Edit, ...]
    label: str = ""


Listener = Callable[[Edit], None]


class StaleEditError(Exception):
    """An edit that was made for another state of the sheet: the rows it removes are not there."""


class SheetDocument:
    """A sheet that is open for editing.

    Rows are 0-based and are exactly the blocks of a text field (a final line end makes a last empty row); line numbers
    of diagnostics are `row + 1`. `revision` grows with every change, undo and redo; `position` names a state of the
    history. A byte order mark is kept apart from the rows, so that columns begin at the first letter.
    """

    def __init__(self, text: str = "", file: str = "") -> None:
        self.file = file
        self.mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
        self._rows = rows_of(text[len(self.mark) :])
        self._usual = usual_end(self._rows)
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._saved = 0
        self._typing = -1
        self._listeners: list[Listener] = []
        self.revision = 0

    @classmethod
    def from_bytes(cls, content: bytes, file: str = "") -> SheetDocument:
        """The document of a file's bytes, whatever they are."""
        return cls(decoded(content), file)

    # --- reading ------------------------------------------------------------------------------------------------

    @property
    def text(self) -> str:
        """The sheet again, byte order mark included."""
        return self.mark + "".join(row.content + row.end for row in self._rows)

    @property
    def words(self) -> str:
        """The sheet without its byte order mark: what the reader is given, so that columns fit the rows."""
        return "".join(row.content + row.end for row in self._rows)

    def to_bytes(self) -> bytes:
        """The bytes to save: those that were read, with the edits."""
        return encoded(self.text)

    @property
    def rows(self) -> Sequence[Row]:
        """Every row; do not keep it over a change."""
        return self._rows

    def __len__(self) -> int:
        return len(self._rows)

    def content(self, row: int) -> str:
        """What stands on a row (0-based)."""
        return self._rows[row].content

    # --- editing ------------------------------------------------------------------------------------------------

    def edit(self, first: int, count: int, contents: Iterable[str]) -> Edit:
        """The edit that puts `contents` in the place of `count` rows from `first`; it is not made yet.

        `count` 0 inserts before row `first` (`first == len(document)` appends). Nothing in `contents` with `count`
        rows takes them out. Raises IndexError when the rows are not there.
        """
        if first < 0 or count < 0 or first + count > len(self._rows):
            raise IndexError(f"rows {first} to {first + count} of {len(self._rows)}")
        fresh = [kept(content) for content in split_contents(contents)]
        removed = tuple(self._rows[first : first + count])
        if not removed and first == len(self._rows) and fresh:
            return self._appended(fresh)
        if not removed:
            return Edit(first, (), self._parted(first, 0, [Row(content, self._end_near(first)) for content in fresh]))
        if not fresh and not removed[-1].end:
            fresh = [""]
        return Edit(first, removed, self._parted(first, count, with_ends(fresh, removed, self._end_near(first))))

    def _appended(self, fresh: Sequence[str]) -> Edit:
        """Rows after the last one: an empty last row is pushed down; one without a line end gets the usual end."""
        last = len(self._rows) - 1
        old, end = self._rows[last], self._end_near(last)
        if not old.content:
            return Edit(last, (), tuple(Row(content, end) for content in fresh))
        ends = [end] * (len(fresh) - 1) + [""]
        return Edit(last, (old,), (Row(old.content, end), *map(Row, fresh, ends)))

    def _parted(self, first: int, count: int, made: Sequence[Row]) -> tuple[Row, ...]:
        """New rows such that no lone carriage return meets a lone line feed: read again, they would be one line end."""
        rows = list(made)
        before = self._rows[first - 1].end if first > 0 else ""
        for number, row in enumerate(rows):
            if before == "\r" and not row.content and row.end == "\n":
                rows[number] = Row("", "\r")
            before = rows[number].end
        below = self._rows[first + count] if first + count < len(self._rows) else Row("", "")
        if rows and before == "\r" and not below.content and below.end == "\n":
            rows[-1] = Row(rows[-1].content, "\r\n")
        return tuple(rows)

    def _end_near(self, row: int) -> str:
        """The line end of the row above, or of the row itself, or the usual one."""
        near = self._rows[row - 1].end if row > 0 else ""
        here = self._rows[row].end if row < len(self._rows) else ""
        return near or here or self._usual

    def replace(self, first: int, count: int, contents: Iterable[str], label: str = "") -> Edit:
        """Make one edit as a step of its own and return it."""
        edit = self.edit(first, count, contents)
        self.apply((edit,), label)
        return edit

    def type(self, first: int, count: int, fields: Sequence[str]) -> Edit:
        """What a text field reports: blocks `first` to `first + count` now read `fields` (as `rows.shown` shows them).

        Typing in one row is one step until `pause`. Characters a field cannot hold are kept where nothing was typed.
        """
        old = self._rows[first : first + count]
        joined = "\n".join(row.content for row in old)
        contents = typed(joined, "\n".join(split_contents(fields))).split("\n")
        removed = tuple(old)
        made = self._parted(first, len(old), with_ends(contents, removed, self._end_near(first)))
        while len(removed) > 1 and len(made) > 1 and removed[-1] == made[-1]:  # a field may tell of a row too many
            removed, made = removed[:-1], made[:-1]
        edit = Edit(first, removed, made)
        if len(removed) == len(made) == 1 and self._typing == first and self._done and not self._undone:
            step = self._done[-1]
            self._change(edit)
            self._done[-1] = Step((Edit(first, step.edits[0].removed, made),), step.label)
        elif removed != made:
            self.apply((edit,))
            self._typing = first if len(removed) == len(made) == 1 else -1
        return edit

    def pause(self) -> None:
        """What is typed from here on is undone by itself."""
        self._typing = -1

    def apply(self, edits: Iterable[Edit], label: str = "") -> None:
        """Make edits, one after another, as one step. Each is placed as if the ones before it were made.

        Raises StaleEditError, changing nothing, when the rows an edit removes are not there.
        """
        made: list[Edit] = []
        for edit in edits:
            if edit.removed == edit.added:
                continue
            if tuple(self._rows[edit.first : edit.first + len(edit.removed)]) != edit.removed:
                for one in reversed(made):
                    self._change(one.inverse)
                raise StaleEditError(f"row {edit.first}")
            self._change(edit)
            made.append(edit)
        if made:
            self._record(Step(tuple(made), label))

    def _record(self, step: Step) -> None:
        if self._saved > len(self._done):
            self._saved = -1
        self._done.append(step)
        self._undone.clear()
        self._typing = -1

    def _change(self, edit: Edit) -> None:
        self._rows[edit.first : edit.first + len(edit.removed)] = edit.added
        self.revision += 1
        for listener in tuple(self._listeners):
            listener(edit)

    # --- history ------------------------------------------------------------------------------------------------

    @property
    def last_step(self) -> Step | None:
        """What would be undone, for whoever makes changes elsewhere that belong to it."""
        return self._done[-1] if self._done else None

    @property
    def undo_label(self) -> str | None:
        """What would be undone ("" when it has no name); None when there is nothing."""
        return self._done[-1].label if self._done else None

    @property
    def redo_label(self) -> str | None:
        """What would be done again; None when there is nothing."""
        return self._undone[-1].label if self._undone else None

    def undo(self) -> Step | None:
        """Take the last step back; the step that was taken back, for the place to look at."""
        if not self._done:
            return None
        step = self._done.pop()
        for edit in reversed(step.edits):
            self._change(edit.inverse)
        self._undone.append(step)
        self._typing = -1
        return step

    def redo(self) -> Step | None:
        """Make the last step that was taken back again."""
        if not self._undone:
            return None
        step = self._undone.pop()
        for edit in step.edits:
            self._change(edit)
        self._done.append(step)
        self._typing = -1
        return step

    @property
    def is_saved(self) -> bool:
        """True when the sheet is as it was when `mark_saved` was last called (or when it was opened)."""
        return self._saved == len(self._done)

    def mark_saved(self) -> None:
        """These bytes are on the disk now."""
        self._saved = len(self._done)
        self._typing = -1

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener(edit)` after every edit, undo and redo; what is returned ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

"""View model of the sheet that is open: its document, the latest look at it, and whether it is safely kept.

Every view of the desk reads from here and wishes here. A quick look follows each key press; a thorough one (the real
understanding, every path walked) follows when typing has rested. Both work elsewhere and are dropped when they come
late. What is written is kept as a draft after a second and as the sheet itself after three.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from trainer.editor.bridge import Workbench
from trainer.editor.model import accepting, fixes
from trainer.editor.model.document import Edit, SheetDocument, StaleEditError, Step
from trainer.editor.model.live import Look, Problem, look
from trainer.packs.diagnostics import Screen

QUICK, THOROUGH = 1, 700
"""Milliseconds after a key press until the sheet is looked at, and looked at thoroughly."""
DRAFT, KEEP = 900, 3000
"""Milliseconds after a key press until what stands there is kept as a draft, and as the sheet."""
WAIT, WAITS = 30, 3
"""Milliseconds for which the draft waits for a look that is under way, and how often."""

Kept = Literal["kept", "waiting", "not-kept"]


class SheetModel(QObject):
    """Signals: `sheet_changed` (another document), `edited` (after any edit), `looked` (new findings), `kept_changed`.

    `caret_wished(row, column)` asks the editor to go there. `undone(step)` and `redone(step)` let other files follow.
    """

    sheet_changed = Signal()
    edited = Signal()
    looked = Signal()
    kept_changed = Signal()
    caret_wished = Signal(int, int)
    undone = Signal(object)
    redone = Signal(object)

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self.bench = bench
        self.screen: Screen = bench.screen_language()
        self.path: Path | None = None
        self.source: SheetDocument | None = None
        """The source sheet when this one is a translation."""
        self.document = SheetDocument()
        self.look: Look = look("")
        self.kept: Kept = "kept"
        self.row = 0
        self.trouble = ""
        self._problems: tuple[Problem, ...] | None = None
        self._stop: Callable[[], None] = lambda: None
        self._busy = self._again = self._closed = False
        self._deep = -1
        self._quick = self._timer(QUICK, self._look_quickly)
        self._thorough = self._timer(THOROUGH, self._look_thoroughly)
        self._draft = self._timer(DRAFT, self._draft_between)
        self._put_off = 0
        self._keep = self._timer(KEEP, self.keep_now)

    def _timer(self, milliseconds: int, call: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(call)
        return timer

    # --- opening ----------------------------------------------------------------------------------------------------

    def open(self, path: Path | None, content: bytes, source: SheetDocument | None = None) -> None:
        """Edit these bytes from now on; they are kept at `path`."""
        self._stop()
        self.path, self.source = path, source
        self.document = SheetDocument.from_bytes(content, path.name if path is not None else "")
        self._stop = self.document.subscribe(self._on_edit)
        self.row, self._problems, self._deep = 0, None, -1
        self._set_kept("kept")
        self._look_now()
        self.sheet_changed.emit()
        self._thorough.start()

    def close(self) -> None:
        """Keep what is not kept yet and let go of everything."""
        self.keep_now()
        self._closed = True
        self._stop()
        for timer in (self._quick, self._thorough, self._draft, self._keep):
            timer.stop()

    # --- editing ------------------------------------------------------------------------------------------------

    def _on_edit(self, edit: Edit) -> None:
        self._set_kept("waiting")
        self._quick.start()
        self._thorough.start()
        if not self._draft.isActive():
            self._draft.start()
        self._keep.start()
        self.edited.emit()

    def apply(self, edits: Iterable[Edit], label: str = "") -> bool:
        """Make these edits as one step; False when the sheet has moved on and they fit no more."""
        made = tuple(edits)
        if not made:
            return False
        try:
            self.document.apply(made, label)
        except StaleEditError:
            self._look_now()
            return False
        self._look_now()
        return True

    def undo(self) -> None:
        """Take the last step back, and look at where it was."""
        step = self.document.undo()
        self._after(step)
        if step is not None:
            self.undone.emit(step)

    def redo(self) -> None:
        """Make it again."""
        step = self.document.redo()
        self._after(step)
        if step is not None:
            self.redone.emit(step)

    def _after(self, step: Step | None) -> None:
        if step is not None:
            self.caret_wished.emit(min(edit.first for edit in step.edits), -1)

    def go_to(self, row: int, column: int = 0) -> None:
        """Let the editor put its caret there."""
        self.caret_wished.emit(row, column)

    # --- looking ------------------------------------------------------------------------------------------------

    @property
    def fresh(self) -> bool:
        """Is the latest look a look at what stands there now?"""
        return self.look.revision == self.document.revision

    def fresh_look(self) -> Look:
        """A look at what stands there now, made at once if need be (for an edit that must fit)."""
        if not self.fresh:
            self._look_now()
        return self.look

    @property
    def settled(self) -> bool:
        """Was what stands there now looked at thoroughly?"""
        return self._deep == self.document.revision

    def _work(self, thorough: bool) -> Callable[[], Look]:
        """The work of one look, with everything it needs, so that another thread may do it."""
        words, file, revision = self.document.words, self.document.file, self.document.revision
        source = self.source.words if self.source is not None else None
        bench = self.bench
        if thorough:
            return lambda: look(words, file, revision=revision, source=source, tools=bench.tools(), walk=True)
        return lambda: look(words, file, revision=revision, source=source, tools=bench.tools_at_hand())

    def _look_now(self) -> None:
        """At once, on this thread: of the understanding only what it remembers."""
        self._take(self._work(thorough=False)(), False)

    def _look_quickly(self) -> None:
        """One quick look at a time; what was typed meanwhile is looked at right after it."""
        if self.fresh:
            return
        if self._busy:
            self._again = True
            return
        self._busy = True
        self._ask(thorough=False)

    def _look_thoroughly(self) -> None:
        self._ask(thorough=True)

    def _ask(self, thorough: bool) -> None:
        document = self.document

        def done(made: Look) -> None:
            if self._closed:
                return
            if not thorough:
                self._busy = False
            if self.document is document:
                self._take(made, thorough)
            if not thorough and self._again:
                self._again = False
                self._look_quickly()

        self.bench.later(self._work(thorough), done)

    def _take(self, made: Look, thorough: bool) -> None:
        """A look has come: show it, unless the sheet has moved on or was looked at more thoroughly."""
        if made.revision != self.document.revision or (self.settled and not thorough):
            return
        if thorough:
            self._deep = made.revision
        self.look, self._problems = made, None
        self.looked.emit()

    def problems(self) -> tuple[Problem, ...]:
        """What the latest look found."""
        if self._problems is None:
            self._problems = self.look.problems(self.screen)
        return self._problems

    def span(self, problem: Problem) -> tuple[int, int]:
        """The characters [first, last) of its row that a finding is about: from its column to the end of the words."""
        content = self.document.content(problem.row) if problem.row < len(self.document) else ""
        last = len(content.rstrip())
        first = min(max(0, problem.column - 1), max(0, last - 1))
        return first, last

    # --- putting right ------------------------------------------------------------------------------------------

    def current(self, problem: Problem) -> Problem | None:
        """The same finding in a look at what stands there now; None when it is gone."""
        self.fresh_look()
        return next(
            (one for one in self.problems() if (one.code, one.row) == (problem.code, problem.row)),
            None,
        )

    def fix(self, problem: Problem) -> bool:
        """Put it right by its one fix; False when there is only the sentence."""
        now = self.current(problem)
        return now is not None and self.apply(fixes.fix(self.document, now.diagnostic), now.message)

    def can_fix(self, problem: Problem, really: bool = False) -> bool:
        """Can the desk do what the finding proposes? `really` tries it out, which reads the whole sheet."""
        if not fixes.can_fix(problem.diagnostic):
            return False
        return not really or (self.fresh and bool(fixes.fix(self.document, problem.diagnostic)))

    def accept(self, problem: Problem, reason: str) -> bool:
        """Keep the line as it is, with this reason written beside it."""
        now = self.current(problem)
        return now is not None and self.apply(accepting.accept(self.document, now.diagnostic, reason))

    # --- keeping ------------------------------------------------------------------------------------------------

    def _set_kept(self, kept: Kept, trouble: str = "") -> None:
        if (kept, trouble) != (self.kept, self.trouble):
            self.kept, self.trouble = kept, trouble
            self.kept_changed.emit()

    def _draft_between(self) -> None:
        """Writing to a disk may take longer than a look: it waits for the findings of the last key (0.09 s)."""
        if not self.fresh and self._put_off < WAITS:
            self._put_off += 1
            self._draft.start(WAIT)
            return
        self._put_off = 0
        self._draft.setInterval(DRAFT)
        self.keep_draft()

    def keep_draft(self) -> None:
        """What stands there goes to the disk, apart from the sheet."""
        if self.path is not None and not self.document.is_saved:
            self.bench.draft(self.path, self.document.to_bytes())

    def keep_now(self) -> bool:
        """The sheet goes to the disk as it stands; False when that was not possible."""
        self._keep.stop()
        if self.path is None or (self.kept == "kept" and self.document.is_saved):
            return True
        outcome = self.bench.save(self.path, self.document.to_bytes())
        self._draft.stop()
        if outcome.ok:
            self.document.mark_saved()
            self._set_kept("kept")
        else:
            self._set_kept("not-kept", outcome.code)
        return outcome.ok

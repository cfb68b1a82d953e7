"""Keeping a finding as it is: the note `// ok code: reason`, put where it counts for that line and little else."""

from __future__ import annotations

from trainer.editor.model.document import Edit, SheetDocument
from trainer.editor.model.shape import structure
from trainer.packs import marks
from trainer.packs.accepted import apply_accepted
from trainer.packs.diagnostics import Diagnostic
from trainer.packs.reader import read_sheet


def accept(document: SheetDocument, found: Diagnostic, reason: str) -> tuple[Edit, ...]:
    """A note above the line of the finding. () for an error, which cannot be accepted, and without a reason."""
    plain = marks.strip(" ".join(reason.splitlines()))
    row = found.line - 1
    if found.severity == "error" or not plain or not 0 <= row < len(document):
        return ()
    shape = structure(document)
    content = document.content(row)
    indent = content[: len(content) - len(content.lstrip(marks.SPACES))]
    colon = shape.style.colon
    note = f"{indent}{shape.style.word('ok')}{found.code}{colon}{plain}"
    edit = document.edit(row, 0, [note])
    return (edit,) if _counts(document, edit, found) else ()


def _counts(document: SheetDocument, edit: Edit, found: Diagnostic) -> bool:
    """True when the note would really cover the finding."""
    fresh = SheetDocument(document.words, document.file)
    fresh.apply((edit,))
    sheet = read_sheet(fresh.words, found.file)
    moved = found.line + (len(edit.added) - len(edit.removed) if found.line - 1 >= edit.first else 0)
    at = Diagnostic(found.code, found.file, moved, found.column, found.values)
    return at not in apply_accepted(sheet, (at,))

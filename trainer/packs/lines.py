"""One line of a scene sheet: what it is, decided only by how it begins, with everything needed to write it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from trainer.packs.diagnostics import Diagnostic
from trainer.script import Condition, Tone

Kind = Literal[
    "blank",
    "note",
    "ok",
    "moment",
    "cue",
    "say",
    "wording",
    "reply",
    "example",
    "arrow",
    "hint",
    "event",
    "reach",
    "set",
    "show",
    "purpose",
    "head",
    "person",
    "goal",
    "slot",
    "memory",
    "dial",
    "reading",
    "after",
    "step",
    "unknown",
]

HEAD_KINDS: frozenset[Kind] = frozenset(
    {"head", "person", "goal", "slot", "memory", "dial", "reading", "after", "step"}
)
"""Lines about the scene as a whole; they may stand anywhere, usually at the top or the foot."""

BODY_KINDS: frozenset[Kind] = frozenset({"cue", "say", "wording", "arrow", "reach", "set", "show"})
"""Lines that happen: in an opening, after a reply, or in an event block."""


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A line of a sheet. `raw` holds it whole, line end included: joining all `raw` gives the sheet back.

    `key` is the keyword's one name (`scene`, `silence`, `small`), or the speaker of a spoken line. `name` is a name the
    author chose (moment, reply, goal, slot, destination), `label` its shown form after `=`. `text` runs to the end of
    the line and starts at `text_column`. `level` is the number of a hint, silence or event. Columns are 1-based.
    """

    number: int
    raw: str
    kind: Kind
    column: int = 1
    key: str = ""
    name: str = ""
    label: str = ""
    text: str = ""
    text_column: int = 1
    level: int = 0
    gesture: bool = False
    tone: Tone = ""
    condition: Condition | None = None
    inline: SheetLine | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as it was read: every line, and what the reader noticed."""

    file: str
    lines: tuple[SheetLine, ...]
    found: tuple[Diagnostic, ...] = ()

    @property
    def text(self) -> str:
        """The sheet again, byte for byte."""
        return "".join(line.raw for line in self.lines)

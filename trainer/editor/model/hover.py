"""Help for the line under the pointer: what it is, what its name stands for, and what was found there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from trainer.editor.model.hover_words import KIND_WORDS
from trainer.editor.model.live import Look
from trainer.packs import marks
from trainer.packs.diagnostics import Diagnostic, Screen
from trainer.packs.lines import SheetLine
from trainer.script import Line, Scene

_SLOT = re.compile(r"[{｛]([^{}｛｝]*)[}｝]")


@dataclass(frozen=True, slots=True)
class Help:
    """`title` and `text` say what the line is; `about` what its name stands for; `found` are diagnostics there."""

    title: str
    text: str
    about: str = ""
    found: tuple[Diagnostic, ...] = ()


def help_at(look: Look, row: int, column: int = 0, screen: Screen = "en") -> Help | None:
    """Help for a place of the sheet (0-based row and column); None on an empty line."""
    line = look.line(row)
    if line is None or line.kind == "blank":
        return None
    words = KIND_WORDS[_key(line)]
    title, text = words.ja if screen == "ja" else words.en
    found = tuple(one for one in look.found if one.line == row + 1)
    return Help(title, text, _about(look.scene, line, column, screen) if look.scene else "", found)


def _key(line: SheetLine) -> str:
    """The entry of the table for a line."""
    if line.kind == "moment":
        return "anywhere" if marks.fold(line.name) in marks.ANYWHERE_WORDS else "moment"
    if line.kind == "reply":
        return "gesture" if line.gesture else "reply"
    if line.kind == "hint":
        return f"hint{min(max(line.level, 1), 3)}"
    return line.key if line.kind in ("head", "event") else line.kind


def _about(scene: Scene, line: SheetLine, column: int, screen: Screen) -> str:
    """The goal, moment, slot or dial that is named there, in its own words."""
    slot = next((f for f in _SLOT.finditer(line.raw) if f.start() <= column < f.end()), None)
    if slot is not None:
        return _slot(scene, slot.group(1))
    if line.kind == "arrow":
        moment = next((m for m in scene.moments if marks.fold(m.name) == marks.fold(line.name)), None)
        said = next((step for step in moment.opening if isinstance(step, Line)), None) if moment else None
        return said.wordings[0].text if said else ""
    if line.kind == "reach":
        return next((goal.text for goal in scene.goals if marks.fold(goal.name) == marks.fold(line.text)), "")
    if line.kind == "say":
        return next((one.description for one in scene.persons if marks.fold(one.key) == marks.fold(line.key)), "")
    if line.condition is not None:
        return _slot(scene, line.condition.name) or _dial(scene, line.condition.name, screen)
    return ""


def _slot(scene: Scene, name: str) -> str:
    slot = next((slot for slot in scene.slots if marks.fold(slot.name) == marks.fold(name)), None)
    if slot is None:
        return ""
    return f"{slot.low}–{slot.high}" if slot.is_number else " · ".join(value.label for value in slot.values)


def _dial(scene: Scene, name: str, screen: Screen) -> str:
    dial = scene.dial(marks.DIAL_WORDS.get(marks.fold(name), name))
    return f"{dial.low}–{dial.high}" if dial else ""

"""What the map and the list need of a scene, from the head of its sheet: a tenth of the time that building it takes."""

from __future__ import annotations

from trainer.packs.diagnostics import Findings
from trainer.packs.head import DEFAULT_LEVEL, Head, read_head
from trainer.packs.marks import fold
from trainer.packs.outline import outline
from trainer.packs.reader import read_sheet
from trainer.script import ANYWHERE, Heading, PackScene

MOMENT, REPLY, GESTURE = "==", ">", "("
ONLY_LISTENING = 1
"""The level of scenes in which one may only listen. Nearly every scene can be gone through with gestures alone."""


def heading_of(pack: str, scene: PackScene, source: str, told: str) -> Heading:
    """The heading in the words of the sheet `told` (the source itself, or a translation)."""
    own = _head(source)
    words = own if told is source else _head(told, translation=True)
    level = own.level if own.level != DEFAULT_LEVEL else scene.level
    return Heading(
        pack=pack,
        id=scene.id,
        title=words.title or own.title or scene.id,
        about=words.about or own.about,
        level=level,
        minutes=own.minutes or scene.minutes,
        dials=tuple(dial.name for dial in own.dials),
        quiet=level == ONLY_LISTENING and is_quiet(source),
    )


def _head(text: str, translation: bool = False) -> Head:
    """Only the lines above the first moment are read."""
    lines = text.splitlines()
    first = next((number for number, line in enumerate(lines) if _mark(line).startswith(MOMENT)), len(lines))
    findings = Findings()
    return read_head(outline(read_sheet("\n".join(lines[:first])), findings), findings, translation=translation)


def is_quiet(text: str) -> bool:
    """True when nothing needs to be said: every moment that waits for a reply can be met with a gesture alone."""
    waits, gesture, anywhere, quiet = False, False, False, True
    for line in [*text.splitlines(), MOMENT]:
        mark = _mark(line)
        if mark.startswith(MOMENT):
            quiet = quiet and (anywhere or gesture or not waits)
            waits, gesture = False, False
            anywhere = mark.strip("= ") == ANYWHERE
        elif mark.startswith(REPLY):
            waits = True
            gesture = gesture or mark.removeprefix(REPLY).lstrip().startswith(GESTURE)
    return quiet


def _mark(line: str) -> str:
    """The beginning of a line as marks are compared: half width, without the spaces before it."""
    return fold(line[:80])

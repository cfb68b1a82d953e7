"""How much a sheet may hold, and which characters it may not: reported with line and column, never raised."""

from __future__ import annotations

import re
import unicodedata

from trainer.packs.diagnostics import Findings
from trainer.script import Scene

BYTES = 512 * 1024
LINES = 20_000
LINE_CHARACTERS = 2_000
MOMENTS = 300
REPLIES = 12
EXAMPLES = 50
NAMES = 60
MAX_REPORTED = 50
"""Hidden characters named one by one; more would hide the rest of the report."""

_ALLOWED_CONTROLS = frozenset("\t\r\n")
_LOOKS_EMPTY = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0\ufffc")
_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})


def is_hidden(character: str) -> bool:
    """True for characters nobody can see: control, format, direction marks, private use, unassigned, blank letters."""
    if character in _ALLOWED_CONTROLS:
        return False
    return character in _LOOKS_EMPTY or unicodedata.category(character) in _HIDDEN_CATEGORIES


def name_of(character: str) -> str:
    """How a hidden character is named in a message: its code point and its Unicode name where it has one."""
    name = unicodedata.name(character, "").lower()
    return f"U+{ord(character):04X}" + (f" ({name})" if name else "")


def check_text(text: str, findings: Findings) -> None:
    """Size, number of lines, length of lines and hidden characters of a text."""
    lines = text.count("\n") + text.count("\r") - text.count("\r\n") + 1
    if len(text) > BYTES or len(text.encode("utf-8", "surrogatepass")) > BYTES:
        findings.add("text-too-long", 1, limit=BYTES // 1024)
    if lines > LINES:
        findings.add("too-many-lines", LINES, count=lines, limit=LINES)
    if any(len(line) > LINE_CHARACTERS for line in text.split("\n")):  # rarely: a longer text is seldom one long line
        for number, line in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
            if len(line) > LINE_CHARACTERS:
                findings.add("line-too-long", number, LINE_CHARACTERS, count=len(line), limit=LINE_CHARACTERS)
    check_hidden(text, findings)


def check_hidden(text: str, findings: Findings) -> None:
    """Characters that cannot be seen, with their line and column."""
    hidden = {character for character in set(text) if is_hidden(character)}
    if not hidden:
        return
    left = MAX_REPORTED
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
        if hidden.isdisjoint(line):
            continue
        for column, character in enumerate(line, start=1):
            if character in hidden and not (number == 1 and column == 1 and character == "\ufeff"):
                findings.add("hidden-character", number, column, character=name_of(character))
                left -= 1
                if left == 0:
                    return


def check_scene(scene: Scene, findings: Findings) -> None:
    """How many moments, replies, examples and names a scene has."""
    if len(scene.moments) > MOMENTS:
        place = scene.moments[MOMENTS].place
        findings.add("too-many-moments", place.line, place.column, count=len(scene.moments), limit=MOMENTS)
    for moment in (*scene.moments, scene.anywhere):
        if len(moment.replies) > REPLIES:
            place = moment.replies[REPLIES].place
            findings.add("too-many-replies", place.line, place.column, count=len(moment.replies), limit=REPLIES)
        for reply in moment.replies:
            if len(reply.examples) > EXAMPLES:
                place = reply.place
                findings.add("too-many-examples", place.line, place.column, count=len(reply.examples), limit=EXAMPLES)
    names = len(scene.slots) + len(scene.memory)
    if names > NAMES:
        findings.add("too-many-names", 1, count=names, limit=NAMES)

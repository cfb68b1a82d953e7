"""What the map and the list need of a scene, from the head of its sheet: a tenth of the time that building it takes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from trainer.packs.diagnostics import Findings
from trainer.packs.head import DEFAULT_LEVEL, Head, read_head
from trainer.packs.marks import ANYWHERE_WORDS, ON_PURPOSE_WORDS, fold
from trainer.packs.outline import outline
from trainer.packs.reader import read_sheet
from trainer.script import ANYWHERE, Heading, PackScene

MOMENT, REPLY, GESTURE = "==", ">", "("
HEADS, REPLIES, EXAMPLES = frozenset("=＝"), frozenset(">＞"), frozenset("-－ー−‐–—•・･")
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
        talk=talk_of(source),
    )


@lru_cache(maxsize=512)
def goals_of(source: str, told: str) -> Mapping[str, str]:
    """The goals' texts by name, in the words of `told` where it has them."""
    own = {goal.name: goal.text for goal in _head(source).goals}
    if told is source or told == source:
        return own
    words = {fold(goal.name): goal.text for goal in _head(told, translation=True).goals}
    return {name: words.get(fold(name)) or text for name, text in own.items()}


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


def talk_of(text: str) -> int:
    """How much the moment that asks for most asks for, by its shortest spoken answer (0 nothing .. 3 more)."""
    most, shortest, counts, answering = 0, 0, True, False
    # By the first letter alone: thousands of sheets are looked through when the map opens.
    for line in [*text.splitlines(), MOMENT]:
        told = line.strip()
        first = told[:1]
        if first in HEADS:
            most, shortest = max(most, shortest), 0
            # What works at any time is never asked for.
            counts, answering = told.strip("=＝ ") not in ANYWHERE_WORDS, False
        elif first in REPLIES:
            answering = counts
        elif answering and first in EXAMPLES:
            if told[1:2] not in REPLIES:
                said = _length(told[1:].strip())
                shortest = min(shortest, said) if shortest else said
        elif answering and (":" in told or "：" in told or told in ON_PURPOSE_WORDS):
            # Somebody speaks: dots below are other wordings of that line.
            answering = False
    return most


def _length(words: str) -> int:
    """A word or two, a short sentence, or more. Japanese has no spaces: about three letters are a word."""
    japanese = sum(1 for letter in words if letter > "\u3000")
    count = len(words.split()) + japanese / 3.5 - (1 if japanese else 0)
    return 1 if count <= 2.5 else 2 if count <= 5.5 else 3


def _mark(line: str) -> str:
    """The beginning of a line as marks are compared: half width, without the spaces before it."""
    return fold(line[:80])

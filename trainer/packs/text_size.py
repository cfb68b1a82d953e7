"""Looks at the texts of a pack before anybody reads them: UTF-8, lines, characters nobody can see, size of scenes.

Counting only, without understanding a sheet: this runs on every text of somebody else's file, thousands of lines in a
few milliseconds. The checker reports the same limits with their line and column while a sheet is written.
"""

from __future__ import annotations

import re
import unicodedata

from trainer.packs import limits
from trainer.packs.refusals import Refused

ALL_TEXT_BYTES = 16 * 1024 * 1024
"""All texts of a pack together: a thousand long scenes; more would only make the program slow."""

MOST_MARKS = 10
"""Marks upon one letter; Vietnamese and Tibetan need four."""

_MOMENT, _REPLY, _EXAMPLE = ("==", "＝＝"), (">", "＞"), ("-", "－", "・", "ー", "–", "•")
_ARROW = ("->", "－＞", "ー>", "ー＞", "-＞")
_NAMED = ("memory ", "slot ", "覚えておく", "聞き取る言葉")


def check_text(name: str, content: bytes) -> None:
    """Refuse the pack when this text is not plain, is longer than a text may be, or holds too large a scene."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused("text", name) from error
    if "\0" in text:
        raise Refused("text", name)
    if text.count("\n") + text.count("\r") - text.count("\r\n") + 1 > limits.LINES:
        raise Refused("long", name)
    lines = text.splitlines()
    if max(map(len, lines), default=0) > limits.LINE_CHARACTERS:
        raise Refused("long", name)
    # A mark of byte order at the very beginning is an editor's habit, not a disguise.
    if any(limits.is_hidden(character) for character in set(text.removeprefix("\ufeff"))):
        raise Refused("hidden", name)
    if _piled(text):
        raise Refused("long", name)
    if name.endswith(".scene.txt"):
        _scene(name, lines)


def _piled(text: str) -> bool:
    """Are more marks set upon one letter than any language sets there? Drawing them would take the program minutes."""
    marks = "".join(sign for sign in set(text) if unicodedata.category(sign) in ("Mn", "Me"))
    return bool(marks) and bool(re.search(f"[{re.escape(marks)}]{{{MOST_MARKS},}}", text))


def _scene(name: str, lines: list[str]) -> None:
    moments = replies = examples = names = 0
    below_reply = False
    for line in lines:
        bare = line.lstrip()
        if bare.startswith(_MOMENT):
            moments, replies, below_reply = moments + 1, 0, False
        elif bare.startswith(_REPLY):
            replies, examples, below_reply = replies + 1, 0, True
        elif bare.startswith(_EXAMPLE):
            # Below a spoken line `・` is another wording, so that counting ends there.
            examples += below_reply and not bare.startswith(_ARROW)
        elif ":" in bare or "：" in bare:
            below_reply = False
            names += not moments and bare.startswith(_NAMED)
        elif not moments:
            names += bare.startswith(_NAMED)
        if moments > limits.MOMENTS + 1 or replies > limits.REPLIES or examples > limits.EXAMPLES:
            raise Refused("sheet", name)
    if names > limits.NAMES:
        raise Refused("sheet", name)

"""A phrase as understanding sees it: words with signs, letters, and what kind of thing is being said."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

LONGEST = 300
"""Characters of a text that are looked at: its first two thirds and its last third."""

YES, NO, NEGATED, QUESTION, WANTED, ASKED, THANKED, SORRY, UNSURE, GREETED, MINE, WHY = (
    "yes",
    "no",
    "negated",
    "question",
    "wanted",
    "asked",
    "thanked",
    "sorry",
    "unsure",
    "greeted",
    "mine",
    "why",
)
ACTS: tuple[str, ...] = (YES, NO, NEGATED, QUESTION, WANTED, ASKED, THANKED, SORRY, UNSURE, GREETED, MINE, WHY)
"""What kinds of thing are being said; a phrase can be several at once."""


KINDS: tuple[str, ...] = ("number", "date", "time", "people", "nights", "money", "count", "from", "until", "name")
"""What kinds of detail a phrase gives."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """What was made of one text.

    `clean` is the text without hesitations, for vectors; `words` maps each meaningful word (stem or dictionary form)
    to its weight; `marks` gives its sign, -1 when it was said under a negation; `grams` and `sounds` are weighted
    letter sequences of the text and of its reading; `acts` are from ACTS; `sign` is -1 for a phrase that denies;
    `meaning` is the English that vectors are made of (for English the same as `clean`); `shown` gives each word as it
    was said; `told` is the share of the telling words that `meaning` knows; `loose` are numbers and names, which say
    little where the menu does not know them; `spoken` is the reading without marks (Japanese) and `kana` says that the
    text was written in kana alone; `kinds` are from KINDS.
    """

    clean: str
    words: Mapping[str, float]
    marks: Mapping[str, int]
    grams: Mapping[str, float]
    sounds: Mapping[str, float]
    acts: frozenset[str]
    sign: int
    meaning: str = ""
    shown: Mapping[str, str] = field(default_factory=dict)
    told: float = 1.0
    loose: frozenset[str] = frozenset()
    spoken: str = ""
    kana: bool = False
    kinds: frozenset[str] = frozenset()


def shortened(text: str) -> str:
    """NFKC, without control and direction characters, at most LONGEST characters with both ends kept."""
    if len(text) > 4 * LONGEST:
        text = text[: 3 * LONGEST] + " " + text[-LONGEST:]
    text = unicodedata.normalize("NFKC", text)
    text = "".join(" " if unicodedata.category(char)[0] == "C" else char for char in text)
    text = " ".join(text.split())
    if len(text) > LONGEST:
        first = LONGEST * 2 // 3
        text = text[:first] + " " + text[first - LONGEST :]
    return text


def grams(text: str, low: int, high: int) -> dict[str, float]:
    """Counts of all character sequences of `low` to `high` characters, longer ones weighing more."""
    found: dict[str, float] = {}
    for size in range(low, high + 1):
        for start in range(len(text) - size + 1):
            gram = text[start : start + size]
            found[gram] = found.get(gram, 0.0) + size
    return found

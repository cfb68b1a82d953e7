"""A reply put together from its own parts: details of the moment and nothing but words of its own examples.

Examples show a few wordings; details combine freely ("a small coffee", "a coffee with milk": "a small coffee with
milk"). Word for word that is no example, and by likeness it may be far from each. English only: Japanese details carry
particles and endings with them, which say what is meant by them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from trainer.understanding import english, english_signs
from trainer.understanding.details import Details
from trainer.understanding.phrase import shortened

_MARK = re.compile(r"\{\s*([^{}]*?)\s*\}")
_SMALL = frozenset({"a", "an", "the", "and", "please", ",", ".", "!", "?"})
"""May stand anywhere and say nothing."""

_USUAL = 0.5
"""The detail that most of a reply's examples have, at least so large a share of them, is what the reply is about."""


class Composed:
    """The replies of one moment as bags of words and the details that each is about."""

    def __init__(self, replies: Sequence[Sequence[str]], details: Details) -> None:
        self._details = details
        self._words = [frozenset(stem for text in texts for stem in _stems(_MARK.sub(" ", text))) for texts in replies]
        self._about = [_usual([_MARK.findall(text) for text in texts]) for texts in replies]

    def reply(self, text: str) -> int | None:
        """The only reply of which `text` is put together, else None: every detail that the reply is about was said,
        nothing was denied, and no word is left over.
        """
        if not any(self._about):
            return None
        units, signs = english_signs.signed_tokens(shortened(text))
        hits = self._details.places(text)
        if min(signs, default=-1) < 0 or any(hit.refused for _, hit in hits):
            return None
        taken = {place for _, hit in hits for place in range(hit.first, hit.end)}
        rest = {english.stem(unit) for place, unit in enumerate(units) if place not in taken} - _SMALL
        named = {name for name, _ in hits}
        fitting = [n for n, about in enumerate(self._about) if about and about <= named and rest <= self._words[n]]
        return fitting[0] if len(fitting) == 1 else None


def _stems(text: str) -> list[str]:
    return [english.stem(unit) for unit in english_signs.signed_tokens(shortened(text))[0]]


def _usual(marks: Sequence[Sequence[str]]) -> frozenset[str]:
    shares = Counter(name for each in marks for name in set(each))
    most = max(shares.values(), default=0)
    return frozenset(name for name, share in shares.items() if share == most and share >= _USUAL * len(marks))

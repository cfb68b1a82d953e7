"""What can be said at a moment, as a small graph: does a text complete a reply, begin one, or neither?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trainer.hearing.number_words import spoken
from trainer.hearing.plain_words import tokens
from trainer.script import Expectation, Slot

Tokens = tuple[str, ...]
Part = tuple[Tokens, ...]
"""One place in a phrase: the ways it can be filled. A literal has one."""

MOST_NUMBERS = 120
"""A number slot wider than this is heard by its open digits only (a grammar of thousands helps nobody)."""

_SAME: dict[str, Tokens] = {"a": ("a", "an"), "an": ("a", "an")}
"""One to a listener."""

_SLOT = re.compile(r"\{\s*([^{}]*?)\s*\}")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One example of one reply, with its slots opened up."""

    reply: str
    parts: tuple[Part, ...]

    def variants(self) -> Iterator[Tokens]:
        """Wordings in which every filling, and every pair of neighbouring fillings, occurs at least once.

        The full product would be tens of thousands for five slots; a bigram grammar needs only the neighbours.
        """
        seen: set[Tokens] = set()
        first = [part[0] for part in self.parts]
        for place, part in enumerate(self.parts):
            following = self.parts[place + 1] if place + 1 < len(self.parts) else ((),)
            for filling in part:
                for after in following if len(part) > 1 and len(following) > 1 else (following[0],):
                    chosen = [*first[:place], filling, after, *first[place + 2 :]]
                    words = tuple(word for piece in chosen for word in piece)
                    if words and words not in seen:
                        seen.add(words)
                        yield words

    def endings(self) -> Iterator[Tokens]:
        """The last three tokens (or fewer), for every filling of the last two parts."""
        before = self.parts[-2] if len(self.parts) > 1 else ((),)
        for filling in self.parts[-1]:
            for earlier in before:
                yield (*earlier, *filling)[-3:]


@dataclass(frozen=True, slots=True)
class Match:
    """How a text stands among the phrases: it `completes` one, and/or one `goes_on` from it."""

    completes: bool
    goes_on: bool


class PhraseBook:
    """Every phrase of an expectation as one graph from node 0. Immutable once made.

    `edges[node]` maps a token to the nodes it leads to; `ends` are the nodes where a phrase may stop.
    """

    def __init__(self, expectation: Expectation) -> None:
        self.language = expectation.language
        self.phrases = tuple(_phrases(expectation))
        self.edges: list[dict[str, set[int]]] = [{}]
        self.ends: set[int] = set()
        self.endings = frozenset(ending for phrase in self.phrases for ending in phrase.endings())
        self._joined: dict[tuple[int, Part], int] = {}
        for phrase in self.phrases:
            node = 0
            for part in phrase.parts:
                node = self._join(node, part)
            self.ends.add(node)

    def match(self, heard: Sequence[str]) -> Match:
        """Where `heard` (tokens) stands."""
        here = {0}
        for token in heard:
            here = {after for node in here for same in _SAME.get(token, (token,)) for after in self._after(node, same)}
            if not here:
                return Match(False, False)
        return Match(bool(here & self.ends) and bool(heard), any(self.edges[node] for node in here))

    def _after(self, node: int, token: str) -> set[int]:
        return self.edges[node].get(token, set())

    def vocabulary(self) -> frozenset[str]:
        """Every token of every phrase."""
        return frozenset(token for node in self.edges for token in node)

    def _join(self, node: int, part: Part) -> int:
        """The node after `part`: phrases that begin alike share it, and all fillings of a slot meet there."""
        known = self._joined.get((node, part))
        if known is not None:
            return known
        if len(part) == 1 and len(part[0]) > 1:
            after = node
            for word in part[0]:
                after = self._join(after, ((word,),))
        else:
            after = self._new_node()
            for words in part:
                before = node
                for word in words[:-1]:
                    before = self._step(before, word)
                self.edges[before].setdefault(words[-1], set()).add(after)
        self._joined[(node, part)] = after
        return after

    def _step(self, node: int, word: str) -> int:
        after = self._new_node()
        self.edges[node].setdefault(word, set()).add(after)
        return after

    def _new_node(self) -> int:
        self.edges.append({})
        return len(self.edges) - 1


def _phrases(expectation: Expectation) -> Iterator[Phrase]:
    slots = {slot.name: fillings(slot, expectation.language) for slot in expectation.slots}
    for reply in expectation.replies:
        if reply.gesture:
            continue
        for example in (*reply.examples, *reply.learned) or (reply.label,):
            parts = _parts(example, slots, expectation.language)
            if parts:
                yield Phrase(reply.id, parts)


def fillings(slot: Slot, language: str) -> Part:
    """Every way of saying a slot's values."""
    if slot.is_number:
        numbers = range(slot.low, min(slot.high, slot.low + MOST_NUMBERS) + 1)
        said = [tokens(spoken(number, language), language) for number in numbers]
    else:
        said = [tokens(name, language) for value in slot.values for name in (value.label, *value.others)]
    return tuple(dict.fromkeys(words for words in said if words))


def _parts(example: str, slots: dict[str, Part], language: str) -> tuple[Part, ...]:
    parts: list[Part] = []
    for place, piece in enumerate(_SLOT.split(example)):
        if place % 2:
            filled = slots.get(piece, ())
        else:
            words = tokens(piece, language)
            filled = (words,) if words else ()
        if filled:
            parts.append(filled)
    return tuple(parts)

"""The phrases of a moment as places words can stand in: looser than the phrases, stricter than word pairs.

A phrase is cut into parts (its own words, articles, slots). Which part may follow which is taken from the phrases, and
any slot may also follow any other part with a small chance, so that "a large coffee" helps "a coffee with milk, large".
Within a part only its own fillings can be said. A word is known by where it stands: `of` in "a lot of milk" and `of`
in "a bit of milk" are two words that sound the same, so that pairs of words are enough to say all this.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from trainer.hearing.phrases import Part, Phrase, Tokens

START, STOP = "<s>", "</s>"
MARK = "~"
"""Between a word and the number of the place it stands in."""

ARTICLE: Part = (("a",), ("an",))
LOOSE = 0.05
"""Chance that another part follows than in any phrase."""

RARE = 0.0001
"""The same after words in the middle of a phrase ("and", "with"), which are said for the sake of what follows them."""

Chances = dict[str, float]
State = frozenset[Tokens]
"""What may still come within a part."""


@dataclass(slots=True)
class MomentGraph:
    """`follows[word]` says what may follow and how likely; words carry the number of their place ("of~12").

    `last_of[word]` is there for a word inside a slot's value after which only one word, the last, can come.
    `slot_of[word]` numbers the slot a word stands in, where no phrase has that slot twice; `within[word]` are the words
    that go on in the same value.
    """

    follows: dict[str, Chances] = field(default_factory=dict)
    last_of: dict[str, str] = field(default_factory=dict)
    slot_of: dict[str, int] = field(default_factory=dict)
    within: dict[str, frozenset[str]] = field(default_factory=dict)

    def words(self) -> tuple[str, ...]:
        """Every word with its place."""
        return tuple(word for word in self.follows if word != START)


def plain_word(word: str) -> str:
    """The word itself, without its place or a pronunciation's number."""
    return word.split("(")[0].split(MARK)[0]


def cut_short(path: Sequence[str], graph: MomentGraph) -> tuple[int, ...]:
    """Places in a path after which a slot's value lacks its last word and nothing else could have been said.

    In noise a weak last word ("soy *milk*") is taken into the one before: a path that stops there costs nothing.
    """
    return tuple(
        place
        for place, (word, after) in enumerate(pairwise((*path, STOP)))
        if word in graph.last_of and after not in graph.follows[word]
    )


def jumps(path: Sequence[str], graph: MomentGraph) -> int:
    """Places where a path goes on, or ends, as was not foreseen: there the sound did not fit anything that may come."""
    return sum(after not in graph.follows.get(word, ()) for word, after in pairwise((START, *path, STOP)))


def faults(path: Sequence[str], graph: MomentGraph) -> int:
    """Jumps, and slots filled again: whoever orders one coffee does not name two."""
    filled = Counter(
        graph.slot_of[after]
        for word, after in pairwise((START, *path))
        if after in graph.slot_of and after not in graph.within.get(word, ())
    )
    return jumps(path, graph) + sum(filled.values()) - len(filled)


def build(phrases: Sequence[Phrase], loose: float = LOOSE) -> MomentGraph:
    """The graph of these phrases."""
    return _Builder(phrases, loose).graph()


class _Builder:
    def __init__(self, phrases: Sequence[Phrase], loose: float) -> None:
        self._names: dict[tuple[Part, str, State], str] = {}
        cut = [_pieces(phrase) for phrase in phrases]
        self._after = _part_chances(cut, loose)
        once = (part for part in self._after if part is not None and _is_slot(part) and _once(part, cut))
        self._numbers = {part: number for number, part in enumerate(once)}

    def graph(self) -> MomentGraph:
        graph = MomentGraph({START: self._leaving(None)})
        done: set[str] = set()
        while fresh := [place for place, name in self._names.items() if name not in done]:
            for part, word, state in fresh:
                name = self._names[(part, word, state)]
                done.add(name)
                graph.follows[name] = self._following(part, state)
                if part in self._numbers:
                    graph.slot_of[name] = self._numbers[part]
                    inside, _ = _branches(state)
                    graph.within[name] = frozenset(self._name(part, other, rest) for other, (rest, _) in inside.items())
                if len(part) > 1 and len(state) == 1 and len(rest := next(iter(state))) == 1:
                    graph.last_of[name] = self._name(part, rest[0], frozenset({()}))
        return graph

    def _following(self, part: Part, state: State) -> Chances:
        within, ended = _branches(state)
        chances: Chances = {self._name(part, word, rest): chance for word, (rest, chance) in within.items()}
        if ended:
            for name, chance in self._leaving(part).items():
                chances[name] = chances.get(name, 0.0) + chance * ended
        return chances

    def _leaving(self, part: Part | None) -> Chances:
        chances: Chances = {}
        for following, chance in self._after[part].items():
            if following is None:
                chances[STOP] = chances.get(STOP, 0.0) + chance
                continue
            within, _ = _branches(frozenset(following))
            for word, (rest, share) in within.items():
                name = self._name(following, word, rest)
                chances[name] = chances.get(name, 0.0) + chance * share
        return chances

    def _name(self, part: Part, word: str, rest: State) -> str:
        return self._names.setdefault((part, word, rest), f"{word}{MARK}{len(self._names)}")


def _branches(state: State) -> tuple[dict[str, tuple[State, float]], float]:
    """The next words of a part with their share, and the share of fillings that end here."""
    rests: defaultdict[str, set[Tokens]] = defaultdict(set)
    ended = 0
    for filling in sorted(state):
        if filling:
            rests[filling[0]].add(filling[1:])
        else:
            ended += 1
    return {word: (frozenset(rest), len(rest) / len(state)) for word, rest in rests.items()}, ended / len(state)


def _pieces(phrase: Phrase) -> list[Part]:
    """The phrase's parts with the articles of its own words apart: "a" and "an" are one to a listener."""
    pieces: list[Part] = []
    for part in phrase.parts:
        if len(part) > 1:
            pieces.append(part)
            continue
        run: Tokens = ()
        for word in part[0]:
            if (word,) in ARTICLE:
                pieces += [(run,), ARTICLE] if run else [ARTICLE]
                run = ()
            else:
                run = (*run, word)
        if run:
            pieces.append((run,))
    return pieces


def _part_chances(phrases: Sequence[Sequence[Part]], loose: float) -> dict[Part | None, dict[Part | None, float]]:
    """Which part follows which. None is the beginning on the left and the end on the right."""
    seen: defaultdict[Part | None, Counter[Part | None]] = defaultdict(Counter)
    for parts in phrases:
        for before, after in zip([None, *parts], [*parts, None], strict=True):
            seen[before][after] += 1
    slots = [part for part in seen if part is not None and _is_slot(part)]
    inner = [part for part in seen if part is not None and part != ARTICLE and part not in seen[None]]
    joints = [part for part in inner if part not in slots]
    chances: dict[Part | None, dict[Part | None, float]] = {}
    for before, following in seen.items():
        wider: list[Part | None] = [part for part in slots if part not in following and part != before]
        if before is None and ARTICLE in seen and ARTICLE not in following:
            wider.append(ARTICLE)
        if before in slots:
            # Only after a slot: "with and", "a with" would else swallow what the noise hides.
            wider += [part for part in joints if part not in following]
            wider += [] if None in following else [None]
        room = (min(loose, RARE) if before in joints else loose) if wider else 0.0
        total = sum(following.values())
        chances[before] = {part: (1.0 - room) * count / total for part, count in following.items()}
        chances[before].update({part: room / len(wider) for part in wider})
    return chances


def _is_slot(part: Part) -> bool:
    return len(part) > 1 and part != ARTICLE


def _once(part: Part, phrases: Sequence[Sequence[Part]]) -> bool:
    return all(parts.count(part) <= 1 for parts in phrases)

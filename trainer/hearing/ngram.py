"""A small trigram language model of what can be said at a moment, in ARPA format, with room for other words.

Counts are computed from the phrases' structure (each phrase weighs the same, each filling of a slot the same), not
from sampled sentences, so five slots with a product of thousands cost as little as one. Back-off with a fixed
discount (Katz, 1987, with the constant discount of the CMU toolkit).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from trainer.hearing.phrases import Phrase

START, STOP = "<s>", "</s>"
Counts = dict[tuple[str, ...], float]


@dataclass(frozen=True, slots=True)
class Shape:
    """How the model is smoothed: `discount` is left to shorter histories, `garbage` to words of no phrase."""

    discount: float = 0.5
    garbage: float = 0.1


def counts(phrases: Iterable[Phrase]) -> Counts:
    """Expected counts of one, two and three words in a row, sentence ends included."""
    found: defaultdict[tuple[str, ...], float] = defaultdict(float)
    for phrase in phrases:
        before: Mapping[tuple[str, ...], float] = {(START,): 1.0}
        for part in (*phrase.parts, ((STOP,),)):
            after: defaultdict[tuple[str, ...], float] = defaultdict(float)
            for filling in part:
                for history, weight in before.items():
                    after[_walk(history, filling, weight / len(part), found)] += weight / len(part)
            before = after
    return dict(found)


def _walk(
    history: tuple[str, ...], filling: tuple[str, ...], weight: float, found: defaultdict[tuple[str, ...], float]
) -> tuple[str, ...]:
    for word in filling:
        history = (*history[-2:], word)
        for size in range(1, len(history) + 1):
            found[history[-size:]] += weight
    return history[-2:]


def arpa(found: Counts, garbage: Iterable[str], shape: Shape) -> str:
    """The model as an ARPA file. `garbage` words share a fixed part of the single-word probability."""
    one = _single(found, tuple(garbage), shape)
    two, back_one = _conditional(found, 2, shape.discount, one.__getitem__)
    lower = {gram: math.exp(value) for gram, value in two.items()}

    def pair(gram: tuple[str, ...]) -> float:
        if gram in lower:
            return lower[gram]
        return back_one.get(gram[:1], 1.0) * one[gram[1:]]

    three, back_two = _conditional(found, 3, shape.discount, pair)
    lines = ["\\data\\", f"ngram 1={len(one) + 1}", f"ngram 2={len(two)}", f"ngram 3={len(three)}", "", "\\1-grams:"]
    lines.append(f"-99.0 {START} {_log10(back_one.get((START,), 1.0)):.4f}")
    for gram, chance in one.items():
        lines.append(f"{_log10(chance):.4f} {gram[0]} {_log10(back_one.get(gram, 1.0)):.4f}")
    lines += ["", "\\2-grams:"]
    for gram, value in two.items():
        lines.append(f"{value / math.log(10):.4f} {' '.join(gram)} {_log10(back_two.get(gram, 1.0)):.4f}")
    lines += ["", "\\3-grams:"]
    lines += [f"{value / math.log(10):.4f} {' '.join(gram)}" for gram, value in three.items()]
    return "\n".join([*lines, "", "\\end\\", ""])


def _single(found: Counts, garbage: tuple[str, ...], shape: Shape) -> dict[tuple[str, ...], float]:
    said = {gram: count for gram, count in found.items() if len(gram) == 1}
    others: list[tuple[str, ...]] = [(word,) for word in dict.fromkeys(garbage) if (word,) not in said]
    total = sum(said.values())
    mass = shape.garbage if others else 0.0
    chances: dict[tuple[str, ...], float] = {gram: count / total * (1 - mass) for gram, count in said.items()}
    chances.update({gram: mass / len(others) for gram in others})
    return chances


def _conditional(
    found: Counts, size: int, discount: float, lower: Callable[[tuple[str, ...]], float]
) -> tuple[dict[tuple[str, ...], float], dict[tuple[str, ...], float]]:
    """Log probabilities of the n-grams seen and the back-off weight of each history."""
    by_history: defaultdict[tuple[str, ...], dict[str, float]] = defaultdict(dict)
    for gram, count in found.items():
        if len(gram) == size:
            by_history[gram[:-1]][gram[-1]] = count
    chances: dict[tuple[str, ...], float] = {}
    backs: dict[tuple[str, ...], float] = {}
    for history, following in by_history.items():
        total = sum(following.values())
        covered = 0.0
        for word, count in following.items():
            chances[(*history, word)] = math.log(count / total * (1 - discount))
            covered += lower((*history[1:], word))
        backs[history] = discount / max(1e-6, 1.0 - covered)
    return chances, backs


def _log10(value: float) -> float:
    return math.log10(max(value, 1e-12))

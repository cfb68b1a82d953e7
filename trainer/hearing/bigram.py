"""A language model of word pairs in ARPA format, from known chances; with room for other words or none.

Back-off as in Katz (1987), with one constant share left to words that do not usually follow.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from trainer.hearing.moment_graph import START, STOP

NEVER = 1e-30
"""Left to words that do not follow: so little that only what was foreseen can be heard."""


def arpa(
    follows: Mapping[str, Mapping[str, float]], garbage: Sequence[str] = (), left: float = NEVER, mass: float = 0.5
) -> str:
    """The model as text. `left` of each word's chances goes to the unforeseen, `mass` of that to `garbage` words."""
    single = _single(follows, garbage, mass)
    pairs = {word: {other: chance * (1.0 - left) for other, chance in after.items()} for word, after in follows.items()}
    lines = ["\\data\\", f"ngram 1={len(single) + 1}", f"ngram 2={sum(map(len, pairs.values()))}", "", "\\1-grams:"]
    for word, chance in ({START: 0.0} | single).items():
        seen = sum(single[other] for other in pairs.get(word, ()))
        back = left / max(1e-6, 1.0 - seen) if word in pairs else 1.0
        if word == STOP and not garbage:
            # PocketSphinx tries the end in the middle too: what would follow it then is as unforeseen as anything.
            back = NEVER
        lines.append(f"{_log(chance):.4f} {word} {_log(back):.4f}")
    lines += ["", "\\2-grams:"]
    lines += [f"{_log(chance):.4f} {word} {other}" for word, after in pairs.items() for other, chance in after.items()]
    return "\n".join([*lines, "", "\\end\\", ""])


def _single(follows: Mapping[str, Mapping[str, float]], garbage: Sequence[str], mass: float) -> dict[str, float]:
    sums: defaultdict[str, float] = defaultdict(float)
    for after in follows.values():
        for word, chance in after.items():
            sums[word] += chance
    total = sum(sums.values())
    kept = 1.0 - mass if garbage else 1.0
    single = {word: value / total * kept for word, value in sums.items()}
    single.update({word: mass / len(garbage) for word in garbage})
    return single


def _log(chance: float) -> float:
    return math.log10(chance) if chance > 1e-90 else -99.0

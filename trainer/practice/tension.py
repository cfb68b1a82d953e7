"""Tension 0-10 before and after (the SUDS question), and expected against met. Compared only with one's own past.

Numbers may rise: staying although it was tense is what is learnt (Craske et al. 2014, inhibitory learning), so nothing
here calls a lower number better.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from trainer.practice.progress import Visit

Change = Literal["lower", "same", "higher"]


@dataclass(frozen=True, slots=True)
class TensionPair:
    """Before and after one visit, both given."""

    visit: str
    scene: str
    when: str
    before: int
    after: int

    @property
    def change(self) -> Change:
        """How the second number stands to the first."""
        return "lower" if self.after < self.before else "higher" if self.after > self.before else "same"


@dataclass(frozen=True, slots=True)
class ExpectationPair:
    """What was expected, and whether it happened: "no", "partly", "yes"."""

    visit: str
    scene: str
    when: str
    expected: str
    met: str


def pairs(visited: Iterable[Visit]) -> tuple[TensionPair, ...]:
    """The visits in which both numbers were given, oldest first."""
    return tuple(
        TensionPair(one.id, one.scene, one.when, one.tension_before, one.tension_after)
        for one in visited
        if one.tension_before is not None and one.tension_after is not None
    )


def expectations(visited: Iterable[Visit]) -> tuple[ExpectationPair, ...]:
    """The visits in which something was expected and it was said whether it happened, oldest first."""
    return tuple(
        ExpectationPair(one.id, one.scene, one.when, one.expected, one.expectation_met)
        for one in visited
        if one.expected and one.expectation_met
    )


def offer_gentler(visited: Sequence[Visit]) -> bool:
    """True when tension rose in the last two visits that have both numbers: a gentler dial may be offered, no more.

    The rule is from our research on adverse effects: offered after two rises running, never a block.
    """
    last = pairs(visited)[-2:]
    return len(last) == 2 and all(pair.change == "higher" for pair in last)

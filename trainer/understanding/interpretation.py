"""The interface of understanding: `interpret(utterance, expectation) -> Interpretation`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

from trainer.script import Expectation, Value
from trainer.speech import Utterance

Outcome = Literal["sure", "ask", "unclear"]


@dataclass(frozen=True, slots=True)
class SlotFound:
    """A detail that was said: its key, the words it was said with, and whether it was refused ("no coffee")."""

    value: Value
    words: str = ""
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Interpretation:
    """What was understood.

    `sure`: act on `reply`. `ask`: offer `best` and `second`. `unclear`: the scene's gentle off-script way.
    `probability` is that of `best` (0..1, honest); `deciding` are the words that decided.
    """

    utterance: Utterance
    outcome: Outcome
    reply: str | None
    best: str
    second: str | None
    probability: float
    slots: Mapping[str, SlotFound] = field(default_factory=dict)
    deciding: tuple[str, ...] = ()


class Interpreter(Protocol):
    """What the session needs of understanding."""

    def open(self, expectation: Expectation) -> None:
        """Prepare for a moment (cache what can be cached); optional, at most 30 ms."""

    def interpret(self, utterance: Utterance, expectation: Expectation) -> Interpretation:
        """Decide what was meant; never raises, at most 20 ms."""

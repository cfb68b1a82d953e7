"""What is recorded of a turn, by name: apart from the rest, because the record is read before the first picture."""

from typing import Literal

FactKind = Literal[
    "began",
    "answered",
    "taken-back",
    "asked-which",
    "not-understood",
    "not-heard",
    "stayed-quiet",
    "asked-again",
    "hint",
    "said-for-me",
    "goal",
    "dial",
    "breath",
    "way",
    "tried-wrong",
    "left",
    "finished",
]

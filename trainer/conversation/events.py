"""What can happen in a visit, in the past tense. Time arrives inside events; nothing here asks a clock.

An event that answers a turn carries that turn; a late one is ignored. Facts from the world are met in every phase.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from trainer.script import Value
from trainer.speech import Way
from trainer.understanding.interpretation import Interpretation


@dataclass(frozen=True, slots=True)
class VisitBegan:
    """The trainee came in. `memory` are values kept from earlier visits."""

    dials: Mapping[str, int] = field(default_factory=dict)
    way: Way = "choose"
    memory: Mapping[str, Value] = field(default_factory=dict)
    barge_in: bool = False
    time: float = 0.0


@dataclass(frozen=True, slots=True)
class PartnerFinished:
    """All lines of this turn have been said (or shown, without a voice)."""

    turn: int
    time: float = 0.0


@dataclass(frozen=True, slots=True)
class TraineeBegan:
    """The first sound of speech (or the first key of typing) in this turn."""

    turn: int
    time: float = 0.0


@dataclass(frozen=True, slots=True)
class TurnReopened:
    """Speech went on after the turn was closed: the partner stops and the same turn is open again."""

    turn: int
    time: float = 0.0


@dataclass(frozen=True, slots=True)
class Replied:
    """Words were said or typed and understanding has read them."""

    turn: int
    interpretation: Interpretation
    way: Way
    time: float = 0.0


@dataclass(frozen=True, slots=True)
class ReplyPicked:
    """A reply was picked outright: chosen, a gesture, one of the two buttons (`confirms`), or "say it for me".

    `words` is the example that was picked or modelled, if one was, and `slots` the details in it. `said_for_me`: the
    program says it aloud first.
    """

    turn: int
    reply: str
    way: Way
    words: str = ""
    slots: Mapping[str, Value] = field(default_factory=dict)
    said_for_me: bool = False
    confirms: bool = False
    time: float = 0.0


@dataclass(frozen=True, slots=True)
class NeitherMeant:
    """Asked "did you mean ... or ...?", the trainee said neither."""

    turn: int
    time: float = 0.0


@dataclass(frozen=True, slots=True)
class SilencePassed:
    """`seconds` of quiet have passed since the trainee's turn began (a number that the scene asked to hear of)."""

    turn: int
    seconds: int
    time: float = 0.0


@dataclass(frozen=True, slots=True)
class HelpAsked:
    """The trainee said "I don't know what to say": the next hint, at no cost."""

    turn: int
    time: float = 0.0


@dataclass(frozen=True, slots=True)
class RepeatAsked:
    """The trainee pressed "hear again" (`slower` for the slower button)."""

    turn: int
    slower: bool = False
    time: float = 0.0


@dataclass(frozen=True, slots=True)
class DialTurned:
    """A dial was moved, before or in the middle of the scene."""

    name: str
    value: int
    time: float = 0.0


@dataclass(frozen=True, slots=True)
class WayChanged:
    """Another way of answering from now on."""

    way: Way
    time: float = 0.0


@dataclass(frozen=True, slots=True)
class BreathBegan:
    """The trainee takes a breath: everything waits."""

    time: float = 0.0


@dataclass(frozen=True, slots=True)
class BreathEnded:
    """Back from the breath; nothing was lost and nobody waited impatiently."""

    time: float = 0.0


@dataclass(frozen=True, slots=True)
class LeaveAsked:
    """Leave, kindly, from anywhere. Asked a second time (or `at_once`) the scene closes without more words."""

    at_once: bool = False
    time: float = 0.0


WorldFact = Literal[
    "microphone-ready",
    "microphone-absent",
    "microphone-lost",
    "microphone-muted",
    "microphone-stalled",
    "microphone-changed",
    "recogniser-ready",
    "recogniser-restarted",
    "recogniser-unavailable",
    "recogniser-failed",
    "voice-ready",
    "voice-restarted",
    "voice-unavailable",
    "voice-failed",
]


@dataclass(frozen=True, slots=True)
class WorldChanged:
    """A fact from the world: a microphone, a recogniser or a voice came or went. Never an error."""

    fact: WorldFact
    detail: str = ""
    time: float = 0.0


Event = (
    VisitBegan
    | PartnerFinished
    | TraineeBegan
    | TurnReopened
    | Replied
    | ReplyPicked
    | NeitherMeant
    | SilencePassed
    | HelpAsked
    | RepeatAsked
    | DialTurned
    | WayChanged
    | BreathBegan
    | BreathEnded
    | LeaveAsked
    | WorldChanged
)

"""What the conversation asks for, in the imperative. Codes and pack text only, never program sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from trainer.conversation.fact_kinds import FactKind as FactKind
from trainer.script import Expectation, SpokenLine, Value
from trainer.speech import Way


@dataclass(frozen=True, slots=True)
class Say:
    """Say these lines, in order; answer with PartnerFinished(turn). Without a voice they are shown all the same."""

    turn: int
    lines: tuple[SpokenLine, ...]
    slower: bool = False


@dataclass(frozen=True, slots=True)
class Narrate:
    """Seen or heard, not said (a cue of the sheet)."""

    text: str


@dataclass(frozen=True, slots=True)
class Listen:
    """The trainee's turn: be ready for these replies. Asked together with Say where barge-in is allowed.

    `silences` are the seconds of quiet the scene wants to hear of (SilencePassed).
    """

    turn: int
    expectation: Expectation
    silences: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class StopSpeaking:
    """Be quiet at once."""


@dataclass(frozen=True, slots=True)
class StopListening:
    """The turn is over, or everything waits."""


@dataclass(frozen=True, slots=True)
class ShowHint:
    """Show the hint of that level (1..3)."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class AskWhich:
    """Two replies are possible: "did you mean ... or ...?" (reply ids and their labels)."""

    turn: int
    best: str
    best_label: str
    second: str
    second_label: str


@dataclass(frozen=True, slots=True)
class ConfirmHeard:
    """Tell the trainee what was understood (in Japanese it is repeated back)."""

    reply: str
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class LearnWords:
    """The trainee confirmed that these words mean that reply in that moment: one more example, kept only here."""

    moment: str
    reply: str
    words: str


@dataclass(frozen=True, slots=True)
class Keep:
    """A value to carry to the next visit of this scene."""

    name: str
    value: Value


@dataclass(frozen=True, slots=True)
class Record:
    """A plain fact for the trainee's own record. `words` only reaches storage when the trainee turned that on."""

    kind: FactKind
    moment: str
    turn: int
    way: Way | None = None
    reply: str = ""
    detail: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the trainee may want to know, as a code (`microphone-lost`, `asked-twice`, ...)."""

    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class End:
    """The scene is over: it came to its end, or the trainee left. Both are fine."""

    how: Literal["finished", "left"]


Effect = (
    Say
    | Narrate
    | Listen
    | StopSpeaking
    | StopListening
    | ShowHint
    | AskWhich
    | ConfirmHeard
    | LearnWords
    | Keep
    | Record
    | Notice
    | End
)

"""Words for sound and speech that every floor shares: audio, what was heard, what is being said.

Floor 0: standard library only. Every value is immutable and carries what the stage before it knew.
Times are seconds on the monotonic clock of the process that made the value.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from trainer.ways import WAYS as WAYS
from trainer.ways import Way as Way

HEARING_RATE = 16_000
"""Sample rate, in hertz, at which every recogniser is fed (int16, mono)."""


@dataclass(frozen=True, slots=True)
class AudioFormat:
    """How samples are laid out: always 16-bit signed little-endian, interleaved."""

    rate: int
    channels: int = 1


@dataclass(frozen=True, slots=True)
class AudioChunk:
    """A piece of sound: `pcm` is int16 mono at `rate` Hz; `time` is when its first sample was heard (s)."""

    pcm: bytes
    rate: int
    time: float

    @property
    def seconds(self) -> float:
        """Length of the piece in seconds."""
        return len(self.pcm) / 2 / self.rate


@dataclass(frozen=True, slots=True)
class Word:
    """One recognised word; `start` and `end` are seconds from the beginning of the turn's audio."""

    text: str
    start: float = 0.0
    end: float = 0.0
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Partial:
    """What has been heard so far in an unfinished turn."""

    turn: int
    text: str
    time: float = 0.0


@dataclass(frozen=True, slots=True)
class Utterance:
    """What the trainee said in one turn, spoken or typed: the trace back to what was heard.

    `alternatives` are further readings of the same sound, best first, without `text` itself.
    `engine` is "typed", "vosk", "pocketsphinx" ...; `start`/`end` bound the speech on the monotonic clock.
    """

    text: str
    language: str
    way: Way = "type"
    words: tuple[Word, ...] = ()
    alternatives: tuple[str, ...] = ()
    engine: str = "typed"
    start: float = 0.0
    end: float = 0.0


# --- facts the ears report (hearing/ posts these; the runner passes them on) -------------------------------


@dataclass(frozen=True, slots=True)
class SpeechBegan:
    """The first sound of speech in a turn: the turn is stamped here, not at the endpoint."""

    turn: int
    time: float


@dataclass(frozen=True, slots=True)
class SpeechReopened:
    """Speech went on after the turn had been closed; the same turn is open again with its words kept."""

    turn: int
    time: float


@dataclass(frozen=True, slots=True)
class TurnHeard:
    """The turn is over: its final result. An empty utterance text means sound without words."""

    turn: int
    utterance: Utterance


@dataclass(frozen=True, slots=True)
class LevelHeard:
    """Microphone level for the meter: `rms` and `noise_floor` in dBFS (<= 0), `speech` probability 0..1."""

    rms: float
    noise_floor: float
    speech: float


MicrophoneState = Literal["ready", "absent", "lost", "muted", "stalled", "changed"]


@dataclass(frozen=True, slots=True)
class MicrophoneChanged:
    """The microphone came, went, fell silent (exact zeros: muted or not permitted) or became another device."""

    state: MicrophoneState
    device: str = ""


EarState = Literal["ready", "unavailable", "restarted", "failed"]


@dataclass(frozen=True, slots=True)
class RecogniserChanged:
    """The recogniser started, was restarted after a crash or hang, or cannot be had (`reason`, a code)."""

    state: EarState
    engine: str = ""
    reason: str = ""


# --- facts the voice reports (speaking/ posts these) ---------------------------------------------------------


@dataclass(frozen=True, slots=True)
class WordTime:
    """A piece of a line and when it sounds: characters [first, last) of the text, `at` seconds from its start."""

    first: int
    last: int
    at: float


@dataclass(frozen=True, slots=True)
class RenderedLine:
    """A line as sound: int16 mono `pcm` at `rate` Hz, the mouth `envelope` (0..1, 30 values a second), word times."""

    pcm: bytes
    rate: int
    envelope: tuple[float, ...]
    words: tuple[WordTime, ...]

    @property
    def seconds(self) -> float:
        """Length in seconds."""
        return len(self.pcm) / 2 / self.rate


@dataclass(frozen=True, slots=True)
class LineBegan:
    """Line number `index` of the lines asked for in this turn began to sound (or to show, without a voice)."""

    turn: int
    index: int
    time: float


@dataclass(frozen=True, slots=True)
class WordReached:
    """The voice reached characters [first, last) of line `index`."""

    turn: int
    index: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class MouthMoved:
    """How far the mouth is open, 0..1, at about 30 Hz while speaking; 0 at the end."""

    opening: float


@dataclass(frozen=True, slots=True)
class SpeakingFinished:
    """Every line asked for in this turn has been said; `stopped` when it was interrupted."""

    turn: int
    time: float
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class VoiceChanged:
    """The voice started, was restarted, or cannot be had (`reason`, a code); captions go on without it."""

    state: EarState
    voice: str = ""
    reason: str = ""


HeardFact = SpeechBegan | SpeechReopened | Partial | TurnHeard | LevelHeard | MicrophoneChanged | RecogniserChanged
SpokenFact = LineBegan | WordReached | MouthMoved | SpeakingFinished | VoiceChanged
Fact = HeardFact | SpokenFact
Post = Callable[[Fact], None]
"""How an edge reports: it only ever posts, from any thread, and never waits."""


@dataclass(frozen=True, slots=True)
class VoiceInfo:
    """A voice that can be chosen: stable `id`, shown `name`, language tag, engine, and credit where one is owed."""

    id: str
    name: str
    language: str
    engine: str
    gender: Literal["female", "male", "neutral"] = "neutral"
    credit: str = ""


@dataclass(frozen=True, slots=True)
class VoiceTraits:
    """What somebody's voice is like, whatever voices are installed; the defaults change nothing.

    `pick` says which of the voices of that gender is meant (counted round), `semitones` moves its pitch, `size` plays
    the sound that much faster or slower (a smaller or larger speaker), `pace` is a factor on the speaking rate.
    """

    gender: Literal["female", "male", "neutral"] = "neutral"
    pick: int = 0
    semitones: float = 0.0
    size: float = 1.0
    pace: float = 1.0


@dataclass(frozen=True, slots=True)
class DeviceInfo:
    """A sound device as the trainee sees it."""

    id: str
    name: str
    default: bool = False


@dataclass(frozen=True, slots=True)
class SpeechModelInfo:
    """An installed or installable speech model. `arrived`: bytes of a download that was paused."""

    id: str
    language: str
    engine: str
    state: Literal["absent", "downloading", "verifying", "unpacking", "ready", "broken"]
    bytes: int = 0
    licence: str = ""
    path: str = ""
    notes: tuple[str, ...] = field(default=())
    arrived: int = 0

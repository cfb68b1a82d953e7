"""What every recogniser can do, whichever engine it is; they all live in the child process."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, Protocol

from trainer.script import Expectation
from trainer.speech import Word

EngineName = Literal["vosk", "pocketsphinx"]


@dataclass(frozen=True, slots=True)
class Decoded:
    """The words of the turn so far. `alternatives` are further readings, best first, without `text`.

    Word times are seconds of the audio that was fed since `expect`.
    """

    text: str
    words: tuple[Word, ...] = ()
    alternatives: tuple[str, ...] = ()


class RecogniserError(Exception):
    """The engine or its speech model cannot be used. `code` is stable, `sentence` is for people."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


class Recogniser(Protocol):
    """One engine with one speech model. Not for several threads."""

    @property
    def engine(self) -> EngineName:
        """Which engine it is."""

    def expect(self, expectation: Expectation) -> None:
        """A turn begins: forget everything heard and be ready for these replies."""

    def feed(self, pcm: bytes) -> None:
        """Hear some more: int16 mono at 16 kHz, any even number of bytes."""

    def partial(self) -> str:
        """The words of the turn so far; may still change."""

    def settle(self) -> None:
        """It has become quiet: whatever the final result will need may be computed now."""

    def final(self) -> Decoded:
        """The words of the turn so far, as sure as they get. Feeding afterwards continues the same turn, as if this had
        not been asked.
        """


def distance(one: Iterable[str], other: Iterable[str]) -> float:
    """How far apart two token sequences are: 0 the same, 1 nothing in common (of the longer one)."""
    a, b = list(one), list(other)
    if not a and not b:
        return 0.0
    same = sum(block.size for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks())
    return 1.0 - same / max(len(a), len(b))


def without_repeats(texts: Iterable[str], but: str) -> tuple[str, ...]:
    """`texts` in order, each once, without empty ones and without `but`."""
    return tuple(text for text in dict.fromkeys(texts) if text and text != but)

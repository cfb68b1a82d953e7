"""Patience: how long to wait in quiet before a turn counts as over. Pure: no clock, the quiet is given.

Measured on 58 hesitant recordings: a fixed 0.5 s cuts all of them off; waiting by what was said cuts off 2-4 %
and still answers a finished reply in half a second (docs/decisions/0191-half-a-second.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise

from trainer.hearing.hesitations import ends_open, strip_fillers
from trainer.hearing.phrases import PhraseBook
from trainer.hearing.plain_words import UNKNOWN, is_japanese, plain, tokens
from trainer.speech import Word

LEAST_PAUSE, USUAL_PAUSE, MOST_PAUSE = 2.0, 4.0, 8.0
"""The setting's range and where it begins, in seconds."""

REOPENING = 1.2
"""Speech within this many seconds after the partner begins takes the turn back."""


class Standing(Enum):
    """How finished a reply looks."""

    SILENT = "silent"
    """No words yet."""
    OPEN = "open"
    """Ends in a filler or a word that wants another: never over while it can be helped."""
    UNFINISHED = "unfinished"
    PLAUSIBLE = "plausible"
    """Looks complete, but more may come."""
    COMPLETE = "complete"
    """An expected reply that is not the beginning of another."""


SCALE = ((LEAST_PAUSE, 0.24, 1.4), (USUAL_PAUSE, 0.4, 2.0), (MOST_PAUSE, 1.0, 3.0))
"""By the setting (s): how long a complete and a plausible reply wait (s); straight lines between."""


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds of quiet that end a turn, by how finished the reply looks.

    `reopened` counts the turns that were taken up again after they had been closed.
    """

    complete: float = SCALE[1][1]
    plausible: float = SCALE[1][2]
    pause: float = USUAL_PAUSE
    reopened: int = 0

    def with_pause(self, pause: float, *, learnt: bool = False) -> Patience:
        """The same with another pause, held within 2-8 s, and with the short waits that belong to it.

        Only somebody who chose a short pause themselves gets short waits under the usual: a learnt one never brings
        them down.
        """
        pause = min(MOST_PAUSE, max(LEAST_PAUSE, pause))
        complete, plausible = short_waits(max(pause, USUAL_PAUSE) if learnt else pause)
        return replace(self, complete=complete, plausible=plausible, pause=pause)

    def wait(self, standing: Standing) -> float:
        """How long the quiet must last (s). After an open ending it is the longest there is."""
        if standing is Standing.COMPLETE:
            return max(self.complete, min(1.2, self.complete + 0.1 * self.reopened))
        if standing is Standing.PLAUSIBLE:
            return max(self.plausible, min(2.5, self.plausible + 0.2 * self.reopened))
        if standing is Standing.OPEN:
            return MOST_PAUSE
        return self.pause

    def is_over(self, standing: Standing, quiet: float) -> bool:
        """True when the trainee has been quiet long enough."""
        return quiet >= self.wait(standing)

    def learnt(self, gaps: Sequence[float]) -> Patience:
        """Follow the trainee's own pauses (s, within turns, newest last) gently.

        The pause moves a little towards one and a half of the longest usual gap (90th percentile of the last 40),
        faster up (0.4 s a turn) than down (0.1 s), because being cut off is worse than waiting.
        """
        usual = sorted(gaps[-40:])
        if len(usual) < 5:
            return self
        wished = 0.5 + 1.5 * usual[min(len(usual) - 1, int(0.9 * len(usual)))]
        return self.with_pause(self.pause + max(-0.1, min(0.4, wished - self.pause)), learnt=True)

    def after_reopening(self) -> Patience:
        """The trainee went on after the turn was closed: wait a little longer from now on (at most 1.2 s and 2.5 s)."""
        return replace(self, reopened=self.reopened + 1)


def short_waits(pause: float) -> tuple[float, float]:
    """How long complete and plausible replies wait (s) where the pause of an unfinished one is so long."""
    for (left, *before), (right, *after) in pairwise(SCALE):
        if pause <= right:
            share = (pause - left) / (right - left)
            complete, plausible = (a + share * (b - a) for a, b in zip(before, after, strict=True))
            return round(complete, 3), round(plausible, 3)
    return SCALE[-1][1], SCALE[-1][2]


def standing(text: str, book: PhraseBook) -> Standing:
    """How finished `text` (a partial, words separated by spaces) looks among the expected replies."""
    language = book.language
    said = text.replace(UNKNOWN, " ")
    if not plain(said, language):
        return Standing.SILENT
    words = tokens(said, language)
    found = book.match(words)
    if not (found.completes or found.goes_on):
        words = tokens(strip_fillers(said, language), language)
        found = book.match(words)
    if found.completes:
        return Standing.PLAUSIBLE if found.goes_on else Standing.COMPLETE
    if ends_open(text, language):
        return Standing.OPEN
    if found.goes_on:
        return Standing.UNFINISHED
    return Standing.PLAUSIBLE if _looks_complete(words, book) else Standing.UNFINISHED


HURRIED_LETTER, HURRIED_WORD = 0.045, 0.2
"""Seconds a letter of a last word sounds at least (said without haste it is 0.07 and more), and a word whatever its
length. Measured on recordings cut in mid-sentence: 0.11 and 0.16 s of "milk" that had not been said, 0.21 and more
where it had (docs/decisions/0254-words-not-said-yet.md).
"""


def was_guessed(last: Word, sounded: float, language: str) -> bool:
    """Whether a last word is too short for its letters: the only one that can follow, squeezed into the quiet behind
    the word before it. `sounded` is when the last sound was, by the same clock as the word's times (s).
    """
    if is_japanese(language):
        return False
    return sounded - last.start < min(HURRIED_WORD, HURRIED_LETTER * len(last.text))


def _looks_complete(words: tuple[str, ...], book: PhraseBook) -> bool:
    """Ends the way a known phrase ends, or the way a polite sentence ends in that language."""
    size = 3 if is_japanese(book.language) else 2
    if len(words) > size and any(ending[-size:] == words[-size:] for ending in book.endings):
        return True
    return looks_polite(words, book.language)


_POLITE = {
    "en": ("please", "thanks", "thank you", "yes", "no", "okay", "bye"),
    "ja": (
        "です",
        "ます",
        "ません",
        "ください",
        "下さい",
        "お願いします",
        "はい",
        "いいえ",
        "大丈夫です",
        "ました",
        "ございます",
    ),
}


def looks_polite(words: tuple[str, ...], language: str) -> bool:
    """Ends in a word that usually ends a reply."""
    if is_japanese(language):
        return "".join(words).endswith(_POLITE["ja"])
    text = " ".join(words)
    return any(text == ending or text.endswith(" " + ending) for ending in _POLITE["en"])

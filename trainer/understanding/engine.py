"""The engine behind `interpret`: similarity to each reply's examples, one probability, three outcomes."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Mapping

import numpy as np

from trainer.script import Expectation, ExpectedReply
from trainer.speech import Utterance
from trainer.understanding.interpretation import Interpretation, Outcome
from trainer.understanding.vectors import Meaning, VectorCache

SURE, ASK = 0.9, 0.5
_LONGEST = 400


def _grams(text: str) -> dict[str, float]:
    plain = " " + " ".join(unicodedata.normalize("NFKC", text).casefold().split()) + " "
    found: dict[str, float] = {}
    for size in (1, 2, 3, 4):
        for start in range(len(plain) - size + 1):
            gram = plain[start : start + size]
            found[gram] = found.get(gram, 0.0) + size
    return found


def _alike(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    both = sum(value * other[gram] for gram, value in one.items() if gram in other)
    size = math.sqrt(sum(v * v for v in one.values()) * sum(v * v for v in other.values()))
    return both / size if size else 0.0


class Engine:
    """First form: the most alike example wins, how far it leads says how sure we are."""

    def __init__(self, meanings: Mapping[str, Meaning] | None = None) -> None:
        self._vectors = {language: VectorCache(meaning) for language, meaning in (meanings or {}).items()}

    def open(self, expectation: Expectation) -> None:
        """Prepare for a moment."""

    def interpret(self, utterance: Utterance, expectation: Expectation) -> Interpretation:
        """Decide what was meant; never raises."""
        replies = [reply for reply in expectation.replies if not reply.gesture and reply.examples + reply.learned]
        text = utterance.text[:_LONGEST].strip()
        if not text or not replies:
            return Interpretation(utterance, "unclear", None, replies[0].id if replies else "", None, 0.0)
        scores = [self._score(text, reply, expectation.language) for reply in replies]
        odds = np.exp(12 * np.array([*scores, 0.55]))
        shares = odds / odds.sum()
        order = sorted(range(len(replies)), key=lambda n: -scores[n])
        best, probability = replies[order[0]], float(shares[order[0]])
        second = replies[order[1]].id if len(order) > 1 else None
        outcome: Outcome = "sure" if probability >= SURE else "ask" if probability >= ASK and second else "unclear"
        return Interpretation(utterance, outcome, best.id if outcome == "sure" else None, best.id, second, probability)

    def _score(self, text: str, reply: ExpectedReply, language: str) -> float:
        examples = reply.examples + reply.learned
        here = _grams(text)
        letters = max(_alike(here, _grams(example)) for example in examples)
        vectors = self._vectors.get(language)
        if vectors is None:
            return letters
        rows = vectors.encode([text, *examples])
        return 0.4 * letters + 0.6 * float((rows[1:] @ rows[0]).max())

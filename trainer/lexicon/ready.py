"""An interpreter that gets moments ready on a thread of its own, answers one question at a time, and never raises."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterable

from trainer.script import Expectation
from trainer.speech import Utterance
from trainer.understanding.engine import Engine, Tongues, unclear
from trainer.understanding.interpretation import Interpretation

AFTER = 0.25
"""Seconds from when a moment is opened until it is got ready: the window draws that moment first (decision 0288)."""


class ReadyInterpreter:
    """Implements `Interpreter` over an engine.

    `open` returns at once; the vectors of a moment's examples are made while the partner speaks, a little after the
    window drew that. `interpret` waits for nothing but what it needs, so that the answer never depends on timing. What
    was foreseen is answered sooner, not otherwise.
    """

    def __init__(self, engine: Engine | Tongues) -> None:
        self._engine = engine
        self._lock = threading.Lock()
        self._waiting: queue.SimpleQueue[Expectation | None] = queue.SimpleQueue()
        self._foreseen: tuple[Utterance, Expectation] | None = None
        self._worker: threading.Thread | None = None
        self._asked = threading.Event()

    def open(self, expectation: Expectation) -> None:
        """Prepare for a moment, in the background."""
        self._put(expectation)

    def foresee(self, utterance: Utterance, expectation: Expectation) -> None:
        """Think in the background about what may be asked next (of several only the last)."""
        self._foreseen = (utterance, expectation)
        self._put(None)
        self._asked.set()

    def _put(self, expectation: Expectation | None) -> None:
        self._waiting.put(expectation)
        if self._worker is None:
            self._worker = threading.Thread(target=self._work, daemon=True, name="understanding")
            self._worker.start()

    def prepare(self, expectations: Iterable[Expectation]) -> None:
        """Prepare for several moments, nearest first."""
        for expectation in expectations:
            self.open(expectation)

    def interpret(self, utterance: Utterance, expectation: Expectation) -> Interpretation:
        """Decide what was meant."""
        with self._lock:
            try:
                return self._engine.interpret(utterance, expectation)
            except Exception:  # noqa: BLE001  # outer rim: whatever was said, practice goes on
                return unclear(utterance)

    def _work(self) -> None:
        while True:
            expectation = self._waiting.get()
            foreseen = None
            if expectation is None:
                foreseen, self._foreseen = self._foreseen, None
            elif self._waiting.empty():
                self._asked.wait(AFTER)
            self._asked.clear()
            with self._lock:
                try:
                    if expectation is not None:
                        self._engine.open(expectation)
                    elif foreseen is not None:
                        self._engine.interpret(*foreseen)
                except Exception:  # noqa: BLE001  # outer rim: interpret will answer "unclear"
                    continue

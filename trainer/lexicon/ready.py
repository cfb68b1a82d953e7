"""An interpreter that gets moments ready on a thread of its own, answers one question at a time, and never raises."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterable

from trainer.script import Expectation
from trainer.speech import Utterance
from trainer.understanding.engine import Engine, unclear
from trainer.understanding.interpretation import Interpretation


class ReadyInterpreter:
    """Implements `Interpreter` over an engine.

    `open` returns at once; the vectors of a moment's examples are made while the partner speaks. `interpret` waits for
    that if it has to, so that the answer never depends on timing.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lock = threading.Lock()
        self._waiting: queue.SimpleQueue[Expectation] = queue.SimpleQueue()
        self._worker: threading.Thread | None = None

    def open(self, expectation: Expectation) -> None:
        """Prepare for a moment, in the background."""
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
            with self._lock:
                try:
                    self._engine.open(expectation)
                except Exception:  # noqa: BLE001  # outer rim: interpret will answer "unclear"
                    continue

"""Posts facts when they are heard: marks arrive with the time their sample leaves the loudspeaker, and wait for it."""

from __future__ import annotations

import heapq
import itertools
import threading
import time
from collections.abc import Callable

from trainer.speech import Fact, Post

Tell = Callable[[float], None]


class Reporter:
    """One thread that everything spoken is posted from, in order of time. Calls never wait."""

    def __init__(self, post: Post) -> None:
        self._post = post
        self._due: list[tuple[float, int, Tell, int | None]] = []
        self._numbers = itertools.count()
        self._stopped = -1
        self._latest = 0.0
        self._closed = False
        self._news = threading.Condition()
        self._thread = threading.Thread(target=self._work, daemon=True, name="voice-reporter")
        self._thread.start()

    def at(self, due: float, tell: Tell, generation: int | None = None) -> None:
        """Call `tell(due)` at that monotonic time, unless that generation has been stopped by then."""
        with self._news:
            heapq.heappush(self._due, (due, next(self._numbers), tell, generation))
            self._news.notify()

    def mark(self, due: float, tell: Tell, generation: int | None) -> None:
        """Like `at` for marks in the order they are played, which they keep even where a device's clock wavers."""
        self._latest = max(self._latest, due)
        self.at(self._latest, tell, generation)

    def post(self, fact: Fact) -> None:
        """Post as soon as the thread comes to it; called on the thread itself, at once."""
        if threading.current_thread() is self._thread:
            self._post(fact)
        else:
            self.at(time.monotonic(), lambda _due: self._post(fact))

    def stop(self, generation: int) -> None:
        """What belongs to clips up to that generation is not told any more."""
        with self._news:
            self._stopped = max(self._stopped, generation)
            self._due = [entry for entry in self._due if entry[3] is None or entry[3] > generation]
            heapq.heapify(self._due)

    def close(self) -> None:
        """Nothing is posted after this returns (unless a post is just being made on the thread)."""
        with self._news:
            self._closed = True
            self._due.clear()
            self._news.notify()
        if threading.current_thread() is not self._thread:
            self._thread.join(timeout=2)

    def _work(self) -> None:
        while (entry := self._next()) is not None:
            due, _, tell, _ = entry
            tell(due)

    def _next(self) -> tuple[float, int, Tell, int | None] | None:
        """The next thing to tell, when its time has come; None at the end."""
        with self._news:
            while not self._closed:
                wait = self._due[0][0] - time.monotonic() if self._due else None
                if wait is not None and wait <= 0:
                    entry = heapq.heappop(self._due)
                    if entry[3] is None or entry[3] > self._stopped:
                        return entry
                    continue
                self._news.wait(wait)
        return None

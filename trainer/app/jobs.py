"""Slow work beside the screen: on threads of its own, its answer brought back to the GUI thread."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from typing import TypeVar

from trainer.app.qt_owner import Waker
from trainer.session.inbox import Inbox

T = TypeVar("T")


class Jobs:
    """Made on the GUI thread. What is still under way when the program ends is left alone.

    Threads are kept for the next work: whoever starts one waits until it runs, 10 to 20 ms for each key press at the
    desk. A work never waits for another; there are as many threads as works that ran side by side.
    """

    def __init__(self) -> None:
        self._works: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._idle = 0
        self._count = threading.Lock()
        self._owner = threading.get_ident()
        self._waker = Waker(self._drain)
        self._calls: Inbox[Callable[[], None]] = Inbox(self._waker.wake)

    def run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Do `work` on a thread, then `done` with its answer on the GUI thread. `work` must not raise."""

        def job() -> None:
            answer = work()
            self._calls.post(lambda: done(answer))

        with self._count:
            starts = self._idle == 0
            self._idle -= 0 if starts else 1
        self._works.put(job)
        if starts:
            threading.Thread(target=self._work, daemon=True, name="job").start()

    def _work(self) -> None:
        while True:
            self._works.get()()
            with self._count:
                self._idle += 1

    def on_owner(self, call: Callable[[], None]) -> None:
        """At once when this is the GUI thread; else there, before anything that is posted later."""
        if threading.get_ident() == self._owner:
            call()
        else:
            self._calls.post(call)

    def _drain(self) -> None:
        for call in self._calls.drain():
            call()

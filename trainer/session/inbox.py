"""One inbox, one owner: anything may post from any thread; only the owner takes out."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Inbox(Generic[T]):
    """A queue that wakes its owner once for however many things were posted.

    `wake` is called from the posting thread and must only schedule `drain` on the owner's thread.
    """

    def __init__(self, wake: Callable[[], None]) -> None:
        self._wake = wake
        self._items: deque[T] = deque()
        self._lock = threading.Lock()
        self._woken = False
        self._closed = False

    def post(self, item: T) -> None:
        """Put something in; never waits, never raises; ignored after `close`."""
        with self._lock:
            if self._closed:
                return
            self._items.append(item)
            wake, self._woken = not self._woken, True
        if wake:
            self._wake()

    def drain(self) -> Iterator[T]:
        """Take out everything, including what is posted while taking out. Owner's thread only."""
        while True:
            with self._lock:
                if not self._items:
                    self._woken = False
                    return
                item = self._items.popleft()
            yield item

    def close(self) -> None:
        """Nothing more is taken in."""
        with self._lock:
            self._closed = True
            self._items.clear()

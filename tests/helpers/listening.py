"""Hears what a voice posts, and plays in hurried silence."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from trainer.script import SpokenLine
from trainer.speaking.mixer import Mixer
from trainer.speaking.outputs import Output, SilentPlayer
from trainer.speaking.reporter import Reporter
from trainer.speech import Fact, MouthMoved

T = TypeVar("T")


class Heard:
    """A `Post` that keeps everything, and from which thread it came."""

    def __init__(self) -> None:
        self.facts: list[Fact] = []
        self.threads: set[str] = set()
        self._news = threading.Condition()

    def __call__(self, fact: Fact) -> None:
        with self._news:
            self.facts.append(fact)
            self.threads.add(threading.current_thread().name)
            self._news.notify_all()

    def of(self, kind: type[T]) -> list[T]:
        """All facts of a kind so far."""
        with self._news:
            return [fact for fact in self.facts if isinstance(fact, kind)]

    def wait(self, kind: type[T], count: int = 1, seconds: float = 30.0) -> list[T]:
        """Wait until there are `count` facts of a kind; fails when they do not come."""
        until = time.monotonic() + seconds
        with self._news:
            while sum(isinstance(fact, kind) for fact in self.facts) < count:
                if not self._news.wait(until - time.monotonic()):
                    words = [fact for fact in self.facts if not isinstance(fact, MouthMoved)]
                    raise AssertionError(f"waited for {count} {kind.__name__}, heard {words}")
        return self.of(kind)

    @property
    def words(self) -> list[Fact]:
        """Everything but the mouth."""
        with self._news:
            return [fact for fact in self.facts if not isinstance(fact, MouthMoved)]


def hurried(speed: float = 30.0) -> Callable[[Mixer, Reporter, str], Output]:
    """Makes silent players in which time passes `speed` times as fast."""
    return lambda mixer, reporter, device, latency: SilentPlayer(mixer, reporter, speed, 0.005)


def english(text: str, speaker: str = "CLERK") -> SpokenLine:
    return SpokenLine(speaker, text, language="en")


def japanese(text: str, speaker: str = "CLERK") -> SpokenLine:
    return SpokenLine(speaker, text, language="ja")


def until(true: Callable[[], bool], seconds: float = 20.0) -> None:
    """Wait until something holds; fails when it does not."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not come true"
        time.sleep(0.01)


def running(pid: int) -> bool:
    """Is there such a process, and is it more than a zombie? (Linux)"""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False

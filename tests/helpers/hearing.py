"""What hearing's tests share: expectations, a place to collect facts, a Listener with a recording for a microphone."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.helpers.recorded_microphone import RecordedMicrophone
from trainer.hearing.listener import Listener, Parts
from trainer.script import Expectation, ExpectedReply, Slot, SlotValue
from trainer.speech import Fact, LevelHeard, TurnHeard

DATA = Path(__file__).parents[1] / "data"


def expecting(
    replies: dict[str, tuple[str, ...]],
    language: str = "en",
    turn: int = 1,
    slots: dict[str, tuple[str, ...]] | None = None,
) -> Expectation:
    """An expectation in as few words as can be."""
    return Expectation(
        turn,
        language,
        "scene/moment",
        tuple(ExpectedReply(name, name, examples) for name, examples in replies.items()),
        tuple(Slot(name, tuple(SlotValue(v, v) for v in values)) for name, values in (slots or {}).items()),
    )


BAG_EN = expecting({"bag": ("can i have a bag please", "a bag please"), "no": ("no thanks", "i'm fine thank you")})
BAG_JA = expecting({"bag": ("袋をください", "袋お願いします"), "no": ("袋はいりません", "大丈夫です")}, "ja")


class Collected:
    """Facts as they are posted, from any thread."""

    def __init__(self) -> None:
        self.facts: list[Fact] = []
        self._changed = threading.Condition()

    def post(self, fact: Fact) -> None:
        with self._changed:
            self.facts.append(fact)
            self._changed.notify_all()

    def of(self, kind: type) -> list:
        return [fact for fact in self.facts if isinstance(fact, kind)]

    def without_levels(self) -> list[Fact]:
        return [fact for fact in self.facts if not isinstance(fact, LevelHeard)]

    def wait(self, holds: Callable[[list[Fact]], bool], seconds: float = 20.0) -> None:
        """Until the facts are as wished; says what there was when they never are."""
        until = time.monotonic() + seconds
        with self._changed:
            while not holds(self.facts):
                if not self._changed.wait(until - time.monotonic()):
                    raise AssertionError(f"not posted within {seconds} s; posted: {self.without_levels()}")

    def heard(self, seconds: float = 20.0, count: int = 1) -> TurnHeard:
        """The `count`th final result."""
        self.wait(lambda facts: sum(isinstance(fact, TurnHeard) for fact in facts) >= count, seconds)
        return self.of(TurnHeard)[count - 1]


def models(folder: Path, *languages: str) -> Path:
    """A folder of installed speech models: the toys of those languages."""
    for language in languages:
        shutil.copytree(DATA / f"vosk-toy-{language}", folder / f"vosk-toy-{language}")
    return folder


@contextmanager
def listening(
    microphone: RecordedMicrophone, folder: Path | None = None, **more: object
) -> Iterator[tuple[Listener, Collected]]:
    """A Listener that hears that microphone; closed at the end."""
    collected = Collected()
    listener = Listener(collected.post, models=folder, parts=Parts(microphone=lambda: microphone), **more)
    try:
        yield listener, collected
    finally:
        listener.close()

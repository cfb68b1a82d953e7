"""Facts are posted in time, from one thread."""

from __future__ import annotations

import threading
import time

from tests.helpers.listening import Heard
from trainer.speaking.reporter import Reporter
from trainer.speech import MouthMoved, SpeakingFinished


def mouth(reporter: Reporter, opening: float):
    return lambda due: reporter.post(MouthMoved(opening))


def test_in_order_of_time_and_not_before() -> None:
    heard = Heard()
    reporter = Reporter(heard)
    begun = time.monotonic()
    told: list[float] = []
    reporter.at(begun + 0.10, lambda due: told.append(time.monotonic()))
    reporter.at(begun + 0.10, mouth(reporter, 0.3))
    reporter.at(begun + 0.05, mouth(reporter, 0.2))
    reporter.at(begun, mouth(reporter, 0.1))
    heard.wait(MouthMoved, 3)
    assert [fact.opening for fact in heard.of(MouthMoved)] == [0.1, 0.2, 0.3]
    assert told[0] >= begun + 0.10
    assert heard.threads == {"voice-reporter"}
    reporter.close()


def test_what_was_stopped_is_not_told_but_the_end_is() -> None:
    heard = Heard()
    reporter = Reporter(heard)
    soon = time.monotonic() + 0.1
    reporter.at(soon, mouth(reporter, 0.1), 3)
    reporter.at(soon, mouth(reporter, 0.2), 4)
    reporter.stop(3)
    reporter.at(soon, mouth(reporter, 0.3), 2)
    reporter.at(soon + 0.05, lambda due: reporter.post(SpeakingFinished(1, due, True)), None)
    heard.wait(SpeakingFinished)
    assert [fact.opening for fact in heard.of(MouthMoved)] == [0.2]
    reporter.close()


def test_nothing_after_close() -> None:
    heard = Heard()
    reporter = Reporter(heard)
    reporter.at(time.monotonic() + 0.05, mouth(reporter, 0.1))
    reporter.close()
    reporter.post(MouthMoved(1.0))
    reporter.close()
    assert heard.facts == []
    assert not any(thread.name == "voice-reporter" for thread in threading.enumerate())


def test_a_post_from_the_thread_itself_keeps_its_place() -> None:
    heard = Heard()
    reporter = Reporter(heard)
    now = time.monotonic()

    def two(due: float) -> None:
        reporter.post(MouthMoved(0.1))
        reporter.post(MouthMoved(0.2))

    reporter.at(now + 0.02, two)
    reporter.at(now + 0.02, mouth(reporter, 0.3))
    heard.wait(MouthMoved, 3)
    assert [fact.opening for fact in heard.of(MouthMoved)] == [0.1, 0.2, 0.3]
    reporter.close()


def test_marks_keep_the_order_in_which_they_are_played() -> None:
    heard = Heard()
    reporter = Reporter(heard)
    now = time.monotonic()
    for number, due in enumerate((0.06, 0.03, 0.05, 0.08)):  # a device whose clock wavers
        reporter.mark(now + due, mouth(reporter, number / 10), 0)
    heard.wait(MouthMoved, 4)
    assert [fact.opening for fact in heard.of(MouthMoved)] == [0.0, 0.1, 0.2, 0.3]
    reporter.close()

"""Trying the microphone out, from sound to what is told: a recording for a microphone, the real ears."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication

from tests.helpers.hearing import models
from tests.helpers.listening import until
from tests.helpers.recorded_microphone import RecordedMicrophone
from tests.helpers.synthetic_speaker import quiet, render
from trainer.app.hub import Hub
from trainer.app.microphone_trial import TrialRun
from trainer.app.qt_owner import QtTimer, Waker
from trainer.hearing.listener import Listener, Parts
from trainer.session.inbox import Inbox
from trainer.ui.bridge import MicrophoneTrial

SENTENCE = "can i have a bag please"


class Bench:
    """A trial and everything it told, on a Qt loop of its own."""

    def __init__(self, folder: Path, microphone: RecordedMicrophone) -> None:
        self.told: list[MicrophoneTrial] = []
        self.hub = Hub()
        self.ears = Listener(self.hub.post, models=models(folder, "en"), parts=Parts(microphone=lambda: microphone))
        self.ears.prepare("en")
        self._waker = Waker(self._drain)
        self._calls: Inbox[Any] = Inbox(self._waker.wake)
        self.trial = TrialRun(self.ears, self.hub, QtTimer(), self._calls.post, ("en", SENTENCE), self.told.append)

    def _drain(self) -> None:
        for call in self._calls.drain():
            call()

    def run(self) -> MicrophoneTrial:
        def done() -> bool:
            QCoreApplication.processEvents()
            return bool(self.told) and self.told[-1].done

        until(done)
        return self.told[-1]


@pytest.fixture
def microphone() -> RecordedMicrophone:
    pcm, rate = render(SENTENCE)
    made = RecordedMicrophone(rate, pace=0.25)
    made.play(quiet(0.6, rate) + pcm)
    return made


def test_a_sentence_is_heard_judged_and_can_be_played_back(
    qapp: Any, tmp_path: Path, microphone: RecordedMicrophone
) -> None:
    bench = Bench(tmp_path, microphone)
    done = bench.run()
    assert (done.verdict, done.words) == ("good", SENTENCE)
    assert bench.trial.sound is not None and 3.9 < bench.trial.sound.seconds < 4.2
    assert [one.share for one in bench.told] == sorted(one.share for one in bench.told)
    bench.trial.stop()
    assert bench.trial.sound is None
    bench.ears.close()


def test_a_muted_microphone_is_called_that(qapp: Any, tmp_path: Path, microphone: RecordedMicrophone) -> None:
    microphone.muted = True
    bench = Bench(tmp_path, microphone)
    assert (bench.run().verdict, bench.told[-1].words) == ("muted", "")
    bench.trial.stop()
    bench.ears.close()


def test_a_trial_that_is_stopped_tells_nothing_more(qapp: Any, tmp_path: Path, microphone: RecordedMicrophone) -> None:
    bench = Bench(tmp_path, microphone)
    bench.trial.stop()
    told = len(bench.told)
    microphone.wait_until_played()
    QCoreApplication.processEvents()
    assert len(bench.told) == told
    bench.ears.close()

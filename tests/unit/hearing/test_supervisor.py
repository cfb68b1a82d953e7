"""The recogniser's process dies, hangs, refuses: the turn goes on, and what happened is said once."""

from __future__ import annotations

import os
import queue
import signal
import sys
from pathlib import Path

import pytest

from tests.helpers.hearing import BAG_EN, Collected
from trainer.hearing.child import Child
from trainer.hearing.supervisor import ANSWERING, MOST_RESTARTS, ChosenEngine, Heard, Supervisor, TurnAudio
from trainer.speech import RecogniserChanged

HALF_A_SECOND = bytes(16_000)
SCRIPT = Path(__file__).parents[2] / "helpers" / "scripted_recogniser.py"


class Bench:
    """A Supervisor with a clock in hand and its answers collected on this thread."""

    def __init__(self, folder: Path, behaviour: str, times: int) -> None:
        flag = folder / "flag"
        flag.write_text("x" * times)
        self.now = 0.0
        self.collected = Collected()
        self.mailbox: queue.SimpleQueue = queue.SimpleQueue()
        root = str(Path(__file__).parents[3])
        starter = (
            f"import sys, runpy; sys.path.insert(0, {root!r}); sys.argv = sys.argv[1:]; "
            "runpy.run_path(sys.argv[0], run_name='__main__')"
        )
        command = (sys.executable, "-c", starter, str(SCRIPT), str(flag), behaviour)
        self.supervisor = Supervisor(self.collected.post, self.mailbox.put, lambda: self.now, command)
        self.supervisor.use(ChosenEngine("vosk", "nowhere"))

    def until(self, kind: str, seconds: float = 20.0) -> Heard:
        while True:
            item = self.mailbox.get(timeout=seconds)
            heard = self.supervisor.take(*item) if isinstance(item, tuple) and isinstance(item[0], Child) else item
            if heard is not None and heard.kind == kind:
                return heard

    def states(self) -> list[str]:
        return [fact.state for fact in self.collected.of(RecogniserChanged)]


@pytest.fixture
def bench(tmp_path, request):
    made = Bench(tmp_path, *request.param)
    yield made
    made.supervisor.close()


def feed(bench: Bench, pieces: int) -> None:
    for _ in range(pieces):
        bench.supervisor.feed(HALF_A_SECOND, 1)


@pytest.mark.parametrize("bench", [("well", 0)], indirect=True)
def test_words_come_back_with_the_token_they_were_asked_with(bench: Bench) -> None:
    bench.supervisor.begin(TurnAudio(BAG_EN))
    feed(bench, 3)
    bench.supervisor.finish(7)
    told = bench.until("final")
    assert (told.token, told.decoded.text) == (7, "one two three")
    assert bench.states() == ["ready"]


@pytest.mark.parametrize("bench", [("crash", 1)], indirect=True)
def test_after_a_crash_the_turns_sound_is_fed_again(bench: Bench) -> None:
    bench.supervisor.begin(TurnAudio(BAG_EN))
    feed(bench, 4)
    bench.supervisor.finish(1)
    assert bench.until("final").decoded.text == "one two three four"
    assert bench.states() == ["ready", "restarted", "ready"]


@pytest.mark.parametrize("bench", [("well", 0)], indirect=True)
def test_killed_between_two_words_it_is_replaced(bench: Bench) -> None:
    bench.supervisor.begin(TurnAudio(BAG_EN))
    feed(bench, 2)
    while bench.until("partial").text != "one two":
        pass
    first = bench.supervisor.pid
    os.kill(first, signal.SIGKILL)
    feed(bench, 1)
    bench.supervisor.finish(1)
    assert bench.until("final").decoded.text == "one two three"
    assert bench.supervisor.pid != first


@pytest.mark.parametrize("bench", [("hang", 1)], indirect=True)
def test_one_that_hangs_is_replaced_when_it_has_not_answered_for_long(bench: Bench) -> None:
    bench.supervisor.begin(TurnAudio(BAG_EN))
    feed(bench, 4)
    bench.supervisor.finish(1)
    while bench.until("partial").text != "one two":
        pass
    bench.supervisor.watch()
    assert "restarted" not in bench.states()
    bench.now += ANSWERING + 0.1
    bench.supervisor.watch()
    assert bench.until("final").decoded.text == "one two three four"
    assert bench.collected.of(RecogniserChanged)[1].reason == "hung"


@pytest.mark.parametrize("bench", [("crash", 99)], indirect=True)
def test_one_that_dies_again_and_again_is_given_up_and_the_turn_still_ends(bench: Bench) -> None:
    bench.supervisor.begin(TurnAudio(BAG_EN))
    feed(bench, 4)
    bench.supervisor.finish(1)
    assert bench.until("final").decoded.text == ""
    assert bench.states().count("restarted") == MOST_RESTARTS
    assert bench.states()[-1] == "failed"
    bench.supervisor.finish(2)
    assert bench.until("final").token == 2


@pytest.mark.parametrize("bench", [("refuse", 1)], indirect=True)
def test_a_broken_speech_model_is_reported_once_with_its_code(bench: Bench) -> None:
    bench.supervisor.begin(TurnAudio(BAG_EN))
    while not bench.states():
        bench.supervisor.take(*bench.mailbox.get(timeout=20))
    told = bench.collected.of(RecogniserChanged)
    assert [(fact.state, fact.reason) for fact in told] == [("unavailable", "model-broken")]
    assert not bench.supervisor.available


@pytest.mark.parametrize("bench", [("well", 0)], indirect=True)
def test_answers_about_an_older_turn_are_ignored(bench: Bench) -> None:
    bench.supervisor.begin(TurnAudio(BAG_EN))
    feed(bench, 3)
    bench.supervisor.finish(1)
    bench.supervisor.begin(TurnAudio(BAG_EN))
    feed(bench, 1)
    bench.supervisor.finish(2)
    told = bench.until("final")
    assert (told.token, told.decoded.text) == (2, "one")


def test_a_program_that_cannot_be_started_is_reported(tmp_path: Path) -> None:
    collected = Collected()
    supervisor = Supervisor(collected.post, lambda _: None, lambda: 0.0, (str(tmp_path / "nothing"),))
    supervisor.use(ChosenEngine("pocketsphinx"))
    assert collected.facts == [RecogniserChanged("failed", "pocketsphinx", "cannot-start")]


def test_a_language_without_a_recogniser_is_said_once() -> None:
    collected = Collected()
    supervisor = Supervisor(collected.post, lambda _: None, lambda: 0.0)
    supervisor.use(None)
    supervisor.use(None)
    assert collected.facts == [RecogniserChanged("unavailable", "", "no-speech-model")]

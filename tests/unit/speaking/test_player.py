"""Loudspeakers that come and go. The real device is tested in tests/contracts/test_voice.py."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import numpy as np
import pytest

from tests.helpers.listening import Heard, until
from trainer.portaudio import SoundLibrary
from trainer.speaking import outputs
from trainer.speaking import player as player_module
from trainer.speaking.mixer import Clip, Mark, Mixer
from trainer.speaking.outputs import LATENCIES, DevicePlayer, OutputError, SilentPlayer, Strain
from trainer.speaking.player import AT_REST, Player, Room
from trainer.speaking.reporter import Reporter
from trainer.storage.loudspeaker import LoudspeakerRoom


class Shelf:
    """Loudspeakers for a player: each named by how it behaves."""

    def __init__(self, *behaviours: str) -> None:
        self.behaviours = list(behaviours)
        self.made: list[FakeDevice] = []

    def __call__(self, mixer: Mixer, reporter: Reporter, device: str, latency: float) -> FakeDevice:
        behaviour = self.behaviours.pop(0) if len(self.behaviours) > 1 else self.behaviours[0]
        made = FakeDevice(mixer, reporter, behaviour, device, latency)
        self.made.append(made)
        return made


class FakeDevice(SilentPlayer):
    """A loudspeaker that is absent, slow to open, refuses to start, or is lost later; never two drivers at once.

    One that is "busy" runs dry with a buffer of less than 0.05 s, one that is "overloaded" with any.
    """

    drivers = 0

    def __init__(self, mixer: Mixer, reporter: Reporter, behaviour: str, device: str, latency: float) -> None:
        super().__init__(mixer, reporter, 10.0, 0.005)
        self.behaviour = behaviour
        self.latency = latency
        self.device = device
        self.lost = threading.Event()
        self.closed = threading.Event()

    def open(self) -> None:
        if self.behaviour == "absent":
            raise OutputError("no-speaker")
        if self.behaviour == "slow":
            time.sleep(0.6)

    def start(self) -> None:
        if self.behaviour == "refuses":
            raise OutputError("no-speaker")
        super().start()

    def alive(self) -> bool:
        return super().alive() and not self.lost.is_set()

    def strained(self) -> bool:
        return self.behaviour == "overloaded" or (self.behaviour == "busy" and self.latency < 0.05)

    def close(self) -> None:
        self.quiet_before = self._mixer.quiet
        super().close()
        self.closed.set()


class Made:
    """A player with everything it said."""

    def __init__(self, shelf: Shelf, room: Room | None = None) -> None:
        self.heard = Heard()
        self.reporter = Reporter(self.heard)
        self.changes: list[tuple[bool, str]] = []
        self.reached: list[float] = []
        self.player = Player(self.reporter, lambda *told: self.changes.append(told), shelf, room=room)

    def clip(self, seconds: float) -> None:
        samples = np.zeros(int(seconds * self.player.mixer.rate), np.float32)
        self.player.add(Clip(samples, (Mark(seconds, self.reached.append),)))

    def close(self) -> None:
        self.reporter.close()
        self.player.close()


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(player_module, "RETRY_SECONDS", (0.2, 0.2))
    monkeypatch.setattr(player_module, "OPENING_SECONDS", 0.3)


def run(*behaviours: str) -> tuple[Made, Shelf]:
    shelf = Shelf(*behaviours)
    return Made(shelf), shelf


def test_a_loudspeaker_that_is_there_is_used_without_a_word() -> None:
    made, shelf = run("good")
    made.clip(0.5)
    until(lambda: bool(made.reached))
    assert made.changes == [] and not made.player.silent
    made.close()
    assert shelf.made[0].closed.is_set()
    assert not any(thread.name in ("player", "silent-player") for thread in threading.enumerate())


@pytest.mark.parametrize("behaviour", ["absent", "refuses"])
def test_without_a_loudspeaker_time_goes_on_and_it_is_said_once(behaviour: str) -> None:
    made, shelf = run(behaviour)
    made.clip(0.2)
    until(lambda: bool(made.reached) and len(shelf.made) >= 4)
    assert made.changes == [(False, "no-speaker")]
    assert made.player.silent
    made.close()


def test_a_slow_loudspeaker_is_not_waited_for_but_taken_when_it_comes() -> None:
    made, _ = run("slow")
    made.clip(0.1)
    until(lambda: len(made.changes) == 2)
    assert made.changes == [(False, "speaker-slow"), (True, "speaker-back")]
    made.clip(0.1)
    until(lambda: len(made.reached) == 2)
    made.close()


def test_a_lost_loudspeaker_is_told_once_and_found_again() -> None:
    made, shelf = run("good", "absent", "absent", "good")
    until(lambda: bool(shelf.made) and shelf.made[0].alive())
    made.clip(20.0)  # two seconds at ten times the speed
    shelf.made[0].lost.set()
    until(lambda: len(made.changes) == 2)
    assert made.changes == [(False, "speaker-lost"), (True, "speaker-back")]
    assert shelf.made[0].closed.is_set()
    until(lambda: bool(made.reached))
    made.close()


def test_another_loudspeaker_can_be_chosen() -> None:
    made, shelf = run("good")
    until(lambda: bool(shelf.made) and shelf.made[0].alive())
    made.player.set_device("Headphones")
    until(lambda: len(shelf.made) == 2 and shelf.made[1].alive())
    assert shelf.made[1].device == "Headphones" and shelf.made[0].closed.is_set()
    assert made.changes == []
    made.player.set_device("Headphones")
    made.close()
    assert len(shelf.made) == 2


@pytest.mark.parametrize(("behaviour", "opened"), [("good", 1), ("busy", 2), ("overloaded", len(LATENCIES))])
def test_a_loudspeaker_that_runs_dry_gets_a_larger_buffer_and_keeps_it(behaviour: str, opened: int) -> None:
    made, shelf = run(behaviour)
    until(lambda: len(shelf.made) == opened and shelf.made[-1].alive())
    made.player.set_device("Headphones")
    until(lambda: shelf.made[-1].device == "Headphones" and shelf.made[-1].alive())
    assert [one.latency for one in shelf.made] == [*LATENCIES[:opened], LATENCIES[opened - 1]]
    assert made.changes == []
    made.close()


@pytest.mark.parametrize(("known", "opened"), [(0, [0, 1]), (1, [1]), (99, [2])])
def test_what_was_learnt_is_known_at_the_next_start(tmp_path: Path, known: int, opened: list[int]) -> None:
    room = LoudspeakerRoom(tmp_path / "loudspeaker")
    room.keep(known)
    shelf = Shelf("busy")
    made = Made(shelf, room)
    until(lambda: len(shelf.made) == len(opened) and shelf.made[-1].alive())
    made.close()
    assert [one.latency for one in shelf.made] == [LATENCIES[place] for place in opened]
    assert room.read() == max(known, 1)


def test_no_larger_buffer_is_taken_in_mid_word() -> None:
    made, shelf = run("good")
    made.clip(10.0)  # one second at ten times the speed
    until(lambda: made.player.mixer.speaking)
    shelf.made[0].behaviour = "busy"
    until(lambda: len(shelf.made) == 2)
    assert made.reached
    assert shelf.made[0].quiet_before > AT_REST, "the end of the word was still in the device"
    made.close()


@pytest.mark.parametrize(
    ("dry", "much"),
    [
        ((), False),
        ((12.0,), False),
        ((10.2, 10.4, 10.9), False),  # still settling
        ((12.0, 18.0), False),
        ((12.0, 16.9), True),
        ((12.0, 30.0, 31.0), True),
    ],
)
def test_a_stream_that_runs_dry_twice_within_five_seconds_is_strained(dry: tuple[float, ...], much: bool) -> None:
    strain = Strain(10.0)
    for now in dry:
        strain.ran_dry(now)
    assert strain.much is much


def test_closing_while_a_loudspeaker_is_being_opened_leaves_nothing_open() -> None:
    made, shelf = run("slow")
    until(lambda: bool(shelf.made))
    made.close()
    until(shelf.made[0].closed.is_set)


def test_a_machine_without_sound_library() -> None:
    nothing = SoundLibrary(lambda: None)
    assert outputs.output_devices(nothing) == ()
    nothing.look_again()
    heard = Heard()
    reporter = Reporter(heard)
    with pytest.raises(OutputError, match="no-sound-library"):
        DevicePlayer(Mixer(), reporter, library=nothing).open()
    reporter.close()


def test_the_silent_player_takes_as_much_as_time_passes() -> None:
    heard = Heard()
    reporter = Reporter(heard)
    mixer = Mixer(8_000)
    taken: list[tuple[float, str]] = []
    silent = SilentPlayer(mixer, reporter)
    mixer.add(
        Clip(
            np.zeros(2_400, np.float32),
            (Mark(0.0, lambda due: taken.append((due, "a"))), Mark(0.3, lambda due: taken.append((due, "b")))),
        )
    )
    silent.start()
    until(lambda: len(taken) == 2)
    # stamped by sample count, so exact however busy the machine is
    assert taken[1][0] - taken[0][0] == pytest.approx(0.3, abs=0.03)
    silent.close()
    reporter.close()
    assert not silent.alive()

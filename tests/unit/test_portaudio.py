"""The shared sound library: tried in a child process first, started anew only while nobody holds it."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from tests.helpers.listening import until
from trainer.portaudio import SoundLibrary, load, probe
from trainer.speaking.mixer import Mixer
from trainer.speaking.outputs import SilentPlayer
from trainer.speaking.player import Player
from trainer.speaking.reporter import Reporter


class Library:
    """PortAudio as far as it matters here: a frozen list of devices, made anew only after it was ended."""

    class PortAudioError(Exception):
        """Raised by everything while it is ended."""

    def __init__(self, *names: str) -> None:
        self.plugged = list(names)
        self.starts = 1
        self._listed: list[str] | None = list(names)

    def query_devices(self) -> list[dict[str, str]]:
        if self._listed is None:
            raise self.PortAudioError
        return [{"name": name} for name in self._listed]

    def _terminate(self) -> None:
        self._listed = None

    def _initialize(self) -> None:
        self.starts += 1
        self._listed = list(self.plugged)


def shared(*names: str) -> tuple[SoundLibrary, Library]:
    library = Library(*names)
    return SoundLibrary(lambda: library, lambda: tuple(library.plugged)), library


@pytest.mark.skipif(sys.platform != "linux", reason="ALSA")
def test_a_broken_alsa_configuration_ends_the_child_process_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALSA_CONFIG_PATH", "/nowhere/alsa.conf")
    assert probe() is None
    assert load() is None


@pytest.mark.parametrize("child", ["raise SystemExit(1)", "print('hello')", "pass", "import os; os.abort()"])
def test_a_child_process_that_says_nothing_of_use_means_no_sound(child: str) -> None:
    assert probe((sys.executable, "-c", child)) is None


def test_a_child_process_tells_the_devices_last() -> None:
    assert probe((sys.executable, "-c", "print('ALSA lib pcm.c'); print('[\"Headset\"]')")) == ("Headset",)


def test_the_library_is_loaded_once_and_absence_is_no_error() -> None:
    loads: list[int] = []

    def loader() -> None:
        loads.append(1)

    nothing = SoundLibrary(loader, lambda: None)
    assert nothing.module is None
    nothing.look_again()
    assert nothing.start_anew()
    assert loads == [1]


def test_new_devices_are_listed_at_once_while_nobody_holds_the_library() -> None:
    library, fake = shared()
    fake.plugged = ["Headset"]
    library.look_again()
    assert [device["name"] for device in fake.query_devices()] == ["Headset"]


def test_a_holder_is_asked_to_let_go_only_when_there_is_something_new() -> None:
    library, fake = shared("Speaker")
    library.hold()
    library.look_again()
    assert not library.wished
    fake.plugged.append("Headset")
    library.look_again()
    assert library.wished
    assert not library.start_anew()
    assert fake.starts == 1
    library.let_go()
    assert library.start_anew()
    assert not library.wished
    assert fake.starts == 2


def test_the_loudspeaker_makes_room_and_comes_back() -> None:
    library, fake = shared("Speaker")

    class Held(SilentPlayer):
        """A loudspeaker that holds the library as a device does."""

        def open(self) -> None:
            library.hold()

        def close(self) -> None:
            super().close()
            library.let_go()

    made: list[Held] = []

    def make(mixer: Mixer, reporter: Reporter, _device: str, _latency: float) -> Held:
        made.append(Held(mixer, reporter, 10.0, 0.005))
        return made[-1]

    changes: list[tuple[bool, str]] = []
    told: Callable[[bool, str], None] = lambda there, reason: changes.append((there, reason))  # noqa: E731
    reporter = Reporter(lambda _: None)
    player = Player(reporter, told, make, library=library)
    until(lambda: bool(made) and made[0].alive())
    fake.plugged.append("Headset")
    library.look_again()
    until(lambda: len(made) == 2 and made[1].alive())
    assert fake.starts == 2
    assert not made[0].alive()
    assert changes == []
    player.close()
    reporter.close()

"""The Voice port's contract, kept by the real loudspeaker (a virtual one of PulseAudio) and by the silent player."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import wave
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from tests.helpers.voice_scenes import LINES, Told, play

ROOT = Path(__file__).resolve().parents[2]
VIRTUAL_AUDIO = ROOT / "tests" / "helpers" / "virtual_audio.sh"

SCENES = ("talk", "interrupted", "queued", "hidden")

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the virtual loudspeaker is PulseAudio's")


@dataclass(frozen=True)
class Played:
    """What a scene posted, and for a real loudspeaker what it played (mono, -1..1, at `rate`)."""

    told: list[Told]
    sound: np.ndarray
    rate: int = 48_000


class Loudspeaker:
    """A private sound server."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = dict(os.environ, VA_DIR=str(folder))
        self._script("start")
        for line in (folder / "env").read_text().splitlines():
            for word in line.removeprefix("export ").split():
                name, _, value = word.partition("=")
                self.environment[name] = value

    def _script(self, *words: str) -> None:
        command = ["bash", str(VIRTUAL_AUDIO), *words]
        subprocess.run(command, env=self.environment, check=True, capture_output=True, timeout=30)

    def stop(self) -> None:
        self._script("stop")

    def start_scene(self, name: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "tests.helpers.voice_scenes", name],
            cwd=ROOT,
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def play(self, name: str) -> Played:
        """Play a scene and record the loudspeaker meanwhile."""
        path = self.folder / f"{name}.wav"
        command = ["parec", "--device=speaker.monitor", "--file-format=wav", str(path)]
        with subprocess.Popen(command, env=self.environment) as recorder:
            told = told_by(self.start_scene(name))
            recorder.terminate()
        with wave.open(str(path), "rb") as file:
            samples = np.frombuffer(file.readframes(file.getnframes()), "<i2").reshape(-1, file.getnchannels())
            return Played(told, samples[:, 0] / 32768, file.getframerate())


def told_by(scene: subprocess.Popen[str]) -> list[Told]:
    out, errors = scene.communicate("gone\n", timeout=90)
    assert scene.returncode == 0, errors[-3000:]
    return [Told(**json.loads(line)) for line in out.splitlines() if line.startswith("{")]


@pytest.fixture(scope="module")
def played() -> Iterator[dict[tuple[str, str], Future[Played]]]:
    """Every scene once on a loudspeaker and once in silence; they last as long as speech does, so side by side."""
    with tempfile.TemporaryDirectory(prefix="va-", ignore_cleanup_errors=True) as folder:
        loudspeaker = Loudspeaker(Path(folder))
        with ThreadPoolExecutor(1) as one_by_one, ThreadPoolExecutor(2) as silently:
            futures = {("device", name): one_by_one.submit(loudspeaker.play, name) for name in SCENES}
            for name in SCENES:
                futures["silent", name] = silently.submit(lambda name=name: Played(play(name, True), np.zeros(0)))
            yield futures
        loudspeaker.stop()


@pytest.fixture(params=["device", "silent"])
def voice(request: pytest.FixtureRequest, played: dict[tuple[str, str], Future[Played]]) -> Callable[[str], list[Told]]:
    """Gives the facts that were posted in a scene of tests/helpers/voice_scenes.py."""
    return lambda name: played[request.param, name].result(90).told


def of(told: list[Told], *kinds: str) -> list[Told]:
    return [one for one in told if one.kind in kinds]


def test_a_say_is_begun_shown_and_finished(voice: Callable[[str], list[Told]]) -> None:
    told = voice("talk")
    assert [(one.fact["turn"], one.fact["index"]) for one in of(told, "LineBegan")] == [(1, 0), (1, 1)]
    finished = of(told, "SpeakingFinished")
    assert [(one.fact["turn"], one.fact["stopped"]) for one in finished] == [(1, False)]
    for index, line in enumerate(LINES):
        words = [one.fact for one in of(told, "WordReached") if one.fact["index"] == index]
        shown = "".join(line.text[word["first"] : word["last"]] for word in words)
        assert shown == line.text.replace(" ", "")
    states = [(one.fact["state"], one.fact["reason"]) for one in of(told, "VoiceChanged")]
    assert states == [("ready", "")], "nothing but a voice that is ready"


def test_facts_come_when_their_sample_is_heard(voice: Callable[[str], list[Told]]) -> None:
    told = voice("talk")
    first, second = of(told, "LineBegan")
    finished = of(told, "SpeakingFinished")[0]
    # by the sample clock: both lines at the gentle usual pace take three to six seconds
    assert 2.5 < finished.fact["time"] - first.fact["time"] < 8.0
    assert 1.5 < second.fact["time"] - first.fact["time"] < 6.0
    for one in (first, second, finished):
        assert one.at >= one.fact["time"], "never told before it is heard"
    order = [one.kind for one in told if one.kind != "VoiceChanged"]
    assert order[0] in ("LineBegan", "MouthMoved") and order[-1] == "SpeakingFinished"


def test_the_mouth_moves_about_thirty_times_a_second(voice: Callable[[str], list[Told]]) -> None:
    told = voice("talk")
    moves = of(told, "MouthMoved")
    seconds = of(told, "SpeakingFinished")[0].fact["time"] - of(told, "LineBegan")[0].fact["time"]
    assert 15 * seconds < len(moves) < 33 * seconds
    openings = [one.fact["opening"] for one in moves]
    assert min(openings) >= 0.0 and 0.8 < max(openings) <= 1.0 and openings[-1] == 0.0


def test_stop_ends_the_turn_once_and_the_next_is_whole(voice: Callable[[str], list[Told]]) -> None:
    told = voice("interrupted")
    finished = [(one.fact["turn"], one.fact["stopped"]) for one in of(told, "SpeakingFinished")]
    assert finished == [(1, True), (2, False)]
    end = next(number for number, one in enumerate(told) if one.kind == "SpeakingFinished")
    assert {one.fact["turn"] for one in of(told[end + 1 :], "LineBegan", "WordReached")} == {2}
    assert len([one for one in of(told, "WordReached") if one.fact["turn"] == 1]) < 17


def test_says_in_a_row_do_not_mix(voice: Callable[[str], list[Told]]) -> None:
    told = voice("queued")
    order = [one.fact["turn"] for one in of(told, "LineBegan", "WordReached", "SpeakingFinished")]
    assert order == sorted(order)
    assert [one.fact["turn"] for one in of(told, "SpeakingFinished")] == [1, 2, 3]


def test_hidden_words_take_their_time(voice: Callable[[str], list[Told]]) -> None:
    told = voice("hidden")
    assert of(told, "SpeakingFinished")[0].fact["time"] - of(told, "LineBegan")[0].fact["time"] > 0.7


# --- only where there is something to hear ---------------------------------------------------------------------


def test_it_is_really_heard_and_as_loud_as_meant(played: dict[tuple[str, str], Future[Played]]) -> None:
    scene = played["device", "talk"].result(90)
    loud = np.flatnonzero(np.abs(scene.sound) > 0.01)
    heard = (loud[-1] - loud[0]) / scene.rate
    begun, ended = (of(scene.told, kind)[0].fact["time"] for kind in ("LineBegan", "SpeakingFinished"))
    assert heard == pytest.approx(ended - begun, abs=0.25)
    peak = 20 * np.log10(np.abs(scene.sound).max())
    assert -16 < peak <= -2.9
    assert np.abs(np.diff(scene.sound)).max() < 0.5, "no clicks"


def test_a_stopped_line_is_heard_no_longer_than_it_was_told(played: dict[tuple[str, str], Future[Played]]) -> None:
    scene = played["device", "interrupted"].result(90)
    size = scene.rate // 50
    frames = np.abs(scene.sound[: len(scene.sound) // size * size]).reshape(-1, size).max(axis=1)
    marks = np.flatnonzero(frames > 0.005)
    # rendering the second line takes a moment: the longest gap lies between the two
    last_of_first = max(pairwise(marks), key=lambda pair: pair[1] - pair[0])[0]
    first_heard = (last_of_first - marks[0]) * size / scene.rate
    begun, ended = (of(scene.told, kind)[0].fact["time"] for kind in ("LineBegan", "SpeakingFinished"))
    assert first_heard <= ended - begun + 0.05


def test_hidden_is_silent(played: dict[tuple[str, str], Future[Played]]) -> None:
    sound = played["device", "hidden"].result(90).sound
    assert len(sound) > 0 and np.abs(sound).max() == 0.0


def test_a_lost_loudspeaker_is_told_once_and_the_words_go_on() -> None:
    with tempfile.TemporaryDirectory(prefix="va-", ignore_cleanup_errors=True) as folder:
        made = Loudspeaker(Path(folder))
        scene = made.start_scene("lost")
        assert scene.stdout is not None and scene.stdout.readline() == "speaking\n"
        made.stop()
        told = told_by(scene)
    finished = of(told, "SpeakingFinished")
    assert [(one.fact["turn"], one.fact["stopped"]) for one in finished] == [(1, False)]
    assert len(of(told, "WordReached")) == 15
    lost = [one for one in of(told, "VoiceChanged") if one.fact["state"] == "unavailable"]
    assert [one.fact["reason"] for one in lost] == ["speaker-lost"]

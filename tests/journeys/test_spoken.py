"""A spoken conversation without a person: the real program, virtual sound devices, a synthetic trainee."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from trainer.session.tape import replay

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
AUDIO = ROOT / "tests" / "helpers" / "virtual_audio.sh"
NEEDED = ("pulseaudio", "pactl", "paplay", "pacat", "espeak-ng")
ROOM_TONE = 300
"""Seconds of the faint noise every real microphone has."""

pytestmark = [pytest.mark.journey, pytest.mark.timeout(400)]


class Journey:
    """What came of one visit."""

    def __init__(self, result: dict[str, Any], tape: Path) -> None:
        self.ended = result["ended"]
        self.seen = result["seen"]
        self.after = result["after"]
        self.killed = result["killed"]
        self.alive = result["alive"]
        self.rows = [json.loads(line) for line in tape.read_text("utf-8").splitlines()]
        self.tape = tape

    @property
    def replied(self) -> list[dict[str, Any]]:
        return [row["in"] for row in self.rows if row.get("in", {}).get("is") == "Replied"]

    @property
    def notes(self) -> list[str]:
        return [row["note"] for row in self.rows if "note" in row]


def with_sound(folder: Path, language: str, vosk: bool, trouble: bool = False) -> Journey:
    """A visit with a private sound server, whose microphone has the faint noise of a room."""
    own = {**os.environ, "VA_DIR": str(folder / "va")}
    subprocess.run(["bash", str(AUDIO), "start"], env=own, check=True, stdout=subprocess.DEVNULL)
    try:
        for line in (folder / "va" / "env").read_text().splitlines():
            name, _, value = line.removeprefix("export ").partition("=")
            own[name] = value
        tone = np.random.default_rng(3).normal(0, 4, ROOM_TONE * 16_000).astype("<i2").tobytes()
        (folder / "room.raw").write_bytes(tone)
        play = ["pacat", "--device=mic_in", "--format=s16le", "--rate=16000", "--channels=1", str(folder / "room.raw")]
        with subprocess.Popen(play, env=own, stderr=subprocess.DEVNULL) as room:
            try:
                return visit(own, folder, language, vosk, trouble)
            finally:
                room.kill()
    finally:
        subprocess.run(["bash", str(AUDIO), "stop"], env=own, check=True, stdout=subprocess.DEVNULL)


def visit(own: dict[str, str], folder: Path, language: str, vosk: bool, trouble: bool = False) -> Journey:
    """Practise once through the window; the toy model is installed as a person would install a file."""
    home = {**own, "ENGAWA_HOME": str(folder / "home"), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    if vosk:
        name = f"vosk-toy-{language}"
        model = shutil.make_archive(str(folder / name), "zip", ROOT / "tests" / "data", name)
        installed = [sys.executable, "-m", "trainer", "models", "install", model]
        subprocess.run(installed, env=home, check=True, capture_output=True)
    tape = folder / "visit.tape"
    command = [sys.executable, str(HERE / "spoken_visit.py"), "--language", language, "--tape", str(tape)]
    command += ["--trouble"] if trouble else []
    done = subprocess.run(command, env=home, capture_output=True, text=True, timeout=400)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr, done.stderr
    return Journey(json.loads(done.stdout.splitlines()[-1]), tape)


@pytest.fixture(scope="module")
def journeys(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Future[Journey]]]:
    """All visits, two at a time: they pass in real time and mostly wait for somebody to finish speaking."""
    absent = [name for name in NEEDED if shutil.which(name) is None]
    assert not absent, f"the set-up installs {', '.join(absent)}"
    folder = tmp_path_factory.mktemp
    with ThreadPoolExecutor(2) as pool:
        yield {
            "vosk-en": pool.submit(with_sound, folder("a"), "en", True),
            "vosk-ja": pool.submit(with_sound, folder("b"), "ja", True),
            "pocketsphinx-en": pool.submit(with_sound, folder("c"), "en", False),
            "trouble": pool.submit(with_sound, folder("d"), "en", True, True),
        }


@pytest.mark.parametrize("name", ["vosk-en", "vosk-ja", "pocketsphinx-en"])
def test_a_spoken_conversation_from_the_garden_to_the_goodbye(journeys: dict[str, Future[Journey]], name: str) -> None:
    """The scene ended; the tape shows each utterance, its words, interpretation and turn, and replays exactly."""
    journey = journeys[name].result()
    assert journey.ended == "finished", journey.seen
    assert journey.after == "AfterPage"
    turns = [event["turn"] for event in journey.replied]
    assert len(turns) >= 5
    assert turns == sorted(turns)
    heard = [event["interpretation"] for event in journey.replied]
    assert {told["utterance"]["engine"] for told in heard} == {name.split("-")[0]}
    sure = [told for told in heard if told["outcome"] == "sure"]
    assert len(sure) >= 4
    assert all(told["utterance"]["text"] and told["utterance"]["words"] for told in sure)
    with journey.tape.open(encoding="utf-8") as lines:
        assert replay(lines) is None


def test_voice_killed_recogniser_killed_microphone_unplugged_and_the_talk_goes_on(
    journeys: dict[str, Future[Journey]],
) -> None:
    journey = journeys["trouble"].result()
    assert journey.ended == "finished", journey.seen
    assert journey.killed["voice"], "the voice's process was there to be killed"
    assert journey.alive["voice"], "and another took its place"
    assert not set(journey.killed["voice"]) & set(journey.alive["voice"])
    assert "recogniser-restarted" in journey.notes
    assert journey.killed["gone"], "the microphone was there to be pulled out"
    assert "microphone-muted" in journey.notes, "it was told"
    assert journey.killed["crash"], "the sound server was there to be killed"
    after_muted = journey.notes[journey.notes.index("microphone-muted") :]
    assert "microphone-lost" in after_muted, "that was told, too"
    assert "voice-unavailable" in after_muted, "and that the partner cannot be heard"
    assert journey.seen[-1].endswith("choose"), "and the talk went on by another way of answering"


def test_no_sound_device_at_all(tmp_path: Path) -> None:
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("PULSE", "ALSA"))}
    ask = [sys.executable, "-c", "import sounddevice; print(len(sounddevice.query_devices()))"]
    if subprocess.run(ask, env=bare, capture_output=True, text=True, check=True).stdout.strip() != "0":
        pytest.skip("this computer has a sound device, and one without is wanted here")
    journey = visit(bare, tmp_path, "en", False)
    assert journey.ended == "finished", journey.seen
    assert "microphone-absent" in journey.notes
    assert journey.seen[-1].endswith("choose")

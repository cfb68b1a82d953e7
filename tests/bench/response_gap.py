"""From the end of the trainee's last word to the partner's first sample (virtual devices), beside the textbook loop.

    python -m tests.bench.response_gap [--visits 3] [--patience 4.0] [--engine vosk|pocketsphinx] [--no-textbook]

The real window practises the heating scene; espeak answers in expected words into the virtual microphone; both devices
are recorded by their monitors and the gap is read from the two recordings (blocks of 10 ms, both equally late). The
textbook loop (vosk, then pyttsx3, as tutorials show it) hears the same words in the same run. Told of each run: the
whole gap, the chosen wait in it, the rest, and how often the partner began while the trainee's words still sounded.
How often hesitant speakers are cut off is measured by `tests.bench.patience`. Linux only.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

import numpy as np

from tests.helpers.virtual_audio import available, virtual_audio
from trainer.hearing.patience import Patience, Standing

ROOT = Path(__file__).resolve().parents[2]
SCENE = "errands/shall-i-heat-it"
WORDS = {
    "greeting": "hello",
    "heat": "yes please",
    "bag": "no thank you",
    "card": "no thank you",
    "pay": "cash please",
    "receipt": "no thank you",
    "goodbye": "thank you",
}
RATE, BLOCK = 16_000, 160
LOUD = {"mic_in": 250.0, "speaker": 60.0}
"""RMS in samples above which a block is speech: the room's noise at the microphone is 4, the speaker is silent."""
SAME = 0.4
"""Seconds of quiet inside one utterance."""


class Recorder:
    """When a device sounded: begin and end of each stretch of speech (monotonic seconds)."""

    def __init__(self, device: str) -> None:
        self.stretches: list[tuple[float, float]] = []
        self._least = LOUD[device]
        command = ["parec", f"--device={device}.monitor", "--format=s16le", f"--rate={RATE}", "--channels=1"]
        self._process = subprocess.Popen([*command, "--latency-msec=10", "--raw"], stdout=subprocess.PIPE)
        self._thread = threading.Thread(target=self._listen, args=(self._process.stdout,), daemon=True)
        self._thread.start()

    def _listen(self, sound: IO[bytes]) -> None:
        while block := sound.read(2 * BLOCK):
            now = time.monotonic()
            samples = np.frombuffer(block, np.int16).astype(np.float64)
            if np.sqrt(np.mean(samples**2)) < self._least:
                continue
            if self.stretches and now - self.stretches[-1][1] < SAME:
                self.stretches[-1] = (self.stretches[-1][0], now)
            else:
                self.stretches.append((now, now))

    def close(self) -> None:
        self._process.kill()
        self._process.wait()


def gaps(mouth: list[tuple[float, float]], partner: list[tuple[float, float]], longest: float = 8.0) -> list[float]:
    """For each utterance, the seconds until the partner began, when that was the next thing to sound."""
    found = []
    for number, (_, ended) in enumerate(mouth):
        until = mouth[number + 1][0] if number + 1 < len(mouth) else ended + longest
        answer = next((begun for begun, _ in partner if begun > ended), None)
        if answer is not None and answer < min(until, ended + longest):
            found.append(round(answer - ended, 3))
    return found


def cut_off(mouth: list[tuple[float, float]], partner: list[tuple[float, float]]) -> int:
    """How often the partner began while the trainee's words still sounded."""
    return sum(any(begun < other < ended for other, _ in partner) for begun, ended in mouth)


@dataclass(frozen=True)
class Measured:
    """Seconds from each last word to the partner's first sample; utterances that were cut off."""

    gaps: list[float]
    cut: int

    @property
    def middle(self) -> float:
        return statistics.median(self.gaps) if self.gaps else float("nan")


def high(values: list[float]) -> float:
    return sorted(values)[int(0.95 * (len(values) - 1))] if values else float("nan")


def told(name: str, found: Measured, wait: float | None = None) -> None:
    line = f"{name:34s} {len(found.gaps):3d} turns   p50 {found.middle:6.3f} s   p95 {high(found.gaps):6.3f} s"
    if wait is not None:
        rest = f"{1000 * (found.middle - wait):4.0f} ms, p95 {1000 * (high(found.gaps) - wait):4.0f} ms"
        line += f"   chosen wait {wait:.2f} s, the rest p50 {rest}"
    print(f"{line}   cut off {found.cut}", flush=True)


def inside(options: argparse.Namespace) -> None:
    """In the program's process: the visits, one after another; prints the gaps."""
    from PySide6.QtCore import QTimer

    from tests.helpers.mouth import Mouth
    from tests.helpers.robot import Robot
    from tests.helpers.trainee import Act, Trainee
    from trainer.app.desk import LiveDesk
    from trainer.app.house import House
    from trainer.session.view import VisitView
    from trainer.storage.paths import assets
    from trainer.ui.application import make_application, make_window

    class Scripted(Trainee):
        """Answers aloud in the words above."""

        def act(self, view: VisitView) -> Act:
            return Act("speak", words=WORDS.get(view.moment, "yes please"))

    application = make_application(assets())
    house = House()
    house.change_settings(
        replace(house.settings, started=True, way="speak", pause=options.patience, pause_learnt=False)
    )
    desk = LiveDesk(house)
    window = make_window(desk, assets())
    window.show()
    mouth, partner, trainee = Mouth(), Recorder("speaker"), Recorder("mic_in")
    left = [options.visits]

    def go_on(_how: str = "") -> None:
        if left[0] <= 0:
            window.close()
            desk.close()
            application.quit()
            return
        left[0] -= 1
        QTimer.singleShot(1500, lambda: robot.practise(SCENE, Scripted(left[0]), mouth))

    robot = Robot(window, desk, go_on)
    QTimer.singleShot(500, go_on)
    application.exec()
    mouth.close()
    for recorder in (partner, trainee):
        recorder.close()
    tell(trainee, partner)


def tell(trainee: Recorder, partner: Recorder) -> None:
    found = (gaps(trainee.stretches, partner.stretches), cut_off(trainee.stretches, partner.stretches))
    print(json.dumps(found), flush=True)


def textbook(model: Path, visits: int) -> None:
    """The loop of the tutorials: hear with Vosk until it says the utterance ended, then let pyttsx3 answer."""
    from tests.helpers.mouth import Mouth

    partner, trainee, mouth = Recorder("speaker"), Recorder("mic_in"), Mouth()
    loop = subprocess.Popen([sys.executable, "-m", "tests.bench.textbook_loop", str(model)], cwd=ROOT)
    time.sleep(4.0)
    for words in [*WORDS.values()] * visits:
        mouth.say(words, "en")
        time.sleep(7.0)
    loop.kill()
    loop.wait()
    mouth.close()
    for recorder in (partner, trainee):
        recorder.close()
    tell(trainee, partner)


def measured(home: dict[str, str], arguments: list[str]) -> Measured:
    """What a process of its own measured."""
    command = [sys.executable, "-m", "tests.bench.response_gap", *arguments]
    done = subprocess.run(command, env=home, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    values, cut = json.loads(done.stdout.splitlines()[-1])
    return Measured([float(value) for value in values], int(cut))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--visits", type=int, default=3)
    parser.add_argument("--patience", type=float, default=4.0)
    parser.add_argument("--engine", choices=("vosk", "pocketsphinx"), default="vosk")
    parser.add_argument("--no-textbook", action="store_true")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--textbook", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        inside(options)
        return 0
    if options.textbook:
        textbook(options.textbook, options.visits)
        return 0
    if not available():
        print("Nothing measured: pulseaudio, pactl, paplay and parec are needed.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="gap-") as name, virtual_audio(Path(name) / "va") as audio:
        folder = Path(name)
        home = {**os.environ, **audio.environment, "ENGAWA_HOME": str(folder / "home")}
        home |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
        room = folder / "room.raw"
        room.write_bytes(np.random.default_rng(3).normal(0, 4, 16_000 * 900).astype("<i2").tobytes())
        play = ["pacat", "--device=mic_in", "--format=s16le", "--rate=16000", "--channels=1", str(room)]
        with subprocess.Popen(play, env=home, stderr=subprocess.DEVNULL) as noise:
            if options.engine == "vosk":
                model = shutil.make_archive(str(folder / "vosk-toy-en"), "zip", ROOT / "tests" / "data", "vosk-toy-en")
                command = [sys.executable, "-m", "trainer", "models", "install", model]
                subprocess.run(command, env=home, check=True, capture_output=True)
            ours: dict[float, Measured] = {}
            for patience in (options.patience, 2.0):
                arguments = ["--inside", "--visits", str(options.visits), "--patience", str(patience)]
                ours[patience] = measured(home, arguments)
                wait = Patience().with_pause(patience).wait(Standing.COMPLETE)
                told(f"engawa ({options.engine}, pause {patience:g} s)", ours[patience], wait)
            if not options.no_textbook:
                arguments = ["--textbook", str(ROOT / "tests" / "data" / "vosk-toy-en"), "--visits", "1"]
                loop = measured(home, arguments)
                told("textbook loop (vosk, pyttsx3)", loop)
                for patience, found in ours.items():
                    times = loop.middle / found.middle
                    print(f"the textbook loop takes {times:.1f} times as long as pause {patience:g} s")
            noise.kill()
    return 0


if __name__ == "__main__":
    sys.exit(main())

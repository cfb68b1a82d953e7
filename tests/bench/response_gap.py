"""From the end of the trainee's last word to the partner's first sample (virtual devices), beside the textbook loop.

    python -m tests.bench.response_gap [--visits 3] [--patience 4.0] [--engine vosk|pocketsphinx]
        [--no-textbook] [--picture FILE.svg]

The real window practises the heating scene; espeak answers in expected words into the virtual microphone; both devices
are recorded by their monitors and the gap is read from the two recordings (blocks of 10 ms, both equally late). The
textbook loop (vosk, then pyttsx3, as tutorials show it) hears the same words in the same run. Told of each run: the
whole gap, the chosen wait in it, the rest, and how often the partner began while the trainee's words still sounded.
Then both hear the same hesitant sentences, each with a pause of 2 s in its middle, where what was said so far is no
reply yet. `tests.bench.patience` has many more of them, by real speakers, with longer pauses. Linux only.
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

from tests.bench.drawing import bars
from tests.helpers.mouth import Mouth
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
HESITANT = {
    "greeting": "nice to meet you",
    "heat": "i'll eat it later",
    "bag": "could you put it in a bag",
    "card": "my card is at home",
    "pay": "i'll pay cash",
    "receipt": "i don't need it",
    "goodbye": "good night",
}
PAUSE = 2.0
"""Seconds in the middle of each hesitant sentence."""
BEFORE_THE_END = 0.2
"""Seconds: what begins so shortly before the mouth is done came after the last word."""
PATIENT = 20.0
"""Seconds without any change after which the trainee says it again."""
MOST_TURNS = 12
"""Turns of a visit with hesitant sentences: one that is not understood is no reason to go on for ever."""
RATE, BLOCK = 16_000, 160
LOUD = {"mic_in": 250.0, "speaker": 60.0}
"""RMS in samples above which a block is speech: the room's noise at the microphone is 4, the speaker is silent."""
SAME = 0.4
"""Seconds of quiet inside one utterance."""
USUAL, SHORTEST, REST, TIMES = 0.75, 0.32, 0.06, 2.5
"""What the gap may be (s), what of it beside the chosen wait, and how much longer the textbook loop takes at least."""


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


class WatchedMouth(Mouth):
    """Knows from when to when it spoke each sentence, pauses and all (monotonic seconds)."""

    def __init__(self) -> None:
        super().__init__()
        self.spans: list[tuple[float, float]] = []

    def _say(self, words: str, language: str, pauses: tuple[float, ...], seed: int) -> None:
        began = time.monotonic()
        super()._say(words, language, pauses, seed)
        self.spans.append((began, time.monotonic() - BEFORE_THE_END))


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
    heard: int

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
    print(f"{line}   cut off {found.cut} of {found.heard}", flush=True)


def verdict(what: str, value: float, limit: float, unit: str, least: bool = False) -> None:
    """A figure beside what it may be."""
    good = value >= limit if least else value <= limit
    shown = f"{1000 * value:.0f} ms" if unit == "ms" else f"{value:.2f}{unit}"
    bound = f"{1000 * limit:.0f} ms" if unit == "ms" else f"{limit:g}{unit}"
    print(f"{what} {shown} ({'at least' if least else 'may be'} {bound}) {'ok' if good else 'OVER'}", flush=True)


def inside(options: argparse.Namespace) -> None:
    """In the program's process: the visits, one after another; prints the gaps."""
    from PySide6.QtCore import QTimer

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
            if options.hesitant and view.turn > MOST_TURNS:
                return Act("leave")
            if options.hesitant and view.asked is not None:
                return Act("asked", reply="asked:1")  # the same words once more would be asked about once more
            if options.hesitant:
                return Act("speak", words=HESITANT.get(view.moment, "nice to meet you"), pauses=(PAUSE,))
            return Act("speak", words=WORDS.get(view.moment, "yes please"))

    application = make_application(assets())
    house = House()
    house.change_settings(
        replace(house.settings, started=True, way="speak", pause=options.patience, pause_learnt=False)
    )
    desk = LiveDesk(house)
    window = make_window(desk, assets())
    window.show()
    mouth, partner, trainee = WatchedMouth(), Recorder("speaker"), Recorder("mic_in")
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
    robot.again = PATIENT  # a hesitant sentence and the wait after it are longer than the robot's own patience
    QTimer.singleShot(500, go_on)
    application.exec()
    mouth.close()
    for recorder in (partner, trainee):
        recorder.close()
    tell(trainee, partner, mouth, options.hesitant)


def tell(trainee: Recorder, partner: Recorder, mouth: WatchedMouth, hesitant: bool) -> None:
    spoken = mouth.spans if hesitant else trainee.stretches
    found = (gaps(trainee.stretches, partner.stretches), cut_off(spoken, partner.stretches), len(spoken))
    print(json.dumps(found), flush=True)


def textbook(model: Path, visits: int, hesitant: bool) -> None:
    """The loop of the tutorials: hear with Vosk until it says the utterance ended, then let pyttsx3 answer."""
    partner, trainee, mouth = Recorder("speaker"), Recorder("mic_in"), WatchedMouth()
    loop = subprocess.Popen([sys.executable, "-m", "tests.bench.textbook_loop", str(model)], cwd=ROOT)
    time.sleep(4.0)
    for words in [*(HESITANT if hesitant else WORDS).values()] * visits:
        mouth.say(words, "en", (PAUSE,) if hesitant else ())
        time.sleep(7.0 + 2 * PAUSE * hesitant)
    loop.kill()
    loop.wait()
    mouth.close()
    for recorder in (partner, trainee):
        recorder.close()
    tell(trainee, partner, mouth, hesitant)


def measured(home: dict[str, str], arguments: list[str]) -> Measured:
    """What a process of its own measured."""
    command = [sys.executable, "-m", "tests.bench.response_gap", *arguments]
    done = subprocess.run(command, env=home, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    values, cut, heard = json.loads(done.stdout.splitlines()[-1])
    return Measured([float(value) for value in values], int(cut), int(heard))


def beside(home: dict[str, str], options: argparse.Namespace) -> None:
    """Ours with the usual and the shortest patience, then the textbook loop; then both with hesitant speech."""
    ours: dict[float, Measured] = {}
    arguments = ["--inside", "--visits", str(options.visits), "--patience"]
    for patience, longest in ((options.patience, USUAL), (2.0, SHORTEST)):
        found = ours[patience] = measured(home, [*arguments, str(patience)])
        wait = Patience().with_pause(patience).wait(Standing.COMPLETE)
        told(f"engawa ({options.engine}, pause {patience:g} s)", found, wait)
        verdict(f"   median gap, pause {patience:g} s:", found.middle, longest, " s")
        verdict(f"   beside the chosen wait, 95 % within, pause {patience:g} s:", high(found.gaps) - wait, REST, "ms")
    if options.no_textbook:
        return
    if not shutil.which("aplay"):
        print("The textbook loop was not run: pyttsx3 sounds by aplay (Debian: alsa-utils).", file=sys.stderr)
        return
    theirs = ["--textbook", str(ROOT / "tests" / "data" / "vosk-toy-en"), "--visits", "1"]
    loop = measured(home, theirs)
    told("textbook loop (vosk, pyttsx3)", loop)
    if options.picture:
        rows: list[tuple[str, float, float | None]] = [
            (f"engawa, pause set to {patience:g} s", round(1000 * found.middle), 1000 * limit)
            for (patience, found), limit in zip(ours.items(), (USUAL, SHORTEST), strict=True)
        ]
        rows.append(("the loop of the tutorials", round(1000 * loop.middle), None))
        caption = "From the last word to the partner's first sound, median. The mark is what it may be."
        options.picture.write_text(bars(rows, "ms", caption), "utf-8")
    for patience, found in ours.items():
        times = loop.middle / found.middle
        verdict(f"   the textbook loop, times as long as ours, pause {patience:g} s:", times, TIMES, "", least=True)
    loop = measured(home, [*theirs, "--hesitant"])
    found = measured(home, [*arguments, str(options.patience), "--hesitant"])
    print(f"hesitant sentences cut off: textbook loop {loop.cut} of {loop.heard}, engawa {found.cut} of {found.heard}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--visits", type=int, default=3)
    parser.add_argument("--patience", type=float, default=4.0)
    parser.add_argument("--engine", choices=("vosk", "pocketsphinx"), default="vosk")
    parser.add_argument("--no-textbook", action="store_true")
    parser.add_argument("--picture", type=Path)
    parser.add_argument("--hesitant", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--textbook", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        inside(options)
        return 0
    if options.textbook:
        textbook(options.textbook, options.visits, options.hesitant)
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
            beside(home, options)
            noise.kill()
    return 0


if __name__ == "__main__":
    sys.exit(main())

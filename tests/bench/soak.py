"""A night's practice in an hour: the robot in the real window, children killed, the microphone pulled, all switched.

    python -m tests.bench.soak [--minutes 60] [--seed 1] [--out FOLDER]

A private sound server plays a faint room into the virtual microphone; the robot practises every scene in turn, English
and Japanese, with voice and ears. Each minute the memory, threads, descriptors, processes and temporary files of the
program are counted; the window's longest pause is that of a timer of 10 ms. At the end the records are compared with
what the robot saw. FOLDER gets soak.json and soak.svg. Linux only; nothing is measured where a program is missing.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from tests.bench.unplug import children_named, counted
from tests.helpers.virtual_audio import SCRIPT, available, virtual_audio

ROOT = Path(__file__).resolve().parents[2]
TICK = 10
"""Milliseconds of the timer whose lateness is the window's pause."""
TROUBLES = ("kill voice", "kill recogniser", "unplug", "kill voice", "kill recogniser", "unplug", "settings")
EVERY = (25.0, 60.0)
"""Seconds between two troubles."""
BACK_AFTER = 5000
"""Milliseconds until the microphone is plugged in again."""


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=Path("build/soak"))
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


class Soak:
    """Inside the program's process: scene after scene, trouble after trouble, until the time is up."""

    def __init__(self, options: argparse.Namespace) -> None:
        from PySide6.QtCore import Qt, QTimer  # the parent process needs no Qt

        from tests.helpers.mouth import Mouth
        from tests.helpers.robot import Robot
        from trainer.app.desk import LiveDesk
        from trainer.app.house import House
        from trainer.storage.paths import assets
        from trainer.ui.application import make_application, make_window

        self.options = options
        self.dice = random.Random(options.seed)
        self.application = make_application(assets())
        self.house = House()
        self.house.change_settings(replace(self.house.settings, started=True, way="speak", theme="light"))
        self.desk = LiveDesk(self.house)
        self.window = make_window(self.desk, assets())
        self.window.show()
        self.house.warm("en")
        self.mouth = Mouth(noise=20.0)
        self.robot = Robot(self.window, self.desk, self.next_scene)
        self.scenes = sorted(card.address for card in self.desk.scenes())
        self.visits = 0
        self.endings: Counter[str] = Counter()
        self.troubles: Counter[str] = Counter()
        self.pauses: list[tuple[float, float, str]] = []
        self.own = time.thread_time()
        self.rows: list[dict[str, float]] = []
        self.began = time.monotonic()
        self.last = self.began
        self.doing = "start"
        self.timers = []
        for every, call in ((TICK, self.beat), (60_000, self.count)):
            timer = QTimer()
            timer.setTimerType(Qt.TimerType.PreciseTimer)
            timer.timeout.connect(call)
            timer.start(every)
            self.timers.append(timer)
        self.later = QTimer.singleShot
        self.later(30_000, self.trouble)
        self.later(20_000, self.count)
        self.later(200, self.next_scene)

    def minutes(self) -> float:
        return (time.monotonic() - self.began) / 60

    def beat(self) -> None:
        now = time.monotonic()
        late, self.last = now - self.last - TICK / 1000, now
        own, self.own = time.thread_time() - self.own, time.thread_time()
        if late > 0.1:
            self.pauses.append((round(late, 3), round(own, 3), self.doing))

    def next_scene(self, how: str = "") -> None:
        from tests.helpers.trainee import Trainee

        if how:
            self.endings[how] += 1
        if self.minutes() >= self.options.minutes:
            self.finish()
            return
        language = ("en", "ja")[self.visits % 2]
        scene = self.scenes[(self.visits // 2) % len(self.scenes)]
        self.visits += 1
        self.doing = f"{scene} {language}"
        way = self.dice.choice(("choose", "type", "speak", "read"))
        self.desk.set_settings(
            replace(self.house.settings, practice_language=language, screen_language=language, way=way)
        )
        trainee = Trainee(self.options.seed * 10_000 + self.visits, longest=14)
        self.later(100, lambda: self.robot.practise(scene, trainee, self.mouth))

    def trouble(self) -> None:
        what = self.dice.choice(TROUBLES)
        if what.startswith("kill"):
            for child in children_named("_" + what.removeprefix("kill ")):
                os.kill(child, signal.SIGKILL)
                self.troubles[what] += 1
        elif what == "unplug":
            subprocess.Popen(["bash", str(SCRIPT), "unplug"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            self.later(BACK_AFTER, self.plug)
            self.troubles[what] += 1
        else:
            theme = self.dice.choice(("light", "dark", "contrast"))
            scale = self.dice.choice((1.0, 1.3, 2.0))
            self.desk.set_settings(replace(self.house.settings, theme=theme, text_scale=scale))
            self.troubles[what] += 1
        self.later(int(1000 * self.dice.uniform(*EVERY)), self.trouble)

    def plug(self) -> None:
        subprocess.Popen(["bash", str(SCRIPT), "plug"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def count(self) -> None:
        temporary = Path(tempfile.gettempdir())
        own = {"minute": round(self.minutes(), 2), "temporary": len(list(temporary.iterdir())), **counted()}
        self.rows.append(own)
        print(json.dumps({**own, "visits": self.visits, "turns": self.robot.turns}), file=sys.stderr, flush=True)

    def finish(self) -> None:
        self.count()
        self.mouth.close()
        self.window.close()
        self.desk.close()
        print(json.dumps(self.told(), ensure_ascii=False), flush=True)
        self.application.quit()

    def told(self) -> dict[str, Any]:
        return {
            "minutes": round(self.minutes(), 1),
            "visits": self.visits,
            "turns": self.robot.turns,
            "endings": dict(self.endings),
            "deeds": dict(self.robot.deeds),
            "troubles": dict(self.troubles),
            # Seconds on the clock, seconds the window's own thread computed meanwhile, and where.
            "pauses": sorted(self.pauses, reverse=True)[:20],
            "pauses_over_100_ms": len(self.pauses),
            "of_them_own_computing_over_100_ms": sum(own > 0.1 for _, own, _ in self.pauses),
            "rows": self.rows,
        }


def outside(options: argparse.Namespace) -> int:
    """Start the sound server and the program; compare the records; write the report."""
    if not available():
        print("Nothing measured: pulseaudio, pactl, paplay and parec are needed.", file=sys.stderr)
        return 1
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="soak-") as name, virtual_audio(Path(name) / "va") as audio:
        folder = Path(name)
        (folder / "tmp").mkdir()
        home = {**os.environ, **audio.environment, "VA_DIR": str(audio.folder), "TMPDIR": str(folder / "tmp")}
        home |= {"ENGAWA_HOME": str(folder / "home"), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
        model = shutil.make_archive(str(folder / "vosk-toy-ja"), "zip", ROOT / "tests" / "data", "vosk-toy-ja")
        engawa = [sys.executable, "-m", "trainer"]
        subprocess.run([*engawa, "models", "install", model], env=home, check=True, capture_output=True)
        room = folder / "room.raw"
        room.write_bytes(np.random.default_rng(3).normal(0, 4, 16_000 * 600).astype("<i2").tobytes())
        loop = f"while :; do pacat --device=mic_in --format=s16le --rate=16000 --channels=1 {room}; sleep 0.2; done"
        with subprocess.Popen(
            ["bash", "-c", loop], env=home, stderr=subprocess.DEVNULL, start_new_session=True
        ) as noise:
            command = [sys.executable, "-m", "tests.bench.soak", "--inside"]
            command += ["--minutes", str(options.minutes), "--seed", str(options.seed)]
            done = subprocess.run(command, env=home, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
            os.killpg(noise.pid, signal.SIGKILL)
        if done.returncode != 0 or not done.stdout.strip():
            print(f"The program ended with {done.returncode}.", file=sys.stderr)
            return 1
        told = json.loads(done.stdout.splitlines()[-1])
        shown = subprocess.run([*engawa, "records", "show", "--json"], env=home, check=True, capture_output=True)
        told["kept"] = kept(shown.stdout.decode())
        told["left_over"] = sorted(path.name for path in (folder / "tmp").iterdir())
    (options.out / "soak.json").write_text(json.dumps(told, indent=1, ensure_ascii=False), "utf-8")
    (options.out / "soak.svg").write_text(drawn(told["rows"]), "utf-8")
    print(json.dumps({name: value for name, value in told.items() if name != "rows"}, indent=1, ensure_ascii=False))
    return 0


def kept(shown: str) -> dict[str, int]:
    """How many visits and facts the records hold."""
    visits: set[str] = set()
    facts = 0
    for fact in json.loads(shown):
        facts += 1
        visits.add(str(fact["visit"]))
    return {"visits": len(visits), "facts": facts}


def drawn(rows: list[dict[str, float]]) -> str:
    """Each count over the minutes, each on its own height: SVG."""
    width, height, step = 800, 90, 110
    names = [name for name in rows[0] if name != "minute"]
    longest = max(row["minute"] for row in rows) or 1.0
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width + 40} {step * len(names) + 20}">']
    for number, name in enumerate(names):
        most = max(row[name] for row in rows) or 1.0
        foot = step * (number + 1)
        points = " ".join(
            f"{20 + width * row['minute'] / longest:.1f},{foot - (height - 20) * row[name] / most:.1f}" for row in rows
        )
        label = f"{name}: {rows[0][name]:g} at first, {rows[-1][name]:g} at last, {most:g} at most"
        parts.append(f'<text x="20" y="{foot - height + 12}" font-family="sans-serif" font-size="13">{label}</text>')
        parts.append(f'<polyline points="{points}" fill="none" stroke="#2A6B62" stroke-width="2"/>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def main() -> int:
    options = arguments()
    if not options.inside:
        return outside(options)
    soak = Soak(options)
    soak.application.exec()
    return 0


if __name__ == "__main__":
    sys.exit(main())

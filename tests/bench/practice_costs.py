"""What a whole practice costs: memory, computing while it listens, and whether the partner's next words were ready.

    python -m tests.bench.practice_costs [--minutes 0.7] [--engine pocketsphinx|vosk|both] [--picture FILE.svg]

The robot speaks with the partner in the real window over a private sound server: English, with voice, ears and the
drawn scene, and is stopped in the middle of a visit when the time is up. Memory is that of the program and its
children, pages shared with others counted in parts, at its highest. Computing is counted while the program waits for
an answer or hears one. Linux only.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

from tests.bench.drawing import bars
from tests.bench.soak import ONE_THREAD, faint_room, install_toy
from tests.bench.watching import counted, cpu_seconds, family
from tests.helpers.virtual_audio import available, virtual_audio

ROOT = Path(__file__).resolve().parents[2]
MEMORY = {"pocketsphinx": 450.0, "vosk": 350.0}
"""MB that a practice may take."""
LISTENING, AHEAD, READY = 35.0, 5.0, 99.0
"""Percent of one core while listening, and for rendering ahead; percent of turns whose words are there."""
SCENES = ("errands/shall-i-heat-it", "outdoors/park-someone-nods", "errands/bus-driver", "work/shelves-only")


class Meter:
    """Computing of the program and its children in each phase of a turn."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.computed: dict[str, float] = {}
        self._last: tuple[str, float, float] = ("", 0.0, 0.0)

    def look(self, phase: str) -> None:
        """Called a few times a second; an interval counts where it began and ended in the same phase."""
        now, computed = time.monotonic(), sum(cpu_seconds(one) for one in family(os.getpid()))
        before, at, so_far = self._last
        names = {"all", phase} if before == phase else {"all"}
        for name in names if at else ():
            self.seconds[name] = self.seconds.get(name, 0.0) + now - at
            self.computed[name] = self.computed.get(name, 0.0) + max(0.0, computed - so_far)
        self._last = (phase, now, computed)

    def percent(self, phase: str) -> float:
        """Of one core."""
        return round(100 * self.computed.get(phase, 0.0) / max(1.0, self.seconds.get(phase, 0.0)), 1)


def inside(minutes: float) -> None:
    """In the program's process."""
    from dataclasses import replace

    from PySide6.QtCore import QTimer

    from tests.bench.ready import Readiness
    from tests.helpers.mouth import DistantMouth
    from tests.helpers.robot import Robot
    from tests.helpers.trainee import STEADY, Trainee
    from trainer.app.desk import LiveDesk
    from trainer.app.house import House
    from trainer.storage.paths import assets
    from trainer.ui.application import make_application, make_window

    application = make_application(assets())
    house = House()
    house.change_settings(replace(house.settings, started=True, way="speak"))
    desk = LiveDesk(house)
    window = make_window(desk, assets())
    window.show()
    house.warm("en")
    mouth, meter, visits = DistantMouth(), Meter(), iter(range(10_000))
    ready = Readiness(house.partner_voice(desk.hub.post))
    begun: list[int] = []

    def finish() -> None:
        told = {"listening": meter.percent("listening"), "all": meter.percent("all"), "turns": robot.turns}
        told |= {"listened_s": round(meter.seconds.get("listening", 0.0)), "ready": ready.told(), "visits": len(begun)}
        print(json.dumps(told), flush=True)
        mouth.close()
        window.close()
        desk.close()
        application.quit()

    def next_scene(_how: str = "") -> None:
        number = next(visits)
        begun.append(number)
        scene = SCENES[number % len(SCENES)]
        window.screens.route.go("preview", scene)
        temper = replace(STEADY, thinks=(0.5, 1.5))
        QTimer.singleShot(1500, lambda: robot.practise(scene, Trainee(number, temper, longest=14), mouth))

    timer = QTimer()
    timer.timeout.connect(lambda: meter.look(desk.current.view.phase if desk.current is not None else ""))
    timer.start(300)
    robot = Robot(window, desk, next_scene)
    QTimer.singleShot(1500, next_scene)
    QTimer.singleShot(round(60_000 * minutes), finish)
    application.exec()


def measured(engine: str, minutes: float) -> dict[str, Any]:
    """One practice in a process of its own, counted from outside."""
    with tempfile.TemporaryDirectory(prefix="costs-") as name, virtual_audio(Path(name) / "va") as audio:
        folder = Path(name)
        home = {**os.environ, **audio.environment, **ONE_THREAD, "ENGAWA_HOME": str(folder / "home")}
        home |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
        if engine == "vosk":
            install_toy("en", folder, home)
        command = [sys.executable, "-m", "tests.bench.practice_costs", "--inside", "--minutes", str(minutes)]
        with (
            faint_room(folder, home),
            subprocess.Popen(
                command, env=home, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
            ) as program,
        ):
            guard = threading.Timer(60 * minutes + 60, program.kill)
            guard.start()
            sizes = []
            while program.poll() is None:
                sizes.append(counted(program.pid)["memory_mb"])
                time.sleep(2.0)
            guard.cancel()
            printed = program.stdout.read() if program.stdout is not None else ""
    line = next((line for line in printed.splitlines() if line.startswith("{")), "")
    told: dict[str, Any] = json.loads(line) if line else {}
    return {**told, "memory": max(sizes)} if told else {}


def verdict(value: float, limit: float, least: bool = False) -> str:
    """ok or OVER."""
    good = value >= limit if least else value <= limit
    return f"({'at least' if least else 'may be'} {limit:g}) {'ok' if good else 'OVER'}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=0.7)
    parser.add_argument("--engine", choices=("pocketsphinx", "vosk", "both"), default="both")
    parser.add_argument("--picture", type=Path)
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        inside(options.minutes)
        return 0
    if not available():
        print("Nothing measured: pulseaudio, pactl, paplay and parec are needed.")
        return 0
    drawn: list[tuple[str, float, float | None]] = []
    for engine in ("pocketsphinx", "vosk") if options.engine == "both" else (options.engine,):
        told = measured(engine, options.minutes)
        if not told:
            print(f"{engine}: the practice did not come to its end")
            continue
        ready = told["ready"]
        share = 100 * ready["first_words_ready"] / max(1, ready["turns"])
        print(f"{engine}: {told['visits']} visits, {told['turns']} turns, {told['listened_s']} s of listening")
        print(f"   {engine}, memory at most {told['memory']:.0f} MB {verdict(told['memory'], MEMORY[engine])}")
        listening = told["listening"]
        print(f"   {engine}, while listening {listening:.1f} % of one core {verdict(listening, LISTENING)}")
        print(f"   over the whole practice {told['all']:.1f} % of one core")
        print(f"   {engine}, words ready when they were needed {share:.1f} % {verdict(share, READY, least=True)}")
        print(f"      (of {ready['turns']} turns of the partner)")
        ahead = ready["percent_of_a_core"]
        print(f"   {engine}, rendering them, ahead or not: {ahead:.1f} % of one core {verdict(ahead, AHEAD)}")
        for late in ready["late"][:5]:
            print(f"      not ready: {late}")
        drawn.append((f"memory with {engine}", told["memory"], MEMORY[engine]))
    if options.picture and drawn:
        options.picture.write_text(bars(drawn, "MB", "The mark is what it may be."), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

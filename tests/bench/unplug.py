"""Devices that come and go, and children that are killed: what leaks, and how long the window's loop is held up.

    python -m tests.bench.unplug [--cycles 200]

Microphone and voice live in one process with a Qt loop, on a private virtual sound server. First the microphone is
unplugged and plugged in again, every tenth time the loudspeaker too, every twentieth the whole sound server ends and
comes back; then recogniser and voice are killed in turn (SIGKILL) while they work. Memory, threads, processes and open
files are counted before and after; the loop's lateness is that of a timer of 10 ms. Linux only.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.helpers.hearing import BAG_EN
from tests.helpers.virtual_audio import SCRIPT, virtual_audio

SETTLING = 3.0
"""Seconds of quiet before things are counted."""


def counted() -> dict[str, float]:
    """Of this process: resident memory (MB), threads, children, open files."""
    me = Path("/proc/self")
    status = dict(line.split(":", 1) for line in (me / "status").read_text().splitlines())
    children = Path(f"/proc/self/task/{os.getpid()}/children")
    count = sum(len((task / "children").read_text().split()) for task in (me / "task").iterdir())
    assert children.exists()
    return {
        "memory_mb": round(int(status["VmRSS"].split()[0]) / 1024, 1),
        "threads": int(status["Threads"]),
        "processes": count,
        "files": len(list((me / "fd").iterdir())),
    }


def children_named(name: str) -> list[int]:
    """Own child processes whose command line has that word."""
    found = []
    for task in Path("/proc/self/task").iterdir():
        for pid in (task / "children").read_text().split():
            try:
                words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            if name.encode() in b" ".join(words):
                found.append(int(pid))
    return found


class Loop:
    """The Qt loop with a clock of 10 ms; `run` lets it go on until something holds."""

    def __init__(self) -> None:
        from PySide6.QtCore import QCoreApplication, Qt, QTimer

        self.application = QCoreApplication([])
        self.longest = 0.0
        self._last = time.monotonic()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(10)

    def run(self, seconds: float, holds: Callable[[], bool] = lambda: False) -> bool:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self.application.processEvents()
            if holds():
                return True
            time.sleep(0.001)
        return False

    def forget(self) -> None:
        self.longest, self._last = 0.0, time.monotonic()

    def _tick(self) -> None:
        now = time.monotonic()
        self.longest = max(self.longest, now - self._last - 0.010)
        self._last = now


def sound(*words: str) -> subprocess.Popen[bytes]:
    """A change to the sound server, not waited for: the loop goes on meanwhile."""
    return subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


class Trial:
    """Ears and voice in this process; facts arrive on the loop as in the program."""

    def __init__(self, loop: Loop) -> None:
        from trainer.app.hub import Hub
        from trainer.hearing.listener import Listener
        from trainer.portaudio import sound_library
        from trainer.script import SpokenLine
        from trainer.speaking.partner_voice import PartnerVoice

        self.loop = loop
        self.hub = Hub()
        self.facts: Counter[str] = Counter()
        self.hub.watch(self._hear)
        assert sound_library().module is not None
        self.ears = Listener(self.hub.post)
        self.voice = PartnerVoice(self.hub.post)
        self.line = SpokenLine("CLERK", "Shall I warm it up for you?", language="en")
        self.ears.prepare("en")
        self.keep_listening()
        assert loop.run(30, lambda: bool(self.facts["RecogniserChanged ready"]))
        assert loop.run(30, lambda: bool(self.facts["MicrophoneChanged ready"]))

    def _hear(self, fact: object) -> None:
        state = getattr(fact, "state", "")
        self.facts[f"{type(fact).__name__} {state}".strip()] += 1

    def keep_listening(self) -> None:
        self.ears.listen(BAG_EN)
        self.voice.say(1, [self.line])

    def wait_for(self, process: subprocess.Popen[bytes]) -> None:
        self.loop.run(20, lambda: process.poll() is not None)

    def devices(self, cycle: int) -> None:
        self.wait_for(sound("bash", str(SCRIPT), "unplug"))
        if cycle % 10 == 0:
            self.wait_for(
                sound(
                    "bash",
                    "-c",
                    "pactl list short modules | awk '/sink_name=speaker/ {print $1}' | xargs -r pactl unload-module",
                )
            )
        if cycle % 20 == 0:
            self.wait_for(sound("bash", str(SCRIPT), "crash"))
            self.loop.run(1.0)
            Path(os.environ["VA_DIR"], "run", "pid").unlink(missing_ok=True)  # a zombie's number stops the next one
            levels = self.facts["LevelHeard"]
            self.wait_for(sound("bash", str(SCRIPT), "start"))
            if not self.loop.run(30, lambda: self.facts["LevelHeard"] > levels):
                print(f"cycle {cycle}: the microphone did not come back", file=sys.stderr)
        else:
            self.wait_for(sound("bash", str(SCRIPT), "plug"))
            if cycle % 10 == 0:
                self.wait_for(
                    sound(
                        "bash",
                        "-c",
                        "pactl load-module module-null-sink sink_name=speaker rate=48000 "
                        "channels=2 norewinds=1; pactl set-default-sink speaker",
                    )
                )
        self.keep_listening()
        self.loop.run(0.1)

    def kill(self, cycle: int) -> None:
        if cycle % 2:
            for pid in children_named("voice_process"):
                os.kill(pid, signal.SIGKILL)
            self.voice.stop()
            self.keep_listening()
            self.loop.run(0.2)
            return
        ready = self.facts["RecogniserChanged ready"]
        pid = self.ears.recogniser_pid
        if pid is not None:
            os.kill(pid, signal.SIGKILL)
        if not self.loop.run(30, lambda: self.facts["RecogniserChanged ready"] > ready):
            print(f"cycle {cycle}: the recogniser did not come back", file=sys.stderr)
        self.keep_listening()

    def rest(self) -> dict[str, float]:
        self.voice.stop()
        self.ears.stop()
        self.loop.run(SETTLING)
        return counted()


def measure(cycles: int) -> None:
    loop = Loop()
    trial = Trial(loop)
    for warm in range(6):  # engines are loaded and caches filled before anything is counted
        trial.devices(warm)
        trial.kill(warm)
    print(f"before: {told(trial.rest())}", flush=True)
    report: dict[str, dict[str, object]] = {}
    for name, step in (("unplug", trial.devices), ("kill", trial.kill)):
        loop.forget()
        began = time.monotonic()
        for cycle in range(1, cycles + 1):
            step(cycle)
        pause = loop.longest
        report[name] = {
            "cycles": cycles,
            "longest_pause_ms": round(pause * 1000, 1),
            "seconds": round(time.monotonic() - began),
            **trial.rest(),
        }
        print(f"{name}: {told(report[name])}", flush=True)
    trial.ears.close()
    trial.voice.close()
    loop.run(SETTLING)
    print(f"closed: {told(counted())}")
    print(f"facts: {told({name: count for name, count in trial.facts.items() if 'Changed' in name})}")


def told(figures: Mapping[str, object]) -> str:
    """All of it on one line."""
    return ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in figures.items())


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--cycles", type=int, default=200)
    options = asked.parse_args()
    if "ENGAWA_BENCH_SOUND" in os.environ:
        measure(options.cycles)
        return
    with (
        tempfile.TemporaryDirectory(prefix="va-", ignore_cleanup_errors=True) as folder,
        virtual_audio(Path(folder)) as va,
    ):
        environment = {**os.environ, **va.environment, "VA_DIR": folder, "ENGAWA_BENCH_SOUND": "1"}
        command = [sys.executable, "-m", "tests.bench.unplug", "--cycles", str(options.cycles)]
        raise SystemExit(subprocess.run(command, env=environment, check=False).returncode)


if __name__ == "__main__":
    main()

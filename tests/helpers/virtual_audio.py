"""A virtual speaker and microphone (PulseAudio) for tests and journeys on a machine without a sound card."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SCRIPT = Path(__file__).with_suffix(".sh")
NEEDED = ("bash", "pulseaudio", "pactl", "paplay", "parec")


class VirtualAudio:
    """One private sound server in `folder`; several can run beside each other."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def environment(self) -> dict[str, str]:
        """What a program needs in its environment to hear and sound through it."""
        told = self._run("env").splitlines()
        pairs = [pair for line in told for pair in line.removeprefix("export ").split()]
        return {name: value for name, _, value in (pair.partition("=") for pair in pairs)}

    def start(self) -> None:
        self._run("start")

    def stop(self) -> None:
        self._run("stop")

    def play(self, wav: Path) -> None:
        """Into the microphone."""
        self._run("play", str(wav))

    def unplug(self) -> None:
        self._run("unplug")

    def plug(self) -> None:
        self._run("plug")

    def _run(self, *arguments: str) -> str:
        environment = {**os.environ, "VA_DIR": str(self.folder)}
        return subprocess.run(
            ["bash", str(SCRIPT), *arguments], env=environment, capture_output=True, text=True, timeout=60, check=True
        ).stdout


def available() -> bool:
    """Everything it needs is installed."""
    return all(shutil.which(program) for program in NEEDED)


@contextmanager
def virtual_audio(folder: Path) -> Iterator[VirtualAudio]:
    """A running one; ended afterwards."""
    made = VirtualAudio(folder)
    made.start()
    try:
        yield made
    finally:
        made.stop()

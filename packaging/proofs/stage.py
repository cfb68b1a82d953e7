"""A screen, a session bus, a screen reader's bus and a sound server that nobody sees, for the windows in the rooms.

All of it runs as the ordinary user, with its sockets in the shared folder. The sound server has no sound card: what
the program plays goes nowhere; what is played into `mic_in` is what its microphone hears (virtual_audio.sh).
"""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import struct
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from rooms import TRAINEE

ROOT = Path(__file__).resolve().parent.parent.parent
AUDIO = ROOT / "tests" / "helpers" / "virtual_audio.sh"
NEEDED = (
    "Xvfb",
    "openbox",
    "xdotool",
    "dbus-daemon",
    "pulseaudio",
    "paplay",
    "pacat",
    "espeak-ng",
    "setpriv",
    "debootstrap",
)
LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
ROOM_TONE = 600
"""Seconds of the faint noise every real microphone has."""


class Stage:
    """Running; `settings` is what a program needs in its environment to be on it."""

    def __init__(self, shared: Path, display: int) -> None:
        self.shared = shared
        self.settings = {
            "DISPLAY": f":{display}",
            "XDG_RUNTIME_DIR": str(shared / "run"),
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={shared}/run/bus",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "PULSE_SERVER": f"unix:{shared}/sound/run/native",
            "PULSE_COOKIE": f"{shared}/sound/cookie",
            "ALSA_CONFIG_PATH": f"{shared}/sound/asound.conf",
        }

    def as_trainee(self, *words: str) -> list[str]:
        """The command line that runs `words` of this machine as the ordinary user, on this stage."""
        told = {**self.settings, "HOME": str(self.shared / "home"), "VA_DIR": str(self.shared / "sound")}
        kept = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
        given = [f"{name}={value}" for name, value in {**kept, **told}.items()]
        who = ["setpriv", "--pdeathsig=KILL", f"--reuid={TRAINEE}", f"--regid={TRAINEE}", "--clear-groups"]
        return [*who, "env", "-i", *given, *words]

    def ask(self, *words: str) -> str:
        """Run it to its end; returns what it said."""
        done = subprocess.run(self.as_trainee(*words), capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"{' '.join(words)} ended with {done.returncode}:\n{(done.stdout + done.stderr)[-999:]}")
        return done.stdout

    def picture(self, target: Path) -> None:
        """What the screen shows now, when ImageMagick is here."""
        if shutil.which("import"):
            subprocess.run(self.as_trainee("import", "-window", "root", "png:-"), stdout=target.open("wb"), check=True)


def room_tone(target: Path) -> None:
    """A quiet room: faint noise, 16 kHz mono."""
    dice = random.Random(3)
    second = struct.pack("<16000h", *(round(dice.gauss(0, 4)) for _ in range(16_000)))
    target.write_bytes(second * ROOM_TONE)


@contextlib.contextmanager
def stage(shared: Path) -> Iterator[Stage]:
    """Everything started; everything ended afterwards."""
    lacking = [name for name in NEEDED if shutil.which(name) is None]
    if lacking or not Path(LAUNCHER).exists():
        raise RuntimeError(f"for this proof these are needed: {', '.join(lacking) or 'at-spi2-core'}")
    shutil.rmtree(shared, ignore_errors=True)
    for name in ("run", "home", "sound"):
        (shared / name).mkdir(parents=True)
    room_tone(shared / "tone.raw")
    subprocess.run(["chown", "-R", f"{TRAINEE}:{TRAINEE}", str(shared)], check=True)
    (shared / "run").chmod(0o700)
    display = next(number for number in range(80, 200) if not Path(f"/tmp/.X{number}-lock").exists())
    made = Stage(shared, display)
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    servers = [["Xvfb", f":{display}", "-screen", "0", "1280x800x24", "-ac", "-nolisten", "tcp"]]
    servers += [["dbus-daemon", "--session", "--nofork", f"--address=unix:path={shared}/run/bus"]]
    servers += [[LAUNCHER, "--launch-immediately"], ["openbox"]]
    with contextlib.ExitStack() as running:
        for words in servers:
            server = running.enter_context(subprocess.Popen(made.as_trainee(*words), **quiet))
            running.callback(server.terminate)
            time.sleep(1.5)
        made.ask("bash", str(AUDIO), "start")
        running.callback(made.ask, "bash", str(AUDIO), "stop")
        tone = ["--device=mic_in", "--format=s16le", "--rate=16000", "--channels=1", str(shared / "tone.raw")]
        room = running.enter_context(subprocess.Popen(made.as_trainee("pacat", *tone), **quiet))
        running.callback(room.kill)
        yield made

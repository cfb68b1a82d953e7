"""A night's practice in an hour: the robot in the real window, children killed, the microphone pulled, all switched.

    python -m tests.bench.soak [--minutes 60] [--seed 1] [--quick] [--out FOLDER] | --show FOLDER

A private sound server plays a faint room into the virtual microphone; the robot practises every scene in turn, English
and Japanese, with voice and ears (tests/bench/soak_inside.py). From outside, voice and recogniser are killed, the
microphone is unplugged and plugged in, and memory (pages shared with others counted in parts), threads, descriptors,
processes and temporary files of the program are counted. At the end the records are compared with what the robot saw.
FOLDER gets soak.json and soak.svg. Linux only; nothing is measured where a program is missing.
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
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from tests.bench.drawing import curves
from tests.bench.watching import counted, family, words_of
from tests.helpers.virtual_audio import VirtualAudio, available, virtual_audio

ROOT = Path(__file__).resolve().parents[2]
TROUBLES = ("kill voice", "kill recogniser", "unplug")
EVERY = (15.0, 45.0)
"""Seconds between two troubles."""
FIRST = 40.0
"""Seconds before the first."""
BACK_AFTER = 5.0
"""Seconds until the microphone is plugged in again."""
AFTERWARDS = 240.0
"""Seconds that the last visit may take after the time is up."""
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
"""As trainer/cli.py sets it for the program: linear algebra on one thread."""
COUNTING = 30.0
"""Seconds between two countings."""


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--quick", action="store_true", help="many visits of one turn: what stays behind shows in minutes"
    )
    parser.add_argument("--out", type=Path, default=Path("build/soak"))
    parser.add_argument("--show", type=Path, help="only print what the soak of that folder told")
    return parser.parse_args()


class Outside:
    """Makes the trouble and does the counting while the program runs; knows it only by its number."""

    def __init__(self, program: subprocess.Popen[str], audio: VirtualAudio, temporary: Path, seed: int) -> None:
        self.program, self.audio, self.temporary = program, audio, temporary
        self.dice = random.Random(seed)
        self.began = time.monotonic()
        self.rows: list[dict[str, float]] = []
        self.troubles: list[tuple[float, str]] = []
        self.told: list[dict[str, Any]] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        for line in self.program.stdout or ():
            if line.startswith("{"):
                self.told.append({**json.loads(line), "at": time.monotonic()})

    def go_on(self, seconds: float) -> None:
        """Until the program ends, or `seconds` are over."""
        until = self.began + seconds
        count, trouble = self.began + 20.0, self.began + FIRST
        back = float("inf")
        while self.program.poll() is None and time.monotonic() < until:
            now = time.monotonic()
            if now >= count:
                count = now + COUNTING
                self.count()
            if now >= back:
                back = float("inf")
                self.audio.plug()
            elif now >= trouble and back == float("inf"):
                trouble = now + self.dice.uniform(*EVERY)
                back = now + BACK_AFTER if self.trouble() == "unplug" else back
            time.sleep(0.1)
        if self.program.poll() is None:
            self.program.kill()
        self._reader.join(10.0)

    def trouble(self) -> str:
        what = self.dice.choice(TROUBLES)
        if what == "unplug":
            self.audio.unplug()
            self.troubles.append((time.monotonic(), what))
            return what
        name = ("_" + what.removeprefix("kill ")).encode()
        for child in family(self.program.pid)[1:]:
            if name in words_of(child):
                os.kill(child, signal.SIGKILL)
                self.troubles.append((time.monotonic(), what))
        return what

    def count(self) -> None:
        now = counted(self.program.pid)
        if now["program_mb"]:
            minute = round((time.monotonic() - self.began) / 60, 2)
            self.rows.append({"minute": minute, **now, "temporary": len(list(self.temporary.iterdir()))})
            print(json.dumps({**self.rows[-1], **(self.told[-1] if self.told else {})}), file=sys.stderr, flush=True)

    def survived(self) -> dict[str, str]:
        """Of each trouble: after how many of them the practice went on to another turn."""
        lasts = [(told["at"], told["turns"]) for told in self.told if "turns" in told]
        made: Counter[str] = Counter()
        went_on: Counter[str] = Counter()
        for at, what in self.troubles:
            made[what] += 1
            before = max((turns for when, turns in lasts if when <= at), default=0)
            went_on[what] += any(when > at and turns > before for when, turns in lasts)
        return {what: f"{went_on[what]} of {made[what]}" for what in made}


@contextmanager
def faint_room(folder: Path, home: dict[str, str]) -> Iterator[None]:
    """Noise that never ends at the microphone, also after it was unplugged."""
    room = folder / "room.raw"
    room.write_bytes(np.random.default_rng(3).normal(0, 4, 16_000 * 600).astype("<i2").tobytes())
    loop = f"while :; do pacat --device=mic_in --format=s16le --rate=16000 --channels=1 {room}; sleep 0.2; done"
    with subprocess.Popen(["bash", "-c", loop], env=home, stderr=subprocess.DEVNULL, start_new_session=True) as noise:
        try:
            yield
        finally:
            os.killpg(noise.pid, signal.SIGKILL)


def install_toy(language: str, folder: Path, home: dict[str, str]) -> None:
    """The toy speech model of the tests, as a person would install one from a file."""
    model = shutil.make_archive(
        str(folder / f"vosk-toy-{language}"), "zip", ROOT / "tests" / "data", f"vosk-toy-{language}"
    )
    command = [sys.executable, "-m", "trainer", "models", "install", model]
    subprocess.run(command, env=home, cwd=ROOT, check=True, capture_output=True)


def soak(options: argparse.Namespace) -> dict[str, Any]:
    """Start the sound server and the program; compare the records."""
    made = tempfile.TemporaryDirectory(prefix="soak-", ignore_cleanup_errors=True)  # the sound server may still write
    with made as name, virtual_audio(Path(name) / "va") as audio:
        folder, temporary = Path(name), Path(name) / "tmp"
        temporary.mkdir()
        home = {**os.environ, **audio.environment, "VA_DIR": str(audio.folder), "TMPDIR": str(temporary)}
        home |= {"ENGAWA_HOME": str(folder / "home"), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
        home |= ONE_THREAD
        install_toy("ja", folder, home)
        command = [sys.executable, "-m", "tests.bench.soak_inside"]
        command += ["--minutes", str(options.minutes), "--seed", str(options.seed)]
        command += ["--quick"] if options.quick else []
        with (
            faint_room(folder, home),
            (options.out / "program.log").open("w") as log,
            subprocess.Popen(command, env=home, cwd=ROOT, stdout=subprocess.PIPE, stderr=log, text=True) as program,
        ):
            outside = Outside(program, audio, temporary, options.seed)
            outside.go_on(60 * options.minutes + AFTERWARDS)
        told = next((one for one in outside.told if "longest_pause_ms" in one), {})
        told |= {"ended_with": program.returncode, "survived": outside.survived(), "rows": outside.rows}
        began = outside.began
        told["troubles"] = [(round((at - began) / 60, 2), what) for at, what in outside.troubles]
        for pause in told.get("pauses", ()):
            near = [what for at, what in outside.troubles if -1 < pause["at"] - at < 8]
            pause["minute"], pause["trouble"] = round((pause.pop("at") - began) / 60, 2), near
        show = [sys.executable, "-m", "trainer", "records", "show", "--json"]
        shown = subprocess.run(show, env=home, cwd=ROOT, check=True, capture_output=True)
        told["kept"] = kept(shown.stdout.decode())
        told["left_over"] = sorted(path.name for path in temporary.iterdir())
    return told


def kept(shown: str) -> dict[str, int]:
    """How many visits and facts the records hold."""
    facts = json.loads(shown)
    return {"visits": len({str(fact["visit"]) for fact in facts}), "facts": len(facts)}


def early_and_late(rows: list[dict[str, float]], kind: str = "memory_mb") -> tuple[float, float, float]:
    """MB of the program and its children: minutes of the median, what was counted from minute 10 on, and at the end.

    Ten minutes of an hour: what a child has loaded since it was killed last makes 30 MB from one minute to the next.
    """
    last = rows[-1]["minute"] if rows else 0.0
    span = min(10.0, last / 6)

    def median(since: float) -> float:
        counted = [row[kind] for row in rows if kind in row and since <= row["minute"] <= since + span]
        return float(np.median(counted or [0.0]))

    return span, median(min(10.0, last / 3)), median(last - span)


def printed(told: dict[str, Any]) -> None:
    """What the page shows."""
    rows = told["rows"]
    last = rows[-1]["minute"] if rows else 0.0
    first = min(10.0, last / 3)
    print(f"{told.get('minutes', 0)} minutes, {told.get('visits')} visits, {told.get('turns')} turns")
    print(f"ended: {told.get('endings')}; the program ended with {told['ended_with']}")
    print(f"went on to another turn after: {told['survived']}")
    print(f"switched: {sum(told.get('switched', {}).values())} settings; what the robot did: {told.get('deeds')}")
    print(f"records hold {told['kept']['visits']} visits of {told.get('visits')}, {told['kept']['facts']} facts")
    print(f"longest pause of the window: {told.get('longest_pause_ms')} ms")
    without = told.get("of_them_without_waiting_for_a_core")
    print(f"over 100 ms: {told.get('pauses_over_100_ms')}; less the time another program had the core: {without}")
    helper = told.get("of_them_without_a_helper_waiting_either")
    print(f"   less the time another thread of the program waited for a core meanwhile: {helper}")
    print(f"   computing over 100 ms: {told.get('of_them_computing_over_100_ms')}")
    for pause in told.get("pauses", ())[:5]:
        at = pause["stacks"][0].partition(" < ")[0] if pause["stacks"] else "-"
        late, own, core = (round(1000 * pause[name]) for name in ("late", "own", "core"))
        print(
            f"   minute {pause['minute']:5.1f}: {late} ms (computing {own}, no core {core}) at {pause['doing']}; {at}; "
            f"{', '.join(pause['trouble'])}"
        )
    if rows:
        span, before, after = early_and_late(rows)
        _, *own = early_and_late(rows, "own_mb")
        print(
            f"memory from minute {first:.0f} on: {before:.0f} MB, up to minute {last:.0f}: {after:.0f} MB; "
            f"without mapped files {own[0]:.0f} and {own[1]:.0f} MB (medians of {span:.0f} minutes)"
        )
        for name in ("threads", "processes", "files", "temporary"):
            counts = [row[name] for row in rows]
            print(f"{name}: {min(counts):g} to {max(counts):g}, at last {counts[-1]:g}")
    print(f"next lines: {told.get('ready')}")
    print(f"temporary files left over: {told['left_over'] or 'none'}")


def main() -> int:
    options = arguments()
    if options.show:
        printed(json.loads((options.show / "soak.json").read_text("utf-8")))
        return 0
    if not available():
        print("Nothing measured: pulseaudio, pactl, paplay and parec are needed.")
        return 0
    options.out.mkdir(parents=True, exist_ok=True)
    told = soak(options)
    (options.out / "soak.json").write_text(json.dumps(told, indent=1, ensure_ascii=False), "utf-8")
    if told["rows"]:
        (options.out / "soak.svg").write_text(curves(told["rows"], "minute", told["troubles"]), "utf-8")
    printed(told)
    return 1 if told["ended_with"] else 0


if __name__ == "__main__":
    sys.exit(main())

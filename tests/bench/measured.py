"""Runs the measurements one after another and writes docs/measured.md: what each printed, on which machine, how again.

    python -m tests.bench.measured [WORD ...]      all, or those whose name holds one of the words

Data that is not ours is named by the environment: ENGAWA_BARISTA, ENGAWA_UNDERSTANDING_DATA (folders) and ENGAWA_ANKI
(the python of an environment with aqt). What is not there is left out, and the page says so. Takes about an hour; the
soak takes another (ENGAWA_SOAK_MINUTES, 60).
"""

from __future__ import annotations

import datetime
import os
import platform
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "measured.md"
LONGEST = 3 * 3600.0
"""Seconds after which a measurement is given up."""


@dataclass(frozen=True, slots=True)
class Measurement:
    """One script: its heading, its words on the command line, and the variable that names data it cannot do without."""

    title: str
    words: tuple[str, ...]
    needs: str = ""


MEASUREMENTS = (
    Measurement("Response gap beside the textbook loop", ("response_gap",)),
    Measurement("What of the gap is not the chosen wait", ("endpoint",)),
    Measurement("Patience: cut-offs against waiting", ("patience", "$ENGAWA_BARISTA"), "ENGAWA_BARISTA"),
    Measurement("Hearing, clean and in a kitchen", ("hearing", "$ENGAWA_BARISTA"), "ENGAWA_BARISTA"),
    Measurement("Understanding beside plain ways of matching", ("understanding",)),
    Measurement("Paraphrases of every reply", ("paraphrases", "--quiet")),
    Measurement("Voice", ("speaking",)),
    Measurement("Start, screens and idle", ("ui",)),
    Measurement("Start beside Anki", ("anki_start", "$ENGAWA_ANKI"), "ENGAWA_ANKI"),
    Measurement("Painted places", ("scene",)),
    Measurement("Sheets and packs", ("packs",)),
    Measurement("The desk", ("desk",)),
    Measurement("The desk's window", ("desk_window",)),
    Measurement("Records of a million facts", ("records",)),
    Measurement("Unplugging and killing", ("unplug",)),
    Measurement("Soak", ("soak", "--minutes", "$ENGAWA_SOAK_MINUTES")),
)


def machine() -> str:
    """Processor, cores, memory, system and Python, on one line."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text("utf-8").splitlines() if info.exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 0
    parts = [next(names, platform.processor()), f"{os.cpu_count()} cores", f"{pages / 2**30:.0f} GB"]
    return ", ".join([*parts, platform.system(), f"Python {platform.python_version()}"])


def told(wanted: Measurement) -> list[str]:
    """The measurement's part of the page."""
    shown = " ".join(("python -m tests.bench." + wanted.words[0], *wanted.words[1:]))
    part = [f"## {wanted.title}", "", f"`{shown}`", ""]
    if wanted.needs and wanted.needs not in os.environ:
        return [*part, f"Not measured: `{wanted.needs}` names nothing on this machine.", ""]
    words = [os.environ.get(word[1:], "60") if word.startswith("$") else word for word in wanted.words]
    began = time.monotonic()
    command = [sys.executable, "-m", f"tests.bench.{words[0]}", *words[1:]]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=LONGEST, check=False)
    except subprocess.TimeoutExpired:
        return [*part, "Not measured: it took too long.", ""]
    printed = done.stdout.rstrip() or done.stderr.rstrip().rpartition("\n")[2]
    printed = printed.replace(str(ROOT), ".").replace(str(Path.home()), "~")
    ended = f"{time.monotonic() - began:.0f} s" + (f", ended with {done.returncode}" if done.returncode else "")
    return [*part, "```text", printed, "```", "", f"({ended}.)", ""]


def main(words: list[str]) -> int:
    """Measure and write."""
    os.environ.setdefault("ENGAWA_SOAK_MINUTES", "60")
    wanted = [each for each in MEASUREMENTS if not words or any(word in each.words[0] for word in words)]
    head = ["# Measured", "", f"{datetime.date.today().isoformat()} on {machine()}.", ""]
    head += ["Written by `make bench`; each part names the command that repeats it.", ""]
    parts: list[str] = []
    for each in wanted:
        print(f"-- {each.title}", flush=True)
        part = told(each)
        print("\n".join(part), flush=True)
        parts += part
        if not words:
            PAGE.write_text("\n".join([*head, *parts]), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

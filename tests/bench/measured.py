"""Runs the measurements one after another and writes docs/measured.md: what each printed, on which machine, how again.

    python -m tests.bench.measured [WORD ...] [--data FOLDER] [--anki PYTHON] [--soak FOLDER] [--minutes 40]

WORD: only those whose name holds it; the rest of the page stays as it is. FOLDER (or ENGAWA_BENCH_DATA) holds
recordings and phrases that are not ours: `barista/`, `understanding/`; PYTHON (or ENGAWA_ANKI) is that of an
environment with aqt; a soak that was run before is read from its folder (or ENGAWA_SOAK, build/soak), else a short one
is run. What is missing is left out, and the page says so. What measures time runs alone; what only counts or decodes
runs afterwards, two at a time. A part that takes too long is stopped, and all of it is over after `--minutes`.
"""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from tests.bench.drawing import bars
from tests.bench.measured_page import ABSENT, ROOT, STOPPED, Page, bars_of, compared

PAGE = ROOT / "docs" / "measured.md"
PICTURES = ROOT / "docs" / "pictures"
RESERVED = 420.0
"""Seconds kept for what runs two at a time at the end."""
LEAST = 10.0
"""Seconds that must be left for a part to be begun."""


@dataclass(frozen=True, slots=True)
class Measurement:
    """One script: heading, words on the command line, the longest it may take (s), and what it cannot do without.

    `about` says what is seen there; `needs`: "barista", "understanding" (folders of the data), "anki" or "soak".
    `drawn`: it makes a picture itself. `timed`: it measures time, so nothing else runs beside it. `promised`: its
    figures stand in the first table. `brief`: only what follows its first empty line is shown.
    """

    title: str
    words: tuple[str, ...]
    longest: float
    about: str = ""
    needs: str = ""
    drawn: bool = False
    timed: bool = True
    promised: bool = False
    brief: bool = False


SETS = "banking_en,clinc_en,sgd_en,jmultiwoz_ja"
"""Sets of phrases that were never fitted to."""

MEASUREMENTS = (
    Measurement(
        "Response gap beside the textbook loop",
        ("response_gap", "--visits", "1"),
        540,
        "From the end of the last word to the partner's first sound, through the real window and virtual devices. "
        "`pause` is the trainee's setting (4 s is usual, 2 s the shortest); a complete reply waits less than that.",
        drawn=True,
        promised=True,
    ),
    Measurement(
        "Patience: cut-offs against waiting",
        ("patience", "$barista", "--limit", "32"),
        420,
        "Recorded orders with pauses of 0.8 to 2.5 s put between words: how often each way of ending a turn speaks "
        "into one, and how long it waits after the last word. Beside ours: a fixed silence, Vosk's own rules, WebRTC's "
        "detector.",
        "barista",
        drawn=True,
        timed=False,
        promised=True,
    ),
    Measurement(
        "A whole practice: memory, listening, next lines",
        ("practice_costs",),
        170,
        "The robot practises aloud, 0.7 minutes with each recogniser; all processes are counted.",
        drawn=True,
        promised=True,
    ),
    Measurement(
        "Start beside Anki",
        ("anki_start", "$anki"),
        120,
        "Both programs start with nothing in them, in turn.",
        "anki",
        promised=True,
    ),
    Measurement(
        "A library of 10,000 beside Anki's",
        ("anki_library", "$anki"),
        330,
        "10,000 scenes here, 10,000 notes there; a scene is some hundred lines, a note two.",
        "anki",
        promised=True,
    ),
    Measurement(
        "Scale: 10,000 scenes and 1,000,000 facts",
        ("scale", "--times", "5"),
        240,
        "What a large library and a long record change at the start.",
        promised=True,
    ),
    Measurement(
        "Soak: a night's practice",
        ("soak_told", "$soak"),
        60,
        "The robot went through all scenes in both languages while voice and recogniser were killed, the microphone "
        "was pulled out and settings were switched. Drawn: each count over the minutes, ticks where trouble was made.",
        "soak",
        drawn=True,
        promised=True,
    ),
    Measurement("Start, screens and idle", ("ui",), 120, "Every page, drawn into memory."),
    Measurement("Records of a million facts", ("records",), 150, "What years of practice would leave."),
    Measurement(
        "What of the gap is not the chosen wait",
        ("endpoint", "--times", "12"),
        90,
        "With the built-in recogniser (PocketSphinx): from the end of speech to the final result.",
    ),
    Measurement(
        "Hearing, clean and in a kitchen",
        ("hearing", "$barista", "--limit", "24"),
        420,
        "Real coffee orders through the streaming path; `24` and `12` are dB over the noise of a kitchen.",
        "barista",
        timed=False,
    ),
    Measurement(
        "Understanding beside plain ways of matching",
        ("understanding", "--data", "$understanding", "--sets", SETS, "--most", "60"),
        420,
        "Percent of phrases by others. The shipped weights were learnt from these very sets, so that ours stand too "
        "high here: held-out figures are in decisions 0276, 0280 and 0283. `keywords` counts words in common, "
        "`token_set` is rapidfuzz's token_set_ratio, `tfidf` compares letters. `cov@5`: how many are taken when 5 % of "
        "those may be wrong.",
        "understanding",
        timed=False,
        brief=True,
    ),
    Measurement("Voice", ("speaking",), 90, "Rendering and saying lines."),
    Measurement("Painted places", ("scene",), 60, "The drawn scene: its first picture, and its share of a core."),
    Measurement("The desk", ("desk",), 120, "What the facilitator's desk computes.", timed=False),
    Measurement("The desk's window", ("desk_window",), 90, "What the facilitator waits for at each key."),
    Measurement("Sheets and packs", ("packs",), 300, "Reading, checking and opening what people write.", timed=False),
    Measurement("Unplugging and killing", ("unplug", "--cycles", "20"), 90, "Again and again, and what is left then."),
)
SHORT_SOAK = Measurement(
    "Soak: a night's practice",
    ("soak", "--minutes", "2", "--out", "$out"),
    400,
    "Two minutes of it: no soak was run on this machine before.",
    drawn=True,
    promised=True,
)


class Bench:
    """What was found here; measures one part after the other."""

    def __init__(self, options: argparse.Namespace, out: Path) -> None:
        data = Path(options.data) if options.data else None
        self.places: dict[str, str] = {"out": str(out)}
        for name in ("barista", "understanding"):
            if data is not None and (data / name).is_dir():
                self.places[name] = str(data / name)
        if options.anki and Path(options.anki).exists():
            self.places["anki"] = options.anki
        if (Path(options.soak) / "soak.json").exists():
            self.places["soak"] = options.soak
        self.out = out
        self.ends = time.monotonic() + 60 * options.minutes

    def measure(self, wanted: list[Measurement]) -> Iterator[tuple[Measurement, list[str]]]:
        """Each with its part of the page, as they come: what measures time first, one at a time."""
        timed, others = [one for one in wanted if one.timed], [one for one in wanted if not one.timed]
        for each in timed:
            yield each, self.part(each, RESERVED if others else 0.0)
        with ThreadPoolExecutor(2) as two:
            running = {two.submit(self.part, each): each for each in others}
            for done in as_completed(running):
                yield running[done], done.result()

    def part(self, wanted: Measurement, reserved: float = 0.0) -> list[str]:
        """The measurement's part of the page; so many seconds must be left after it."""
        if wanted.needs == "soak" and "soak" not in self.places:
            wanted = SHORT_SOAK
        part = [f"## {wanted.title}", "", wanted.about, "", f"`python -m tests.bench.{' '.join(wanted.words)}`", ""]
        if wanted.needs and wanted.needs not in self.places:
            return [*part, f"{ABSENT}: there is no {wanted.needs} on this machine.", ""]
        longest = min(wanted.longest, self.ends - reserved - time.monotonic())
        if longest < LEAST:
            return [*part, f"{ABSENT}: the time for all of it was over.", ""]
        words = [self.places.get(word[1:], word) if word.startswith("$") else word for word in wanted.words]
        own = self.out / f"{wanted.words[0]}.svg"
        words += ["--picture", str(own)] if wanted.drawn and wanted.words[0] != "soak" else []
        load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
        began = time.monotonic()
        printed, status = run(words, longest)
        took = time.monotonic() - began
        if status is None:
            part += [f"{STOPPED}: stopped after {longest:.0f} s; what it had said by then:", ""]
        text = self.without_paths(printed) or "Nothing was printed."
        if wanted.brief and status == 0:
            text = text.partition("\n\n")[2] or text
        part += ["```text", text, "```", ""]
        part += self._drawn(wanted, text, own)
        ended = "" if status in (0, None) else f", ended with {status}"
        busy = f"{load:.1f} programs wanted a core when it began"
        return [*part, f"({datetime.date.today().isoformat()}, {took:.0f} s{ended}; {busy}.)", ""]

    def without_paths(self, text: str) -> str:
        """No folder and no name of this machine stands on the page."""
        places = {self.places.get(name, ""): name for name in ("barista", "understanding", "anki", "soak", "out")}
        for place, name in {**places, str(ROOT): ".", str(Path.home()): "~", platform.node(): "here"}.items():
            text = text.replace(place, name) if len(place) > 1 else text
        return re.sub(r"/(?:tmp|var/tmp)/[\w./-]+", "a temporary folder", text).rstrip()

    def _drawn(self, wanted: Measurement, text: str, own: Path) -> list[str]:
        rows = bars_of(text)
        if not own.exists() and len(rows) > 1:
            own.write_text(bars(rows, "%", "100 % is what it may be."), "utf-8")
        if not own.exists():
            return []
        PICTURES.mkdir(exist_ok=True)
        kept = PICTURES / f"measured-{wanted.words[0].replace('_told', '').replace('_', '-')}.svg"
        kept.write_text(own.read_text("utf-8"), "utf-8")
        return [f"![{wanted.title}](pictures/{kept.name})", ""]


def run(words: list[str], longest: float) -> tuple[str, int | None]:
    """What it printed, and its status (None: stopped because it took too long). Its children end with it."""
    command = [sys.executable, "-m", f"tests.bench.{words[0]}", *words[1:]]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as program:
        try:
            out, err = program.communicate(timeout=longest)
            status: int | None = program.returncode
        except subprocess.TimeoutExpired:
            os.killpg(program.pid, signal.SIGTERM)
            try:
                out, err = program.communicate(timeout=10)
            except subprocess.TimeoutExpired:
                os.killpg(program.pid, signal.SIGKILL)
                out, err = program.communicate()
            status = None
    # Of a program that broke: its last sentence, not its traceback.
    last = err.rstrip().rpartition("\n")[2] if status or not out.strip() else ""
    return f"{out.rstrip()}\n{last}".strip(), status


def main() -> int:
    """Measure and write."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("words", nargs="*", metavar="WORD")
    asked.add_argument("--data", default=os.environ.get("ENGAWA_BENCH_DATA", ""))
    asked.add_argument("--anki", default=os.environ.get("ENGAWA_ANKI", ""))
    asked.add_argument("--soak", default=os.environ.get("ENGAWA_SOAK", str(ROOT / "build" / "soak")))
    asked.add_argument("--minutes", type=float, default=40.0, help="after so long nothing is begun or waited for")
    options = asked.parse_args()
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"):
        os.environ.setdefault(name, "1")  # as trainer/cli.py sets it for the program
    words = options.words
    wanted = [each for each in MEASUREMENTS if not words or any(word in each.words[0] for word in words)]
    if not wanted:
        print(f"No measurement is called so. There are: {', '.join(each.words[0] for each in MEASUREMENTS)}")
        return 2
    page = Page(PAGE.read_text("utf-8") if words and PAGE.exists() else "")
    order = [each.title for each in MEASUREMENTS]
    promised = {each.title for each in MEASUREMENTS if each.promised}
    with tempfile.TemporaryDirectory(prefix="measured-") as name:
        for each, part in Bench(options, Path(name)).measure(wanted):
            print("\n".join(part), flush=True)
            page.put(each.title, part, compared(each.title, "\n".join(part)))
            # After each part, so that nothing is lost when it is stopped.
            PAGE.write_text(page.text(order, promised), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

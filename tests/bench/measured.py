"""Runs the measurements one after another and writes docs/measured.md: what each printed, on which machine, how again.

    python -m tests.bench.measured [WORD ...] [--data FOLDER] [--anki PYTHON] [--soak FOLDER]

WORD: only those whose name holds it; the rest of the page stays as it is. FOLDER (or ENGAWA_BENCH_DATA) holds
recordings and phrases that are not ours: `barista/`, `understanding/`; PYTHON (or ENGAWA_ANKI) is that of an
environment with aqt; a soak that was run before is read from its folder (or ENGAWA_SOAK, build/soak), else a short one
is run. What is missing is left out, and the page says so. About twenty minutes.
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
from dataclasses import dataclass
from pathlib import Path

from tests.bench.drawing import bars

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "measured.md"
PICTURES = ROOT / "docs" / "pictures"
PROFILES = ROOT / "docs" / "decisions"
PROFILED = ("0190", "0191", "0192", "0193", "0194", "0195", "0196", "0197", "0198", "0199")
"""Decisions that say what was costly in a start and in a turn; their tables stand on the page."""
BUDGET = re.compile(r"^\s*(.+?)\s+\((?:may be|budget|at least) ([^)]*)\)\s*(ok|OVER)")
"""A line in which a script compares a figure with what it may be."""
FIGURE = re.compile(r"([-+]?\d[\d,]*(?:\.\d+)?)\s*(%|ms|MB|s\b)?")


@dataclass(frozen=True, slots=True)
class Measurement:
    """One script: heading, words on the command line, the longest it may take (s), and what it cannot do without.

    `needs`: "barista", "understanding" (folders of the data), "anki" or "soak". `drawn`: it makes a picture itself.
    """

    title: str
    words: tuple[str, ...]
    longest: float
    needs: str = ""
    drawn: bool = False


MEASUREMENTS = (
    Measurement("Response gap beside the textbook loop", ("response_gap", "--visits", "2"), 420),
    Measurement("What of the gap is not the chosen wait", ("endpoint", "--times", "12"), 150),
    Measurement(
        "Patience: cut-offs against waiting", ("patience", "$barista", "--limit", "32"), 240, "barista", drawn=True
    ),
    Measurement("Hearing, clean and in a kitchen", ("hearing", "$barista", "--limit", "60"), 240, "barista"),
    Measurement(
        "Understanding beside plain ways of matching",
        ("understanding", "--data", "$understanding", "--most", "100"),
        240,
        "understanding",
    ),
    Measurement("A whole practice: memory, listening, next lines", ("practice_costs",), 480, drawn=True),
    Measurement("Start, screens and idle", ("ui",), 200),
    Measurement("Start beside Anki", ("anki_start", "$anki"), 150, "anki"),
    Measurement("Scale: 10,000 scenes and 1,000,000 facts", ("scale", "--times", "4"), 400),
    Measurement("Records of a million facts", ("records",), 200),
    Measurement("Voice", ("speaking",), 150),
    Measurement("Painted places", ("scene",), 120),
    Measurement("Sheets and packs", ("packs",), 150),
    Measurement("The desk", ("desk",), 120),
    Measurement("The desk's window", ("desk_window",), 120),
    Measurement("Unplugging and killing", ("unplug", "--cycles", "20"), 240),
    Measurement("Soak: a night's practice", ("soak", "--show", "$soak"), 60, "soak"),
)
SHORT_SOAK = Measurement("Soak: a few minutes of it", ("soak", "--minutes", "2", "--out", "$out"), 480)


def machine() -> str:
    """Cores, memory, system and Python, on one line."""
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 0
    parts = [f"{os.cpu_count()} cores", f"{pages / 2**30:.0f} GB of memory"]
    return ", ".join([*parts, platform.system(), f"Python {platform.python_version()}"])


HOW = (
    "Written by `make bench`; each part names the command that repeats it. `$barista` and `$understanding` are folders",
    "of recordings and phrases that are not ours, `$anki` is the Python of an environment with Anki: see",
    "`python -m tests.bench.measured --help`. Screens are drawn into memory, sound devices are virtual.",
)


class Bench:
    """What was found here, and what has been measured so far."""

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
        self.summary: list[tuple[str, str, str, str]] = []

    def part(self, wanted: Measurement) -> list[str]:
        """The measurement's part of the page."""
        part = [f"## {wanted.title}", "", f"`python -m tests.bench.{' '.join(wanted.words)}`", ""]
        if wanted.needs and wanted.needs not in self.places:
            if wanted.needs == "soak":
                return self.part(SHORT_SOAK)
            return [*part, f"Not measured: there is no {wanted.needs} on this machine.", ""]
        words = [self.places.get(word[1:], word) if word.startswith("$") else word for word in wanted.words]
        own = self.out / f"{wanted.words[0]}.svg"
        words += ["--picture", str(own)] if wanted.drawn else []
        began = time.monotonic()
        printed, status = run(words, wanted.longest)
        took = time.monotonic() - began
        if status is None:
            part += [f"Stopped after {wanted.longest:.0f} s; what it had said by then:", ""]
        text = self.without_paths(printed) or "Nothing was printed."
        part += ["```text", text, "```", ""]
        part += self._drawn(wanted, text, own)
        ended = "" if status in (0, None) else f", ended with {status}"
        return [*part, f"({took:.0f} s{ended}.)", ""]

    def without_paths(self, text: str) -> str:
        """No folder and no name of this machine stands on the page."""
        places = {self.places.get(name, ""): name for name in ("barista", "understanding", "anki", "soak", "out")}
        for place, name in {**places, str(ROOT): ".", str(Path.home()): "~", platform.node(): "here"}.items():
            text = text.replace(place, name) if len(place) > 1 else text
        return re.sub(r"/(?:tmp|var/tmp)/[\w./-]+", "a temporary folder", text).rstrip()

    def _drawn(self, wanted: Measurement, text: str, own: Path) -> list[str]:
        found = [match for line in text.splitlines() if (match := BUDGET.match(line))]
        rows: list[tuple[str, float, float | None]] = []
        for match in found:
            told, limit, verdict = match.groups()
            bound = f"at least {limit}" if "(at least" in match.group(0) else limit
            self.summary.append((wanted.title, " ".join(told.split()), bound, verdict))
            told = told.partition(", computing")[0]
            figures, limits = FIGURE.findall(told), FIGURE.findall(limit)
            if figures and limits and "(at least" not in match.group(0) and float(limits[0][0].replace(",", "")):
                value = 100 * float(figures[-1][0].replace(",", "")) / float(limits[0][0].replace(",", ""))
                rows.append((told[: told.rfind(figures[-1][0])].strip()[:42], max(0, round(value)), 100.0))
        if not own.exists() and wanted.words[0] == "soak":
            made = Path(self.places.get("soak", str(self.out))) / "soak.svg"
            own = made if made.exists() else own
        if not own.exists() and len(rows) > 1:
            own.write_text(bars(rows, "%", "The mark is what it may be."), "utf-8")
        if not own.exists():
            return []
        PICTURES.mkdir(exist_ok=True)
        kept = PICTURES / f"measured-{wanted.words[0].replace('_', '-')}.svg"
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


def profiles() -> list[str]:
    """The tables of the decisions that tell what was costly, and what was done about it."""
    part: list[str] = []
    for path in sorted(PROFILES.glob("*.md")):
        if not path.name.startswith(PROFILED):
            continue
        lines = path.read_text("utf-8").splitlines()
        tables = [line for line in lines if line.startswith("|")]
        title = next((line.lstrip("# ") for line in lines if line.startswith("#")), path.stem)
        part += [f"### {title}", "", *tables, *([""] if tables else []), f"([why and how](decisions/{path.name}))", ""]
    return ["## Profiles of a start and of a turn, before and after", "", *part] if part else []


def summarised(rows: list[tuple[str, str, str, str]]) -> list[str]:
    """Every figure that has a limit."""
    table = [f"| {part} | {told} | {limit} | {verdict} |" for part, told, limit, verdict in rows]
    return ["| part | figure | may be | |", "|---|---|---|---|", *table, ""] if table else []


class Page:
    """The page as it stands: parts by their headings, and a table of every figure that has a limit."""

    def __init__(self, text: str) -> None:
        self._parts: dict[str, str] = {}
        for piece in text.split("\n## ")[1:]:
            self._parts[piece.partition("\n")[0]] = f"## {piece.rstrip()}\n"
        rows = [
            [cell.strip() for cell in line.strip("|").split("|")] for line in text.partition("\n## ")[0].splitlines()
        ]
        self._rows = [(row[0], row[1], row[2], row[3]) for row in rows if len(row) == 4 and row[3] in ("ok", "OVER")]

    def put(self, title: str, part: list[str], told: list[tuple[str, str, str, str]]) -> None:
        """Another measurement of that part stands instead of the older one."""
        self._parts[title] = "\n".join(part)
        self._rows = [row for row in self._rows if row[0] != title] + [row for row in told if row[0] == title]

    def text(self, order: list[str]) -> str:
        """The whole page."""
        head = ["# Measured", "", f"On {machine()}.", "", *HOW, ""]
        rows = sorted(self._rows, key=lambda row: order.index(row[0]) if row[0] in order else len(order))
        parts = [self._parts[title] for title in order if title in self._parts]
        return "\n".join([*head, *summarised(rows), *parts, *profiles()])


def main() -> int:
    """Measure and write."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("words", nargs="*", metavar="WORD")
    asked.add_argument("--data", default=os.environ.get("ENGAWA_BENCH_DATA", ""))
    asked.add_argument("--anki", default=os.environ.get("ENGAWA_ANKI", ""))
    asked.add_argument("--soak", default=os.environ.get("ENGAWA_SOAK", str(ROOT / "build" / "soak")))
    options = asked.parse_args()
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"):
        os.environ.setdefault(name, "1")  # as trainer/cli.py sets it for the program
    words = options.words
    wanted = [each for each in MEASUREMENTS if not words or any(word in each.words[0] for word in words)]
    if not wanted:
        print(f"No measurement is called so. There are: {', '.join(each.words[0] for each in MEASUREMENTS)}")
        return 2
    page = Page(PAGE.read_text("utf-8") if words and PAGE.exists() else "")
    with tempfile.TemporaryDirectory(prefix="measured-") as name:
        bench = Bench(options, Path(name))
        for each in wanted:
            print(f"-- {each.title}", flush=True)
            load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
            part = bench.part(each)
            print("\n".join(part), flush=True)
            said = f"({datetime.date.today().isoformat()}; {load:.1f} other programs wanted a core when it began.)"
            page.put(each.title, [*part, said, ""], bench.summary)
            # After each part, so that nothing is lost when it is stopped.
            PAGE.write_text(page.text([each.title for each in MEASUREMENTS]), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

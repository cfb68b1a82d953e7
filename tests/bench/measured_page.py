"""The page that measured.py writes: what was promised first, then each part, its picture and its command."""

from __future__ import annotations

import os
import platform
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROFILES = ROOT / "docs" / "decisions"
PROFILED = ("0190", "0195", "0243", "0244")
"""Decisions that say what was costly in a turn and in a start; their tables stand on the page."""
FIGURE = re.compile(r"([-+]?\d[\d,]*(?:\.\d+)?)\s*(%|ms|MB|s\b)?")
BUDGET = re.compile(r"^\s*(.+?)\s+\((may be|budget|at least) ([^)]*)\)\s*(ok|OVER)")
"""A line in which a script compares a figure with what it may be."""

STOPPED, ABSENT = "**Did not finish**", "**Not measured**"
MISSING = (STOPPED, ABSENT)
"""What a part says that lacks figures."""
Row = tuple[str, str, str, str]
"""Part, figure, what it may be, ok or OVER."""

HOW = (
    "What Engawa costs and how quick it is, measured on one machine in one go, beside what a person would otherwise",
    "use: the voice loop of the tutorials (Vosk, pyttsx3, sounddevice), a fixed silence, the WebRTC detector,",
    "rapidfuzz and Anki.",
    "",
    "**How to repeat.** `make bench` writes this page in at most 40 minutes; each part names its own command, and",
    "`python -m tests.bench.measured WORD` measures one part again and puts it in its place. `$barista` and",
    "`$understanding` are folders of recordings and phrases that are not ours, `$anki` is the Python of an environment",
    "with Anki, `$soak` the folder of a soak that was run before (`python -m tests.bench.soak --minutes 60`):",
    "`python -m tests.bench.measured --help` says how to name them. What is missing is left out, and its part says so.",
    "Screens are drawn into memory, sound devices are virtual. Where a sample was taken instead of the whole, its size",
    "stands in the command. A figure is the median unless it says otherwise.",
)


def machine() -> str:
    """Processor, cores, memory, system and Python, on one line."""
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 0
    parts = [processor(), f"{os.cpu_count()} cores", f"{pages / 2**30:.0f} GB of memory"]
    return ", ".join([*parts, platform.system(), f"Python {platform.python_version()}"])


def processor() -> str:
    """What the processor calls itself."""
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        lines = []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, "") or platform.processor() or platform.machine()


def compared(part: str, text: str) -> list[Row]:
    """Every figure of a part that has a limit."""
    found = [match.groups() for line in text.splitlines() if (match := BUDGET.match(line))]
    return [
        (part, " ".join(told.split()), f"at least {limit}" if how == "at least" else limit, verdict)
        for told, how, limit, verdict in found
    ]


def bars_of(text: str) -> list[tuple[str, float, float | None]]:
    """Those figures as percent of what they may be, to draw them."""
    rows: list[tuple[str, float, float | None]] = []
    for _, told, limit, _verdict in compared("", text):
        told = told.partition(", computing")[0]
        figures, limits = FIGURE.findall(told), FIGURE.findall(limit)
        if figures and limits and not limit.startswith("at least") and float(limits[0][0].replace(",", "")):
            value = 100 * float(figures[-1][0].replace(",", "")) / float(limits[0][0].replace(",", ""))
            rows.append((told[: told.rfind(figures[-1][0])].strip(), max(0, round(value)), 100.0))
    return rows


def profiles() -> list[str]:
    """The tables of the decisions that tell what was costly, and what was done about it."""
    part: list[str] = []
    for path in sorted(PROFILES.glob("*.md")):
        if not path.name.startswith(PROFILED):
            continue
        lines = path.read_text("utf-8").splitlines()
        # An empty line where one table ends and the next begins.
        pairs = zip(lines, [*lines[1:], ""], strict=True)
        tables = [row for line, after in pairs if line.startswith("|") for row in (line, *([""] * (after[:1] != "|")))]
        title = next((line.lstrip("# ") for line in lines if line.startswith("#")), path.stem)
        part += [f"### {title}", "", *tables, f"([why and how](decisions/{path.name}))", ""]
    head = ["## Profiles of a turn and of a start: the largest costs, before and after", ""]
    return [*head, *part] if part else []


def table(rows: list[Row]) -> list[str]:
    """Figures beside what they may be."""
    lines = [f"| {part} | {told} | {limit} | {verdict} |" for part, told, limit, verdict in rows]
    return ["| part | figure | may be | |", "|---|---|---|---|", *lines, ""] if lines else []


class Page:
    """The page as it stands: parts by their headings, and tables of every figure that has a limit."""

    def __init__(self, text: str) -> None:
        self._parts: dict[str, str] = {}
        for piece in text.split("\n## ")[1:]:
            self._parts[piece.partition("\n")[0]] = f"## {piece.rstrip()}\n"
        cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines()]
        self._rows: list[Row] = [
            (row[0], row[1], row[2], row[3]) for row in cells if len(row) == 4 and row[3] in ("ok", "OVER")
        ]

    def put(self, title: str, part: list[str], told: list[Row]) -> None:
        """Another measurement of that part stands instead of the older one."""
        self._parts[title] = "\n".join(part)
        self._rows = [row for row in self._rows if row[0] != title] + told

    def text(self, order: list[str], promised: set[str]) -> str:
        """The whole page, its parts in that order; the figures of `promised` parts stand in the first table."""
        rows = sorted(
            (row for row in self._rows if row[0] in order and row[0] in self._parts),
            key=lambda row: order.index(row[0]),
        )
        first, others = [row for row in rows if row[0] in promised], [row for row in rows if row[0] not in promised]
        over = [row for row in rows if row[3] == "OVER"]
        head = ["# Measured", "", *HOW, "", f"**Machine.** {machine()}.", ""]
        short = f"{len(rows) - len(over)} of {len(rows)} figures with a limit are within it."
        missing = [title for title in order if any(words in self._parts.get(title, "") for words in MISSING)]
        short += f" Not measured to the end: {', '.join(missing)}." if missing else ""
        head += ["## In short", "", short, "", *table(first)] if rows else []
        parts = [self._parts[title] for title in order if title in self._parts]
        rest = ["## Every other figure with a limit", "", *table(others)] if others else []
        return "\n".join([*head, *parts, *profiles(), *rest]).rstrip() + "\n"

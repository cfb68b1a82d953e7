"""What a soak told, in a table, beside what it may be: python -m tests.bench.soak_told FOLDER [--picture FILE.svg]

FOLDER holds the soak.json of `python -m tests.bench.soak --out FOLDER`. Nothing is measured anew.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from tests.bench.drawing import curves
from tests.bench.soak import early_and_late

LONG, MINUTES, READY, AHEAD, GROWTH = 100.0, 60.0, 99.0, 5.0, 5.0
"""ms of a pause; minutes of a soak; percent of turns ready; percent of a core; percent that memory may grow."""
MORE = {
    "of_them_without_a_helper_waiting_either": "less the time another thread of the program waited for a core as well",
    "of_them_computing_over_100_ms": "with over 100 ms of computing of the window's own",
}
NAMES = {
    "memory_mb": "memory of all processes, MB",
    "own_mb": "of it their own, no mapped files, MB",
    "program_mb": "memory of the window's process, MB",
    "program_own_mb": "of it its own, no mapped files, MB",
    "files": "open files",
    "temporary": "temporary files",
}
"""What the rows are called in the picture."""
COUNTS = ("threads", "processes", "files", "temporary")


def verdict(value: float, limit: float, least: bool = False) -> str:
    """What it may be, and ok or OVER."""
    good = value >= limit if least else value <= limit
    return f"({'at least' if least else 'may be'} {limit:g}) {'ok' if good else 'OVER'}"


def survived(told: dict[str, Any]) -> list[str]:
    """After how many of the troubles practice went on to another turn."""
    lines = []
    for what, words in told.get("survived", {}).items():
        went_on, _, made = str(words).partition(" of ")
        share = 100 * int(went_on) / max(1, int(made))
        lines.append(f"went on after {what}: {words}, {share:.0f} % {verdict(share, 100, least=True)}")
    return lines


def pauses(told: dict[str, Any]) -> list[str]:
    """Moments in which the window did not answer."""
    longest = float(told.get("longest_pause_ms") or 0)
    over, ours = told.get("pauses_over_100_ms", 0), told.get("of_them_without_waiting_for_a_core", 0)
    lines = [f"longest pause of the window {longest:.0f} ms {verdict(longest, LONG)}"]
    lines.append(f"pauses over 100 ms {over} {verdict(over, 0)}")
    lines.append(f"   {ours} of them less the time another program had the core")
    for name, words in MORE.items():
        lines += [f"   {told[name]} of them {words}"] if name in told else []
    for pause in told.get("pauses", ())[:5]:
        late, own, core = (round(1000 * pause[name]) for name in ("late", "own", "core"))
        doing = pause["doing"]
        lines.append(f"   minute {pause['minute']:5.1f}: {late} ms (computing {own}, no core {core}) at {doing}")
    return lines


def memory(rows: list[dict[str, float]]) -> list[str]:
    """MB early and late, with and without files that are only mapped; other things that could grow."""
    last = rows[-1]["minute"]
    first = min(10.0, last / 3)
    lines = []
    kinds = {
        "memory_mb": "all of it",
        "own_mb": "its own, no mapped files",
        "program_own_mb": "of it the window's process",
    }
    for kind, words in kinds.items():
        span, before, after = early_and_late(rows, kind)
        if before:
            grown = 100 * (after / before - 1)
            told = f"memory at minute {first:.0f} {before:.0f} MB, at minute {last:.0f} {after:.0f} MB ({words}"
            told += f"; medians of {span:.0f} minutes)"
            judged = verdict(grown, GROWTH) if kind == "own_mb" else ""
            lines.append(f"{told}: grown by {grown:.1f} % {judged}".rstrip())
    for name in COUNTS:
        counts = [row[name] for row in rows]
        lines.append(f"{name}: {min(counts):g} to {max(counts):g}, at first {counts[0]:g}, at last {counts[-1]:g}")
    return lines


def ready(told: dict[str, Any]) -> list[str]:
    """How often the next words were rendered before they were needed."""
    turns = max(1, told["turns"])
    share = 100 * told["first_words_ready"] / turns
    ahead = told["percent_of_a_core"]
    lines = [f"next words ready when they were needed {share:.1f} % {verdict(share, READY, least=True)}"]
    why = ", ".join(f"{what} {count}" for what, count in told.get("why_not", {}).items())
    lines.append(f"   {told['first_words_ready']} of {told['turns']} turns" + (f"; pieces {why}" if why else ""))
    if "all_words_ready" in told:
        lines.append(f"   in {told['all_words_ready']} all that followed came before the sound ran out")
    return [*lines, f"rendering them {ahead:.1f} % of one core {verdict(ahead, AHEAD)}"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--picture", type=Path)
    options = parser.parse_args()
    told: dict[str, Any] = json.loads((options.folder / "soak.json").read_text("utf-8"))
    minutes = float(told.get("minutes") or 0)
    print(f"minutes {minutes:.1f} {verdict(minutes, MINUTES, least=True)}")
    switched = sum(told.get("switched", {}).values())
    print(f"   {told.get('visits')} visits, {told.get('turns')} turns, {switched} settings switched")
    print(f"   what the robot did: {', '.join(f'{what} {count}' for what, count in told.get('deeds', {}).items())}")
    lost = int(told.get("visits") or 0) - told["kept"]["visits"]
    print(f"visits that the records lack {lost} {verdict(lost, 0)}")
    lines = [*survived(told), *pauses(told)]
    lines += memory(told["rows"]) if told["rows"] else []
    lines += ready(told["ready"]) if told.get("ready") else []
    print("\n".join(lines))
    left = len(told["left_over"])
    print(f"temporary files left over {left} {verdict(left, 0)}")
    if options.picture and told["rows"]:
        rows = [{NAMES.get(name, name): value for name, value in row.items()} for row in told["rows"]]
        options.picture.write_text(curves(rows, "minute", told["troubles"]), "utf-8")


if __name__ == "__main__":
    main()

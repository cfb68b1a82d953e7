"""A library of 10,000 things beside Anki's: what it adds to the start and to memory, ours of scenes, theirs of notes.

    python -m tests.bench.anki_library ANKI_PYTHON [--times 7] [--count 10000]

ANKI_PYTHON is that of tests.bench.anki_start, which also says what is timed. Anki's collection is filled with basic
notes by its own library; ours with packs of scenes as long as a small shipped one (tests.bench.scale). A scene is some
hundred lines of text, a note two: theirs is the smaller task.

First ours stays open until the index of its shelf is written; a start that makes it is no second start. Then in each
round both start with nothing and with the full library, right after one another, and take turns in who is first; the
first round is left out. The part of Anki's is the median of the rounds' own parts: what else the machine does from one
minute to the next is the same for both halves of a round. All rounds are told.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.anki_start import ANKI, ENGAWA, as_installed, start
from tests.bench.scale import STARTED, library

ROOT = Path(__file__).resolve().parents[2]
FILL = """
import sys
from anki.collection import AddNoteRequest, Collection
collection = Collection(sys.argv[1])
basic, deck = collection.models.by_name("Basic"), collection.decks.id("Default")
asked = []
for number in range(int(sys.argv[2])):
    note = collection.new_note(basic)
    note["Front"], note["Back"] = f"Front {number}", f"Back {number}"
    asked.append(AddNoteRequest(note=note, deck_id=deck))
collection.add_notes(asked)
print(collection.note_count())
collection.close()
"""
INDEXING = 180.0
"""Seconds that the first start with a full library may need at most to write its index beside the window."""
STILL = 3.0
"""Seconds for which that file stays as it is when it is whole."""
INDEXES, LEAST = {"none": "shelf.msgpack", "full": "added.msgpack"}, 1_000
"""The index that is waited for, and the bytes it has at least when it is not that of an empty shelf."""
Row = tuple[float, float, float]


def fill_anki(python: str, base: Path, count: int) -> int:
    """Notes in the collection of the only profile that a start has made; how many there are."""
    found = sorted(base.glob("*/collection.anki2"))
    if not found:
        raise SystemExit("Anki made no collection: nothing to fill.")
    done = subprocess.run(
        [python, "-c", FILL, str(found[0]), str(count)], capture_output=True, text=True, timeout=120, check=True
    )
    return int(done.stdout.split()[-1])


def middle(rows: list[Row]) -> tuple[float, float]:
    """Seconds to the first frame, and MB of the program and its children."""
    return statistics.median(row[0] for row in rows), statistics.median(row[1] + row[2] for row in rows)


def index(home: dict[str, str], kind: str) -> float:
    """The window stays open, as at a first start, until the index of the library is written; how long that took (s)."""
    command = [sys.executable, "-m", "trainer"]
    began = time.monotonic()
    with subprocess.Popen(command, env=home, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as program:
        seen, since = 0.0, time.monotonic()
        while program.poll() is None and time.monotonic() < began + INDEXING:
            time.sleep(0.2)
            files = (file.stat() for file in Path(home["ENGAWA_HOME"]).rglob(INDEXES[kind]))
            written = max((file.st_mtime for file in files if file.st_size > LEAST), default=0.0)
            if written != seen:
                seen, since = written, time.monotonic()
            elif seen and time.monotonic() - since > STILL:
                break
        program.terminate()
    if not seen:
        raise SystemExit("The index of the library was never written: nothing to compare.")
    return since - began


def parts(found: dict[str, list[Row]], what: int) -> list[float]:
    """Of each round with a full library: ours as a part of theirs. `what`: 0 seconds, 1 MB with children."""
    return [
        ours[0] / theirs[0] if what == 0 else (ours[1] + ours[2]) / (theirs[1] + theirs[2])
        for ours, theirs in zip(found["engawa full"], found["anki full"], strict=True)
    ]


def rounds(times: int, programs: dict[str, tuple[str, str, list[str], dict[str, str]]]) -> dict[str, list[Row]]:
    """Starts of each, by name; the order turns round each time, and the first round is not told."""
    found: dict[str, list[Row]] = {name: [] for name in programs}
    for number in range(times + 1):
        for name in list(programs) if number % 2 else reversed(programs):
            row = start(*programs[name])
            if number:
                found[name].append(row)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("anki")
    parser.add_argument("--times", type=int, default=7)
    parser.add_argument("--count", type=int, default=10_000)
    options = parser.parse_args()
    as_installed()
    with tempfile.TemporaryDirectory(prefix="library-") as name:
        shared = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        ours = {kind: {**shared, "ENGAWA_HOME": f"{name}/{kind}", "PYTHONPATH": str(ROOT)} for kind in ("none", "full")}
        anki = {**shared, "PYTHONPATH": "", "QTWEBENGINE_DISABLE_SANDBOX": "1", "XDG_RUNTIME_DIR": name}
        bases = {kind: Path(name) / f"anki-{kind}" for kind in ("none", "full")}
        for kind in ("none", "full"):
            home = Path(name) / kind
            home.mkdir()
            (home / "settings.toml").write_text(STARTED, "utf-8")
            start(options.anki, ANKI, ["-b", str(bases[kind]), "-l", "en"], anki)
        library(Path(name) / "full", options.count)
        notes = fill_anki(options.anki, bases["full"], options.count)
        indexed = {kind: index(ours[kind], kind) for kind in ("none", "full")}["full"]
        programs: dict[str, tuple[str, str, list[str], dict[str, str]]] = {}
        for kind in ("none", "full"):
            programs[f"engawa {kind}"] = (sys.executable, ENGAWA, [], ours[kind])
            programs[f"anki {kind}"] = (options.anki, ANKI, ["-b", str(bases[kind]), "-l", "en"], anki)
        found = rounds(options.times, programs)
    told = {who: middle(rows) for who, rows in found.items()}
    print(f"full: {options.count} scenes more (engawa), {notes} notes (anki)")
    print(f"index of the library written {indexed:.1f} s after the very first start, beside the window")
    for who, (seconds, megabytes) in told.items():
        print(f"{who:12s} first frame {seconds:6.2f} s   memory with children {megabytes:6.0f} MB")
    for who in ("engawa", "anki"):
        more = [100 * (full / none - 1) for none, full in zip(told[f"{who} none"], told[f"{who} full"], strict=True)]
        print(f"{who:12s} the library adds {more[0]:+.0f} % to the first frame, {more[1]:+.0f} % to memory")
    for number, what in enumerate(("first frame", "memory")):
        shares = parts(found, number)
        part, limit = statistics.median(shares), 0.5 if what == "first frame" else 1
        verdict = "ok" if part <= limit else "OVER"
        print(f"{what} with a full library as a part of Anki's {part:.2f} (may be {limit:g}) {verdict}")
        print(f"   of {len(shares)} rounds: {', '.join(f'{share:.2f}' for share in sorted(shares))}")


if __name__ == "__main__":
    main()

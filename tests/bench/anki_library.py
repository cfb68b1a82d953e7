"""A library of 10,000 things beside Anki's: what it adds to the start and to memory, ours of scenes, theirs of notes.

    python -m tests.bench.anki_library ANKI_PYTHON [--times 3] [--count 10000]

ANKI_PYTHON is that of tests.bench.anki_start, which also says what is timed. Anki's collection is filled with basic
notes by its own library; ours with packs of scenes as long as a small shipped one (tests.bench.scale). Each program
starts with nothing and with the full library in turn; the first start of each, which makes indexes, is left out. A
scene is some hundred lines of text, a note two: theirs is the smaller task.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.anki_start import ANKI, ENGAWA, start
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
INDEXING = 15.0
"""Seconds that the first start with a full library may need beside the window; it is left alone for so long."""


def fill_anki(python: str, base: Path, count: int) -> int:
    """Notes in the collection of the only profile that a start has made; how many there are."""
    found = sorted(base.glob("*/collection.anki2"))
    if not found:
        raise SystemExit("Anki made no collection: nothing to fill.")
    done = subprocess.run(
        [python, "-c", FILL, str(found[0]), str(count)], capture_output=True, text=True, timeout=120, check=True
    )
    return int(done.stdout.split()[-1])


def middle(rows: list[tuple[float, float, float]]) -> tuple[float, float]:
    """Seconds to the first frame, and MB of the program and its children."""
    return statistics.median(row[0] for row in rows), statistics.median(row[1] + row[2] for row in rows)


def index(home: dict[str, str]) -> None:
    """The window stays open for a while, as at a first start: the index of the library is made beside it."""
    command = [sys.executable, "-m", "trainer"]
    with subprocess.Popen(command, env=home, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as program:
        try:
            program.wait(INDEXING)
        except subprocess.TimeoutExpired:
            program.terminate()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("anki")
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--count", type=int, default=10_000)
    options = parser.parse_args()
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
        index(ours["full"])
        found: dict[str, list[tuple[float, float, float]]] = {}
        for time in range(options.times + 1):
            for kind in ("none", "full"):
                rows = {
                    f"engawa {kind}": start(sys.executable, ENGAWA, [], ours[kind]),
                    f"anki {kind}": start(options.anki, ANKI, ["-b", str(bases[kind]), "-l", "en"], anki),
                }
                for who, row in rows.items():
                    found.setdefault(who, []).extend([row] if time else [])
    told = {who: middle(rows) for who, rows in found.items()}
    print(f"full: {options.count} scenes more (engawa), {notes} notes (anki)")
    for who, (seconds, megabytes) in told.items():
        print(f"{who:12s} first frame {seconds:6.2f} s   memory with children {megabytes:6.0f} MB")
    for who in ("engawa", "anki"):
        more = [100 * (full / none - 1) for none, full in zip(told[f"{who} none"], told[f"{who} full"], strict=True)]
        print(f"{who:12s} the library adds {more[0]:+.0f} % to the first frame, {more[1]:+.0f} % to memory")
    for what, one, other in zip(("first frame", "memory"), told["engawa full"], told["anki full"], strict=True):
        part, limit = one / other, 0.5 if what == "first frame" else 1
        verdict = "ok" if part <= limit else "OVER"
        print(f"{what} with a full library as a part of Anki's {part:.2f} (may be {limit:g}) {verdict}")


if __name__ == "__main__":
    main()

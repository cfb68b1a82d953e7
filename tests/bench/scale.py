"""What a large library and a long record change at the start: 10,000 scenes more and 1,000,000 facts, against none.

    python -m tests.bench.scale [--times 5] [--scenes 10000] [--facts 1000000]

Packs of 100 scenes each (sheets as long as a small shipped one) and one journal are put into a home; then the program
starts in an empty home and in the full one in turn, drawn into memory. Told are the seconds from the start of the
process to the first painted frame and to the garden with every scene that its map draws, which answers then; after it
the moment from which the list knows all scenes, and the memory then (pages shared with others counted in parts). The
first start of each, which makes indexes and snapshots, is told apart.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.bench.anki_start import as_installed
from tests.bench.records import fill
from trainer.packs.archive import build_pack, open_pack
from trainer.packs.zip_layout import ENDING

ROOT = Path(__file__).resolve().parents[2]
IN_A_PACK = 100
COVER = """format = 1
id = "org.example.p{number}"
version = "1.0.0"
source_language = "en"
languages = ["en"]

[name]
en = "Pack {number}"

[about]
en = "Many small scenes."
"""
LISTED = """
[[scenes]]
id = "s{one}"
file = "scenes/s{one}.scene.txt"
"""
STARTED = """started = true
"""
PROGRAM = """
import json, os, sys
from PySide6 import QtCore
from tests.bench.watching import pss
from trainer.app import window
made = window.make_window
def now():
    ticks = int(open('/proc/self/stat').read().rpartition(')')[2].split()[19]) / os.sysconf('SC_CLK_TCK')
    return float(open('/proc/uptime').read().split()[0]) - ticks
told = {}
class Watch(QtCore.QObject):
    def eventFilter(self, watched, event):
        if 'frame' not in told and event.type() == QtCore.QEvent.Type.Paint and watched.isWidgetType():
            told['frame'] = 0.0
            QtCore.QTimer.singleShot(0, lambda: told.update(frame=now()))
            timer.start(5)
        return False
def look():
    scenes = len(shown.screens.home.cards)
    if told['frame'] and scenes > 30 and 'usable' not in told:
        told.update(usable=now())
    if told['frame'] and scenes >= int(os.environ['SCALE_SCENES']):
        told.update(all=now(), scenes=scenes, memory=pss(os.getpid()))
        print(json.dumps(told), flush=True)
        if 'SCALE_STAY' in os.environ:
            QtCore.QTimer.singleShot(8000, QtCore.QCoreApplication.quit)
            timer.stop()
        else:
            os._exit(0)
timer = QtCore.QTimer()
timer.timeout.connect(look)
watch = Watch()
def make(*arguments):
    global shown
    shown = made(*arguments)
    QtCore.QCoreApplication.instance().installEventFilter(watch)
    return shown
window.make_window = make
from trainer.cli import main
sys.argv = ['engawa']
main()
"""


def start(home: Path, scenes: int, **more: str) -> dict[str, Any]:
    """One start: seconds to the first frame, to the garden with its map, to all those scenes, and MB."""
    around = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "ENGAWA_HOME": str(home), "PYTHONPATH": str(ROOT), **more}
    around["SCALE_SCENES"] = str(scenes)
    command = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(command, env=around, cwd=ROOT, capture_output=True, text=True, timeout=180, check=False)
    line = next((line for line in done.stdout.splitlines() if line.startswith("{")), "")
    if not line:
        raise SystemExit(f"Nothing was painted: {done.stderr[-2000:]}")
    told: dict[str, Any] = json.loads(line)
    return told


def library(home: Path, scenes: int) -> None:
    """Packs on the shelf, each under its own hash."""
    sheet = (ROOT / "scenarios" / "errands" / "scenes" / "change-is-short.scene.txt").read_text("utf-8")
    lines = sheet.splitlines()
    for number in range(scenes // IN_A_PACK):
        cover = COVER.format(number=number) + "".join(LISTED.format(one=one) for one in range(IN_A_PACK))
        files = {"pack.toml": cover.encode()}
        for one in range(IN_A_PACK):
            head = {"scene:": f"scene: Scene {number}-{one}", "id:": f"id: s{one}"}
            titled = [head.get(line.split(" ")[0], line) for line in lines]
            files[f"scenes/s{one}.scene.txt"] = "\n".join(titled).encode()
        content = build_pack(files)
        import_under_hash(home / "packs", content)


def import_under_hash(folder: Path, content: bytes) -> None:
    """As the door would have put it there."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{open_pack(content).sha256}{ENDING}").write_bytes(content)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--scenes", type=int, default=10_000)
    parser.add_argument("--facts", type=int, default=1_000_000)
    options = parser.parse_args()
    as_installed()
    with tempfile.TemporaryDirectory(prefix="scale-") as name:
        homes = {"plain": Path(name) / "plain", "full": Path(name) / "full"}
        for home in homes.values():
            home.mkdir()
            (home / "settings.toml").write_text(STARTED, "utf-8")
        library(homes["full"], options.scenes)
        fill(homes["full"] / "journal.sqlite3", options.facts)
        least = {"plain": 31, "full": options.scenes}
        rows: dict[str, list[dict[str, Any]]] = {kind: [] for kind in homes}
        for kind, home in homes.items():
            first = start(home, least[kind], SCALE_STAY="1")
            print(
                f"{kind:6s} the very first start: frame {first['frame']:.2f} s, garden {first['usable']:.2f} s, "
                f"all scenes {first['all']:.2f} s"
            )
        for _ in range(options.times):
            for kind, home in homes.items():
                rows[kind].append(start(home, least[kind]))
    middle = {
        kind: {what: statistics.median(row[what] for row in found) for what in ("frame", "usable", "all", "memory")}
        for kind, found in rows.items()
    }
    for kind, told in middle.items():
        scenes = rows[kind][0]["scenes"]
        print(
            f"{kind:6s} {scenes:6d} scenes: first frame {told['frame']:.3f} s, garden with its map "
            f"{told['usable']:.3f} s, all scenes in the list {told['all']:.3f} s, memory {told['memory']:.0f} MB"
        )
    plain, full = middle["plain"], middle["full"]
    for what, words in (("frame", "first frame"), ("usable", "garden with its map")):
        more = 100 * (full[what] / plain[what] - 1)
        verdict = "ok" if more <= 10 else "OVER"
        print(f"{words}, the full home against the empty one {more:+.0f} % (may be +10 %) {verdict}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""How quick the desk's window is: key press to findings on 1,000 lines, a map of 300 moments, opening a sheet.

`python tests/bench/desk_window.py` prints medians and 95th percentiles in milliseconds of processor time, all threads.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest  # noqa: E402 - the path and the platform come first
from PySide6.QtWidgets import QApplication  # noqa: E402

from tests.helpers.desk_bench import DeskAtHand, wait  # noqa: E402
from trainer.editor.views.sheet_page import SheetPage  # noqa: E402

MOMENT = """== moment {n} ==
BAKER: What can I get you, number {n}?
/ Number {n}, please. What would you like?
> say what you want
  - The roll number {n}, please.
  - I'd like roll {n}.
  - Can I have the {n}?
  -> moment {m}
> (nod)
  -> moment {m}
hint 1: The baker wants to know what you are buying.
hint 2: Name one roll. You can also point.
hint 3: You could say: "The roll number {n}, please."
silence 8s:
  BAKER: (softly) You can point, too.
unclear:
  BAKER: Sorry, which one would you like?

"""


def sheet(moments: int) -> str:
    """A long sheet in which everything is right."""
    head = "scene: Long\nid: long\nlanguage: en\nlevel: 3\nabout: A long one.\nperson BAKER: Emi, calm\n\n"
    parts = [MOMENT.format(n=n, m=n + 1) for n in range(1, moments + 1)]
    return head + "".join(parts) + f"== moment {moments + 1} ==\nBAKER: Thank you.\n-> end\n"


def shown(name: str, seconds: list[float]) -> None:
    """One line of the report."""
    seconds.sort()
    worst = seconds[min(len(seconds) - 1, round(len(seconds) * 0.95))]
    print(f"{name}: median {statistics.median(seconds) * 1000:.0f} ms, 95 % {worst * 1000:.0f} ms ({len(seconds)})")


def opened(at_hand: DeskAtHand, folder: Path, moments: int) -> tuple[SheetPage, float]:
    """A page with that sheet, and how long it took to come up."""
    path = folder / f"long-{moments}.scene.txt"
    path.write_text(sheet(moments), encoding="utf-8")
    begun = time.process_time()
    at_hand.model.go("start")
    at_hand.model.open_path(path)
    QApplication.processEvents()
    page = at_hand.window.page
    assert isinstance(page, SheetPage)
    took = time.process_time() - begun
    # The thorough look after a rest is measured by tests/bench/desk.py.
    at_hand.model.sheet._thorough.stop()
    return page, took


def main() -> int:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        at_hand = DeskAtHand(folder / "home", "en")
        page, took = opened(at_hand, folder, 62)
        sheet_model, edit = at_hand.model.sheet, page.lines.edit
        print(f"{len(sheet_model.document)} lines opened in {took * 1000:.0f} ms")
        keys, looks = [], []
        edit.go_to(500, 3)
        for at in range(60):
            begun = time.process_time()
            QTest.keyClick(edit, "abcdefgh"[at % 8])
            QApplication.processEvents()
            sheet_model._thorough.stop()
            keys.append(time.process_time() - begun)
            wait(lambda: sheet_model.fresh)
            looks.append(time.process_time() - begun)
            time.sleep(0.05)
        shown("the letter is on the screen", keys)
        shown("key press to findings", looks)
        page, _ = opened(at_hand, folder, 299)
        maps = []
        for _ in range(5):
            page._show("lines")
            page.views["map"].widget.canvas.boxes.clear()  # type: ignore[attr-defined]
            QApplication.processEvents()
            begun = time.process_time()
            page._show("map")
            QApplication.processEvents()
            maps.append(time.process_time() - begun)
        shown("a map of 300 moments", maps)
        at_hand.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""How quick the desk's window is: key press to findings on 1,000 lines, a map of 300 moments, opening a sheet.

`python tests/bench/desk_window.py` prints medians and 95th percentiles in milliseconds: by the clock, and beside it of
processor time in all threads. "60 of them" is how often each was tried.
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

from PySide6.QtCore import QEventLoop, Qt  # noqa: E402 - the path and the platform come first
from PySide6.QtTest import QTest  # noqa: E402
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


class Taken:
    """How long something took, again and again: by the clock and in processor time."""

    def __init__(self) -> None:
        self.clock: list[float] = []
        self.computing: list[float] = []
        self.begin()

    def begin(self) -> None:
        """Now it begins."""
        self._began, self._computed = time.perf_counter(), time.process_time()

    def end(self) -> None:
        """Now it is done."""
        self.clock.append((time.perf_counter() - self._began) * 1000)
        self.computing.append((time.process_time() - self._computed) * 1000)

    def show(self, name: str) -> None:
        """One line of the report."""
        said = []
        for kind, taken in (("by the clock", sorted(self.clock)), ("computing", sorted(self.computing))):
            worst = taken[min(len(taken) - 1, round(len(taken) * 0.95))]
            said.append(f"{kind} median {statistics.median(taken):.0f} ms, 95 % {worst:.0f} ms")
        print(f"{name}: {'; '.join(said)} ({len(self.clock)} of them)", flush=True)


def typed(at_hand: DeskAtHand, page: SheetPage, *keys: tuple[str, Qt.Key | None]) -> None:
    """60 key presses, each waited for until what was found is on the screen."""
    sheet_model, edit = at_hand.model.sheet, page.lines.edit
    letters, looks = Taken(), Taken()
    for at in range(60):
        text, key = keys[at % len(keys)]
        letters.begin()
        looks.begin()
        QTest.keyClick(edit, key if key is not None else text)
        QApplication.processEvents()
        letters.end()
        while not sheet_model.fresh:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)
        QApplication.processEvents()
        looks.end()
        wait(lambda: True)
        time.sleep(0.05)
    letters.show("  on the screen")
    looks.show("  its findings")


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
        print(f"{len(at_hand.model.sheet.document)} lines opened in {took * 1000:.0f} ms")
        page.lines.edit.go_to(500, 3)
        print("a letter")
        typed(at_hand, page, *((letter, None) for letter in "abcdefgh"))
        print("a new line, and gone again")
        typed(at_hand, page, ("", Qt.Key.Key_Return), ("", Qt.Key.Key_Backspace))
        if sys.argv[1:] == ["understanding"]:
            begun = time.perf_counter()
            at_hand.model.sheet._look_thoroughly()
            at_hand.looked(300)
            print(f"looked at thoroughly in {time.perf_counter() - begun:.1f} s; a letter after it")
            typed(at_hand, page, *((letter, None) for letter in "abcdefgh"))
        page, _ = opened(at_hand, folder, 299)
        maps = Taken()
        for _ in range(5):
            page._show("lines")
            page.views["map"].widget.canvas.boxes.clear()  # type: ignore[attr-defined]
            QApplication.processEvents()
            maps.begin()
            page._show("map")
            QApplication.processEvents()
            maps.end()
        maps.show("a map of 300 moments")
        at_hand.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())

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
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt  # noqa: E402 - the path and the platform come first
from PySide6.QtGui import QGuiApplication  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from tests.helpers.desk_bench import DeskAtHand, wait  # noqa: E402
from trainer.editor.views.sheet_page import SheetPage  # noqa: E402

TIMES = 60

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


class Keys:
    """Presses keys in the lines of a page and waits until what was found is on the screen."""

    def __init__(self, at_hand: DeskAtHand, page: SheetPage) -> None:
        self._sheet, self._edit = at_hand.model.sheet, page.lines.edit

    def letter(self, text: str) -> None:
        """A key with that letter."""
        QTest.keyClick(self._edit, text)

    def key(self, which: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Another key."""
        QTest.keyClick(self._edit, which, modifiers)

    def control(self, which: Qt.Key) -> None:
        """Ctrl and that key."""
        self.key(which, Qt.KeyboardModifier.ControlModifier)

    def paste(self) -> None:
        """A line from elsewhere."""
        QGuiApplication.clipboard().setText("BAKER: Would you like it in a bag?\n")
        self.control(Qt.Key.Key_V)

    def undo(self) -> None:
        """The last step back."""
        self.control(Qt.Key.Key_Z)

    def offer(self) -> None:
        """Open the completion behind a name that was begun."""
        self.key(Qt.Key.Key_End)
        self.control(Qt.Key.Key_Space)
        assert self._edit.completer.is_open, "nothing was offered"

    def timed(self, name: str, press: Callable[[], None], back: Callable[[], None]) -> None:
        """60 times `press`, by the clock; `back` (not timed) undoes it."""
        shown, found = Taken(), Taken()
        for _ in range(TIMES):
            shown.begin()
            found.begin()
            press()
            QApplication.processEvents()
            shown.end()
            self._settle()
            found.end()
            self._rest()
            back()
            self._settle()
            self._rest()
        print(name)
        shown.show("  on the screen")
        found.show("  its findings")

    def _settle(self) -> None:
        while not self._sheet.fresh:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)
        QApplication.processEvents()

    def _rest(self) -> None:
        wait(lambda: True)
        time.sleep(0.02)
        # The thorough look after a rest is measured by tests/bench/desk.py.
        self._sheet._thorough.stop()


def every_kind(at_hand: DeskAtHand, page: SheetPage) -> None:
    """Every kind of key press, in the middle of the sheet."""
    keys, edit = Keys(at_hand, page), page.lines.edit
    enter, backspace = Qt.Key.Key_Return, Qt.Key.Key_Backspace
    edit.go_to(500, 3)
    keys.timed("a letter", lambda: keys.letter("a"), lambda: None)
    keys.timed("a new line", lambda: keys.key(enter), lambda: keys.key(backspace))
    keys.key(enter)
    keys.timed("Backspace that joins two lines", lambda: keys.key(backspace), lambda: keys.key(enter))
    keys.timed("Delete of a letter", lambda: keys.key(Qt.Key.Key_Delete), keys.undo)
    edit.go_to(500, 1000)
    keys.timed("Delete that joins two lines", lambda: keys.key(Qt.Key.Key_Delete), lambda: keys.key(enter))
    edit.go_to(500, 0)
    keys.timed("a line pasted", keys.paste, keys.undo)
    keys.timed("undo of a pasted line", keys.undo, keys.paste)
    at_hand.model.sheet.document.replace(506, 0, ["-> mo"])
    edit.go_to(506, 5)
    keys.offer()
    keys.timed("a completion taken with Tab", lambda: keys.key(Qt.Key.Key_Tab), lambda: (keys.undo(), keys.offer()))


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
        every_kind(at_hand, page)
        if sys.argv[1:] == ["understanding"]:
            begun = time.perf_counter()
            at_hand.model.sheet._look_thoroughly()
            at_hand.looked(300)
            print(f"looked at thoroughly in {time.perf_counter() - begun:.1f} s")
            keys = Keys(at_hand, page)
            keys.timed("a letter after it", lambda: keys.letter("a"), lambda: None)
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

"""What the screens cost: python tests/bench/ui.py prints first frame, opening, idle CPU, memory and their budgets.

Each figure comes from a fresh process, drawn into memory (a real desktop differs). Where the computer is shared, look
at the computing beside the time on the clock.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

PAGES = (
    "home",
    "home-list",
    "preview",
    "preview-every-line",
    "practice-choose",
    "after",
    "journal",
    "packs",
    "settings",
)
PAGES += ("help", "records")
IDLE = 10.0
"""Seconds of watching."""


def say(name: str, value: float, unit: str, budget: float, computed: float | None = None) -> None:
    """One line: the figure, what it may be, and the computing in it."""
    more = f"  computing {computed:7.1f} {unit}" if computed is not None else ""
    print(
        f"{name:48s} {value:8.1f} {unit:3s} (may be {budget:g}) {'ok' if value <= budget else 'OVER'}{more}", flush=True
    )


def resident() -> float:
    """Resident memory in MB."""
    text = Path("/proc/self/status").read_text(encoding="ascii")
    return int(text.split("VmRSS:")[1].split()[0]) / 1000


def first_frame(told: str = "") -> None:
    """From the first import of the program to the first picture, and to the first screen that answers."""
    began, computed = time.perf_counter(), time.process_time()
    gc.disable()  # as the command that opens the window does
    from PySide6.QtCore import QEvent, QObject  # noqa: PLC0415 - what is measured begins with the first import

    from trainer.app.desk import LiveDesk  # noqa: PLC0415
    from trainer.app.house import House  # noqa: PLC0415
    from trainer.storage.paths import assets  # noqa: PLC0415
    from trainer.ui.application import make_application, make_window  # noqa: PLC0415

    class Watch(QObject):
        painted = 0.0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and not self.painted:
                self.painted = time.perf_counter()
            return False

    application = make_application(assets())
    desk = LiveDesk(House())
    window = make_window(desk, assets())
    watch = Watch()
    application.installEventFilter(watch)
    window.show()
    while not watch.painted:
        application.processEvents()
    frame = time.perf_counter()
    computed_frame = time.process_time() - computed
    window.screens.route.go("home")
    for _ in range(3):
        application.processEvents()
    usable = time.perf_counter()
    frame_took, usable_took = (frame - began) * 1000, (usable - began) * 1000
    if told:  # no limit is set for it: nothing is in the computer's memory, and the index of the shelf is made
        print(f"{told}first frame {frame_took:.0f} ms, first usable screen {usable_took:.0f} ms", flush=True)
    else:
        say("first frame", frame_took, "ms", 500, computed_frame * 1000)
        say("first usable screen", usable_took, "ms", 800, (time.process_time() - computed) * 1000)
    application.removeEventFilter(watch)
    desk.close()


def waited(seconds: float) -> None:
    """The event loop runs as in the program. `QTest.qWait` looks a hundred times a second: nearly 1 % of a core."""
    from PySide6.QtCore import QEventLoop, QTimer  # noqa: PLC0415

    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def idle(how: str) -> None:
    """The practice page with nobody doing anything: animated, with still pictures, or hidden."""
    from tests.helpers.scripted_desk import desk  # noqa: PLC0415
    from tests.helpers.window import open_window, show_state  # noqa: PLC0415

    window = open_window(desk("en", reduced_motion=how == "still"))
    show_state(window, "practice-choose")
    if how == "hidden":
        window.hide_now()
    waited(1.5)
    computed = time.process_time()
    began = time.perf_counter()
    waited(IDLE)
    share = (time.process_time() - computed) / (time.perf_counter() - began) * 100
    say(f"idle practice page, {how}: of one core", share, "%", 8.0 if how == "animated" else 0.5)
    if how == "animated":
        say("resident without speech engines", resident(), "MB", 140)
    window.close()


def opening() -> None:
    """Every page: reading what it shows, and making it anew, as every opening does."""
    from tests.helpers.scripted_desk import desk  # noqa: PLC0415
    from tests.helpers.window import open_window, settle, show_state  # noqa: PLC0415

    window = open_window(desk("ja", reduced_motion=True, furigana="all"))

    def open_again() -> None:
        if window.screens.route.page != "practice":
            window.screens.enter()
        window._draw()
        settle(2)

    for page in PAGES:
        show_state(window, page)
        took, computed = measured(open_again)
        say(f"opening {page}", took, "ms", 150, computed)
    window.close()


def measured(call: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds on the clock and of computing."""
    began, computed = time.perf_counter(), time.process_time()
    call()
    return (time.perf_counter() - began) * 1000, (time.process_time() - computed) * 1000


def many() -> None:
    """The map and the list of two thousand scenes."""
    from tests.helpers.scripted_desk import desk  # noqa: PLC0415
    from tests.helpers.window import open_window, settle  # noqa: PLC0415

    window = open_window(desk("en", more_scenes=1962, reduced_motion=True))
    screens = window.screens
    for name, as_list in (("map", False), ("list", True)):
        screens.route.go("help")
        settle()
        screens.home.set_as_list(as_list)
        took, computed = measured(lambda: (screens.route.go("home"), settle(2)))
        say(f"{name} of 2,000 scenes", took, "ms", 300, computed)
        assert len(screens.home.cards) == 2000
    took, computed = measured(lambda: (screens.home.search("scene 19"), settle(2)))
    say("searching them", took, "ms", 300, computed)
    window.close()


JOBS: dict[str, Callable[[], None]] = {
    "very-first": lambda: first_frame("the very first start, with nothing kept yet: "),
    "first": first_frame,
    "animated": lambda: idle("animated"),
    "still": lambda: idle("still"),
    "hidden": lambda: idle("hidden"),
    "opening": opening,
    "many": many,
}


def main(wanted: list[str]) -> int:
    """Each figure in a process of its own; the very first start comes before the usual (warm) one."""
    if wanted[:1] == ["--here"]:
        JOBS[wanted[1]]()
        return 0
    with tempfile.TemporaryDirectory(prefix="engawa-bench-") as home:
        for job in wanted or JOBS:
            command = [sys.executable, str(Path(__file__)), "--here", job]
            subprocess.run(command, cwd=ROOT, env={**os.environ, "ENGAWA_HOME": home}, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

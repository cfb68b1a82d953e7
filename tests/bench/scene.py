"""How long the first picture of each place takes, and what a living picture costs: python tests/bench/scene.py"""

from __future__ import annotations

import os
import resource
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from PySide6.QtCore import QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from trainer.ui.scene.places import SETTINGS  # noqa: E402
from trainer.ui.scene.view import SceneView  # noqa: E402

SECONDS = 5


def first_paint(setting: str) -> float:
    """Milliseconds until the first picture of 1280x536 stands, three people waiting."""
    view = SceneView()
    view.resize(1280, 536)
    view.set_setting(setting)
    view.set_partner("emi")
    view.set_dials(queue=3, eyes=2, time=0)
    view.set_reduced_motion(True)
    began = time.perf_counter()
    view.grab()
    return (time.perf_counter() - began) * 1000


def cost(application: QApplication, size: tuple[int, int], *, speaking: bool = False, reduced: bool = False) -> float:
    """Percent of one core while shown for some seconds."""
    view = SceneView()
    view.resize(*size)
    view.set_dials(queue=2, eyes=2, time=0)
    view.set_reduced_motion(reduced)
    view.show()
    beats = iter(range(10**6))
    feed = QTimer()
    if speaking:
        view.set_face("speaking")
        feed.timeout.connect(lambda: view.set_mouth(abs((next(beats) % 20) / 20 - 0.5) * 2 + 0.05))
        feed.start(33)
    application.processEvents()
    before, began = resource.getrusage(resource.RUSAGE_SELF), time.perf_counter()
    QTimer.singleShot(SECONDS * 1000, application.quit)
    application.exec()
    after = resource.getrusage(resource.RUSAGE_SELF)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    view.hide()
    return 100 * used / (time.perf_counter() - began)


def main() -> None:
    """Print the figures."""
    application = QApplication([])
    paints = {setting: min(first_paint(setting) for _ in range(3)) for setting in SETTINGS}
    print("first paint, ms:", {name: round(ms, 1) for name, ms in paints.items()})
    print(f"slowest: {max(paints.values()):.1f} ms")
    print(f"1280x536 at rest: {cost(application, (1280, 536)):.1f} % of a core")
    print(f"1280x536 speaking: {cost(application, (1280, 536), speaking=True):.1f} %")
    print(f"1280x536 reduced motion: {cost(application, (1280, 536), reduced=True):.1f} %")
    print(f"1920x800 at rest: {cost(application, (1920, 800)):.1f} %")


if __name__ == "__main__":
    main()

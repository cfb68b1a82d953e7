"""The start of the window beside Anki's on the same machine in the same run: first painted frame and resident memory.

    python -m tests.bench.anki_start ANKI_PYTHON [--times 5]

ANKI_PYTHON is the python of an environment with `aqt`, PyQt6 and PyQt6-WebEngine from the package index. Both programs
start with an empty profile, drawn into memory, from the start of the process to the first painted frame of the main
window; the two take turns, and the first start of each is left out (files come from the disk then). Then each starts
three times where nothing was ever kept.
"""

from __future__ import annotations

import argparse
import compileall
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOLD = "painted"
NEW = 3
"""Starts in an empty place."""

# Runs in both: says how long ago the process began when the first large window is painted, then ends it at once.
WATCH = """
import os, time, sys
def began():
    ticks = int(open('/proc/self/stat').read().rpartition(')')[2].split()[19])
    return ticks / os.sysconf('SC_CLK_TCK')
def told():
    now = float(open('/proc/uptime').read().split()[0])
    memory = int(open('/proc/self/status').read().split('VmRSS:')[1].split()[0]) / 1024
    children = sum(
        int(open(f'/proc/{pid}/status').read().split('VmRSS:')[1].split()[0]) / 1024
        for task in os.listdir('/proc/self/task') for pid in open(f'/proc/self/task/{task}/children').read().split()
        if 'VmRSS:' in open(f'/proc/{pid}/status').read())
    print('painted', now - began(), memory, children, flush=True)
    os._exit(0)
def watcher(QtCore):
    paint = QtCore.QEvent.Type.Paint
    class Watch(QtCore.QObject):
        def eventFilter(self, watched, event):
            if event.type() == paint and watched.isWidgetType() and watched.window().width() >= 600:
                QtCore.QTimer.singleShot(0, told)
            return False
    return Watch()
"""
ANKI = f"""{WATCH}
from PyQt6 import QtCore, QtWidgets
# The questions of a first start are answered with yes.
QtWidgets.QDialog.exec = lambda self: (self.accept(), 1)[1]
QtWidgets.QMessageBox.question = lambda *_, **__: QtWidgets.QMessageBox.StandardButton.Yes
import aqt
from aqt import gui_hooks
watch = None
def ready():
    global watch
    watch = watcher(QtCore)
    aqt.mw.app.installEventFilter(watch)
gui_hooks.main_window_did_init.append(ready)
aqt.run()
"""
ENGAWA = f"""{WATCH}
from PySide6 import QtCore
from trainer.app import window
made = window.make_window
def make(*arguments):
    global watch
    shown = made(*arguments)
    watch = watcher(QtCore)
    QtCore.QCoreApplication.instance().installEventFilter(watch)
    return shown
window.make_window = make
from trainer.cli import main
sys.argv = ['engawa']
main()
"""


def as_installed() -> None:
    """What was changed is compiled, as setting up does and as Anki's files are; else each start would do it anew."""
    compileall.compile_dir(ROOT / "trainer", quiet=1)


def start(python: str, program: str, arguments: list[str], home: dict[str, str]) -> tuple[float, float, float]:
    """Seconds to the first frame, resident MB of the program and of its children then."""
    command = [python, "-c", program, *arguments]
    done = subprocess.run(command, env=home, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    line = next((line for line in done.stdout.splitlines() if line.startswith(TOLD)), "")
    if not line:
        raise SystemExit(f"Nothing was painted: {done.stderr[-2000:]}")
    _, seconds, memory, children = line.split()
    return float(seconds), float(memory), float(children)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("anki")
    parser.add_argument("--times", type=int, default=5)
    options = parser.parse_args()
    as_installed()
    with tempfile.TemporaryDirectory(prefix="start-") as name:
        home = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "ENGAWA_HOME": f"{name}/engawa", "PYTHONPATH": str(ROOT)}
        anki = {**home, "PYTHONPATH": "", "QTWEBENGINE_DISABLE_SANDBOX": "1", "XDG_RUNTIME_DIR": name}
        both: dict[str, list[tuple[float, float, float]]] = {"engawa": [], "anki": []}
        new: dict[str, list[float]] = {"engawa": [], "anki": []}
        for time in range(options.times + 1):
            ours = start(sys.executable, ENGAWA, [], home)
            theirs = start(options.anki, ANKI, ["-b", f"{name}/anki", "-l", "en"], anki)
            if time:
                both["engawa"].append(ours)
                both["anki"].append(theirs)
        for time in range(NEW):
            new["engawa"].append(start(sys.executable, ENGAWA, [], {**home, "ENGAWA_HOME": f"{name}/new-{time}"})[0])
            new["anki"].append(start(options.anki, ANKI, ["-b", f"{name}/new-anki-{time}", "-l", "en"], anki)[0])
    middle: dict[str, tuple[float, float]] = {}
    for who, rows in both.items():
        seconds, memory, children = (statistics.median(column) for column in zip(*rows, strict=True))
        print(f"{who:8s} first frame {seconds:6.2f} s   resident {memory:6.0f} MB   its children {children:6.0f} MB")
        middle[who] = (seconds, memory + children)
    times, memory = (ours / theirs for ours, theirs in zip(middle["engawa"], middle["anki"], strict=True))
    print(f"first frame as a part of Anki's {times:.2f} (may be 0.5) {'ok' if times <= 0.5 else 'OVER'}")
    first, their_first = (statistics.median(new[who]) for who in ("engawa", "anki"))
    print(f"the very first start, nothing kept yet: engawa {first:.2f} s, anki {their_first:.2f} s")
    part = first / their_first
    print(f"the very first start as a part of Anki's {part:.2f} (may be 0.5) {'ok' if part <= 0.5 else 'OVER'}")
    print(f"memory as a part of Anki's {memory:.2f} (may be 1) {'ok' if memory <= 1 else 'OVER'}")


if __name__ == "__main__":
    main()

"""The whole program in a process of its own: a real window, a real voice, real ears, and a synthetic trainee.

Run by test_spoken.py with a virtual microphone and loudspeaker in the environment. The robot clicks through the window
like a person, then answers each turn aloud into the virtual microphone (espeak through virtual_audio.sh). With
`--trouble` the voice is killed while it speaks, the recogniser while it hears, the microphone is pulled out in the
middle of a turn, and at last the sound server is killed. The robot goes on by choosing when the program says that it
cannot hear.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from trainer.app.desk import LiveDesk
from trainer.app.house import House
from trainer.app.visit import LiveVisit
from trainer.storage.paths import assets
from trainer.ui.application import make_application, make_window
from trainer.ui.main_window import MainWindow

AUDIO = Path(__file__).parents[1] / "helpers" / "virtual_audio.sh"
SCENE = "errands/shall-i-heat-it"
VOICES = {"en": "en-us", "ja": "ja"}
DEAF = ("microphone-lost", "microphone-changed", "microphone-muted", "microphone-absent")
"""Told of one of these, the robot chooses. A microphone that stands still may go on: it waits for what comes of it."""
NEWS = {"microphone-lost", "voice-unavailable"}
"""What a crash of the sound server takes away: the robot reads that before it answers again, as a person does."""
READING = 20.0
"""Seconds it waits for the news; on a busy machine they come late."""
WORDS = {
    "en": {
        "greeting": "hello",
        "heat": "yes please",
        "bag": "no thank you",
        "card": "no thank you",
        "pay": "cash please",
        "receipt": "no thank you",
        "goodbye": "thank you",
    },
    # espeak reads kana only.
    "ja": {
        "greeting": "おねがいします",
        "heat": "おねがいします",
        "bag": "いりません",
        "card": "ないです",
        "pay": "げんきんで",
        "receipt": "いりません",
        "goodbye": "ありがとうございます",
    },
}


class Robot:
    """A synthetic trainee in front of the real window."""

    def __init__(self, window: MainWindow, desk: LiveDesk, options: argparse.Namespace) -> None:
        self.window, self.desk, self.options = window, desk, options
        self.answered: set[tuple[int, str]] = set()
        self.mouths: list[subprocess.Popen[bytes]] = []
        self.troubles = {2: "voice", 3: "recogniser", 5: "gone", 6: "crash"} if options.trouble else {}
        self.seen: list[str] = []
        self.told: set[str] = set()
        self.read_by = 0.0
        self.deadline = time.monotonic() + options.seconds
        self.timer = QTimer()
        self.timer.timeout.connect(self.look)
        self.killed: dict[str, list[int]] = {}

    def walk_in(self) -> None:
        """From the garden to the counter, by clicking."""
        self.window.screens.route.go("preview", SCENE)
        QTest.qWait(100)
        self.click("preview.begin", "begin")
        self.timer.start(40)

    def click(self, *names: str) -> None:
        """Press the button with that object name, or whose name contains one of the words."""
        for button in self.window.findChildren(QAbstractButton):
            label = (button.objectName() + " " + button.accessibleName() + " " + button.text()).casefold()
            if button.isVisible() and any(name in label for name in names):
                QTest.mouseClick(button, Qt.MouseButton.LeftButton)
                return
        raise AssertionError(f"no button {names}")

    def look(self) -> None:
        """What would a person do now?"""
        if time.monotonic() > self.deadline:
            self.stop("out of time")
            return
        visit = self.desk.current
        if not isinstance(visit, LiveVisit):
            return
        view = visit.view
        note = f"{view.turn} {view.moment} {view.phase} {view.way}"
        if not self.seen or self.seen[-1] != note:
            self.seen.append(note)
        self.told |= {notice.code for notice in view.notices}
        if view.ended:
            self.stop(view.ended)
        elif view.phase == "listening":
            self.answer(visit)
        elif view.phase == "speaking" and self.troubles.get(view.turn) == "voice":
            self.make_trouble(view.turn)

    def answer(self, visit: LiveVisit) -> None:
        view = visit.view
        if self.options.trouble and view.way != "choose" and any(notice.code in DEAF for notice in view.notices):
            self.window.screens.practice.set_way("choose")
            view = visit.view
        if view.way == "choose" and view.turn >= 6:
            self.make_trouble(6)
        if (view.turn, view.way) in self.answered or self.waits_for_news():
            return
        self.answered.add((view.turn, view.way))
        if view.way == "choose":
            visit.pick(view.replies[0].id)
        elif view.way in ("speak", "read"):
            QTimer.singleShot(300, lambda: self.say(WORDS[view.language].get(view.moment, "yes")))
            # The microphone goes as the trainee begins to speak, the recogniser while it hears.
            after = {"gone": 100, "recogniser": 900}.get(self.troubles.get(view.turn, ""))
            if after is not None:
                QTimer.singleShot(after, lambda: self.make_trouble(view.turn))

    def waits_for_news(self) -> bool:
        """The sound server was killed, and the program has not yet told what that took away."""
        return time.monotonic() < self.read_by and not self.told >= NEWS

    def say(self, text: str) -> None:
        voice = VOICES[self.options.language]
        self.mouths.append(subprocess.Popen(["bash", str(AUDIO), "say", text, voice], stdout=subprocess.DEVNULL))

    def make_trouble(self, turn: int) -> None:
        """Take something away, once."""
        trouble = self.troubles.pop(turn, "")
        if trouble in ("gone", "crash"):
            subprocess.run(["bash", str(AUDIO), trouble], check=True, stdout=subprocess.DEVNULL)
            self.killed[trouble] = [turn]
        elif trouble in ("voice", "recogniser"):
            self.killed[trouble] = children(f"_{trouble}")
            for child in self.killed[trouble]:
                os.kill(child, signal.SIGKILL)
        if trouble == "crash":
            self.told.clear()
            self.read_by = time.monotonic() + READING

    def stop(self, how: str) -> None:
        self.timer.stop()
        for mouth in self.mouths:
            mouth.wait()
        alive = {name: children(f"_{name}") for name in ("voice", "recogniser")}
        told = {"ended": how, "seen": self.seen, "after": self.page_after(how), "killed": self.killed, "alive": alive}
        print(json.dumps(told, ensure_ascii=False), flush=True)
        self.window.close()
        QApplication.quit()

    def page_after(self, how: str) -> str:
        if how not in ("finished", "left"):
            return ""
        self.window.screens.route.go("after", SCENE)
        QTest.qWait(200)
        if self.options.picture:
            self.window.grab().save(self.options.picture)
        return type(self.window.page).__name__


def children(name: str) -> list[int]:
    """Our child processes with that hidden command."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes().split(b"\0")
            parent = (process / "stat").read_text().rpartition(")")[2].split()[1]
        except OSError:
            continue
        if name.encode() in command and int(parent) == os.getpid():
            found.append(int(process.name))
    return found


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--language", choices=("en", "ja"), required=True)
    parser.add_argument("--tape", type=Path, required=True)
    parser.add_argument("--trouble", action="store_true")
    parser.add_argument("--seconds", type=float, default=150.0)
    parser.add_argument("--picture", default="")
    options = parser.parse_args()
    application = make_application(assets())
    house = House()
    language = options.language
    house.change_settings(
        replace(house.settings, started=True, way="speak", screen_language=language, practice_language=language),
    )
    desk = LiveDesk(house, options.tape)
    window = make_window(desk, assets())
    window.show()
    robot = Robot(window, desk, options)
    QTimer.singleShot(100, robot.walk_in)
    application.exec()
    desk.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())

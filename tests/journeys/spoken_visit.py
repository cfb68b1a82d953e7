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

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.helpers.mouth import Mouth
from tests.helpers.robot import Robot
from tests.helpers.trainee import STEADY, Act, Trainee
from trainer.app.desk import LiveDesk
from trainer.app.house import House
from trainer.session.view import VisitView
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


class EspeakMouth(Mouth):
    """Speaks as `virtual_audio.sh say` does."""

    def _say(self, words: str, language: str, pauses: tuple[float, ...], seed: int) -> None:
        del pauses, seed
        subprocess.run(["bash", str(AUDIO), "say", words, VOICES[language]], stdout=subprocess.DEVNULL, check=False)


class Scripted(Trainee):
    """Answers aloud in the words above, and by choosing the first reply."""

    def act(self, view: VisitView) -> Act:
        if view.way == "choose":
            return Act("pick", reply=view.replies[0].id)
        return Act("speak", words=WORDS[view.language].get(view.moment, "yes"))


class Visitor(Robot):
    """The robot on one visit, and the trouble that is made meanwhile."""

    again = float("inf")

    def __init__(self, window: MainWindow, desk: LiveDesk, options: argparse.Namespace) -> None:
        super().__init__(window, desk, self.stop)
        self.options = options
        self.deaf = DEAF if options.trouble else ()
        self.troubles = {2: "voice", 3: "recogniser", 5: "gone", 6: "crash"} if options.trouble else {}
        self.seen: list[str] = []
        self.told: set[str] = set()
        self.read_by = 0.0
        self.killed: dict[str, list[int]] = {}
        self.mouth = EspeakMouth()

    def walk_in(self) -> None:
        """From the garden to the counter."""
        QTimer.singleShot(round(1000 * self.options.seconds), self, lambda: self.stop("out of time"))
        self.practise(SCENE, Scripted(0, replace(STEADY, thinks=(0.3, 0.3))), self.mouth)

    def looked(self, view: VisitView) -> None:
        note = f"{view.turn} {view.moment} {view.phase} {view.way}"
        if not self.seen or self.seen[-1] != note:
            self.seen.append(note)
        self.told |= {notice.code for notice in view.notices}
        if view.phase == "speaking" and self.troubles.get(view.turn) == "voice":
            self.make_trouble(view.turn)

    def _take_turn(self, view: VisitView) -> None:
        if view.way == "choose" and view.turn >= 6:
            self.make_trouble(6)
        if not self.waits_for_news():
            super()._take_turn(view)

    def _carry_out(self, act: Act, view: VisitView) -> None:
        # The microphone goes as the trainee begins to speak, the recogniser while it hears.
        trouble = self.troubles.get(view.turn, "")
        if act.kind == "speak" and trouble == "gone":
            self.make_trouble(view.turn)
        super()._carry_out(act, view)
        if act.kind == "speak" and trouble == "recogniser":
            QTimer.singleShot(600, self, lambda: self.make_trouble(view.turn))

    def waits_for_news(self) -> bool:
        """The sound server was killed, and the program has not yet told what that took away."""
        return time.monotonic() < self.read_by and not self.told >= NEWS

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
        self.mouth.close()
        alive = {name: children(f"_{name}") for name in ("voice", "recogniser")}
        told = {"ended": how, "seen": self.seen, "after": self.page_after(how), "killed": self.killed, "alive": alive}
        print(json.dumps(told, ensure_ascii=False), flush=True)
        self._window.close()
        QApplication.quit()

    def page_after(self, how: str) -> str:
        if how not in ("finished", "left"):
            return ""
        self._window.screens.route.go("after", SCENE)
        QTest.qWait(200)
        if self.options.picture:
            self._window.grab().save(self.options.picture)
        return type(self._window.page).__name__


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
    robot = Visitor(window, desk, options)
    QTimer.singleShot(100, robot.walk_in)
    application.exec()
    desk.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""The program's own process in the soak: the robot in the real window, and everything that can be switched, switched.

Started by tests/bench/soak.py, which makes the trouble from outside. Tells on standard output, one JSON line each: how
far it is (every 10 s), and at last what happened. With SOAK_CENSUS set it also says, on standard error, what its memory
is made of and which objects became more (tests/bench/soak_census.py).
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import time
from collections import Counter
from dataclasses import asdict
from typing import Any

from PySide6.QtCore import Qt, QTimer

from tests.bench.ready import Readiness
from tests.bench.soak_census import census, kinds
from tests.bench.watching import Watchdog
from tests.helpers.mouth import DistantMouth
from tests.helpers.robot import Robot
from tests.helpers.trainee import Temper, Trainee
from trainer.app.desk import LiveDesk
from trainer.app.house import House
from trainer.app.starting import AfterFirstPicture
from trainer.app.tidying import AfterEachPage
from trainer.storage.paths import assets
from trainer.ui.application import make_application, make_window
from trainer.ui.view_models.route import PageName

TICK = 10
"""Milliseconds of the timer whose lateness is the window's pause."""
PAGES: tuple[PageName, ...] = ("home", "journal", "packs", "settings", "microphone", "records", "help", "preview")
"""Looked at between two visits, two of them each time."""
TEMPER = Temper(thinks=(0.5, 1.5))
"""A person does not choose within a hundredth of a second."""
READING = 1500
"""Milliseconds in the preview: less than a person needs to find the button."""
LOOKING = 400
"""Milliseconds for each."""
QUICK = Temper(thinks=(0.1, 0.3), leaves=0.0)
QUICK_READING, QUICK_TURNS = 500, 1
"""With --quick: many short visits, so that every scene is met in minutes and what stays behind shows."""
SWITCHES: dict[str, tuple[Any, ...]] = {
    "theme": ("light", "dark", "contrast", "system"),
    "text_scale": (1.0, 1.3, 2.0),
    "reduced_motion": (False, True),
    "furigana": ("off", "first", "all"),
    "partner": ("mina", "emi", "noface"),
    "volume": (0.4, 0.8),
    "sound": (True, True, False),
    "pace": (0.8, 1.0, 1.2),
    "push_to_talk": (False, True),
    "headphones": (False, True),
    "quiet_voice": (False, True),
    "pause": (2.0, 4.0, 6.0),
    "pause_learnt": (True, False),
    "show_words_first": (False, True),
    "keep_words": (False, True),
    "learn_my_words": (False, True),
    "window_title_neutral": (False, True),
}
EVERY = (8.0, 30.0)
"""Seconds between two switches in the middle of whatever is going on."""


class Soak:
    """Scene after scene until the time is up."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.dice = random.Random(options.seed)
        self.application = make_application(assets())
        self.house = House()
        self.desk = LiveDesk(self.house)
        self.window = make_window(self.desk, assets())
        self.settings = self.window.screens.settings
        self.settings.change(started=True, way="speak", theme="light")
        AfterFirstPicture(self.window, self.stands)  # as the program does
        AfterEachPage(self.window)
        self.window.show()
        self.mouth = DistantMouth(noise=20.0)
        self.robot = Robot(self.window, self.desk, self.next_scene)
        self.scenes = sorted(card.address for card in self.desk.scenes())
        self.ready = Readiness(self.house.partner_voice(self.desk.hub.post))
        self.dog = Watchdog(TICK / 1000)
        self.began = time.monotonic()
        self.visits = 0
        self.endings: Counter[str] = Counter()
        self.switched: Counter[str] = Counter()
        self.known: Counter[str] = Counter()
        self.timers: list[QTimer] = []
        self.later = QTimer.singleShot
        self.later(200, self.next_scene)
        self.later(30_000, self.switch)
        self.repeat(TICK, self.dog.beat)
        self.repeat(10_000, self.tell)
        if "SOAK_CENSUS" in os.environ:
            self.repeat(60_000, self.census)

    def stands(self) -> None:
        self.house.warm("en")
        self.window.screens.home.get_ready()

    def repeat(self, milliseconds: int, call: Any) -> None:  # noqa: ANN401 - any slot
        timer = QTimer()
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(call)
        timer.start(milliseconds)
        self.timers.append(timer)

    def minutes(self) -> float:
        return (time.monotonic() - self.began) / 60

    def doing(self, what: str) -> None:
        self.dog.doing = what

    def next_scene(self, how: str = "") -> None:
        if how:
            self.endings[how] += 1
        if self.minutes() >= self.options.minutes:
            self.finish()
            return
        pages = self.dice.sample(PAGES, 2)
        if how == "finished" and self.dice.random() < 0.5:
            pages.insert(0, "after")
        self.look_at(pages)

    def look_at(self, pages: list[PageName]) -> None:
        """One page after the other, then the next scene."""
        if not pages:
            self.begin()
            return
        page, *others = pages
        self.doing(f"page {page}")
        if page == "home":
            self.window.screens.home.set_as_list(self.dice.random() < 0.5)
        self.window.screens.route.go(page, self.dice.choice(self.scenes) if page == "preview" else "")
        self.later(LOOKING, lambda: self.look_at(others))

    def begin(self) -> None:
        language = ("en", "ja")[self.visits % 2]
        scene = self.scenes[(self.visits // 2) % len(self.scenes)]
        self.visits += 1
        self.doing(f"{scene} {language}")
        way = self.dice.choice(("choose", "type", "speak", "speak", "read"))
        self.settings.change(practice_language=language, screen_language=language, way=way)
        self.later(LOOKING, lambda: self.open(scene))  # a person does one thing after the other

    def open(self, scene: str) -> None:
        """The scene before it, its dials turned."""
        preview = self.window.screens.preview
        preview.open(scene)
        for dial in preview.scene.dials if preview.scene is not None else ():
            preview.set_dial(dial.name, self.dice.randint(dial.low, dial.high))
        preview.set_tension(self.dice.choice((None, 3, 8)))
        preview.set_swapped(self.dice.random() < 0.1)
        temper, turns, reading = (QUICK, QUICK_TURNS, QUICK_READING) if self.options.quick else (TEMPER, 14, READING)
        trainee = Trainee(self.options.seed * 10_000 + self.visits, temper, longest=turns)
        self.window.screens.route.go("preview", scene)
        self.later(reading, lambda: self.robot.practise(scene, trainee, self.mouth))

    def switch(self) -> None:
        """One setting becomes another, whatever is going on."""
        name = self.dice.choice([*SWITCHES, "microphone", "speaker_device"])
        values = SWITCHES.get(name) or ("", *self.devices(name))
        self.settings.change(**{name: self.dice.choice(values)})
        if name == "push_to_talk":  # the robot holds no key down
            self.later(5000, lambda: self.settings.change(push_to_talk=False))
        self.switched[name] += 1
        self.later(int(1000 * self.dice.uniform(*EVERY)), self.switch)

    def devices(self, name: str) -> list[str]:
        listed = self.desk.microphones() if name == "microphone" else self.desk.speakers()
        return [device.id for device in listed]

    def tell(self) -> None:
        print(json.dumps({"minute": self.minutes(), "visits": self.visits, "turns": self.robot.turns}), flush=True)

    def census(self) -> None:
        """What memory is made of, and which kinds of objects became more since last time."""
        self.known, more = kinds(self.known)
        told = {"visits": self.visits, "lines_mb": round(self.ready.cache_size / 2**20, 1), **census(), "more": more}
        print("census", json.dumps(told), file=sys.stderr, flush=True)

    def finish(self) -> None:
        told = self.told()
        self.mouth.close()
        self.window.close()
        self.desk.close()
        print(json.dumps(told, ensure_ascii=False), flush=True)
        self.application.quit()

    def told(self) -> dict[str, Any]:
        pauses = sorted(self.dog.pauses, key=lambda pause: -pause.late)
        return {
            "minutes": round(self.minutes(), 1),
            "visits": self.visits,
            "turns": self.robot.turns,
            "endings": dict(self.endings),
            "deeds": dict(self.robot.deeds),
            "switched": dict(self.switched),
            "ready": self.ready.told(),
            "longest_pause_ms": round(self.dog.longest * 1000),
            "pauses_over_100_ms": len(pauses),
            "of_them_without_waiting_for_a_core": sum(pause.late - pause.core > 0.1 for pause in pauses),
            "of_them_without_a_helper_waiting_either": sum(
                pause.late - pause.core - pause.helper > 0.1 for pause in pauses
            ),
            "of_them_computing_over_100_ms": sum(pause.own > 0.1 for pause in pauses),
            "pauses": [asdict(pause) for pause in pauses],
        }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--quick", action="store_true", help="many visits of one turn")
    soak = Soak(parser.parse_args())
    soak.application.exec()
    return 0


if __name__ == "__main__":
    sys.exit(main())

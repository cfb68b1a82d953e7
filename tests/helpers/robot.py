"""A conversation robot: a synthetic trainee that practises any scene through the real window and virtual devices.

It presses buttons and keys of the real window and speaks aloud into the virtual microphone. What it does is decided by
its `Trainee`, seeded; it only carries that out. Trouble (killed children, a microphone that goes) is made by whoever
runs it: see tests/journeys/spoken_visit.py and tests/bench/soak.py.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from tests.helpers.mouth import DistantMouth, Mouth
from tests.helpers.trainee import Act, Trainee
from trainer.app.desk import LiveDesk
from trainer.app.visit import LiveVisit
from trainer.session.view import VisitView
from trainer.ui.main_window import MainWindow

LOOKS = 40
"""Milliseconds between two looks at the screen."""
AGAIN = 7.0
"""Seconds without any change after which the robot, like a person, does something again."""
DOOR = 10.0
"""Seconds that the button which begins the scene may need to be there."""
PATIENT = 60.0
"""Seconds after which a robot that sees no change says so and leaves."""
WAY_KEYS = {way: key for key, way in enumerate(("listen", "choose", "type", "read", "speak"), Qt.Key.Key_1)}
DEAF = ("microphone-lost", "microphone-muted", "microphone-stalled", "microphone-absent")


class Robot(QObject):
    """Practises one scene at a time; `on_end` is told how it ended ("finished", "left", "stuck").

    `deaf` are the notices after which it chooses instead of speaking; `again` as AGAIN.
    """

    deaf: tuple[str, ...] = DEAF
    again = AGAIN

    def __init__(self, window: MainWindow, desk: LiveDesk, on_end: Callable[[str], None]) -> None:
        super().__init__(window)
        self._window, self._desk, self._on_end = window, desk, on_end
        self._trainee = Trainee(0)
        self._facing: tuple[object, ...] = ()
        self._thinking = 0.0
        self._mouth: Mouth | DistantMouth | None = None
        self._done: tuple[object, ...] = ()
        self._changed = self._acted = time.monotonic()
        self._seen: VisitView | None = None
        self._leaving = False
        self.deeds: Counter[str] = Counter()
        self.turns = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)

    def practise(self, scene: str, trainee: Trainee, mouth: Mouth | DistantMouth | None) -> None:
        """From the preview to the end. Without a mouth the robot only chooses and types."""
        self._trainee, self._mouth = trainee, mouth
        self._done, self._facing, self._seen, self._leaving = (), (), None, False
        self._changed = time.monotonic()
        self._window.screens.route.go("preview", scene)
        until = time.monotonic() + DOOR
        while not self._press("begin"):
            assert time.monotonic() < until, "there is no button to begin with"
            QTest.qWait(50)
        self._timer.start(LOOKS)

    def _look(self) -> None:
        visit = self._desk.current
        if not isinstance(visit, LiveVisit):
            return
        view = visit.view
        if view != self._seen:
            self.turns += self._seen is not None and view.turn != self._seen.turn
            self._seen, self._changed = view, time.monotonic()
        self.looked(view)
        if view.ended:
            self._end(view.ended)
        elif time.monotonic() - self._changed > PATIENT:
            self._end("stuck")
        elif view.phase == "breathing":
            self._press("breath-back")
        elif view.phase == "listening":
            if time.monotonic() - self._acted > self.again:
                self._done = ()
            self._take_turn(view)

    def looked(self, view: VisitView) -> None:
        """At every look, before anything is done: for whoever watches along."""

    def _take_turn(self, view: VisitView) -> None:
        if self._mouth is not None and view.way in ("read", "speak") and self._deaf(view):
            self._key(WAY_KEYS["choose"], Qt.KeyboardModifier.ControlModifier)
            return
        # Once for each time one is asked: after a hint or a repeated line the turn is the same, the view is not.
        asked = (view.turn, view.way, view.hint_level, view.asked, view.captions)
        if asked == self._done:
            return
        if asked != self._facing:
            self._facing, self._thinking = asked, time.monotonic() + self._trainee.thinks()
        if time.monotonic() < self._thinking:
            return
        self._done, self._acted = asked, time.monotonic()
        act = self._trainee.act(view)
        if act.kind == "speak" and self._mouth is None:
            act = Act("pick", reply=view.replies[0].id) if view.replies else Act("quiet")
        self.deeds[act.kind] += 1
        self._carry_out(act, view)

    def _carry_out(self, act: Act, view: VisitView) -> None:
        if act.kind == "pick":
            self._pick(act.reply, view)
        elif act.kind == "type":
            self._type(act.words)
        elif act.kind == "speak" and self._mouth is not None:
            self._mouth.say(act.words, view.language, act.pauses, self._trainee.seed)
        elif act.kind == "way":
            self._key(WAY_KEYS[act.way], Qt.KeyboardModifier.ControlModifier)
        elif act.kind == "asked":
            self._press(act.reply)
        elif act.kind == "hide":
            self._key(Qt.Key.Key_F9)
            QTimer.singleShot(300, self, lambda: self._key(Qt.Key.Key_F9))
        elif act.kind == "again":
            self._key(Qt.Key.Key_F5)
        elif act.kind == "leave":
            self._leave()
        else:
            self._press({"quiet": "stay-quiet", "help": "stuck", "breathe": "breathe", "go on": "go-on"}[act.kind])

    def _pick(self, reply: str, view: VisitView) -> None:
        number = next((at for at, offered in enumerate(view.replies, 1) if offered.id == reply), 1)
        if not self._press(f"reply:{number}"):
            self._key(WAY_KEYS["choose"], Qt.KeyboardModifier.ControlModifier)
            self._done = ()

    def _type(self, words: str) -> None:
        field = self._find(QLineEdit, "answer")
        if field is None:
            return
        field.setFocus()
        field.setText(words)
        QTest.keyClick(field, Qt.Key.Key_Return)

    def _leave(self) -> None:
        visit = self._desk.current
        if isinstance(visit, LiveVisit) and not self._leaving:
            self._leaving = True
            visit.leave()

    def _deaf(self, view: VisitView) -> bool:
        return any(notice.code in self.deaf for notice in view.notices)

    def _end(self, how: str) -> None:
        self._timer.stop()
        self.deeds[f"ended {how}"] += 1
        QTimer.singleShot(0, self, lambda: self._on_end(how))

    def _find(self, kind: type, name: str) -> QWidget | None:
        found = (widget for widget in self._window.findChildren(kind, name) if widget.isVisible())
        return next(found, None)

    def _press(self, name: str) -> bool:
        button = self._find(QAbstractButton, name)
        if button is None or not button.isEnabled():
            return False
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        return True

    def _key(self, key: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self._window, Qt.Key(key), modifier)

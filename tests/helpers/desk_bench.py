"""The facilitator's desk over a real house whose voice and ears are driven by hand, for tests and pictures."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.helpers.hand_parts import HandEars, HandVoice
from tests.helpers.scripted_desk import ScriptedDesk, desk
from tests.helpers.window import settle
from trainer.app.house import House
from trainer.app.hub import Hub
from trainer.app.workbench import LiveBench
from trainer.editor.view_models.desk import DeskModel
from trainer.editor.views.window import DeskWindow
from trainer.session.ports import Ears, Voice
from trainer.speech import Post
from trainer.storage.paths import Places, assets
from trainer.ui.application import make_application
from trainer.ui.translation import Translations
from trainer.ui.view_models.settings import SettingsModel


class HandHouse(House):
    """A house that neither speaks nor listens by itself."""

    hand_voice: HandVoice | None = None
    hand_ears: HandEars | None = None

    def voice(self, post: Post) -> Voice:
        if self.hand_voice is None:
            self.hand_voice = HandVoice(post)
        return self.hand_voice

    def ears(self, post: Post) -> Ears:
        if self.hand_ears is None:
            self.hand_ears = HandEars(post)
        return self.hand_ears


class DeskAtHand:
    """A shown desk window with everything behind it."""

    def __init__(self, home: Path, language: str = "en", size: tuple[int, int] = (1280, 800), **look: object) -> None:
        make_application(assets())
        self.translations = Translations(assets() / "translations")
        self.translations.use(language)
        self.scripted: ScriptedDesk = desk(language, reduced_motion=True, **look)  # type: ignore[arg-type]
        self.house = HandHouse(Places(home, home, home / "cache"))
        self.house.settings = self.scripted.settings()
        self.bench = LiveBench(self.house, Hub())
        self.model = DeskModel(self.bench)
        self.window = DeskWindow(self.model, SettingsModel(self.scripted))
        self.window.resize(*size)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)
        settle()

    def close(self) -> None:
        """Everything away."""
        self.window.close()
        self.window.deleteLater()
        self.bench.close()
        self.house.close()
        self.translations.clear()
        settle()

    def child(self, name: str, kind: type[QWidget] = QWidget) -> QWidget:
        """A control by its name."""
        found = self.window.findChild(kind, name)
        assert isinstance(found, QWidget), f"there is no {name}"
        return found

    def click(self, name: str) -> None:
        """As a mouse presses."""
        target = self.child(name)
        assert target.isVisible() and target.isEnabled(), f"{name} cannot be pressed"
        QTest.mouseClick(target, Qt.MouseButton.LeftButton)
        settle()

    def looked(self, seconds: float = 30.0) -> None:
        """Wait until the sheet has been looked at thoroughly, as it stands now."""
        sheet = self.model.sheet
        wait(lambda: sheet.settled, seconds)


def wait(until: Callable[[], bool], seconds: float = 20.0) -> None:
    """Let things happen until that is so."""
    end = time.monotonic() + seconds
    while not until():
        assert time.monotonic() < end, "it did not come"
        settle(1)
        time.sleep(0.005)
    settle()


def compose(target: QWidget, *commits: str) -> None:
    """Write Japanese as an input method does: letters being composed, then the words, line by line."""
    for number, words in enumerate(commits):
        for length in range(1, len(words), 3):
            QApplication.sendEvent(target, QInputMethodEvent(words[:length], []))
        event = QInputMethodEvent("", [])
        event.setCommitString(words)
        QApplication.sendEvent(target, event)
        if number < len(commits) - 1:
            QTest.keyClick(target, Qt.Key.Key_Return)
    settle(1)


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """As a person presses: to whatever has the focus."""
    target = QApplication.focusWidget()
    assert target is not None, "nothing has the focus"
    QTest.keyClick(target, key, modifiers)
    settle()


def tab_to(name: str, most: int = 90) -> QWidget:
    """Walk with Tab until that control has the focus."""
    for _ in range(most):
        focused = QApplication.focusWidget()
        if focused is not None and focused.objectName() == name:
            return focused
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never came to {name}")

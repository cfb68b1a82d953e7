"""A page is made in steps: the window answers between them, and nothing half made is seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.scripted_desk import ScriptedDesk, desk
from tests.helpers.window import open_window, settle, show_state
from trainer.speech import DeviceInfo
from trainer.ui import turning
from trainer.ui.kit.leading import Paragraphs
from trainer.ui.kit.text import Text
from trainer.ui.main_window import MainWindow
from trainer.ui.scene import raster
from trainer.ui.scene.view import SceneView
from trainer.ui.turning import ENOUGH, Turning
from trainer.ui.views import settings_voice
from trainer.ui.views.help import HelpView
from trainer.ui.views.practice import PracticePage
from trainer.ui.views.settings import SettingsPage
from trainer.ui.views.settings_widgets import Picker


@pytest.fixture
def window() -> Iterator[MainWindow]:
    made = open_window(desk("en", reduced_motion=True))
    yield made
    made.close()


def until_drawing(window: MainWindow) -> None:
    for _ in range(10):
        QApplication.processEvents()
        if window.drawing:
            return
    raise AssertionError("no page is being made")


class Painted(QObject):
    """Which widgets of a page were painted."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.seen.append(watched)
        return False


def test_the_event_loop_turns_between_the_steps(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turning, "ENOUGH", 0.0)  # however quick the machine, each step has a turn of its own
    beats: list[bool] = []
    timer = QTimer()
    timer.timeout.connect(lambda: beats.append(window.drawing))
    timer.start(0)
    window.screens.route.go("settings")
    settle()
    timer.stop()
    assert sum(beats) >= 5
    assert isinstance(window.page, SettingsPage)
    assert window.page.findChild(QWidget, "try-hide") is not None


def test_nothing_is_painted_before_the_page_is_whole(window: MainWindow) -> None:
    painted = Painted()
    QApplication.instance().installEventFilter(painted)  # type: ignore[union-attr]
    window.screens.route.go("settings")
    until_drawing(window)
    while window.drawing:
        inside = [one for one in painted.seen if isinstance(one, QWidget) and window.isAncestorOf(one)]
        assert not inside
        QApplication.processEvents()
    settle()
    QApplication.instance().removeEventFilter(painted)  # type: ignore[union-attr]
    assert any(one is window.page for one in painted.seen)


def test_most_of_a_page_is_laid_out_before_it_shows(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """Showing it lays out the whole of it in one step, in which the window does not answer."""
    monkeypatch.setattr(turning, "ENOUGH", 0.0)

    for name in ("settings", "records"):
        window.screens.route.go(name)  # type: ignore[arg-type]
        until_drawing(window)
        laid: dict[Text, list[Paragraphs]] = {}
        while window.drawing:
            if window.page is not None and not window.page.isVisible():
                laid = {text: list(text._kept) for text in window.page.findChildren(Text) if text.wordWrap()}
            QApplication.processEvents()
        ready = [any(one.breaks_as_at(text.contentsRect().width()) for one in ones) for text, ones in laid.items()]
        assert sum(ready) > 0.9 * len(ready) > 10, name
        settle()


def test_hiding_does_not_wait_for_the_page(window: MainWindow) -> None:
    window.screens.route.go("settings")
    until_drawing(window)
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert window.hidden
    assert window.centralWidget().updatesEnabled()
    settle()
    assert window.hidden
    assert window.page is not None
    assert not window.page.isVisible()
    QTest.keyClick(window, Qt.Key.Key_F9)
    settle()
    assert window.page.isVisible()
    assert window.page.findChild(QWidget, "try-hide") is not None


def redrawn_practice(window: MainWindow) -> PracticePage:
    """The practice page as it is made anew, its frame in the window and not yet filled."""
    show_state(window, "practice-choose")
    window.screens.settings.change(theme="dark")
    for _ in range(200):
        QApplication.processEvents()
        page = window.page
        if window.drawing and isinstance(page, PracticePage) and page.parent() is not None and not page._ready:
            return page
    raise AssertionError("the practice page was not made anew in steps")


def test_hiding_while_a_practice_page_is_filled_stills_its_picture(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turning, "ENOUGH", 0.0)
    page = redrawn_practice(window)
    QTest.keyClick(window, Qt.Key.Key_F9)
    settle()
    assert window.hidden
    assert page._ready
    assert page.stage.scene._covered
    QTest.keyClick(window, Qt.Key.Key_F9)
    settle()
    assert page.isVisible()
    assert not page.stage.scene._covered


def test_the_dials_may_be_asked_for_while_a_practice_page_is_filled(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turning, "ENOUGH", 0.0)
    page = redrawn_practice(window)
    window.screens.practice.set_drawer(True)
    assert page._ready, "what is asked for is there at once"
    settle()
    assert page.drawer.isVisible()
    assert page.panel.isVisibleTo(page)


def test_no_picture_of_a_scene_waits_for_more_than_one_of_its_layers(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, within = 0, [0]
    rasterise, paint = raster.rasterise, SceneView.paint_picture

    def counted(*given: Any) -> raster.Tile:
        nonlocal made
        made += 1
        return rasterise(*given)

    def painted(scene: SceneView, painter: QPainter) -> None:
        before = made
        paint(scene, painter)
        within.append(made - before)

    monkeypatch.setattr(raster, "rasterise", counted)
    monkeypatch.setattr(SceneView, "paint_picture", painted)
    show_state(window, "practice-choose")
    settle()
    window.resize(window.width(), window.height() - 120)
    settle()
    assert isinstance(window.page, PracticePage)
    window.page.stage.scene.grab()
    assert made >= 8  # in two sizes the place behind and before, a body, a head, arms
    assert max(within) <= 1


def test_the_last_place_asked_for_is_the_one_that_shows(window: MainWindow) -> None:
    for page in ("settings", "packs", "help"):
        window.screens.route.go(page)  # type: ignore[arg-type]
        until_drawing(window)
    settle()
    assert isinstance(window.page, HelpView)
    assert window.page.isVisible()
    assert [one for one in window.findChildren(QWidget, "page") if one is not window.page] == []


def test_the_keyboard_stays_where_it_was_through_two_changes_of_look(window: MainWindow) -> None:
    window.screens.route.go("settings")
    settle()
    assert window.page is not None
    window.activateWindow()
    button = window.page.findChild(QWidget, "try-hide")
    assert button is not None
    button.setFocus()
    window.screens.settings.change(theme="dark")
    until_drawing(window)
    window.screens.settings.change(text_scale=1.5)
    settle()
    focused = window.page.focusWidget()
    assert focused is not None
    assert focused.objectName() == "try-hide"


def test_the_keyboard_is_never_nowhere(window: MainWindow) -> None:
    for page, name in (("settings", "nav:home"), ("records", "back"), ("help", "nav:home")):
        window.screens.route.go(page)  # type: ignore[arg-type]
        settle()
        assert window.page is not None
        focused = window.page.focusWidget()
        assert focused is not None
        assert focused.objectName() == name


class SlowSound(ScriptedDesk):
    """No microphone is known before the third question."""

    questions = 0

    def microphones(self) -> Sequence[DeviceInfo]:
        self.questions += 1
        return () if self.questions < 3 else super().microphones()


def test_microphones_that_are_known_later_are_listed_later(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setattr(settings_voice, "AGAIN", 1)
    slow = SlowSound(replace(desk("en", reduced_motion=True).settings(), microphone="usb"))
    made = open_window(slow)
    made.screens.route.go("settings")
    settle()
    assert made.page is not None
    (picker,) = [one for one in made.page.findChildren(Picker) if one.accessibleName() == "Microphone"]
    qtbot.waitUntil(lambda: picker.count() == 3)
    assert picker.currentData() == "usb"
    assert slow.questions == 3
    made.close()


def test_a_window_that_closes_makes_no_more_pages(window: MainWindow) -> None:
    window.screens.route.go("settings")
    until_drawing(window)
    window.close()
    assert not window.drawing


def test_steps_that_are_short_share_a_turn_and_finish_does_the_rest() -> None:
    done: list[int] = []

    def steps() -> Iterator[None]:
        for number in range(4):
            done.append(number)
            if number == 1:
                QTest.qSleep(round(ENOUGH * 2000))
            yield

    parent = QObject()
    turning = Turning(parent)
    turning.begin(steps())
    assert done == []
    QApplication.processEvents()
    assert done[:2] == [0, 1]
    turning.finish()
    assert done == [0, 1, 2, 3]
    assert not turning.under_way

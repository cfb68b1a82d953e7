"""Practice in a window low for its text: when a turn begins, words, face and the first answer are all in sight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.helpers.scripted_desk import desk
from tests.helpers.window import cut_off, open_window, settle, show_state, visit_of
from trainer.speech import Way
from trainer.ui.main_window import MainWindow
from trainer.ui.scene.raster import fit_scene
from trainer.ui.views.practice import PracticePage

LOW, USUAL = (1024, 600), (1280, 800)
TWO_ROWS = {
    "en": "Would you like me to heat it up, or is it fine?",
    "ja": "こちらのお弁当、温めますか。それともそのままで大丈夫ですか。",
}
FACE = (726.0, 112.0, 148.0, 172.0)
"""The skull in the design space of the pictures; the look book tells it."""


@pytest.fixture(scope="module", params=["en", "ja"])
def window(request: pytest.FixtureRequest, qapp: Any) -> Iterator[MainWindow]:
    made = open_window(desk(request.param, reduced_motion=True, furigana="all", text_scale=2.0), LOW)
    yield made
    made.close()
    made.deleteLater()
    settle()


def _page(window: MainWindow) -> PracticePage:
    assert isinstance(window.page, PracticePage)
    return window.page


def _turn(window: MainWindow, way: Way, line: str = "") -> PracticePage:
    """A turn begins: the partner has said this line (or the scene's own)."""
    show_state(window, "practice-speaking")
    window.screens.practice.set_way(way)
    visit = visit_of(window)
    if line:
        visit.set(captions=(replace(visit.view.captions[-1], text=line),))
    settle()
    visit.end_line()
    settle()
    return _page(window)


def _first(page: PracticePage, way: Way) -> QWidget:
    """What one answers with first."""
    panel = page.panel
    if way == "choose":
        return panel.choose.cards[0].card
    found = panel.typing.field if way == "type" else panel.bodies[way].findChild(QWidget, "microphone")
    assert found is not None
    return found


def _seen(page: PracticePage, widget: QWidget) -> bool:
    """Is all of it within what the page shows without scrolling?"""
    view = page.area.viewport()
    return widget.isVisible() and view.rect().contains(
        QRect(widget.mapTo(view, widget.rect().topLeft()), widget.size())
    )


@pytest.mark.parametrize("two", [False, True], ids=["own line", "two rows"])
def test_the_first_answer_is_in_sight_when_a_turn_begins(window: MainWindow, two: bool) -> None:
    line = TWO_ROWS[window.screens.settings.now.screen_language] if two else ""
    ways: tuple[Way, ...] = ("choose", "type", "speak")
    for way in ways:
        page = _turn(window, way, line)
        rows = page.stage.bubble._blocks(page.stage.bubble.width())[0][2]
        assert len(rows) == (2 if two else 1), "the line is as long as this test means it"
        assert page.area.verticalScrollBar().value() == 0
        assert _seen(page, page.stage.bubble), way
        assert _seen(page, _first(page, way)), way
        assert cut_off(page) == []


def test_the_face_in_the_small_picture_is_whole(window: MainWindow) -> None:
    scene = _turn(window, "choose").stage.scene
    face = fit_scene(scene.width(), scene.height(), close=True).rect(FACE)
    assert scene.rect().contains(face.toAlignedRect())
    assert face.height() > scene.height() / 3, "and large enough to be read"


def test_icons_keep_their_names(window: MainWindow) -> None:
    page = _turn(window, "choose")
    ways = page.panel.ways.buttons
    icons = [page.stage.again, page.stage.slower, page.stage.words, *(ways[way] for way in ways if way != "choose")]
    for button in icons:
        assert button.icon_only and button.accessibleName() and button.toolTip() == button.accessibleName()
    assert not ways["choose"].icon_only, "the chosen one keeps its word"
    page.stage.words.click()
    settle()
    assert page.stage.words.icon_only and page.stage.words.toolTip() == page.stage.words.accessibleName()
    page.stage.words.click()


def test_the_tab_key_goes_from_the_words_to_the_ways_to_the_answers(window: MainWindow) -> None:
    page = _turn(window, "choose")
    page.stage.bubble.setFocus(Qt.FocusReason.TabFocusReason)
    stage, panel = page.stage, page.panel
    buttons = (stage.again, stage.slower, stage.words, panel.ways.buttons["choose"], panel.quiet, panel.stuck)
    expected = [one for one in (*buttons, panel.choose.cards[0].card) if one.isEnabled()]
    reached = []
    for _ in expected:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert reached == expected


def test_with_room_everything_has_its_words(window: MainWindow) -> None:
    window.screens.settings.change(text_scale=1.0)
    window.resize(*USUAL)
    settle()
    try:
        page = _turn(window, "choose")
        assert page.stage.scene.width() == page.stage.width()
        assert not any(button.icon_only for button in (page.stage.again, page.panel.stuck, page.panel.quiet))
        assert not any(button.icon_only for button in page.panel.ways.buttons.values())
        assert page.panel.status.isVisible() or page.panel.status_below.isVisible()
    finally:
        window.screens.settings.change(text_scale=2.0)
        window.resize(*LOW)
        settle()

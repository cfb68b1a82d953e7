"""What a page held goes soon after it was left, not when the collector happens to come."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.helpers.window import open_window, settle, show_state
from trainer.app import tidying
from trainer.app.tidying import AfterEachPage
from trainer.ui.views.practice import PracticePage


@pytest.fixture
def lazy_collector() -> Iterator[None]:
    """By itself it finds nothing to do."""
    before = gc.get_threshold()
    gc.set_threshold(1_000_000)
    yield
    gc.set_threshold(*before)


@pytest.mark.usefixtures("lazy_collector")
def test_a_scene_that_was_left_is_held_by_nothing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    given_back: list[int] = []
    monkeypatch.setattr(tidying, "give_back_spare", lambda: given_back.append(1))
    window = open_window()
    AfterEachPage(window)
    show_state(window, "practice-choose")
    settle()
    assert isinstance(window.page, PracticePage)
    picture = weakref.ref(window.page.stage.scene)
    qtbot.waitUntil(lambda: bool(given_back))
    given_back.clear()
    assert picture() is not None
    window.screens.route.go("help")
    settle()
    qtbot.waitUntil(lambda: bool(given_back))
    assert picture() is None
    window.close()

"""The facilitator's window from the program: opened once, follows the settings, keeps what is written when it goes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.helpers.desk_bench import HandHouse
from tests.helpers.window import ASSETS, settle
from trainer.app.desk import LiveDesk
from trainer.editor.view_models.guided import Guided, first_scene
from trainer.editor.views.sheet_page import SheetPage
from trainer.editor.views.window import DeskWindow
from trainer.storage.paths import Places
from trainer.ui.application import make_application


@pytest.fixture
def desk(qapp: Any, tmp_path: Path) -> Iterator[LiveDesk]:
    make_application(ASSETS)
    made = LiveDesk(HandHouse(Places(tmp_path, tmp_path, tmp_path / "cache")))
    yield made
    made.close()
    settle()


def windows() -> list[DeskWindow]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, DeskWindow) and one.isVisible()]


@pytest.mark.qt_log_ignore("does not support raise")
def test_one_window_that_comes_back(desk: LiveDesk) -> None:
    assert desk.open_editor() and desk.open_editor()
    settle()
    assert len(windows()) == 1
    window = windows()[0]
    assert window.model.page == "start"
    desk.set_settings(replace(desk.settings(), theme="dark"))
    settle()
    assert "#191E21" in window.styleSheet()
    window.close()
    settle()
    assert windows() == []
    assert desk.open_editor()
    settle()
    assert len(windows()) == 1


@pytest.mark.qt_log_ignore("does not support raise")
def test_what_is_written_is_kept_when_the_program_ends(desk: LiveDesk, tmp_path: Path) -> None:
    path = tmp_path / "a.scene.txt"
    path.write_text(first_scene(Guided("en")), "utf-8")
    assert desk.open_editor(str(path))
    settle()
    page = windows()[0].page
    assert isinstance(page, SheetPage)
    page.lines.edit.go_to(0, 5)
    QTest.keyClicks(page.lines.edit, "!")
    desk.close()
    assert path.read_text("utf-8").startswith("scene!:")


@pytest.mark.qt_log_ignore("does not support raise")
def test_hiding_turns_it_into_a_plain_page(desk: LiveDesk) -> None:
    assert desk.open_editor()
    settle()
    window = windows()[0]
    window.hide_now()
    settle()
    assert window.hidden and window.windowTitle() == "Notes"
    window.toggle_hide()
    assert not window.hidden and window.windowTitle() == "Engawa"

"""What a screen reader is told: every control has a name and a role, on every screen, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QWidget

from tests.helpers.accessible import nodes
from tests.helpers.scripted_desk import desk
from tests.helpers.window import STATES, open_window, settle, show_state, visit_of
from trainer.ui.kit.dial import DialSlider
from trainer.ui.main_window import MainWindow

Role = QAccessible.Role
QUIET_ROLES = {Role.Client, Role.NoRole}


@pytest.fixture(scope="module", params=["en", "ja"])
def window(request: pytest.FixtureRequest, qapp: Any) -> Iterator[MainWindow]:
    made = open_window(desk(request.param, reduced_motion=True))
    yield made
    made.close()
    made.deleteLater()
    settle()


def shown(window: MainWindow) -> QWidget:
    page = window._hidden if window.hidden else window.page
    assert page is not None
    return page


@pytest.mark.parametrize("state", STATES)
def test_every_control_has_a_name_and_a_role(window: MainWindow, state: str) -> None:
    show_state(window, state)
    seen = 0
    for node in nodes(shown(window)):
        if not node.state().focusable:
            continue
        seen += 1
        thing = node.object()
        place = f"{type(thing).__name__} in {state}"
        assert node.text(QAccessible.Text.Name).strip(), f"{place} has no name"
        assert node.role() not in QUIET_ROLES, f"{place} has the role {node.role()}"
    assert seen > 0 or state == "practice-end"
    assert shown(window).accessibleName()


@pytest.mark.parametrize("state", ["home", "preview", "practice-choose", "after", "settings"])
def test_names_carry_no_invisible_marks(window: MainWindow, state: str) -> None:
    show_state(window, state)
    for node in nodes(shown(window)):
        name = node.text(QAccessible.Text.Name)
        assert "\u2060" not in name and "\u200b" not in name, name


def test_roles_of_what_we_paint(window: MainWindow) -> None:
    show_state(window, "practice-dials")
    roles = {type(node.object()).__name__: node.role() for node in nodes(shown(window))}
    assert roles["CaptionBubble"] == Role.StaticText
    assert roles["Drawer"] == Role.Dialog
    assert roles["DialSlider"] == Role.Slider
    assert roles["WayButton"] == Role.RadioButton
    assert roles["SceneView"] == Role.Graphic
    assert roles["Choice"] == Role.Button


def test_a_dial_says_words_for_its_value(window: MainWindow) -> None:
    show_state(window, "practice-dials")
    for slider in window.findChildren(DialSlider):
        node = QAccessible.queryAccessibleInterface(slider)
        assert node is not None
        assert not node.text(QAccessible.Text.Value).strip().isdigit()


def test_one_tab_stop_for_each_group(window: MainWindow) -> None:
    show_state(window, "home")
    stones = [w for w in window.findChildren(QWidget) if w.objectName().startswith("stone:") and w.isVisible()]
    stops = [w for w in stones if w.focusPolicy() & w.focusPolicy().TabFocus]
    assert len(stones) == 38 and len(stops) == 7


def test_everything_that_can_be_pressed_is_large_enough(window: MainWindow) -> None:
    for state in ("first", "home", "home-list", "practice-choose", "practice-speak", "after", "settings"):
        show_state(window, state)
        for widget in shown(window).findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() & widget.focusPolicy().TabFocus:
                assert min(widget.width(), widget.height()) >= 24, f"{widget.accessibleName()} in {state}"


def test_pack_text_is_never_read_as_html(window: MainWindow) -> None:
    show_state(window, "practice-choose")
    visit_of(window).narrate("<img src='x'><b>bold</b>")
    settle()
    for label in window.findChildren(QLabel):
        assert label.textFormat().name == "PlainText" or not label.text(), label.text()


def test_nothing_moves_when_motion_is_off(window: MainWindow) -> None:
    for state in ("home", "preview", "practice-speaking", "practice-choose", "practice-breath", "after"):
        show_state(window, state)
        running = [timer for timer in window.findChildren(QTimer) if timer.isActive() and not timer.isSingleShot()]
        assert running == [], f"{len(running)} timers run in {state}"

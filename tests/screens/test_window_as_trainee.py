"""The window as trainees use it: by the names a screen reader tells, in Japanese, with large text, by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QRadioButton, QWidget

from tests.helpers.accessible import nodes
from tests.helpers.scripted_desk import desk
from tests.helpers.window import SCENE, STATES, open_window, settle, show_state, visit_of
from trainer.ui.main_window import MainWindow
from trainer.ui.view_models.home import FIRST
from trainer.ui.views.home_list import SceneRow
from trainer.ui.views.practice import PracticePage


@pytest.fixture(scope="module")
def window(qapp: Any) -> Iterator[MainWindow]:
    made = open_window(desk("en", more_scenes=2000, reduced_motion=True))
    made.activateWindow()
    QTest.qWaitForWindowActive(made)
    yield made
    made.close()
    made.deleteLater()
    settle()


def press_by_name(window: MainWindow, *names: str) -> None:
    """As a screen reader presses: the control of that name, through its own action, whatever the page looks like."""
    assert window.page is not None
    for node in nodes(window.page):
        if node.text(QAccessible.Text.Name) in names and node.state().focusable and not node.state().disabled:
            actions = node.actionInterface()
            assert actions is not None, f"{names} cannot be pressed"
            actions.doAction(actions.pressAction() if "Press" in actions.actionNames() else actions.actionNames()[0])
            # Qt shows the press for a tenth of a second before it counts.
            QTest.qWait(160)
            settle()
            return
    told = sorted(node.text(QAccessible.Text.Name) for node in nodes(window.page) if node.state().focusable)
    raise AssertionError(f"no control is called {names}; there are {told}")


@pytest.mark.parametrize(("language", "scale", "sound"), [("en", 1.0, True), ("ja", 2.0, False)])
def test_a_visit_by_names_alone(qapp: Any, language: str, scale: float, sound: bool) -> None:
    """Screen reader; the second one in Japanese, with text at 200 % and all sound off."""
    made = open_window(desk(language, started=False, reduced_motion=True, text_scale=scale, sound=sound), (1024, 600))
    route = made.screens.route
    press_by_name(made, "To the first scene", "最初の場面へ")
    assert route.page == "preview"
    press_by_name(made, "Begin when you like", "好きなときに始める")
    visit = visit_of(made)
    visit.end_line()
    settle()
    for answers in (
        ("Hello.", "こんにちは。"),
        ("Yes, please.", "はい、お願いします。"),
        ("Thank you.", "ありがとうございます。"),
    ):
        cards = made.screens.practice.replies()
        words = {card.words[0] for card in cards if card.words}
        wanted = next((answer for answer in answers if answer in words), next(iter(words)))
        name = next(
            node.text(QAccessible.Text.Name)
            for node in nodes(made.page)
            if node.text(QAccessible.Text.Name).startswith(wanted) and node.state().focusable
        )
        press_by_name(made, name)
        visit.end_line()
        settle()
    assert made.screens.practice.view.ended == "finished"
    press_by_name(made, "See what happened", "あったことを見る")
    assert route.page == "after"
    press_by_name(made, "To the garden", "庭へ")
    assert route.page == "home"
    made.close()
    made.deleteLater()
    settle()


@pytest.mark.parametrize("state", [state for state in STATES if state != "hidden"])
def test_tab_comes_to_every_control_and_round_again(window: MainWindow, state: str) -> None:
    """`hidden` is left out: its notes are an editor, where Tab writes."""
    show_state(window, state)
    page = window.page
    assert page is not None
    tab = Qt.FocusPolicy.TabFocus
    # An open drawer keeps Tab inside.
    around = page.drawer if isinstance(page, PracticePage) and window.screens.practice.drawer else page
    wanted = {w for w in around.findChildren(QWidget) if w.isVisible() and w.isEnabled() and w.focusPolicy() & tab}
    # A group of radio buttons is one stop; the arrows go on inside.
    groups: dict[object, set[QWidget]] = {}
    for widget in wanted:
        if isinstance(widget, QRadioButton):
            groups.setdefault(widget.group() or widget.parentWidget(), set()).add(widget)
    reached: set[QWidget] = set()
    start = next(iter(wanted), None)
    if start is None:
        return
    start.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(len(wanted) + 5):
        focused = QApplication.focusWidget()
        assert focused is not None
        group = (focused.group() or focused.parentWidget()) if isinstance(focused, QRadioButton) else None
        reached |= {focused, *groups.get(group, set())}
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    missing = {w.objectName() or w.accessibleName() for w in wanted - reached}
    assert missing == set()


def test_help_and_back_is_exactly_where_one_was(window: MainWindow) -> None:
    screens = window.screens
    show_state(window, "preview")
    screens.preview.set_dial("queue", 2)
    QTest.keyClick(window, Qt.Key.Key_F1)
    settle()
    assert screens.route.page == "help"
    QTest.keyClick(window, Qt.Key.Key_Escape)
    settle()
    assert (screens.route.page, screens.route.address) == ("preview", SCENE)
    assert window.page is not None
    field = window.page.findChild(QLineEdit, "expected")
    assert field is not None and field.text() == "She will sigh if I am slow."
    assert (screens.preview.dials["queue"], screens.preview.tension) == (2, 6)
    show_state(window, "home-list")
    screens.home.search("scene 19")
    settle()
    QTest.keyClick(window, Qt.Key.Key_F1)
    settle()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    settle()
    search = window.page.findChild(QLineEdit, "search")
    assert search is not None and search.text() == "scene 19"
    screens.home.search("")
    show_state(window, "journal")
    screens.journal.choose("visit-3")
    settle()
    QTest.keyClick(window, Qt.Key.Key_F1)
    settle()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    settle()
    assert (screens.route.page, screens.journal.chosen) == ("journal", "visit-3")


def test_two_thousand_scenes_make_a_few_rows(window: MainWindow) -> None:
    show_state(window, "home-list")
    assert window.page is not None and len(window.screens.home.cards) > 2000
    rows = window.page.findChildren(SceneRow)
    assert 0 < len(rows) <= FIRST * 9
    window.screens.home.show_more("other")
    settle()
    assert len(window.page.findChildren(SceneRow)) == len(rows) + 40
    window.screens.home.shown.clear()


@pytest.mark.parametrize("state", ["practice-choose", "practice-breath"])
def test_two_pictures_a_second_apart_are_equal(window: MainWindow, state: str) -> None:
    show_state(window, state)
    window.setFocus()
    first = window.grab().toImage()
    QTest.qWait(1000)
    assert window.grab().toImage() == first

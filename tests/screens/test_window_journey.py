"""The whole window over the scripted desk: the keyboard alone, keys that work everywhere, quick hide, typing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.helpers.scripted_desk import desk
from tests.helpers.scripted_visit import ScriptedVisit
from tests.helpers.window import SCENE, open_window, settle, show_state, visit_of
from trainer.script import Person
from trainer.session.view import is_seen
from trainer.ui.bridge import Before, Outcome
from trainer.ui.kit.buttons import CalmButton
from trainer.ui.kit.focus import WATCH
from trainer.ui.kit.text import Text
from trainer.ui.main_window import MainWindow
from trainer.ui.views.practice import PracticePage
from trainer.ui.views.practice_ways import AnswerField

Key = Qt.Key


@pytest.fixture
def window(qapp: Any) -> Iterator[MainWindow]:
    made = open_window(desk("en", reduced_motion=True, started=False))
    made.activateWindow()
    QTest.qWaitForWindowActive(made)
    yield made
    made.close()
    made.deleteLater()
    settle()


def press(key: Key, *, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """As a person presses: to whatever has the focus."""
    target = QApplication.focusWidget()
    assert target is not None, "nothing has the focus"
    QTest.keyClick(target, key, modifiers)
    settle()


def tab_to(name: str) -> QWidget:
    """Walk with Tab until that control has the focus."""
    for _ in range(80):
        focused = QApplication.focusWidget()
        if focused is not None and focused.objectName() == name:
            return focused
        press(Key.Key_Tab)
    raise AssertionError(f"Tab never came to {name}")


def practice_page(window: MainWindow) -> PracticePage:
    assert isinstance(window.page, PracticePage)
    return window.page


def test_a_whole_visit_with_the_keyboard_alone(window: MainWindow) -> None:
    route = window.screens.route
    assert route.page == "first"
    tab_to("begin")
    press(Key.Key_Space)
    assert (route.page, window.screens.settings.now.started) == ("preview", True)
    tab_to("begin")
    press(Key.Key_Return)
    visit = visit_of(window)
    assert route.page == "practice" and ("begin",) in visit.wishes
    visit.end_line()
    settle()
    press(Key.Key_1)
    focused = QApplication.focusWidget()
    assert focused is not None and focused.objectName() == "reply:1"
    press(Key.Key_Return)
    assert visit.wishes[-1] == ("pick", "hello", "Hello.")
    visit.end_line()
    settle()
    press(Key.Key_2)
    press(Key.Key_Return)
    assert visit.wishes[-1] == ("pick", "no", "No, thank you.")
    visit.end_line()
    settle()
    press(Key.Key_1)
    press(Key.Key_Return)
    assert window.screens.practice.view.ended == "finished"
    press(Key.Key_Escape)
    assert route.page == "after" and visit.closed
    tab_to("garden")
    press(Key.Key_Space)
    assert route.page == "home"


def test_the_scene_that_ended_waits_for_a_person(window: MainWindow) -> None:
    show_state(window, "practice-end")
    assert window.screens.route.page == "practice"
    see = practice_page(window).panel.see
    assert see.isVisible()
    see.click()
    settle()
    assert window.screens.route.page == "after"


def test_keys_of_a_visit(window: MainWindow) -> None:
    show_state(window, "practice-choose")
    visit = visit_of(window)
    control = Qt.KeyboardModifier.ControlModifier
    press(Key.Key_F5)
    assert visit.wishes[-1] == ("repeat", False)
    visit.end_line()
    for number, way in enumerate(("listen", "choose", "type", "read", "speak"), start=1):
        press(Key(Key.Key_0 + number), modifiers=control)
        assert window.screens.practice.view.way == way
        assert practice_page(window).panel.bodies[way].isVisible()  # type: ignore[index]
    press(Key.Key_H, modifiers=control)
    assert window.screens.practice.view.hint_level == 1
    press(Key.Key_D, modifiers=control)
    assert practice_page(window).drawer.isVisible()
    press(Key.Key_Escape)
    assert not practice_page(window).drawer.isVisible()
    press(Key.Key_B, modifiers=control)
    assert window.screens.practice.view.phase == "breathing" and practice_page(window).breath.isVisible()
    press(Key.Key_Escape)
    assert window.screens.practice.view.phase == "listening" and not practice_page(window).breath.isVisible()
    press(Key.Key_F1)
    assert window.screens.route.page == "practice", "help does not interrupt a visit"
    press(Key.Key_Escape)
    assert ("leave",) in visit.wishes


def test_where_one_types_the_keyboard_is_in_the_field(window: MainWindow) -> None:
    show_state(window, "practice-choose")
    page = practice_page(window)
    field = page.panel.typing.field
    press(Key.Key_3, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is field, "asked for by its keys"
    page.stage.bubble.setFocus()
    press(Key.Key_H)
    press(Key.Key_I)
    assert field.text() == "hi" and QApplication.focusWidget() is field, "letters that nothing else wanted"
    page.gentler.setFocus()
    press(Key.Key_Space)
    settle()
    assert page.drawer.isVisible() and field.text() == "hi", "a space still presses the button it is on"
    press(Key.Key_Escape)
    choose, type_ = page.panel.ways.buttons["choose"], page.panel.ways.buttons["type"]
    choose.click()
    choose.setFocus()
    press(Key.Key_Right)
    assert page.panel.typing.isVisible() and QApplication.focusWidget() is type_, "an arrow goes on along the ways"
    choose.click()
    QTest.mouseClick(type_, Qt.MouseButton.LeftButton)
    settle()
    assert QApplication.focusWidget() is field, "chosen with the mouse"


def test_a_visit_that_begins_by_typing_has_the_keyboard_in_the_field(window: MainWindow) -> None:
    window.screens.settings.change(way="type")
    show_state(window, "practice-choose")
    assert practice_page(window).panel.typing.isVisible()
    assert QApplication.focusWidget() is practice_page(window).panel.typing.field


def test_the_drawer_keeps_tab_inside_and_gives_focus_back(window: MainWindow) -> None:
    show_state(window, "practice-choose")
    page = practice_page(window)
    page.gentler.setFocus()
    page.gentler.click()
    settle()
    for _ in range(20):
        focused = QApplication.focusWidget()
        assert focused is not None and page.drawer.isAncestorOf(focused)
        press(Key.Key_Tab)
    press(Key.Key_Escape)
    assert QApplication.focusWidget() is page.gentler


def test_a_dial_moves_with_the_arrows_and_speaks_words(window: MainWindow) -> None:
    show_state(window, "practice-dials")
    slider = practice_page(window).dials["queue"].slider
    slider.setFocus()
    press(Key.Key_Right)
    press(Key.Key_Right)
    assert visit_of(window).view.dials[0].value == 2
    assert slider.value_words() == "two people"


def test_quick_hide_mutes_first_and_comes_back_to_the_same_place(window: MainWindow) -> None:
    show_state(window, "practice-choose")
    scripted = window.screens.desk
    visit = visit_of(window)
    press(Key.Key_F9)
    assert window.hidden and window.windowTitle() == "Notes"
    assert scripted.asked[-1] == ("quiet", True) and visit.wishes[-1] == ("mute", True)  # type: ignore[attr-defined]
    assert not practice_page(window).isVisible()
    press(Key.Key_Escape)
    assert window.hidden and ("leave",) not in visit.wishes
    press(Key.Key_F9)
    assert not window.hidden and window.windowTitle() == "Engawa"
    assert visit.wishes[-1] == ("mute", False) and practice_page(window).isVisible()


def test_the_plain_page_is_as_bright_as_what_it_hides(window: MainWindow) -> None:
    for theme, bright in (("light", True), ("dark", False), ("contrast", False)):
        window.screens.settings.change(theme=theme)
        settle()
        window.hide_now()
        settle()
        middle = window.grab().toImage().pixelColor(window.width() - 40, window.height() // 2)
        assert (middle.lightness() > 128) == bright
        window.toggle_hide()
        settle()


def test_a_neutral_title_at_all_times_if_wanted(window: MainWindow) -> None:
    window.screens.settings.change(window_title_neutral=True)
    assert window.windowTitle() == "Notes"


def test_enter_belongs_to_the_input_method_while_it_composes(window: MainWindow) -> None:
    show_state(window, "practice-type")
    visit = visit_of(window)
    field = window.findChild(AnswerField)
    assert field is not None
    field.setFocus()
    QApplication.sendEvent(field, QInputMethodEvent("おねがい", []))
    press(Key.Key_Return)
    assert not any(wish[0] == "say_text" for wish in visit.wishes)
    committed = QInputMethodEvent("", [])
    committed.setCommitString("お願いします")
    QApplication.sendEvent(field, committed)
    press(Key.Key_Return)
    assert ("say_text", "お願いします") in visit.wishes


def test_digits_can_be_typed(window: MainWindow) -> None:
    show_state(window, "practice-type")
    field = window.findChild(AnswerField)
    assert field is not None
    field.setFocus()
    QTest.keyClicks(field, "1 2")
    assert field.text() == "1 2"


def test_language_and_text_size_change_where_one_stands(window: MainWindow) -> None:
    show_state(window, "practice-type")
    window.screens.practice.typed = "half a sentence"
    window.screens.settings.change(screen_language="ja", text_scale=1.5)
    settle()
    page = practice_page(window)
    assert page.leave.accessibleName() == "やめる"
    field = page.findChild(AnswerField)
    assert field is not None and field.text() == "half a sentence"
    assert window.screens.practice.view.phase == "listening"


def test_leaving_the_window_ends_a_visit_quietly(window: MainWindow) -> None:
    show_state(window, "practice-choose")
    visit = visit_of(window)
    window.close()
    assert visit.closed


def test_a_scene_that_cannot_be_read_says_so(window: MainWindow) -> None:
    window.screens.route.go("preview", "engawa/broken")
    settle()
    assert window.page is not None
    texts = [label.text() for label in window.page.findChildren(QWidget) if hasattr(label, "plain_text")]
    assert any("cannot be opened" in text for text in texts)


def test_captions_and_notices_reach_the_screen(window: MainWindow) -> None:
    show_state(window, "practice-hint")
    page = practice_page(window)
    assert page.stage.bubble.accessibleDescription() == "Shall I heat it for you?"
    assert page.panel.hint.isVisible() and page.panel.notices.isVisible()
    page.stage.words.click()
    settle()
    assert "hidden" in page.stage.bubble.accessibleDescription()


def test_each_way_of_answering_reaches_the_visit(window: MainWindow) -> None:
    show_state(window, "practice-asked")
    visit = visit_of(window)
    button = practice_page(window).findChild(QWidget, "asked:neither")
    assert button is not None
    button.click()  # type: ignore[attr-defined]
    assert visit.wishes[-1] == ("neither",)
    show_state(window, "practice-listen")
    visit = visit_of(window)
    practice_page(window).panel.bodies["listen"].on.click()  # type: ignore[union-attr]
    assert visit.wishes[-1] == ("go_on",)
    show_state(window, "practice-read")
    visit = visit_of(window)
    practice_page(window).panel.bodies["read"].done.click()  # type: ignore[union-attr]
    assert visit.wishes[-1] == ("done",)


def test_reading_needs_no_microphone(window: MainWindow) -> None:
    show_state(window, "practice-read")
    visit = visit_of(window)
    visit.hear("")
    practice_page(window).panel.bodies["read"].done.click()  # type: ignore[union-attr]
    assert visit.wishes[-1] == ("pick", "yes", "Yes, please.")


def test_begin_carries_what_was_chosen_before(window: MainWindow) -> None:
    show_state(window, "preview")
    window.screens.preview.set_dial("queue", 1)
    window.screens.preview.begin()
    settle()
    before = window.screens.desk.before  # type: ignore[attr-defined]
    assert isinstance(before, Before)
    assert (before.scene, before.dials["queue"], before.tension, before.expected) == (
        SCENE,
        1,
        6,
        "She will sigh if I am slow.",
    )


def test_the_focus_ring_is_for_the_keyboard(window: MainWindow) -> None:
    handle = window.windowHandle()
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    assert not WATCH.keyboard
    QTest.keyClick(handle, Key.Key_Tab)
    assert WATCH.keyboard


def test_staying_quiet_is_a_button_among_the_ways(window: MainWindow) -> None:
    show_state(window, "practice-choose")
    page, visit = practice_page(window), visit_of(window)
    assert page.panel.quiet.isEnabled()
    page.panel.quiet.click()
    settle()
    assert visit.wishes[-1] == ("stay_quiet",) and window.screens.practice.view.moment == "bye"
    visit.end_line()
    settle()
    assert not page.panel.quiet.isEnabled(), "this moment has no answer to silence"


def test_a_gentler_dial_can_be_taken_left_or_passed_over(window: MainWindow) -> None:
    show_state(window, "preview-gentler")
    assert window.page is not None
    yes = window.page.findChild(CalmButton, "gentler-yes")
    assert yes is not None and yes.isVisible()
    yes.click()
    settle()
    assert window.screens.preview.dials["noise"] == 1 and not yes.isVisible()
    focused = QApplication.focusWidget()
    assert focused is not None and focused.objectName() == "begin"


def test_nothing_moves_behind_the_plain_page(window: MainWindow) -> None:
    window.screens.settings.change(reduced_motion=False)
    settle()
    show_state(window, "practice-choose")
    scene = practice_page(window).stage.scene
    assert scene.is_moving()
    window.hide_now()
    settle()
    assert not scene.is_moving()
    window.toggle_hide()
    settle()
    assert scene.is_moving()


def test_nobody_is_drawn_behind_a_closed_door_or_for_a_voice(window: MainWindow) -> None:
    scene = window.screens.desk.scene(SCENE)
    assert scene is not None and is_seen(scene)
    assert not is_seen(replace(scene, setting="door"))
    assert not is_seen(replace(scene, persons=(Person("VOICE", "A quiet voice"),)))
    assert is_seen(replace(scene, persons=(Person("VOICE", "A quiet voice"), scene.persons[0])))
    show_state(window, "practice-choose")
    page = practice_page(window)
    shown = page.stage.scene.description()
    show_state(window, "home")
    window.screens.desk.begin_visit = lambda before: ScriptedVisit(replace(scene, setting="door"), before)  # type: ignore[attr-defined]
    show_state(window, "practice-choose")
    assert practice_page(window).stage.scene.description() != shown


def test_words_afterwards_are_kept_when_the_page_is_left(window: MainWindow) -> None:
    show_state(window, "after")
    assert window.page is not None
    field = window.page.findChild(QLineEdit, "after:Anything to remember?")
    assert field is not None
    field.setText("The lamp.")
    window.screens.route.go("home")
    settle()
    kept = [asked[2].words for asked in window.screens.desk.asked if asked[0] == "keep_after"]  # type: ignore[attr-defined]
    assert kept == [{"Anything to remember?": "The lamp."}]


def test_a_damaged_record_is_said_once_and_put_aside(qapp: Any) -> None:
    scripted = desk("en", reduced_motion=True)
    scripted.trouble = [Outcome("journal-set-aside"), Outcome("settings-values", "pace")]
    made = open_window(scripted)
    assert made.page is not None
    aside = made.page.findChild(CalmButton, "put-aside")
    assert aside is not None and aside.isVisible()
    said = " ".join(label.plain_text() for label in made.page.findChildren(Text) if label.isVisible())
    assert "put aside whole" in said and "(pace)" in said
    aside.click()
    settle()
    assert not aside.isVisible()
    made.screens.route.go("journal")
    made.screens.route.go("home")
    settle()
    again = made.page.findChild(CalmButton, "put-aside")
    assert again is not None and not again.isVisible()
    made.close()
    made.deleteLater()
    settle()


def test_what_could_not_be_kept_is_said_on_the_page_afterwards(window: MainWindow) -> None:
    show_state(window, "after")
    window.screens.desk.keep_after = lambda visit, answers: Outcome("journal-full")  # type: ignore[method-assign]
    window.screens.after.set_tension(3)
    settle()
    assert window.page is not None
    said = [label.plain_text() for label in window.page.findChildren(Text) if label.isVisible()]
    assert any("waits in memory" in text for text in said)


def test_a_setting_that_could_not_be_written_holds_and_is_said(window: MainWindow) -> None:
    window.screens.route.go("settings")
    window.screens.desk.settings_kept = Outcome("settings-not-kept")  # type: ignore[attr-defined]
    window.screens.settings.change(furigana="off")
    settle()
    assert window.page is not None
    said = [label.plain_text() for label in window.page.findChildren(Text) if label.isVisible()]
    assert any("could not be written down" in text for text in said)
    assert window.screens.settings.now.furigana == "off"
    window.screens.desk.settings_kept = Outcome()  # type: ignore[attr-defined]
    window.screens.settings.change(furigana="all")
    settle()
    said = [label.plain_text() for label in window.page.findChildren(Text) if label.isVisible()]
    assert not any("could not be written down" in text for text in said)


def test_the_first_page_says_what_this_is_not(window: MainWindow) -> None:
    for language, told in (("en", ("not therapy", "not been tested")), ("ja", ("治療では", "試験"))):
        window.screens.settings.change(screen_language=language)
        show_state(window, "first")
        assert window.page is not None
        said = " ".join(label.plain_text() for label in window.page.findChildren(Text) if label.isVisible())
        assert all(part in said for part in told), said

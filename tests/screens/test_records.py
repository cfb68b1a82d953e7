"""The page of what is kept, and the door: everything by hand, in both languages, and the PDF as it was shown."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from tests.helpers.scripted_desk import ScriptedDesk, desk
from tests.helpers.window import open_window, settle
from trainer.practice.share import Choices, OwnWords, Section, SharePage, page_text
from trainer.settings import Settings
from trainer.ui.main_window import MainWindow
from trainer.ui.view_models.promises import PROMISES
from trainer.ui.view_models.records import RecordsModel
from trainer.ui.view_models.records_words import WORDS, say, told
from trainer.ui.views.records_pdf import pdf_of, without_hour

PASSPHRASE = "correct horse"


def click(window: MainWindow, name: str) -> None:
    window.page.findChild(QWidget, name).click()
    settle()


def write(window: MainWindow, name: str, text: str) -> None:
    window.page.findChild(QLineEdit, f"field:{name}").setText(text)
    settle()


def preview(window: MainWindow) -> str:
    return window.page.findChild(QPlainTextEdit).toPlainText()


@pytest.fixture
def scripted() -> ScriptedDesk:
    made = desk("en", reduced_motion=True)
    made.words = (OwnWords("v1#1", "What helped?", "A slow start."),)
    return made


@pytest.fixture
def window(qtbot, scripted: ScriptedDesk):
    made = open_window(scripted)
    qtbot.addWidget(made)
    made.screens.route.go("records")
    settle()
    return made


def test_what_is_ticked_stands_on_the_page_at_once(window: MainWindow, scripted: ScriptedDesk) -> None:
    assert "slow start" not in preview(window)
    write(window, "wish", "the park")
    assert "the park" in preview(window)
    window.screens.records.tick_words("v1#1", True)
    settle()
    assert "A slow start." in preview(window)
    assert preview(window) == page_text(scripted.share_page(window.screens.records.choices))
    window.screens.records.save_csv("x.csv")
    assert scripted.written == {"x.csv": b"csv"}
    window.screens.route.go("home")
    window.screens.route.go("records")
    settle()
    # Each page is made anew: nothing stays ticked.
    assert window.screens.records.choices == Choices()


def test_set_change_and_take_away_the_lock(window: MainWindow, scripted: ScriptedDesk) -> None:
    write(window, "passphrase", PASSPHRASE)
    write(window, "passphrase-again", "correct house")
    click(window, "lock-set")
    assert scripted.lock_state() == "none"
    assert "not the same" in window.screens.records.told
    write(window, "passphrase", PASSPHRASE)
    write(window, "passphrase-again", PASSPHRASE)
    click(window, "lock-set")
    assert scripted.lock_state() == "open"
    write(window, "passphrase", PASSPHRASE)
    write(window, "passphrase-new", "battery staple")
    write(window, "passphrase-again", "battery staple")
    click(window, "lock-change")
    assert scripted.passphrase == "battery staple"
    write(window, "passphrase", "battery staple")
    click(window, "lock-remove")
    assert scripted.lock_state() == "none"


def test_hiding_closes_the_lock_and_the_door_is_shown(window: MainWindow, scripted: ScriptedDesk) -> None:
    scripted.set_lock(PASSPHRASE)
    window.hide_now()
    scripted.close_lock()
    window.toggle_hide()
    settle()
    assert window.screens.route.page == "door"
    write(window, "passphrase", "not this one")
    click(window, "door-open")
    assert window.screens.route.page == "door"
    write(window, "passphrase", PASSPHRASE)
    click(window, "door-open")
    assert window.screens.route.page in ("home", "first")


def test_a_locked_program_begins_at_the_door(qtbot) -> None:
    scripted = desk("ja", reduced_motion=True)
    scripted.set_lock(PASSPHRASE)
    scripted.close_lock()
    window = open_window(scripted)
    qtbot.addWidget(window)
    assert window.screens.route.page == "door"
    assert window.page.accessibleName() == "鍵がかかっています"
    click(window, "door-forgotten")
    click(window, "sure")
    assert ("erase_all",) in scripted.asked or scripted.entries == []


def test_slow_work_says_so_and_stops_no_screen(window: MainWindow, scripted: ScriptedDesk) -> None:
    scripted.hold = True
    write(window, "passphrase", PASSPHRASE)
    write(window, "passphrase-again", PASSPHRASE)
    click(window, "lock-set")
    model = window.screens.records
    assert (model.busy, model.told) == (True, "One moment.")
    assert not window.page.findChild(QWidget, "lock-set").isEnabled()
    assert window.page.findChild(QWidget, "back").isEnabled()
    model.set_lock("another one", "another one")
    assert len(scripted.held) == 1
    scripted.held.pop()()
    settle()
    assert (model.busy, model.told, scripted.passphrase) == (False, "Done.", PASSPHRASE)
    assert window.page.findChild(QWidget, "lock-change").isEnabled()


def test_erasing_asks_once_more_and_a_day_is_a_day(window: MainWindow, scripted: ScriptedDesk) -> None:
    model = window.screens.records
    assert not window.page.findChild(QWidget, "sure").isVisible()
    write(window, "erase-day", "yesterday")
    click(window, "erase-between")
    click(window, "sure")
    assert "2026-11-22" in model.told
    write(window, "erase-day", "2026-11-22")
    click(window, "erase-between")
    click(window, "keep-it")
    assert not window.page.findChild(QWidget, "sure").isVisible()
    click(window, "erase-between")
    click(window, "sure")
    assert model.told == "It is gone."
    write(window, "erase-day", "2026-11-22")
    write(window, "erase-last", "2026-11-20")
    click(window, "erase-between")
    click(window, "sure")
    assert "before the first" in model.told
    write(window, "erase-day", "2026-11-20")
    write(window, "erase-last", "2026-11-22")
    click(window, "erase-between")
    click(window, "sure")
    click(window, "erase-scene")
    click(window, "sure")
    click(window, "erase-visit")
    click(window, "sure")
    assert scripted.erased == [("2026-11-22", ""), ("2026-11-20", "2026-11-22"), ("engawa/shall-i-heat-it",)]
    assert model.kept().visits == 10
    click(window, "erase-all")
    assert window.page.findChild(QWidget, "sure").isVisible()
    click(window, "sure")
    assert model.kept().visits == 0


def test_backup_and_back(scripted: ScriptedDesk) -> None:
    model = RecordsModel(scripted)
    model.back_up("b.engawa")
    assert model.told == "Done."
    model.restore("other.engawa")
    assert "damaged" in model.told
    model.set_lock_on_hide(True)
    assert model.lock_on_hide()


def test_every_word_is_there_in_both_languages_and_none_is_unkind() -> None:
    unkind = re.compile(r"\b(easy|just|fail\w*|wrong|score|streak|missed|normal|should)\b", re.IGNORECASE)
    for english, japanese in [*WORDS.values(), *((one.english, one.japanese) for one in PROMISES)]:
        assert re.search(r"[ぁ-んァ-ン一-龥]", japanese)
        assert set(re.findall(r"\{\d\}", english)) == set(re.findall(r"\{\d\}", japanese))
        assert not unkind.search(english)
    assert PROMISES[1].words("ja").startswith("声") and PROMISES[1].words("en").startswith("Your voice")
    assert told("", "", "en") == ""
    assert told("lock-wait", "4", "ja") == "4 秒待ってから、もう一度どうぞ。"
    assert told("file-full", "", "en") == say("not-kept", "en")


def test_the_pdf_is_one_sheet_with_its_fonts_and_without_the_hour(qtbot) -> None:
    rows = tuple((f"場面 {number}", "once") for number in range(120))
    page = SharePage("My practice", (Section("scenes", "Scenes", rows),), "I made this page.")
    content = pdf_of(page, QFont())
    assert content.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", content)) == 1
    assert b"FontFile" in content
    hours = re.findall(rb"Date[^\n>]{0,12}\d{4}-?\d\d-?\d\dT?(\d\d:?\d\d:?\d\d)", content)
    assert len(hours) >= 2
    assert {hour.replace(b":", b"") for hour in hours} == {b"000000"}
    made = b"/CreationDate (D:20261122193015+09'00') xmp:ModifyDate=\"2026-11-22T19:30:15+09:00\""
    assert without_hour(made) == (
        b"/CreationDate (D:20261122000000+00'00') xmp:ModifyDate=\"2026-11-22T00:00:00+00:00\""
    )


def test_it_fits_a_small_window_with_large_letters(qtbot) -> None:
    scripted = ScriptedDesk(replace(Settings(), started=True, text_scale=2.0, reduced_motion=True))
    window = open_window(scripted, (640, 420))
    qtbot.addWidget(window)
    window.screens.route.go("records")
    settle()
    assert window.size() == QSize(640, 420)
    assert window.page.area.horizontalScrollBar().maximum() == 0

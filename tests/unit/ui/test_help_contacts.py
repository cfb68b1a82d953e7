"""Where to turn: written ways before the telephone, and an honest word on whether anybody has checked it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.helpers.scripted_desk import desk
from tests.helpers.window import ASSETS, open_window, settle
from trainer.ui.kit.text import Text
from trainer.ui.view_models.help import HelpPage, read_help


@pytest.mark.parametrize("language", ["en", "ja"])
def test_written_ways_come_before_the_telephone(repository: Path, language: str) -> None:
    page = read_help(repository / "assets" / "help", language)
    ways = [contact.way for contact in page.contacts]
    assert len(ways) >= 3 and set(ways) <= {"chat", "text", "mail", "web", "phone"}
    assert ways[0] != "phone"
    first = ways.index("phone") if "phone" in ways else len(ways)
    assert all(way == "phone" for way in ways[first:])
    if page.verified_on:
        assert date.fromisoformat(page.verified_on) <= date.today()


def test_a_file_that_cannot_be_read_gives_an_empty_page(tmp_path: Path) -> None:
    assert read_help(tmp_path, "en") == HelpPage()
    (tmp_path / "en.toml").write_text("contact = 3 [", encoding="utf-8")
    assert read_help(tmp_path, "en") == HelpPage()
    (tmp_path / "ja.toml").write_text('contact = ["x"]\n', encoding="utf-8")
    assert read_help(tmp_path, "ja").contacts == ()


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_list_nobody_has_checked_says_so_before_its_first_entry(qtbot, language: str) -> None:
    window = open_window(desk(language, reduced_motion=True))
    qtbot.addWidget(window)
    window.screens.route.go("help")
    settle()
    assert window.page is not None
    said = [label.plain_text() for label in window.page.findChildren(Text)]
    page = read_help(ASSETS / "help", language)
    note = next(at for at, text in enumerate(said) if "still to be checked" in text or "まだ確かめていません" in text)
    assert page.verified_on == "" and note < said.index(page.contacts[0].name)

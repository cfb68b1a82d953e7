"""Where to turn: written ways before the telephone, and an honest word on whether anybody has checked it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.helpers.scripted_desk import desk
from tests.helpers.window import ASSETS, open_window, settle
from trainer.ui.kit.text import Text
from trainer.ui.main_window import MainWindow
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


def said_on_help(window: MainWindow) -> list[str]:
    window.screens.route.go("help")
    settle()
    assert window.page is not None
    return [label.plain_text() for label in window.page.findChildren(Text)]


@pytest.mark.parametrize("language", ["en", "ja"])
def test_how_far_the_list_was_checked_is_said_before_its_first_entry(qtbot, language: str) -> None:
    window = open_window(desk(language, reduced_motion=True))
    qtbot.addWidget(window)
    page = read_help(ASSETS / "help", language)
    said = said_on_help(window)
    note = next(at for at, text in enumerate(said) if page.verified_on and page.verified_on in text)
    assert "Nobody has called" in said[note] or "試してはいません" in said[note]
    assert note < said.index(page.contacts[0].name)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_list_nobody_has_checked_says_so(qtbot, tmp_path: Path, language: str) -> None:
    (tmp_path / "help").mkdir()
    entry = '[[contact]]\nname = "N"\nway = "chat"\nreach = "r.example"\n'
    (tmp_path / "help" / f"{language}.toml").write_text(f'verified_on = ""\n{entry}', encoding="utf-8")
    window = open_window(desk(language, reduced_motion=True))
    qtbot.addWidget(window)
    window.screens._assets = tmp_path
    said = said_on_help(window)
    note = next(at for at, text in enumerate(said) if "still to be checked" in text or "まだ確かめていません" in text)
    assert note < said.index("N")

"""A moment's heading typed over on the desk: the other lines stay until somebody lets them follow, or never."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.helpers.desk_bench import DeskAtHand, compose, press, wait
from tests.helpers.sheet_cases import BAKERY
from tests.helpers.window import settle
from trainer.editor.model.shape import OutlineRow
from trainer.editor.views.sheet_page import SheetPage
from trainer.packs.checker import check_sheet, check_translation
from trainer.ui.kit.text import Text

PACK = Path(__file__).resolve().parents[2] / "scenarios" / "errands"
CONTROL = Qt.KeyboardModifier.ControlModifier


def retitled(page: SheetPage, part: OutlineRow, name: str) -> None:
    """Write another name over the one in that heading."""
    edit = page.lines.edit
    start = edit.sheet.content(part.first).index(part.name)
    edit.setFocus()
    edit.setTextCursor(edit.cursor_over(part.first, start, start + len(part.name)))
    compose(edit, name)
    wait(lambda: page.model.sheet.fresh)


def test_what_leads_there_follows_in_the_translation_too(qapp: Any, tmp_path: Path) -> None:
    shutil.copytree(PACK, tmp_path / "errands")
    sheet = tmp_path / "errands/scenes/bus-driver.scene.txt"
    other = tmp_path / "errands/translations/ja/bus-driver.scene.txt"
    words = other.read_bytes()
    desk = DeskAtHand(tmp_path / "home", "en")
    try:
        assert desk.model.open_path(sheet)
        settle()
        page = desk.window.page
        assert isinstance(page, SheetPage)
        before = desk.model.sheet.document.text
        part = [part for part in page.outline.parts if part.kind == "moment"][1]
        retitled(page, part, "fresh name")
        typed = desk.model.sheet.document.text
        assert typed.count("fresh name") == 1, "no other line was touched"
        assert page.follow.isHidden(), "not while the heading is being written"
        press(Qt.Key.Key_Down)
        assert page.follow.isVisible()
        assert part.name in page.follow.words.plain_text() and "fresh name" in page.follow.words.plain_text()
        desk.click("follow")
        assert page.follow.isHidden()
        desk.model.sheet.keep_now()
        text = sheet.read_text("utf-8")
        assert text.count("fresh name") > 1
        assert [f.code for f in check_sheet(text) if f.severity == "error"] == []
        found = check_translation(text, other.read_text("utf-8"))
        assert [f.code for f in found if f.code.startswith("translation")] == []
        desk.model.sheet.undo()
        assert desk.model.sheet.document.text == typed
        assert other.read_bytes() == words
        desk.model.sheet.undo()
        assert desk.model.sheet.document.text == before
    finally:
        desk.close()


@pytest.mark.parametrize("way", ["key", "leave"])
def test_by_key_at_once_or_not_at_all(qapp: Any, tmp_path: Path, way: str) -> None:
    path = tmp_path / "bakery.scene.txt"
    path.write_text(BAKERY, "utf-8")
    desk = DeskAtHand(tmp_path / "home", "ja")
    try:
        assert desk.model.open_path(path)
        settle()
        page = desk.window.page
        assert isinstance(page, SheetPage)
        part = [part for part in page.outline.parts if part.kind == "moment"][1]
        retitled(page, part, "あたらしい名前")
        typed = desk.model.sheet.document.text
        if way == "key":
            press(Qt.Key.Key_Period, CONTROL)
            assert desk.model.sheet.document.text.count("あたらしい名前") > 1
            press(Qt.Key.Key_Down)
        else:
            press(Qt.Key.Key_Down)
            shown = page.follow.findChild(Text)
            assert shown is not None and "あたらしい名前" in shown.plain_text()
            desk.click("leave-names")
            QTest.keyClick(page.lines.edit, Qt.Key.Key_Up)
            QTest.keyClick(page.lines.edit, Qt.Key.Key_Down)
            settle()
            assert desk.model.sheet.document.text == typed
        assert page.follow.isHidden()
    finally:
        desk.close()

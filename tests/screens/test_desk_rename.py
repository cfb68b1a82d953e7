"""Renaming a moment on the desk: arrows, `hardest` and the translation follow, whether it is open or not."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.helpers.desk_bench import DeskAtHand
from tests.helpers.window import settle
from trainer.editor.views.sheet_page import SheetPage
from trainer.packs.checker import check_sheet, check_translation

PACK = Path(__file__).resolve().parents[2] / "scenarios" / "errands"


@pytest.mark.parametrize("translation_open", [False, True])
def test_a_moment_is_renamed_everywhere(qapp: Any, tmp_path: Path, translation_open: bool) -> None:
    shutil.copytree(PACK, tmp_path / "errands")
    desk = DeskAtHand(tmp_path / "home", "en")
    try:
        sheet = tmp_path / "errands/scenes/bus-driver.scene.txt"
        other = tmp_path / "errands/translations/ja/bus-driver.scene.txt"
        assert desk.model.open_path(sheet)
        settle()
        page = desk.window.page
        assert isinstance(page, SheetPage)
        if translation_open:
            page._show("translation")
            settle()
            page._show("lines")
        part = next(part for part in page.outline.parts if part.kind == "moment")
        page.outline.follow(part.first)
        QTest.mouseClick(page.outline.rename, Qt.MouseButton.LeftButton)
        assert page.outline.name.text() == part.name
        page.outline.name.setText("a = b")
        QTest.keyClick(page.outline.name, Qt.Key.Key_Return)
        assert page.outline.name.isVisible(), "such a name cannot be"
        page.outline.name.setText("fresh name")
        QTest.keyClick(page.outline.name, Qt.Key.Key_Return)
        settle()
        assert "fresh name" in [one.name for one in page.outline.parts]
        desk.model.sheet.keep_now()
        for one in desk.model.others:
            one.keep_now()
        text, words = sheet.read_text("utf-8"), other.read_text("utf-8")
        assert part.name not in [line.strip("= ") for line in text.split("\n") if line.startswith("==")]
        assert [f.code for f in check_sheet(text) if f.severity == "error"] == []
        assert [f.code for f in check_translation(text, words) if f.code.startswith("translation")] == []
        desk.model.sheet.undo()
        assert part.name in desk.model.sheet.document.text
    finally:
        desk.close()

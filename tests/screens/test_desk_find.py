"""Ctrl+F on the desk: words are found, counted and gone through, by keyboard and by mouse, in both languages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.helpers.desk_bench import DeskAtHand, press
from tests.helpers.sheet_cases import BAKERY, BAKERY_JA
from tests.helpers.window import settle
from trainer.editor.views.sheet_page import SheetPage
from trainer.ui.kit.text import Text


@pytest.mark.parametrize(
    ("language", "text", "words", "shown"), [("en", BAKERY, "roll", "%d of %d"), ("ja", BAKERY_JA, "パン", "%d / %d")]
)
def test_words_are_found(qapp: Any, tmp_path: Path, language: str, text: str, words: str, shown: str) -> None:
    desk = DeskAtHand(tmp_path / "home", language)
    try:
        path = tmp_path / "bakery.scene.txt"
        path.write_text(text, "utf-8")
        assert desk.model.open_path(path)
        settle()
        page = desk.window.page
        assert isinstance(page, SheetPage)
        edit, count = page.lines.edit, desk.child("find-count", Text)
        many = text.casefold().count(words)
        assert many > 2
        desk.click("find-words")
        desk.click("find-close")
        assert edit.hasFocus()
        press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        field = desk.child("find", QLineEdit)
        assert field.hasFocus()
        field.setText(words)
        settle()
        assert isinstance(count, Text)
        assert count.plain_text() == shown % (1, many)
        assert edit.textCursor().selectedText().casefold() == words
        first = edit.textCursor().selectionStart()
        press(Qt.Key.Key_Return)
        assert edit.textCursor().selectionStart() > first and field.hasFocus()
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        assert count.plain_text() == shown % (many, many)
        desk.click("find-next")
        assert edit.textCursor().selectionStart() == first
        press(Qt.Key.Key_F3)
        assert count.plain_text() == shown % (2, many)
        field.setText("zzzz")
        settle()
        assert count.plain_text() and not desk.child("find-next").isEnabled()
        QTest.keyClick(field, Qt.Key.Key_Escape)
        settle()
        assert field.isHidden() or not page.lines.find_bar.isVisible()
        assert edit.hasFocus() and edit.toPlainText() == text
        press(Qt.Key.Key_Escape)
        assert desk.model.page == "start"
    finally:
        desk.close()

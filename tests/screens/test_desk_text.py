"""The text field of the desk: every key, paste and composed word becomes the smallest edit; nothing else is touched."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.helpers.desk_bench import compose
from tests.helpers.window import ASSETS, settle
from trainer.editor.model.document import Edit, SheetDocument
from trainer.editor.model.rows import shown
from trainer.editor.views.places import column_of, difference, units
from trainer.editor.views.sheet_text import SheetText
from trainer.ui.application import make_application

ODD = "a\r\nb\rc\u2028d\u2029e\ufdd0f\n\u00a0\t\u3000x\n\U0001f600y\U00020bb7\n\nlast"
"""Line ends of all kinds, marks Qt would take for its own, blanks of all widths, characters of two units."""


@pytest.fixture
def field(qapp: Any) -> Iterator[SheetText]:
    make_application(ASSETS)
    made = SheetText()
    made.resize(600, 400)
    made.show()
    yield made
    made.let_go()
    made.close()
    made.deleteLater()
    settle()


def same(field: SheetText) -> None:
    """The field shows what the document holds, row for row."""
    rows = [shown(row.content) for row in field.sheet.rows]
    blocks = [field.document().findBlockByNumber(at).text() for at in range(field.blockCount())]
    assert blocks == rows


def test_odd_characters_are_shown_and_kept(field: SheetText) -> None:
    sheet = SheetDocument(ODD)
    field.show_sheet(sheet)
    same(field)
    field.go_to(0, 1)
    QTest.keyClicks(field, "!")
    assert sheet.text == ODD.replace("a\r\n", "a!\r\n")
    same(field)


def test_typing_changes_one_row_only(field: SheetText) -> None:
    sheet = SheetDocument(ODD)
    edits: list[Edit] = []
    sheet.subscribe(edits.append)
    field.show_sheet(sheet)
    field.go_to(5, 1)
    QTest.keyClicks(field, "z")
    assert [(edit.first, len(edit.removed), len(edit.added)) for edit in edits] == [(5, 1, 1)]
    assert sheet.text.count("z") == 1
    before, after = ODD.splitlines(), sheet.text.splitlines()
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1


def test_undo_is_the_documents(field: SheetText) -> None:
    sheet = SheetDocument("one\r\ntwo\r\n")
    field.show_sheet(sheet)
    field.undo_wished.connect(sheet.undo)
    field.go_to(1, 3)
    QTest.keyClicks(field, " and more")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "three")
    assert sheet.text == "one\r\ntwo and more\r\nthree\r\n"
    while sheet.undo_label is not None:
        QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        same(field)
    assert sheet.text == "one\r\ntwo\r\n"


def test_words_from_an_input_method(field: SheetText) -> None:
    sheet = SheetDocument("＝＝窓口＝＝\n")
    field.show_sheet(sheet)
    field.go_to(1)
    QApplication.sendEvent(field, QInputMethodEvent("うけ", []))
    assert sheet.text == "＝＝窓口＝＝\n", "words being composed are not in the sheet yet"
    QApplication.sendEvent(field, QInputMethodEvent("", []))
    assert sheet.text == "＝＝窓口＝＝\n", "and leave nothing behind when they are given up"
    compose(field, "受付：こんにちは。", "／いらっしゃいませ。")
    assert sheet.text == "＝＝窓口＝＝\n受付：こんにちは。\n／いらっしゃいませ。"
    same(field)


def test_a_composed_word_replaces_what_was_chosen(field: SheetText) -> None:
    sheet = SheetDocument("店員：おはようございます。\n＞はい\n")
    field.show_sheet(sheet)
    cursor = field.textCursor()
    cursor.setPosition(3)
    cursor.setPosition(12, QTextCursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)
    compose(field, "こんばんは")
    assert sheet.text == "店員：こんばんは。\n＞はい\n"


def test_edits_made_elsewhere_keep_the_caret(field: SheetText) -> None:
    sheet = SheetDocument("one\ntwo\nthree\n")
    field.show_sheet(sheet)
    field.go_to(2, 4)
    sheet.replace(0, 1, ("a new first", "and second"))
    same(field)
    assert (field.row(), field.column()) == (3, 4)
    sheet.replace(1, 2, ())
    same(field)
    assert (field.row(), field.column()) == (1, 4)


def test_pasted_text_is_lines(field: SheetText) -> None:
    sheet = SheetDocument("one\r\ntwo")
    field.show_sheet(sheet)
    field.go_to(0, 3)
    data = QMimeData()
    data.setText(" a\u2029b\nc")
    data.setHtml("<b>bold</b>")
    field.insertFromMimeData(data)
    assert sheet.text == "one a\r\nb\r\nc\r\ntwo"
    same(field)


def test_moving_a_line(field: SheetText) -> None:
    sheet = SheetDocument("one\ntwo\nthree")
    field.show_sheet(sheet)
    field.go_to(2, 2)
    field.move_line(-1)
    assert sheet.text == "one\nthree\ntwo"
    assert (field.row(), field.column()) == (1, 2)
    field.move_line(1)
    assert sheet.text == "one\ntwo\nthree"


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_done_the_field_shows_the_document(field: SheetText, seed: int) -> None:
    chance = random.Random(seed)
    sheet = SheetDocument(ODD * 2)
    field.show_sheet(sheet)
    pieces = ("x", "\n", "字", "\U0001f600", "ab\ncd", "", "\u2028", "→")
    for _ in range(60):
        wish = chance.randrange(6)
        if wish < 3:
            row = chance.randrange(len(sheet))
            column = chance.randint(0, len(sheet.content(row)))
            cursor = field.cursor_over(row, column, column + chance.choice((0, 0, 1)))
            if chance.random() < 0.3:
                cursor.movePosition(QTextCursor.MoveOperation.NextBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(chance.choice(pieces))
        elif wish == 3:
            first = chance.randrange(len(sheet))
            count = min(chance.randint(0, 3), len(sheet) - first)
            sheet.replace(first, count, chance.choice((("new",), ("a", "b", "c"), ("\u2029",), ())))
        elif wish == 4:
            sheet.undo()
        else:
            sheet.redo()
        settle(1)
        same(field)
    while sheet.undo() is not None:
        same(field)
    assert sheet.text == ODD * 2


def test_every_shipped_sheet_is_shown_without_a_change(field: SheetText, repository: Path) -> None:
    seen = 0
    places = ("scenarios/*/scenes", "scenarios/*/translations/*", "assets/templates/*", "tests/data/sheets/**")
    for path in sorted(path for place in places for path in repository.glob(f"{place}/*.scene.txt")):
        sheet = SheetDocument.from_bytes(path.read_bytes())
        field.show_sheet(sheet)
        same(field)
        assert sheet.to_bytes() == path.read_bytes() and sheet.is_saved, path
        seen += 1
    assert seen >= 92


def test_places_count_characters() -> None:
    text = "a\U0001f600b字"
    assert [units(text, at) for at in range(5)] == [0, 1, 3, 4, 5]
    assert [column_of(text, at) for at in (0, 1, 3, 4, 5)] == [0, 1, 2, 3, 4]
    assert difference("店員です", "店長です") == (1, 2, "長")
    assert difference("aaa", "aa") == (2, 3, "")

"""A line more above them: findings go down with their lines, the chosen one stays chosen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.bench.desk_window import sheet
from tests.helpers.desk_bench import DeskAtHand, wait
from tests.helpers.window import settle
from trainer.editor.views.sheet_page import SheetPage


def test_findings_shift(qapp: Any, tmp_path: Path) -> None:
    path = tmp_path / "long.scene.txt"
    path.write_text(sheet(20), "utf-8")
    desk = DeskAtHand(tmp_path / "home", "en")
    try:
        assert desk.model.open_path(path)
        settle()
        page = desk.window.page
        assert isinstance(page, SheetPage)
        edit, found = page.lines.edit, page.findings
        rows = [one.row for one in desk.model.sheet.problems()]
        assert rows and found.choose_row(max(rows))
        before = found.problem()
        edit.go_to(10, 1000)
        QTest.keyClick(edit, Qt.Key.Key_Return)
        wait(lambda: desk.model.sheet.fresh)
        after = found.problem()
        assert before is not None and after is not None
        assert (after.row, after.code, after.line_text) == (before.row + 1, before.code, before.line_text)
        assert found.list.rows()[found.list.currentRow()].lead == f"line {after.row + 1}"
        edit.go_to(max(rows))
        settle()
        shown = {one.cursor.blockNumber() for one in edit._underlines}
        assert max(rows) + 1 in shown, "what came into sight is underlined"
    finally:
        desk.close()

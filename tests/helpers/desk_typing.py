"""Types into a sheet on the desk without end, and says each time how much of it was kept apart. To be killed."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from tests.helpers.desk_bench import DeskAtHand
from trainer.editor.view_models import sheet as timing
from trainer.editor.views.sheet_page import SheetPage
from trainer.ui.bridge import Outcome


def main(path: str, home: str) -> None:
    """Type into the sheet at `path`; drafts stand below `home`."""
    timing.DRAFT, timing.KEEP = 50, 1_000_000
    at_hand = DeskAtHand(Path(home))
    keep = at_hand.bench.draft

    def draft(place: Path, content: bytes) -> Outcome:
        outcome = keep(place, content)
        print("kept", len(content.decode("utf-8")), flush=True)
        return outcome

    at_hand.bench.draft = draft  # type: ignore[method-assign]
    at_hand.model.open_path(Path(path))
    QTimer.singleShot(100, lambda: begin(at_hand))
    sys.exit(_loop())


def begin(at_hand: DeskAtHand) -> None:
    """A letter every few milliseconds."""
    page = at_hand.window.page
    assert isinstance(page, SheetPage)
    page.lines.edit.go_to(1)
    timer = QTimer(page)
    timer.timeout.connect(lambda: QTest.keyClicks(page.lines.edit, "x"))
    timer.start(5)


def _loop() -> int:
    from PySide6.QtWidgets import QApplication

    return QApplication.exec()

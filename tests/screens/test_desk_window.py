"""The desk's pages: every control has a name and a role, nothing is cut off, every finding stands on its line."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from tests.helpers.desk_bench import DeskAtHand
from tests.helpers.window import cut_off, settle
from tests.screens.test_window_access import QUIET_ROLES, nodes
from trainer.editor.views.colours import formats
from trainer.editor.views.sheet_page import SheetPage
from trainer.ui.theme import PALETTES, TEXT, Look, contrast

VIEWS = ("lines", "map", "translation", "pictures", "versions", "try", "hear", "notes")
STATES = ("start", "guided", *VIEWS, "share", "play")


@pytest.fixture(scope="module", params=["en", "ja"])
def at_hand(
    request: pytest.FixtureRequest, qapp: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[DeskAtHand]:
    home = tmp_path_factory.mktemp("desk")
    made = DeskAtHand(home / "home", request.param)
    shutil.copytree(Path(__file__).resolve().parents[2] / "scenarios" / "errands", home / "errands")
    made.pack = home / "errands"  # type: ignore[attr-defined]
    yield made
    made.close()


def show(at_hand: DeskAtHand, state: str) -> QWidget:
    """Bring the desk there."""
    model = at_hand.model
    if state in ("start", "guided"):
        model.go(state)  # type: ignore[arg-type]
    else:
        if model.sheet.path is None:
            assert model.open_path(at_hand.pack)  # type: ignore[attr-defined]
        model.go("sheet")
        settle()
        page = at_hand.window.page
        assert isinstance(page, SheetPage)
        model.sheet.go_to(50)
        if state in ("share", "play"):
            page.play() if state == "play" else model.go("share")
        elif page.views[state].side and page.side.beside:
            page._show("lines")
            page.side.show_key(state)
        else:
            page._show(state)
    settle(6)
    assert at_hand.window.page is not None
    return at_hand.window.page


@pytest.mark.parametrize("state", STATES)
def test_every_control_has_a_name_and_a_role(at_hand: DeskAtHand, state: str) -> None:
    page = show(at_hand, state)
    assert page.accessibleName()
    seen = 0
    for node in nodes(page):
        if node.state().focusable:
            seen += 1
            thing = node.object()
            place = f"{type(thing).__name__} {thing.objectName() if thing is not None else ''} in {state}"
            assert node.text(QAccessible.Text.Name).strip(), f"{place} has no name"
            assert node.role() not in QUIET_ROLES, f"{place} has the role {node.role()}"
    assert seen > 2


@pytest.mark.parametrize(("scale", "size"), [(1.0, (1280, 800)), (2.0, (1024, 600))], ids=str)
def test_nothing_is_cut_off(at_hand: DeskAtHand, scale: float, size: tuple[int, int]) -> None:
    at_hand.window.settings.change(text_scale=scale)
    at_hand.window.resize(*size)
    settle(6)
    assert (at_hand.window.width(), at_hand.window.height()) == size
    found = [f"{state}: {problem}" for state in STATES for problem in cut_off(show(at_hand, state))]
    at_hand.window.settings.change(text_scale=1.0)
    settle()
    assert found == []


def test_every_finding_stands_on_its_line(at_hand: DeskAtHand, tmp_path: Path) -> None:
    lines = [
        "scene: T", "id: t", "language: en", "== one ==", "BOB: Hi", "> yes", "  - Yes.", "  -> nowhere", "> yes",
        "what is this", "== one ==", "@", "-> end", "== lost ==", "ANN: I'm good.", "> no", "  - No.", "  - No.",
    ]  # fmt: skip
    path = tmp_path / "t.scene.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert at_hand.model.open_path(path)
    settle()
    at_hand.looked()
    page = at_hand.window.page
    assert isinstance(page, SheetPage)
    problems = at_hand.model.sheet.problems()
    assert len({problem.row for problem in problems}) >= 8
    marks = page.lines.edit.gutter.marks
    assert set(marks) == {problem.row for problem in problems}
    underlined = {one.cursor.blockNumber() for one in page.lines.edit.extraSelections()[1:]}
    assert underlined == set(marks)
    listed = page.findings.list.rows()
    assert len(listed) == len(problems)
    for at, problem in enumerate(problems):
        page.findings.list.setCurrentRow(-1)
        page.findings.list.setCurrentRow(at)
        settle(1)
        assert page.lines.edit.row() == problem.row
        assert problem.message == listed[at].text
    at_hand.model.go("start")
    settle()
    assert path.read_text("utf-8") == "\n".join(lines)


def test_colours_of_the_sheet_can_be_read() -> None:
    for theme in PALETTES:
        look = Look(theme)
        p = look.palette
        for kind, style in formats(look).items():
            back = p.soft if kind == "slot" else p.surface
            ink = style.foreground().color().name()
            assert contrast(ink, back) >= TEXT, f"{kind} in {theme}"
            assert contrast(ink, p.soft) >= TEXT, f"{kind} on the row of the caret in {theme}"


def test_words_beside_a_line_are_never_html(at_hand: DeskAtHand, tmp_path: Path) -> None:
    path = tmp_path / "t.scene.txt"
    path.write_text("scene: <img src='x'>\n== a ==\nBOB: <b>hi</b>\n", encoding="utf-8")
    assert at_hand.model.open_path(path)
    settle()
    page = at_hand.window.page
    assert isinstance(page, SheetPage)
    page.lines.edit.go_to(2, 1)
    settle()
    assert "<b>hi</b>" not in page.lines.help.plain_text()
    assert page.lines.edit.help(2, 1).startswith(page.lines.help.plain_text().partition(":")[0])
    page.show_help()
    assert page.lines.help.isHidden()
    at_hand.looked()
    for label in page.findChildren(QWidget):
        text_format = getattr(label, "textFormat", None)
        if callable(text_format) and label.text():  # type: ignore[attr-defined]
            words = label.text()  # type: ignore[attr-defined]
            assert text_format().name == "PlainText" or not ("<img" in words or "<b>" in words)

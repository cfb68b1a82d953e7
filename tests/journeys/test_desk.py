"""A new facilitator's path, by mouse and by keyboard: from a template to a practice on another person's computer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from tests.helpers.desk_bench import DeskAtHand, HandHouse, compose, press, tab_to, wait
from tests.helpers.window import settle
from trainer.app.desk import LiveDesk
from trainer.editor.views.play import PlayPage
from trainer.editor.views.share import SharePage
from trainer.editor.views.sheet_page import SheetPage
from trainer.packs.builder import build_scene
from trainer.storage.paths import Places
from trainer.ui.bridge import Before

pytestmark = pytest.mark.journey

Key, Modifier = Qt.Key, Qt.KeyboardModifier

MOMENTS = (
    "＝＝窓口＝＝",
    "相手：次の方、どうぞ。",
    "／お待たせしました。",
    "＞あいさつする",
    "・こんにちは",
    "・おはようございます",
    "・どうも",
    "→用件",
    "＞（会釈する）",
    "→用件",
    "沈黙８秒：",
    "相手：（そっと）ごゆっくりどうぞ。",
    "伝わらないとき：",
    "相手：すみません、聞き取れませんでした。",
    "",
    "＝＝用件＝＝",
    "相手：今日はどうされましたか。",
    "／ご用件をうかがいます。",
    "＞予約を伝える",
    "・予約した者です",
    "・十時に予約しています",
    "・予約があって来ました",
    "→お待ち",
    "＞（カードを出す）",
    "→お待ち",
    "ヒント１：来た理由を、ひとことで大丈夫です。",
    "ヒント２：「予約」ということばだけでも伝わります。",
    "ヒント３：たとえば「予約した者です」。",
    "沈黙８秒：",
    "相手：（そっと）カードを出すだけでも大丈夫です。",
    "伝わらないとき：",
    "相手：すみません、もう一度お願いできますか。",
    "",
    "＝＝お待ち＝＝",
    "相手：ありがとうございます。おかけになってお待ちください。",
    "／少しお待ちくださいね。",
    "→終わりり",
)
"""Three moments as somebody writes them: the first without hints, the last with a slip in its arrow."""


@pytest.fixture
def at_hand(qapp: Any, tmp_path: Path) -> Iterator[DeskAtHand]:
    made = DeskAtHand(tmp_path / "writer", "ja")
    yield made
    made.close()


def sheet_page(at_hand: DeskAtHand) -> SheetPage:
    page = at_hand.window.page
    assert isinstance(page, SheetPage)
    return page


def write_moments(at_hand: DeskAtHand) -> None:
    """Before the moment that ends the template, three moments are typed through an input method."""
    page, sheet = sheet_page(at_hand), at_hand.model.sheet
    edit = page.lines.edit
    rows = [row.content for row in sheet.document.rows]
    first = next(at for at, row in enumerate(rows) if row.startswith("＝＝") and "どこでも" not in row)
    edit.go_to(first)
    QTest.keyClick(edit, Key.Key_Return)
    edit.go_to(first)
    compose(edit, *MOMENTS)
    assert tuple(row.content for row in sheet.document.rows)[first : first + len(MOMENTS)] == MOMENTS
    at_hand.looked()


def codes(at_hand: DeskAtHand) -> list[str]:
    return [problem.code for problem in at_hand.model.sheet.problems() if problem.severity != "idea"]


def finish_lines(at_hand: DeskAtHand, times: int = 1) -> None:
    """The partner says what there is to say."""
    voice = at_hand.house.hand_voice
    assert voice is not None
    for _ in range(times):
        wait(lambda: voice.saying is not None)
        voice.finish()
        settle()


def practise(home: Path, pack: Path) -> str:
    """On another computer: the pack is added, and its scene practised by choosing the first reply."""
    house = HandHouse(Places(home, home, home / "cache"))
    live = LiveDesk(house)
    try:
        assert live.add_pack(str(pack)).ok
        added = [one for one in house.shelf.packs() if not house.shelf.is_built_in(one.id)]
        assert len(added) == 1
        address = f"{added[0].id}/{added[0].scenes[0].id}"
        house.settings = replace(house.settings, practice_language="ja", way="choose")
        card = live.pack(added[0].id)
        assert card is not None and card.level == 2, "the sheet says how far it goes"
        assert [one for one, _ in card.open_to] == [address], "and its page leads there"
        visit = live.begin_visit(Before(address))
        assert visit is not None
        visit.begin()
        voice = house.hand_voice
        assert voice is not None
        heard = []
        for _ in range(40):
            settle(1)
            if visit.view.ended:
                break
            if voice.saying is not None:
                heard += [line.text for line in voice.saying[1]]
                voice.finish()
            elif visit.view.replies:
                visit.pick(visit.view.replies[0].id)
        assert any("次の方" in line or "お待たせ" in line for line in heard)
        return str(visit.view.ended)
    finally:
        live.close()


def test_by_mouse(at_hand: DeskAtHand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at_hand.click("template:blank")
    write_moments(at_hand)
    found = codes(at_hand)
    assert "goto-unknown" in found and "hint-missing" in found
    page = sheet_page(at_hand)
    for code in ("goto-unknown", "hint-missing"):
        row = next(one.row for one in at_hand.model.sheet.problems() if one.code == code)
        assert page.findings.choose_row(row)
        settle()
        at_hand.click("fix")
        at_hand.looked()
    assert "goto-unknown" not in codes(at_hand) and "hint-missing" not in codes(at_hand)
    assert "→ 終わり" in at_hand.model.sheet.document.words or "→終わり" in at_hand.model.sheet.document.words
    go_to_moment(at_hand, "用件")
    field = at_hand.child("try-words", QLineEdit)
    assert isinstance(field, QLineEdit)
    compose(field, "予約して来たのですが")
    at_hand.click("try")
    wait(lambda: at_hand.window.findChild(QLineEdit, "try-words") is not None and page.side.trying._tried is not None)
    tried = page.side.trying._tried
    assert tried is not None and tried.reply == "予約を伝える"
    at_hand.click("add-example")
    assert "・予約して来たのですが" in at_hand.model.sheet.document.words
    at_hand.click("play")
    playing = at_hand.window.page
    assert isinstance(playing, PlayPage) and playing.page is not None
    finish_lines(at_hand)
    assert playing.practice.view.moment_label == "用件"
    assert at_hand.house.journal.visits() == ()
    at_hand.click("to-lines")
    at_hand.click("share")
    assert isinstance(at_hand.window.page, SharePage)
    target = tmp_path / "from-me.practicepack"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    at_hand.click("build")
    assert target.is_file()
    assert build_scene(at_hand.model.sheet.document.words).scene is not None
    assert practise(tmp_path / "reader", target) == "finished"


def go_to_moment(at_hand: DeskAtHand, name: str) -> None:
    """By the outline."""
    page = sheet_page(at_hand)
    part = next(one for one in page.outline.parts if one.name == name)
    at = page.outline.parts.index(part)
    box = page.outline.list.visualItemRect(page.outline.list.item(at))
    QTest.mouseClick(page.outline.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    settle()
    assert page.outline.moment() == name


def test_by_keyboard(at_hand: DeskAtHand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tab_to("template:blank")
    press(Key.Key_Return)
    write_moments(at_hand)
    page = sheet_page(at_hand)
    assert QApplication.focusWidget() is page.lines.edit
    press(Key.Key_F8)
    while page.lines.edit.row() != next(p.row for p in at_hand.model.sheet.problems() if p.code == "goto-unknown"):
        press(Key.Key_F8)
    press(Key.Key_Period, Modifier.ControlModifier)
    at_hand.looked()
    assert "goto-unknown" not in codes(at_hand)
    tab_to("findings")
    press(Key.Key_Home)
    while (problem := page.findings.problem()) is not None and problem.code != "hint-missing":
        press(Key.Key_Down)
    press(Key.Key_F)
    at_hand.looked()
    assert "hint-missing" not in codes(at_hand)
    press(Key.Key_F6)
    tab_to("outline")
    press(Key.Key_Home)
    while page.outline.moment() != "用件":
        press(Key.Key_Down)
    field = tab_to("try-words")
    compose(field, "予約して来たのですが")
    press(Key.Key_Return)
    wait(lambda: page.side.trying._tried is not None)
    tab_to("add-example")
    press(Key.Key_Space)
    assert "・予約して来たのですが" in at_hand.model.sheet.document.words
    press(Key.Key_F7)
    assert isinstance(at_hand.window.page, PlayPage)
    finish_lines(at_hand)
    press(Key.Key_1)
    press(Key.Key_Return)
    finish_lines(at_hand)
    press(Key.Key_Escape)
    assert isinstance(at_hand.window.page, SheetPage)
    tab_to("share")
    press(Key.Key_Return)
    target = tmp_path / "from-me.practicepack"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    tab_to("build")
    press(Key.Key_Return)
    assert practise(tmp_path / "reader", target) == "finished"

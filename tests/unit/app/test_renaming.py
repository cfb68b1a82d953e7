"""A moment's other name reaches the translation, its notes and the rehearsal plans; undo takes all of it back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.desk_bench import HandHouse
from tests.helpers.sheet_cases import BAKERY, BAKERY_JA
from tests.helpers.window import settle
from trainer.app.hub import Hub
from trainer.app.workbench import LiveBench
from trainer.editor.model.renaming import in_plan, in_status
from trainer.editor.view_models.desk import DeskModel
from trainer.editor.view_models.translation import TranslationModel
from trainer.storage.paths import Places

PLAN = "language en\r\n> Hello.\r\n=  Choose \r\n> choose\r\n= pay\r\n＝choose\r\nend"
NOTES = '["bakery"]\n"choose / hint 1" = "5f0c1e77ab12"\n"pay / opening" = "000000000000"\n'


@pytest.fixture
def desk(qapp: Any, tmp_path: Path) -> Iterator[DeskModel]:
    pack = tmp_path / "pack"
    for name, text in {
        "pack.toml": 'title = "Bakery"\n',
        "scenes/bakery.scene.txt": BAKERY,
        "translations/ja/bakery.scene.txt": BAKERY_JA,
        "translations/ja/status.toml": NOTES,
        "rehearsals/bakery.en.plan": "= arrive\n= choose\nend\n",
        "rehearsals/other.en.plan": "= choose\n",
    }.items():
        (pack / name).parent.mkdir(parents=True, exist_ok=True)
        (pack / name).write_bytes(text.encode())
    house = HandHouse(Places(tmp_path / "home", tmp_path / "home", tmp_path / "home" / "cache"))
    bench = LiveBench(house, Hub())
    model = DeskModel(bench)
    assert model.open_path(pack)
    yield model
    model.close()
    bench.close()
    house.close()
    settle()


def beside(desk: DeskModel) -> dict[str, bytes]:
    assert desk.folder is not None
    return {
        str(path.relative_to(desk.folder.path)): path.read_bytes()
        for path in sorted(desk.folder.path.rglob("*"))
        if path.is_file() and path.parent.name != "scenes"
    }


def test_the_files_beside_the_sheet_follow_and_come_back(desk: DeskModel) -> None:
    before = beside(desk)
    assert desk.rename_moment("choose", "which roll", "Rename")
    after = beside(desk)
    assert after["rehearsals/bakery.en.plan"] == b"= arrive\n= which roll\nend\n"
    assert after["rehearsals/other.en.plan"] == before["rehearsals/other.en.plan"]
    assert "which roll" in after["translations/ja/bakery.scene.txt"].decode()
    assert b'"which roll / hint 1" = "5f0c1e77ab12"' in after["translations/ja/status.toml"]
    desk.sheet.undo()
    assert beside(desk) == before
    desk.sheet.redo()
    assert beside(desk) == after


def test_a_translation_that_is_open_follows(desk: DeskModel) -> None:
    beside_it = TranslationModel(desk)
    beside_it.choose("ja")
    was = beside_it.target.document.text
    assert desk.rename_moment("choose", "which roll", "Rename")
    assert "which roll" in beside_it.target.document.text
    assert "which roll / hint 1" in beside_it.status["bakery"]
    desk.sheet.undo()
    assert beside_it.target.document.text == was
    assert "choose / hint 1" in beside_it.status["bakery"]
    beside_it.close()


def test_another_undo_touches_no_other_file(desk: DeskModel) -> None:
    assert desk.rename_moment("choose", "which roll", "Rename")
    after = beside(desk)
    assert desk.sheet.apply([desk.sheet.document.edit(0, 0, ["// a note"])])
    desk.sheet.undo()
    assert beside(desk) == after


def test_a_plan_changes_only_where_the_moment_stands() -> None:
    assert in_plan(PLAN, "choose", "roll") == PLAN.replace("=  Choose", "=  roll").replace("＝choose", "＝roll")
    assert in_plan(PLAN, "nowhere", "roll") == PLAN


def test_notes_move_with_their_moment() -> None:
    made = in_status(
        {"bakery": {"choose / hint 1": "a", "choose two / opening": "b"}, "x": {}}, "bakery", "Choose", "B"
    )
    assert made == {"bakery": {"b / hint 1": "a", "choose two / opening": "b"}, "x": {}}
    assert in_status({}, "bakery", "a", "b") == {}

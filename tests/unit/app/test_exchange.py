"""`engawa import` and `engawa texts`: files in, files out, and one sentence for what cannot be done."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.sheet_cases import SHOP
from trainer.cli import run

STORIES = Path(__file__).parents[2] / "data" / "stories"


def test_a_story_becomes_a_draft(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "bakery.scene.txt"
    assert run(["import", str(STORIES / "bakery.twee"), "-o", str(out)]) == 0
    told = capsys.readouterr()
    assert "Line 16: the command" in told.err
    assert "is a draft" in told.out
    assert "BAKER: What can I get you?" in out.read_text(encoding="utf-8")
    assert run(["check", str(out)]) == 0
    assert "[hint-missing]" in capsys.readouterr().out
    assert run(["import", str(STORIES / "bakery.twee"), "-o", str(out)]) == 1
    assert "there already" in capsys.readouterr().err


def test_a_file_that_is_no_story(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("only words", encoding="utf-8")
    assert run(["import", str(other), "-o", str(tmp_path / "x.scene.txt"), "--told-in", "ja"]) == 1
    told = capsys.readouterr().err
    assert "取り込めます" in told
    assert not (tmp_path / "x.scene.txt").exists()


def test_texts_go_out_and_come_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = tmp_path / "pack/scenes/shop.scene.txt"
    sheet.parent.mkdir(parents=True)
    sheet.write_text(SHOP, encoding="utf-8")
    out = tmp_path / "shop.po"
    assert run(["texts", "export", str(sheet), "--to", "ja", "-o", str(out)]) == 0
    assert "0 of them translated" in capsys.readouterr().out
    text = out.read_text(encoding="utf-8")
    hint = 'msgid "Any small answer is fine here."\nmsgstr "'
    assert hint in text
    text = text.replace(hint, hint + "大丈夫です。")
    out.write_text(text.replace("bag / hint 1", "bin / hint 1"), encoding="utf-8")
    assert run(["texts", "import", str(out), str(sheet), "--to", "ja"]) == 0
    told = capsys.readouterr()
    assert "texts changed: 1" in told.out
    assert "bin / hint 1: not in this scene." in told.err
    made = tmp_path / "pack/translations/ja/shop.scene.txt"
    assert "ヒント１：大丈夫です。\n" in made.read_text(encoding="utf-8")
    assert '"arrive / hint 1"' in made.with_name("status.toml").read_text(encoding="utf-8")
    table = tmp_path / "shop.csv"
    assert run(["texts", "export", str(sheet), "--to", "ja", "-o", str(table)]) == 0
    assert "1 of them translated" in capsys.readouterr().out
    assert table.read_bytes().startswith(b"\xef\xbb\xbfaddress,kind,")
    alone = tmp_path / "alone.scene.txt"
    alone.write_text(SHOP, encoding="utf-8")
    assert run(["texts", "import", str(out), str(alone), "--to", "ja"]) == 0
    assert (tmp_path / "translations/ja/alone.scene.txt").is_file()
    empty = tmp_path / "empty.po"
    empty.write_text("", encoding="utf-8")
    assert run(["texts", "import", str(empty), str(sheet), "--to", "ja"]) == 1
    assert "engawa texts export" in capsys.readouterr().err

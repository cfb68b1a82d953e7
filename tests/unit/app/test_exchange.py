"""`engawa import` and `engawa texts`: files in, files out, and one sentence for what cannot be done."""

from __future__ import annotations

from pathlib import Path

import pytest

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

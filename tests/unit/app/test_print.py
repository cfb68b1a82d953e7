"""`engawa print`: papers of a scene, without a window, from a sheet, from the shelf, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.helpers.sheet_cases import BAKERY, BAKERY_JA
from trainer.app.paper import scene_pdf
from trainer.cli import run
from trainer.packs.builder import build_scene
from trainer.storage.paths import assets
from trainer.ui.fonts import load_fonts
from trainer.ui.paper import Block, Run, pdf_of_blocks

HEAT = "errands/shall-i-heat-it"
SHEETS = Path(__file__).parents[2] / "data" / "sheets"


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("more", [[], ["--voice"], ["--furigana"]], ids=["copy", "voice", "furigana"])
def test_a_scene_of_the_shelf_on_paper(language: str, more: list[str], tmp_path: Path, qapp) -> None:
    out = tmp_path / "scene.pdf"
    assert run(["print", HEAT, "--language", language, "-o", str(out), *more]) == 0
    content = out.read_bytes()
    assert content.startswith(b"%PDF-")
    assert pages(content) >= 2
    assert b"/FontFile" in content, "the letters are in the file"


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("scene", ["work/full-interview", "work/gap-question"])
def test_the_longest_scenes_stay_on_one_sheet(scene: str, language: str, paper: str, tmp_path: Path, qapp) -> None:
    load_fonts(assets() / "fonts")  # as the command itself does where no application runs yet
    out = tmp_path / "sheet.pdf"
    assert run(["print", scene, "--page", "--language", language, "--paper", paper, "-o", str(out)]) == 0
    assert pages(out.read_bytes()) == 1


def test_text_and_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = SHEETS / "small" / "bakery.scene.txt"
    for name in ("scene.txt", "scene.csv"):
        assert run(["print", str(sheet), "-o", str(tmp_path / name)]) == 0
    assert "When asked to say it again" in (tmp_path / "scene.txt").read_text("utf-8")
    assert (tmp_path / "scene.csv").read_bytes().startswith(b"\xef\xbb\xbfaddress,who")
    assert run(["print", str(sheet), "--voice", "-o", str(tmp_path / "voice.txt")]) == 0
    assert "Good morning." in (tmp_path / "voice.txt").read_text("utf-8")
    assert run(["print", str(sheet), "-o", str(tmp_path / "scene.doc")]) == 2
    assert run(["print", "errands/none", "-o", str(tmp_path / "x.pdf")]) == 1
    assert run(["print", str(sheet), "-o", str(tmp_path / "scene.txt" / "x.txt")]) == 1


def test_what_fits_stands_on_one_sheet_and_the_rest_is_numbered(qapp) -> None:
    blocks = [Block((Run(f"line {number}"),)) for number in range(40)]
    assert pages(pdf_of_blocks("short", blocks, qapp.font())) == 1
    assert pages(pdf_of_blocks("long", blocks * 10, qapp.font())) > 2


def test_the_same_scene_gives_the_same_file(qapp) -> None:
    scene = build_scene(BAKERY, BAKERY_JA).scene
    assert scene is not None
    # Qt numbers every file with an identity of its own; everything else is the same.
    one, other = (re.sub(rb"/ID \[.*?\]|uuid:[0-9a-f-]+", b"", scene_pdf(scene), flags=re.DOTALL) for _ in range(2))
    assert one == other

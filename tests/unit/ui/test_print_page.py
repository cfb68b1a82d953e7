"""Every scene on one sheet of paper, in both languages, on A4 and on Letter; the page for families; the command."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSizeF

from trainer.app.commands.print_scene import command
from trainer.app.paper import page_font
from trainer.app.printing import addresses, all_pages, families_page, page_of
from trainer.app.scenes import find_scene
from trainer.packs.one_page import one_page, usual_way
from trainer.ui.paper import RESOLUTION, PaperSize, _document, sheets
from trainer.ui.print_page import SIZES, _blocks

SHEET = b"/Type /Page\n"
SIDES: dict[PaperSize, tuple[float, float]] = {"A4": (595, 842), "Letter": (612, 792)}


def pages(content: bytes) -> int:
    return content.count(SHEET)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_scene_fits_one_sheet(qapp: object, language: str, paper: PaperSize) -> None:
    made = dict(all_pages(language, paper))
    assert len(made) == len(addresses()) + 1
    for name, content in made.items():
        assert content.startswith(b"%PDF"), name
        assert pages(content) == 1, name
        assert b"/FontFile2" in content, f"{name}: letters are not in the file"
        assert all(b"%d" % side in content for side in SIDES[paper]), name


@pytest.mark.parametrize("address", ["errands/shall-i-heat-it", "work/full-interview", "home/the-tray"])
def test_no_line_is_wider_than_the_sheet(qapp: object, address: str) -> None:
    for language in ("en", "ja"):
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = sheets(buffer, "test", "Letter")
        sheet = QSizeF(writer.width(), writer.height())
        document = _document(
            _blocks(one_page(find_scene(address, language).scene)), page_font(), SIZES[0], writer, sheet
        )
        assert document.idealWidth() <= sheet.width() + 1
        assert document.size().width() <= sheet.width() + RESOLUTION / 72


def test_the_page_holds_the_ways_out_and_the_steps() -> None:
    for address in addresses():
        for language in ("en", "ja"):
            scene = find_scene(address, language).scene
            rows = one_page(scene, language)
            assert {row.text for row in rows if row.kind == "step"} == {
                scene.steps_outside.small,
                scene.steps_outside.middle,
                scene.steps_outside.large,
            }
            words = " ".join(row.text for row in rows)
            assert all(reply.examples[0] in words for reply in scene.anywhere.replies)
            assert "{" not in words, address
            assert len(usual_way(scene)) >= 2, address


def test_families_in_both_languages(qapp: object) -> None:
    assert pages(families_page("en")) == pages(families_page("ja", "Letter")) == 1


def test_readings_stand_in_brackets(qapp: object) -> None:
    scene = find_scene("work/full-interview", "ja").scene
    assert len(page_of(scene, readings=True)) != len(page_of(scene))


def test_the_command(qapp: object, tmp_path: Path) -> None:
    one = tmp_path / "one.pdf"
    assert CliRunner().invoke(command, ["home/the-tray", "--page", "--language", "ja", "-o", str(one)]).exit_code == 0
    assert pages(one.read_bytes()) == 1
    families = tmp_path / "f.pdf"
    assert CliRunner().invoke(command, ["--families", "-o", str(families)]).exit_code == 0
    assert families.read_bytes().startswith(b"%PDF")
    refused = CliRunner().invoke(command, ["-o", str(one)])
    assert refused.exit_code == 2
    assert "--all" in refused.output

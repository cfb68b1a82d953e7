"""A sheet with nearly everything there is to find: `engawa check` names each on its line, with number and page."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.helpers.pack_cases import PACK_CASES, good_pack
from tests.helpers.sheet_cases import SOURCE_CASES
from trainer.app.checking import check_path
from trainer.app.sounds import english, japanese, sounds
from trainer.cli import run
from trainer.packs.catalogue import DEFINITIONS
from trainer.packs.checker import Tools, check_sheet

MARKED = (Path(__file__).parents[2] / "data" / "sheets" / "everything.marked.txt").read_text("utf-8")
DOCS = Path(__file__).parents[3] / "docs" / "diagnostics"
LINES = [line.partition("  § ") for line in MARKED.split("\n")]
SHEET = "\n".join(words for words, _, _ in LINES)
WANTED = sorted((number, code) for number, (_, _, codes) in enumerate(LINES, start=1) for code in codes.split())
ALONE = {
    "head-missing", "no-moments", "text-too-long", "too-many-lines", "too-many-moments", "too-many-replies",
    "too-many-examples", "too-many-names", "no-early-exit", "only-leaving", "mixed-politeness", "kanji-load",
    "hint1-tells",
}  # fmt: skip
"""They cannot stand beside the others in one English sheet; each has a sheet of its own among the cases."""


def test_one_sheet_shows_every_finding_on_its_line() -> None:
    found = check_sheet(SHEET, "everything.scene.txt", tools=Tools(sounds=sounds()), walk=True)
    assert sorted((one.line, one.code) for one in found) == WANTED
    told = {code for _, code in WANTED}
    assert len(told) >= 75
    assert {case.code for case in SOURCE_CASES} - told <= ALONE


def test_the_command_says_line_number_fix_and_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "everything.scene.txt"
    path.write_text(SHEET, "utf-8")
    assert run(["check", str(path), "--json", "--language", "ja"]) == 1
    rows = json.loads(capsys.readouterr().out)
    assert {(row["line"], row["code"]) for row in rows} >= set(WANTED)
    for row in rows:
        definition = DEFINITIONS[row["code"]]
        assert list(row) == ["code", "number", "severity", "file", "line", "column", "message", "fix"]
        assert (row["number"], row["severity"]) == (definition.number, definition.severity)
        assert re.search(r"[ぁ-んァ-ヶ一-龠]", row["message"]) and row["fix"]
    assert run(["check", str(path)]) == 1
    assert f"{path}:2:" in capsys.readouterr().out


def test_every_finding_has_a_page() -> None:
    for definition in DEFINITIONS.values():
        page = (DOCS / f"{definition.theme}.md").read_text("utf-8")
        assert f"## {definition.number} {definition.code}\n" in page
        assert f"({definition.theme}.md#{definition.number}-{definition.code})" in (DOCS / "README.md").read_text(
            "utf-8"
        )


@pytest.mark.parametrize("code", ["asset-missing", "exif-gps", "manifest-differs", "not-utf8", "plan-name"])
def test_findings_of_a_pack_folder_name_their_file(code: str, tmp_path: Path) -> None:
    case = next(case for case in PACK_CASES if case.code == code)
    for name, content in case.files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    found = [one for one in check_path(tmp_path, Tools()) if one.code == code]
    assert [one.file for one in found] == [str(tmp_path / case.file)]
    assert set(good_pack()) >= {case.file} or code == "exif-gps"


def test_the_programs_own_dictionaries_tell_what_sounds_alike() -> None:
    assert list(english("Cash, please")) == ["K", "AE", "SH", "P", "L", "IY", "Z"]
    assert "".join(japanese("現金で")) == "げんきんで"
    assert set(sounds()) == {"en", "ja"}

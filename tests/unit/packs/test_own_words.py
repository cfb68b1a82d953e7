"""A centre's own words: pointed at where they stand, left alone where they mean something else, never in the way."""

from pathlib import Path

import pytest

from tests.helpers.sheet_cases import BAKERY, BAKERY_JA, changed
from trainer.cli import run
from trainer.packs.checker import Tools, check_sheet, check_translation
from trainer.packs.own_words import NONE, read_own_words
from trainer.storage.paths import places

WORDS = """[en]
may-shame = ["cowlick", "Odd Duck"]
leave = ["quickly"]

[ja]
may-press = ["元気出して"]
"""


def codes(found) -> list[tuple[int, str]]:
    return [(one.line, one.code) for one in found]


def test_words_are_added_and_left_alone():
    own, odd = read_own_words(WORDS)
    assert odd == ""
    sheet = changed(BAKERY, ("BAKER: Shall I warm it up?", "BAKER: Quickly, odd　duck: shall I warm it up?"))
    line = sheet.split("\n").index("BAKER: Quickly, odd　duck: shall I warm it up?") + 1
    assert codes(check_sheet(sheet)) == [(line, "may-hurry")]
    assert codes(check_sheet(sheet, tools=Tools(own_words=own))) == [(line, "may-shame")]
    assert (
        check_sheet(changed(BAKERY, ("BAKER: Shall I", "BAKER: Cowlicks. Shall I")), tools=Tools(own_words=own)) == ()
    )
    japanese = changed(BAKERY_JA, ("しめくくり：少し休んでください。", "しめくくり：元気出してください。"))
    found = check_translation(BAKERY, japanese, tools=Tools(own_words=own))
    assert "may-press" in [code for _, code in codes(found)]


@pytest.mark.parametrize(
    "text",
    ["[", "[fr]\nmay-shame = ['x']", "[en]\nmay-sham = ['x']", "[en]\nmay-shame = 'x'", "[en]\nleave = ['']",
     "[en]\nleave = [3]", "en = 3", "x = " + "[" * 5000, "[en]\nleave = [" + "'x'," * 600 + "]"],
)  # fmt: skip
def test_an_odd_list_is_told_in_a_sentence_and_the_rest_is_used(text):
    own, odd = read_own_words(text)
    assert odd and "\n" not in odd
    assert own == NONE
    assert read_own_words(text + "\n[ja]\nleave = ['早く']")[0].leaves("早く", "ja") is (tomllike(text))


def tomllike(text: str) -> bool:
    return not text.startswith(("[\n", "x =")) and text != "["


def test_the_command_reads_the_list_of_this_computer(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    places().config.mkdir(parents=True)
    (places().config / "words.toml").write_text(WORDS + "[fr]\nmay-shame = ['x']\n", "utf-8")
    sheet = tmp_path / "bakery.scene.txt"
    sheet.write_text(changed(BAKERY, ("BAKER: Shall I", "BAKER: Cowlick. Shall I")), "utf-8")
    assert run(["check", str(sheet)]) == 0
    told = capsys.readouterr()
    assert "[may-shame]" in told.out
    assert "“fr” is no language of ours" in told.err and told.err.count("\n") == 1

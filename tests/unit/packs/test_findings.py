"""Every finding: made once by a sheet with one thing to find, at the right line, with one thing to do next."""

import pytest

from tests.helpers.sheet_cases import BAKERY, BAKERY_JA, SOURCE_CASES, TRANSLATION_CASES, Case
from trainer.packs.checker import check_sheet, check_translation
from trainer.packs.diagnostics import Diagnostic


def stands_there(case: Case, found: tuple[Diagnostic, ...], file: str) -> None:
    at = [(diagnostic.line, diagnostic.code) for diagnostic in found if diagnostic.file == file]
    assert (case.line, case.code) in at, (case.line, at)
    for diagnostic in found:
        for language in ("en", "ja"):
            for sentence in (diagnostic.message_in(language), diagnostic.fix_in(language)):
                assert sentence
                assert "<" not in sentence.replace("<=", "").replace("< ", ""), sentence
        assert diagnostic.column >= 1


@pytest.mark.parametrize("case", SOURCE_CASES, ids=lambda case: case.name)
def test_broken_sheet(case):
    found = check_sheet(case.text, "broken.scene.txt", walk=case.code == "slot-empty")
    stands_there(case, found, "broken.scene.txt")


@pytest.mark.parametrize("case", TRANSLATION_CASES, ids=lambda case: case.name)
def test_broken_translation(case):
    stands_there(case, check_translation(BAKERY, case.text, "en.txt", "ja.txt"), "ja.txt")


def test_a_translation_without_its_source_says_so_and_nothing_of_missing_lines():
    assert [(found.code, found.line) for found in check_sheet(BAKERY_JA)] == [("translation-alone", 1)]
    hurried = BAKERY_JA.replace("BAKER：温めますか。", "BAKER：早くしてくださいね。")
    assert [found.code for found in check_sheet(hurried)] == ["translation-alone", "may-hurry"]


def test_the_sheet_they_are_made_from_has_nothing_to_find():
    assert check_sheet(BAKERY, walk=True) == ()
    assert check_translation(BAKERY, BAKERY_JA) == ()

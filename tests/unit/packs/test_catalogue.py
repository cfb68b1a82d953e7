"""The catalogue of findings: complete, numbered once, plain words in both languages, help pages current."""

import re
from pathlib import Path

import pytest

from tests.helpers.pack_cases import PACK_CASES
from tests.helpers.sheet_cases import SOURCE_CASES, TRANSLATION_CASES
from trainer.packs.catalogue import DEFINITIONS, THEMES
from trainer.packs.catalogue.pages import pages
from trainer.packs.diagnostics import Diagnostic, Findings, errors, shorten

DOCS = Path(__file__).parents[3] / "docs" / "diagnostics"
ASKED = {"close-example", "sounds-alike", "hint3-no-match", "translation-alone", "word-guessed", "word-unheard"}
"""Made in test_matching, with an understanding brought along, and in test_findings."""


def test_every_code_is_made_by_some_test():
    made = {case.code for case in (*SOURCE_CASES, *TRANSLATION_CASES, *PACK_CASES)} | ASKED
    assert made == set(DEFINITIONS)


def test_numbers_are_given_once_and_tell_the_theme():
    numbers = [definition.number for definition in DEFINITIONS.values()]
    assert len(set(numbers)) == len(numbers)
    assert numbers == sorted(numbers)
    assert {definition.theme for definition in DEFINITIONS.values()} == set(THEMES)


@pytest.mark.parametrize("definition", DEFINITIONS.values(), ids=lambda definition: definition.code)
def test_sentences_are_plain(definition):
    never = re.compile(
        r"\b(?:easy|just|fail\w*|wrong|score|streak|missed|normal|should)\b|簡単|失敗|間違|普通|べき|頑張|甘え",
        re.IGNORECASE,
    )
    for words in (definition.en, definition.ja):
        for sentence in (words.message, words.fix, words.why):
            assert sentence.strip() == sentence
            assert sentence
        shown = " ".join((words.message, words.fix, words.why, words.fix_near))
        assert not never.search(shown), never.search(shown)
        assert shown.count("“") == shown.count("”")
        assert shown.count("「") == shown.count("」")
    # Both languages are filled from the same values.
    names = [
        set(re.findall(r"<([a-z]+)>", " ".join((w.message, w.fix, w.fix_near)))) for w in (definition.en, definition.ja)
    ]
    assert names[1] <= names[0]


def test_help_pages_are_current():
    for name, text in pages().items():
        assert (DOCS / name).read_text(encoding="utf-8") == text, f"{name}: run packaging/diagnostic_pages.py"
    assert {page.name for page in DOCS.glob("*.md")} == set(pages())


def test_a_finding_says_what_where_and_what_next():
    findings = Findings("a.txt")
    findings.add("goto-unknown", 3, 5, name="oder", near="order")
    findings.add("goto-unknown", 1, 1, name="x", near="")
    first, second = findings.all()
    assert (first.line, second.line) == (1, 3)
    assert second.message == "There is no moment called “oder”."
    assert second.fix == "Did you mean “-> order”?"
    assert second.fix_in("ja") == "「→ order」のことでしょうか。"
    assert first.fix.startswith("Write a moment “== x ==”")
    assert second.to_dict()["number"] == 201
    assert errors([first, Diagnostic("one-wording")]) == (first,)


def test_somebody_elses_words_stay_in_one_line():
    assert shorten("a\nb\u202ec") == "a·b·c"
    assert len(shorten("x" * 500)) == 160


def test_near_names_are_looked_for_fifty_times():
    findings = Findings()
    found = [findings.nearest("oder", ["order"]) for _ in range(60)]
    assert found == ["order"] * 50 + [""] * 10

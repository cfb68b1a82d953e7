"""Fixes that a machine can apply: the finding is gone, nothing worse has come, and undo gives the same bytes."""

from __future__ import annotations

import pytest

from tests.helpers.sheet_cases import BAKERY, SOURCE_CASES, Case
from trainer.editor.model import accepting, fixes
from trainer.editor.model.document import SheetDocument
from trainer.editor.model.live import Look, look
from trainer.packs.diagnostics import errors


def seen(document: SheetDocument) -> Look:
    return look(document.words, "broken.scene.txt", revision=document.revision)


FIXED = [case for case in SOURCE_CASES if case.code in fixes._FIXES]


@pytest.mark.parametrize("case", FIXED, ids=lambda case: case.name)
def test_a_fix_does_what_it_says(case: Case) -> None:
    document = SheetDocument(case.text, "broken.scene.txt")
    before = seen(document)
    found = next(f for f in before.found if (f.code, f.line) == (case.code, case.line))
    edits = fixes.fix(document, found)
    if not edits:
        assert case.name in ONLY_A_PERSON, case.name
        return
    assert case.name not in ONLY_A_PERSON
    document.apply(edits, "fix")
    now = seen(document)
    assert len([f for f in now.found if f.code == case.code]) < len([f for f in before.found if f.code == case.code])
    assert len(errors(now.found)) <= len(errors(before.found))
    document.undo()
    assert document.text == case.text


# Which of two people speaks, which of many places it is, what a name was to mean: nobody can tell but the author.
ONLY_A_PERSON = {
    "head-value",
    "plain-line",
    "wording-without-line",
    "setting",
    "usual",
    "memory",
    "name-unknown",
    "set an unknown name",
}


def test_a_fix_for_a_sheet_that_has_changed_does_no_harm() -> None:
    for case in FIXED:
        document = SheetDocument(case.text, "broken.scene.txt")
        found = next(f for f in seen(document).found if (f.code, f.line) == (case.code, case.line))
        other = SheetDocument(BAKERY)
        other.apply(fixes.fix(other, found))
        tiny = SheetDocument("x")
        tiny.apply(fixes.fix(tiny, found))


def test_accepting_takes_a_finding_away_and_says_why() -> None:
    text = BAKERY.replace("BAKER: Shall I warm it up?\n/ Would you like it warm?", "BAKER: Shall I warm it up?")
    document = SheetDocument(text, "broken.scene.txt")
    (found,) = seen(document).found
    assert accepting.accept(document, found, "  ") == ()
    (edit,) = accepting.accept(document, found, "she always says it like this")
    assert [row.content for row in edit.added] == ["// ok one-wording: she always says it like this"]
    document.apply([edit])
    assert seen(document).found == ()


def test_accepting_in_head_and_foot() -> None:
    text = BAKERY.replace("step middle: Go in and look around.\n", "")
    document = SheetDocument(text, "broken.scene.txt")
    (found,) = seen(document).found
    document.apply(accepting.accept(document, found, "not yet"))
    assert seen(document).found == ()
    closing = next(line for line in BAKERY.split("\n") if line.startswith("closing:"))
    document = SheetDocument(BAKERY.replace(closing, "closing: Hurry home."), "broken.scene.txt")
    found = next(f for f in seen(document).found if f.code == "may-hurry")
    document.apply(accepting.accept(document, found, "a joke of ours"))
    assert [f.code for f in seen(document).found] == []


def test_an_error_cannot_be_accepted() -> None:
    document = SheetDocument(BAKERY.replace("-> choose", "-> choos", 1), "broken.scene.txt")
    found = next(f for f in seen(document).found if f.severity == "error")
    assert accepting.accept(document, found, "because") == ()


def test_problems_are_listed_by_weight() -> None:
    document = SheetDocument(BAKERY.replace("-> choose", "-> choos", 1).replace("step middle", "// step middle"))
    problems = seen(document).problems("ja")
    assert [p.severity for p in problems] == sorted(
        (p.severity for p in problems), key=["error", "warning", "idea"].index
    )
    first = problems[0]
    assert (first.code, first.line_text, first.can_accept) == ("goto-unknown", "-> choos", False)
    assert "やりとり" in first.message


def test_a_fix_that_moves_lines_keeps_their_bytes() -> None:
    content = b"scene: A\nid: a\nlanguage: en\nperson P: P\n== a ==\nP: hi\n-> end\n@ caf\xe9\n"
    document = SheetDocument.from_bytes(content)
    found = next(f for f in look(document.words).found if f.code == "line-after-arrow")
    document.apply(fixes.fix(document, found))
    assert document.to_bytes().endswith(b"P: hi\n@ caf\xe9\n-> end\n")


def test_a_quiet_way_leads_where_the_others_lead() -> None:
    text = BAKERY.replace("> (nod)\n  goal: greet\n  -> choose\n", "", 1).replace("silence 20s:\n  -> choose\n", "", 1)
    document = SheetDocument(text, "broken.scene.txt")
    found = next(f for f in seen(document).found if f.code == "no-quiet-way-on")
    (edit,) = fixes.fix(document, found)
    assert [row.content for row in edit.added] == ["> (nod)", "  -> choose"]

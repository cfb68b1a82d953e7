"""Versions: what differs moment by moment, and one moment put back without touching the rest."""

from __future__ import annotations

import pytest

from tests.helpers.sheet_cases import BAKERY, RECEPTION, SHOP
from trainer.editor.model import writing
from trainer.editor.model.document import SheetDocument
from trainer.editor.model.versions import FOOT, differences, moments_of, restore_moment, restore_whole


@pytest.mark.parametrize("text", [BAKERY, RECEPTION, SHOP, "", "\n", "== a ==", "x\n== a ==\n\n"])
def test_the_parts_are_the_whole_sheet(text: str) -> None:
    lines = [line for part in moments_of(text) for line in part.lines]
    assert "\n".join(lines) == text
    assert [part.first for part in moments_of(text)] == sorted(part.first for part in moments_of(text))


def test_names_of_the_parts() -> None:
    names = [part.name for part in moments_of(BAKERY)]
    assert names[:3] == ["", "anywhere", "arrive"]
    assert names[-1] == FOOT


def test_one_moment_comes_back() -> None:
    document = SheetDocument(SHOP)
    document.apply(writing.set_hint(document, "bag", 1, "Something else."))
    document.apply(writing.set_hint(document, "card", 1, "Stays."))
    changed = {one.name: one for one in differences(SHOP, document.text)}
    assert set(changed) == {"bag", "card"}
    assert ("-", "hint 1: Either answer is fine.") in changed["bag"].lines
    assert ("+", "hint 1: Something else.") in changed["bag"].lines
    document.apply(restore_moment(document, SHOP, "bag"))
    assert {one.name for one in differences(SHOP, document.text)} == {"card"}
    assert restore_moment(document, SHOP, "bag") == ()
    assert restore_moment(document, SHOP, "nowhere") == ()
    document.undo()
    document.undo()
    document.undo()
    assert document.text == SHOP


def test_a_moment_that_was_taken_out_comes_back_to_its_place() -> None:
    document = SheetDocument(SHOP)
    document.apply(writing.remove_moment(document, "bag"))
    assert [(d.name, d.change) for d in differences(SHOP, document.text)] == [("bag", "removed")]
    document.apply(restore_moment(document, SHOP, "bag"))
    assert document.text == SHOP


def test_the_head_comes_back() -> None:
    document = SheetDocument(BAKERY)
    document.apply(writing.set_head(document, "level", "9"))
    document.apply(restore_moment(document, BAKERY, ""))
    assert document.text == BAKERY


def test_the_whole_sheet_comes_back_with_its_line_ends_and_odd_bytes() -> None:
    then = SheetDocument.from_bytes(b"one\r\ntwo \xff\nthree\rfour")
    document = SheetDocument.from_bytes(b"zero\none\ntwo\nfour\n")
    document.apply(restore_whole(document, then), "back")
    assert document.to_bytes() == b"one\r\ntwo \xff\nthree\rfour"
    document.undo()
    assert document.text == "zero\none\ntwo\nfour\n"
    assert restore_whole(document, SheetDocument(document.text)) == ()


def test_a_moment_comes_back_with_its_odd_bytes() -> None:
    old = SheetDocument.from_bytes(b"== a ==\n@ \xff\n== b ==\n@ x\n")
    document = SheetDocument("== a ==\n@ y\n== b ==\n@ z\n")
    document.apply(restore_moment(document, old.words, "a"))
    assert document.to_bytes() == b"== a ==\n@ \xff\n== b ==\n@ z\n"

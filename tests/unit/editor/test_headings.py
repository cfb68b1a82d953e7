"""Names typed in headings: which are remembered while rows come and go, and what else still says the old name."""

from __future__ import annotations

from trainer.editor.model import headings, writing
from trainer.editor.model.document import SheetDocument
from trainer.editor.model.headings import Retitled
from trainer.packs.reader import read_sheet

SHEET = """scene: Bread
id: bread
language: en
hardest: paying
person BAKER: Emi

== door ==
BAKER: Good morning.
-> paying
== paying ==
BAKER: Three euros.
> pay
  -> again
> not yet
  -> Paying
silence 8s: -> paying
== bye ==
BAKER: Bye.
-> end
"""
ROW = SHEET.split("\n").index("== paying ==")


def watched() -> tuple[SheetDocument, list[tuple[Retitled, ...]]]:
    document, known = SheetDocument(SHEET), [()]
    document.subscribe(lambda edit: known.append(headings.after(edit, known[-1])))
    return document, known


def test_a_heading_typed_letter_by_letter_keeps_the_name_it_began_with() -> None:
    document, known = watched()
    for content in ("== payin ==", "== ==", "== m ==", "== money =="):
        document.type(ROW, 1, [content])
    assert known[-1] == (Retitled(ROW, "paying"),)


def test_rows_above_shift_it_and_a_heading_taken_out_is_forgotten() -> None:
    document, known = watched()
    document.type(ROW, 1, ["== money =="])
    document.type(0, 1, ["// a note", "scene: Bread"])
    assert known[-1] == (Retitled(ROW + 1, "paying"),)
    document.replace(ROW + 3, 1, [])
    assert known[-1] == (Retitled(ROW + 1, "paying"),)
    document.replace(ROW + 1, 1, [])
    assert known[-1] == ()


def test_other_lines_are_not_remembered() -> None:
    document, known = watched()
    document.type(ROW + 1, 1, ["BAKER: Four euros."])
    document.type(ROW + 2, 1, ["> pay now"])
    assert known[-1] == ()


def test_only_what_leads_there_follows() -> None:
    document, _ = watched()
    assert headings.mentions(read_sheet(SHEET), "PAYING") == 4
    document.type(ROW, 1, ["== money =="])
    document.apply(writing.follow_name(document, "paying", "money"))
    expected = SHEET.replace("== paying ==", "== money ==").replace("-> paying", "-> money")
    assert document.text == expected.replace("-> Paying", "-> money").replace("hardest: paying", "hardest: money")


def test_nothing_follows_while_the_old_name_stands_or_the_new_one_does_not() -> None:
    document, _ = watched()
    assert writing.follow_name(document, "paying", "money") == ()
    document.type(ROW, 1, ["== money =="])
    assert writing.follow_name(document, "paying", "coins") == ()
    assert not headings.differs("paying", "Paying")

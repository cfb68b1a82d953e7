"""The lossless document: nothing but the rows of an edit changes, and undo gives the same bytes."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.editor.model.document import Edit, SheetDocument, StaleEditError
from trainer.editor.model.rows import Row, rows_of, shown, typed
from trainer.packs.reader import read_sheet

ROOT = Path(__file__).parents[3]
SHEETS = sorted([*(ROOT / "scenarios").rglob("*.scene.txt"), *(ROOT / "tests/data/sheets").rglob("*.scene.txt")])
ODD = (
    b"\xef\xbb\xbfscene: A\r\n  id: a \t\nlanguage: en\r== \xef\xbc\x9d one ==\r\n"
    b"CLERK: \xff\xfe broken \xe3\x81\nCLERK\xef\xbc\x9a\xe3\x81\x93\xe3\x82\x93 \xe3\x80\x80\n"
    b"\n\x00\xe2\x80\xa8x\r\n// no end"
)


@pytest.mark.parametrize("content", [b"", b"\n", b"a", b"a\n", b"a\r\n\r\rb", b"\xef\xbb\xbf", b"\xff", ODD])
def test_the_same_bytes_come_out(content: bytes) -> None:
    assert SheetDocument.from_bytes(content).to_bytes() == content


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: "/".join(path.parts[-3:]))
def test_touching_one_line_of_a_real_sheet_changes_that_line(path: Path) -> None:
    content = path.read_bytes()
    document = SheetDocument.from_bytes(content)
    assert document.to_bytes() == content
    row = len(content) % (len(document) - 1)
    document.replace(row, 1, [document.content(row) + " touched"])
    before, after = content.split(b"\n"), document.to_bytes().split(b"\n")
    assert [n for n, (old, new) in enumerate(zip(before, after, strict=True)) if old != new] == [row]
    document.undo()
    assert document.to_bytes() == content


def test_rows_are_the_readers_lines() -> None:
    document = SheetDocument.from_bytes(ODD)
    lines = [line.raw for line in read_sheet(document.words).lines]
    assert [row.raw for row in document.rows] == lines
    assert len(rows_of("a\n")) == 2  # a text field has an empty block behind the last line end


def test_ten_thousand_random_edits_touch_no_other_line() -> None:
    chance = random.Random(7)
    document = SheetDocument.from_bytes(ODD * 3)
    started = document.to_bytes()
    for _ in range(10_000):
        before = list(document.rows)
        choice = chance.random()
        first = chance.randrange(len(document))
        if choice < 0.1 and document.undo_label is not None:
            document.undo()
            continue
        if choice < 0.15 and document.redo_label is not None:
            document.redo()
            continue
        count = min(chance.choice((0, 1, 1, 1, 2, 5)), len(document) - first)
        fields = [
            chance.choice(("", "x", "- はい", "a\nb", "\ufffd", "== m ==", "\ud83d"))
            for _ in range(chance.randrange(4))
        ]
        if choice < 0.6 and count:
            old = [shown(row.content) for row in document.rows[first : first + count]]
            edit = document.type(first, count, chance.choice((fields or [""], [*old[:-1], old[-1] + "x"])))
        elif len(before) < 200 or not fields:
            edit = document.replace(first, count, fields)
        else:
            continue
        after = list(document.rows)
        assert after[: edit.first] == before[: edit.first]
        assert after[edit.first + len(edit.added) :] == before[edit.first + len(edit.removed) :]
        assert first - 1 <= edit.first <= first
        assert len(edit.removed) <= max(count, 1)
        assert all(row.end for row in after[:-1])
        assert after[-1].end == ""
        if edit.added:  # what is read again has the same rows, so that findings stand where they belong
            near = slice(max(0, edit.first - 1), edit.first + len(edit.added) + 1)
            assert len(rows_of("".join(row.raw for row in after[near]))) == len(after[near]) + bool(after[near][-1].end)
    ended = document.to_bytes()
    while document.undo():
        pass
    assert document.to_bytes() == started
    assert document.is_saved
    while document.redo():
        pass
    assert document.to_bytes() == ended


@settings(max_examples=40, deadline=None, derandomize=True, database=None)
@given(
    content=st.binary(max_size=60),
    edits=st.lists(
        st.tuples(st.integers(0, 40), st.integers(0, 3), st.lists(st.text(max_size=6), max_size=3), st.booleans()),
        max_size=25,
    ),
)
def test_whatever_is_edited_comes_back(content: bytes, edits: list[tuple[int, int, list[str], bool]]) -> None:
    """Any bytes, any edits, typed or structured: rows outside an edit are the same, undo ends at the same bytes."""
    document = SheetDocument.from_bytes(content)
    for where, much, fields, is_typed in edits:
        before = list(document.rows)
        first = where % len(before)
        count = min(max(much, 1) if is_typed else much, len(before) - first)
        edit = document.type(first, count, fields or [""]) if is_typed else document.replace(first, count, fields)
        after = list(document.rows)
        assert after[: edit.first] == before[: edit.first]
        assert after[edit.first + len(edit.added) :] == before[edit.first + len(edit.removed) :]
    ended = document.to_bytes()
    assert SheetDocument.from_bytes(ended).to_bytes() == ended
    while document.undo():
        pass
    assert document.to_bytes() == content


def test_new_lines_take_the_line_end_around_them() -> None:
    document = SheetDocument("a\r\nb\nc")
    document.replace(0, 1, ["a", "a2"])
    document.replace(3, 1, ["c", "d"])
    assert document.text == "a\r\na2\r\nb\nc\nd"
    document.replace(len(document), 0, ["e"])
    assert document.text == "a\r\na2\r\nb\nc\nd\ne"


def test_taking_the_last_line_out_leaves_the_others() -> None:
    document = SheetDocument("a\nb")
    document.replace(1, 1, [])
    assert document.text == "a\n"
    document.replace(0, 2, [])
    assert document.text == ""


def test_typing_in_one_row_is_one_step_until_a_pause() -> None:
    document = SheetDocument("ab\ncd\n")
    for field in ("abx", "abxy", "abxyz"):
        document.type(0, 1, [field])
    document.pause()
    document.type(0, 1, ["abxyz!"])
    document.type(1, 1, ["cde"])
    assert document.text == "abxyz!\ncde\n"
    assert [document.undo() is not None and document.text for _ in range(4)] == [
        "abxyz!\ncd\n",
        "abxyz\ncd\n",
        "ab\ncd\n",
        False,
    ]
    document.redo()
    assert document.text == "abxyz\ncd\n"


def test_what_a_field_cannot_show_stays() -> None:
    old = SheetDocument.from_bytes(b"CLERK: \xff\xe2\x80\xa9 hello").content(0)
    assert typed(old, shown(old) + "!") == old + "!"
    assert typed(old, "@" + shown(old)) == "@" + old
    document = SheetDocument.from_bytes(b"a\xffb\nc\xffd")
    document.type(0, 2, [shown(document.content(0)) + shown(document.content(1))])
    assert document.to_bytes() == b"a\xffbc\xffd"
    document.type(0, 1, [shown("a\udcff"), shown("bc\udcffd")])
    assert document.to_bytes() == b"a\xff\nbc\xffd"


def test_steps_have_names_and_are_whole() -> None:
    document = SheetDocument("a\nb\nc\n")
    document.apply([document.edit(0, 1, ["A"]), Edit(2, (Row("c", "\n"),), (Row("C", "\n"),))], "Rename")
    assert (document.text, document.undo_label) == ("A\nb\nC\n", "Rename")
    with pytest.raises(StaleEditError):
        document.apply([document.edit(1, 1, ["B"]), Edit(0, (Row("never", "\n"),), ())])
    assert document.text == "A\nb\nC\n"
    document.undo()
    assert (document.text, document.redo_label) == ("a\nb\nc\n", "Rename")


def test_saved_is_a_place_in_the_history() -> None:
    document = SheetDocument("a\n")
    document.type(0, 1, ["ab"])
    assert not document.is_saved
    document.mark_saved()
    document.type(0, 1, ["abc"])
    assert not document.is_saved
    document.undo()
    assert (document.text, document.is_saved) == ("ab\n", True)
    document.undo()
    document.type(0, 1, ["other"])
    assert not document.is_saved


def test_listeners_are_told_every_edit() -> None:
    document = SheetDocument("a\nb\n")
    mirror = list(document.rows)

    def follow(edit: Edit) -> None:
        assert tuple(mirror[edit.first : edit.first + len(edit.removed)]) == edit.removed
        mirror[edit.first : edit.first + len(edit.removed)] = edit.added

    stop = document.subscribe(follow)
    document.type(0, 1, ["ax"])
    document.type(0, 1, ["axy"])
    document.replace(1, 0, ["new"])
    document.undo()
    document.redo()
    assert mirror == list(document.rows)
    stop()
    document.replace(0, 1, [])
    assert mirror != list(document.rows)

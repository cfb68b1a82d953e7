"""Every question of the desk to any sheet at all, while it is being written: an answer, never an exception."""

from __future__ import annotations

import random

from tests.helpers.sheet_cases import BAKERY, BAKERY_JA, RECEPTION, SOURCE_CASES
from trainer.editor.model import accepting, fixes, writing
from trainer.editor.model.blocks import BLOCKS
from trainer.editor.model.document import SheetDocument
from trainer.editor.model.hover import help_at
from trainer.editor.model.live import look
from trainer.editor.model.map_layout import lay_out
from trainer.editor.model.shape import outline_rows
from trainer.editor.model.sides import pairs, settle
from trainer.editor.model.sides_writing import write
from trainer.editor.model.versions import differences, moments_of, restore_moment

PIECES = (
    "== a ==", "== a", "＝＝ ＝＝", "== anywhere ==", "> x", "> (y)", "- z", "-> a", "-> end", "→ どこか", "hint 2: h",
    "hint 9:", "silence 8s:", "silence:", "repeat: -> a", "unclear 2:", "P: (softly) {q}", "P:", "/ w", "・", "@",
    "set: m + 1", "goal: g", "goal g: t", "person P: x", "slot q: a | b", "memory m = 0", "dial queue: 0 to 2",
    "level: 99", "// n", "※ ok x：y", "translation of: x", "language: ja", "closing:", "on purpose", "show hint 7",
    "\u200b", "???", "", "  ", "\udc80",
)  # fmt: skip


def broken(chance: random.Random) -> str:
    """A sheet of a few lines in any order, or a real one with lines taken out, doubled and exchanged."""
    if chance.random() < 0.6:
        return "".join(chance.choice(PIECES) + chance.choice(("\n", "\r\n", "\r")) for _ in range(chance.randrange(14)))
    lines = chance.choice((BAKERY, BAKERY_JA, RECEPTION)).split("\n")
    for _ in range(chance.randrange(1, 12)):
        at = chance.randrange(len(lines))
        lines[at : at + 1] = chance.choice(
            ([], [lines[at]] * 2, [chance.choice(PIECES)], [lines[at][: len(lines[at]) // 2]])
        )
    return "\n".join(lines)


def test_any_sheet_is_answered() -> None:
    chance = random.Random(8)
    for _ in range(60):
        text = broken(chance)
        document = SheetDocument(text)
        seen = look(document.words)
        assert all(0 <= problem.row < len(document) for problem in seen.problems("ja"))
        rows = outline_rows(seen)
        assert all(0 <= row.first <= row.last < len(document) for row in rows)
        for box in lay_out(seen).boxes:
            assert document.content(box.first).strip()
        row = chance.randrange(len(document))
        help_at(seen, row, 2)
        for found in seen.found:
            fresh = SheetDocument(text)
            fresh.apply(fixes.fix(fresh, found))
            fresh.apply(accepting.accept(fresh, found, "so") if fresh.text == text else ())
            fresh.undo()
            fresh.undo()
            assert fresh.text == text
        assert "".join(line + "\n" for part in moments_of(text) for line in part.lines).count("\n") == len(document)


def test_any_sheet_can_be_written_in() -> None:
    chance = random.Random(9)
    for _ in range(20):
        text = broken(chance)
        document = SheetDocument(text)
        names = [part.header.name for part in look(document.words).part.moments] or ["a"]
        name = chance.choice(names)
        row = chance.randrange(len(document))
        for edits in (
            writing.set_text(document, row, "words"),
            writing.set_head(document, "level", "3"),
            writing.set_head(document, "closing", "Rest."),
            writing.add_moment(document, "fresh", name),
            writing.rename_moment(document, name, "other"),
            writing.remove_moment(document, name),
            writing.add_reply(document, name, "r", ["one"], "end"),
            writing.add_example(document, name, "x", "two"),
            writing.add_wording(document, row, "three"),
            writing.set_hint(document, name, 2, "four"),
            writing.set_target(document, name, "x", "end"),
            writing.insert_block(document, name, chance.choice(BLOCKS)),
            restore_moment(document, BAKERY, "pay"),
        ):
            document.apply(edits)
            document.undo()
            while document.undo_label is not None:
                document.undo()
            assert document.text == text
        differences(text, BAKERY)


def test_any_two_sheets_stand_side_by_side() -> None:
    chance = random.Random(10)
    for _ in range(25):
        source, text = look(broken(chance)), broken(chance)
        document = SheetDocument(text)
        found = pairs(source, look(document.words), {"bag": "x"})
        settle({}, source)
        for pair in chance.sample(found, min(6, len(found))):
            if pair.state != "orphan":
                document.apply(write(source, document, pair, chance.choice((["w"], ["w", "v"], []))))
                while document.undo():
                    pass
                assert document.text == text


def test_every_finding_stands_on_its_row() -> None:
    for case in SOURCE_CASES[::6]:  # each of them is in tests/unit/packs/test_findings.py
        problems = look(case.text, walk=case.code == "slot-empty").problems()
        assert (case.code, case.line - 1) in [(problem.code, problem.row) for problem in problems]

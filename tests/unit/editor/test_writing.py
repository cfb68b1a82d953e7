"""Structured edits: each touches only the lines it must, in the author's own marks, and leaves a sheet that reads."""

from __future__ import annotations

import pytest

from tests.helpers.sheet_cases import BAKERY, BAKERY_JA, RECEPTION, SHOP
from trainer.editor.model import writing
from trainer.editor.model.blocks import BLOCKS
from trainer.editor.model.document import SheetDocument
from trainer.editor.model.live import look
from trainer.editor.model.shape import outline_rows
from trainer.editor.model.writing import Edits
from trainer.packs.diagnostics import errors
from trainer.script import Scene


def changed(text: str, edits: Edits) -> tuple[list[str], list[str]]:
    """Lines taken out and lines put in."""
    for edit in edits:
        assert edit.removed != edit.added
    return [r.content for e in edits for r in e.removed], [r.content for e in edits for r in e.added]


def after(text: str, edits: Edits) -> str:
    document = SheetDocument(text)
    document.apply(edits, "test")
    fresh = document.text
    document.undo()
    assert document.text == text
    return fresh


def scene(text: str) -> Scene:
    built = look(text).scene
    assert built is not None
    return built


def test_an_example_goes_below_the_last_one() -> None:
    edits = writing.add_example(SheetDocument(BAKERY), "arrive", "say hello", "Good day!")
    assert changed(BAKERY, edits) == ([], ["  - Good day!"])
    assert "Good day!" in scene(after(BAKERY, edits)).moment("arrive").replies[0].examples
    assert writing.add_example(SheetDocument(BAKERY), "arrive", "say hello", "hello. ".strip()) == ()
    edits = writing.add_example(SheetDocument(RECEPTION), "受付に立つ", "予約を伝える", "予約しています")
    assert changed(RECEPTION, edits) == ([], ["・予約しています"])


def test_an_example_of_a_reply_that_works_anywhere() -> None:
    edits = writing.add_example(SheetDocument(BAKERY), "pay", "leave early", "I must go.")
    assert "I must go." in [e for r in scene(after(BAKERY, edits)).anywhere.replies for e in r.examples]


def test_renaming_a_moment_takes_the_arrows_along() -> None:
    edits = writing.rename_moment(SheetDocument(SHOP), "anything else", "more")
    taken, put = changed(SHOP, edits)
    assert all("anything else" in line for line in taken)
    assert [line.replace("anything else", "more") for line in taken] == put
    text = after(SHOP, edits)
    assert {found.code for found in errors(look(text).found)} == {found.code for found in errors(look(SHOP).found)}
    assert len(scene(text).moments) == len(scene(SHOP).moments)


def test_renaming_keeps_labels_and_hardest() -> None:
    assert "＝＝ kiosk ＝ 店に入る ＝＝" in after(
        BAKERY_JA, writing.rename_moment(SheetDocument(BAKERY_JA), "arrive", "kiosk")
    )
    hardest = next(line for line in BAKERY.split("\n") if line.startswith("hardest:"))
    name = hardest.partition(": ")[2]
    assert "hardest: other" in after(BAKERY, writing.rename_moment(SheetDocument(BAKERY), name, "other"))


@pytest.mark.parametrize("text", [BAKERY, RECEPTION], ids=["en", "ja"])
def test_a_new_moment_is_whole(text: str) -> None:
    document = SheetDocument(text)
    first = scene(text).moments[0].name
    fresh = after(text, writing.add_moment(document, "something new", first))
    moment = scene(fresh).moment("something new")
    assert (len(moment.replies), all(moment.hints), len(moment.silences)) == (1, True, 1)
    names = [m.name for m in scene(fresh).moments]
    assert names.index("something new") == names.index(first) + 1
    known = {found.code for found in look(text).found}
    assert {found.code for found in look(fresh).found} - known <= {"moment-unreachable"}


def test_the_first_moment_of_an_empty_sheet() -> None:
    text = "scene: A\nid: a\nlanguage: en\nperson EMI: Emi\n"
    fresh = after(text, writing.add_moment(SheetDocument(text), "arrive"))
    assert fresh.startswith(text + "\n== arrive ==\nEMI: Hello.\n/ Good day.\n> (nod)\n")
    assert not errors(f for f in look(fresh).found if f.code != "no-early-exit")


def test_taking_a_moment_out_leaves_its_arrows_to_be_seen() -> None:
    fresh = after(SHOP, writing.remove_moment(SheetDocument(SHOP), "bag"))
    assert "== bag ==" not in fresh
    assert [f.code for f in errors(look(fresh).found)].count("goto-unknown") == 2
    assert "\n\n\n" not in fresh


def test_head_values() -> None:
    document = SheetDocument(BAKERY)
    assert changed(BAKERY, writing.set_head(document, "level", "5")) == (["level: 3"], ["level: 5"])
    assert changed(BAKERY, writing.set_head(document, "person", "Emi, quiet", "BAKER"))[1] == [
        "person BAKER: Emi, quiet"
    ]
    text = "場面：あ\nid：a\n言語：ja\n\n＝＝ 来る ＝＝\n"
    fresh = after(text, writing.set_head(SheetDocument(text), "level", "2"))
    assert fresh == text.replace("言語：ja\n", "言語：ja\nレベル：2\n")
    fresh = after(text, writing.set_head(SheetDocument(text), "person", "森さん", "店員"))
    assert "人物　店員：森さん\n" in fresh
    fresh = after(text, writing.set_head(SheetDocument(text), "closing", "おつかれさまでした。"))
    assert fresh.endswith("＝＝ 来る ＝＝\nしめくくり：おつかれさまでした。\n")


def test_words_keep_what_stands_around_them() -> None:
    text = "scene: A\n== m ==\n  EMI： (softly)（if queue >= 1） Hello.  \r\n＞　（nod） \n- Yes. \nhint 1:\n"
    document = SheetDocument(text)
    assert changed(text, writing.set_text(document, 2, "Hi, you.")) == (
        ["  EMI： (softly)（if queue >= 1） Hello.  "],
        ["  EMI： (softly)（if queue >= 1） Hi, you.  "],
    )
    assert changed(text, writing.set_text(document, 4, "Sure."))[1] == ["- Sure. "]
    assert changed(text, writing.set_text(document, 5, "Any answer."))[1] == ["hint 1: Any answer."]
    assert writing.set_text(document, 4, "Yes.") == ()
    assert writing.set_text(document, 99, "x") == ()


def test_wordings_hints_and_targets() -> None:
    document = SheetDocument(BAKERY)
    row = next(n for n, r in enumerate(document.rows) if r.content.startswith("BAKER:"))
    fresh = after(BAKERY, writing.add_wording(document, row, "Nice to see you."))
    assert scene(fresh).moments[0].opening != scene(BAKERY).moments[0].opening
    assert "\n/ Nice to see you.\n" in fresh
    name = scene(BAKERY).moments[0].name
    assert changed(BAKERY, writing.set_hint(document, name, 2, "A nod will do."))[1] == ["hint 2: A nod will do."]
    reply = scene(BAKERY).moments[0].replies[0].name
    assert len(writing.set_target(document, name, reply, "end")) == 1


@pytest.mark.parametrize("text", [BAKERY, RECEPTION, "== m ==", "== m ==\nhint 2: x", "＝＝ 朝 ＝＝\nA：お"])
@pytest.mark.parametrize("kind", BLOCKS)
def test_every_block_can_be_inserted_once_and_reads(text: str, kind: str) -> None:
    name = "朝" if "朝" in text else ("m" if len(text) < 50 else scene(text).moments[0].name)
    edits = writing.insert_block(SheetDocument(text), name, kind)
    fresh = after(text, edits)
    for line in text.splitlines():
        assert line in fresh
    assert (fresh == text) == (not edits)
    before, now = look(text), look(fresh)
    assert {f.code for f in errors(now.found)} <= {f.code for f in errors(before.found)} | {
        "duplicate-reply", "unknown-speaker", "no-early-exit", "no-way-to-end",
    }  # fmt: skip
    if kind in ("hints", "silence", "unclear", "repeat", "unheard"):
        assert writing.insert_block(SheetDocument(fresh), name, kind) == ()


def test_names_that_cannot_be() -> None:
    document = SheetDocument(BAKERY)
    first = scene(BAKERY).moments[0].name
    told = [writing.name_trouble(document, name) for name in ("", "a = b", "END", first.upper(), "x" * 61, "fresh")]
    assert told == ["empty", "sign", "built-in", "taken", "long", ""]


def test_the_outline_covers_every_line_of_a_moment() -> None:
    rows = outline_rows(look(SHOP.replace("hint 1: The clerk is checking your order.\n", "")))
    moments = [row for row in rows if row.depth == 0]
    assert [row.kind for row in moments][:2] == ["head", "anywhere"]
    assert moments[-1].kind == "foot"
    confirm = next(row for row in moments if row.name == "confirm")
    assert (confirm.errors, confirm.warnings >= 1) == (0, True)
    inner = [row for row in rows if row.depth == 1 and confirm.first <= row.first <= confirm.last]
    assert [row.kind for row in inner] == ["opening", "reply", "reply", "gesture", "hints", "event", "event"]
    assert inner[-1].last == confirm.last
    assert [row.name for row in inner][-2:] == ["silence 8", "unclear 1"]

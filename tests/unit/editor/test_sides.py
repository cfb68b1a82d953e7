"""Side by side: pairs by name and order, what is missing, "look again", and edits that touch one side's lines only."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.sheet_cases import BAKERY, BAKERY_JA, SHOP, SHOP_JA
from trainer.editor.model.document import SheetDocument
from trainer.editor.model.live import Look, look
from trainer.editor.model.sides import Pair, coverage, pairs, settle, skeleton
from trainer.editor.model.sides_writing import write
from trainer.packs.checker import check_translation
from trainer.packs.diagnostics import errors
from trainer.packs.stale import read_status, write_status

ROOT = Path(__file__).parents[3]


def both(source: str, translation: str, status: dict[str, str] | None = None) -> tuple[Look, tuple[Pair, ...]]:
    seen = look(source)
    return seen, pairs(seen, look(translation, source=source), status)


def one(found: tuple[Pair, ...], **wanted: object) -> Pair:
    return next(p for p in found if all(getattr(p, name) == value for name, value in wanted.items()))


def test_pairs_of_the_sample() -> None:
    _, found = both(SHOP, SHOP_JA)
    bag = [p for p in found if p.moment == "bag"]
    assert [p.kind for p in bag] == [
        "moment", "say", "reply", "examples", "reply", "examples", "hint", "hint", "hint", "cue", "say",
    ]  # fmt: skip
    say = bag[1]
    assert (say.speaker, say.source) == ("CLERK", ("Do you need a bag?", "Would you like a bag?"))
    assert say.target == ("袋はご利用ですか。", "レジ袋はお付けしますか。")
    assert [SHOP_JA.split("\n")[row] for row in say.target_rows] == [
        "CLERK：袋はご利用ですか。", "／レジ袋はお付けしますか。",
    ]  # fmt: skip
    assert one(found, kind="reply", name="no bag").target == ("袋はいらない",)
    assert one(found, kind="examples", name="no bag").target == ("大丈夫です", "いらないです", "このままで")
    done, needed = coverage(found)
    assert done == needed > 100


@pytest.mark.parametrize(
    "path", sorted((ROOT / "scenarios").rglob("translations/ja/*.scene.txt")), ids=lambda p: p.stem
)
def test_every_shipped_translation_is_whole(path: Path) -> None:
    source = path.parents[2] / "scenes" / path.name
    _, found = both(source.read_text(encoding="utf-8"), path.read_text(encoding="utf-8"))
    assert [p for p in found if p.state in ("missing", "orphan")] == []


def test_what_is_missing_and_what_has_no_source() -> None:
    without = SHOP_JA.replace("hint 1: どちらでも大丈夫です。\n", "", 1).replace(
        "> no bag = 袋はいらない", "> no bags = 袋"
    )
    _, found = both(SHOP, without)
    missing = [(p.kind, p.moment, p.name) for p in found if p.state == "missing"]
    assert ("reply", "bag", "no bag") in missing
    assert any(kind == "hint" for kind, _, _ in missing)
    assert ("reply", "no bags") in [(p.kind, p.name) for p in found if p.state == "orphan"]


def test_look_again_until_somebody_looked() -> None:
    seen = look(SHOP)
    status = settle({}, seen)
    changed = SHOP.replace("CLERK: Do you need a bag?", "CLERK: Do you want a bag?")
    now, found = both(changed, SHOP_JA, dict(status["shop-counter"]))
    again = [(p.kind, p.moment) for p in found if p.state == "look-again"]
    assert again == [("say", "bag")]
    looked = settle(read_status(write_status(status)), now, ["bag / opening"])
    _, found = both(changed, SHOP_JA, dict(looked["shop-counter"]))
    assert [p for p in found if p.state == "look-again"] == []


@pytest.mark.parametrize(
    ("wanted", "lines"),
    [
        ({"kind": "say", "moment": "bag", "part": "opening"}, ["袋はいりますか。"]),
        ({"kind": "say", "moment": "bag", "part": "opening"}, ["袋はいりますか。", "袋をお付けしますか。", "袋は？"]),
        ({"kind": "examples", "name": "no bag"}, ["いりません", "大丈夫です"]),
        ({"kind": "examples", "name": "no bag"}, ["a", "b", "c", "d", "e"]),
        ({"kind": "reply", "name": "no bag"}, ["袋なし"]),
        ({"kind": "reply", "name": "nod", "moment": "arrive"}, ["頭を下げる"]),
        ({"kind": "moment", "name": "bag"}, ["袋のこと"]),
        ({"kind": "hint", "moment": "bag", "number": 2}, ["「はい」でも大丈夫です。"]),
        ({"kind": "about"}, ["小さな店での買い物です。"]),
        ({"kind": "person"}, ["森さん。静かな人"]),
        ({"kind": "after", "number": 1}, ["どこがよかったですか (pick goals)"]),
    ],
)
def test_writing_one_pair_touches_only_its_lines(wanted: dict[str, object], lines: list[str]) -> None:
    seen, found = both(SHOP, SHOP_JA)
    pair = one(found, **wanted)
    document = SheetDocument(SHOP_JA)
    others = [row for number, row in enumerate(document.rows) if number not in pair.target_rows]
    document.apply(write(seen, document, pair, lines), "translate")
    _, after = both(SHOP, document.text)
    assert one(after, **wanted).target == tuple(lines)
    rows = one(after, **wanted).target_rows
    assert [row for number, row in enumerate(document.rows) if number not in rows] == others
    assert not errors(check_translation(SHOP, document.text))
    document.undo()
    assert document.text == SHOP_JA


def test_a_translation_written_from_the_last_pair_to_the_first_is_whole() -> None:
    seen, wanted = both(BAKERY, BAKERY_JA)
    document = SheetDocument(skeleton(seen, "ja"))
    numbered = ("after", "closing")  # matched by their number alone: from the top
    order = [p for p in reversed(wanted) if p.kind not in numbered] + [p for p in wanted if p.kind in numbered]
    for pair in order:
        if pair.state != "optional":
            now = pairs(seen, look(document.words))
            fresh = one(now, kind=pair.kind, moment=pair.moment, part=pair.part, name=pair.name, number=pair.number)
            document.apply(write(seen, document, fresh, pair.target))
    found = check_translation(BAKERY, document.text)
    assert [f for f in found if f.code.startswith("translation")] == []
    _, now = both(BAKERY, document.text)
    assert sum(p.state == "done" for p in now) == sum(p.state == "done" for p in wanted)


def test_a_line_behind_one_without_words_keeps_its_place() -> None:
    seen, wanted = both(BAKERY, BAKERY_JA)
    document = SheetDocument(skeleton(seen, "ja"))
    cue = one(wanted, kind="cue", moment="arrive", part="opening", number=1)
    _, now = both(BAKERY, document.text)
    fresh = one(now, kind="cue", moment="arrive", part="opening", number=1)
    document.apply(write(seen, document, fresh, cue.target))
    _, now = both(BAKERY, document.text)
    states = [(p.number, p.state) for p in now if p.kind == "cue" and p.moment == "arrive" and p.part == "opening"]
    assert states[:2] == [(0, "missing"), (1, "done")]
    missing = [f for f in check_translation(BAKERY, document.text) if f.values == (("what", "@"),)]
    assert missing

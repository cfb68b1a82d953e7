"""Both sample scenes read without an error, in both languages."""

from pathlib import Path

from trainer.packs.builder import build_scene
from trainer.packs.diagnostics import errors
from trainer.packs.reader import read_sheet
from trainer.script import Arrow, Condition, Line

SHEETS = Path(__file__).parents[2] / "data" / "sheets"
RECEPTION = (SHEETS / "reception.scene.txt").read_text(encoding="utf-8")
SHOP = (SHEETS / "pack/scenes/shop-counter.scene.txt").read_text(encoding="utf-8")
SHOP_JA = (SHEETS / "pack/translations/ja/shop-counter.scene.txt").read_text(encoding="utf-8")


def test_reception_is_read_as_a_japanese_author_typed_it():
    built = build_scene(RECEPTION)
    assert built.found == ()
    scene = built.scene
    assert (scene.id, scene.language, scene.level, scene.leaving) == ("dentist-reception", "ja", 3, "退出")
    assert [moment.name for moment in scene.moments] == ["受付に立つ", "待合へ", "退出"]
    first = scene.moment("受付に立つ")
    greeting = next(step for step in first.opening if isinstance(step, Line))
    assert [wording.text for wording in greeting.wordings] == [
        "こんにちは。ご予約の方ですか。",
        "こんにちは。お名前をうかがえますか。",
    ]
    assert [(reply.name, reply.gesture, len(reply.examples)) for reply in first.replies] == [
        ("予約を伝える", False, 3),
        ("診察券を出す", True, 0),
    ]
    assert first.silences[0].seconds == 8
    assert len(first.unclear) == 2
    assert scene.slots[0].values[0].others == ("14時", "午後二時")
    assert (scene.dials[0].name, scene.dials[0].high) == ("queue", 1)
    assert scene.goals[1].optional


def test_shop_counter_in_english():
    built = build_scene(SHOP)
    assert built.found == ()
    confirm = built.scene.moment("confirm")
    arrows = [step for step in confirm.replies[0].steps if isinstance(step, Arrow)]
    assert [(arrow.target, arrow.condition) for arrow in arrows] == [
        ("warm", Condition("item", "=", "rice ball")),
        ("anything else", None),
    ]
    assert built.scene.slots[1].usual == 1
    assert built.scene.memory[0].keep


def test_shop_counter_in_japanese_keeps_the_structure_and_takes_the_words():
    built = build_scene(SHOP, SHOP_JA, translation_file="ja.txt")
    assert errors(built.found) == ()
    assert built.translated
    scene = built.scene
    assert (scene.language, scene.title) == ("ja", "小さなお店でお会計")
    bag = scene.moment("bag")
    assert [(reply.name, reply.label) for reply in bag.replies] == [
        ("yes, a bag", "袋をもらう"),
        ("no bag", "袋はいらない"),
    ]
    assert bag.replies[0].examples == ("はい、お願いします", "お願いします", "一枚ください")
    assert [step.target for step in bag.replies[0].steps if isinstance(step, Arrow)] == ["card"]
    order = next(step for step in scene.moment("order").opening if isinstance(step, Line))
    assert [wording.condition for wording in order.wordings] == [None, None]
    greeting = next(step for step in scene.moment("arrive").opening if isinstance(step, Line))
    assert greeting.wordings[2].condition == Condition("visits", ">=", 1)
    assert greeting.place.file == "ja.txt"


def test_reading_loses_nothing():
    for text in (RECEPTION, SHOP, SHOP_JA, SHOP.replace("\n", "\r\n"), "\ufeff" + SHOP + "\n\r\r\n tail"):
        assert read_sheet(text).text == text

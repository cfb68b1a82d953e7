"""Rehearsal plans are read in both languages, and checked against their scene."""

from tests.helpers.pack_cases import PLAN, PLAN_JA
from tests.helpers.sheet_cases import BAKERY
from trainer.packs.builder import build_scene
from trainer.packs.plans import Answer, AtMoment, Ended, Reached, check_plan, read_plan


def test_a_plan_in_english():
    plan, found = read_plan(PLAN, "rehearsals/bakery.en.plan")
    assert found == ()
    assert (plan.scene, plan.language, plan.seed, plan.dials) == ("bakery", "en", 3, {"queue": 1})
    assert plan.steps == (
        AtMoment("arrive", 5),
        Answer("Hello.", 6),
        AtMoment("choose", 7),
        Reached("greet", 8),
        Answer("(point at a roll)", 9),
        AtMoment("pay", 10),
        Answer("Thank you.", 11),
        Ended("finished", 12),
    )


def test_a_plan_in_japanese_with_full_width_marks():
    plan, found = read_plan("\ufeff" + PLAN_JA.replace("\n", "\r\n") + "負荷 列 ＝ ２\r\n種 ７", "bakery.ja.plan")
    assert found == ()
    assert (plan.language, plan.seed, plan.dials) == ("ja", 7, {"queue": 2})
    assert plan.steps == (Answer("こんにちは", 3), AtMoment("choose", 4), Answer("（退出）", 5), Ended("left", 6))


def test_what_is_not_understood_is_named_with_its_line():
    _, found = read_plan("> Hello.\nthen wait\n=\ndial hurry = 1\nend", "x.en.plan")
    assert [(diagnostic.code, diagnostic.line) for diagnostic in found] == [
        ("plan-unclear", 2),
        ("plan-unclear", 3),
        ("plan-unclear", 4),
    ]


def test_names_the_scene_does_not_have():
    scene = build_scene(BAKERY).scene
    plan, _ = read_plan("dial noise = 1\n= pya\n! order\n! gret\n= Pay\nend")
    found = check_plan(plan, scene)
    assert [(d.code, d.line) for d in found] == [("plan-name", 1), ("plan-name", 2), ("plan-name", 4)]
    assert "pay" in found[1].fix


def test_a_plan_says_how_it_ends():
    scene = build_scene(BAKERY).scene
    assert [d.code for d in check_plan(read_plan("> Hello.")[0], scene)] == ["plan-open"]
    assert check_plan(read_plan("> Hello.\nend")[0], scene) == ()

"""The map: every moment once, arrows down unless they lead back, badges from the list, the same map every time."""

from __future__ import annotations

import itertools

from tests.helpers.sheet_cases import BAKERY, RECEPTION, SHOP, SHOP_JA
from trainer.editor.model.live import look
from trainer.editor.model.map_layout import BOX_HEIGHT, BOX_WIDTH, MapPlan, lay_out

HEAD = "scene: A\nid: a\nlanguage: en\nperson EMI: Emi\n"


def many(count: int) -> str:
    """A sheet with so many moments and arrows in every direction."""
    moments = (
        f"\n== m{n} ==\nEMI: Hello.\n> a\n- yes\n-> m{(n * 7 + 1) % count}\n> b\n- no\n-> m{min(n + 1, count - 1)}\n"
        f"> c\n- maybe\n-> m{n * n % count}\n"
        for n in range(count)
    )
    return HEAD + "".join(moments)


def sound(plan: MapPlan) -> None:
    for one, other in itertools.combinations(plan.boxes, 2):
        apart = abs(one.x - other.x) >= BOX_WIDTH or abs(one.y - other.y) >= BOX_HEIGHT
        assert apart, (one.name, other.name)
    for box in plan.boxes:
        assert 0 <= box.x <= plan.width - BOX_WIDTH
        assert 0 <= box.y <= plan.height - BOX_HEIGHT
    for arrow in plan.arrows:
        source, target = plan.box(arrow.source), plan.box(arrow.target)
        assert source is not None
        assert target is not None
        assert arrow.back == (target.y <= source.y)


def test_the_samples_lie_as_they_are_played() -> None:
    for text in (BAKERY, RECEPTION, SHOP):
        seen = look(text)
        plan = lay_out(seen)
        sound(plan)
        assert {box.name for box in plan.boxes} == {m.header.name for m in seen.part.moments} | {"anywhere"}
        assert [box.name for box in plan.boxes if box.begins] == [seen.part.moments[0].header.name]
        assert all(box.reached for box in plan.boxes)
    shop = lay_out(look(SHOP))
    back = [(arrow.source, arrow.target) for arrow in shop.arrows if arrow.back]
    assert back == [("confirm", "order"), ("anything else", "order")]
    assert [box.name for box in shop.boxes if box.ends] == ["goodbye", "leaving"]
    arrow = next(a for a in shop.arrows if (a.source, a.target) == ("arrive", "order"))
    assert (arrow.kinds, arrow.labels, arrow.always) == (("reply", "silence"), ("say hello", "nod"), True)
    warm = next(a for a in shop.arrows if a.target == "warm")
    assert not warm.always


def test_labels_of_a_translation_are_shown() -> None:
    plan = lay_out(look(SHOP_JA, source=SHOP))
    assert plan.box("bag") is not None
    assert "袋はご利用ですか。" in [box.text for box in plan.boxes]


def test_badges_are_the_diagnostics_of_the_list() -> None:
    text = SHOP.replace("  -> card\n", "  -> crd\n", 1).replace("silence 8s:\n  CLERK: (softly) No rush.\n", "")
    text += "\n== attic ==\nCLERK: Dust.\n-> end\n"
    seen = look(text)
    plan = lay_out(seen)
    shown = {(box.name, badge.kind) for box in plan.boxes for badge in box.badges}
    assert {("bag", "loose-end"), ("menu", "no-silence"), ("attic", "not-reached")} <= shown
    attic = plan.box("attic")
    assert attic is not None
    assert not attic.reached
    rows = {row for box in plan.boxes for badge in box.badges for row in badge.rows}
    first = min(box.first for box in plan.boxes)
    foot = text.split("\n").index(next(line for line in text.split("\n") if line.startswith("after:")))
    assert rows == {f.line - 1 for f in seen.found if f.line - 1 >= first and not foot <= f.line - 1 < attic.first}


def test_any_sheet_has_a_map() -> None:
    assert lay_out(look("")).boxes == ()
    assert lay_out(look("== a ==\n-> a\n-> nowhere\n> x\n-> again\n")).boxes[0].stays
    broken = "== a ==\n== a ==\n-> b\n== b ==\n-> a\n"
    assert len(lay_out(look(broken)).boxes) == 2


def test_three_hundred_moments_and_always_the_same() -> None:
    text = many(300)
    seen = look(text)
    plan = lay_out(seen)
    assert len(plan.boxes) == 300
    sound(plan)
    assert lay_out(look(text)) == plan

"""Progress: folds that add up what happened and nothing else."""

from __future__ import annotations

from dataclasses import fields

from tests.helpers.facts import STAMP, fact
from trainer.practice import facts as making
from trainer.practice.facts import VisitStamp
from trainer.practice.progress import Been, Visit, been, dial_of, goals, visits, ways
from trainer.practice.tension import expectations, offer_gentler, pairs

HEAT = STAMP.scene


def a_visit(visit: str, *kinds: str, scene: str = HEAT) -> list:
    return [fact(kind, visit=visit, scene=scene, moment=f"moment {at}") for at, kind in enumerate(kinds)]


def with_tension(visit: str, before: int, after: int) -> list:
    stamp = VisitStamp(visit, HEAT, STAMP.when)
    return [
        making.tension(stamp, "before", before),
        fact("finished", visit=visit),
        making.tension(stamp, "after", after),
    ]


def test_a_visit_is_what_its_facts_add_up_to() -> None:
    (one,) = visits(
        [
            making.tension(STAMP, "before", 6),
            making.expected(STAMP, "they will sigh"),
            fact("began", moment="greeting", way="choose"),
            fact("answered", moment="heat", turn=1, way="choose", reply="yes"),
            fact("answered", moment="bag", turn=2, way="speak", reply="no"),
            fact("answered", moment="card", turn=3, way="speak", reply="no"),
            fact("dial", moment="card", detail="noise=2"),
            fact("dial", moment="card", detail="noise=1"),
            fact("goal", moment="pay", detail="pay"),
            fact("goal", moment="pay", detail="pay"),
            fact("finished", moment="goodbye"),
            making.tension(STAMP, "after", 3),
            making.expectation_met(STAMP, "no"),
            making.step(STAMP, "small"),
        ]
    )
    assert (one.id, one.scene, one.when, one.ended) == ("v1", HEAT, STAMP.when, "finished")
    assert (one.answers, one.in_words, one.ways) == (3, 2, {"choose": 1, "speak": 2})
    assert (one.goals, one.dials, one.last_moment) == (("pay",), {"noise": 2}, "goodbye")
    assert (one.tension_before, one.tension_after) == (6, 3)
    assert (one.expected, one.expectation_met, one.step) == ("they will sigh", "no", "small")


def test_visits_come_in_the_order_in_which_they_began_even_when_interleaved() -> None:
    mixed = [fact("began", visit="a"), fact("began", visit="b"), fact("left", visit="a")]
    assert [(one.id, one.ended) for one in visits(mixed)] == [("a", "left"), ("b", "")]
    assert visits([]) == ()


def test_where_one_has_been() -> None:
    facts = a_visit("1", "began", "finished") + a_visit("2", "began", "left") + a_visit("3", "began", scene="a/b")
    assert been(visits(facts)) == {HEAT: Been(2, 1, "moment 1"), "a/b": Been(1, 0, "moment 0")}
    again = facts + a_visit("4", "began", "finished")
    assert been(visits(again))[HEAT] == Been(3, 2, "")


def test_goals_and_ways_over_all_visits() -> None:
    facts = [
        fact("goal", visit="1", detail="pay"),
        fact("goal", visit="2", detail="close"),
        fact("goal", visit="2", detail="pay"),
        fact("answered", visit="1", way="listen"),
        fact("answered", visit="2", way="type"),
        fact("answered", visit="2", way="type"),
        fact("answered", visit="3", scene="a/b"),
    ]
    assert goals(visits(facts)) == {HEAT: ("pay", "close")}
    assert ways(visits(facts)) == {"listen": 1, "type": 2}


def test_there_is_no_place_for_a_score_a_rank_or_a_streak() -> None:
    names = " ".join(field.name for shape in (Visit, Been) for field in fields(shape))
    for word in ("score", "rank", "streak", "level", "percent", "missed", "failed", "days", "best"):
        assert word not in names


def test_dials_are_read_from_their_fact() -> None:
    assert dial_of(fact("dial", detail="noise=2")) == ("noise", 2)
    assert dial_of(fact("dial", detail="noise", value=1)) == ("noise", 1)
    assert dial_of(fact("dial", detail="noise=loud")) == ("", 0)
    assert dial_of(fact("hint", detail="noise=2")) == ("", 0)


def test_tension_pairs_need_both_numbers() -> None:
    facts = (
        with_tension("1", 5, 3) + [making.tension(VisitStamp("2", HEAT, "w"), "before", 9)] + with_tension("3", 2, 2)
    )
    assert [(pair.visit, pair.before, pair.after, pair.change) for pair in pairs(visits(facts))] == [
        ("1", 5, 3, "lower"),
        ("3", 2, 2, "same"),
    ]


def test_a_gentler_dial_is_offered_after_two_rises_running_only() -> None:
    rising = with_tension("1", 3, 5) + with_tension("2", 4, 6)
    assert offer_gentler(visits(rising))
    assert not offer_gentler(visits(with_tension("1", 3, 5)))
    assert not offer_gentler(visits(rising + with_tension("3", 6, 6)))


def test_expected_against_met() -> None:
    facts = [making.expected(STAMP, "laughter"), making.expectation_met(STAMP, "partly")]
    facts += [making.expected(VisitStamp("v2", HEAT, "w"), "silence")]
    assert [(pair.expected, pair.met) for pair in expectations(visits(facts))] == [("laughter", "partly")]

"""The page after a visit: facts, always one strength, at most one idea, and only one's own past to compare with."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.facts import STAMP, fact
from trainer.practice import facts as making
from trainer.practice.after import Happened, SceneOffers, after
from trainer.practice.facts import KINDS, Fact, VisitStamp
from trainer.practice.progress import visits
from trainer.speech import WAYS

OFFERS = SceneOffers({"noise": (0, 0, 2), "warmth": (2, 0, 2), "queue": (1, 0, 1)}, on_purpose=True)
NO_OFFERS = SceneOffers({})


def one(*kinds: str, visit: str = "now", way: str = "choose") -> list[Fact]:
    return [
        fact(kind, visit=visit, turn=turn, way=way if kind in ("answered", "began") else None)
        for turn, kind in enumerate(kinds, start=1)
    ]


def past(*all_facts: list[Fact]) -> tuple:
    return visits([fact for facts in all_facts for fact in facts])


DONE = ("began", "answered", "finished")


def test_facts_are_counted_in_the_order_of_the_page() -> None:
    facts = [
        *one("began", "answered", "answered", "hint", "stayed-quiet", "breath"),
        fact("stayed-quiet", visit="now", turn=5, detail="20"),
        fact("answered", visit="now", way=None),
        fact("dial", visit="now", detail="noise=1"),
        fact("dial", visit="now", detail="noise=2"),
        fact("goal", visit="now", detail="pay"),
        fact("tried-wrong", visit="now"),
        fact("tried-wrong", visit="now"),
        fact("finished", visit="now"),
    ]
    assert after(facts, (), NO_OFFERS).facts == (
        Happened("answered-choose", 2),
        Happened("answered", 1),
        Happened("hint", 1),
        Happened("stayed-quiet", 1),
        Happened("breath", 1),
        Happened("dial", 1),
        Happened("goal", 1, "pay"),
        Happened("tried-wrong"),
        Happened("finished"),
    )


def test_something_done_for_the_first_time_is_the_strength() -> None:
    now = one("began", "asked-again", "answered", "finished", way="speak")
    assert after(now, (), NO_OFFERS).strength.code == "asked-again"
    asked_before = past(one("asked-again", "finished", visit="1"))
    assert after(now, asked_before, NO_OFFERS).strength.code == "answered-speak"
    both_before = past(one("asked-again", "answered", visit="1", way="speak"))
    assert after(now, both_before, NO_OFFERS).strength.code == "asked-again"


def test_leaving_at_once_has_a_strength_too_and_no_idea() -> None:
    page = after(one("began", "left"), (), OFFERS)
    assert (page.ended, page.strength.code, page.idea) == ("left", "left", None)
    closed = after(one("began"), (), OFFERS)
    assert (closed.ended, closed.strength.code, closed.idea) == ("left", "began", None)
    assert after([], (), OFFERS).strength.code == "began"


def test_ideas_come_one_at_a_time() -> None:
    def idea(*before: list[Fact], now: list[Fact] | None = None, offers: SceneOffers = OFFERS) -> str:
        found = after(now or one(*DONE), past(*before), offers).idea
        return found.code if found else ""

    assert idea() == "again"
    assert idea(one(*DONE, visit="1")) == "way-type"
    assert idea(one(*DONE, visit="1"), now=one(*DONE, way="type")) == "ask-again"
    spoke = [one(*DONE, "asked-again", visit="1", way="speak"), one(*DONE, visit="2")]
    assert idea(*spoke) == "on-purpose"
    tried = [*spoke, one(*DONE, "tried-wrong", visit="3")]
    assert idea(*tried) == "dial-noise"
    assert idea(*tried, offers=NO_OFFERS) == ""
    furthest = SceneOffers({"noise": (2, 0, 2), "warmth": (2, 0, 2)})
    assert idea(*tried, offers=furthest) == "dial-warmth"
    assert idea(*tried, offers=SceneOffers({"noise": (2, 0, 2), "warmth": (0, 0, 2)})) == ""


def test_visits_to_other_scenes_do_not_count_as_this_one() -> None:
    elsewhere = visits([fact("finished", visit="1", scene="a/b")])
    assert after(one(*DONE), elsewhere, OFFERS).idea == Happened("again")


def test_no_idea_when_tension_rose_twice_running() -> None:
    def risen(visit: str) -> list[Fact]:
        stamp = VisitStamp(visit, STAMP.scene, STAMP.when)
        return [making.tension(stamp, "before", 3), *one(*DONE, visit=visit), making.tension(stamp, "after", 6)]

    assert after(risen("now"), past(risen("1")), OFFERS).idea is None
    assert after(risen("now"), past(one(*DONE, visit="1")), OFFERS).idea is not None


some_facts = st.lists(
    st.builds(
        lambda kind, way, turn, detail: Fact(kind, "now", STAMP.scene, STAMP.when, "m", turn, way, detail=detail),
        st.sampled_from(KINDS),
        st.none() | st.sampled_from(WAYS),
        st.integers(0, 9),
        st.sampled_from(["", "noise=2", "pay"]),
    ),
    max_size=12,
)


@given(some_facts)
def test_whatever_happened_there_is_one_strength_that_did_happen(facts: list[Fact]) -> None:
    page = after(facts, (), OFFERS)
    kinds = {one.kind for one in facts} | {f"answered-{one.way}" for one in facts if one.kind == "answered"} | {"began"}
    assert page.strength.code in kinds
    assert all(told.count > 0 for told in page.facts)

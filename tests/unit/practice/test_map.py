"""The map has no summit, offers gentle things, and goes on where one stopped."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.facts import fact
from trainer.practice.map import PATHS, address, go_on, path_of, placed, recent, small_today, stones
from trainer.practice.progress import visits
from trainer.script import Heading


def heading(pack: str, scene: str, level: int = 1, minutes: int = 3) -> Heading:
    return Heading(pack, scene, scene.title(), "", level, minutes)


SHELF = [
    heading("home", "tray"),
    heading("home", "knock"),
    heading("outdoors", "park"),
    heading("errands", "heat", level=3),
    heading("errands", "self-checkout", level=2),
    heading("belonging", "chat", level=2),
    heading("work", "hours", level=1),
    heading("jp.example.sample-shop", "shop-counter", level=2),
    heading("outdoors", "long-walk", level=1, minutes=20),
]


def test_every_path_is_there_and_gentler_scenes_come_first() -> None:
    found = placed(SHELF)
    assert tuple(found) == (*PATHS, "other")
    assert [one.id for one in found["errands"]] == ["self-checkout", "heat"]
    assert [one.id for one in found["other"]] == ["shop-counter"]
    assert found["english"] == ()


def test_packs_stand_on_the_path_of_their_name() -> None:
    assert [path_of(pack) for pack in ("errands", "help", "getting-help", "my.pack", "other")] == [
        "errands", "help", "help", "other", "other",
    ]  # fmt: skip


def test_stones() -> None:
    visited = visits([fact("finished", visit="1", scene="home/tray"), fact("left", visit="2", scene="errands/heat")])
    found = stones(SHELF, visited, small=("outdoors/park", "home/tray"))
    assert found["home/tray"] == "been"
    assert found["errands/heat"] == "stopped-here"
    assert found["outdoors/park"] == "small-today"
    assert found["home/knock"] == "not-yet"
    assert set(found) == {address(one) for one in SHELF}


def test_going_on_is_offered_only_where_the_latest_visit_was_left() -> None:
    left = [fact("left", visit="1", scene="errands/heat")]
    there = {address(one) for one in SHELF}
    assert go_on(visits(left), there) == "errands/heat"
    assert go_on(visits([fact("began", visit="1", scene="errands/heat")]), there) == "errands/heat"
    assert go_on(visits(left + [fact("finished", visit="2", scene="home/tray")]), there) is None
    assert go_on(visits(left), there - {"errands/heat"}) is None
    assert go_on((), there) is None


@given(st.integers())
def test_something_small_is_gentle_the_same_for_a_seed_and_never_work(seed: int) -> None:
    small = small_today(SHELF, (), seed)
    assert small == small_today(list(reversed(SHELF)), (), seed)
    assert len(small) == len(set(small)) == 3
    by_address = {address(one): one for one in SHELF}
    for at in small:
        assert by_address[at].level <= 2
        assert by_address[at].minutes <= 5
        assert not at.startswith("work/")
    assert len({at.split("/")[0] for at in small}) == 3, "three paths where three paths can be had"


def test_another_day_brings_another_suggestion() -> None:
    assert len({small_today(SHELF, (), seed) for seed in range(30)}) > 5


def test_a_scene_one_has_been_to_counts_as_gentle() -> None:
    visited = visits([fact("finished", visit="1", scene="errands/heat")])
    assert any("errands/heat" in small_today(SHELF, visited, seed) for seed in range(30))
    assert not any("errands/heat" in small_today(SHELF, (), seed) for seed in range(30))


def test_an_empty_shelf_offers_nothing() -> None:
    assert small_today([], (), 1) == ()
    assert small_today([heading("work", "hours")], (), 1) == ()


def test_visited_last_comes_first_and_once() -> None:
    scenes = ["a/1", "a/2", "a/1", "a/3", "a/4"]
    visited = visits([fact(visit=f"v{number}", scene=scene) for number, scene in enumerate(scenes)])
    assert recent(visited) == {"a/4": 1, "a/3": 2, "a/1": 3, "a/2": 4}
    assert recent(visited, 2) == {"a/4": 1, "a/3": 2}
    assert recent(()) == {}

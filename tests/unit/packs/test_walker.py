"""Every path of a scene: what can be come to, what can be left, what is said empty, how long a visit is."""

import json

import pytest

from tests.helpers.sheet_cases import BAKERY, BAKERY_JA, RECEPTION, SHED, SHOP, SHOP_JA, changed
from trainer.conversation.engine import advance, begin
from trainer.conversation.events import PartnerFinished, ReplyPicked, SilencePassed, VisitBegan
from trainer.packs.builder import build_scene
from trainer.packs.walk_lengths import can_end, longest, shortest
from trainer.packs.walk_report import WalkReport
from trainer.packs.walker import walk_scene
from trainer.script import Scene


def scene(text: str, translation: str | None = None) -> Scene:
    built = build_scene(text, translation).scene
    assert built is not None
    return built


def walk(text: str, *edits: tuple[str, str]) -> WalkReport:
    return walk_scene(scene(changed(text, *edits)))


@pytest.mark.parametrize(
    ("source", "translation"),
    [(RECEPTION, None), (BAKERY, None), (BAKERY, BAKERY_JA), (SHOP, None), (SHOP, SHOP_JA)],
    ids=["reception", "bakery", "bakery ja", "shop", "shop ja"],
)
def test_the_samples_are_whole(source, translation):
    report = walk_scene(scene(source, translation))
    assert report.whole
    assert not report.sampled
    assert {ending.how for ending in report.endings} == {"finished", "left"}
    assert json.loads(json.dumps(report.to_dict()))["wordings"]["heard"] == report.wordings_total


def test_lengths_of_a_visit():
    report = walk(BAKERY)
    assert (report.shortest, report.longest) == (3, 4)


def test_an_unreached_moment_reply_wording_and_goal_are_named():
    report = walk(
        BAKERY,
        ("  -> warm (if roll = raisin)\n", ""),
        ("/ (if visits >= 1) Nice", "/ (if warm = yes) Nice"),
        ("  - Never mind, thank you.\n", "  - Never mind, thank you.\n  goal: again\n"),
        ("  goal: again\n  -> again", "  -> again"),
    )
    assert [missed.address for missed in report.moments] == ["warm"]
    assert [missed.address for missed in report.replies] == [
        "warm/> yes, warm it",
        "warm/> no, as it is",
        "warm/> shake your head",
    ]
    assert "arrive/opening/2/2" in [missed.address for missed in report.wordings]
    assert report.goals == ()
    assert not report.whole


def test_a_goal_that_is_never_reached():
    report = walk(BAKERY, ("  goal: again\n", ""))
    assert report.goals == ("again",)


def test_what_is_kept_for_the_next_visit_is_walked_too():
    """`visits` is 0 on the first visit; the wording for later ones is heard all the same."""
    assert walk(BAKERY).wordings == ()
    once = walk(BAKERY, ("memory visits = 0, keep", "memory visits = 0"))
    assert [missed.address for missed in once.wordings] == ["arrive/opening/2/2"]


def test_a_slot_said_before_it_is_known_with_the_way_there():
    report = walk(
        BAKERY,
        ("raisin roll = raisin, usually plain roll", "raisin roll = raisin"),
        ("> (point at a roll)\n  set: roll = sesame\n", "> (point at a roll)\n"),
    )
    said = {BAKERY.split("\n")[empty.place.line - 1]: empty for empty in report.empty}
    empty = said["BAKER: So that's {count} {roll}. Two hundred yen, please."]
    assert (empty.name, empty.way) == ("roll", ("Hello.", "(point at a roll)"))


def test_a_room_with_no_way_out_but_leaving():
    report = walk(
        BAKERY, ("it is, then.\n  -> pay\n", "it is, then.\n  -> shed\n"), ("== pay ==", SHED.replace("§", ""))
    )
    assert report.traps == ("shed",)


def test_dials_that_decide_are_walked_and_dials_that_only_change_words_are_not():
    heard = [
        ("dial unheard: 0 to 2\n", ""),
        ("not heard:\n  BAKER: Sorry, it is loud in here. Once more?\n", ""),
    ]
    plain = walk(BAKERY, *heard)
    worded = walk(BAKERY, *heard, ("/ Hello there.", "/ (if warmth = 2) Hello there."))
    deciding = walk(BAKERY, *heard, ("-> warm (if roll = raisin)", "-> warm (if queue >= 1)"))
    assert walk(BAKERY).states > plain.states
    assert worded.states == plain.states
    assert deciding.states > plain.states
    assert deciding.whole


def test_a_line_for_some_dial_only_is_heard():
    report = walk(BAKERY, ("BAKER: Sorry, which one would you like?", "BAKER: (if warmth = 2) Sorry, which one?"))
    assert report.wordings == ()


def test_a_walk_stops_and_says_so():
    report = walk_scene(scene(SHOP), most_states=20)
    assert report.sampled
    assert report.traps == ()


def test_a_loop_of_two_moments_ends():
    report = walk(BAKERY, ("  -> pay\n> (point", "  -> arrive\n> (point"))
    assert not report.sampled


@pytest.mark.parametrize("source", [BAKERY, SHOP, RECEPTION], ids=["bakery", "shop", "reception"])
def test_paths_lead_where_they_say(source):
    """Play from here: what a path says, done one after the other, comes to its moment."""
    played = scene(source)
    report = walk_scene(played)
    for moment, way in report.paths.items():
        state, _ = advance(played, begin(played), VisitBegan())
        for words in way:
            if state.phase == "speaking":
                state, _ = advance(played, state, PartnerFinished(state.turn))
            state, _ = advance(played, state, event_for(played, state, words))
        assert moment in (state.moment, state.previous, played.leaving), (moment, way)


def event_for(played: Scene, state, words: str):
    if words == "(silence)":
        waiting = [s.seconds for s in played.moment(state.moment).silences if s.seconds not in state.silences_met]
        return SilencePassed(state.turn, waiting[0])
    for reply in (*played.moment(state.moment).replies, *played.anywhere.replies):
        if reply.gesture and words == f"({reply.label})":
            return ReplyPicked(state.turn, reply.name, "choose")
        if any(like(played, example, words) is not None for example in reply.examples):
            slots = next(found for e in reply.examples if (found := like(played, e, words)) is not None)
            return ReplyPicked(state.turn, reply.name, "choose", slots=slots)
    raise AssertionError((state.moment, words))


def like(played: Scene, example: str, words: str):
    """The slots with which an example becomes those words; None when it does not."""
    tries = [({}, example)]
    for slot in played.slots:
        mark = "{" + slot.name + "}"
        values = [(v.key, v.label) for v in slot.values] or [(n, str(n)) for n in range(slot.low, slot.high + 1)]
        tries = [
            ({**slots, slot.name: key}, text.replace(mark, label))
            for slots, text in tries for key, label in values
        ] if mark in example else tries  # fmt: skip
    return next((slots for slots, text in tries if text == words), None)


def test_shortest_longest_and_ends_of_small_graphs():
    line = {0: [1], 1: [2], 2: []}
    assert (shortest(line, [0], frozenset({2})), longest(line, [0], frozenset({2}))) == (3, 3)
    fork = {0: [1, 2], 1: [3], 2: [1], 3: []}
    assert (shortest(fork, [0], frozenset({3})), longest(fork, [0], frozenset({3}))) == (3, 4)
    ring = {0: [1], 1: [0, 2], 2: []}
    assert longest(ring, [0], frozenset({2})) == 3
    assert can_end({0: [1], 1: [1]}, frozenset({0})) == {0}
    assert shortest({0: [0]}, [0], frozenset()) == 0
    many = {n: list(range(12)) for n in range(12)}
    assert 1 <= longest(many, [0], frozenset({11}), most=500) <= 12

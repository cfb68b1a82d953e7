"""A visit that was left is played again from its facts: the same moment, memory, goals and wordings."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping

import pytest

from trainer.conversation.effects import Record, Say
from trainer.conversation.engine import advance, begin
from trainer.conversation.events import (
    BreathEnded,
    DialTurned,
    Event,
    LeaveAsked,
    PartnerFinished,
    Replied,
    ReplyPicked,
    SilencePassed,
    VisitBegan,
)
from trainer.conversation.state import State
from trainer.conversation.swap import swap
from trainer.practice.coming_back import SetOut, come_back, set_out, sheet_mark
from trainer.practice.facts import Fact, VisitStamp, of_record
from trainer.script import Scene, Value
from trainer.speech import Utterance
from trainer.storage.pack_shelf import PackShelf
from trainer.storage.paths import scenarios
from trainer.understanding.interpretation import Interpretation

STAMP = VisitStamp("v", "pack/scene", "2026-11-22T19:30")
OUT = SetOut(3, "mark", dials={"noise": 1, "unheard": 1, "queue": 2})


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> PackShelf:
    home = tmp_path_factory.mktemp("home")
    return PackShelf(scenarios(), home / "packs", home / "cache")


class Visit:
    """A visit as it goes, with the facts it leaves."""

    def __init__(self, scene: Scene, memory: Mapping[str, Value]) -> None:
        self.scene, self.state = scene, begin(scene, OUT.seed)
        self.facts: list[Fact] = []
        self.do(VisitBegan(OUT.dials, "choose", memory))

    def do(self, event: Event) -> None:
        self.state, effects = advance(self.scene, self.state, event)
        self.facts += [of_record(one, STAMP, False) for one in effects if isinstance(one, Record)]

    def steps(self, dice: random.Random) -> Iterator[State]:
        """Somebody's way through it, a state after each answer, until it ends."""
        for _ in range(12):
            if self.state.phase == "speaking":
                self.do(PartnerFinished(self.state.turn))
            if self.state.phase != "listening" or self.state.expectation is None:
                return
            self.do(self._some(dice))
            if self.state.ending or self.state.moment == self.scene.leaving:
                return
            yield self.state

    def _some(self, dice: random.Random) -> Event:
        turn, moment = self.state.turn, self.scene.moment(self.state.moment)
        quiet = [one.seconds for one in moment.silences if one.seconds not in self.state.silences_met]
        number = dice.random()
        if number < 0.1 and quiet:
            return SilencePassed(turn, quiet[0])
        if number < 0.2:
            heard = Utterance("what is it", self.scene.language, "type")
            return Replied(turn, Interpretation(heard, "unclear", None, "", None, 0.0), "type")
        if number < 0.3 and self.scene.dials:
            dial = dice.choice(self.scene.dials)
            return DialTurned(dial.name, dial.low + (dial.gentlest == dial.low))
        assert self.state.expectation is not None
        reply = dice.choice(self.state.expectation.replies)
        slots: dict[str, Value] = {one.name: one.values[-1].key for one in self.scene.slots if one.values}
        slots |= {one.name: one.high for one in self.scene.slots if not one.values}
        return ReplyPicked(turn, reply.id, "choose", slots=slots)


def known(state: State) -> tuple[object, ...]:
    """What makes two places the same (turns may be counted otherwise)."""
    return state.moment, state.memory, state.goals, state.dials, state.unclear, state.silences_met


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_scene_is_come_back_to_after_every_answer(shelf: PackShelf, language: str) -> None:
    places = 0
    for number, heading in enumerate(shelf.headings(language)):
        if number % 2 == (language == "ja"):
            continue
        scene = shelf.scene(f"{heading.pack}/{heading.id}", language)
        assert scene is not None
        if number % 8 > 5:
            scene = swap(scene, OUT.seed)
        memory: dict[str, Value] = {one.name: 1 for one in scene.memory if one.keep and isinstance(one.start, int)}
        visit = Visit(scene, memory)
        for state in visit.steps(random.Random(number)):
            came = come_back(scene, OUT, "choose", memory, visit.facts)
            assert came is not None
            assert known(came.state) == known(state), heading.id
            assert state.moment in came.met
            # The partner says where we are again: the same lines, or how the moment began where nothing was being said.
            _, effects = advance(scene, came.state, BreathEnded())
            said = [one.lines for one in effects if isinstance(one, Say)]
            if state.phase == "speaking":
                assert said == [state.said] and came.state.heard_wordings == state.heard_wordings
            places += 1
    assert places > 60


def test_who_left_comes_back_to_the_moment_before_the_goodbye(shelf: PackShelf) -> None:
    scene = shelf.scene("errands/shall-i-heat-it", "en")
    assert scene is not None
    visit = Visit(scene, {})
    (state, *_) = visit.steps(random.Random(1))
    visit.do(PartnerFinished(visit.state.turn))
    visit.do(LeaveAsked())
    assert visit.state.moment == scene.leaving
    visit.do(LeaveAsked())
    came = come_back(scene, OUT, "choose", {}, visit.facts)
    assert came is not None and came.state.moment != scene.leaving


def test_where_the_way_parts_the_place_before_counts(shelf: PackShelf) -> None:
    scene = shelf.scene("errands/shall-i-heat-it", "en")
    assert scene is not None
    visit = Visit(scene, {})
    strange = Fact("answered", "v", "pack/scene", STAMP.when, moment="no such moment", way="choose", reply="none")
    came = come_back(scene, OUT, "choose", {}, [*visit.facts, strange])
    assert came is not None and came.state.moment == scene.first


def test_how_a_visit_set_out_is_read_as_it_was_written() -> None:
    out = SetOut(4, sheet_mark("＝＝窓口＝＝"), True, {"noise": 2, "queue": 0})
    assert set_out(out.text()) == out
    assert set_out("") is None and set_out("noise=2") is None and set_out("seed=x sheet=1") is None
    assert sheet_mark("one") != sheet_mark("another")

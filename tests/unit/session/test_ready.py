"""Whatever the trainee does, what is said then was foreseen: slower too, or for the trainee, or after a dial moved."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from tests.helpers.hand_parts import HandVoice
from tests.helpers.trainee import Act, Temper, Trainee
from tests.unit.session.test_runner import Room
from trainer.script import SpokenLine

STEPS = 60
OFTEN = Temper(
    leaves=0.02, quiet=0.15, asks_help=0.1, asks_again=0.2, breathes=0.05, hides=0.0, changes_way=0.25, wanders=0.2
)


class Foreseen(HandVoice):
    """A hand-driven voice that may not be surprised, but by the first words (the preview prepares those)."""

    def say(self, turn: int, lines: Sequence[SpokenLine], slower: bool = False) -> None:
        known = self.prepared_slower if slower else self.prepared
        assert turn <= 1 or {line.text for line in lines} <= known, lines
        super().say(turn, lines, slower)


def do(room: Room, act: Act, dice: random.Random) -> None:
    visit = room.visit
    if act.kind == "pick":
        visit.pick(act.reply, act.words)
    elif act.kind in ("type", "speak"):
        visit.say_text(act.words)
    elif act.kind == "way":
        visit.set_way(act.way)
    elif act.kind == "again":
        visit.repeat(slower=dice.random() < 0.5)
    elif act.kind == "asked":
        visit.neither()
    else:
        {
            "quiet": visit.stay_quiet,
            "help": visit.help,
            "breathe": visit.breathe,
            "leave": visit.leave,
            "go on": visit.go_on,
        }[act.kind]()
    if dice.random() < 0.1:
        visit.set_dial("speed", dice.randint(0, 2))


@pytest.mark.parametrize("way", ["listen", "choose", "type", "speak"])
def test_nothing_is_said_that_was_not_foreseen(monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    monkeypatch.setattr("tests.unit.session.test_runner.HandVoice", Foreseen)
    said = 0
    for seed in range(12):
        room, dice, trainee = Room(way), random.Random(seed), Trainee(seed, OFTEN)
        for _ in range(STEPS):
            if room.view.ended:
                break
            if room.runner.state.phase == "speaking":
                room.timer.pass_time(4)
                room.spoken()
            elif room.runner.state.phase == "breathing":
                room.visit.breathe_end()
            else:
                do(room, trainee.act(room.view), dice)
        said += len(room.voice.said)
    assert said > 60

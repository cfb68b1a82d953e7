"""Seeded plays: the same seed gives the same plays, every visit ends, counts add up, minutes are plausible."""

import json
from pathlib import Path

import pytest

from tests.helpers.sheet_cases import BAKERY, BAKERY_JA, RECEPTION, SHOP, changed
from trainer.cli import run
from trainer.packs.builder import build_scene
from trainer.packs.walk_plays import Dice, play_scene, rough_seconds


def scene(text: str, translation: str | None = None):
    built = build_scene(text, translation).scene
    assert built is not None
    return built


@pytest.mark.parametrize("text", [BAKERY, SHOP, RECEPTION], ids=["bakery", "shop", "reception"])
def test_every_play_of_the_samples_ends_and_reaches_everything(text):
    report = play_scene(scene(text), 250, 7)
    assert (report.unfinished, report.finished + report.left) == (0, 250)
    assert report.finished > 125 and report.left > 0
    assert all(report.moments.values()), "every moment was visited"
    assert all(count for address, count in report.replies.items())
    assert report.unheard == ()
    shortest, middle, longest = report.minutes
    assert 0 < shortest <= middle <= longest < 20
    assert report.turns[0] >= 1


def test_the_same_seed_gives_the_same_plays():
    one, other = (play_scene(scene(BAKERY), 60, seed) for seed in (3, 3))
    assert one == other
    assert play_scene(scene(BAKERY), 60, 4) != one
    assert json.loads(json.dumps(one.to_dict()))["seed"] == 3


def test_dice_are_fair_enough_and_the_same_everywhere():
    dice = Dice(1)
    assert [Dice(1).below(1000) for _ in range(2)] == [Dice(1).below(1000)] * 2
    counts = [0] * 6
    for _ in range(6000):
        counts[dice.below(6)] += 1
    assert min(counts) > 850 and max(counts) < 1150


def test_a_line_that_is_never_said_and_a_visit_without_an_end_are_told():
    never = play_scene(scene(changed(BAKERY, ("/ Hello there.", "/ (if visits >= 50) Hello there."))), 200)
    assert [missed.address for missed in never.unheard] == ["arrive/opening/2/1"]
    assert BAKERY.split("\n")[never.unheard[0].place.line - 1] == "/ Hello there."
    loop = """scene: Round
id: round
language: en
level: 1
about: Round and round.
person A: Aya

== here ==
A: Again?
> again
  - Again.
  -> here
"""
    assert play_scene(scene(loop), 5).unfinished == 5


def test_japanese_takes_its_own_time():
    assert rough_seconds("いらっしゃいませ。", "ja") > 1
    assert rough_seconds("one two three four five", "en") == pytest.approx(2.6)
    english, japanese = (play_scene(scene(BAKERY, other), 100).minutes[1] for other in (None, BAKERY_JA))
    assert 0.3 < japanese / english < 3


def test_the_command_shows_counts_and_keeps_its_keys(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "bakery.scene.txt"
    path.write_text(BAKERY, "utf-8")
    assert run(["walk", str(path), "--plays", "50", "--seed", "2"]) == 0
    told = capsys.readouterr().out
    assert "turns, about" in told and "50 plays with seed 2" in told and "goal: Say what you want" in told
    assert run(["walk", str(path), "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert {"states", "endings", "unreached", "goals", "wordings"} <= set(row), "others rely on these"
    assert set(row["minutes"]) == {"shortest", "middle", "longest"} and row["plays"]["plays"] == 100
    path.write_text(changed(BAKERY, ("  -> warm (if roll = raisin)\n", "")), "utf-8")
    assert run(["walk", str(path)]) == 1
    assert "no path comes to this moment (warm)" in capsys.readouterr().out

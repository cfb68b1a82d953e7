"""Play from here: a real way leads to the moment, and going on from it works as in a visit."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.sheet_cases import BAKERY, SHOP
from trainer.conversation.effects import Say
from trainer.conversation.engine import advance, begin
from trainer.conversation.events import PartnerFinished
from trainer.conversation.state import State
from trainer.editor.model.playing import Start, moment_at, play_from, shown_values
from trainer.packs.builder import build_scene
from trainer.script import Scene

ROOT = Path(__file__).parents[3]


def scene_of(text: str) -> Scene:
    scene = build_scene(text).scene
    assert scene is not None
    return scene


def arrives(scene: Scene, start: Start) -> State:
    """The event really leads from `before` to the moment, and its opening is said."""
    state, effects = advance(scene, start.before, start.event)
    said = [line.address for effect in effects if isinstance(effect, Say) for line in effect.lines]
    assert state.moment == start.moment or any(at.startswith(start.moment + "/") for at in said)
    while state.phase == "speaking":
        state, _ = advance(scene, state, PartnerFinished(state.turn))
    return state


def test_every_moment_of_the_sample_can_be_begun_at() -> None:
    scene = scene_of(SHOP)
    for moment in scene.moments:
        start = play_from(scene, moment.name)
        assert start is not None, moment.name
        assert arrives(scene, start) == start.state
        assert start.first == (moment.name == scene.first)


@pytest.mark.parametrize("name", ["shall-i-heat-it", "night-interview"])
def test_a_shipped_scene(name: str) -> None:
    (path,) = (ROOT / "scenarios").glob(f"*/scenes/{name}.scene.txt")
    scene = scene_of(path.read_text(encoding="utf-8"))
    for moment in scene.moments:
        start = play_from(scene, moment.name)
        assert start is not None, moment.name
        arrives(scene, start)


def test_the_way_is_what_people_would_do() -> None:
    scene = scene_of(SHOP)
    start = play_from(scene, "card")
    assert start is not None
    assert all(not words.startswith(("(silence", "(leave")) for words in start.words)
    assert start.state.goals == ("greet", "order")
    assert "item" in dict(shown_values(start))


def test_a_moment_only_a_later_visit_comes_to() -> None:
    text = BAKERY.replace(
        "> (nod)\n  goal: greet\n  -> choose", "> (nod)\n  -> back room (if visits >= 1)\n  -> choose", 1
    )
    text = text.replace("== pay ==", "== back room ==\nBAKER: Come in.\n-> choose\n\n== pay ==")
    scene = scene_of(text)
    start = play_from(scene, "back room")
    assert start is not None
    assert start.memory == {"visits": 1}
    arrives(scene, start)


def test_what_no_way_leads_to() -> None:
    scene = scene_of(BAKERY + "\n== shed ==\nBAKER: Flour.\n-> end\n")
    assert play_from(scene, "shed") is None
    assert play_from(scene, "nowhere") is None


def test_values_can_be_changed() -> None:
    scene = scene_of(SHOP)
    start = play_from(scene, "confirm")
    assert start is not None
    changed = start.with_values({"item": "sandwich"})
    assert changed.before.memory["item"] == "sandwich"


def test_a_row_names_its_moment() -> None:
    scene = scene_of(SHOP)
    row = SHOP.split("\n").index("== bag ==")
    assert [moment_at(scene, n) for n in (0, row - 1, row, row + 3)] == ["arrive", "anything else", "bag", "bag"]
    assert begin(scene).moment == ""

"""Every rehearsal plan beside every shipped scene, with the real engine and the real understanding."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from trainer.conversation.engine import advance
from trainer.conversation.events import LeaveAsked, PartnerFinished
from trainer.lexicon.loading import load_interpreter
from trainer.packs.builder import build_scene
from trainer.packs.plans import read_plan
from trainer.script import Scene
from trainer.session.plan_runner import run_plan
from trainer.session.rehearsal import Rehearsal
from trainer.storage.paths import assets, scenarios
from trainer.understanding.interpretation import Interpreter

PLANS = sorted(scenarios().glob("*/rehearsals/*.plan"))
SCENES = sorted(scenarios().glob("*/scenes/*.scene.txt"))
LANGUAGES = ("en", "ja")


@cache
def interpreter() -> Interpreter:
    return load_interpreter(LANGUAGES, assets())


@cache
def scene_of(path: Path, language: str) -> Scene:
    translation = path.parent.parent / "translations" / language / path.name
    words = translation.read_text("utf-8") if translation.is_file() else None
    built = build_scene(path.read_text("utf-8"), words)
    assert built.scene is not None
    return built.scene


def name(path: Path) -> str:
    return path.name.removesuffix(".plan").removesuffix(".scene.txt")


@pytest.mark.parametrize("path", PLANS, ids=name)
def test_a_plan_goes_as_written(path: Path) -> None:
    plan, found = read_plan(path.read_text("utf-8"), path.name)
    assert not found
    sheet = path.parent.parent / "scenes" / f"{plan.scene}.scene.txt"
    parted = run_plan(scene_of(sheet, plan.language or "en"), plan, interpreter())
    assert parted is None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", SCENES, ids=name)
def test_quiet_alone_reaches_an_end(path: Path, language: str) -> None:
    visit = Rehearsal(scene_of(path, language), interpreter(), lambda _: None)
    for _ in range(80):
        if visit.outcome == "unfinished":
            visit.answer("(silence)")
    assert visit.outcome != "unfinished"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", SCENES, ids=name)
def test_gestures_alone_reach_an_end(path: Path, language: str) -> None:
    """The first gesture of each moment; where there is none, quiet."""
    visit = Rehearsal(scene_of(path, language), interpreter(), lambda _: None)
    for _ in range(80):
        if visit.outcome != "unfinished" or visit.state.expectation is None:
            break
        gestures = [reply.label for reply in visit.state.expectation.replies if reply.gesture]
        visit.answer(f"({gestures[0]})" if gestures else "(silence)")
    assert visit.outcome != "unfinished"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", SCENES, ids=name)
def test_leaving_works_in_every_moment_the_quiet_way_passes(path: Path, language: str) -> None:
    visit = Rehearsal(scene_of(path, language), interpreter(), lambda _: None)
    passed = set()
    for _ in range(40):
        if visit.outcome != "unfinished":
            break
        passed.add(visit.state.moment)
        state, _ = advance(visit.scene, visit.state, LeaveAsked())
        state, effects = advance(visit.scene, state, PartnerFinished(state.turn))
        assert state.ended == "left"
        visit.answer("(silence)")
    assert passed


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", SCENES, ids=name)
def test_asking_again_thrice_is_always_met(path: Path, language: str) -> None:
    visit = Rehearsal(scene_of(path, language), interpreter(), lambda _: None)
    moment = visit.state.moment
    for _ in range(3):
        visit.answer("(again)")
    assert visit.state.moment == moment
    assert visit.state.phase == "listening"

"""Every shipped scene carries what a scene is promised to carry, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from trainer.packs.builder import build_scene
from trainer.packs.checker_reading import unreadable_signs
from trainer.script import AGAIN, END, Arrow, Cue, Line, Moment, Scene, Step
from trainer.storage.paths import scenarios

SHEETS = sorted(scenarios().glob("*/scenes/*.scene.txt"))
DRAWN = frozenset({"queue", "noise", "speed", "eyes", "unheard", "pause", "time"})
"""Dials that the program itself turns into sound, picture or time; the others must change words."""

EACH = [pytest.param(path, language, id=f"{path.name} {language}") for path in SHEETS for language in ("en", "ja")]


@cache
def scene_of(path: Path, language: str) -> Scene:
    words = (path.parent.parent / "translations" / "ja" / path.name).read_text("utf-8") if language == "ja" else None
    built = build_scene(path.read_text("utf-8"), words)
    assert built.scene is not None
    assert built.translated or language == "en"
    return built.scene


def steps_of(moment: Moment) -> Iterator[Step]:
    yield from (*moment.opening, *moment.repeat)
    for reply in moment.replies:
        yield from reply.steps
    for block in (*(silence.steps for silence in moment.silences), *moment.unclear, *moment.unheard):
        yield from block


def asked(scene: Scene) -> Iterator[Moment]:
    """Moments in which the trainee may answer."""
    yield from (moment for moment in scene.moments if moment.replies)


def test_there_are_38_scenes_in_seven_packs() -> None:
    assert len(SHEETS) == 38
    assert len({path.parts[-3] for path in SHEETS}) == 7


@pytest.mark.parametrize(("path", "language"), EACH)
def test_before_and_after(path: Path, language: str) -> None:
    scene = scene_of(path, language)
    assert scene.title and scene.about and scene.where and scene.minutes and scene.persons
    assert scene.expect.rstrip("。").endswith(("?", "？", "か"))
    assert scene.hardest in {moment.name for moment in scene.moments}
    steps = scene.steps_outside
    assert len({steps.small, steps.middle, steps.large, ""}) == 4
    assert scene.closing
    assert scene.for_facilitators
    assert any(question.kind == "scale" for question in scene.after)


@pytest.mark.parametrize(("path", "language"), EACH)
def test_each_moment_can_be_met_in_any_way(path: Path, language: str) -> None:
    scene = scene_of(path, language)
    for moment in asked(scene):
        where = f"{scene.id} {moment.name}"
        assert all(moment.hints), f"{where}: three hints"
        assert moment.silences, f"{where}: silence is met"
        assert moment.unclear, f"{where}: an answer that was not understood is met"
        for line in (step for step in moment.opening if isinstance(step, Line)):
            always = [wording for wording in line.wordings if wording.condition is None]
            assert len({wording.text for wording in always}) >= 3, f"{where}: three wordings"
        for reply in moment.replies:
            count = len(set(reply.examples))
            assert reply.gesture or 4 <= count <= 9, f"{where}, {reply.name}: {count} examples"


@pytest.mark.parametrize(("path", "language"), EACH)
def test_ways_out_asking_again_and_the_other_thing(path: Path, language: str) -> None:
    scene = scene_of(path, language)
    targets = {step.target for reply in scene.anywhere.replies for step in reply.steps if isinstance(step, Arrow)}
    assert AGAIN in targets
    assert scene.leaving in targets
    goodbye = scene.moment(scene.leaving)
    assert any(isinstance(step, Line | Cue) for step in goodbye.opening), "leaving is met kindly"
    assert any(isinstance(step, Arrow) and step.target == END for step in goodbye.opening)
    assert any(reply.on_purpose for moment in scene.moments for reply in moment.replies)


@pytest.mark.parametrize(("path", "language"), EACH)
def test_dials_change_what_is_said_or_drawn(path: Path, language: str) -> None:
    scene = scene_of(path, language)
    named = set()
    for moment in (scene.anywhere, *scene.moments):
        for step in steps_of(moment):
            conditions = [wording.condition for wording in step.wordings] if isinstance(step, Line) else []
            if isinstance(step, Cue | Arrow):
                conditions.append(step.condition)
            named |= {condition.name for condition in conditions if condition is not None}
    assert scene.dials
    for dial in scene.dials:
        assert dial.name in named or dial.name in DRAWN, dial.name


@pytest.mark.parametrize(("path", "language"), EACH)
def test_every_spoken_line_has_a_sound(path: Path, language: str) -> None:
    scene = scene_of(path, language)
    for moment in scene.moments:
        for line in (step for step in steps_of(moment) if isinstance(step, Line)):
            for wording in line.wordings:
                assert not unreadable_signs(wording.text, scene.language), wording.text

"""The guides to the scene sheet: their examples are sheets, plans and translations that can be used as they are."""

import re
from pathlib import Path

import pytest

from trainer.packs.builder import build_scene
from trainer.packs.checker import check_sheet
from trainer.packs.marks import DIAL_WORDS, HEAD_KEYS, NAMED_KEYS, SETTINGS
from trainer.packs.plans import check_plan, read_plan
from trainer.packs.walker import walk_scene

DOCS = Path(__file__).parents[3] / "docs"
GUIDES = {name: (DOCS / name).read_text(encoding="utf-8") for name in ("scene-sheet.md", "scene-sheet.ja.md")}
BLOCK = re.compile(r"```(\w*)\n(.*?)```", re.DOTALL)


@pytest.mark.parametrize("name", GUIDES)
def test_the_whole_scene_in_the_guide_has_nothing_to_find(name):
    (scene,) = (text for kind, text in BLOCK.findall(GUIDES[name]) if kind == "scene")
    assert check_sheet(scene, walk=True) == ()
    built = build_scene(scene).scene
    assert built is not None
    assert walk_scene(built).whole


@pytest.mark.parametrize("name", GUIDES)
def test_the_plan_in_the_guide_fits_its_scene(name):
    blocks = BLOCK.findall(GUIDES[name])
    built = build_scene(next(text for kind, text in blocks if kind == "scene")).scene
    plan, found = read_plan(blocks[-1][1])
    assert found == ()
    assert check_plan(plan, built) == ()
    assert plan.language == built.language


@pytest.mark.parametrize("name", GUIDES)
def test_the_guide_names_every_keyword_and_dial(name):
    japanese = name.endswith(".ja.md")
    words = {word for word in (*HEAD_KEYS, *NAMED_KEYS, *DIAL_WORDS) if word.isascii() != japanese}
    for word in words - {"一番難しい"}:
        assert word in GUIDES[name], word
    if not japanese:
        assert all(setting in GUIDES[name] for setting in SETTINGS)

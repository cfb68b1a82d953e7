"""The templates of the desk: there in both languages, nothing to find in them, everything can be come to."""

from __future__ import annotations

from pathlib import Path

import pytest

from trainer.editor.model.document import SheetDocument
from trainer.packs.builder import build_scene
from trainer.packs.checker import check_sheet
from trainer.packs.walker import walk_scene

FOLDER = Path(__file__).parents[3] / "assets/templates"
NAMES = ["blank", "interview", "listen", "phone", "shop-counter", "visitor"]


def test_the_same_templates_in_both_languages() -> None:
    for language in ("en", "ja"):
        assert sorted(path.name.partition(".")[0] for path in (FOLDER / language).iterdir()) == NAMES


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("name", NAMES)
def test_a_template_is_clean(name: str, language: str) -> None:
    content = (FOLDER / language / f"{name}.scene.txt").read_bytes()
    text = content.decode("utf-8")
    assert check_sheet(text, walk=True) == ()
    scene = build_scene(text).scene
    assert scene is not None
    assert scene.language == language
    assert walk_scene(scene).whole
    assert SheetDocument.from_bytes(content).to_bytes() == content

"""A pack of a centre's folder is practised from where it stands: its cover, a scene of it, and nothing is added."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.helpers.hostile_packs import COVER, SHEET
from tests.helpers.window import settle
from tests.screens.test_window_coming_back import press as press_in
from tests.screens.test_window_coming_back import program
from trainer.packs.archive import build_pack


@pytest.mark.parametrize("gone", [False, True])
def test_a_scene_of_a_pack_beside_is_gone_into(qapp: Any, tmp_path: Path, gone: bool) -> None:
    centre = tmp_path / "centre"
    centre.mkdir()
    file = centre / "hello.practicepack"
    file.write_bytes(build_pack({"pack.toml": COVER.encode(), "scenes/hello.scene.txt": SHEET}))
    with program(tmp_path / "home", "en") as (window, house):
        assert window.screens.desk.add_shelf_folder(str(centre)).ok
        assert house.shelf.refresh_sources()
        window.screens.route.go("packs")
        settle()
        window.screens.packs.fresh()
        window.screens.packs.choose("org.example.hostile")
        settle()
        press_in(window, "take")
        press_in(window, "go:org.example.hostile/hello")
        assert window.screens.route.page == "preview"
        assert window.screens.preview.scene is not None
        window.screens.route.go("practice", "org.example.hostile/hello")
        settle()
        assert window.screens.practice.view.moment
        if gone:
            file.unlink()
            centre.rmdir()
        assert house.hand_voice is not None and house.hand_voice.saying is not None
        house.hand_voice.finish()
        settle()
        window.screens.practice.pick(window.screens.practice.replies()[0])
        settle()
        assert [one.id for one in house.shelf.packs() if not house.shelf.is_built_in(one.id)] == []
    with program(tmp_path / "home", "en") as (window, house):
        (visit,) = house.journal.visits()
        assert visit.scene == "org.example.hostile/hello"

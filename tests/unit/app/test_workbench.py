"""The desk's disk: new packs, sheets, pictures with their credit, the file that is handed over; a power cut."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from trainer.app import workbench_manifest as manifest
from trainer.app.workbench_files import FolderDrawer, folder_name, own_packs
from trainer.app.workbench_pack import PackDrawer
from trainer.editor.bridge import Media
from trainer.editor.view_models.guided import Guided, first_scene
from trainer.packs.archive import open_pack
from trainer.packs.checker import check_sheet
from trainer.packs.diagnostics import errors
from trainer.packs.pack_checker import check_pack
from trainer.storage.desk_files import DeskFiles
from trainer.storage.pack_files import folder_files


@pytest.fixture
def drawer(tmp_path: Path, repository: Path) -> FolderDrawer:
    return FolderDrawer(tmp_path / "mine", repository / "assets" / "templates")


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_template_becomes_a_pack_without_errors(drawer: FolderDrawer, tmp_path: Path, language: str) -> None:
    templates = drawer.templates(language)
    assert len(templates) >= 5
    for template in templates:
        assert template.title and template.about
        outcome, path = drawer.new_pack(template.title, language, template.text)
        assert outcome.ok and path is not None
        assert path.read_text("utf-8") == template.text
        folder = path.parent.parent
        assert errors(check_pack(folder_files(folder))) == ()
        built = PackDrawer(drawer).build(folder, tmp_path / f"{template.name}.practicepack")
        assert built.outcome.ok and built.file is not None and len(built.fingerprint.split()) == 6
        assert open_pack(built.file.read_bytes()).fingerprint == built.fingerprint
    assert len(drawer.folders()) == len(templates)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_guided_form_makes_a_scene_without_anything_to_fix(language: str) -> None:
    for answers in (Guided(language), Guided(language, title="A = b {c}", person="Ann-Marie Smith", answer="Yes.")):
        found = check_sheet(first_scene(answers), walk=True)
        assert [one.code for one in found if one.severity != "idea" and one.code != "slot-unknown"] == []


def test_one_more_scene_and_a_translation(drawer: FolderDrawer) -> None:
    _, path = drawer.new_pack("At the door", "en", first_scene(Guided("en")))
    assert path is not None
    folder = path.parent.parent
    cover = folder / "pack.toml"
    cover.write_text(cover.read_text("utf-8") + "\n# a note of mine\n", "utf-8")
    _, second = drawer.new_sheet(folder, first_scene(Guided("en")))
    assert second is not None and second.name == "first-scene-2.scene.txt"
    _, other = drawer.new_translation(path, "ja", "translation of: first-scene\nlanguage: ja\nscene: ドアで\n")
    assert other is not None and other.parent.name == "ja"
    text = cover.read_text("utf-8")
    data = tomllib.loads(text)
    assert "# a note of mine" in text
    assert [row["file"] for row in data["scenes"]] == ["scenes/first-scene.scene.txt", "scenes/first-scene-2.scene.txt"]
    assert [row["id"] for row in data["scenes"]] == ["first-scene", "first-scene-2"]
    assert "id: first-scene-2\n" in second.read_text("utf-8")
    assert data["languages"] == ["en", "ja"] and data["name"]["ja"] == "ドアで"
    entry = drawer.folder(other)
    assert entry is not None and entry.path == folder and list(entry.sheets[0].translations) == ["ja"]


def test_a_picture_with_its_credit(drawer: FolderDrawer) -> None:
    _, path = drawer.new_pack("Garden", "en", first_scene(Guided("en")))
    assert path is not None
    folder, pack = path.parent.parent, PackDrawer(drawer)
    about = Media("images/door.png", "image", {"en": "A green door"}, "K. Aoki", "CC-BY-4.0")
    assert pack.add_media(folder, about.file, b"one", about).ok
    assert pack.add_media(folder, about.file, b"another", about).ok
    assert pack.add_media(folder, about.file, b"one", about).ok
    media = pack.media(folder)
    assert [(one.file, one.credit, one.alt["en"], one.size) for one in media] == [
        ("images/door-2.png", "K. Aoki", "A green door", 7),
        ("images/door.png", "K. Aoki", "A green door", 3),
    ]


def test_a_cover_that_cannot_be_read_is_left_alone() -> None:
    broken = "format = = 1"
    assert manifest.with_scenes(broken, [("a", "scenes/a.scene.txt")], ["ja"], {}) == broken
    assert manifest.with_media(broken, Media("images/a.png", "image")) == broken
    assert manifest.media_of(broken) == ()


def test_names_of_folders() -> None:
    assert folder_name("At the  Bakery!") == "at-the-bakery"
    assert folder_name("パン屋さんで（朝）") == "パン屋さんで-朝"
    assert folder_name("../..") == "scene"
    assert own_packs({"ENGAWA_HOME": "/somewhere"}).name == "my-packs"
    assert own_packs({}).name == "Engawa"


def test_a_folder_that_cannot_be_written_says_so(tmp_path: Path, repository: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    outcome, path = FolderDrawer(blocked, repository).new_pack("A", "en", "scene: A\n")
    assert (outcome.code, path) == ("not-kept", None)


def test_killed_while_writing(tmp_path: Path, repository: Path) -> None:
    """What was reported as kept apart is there after kill -9; the sheet itself is whole."""
    sheet = tmp_path / "a.scene.txt"
    sheet.write_text("scene: A\n", "utf-8")
    script = "import sys; from tests.helpers.desk_typing import main; main(sys.argv[1], sys.argv[2])"
    command = [sys.executable, "-c", script, str(sheet), str(tmp_path / "home")]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "ENGAWA_HOME": str(tmp_path / "home")}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=repository, env=environment) as child:
        assert child.stdout is not None
        kept = [child.stdout.readline().strip() for _ in range(3)]
        child.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    assert kept[-1].startswith("kept ")
    opened = DeskFiles(tmp_path / "home" / "desk").open(sheet)
    assert opened.recovered
    written = opened.content.decode("utf-8")
    assert written.startswith("scene: A") and len(written) >= int(kept[-1].split()[1])
    assert sheet.read_text("utf-8") == "scene: A\n"

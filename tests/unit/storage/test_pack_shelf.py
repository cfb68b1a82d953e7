"""The pack shelf: shipped packs, added ones, a centre's folder; nothing on it can hurt it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from trainer.packs.archive import build_pack
from trainer.storage.pack_shelf import PackShelf, folder_files
from trainer.storage.paths import scenarios

COVER = """format = 1
id = "org.example.tea"
version = "{version}"
source_language = "en"
languages = ["en", "ja"]
[name]
en = "Tea"
ja = "お茶"
[[scenes]]
id = "tea"
file = "scenes/tea.scene.txt"
"""
SHEET = """scene: Tea
id: tea
language: en
level: 2
about: You ask for tea.
person HOST: Aki, calm

== anywhere ==
> leave early
  - I have to go.
  -> leaving

== ask ==
HOST: Tea?
> yes
  - Yes, please.
  -> end

== leaving ==
HOST: Take care.
-> end
"""
JA = """translation of: tea
language: ja
scene: お茶
about: お茶をたのみます。
person HOST: 亜紀さん、落ち着いた人
"""


def pack(version: str = "1.0.0", sheet: str = SHEET) -> bytes:
    return build_pack(
        {
            "pack.toml": COVER.format(version=version).encode(),
            "scenes/tea.scene.txt": sheet.encode(),
            "translations/ja/tea.scene.txt": JA.encode(),
        },
    )


@pytest.fixture
def shelf(tmp_path: Path) -> PackShelf:
    (tmp_path / "shipped").mkdir()
    return PackShelf(tmp_path / "shipped", tmp_path / "added")


def put(tmp_path: Path, content: bytes, name: str = "tea.practicepack") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def test_what_is_shipped_can_be_practised_in_both_languages() -> None:
    shelf = PackShelf(scenarios(), Path("nowhere"))
    english, japanese = shelf.headings("en"), shelf.headings("ja")
    assert "errands/shall-i-heat-it" in {f"{one.pack}/{one.id}" for one in english}
    assert {one.id for one in english} == {one.id for one in japanese}
    for language in ("en", "ja"):
        scene = shelf.scene("errands/shall-i-heat-it", language)
        assert scene is not None
        assert scene.language == language
    assert shelf.is_built_in("errands")


def test_an_added_pack_is_kept_whole_under_its_hash(shelf: PackShelf, tmp_path: Path) -> None:
    assert shelf.add(put(tmp_path, pack())) == ("", "")
    (one,) = shelf.shelved()
    assert one.path.name == f"{one.sha256}.practicepack"
    assert shelf.headings("ja")[0].title == "お茶"
    assert shelf.scene("org.example.tea/tea", "en") is not None
    assert len(shelf.fingerprint("org.example.tea").split()) == 6
    assert shelf.remove("org.example.tea") == ("", "")
    assert shelf.packs() == ()


def test_a_newer_version_takes_the_older_ones_place(shelf: PackShelf, tmp_path: Path) -> None:
    shelf.add(put(tmp_path, pack("1.0.0")))
    shelf.add(put(tmp_path, pack("1.1.0")))
    assert [one.version for one in shelf.packs()] == ["1.1.0"]
    assert len(list((tmp_path / "added").iterdir())) == 1


def test_a_refused_pack_changes_nothing(shelf: PackShelf, tmp_path: Path) -> None:
    code, sentence = shelf.add(put(tmp_path, pack()[:-1]), "ja")
    assert code == "pack-refused"
    assert sentence.endswith("なにも変わっていません。")
    assert shelf.packs() == ()
    assert shelf.add(tmp_path / "not there.practicepack")[0].startswith("file-")


def test_a_file_that_was_changed_on_the_shelf_is_not_used(shelf: PackShelf, tmp_path: Path) -> None:
    shelf.add(put(tmp_path, pack()))
    (one,) = shelf.shelved()
    other = pack(sheet=SHEET.replace("Tea?", "Milk?"))
    assert len(other) != len(one.path.read_bytes()) or other != one.path.read_bytes()
    one.path.write_bytes(other)
    assert shelf.packs() == ()


def test_a_centres_folder_may_vanish_and_come_back(tmp_path: Path) -> None:
    centre = tmp_path / "centre"
    centre.mkdir()
    put(centre, pack())
    shelf = PackShelf(tmp_path / "shipped", tmp_path / "added", [centre])
    assert len(shelf.packs()) == 1
    centre.rename(tmp_path / "away")
    assert shelf.packs() == ()
    assert shelf.scene("org.example.tea/tea", "en") is None
    (tmp_path / "away").rename(centre)
    assert len(shelf.packs()) == 1


def test_a_centres_pack_is_not_ours_to_remove(tmp_path: Path) -> None:
    centre = tmp_path / "centre"
    centre.mkdir()
    path = put(centre, pack())
    shelf = PackShelf(tmp_path / "shipped", tmp_path / "added", [centre])
    assert shelf.remove("org.example.tea")[0] == "pack-not-ours"
    assert path.exists()
    assert shelf.remove("errands")[0] == "pack-unknown"


def test_a_folder_is_read_again_when_it_changes(tmp_path: Path) -> None:
    folder = tmp_path / "shipped" / "errands"
    shutil.copytree(scenarios() / "errands", folder)
    shelf = PackShelf(tmp_path / "shipped", tmp_path / "added")
    before = shelf.headings("en")
    path = folder / "scenes" / "shall-i-heat-it.scene.txt"
    path.write_text(path.read_text("utf-8").replace("scene: Shall I heat it?", "scene: Warm?"), "utf-8")
    titles = {one.title for one in shelf.headings("en")}
    assert "Warm?" in titles
    assert len(titles) == len(before)


def test_hidden_files_and_links_are_not_part_of_a_pack(tmp_path: Path) -> None:
    (tmp_path / "scenes").mkdir()
    (tmp_path / "pack.toml").write_text("x")
    (tmp_path / ".secret").write_text("x")
    (tmp_path / "scenes" / "link.scene.txt").symlink_to(tmp_path / ".secret")
    assert set(folder_files(tmp_path)) == {"pack.toml"}

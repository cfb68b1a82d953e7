"""The shelf's index: nothing is opened that has not changed, and nothing but covers and headings is believed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.helpers.hostile_packs import COVER, SHEET
from trainer.packs.archive import build_pack, open_pack
from trainer.storage import pack_index
from trainer.storage.pack_shelf import PackShelf


def packed(folder: Path, title: str = "Hello") -> Path:
    sheet = SHEET.replace(b"scene: Hello", f"scene: {title}".encode())
    content = build_pack({"pack.toml": COVER.encode(), "scenes/hello.scene.txt": sheet})
    path = folder / "added" / f"{open_pack(content).sha256}.practicepack"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    return path


def shelf(folder: Path) -> PackShelf:
    return PackShelf(folder / "none", folder / "added", folder / "cache")


def titles(from_shelf: PackShelf) -> list[str]:
    return [heading.title for heading in from_shelf.headings("en")]


def spoil(path: Path) -> None:
    """Other bytes, same name, size and time."""
    told = path.stat()
    path.write_bytes(bytes(told.st_size))
    os.utime(path, ns=(told.st_atime_ns, told.st_mtime_ns))


def test_a_known_pack_is_not_opened_at_the_next_start(tmp_path: Path) -> None:
    path = packed(tmp_path)
    before = shelf(tmp_path)
    assert titles(before) == ["Hello"]
    spoil(path)
    assert titles(shelf(tmp_path)) == ["Hello"]


def test_a_scene_comes_from_its_pack_and_a_spoilt_one_gives_none(tmp_path: Path) -> None:
    path = packed(tmp_path)
    before = shelf(tmp_path)
    before.headings("en")
    again = shelf(tmp_path)
    assert again.sheets("org.example.hostile/hello", "en") == before.sheets("org.example.hostile/hello", "en")
    assert again.scene("org.example.hostile/hello", "en") == before.scene("org.example.hostile/hello", "en") is not None
    spoil(path)
    assert shelf(tmp_path).scene("org.example.hostile/hello", "en") is None


def test_a_changed_pack_is_read_anew_and_one_that_went_is_forgotten(tmp_path: Path) -> None:
    path = packed(tmp_path)
    titles(shelf(tmp_path))
    path.unlink()
    other = packed(tmp_path, "Good evening")
    assert titles(shelf(tmp_path)) == ["Good evening"]
    other.unlink()
    assert titles(shelf(tmp_path)) == []


def test_an_index_of_another_program_or_of_noise_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = packed(tmp_path)
    titles(shelf(tmp_path))
    index = tmp_path / "cache" / "added.msgpack"
    spoil(path)
    with monkeypatch.context() as patched:
        patched.setattr(pack_index, "__version__", "0.0.0")
        assert titles(shelf(tmp_path)) == [], "the spoilt pack was looked into"
    packed(tmp_path)
    index.write_bytes(b"\xc1 noise")
    assert titles(shelf(tmp_path)) == ["Hello"]


def test_a_refused_pack_is_looked_over_once_until_it_changes(tmp_path: Path) -> None:
    path = packed(tmp_path)
    spoil(path)
    here = shelf(tmp_path)
    assert titles(here) == []
    trouble = here.troubles()
    assert [one.name for one in trouble] == [path.name]
    assert here.troubles()[0] is trouble[0], "the same finding, not a new one"
    packed(tmp_path)
    os.utime(path, (1, 1))
    assert titles(here) == ["Hello"]
    assert here.troubles() == ()


def test_what_the_map_draws_is_known_without_a_look_at_added_packs(tmp_path: Path) -> None:
    mine = packed(tmp_path)
    mine.rename(tmp_path / "mine")
    (tmp_path / "none").mkdir()
    (tmp_path / "mine").rename(tmp_path / "none" / mine.name)
    added = packed(tmp_path, "Good evening")
    titles(shelf(tmp_path))
    added.write_bytes(b"")
    here = shelf(tmp_path)
    assert [one.title for one in here.shipped_headings("en")] == ["Hello"]
    assert here._broken == {}, "the other one was not even looked at"
    here.headings("en")
    assert len(here._broken) == 1

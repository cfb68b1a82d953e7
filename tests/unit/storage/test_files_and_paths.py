"""Whole files or none; folders where the platform or ENGAWA_HOME says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.disk import full_disk
from trainer.storage import paths
from trainer.storage.files import FileError, is_writable, read_bytes, read_text, write_atomically


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    path = tmp_path / "new" / "file.bin"
    write_atomically(path, b"one")
    write_atomically(path, b"two")
    assert path.read_bytes() == b"two"
    assert [one.name for one in path.parent.iterdir()] == ["file.bin"]


def test_a_full_disk_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "file.bin"
    write_atomically(path, b"old")
    with full_disk(1_000), pytest.raises(FileError) as caught:
        write_atomically(path, b"x" * 100_000)
    assert caught.value.reason == "full"
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_what_cannot_be_read_is_told_by_a_code(tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(b"x" * 11)
    (tmp_path / "latin").write_bytes("café".encode("latin-1"))
    (tmp_path / "marked").write_bytes(b"\xef\xbb\xbfhello")
    for read, reason in [
        (lambda: read_bytes(tmp_path / "absent"), "not-there"),
        (lambda: read_bytes(tmp_path / "large" / "below"), "not-there"),
        (lambda: read_bytes(tmp_path / "large", most=10), "too-large"),
        (lambda: read_text(tmp_path / "latin"), "not-readable"),
        (lambda: read_bytes(tmp_path), "not-readable"),
    ]:
        with pytest.raises(FileError) as caught:
            read()
        assert caught.value.reason == reason
    assert read_text(tmp_path / "marked") == "hello"


def test_whether_a_folder_can_be_written(tmp_path: Path) -> None:
    assert is_writable(tmp_path / "new")
    assert list((tmp_path / "new").iterdir()) == []
    (tmp_path / "file").write_text("")
    assert not is_writable(tmp_path / "file")


def test_one_variable_moves_everything(tmp_path: Path) -> None:
    found = paths.places({"ENGAWA_HOME": str(tmp_path / "stick")})
    everything = [found.settings, found.journal, found.packs, found.models, found.voice_cache]
    assert all(path.is_relative_to(tmp_path / "stick") for path in everything)
    assert len(set(everything)) == len(everything)
    assert not (tmp_path / "stick").exists(), "asking makes no folder"


def test_without_the_variable_the_platform_decides() -> None:
    found = paths.places({"ENGAWA_HOME": " "})
    assert all("engawa" in str(path) for path in (found.data, found.config, found.cache))
    assert found.data.is_absolute()


def test_the_tests_own_home_is_used(engawa_home: Path) -> None:
    assert paths.places().data == engawa_home


def test_shipped_folders_in_checkout_wheel_and_bundle(tmp_path: Path) -> None:
    package = tmp_path / "site" / "trainer"
    package.mkdir(parents=True)
    assert paths.shipped("assets", package, "") == tmp_path / "site" / "assets"
    (tmp_path / "site" / "assets").mkdir()
    assert paths.shipped("assets", package, "") == tmp_path / "site" / "assets"
    (package / "_data" / "assets").mkdir(parents=True)
    assert paths.shipped("assets", package, "") == package / "_data" / "assets"
    (tmp_path / "bundle" / "trainer" / "_data" / "assets").mkdir(parents=True)
    frozen = paths.shipped("assets", package, str(tmp_path / "bundle"))
    assert frozen == tmp_path / "bundle" / "trainer" / "_data" / "assets"


def test_this_checkout_has_its_folders(repository: Path) -> None:
    assert paths.scenarios() == repository / "scenarios"
    assert paths.assets() == repository / "assets"
    assert paths.scenarios().is_dir()

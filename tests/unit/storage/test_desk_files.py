"""Drafts, versions and saves of the desk; a program killed at any moment loses at most what was not yet a draft."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path

import pytest

from trainer.storage.desk_files import BETWEEN, MOST_VERSIONS, DeskFiles


class Clock:
    """Seconds that pass when told."""

    def __init__(self) -> None:
        self.seconds = 1_790_000_000.0

    def __call__(self) -> float:
        return self.seconds


def test_a_draft_comes_back_until_it_is_saved(tmp_path: Path) -> None:
    sheet = tmp_path / "pack" / "a.scene.txt"
    sheet.parent.mkdir()
    sheet.write_bytes(b"one\r\n")
    desk = DeskFiles(tmp_path / "desk")
    assert desk.open(sheet).content == b"one\r\n"
    assert desk.draft(sheet, b"one\r\ntwo\xff") == ""
    again = DeskFiles(tmp_path / "desk").open(sheet)
    assert (again.content, again.recovered) == (b"one\r\ntwo\xff", True)
    assert sheet.read_bytes() == b"one\r\n"
    assert desk.save(sheet, b"one\r\ntwo\xff") == ""
    assert DeskFiles(tmp_path / "desk").open(sheet).recovered is False
    assert [file.name for file in sheet.parent.iterdir()] == ["a.scene.txt"], "nothing else in the pack"


def test_a_draft_of_a_sheet_that_changed_elsewhere_becomes_a_version(tmp_path: Path) -> None:
    sheet = tmp_path / "a.scene.txt"
    sheet.write_bytes(b"one")
    desk = DeskFiles(tmp_path / "desk")
    desk.open(sheet)
    desk.draft(sheet, b"mine")
    sheet.write_bytes(b"theirs")
    opened = DeskFiles(tmp_path / "desk").open(sheet)
    assert (opened.content, opened.recovered) == (b"theirs", False)
    assert [one.content for one in desk.versions(sheet)] == [b"mine"]


def test_what_somebody_else_wrote_meanwhile_is_kept(tmp_path: Path) -> None:
    sheet = tmp_path / "a.scene.txt"
    sheet.write_bytes(b"one")
    clock = Clock()
    desk = DeskFiles(tmp_path / "desk", clock)
    desk.open(sheet)
    desk.save(sheet, b"two")
    sheet.write_bytes(b"theirs")
    desk.save(sheet, b"three")
    assert [(one.content, one.label) for one in desk.versions(sheet)] == [(b"theirs", "elsewhere"), (b"one", "")]


def test_versions_come_now_and_then_and_are_thinned(tmp_path: Path) -> None:
    sheet = tmp_path / "a.scene.txt"
    clock = Clock()
    desk = DeskFiles(tmp_path / "desk", clock)
    for number in range(100):
        desk.save(sheet, b"%d" % number)
        clock.seconds += BETWEEN / 3
    kept = desk.versions(sheet)
    assert len(kept) == MOST_VERSIONS
    assert kept[-1].content == b"0", "the first stays"
    assert [one.key for one in kept] == sorted((one.key for one in kept), reverse=True)
    assert desk.version(sheet, kept[3].key) == kept[3].content
    assert desk.version(sheet, "1") is None
    assert len(kept[0].when) == len("2026-11-22T19:30")


def test_damaged_files_are_passed_over(tmp_path: Path) -> None:
    sheet = tmp_path / "a.scene.txt"
    sheet.write_bytes(b"one")
    desk = DeskFiles(tmp_path / "desk")
    desk.open(sheet)
    desk.draft(sheet, b"draft")
    desk.keep_version(sheet, b"older")
    for file in (tmp_path / "desk").rglob("*.kept"):
        file.write_bytes(file.read_bytes()[:-2])
    assert DeskFiles(tmp_path / "desk").open(sheet).content == b"one"
    assert desk.versions(sheet) == ()


def test_half_written_files_are_swept_away(tmp_path: Path) -> None:
    sheet = tmp_path / "a[1].scene.txt"
    sheet.write_bytes(b"one")
    old, young, other = (tmp_path / name for name in (".a[1].scene.txt.x.new", ".a[1].scene.txt.y.new", ".b.txt.new"))
    for file in (old, young, other):
        file.write_bytes(b"half")
    os.utime(old, (1, 1))
    os.utime(other, (1, 1))
    DeskFiles(tmp_path / "desk").open(sheet)
    assert [old.exists(), young.exists(), other.exists()] == [False, True, True]


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "desk").write_bytes(b"a file where a folder belongs")
    sheet = tmp_path / "a.scene.txt"
    sheet.write_bytes(b"one")
    desk = DeskFiles(tmp_path / "desk")
    assert desk.open(sheet).content == b"one"
    assert desk.draft(sheet, b"two") != ""
    assert desk.save(sheet, b"two") == ""
    assert desk.save(sheet / "inside", b"x") != ""
    assert desk.open(tmp_path / "not-there").code == "not-there"


def write_on(desk: DeskFiles, sheet: Path, out: int, seed: int) -> None:
    """Write for ever: a draft after each line, a save now and then; say on `out` how many lines are safe."""
    chance = random.Random(seed)
    lines = desk.open(sheet).content.count(b"\n")
    while True:
        lines += 1
        content = b"".join(b"line %d\n" % number for number in range(lines))
        if desk.draft(sheet, content) == "":
            os.write(out, b"%d\n" % lines)
        if chance.random() < 0.4:
            desk.save(sheet, content)


@pytest.mark.skipif(sys.platform == "win32", reason="processes are not forked there")
def test_killed_while_writing_nothing_kept_is_lost(tmp_path: Path) -> None:
    """Every draft that was acknowledged is there afterwards, and the sheet itself is never half of one."""
    sheet, home = tmp_path / "a.scene.txt", tmp_path / "desk"
    chance = random.Random(11)
    for number in range(25):
        read, write = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(read)
            try:
                write_on(DeskFiles(home), sheet, write, number)
            finally:
                os._exit(1)
        os.close(write)
        time.sleep(chance.uniform(0.002, 0.06))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with os.fdopen(read, "rb") as pipe:
            told = [int(line) for line in pipe.read().split(b"\n") if line]
        found = DeskFiles(home).open(sheet).content
        assert found == b"".join(b"line %d\n" % n for n in range(found.count(b"\n")))
        assert found.count(b"\n") >= max(told, default=0)
        saved = sheet.read_bytes() if sheet.exists() else b""
        assert saved == b"".join(b"line %d\n" % n for n in range(saved.count(b"\n")))

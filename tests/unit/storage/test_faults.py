"""Faults of a disk while the program runs: errors, lost rights, torn pages, a file that is taken away."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.helpers.facts import fact
from tests.helpers.records import opened
from tests.helpers.session_folders import sweep
from trainer.storage import store as stores
from trainer.storage.database import set_aside_files
from trainer.storage.journal import Journal
from trainer.storage.left_over import clean_temporary


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "journal.sqlite3"


class FaultyConnection(sqlite3.Connection):
    """A connection whose disk answers a statement beginning with `on` with an error, so many times."""

    on = ""
    times = 0

    def execute(self, sql, *parameters):
        if self.times and sql.startswith(self.on):
            type(self).times -= 1
            raise sqlite3.OperationalError("disk I/O error")
        return super().execute(sql, *parameters)


@pytest.mark.parametrize("on", ["BEGIN", "INSERT", "COMMIT", "SELECT name FROM lock"])
def test_an_error_of_the_disk_loses_nothing(path: Path, monkeypatch, on: str) -> None:
    ledger = opened(path)
    Journal(ledger).append(fact(turn=1))
    assert Journal(ledger).flush()

    def swap(store: stores.Store) -> None:
        store.connection.close()
        store.connection = sqlite3.connect(path, isolation_level=None, factory=FaultyConnection)

    ledger.run(swap, None)
    monkeypatch.setattr(FaultyConnection, "on", on)
    monkeypatch.setattr(FaultyConnection, "times", 2)
    for turn in (2, 3, 4):
        Journal(ledger).append(fact(turn=turn))
        Journal(ledger).flush()
    monkeypatch.setattr(FaultyConnection, "times", 0)
    assert Journal(ledger).flush() or Journal(ledger).flush()
    assert [one.turn for one in Journal(ledger).facts()] == [1, 2, 3, 4]
    assert ledger.code == ""
    ledger.close()


def test_a_file_that_is_taken_away_is_begun_anew(path: Path) -> None:
    ledger = opened(path)
    Journal(ledger).append(fact(turn=1))
    assert Journal(ledger).flush()
    for file in path.parent.iterdir():
        file.unlink()
    # Somebody wanted it gone: it does not come back, and what happens now is kept.
    Journal(ledger).append(fact(turn=2))
    assert Journal(ledger).flush()
    ledger.close()
    again = opened(path)
    assert [one.turn for one in Journal(again).facts()] == [2]
    again.close()


def test_a_page_torn_under_the_program_is_met_when_it_is_read(path: Path) -> None:
    ledger = opened(path)
    for turn in range(500):
        Journal(ledger).append(fact(turn=turn, words="w" * 200))
    assert Journal(ledger).flush()
    ledger.run(lambda store: store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall(), [])
    ledger.run(lambda store: store.connection.execute("PRAGMA cache_size = 0").fetchall(), [])
    pages = path.stat().st_size // 4096
    with path.open("r+b") as file:
        file.seek(pages // 2 * 4096)
        file.write(b"\x55" * 4096)
    # The page cache of SQLite does not know; a new question meets it.
    turns = [one.turn for one in Journal(ledger).facts()]
    assert 400 < len(turns) < 500
    assert turns == sorted(set(turns))
    assert ledger.code == "journal-set-aside"
    assert len(set_aside_files(path)) >= 1
    Journal(ledger).append(fact(turn=1000))
    assert Journal(ledger).flush()
    ledger.close()


def test_a_head_that_is_gone_leaves_the_facts_in_the_bytes(path: Path) -> None:
    ledger = opened(path)
    for turn in range(100):
        Journal(ledger).append(fact(turn=turn, words=f"言葉 {turn}"))
    ledger.close()
    content = path.read_bytes()
    path.write_bytes(b"\xff" * 4096 + content[4096:])
    ledger = opened(path)
    assert ledger.code == "journal-set-aside"
    assert {one.turn for one in Journal(ledger).facts()} == set(range(100))
    assert ledger.recovered == 100
    ledger.close()


def test_a_large_journal_is_not_read_whole_at_every_start(path: Path, monkeypatch) -> None:
    ledger = opened(path)
    for turn in range(500):
        Journal(ledger).append(fact(turn=turn, words="w" * 200))
    ledger.close()
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 4096 // 2 * 4096)
        file.write(b"\x55" * 4096)
    monkeypatch.setattr("trainer.storage.database.SMALL", 10_000)
    ledger = opened(path)
    assert ledger.code == ""
    assert 400 < len(Journal(ledger).facts()) < 500
    assert ledger.code == "journal-set-aside"
    ledger.close()


def test_nobody_else_on_this_computer_may_read_it(path: Path) -> None:
    if os.name == "nt":
        pytest.skip("Windows keeps the profile's folder for its owner")
    ledger = opened(path)
    Journal(ledger).append(fact())
    assert Journal(ledger).flush()
    assert {oct(file.stat().st_mode & 0o077) for file in (path.parent, *path.parent.iterdir())} == {"0o0"}
    ledger.close()


def test_a_clock_that_jumps_changes_no_order(path: Path) -> None:
    ledger = opened(path)
    times = ["2026-11-22T10:00", "1970-01-01T00:00", "2099-12-31T23:59", "2026-11-22T10:01"]
    for turn, when in enumerate(times):
        Journal(ledger).append(fact(visit=f"v{turn}", when=when, turn=turn))
    assert [one.turn for one in Journal(ledger).facts()] == [0, 1, 2, 3]
    assert [one.id for one in Journal(ledger).visits()] == ["v0", "v1", "v2", "v3"]
    ledger.close()


def test_half_written_files_of_a_killed_program_go_at_the_next_start(path: Path) -> None:
    path.parent.mkdir()
    old, young = path.parent / ".settings.toml.abc.new", path.parent / ".moved.engawa.def.new"
    for file in (old, young):
        file.write_text("words")
    long_ago = time.time() - 3600
    os.utime(old, (long_ago, long_ago))
    opened(path).close()
    assert not old.exists()
    assert young.exists()


def test_temporary_folders_of_killed_programs_go_and_those_in_use_stay(tmp_path: Path) -> None:
    gone = 2**22 + 12345
    names = {
        f"engawa-voice-{gone}-abc": False,
        f"engawa-hearing-{gone}-abc_1": False,
        f"engawa-voice-{os.getpid()}-abc": True,
        "engawa-voice-young": True,
        "another-voice-1-abc": True,
    }
    for name in names:
        (tmp_path / name).mkdir()
        (tmp_path / name / "line.wav").write_bytes(b"speech")
    old = tmp_path / "engawa-voice-old"
    old.mkdir()
    os.utime(old, (0, 0))
    (tmp_path / f"engawa-voice-{gone}-file").write_text("not a folder")
    assert clean_temporary(tmp_path) == 3
    assert not old.exists()
    assert {name: (tmp_path / name).exists() for name in names} == names
    assert clean_temporary(tmp_path / "absent") == 0


@pytest.mark.skipif(os.name == "nt", reason="a process cannot be asked for by its number there")
def test_a_killed_run_of_the_tests_leaves_nothing_for_long(tmp_path: Path, repository: Path) -> None:
    asking = (
        "import time; from tests.helpers.session_folders import session_folder as made\n"
        "print(made('tests'), made('hypothesis'), flush=True); time.sleep({})"
    )
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    for seconds, left in ((0, 0), (60, 2)):
        command = [sys.executable, "-c", asking.format(seconds)]
        run = subprocess.Popen(command, cwd=repository, env=environment, stdout=subprocess.PIPE, text=True)
        assert run.stdout is not None
        made = run.stdout.readline().split()
        assert len(made) == 2
        if seconds:
            assert sweep(tmp_path) == 0, "it still runs"
            run.kill()
        run.wait()
        run.stdout.close()
        assert len(list(tmp_path.iterdir())) == left
    assert sweep(tmp_path) == 2
    assert list(tmp_path.iterdir()) == []

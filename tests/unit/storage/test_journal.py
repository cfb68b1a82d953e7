"""The journal keeps what it said it keeps: through kill -9, a full disk, a read-only home, a damaged file."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.helpers.disk import full_disk
from tests.helpers.facts import fact
from tests.helpers.records import opened
from trainer.practice.facts import Fact
from trainer.storage import ledger as ledgers
from trainer.storage.database import APPLICATION, VERSION, set_aside_files, settle
from trainer.storage.journal import Journal, minute, new_visit_id
from trainer.storage.ledger import Ledger

PLANTED = "ZEBRAWORD"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "journal.sqlite3"


def facts_in(path: Path) -> tuple[Fact, ...]:
    ledger = Ledger(path)
    ledger.open()
    found = Journal(ledger).facts()
    ledger.close()
    return found


def test_facts_come_back_in_order_after_the_program_ends(path: Path) -> None:
    ledger = Ledger(path)
    assert ledger.open() == ""
    journal = Journal(ledger)
    written = [fact(turn=turn, way="speak", reply="yes", words="はい、お願いします") for turn in range(50)]
    for one in written:
        journal.append(one)
    assert journal.facts() == tuple(written)
    assert journal.facts_of("another") == ()
    ledger.close()
    assert facts_in(path) == tuple(written)
    assert [file.name for file in path.parent.iterdir()] == ["journal.sqlite3"]


def test_what_is_appended_before_closing_is_kept(path: Path) -> None:
    ledger = Ledger(path)
    ledger.open()
    Journal(ledger).append(fact())
    ledger.close()
    assert len(facts_in(path)) == 1


def test_facts_from_many_threads_are_all_kept(path: Path) -> None:
    ledger = Ledger(path)
    ledger.open()
    journal = Journal(ledger)

    def many(visit: str) -> None:
        for turn in range(100):
            journal.append(fact(visit=visit, turn=turn))

    threads = [threading.Thread(target=many, args=(f"v{number}",)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert journal.flush()
    for number in range(4):
        assert [one.turn for one in journal.facts_of(f"v{number}")] == list(range(100))
    ledger.close()


WRITER = """
import sys
from pathlib import Path
from trainer.practice.facts import Fact
from trainer.storage.journal import Journal
from trainer.storage.ledger import Ledger

ledger = Ledger(Path(sys.argv[1]))
ledger.open()
journal = Journal(ledger)
turn = 0
while True:
    for _ in range(7):
        journal.append(Fact("answered", "v1", "a/b", "2026-11-22T19:30", turn=turn, words="x" * 300))
        turn += 1
    assert journal.flush()
    print(turn, flush=True)
"""


@pytest.mark.parametrize("after", [1, 13, 40])
def test_kill_9_loses_no_acknowledged_fact(path: Path, after: int) -> None:
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    for _ in range(after):
        writer.stdout.readline()
    os.kill(writer.pid, signal.SIGKILL)
    acknowledged = [line for line in writer.stdout.read().splitlines() if line.isdigit()]
    writer.wait()
    writer.stdout.close()
    least = int(acknowledged[-1]) if acknowledged else after * 7
    turns = [one.turn for one in facts_in(path)]
    assert turns == list(range(len(turns)))
    assert len(turns) >= least


# --- disks that refuse ---------------------------------------------------------------------------------------


def test_a_folder_that_cannot_be_made_keeps_nothing_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    ledger = Ledger(tmp_path / "file" / "data" / "journal.sqlite3")
    assert ledger.open() == "journal-not-kept"
    journal = Journal(ledger)
    journal.append(fact())
    assert journal.flush() is False
    # The page after the visit still has its facts.
    assert journal.facts() == (fact(),)
    ledger.close()
    assert (tmp_path / "file").read_text() == "not a folder"


READ_ONLY = """
import os, sys
from pathlib import Path
from trainer.practice.facts import Fact
from trainer.storage.journal import Journal
from trainer.storage.ledger import Ledger
from trainer.storage.settings_file import SettingsFile
from trainer.settings import Settings

if os.geteuid() == 0:
    os.setuid(65534)  # root may write anywhere
told = []
ledger = Ledger(Path(sys.argv[1]) / "journal.sqlite3", told.append)
opened = ledger.open()
journal = Journal(ledger)
for turn in range(5):
    journal.append(Fact("answered", "v2", "a/b", "2026-11-22T19:30", turn=turn))
print(opened, journal.flush(), len(journal.facts()), told, SettingsFile(Path(sys.argv[1]) / "s.toml").save(Settings()))
ledger.close()
"""


def test_a_read_only_home_keeps_nothing_new_and_still_shows_what_was_there(tmp_path: Path) -> None:
    # Another account has to be able to look into the folder at all.
    for folder in [tmp_path, *tmp_path.parents]:
        if folder.owner() == Path(tmp_path).owner() and folder != Path("/tmp") and folder.is_relative_to("/tmp"):
            folder.chmod(0o755)
    path = tmp_path / "journal.sqlite3"
    ledger = Ledger(path)
    ledger.open()
    Journal(ledger).append(fact())
    ledger.close()
    before = path.read_bytes()
    tmp_path.chmod(0o555)
    path.chmod(0o444)
    try:
        done = subprocess.run(
            [sys.executable, "-c", READ_ONLY, str(tmp_path)], capture_output=True, text=True, check=False
        )
    finally:
        tmp_path.chmod(0o755)
    assert done.stdout.split("\n")[0] == "journal-not-kept False 6 [] settings-not-kept", done.stderr
    assert path.read_bytes() == before


def test_a_full_disk_stops_nothing_and_is_told_once(path: Path) -> None:
    told: list[str] = []
    ledger = Ledger(path, told.append)
    ledger.open()
    journal = Journal(ledger)
    journal.append(fact(turn=1))
    assert journal.flush()
    with full_disk(60_000):
        for turn in range(2, 200):
            journal.append(fact(turn=turn, words="w" * 1000))
        assert journal.flush() is False
        journal.append(fact(turn=200))
        assert journal.flush() is False
        assert told == ["journal-full"]
        assert ledger.code == "journal-full"
    # There is room again: nothing of what waited is lost, and that is told too.
    journal.append(fact(turn=201))
    assert journal.flush() is True
    assert told == ["journal-full", ""]
    assert [one.turn for one in journal.facts()] == list(range(1, 202))
    ledger.close()


# --- files that are no journal ---------------------------------------------------------------------------------


def test_a_file_that_is_no_database_is_set_aside_whole(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"these are my holiday notes\n" * 100)
    ledger = Ledger(path)
    assert ledger.open() == "journal-set-aside"
    Journal(ledger).append(fact())
    ledger.close()
    (aside,) = set_aside_files(path)
    assert aside.read_bytes() == b"these are my holiday notes\n" * 100
    assert len(facts_in(path)) == 1


def test_another_programs_database_is_set_aside_whole(path: Path) -> None:
    path.parent.mkdir()
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE recipes (name TEXT)")
    other.commit()
    other.close()
    before = path.read_bytes()
    ledger = Ledger(path)
    assert ledger.open() == "journal-set-aside"
    ledger.close()
    assert [file.read_bytes() for file in set_aside_files(path)] == [before]


@pytest.mark.parametrize("damage", ["torn", "overwritten"])
def test_a_damaged_journal_is_set_aside_whole_and_what_can_be_read_is_taken_over(path: Path, damage: str) -> None:
    ledger = Ledger(path)
    ledger.open()
    for turn in range(500):
        Journal(ledger).append(fact(turn=turn, words="w" * 200))
    ledger.close()
    content = path.read_bytes()
    middle = len(content) // 2
    broken = content[: middle + 700] if damage == "torn" else content[:4096] + b"\xff" * 8192 + content[12288:]
    path.write_bytes(broken)
    ledger = Ledger(path)
    assert ledger.open() == "journal-set-aside"
    turns = [one.turn for one in Journal(ledger).facts()]
    assert ledger.recovered == len(turns) > 100
    assert turns == sorted(set(turns))
    assert set(turns) <= set(range(500))
    ledger.close()
    assert [file.read_bytes() for file in set_aside_files(path)] == [broken]
    assert not list(path.parent.glob(".*"))


def test_a_newer_versions_journal_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    newer = sqlite3.connect(path)
    newer.execute("CREATE TABLE facts (id INTEGER PRIMARY KEY, more TEXT)")
    newer.execute(f"PRAGMA application_id = {APPLICATION}")
    newer.execute(f"PRAGMA user_version = {VERSION + 1}")
    newer.commit()
    newer.close()
    before = path.read_bytes()
    ledger = Ledger(path)
    assert ledger.open() == "journal-newer"
    journal = Journal(ledger)
    journal.append(fact())
    assert journal.flush() is False
    assert len(journal.facts()) == 1
    ledger.close()
    assert path.read_bytes() == before
    assert set_aside_files(path) == ()


def test_an_empty_file_becomes_a_journal(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    ledger = Ledger(path)
    assert ledger.open() == ""
    ledger.close()
    assert facts_in(path) == ()


def test_a_ledger_that_is_not_open_answers_kindly(path: Path) -> None:
    journal = Journal(Ledger(path))
    assert journal.facts() == ()
    assert journal.flush() is False
    assert not path.exists()


def test_two_programs_share_a_journal(path: Path) -> None:
    window, terminal = Ledger(path), Ledger(path)
    assert (window.open(), terminal.open()) == ("", "")
    Journal(window).append(fact(visit="window"))
    Journal(window).flush()
    Journal(terminal).append(fact(visit="terminal"))
    assert Journal(terminal).flush()
    assert [one.visit for one in Journal(window).facts()] == ["window", "terminal"]
    window.close()
    terminal.close()


def test_a_visit_has_its_own_name_and_a_minute_without_seconds() -> None:
    assert len({new_visit_id() for _ in range(200)}) == 200
    assert len(minute()) == len("2026-11-22T19:30")


def test_what_was_committed_is_forced_onto_the_disk_in_a_quiet_moment(path: Path, monkeypatch) -> None:
    forced: list[Path] = []
    quiet = threading.Event()

    def note(file: Path) -> bool:
        forced.append(file)
        quiet.set()
        return settle(file)

    monkeypatch.setattr(ledgers, "settle", note)
    monkeypatch.setattr(ledgers, "QUIET", 0.01)
    ledger = opened(path)
    assert not quiet.wait(0.2), "nothing was kept yet"
    Journal(ledger).append(fact())
    assert Journal(ledger).flush()
    assert quiet.wait(10)
    assert forced == [path]
    # Looking at it changes nothing that had to be forced.
    quiet.clear()
    assert len(Journal(ledger).facts()) == 1
    assert not quiet.wait(0.2)
    ledger.close()
    assert forced == [path, path]


def test_a_log_that_is_not_there_or_cannot_be_forced_stops_nothing(tmp_path: Path) -> None:
    assert settle(tmp_path / "journal.sqlite3")
    (tmp_path / "journal.sqlite3-wal").mkdir()
    assert not settle(tmp_path / "journal.sqlite3")

"""Backup and move: one file, whole or refused; what is here is never touched by a damaged one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.disk import full_disk
from tests.helpers.facts import fact
from tests.helpers.records import PASSPHRASE, holding, lock_of, opened, plant
from trainer.storage.backup import HEAD, backup, restore
from trainer.storage.journal import Journal
from trainer.storage.learned_words import LearnedWords
from trainer.storage.memory_kept import MemoryKept


@pytest.fixture
def here(tmp_path: Path):
    one = opened(tmp_path / "here" / "journal.sqlite3")
    plant(one)
    yield one
    one.close()


@pytest.fixture
def there(tmp_path: Path):
    one = opened(tmp_path / "there" / "journal.sqlite3")
    Journal(one).append(fact(visit="was-there"))
    one.flush()
    yield one
    one.close()


def everything(ledger):
    return Journal(ledger).facts(), LearnedWords(ledger).all(), MemoryKept(ledger).all()


def test_there_and_back(here, there, tmp_path: Path) -> None:
    target = tmp_path / "out" / "moved.engawa"
    done = backup(here, target, 'voice = "a"\n')
    assert (done.code, done.rows, done.locked) == ("", 150, False)
    assert [path.name for path in target.parent.iterdir()] == ["moved.engawa"]
    came = restore(there, target)
    assert (came.code, came.rows, came.settings) == ("", 150, 'voice = "a"\n')
    assert everything(there) == everything(here)
    assert len(Journal(there).visits()) == 50
    assert lock_of(there).state() == "none"


def test_a_locked_backup_is_sealed_and_opens_with_its_own_passphrase(here, there, tmp_path: Path) -> None:
    before = everything(here)
    lock_of(here).set(PASSPHRASE, "pause = 6.0\n")
    lock_of(here).close()
    target = tmp_path / "out" / "moved.engawa"
    assert backup(here, target).locked
    assert holding([target.parent]) == []
    came = restore(there, target)
    assert (came.code, came.locked, came.settings) == ("", True, "")
    lock = lock_of(there)
    assert lock.state() == "closed"
    assert everything(there) == ((), (), ())
    assert lock.open(PASSPHRASE) == ""
    assert everything(there) == before
    assert lock.settings() == "pause = 6.0\n"


def test_an_open_backup_is_sealed_where_there_is_a_lock(here, there, tmp_path: Path) -> None:
    target = tmp_path / "moved.engawa"
    backup(here, target)
    lock = lock_of(there)
    lock.set(PASSPHRASE, "pause = 7.0\n")
    lock.close()
    assert restore(there, target).code == "lock-closed"
    lock.open(PASSPHRASE)
    assert restore(there, target).code == ""
    assert everything(there) == everything(here)
    assert lock.state() == "open"
    assert lock.settings() == "pause = 7.0\n"
    assert holding([tmp_path / "there"]) == []


@pytest.mark.parametrize("at", [0, 5, 20, 60, 300, -1])
def test_a_damaged_one_is_refused_and_nothing_is_touched(here, there, tmp_path: Path, at: int) -> None:
    target = tmp_path / "moved.engawa"
    backup(here, target)
    content = bytearray(target.read_bytes())
    content[at] ^= 0x40
    target.write_bytes(content)
    before = everything(there)
    assert restore(there, target).code in ("backup-damaged", "backup-not-ours")
    assert everything(there) == before


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "backup-not-ours"),
        (b"holiday notes", "backup-not-ours"),
        (b"ENGAWA BACKUP 2\n" + b"x" * 40, "backup-newer"),
        (HEAD, "backup-damaged"),
    ],
)
def test_what_is_no_backup(there, tmp_path: Path, content: bytes, code: str) -> None:
    (tmp_path / "x").write_bytes(content)
    assert restore(there, tmp_path / "x").code == code
    assert len(Journal(there).facts()) == 1


def test_a_torn_one_and_one_that_is_not_there(here, there, tmp_path: Path) -> None:
    target = tmp_path / "moved.engawa"
    backup(here, target)
    target.write_bytes(target.read_bytes()[:-100])
    assert restore(there, target).code == "backup-damaged"
    gone = restore(there, tmp_path / "gone")
    assert (gone.code, gone.detail) == ("file", "not-there")
    assert len(Journal(there).facts()) == 1


def test_a_full_disk_touches_neither_the_old_backup_nor_what_is_here(here, there, tmp_path: Path) -> None:
    target = tmp_path / "moved.engawa"
    backup(here, target)
    old = target.read_bytes()
    with full_disk(1_000):
        failed = backup(here, target)
        assert (failed.code, failed.detail) == ("file", "full")
        before = everything(there)
        assert restore(there, target).code == "journal-not-kept"
    assert target.read_bytes() == old
    assert everything(there) == before
    assert restore(there, target).code == ""

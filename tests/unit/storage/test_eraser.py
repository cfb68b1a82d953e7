"""Erasing: no word that was kept is left in any file under the data folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.disk import full_disk
from tests.helpers.facts import fact
from trainer.storage import eraser
from trainer.storage.database import set_aside_files
from trainer.storage.journal import Journal
from trainer.storage.learned_words import LearnedWords
from trainer.storage.ledger import Ledger
from trainer.storage.memory_kept import MemoryKept

PLANTED = "ZEBRAWORD"
OTHER = "GIRAFFEWORD"
HEAT, BUS = "errands/shall-i-heat-it", "errands/bus"
EARLY, LATE = "2026-11-20T10:00", "2026-11-22T19:30"


def plant(ledger: Ledger, word: str, visit: str, scene: str, at: str) -> None:
    for turn in range(60):
        Journal(ledger).append(fact(visit=visit, scene=scene, when=at, turn=turn, words=f"{word} {turn} " + "." * 200))
    LearnedWords(ledger).learn(scene, "heat", "yes", f"{word} please", visit, at)
    MemoryKept(ledger).keep(scene, "pet", f"{word} the cat", visit, at)
    assert ledger.flush()


def holding(folder: Path, word: str) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file() and word.encode() in path.read_bytes()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def ledger(folder: Path):
    one = Ledger(folder / "journal.sqlite3")
    one.open()
    plant(one, PLANTED, "v1", HEAT, LATE)
    plant(one, OTHER, "v2", BUS, EARLY)
    yield one
    one.close()


@pytest.mark.parametrize(
    "selection", [eraser.of_scene(HEAT), eraser.of_visit("v1"), eraser.since("2026-11-22"), eraser.everything()]
)
def test_no_planted_word_is_left_in_any_file(ledger: Ledger, folder: Path, selection: eraser.Selection) -> None:
    assert holding(folder, PLANTED)
    erased = eraser.erase(ledger, selection)
    assert erased.complete
    assert holding(folder, PLANTED) == []
    everything = selection.is_everything
    assert (erased.facts, erased.learned, erased.memory) == ((120, 2, 2) if everything else (60, 1, 1))
    assert bool(holding(folder, OTHER)) is not everything
    kept = {one.visit for one in Journal(ledger).facts()}
    assert kept == (set() if everything else {"v2"})
    ledger.close()
    assert holding(folder, PLANTED) == []


def test_facts_can_be_kept_again_after_erasing(ledger: Ledger) -> None:
    eraser.erase(ledger, eraser.everything())
    Journal(ledger).append(fact(visit="v3"))
    assert Journal(ledger).flush()
    assert [one.visit for one in Journal(ledger).facts()] == ["v3"]
    assert MemoryKept(ledger).kept(HEAT) == {}
    assert LearnedWords(ledger).all() == ()


def test_erasing_what_is_not_there_erases_nothing(ledger: Ledger) -> None:
    erased = eraser.erase(ledger, eraser.of_visit("never"))
    assert erased.rows == 0
    assert erased.complete


def test_files_set_aside_go_with_everything_and_are_named_otherwise(folder: Path) -> None:
    folder.mkdir()
    path = folder / "journal.sqlite3"
    path.write_bytes(f"no database, but {PLANTED}".encode() * 100)
    ledger = Ledger(path)
    assert ledger.open() == "journal-set-aside"
    partly = eraser.erase(ledger, eraser.of_visit("v1"))
    assert partly.left_aside == tuple(file.name for file in set_aside_files(path)) != ()
    whole = eraser.erase(ledger, eraser.everything())
    assert (whole.files, whole.complete, whole.left_aside) == (1, True, ())
    assert holding(folder, PLANTED) == []
    ledger.close()


def test_erasing_everything_works_on_a_full_disk(ledger: Ledger, folder: Path) -> None:
    with full_disk(4_000):
        Journal(ledger).append(fact(words=PLANTED))
        ledger.flush()
        assert eraser.erase(ledger, eraser.everything()).complete
        assert holding(folder, PLANTED) == []
    assert Journal(ledger).facts() == ()


def test_what_waits_in_memory_is_erased_too(ledger: Ledger, folder: Path) -> None:
    with full_disk(4_000):
        for visit in ("waiting-1", "waiting-2"):
            Journal(ledger).append(fact(visit=visit, words="w" * 3000))
        assert ledger.flush() is False
        eraser.erase(ledger, eraser.of_visit("waiting-1"))
    Journal(ledger).append(fact(visit="last"))
    assert ledger.flush()
    assert {one.visit for one in Journal(ledger).facts()} == {"v1", "v2", "waiting-2", "last"}


def test_while_another_program_reads_it_is_not_called_complete(ledger: Ledger, folder: Path) -> None:
    other = Ledger(folder / "journal.sqlite3")
    other.open()
    # The real patience (3 s) would only make this test slow.
    ledger.run(lambda store: store.connection.execute("PRAGMA busy_timeout = 50").fetchall(), [])
    started = other.run(lambda store: store.connection.execute("BEGIN").connection, None)
    assert started is not None
    assert other.read("SELECT count(*) FROM facts") == [(120,)]
    erased = eraser.erase(ledger, eraser.of_visit("v1"))
    assert erased.facts == 60
    assert not erased.complete
    other.run(lambda store: store.connection.execute("COMMIT").rowcount, 0)
    other.close()
    assert eraser.erase(ledger, eraser.of_visit("v1")).complete
    assert holding(folder, PLANTED) == []


def test_a_closed_ledger_erases_nothing_and_says_so(folder: Path) -> None:
    assert eraser.erase(Ledger(folder / "journal.sqlite3"), eraser.everything()) == eraser.Erased()

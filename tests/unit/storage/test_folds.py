"""The folds with a snapshot always say what a fold over every fact says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.facts import fact
from tests.helpers.records import PASSPHRASE, lock_of, opened
from trainer.practice.progress import Walked, visits, walked
from trainer.storage import eraser, folds
from trainer.storage.journal import Journal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.sqlite3"


@pytest.fixture
def ledger(path: Path, monkeypatch):
    # A snapshot after every few facts, so that small journals take every way.
    monkeypatch.setattr(folds, "EVERY", 7)
    monkeypatch.setattr(folds, "PART", 3)
    one = opened(path)
    yield one
    one.close()


def practise(ledger, visit: int, turns: int = 5) -> None:
    journal, name = Journal(ledger), f"v{visit}"
    when = f"2026-11-{visit % 28 + 1:02d}T10:00"
    journal.append(fact("tension-before", name, f"a/{visit % 3}", when, value=4))
    for turn in range(turns):
        journal.append(fact(visit=name, scene=f"a/{visit % 3}", when=when, turn=turn, way="type"))
        if turn % 2:
            journal.append(fact("taken-back", name, f"a/{visit % 3}", when, turn=turn))
            journal.append(fact("answered", name, f"a/{visit % 3}", when, turn=turn, way="speak"))
    journal.append(fact("dial", name, f"a/{visit % 3}", when, detail="noise=2"))
    journal.append(fact("finished" if visit % 2 else "left", name, f"a/{visit % 3}", when))


def the_same(ledger) -> bool:
    journal = Journal(ledger)
    # The garden's own figures first: they may come from what was kept of them.
    garden, all_of_them = journal.walked(), visits(journal.facts())
    of_all = walked(all_of_them)
    assert (garden.known, garden.latest) == (of_all.known, of_all.latest)
    return journal.visits() == all_of_them


def test_as_it_grows_and_after_the_program_ended(ledger, path: Path) -> None:
    for visit in range(12):
        practise(ledger, visit)
        assert the_same(ledger)
    assert ledger.run(lambda store: store.kept(folds.SNAPSHOT), None)
    again = opened(path)
    assert the_same(again)
    # An old visit goes on: it is folded again.
    practise(again, 3)
    assert the_same(again)
    assert the_same(ledger)
    again.close()


@pytest.mark.parametrize(
    "selection",
    [eraser.of_visit("v4"), eraser.of_scene("a/1"), eraser.since("2026-11-06"), eraser.everything()],
)
def test_after_erasing(ledger, path: Path, selection: eraser.Selection) -> None:
    for visit in range(12):
        practise(ledger, visit)
    assert the_same(ledger)
    eraser.erase(ledger, selection)
    assert the_same(ledger)
    again = opened(path)
    assert the_same(again)
    again.close()


def test_another_window_erases(ledger, path: Path) -> None:
    for visit in range(4):
        practise(ledger, visit)
    assert len(Journal(ledger).visits()) == 4
    other = opened(path)
    eraser.erase(other, eraser.of_visit("v1"))
    assert len(Journal(ledger).visits()) == 3
    assert the_same(ledger)
    other.close()


def test_behind_a_lock(ledger) -> None:
    for visit in range(4):
        practise(ledger, visit)
    assert the_same(ledger)
    lock = lock_of(ledger)
    lock.set(PASSPHRASE)
    # What was added up stays: the rows are the same behind the lock.
    assert ledger.run(lambda store: store.recall is not None and store.recall.upto, 0) > 0
    assert len(Journal(ledger).visits()) == 4
    assert the_same(ledger)
    practise(ledger, 9)
    assert the_same(ledger)
    lock.close()
    assert Journal(ledger).visits() == ()


def test_a_snapshot_that_cannot_be_read_is_passed_over(ledger) -> None:
    for visit in range(4):
        practise(ledger, visit)
    before = Journal(ledger).visits()
    ledger.run(lambda store: store.keep(folds.SNAPSHOT, "no snapshot"), None)
    ledger.run(lambda store: setattr(store, "recall", None), None)
    assert Journal(ledger).visits() == before


def upto(path: Path, passphrase: str = "") -> int:
    """What a program that starts now finds added up."""
    again = opened(path)
    if passphrase:
        assert lock_of(again).open(passphrase) == ""
    try:
        text = again.run(lambda store: folds._from_file(store, folds.state(store.connection, "generation")).upto, 0)
    finally:
        again.close()
    return text


def test_whoever_starts_next_finds_it_added_up(ledger, path: Path) -> None:
    """Also when the program was killed right after erasing or locking: the snapshot is of the same transaction."""
    for visit in range(12):
        practise(ledger, visit)
    assert the_same(ledger)
    whole = upto(path)
    assert whole > 50
    eraser.erase(ledger, eraser.of_visit("v4"))
    assert upto(path) == whole
    lock = lock_of(ledger)
    lock.set(PASSPHRASE)
    assert upto(path) == 0 and upto(path, PASSPHRASE) == whole
    lock.remove(PASSPHRASE)
    assert upto(path) == whole
    eraser.erase(ledger, eraser.everything())
    assert upto(path) == 0 and the_same(ledger)


def test_a_lock_set_before_anything_was_added_up_keeps_the_snapshot(ledger, path: Path) -> None:
    for visit in range(12):
        practise(ledger, visit)
    assert the_same(ledger)
    whole = upto(path)
    other = opened(path)
    lock_of(other).set(PASSPHRASE)
    other.close()
    assert upto(path, PASSPHRASE) == whole


def test_what_the_garden_needs_is_kept_and_goes_on_without_a_look_at_all_visits(
    ledger, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for visit in range(12):
        practise(ledger, visit)
    Journal(ledger).walked()
    for visit in (12, 13, 14):
        again = opened(path)
        with monkeypatch.context() as patched:
            patched.setattr(folds, "EVERY", 30)  # so many facts may be new

            def never(store: object) -> None:
                raise AssertionError("every visit was added up")

            patched.setattr(folds, "fold", never)
            found = Journal(again).walked()
            practise(again, visit, turns=2)
            found = Journal(again).walked()
        assert found.latest[-1].id == f"v{visit}"
        assert the_same(again)
        again.close()


def test_erasing_takes_along_what_the_garden_knew(ledger) -> None:
    for visit in range(12):
        practise(ledger, visit)
    Journal(ledger).walked()
    assert ledger.run(lambda store: store.kept(folds.WALKED), None)
    eraser.erase(ledger, eraser.everything())
    assert ledger.run(lambda store: store.kept(folds.WALKED), None) is None
    assert Journal(ledger).walked() == Walked()


def test_a_large_record_that_was_never_added_up_holds_no_picture_up(ledger, path: Path) -> None:
    for visit in range(12):
        practise(ledger, visit)
    again = opened(path)
    assert Journal(again).walked(at_once=True) == Walked()
    assert Journal(again).walked().known
    assert Journal(again).walked(at_once=True) == Journal(again).walked()
    again.close()

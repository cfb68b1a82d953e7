"""Erasing records so that no word of them is left in any file: deleted, overwritten, rebuilt, and the log emptied."""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from trainer.storage.database import TABLES, files_of, open_database, set_aside_files
from trainer.storage.ledger import Ledger, Row, Store


@dataclass(frozen=True, slots=True)
class Selection:
    """What to erase: everything, or what a column says."""

    column: str = ""
    value: str = ""

    @property
    def is_everything(self) -> bool:
        """True when nothing shall be left."""
        return not self.column

    def condition(self) -> tuple[str, tuple[str, ...]]:
        """The SQL condition and its parameters."""
        if self.is_everything:
            return "1", ()
        return f"{self.column} {'>=' if self.column == 'at' else '='} ?", (self.value,)

    def covers(self, row: Row) -> bool:
        """Whether a row that waits in memory is meant."""
        if self.is_everything:
            return True
        if self.column == "at":
            return row.at >= self.value
        return self.value == (row.visit if self.column == "visit" else row.scene)


def everything() -> Selection:
    """All that is kept about the trainee."""
    return Selection()


def of_scene(scene: str) -> Selection:
    """Everything of one scene (`pack/scene`)."""
    return Selection("scene", scene)


def of_visit(visit: str) -> Selection:
    """One visit."""
    return Selection("visit", visit)


def since(day: str) -> Selection:
    """Everything from that local day on (`2026-11-22`)."""
    return Selection("at", day)


@dataclass(frozen=True, slots=True)
class Erased:
    """What went: rows per kind, files that had been set aside. `complete` when no trace is left in any file of ours.

    `left_aside` names set-aside files that a partial erasure cannot look into; only erasing everything removes them.
    """

    facts: int = 0
    learned: int = 0
    memory: int = 0
    files: int = 0
    complete: bool = False
    left_aside: tuple[str, ...] = ()

    @property
    def rows(self) -> int:
        """All rows together."""
        return self.facts + self.learned + self.memory


def erase(ledger: Ledger, selection: Selection, seconds: float = 60.0) -> Erased:
    """Erase, and wait for it. Never raises: `complete` tells whether it went through."""
    answer: Erased = ledger.run(lambda store: _erase(store, selection), Erased(), seconds)
    return answer


def _erase(store: Store, selection: Selection) -> Erased:
    """On the writer thread."""
    store.waiting[:] = [row for row in store.waiting if not selection.covers(row)]
    counts, clean = _delete(store.connection, selection)
    complete = clean and store.durable
    files = 0
    if selection.is_everything:
        if not complete:
            complete = _remove_files(store)
        aside = set_aside_files(store.path)
        files = sum(_remove(path) for path in aside)
        complete = complete and files == len(aside)
    left = tuple(path.name for path in set_aside_files(store.path))
    return Erased(counts["facts"], counts["learned"], counts["memory"], files, complete, left)


def _delete(connection: sqlite3.Connection, selection: Selection) -> tuple[dict[str, int], bool]:
    """Delete the rows (secure_delete overwrites them), rebuild the file, empty the write-ahead log.

    Returns the rows per table, and whether no trace is left: False when SQLite could not write, or when another process
    holds the log so that it could not be emptied.
    """
    condition, parameters = selection.condition()
    counts = dict.fromkeys(TABLES, 0)
    try:
        connection.execute("BEGIN IMMEDIATE")
        found = {
            table: connection.execute(f"DELETE FROM {table} WHERE {condition}", parameters).rowcount for table in TABLES
        }
        connection.execute("COMMIT")
        counts = found
        connection.execute("VACUUM")
        busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except sqlite3.Error:
        with contextlib.suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        return counts, False
    return counts, not busy


def _remove_files(store: Store) -> bool:
    """The last resort for erasing everything: SQLite cannot write (a full disk), but a file can still be removed."""
    store.connection.close()
    for path in files_of(store.path):
        _remove(path)
    gone = not files_of(store.path)
    opened = open_database(store.path)
    store.connection, store.durable = opened.connection, opened.durable
    if not gone:
        # What could still be read of the old file was taken into memory; it goes from there at least.
        _delete(store.connection, everything())
    return gone


def _remove(path: Path) -> bool:
    try:
        path.unlink()
    except OSError:
        return False
    return True

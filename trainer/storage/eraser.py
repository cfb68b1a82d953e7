"""Erasing records so that no word of them is left in any file: deleted, overwritten, rebuilt, and the log emptied."""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from trainer.storage.database import TABLES, files_of, open_database, set_aside_files
from trainer.storage.folds import forget
from trainer.storage.ledger import Ledger
from trainer.storage.store import Row, Store, opened, sealed, sweep, taken_out


@dataclass(frozen=True, slots=True)
class Selection:
    """What to erase: everything, or what a column says. `until` is the last day of a period, "" when it has no end."""

    column: str = ""
    value: str = ""
    until: str = ""

    @property
    def is_everything(self) -> bool:
        """True when nothing shall be left."""
        return not self.column

    def covers(self, row: Row) -> bool:
        """Whether a row that waits in memory is meant."""
        if self.is_everything:
            return True
        if self.column == "at":
            return self.holds(row.at)
        return self.value == (row.visit if self.column == "visit" else row.scene)

    @property
    def end(self) -> str:
        """A text after every minute of the last day, and before the day after it."""
        return f"{self.until}~" if self.until else "~"

    def holds(self, at: str) -> bool:
        """Whether a minute lies in the period."""
        return self.value <= at < self.end


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


def between(first: str, last: str) -> Selection:
    """Everything of the local days from the first to the last, both with it."""
    return Selection("at", first, last)


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


def erase(ledger: Ledger, selection: Selection, seconds: float = 300.0) -> Erased:
    """Erase, and wait for it. Never raises: `complete` tells whether it went through."""
    answer: Erased = ledger.run(lambda store: _erase(store, selection), Erased(), seconds)
    return answer


def _erase(store: Store, selection: Selection) -> Erased:
    """On the writer thread."""
    store.waiting[:] = [row for row in store.waiting if not selection.covers(row)]
    counts, clean = _delete(store, selection)
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


def _delete(store: Store, selection: Selection) -> tuple[dict[str, int], bool]:
    """Delete the rows (secure_delete overwrites them), rebuild the file, empty the write-ahead log.

    Returns the rows per table, and whether no trace is left: False when SQLite could not write, when the lock is closed
    (only everything can be erased then), or when another process holds the log so that it could not be emptied.
    """
    connection = store.connection
    counts = dict.fromkeys(TABLES, 0)
    try:
        # Overwriting every page first would write a large journal twice; the rebuilt file is cut off behind the end.
        connection.execute(f"PRAGMA secure_delete = {'OFF' if selection.is_everything else 'ON'}").fetchall()
        connection.execute("BEGIN IMMEDIATE")
        open_here = store.stand()
        if not open_here and not selection.is_everything:
            connection.execute("ROLLBACK")
            return counts, False
        taken_out(connection)
        counts = _delete_rows(store, selection)
        if not open_here:
            # A passphrase that was forgotten: with nothing left, the lock has nothing to keep.
            connection.execute("DELETE FROM kept")
            connection.execute("DELETE FROM lock")
        connection.execute("COMMIT")
        return counts, sweep(connection)
    except sqlite3.Error:
        store.recall = None
        with contextlib.suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        return counts, False
    finally:
        with contextlib.suppress(sqlite3.Error):
            connection.execute("PRAGMA secure_delete = ON").fetchall()


def _delete_rows(store: Store, selection: Selection) -> dict[str, int]:
    """In a transaction: the rows, and what the snapshot of the folds knew of them."""
    counts = {}
    touched: set[str] | None = None if selection.is_everything else set()
    for table in TABLES:
        condition, parameters = _condition(store, selection, table)
        if touched is not None and table == "facts":
            rows = store.connection.execute(f"SELECT DISTINCT visit FROM facts WHERE {condition}", parameters)
            touched = {opened(store.seal, "facts", "visit", row[0]) for row in rows}
        # Without any condition SQLite drops whole pages at once instead of row after row.
        where = f" WHERE {condition}" if condition else ""
        counts[table] = store.connection.execute(f"DELETE FROM {table}{where}", parameters).rowcount
    forget(store, touched)
    return counts


def _condition(store: Store, selection: Selection, table: str) -> tuple[str, tuple[str | bytes, ...]]:
    """The SQL condition for that table; sealed times cannot be compared, so they are opened and named one by one."""
    if selection.is_everything:
        return "", ()
    if store.seal is None:
        if selection.column == "at":
            return "at >= ? AND at < ?", (selection.value, selection.end)
        return f"{selection.column} = ?", (selection.value,)
    if selection.column != "at":
        return f"{selection.column} = ?", (sealed(store.seal, table, selection.column, selection.value),)
    times = [row[0] for row in store.connection.execute(f"SELECT DISTINCT at FROM {table}")]
    late = [at.hex() for at in times if selection.holds(opened(store.seal, table, "at", at))]
    # As literals: a period may hold more minutes than a statement may have parameters.
    return f"at IN ({', '.join(chr(120) + chr(39) + at + chr(39) for at in late)})", ()


def _remove_files(store: Store) -> bool:
    """The last resort for erasing everything: SQLite cannot write (a full disk), but a file can still be removed."""
    store.connection.close()
    for path in files_of(store.path):
        _remove(path)
    gone = not files_of(store.path)
    again = open_database(store.path)
    store.connection, store.durable, store.recall = again.connection, again.durable, None
    if not gone:
        # What could still be read of the old file was taken into memory; it goes from there at least.
        _delete(store, everything())
    return gone


def _remove(path: Path) -> bool:
    try:
        path.unlink()
    except OSError:
        return False
    return True

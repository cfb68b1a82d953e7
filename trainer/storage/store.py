"""What the writer thread holds: the connection, the key while the lock is open, and rows that wait for the disk."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from trainer.storage.sealing import Seal, SealError

Table = Literal["facts", "learned", "memory"]

APPLICATION = 0x456E6757
"""`PRAGMA application_id` of our files, so that another program's database is never written into."""

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "facts": ("visit", "scene", "at", "body"),
    "learned": ("visit", "scene", "at", "moment", "reply", "words"),
    "memory": ("visit", "scene", "at", "name", "value"),
    "kept": ("body",),
}
"""Every column that the lock seals. Row numbers stay: they say only how much there is, and in which order."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row to keep: every table has the visit, the scene (`pack/scene`) and the local minute it belongs to."""

    table: Table
    visit: str
    scene: str
    at: str
    values: tuple[tuple[str, str], ...] = ()

    def statement(self, seal: Seal | None = None) -> tuple[str, tuple[str | bytes, ...]]:
        """The SQL and its parameters. A memory or a learnt wording that is there already is replaced."""
        names = ("visit", "scene", "at", *(name for name, _ in self.values))
        given = (self.visit, self.scene, self.at, *(value for _, value in self.values))
        marks = ", ".join("?" * len(names))
        sql = f"INSERT OR REPLACE INTO {self.table} ({', '.join(names)}) VALUES ({marks})"
        return sql, tuple(sealed(seal, self.table, name, value) for name, value in zip(names, given, strict=True))


def sealed(seal: Seal | None, table: str, column: str, value: str) -> str | bytes:
    """The value as that column holds it."""
    return value if seal is None else seal.seal(f"{table}.{column}", value)


def opened(seal: Seal | None, table: str, column: str, value: object) -> str:
    """What a column holds, as text. Raises SealError when it is sealed otherwise, or not text at all."""
    if seal is not None:
        return seal.open(f"{table}.{column}", value)
    if not isinstance(value, str):
        raise SealError(column)
    return value


@dataclass(slots=True)
class Store:
    """Everything in here belongs to the writer thread."""

    connection: sqlite3.Connection
    path: Path
    durable: bool
    waiting: list[Row] = field(default_factory=list)
    seal: Seal | None = None
    recall: Any = None
    """What the folds remember between two questions (see folds.py)."""
    unsettled: float = 0.0
    """Since when (`time.monotonic`) something committed waits to be forced onto the disk; 0.0: nothing does."""

    def touch(self) -> None:
        """Something was committed."""
        if self.durable and not self.unsettled:
            self.unsettled = time.monotonic()

    def stand(self) -> bool:
        """Look at the lock as it is now (another window may have set or taken it): True when rows can be read here.

        Inside a transaction the answer holds until its end.
        """
        name = lock_name(self.connection)
        if self.seal is not None and self.seal.name != name:
            self.seal, self.recall = None, None
        return not name or self.seal is not None

    def rows(
        self, table: str, columns: Sequence[str], where: Mapping[str, str], after: int = 0, upto: int = 0
    ) -> list[tuple[str, ...]]:
        """The columns of the rows for which `where` holds, numbered above `after` (up to `upto`), oldest first.

        A row that cannot be read is passed over. Nothing while the lock is closed. Raises what SQLite raises.
        """
        if not self.stand():
            return []
        tests = [*(f"{name} = ?" for name in where), *([f"rowid > {after}"] if after else [])]
        tests += [f"rowid <= {upto}"] if upto else []
        sql = f"SELECT {', '.join(columns)} FROM {table} WHERE {' AND '.join(tests) or '1'} ORDER BY rowid"
        parameters = [sealed(self.seal, table, name, value) for name, value in where.items()]
        found = []
        for row in self.connection.execute(sql, parameters):
            try:
                read = [opened(self.seal, table, name, value) for name, value in zip(columns, row, strict=True)]
            except SealError:
                continue
            found.append(tuple(read))
        return found

    def kept(self, name: str) -> str | None:
        """A text kept under a name (the settings while there is a lock; a snapshot of the folds)."""
        if not self.stand():
            return None
        row = self.connection.execute("SELECT body FROM kept WHERE name = ?", (name,)).fetchone()
        try:
            return opened(self.seal, "kept", "body", row[0]) if row is not None else None
        except SealError:
            return None

    def keep(self, name: str, text: str) -> None:
        """Keep a text under a name; the caller has looked at the lock in the same transaction. Raises sqlite3.Error."""
        body = sealed(self.seal, "kept", "body", text)
        self.connection.execute("INSERT OR REPLACE INTO kept (name, body) VALUES (?, ?)", (name, body))


def lock_name(connection: sqlite3.Connection) -> str:
    """The name of the lock that is set; "" when there is none."""
    row = connection.execute("SELECT name FROM lock").fetchone()
    return str(row[0]) if row is not None else ""


def state(connection: sqlite3.Connection, name: str) -> int:
    """A number about the file itself: `generation` (how often something was taken out), `sweep` (see sweep)."""
    row = connection.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
    return int(row[0]) if row is not None else 0


def set_state(connection: sqlite3.Connection, name: str, value: int) -> None:
    """Write such a number."""
    connection.execute("INSERT OR REPLACE INTO state (name, value) VALUES (?, ?)", (name, value))


def taken_out(connection: sqlite3.Connection) -> None:
    """In the transaction that erases, seals or replaces rows: traces are left until `sweep` has gone through."""
    set_state(connection, "generation", state(connection, "generation") + 1)
    set_state(connection, "sweep", 1)


def sweep(connection: sqlite3.Connection) -> bool:
    """Rebuild the file and empty the write-ahead log, so that nothing taken out is left in either.

    False when another window holds the log just now; the mark stays, and the next start sweeps again.
    Raises sqlite3.Error.
    """
    connection.execute("VACUUM")
    busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    if busy:
        return False
    connection.execute("BEGIN IMMEDIATE")
    set_state(connection, "sweep", 0)
    connection.execute("COMMIT")
    return True

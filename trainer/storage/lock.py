"""The lock: a passphrase that seals records, settings and names of visited scenes in the file. There is no way round.

Setting and removing it is one transaction of the database, changing the passphrase is one row: after `kill -9` at any
point the file is wholly as before or wholly as after, and the next start clears what traces were left (store.sweep).
"""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from trainer.storage.database import set_aside_files
from trainer.storage.files import FileError, read_bytes, write_atomically
from trainer.storage.folds import sealed_anew
from trainer.storage.ledger import Ledger
from trainer.storage.sealing import COST, Cost, Seal, SealError, new_seal, unwrap, wrap
from trainer.storage.store import COLUMNS, Store, lock_name, opened, sealed, sweep, taken_out

State = Literal["none", "closed", "open"]
Code = Literal["", "lock-none", "lock-there", "lock-closed", "lock-other", "lock-wait", "lock-short", "lock-not-kept"]
"""Went well; there is no lock; there is one already; it has to be opened first; it was another passphrase; a little
time has to pass before the next try; the passphrase is too short; the disk refused (all is as before)."""

SETTINGS = "settings"
"""The name under which the settings are kept, sealed, while there is a lock."""
SEALED = ".sealed"
"""What is added to the name of a file that was set aside and is sealed."""
SHORTEST = 6
"""Characters of a passphrase."""
FREE_TRIES = 3
LONGEST_WAIT = 60.0
SECONDS = 900.0
"""As long as sealing a very large journal may take."""


@dataclass(frozen=True, slots=True)
class _Row:
    """The lock's row in the database."""

    name: str
    envelope: str
    tries: int


class Lock:
    """Set, open, close, change, remove. Every call waits for the writer thread and never raises."""

    def __init__(self, ledger: Ledger, clock: Callable[[], float] = time.monotonic, cost: Cost = COST) -> None:
        """`clock` in seconds, never going back; waiting begins anew with every program, so ending it saves nothing."""
        self._ledger, self._clock, self._cost = ledger, clock, cost
        self._since = clock()

    def state(self) -> State:
        """None, closed, or open in this program."""
        nothing: State = "none"
        return self._ledger.run(_state, nothing)

    def wait(self) -> float:
        """Seconds until the next passphrase is tried: longer after each one that was another."""
        row = self._ledger.run(_row, None)
        tries = row.tries - FREE_TRIES if row is not None else 0
        due = min(LONGEST_WAIT, 2.0 ** min(tries, 10)) if tries >= 0 and row is not None else 0.0
        return max(0.0, self._since + due - self._clock())

    def set(self, passphrase: str, settings: str = "") -> Code:
        """Lock everything with this passphrase; `settings` (the settings file's text) is sealed with it."""
        if len(passphrase.strip()) < SHORTEST:
            return "lock-short"
        # Derived on the caller's thread: the writer goes on meanwhile.
        seal = new_seal()
        envelope = wrap(seal, passphrase, self._cost)
        return self._run(lambda store: _set(store, seal, envelope, settings))

    def open(self, passphrase: str) -> Code:
        """Open it for this program."""
        return self._try(passphrase, _open)

    def close(self) -> None:
        """Forget the key: records can be neither read nor written until it is opened again."""
        self._ledger.run(_close, None)

    def change(self, old: str, new: str) -> Code:
        """Another passphrase from now on: one row is written anew, the records stay as they are."""
        if len(new.strip()) < SHORTEST:
            return "lock-short"
        cost = self._cost
        return self._try(old, _change, lambda seal: wrap(seal, new, cost))

    def remove(self, passphrase: str) -> Code:
        """Take the lock away: everything stands open in the file again."""
        return self._try(passphrase, _remove)

    # --- settings -----------------------------------------------------------------------------------------------

    def settings(self) -> str | None:
        """The settings file's text that is kept sealed; None while closed or without a lock."""
        return self._ledger.run(lambda store: store.kept(SETTINGS) if store.seal is not None else None, None)

    def keep_settings(self, text: str) -> Code:
        """Keep them sealed. Only with an open lock."""
        return self._run(lambda store: _keep_settings(store, text))

    # --- how ------------------------------------------------------------------------------------------------------

    def _run(self, work: Callable[[Store], Code]) -> Code:
        refused: Code = "lock-not-kept"
        return self._ledger.run(work, refused, SECONDS)

    def _try(
        self, passphrase: str, work: Callable[[Store, Seal, str], Code], prepare: Callable[[Seal], str] | None = None
    ) -> Code:
        """Open the seal on the caller's thread, `prepare` there what is to be written, then `work` on the writer's."""
        row = self._ledger.run(_row, None)
        if row is None:
            return "lock-none"
        if self.wait() > 0:
            return "lock-wait"
        seal = unwrap(row.name, row.envelope, passphrase)
        if seal is None:
            self._since = self._clock()
            self._run(lambda store: _count(store, row.tries + 1))
            return "lock-other"
        made = prepare(seal) if prepare is not None else ""
        return self._run(lambda store: work(store, seal, made))


def _state(store: Store) -> State:
    if not lock_name(store.connection):
        return "none"
    return "open" if store.stand() else "closed"


def _row(store: Store) -> _Row | None:
    found = store.connection.execute("SELECT name, envelope, tries FROM lock").fetchone()
    return _Row(*found) if found is not None else None


def _count(store: Store, tries: int) -> Code:
    store.connection.execute("UPDATE lock SET tries = ?", (tries,))
    return ""


def _set(store: Store, seal: Seal, envelope: str, settings: str) -> Code:
    def work() -> Code:
        if lock_name(store.connection):
            return "lock-there"
        # What was set aside before may hold words too; sealed again after a killed program when the lock is opened.
        _seal_aside(store.path, seal)
        _reseal(store, None, seal)
        store.connection.execute(
            "INSERT INTO lock (id, name, envelope, tries) VALUES (1, ?, ?, 0)", (seal.name, envelope)
        )
        store.seal = seal
        store.keep(SETTINGS, settings)
        return ""

    return _whole(store, work)


def _remove(store: Store, seal: Seal, _: str) -> Code:
    def work() -> Code:
        if lock_name(store.connection) != seal.name:
            return "lock-other"
        _reseal(store, seal, None)
        store.connection.execute("DELETE FROM lock")
        store.connection.execute("DELETE FROM kept WHERE name = ?", (SETTINGS,))
        store.seal = None
        return ""

    code = _whole(store, work)
    if not code:
        _open_aside(store.path, seal)
    return code


def _change(store: Store, seal: Seal, envelope: str) -> Code:
    def work() -> Code:
        if lock_name(store.connection) != seal.name:
            return "lock-other"
        store.connection.execute("UPDATE lock SET envelope = ?, tries = 0", (envelope,))
        store.seal = seal
        return ""

    return _whole(store, work)


def _whole(store: Store, work: Callable[[], Code]) -> Code:
    """All of `work` in one transaction, then clear the traces; when anything refuses, all is as before."""
    before = store.seal
    connection = store.connection
    try:
        connection.execute("BEGIN IMMEDIATE")
        code = work()
        if code:
            connection.execute("ROLLBACK")
            store.seal = before
            return code
        taken_out(connection)
        sealed_anew(store)
        connection.execute("COMMIT")
    except (sqlite3.Error, SealError):
        store.seal, store.recall = before, None
        with contextlib.suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        return "lock-not-kept"
    with contextlib.suppress(sqlite3.Error):
        sweep(connection)
    return ""


def _open(store: Store, seal: Seal, _: str) -> Code:
    if lock_name(store.connection) != seal.name:
        return "lock-other"
    store.seal = seal
    _seal_aside(store.path, seal)
    with contextlib.suppress(sqlite3.Error):
        store.connection.execute("UPDATE lock SET tries = 0 WHERE tries > 0")
    return ""


def _close(store: Store) -> None:
    store.seal, store.recall = None, None


def _keep_settings(store: Store, text: str) -> Code:
    if store.seal is None or not store.stand():
        return "lock-closed"
    store.connection.execute("BEGIN IMMEDIATE")
    try:
        store.keep(SETTINGS, text)
        store.connection.execute("COMMIT")
    except sqlite3.Error:
        store.connection.execute("ROLLBACK")
        raise
    return ""


def _reseal(store: Store, old: Seal | None, new: Seal | None) -> None:
    """Every column of every row from one seal (or none) to another. Raises SealError and sqlite3.Error."""
    for table, columns in COLUMNS.items():
        sql = f"UPDATE {table} SET {', '.join(f'{name} = ?' for name in columns)} WHERE rowid = ?"
        known: dict[tuple[str, object], str | bytes] = {}
        reading = store.connection.cursor()
        reading.execute(f"SELECT rowid, {', '.join(columns)} FROM {table} ORDER BY rowid")
        while rows := reading.fetchmany(5_000):
            store.connection.executemany(
                sql,
                [(*_resealed(table, columns, values, old, new, known), number) for number, *values in rows],
            )


def _resealed(
    table: str,
    columns: tuple[str, ...],
    values: list[object],
    old: Seal | None,
    new: Seal | None,
    known: dict[tuple[str, object], str | bytes],
) -> list[str | bytes]:
    """One row's values. Visits, scenes and minutes come again and again: they are remembered."""
    made = []
    for name, value in zip(columns, values, strict=True):
        key = (name, value)
        told = known.get(key)
        if told is None:
            told = sealed(new, table, name, opened(old, table, name, value))
            if name in ("visit", "scene", "at"):
                known[key] = told
        made.append(told)
    return made


def reseal_rows(
    rows: Mapping[str, list[tuple[object, ...]]], old: Seal | None, new: Seal | None
) -> dict[str, list[list[str | bytes]]]:
    """The same for rows that are not in a file yet (a backup that is restored). Raises SealError."""
    return {
        table: [_resealed(table, COLUMNS[table], list(values), old, new, {}) for values in found]
        for table, found in rows.items()
    }


# --- files that were set aside ------------------------------------------------------------------------------------


def _seal_aside(path: Path, seal: Seal) -> None:
    """Seal damaged files that were set aside before there was a lock. What cannot be written stays as it is."""
    for file in set_aside_files(path):
        if file.suffix != SEALED:
            _exchange(file, file.with_name(file.name + SEALED), seal.seal_bytes)


def _open_aside(path: Path, seal: Seal) -> None:
    for file in set_aside_files(path):
        if file.suffix == SEALED:
            _exchange(file, file.with_name(file.name.removesuffix(SEALED)), seal.open_bytes)


def _exchange(file: Path, target: Path, change: Callable[[bytes], bytes]) -> None:
    with contextlib.suppress(FileError, OSError, SealError):
        write_atomically(target, change(read_bytes(file, 2_000_000_000)))
        file.unlink()

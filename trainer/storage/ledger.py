"""The ledger: one SQLite file behind one writer thread, which owns the only connection.

Writing returns at once and never raises. A write that the disk refuses waits in memory and is tried again with the next
one; a conversation never stops because of a disk.

A row is *acknowledged* when its transaction is committed: then `kill -9` cannot take it any more (`flush` waits for
that, about 0.1 ms). QUIET later, when nothing more came, the log is forced onto the disk, so that a power cut takes at
most what was kept in that last moment (decision 0160).
"""

from __future__ import annotations

import contextlib
import queue
import sqlite3
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from trainer.storage.database import Code, is_broken, open_database, settle
from trainer.storage.store import Row, Store

T = TypeVar("T")
QUIET = 0.5
"""Seconds without anything new after which what was committed is forced onto the disk."""
LONGEST_UNSETTLED = 3.0
"""Seconds after which that happens even while more is coming."""
MOST_WAITING = 20_000
"""Rows that wait in memory while the disk is full; beyond that the oldest go."""


@dataclass(frozen=True, slots=True)
class _Call:
    """Something to do on the writer thread, after every row that was given before it."""

    work: Callable[[Store], Any]
    answer: Future[Any]


class Ledger:
    """Rows in, rows out. `open()` first; `close()` writes what waits and ends the thread."""

    def __init__(self, path: Path, tell: Callable[[Code], None] | None = None) -> None:
        """`tell` is called on the writer thread with a code whenever the state changes; it must only post."""
        self._path = path
        self._tell = tell
        self._jobs: queue.SimpleQueue[Row | _Call | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._code: Code = ""
        self._recovered = 0

    @property
    def recovered(self) -> int:
        """How many rows were taken over from a damaged file that was set aside."""
        return self._recovered

    @property
    def path(self) -> Path:
        """The database file."""
        return self._path

    @property
    def code(self) -> Code:
        """How it stands now."""
        return self._code

    def open(self) -> Code:
        """Open the file (made when absent) and start the writer thread; returns how it stands. Never raises."""
        if self._thread is None:
            ready: Future[None] = Future()
            self._thread = threading.Thread(target=self._write_all, args=(ready,), name="journal", daemon=True)
            self._thread.start()
            ready.result()
        return self._code

    def append(self, row: Row) -> None:
        """Keep a row; returns at once."""
        self._jobs.put(row)

    def flush(self, seconds: float = 5.0) -> bool:
        """Wait until everything appended before is on the disk; False when it is not (or not within `seconds`)."""
        return self.run(lambda store: store.durable and not store.waiting, False, seconds)

    def read(self, sql: str, parameters: Sequence[str] = ()) -> list[tuple[Any, ...]]:
        """Rows that answer a question, after everything appended before; nothing when it cannot be read."""
        nothing: list[tuple[Any, ...]] = []
        return self.run(lambda store: store.connection.execute(sql, parameters).fetchall(), nothing)

    def rows(self, table: str, columns: Sequence[str], where: Mapping[str, str] | None = None) -> list[tuple[str, ...]]:
        """Rows as text, oldest first, sealed or not; nothing while the lock is closed or when they cannot be read."""
        nothing: list[tuple[str, ...]] = []
        return self.run(lambda store: store.rows(table, columns, where or {}), nothing, 60.0)

    def run(self, work: Callable[[Store], T], otherwise: T, seconds: float = 10.0) -> T:
        """Do `work` on the writer thread and wait for it; `otherwise` when SQLite refuses or it takes longer."""
        if self._thread is None or not self._thread.is_alive():
            return otherwise
        answer: Future[T] = Future()
        self._jobs.put(_Call(work, answer))
        with contextlib.suppress(sqlite3.Error, FutureTimeoutError):
            return answer.result(seconds)
        return otherwise

    def close(self, seconds: float = 5.0) -> None:
        """Write what waits, close the file, end the thread. Rows appended later are not kept."""
        if self._thread is not None:
            self._jobs.put(None)
            self._thread.join(seconds)
            self._thread = None

    # --- on the writer thread -----------------------------------------------------------------------------------

    def _write_all(self, ready: Future[None]) -> None:
        opened = open_database(self._path)
        store = Store(opened.connection, self._path, opened.durable)
        self._code, self._recovered = opened.code, opened.recovered
        found = _identity(self._path)
        ready.set_result(None)
        while True:
            jobs = [self._next(store)]
            # Everything that has come in the meantime goes into the same transaction.
            with contextlib.suppress(queue.Empty):
                while True:
                    jobs.append(self._jobs.get_nowait())
            if store.durable and found != _identity(self._path):
                # Somebody took the file away. What was in it is gone by their hand; what comes now is kept anew.
                self._open_again(store)
                found = _identity(self._path)
            for job in jobs:
                if isinstance(job, Row):
                    store.waiting.append(job)
                else:
                    self._save(store)
                    if job is None:
                        settle(self._path)
                        store.connection.close()
                        return
                    before = store.connection.total_changes
                    self._do(job, store)
                    if store.connection.total_changes != before:
                        store.touch()
            self._save(store)

    def _next(self, store: Store) -> Row | _Call | None:
        """The next job. In a quiet moment before it, what was committed is forced onto the disk."""
        if store.unsettled:
            left = store.unsettled + LONGEST_UNSETTLED - time.monotonic()
            with contextlib.suppress(queue.Empty):
                if left > 0:
                    return self._jobs.get(timeout=min(QUIET, left))
            # A system that refuses is asked again after the next row.
            settle(self._path)
            store.unsettled = 0.0
        return self._jobs.get()

    def _open_again(self, store: Store) -> None:
        with contextlib.suppress(sqlite3.Error):
            store.connection.close()
        opened = open_database(self._path, thorough=True)
        store.connection, store.durable, store.recall = opened.connection, opened.durable, None
        self._recovered += opened.recovered
        self._change(opened.code)

    def _do(self, call: _Call, store: Store) -> None:
        try:
            try:
                call.answer.set_result(call.work(store))
            except sqlite3.DatabaseError as error:
                if not is_broken(error):
                    raise
                # Damage that was met only now: set the file aside whole, take over what can be read, ask again.
                self._open_again(store)
                call.answer.set_result(call.work(store))
        except Exception as error:  # noqa: BLE001  the outer rim of the thread: the asker gets it, the thread goes on
            call.answer.set_exception(error)

    def _save(self, store: Store) -> None:
        if not store.waiting:
            return
        try:
            try:
                saved = _write(store)
            except sqlite3.DatabaseError as error:
                if not is_broken(error):
                    raise
                self._open_again(store)
                saved = _write(store)
        except sqlite3.Error:
            with contextlib.suppress(sqlite3.Error):
                store.connection.execute("ROLLBACK")
            del store.waiting[:-MOST_WAITING]
            self._change("journal-full")
            return
        if saved:
            store.waiting.clear()
            store.touch()
        if not saved:
            self._change("journal-locked")
        elif self._code in ("journal-full", "journal-locked"):
            self._change("")

    def _change(self, code: Code) -> None:
        if code != self._code:
            self._code = code
            if self._tell is not None:
                self._tell(code)


def _write(store: Store) -> bool:
    """Everything that waits, in one transaction; False when the lock is closed. Raises sqlite3.Error."""
    store.connection.execute("BEGIN IMMEDIATE")
    # Inside the transaction, so that no other window can set or take the lock between looking and writing.
    if not store.stand():
        store.connection.execute("ROLLBACK")
        return False
    for row in store.waiting:
        store.connection.execute(*row.statement(store.seal))
    store.connection.execute("COMMIT")
    return True


def _identity(path: Path) -> int:
    """Which file stands at that path (its number in the file system); 0 when there is none."""
    try:
        return path.stat().st_ino
    except OSError:
        return 0

"""The ledger: one SQLite file behind one writer thread, which owns the only connection.

Writing returns at once and never raises. A write that the disk refuses waits in memory and is tried again with the next
one; a conversation never stops because of a disk.
"""

from __future__ import annotations

import contextlib
import queue
import sqlite3
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, TypeVar

from trainer.storage.database import Code, open_database

T = TypeVar("T")
Table = Literal["facts", "learned", "memory"]
MOST_WAITING = 20_000
"""Rows that wait in memory while the disk is full; beyond that the oldest go."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row to keep: every table has the visit, the scene (`pack/scene`) and the local minute it belongs to."""

    table: Table
    visit: str
    scene: str
    at: str
    values: tuple[tuple[str, str], ...] = ()

    def statement(self) -> tuple[str, tuple[str, ...]]:
        """The SQL and its parameters. A memory or a learnt wording that is there already is replaced."""
        names = ("visit", "scene", "at", *(name for name, _ in self.values))
        marks = ", ".join("?" * len(names))
        sql = f"INSERT OR REPLACE INTO {self.table} ({', '.join(names)}) VALUES ({marks})"
        return sql, (self.visit, self.scene, self.at, *(value for _, value in self.values))


@dataclass(frozen=True, slots=True)
class _Call:
    """Something to do on the writer thread, after every row that was given before it."""

    work: Callable[[Store], Any]
    answer: Future[Any]


@dataclass(slots=True)
class Store:
    """What the writer thread holds: the connection, and the rows that could not be written yet."""

    connection: sqlite3.Connection
    path: Path
    durable: bool
    waiting: list[Row] = field(default_factory=list)


class Ledger:
    """Rows in, rows out. `open()` first; `close()` writes what waits and ends the thread."""

    def __init__(self, path: Path, tell: Callable[[Code], None] | None = None) -> None:
        """`tell` is called on the writer thread with a code whenever the state changes; it must only post."""
        self._path = path
        self._tell = tell
        self._jobs: queue.SimpleQueue[Row | _Call | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._code: Code = ""

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
        self._code = opened.code
        ready.set_result(None)
        while True:
            jobs = [self._jobs.get()]
            # Everything that has come in the meantime goes into the same transaction.
            with contextlib.suppress(queue.Empty):
                while True:
                    jobs.append(self._jobs.get_nowait())
            for job in jobs:
                if isinstance(job, Row):
                    store.waiting.append(job)
                else:
                    self._save(store)
                    if job is None:
                        store.connection.close()
                        return
                    _do(job, store)
            self._save(store)

    def _save(self, store: Store) -> None:
        if not store.waiting:
            return
        try:
            store.connection.execute("BEGIN IMMEDIATE")
            for row in store.waiting:
                store.connection.execute(*row.statement())
            store.connection.execute("COMMIT")
        except sqlite3.Error:
            with contextlib.suppress(sqlite3.Error):
                store.connection.execute("ROLLBACK")
            del store.waiting[:-MOST_WAITING]
            self._change("journal-full")
        else:
            store.waiting.clear()
            if self._code == "journal-full":
                self._change("")

    def _change(self, code: Code) -> None:
        if code != self._code:
            self._code = code
            if self._tell is not None:
                self._tell(code)


def _do(call: _Call, store: Store) -> None:
    try:
        call.answer.set_result(call.work(store))
    except Exception as error:  # noqa: BLE001  the outer rim of the thread: the asker gets it, the thread goes on
        call.answer.set_exception(error)

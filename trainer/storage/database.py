"""Opening the journal's SQLite file: ours, whole and writable, or set aside whole, or kept in memory for this once.

What can still be read of a file that was set aside is taken over into the new one (see salvage.py).

WAL with `synchronous=NORMAL`: a committed fact survives `kill -9` at once; against a power cut the log is forced onto
the disk a moment later (see Ledger). `secure_delete`: what is erased is overwritten. `temp_store=MEMORY`: nothing of it
passes through a temporary file.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from trainer.late import late
from trainer.storage.store import APPLICATION, state, sweep

if TYPE_CHECKING:
    from trainer.storage import salvage
else:
    salvage = late("trainer.storage.salvage")

Code = Literal["", "journal-set-aside", "journal-not-kept", "journal-newer", "journal-full", "journal-locked"]
"""What the trainee may want to know, once: "" all is well; the old file was no journal any more and was set aside
whole; nothing can be kept here (read-only folder); a newer version wrote the file, so it is left alone and nothing is
kept; the disk is full (facts wait in memory); the lock is closed (facts wait in memory until it is opened)."""

VERSION = 2
"""`PRAGMA user_version`: the shape of the tables below. 1 had no lock, no kept texts and no state; it is added to."""
SMALL = 8_000_000
"""Bytes up to which every start looks the whole file over (about 20 ms). A larger one is looked over at its edges, so
that starting takes no longer with the years; damage inside is met when it is read (see Ledger)."""

TABLES = ("facts", "learned", "memory")
SCHEMA = (
    "CREATE TABLE IF NOT EXISTS facts ("
    " id INTEGER PRIMARY KEY, visit TEXT NOT NULL, scene TEXT NOT NULL, at TEXT NOT NULL, body TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS learned ("
    " visit TEXT NOT NULL, scene TEXT NOT NULL, at TEXT NOT NULL,"
    " moment TEXT NOT NULL, reply TEXT NOT NULL, words TEXT NOT NULL, UNIQUE (scene, moment, reply, words))",
    "CREATE TABLE IF NOT EXISTS memory ("
    " visit TEXT NOT NULL, scene TEXT NOT NULL, at TEXT NOT NULL,"
    " name TEXT NOT NULL, value TEXT NOT NULL, UNIQUE (scene, name))",
    "CREATE TABLE IF NOT EXISTS kept (name TEXT PRIMARY KEY, body TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS lock ("
    " id INTEGER PRIMARY KEY CHECK (id = 1), name TEXT NOT NULL, envelope TEXT NOT NULL, tries INTEGER NOT NULL)",
    "CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value INTEGER NOT NULL)",
    "CREATE INDEX IF NOT EXISTS facts_of_visit ON facts (visit)",
)
BROKEN = frozenset({sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT})
LEFT_OVER = 60.0
"""Seconds after which a half-written file beside the journal belongs to no program that still runs."""
COMPANIONS = ("", "-wal", "-shm", "-journal")
"""SQLite's own files beside the database."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An open connection (for the thread that opened it); `durable` when what is committed is on the disk.

    `recovered` is how many rows were taken over from a file that was set aside.
    """

    connection: sqlite3.Connection
    code: Code
    durable: bool
    recovered: int = 0


class _ForeignError(Exception):
    """The file is no journal of ours (any more)."""


class _NewerError(Exception):
    """The file was written by a newer version."""


def open_database(path: Path, thorough: bool = False) -> Opened:
    """Open or make the journal's file. Never raises: what cannot be kept is kept in memory until the program ends.

    `thorough` looks a large file over whole as well.
    """
    code: Code = ""
    recovered = 0
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        remove_left_over(path)
        try:
            connection = _open_ours(path, thorough)
        except _ForeignError:
            aside = set_aside(path)
            code = "journal-set-aside"
            connection = _open_ours(path)
            recovered = salvage.salvage(aside, connection, path)
    except _NewerError:
        return Opened(_in_memory(None), "journal-newer", durable=False)
    except (OSError, sqlite3.Error, _ForeignError):
        return Opened(_in_memory(path), "journal-not-kept", durable=False)
    return Opened(connection, code, durable=True, recovered=recovered)


def _open_ours(path: Path, thorough: bool = False) -> sqlite3.Connection:
    """Raises _ForeignError, _NewerError, or what SQLite raises when it cannot write there."""
    with contextlib.suppress(OSError):
        # Nobody else on this computer may read it; SQLite gives its companion files the same rights.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    connection = sqlite3.connect(path, timeout=3.0, isolation_level=None)
    try:
        _look_over(connection, None if thorough else path)
        # Before the first table: a page of it must never exist without these.
        for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "secure_delete = ON", "temp_store = MEMORY"):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        make_tables(connection)
        _sweep_again(connection)
    except sqlite3.DatabaseError as error:
        connection.close()
        if is_broken(error):
            raise _ForeignError from error
        raise
    except (_ForeignError, _NewerError):
        connection.close()
        raise
    return connection


def look_at(path: Path) -> Code | Literal["absent"]:
    """How the file would be met, without changing anything: "" well, "journal-set-aside" no journal (any more)."""
    if not path.exists():
        return "absent"
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=3.0)
        with contextlib.closing(connection):
            _look_over(connection)
    except _NewerError:
        return "journal-newer"
    except _ForeignError:
        return "journal-set-aside"
    except sqlite3.DatabaseError as error:
        return "journal-set-aside" if is_broken(error) else "journal-not-kept"
    return ""


def look_over_whole(connection: sqlite3.Connection) -> bool:
    """True when this is a journal of ours, of a version we know, and whole. Never raises."""
    try:
        _look_over(connection)
    except (_ForeignError, _NewerError, sqlite3.Error):
        return False
    return True


def is_broken(error: sqlite3.Error) -> bool:
    """True when SQLite says that the file is damaged, or no database."""
    return (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF in BROKEN


def _sweep_again(connection: sqlite3.Connection) -> None:
    """The program ended between taking something out and clearing its traces: clear them now."""
    if state(connection, "sweep"):
        with contextlib.suppress(sqlite3.OperationalError):
            sweep(connection)


def _look_over(connection: sqlite3.Connection, path: Path | None = None) -> None:
    """Is this file ours, whole, and of a version we know? A large file at `path` is looked over at its edges only."""
    application = _number(connection, "application_id")
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if tables and application != APPLICATION:
        raise _ForeignError
    if _number(connection, "user_version") > VERSION:
        raise _NewerError
    if path is not None and tables and path.stat().st_size > SMALL:
        for table in TABLES:
            # One by one: together SQLite would read the whole table.
            connection.execute(f"SELECT min(rowid) FROM {table}").fetchall()
            connection.execute(f"SELECT max(rowid) FROM {table}").fetchall()
        return
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise _ForeignError


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def make_tables(connection: sqlite3.Connection) -> None:
    """Every table that is not there yet. Raises sqlite3.Error."""
    connection.execute("BEGIN IMMEDIATE")
    for statement in SCHEMA:
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("COMMIT")


def _in_memory(path: Path | None) -> sqlite3.Connection:
    """A journal that lasts as long as the program, holding what can still be read of the file."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    if path is not None:
        # immutable: the folder may be read-only, where SQLite could not make its companion files.
        with contextlib.suppress(sqlite3.Error, OSError):
            old = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
            with contextlib.closing(old):
                _look_over(old)
                old.backup(connection)
    with contextlib.suppress(sqlite3.Error):
        make_tables(connection)
        return connection
    connection.close()
    fresh = sqlite3.connect(":memory:", isolation_level=None)
    make_tables(fresh)
    return fresh


def set_aside(path: Path) -> Path:
    """Move a file that is no journal out of the way, whole, under a name that says when. Raises OSError."""
    stamp = time.strftime("%Y%m%d-%H%M%S")
    number = 0
    while (target := path.with_name(f"{path.stem}.set-aside-{stamp}-{number}{path.suffix}")).exists():
        number += 1
    for companion in COMPANIONS:
        file = path.with_name(path.name + companion)
        if file.exists():
            file.rename(target.with_name(target.name + companion))
    return target


def set_aside_files(path: Path) -> tuple[Path, ...]:
    """Everything that was ever set aside beside this journal."""
    return tuple(sorted(path.parent.glob(f"{path.stem}.set-aside-*")))


def remove_left_over(path: Path) -> None:
    """Remove half-written files that a killed program left in the journal's folder (see files.write_atomically)."""
    for pattern in (".*.new", ".*.new-wal", ".*.new-shm"):
        for left in path.parent.glob(pattern):
            if time.time() - left.stat().st_mtime > LEFT_OVER:
                with contextlib.suppress(OSError):
                    left.unlink()


def settle(path: Path) -> bool:
    """Force what was committed onto the disk, so that a power cut cannot take it; False when the system refuses.

    Only the log: SQLite locks nothing in it, so opening and closing it here takes no lock away.
    """
    log = path.with_name(path.name + "-wal")
    try:
        number = os.open(log, os.O_RDWR)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    try:
        os.fsync(number)
    except OSError:
        return False
    finally:
        os.close(number)
    return True


def files_of(path: Path) -> tuple[Path, ...]:
    """The database and SQLite's companion files, as far as they are there."""
    return tuple(file for companion in COMPANIONS if (file := path.with_name(path.name + companion)).exists())

"""Opening the journal's SQLite file: ours, whole and writable, or set aside whole, or kept in memory for this once.

WAL with `synchronous=FULL`: a committed fact survives `kill -9` and a power cut. `secure_delete`: what is erased is
overwritten. `temp_store=MEMORY`: nothing of it passes through a temporary file.
"""

from __future__ import annotations

import contextlib
import sqlite3
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Code = Literal["", "journal-set-aside", "journal-not-kept", "journal-newer", "journal-full"]
"""What the trainee may want to know, once: "" all is well; the old file was no journal any more and was set aside
whole; nothing can be kept here (read-only folder); a newer version wrote the file, so it is left alone and nothing is
kept; the disk is full (facts wait in memory)."""

APPLICATION = 0x456E6757
"""`PRAGMA application_id` of our files, so that another program's database is never written into."""
VERSION = 1
"""`PRAGMA user_version`: the shape of the tables below."""

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
)
BROKEN = frozenset({sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT})
COMPANIONS = ("", "-wal", "-shm", "-journal")
"""SQLite's own files beside the database."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An open connection (for the thread that opened it); `durable` when what is committed is on the disk."""

    connection: sqlite3.Connection
    code: Code
    durable: bool


class _ForeignError(Exception):
    """The file is no journal of ours (any more)."""


class _NewerError(Exception):
    """The file was written by a newer version."""


def open_database(path: Path) -> Opened:
    """Open or make the journal's file. Never raises: what cannot be kept is kept in memory until the program ends."""
    code: Code = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            connection = _open_ours(path)
        except _ForeignError:
            set_aside(path)
            code = "journal-set-aside"
            connection = _open_ours(path)
    except _NewerError:
        return Opened(_in_memory(None), "journal-newer", durable=False)
    except (OSError, sqlite3.Error, _ForeignError):
        return Opened(_in_memory(path), "journal-not-kept", durable=False)
    return Opened(connection, code, durable=True)


def _open_ours(path: Path) -> sqlite3.Connection:
    """Raises _ForeignError, _NewerError, or what SQLite raises when it cannot write there."""
    connection = sqlite3.connect(path, timeout=3.0, isolation_level=None)
    try:
        _look_over(connection)
        # Before the first table: a page of it must never exist without these.
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON", "temp_store = MEMORY"):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        _make_tables(connection)
    except sqlite3.DatabaseError as error:
        connection.close()
        if (error.sqlite_errorcode or 0) & 0xFF in BROKEN:
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
        return "journal-set-aside" if (error.sqlite_errorcode or 0) & 0xFF in BROKEN else "journal-not-kept"
    return ""


def _look_over(connection: sqlite3.Connection) -> None:
    """Is this file ours, whole, and of a version we know?"""
    application = _number(connection, "application_id")
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if tables and application != APPLICATION:
        raise _ForeignError
    if _number(connection, "user_version") > VERSION:
        raise _NewerError
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise _ForeignError


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def _make_tables(connection: sqlite3.Connection) -> None:
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
        _make_tables(connection)
        return connection
    connection.close()
    fresh = sqlite3.connect(":memory:", isolation_level=None)
    _make_tables(fresh)
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


def files_of(path: Path) -> tuple[Path, ...]:
    """The database and SQLite's companion files, as far as they are there."""
    return tuple(file for companion in COMPANIONS if (file := path.with_name(path.name + companion)).exists())

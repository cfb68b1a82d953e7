"""Backup and move: everything kept in one file, sealed when there is a lock; put back whole or not at all.

A backup is a line that says what it is, a checksum, and the compressed database. Reading it back touches nothing until
the checksum, the database and its version were looked over; then all rows are replaced in one transaction.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from trainer.storage.database import VERSION, look_over_whole, make_tables
from trainer.storage.files import FileError, read_bytes, write_atomically
from trainer.storage.folds import fold
from trainer.storage.ledger import Ledger
from trainer.storage.lock import SETTINGS, reseal_rows
from trainer.storage.sealing import Seal, SealError
from trainer.storage.store import APPLICATION, COLUMNS, Store, sweep, taken_out

ENDING = ".engawa"
HEAD = b"ENGAWA BACKUP 1\n"
MOST = 2_000_000_000
"""Bytes of a backup, packed or unpacked: beyond it is refused, so that a file from elsewhere cannot fill the memory."""
SECONDS = 900.0

Code = Literal["", "backup-damaged", "backup-newer", "backup-not-ours", "lock-closed", "file", "journal-not-kept"]
"""Went well; checksum or database are not whole; a newer version wrote it; it is something else; our own lock has
to be opened first; the file could not be read or written (`detail` says why); the journal refused."""


@dataclass(frozen=True, slots=True)
class Moved:
    """How it went: rows written or put back. `locked`: the backup has a lock, so its own passphrase opens it.

    `settings` is the settings file's text that came with it ("" when it is sealed, or there was none).
    """

    code: Code = ""
    detail: str = ""
    rows: int = 0
    locked: bool = False
    settings: str = ""


def backup(ledger: Ledger, target: Path, settings: str = "") -> Moved:
    """Write everything into one file, on the disk before this returns. `settings` goes along where there is no lock.

    Works while the lock is closed, too: what is sealed stays sealed. Never raises; the old file is left when it fails.
    """
    failed = Moved("journal-not-kept")
    content = ledger.run(lambda store: _content(store, settings), None, SECONDS)
    if content is None:
        return failed
    packed = zlib.compress(content[0], 3)
    try:
        write_atomically(target, HEAD + hashlib.sha256(packed).digest() + packed)
    except FileError as error:
        return Moved("file", error.reason)
    return Moved(rows=content[1], locked=content[2])


def restore(ledger: Ledger, source: Path) -> Moved:
    """Put everything in the place of what is kept here now. Never raises; unless it went well, all is as before."""
    try:
        content = _unpack(read_bytes(source, MOST))
    except FileError as error:
        return Moved("file", error.reason)
    if isinstance(content, Moved):
        return content
    return ledger.run(lambda store: _put_back(store, content), Moved("journal-not-kept"), SECONDS)


def _content(store: Store, settings: str) -> tuple[bytes, int, bool]:
    """The database as bytes, the number of rows, whether it is locked. Raises sqlite3.Error."""
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
        store.connection.backup(copy)
        copy.execute("DELETE FROM kept WHERE name != ?", (SETTINGS,))
        copy.execute("UPDATE lock SET tries = 0")
        locked = bool(_count(copy, "lock"))
        if settings and not locked:
            copy.execute("INSERT OR REPLACE INTO kept (name, body) VALUES (?, ?)", (SETTINGS, settings))
        copy.execute("VACUUM")
        return copy.serialize(), sum(_count(copy, table) for table in COLUMNS if table != "kept"), locked


def _count(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def _unpack(content: bytes) -> bytes | Moved:
    if not content.startswith(HEAD[:13]):
        return Moved("backup-not-ours")
    if not content.startswith(HEAD):
        return Moved("backup-newer")
    digest, packed = content[len(HEAD) : len(HEAD) + 32], content[len(HEAD) + 32 :]
    if hashlib.sha256(packed).digest() != digest:
        return Moved("backup-damaged")
    unpacker = zlib.decompressobj()
    try:
        plain = unpacker.decompress(packed, MOST)
    except zlib.error:
        return Moved("backup-damaged")
    return plain if unpacker.eof else Moved("backup-damaged")


def _put_back(store: Store, content: bytes) -> Moved:
    """On the writer thread."""
    if not store.stand():
        return Moved("lock-closed")
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
        try:
            # Bytes 18 and 19: a database in memory has no write-ahead log.
            copy.deserialize(content[:18] + b"\1\1" + content[20:])
            code = _look(copy)
            if code:
                return Moved(code)
            make_tables(copy)
            rows = {
                name: copy.execute(f"SELECT {', '.join(of)} FROM {name}").fetchall() for name, of in COLUMNS.items()
            }
            names = [row[0] for row in copy.execute("SELECT name FROM kept")]
            lock = copy.execute("SELECT id, name, envelope, tries FROM lock").fetchall()
            settings = "" if lock else next((str(body) for (body,) in rows["kept"]), "")
        except (sqlite3.Error, OverflowError):
            return Moved("backup-damaged")
    try:
        count = _replace(store, rows, names, lock)
    except SealError:
        return Moved("backup-damaged")
    with contextlib.suppress(sqlite3.Error):
        # Here, where one waits anyway, and not when the garden is looked at.
        fold(store)
    return Moved(rows=count, locked=bool(lock), settings=settings)


def _look(copy: sqlite3.Connection) -> Code:
    if copy.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
        return "backup-not-ours"
    if copy.execute("PRAGMA user_version").fetchone()[0] > VERSION:
        return "backup-newer"
    if not look_over_whole(copy) or copy.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
        return "backup-damaged"
    return ""


def _replace(
    store: Store, rows: dict[str, list[tuple[object, ...]]], names: list[str], lock: list[tuple[object, ...]]
) -> int:
    """All of it in one transaction. Where we have a lock and the backup has none, its rows are sealed with ours.

    Raises SealError; raises sqlite3.Error with everything as before.
    """
    connection, ours = store.connection, store.seal
    made: dict[str, list[list[object]]] = {name: [list(row) for row in found] for name, found in rows.items()}
    if ours is not None and not lock:
        made = {name: [list(row) for row in found] for name, found in reseal_rows(rows, None, ours).items()}
    try:
        connection.execute("BEGIN IMMEDIATE")
        taken_out(connection)
        keep_ours = ours is not None and not lock
        for table, columns in COLUMNS.items():
            if table == "kept":
                continue
            connection.execute(f"DELETE FROM {table}")
            marks = ", ".join("?" * len(columns))
            connection.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", made[table])
        # The settings under our own lock stay ours; a snapshot of the folds belongs to what was there before.
        connection.execute("DELETE FROM kept WHERE name != ? OR ?", (SETTINGS, not keep_ours))
        if lock:
            connection.execute("DELETE FROM lock")
            connection.executemany("INSERT INTO lock (id, name, envelope, tries) VALUES (?, ?, ?, ?)", lock)
            pairs = [(name, *body) for name, body in zip(names, made["kept"], strict=True)]
            connection.executemany("INSERT INTO kept (name, body) VALUES (?, ?)", pairs)
        connection.execute("COMMIT")
    except sqlite3.Error:
        with contextlib.suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise
    _forget_key(store, ours, bool(lock))
    with contextlib.suppress(sqlite3.Error):
        sweep(connection)
    return sum(len(found) for table, found in made.items() if table != "kept")


def _forget_key(store: Store, ours: Seal | None, locked: bool) -> None:
    store.recall = None
    store.seal = None if locked else ours

"""Taking over what can still be read of a journal that was set aside: row by row around the damage.

Reads a copy, so that the file that was set aside stays as it was found. Where the tables can no longer be followed,
facts are looked for in the bytes themselves (only without a lock: sealed bytes say nothing).
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from trainer.practice.facts import Fact, from_json, from_mapping
from trainer.storage.store import APPLICATION, COLUMNS

FAILING = 20_000
"""Questions that may fail per table before we stop looking between the damage."""
HIGHEST = 2**31
MOST = 4_000_000_000
"""Bytes to which a torn file is filled up at most."""
PAGE = 4096
START = b'{"kind":"'
LONGEST = 200_000
"""Bytes of one fact when looking through raw bytes."""


def salvage(aside: Path, into: sqlite3.Connection, path: Path) -> int:
    """Copy every row that can be read into the new journal; how many. Never raises."""
    copy = path.with_name(f".{path.name}.salvage.new")
    try:
        for companion in ("", "-wal"):
            source = aside.with_name(aside.name + companion)
            if source.exists():
                shutil.copyfile(source, copy.with_name(copy.name + companion))
        _fill_up(copy)
        return _salvage(copy, aside, into)
    except (OSError, sqlite3.Error):
        with contextlib.suppress(sqlite3.Error):
            into.execute("ROLLBACK")
        return 0
    finally:
        for companion in ("", "-wal", "-shm", "-journal"):
            with contextlib.suppress(OSError):
                copy.with_name(copy.name + companion).unlink()


def _salvage(copy: Path, aside: Path, into: sqlite3.Connection) -> int:
    found = 0
    into.execute("BEGIN IMMEDIATE")
    facts, foreign = 0, False
    with contextlib.suppress(sqlite3.Error), contextlib.closing(sqlite3.connect(copy, isolation_level=None)) as old:
        foreign = old.execute("PRAGMA application_id").fetchone()[0] != APPLICATION
        if not foreign:
            _copy_lock(old, into)
            for table in ("facts", "learned", "memory", "kept"):
                count = _copy_table(old, into, table)
                facts += count if table == "facts" else 0
                found += count
    if not facts and not foreign and not into.execute("SELECT count(*) FROM lock").fetchone()[0]:
        found += _copy_raw(aside, into)
    into.execute("COMMIT")
    return found


def _fill_up(copy: Path) -> None:
    """A torn file is filled up with nothing to the length its head tells: SQLite reads no page of a shorter one."""
    with copy.open("rb") as file:
        head = file.read(100)
    if head.startswith(b"SQLite format 3\0") and len(head) == 100:
        size = int.from_bytes(head[16:18], "big")
        whole = (65_536 if size == 1 else size) * int.from_bytes(head[28:32], "big")
        if copy.stat().st_size < whole <= MOST:
            os.truncate(copy, whole)


def _copy_lock(old: sqlite3.Connection, into: sqlite3.Connection) -> None:
    """Without the lock's envelope sealed rows would stay closed for ever."""
    with contextlib.suppress(sqlite3.Error):
        for row in old.execute("SELECT id, name, envelope, tries FROM lock").fetchall():
            into.execute("INSERT OR REPLACE INTO lock (id, name, envelope, tries) VALUES (?, ?, ?, ?)", row)


def _copy_table(old: sqlite3.Connection, into: sqlite3.Connection, table: str) -> int:
    """Row by row; the snapshot of the folds is left behind (it would know more than there is)."""
    columns = ("name", "body") if table == "kept" else COLUMNS[table]
    sql = f"INSERT OR REPLACE INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
    count = 0
    for row in _readable(old, table, columns):
        if None in row or (table == "kept" and row[0] != "settings"):
            continue
        # A page that was torn off reads as nothing: text then ends in zeros.
        if any(isinstance(value, str) and "\0" in value for value in row):
            continue
        into.execute(sql, row)
        count += 1
    return count


def _readable(old: sqlite3.Connection, table: str, columns: tuple[str, ...]) -> Iterator[tuple[object, ...]]:
    """The rows that can be read, in order: a range that meets damage is halved until the damage stands alone."""
    # Not by an index, which may be damaged by itself.
    sql = f"SELECT {', '.join(columns)} FROM {table} NOT INDEXED WHERE rowid BETWEEN ? AND ?"
    stack = [(1, HIGHEST)]
    failing = 0
    while stack and failing < FAILING:
        low, high = stack.pop()
        try:
            rows = old.execute(sql, (low, high)).fetchall()
        except sqlite3.Error:
            failing += 1
            middle = (low + high) // 2
            if low < high:
                stack += [(middle + 1, high), (low, middle)]
            continue
        yield from rows


def _copy_raw(aside: Path, into: sqlite3.Connection) -> int:
    """Facts as they stand in the bytes. A page may have been written twice, so the same line counts once."""
    content = b"".join(
        file.read_bytes() for name in ("", "-wal") if (file := aside.with_name(aside.name + name)).exists()
    )
    # Within a page SQLite writes from the end to the beginning.
    places = sorted(
        (found.start() for found in re.finditer(re.escape(START), content)), key=lambda at: (at // PAGE, -at)
    )
    seen: dict[str, Fact] = {}
    for at in places:
        text = content[at : at + LONGEST].split(b"\0", 1)[0].decode("utf-8", "replace")
        with contextlib.suppress(ValueError):
            given, end = json.JSONDecoder().raw_decode(text)
            fact = from_mapping(given) if isinstance(given, dict) and "\ufffd" not in text[:end] else None
            if fact is not None and from_json(text[:end]) is not None:
                seen.setdefault(text[:end], fact)
    for body, fact in seen.items():
        row = (fact.visit, fact.scene, fact.when, body)
        into.execute("INSERT INTO facts (visit, scene, at, body) VALUES (?, ?, ?, ?)", row)
    return len(seen)

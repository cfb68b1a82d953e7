"""The visits added up, without reading every fact each time: a snapshot in the file, and the newer facts on top.

A snapshot says up to which fact it knows, and at which generation (erasing, restoring and sealing make a new one).
Newer facts make their own visits be folded again from all their facts, so the answer is always that of
`progress.visits` over everything.
"""

from __future__ import annotations

import base64
import contextlib
import sqlite3
import zlib
from dataclasses import dataclass
from typing import cast

import msgspec

from trainer.practice.facts import Fact, from_json
from trainer.practice.progress import Visit, visits
from trainer.storage.collecting import no_collection
from trainer.storage.store import Store, state

SNAPSHOT = "visits-2"
"""Under which name the snapshot is kept. "visits" was its first shape; it is not read any more."""
EVERY_SHAPE = "visits%"
WALKED = "visits-walked-1"
"""Under which name the little is kept that the garden needs (see walked.py)."""
EVERY = 5_000
"""A new snapshot is written when so many facts are newer than the last one."""

PART = 20_000
"""Facts that are folded at a time."""


class _Snapshot(msgspec.Struct, array_like=True):
    generation: int
    upto: int
    visits: list[Visit]


@dataclass(slots=True)
class _Recall:
    """What this program remembers between two questions. `written` is up to where the snapshot in the file knows."""

    generation: int
    upto: int
    visits: dict[str, Visit]
    written: int


def last_fact(store: Store) -> int:
    """The number of the newest fact; 0 without any."""
    return store.connection.execute("SELECT max(id) FROM facts").fetchone()[0] or 0


def fold(store: Store) -> tuple[Visit, ...]:
    """Every visit, oldest first. On the writer thread; raises what SQLite raises."""
    if not store.stand():
        return ()
    generation = state(store.connection, "generation")
    recall = cast("_Recall | None", store.recall)
    if recall is None or recall.generation != generation:
        recall = _from_file(store, generation)
    last = last_fact(store)
    if last > recall.upto:
        _add(store, recall, last)
    store.recall = recall
    if recall.upto - recall.written >= EVERY:
        _write(store, recall)
    return tuple(recall.visits.values())


def _from_file(store: Store, generation: int) -> _Recall:
    text = store.kept(SNAPSHOT)
    if text is not None:
        with contextlib.suppress(msgspec.MsgspecError, ValueError, zlib.error):
            found = _decoded(zlib.decompress(base64.b64decode(text)))
            if found.generation == generation:
                return _Recall(generation, found.upto, {one.id: one for one in found.visits}, found.upto)
    return _Recall(generation, 0, {}, 0)


def _decoded(content: bytes) -> _Snapshot:
    with no_collection():
        return msgspec.msgpack.decode(content, type=_Snapshot)


def _add(store: Store, recall: _Recall, last: int) -> None:
    """Add the visits that are newer than the snapshot, a part at a time, so that a million facts need no more memory.

    A visit that went on is folded again from all its facts.
    """
    with no_collection():
        while recall.upto < last:
            end = min(last, recall.upto + PART)
            new: dict[str, list[Fact]] = {}
            for fact in facts_in(store.rows("facts", ("body",), {}, recall.upto, end)):
                new.setdefault(fact.visit, []).append(fact)
            for name, facts in new.items():
                whole = facts_in(store.rows("facts", ("body",), {"visit": name})) if name in recall.visits else facts
                recall.visits.update((one.id, one) for one in visits(whole))
            recall.upto = end


def facts_in(bodies: list[tuple[str, ...]]) -> list[Fact]:
    """The facts in these rows; what cannot be read is passed over."""
    return [fact for (body,) in bodies if (fact := from_json(body)) is not None]


def _put(store: Store, recall: _Recall) -> None:
    """The snapshot of what is remembered, in the transaction that is open. Raises sqlite3.Error."""
    content = _Snapshot(recall.generation, recall.upto, list(recall.visits.values()))
    # Packed: scenes and kinds come again and again, and a tenth of the bytes is read (and unsealed) at a start.
    text = base64.b64encode(zlib.compress(msgspec.msgpack.encode(content), 1)).decode()
    store.connection.execute("DELETE FROM kept WHERE name LIKE ? AND name != ?", (EVERY_SHAPE, WALKED))
    store.keep(SNAPSHOT, text)


def _carry_on(store: Store, recall: _Recall) -> None:
    """Remember this at a new generation, and keep its snapshot in the same transaction: whoever starts next, also after
    a kill, has one. A small journal is added up quickly without. Raises sqlite3.Error.
    """
    store.recall = recall
    store.connection.execute("DELETE FROM kept WHERE name = ?", (WALKED,))
    if recall.upto >= EVERY:
        _put(store, recall)
        recall.written = recall.upto


def _write(store: Store, recall: _Recall) -> None:
    """Keep a snapshot; a disk that refuses it is passed over (the next question is only slower)."""
    try:
        store.connection.execute("BEGIN IMMEDIATE")
        if store.stand() and state(store.connection, "generation") == recall.generation:
            _put(store, recall)
        store.connection.execute("COMMIT")
        recall.written = recall.upto
    except sqlite3.Error:
        with contextlib.suppress(sqlite3.Error):
            store.connection.execute("ROLLBACK")


def sealed_anew(store: Store) -> None:
    """In the transaction that seals or opens the rows, which are the same otherwise: what is known holds on.

    Raises sqlite3.Error.
    """
    generation = state(store.connection, "generation")
    recall = _before(store, generation)
    _carry_on(store, _Recall(generation, recall.upto, recall.visits, 0))


def _before(store: Store, generation: int) -> _Recall:
    """What was known at the generation before that one: from memory, else from the file."""
    recall = cast("_Recall | None", store.recall)
    if recall is None or recall.generation != generation - 1:
        recall = _from_file(store, generation - 1)
    return recall


def forget(store: Store, gone: set[str] | None) -> None:
    """In the transaction that erases: the snapshot must not know what is erased. `gone`: the visits it touched, or
    None for all of them. The visits that are left are kept, so that erasing one does not make the next start slow.

    Raises sqlite3.Error.
    """
    generation = state(store.connection, "generation")
    recall = _before(store, generation)
    store.recall = None
    store.connection.execute("DELETE FROM kept WHERE name LIKE ?", (EVERY_SHAPE,))
    if gone is None or recall.upto == 0:
        return
    left: dict[str, Visit] = {}
    for name, one in recall.visits.items():
        # A visit of which only a part was erased keeps its place.
        again = visits(facts_in(store.rows("facts", ("body",), {"visit": name}))) if name in gone else (one,)
        left.update((name, each) for each in again)
    # SQLite gives the numbers of the last rows again after they were erased.
    last = last_fact(store)
    _carry_on(store, _Recall(generation, min(recall.upto, last), left, 0))

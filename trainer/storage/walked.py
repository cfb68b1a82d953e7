"""The visits as the garden needs them, kept beside the snapshot of all visits: a million facts cost a start nothing.

It is kept, sealed and erased as that snapshot is (its name is of the same shape), and holds nothing that one lacks. See
docs/decisions/0244.
"""

from __future__ import annotations

import base64
import contextlib
import sqlite3
import zlib

import msgspec

from trainer.practice.progress import Walked, visits, walked
from trainer.storage import folds
from trainer.storage.store import Store, state


class _Kept(msgspec.Struct, array_like=True):
    generation: int
    walked: Walked


def fold_walked(store: Store, at_once: bool = False) -> Walked:
    """All visits added up for the garden. `at_once`: nothing where that takes long, because no snapshot is kept.

    On the writer thread; raises what SQLite raises.
    """
    if not store.stand():
        return Walked()
    generation, last = state(store.connection, "generation"), folds.last_fact(store)
    kept = _from_file(store, generation) if last >= folds.EVERY else None
    if kept is not None and kept.upto == last:
        return kept
    now = _went_on(store, kept, last) if kept is not None else None
    if now is None and at_once and last >= folds.EVERY and store.recall is None:
        return Walked()
    if now is None:
        now = walked(folds.fold(store), last)
    if last >= folds.EVERY:  # fewer are added up quickly without
        _write(store, generation, now)
    return now


def _from_file(store: Store, generation: int) -> Walked | None:
    text = store.kept(folds.WALKED)
    if text is not None:
        with contextlib.suppress(msgspec.MsgspecError, ValueError, zlib.error):
            found = msgspec.msgpack.decode(zlib.decompress(base64.b64decode(text)), type=_Kept)
            if found.generation == generation:
                return found.walked
    return None


def _went_on(store: Store, kept: Walked, last: int) -> Walked | None:
    """With the visits that came since; None where a visit went on that is in it already, or where there are many."""
    if not 0 < last - kept.upto < folds.EVERY:
        return None
    new = visits(folds.facts_in(store.rows("facts", ("body",), {}, kept.upto, last)))
    if any(store.rows("facts", ("visit",), {"visit": one.id}, 0, kept.upto) for one in new):
        return None
    return walked(new, last, kept)


def _write(store: Store, generation: int, now: Walked) -> None:
    """Keep it; a disk that refuses is passed over (the next start is only slower)."""
    text = base64.b64encode(zlib.compress(msgspec.msgpack.encode(_Kept(generation, now)), 1)).decode()
    try:
        store.connection.execute("BEGIN IMMEDIATE")
        if store.stand() and state(store.connection, "generation") == generation:
            store.keep(folds.WALKED, text)
        store.connection.execute("COMMIT")
    except sqlite3.Error:
        with contextlib.suppress(sqlite3.Error):
            store.connection.execute("ROLLBACK")

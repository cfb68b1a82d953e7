"""Killing a writer at random moments, many times, and looking at what is left each time.

`python -m tests.helpers.killing TIMES SEED [FOLDER]` prints one line of JSON. Children are forked from this small
process, so that one round takes milliseconds and the moment of death can fall anywhere in the work.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

from trainer.practice.facts import Fact
from trainer.storage import eraser
from trainer.storage.backup import backup, restore
from trainer.storage.database import set_aside_files
from trainer.storage.journal import Journal
from trainer.storage.ledger import Ledger
from trainer.storage.lock import Lock
from trainer.storage.sealing import Cost

CHEAP = Cost(64, 1, 1)
PASSPHRASES = ("correct horse", "battery staple")
ERASED = "erased-scene/x"


def work(folder: Path, out: int, seed: int, first: int) -> None:
    """Write, erase, lock, change, remove, back up and restore, for ever; say on `out` what was acknowledged."""
    chance = random.Random(seed)
    ledger = Ledger(folder / "journal.sqlite3")
    ledger.open()
    journal, lock = Journal(ledger), Lock(ledger, cost=CHEAP)
    key = opened(lock)
    turn = first
    while True:
        job = chance.choice(("write", "write", "write", "erase", "lock", "change", "remove", "backup"))
        if job == "write":
            turns = list(range(turn, turn + chance.randint(1, 9)))
            for one in turns:
                journal.append(Fact("answered", f"v{one % 5}", "kept/x", "2026-11-22T19:30", turn=one, words="w" * 200))
                journal.append(Fact("hint", "gone", ERASED, "2026-11-22T19:30", turn=one))
            turn = turns[-1] + 1
            if journal.flush():
                os.write(out, b"".join(b"%d\n" % one for one in turns))
        elif job == "erase":
            eraser.erase(ledger, eraser.of_scene(ERASED))
        elif job == "lock" and lock.state() == "none":
            key = chance.choice(PASSPHRASES)
            lock.set(key, "pause = 5.0")
        elif job == "change" and lock.state() == "open":
            new = chance.choice(PASSPHRASES)
            key = key if lock.change(key, new) else new
        elif job == "remove" and lock.state() == "open":
            lock.remove(key)
        elif job == "backup" and not backup(ledger, folder / "moved.engawa").code and chance.random() < 0.5:
            restore(ledger, folder / "moved.engawa")
            key = opened(lock)


def opened(lock: Lock) -> str:
    """Open the lock with whichever passphrase holds; "" when there is none."""
    if lock.state() == "none":
        return ""
    return next(one for one in PASSPHRASES if lock.open(one) == "")


def one_round(folder: Path, chance: random.Random, told: set[int], number: int) -> None:
    """Fork a writer, kill it after a moment, add what it acknowledged to `told`; no two writers use the same turns."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        try:
            work(folder, write, chance.randrange(1 << 30), number * 100_000)
        finally:
            os._exit(1)
    os.close(write)
    time.sleep(chance.uniform(0.0, 0.2))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(read) as pipe:
        lines = pipe.read().split("\n")[:-1]
    told.update(int(line) for line in lines)


def look(folder: Path, told: set[int]) -> None:
    """Every acknowledged fact is there, none twice, the database is valid, nothing was set aside."""
    path = folder / "journal.sqlite3"
    ledger = Ledger(path)
    assert ledger.open() == "", ledger.code
    opened(Lock(ledger, cost=CHEAP))
    facts = [fact for fact in Journal(ledger).facts() if fact.kind == "answered"]
    turns = [fact.turn for fact in facts]
    assert len(turns) == len(set(turns)), "a fact is there twice"
    assert told <= set(turns), f"lost: {sorted(told - set(turns))[:5]}"
    visits = Journal(ledger).visits()
    assert sum(one.answers for one in visits) == len(turns)
    assert ledger.run(lambda store: store.connection.execute("PRAGMA integrity_check").fetchall(), []) == [("ok",)]
    ledger.close()
    assert not set_aside_files(path)
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM state WHERE name = 'sweep' AND value = 1").fetchone() == (0,)
    connection.close()


def main(times: int, seed: int, folder: Path) -> int:
    """Kill so many times; an AssertionError says what was lost."""
    chance = random.Random(seed)
    told: set[int] = set()
    for number in range(times):
        one_round(folder, chance, told, number)
        look(folder, told)
    print(json.dumps({"killed": times, "acknowledged": len(told), "seed": seed}))
    return 0


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="engawa-killing-") as made:
        sys.exit(main(int(sys.argv[1]), int(sys.argv[2]), Path(made)))

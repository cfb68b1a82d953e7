"""What a million facts cost: python tests/bench/records.py [FACTS]; `... kill 500` kills a writer 500 times."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from trainer.practice.facts import Fact, to_json  # noqa: E402
from trainer.practice.map import stones  # noqa: E402
from trainer.practice.progress import been, goals, ways  # noqa: E402
from trainer.storage import eraser  # noqa: E402
from trainer.storage.backup import backup  # noqa: E402
from trainer.storage.journal import Journal  # noqa: E402
from trainer.storage.ledger import Ledger  # noqa: E402
from trainer.storage.lock import Lock  # noqa: E402

A_VISIT = 25


def facts_of(number: int) -> list[Fact]:
    """One visit as it usually is: 25 facts."""
    visit, scene = f"2026-11-22-{number:08x}", f"errands/scene-{number % 120}"
    when = f"20{10 + number // 5000 % 80:02d}-{number // 400 % 12 + 1:02d}-{number // 14 % 28 + 1:02d}T10:00"
    made = [Fact("began", visit, scene, when), Fact("tension-before", visit, scene, when, value=number % 11)]
    for turn in range(A_VISIT - 5):
        made.append(Fact("answered", visit, scene, when, f"moment-{turn}", turn, "choose", "yes-please"))
    made.append(Fact("goal", visit, scene, when, detail="thanks"))
    made.append(Fact("finished", visit, scene, when))
    return [*made, Fact("tension-after", visit, scene, when, value=number % 7)]


def fill(path: Path, count: int) -> None:
    """Facts straight into the file: how they came there is not what is measured."""
    ledger = Ledger(path)
    ledger.open()

    def rows(start: int, end: int) -> list[tuple[str, str, str, str]]:
        return [(one.visit, one.scene, one.when, to_json(one)) for n in range(start, end) for one in facts_of(n)]

    def write(store) -> None:  # type: ignore[no-untyped-def]
        store.connection.execute("BEGIN")
        for start in range(0, count // A_VISIT, 1000):
            part = rows(start, min(start + 1000, count // A_VISIT))
            store.connection.executemany("INSERT INTO facts (visit, scene, at, body) VALUES (?, ?, ?, ?)", part)
        store.connection.execute("COMMIT")

    ledger.run(write, None, 600)
    ledger.close()


def timed(name: str, budget: float, call: Callable[[], object]) -> None:
    """Print milliseconds beside what they may be (0: no budget, for information)."""
    began, computed = time.perf_counter(), time.process_time()
    call()
    took, computed = (time.perf_counter() - began) * 1000, (time.process_time() - computed) * 1000
    mark = "" if not budget else f"  (budget {budget:.0f} ms) {'ok' if took <= budget else 'OVER'}"
    print(f"{name:50s} {took:10.1f} ms, computing {computed:8.1f} ms{mark}", flush=True)


def appends(journal: Journal, times: int, durable: bool) -> float:
    """99th percentile of one append in ms."""
    took = []
    for number in range(times):
        fact = facts_of(10_000_000 + number)[0]
        began = time.perf_counter()
        journal.append(fact)
        if durable:
            journal.flush()
        took.append(time.perf_counter() - began)
    return sorted(took)[int(times * 0.99)] * 1000


def garden(journal: Journal) -> None:
    """All that the garden asks of the record."""
    visited = journal.visits()
    been(visited), goals(visited), ways(visited), stones((), visited)


def main(count: int) -> int:
    """Measure everything once."""
    with tempfile.TemporaryDirectory(prefix="engawa-bench-") as folder:
        path = Path(folder) / "journal.sqlite3"
        fill(path, count)
        print(f"{count} facts, {path.stat().st_size / 1e6:.0f} MB")
        ledger = Ledger(path)
        timed("open", 50, ledger.open)
        journal = Journal(ledger)
        timed("garden, the very first time (no snapshot yet)", 0, lambda: garden(journal))
        ledger.close()
        ledger = Ledger(path)
        ledger.open()
        journal = Journal(ledger)
        timed("garden after a start", 300, lambda: garden(journal))
        for one in facts_of(20_000_000):
            journal.append(one)
        timed("garden after one more visit", 300, lambda: garden(journal))
        for durable, name in ((False, "append"), (True, "append and wait until it is acknowledged")):
            p99 = appends(journal, 2000, durable)
            print(f"{name + ', 99th percentile':58s} {p99:10.3f} ms  (budget 2 ms) {'ok' if p99 <= 2 else 'OVER'}")
        timed("everything in plain words is read (facts())", 0, journal.facts)
        timed("erase one visit", 0, lambda: eraser.erase(ledger, eraser.of_visit("2026-11-22-00000007")))
        timed("garden after it", 300, lambda: garden(journal))
        timed("backup", 0, lambda: backup(ledger, Path(folder) / "b.engawa"))
        lock = Lock(ledger)
        timed("lock", 0, lambda: lock.set("correct horse"))
        timed("garden behind the lock, first time", 0, lambda: garden(journal))
        timed("garden behind the lock", 300, lambda: garden(journal))
        lock.close()
        timed("open the lock", 0, lambda: lock.open("correct horse"))
        timed("garden after opening the lock", 300, lambda: garden(journal))
        timed("unlock", 0, lambda: lock.remove("correct horse"))
        timed("erase everything", 2000, lambda: eraser.erase(ledger, eraser.everything()))
        ledger.close()
    return 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["kill"]:
        command = [sys.executable, "-m", "tests.helpers.killing", *(sys.argv[2:3] or ["500"]), "1"]
        sys.exit(subprocess.run(command, cwd=ROOT, check=False).returncode)
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000))

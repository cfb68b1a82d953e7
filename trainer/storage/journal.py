"""The journal: facts of practice, append-only, one line of JSON each."""

from __future__ import annotations

import os
from datetime import datetime

from trainer.practice.facts import Fact, from_json, to_json
from trainer.practice.progress import Visit, Walked
from trainer.storage.folds import fold
from trainer.storage.ledger import Ledger
from trainer.storage.store import Row
from trainer.storage.walked import fold_walked


def new_visit_id(now: datetime | None = None) -> str:
    """A name for a visit that nothing else has: its day, and eight random hexadecimal digits."""
    return f"{(now or datetime.now()).date().isoformat()}-{os.urandom(4).hex()}"


def minute(now: datetime | None = None) -> str:
    """The local day and time to the minute, as facts carry it (`2026-11-22T19:30`)."""
    return (now or datetime.now()).strftime("%Y-%m-%dT%H:%M")


class Journal:
    """Facts in, facts out. Appending returns at once and never raises."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def append(self, fact: Fact) -> None:
        """Keep a fact."""
        self._ledger.append(Row("facts", fact.visit, fact.scene, fact.when, (("body", to_json(fact)),)))

    def flush(self, seconds: float = 5.0) -> bool:
        """True when every fact appended so far is on the disk."""
        return self._ledger.flush(seconds)

    def facts(self) -> tuple[Fact, ...]:
        """Every fact, oldest first; a line that cannot be read is passed over (and stays where it is)."""
        rows = self._ledger.rows("facts", ("body",))
        return tuple(fact for (body,) in rows if (fact := from_json(body)) is not None)

    def facts_of(self, visit: str) -> tuple[Fact, ...]:
        """The facts of one visit, in order."""
        rows = self._ledger.rows("facts", ("body",), {"visit": visit})
        return tuple(fact for (body,) in rows if (fact := from_json(body)) is not None)

    def visits(self) -> tuple[Visit, ...]:
        """Every visit added up, oldest first: the same as `progress.visits(facts())`, but quick (see folds.py)."""
        nothing: tuple[Visit, ...] = ()
        return self._ledger.run(fold, nothing, 60.0)

    def walked(self, at_once: bool = False) -> Walked:
        """The visits as the garden needs them: the same as `progress.walked(visits())`, quick after any number.

        `at_once`: none of them, where a large record was never added up (it came from elsewhere).
        """
        return self._ledger.run(lambda store: fold_walked(store, at_once), Walked(), 60.0)

    def words(self) -> int:
        """How many facts carry the trainee's own words."""
        return sum(one.worded for one in self.visits())

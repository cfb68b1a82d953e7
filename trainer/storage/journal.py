"""The journal: facts of practice, append-only, one line of JSON each."""

from __future__ import annotations

import secrets
from datetime import datetime

from trainer.practice.facts import Fact, from_json, to_json
from trainer.storage.ledger import Ledger, Row


def new_visit_id(now: datetime | None = None) -> str:
    """A name for a visit that nothing else has: its day, and eight random hexadecimal digits."""
    return f"{(now or datetime.now()).date().isoformat()}-{secrets.token_hex(4)}"


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
        rows = self._ledger.read("SELECT body FROM facts ORDER BY id")
        return tuple(fact for (body,) in rows if (fact := from_json(body)) is not None)

    def facts_of(self, visit: str) -> tuple[Fact, ...]:
        """The facts of one visit, in order."""
        rows = self._ledger.read("SELECT body FROM facts WHERE visit = ? ORDER BY id", (visit,))
        return tuple(fact for (body,) in rows if (fact := from_json(body)) is not None)

"""What a scene remembers from one visit to the next (`memory ... keep` in its sheet)."""

from __future__ import annotations

import msgspec

from trainer.script import Value
from trainer.storage.ledger import Ledger
from trainer.storage.store import Row


class MemoryKept:
    """Kept values per scene (`pack/scene`); the latest one counts."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def keep(self, scene: str, name: str, value: Value, visit: str, at: str) -> None:
        """Remember a value for the next visit. `at` is the local minute; returns at once."""
        text = msgspec.json.encode(value).decode("utf-8")
        self._ledger.append(Row("memory", visit, scene, at, (("name", name), ("value", text))))

    def kept(self, scene: str, but: str = "") -> dict[str, Value]:
        """What that scene remembers; `but` leaves out what the visit of that id added (to go back to its beginning)."""
        rows = self._ledger.rows("memory", ("name", "value", "visit"), {"scene": scene})
        return {
            name: value
            for name, text, visit in rows
            if (not but or visit != but) and (value := _value(text)) is not None
        }

    def all(self) -> tuple[tuple[str, str, Value], ...]:
        """Everything remembered as (scene, name, value): for showing it to the trainee."""
        rows = self._ledger.rows("memory", ("scene", "name", "value"))
        return tuple((scene, name, value) for scene, name, text in rows if (value := _value(text)) is not None)


def _value(text: str) -> Value | None:
    try:
        return msgspec.json.decode(text, type=int | str)
    except msgspec.MsgspecError:
        return None

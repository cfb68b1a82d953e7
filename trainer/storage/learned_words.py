"""The trainee's own words that they confirmed for a reply: one more example, on this computer only."""

from __future__ import annotations

from trainer.storage.ledger import Ledger
from trainer.storage.store import Row

MOST = 12
"""Wordings that are used for one reply: the latest ones."""


class LearnedWords:
    """Confirmed words per scene (`pack/scene`), moment and reply; erasable with everything else."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def learn(self, scene: str, moment: str, reply: str, words: str, visit: str, at: str) -> None:
        """Keep these words for that reply. `at` is the local minute; returns at once."""
        told = " ".join(words.split())
        if told:
            values = (("moment", moment), ("reply", reply), ("words", told))
            self._ledger.append(Row("learned", visit, scene, at, values))

    def learned(self, scene: str, moment: str) -> dict[str, tuple[str, ...]]:
        """The words per reply in that moment, latest first, at most MOST each."""
        rows = self._ledger.rows("learned", ("reply", "words"), {"scene": scene, "moment": moment})
        found: dict[str, list[str]] = {}
        for reply, words in reversed(rows):
            found.setdefault(reply, []).append(words)
        return {reply: tuple(words[:MOST]) for reply, words in found.items()}

    def of_scene(self, scene: str) -> tuple[tuple[str, str, str], ...]:
        """What was learnt in one scene as (moment, reply, words), oldest first."""
        rows = self._ledger.rows("learned", ("moment", "reply", "words"), {"scene": scene})
        return tuple((moment, reply, words) for moment, reply, words in rows)

    def all(self) -> tuple[tuple[str, str, str, str], ...]:
        """Everything learnt as (scene, moment, reply, words), oldest first: for showing it to the trainee."""
        rows = self._ledger.rows("learned", ("scene", "moment", "reply", "words"))
        return tuple((scene, moment, reply, words) for scene, moment, reply, words in rows)

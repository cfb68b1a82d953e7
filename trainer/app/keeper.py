"""Where a visit's facts go: journal, learnt words and scene memory, stamped with the visit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from trainer.conversation.effects import Record
from trainer.practice.facts import Fact, VisitStamp, of_record
from trainer.script import Value
from trainer.settings import Settings
from trainer.storage.journal import Journal
from trainer.storage.learned_words import LearnedWords
from trainer.storage.memory_kept import MemoryKept


class VisitKeeper:
    """Implements the runner's `Keeper`. What is learnt is read once, when the visit begins."""

    def __init__(
        self,
        stamp: VisitStamp,
        journal: Journal,
        learnt: LearnedWords,
        memory: MemoryKept,
        settings: Callable[[], Settings],
        set_out: str = "",
        before: Iterable[Fact] = (),
    ) -> None:
        """`set_out` goes with the "began" fact; `before` are the facts of the same visit until it was left."""
        self.stamp = stamp
        self.facts: list[Fact] = list(before)
        self._set_out = set_out
        self._journal = journal
        self._learnt = learnt
        self._memory = memory
        self._settings = settings
        self._words: dict[str, dict[str, tuple[str, ...]]] = {}
        if settings().learn_my_words:
            for moment, reply, words in learnt.of_scene(stamp.scene):
                self._add(moment, reply, words)

    def append(self, fact: Fact) -> None:
        """Keep a fact of this visit (also those of the pages before and after)."""
        self.facts.append(fact)
        self._journal.append(fact)

    def record(self, record: Record) -> None:
        """A plain fact of the conversation."""
        fact = of_record(record, self.stamp, self._settings().keep_words)
        self.append(replace(fact, detail=self._set_out) if fact.kind == "began" else fact)

    def keep(self, name: str, value: Value) -> None:
        """A value for the next visit."""
        self._memory.keep(self.stamp.scene, name, value, self.stamp.visit, self.stamp.when)

    def learn(self, moment: str, reply: str, words: str) -> None:
        """The trainee's own words for a reply, unless they turned that off."""
        if self._settings().learn_my_words and words.strip():
            self._learnt.learn(self.stamp.scene, moment, reply, words, self.stamp.visit, self.stamp.when)
            self._add(moment, reply, words)

    def learned(self, moment: str) -> Mapping[str, tuple[str, ...]]:
        """Words learnt for that moment, by reply; none when that is turned off, also in the middle of a visit."""
        return self._words.get(moment, {}) if self._settings().learn_my_words else {}

    def _add(self, moment: str, reply: str, words: str) -> None:
        known = self._words.setdefault(moment, {})
        if words not in known.get(reply, ()):
            known[reply] = (*known.get(reply, ()), words)

"""Practise, export, erase, lock, open, close, back up, restore, end the program: in any order the promises hold."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.helpers.facts import fact
from tests.helpers.records import holding, lock_of
from trainer.practice.facts import VisitStamp, words_after
from trainer.practice.plain import KeptRecords, records_text
from trainer.practice.progress import visits
from trainer.practice.share import ITEMS, Choices, Names, own_words, page_csv, share_page
from trainer.storage import eraser, folds
from trainer.storage.backup import backup, restore
from trainer.storage.journal import Journal
from trainer.storage.learned_words import LearnedWords
from trainer.storage.ledger import Ledger
from trainer.storage.memory_kept import MemoryKept

PASSPHRASES = ("correct horse", "battery staple")
MARK = "zebramark"
ANSWER, REFLECTION = "an-answer", "a-reflection"


class Records(RuleBasedStateMachine):
    """`facts` is what must be there; `sealed` whether anything may be readable in the files."""

    def __init__(self) -> None:
        super().__init__()
        self.made = tempfile.TemporaryDirectory(prefix="engawa-order-")
        self.folder = Path(self.made.name)
        self.path = self.folder / "data" / "journal.sqlite3"
        self.every, folds.EVERY = folds.EVERY, 3
        self.turn = 0
        self.facts: list = []
        self.waiting: list = []
        self.backup: tuple[list, str] | None = None
        self.passphrase = ""
        self.open = True
        self.begin()

    def begin(self) -> None:
        self.ledger = Ledger(self.path)
        assert self.ledger.open() == ""
        self.journal, self.lock = Journal(self.ledger), lock_of(self.ledger)

    def teardown(self) -> None:
        folds.EVERY = self.every
        self.ledger.close()
        self.made.cleanup()

    @rule(visit=st.integers(0, 3), back=st.booleans())
    def practise(self, visit: int, back: bool) -> None:
        self.turn += 1
        name, scene, when = f"v{visit}{MARK}", f"{MARK}/s{visit % 2}", f"2026-11-{20 + visit}T10:00"
        told = [fact(visit=name, scene=scene, when=when, turn=self.turn, words=f"{MARK} {ANSWER}", way="type")]
        told += [words_after(VisitStamp(name, scene, when), "?", f"{MARK} {REFLECTION}")]
        told += [fact("taken-back", name, scene, when, turn=self.turn)] if back else []
        for one in told:
            self.journal.append(one)
        (self.facts if self.open else self.waiting).extend(told)
        LearnedWords(self.ledger).learn(scene, "m", "yes", MARK, name, when)
        MemoryKept(self.ledger).keep(scene, "pet", MARK, name, when)
        assert self.journal.flush() is self.open

    @rule(what=st.sampled_from(["visit", "scene", "since", "everything"]), which=st.integers(0, 3))
    def erase(self, what: str, which: int) -> None:
        name, scene, day = f"v{which}{MARK}", f"{MARK}/s{which % 2}", f"2026-11-{20 + which}"
        chosen = {
            "visit": eraser.of_visit(name),
            "scene": eraser.of_scene(scene),
            "since": eraser.since(day),
            "everything": eraser.everything(),
        }[what]
        goes = {
            "visit": lambda one: one.visit == name,
            "scene": lambda one: one.scene == scene,
            "since": lambda one: one.when >= day,
            "everything": lambda one: True,
        }[what]
        done = eraser.erase(self.ledger, chosen).complete
        assert done is (self.open or what == "everything")
        self.waiting = [one for one in self.waiting if not goes(one)]
        if done:
            self.facts = [one for one in self.facts if not goes(one)]
        if not self.open and done:
            self.passphrase, self.open = "", True
            self.facts, self.waiting = self.waiting, []
            self.journal.flush()

    @rule(new=st.sampled_from(PASSPHRASES))
    def set_lock(self, new: str) -> None:
        assert self.lock.set(new, f"voice = '{MARK}'") == ("lock-there" if self.passphrase else "")
        self.passphrase = self.passphrase or new

    @precondition(lambda self: self.passphrase)
    @rule()
    def close_lock(self) -> None:
        self.lock.close()
        self.open = False

    @precondition(lambda self: self.passphrase)
    @rule(given=st.sampled_from(PASSPHRASES))
    def open_lock(self, given: str) -> None:
        self.fresh()
        right = given == self.passphrase
        assert self.lock.open(given) == ("" if right else "lock-other")
        self.opened(right)

    def fresh(self) -> None:
        """The clock of these tests stands still: another passphrase would wait for ever."""
        self.ledger.run(lambda store: store.connection.execute("UPDATE lock SET tries = 0").rowcount, 0)

    def opened(self, right: bool) -> None:
        if right:
            self.open = True
            self.facts, self.waiting = self.facts + self.waiting, []
            assert self.journal.flush()

    @precondition(lambda self: self.passphrase)
    @rule(given=st.sampled_from(PASSPHRASES), new=st.sampled_from(PASSPHRASES))
    def change_lock(self, given: str, new: str) -> None:
        self.fresh()
        right = given == self.passphrase
        assert self.lock.change(given, new) == ("" if right else "lock-other")
        self.passphrase = new if right else self.passphrase
        self.opened(right)

    @precondition(lambda self: self.passphrase)
    @rule(given=st.sampled_from(PASSPHRASES))
    def remove_lock(self, given: str) -> None:
        self.fresh()
        right = given == self.passphrase
        assert self.lock.remove(given) == ("" if right else "lock-other")
        self.passphrase = "" if right else self.passphrase
        self.opened(right)

    @rule(ticked=st.booleans())
    def export(self, ticked: bool) -> None:
        """The page to show somebody: answers never, own words only when they are ticked one by one."""
        journal = self.journal
        words = own_words(journal.facts(), Names())
        choices = Choices(frozenset(ITEMS), frozenset(one.key for one in words) if ticked else frozenset())
        page = page_csv(share_page(journal.visits(), words, choices, Names(), "en"))
        reflections = sum(1 for one in self.facts if self.open and one.kind == "words-after")
        assert page.count(ANSWER) == 0
        assert page.count(REFLECTION) == (reflections if ticked else 0)

    @rule()
    def back_up(self) -> None:
        assert backup(self.ledger, self.folder / "b.engawa").code == ""
        self.backup = (list(self.facts), self.passphrase)

    @precondition(lambda self: self.backup is not None)
    @rule(damaged=st.booleans())
    def put_back(self, damaged: bool) -> None:
        content = (self.folder / "b.engawa").read_bytes()
        (self.folder / "c.engawa").write_bytes(content[:-3] + b"???" if damaged else content)
        code = restore(self.ledger, self.folder / "c.engawa").code
        assert code == ("backup-damaged" if damaged else "" if self.open else "lock-closed")
        if not code and self.backup is not None:
            facts, passphrase = self.backup
            self.facts = list(facts)
            if passphrase:
                self.passphrase, self.open = passphrase, False

    @rule()
    def end_and_begin_again(self) -> None:
        self.ledger.close()
        # Facts that came while the lock was closed were told to be waiting, not kept.
        self.waiting = []
        self.begin()
        self.open = not self.passphrase

    @invariant()
    def everything_that_is_kept_is_there_once(self) -> None:
        assert self.lock.state() == ("none" if not self.passphrase else "open" if self.open else "closed")
        shown = self.facts if self.open else []
        assert list(self.journal.facts()) == shown
        assert self.journal.visits() == visits(shown)
        text = records_text(KeptRecords(self.journal.facts()), "en")
        assert text.count(f"“{MARK} ") == sum(1 for one in shown if one.words)

    @invariant()
    def nothing_can_be_read_that_may_not(self) -> None:
        if self.passphrase:
            assert holding([self.folder / "data"], (MARK,)) == []


Records.TestCase.settings = settings(max_examples=20, stateful_step_count=20, deadline=None)
TestAnyOrder = Records.TestCase

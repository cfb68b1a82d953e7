"""A journal to test with: planted words, a cheap lock, looking into every file."""

from __future__ import annotations

from pathlib import Path

from tests.helpers.facts import fact
from trainer.storage.journal import Journal
from trainer.storage.learned_words import LearnedWords
from trainer.storage.ledger import Ledger
from trainer.storage.lock import Lock
from trainer.storage.memory_kept import MemoryKept
from trainer.storage.sealing import Cost

CHEAP = Cost(64, 1, 1)
"""Argon2id as fast as it goes: what it costs is not under test."""
PASSPHRASE = "correct horse 馬"
WORDS = tuple(f"planted{number:02d}zebra" for number in range(50))


def lock_of(ledger: Ledger, clock=None) -> Lock:
    return Lock(ledger, clock or (lambda: 0.0), CHEAP)


def opened(path: Path) -> Ledger:
    ledger = Ledger(path)
    ledger.open()
    return ledger


def plant(ledger: Ledger, words: tuple[str, ...] = WORDS) -> None:
    """Each word once in every place that the trainee's words or the names of scenes can come to."""
    for number, word in enumerate(words):
        visit, scene = f"v-{word}", f"pack/{word}"
        Journal(ledger).append(fact(visit=visit, scene=scene, turn=number, words=word, moment=word, reply=word))
        LearnedWords(ledger).learn(scene, word, word, f"{word} please", visit, "2026-11-22T19:30")
        MemoryKept(ledger).keep(scene, word, word, visit, "2026-11-22T19:30")
    assert ledger.flush()


def holding(folders: list[Path], words: tuple[str, ...] = WORDS) -> list[str]:
    """The files that hold any of the words, in any of the encodings that a program might have written."""
    needles = [word.encode(encoding) for word in words for encoding in ("utf-8", "utf-16-le", "utf-16-be")]
    found = []
    for folder in folders:
        for path in folder.rglob("*"):
            if path.is_file():
                content = path.read_bytes().lower()
                found += [str(path)] if any(needle in content for needle in needles) else []
    return found

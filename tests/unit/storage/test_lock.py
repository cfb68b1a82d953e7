"""The lock: without the passphrase nothing can be read, and setting, changing or removing it never loses a thing."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from tests.helpers.disk import full_disk
from tests.helpers.facts import fact
from tests.helpers.records import CHEAP, PASSPHRASE, WORDS, holding, lock_of, opened, plant
from trainer.storage import eraser
from trainer.storage.database import set_aside_files
from trainer.storage.journal import Journal
from trainer.storage.learned_words import LearnedWords
from trainer.storage.lock import Lock
from trainer.storage.memory_kept import MemoryKept
from trainer.storage.sealing import Cost, Seal, SealError, new_seal, unwrap, wrap


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "journal.sqlite3"


@pytest.fixture
def ledger(path: Path):
    one = opened(path)
    yield one
    one.close()


def test_no_planted_word_is_left_in_any_file(ledger, path: Path, tmp_path: Path, monkeypatch) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    plant(ledger)
    places = [path.parent, temporary]
    assert holding(places)
    lock = lock_of(ledger)
    assert lock.set(PASSPHRASE, f'voice = "{WORDS[0]}"') == ""
    assert lock.state() == "open"
    assert holding(places) == []
    # What comes while it is open is sealed as well, in every file, also in the write-ahead log.
    plant(ledger, tuple(f"{word}later" for word in WORDS))
    assert holding(places) == []
    assert len(Journal(ledger).facts()) == 100
    ledger.close()
    assert holding(places) == []


def test_behind_the_lock_everything_is_as_it_was(ledger, path: Path) -> None:
    plant(ledger)
    before = (Journal(ledger).facts(), LearnedWords(ledger).all(), MemoryKept(ledger).all())
    lock_of(ledger).set(PASSPHRASE, "pause = 5.0\n")
    ledger.close()
    again = opened(path)
    lock = lock_of(again)
    assert lock.state() == "closed"
    assert (Journal(again).facts(), LearnedWords(again).all(), MemoryKept(again).all()) == ((), (), ())
    assert Journal(again).visits() == ()
    assert lock.settings() is None
    assert lock.open("another passphrase") == "lock-other"
    assert lock.open(PASSPHRASE) == ""
    assert (Journal(again).facts(), LearnedWords(again).all(), MemoryKept(again).all()) == before
    assert Journal(again).facts_of(f"v-{WORDS[3]}")[0].words == WORDS[3]
    assert LearnedWords(again).learned(f"pack/{WORDS[3]}", WORDS[3]) == {WORDS[3]: (f"{WORDS[3]} please",)}
    assert lock.settings() == "pause = 5.0\n"
    assert lock.remove(PASSPHRASE) == ""
    assert lock.state() == "none"
    assert (Journal(again).facts(), LearnedWords(again).all(), MemoryKept(again).all()) == before
    again.close()


def test_a_wording_is_learnt_once_behind_the_lock_too(ledger) -> None:
    lock_of(ledger).set(PASSPHRASE)
    for _ in range(3):
        LearnedWords(ledger).learn("a/b", "m", "yes", "please do", "v", "2026-11-22T19:30")
        MemoryKept(ledger).keep("a/b", "pet", 3, "v", "2026-11-22T19:30")
    assert len(LearnedWords(ledger).all()) == 1
    assert MemoryKept(ledger).all() == (("a/b", "pet", 3),)


def test_what_comes_while_it_is_closed_waits_and_is_kept_when_it_opens(ledger) -> None:
    lock = lock_of(ledger)
    lock.set(PASSPHRASE)
    lock.close()
    Journal(ledger).append(fact(words=WORDS[0]))
    assert Journal(ledger).flush() is False
    assert ledger.code == "journal-locked"
    assert holding([ledger.path.parent]) == []
    assert lock.open(PASSPHRASE) == ""
    assert Journal(ledger).flush() is True
    assert ledger.code == ""
    assert [one.words for one in Journal(ledger).facts()] == [WORDS[0]]


def test_another_passphrase_from_now_on(ledger, path: Path) -> None:
    plant(ledger)
    lock = lock_of(ledger)
    assert lock.change("old one here", "new one here") == "lock-none"
    lock.set(PASSPHRASE)
    before = path.read_bytes()
    assert lock.change("not this one", "new one here") == "lock-other"
    assert lock.change(PASSPHRASE, "short") == "lock-short"
    assert lock.change(PASSPHRASE, "new one here") == ""
    assert len(Journal(ledger).facts()) == 50
    lock.close()
    assert lock.open(PASSPHRASE) == "lock-other"
    assert lock.open("new one here") == ""
    assert path.read_bytes() != before


def test_another_passphrase_is_tried_more_and_more_slowly(ledger, path: Path) -> None:
    now = [100.0]
    lock = lock_of(ledger, lambda: now[0])
    lock.set(PASSPHRASE)
    lock.close()
    waits = []
    for _ in range(9):
        assert lock.open("not this one") == "lock-other"
        waits.append(lock.wait())
        now[0] += lock.wait()
    assert waits[:3] == [0.0, 0.0, 1.0]
    assert waits == sorted(waits)
    assert waits[-1] == 60.0
    assert lock.open("not this one") == "lock-other"
    assert lock.open(PASSPHRASE) == "lock-wait"
    # Ending the program saves nothing: a new one waits as long.
    assert lock_of(ledger, lambda: now[0]).wait() == 60.0
    now[0] += 60.0
    assert lock.open(PASSPHRASE) == ""
    assert lock.wait() == 0.0


def test_codes_for_what_makes_no_sense(ledger) -> None:
    lock = lock_of(ledger)
    assert lock.state() == "none"
    assert lock.open(PASSPHRASE) == "lock-none"
    assert lock.remove(PASSPHRASE) == "lock-none"
    assert lock.keep_settings("x") == "lock-closed"
    assert lock.set("     a ") == "lock-short"
    assert lock.set(PASSPHRASE) == ""
    assert lock.set(PASSPHRASE) == "lock-there"


def test_the_same_passphrase_from_another_keyboard(ledger) -> None:
    lock = lock_of(ledger)
    lock.set("がぎぐげご123")
    lock.close()
    assert lock.open("がぎぐげご１２３") == ""


def test_a_full_disk_leaves_everything_as_it_was(ledger, path: Path) -> None:
    plant(ledger)
    lock = lock_of(ledger)
    with full_disk(path.stat().st_size // 2):
        assert lock.set(PASSPHRASE) == "lock-not-kept"
    assert lock.state() == "none"
    assert len(Journal(ledger).facts()) == 50
    assert lock.set(PASSPHRASE) == ""
    with full_disk(path.stat().st_size // 2):
        assert lock.remove(PASSPHRASE) == "lock-not-kept"
    assert lock.state() == "open"
    assert len(Journal(ledger).facts()) == 50


@pytest.mark.parametrize(
    ("selection", "left"),
    [
        (eraser.of_scene(f"pack/{WORDS[0]}"), 49),
        (eraser.of_visit(f"v-{WORDS[0]}"), 49),
        (eraser.since("2026-11-22"), 0),
        (eraser.since("2026-11-23"), 50),
        (eraser.everything(), 0),
    ],
)
def test_erasing_behind_the_lock(ledger, selection: eraser.Selection, left: int) -> None:
    plant(ledger)
    lock_of(ledger).set(PASSPHRASE)
    assert len(Journal(ledger).visits()) == 50
    erased = eraser.erase(ledger, selection)
    assert erased.complete
    assert erased.facts == 50 - left
    assert len(Journal(ledger).facts()) == len(Journal(ledger).visits()) == left
    assert lock_of(ledger).state() == "open"


def test_with_a_forgotten_passphrase_only_everything_can_be_erased(ledger) -> None:
    plant(ledger)
    lock = lock_of(ledger)
    lock.set(PASSPHRASE)
    lock.close()
    assert not eraser.erase(ledger, eraser.of_visit(f"v-{WORDS[0]}")).complete
    assert eraser.erase(ledger, eraser.everything()).complete
    assert lock.state() == "none"
    Journal(ledger).append(fact())
    assert Journal(ledger).flush()


def test_files_set_aside_are_sealed_and_come_back(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"no database, but " + WORDS[0].encode())
    ledger = opened(path)
    lock = lock_of(ledger)
    lock.set(PASSPHRASE)
    assert holding([path.parent]) == []
    assert [file.suffix for file in set_aside_files(path)] == [".sealed"]
    lock.remove(PASSPHRASE)
    assert [file.read_bytes() for file in set_aside_files(path)] == [b"no database, but " + WORDS[0].encode()]
    ledger.close()


def test_two_windows_and_a_lock(ledger, path: Path) -> None:
    plant(ledger)
    other = opened(path)
    assert lock_of(ledger).set(PASSPHRASE) == ""
    # The other window does not write in the clear, and shows nothing, until it is opened there too.
    Journal(other).append(fact(visit="other", words=WORDS[1]))
    assert Journal(other).flush() is False
    assert Journal(other).facts() == ()
    assert holding([path.parent]) == []
    assert lock_of(other).open(PASSPHRASE) == ""
    assert Journal(other).flush() is True
    assert len(Journal(ledger).facts()) == len(Journal(ledger).visits()) == 51
    assert lock_of(other).remove(PASSPHRASE) == ""
    Journal(ledger).append(fact(visit="after"))
    assert Journal(ledger).flush()
    assert len(Journal(other).facts()) == len(Journal(ledger).facts()) == 52
    other.close()


def test_a_damaged_journal_is_salvaged_behind_its_lock(path: Path) -> None:
    ledger = opened(path)
    for turn in range(400):
        Journal(ledger).append(fact(turn=turn, words=f"{WORDS[0]} {turn}" + "." * 100))
    lock_of(ledger).set(PASSPHRASE)
    ledger.close()
    content = bytearray(path.read_bytes())
    page = len(content) // 4096 // 2
    content[page * 4096 : page * 4096 + 4096] = b"\xaa" * 4096
    path.write_bytes(content)
    ledger = opened(path)
    assert ledger.code == "journal-set-aside"
    assert lock_of(ledger).state() == "closed"
    assert lock_of(ledger).open(PASSPHRASE) == ""
    turns = [one.turn for one in Journal(ledger).facts()]
    assert 350 < len(turns) < 400
    assert turns == sorted(set(turns))
    ledger.close()


# --- sealing by itself -----------------------------------------------------------------------------------------------


def test_a_seal_opens_only_its_own_column_key_and_bytes() -> None:
    seal, other = new_seal(), new_seal()
    for text in ("", "a", "あ" * 100, "ends with zeros \0\0", "\ud800"):
        assert seal.open("facts.body", seal.seal("facts.body", text)) == text
    sealed = seal.seal("facts.body", "told")
    assert sealed == seal.seal("facts.body", "told")
    assert len(sealed) == len(seal.seal("facts.body", "a longer thing"))
    for attempt in (
        lambda: seal.open("facts.scene", sealed),
        lambda: other.open("facts.body", sealed),
        lambda: Seal(other.name, seal.key).open("facts.body", sealed),
        lambda: seal.open("facts.body", sealed[:-1] + b"\0"),
        lambda: seal.open("facts.body", b""),
        lambda: seal.open("facts.body", "told"),
    ):
        with pytest.raises(SealError):
            attempt()
    assert seal.open_bytes(seal.seal_bytes(b"file\0")) == b"file\0"


def test_an_envelope_opens_only_with_its_passphrase() -> None:
    seal = new_seal()
    envelope = wrap(seal, PASSPHRASE, CHEAP)
    assert wrap(seal, PASSPHRASE, CHEAP) != envelope
    found = unwrap(seal.name, envelope, PASSPHRASE)
    assert found is not None
    assert found.key == seal.key
    assert unwrap(seal.name, envelope, PASSPHRASE + " ") is None
    assert unwrap("another name", envelope, PASSPHRASE) is None
    assert unwrap(seal.name, "{}", PASSPHRASE) is None
    # A file from elsewhere may not ask for all of the memory.
    greedy = envelope.replace('"memory":64', '"memory":99999999')
    assert greedy != envelope
    assert unwrap(seal.name, greedy, PASSPHRASE) is None


def test_a_try_costs_what_rfc_9106_asks_for() -> None:
    assert Cost() == Cost(65_536, 3, 4)
    assert Lock.__init__.__defaults__ is not None
    assert Cost() in Lock.__init__.__defaults__

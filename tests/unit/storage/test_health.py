"""What the doctor is told of the storage; and that looking changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.facts import fact
from trainer.storage.health import Check, checks
from trainer.storage.journal import Journal
from trainer.storage.ledger import Ledger
from trainer.storage.paths import Places, places


@pytest.fixture
def home(engawa_home: Path) -> Places:
    return places()


def by_code(home: Places) -> dict[str, Check]:
    return {check.code: check for check in checks(home)}


def test_a_fresh_home_is_well_and_stays_untouched(home: Places) -> None:
    found = by_code(home)
    assert [check.code for check in found.values() if not check.ok] == []
    assert found["journal"].detail == "absent"
    assert int(found["space"].detail) > 0
    assert not home.data.exists()


def test_a_home_in_use_is_well(home: Places) -> None:
    ledger = Ledger(home.journal)
    ledger.open()
    Journal(ledger).append(fact())
    assert Journal(ledger).flush()
    assert by_code(home)["journal"] == Check("journal", True, "")
    ledger.close()
    before = home.journal.read_bytes()
    assert by_code(home)["journal"].ok
    assert home.journal.read_bytes() == before


def test_what_is_not_well_is_named(home: Places) -> None:
    home.packs.mkdir(parents=True)
    (home.packs / "odd.practicepack").write_bytes(b"notes")
    home.journal.write_bytes(b"no database at all, but some words")
    home.settings.write_text("way = 'shout'")
    (home.data / "cache").write_text("a file in the place of a folder")
    found = by_code(home)
    assert found["packs"] == Check("packs", False, "odd.practicepack")
    assert found["journal"] == Check("journal", False, "journal-set-aside")
    assert found["settings"] == Check("settings", False, "settings-values way")
    assert not found["folder-cache"].ok
    assert found["folder-data"].ok
    assert home.journal.read_bytes() == b"no database at all, but some words"

"""The lock as the screens know it: the real drawer and the scripted one answer alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.records import CHEAP, PASSPHRASE
from tests.helpers.scripted_desk import ScriptedDesk
from trainer.app.desk_keeping import KeepingDrawer
from trainer.app.house import House
from trainer.practice.share import Choices
from trainer.storage.lock import Lock
from trainer.ui.bridge import KeepingPort


@pytest.fixture(params=["real", "scripted"])
def port(request: pytest.FixtureRequest):
    if request.param == "scripted":
        yield ScriptedDesk()
        return
    house = House()
    house.lock = Lock(house.ledger, cost=CHEAP)
    yield KeepingDrawer(house)
    house.close()


def test_a_lock_from_beginning_to_end(port: KeepingPort) -> None:
    assert port.lock_state() == "none"
    assert port.open_lock(PASSPHRASE).code == "lock-none"
    assert port.set_lock("short").code == "lock-short"
    assert port.set_lock(PASSPHRASE).ok
    assert port.lock_state() == "open"
    assert port.set_lock("another one").code == "lock-there"
    port.close_lock()
    assert port.lock_state() == "closed"
    assert port.open_lock("another one").code == "lock-other"
    assert port.lock_state() == "closed"
    assert port.lock_wait() == 0.0
    assert port.open_lock(PASSPHRASE).ok
    assert port.change_lock("another one", "battery staple").code == "lock-other"
    assert port.change_lock(PASSPHRASE, "no").code == "lock-short"
    assert port.change_lock(PASSPHRASE, "battery staple").ok
    assert port.lock_state() == "open"
    assert port.remove_lock(PASSPHRASE).code == "lock-other"
    assert port.remove_lock("battery staple").ok
    assert port.lock_state() == "none"


def test_a_backup_and_a_page(port: KeepingPort, tmp_path: Path) -> None:
    target = str(tmp_path / "b.engawa")
    assert port.backup_records(target).ok
    assert port.restore_records(target).ok
    assert port.page_words() == ()
    assert port.share_page(Choices()).sections == ()
    assert port.write_page(str(tmp_path / "p.pdf"), b"%PDF").ok
    assert port.write_page_csv(str(tmp_path / "p.csv"), Choices()).ok
    assert port.gentler_offer("errands/shall-i-heat-it") is None

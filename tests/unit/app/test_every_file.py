"""Every file of the trainee's that the program writes, with a disk that answers with an error at every step of it.

The old file stays as it was, nothing half-written is left, the caller gets a code to say one sentence for, and the
next try goes through. (The journal's own file: tests/unit/storage/test_faults.py. The shelf, speech models, the
desk, tapes, sound and paper: test_every_other_file.py.)
"""

from __future__ import annotations

import errno
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.helpers.disk import ERRORS, WHOLE_STEPS, refuse
from tests.helpers.facts import fact
from tests.helpers.records import CHEAP, PASSPHRASE
from trainer.app.desk_keeping import KeepingDrawer
from trainer.app.desk_records import RecordsDrawer
from trainer.app.house import House
from trainer.practice.share import Choices
from trainer.storage.lock import Lock
from trainer.ui import words


@pytest.fixture
def house():
    one = House()
    one.lock = Lock(one.ledger, cost=CHEAP)
    one.journal.append(fact())
    assert one.journal.flush()
    yield one
    one.close()


def save_settings(house: House, path: Path) -> str:
    pace = 0.9 if house.settings.pace == 1.0 else 1.0
    return house.change_settings(replace(house.settings, pace=pace))


WRITERS: dict[str, Callable[[House, Path], str]] = {
    "settings": save_settings,
    "records": lambda house, path: RecordsDrawer(house).export_records(str(path)).code,
    "page": lambda house, path: KeepingDrawer(house).write_page(str(path), b"%PDF-").code,
    "table": lambda house, path: KeepingDrawer(house).write_page_csv(str(path), Choices()).code,
    "backup": lambda house, path: KeepingDrawer(house).backup_records(str(path)).code,
}


@pytest.mark.parametrize("number", ERRORS, ids=lambda n: errno.errorcode[n])
@pytest.mark.parametrize("step", WHOLE_STEPS)
@pytest.mark.parametrize("writer", WRITERS)
def test_an_error_leaves_the_old_file_and_says_one_sentence(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object, writer: str, step: str, number: int
) -> None:
    path = house.where.settings if writer == "settings" else tmp_path / "out" / "kept.txt"
    write = WRITERS[writer]
    assert write(house, path) == ""
    before, beside = path.read_bytes(), sorted(path.parent.iterdir())
    refusing = refuse(monkeypatch, step, number)
    code = write(house, path)
    assert code != ""
    assert words.outcome(code).count(".") <= 2 and words.outcome(code)
    assert path.read_bytes() == before
    assert [one for one in sorted(path.parent.iterdir()) if one.suffix == ".new"] == []
    assert len(house.journal.facts()) == 1
    refusing.works = True
    assert write(house, path) == ""
    assert set(path.parent.iterdir()) >= set(beside)


@pytest.mark.parametrize("writer", WRITERS)
def test_a_file_or_folder_deleted_under_the_program_comes_again(house: House, tmp_path: Path, writer: str) -> None:
    path = house.where.settings if writer == "settings" else tmp_path / "out" / "kept.txt"
    assert WRITERS[writer](house, path) == ""
    path.unlink()
    if writer != "settings":
        path.parent.rmdir()
    assert WRITERS[writer](house, path) == ""
    assert path.is_file()


@pytest.mark.parametrize("step", WHOLE_STEPS)
def test_settings_behind_the_lock_are_never_lost(house: House, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    drawer = KeepingDrawer(house)
    house.change_settings(replace(house.settings, voice="a-voice", pause=6.0))
    refusing = refuse(monkeypatch, step, errno.ENOSPC)
    locked = drawer.set_lock(PASSPHRASE)
    refusing.works = True
    monkeypatch.undo()
    drawer.close_lock()
    assert drawer.lock_state() == ("closed" if locked.code in ("", "settings-not-kept") else "none")
    if drawer.lock_state() == "closed":
        assert drawer.open_lock(PASSPHRASE).ok
    assert (house.settings.voice, house.settings.pause) == ("a-voice", 6.0)
    assert drawer.remove_lock(PASSPHRASE).ok
    again = house.settings_file.load()[0]
    assert (again.voice, again.pause) == ("a-voice", 6.0)

"""The desk's keeping drawer and `engawa records`: lock, backup, page, gentler offer, over the real house."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.helpers.facts import fact
from tests.helpers.records import CHEAP, PASSPHRASE, WORDS, holding, plant
from trainer.app.commands.records import command
from trainer.app.desk import LiveDesk
from trainer.app.desk_keeping import KeepingDrawer
from trainer.app.desk_records import RecordsDrawer
from trainer.app.house import House
from trainer.practice.share import Choices
from trainer.storage.lock import Lock

HEAT = "errands/shall-i-heat-it"


def house_here() -> House:
    house = House()
    house.lock = Lock(house.ledger, cost=CHEAP)
    return house


@pytest.fixture
def house():
    one = house_here()
    yield one
    one.close()


def test_settings_lie_behind_the_lock_too(house: House, engawa_home: Path) -> None:
    drawer = KeepingDrawer(house)
    house.change_settings(replace(house.settings, screen_language="ja", voice="zebravoice", pause=6.0))
    assert drawer.set_lock(PASSPHRASE).ok
    assert holding([engawa_home], ("zebravoice",)) == []
    house.change_settings(replace(house.settings, microphone="zebramicrophone"))
    assert holding([engawa_home], ("zebravoice", "zebramicrophone")) == []
    house.close()
    again = house_here()
    # The door is shown in the trainee's language; the rest is not known yet.
    assert (again.settings.screen_language, again.settings.voice) == ("ja", "")
    drawer = KeepingDrawer(again)
    assert drawer.lock_state() == "closed"
    assert again.change_settings(replace(again.settings, pause=2.0)) == "settings-not-kept"
    assert drawer.open_lock("not this one").code == "lock-other"
    assert drawer.open_lock(PASSPHRASE).ok
    assert (again.settings.voice, again.settings.microphone, again.settings.pause) == (
        "zebravoice",
        "zebramicrophone",
        6.0,
    )
    assert drawer.remove_lock("not this one").code == "lock-other"
    assert holding([engawa_home], ("zebravoice",)) == []
    assert drawer.remove_lock(PASSPHRASE).ok
    again.close()
    last = house_here()
    assert (last.settings.voice, last.settings.pause) == ("zebravoice", 6.0)
    last.close()


def test_fifty_words_behind_the_lock_and_after_erasing(
    engawa_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every file under the data folder and the temporary folder, as `strings` would look at them."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    folders = [engawa_home, temporary]
    house = house_here()
    house.change_settings(replace(house.settings, voice=WORDS[0], microphone=WORDS[1], keep_words=True))
    plant(house.ledger)
    drawer = KeepingDrawer(house)
    assert drawer.lock_state() == "none" and holding(folders), "the looking finds them while nothing is locked"
    assert drawer.set_lock(PASSPHRASE).ok
    more = tuple(f"later{word}" for word in WORDS)
    plant(house.ledger, more)
    house.change_settings(replace(house.settings, voice=more[0]))
    assert house.journal.visits() and holding(folders, (*WORDS, *more)) == []
    assert drawer.backup_records(str(temporary / "b.engawa")).ok
    drawer.close_lock()
    house.close()
    assert holding(folders, (*WORDS, *more)) == []
    (temporary / "b.engawa").unlink()
    house = house_here()
    assert KeepingDrawer(house).remove_lock(PASSPHRASE).ok
    assert holding(folders, more)
    house.change_settings(replace(house.settings, voice="", microphone=""))
    assert RecordsDrawer(house).erase_all().ok
    assert holding(folders, (*WORDS, *more)) == []
    house.close()
    assert holding(folders, (*WORDS, *more)) == []


def test_a_lock_that_is_closed_can_be_removed_with_its_passphrase(house: House) -> None:
    drawer = KeepingDrawer(house)
    house.journal.append(fact())
    drawer.set_lock(PASSPHRASE)
    drawer.close_lock()
    assert RecordsDrawer(house).visits() == []
    assert drawer.remove_lock(PASSPHRASE).ok
    assert len(RecordsDrawer(house).visits()) == 1


def test_hiding_closes_the_lock_when_that_is_wished(house: House, qtbot) -> None:
    desk = LiveDesk(house)
    assert desk.set_lock(PASSPHRASE).ok
    desk.quiet(True)
    assert desk.lock_state() == "open"
    desk.set_settings(replace(desk.settings(), lock_on_hide=True))
    desk.quiet(False)
    assert desk.lock_state() == "open"
    desk.quiet(True)
    assert desk.lock_state() == "closed"
    assert desk.open_lock(PASSPHRASE).ok
    assert desk.settings().lock_on_hide


def test_what_is_shown_agrees_with_what_counts(house: House) -> None:
    house.journal.append(fact(turn=1, way="type", words="oh"))
    house.journal.append(fact("taken-back", turn=1))
    house.journal.append(fact(turn=1, way="type", words="oh yes"))
    drawer = RecordsDrawer(house)
    (entry,) = drawer.visits()
    assert [(one.code, one.count) for one in drawer.visit_facts(entry.id)] == [("answered-type", 1)]
    text = drawer.records_text()
    assert text.count("taken back, it does not count") == 1
    assert "“oh”" in text
    assert (drawer.kept().visits, drawer.kept().words) == (1, 2)


def test_erasing_a_scene_and_a_period(house: House) -> None:
    drawer = RecordsDrawer(house)
    for number in range(4):
        house.journal.append(fact(visit=f"v{number}", scene=f"a/{number % 2}", when=f"2026-11-2{number}T10:00"))
    assert drawer.erase_scene("a/0").ok
    assert [one.id for one in drawer.visits()] == ["v1", "v3"]
    assert drawer.erase_between("2026-11-22").ok
    assert [one.id for one in drawer.visits()] == ["v1"]
    assert drawer.erase_between("2026-11-20", "2026-11-21").ok
    assert drawer.visits() == []


def test_a_backup_there_and_back(house: House, tmp_path: Path) -> None:
    drawer = KeepingDrawer(house)
    house.journal.append(fact())
    house.change_settings(replace(house.settings, pause=7.0))
    target = str(tmp_path / "b.engawa")
    assert drawer.backup_records(target).ok
    house.change_settings(replace(house.settings, pause=3.0))
    assert RecordsDrawer(house).erase_all().ok
    assert drawer.restore_records(target).ok
    assert len(RecordsDrawer(house).visits()) == 1
    assert house.settings.pause == 7.0
    assert drawer.restore_records(str(tmp_path / "gone")).code == "file-not-there"
    assert drawer.backup_records(str(tmp_path / "b.engawa" / "x")).code == "file-not-readable"


def test_the_page_is_written_as_it_was_shown(house: House, tmp_path: Path) -> None:
    house.journal.append(fact(scene=HEAT, way="type", words="SPOKENWORD"))
    drawer = KeepingDrawer(house)
    scenes = next(one for one in drawer.share_page(Choices()).sections if one.key == "scenes")
    assert "(errands" in scenes.rows[0][0]
    assert drawer.write_page_csv(str(tmp_path / "p.csv"), Choices()).ok
    written = (tmp_path / "p.csv").read_text("utf-8-sig")
    assert scenes.rows[0][0] in written
    assert "SPOKENWORD" not in written
    assert drawer.write_page(str(tmp_path / "p.csv" / "x"), b"").code == "file-not-readable"


def test_a_gentler_dial_is_offered_once(house: House) -> None:
    scene = house.shelf.scene(HEAT, "en")
    assert scene is not None
    dial = next(one for one in scene.dials if one.low != one.high)
    far = dial.low if dial.gentlest == dial.high else dial.high
    drawer = KeepingDrawer(house)
    for number in range(2):
        assert drawer.gentler_offer(HEAT, {dial.name: far}) is None
        house.journal.append(fact("tension-before", f"v{number}", HEAT, value=3))
        house.journal.append(fact("tension-after", f"v{number}", HEAT, value=5))
    assert drawer.gentler_offer("errands/none-such") is None
    assert drawer.gentler_offer(HEAT, {}) is None
    step = 1 if dial.gentlest > far else -1
    assert drawer.gentler_offer(HEAT, {dial.name: far}) == {"dial": dial.name, "now": far, "to": far + step}
    assert drawer.gentler_offer(HEAT, {dial.name: far}) is None
    assert "A gentler dial was offered" in RecordsDrawer(house).records_text()


# --- the command line -------------------------------------------------------------------------------------------------


@pytest.fixture
def engawa(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("trainer.storage.lock.Lock", lambda ledger: Lock(ledger, cost=CHEAP))
    # A terminal that can hide what is typed.
    monkeypatch.setattr("click.termui.hidden_prompt_func", input)

    def run(*arguments: str, typed: str = ""):
        return CliRunner().invoke(command, arguments, input=typed)

    return run


def test_lock_and_unlock_from_the_terminal(engawa) -> None:
    before = engawa("lock", typed="n\n")
    assert "no way to get it back" in before.output
    assert "Nothing has changed" in before.output
    assert "The lock is set" in engawa("lock", "--yes", typed=f"{PASSPHRASE}\n{PASSPHRASE}\n").output
    assert "There is a lock already" in engawa("lock", "--yes", typed=f"{PASSPHRASE}\n").output
    assert "another passphrase" in engawa("show", typed="not this one\n").output
    assert "Nothing is kept" in engawa("show", typed=f"{PASSPHRASE}\n").output
    changed = engawa("passphrase", typed=f"{PASSPHRASE}\nanother one\nanother one\n")
    assert "The new passphrase holds" in changed.output
    assert "The lock is gone" in engawa("unlock", typed="another one\n").output
    assert "There is no lock" in engawa("unlock").output
    assert "There is no lock" in engawa("passphrase").output


def test_backup_restore_page_and_erase_from_the_terminal(engawa, qapp, tmp_path: Path) -> None:
    house = House()
    house.journal.append(fact(scene=HEAT, way="type"))
    house.close()
    target = str(tmp_path / "b.engawa")
    assert "It is not locked" in engawa("backup", target).output
    assert "Erased: 1" in engawa("erase", "--all", "--yes").output
    assert "Nothing has changed" in engawa("restore", target, typed="n\n").output
    assert "is here" in engawa("restore", target, "--yes").output
    page = str(tmp_path / "p.csv")
    assert "by typing" in engawa("page").output
    assert "Nothing was written" in engawa("page", page, typed="n\n").output
    assert "Written to" in engawa("page", page, "--item", "ways", "--wish", "the park", "--yes").output
    assert "the park" in Path(page).read_text("utf-8-sig")
    assert "Written to" in engawa("page", str(tmp_path / "p.pdf"), "--yes").output
    assert (tmp_path / "p.pdf").read_bytes().startswith(b"%PDF-")
    assert "ends in .pdf or .csv" in engawa("page", str(tmp_path / "p.doc"), "--yes").output
    Path(target).write_bytes(b"no backup")
    assert "no backup of Engawa" in engawa("restore", target, "--yes").output
    engawa("lock", "--yes", typed=f"{PASSPHRASE}\n{PASSPHRASE}\n")
    # With a forgotten passphrase everything can still be erased.
    assert "Erased: 1" in engawa("erase", "--all", "--yes").output
    assert "Nothing is kept" in engawa("show").output

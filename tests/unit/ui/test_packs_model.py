"""The shelf's view model: covers first, questions answered by a person, thousands of packs found by words."""

from __future__ import annotations

from typing import Any

import pytest

from tests.helpers.scripted_desk import ScriptedDesk, desk
from trainer.ui import pack_words
from trainer.ui.bridge_packs import CheckedNow
from trainer.ui.view_models.packs import MOST_SHOWN, PacksModel

FILE = "/given/evenings.practicepack"


@pytest.fixture
def table(qapp: Any) -> ScriptedDesk:
    return desk("en")


@pytest.fixture
def model(table: ScriptedDesk) -> PacksModel:
    made = PacksModel(table)
    made.fresh()
    return made


def added(table: ScriptedDesk) -> list[tuple[object, ...]]:
    return [asked for asked in table.asked if asked[0] == "add_pack"]


def test_a_cover_comes_first_and_adds_nothing(table: ScriptedDesk, model: PacksModel) -> None:
    model.look_at(FILE)
    assert model.cover is not None and model.cover.titles[0] == "The last customer"
    assert added(table) == []
    model.not_now()
    assert model.cover is None and added(table) == []
    model.look_at(FILE)
    model.giver = "Ms Mori"
    model.add_shown()
    assert added(table) == [("add_pack", FILE, False, "Ms Mori")]
    assert model.cover is None and model.chosen == "evenings" and model.told.ok


def test_what_cannot_be_opened_is_said_and_shows_no_cover(table: ScriptedDesk, model: PacksModel) -> None:
    model.look_at("/given/broken.practicepack")
    assert model.cover is None and model.told.code == "pack-refused"
    model.add_shown()
    assert added(table) == []


@pytest.mark.parametrize(("file", "asks"), [("older", True), ("stranger", True), ("update", False), ("other", False)])
def test_replacing_is_answered_on_the_cover(table: ScriptedDesk, model: PacksModel, file: str, asks: bool) -> None:
    model.look_at(f"/given/{file}.practicepack")
    assert model.asks is asks
    assert bool(pack_words.arrival(model.cover)) is (file != "other")
    model.add_shown()
    assert added(table)[-1][2] is asks and model.told.ok


def test_the_check_comes_later_and_only_to_its_own_cover(table: ScriptedDesk, model: PacksModel) -> None:
    model.look_at(FILE)
    assert pack_words.checked(model.checked) == "It is being checked…"
    model.look_at("/given/update.practicepack")
    (_, first), (_, second) = table.held_checks
    first(CheckedNow(3))
    assert model.checked is None
    second(CheckedNow(0, 2))
    assert model.checked == CheckedNow(0, 2)
    assert pack_words.checked(CheckedNow()) == "Checked now: nothing to repair."


def test_the_words_can_be_read_before_adding(model: PacksModel) -> None:
    model.look_inside()
    assert model.words == ""
    model.look_at(FILE)
    model.look_inside()
    assert "CLERK" in model.words
    model.look_inside()
    assert model.words == ""


def test_thousands_of_packs_are_found_by_words(table: ScriptedDesk, model: PacksModel) -> None:
    table.beside = 5000
    model.fresh()
    assert len(model.found()) == 5002
    assert len(model.shown()) == MOST_SHOWN
    model.search("evenings  4711")
    assert [pack.id for pack in model.found()] == ["beside.4711"]
    model.search("ＥＶＥＮＩＮＧＳ mori")
    assert [pack.id for pack in model.found()] == ["evenings"]
    model.search("nothing like it")
    assert model.shown() == ()


def test_removing_hiding_and_taking(table: ScriptedDesk, model: PacksModel) -> None:
    model.choose("engawa")
    model.remove()
    assert not [asked for asked in table.asked if asked[0] == "remove_pack"], "what came with the program stays"
    model.hide()
    assert table.asked[-1] == ("hide_pack", "engawa", True) and model.pack().hidden
    model.hide()
    assert not model.pack().hidden
    model.take()
    assert model.cover is None
    model.choose("evenings")
    model.remove()
    assert model.chosen == "engawa" and len(model.packs) == 1
    table.beside = 1
    model.fresh()
    model.choose("beside.0")
    model.hide()
    model.remove()
    assert not [asked for asked in table.asked if asked[1] == "beside.0"]
    model.take()
    assert table.asked[-1] == ("look_at_pack", "/centre/0.practicepack") and model.cover is not None


def test_folders_stand_beside_until_they_are_left(table: ScriptedDesk, model: PacksModel) -> None:
    model.add_folder("/none")
    assert model.told.code == "folder-not-there" and model.folders == ()
    model.add_folder("/centre")
    assert [folder.packs for folder in model.folders] == [3]
    table.beside = 3
    table.held_looks[-1](True)
    assert len(model.packs) == 5, "what the look in the background found shows"
    model.remove_folder("/centre")
    assert model.folders == ()


def test_licences_and_reviews_are_said_plainly() -> None:
    for name in ("CC0-1.0", "CC BY 4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0", "CC-BY-ND-4.0"):
        assert pack_words.licence(name).endswith(f"({name})")
    assert "ask" in pack_words.licence("all-rights-reserved")
    assert pack_words.licence("Some licence") == "Some licence"
    assert pack_words.review("tried") and pack_words.review("odd") == "odd"
    assert pack_words.given("Ms Mori", "2026-11-03") == "Ms Mori, 2026-11-03"

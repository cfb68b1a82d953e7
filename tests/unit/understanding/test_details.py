"""Values, numbers, days and times said along the way."""

import pytest

from trainer.lexicon.sudachi import SudachiReader
from trainer.script import Slot, SlotValue
from trainer.understanding.details import Details
from trainer.understanding.numbers import english_numbers, english_times, japanese_numbers, japanese_times

DRINK = Slot("drink", (SlotValue("coffee", "coffee", ("black coffee", "americano")), SlotValue("tea", "tea")))
COUNT = Slot("count", low=1, high=9)
DRINK_JA = Slot("drink", (SlotValue("coffee", "コーヒー", ("珈琲",)), SlotValue("tea", "お茶", ("紅茶",))))
TIME_JA = Slot("time", (SlotValue("two", "二時", ("14時", "午後二時")), SlotValue("three", "三時")))
READER = SudachiReader()


def english(text, *slots):
    return Details(slots, "en", READER).found(text)


def japanese(text, *slots):
    return Details(slots, "ja", READER).found(text)


def test_a_value_by_any_of_its_names():
    assert english("two americanos please", DRINK, COUNT)["drink"].value == "coffee"
    assert english("two americanos please", DRINK, COUNT)["count"].value == 2


def test_a_denied_value_is_refused():
    assert english("no coffee please", DRINK)["drink"].refused
    assert japanese("コーヒーはいりません", DRINK_JA)["drink"].refused


def test_what_is_wanted_goes_before_what_is_refused():
    found = english("not coffee but tea please", DRINK)["drink"]
    assert (found.value, found.refused) == ("tea", False)


def test_numbers_outside_the_range_are_not_taken():
    assert "count" not in english("forty two please", COUNT)


@pytest.mark.parametrize(
    ("said", "value"), [("コーヒーを三つ", 3), ("二人です", 2), ("ひとつください", 1), ("5枚お願いします", 5)]
)
def test_japanese_counters(said, value):
    assert japanese(said, COUNT)["count"].value == value


@pytest.mark.parametrize("said", ["珈琲をください", "こーひーをください", "コーヒーお願いします"])
def test_a_japanese_value_in_any_spelling(said):
    assert japanese(said, DRINK_JA)["drink"].value == "coffee"


@pytest.mark.parametrize("said", ["二時に予約しています", "2時です", "午後二時の予約です", "14時です"])
def test_a_time_in_any_spelling(said):
    assert japanese(said, TIME_JA)["time"].value == "two"


def test_numbers_and_times_by_themselves():
    assert [value for value, *_ in english_numbers(["twenty", "three", "or", "a", "couple"])] == [23, 2]
    assert [time for time, *_ in english_times(["at", "half", "past", "two"])][0] == (2, 30)
    assert [value for value, *_ in japanese_numbers("二十三枚と三百")] == [23, 300]
    assert [time for time, *_ in japanese_times("午後三時半に")] == [(3, 30)]


def test_examples_are_filled_with_the_first_values():
    filled = Details((DRINK,), "en", READER).filled("can I have {drink}")
    assert filled == ["can I have coffee", "can I have tea"]
    assert Details((), "en", READER).filled("can I have {drink}") == ["can I have {drink}"]


def test_a_value_inside_a_longer_one_of_another_slot_was_not_said():
    size = Slot("size", (SlotValue("medium", "medium"), SlotValue("eight ounce", "eight ounce")))
    roast = Slot("roast", (SlotValue("medium roast", "medium roast"), SlotValue("dark roast", "dark roast")))
    said = english("a medium roast, eight ounce", size, roast)
    assert (said["size"].value, said["roast"].value) == ("eight ounce", "medium roast")
    assert "size" not in english("a medium roast", size, roast)
    assert english("a medium, dark roast", size, roast)["size"].value == "medium"
    same = Slot("other", (SlotValue("medium", "medium"),))
    assert set(english("a medium", size, same)) == {"size", "other"}

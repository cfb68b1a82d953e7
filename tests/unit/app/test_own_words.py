"""The trainee's own confirmed words: understood next time, on this computer only, erasable, off by one switch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from trainer.app.house import House
from trainer.app.keeper import VisitKeeper
from trainer.lexicon.loading import load_interpreter
from trainer.practice.facts import VisitStamp
from trainer.script import Expectation, ExpectedReply
from trainer.speech import Utterance
from trainer.storage import eraser

SCENE, MOMENT = "errands/shall-i-heat-it", "heat"
OWN = "the way my grandfather has it"
READY = Expectation(
    1,
    "en",
    f"{SCENE}/{MOMENT}",
    (
        ExpectedReply("warm", "warm", ("Yes, please.", "Warm, please.", "Please heat it.")),
        ExpectedReply("cold", "cold", ("No, thank you.", "Cold is fine.", "Leave it as it is.")),
    ),
)


@pytest.fixture
def house() -> Iterator[House]:
    one = House()
    yield one
    one.close()


def keeper(house: House, visit: str) -> VisitKeeper:
    stamp = VisitStamp(visit, SCENE, "2030-01-01T10:00")
    return VisitKeeper(stamp, house.journal, house.learnt, house.memory, lambda: house.settings)


def heard(one: VisitKeeper, words: str) -> str | None:
    """What the program would act on, with what this keeper has learnt for the moment."""
    known = one.learned(MOMENT)
    replies = tuple(replace(reply, learned=known.get(reply.id, ())) for reply in READY.replies)
    return load_interpreter(["en"]).interpret(Utterance(words, "en"), replace(READY, replies=replies)).reply


def test_confirmed_words_are_understood_at_the_next_visit_until_they_are_erased(house: House) -> None:
    first = keeper(house, "one")
    assert heard(first, OWN) is None
    first.learn(MOMENT, "cold", OWN)
    second = keeper(house, "two")
    assert heard(second, OWN) == "cold"
    assert second.learned("bag") == {}
    assert eraser.erase(house.ledger, eraser.of_scene(SCENE)).complete
    assert heard(keeper(house, "three"), OWN) is None


def test_one_switch_keeps_nothing_and_uses_nothing(house: House) -> None:
    here = keeper(house, "one")
    here.learn(MOMENT, "cold", OWN)
    house.change_settings(replace(house.settings, learn_my_words=False))
    assert heard(here, OWN) is None
    here.learn(MOMENT, "cold", "as cold as the sea")
    assert heard(keeper(house, "two"), OWN) is None
    house.change_settings(replace(house.settings, learn_my_words=True))
    assert heard(keeper(house, "three"), OWN) == "cold"
    assert house.learnt.all() == ((SCENE, MOMENT, "cold", OWN),)

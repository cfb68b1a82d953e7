"""The patience learnt from the trainee's own pauses is a setting like any other: kept, shown, changeable."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.helpers.listening import until
from trainer.app.house import House


@pytest.fixture
def house() -> Iterator[House]:
    one = House()
    yield one
    one.close()


def learn(house: House, pause: float) -> None:
    """As if the trainee's pauses had led there."""
    ears = house.listener(lambda _: None)
    until(lambda: ears.pause == house.settings.pause)
    ears.set_patience(pause)
    until(lambda: ears.pause == pause)


def test_a_learnt_pause_is_kept_for_the_next_time(house: House) -> None:
    learn(house, 5.27)
    house.close()
    assert House().settings.pause == 5.3


def test_a_pause_chosen_by_hand_stays(house: House) -> None:
    house.change_settings(replace(house.settings, pause=3.0, pause_learnt=False))
    learn(house, 5.27)
    house.keep_learnt_pause()
    assert house.settings.pause == 3.0


def test_without_ears_nothing_is_learnt(house: House) -> None:
    house.keep_learnt_pause()
    assert house.settings.pause == 4.0
    assert not house.where.settings.exists()

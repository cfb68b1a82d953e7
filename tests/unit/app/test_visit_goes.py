"""A visit that was put away is not held by anything: an evening of practice takes no more memory than one scene."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.helpers.listening import hurried
from trainer.app.desk_visits import VisitsDrawer
from trainer.app.house import House
from trainer.app.hub import Hub
from trainer.app.visit import LiveVisit
from trainer.ui.bridge import Before


@pytest.fixture
def house() -> Iterator[House]:
    one = House(make_output=hurried())
    yield one
    one.close()


def test_the_visit_before_goes_when_the_next_begins(qtbot: QtBot, house: House) -> None:
    visits = VisitsDrawer(house, Hub())
    before = visits.begin_visit(Before("errands/shall-i-heat-it", way="choose"))
    assert isinstance(before, LiveVisit)
    before.begin()
    visit, runner = weakref.ref(before), weakref.ref(before.runner)
    del before
    assert visits.begin_visit(Before("belonging/peer-group", way="choose")) is not None
    qtbot.wait(1)
    gc.collect()
    assert (visit(), runner()) == (None, None)
    visits.close_current()

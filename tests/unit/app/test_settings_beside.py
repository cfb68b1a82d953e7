"""Settings stand in their file when a change returns; the disk is waited for beside the screen."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.helpers.disk import refuse
from trainer.app.desk import LiveDesk
from trainer.app.house import House
from trainer.storage.settings_file import SettingsFile


@pytest.fixture
def desk(qapp: object) -> Iterator[LiveDesk]:
    made = LiveDesk(House())
    yield made
    made.close()


def synced_on(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The threads that wait for the disk from now on."""
    threads: list[int] = []
    real = os.fsync

    def fsync(number: int) -> None:
        threads.append(threading.get_ident())
        real(number)

    monkeypatch.setattr(os, "fsync", fsync)
    return threads


def test_the_window_does_not_wait_for_the_disk(desk: LiveDesk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    threads = synced_on(monkeypatch)
    assert desk.set_settings(replace(desk.settings(), pause=7.5)).ok
    kept = SettingsFile(desk._house.where.settings).load()[0]
    assert kept.pause == 7.5  # a kill at this moment loses nothing
    qtbot.waitUntil(lambda: bool(threads))
    assert threading.get_ident() not in threads


def test_what_the_disk_refuses_later_is_told_with_the_next_change(
    desk: LiveDesk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    refusing = refuse(monkeypatch, "sync", errno.EIO)
    assert desk.set_settings(replace(desk.settings(), pause=7.5)).ok
    qtbot.waitUntil(lambda: desk._refused != "")
    refusing.works = True
    assert desk.set_settings(replace(desk.settings(), pause=6.5)).code == "settings-not-kept"
    assert desk.set_settings(replace(desk.settings(), pause=5.5)).ok


def test_the_program_ends_with_everything_on_the_disk(monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    house = House()
    house.change_settings(replace(house.settings, pause=7.5), sync=False)
    threads = synced_on(monkeypatch)
    house.close()
    assert threads
    assert house.settings_file.sync() == ""


def test_a_file_erased_meanwhile_is_no_trouble(qapp: object) -> None:
    house = House()
    house.change_settings(replace(house.settings, pause=7.5), sync=False)
    house.where.settings.unlink()
    assert house.settings_file.sync() == ""
    house.close()

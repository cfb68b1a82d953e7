"""Leaving a scene at each of its moments and coming back exactly there, across a restart, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.desk_bench import HandHouse
from tests.helpers.window import settle
from trainer.app.desk import LiveDesk
from trainer.session.view import VisitView
from trainer.settings import Language
from trainer.speech import Post
from trainer.storage.paths import Places, assets
from trainer.ui.application import make_application, make_window
from trainer.ui.kit.buttons import CalmButton
from trainer.ui.main_window import MainWindow
from trainer.understanding.interpretation import Interpreter

SCENE = "errands/shall-i-heat-it"


class SharedHouse(HandHouse):
    """What was loaded once for understanding serves every start of the program in this test."""

    loaded: dict[str, Interpreter] = {}  # noqa: RUF012 - shared on purpose

    def interpreter(self, language: str) -> Interpreter:
        if language not in self.loaded:
            self.loaded[language] = super().interpreter(language)
        return self.loaded[language]

    def partner_voice(self, post: Post) -> Any:
        return self.voice(post)

    def warm_voice(self, language: str) -> None:
        """Nothing is rendered here."""


@contextmanager
def program(home: Path, language: Language) -> Iterator[tuple[MainWindow, SharedHouse]]:
    """The whole program from its start to its end, with its records in that folder."""
    make_application(assets())
    house = SharedHouse(Places(home, home, home / "cache"))
    settings = replace(house.settings, started=True, reduced_motion=True, way="choose")
    house.change_settings(replace(settings, screen_language=language, practice_language=language))
    desk = LiveDesk(house)
    window = make_window(desk, assets())
    window.resize(660, 440)  # little to paint: this is about the way back
    window.show()
    settle()
    try:
        yield window, house
    finally:
        window.close()
        window.deleteLater()
        desk.close()
        settle()


def hear_out(window: MainWindow, house: SharedHouse) -> VisitView:
    """The partner comes to the end of the lines."""
    assert house.hand_voice is not None
    if house.hand_voice.saying is not None:
        house.hand_voice.finish()
    settle()
    return window.screens.practice.view


def press(window: MainWindow, name: str) -> None:
    assert window.page is not None
    button = window.page.findChild(CalmButton, name)
    assert button is not None, f"no {name}"
    button.click()
    settle()


@pytest.mark.parametrize("language", ["en", "ja"])
def test_left_at_every_moment_and_back_there(qapp: Any, tmp_path: Path, language: Language) -> None:
    with program(tmp_path, language) as (window, house):
        window.screens.route.go("practice", SCENE)
        settle()
        left = hear_out(window, house)
    been = [left.moment]
    for _ in range(12):
        with program(tmp_path, language) as (window, house):
            press(window, "continue")
            assert window.screens.route.page == "practice"
            view = window.screens.practice.view
            assert (view.moment, view.moment_label, view.step) == (left.moment, left.moment_label, left.step)
            assert [line.text for line in view.captions] == [line.text for line in left.captions]
            assert "came-back" in [one.code for one in view.notices]
            view = hear_out(window, house)
            assert [one.id for one in view.replies] == [one.id for one in left.replies]
            plain = [one for one in window.screens.practice.replies() if not one.on_purpose]
            window.screens.practice.pick(plain[0])
            settle()
            left = hear_out(window, house)
            if left.phase == "ended":
                break
            been.append(left.moment)
    assert left.ended == "finished" and len(set(been)) >= 3
    with program(tmp_path, language) as (window, house):
        # One visit, however often it was left.
        (visit,) = house.journal.visits()
        assert visit.ended == "finished" and visit.counts["began"] == 1
        assert window.page is not None and window.page.findChild(CalmButton, "continue") is None


def test_leaving_kindly_is_come_back_from_too_and_home_names_the_place(qapp: Any, tmp_path: Path) -> None:
    with program(tmp_path, "en") as (window, house):
        window.screens.route.go("practice", SCENE)
        settle()
        hear_out(window, house)
        window.screens.practice.pick(window.screens.practice.replies()[0])
        stood = hear_out(window, house)
        window.screens.practice.leave()
        window.screens.practice.leave()
        settle()
        window.screens.route.go("home")
        settle()
        stopped = window.screens.home.stopped()
        assert stopped is not None and stopped.stopped_at.casefold() == stood.moment_label.casefold()
        # While going on is on offer, what will be said first is got ready, in a program that has loaded ahead.
        assert house.hand_voice is not None
        house.hand_voice.prepared.clear()
        house._warmed.add("en")
        window.screens.home.get_ready_to_come_back(stopped)
        ready = set(house.hand_voice.prepared)
        press(window, "continue")
        assert window.screens.practice.view.moment == stood.moment
        assert {line.text for line in window.screens.practice.view.captions} <= ready
        # Once one is there, what may follow stays ready: an offer made before changes neither voices nor pace.
        house.hand_voice.prepared.clear()
        window.screens.home.get_ready_to_come_back(stopped)
        assert not house.hand_voice.prepared


def test_a_scene_that_was_rewritten_begins_anew_and_says_so(
    qapp: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with program(tmp_path, "en") as (window, house):
        window.screens.route.go("practice", SCENE)
        settle()
        hear_out(window, house)
        window.screens.practice.pick(window.screens.practice.replies()[0])
        stood = hear_out(window, house)
    with program(tmp_path, "en") as (window, house):
        shelf = house.shelf
        sheets = shelf.sheets

        def rewritten(address: str, language: str) -> tuple[str, str | None] | None:
            found = sheets(address, language)
            return None if found is None else (found[0] + "\n# a note of the writer", found[1])

        monkeypatch.setattr(shelf, "sheets", rewritten)
        press(window, "continue")
        view = window.screens.practice.view
        assert view.moment != stood.moment and [one.code for one in view.notices] == ["scene-changed"]
        assert len(house.journal.visits()) == 2

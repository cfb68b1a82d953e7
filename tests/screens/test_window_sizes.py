"""No cut-off words: every screen, in both languages, at 100, 150 and 200 %, in small, usual and large windows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.helpers.scripted_desk import desk
from tests.helpers.window import STATES, cut_off, open_window, settle, show_state
from trainer.ui.kit.buttons import CalmButton
from trainer.ui.main_window import MainWindow
from trainer.ui.views import home
from trainer.ui.views.home_list import GardenList

SIZES = ((1024, 600), (1280, 800), (1920, 1080))
CORE = ("first", "home", "preview", "practice-choose", "practice-read", "practice-hint", "after-answered", "settings")
"""States shown everywhere; all others at the two ends (large window and usual text, small window and large text)."""


@pytest.fixture(scope="module", params=["en", "ja"])
def window(request: pytest.FixtureRequest, qapp: Any) -> Iterator[MainWindow]:
    made = open_window(desk(request.param, reduced_motion=True, furigana="all"))
    yield made
    made.close()
    made.deleteLater()
    settle()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_nothing_is_cut_off(window: MainWindow, scale: float, size: tuple[int, int]) -> None:
    window.screens.settings.change(text_scale=scale)
    window.resize(*size)
    settle()
    assert (window.width(), window.height()) == size
    ends = (scale, size) in ((1.0, SIZES[2]), (2.0, SIZES[0]))
    found = []
    for state in STATES if ends else CORE:
        show_state(window, state)
        page = window.page
        assert page is not None
        need, has = page.inner.minimumSizeHint().width(), page.area.viewport().width()
        if need > has + 1:
            found.append(f"{state}: content needs {need} px of width, has {has}")
        found += [f"{state}: {problem}" for problem in cut_off(window._hidden or page)]
    assert found == []


def test_a_small_window_shows_the_list(window: MainWindow) -> None:
    window.screens.settings.change(text_scale=1.0)
    window.resize(1024, 600)
    settle()
    show_state(window, "home")
    assert window.page is not None
    assert window.page.findChildren(GardenList) != []
    window.resize(1280, 800)
    settle(8)
    assert window.page.findChildren(GardenList) == []


def test_a_small_window_is_never_given_the_map_first(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    window.screens.settings.change(text_scale=1.0)
    made: list[str] = []
    for name in ("GardenList", "GardenView"):
        kind = getattr(home, name)
        monkeypatch.setattr(kind, "__init__", told(made, name, kind.__init__))
    for size, wanted in (((1024, 600), "GardenList"), ((1280, 800), "GardenView")):
        show_state(window, "help")
        window.resize(*size)
        settle()
        made.clear()
        show_state(window, "home")
        settle()
        assert made == [wanted]


def told(made: list[str], name: str, init: Callable[..., None]) -> Callable[..., None]:
    def noted(self: Any, *args: Any) -> None:  # noqa: ANN401 - whatever the widget takes
        made.append(name)
        init(self, *args)

    return noted


def test_the_next_step_is_always_in_sight(window: MainWindow) -> None:
    window.screens.settings.change(text_scale=2.0)
    window.resize(1024, 600)
    settle()
    for state, name in (("first", "begin"), ("preview", "begin"), ("after", "garden")):
        show_state(window, state)
        button = window.page.findChild(CalmButton, name) if window.page is not None else None
        assert button is not None and button.isVisible()
        corner = button.mapTo(window, button.rect().bottomRight())
        assert corner.y() < window.height() and corner.x() < window.width(), state

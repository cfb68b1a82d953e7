"""View model of home: the garden and the same things as a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QObject, Signal

from trainer.ui.bridge import PATHS, Before, Desk, Outcome, SceneCard
from trainer.ui.view_models.route import Route

Filter = Literal["all", "been", "not-yet", "quiet"]
LATELY = "lately"
"""The group of scenes visited last, above the paths."""
MINUTES: tuple[int, ...] = (0, 3, 5)
"""How long a scene may be; 0 for any length."""
TALK: tuple[int, ...] = (3, 1, 2)
"""How much its answers may ask for (see script.Heading); 3 for any."""
FIRST_SCENE = "/shall-i-heat-it"
"""How the address of the scene ends that a first start leads to."""
FIRST, MORE = 4, 40
"""Scenes of a place that show at first, and how many further ones come at a time."""

_Read = tuple[bool, tuple[Outcome, ...], tuple[SceneCard, ...], list[tuple[str, SceneCard]], tuple[SceneCard, ...]]


class HomeModel(QObject):
    """`changed` whenever what shows is different."""

    changed = Signal()

    def __init__(self, shelf: Desk, route: Route) -> None:
        super().__init__()
        self._shelf, self._route = shelf, route
        self.troubles: tuple[Outcome, ...] = ()
        """Said once, until it is put aside."""
        self._cards: tuple[SceneCard, ...] = ()
        self._words: list[tuple[str, SceneCard]] = []
        self._small: tuple[SceneCard, ...] = ()
        self._small_at = 0
        self.coming_back = ""
        """The address of the scene to go on with, until its page is there."""
        self.as_list = False
        self.query = ""
        self.filter: Filter = "all"
        self.minutes = 0
        self.talk = 3
        self.shown: dict[str, int] = {}
        self._reading, self._again = False, False
        self._told = False
        self._read_yet = False
        if route.page == "home" and shelf.reads_long():
            self._take(self._read(on_map=True))  # the rest is read once the first picture stands
        elif route.page == "home":
            self.fresh()

    def get_ready(self) -> None:
        """The first picture stands: what it did not show of the shelf is read beside it."""
        if not self._read_yet:
            self._read_yet = self._reading = True
            self._shelf.later(self._read, self._came)

    def fresh(self) -> None:
        """Read the shelf anew (after a visit, or another language); of a large one the map first, the rest beside."""
        self._read_yet = True
        if self._reading:
            self._again = True
        elif self._shelf.reads_long():
            self._reading = True
            if not self._cards:
                self._take(self._read(on_map=True))
            self._shelf.later(self._read, self._came)
        else:
            self._take(self._read())

    def _read(self, on_map: bool = False) -> _Read:
        cards = tuple(self._shelf.scenes(on_map))
        words = [(f"{card.heading.title} {card.heading.about}".casefold(), card) for card in cards]
        troubles = () if self._told or on_map else tuple(self._shelf.troubles())
        return not on_map, troubles, cards, words, tuple(self._shelf.small_today(on_map))

    def _came(self, read: _Read) -> None:
        self._reading = False
        self._take(read)
        if self._again:
            self._again = False
            self.fresh()

    def _take(self, read: _Read) -> None:
        whole, troubles, self._cards, self._words, small = read
        if whole and not self._told:
            self._told, self.troubles = True, troubles
        if small != self._small:
            self._small, self._small_at = small, 0
        self.changed.emit()

    def put_aside(self) -> None:
        """The troubles were read; they do not come again in this program."""
        self.troubles = ()
        self.changed.emit()

    @property
    def cards(self) -> tuple[SceneCard, ...]:
        """All scenes."""
        return self._cards

    def counts(self) -> dict[str, int]:
        """How many scenes each path of the map has."""
        found = dict.fromkeys(PATHS, 0)
        for card in self._cards:
            if card.path in found:
                found[card.path] += 1
        return found

    def on_path(self, path: str) -> tuple[SceneCard, ...]:
        """The scenes of a path, in the shelf's order."""
        return tuple(card for card in self._cards if card.path == path)

    def stopped(self) -> SceneCard | None:
        """Where the last visit was left."""
        return next((card for card in self._cards if card.stone == "stopped-here"), None)

    def small(self) -> SceneCard | None:
        """Something small for today, if one likes."""
        return self._small[self._small_at % len(self._small)] if self._small else None

    def first(self) -> SceneCard | None:
        """Where a first start leads: always the same short scene, so that a guide can speak of it."""
        if not self._cards:  # nothing was read yet, or it is being read beside the screen
            self._take(self._read(on_map=True))
        return next((card for card in self._cards if card.address.endswith(FIRST_SCENE)), self.small())

    def another_small(self) -> None:
        """Offer something else."""
        if self._small:
            self._small_at += 1
            self.changed.emit()

    def to_records(self) -> None:
        """To the page of what is kept: lock, backup, a page to show."""
        self._route.go("records")

    def open(self, card: SceneCard | None) -> None:
        """Look at a scene before deciding."""
        if card is not None:
            self._route.go("preview", card.address)

    def get_ready_to_come_back(self, card: SceneCard) -> None:
        """Going on there is on offer: what would be said first may be rendered meanwhile.

        Only while the garden is what is looked at: this also comes seconds after it was left, and in a visit the
        partner would go on in another's voice.
        """
        if self._route.page == "home":
            self._shelf.get_ready(Before(card.address, come_back=True))

    def come_back(self, card: SceneCard) -> None:
        """Go on where the last visit was left."""
        self.coming_back = card.address
        self._route.go("practice", card.address)

    def set_as_list(self, as_list: bool) -> None:
        """List or garden."""
        if as_list != self.as_list:
            self.as_list = as_list
            self.changed.emit()

    # --- the list ------------------------------------------------------------------------------------------------

    def search(self, query: str) -> None:
        """Only scenes that hold all these words."""
        self.query = query
        self.shown.clear()
        self.changed.emit()

    def set_filter(self, key: str) -> None:
        """Only some."""
        if key in ("all", "been", "not-yet", "quiet"):
            self.filter = key  # type: ignore[assignment]
            self.shown.clear()
            self.changed.emit()

    def set_minutes(self, minutes: int) -> None:
        """Only scenes of about so many minutes at most; 0 for any."""
        if minutes != self.minutes:
            self.minutes = minutes
            self.shown.clear()
            self.changed.emit()

    def set_talk(self, talk: int) -> None:
        """Only scenes whose answers ask for so much at most."""
        if talk != self.talk:
            self.talk = talk
            self.shown.clear()
            self.changed.emit()

    def chooses(self) -> bool:
        """Is anything left out of the list?"""
        return bool(self.query.strip()) or (self.filter, self.minutes, self.talk) != ("all", 0, 3)

    def lately(self) -> tuple[SceneCard, ...]:
        """Visited last, the latest first; nothing while one looks for something else."""
        if self.chooses():
            return ()
        return tuple(sorted((card for card in self._cards if card.lately), key=lambda card: card.lately))

    def found(self) -> dict[str, tuple[SceneCard, ...]]:
        """What the list shows, by path, paths without a scene left out."""
        words = self.query.casefold().split()
        groups: dict[str, list[SceneCard]] = {path: [] for path in (*PATHS, "other")}
        for text, card in self._words:
            if all(word in text for word in words) and self._passes(card):
                groups[card.path if card.path in groups else "other"].append(card)
        return {path: tuple(cards) for path, cards in groups.items() if cards}

    def _passes(self, card: SceneCard) -> bool:
        if self.minutes and card.heading.minutes > self.minutes or card.heading.talk > self.talk:
            return False
        if self.filter == "been":
            return card.stone in ("been", "stopped-here")
        if self.filter == "not-yet":
            return card.stone in ("not-yet", "small-today")
        return self.filter == "all" or card.quiet

    def visible(self, path: str, cards: Sequence[SceneCard]) -> Sequence[SceneCard]:
        """The first ones, or as many as were asked for."""
        return cards[: self.shown.get(path, FIRST)]

    def show_more(self, path: str) -> None:
        """Some more of that place."""
        self.shown[path] = self.shown.get(path, FIRST) + MORE
        self.changed.emit()

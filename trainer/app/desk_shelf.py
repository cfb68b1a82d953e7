"""The desk's shelf drawer: scenes on the map and in the list, and the packs they come from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from trainer.app.house import House
from trainer.practice.map import address, path_of, recent, small_today, stones
from trainer.practice.progress import been
from trainer.script import Heading, Scene
from trainer.ui.bridge import SceneCard


class ShelfDrawer:
    """Implements the screens' `ShelfPort`."""

    def __init__(self, house: House) -> None:
        self._house = house

    def _language(self) -> str:
        return self._house.settings.practice_language

    def scenes(self) -> Sequence[SceneCard]:
        """Every scene there is in the practice language."""
        headings = self._house.shelf.headings(self._language())
        visited = self._house.journal.visits()
        known = been(visited)
        small = small_today(headings, visited, date.today().toordinal())
        standing = stones(headings, visited, small)
        lately = recent(visited)
        cards = []
        for heading in headings:
            at = address(heading)
            # Only where one goes on is it told where one stopped: finding the name means reading the whole scene.
            stopped = self._label(heading, known[at].stopped_at) if standing[at] == "stopped-here" else ""
            order = lately.get(at, 0)
            cards.append(SceneCard(heading, path_of(heading.pack), standing[at], stopped, heading.quiet, order))
        return cards

    def _label(self, heading: Heading, moment: str) -> str:
        if not moment:
            return ""
        scene = self.scene(address(heading))
        found = next((one.label for one in scene.moments if one.name == moment), "") if scene else ""
        return found or moment

    def small_today(self) -> Sequence[SceneCard]:
        """A few gentle suggestions, the same all day."""
        cards = {card.address: card for card in self.scenes()}
        headings = [card.heading for card in cards.values()]
        visited = self._house.journal.visits()
        return [cards[one] for one in small_today(headings, visited, date.today().toordinal())]

    def scene(self, address: str) -> Scene | None:
        """The whole scene for its preview, in the practice language."""
        return self._house.shelf.scene(address, self._language())

"""The desk's shelf drawer: scenes on the map and in the list, and the packs they come from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from trainer.app.house import House
from trainer.practice.map import address, path_of, small_today, stones
from trainer.practice.progress import been
from trainer.script import Heading, Scene
from trainer.ui.bridge import Outcome, PackCard, SceneCard


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
        return [
            SceneCard(
                heading,
                path_of(heading.pack),
                standing[address(heading)],
                self._label(heading, known[address(heading)].stopped_at) if address(heading) in known else "",
                heading.quiet,
            )
            for heading in headings
        ]

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

    def packs(self) -> Sequence[PackCard]:
        """The packs on the shelf, with names in the screen's language."""
        language = self._house.settings.screen_language
        return [
            PackCard(
                pack.id,
                pack.name.get(language) or next(iter(pack.name.values()), pack.id),
                pack.about.get(language) or next(iter(pack.about.values()), ""),
                pack.version,
                len(pack.scenes),
                pack.languages,
                tuple(author.name for author in pack.authors),
                pack.licence,
                pack.content_notes,
                self._house.shelf.fingerprint(pack.id),
                self._house.shelf.is_built_in(pack.id),
                pack.setting,
            )
            for pack in self._house.shelf.packs()
        ]

    def add_pack(self, path: str) -> Outcome:
        """Add a pack from a file after checking it."""
        code, detail = self._house.door.add(Path(path).expanduser(), self._house.settings.screen_language)
        return Outcome(code, detail)

    def remove_pack(self, pack: str) -> Outcome:
        """Take a pack off the shelf; the trainee's own records stay."""
        code, detail = self._house.door.remove(pack)
        return Outcome(code, detail)

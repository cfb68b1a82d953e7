"""The desk's shelf drawer: scenes on the map and in the list, and the packs they come from."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.app.house import House
from trainer.late import late
from trainer.ui.bridge import SceneCard

if TYPE_CHECKING:
    from trainer.app import bookmark as bookmarks
    from trainer.practice import map as maps
    from trainer.practice.progress import Walked
    from trainer.script import Heading, Scene
else:
    maps = late("trainer.practice.map")
    bookmarks = late("trainer.app.bookmark")

LARGE = 8_000_000
"""Bytes of packs and records from which on the garden is shown before it is filled: some 600 scenes, or a year's record
of daily practice ten times over. Below, reading takes less than a person notices.
"""


@dataclass(frozen=True, slots=True)
class _Laid:
    """The garden as it was laid out for these headings and visits on this day."""

    headings: Sequence[Heading]
    been: Walked
    today: int
    cards: tuple[SceneCard, ...]
    small: tuple[SceneCard, ...]


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


class ShelfDrawer:
    """Implements the screens' `ShelfPort`."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._laid: _Laid | None = None

    def _language(self) -> str:
        return self._house.settings.practice_language

    def reads_long(self) -> bool:
        """Is the library or the record so large that reading it would hold up the first picture?"""
        where = self._house.where
        size = _size(where.journal)
        with contextlib.suppress(OSError), os.scandir(where.packs) as packs:
            while size <= LARGE and (one := next(packs, None)) is not None:
                size += one.stat().st_size
        return size > LARGE

    def scenes(self, on_map: bool = False) -> Sequence[SceneCard]:
        """Every scene there is in the practice language, or those alone that the map draws."""
        return self._lay(on_map).cards

    def small_today(self, on_map: bool = False) -> Sequence[SceneCard]:
        """A few gentle suggestions, the same all day."""
        return self._lay(on_map).small

    def _lay(self, on_map: bool) -> _Laid:
        """As it was laid out last, unless a pack, a visit or the day is another one."""
        shelf, language = self._house.shelf, self._language()
        headings = shelf.shipped_headings(language) if on_map else shelf.headings(language)
        walked = self._house.journal.walked(at_once=on_map)
        today, laid = date.today().toordinal(), self._laid
        if laid is None or (laid.headings, laid.been, laid.today) != (headings, walked, today):
            laid = self._laid = self._laid_anew(headings, walked, today, on_map)
        return laid

    def _laid_anew(self, headings: Sequence[Heading], walked: Walked, today: int, on_map: bool) -> _Laid:
        known, visited = walked.known, walked.latest
        # In a large library something small comes from the map, which is drawn before the rest of it is known.
        large = not on_map and self.reads_long()
        offered = self._house.shelf.shipped_headings(self._language()) if large else headings
        small = maps.small_today(offered, visited, today, known=known)
        standing = maps.stones(headings, visited, small, known)
        lately = maps.recent(visited)
        cards = []
        for heading in headings:
            at = maps.address(heading)
            # Only where one goes on is it told where one stopped: finding the name means reading the whole scene.
            stopped = self._label(heading, known[at].stopped_at) if standing[at] == "stopped-here" else ""
            order = lately.get(at, 0)
            cards.append(SceneCard(heading, maps.path_of(heading.pack), standing[at], stopped, heading.quiet, order))
        by_address = {card.address: card for card in cards}
        return _Laid(headings, walked, today, tuple(cards), tuple(by_address[one] for one in small))

    def _label(self, heading: Heading, moment: str) -> str:
        if not moment:
            return ""
        left = bookmarks.bookmark(self._house, maps.address(heading))
        if left is not None and left.label:
            return left.label
        scene = self.scene(maps.address(heading))
        found = next((one.label for one in scene.moments if one.name == moment), "") if scene else ""
        return found or moment

    def scene(self, address: str) -> Scene | None:
        """The whole scene for its preview, in the practice language."""
        return self._house.shelf.scene(address, self._language())

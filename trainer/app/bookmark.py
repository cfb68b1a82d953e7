"""Where the last visit of a scene was left: found again from its facts, also after the program was closed or killed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trainer.app.house import House
from trainer.conversation.swap import swap
from trainer.practice.coming_back import CameBack, SetOut, come_back, set_out, sheet_mark
from trainer.practice.facts import Fact
from trainer.script import Scene


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A visit that was left: its id and facts, how it set out, the scene as it was played, the place.

    `came` is None where the sheet was changed since, or nothing was answered that could be played again.
    """

    visit: str
    facts: tuple[Fact, ...]
    out: SetOut | None = None
    scene: Scene | None = None
    came: CameBack | None = None

    @property
    def changed(self) -> bool:
        """True where the scene is not the one that was left."""
        return self.out is not None and self.scene is None

    @property
    def label(self) -> str:
        """What the moment is called where one comes back to; "" where that is not known."""
        if self.scene is None or self.came is None:
            return ""
        return self.scene.moment(self.came.state.moment).label


def bookmark(house: House, address: str) -> Bookmark | None:
    """The last visit of that scene, unless it came to its end (or there was none)."""
    lately = house.journal.walked().latest
    last = next((one for one in reversed(lately) if one.scene == address), None)
    if last is None:  # not one of the few of lately
        last = next((one for one in reversed(house.journal.visits()) if one.scene == address), None)
    if last is None or last.ended == "finished":
        return None
    facts = house.journal.facts_of(last.id)
    return place_of(house, address, last.id, facts)


def place_of(house: House, address: str, visit: str, facts: Sequence[Fact]) -> Bookmark:
    """The place that the facts of that visit lead to, in the practice language of now."""
    kept, language = tuple(facts), house.settings.practice_language
    out = next((read for fact in kept if fact.kind == "began" and (read := set_out(fact.detail))), None)
    sheets, scene = house.shelf.sheets(address, language), house.shelf.scene(address, language)
    if out is None or sheets is None or scene is None or sheet_mark(sheets[0]) != out.sheet:
        return Bookmark(visit, kept, out)
    played = swap(scene, out.seed) if out.swapped else scene
    memory = house.memory.kept(address, but=visit)
    return Bookmark(visit, kept, out, played, come_back(played, out, house.settings.way, memory, kept))

"""After tension rose in two visits running: one dial that could stand gentler, offered once. Never a block."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from trainer.practice.progress import Visit
from trainer.practice.tension import offer_gentler, pairs
from trainer.script import Dial


@dataclass(frozen=True, slots=True)
class Gentler:
    """A dial, where it stands, one step gentler; and the visit after which it is offered."""

    dial: str
    now: int
    to: int
    visit: str
    scene: str


def gentler(visited: Sequence[Visit], dials: Sequence[Dial], stands: Mapping[str, int]) -> Gentler | None:
    """The offer, or None: tension did not rise twice running, it was offered already, or every dial is at its gentlest.

    `stands` is where the dials stand now. Silence is an answer: after an offer there is none until two more visits.
    """
    if not offer_gentler(visited):
        return None
    last = [pair.visit for pair in pairs(visited)[-2:]]
    if any(one.id in last and one.counts.get("gentler-offered") for one in visited):
        return None
    found = [(abs(stands.get(dial.name, dial.gentlest) - dial.gentlest), dial) for dial in dials]
    distance, dial = max(found, key=lambda one: one[0], default=(0, None))
    if dial is None or not distance:
        return None
    now = stands[dial.name]
    visit = next(one for one in visited if one.id == last[-1])
    return Gentler(dial.name, now, now + (1 if dial.gentlest > now else -1), visit.id, visit.scene)

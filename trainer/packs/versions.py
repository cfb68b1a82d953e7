"""What it means when a pack arrives where one of the same id may stand already: new, newer, older, somebody else's."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Literal

from trainer.script import Pack

Arrival = Literal["new", "same", "newer", "older", "other-content", "other-maker"]
"""`same` is the very same file. `other-content`: the version is the same and the content is not. `other-maker`: the id
is the same and nobody who made the one made the other; that is said before anything about versions."""

ASKS: frozenset[Arrival] = frozenset({"older", "other-content", "other-maker"})
"""Arrivals that replace what stands there only when a person says so."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids of scenes that are new, were changed, or are not there any more."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def arrival(standing: Pack | None, standing_hash: str, coming: Pack, coming_hash: str) -> Arrival:
    """How the pack `coming` relates to the one that stands on the shelf under its id (None when there is none)."""
    if standing is None:
        return "new"
    if standing_hash and standing_hash == coming_hash:
        return "same"
    ours, theirs = makers(standing), makers(coming)
    if (ours or theirs) and not ours & theirs:
        return "other-maker"
    here, there = version_of(standing.version), version_of(coming.version)
    if here == there:
        return "other-content"
    return "newer" if there > here else "older"


def version_of(version: str) -> tuple[int, ...]:
    """`1.10.2` as numbers; anything else comes before every version."""
    parts = version.split(".")
    return tuple(int(part) for part in parts) if all(part.isascii() and part.isdigit() for part in parts) else ()


def makers(pack: Pack) -> frozenset[str]:
    """The names of people and organisations behind a pack, as they compare (width, capitals and spaces aside)."""
    named = [name for author in pack.authors for name in (author.name, author.organisation) if name]
    return frozenset("".join(unicodedata.normalize("NFKC", name).casefold().split()) for name in named)


def changes(standing: Pack, coming: Pack) -> Changes:
    """What another version brings, scene by scene."""
    before = {scene.id: dict(scene.sheets) for scene in standing.scenes}
    after = {scene.id: dict(scene.sheets) for scene in coming.scenes}
    return Changes(
        tuple(name for name in after if name not in before),
        tuple(name for name, sheets in after.items() if name in before and before[name] != sheets),
        tuple(name for name in before if name not in after),
    )

"""The map: seven paths, side by side, no summit. Where scenes stand on it, going on, something small for today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from trainer.covers import Heading
from trainer.practice.progress import LATEST, Been, Visit, been

Path = Literal["home", "outdoors", "errands", "belonging", "english", "help", "work", "other"]
PATHS: tuple[Path, ...] = ("home", "outdoors", "errands", "belonging", "english", "help", "work")
"""The seven paths. The order is that of the drawing, from the veranda outwards; none is above another."""

ALIASES: Mapping[str, Path] = {"getting-help": "help"}

Stone = Literal["not-yet", "been", "stopped-here", "small-today"]

SMALL_LEVEL, SMALL_MINUTES = 2, 5
"""Something small: at most this level, at most about this long (0 minutes: the sheet does not say)."""


def address(heading: Heading) -> str:
    """`pack/scene`, as visits carry it."""
    return f"{heading.pack}/{heading.id}"


def path_of(pack: str) -> Path:
    """The path a pack's scenes stand on: shipped packs are named after their path; all others stand on "other"."""
    if pack in ALIASES:
        return ALIASES[pack]
    return next((path for path in PATHS if path == pack), "other")


def placed(headings: Iterable[Heading]) -> dict[Path, tuple[Heading, ...]]:
    """The scenes on each path, gentlest first; every path is there even when nothing stands on it."""
    found: dict[Path, list[Heading]] = {path: [] for path in (*PATHS, "other")}
    for heading in headings:
        found[path_of(heading.pack)].append(heading)
    return {path: tuple(sorted(scenes, key=lambda one: (one.level, one.title))) for path, scenes in found.items()}


def stones(
    headings: Sequence[Heading],
    visited: Sequence[Visit],
    small: Iterable[str] = (),
    known: Mapping[str, Been] | None = None,
) -> dict[str, Stone]:
    """How each scene stands, by address. Only the scene to go on with is "stopped-here"; there is no "not finished".

    `known` is `been(visited)` where the caller has it already.
    """
    stands = been(visited) if known is None else known
    here = go_on(visited, {address(heading) for heading in headings})
    smalls = set(small)
    found: dict[str, Stone] = {}
    for heading in headings:
        at = address(heading)
        if at == here:
            found[at] = "stopped-here"
        elif at in stands:
            found[at] = "been"
        else:
            found[at] = "small-today" if at in smalls else "not-yet"
    return found


def go_on(visited: Sequence[Visit], there: Iterable[str]) -> str | None:
    """The scene of the latest visit, when it was left before its end and is still on the shelf."""
    if not visited:
        return None
    last = visited[-1]
    return last.scene if last.ended != "finished" and last.scene in set(there) else None


def recent(visited: Sequence[Visit], count: int = LATEST) -> dict[str, int]:
    """The scenes visited last as address to order, 1 for the latest; every scene once."""
    found: dict[str, int] = {}
    for one in reversed(visited):
        if one.scene not in found:
            found[one.scene] = len(found) + 1
            if len(found) == count:
                break
    return found


def small_today(
    headings: Sequence[Heading],
    visited: Sequence[Visit],
    seed: int,
    count: int = 3,
    known: Mapping[str, Been] | None = None,
) -> tuple[str, ...]:
    """A few gentle suggestions (addresses), in the order to offer them; the same seed gives the same ones.

    Gentle: level at most 2 and about five minutes, or a scene one has been to. From different paths where possible, and
    never the path "work" (it is there for those who look for it). `known` as for `stones`.
    """
    known = been(visited) if known is None else known
    gentle = [
        heading
        for heading in headings
        if path_of(heading.pack) != "work"
        and ((heading.level <= SMALL_LEVEL and heading.minutes <= SMALL_MINUTES) or address(heading) in known)
    ]
    gentle.sort(key=lambda heading: _shuffled(seed, address(heading)))
    chosen: list[Heading] = []
    for different in (True, False):
        for heading in gentle:
            paths = {path_of(one.pack) for one in chosen}
            if len(chosen) < count and heading not in chosen and not (different and path_of(heading.pack) in paths):
                chosen.append(heading)
    return tuple(address(heading) for heading in chosen)


def _shuffled(seed: int, text: str) -> bytes:
    """A stand-in for dice: an order that depends on nothing but the seed."""
    import hashlib  # noqa: PLC0415 - OpenSSL, 5 ms; not before the first picture

    return hashlib.sha256(f"{seed} {text}".encode()).digest()

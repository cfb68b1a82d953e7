"""The garden map's geometry: where the paths run, where each scene's stone lies, where the labels stand.

Design space 1600x780. Pure numbers: the home screen lays its own focusable stones and labels over the painting.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

GARDEN_SIZE = (1600.0, 780.0)
"""The design space of the map."""

Point = tuple[float, float]

PATHS: tuple[str, ...] = ("home", "outdoors", "errands", "belonging", "english", "help", "work")
"""The seven paths of the map; the house stands in the middle."""

TRACKS: dict[str, tuple[Point, ...]] = {
    "outdoors": ((548, 430), (512, 360), (440, 296), (352, 252)),
    "errands": ((562, 504), (490, 534), (394, 552), (296, 548), (200, 568), (108, 610)),
    "belonging": ((716, 548), (694, 596), (716, 648), (676, 704)),
    "english": ((1062, 372), (1130, 322), (1206, 298), (1268, 290)),
    "help": ((884, 548), (908, 596), (896, 650), (868, 700)),
    "work": ((1040, 500), (1118, 530), (1216, 546), (1310, 548), (1400, 574), (1494, 616)),
}
"""The middle line of every path, from the house outwards."""

LABELS: dict[str, Point] = {
    "home": (800, 518),
    "outdoors": (244, 112),
    "errands": (204, 364),
    "belonging": (560, 742),
    "english": (1372, 112),
    "help": (1040, 742),
    "work": (1440, 372),
}
"""The middle of each path's label."""

_STEP = 30  # samples between two points of a track
_HOME_ROW = 8  # stones in a row before the house; more lie in a second row


@dataclass(frozen=True, slots=True)
class GardenLayout:
    """Stones of every path (in the order of its scenes) and the middle of its label, in design units."""

    stones: Mapping[str, tuple[Point, ...]]
    labels: Mapping[str, Point]


def garden_layout(scene_counts: Mapping[str, int]) -> GardenLayout:
    """Places for that many stones on each path; paths the map does not know are left out, counts below 0 give none."""
    known = {path: max(0, count) for path, count in scene_counts.items() if path in PATHS}
    stones = {path: _home_stones(n) if path == "home" else _along(TRACKS[path], n) for path, n in known.items()}
    return GardenLayout(stones, {path: LABELS[path] for path in known})


def track(path: str) -> tuple[Point, ...]:
    """The smooth middle line of a path as many points (a Catmull-Rom curve through its track)."""
    points = TRACKS[path]
    padded = (points[0], *points, points[-1])
    line: list[Point] = []
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        line += [_catmull_rom(a, b, c, d, i / _STEP) for i in range(_STEP)]
    return (*line, points[-1])


def _catmull_rom(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    def along(m: int) -> float:
        return 0.5 * (
            2 * b[m]
            + (c[m] - a[m]) * t
            + (2 * a[m] - 5 * b[m] + 4 * c[m] - d[m]) * t * t
            + (3 * b[m] - a[m] - 3 * c[m] + d[m]) * t**3
        )

    return along(0), along(1)


def _along(points: tuple[Point, ...], count: int) -> tuple[Point, ...]:
    """`count` points evenly spread along a track."""
    line = track(next(name for name, t in TRACKS.items() if t is points))
    lengths = [0.0]
    for first, second in zip(line, line[1:], strict=False):
        lengths.append(lengths[-1] + math.dist(first, second))
    found: list[Point] = []
    for i in range(count):
        target = lengths[-1] * (i + 0.5) / count
        index = next(j for j, length in enumerate(lengths) if length >= target)
        found.append(line[index])
    return tuple(found)


def _home_stones(count: int) -> tuple[Point, ...]:
    """Stones in front of the house, in one row, or two when there are many."""
    rows = [min(_HOME_ROW, count - start) for start in range(0, count, _HOME_ROW)]
    found: list[Point] = []
    for row, in_row in enumerate(rows):
        gap = min(66.0, 440.0 / max(1, in_row))
        for i in range(in_row):
            x = 800 + (i - (in_row - 1) / 2) * gap
            found.append((x, 462 + row * 30 + (5 if i % 2 else -4)))
    return tuple(found)

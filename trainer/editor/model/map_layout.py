"""The map of a scene: moments as boxes in layers, arrows between them, badges from the same diagnostics as the list.

Layers after Sugiyama, Tagawa and Toda (1981): arrows that lead back are set aside (depth first, in the order of the
sheet), a moment stands one layer below the lowest that leads to it, and within a layer the order follows the mean
place of the neighbours. Nothing is stored and nothing is by chance: the same sheet gives the same map. Units are
the height of a line of text; the window multiplies.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from trainer.editor.model.live import Look
from trainer.editor.model.map_graph import ANYWHERE, ArrowKind, Graph, Way, graph_of
from trainer.packs.outline import MomentPart, SaidPart

BOX_WIDTH, BOX_HEIGHT = 12.0, 3.6
GAP_ACROSS, GAP_DOWN = 2.0, 3.2
_SWEEPS = 6
_WIDEST = 9
"""Boxes side by side before a layer goes on below."""

BadgeKind = Literal["must-fix", "look-at", "idea", "loose-end", "not-reached", "no-silence", "no-hints"]
_CODES: Mapping[str, BadgeKind] = {
    "goto-unknown": "loose-end", "goto-no-fallback": "loose-end", "no-way-to-end": "loose-end",
    "only-leaving": "loose-end", "reply-stays": "loose-end", "events-without-replies": "loose-end",
    "moment-unreachable": "not-reached", "no-silence": "no-silence", "hint-missing": "no-hints",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Badge:
    """Something found in a moment: what kind, how often, and the rows of the findings."""

    kind: BadgeKind
    count: int
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A moment. `x`, `y` is its upper left corner. `text` is the first thing said; rows `first` to `last` its lines.

    `ends`: an arrow leads to the end. `stays`: one says it again. `reached` is False when no arrow leads here.
    """

    name: str
    label: str
    text: str
    x: float
    y: float
    layer: int
    first: int
    last: int
    badges: tuple[Badge, ...] = ()
    begins: bool = False
    ends: bool = False
    stays: bool = False
    reached: bool = True
    replies: int = 0


@dataclass(frozen=True, slots=True)
class MapArrow:
    """An arrow between two boxes along `points`; `back` when it leads up. `labels` are the replies that go there."""

    source: str
    target: str
    kinds: tuple[ArrowKind, ...]
    labels: tuple[str, ...]
    always: bool
    back: bool
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class MapPlan:
    """The whole map, its upper left corner at (0, 0). `anywhere` is among the boxes when there is such a part."""

    boxes: tuple[Box, ...]
    arrows: tuple[MapArrow, ...]
    width: float
    height: float

    def box(self, name: str) -> Box | None:
        """The box of that moment."""
        return next((box for box in self.boxes if box.name == name), None)


def lay_out(look: Look) -> MapPlan:
    """The map of a sheet as it stands; without any moment it is empty. 300 moments take part of a tenth of a second."""
    graph = graph_of(look)
    follows, back, reached = _forward(graph)
    layers = _layers(graph, follows)
    rows = _ordered(layers, follows)
    spots = _spots(rows)
    parts = {part.header.name: part for part in look.part.moments}
    if look.part.anywhere is not None:
        parts[ANYWHERE] = look.part.anywhere
    badges = _badges(look, parts)
    layer_of = {name: number for number, row in enumerate(rows) for name in row}
    boxes = tuple(
        _box(parts[name], name, spots[name], layer_of[name], graph, badges.get(name, ()), name in reached)
        for name in graph.names
    )
    arrows = tuple(_arrow(way, spots, layer_of, way_key in back) for way_key, way in graph.ways.items())
    width = max((box.x + BOX_WIDTH for box in boxes), default=0.0)
    height = max((box.y + BOX_HEIGHT for box in boxes), default=0.0)
    return MapPlan(boxes, arrows, width + (GAP_ACROSS if back else 0.0), height)


# --- layers ----------------------------------------------------------------------------------------------------------


def _forward(graph: Graph) -> tuple[dict[str, list[str]], set[tuple[str, str]], set[str]]:
    """Arrows that lead on (source -> targets), those that lead back, and the moments some arrow comes to."""
    targets = {name: list(graph.targets(name)) for name in graph.names}
    follows: dict[str, list[str]] = {name: [] for name in graph.names}
    back: set[tuple[str, str]] = set()
    state: dict[str, int] = {}
    reached = {graph.first, ANYWHERE} | {target for _, target in graph.ways}
    for root in [graph.first, *graph.names]:
        if not root or root in state:
            continue
        state[root] = 1
        stack = [(root, iter(targets[root]))]
        while stack:
            name, rest = stack[-1]
            target = next(rest, None)
            if target is None:
                state[name] = 2
                stack.pop()
            elif state.get(target) == 1:
                back.add((name, target))
            else:
                follows[name].append(target)
                if target not in state:
                    state[target] = 1
                    stack.append((target, iter(targets[target])))
    return follows, back, reached


def _layers(graph: Graph, follows: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """Each moment one layer below the lowest that leads to it; the sheet's order within a layer."""
    waiting = dict.fromkeys(graph.names, 0)
    for name in graph.names:
        for target in follows[name]:
            waiting[target] += 1
    layer = dict.fromkeys(graph.names, 0)
    ready = [name for name in graph.names if not waiting[name]]
    for name in ready:
        for target in follows[name]:
            layer[target] = max(layer[target], layer[name] + 1)
            waiting[target] -= 1
            if not waiting[target]:
                ready.append(target)
    rows: list[list[str]] = [[] for _ in range(max(layer.values(), default=-1) + 1)]
    for name in graph.names:
        rows[layer[name]].append(name)
    return [row[at : at + _WIDEST] for row in rows for at in range(0, len(row), _WIDEST)]


def _ordered(rows: list[list[str]], follows: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """The same layers with fewer crossings: each moment near the mean place of those above, then of those below."""
    above: dict[str, list[str]] = {name: [] for row in rows for name in row}
    for name, targets in follows.items():
        for target in targets:
            above[target].append(name)
    place = {name: (at + 0.5) / len(row) for row in rows for at, name in enumerate(row)}
    for sweep in range(_SWEEPS):
        near: Mapping[str, Sequence[str]] = above if sweep % 2 == 0 else follows
        for row in rows if sweep % 2 == 0 else reversed(rows):
            wish = {n: sum(place[o] for o in near[n]) / len(near[n]) if near[n] else place[n] for n in row}
            row.sort(key=lambda name: (wish[name], place[name]))  # noqa: B023 - used at once
            place.update({name: (at + 0.5) / len(row) for at, name in enumerate(row)})
    return rows


def _spots(rows: Sequence[Sequence[str]]) -> dict[str, tuple[float, float]]:
    """The upper left corner of every box: layers centred over each other."""
    step = BOX_WIDTH + GAP_ACROSS
    widest = max((len(row) for row in rows), default=0)
    return {
        name: ((widest - len(row)) * step / 2 + at * step, number * (BOX_HEIGHT + GAP_DOWN))
        for number, row in enumerate(rows)
        for at, name in enumerate(row)
    }


# --- boxes and arrows -------------------------------------------------------------------------------------------------


def _box(
    part: MomentPart,
    name: str,
    spot: tuple[float, float],
    layer: int,
    graph: Graph,
    badges: tuple[Badge, ...],
    reached: bool,
) -> Box:
    said = next((item.line.text for item in part.opening if isinstance(item, SaidPart)), "")
    header = part.header
    return Box(
        name, header.label or header.name, said, spot[0], spot[1], layer, header.number - 1,
        max(part.last_line, header.number) - 1, badges, name == graph.first, name in graph.ends, name in graph.stays,
        reached, len(part.replies),
    )  # fmt: skip


def _badges(look: Look, parts: Mapping[str, MomentPart]) -> dict[str, tuple[Badge, ...]]:
    """What was found on the rows of each moment, told by the kinds a map can show."""
    names = sorted(parts, key=lambda name: parts[name].header.number)
    owner: dict[int, str] = {}
    for name in names:
        owner.update(dict.fromkeys(range(parts[name].header.number, parts[name].last_line + 1), name))
    found: dict[str, dict[BadgeKind, list[int]]] = {}
    plain: Mapping[str, BadgeKind] = {"error": "must-fix", "warning": "look-at", "idea": "idea"}
    for one in look.found:
        name = owner.get(one.line, "")
        if name:
            kind = _CODES.get(one.code, plain[one.severity])
            found.setdefault(name, {}).setdefault(kind, []).append(one.line - 1)
    return {
        name: tuple(Badge(kind, len(rows), tuple(rows)) for kind, rows in kinds.items())
        for name, kinds in found.items()
    }


def _arrow(way: Way, spots: Mapping[str, tuple[float, float]], layer_of: Mapping[str, int], back: bool) -> MapArrow:
    """From the lower edge to the upper edge; back, to itself or to its own layer it goes round the right side."""
    (ax, ay), (bx, by) = spots[way.source], spots[way.target]
    if layer_of[way.target] > layer_of[way.source]:
        middle = ay + BOX_HEIGHT + GAP_DOWN / 2
        points = [(ax + BOX_WIDTH / 2, ay + BOX_HEIGHT), (bx + BOX_WIDTH / 2, by)]
        if layer_of[way.target] - layer_of[way.source] > 1:
            lane = _lane(ax, bx)
            points[1:1] = [(lane, middle), (lane, by - GAP_DOWN / 2)]
    else:
        lane = max(ax, bx) + BOX_WIDTH + GAP_ACROSS / 2
        points = [
            (ax + BOX_WIDTH, ay + BOX_HEIGHT * 0.7), (lane, ay + BOX_HEIGHT * 0.7),
            (lane, by + BOX_HEIGHT * 0.3), (bx + BOX_WIDTH, by + BOX_HEIGHT * 0.3),
        ]  # fmt: skip
    up = back or layer_of[way.target] <= layer_of[way.source]
    return MapArrow(
        way.source, way.target, tuple(way.kinds), tuple(way.labels), way.always, up, tuple(points)
    )  # fmt: skip


def _lane(ax: float, bx: float) -> float:
    """The gap between two columns of boxes that lies nearest to both, for an arrow that passes other layers."""
    side = BOX_WIDTH + GAP_ACROSS / 2 if bx >= ax else -GAP_ACROSS / 2
    return ax + side

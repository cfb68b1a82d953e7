"""Lengths of visits: the shortest to an end, and the longest that comes to no moment twice."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence

Graph = Mapping[int, Sequence[int]]
"""Number of a situation or a moment -> the ones that are one turn further on."""


MOST_TRIED = 20_000
"""Ways tried when looking for the longest; their number can double with every moment."""


def shortest(graph: Graph, starts: Sequence[int], ends: frozenset[int]) -> int:
    """Turns from a start up to and including the one that ends the scene; 0 when none does."""
    depth = dict.fromkeys(starts, 1)
    queue = deque(starts)
    while queue:
        node = queue.popleft()
        if node in ends:
            return depth[node]
        for other in graph.get(node, ()):
            if other not in depth:
                depth[other] = depth[node] + 1
                queue.append(other)
    return 0


def can_end(graph: Graph, ends: frozenset[int]) -> set[int]:
    """Every situation from which one that ends the scene can be reached."""
    back: dict[int, list[int]] = {}
    for node, others in graph.items():
        for other in others:
            back.setdefault(other, []).append(node)
    found, left = set(ends), list(ends)
    while left:
        for node in back.get(left.pop(), ()):
            if node not in found:
                found.add(node)
                left.append(node)
    return found


def longest(graph: Graph, starts: Sequence[int], ends: frozenset[int], most: int = MOST_TRIED) -> int:
    """Turns of the longest visit that comes to nothing twice; at least that many when more than `most` were tried."""
    best, tried = 0, 0
    for start in starts:
        way, on_way = [iter(_tries(graph, start))], [start]
        best = max(best, 1 if start in ends else 0)
        while way and tried < most:
            other = next(way[-1], None)
            if other is None:
                way.pop()
                on_way.pop()
            elif other not in on_way:
                tried += 1
                on_way.append(other)
                way.append(iter(_tries(graph, other)))
                if other in ends:
                    best = max(best, len(on_way))
    return best


def _tries(graph: Graph, node: int) -> Sequence[int]:
    return tuple(dict.fromkeys(graph.get(node, ())))

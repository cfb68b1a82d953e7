"""The moments of a sheet as boxes and arrows, before they have a place: what leads where, and how."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from trainer.editor.model.live import Look
from trainer.packs import marks
from trainer.packs.lines import SheetLine
from trainer.packs.outline import BlockItem, MomentPart

ArrowKind = Literal["reply", "opening", "silence", "unclear", "unheard", "repeat"]
KINDS: tuple[ArrowKind, ...] = ("reply", "opening", "silence", "unclear", "unheard", "repeat")
ANYWHERE = "anywhere"
"""The box of the replies that work everywhere; a moment cannot have this name."""


@dataclass(slots=True)
class Way:
    """All ways from one moment to another: `labels` are replies, `always` is True when one has no condition."""

    source: str
    target: str
    kinds: list[ArrowKind] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    always: bool = False


@dataclass(slots=True)
class Graph:
    """`names` in the order of the sheet; `ends`, `stays` and `turns_back` name moments with such an arrow."""

    names: list[str]
    first: str
    ways: dict[tuple[str, str], Way] = field(default_factory=dict)
    ends: set[str] = field(default_factory=set)
    stays: set[str] = field(default_factory=set)
    turns_back: set[str] = field(default_factory=set)

    def targets(self, name: str) -> Iterator[str]:
        """Where a moment leads, in the order of its lines, itself left out."""
        return (target for source, target in self.ways if source == name and target != name)


def graph_of(look: Look) -> Graph:
    """What leads where in the sheet as it stands, also when it cannot be played yet."""
    parts = look.part.moments
    known = {marks.fold(part.header.name): part.header.name for part in parts}
    graph = Graph([part.header.name for part in parts], parts[0].header.name if parts else "")
    for part in parts:
        _take(part, part.header.name, known, graph)
        ends = not part.replies and not any(way[0] == part.header.name for way in graph.ways)
        if ends:
            graph.ends.add(part.header.name)
    if look.part.anywhere is not None and look.part.anywhere.replies:
        graph.names.append(ANYWHERE)
        _take(look.part.anywhere, ANYWHERE, known, graph)
    return graph


def _take(part: MomentPart, name: str, known: dict[str, str], graph: Graph) -> None:
    for kind, label, items in _blocks(part):
        for arrow in _arrows(items):
            word = marks.fold(arrow.name)
            built_in = marks.DESTINATIONS.get(word)
            target = known.get(word)
            if target is not None:
                way = graph.ways.setdefault((name, target), Way(name, target))
                if kind not in way.kinds:
                    way.kinds.append(kind)
                if label and label not in way.labels:
                    way.labels.append(label)
                way.always = way.always or arrow.condition is None
            elif built_in == "end":
                graph.ends.add(name)
            elif built_in == "again":
                graph.stays.add(name)
            elif built_in == "back":
                graph.turns_back.add(name)


def _blocks(part: MomentPart) -> Iterator[tuple[ArrowKind, str, list[BlockItem]]]:
    yield "opening", "", part.opening
    for reply in part.replies:
        yield "reply", reply.header.label or reply.header.name, reply.body
    for event in part.events:
        kind: ArrowKind = event.header.key  # type: ignore[assignment] # the reader's own closed list
        yield kind, "", event.body


def _arrows(items: Iterable[BlockItem]) -> Iterator[SheetLine]:
    return (item for item in items if isinstance(item, SheetLine) and item.kind == "arrow")

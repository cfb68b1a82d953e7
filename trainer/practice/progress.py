"""Progress as folds over the facts: what was visited, how, and what was said. Never streaks, ranks, days or gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from trainer.practice.facts import Fact
from trainer.ways import Way

Ended = Literal["", "finished", "left"]
IN_WORDS: frozenset[str] = frozenset({"type", "read", "speak"})
"""Ways in which the trainee's own words (or voice) were used."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit, added up. `counts` is how often each kind of fact happened; `ended` is "" when the program was closed
    in the middle (that is no different from leaving). `dials` is the highest value each dial was moved to. `worded` is
    how many facts carry own words, also those of turns that were taken back.
    """

    id: str
    scene: str
    when: str
    ended: Ended = ""
    last_moment: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    ways: Mapping[Way, int] = field(default_factory=dict)
    goals: tuple[str, ...] = ()
    dials: Mapping[str, int] = field(default_factory=dict)
    expected: str = ""
    expectation_met: str = ""
    tension_before: int | None = None
    tension_after: int | None = None
    step: str = ""
    worded: int = 0

    @property
    def answers(self) -> int:
        """How many times something was answered, in any way."""
        return self.counts.get("answered", 0)

    @property
    def in_words(self) -> int:
        """How many answers were typed, read aloud or spoken."""
        return sum(count for way, count in self.ways.items() if way in IN_WORDS)


@dataclass(frozen=True, slots=True)
class Been:
    """How a scene stands: how often it was visited, where the latest visit was left ("" when it reached the end)."""

    visits: int = 0
    finished: int = 0
    stopped_at: str = ""


@dataclass(frozen=True, slots=True)
class Walked:
    """What the garden needs of all visits, however many: how scenes stand, and the latest visit of each of the few
    scenes visited last, oldest first. `upto` is the number of the newest fact in it.
    """

    known: Mapping[str, Been] = field(default_factory=dict)
    latest: tuple[Visit, ...] = ()
    upto: int = 0


LATEST = 6
"""Scenes that count as visited lately."""


def walked(visited: Sequence[Visit], upto: int = 0, before: Walked | None = None) -> Walked:
    """These visits added up for the garden, after those of `before`."""
    known = dict(before.known) if before is not None else {}
    for scene, one in been(visited).items():
        old = known.get(scene, Been())
        known[scene] = Been(old.visits + one.visits, old.finished + one.finished, one.stopped_at)
    latest: dict[str, Visit] = {}
    for visit_ in (*reversed(visited), *reversed(before.latest if before is not None else ())):
        latest.setdefault(visit_.scene, visit_)
        if len(latest) == LATEST:
            break
    return Walked(known, tuple(reversed(latest.values())), upto)


TAKEN_BACK: frozenset[str] = frozenset(
    {"answered", "goal", "tried-wrong", "not-understood", "not-heard", "asked-which", "asked-again", "hint"},
)
"""Kinds of facts that a "taken-back" of the same turn undoes: the trainee went on speaking after it."""


def standing(facts: Iterable[Fact]) -> list[Fact]:
    """The facts that stand: without those of turns that were opened again because the trainee went on speaking."""
    kept: dict[int, Fact] = {}
    turns: dict[tuple[str, int], list[int]] = {}
    for number, fact in enumerate(facts):
        key = (fact.visit, fact.turn)
        if fact.kind == "taken-back":
            for earlier in turns.pop(key, []):
                del kept[earlier]
            continue
        kept[number] = fact
        if fact.kind in TAKEN_BACK:
            turns.setdefault(key, []).append(number)
    return list(kept.values())


def visits(facts: Iterable[Fact]) -> tuple[Visit, ...]:
    """The visits in these facts, in the order in which they began (what was taken back began them all the same)."""
    given = list(facts)
    began = {fact.visit: fact for fact in reversed(given)}
    by_visit: dict[str, list[Fact]] = {name: [] for name in dict.fromkeys(fact.visit for fact in given)}
    worded = Counter(fact.visit for fact in given if fact.words)
    for fact in standing(given):
        by_visit[fact.visit].append(fact)
    return tuple(visit(found, began[name], worded[name]) for name, found in by_visit.items())


def visit(facts: list[Fact], began: Fact | None = None, worded: int = 0) -> Visit:
    """One visit from the facts that stand; `began` is its very first one (without it there must be a fact)."""
    first = began or facts[0]
    answered = [fact for fact in facts if fact.kind == "answered"]
    kinds = {fact.kind: fact for fact in facts}
    ended: Ended = "finished" if "finished" in kinds else "left" if "left" in kinds else ""
    dials: dict[str, int] = {}
    for fact in facts:
        name, value = dial_of(fact)
        if name:
            dials[name] = max(value, dials.get(name, value))
    return Visit(
        id=first.visit,
        scene=first.scene,
        when=first.when,
        ended=ended,
        last_moment=next((fact.moment for fact in reversed(facts) if fact.moment), ""),
        counts=Counter(fact.kind for fact in facts),
        ways=Counter(fact.way for fact in answered if fact.way is not None),
        goals=tuple(dict.fromkeys(fact.detail for fact in facts if fact.kind == "goal" and fact.detail)),
        dials=dials,
        expected=kinds["expected"].words if "expected" in kinds else "",
        expectation_met=kinds["expectation-met"].detail if "expectation-met" in kinds else "",
        tension_before=kinds["tension-before"].value if "tension-before" in kinds else None,
        tension_after=kinds["tension-after"].value if "tension-after" in kinds else None,
        step=kinds["step"].detail if "step" in kinds else "",
        worded=worded,
    )


def dial_of(fact: Fact) -> tuple[str, int]:
    """The dial and the value of a "dial" fact (`detail` is `noise=2`, or the value stands in `value`); ("", 0) else."""
    if fact.kind != "dial":
        return "", 0
    name, _, number = fact.detail.partition("=")
    if fact.value is not None:
        return name.strip(), fact.value
    number = number.strip()
    return (name.strip(), int(number)) if number.lstrip("-").isdecimal() else ("", 0)


def been(visited: Iterable[Visit]) -> dict[str, Been]:
    """How each scene that was ever visited stands, by address."""
    times: dict[str, int] = {}
    whole: dict[str, int] = {}
    stopped: dict[str, str] = {}
    for one in visited:
        scene, finished = one.scene, one.ended == "finished"
        times[scene] = times.get(scene, 0) + 1
        whole[scene] = whole.get(scene, 0) + finished
        stopped[scene] = "" if finished else one.last_moment
    return {scene: Been(count, whole[scene], stopped[scene]) for scene, count in times.items()}


def goals(visited: Iterable[Visit]) -> dict[str, tuple[str, ...]]:
    """The goals that were ever reached, per scene. There is no list of others."""
    found: dict[str, dict[str, None]] = {}
    for one in visited:
        if one.goals:
            found.setdefault(one.scene, {}).update(dict.fromkeys(one.goals))
    return {scene: tuple(names) for scene, names in found.items() if names}


def ways(visited: Iterable[Visit]) -> dict[Way, int]:
    """How many answers were given in each way, over all visits; each way counts the same."""
    total: dict[Way, int] = {}
    for one in visited:
        for way, count in one.ways.items():
            total[way] = total.get(way, 0) + count
    return total

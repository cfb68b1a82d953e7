"""The page after a visit: what happened as plain facts, one strength, at most one idea. Codes, never sentences.

Every visit has a strength, also one that was left at once. Ideas follow only a visit that reached its end, and never
when tension rose twice. Compared with nothing but the trainee's own past.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from trainer.practice.facts import Fact
from trainer.practice.progress import Visit, visit
from trainer.practice.tension import offer_gentler
from trainer.script import GENTLEST_IS_MOST
from trainer.speech import WAYS, Way


@dataclass(frozen=True, slots=True)
class Happened:
    """A fact as a code with how often it happened; `detail` is pack text that belongs to it (a goal)."""

    code: str
    count: int = 1
    detail: str = ""


@dataclass(frozen=True, slots=True)
class SceneOffers:
    """What the scene has to offer for an idea: its dials with where they stand now, and whether one may try otherwise.

    `dials` maps a dial's name to (value now, lowest, highest).
    """

    dials: Mapping[str, tuple[int, int, int]]
    on_purpose: bool = False


@dataclass(frozen=True, slots=True)
class After:
    """What happened, one strength, at most one idea."""

    ended: Literal["finished", "left"]
    facts: tuple[Happened, ...]
    strength: Happened
    idea: Happened | None


ONCE: tuple[str, ...] = ("tried-wrong", "way", "finished", "left")
"""Told without a number."""
COUNTED: tuple[str, ...] = (
    "asked-again",
    "hint",
    "said-for-me",
    "stayed-quiet",
    "not-heard",
    "not-understood",
    "breath",
)
STRENGTHS: tuple[str, ...] = (
    "not-heard",
    "asked-again",
    "tried-wrong",
    "answered-speak",
    "answered-read",
    "answered-type",
)
"""Looked for in this order when nothing was done for the first time: what takes most heart comes first."""
QUIET_STRENGTHS: tuple[str, ...] = ("breath", "stayed-quiet", "hint", "dial", "way", "finished", "left", "began")


def after(facts: Sequence[Fact], past: Sequence[Visit], offers: SceneOffers) -> After:
    """The page for the visit with these facts; `past` are the visits before it, oldest first."""
    told = happened(facts)
    now = visit(list(facts)) if facts else None
    ended: Literal["finished", "left"] = "finished" if now is not None and now.ended == "finished" else "left"
    risen = now is not None and offer_gentler([*past, now])
    idea = idea_for(now, past, offers) if now is not None and ended == "finished" and not risen else None
    return After(ended, told, strength_of(facts, past), idea)


def happened(facts: Sequence[Fact]) -> tuple[Happened, ...]:
    """The facts of a visit, in the order in which the page tells them."""
    counts = Counter(fact.kind for fact in facts if fact.kind != "stayed-quiet")
    # A scene may hear of one silence several times; a quiet turn is one quiet turn.
    counts["stayed-quiet"] = len({fact.turn for fact in facts if fact.kind == "stayed-quiet"})
    answered = Counter(fact.way for fact in facts if fact.kind == "answered")
    told = [Happened(f"answered-{way}", answered[way]) for way in WAYS if answered[way]]
    if answered[None]:
        told.append(Happened("answered", answered[None]))
    told += [Happened(code, counts[code]) for code in COUNTED if counts[code]]
    dials = {fact.detail.partition("=")[0].strip() for fact in facts if fact.kind == "dial"}
    if dials:
        told.append(Happened("dial", len(dials)))
    goals = dict.fromkeys(fact.detail for fact in facts if fact.kind == "goal" and fact.detail)
    told += [Happened("goal", 1, goal) for goal in goals]
    told += [Happened(code) for code in ONCE if counts[code]]
    return tuple(told)


def strength_of(facts: Sequence[Fact], past: Sequence[Visit]) -> Happened:
    """One thing that worked: something new against one's own past if there is any, else what took most heart."""
    counts = _counts(facts)
    for code in STRENGTHS:
        if counts[code] and not any(_had(one, code) for one in past):
            return Happened(code, counts[code])
    for code in (*STRENGTHS, *QUIET_STRENGTHS):
        if counts[code]:
            return Happened(code, counts[code])
    return Happened("began")


def idea_for(now: Visit, past: Sequence[Visit], offers: SceneOffers) -> Happened | None:
    """At most one idea for another day: the next gentle change of one thing, or none.

    After the first visit the same scene once more; then the next way of answering; then asking to hear a line again;
    then the other thing on purpose; then one dial a little further.
    """
    here = [one for one in past if one.scene == now.scene]
    if not here:
        return Happened("again")
    way = _next_way(now, here)
    if way is not None:
        return Happened(f"way-{way}")
    everywhere = [*here, now]
    if not any(one.counts.get("asked-again") for one in everywhere):
        return Happened("ask-again")
    if offers.on_purpose and not any(one.counts.get("tried-wrong") for one in everywhere):
        return Happened("on-purpose")
    dial = _next_dial(offers.dials)
    return Happened(f"dial-{dial}") if dial else None


def _next_way(now: Visit, here: Sequence[Visit]) -> Way | None:
    """The way after the furthest one tried in this scene; none when it is new in this visit (let it rest first)."""
    tried = {way for one in here for way in one.ways}
    fresh = set(now.ways) - tried
    furthest = max((WAYS.index(way) for way in tried | set(now.ways)), default=0)
    return WAYS[furthest + 1] if not fresh and furthest + 1 < len(WAYS) else None


def _next_dial(dials: Mapping[str, tuple[int, int, int]]) -> str:
    """A dial that can go one step further from its gentlest end: the one that has gone the least so far."""
    steps: dict[str, int] = {}
    for name, (value, low, high) in dials.items():
        gone, whole = (high - value if name in GENTLEST_IS_MOST else value - low), high - low
        if gone < whole:
            steps[name] = gone
    return min(steps, key=lambda name: steps[name], default="")


def _counts(facts: Sequence[Fact]) -> Counter[str]:
    counts = Counter(fact.kind for fact in facts)
    counts.update(f"answered-{fact.way}" for fact in facts if fact.kind == "answered" and fact.way)
    return counts


def _had(one: Visit, code: str) -> bool:
    """Whether a visit had that: a kind of fact, or an answer in a way."""
    kind, _, way = code.partition("-")
    return (
        any(key == way and count for key, count in one.ways.items())
        if kind == "answered"
        else bool(one.counts.get(code))
    )

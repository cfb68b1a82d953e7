"""A real way from the beginning to a moment, through the conversation itself: what "play from here" stands on.

The way of least effort (Dijkstra 1959): a reply costs 1, a silence or an answer not understood 3, leaving 6, so that a
moment is come to as most people would. Nothing is set by hand: memory, goals and turn are those of somebody
who came so.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from trainer.conversation.effects import Effect, Say
from trainer.conversation.engine import advance, begin
from trainer.conversation.events import Event, LeaveAsked, PartnerFinished, ReplyPicked, VisitBegan
from trainer.conversation.state import State
from trainer.packs.domains import blocks
from trainer.packs.walker import Walk
from trainer.script import Arrow, Moment, Scene, Value

MOST_STATES = 20_000
"""Situations looked at before a way counts as not there."""
_REPLY, _OTHER, _LEAVE = 1, 3, 6


@dataclass(frozen=True, slots=True)
class Start:
    """Where to begin. `before` is the state just before the moment, `event` what then leads to it.

    A runner takes `before` and is then told `event`, so that the moment's opening is really said. `words` is what the
    trainee did to come here, in the notation of rehearsal plans; `values` what is remembered by then and differs from
    the beginning; `state` the state on arrival, with the partner's lines said.
    """

    moment: str
    words: tuple[str, ...]
    dials: Mapping[str, int]
    values: Mapping[str, Value]
    goals: tuple[str, ...]
    before: State
    event: Event
    state: State
    memory: Mapping[str, Value] = field(default_factory=dict)

    @property
    def first(self) -> bool:
        """True when this is simply the beginning of the scene."""
        return isinstance(self.event, VisitBegan)

    def with_values(self, values: Mapping[str, Value]) -> Start:
        """The same place with other remembered values, as the facilitator wants them."""
        memory = {**self.before.memory, **values}
        return replace(
            self,
            values={**self.values, **values},
            before=replace(self.before, memory=memory),
            state=replace(self.state, memory={**self.state.memory, **values}),
        )


@dataclass(frozen=True, slots=True)
class _Trail:
    """A situation met: how it was come to."""

    state: State
    back: int
    words: str


def way_to(
    scene: Scene, moment: str, dials: Mapping[str, int] | None = None, most_states: int = MOST_STATES
) -> Start | None:
    """The way to a moment of the scene; None when no way was found.

    The dials given are tried first, then every setting that decides where the scene goes; then what an earlier visit
    may have left in memory.
    """
    if moment not in _led_to(scene):
        return None
    search = _Search(scene, moment, most_states)
    settings = [dict(dials or {}), *search.walk.values.dial_settings()]
    memories: list[dict[str, Value]] = [{}]
    for memory in memories:
        for setting in settings:
            found = search.run({**dict(dials or {}), **setting}, memory)
            if found is not None:
                return found
        memories += [one for one in search.kept() if one not in memories and len(memories) < 8]
    return None


def _led_to(scene: Scene) -> set[str]:
    """The moments that some arrow leads to, whatever its condition, beginning at the first."""
    by_name = {one.name: one for one in scene.moments}
    met, queue = {scene.first}, [scene.first]
    always = [step.target for step in _arrows(scene.anywhere)]
    while queue:
        for target in (*(step.target for step in _arrows(by_name[queue.pop()])), *always, scene.leaving):
            if target in by_name and target not in met:
                met.add(target)
                queue.append(target)
    return met


def _arrows(moment: Moment) -> list[Arrow]:
    return [step for _, steps in blocks(moment) for step in steps if isinstance(step, Arrow)]


class _Search:
    def __init__(self, scene: Scene, moment: str, most: int) -> None:
        self.scene, self.moment, self.most = scene, moment, most
        self.walk = Walk(scene, most)
        self.trails: list[_Trail] = []
        self._kept: list[dict[str, Value]] = []

    def kept(self) -> list[dict[str, Value]]:
        """What visits that ended on the way would carry to the next one."""
        return self._kept

    def run(self, dials: Mapping[str, int], memory: Mapping[str, Value]) -> Start | None:
        self.walk.tried.clear()
        self.trails = []
        waiting = begin(self.scene)
        came = VisitBegan(dials=dials, memory=memory)
        state, met = self._step(waiting, came)
        if met:
            return self._found(waiting, came, state, -1, "", dials, memory)
        seen = {self.walk.key(self.walk.plain(state))}
        self.trails.append(_Trail(state, -1, ""))
        queue = [(0, 0)]
        while queue and len(self.trails) < self.most:
            cost, number = heapq.heappop(queue)
            here = self.trails[number].state
            if here.phase == "ended":
                continue
            for one in list(self.walk.possible(here)):
                state, met = self._step(here, one.event)
                if met:
                    return self._found(here, one.event, state, number, one.words, dials, memory)
                key = self.walk.key(self.walk.plain(state))
                if key not in seen:
                    seen.add(key)
                    self.trails.append(_Trail(state, number, one.words))
                    heapq.heappush(queue, (cost + _cost(one.event), len(self.trails) - 1))
        return None

    def _step(self, state: State, event: Event) -> tuple[State, bool]:
        """One event, and the partner's lines said; whether the moment was come to on the way."""
        state, effects = advance(self.scene, state, event)
        met = self._is_met(state, effects)
        while state.phase == "speaking":
            state, effects = advance(self.scene, state, PartnerFinished(state.turn))
            met = met or self._is_met(state, effects)
        if state.phase == "ended":
            kept = {name: value for name, value in state.memory.items() if name in self.walk.kept}
            if kept and kept not in self._kept and len(self._kept) < 8:
                self._kept.append(kept)
        return state, met

    def _is_met(self, state: State, effects: tuple[Effect, ...]) -> bool:
        said = (line.address for effect in effects if isinstance(effect, Say) for line in effect.lines)
        return state.moment == self.moment or any(at.startswith(f"{self.moment}/opening/") for at in said)

    def _found(
        self,
        before: State,
        event: Event,
        state: State,
        back: int,
        words: str,
        dials: Mapping[str, int],
        memory: Mapping[str, Value],
    ) -> Start:
        way = [words] if words else []
        while back >= 0:
            trail = self.trails[back]
            way += [trail.words] if trail.words else []
            back = trail.back
        start = {one.name: one.start for one in self.scene.memory}
        values = {name: value for name, value in before.memory.items() if start.get(name) != value}
        if isinstance(event, ReplyPicked):
            values.update(event.slots)
        return Start(
            self.moment, tuple(reversed(way)), {**begin(self.scene).dials, **dials}, values, before.goals, before,
            event, state, dict(memory),
        )  # fmt: skip


def _cost(event: Event) -> int:
    if isinstance(event, ReplyPicked):
        return _REPLY
    return _LEAVE if isinstance(event, LeaveAsked) else _OTHER

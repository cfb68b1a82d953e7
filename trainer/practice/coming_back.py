"""Coming back to where a visit was left: its facts are played again, silently, through the conversation itself.

Nothing is kept for this but what a visit's facts say anyway: how the scene set out (its seed, its dials, a mark of its
sheet), which replies were given and in what order. So it works after the program was closed or killed, is erased with
the visit, and can never disagree with the record.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from trainer.conversation.effects import Effect
from trainer.conversation.engine import advance, begin
from trainer.conversation.events import (
    BreathBegan,
    DialTurned,
    Event,
    PartnerFinished,
    RepeatAsked,
    Replied,
    ReplyPicked,
    SilencePassed,
    VisitBegan,
)
from trainer.conversation.state import State
from trainer.practice.facts import Fact
from trainer.practice.progress import dial_of, standing
from trainer.script import Scene, Value
from trainer.speech import Utterance, Way
from trainer.understanding.interpretation import Interpretation

PLACED: frozenset[str] = frozenset({"answered", "stayed-quiet", "not-understood"})
"""Kinds of facts that belong to the moment they name; in another moment the way has parted."""


@dataclass(frozen=True, slots=True)
class SetOut:
    """How a visit set out: the seed, a mark of the sheet as it was, the seats, where the dials stood."""

    seed: int
    sheet: str
    swapped: bool = False
    dials: Mapping[str, int] = field(default_factory=dict)

    def text(self) -> str:
        """As the "began" fact carries it: `seed=3 sheet=0f3a61d2c4b5 swapped noise=2`."""
        words = [f"seed={self.seed}", f"sheet={self.sheet}", *(["swapped"] if self.swapped else [])]
        return " ".join([*words, *(f"{name}={value}" for name, value in self.dials.items())])


def set_out(text: str) -> SetOut | None:
    """Read it again; None when a visit says nothing of it (it was kept by an earlier version)."""
    given: dict[str, str] = {}
    for word in text.split():
        name, _, value = word.partition("=")
        given[name] = value
    seed, sheet = given.pop("seed", ""), given.pop("sheet", "")
    swapped = given.pop("swapped", None) is not None
    if not seed.isdecimal() or not sheet:
        return None
    dials = {name: int(value) for name, value in given.items() if value.lstrip("-").isdecimal()}
    return SetOut(int(seed), sheet, swapped, dials)


def sheet_mark(source: str) -> str:
    """A short mark of the sheet a scene was written on: another one means that the scene was changed.

    Translations hold the same moments and replies in other words, so one may come back in another language.
    """
    return hashlib.sha256(source.encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class CameBack:
    """Where the visit stood: `state` while the partner's last lines are being said, the moments met, how it came there.

    The state is in a breath: what leads on from it is `BreathEnded`, with which the partner says where we are again.
    """

    state: State
    met: tuple[str, ...]
    steps: tuple[tuple[Event, tuple[Effect, ...]], ...]


def come_back(
    scene: Scene, out: SetOut, way: Way, memory: Mapping[str, Value], facts: Sequence[Fact]
) -> CameBack | None:
    """The place that these facts of one visit lead to; None when there is nothing to come back to.

    `scene` as it was played (swapped or not), `memory` as it was before the visit. Where the way parts from the facts,
    and where a reply led to the end, the place before that counts.
    """
    walk = _Walk(scene, out.seed)
    walk.do(VisitBegan(out.dials, way, memory))
    stood = walk.stands()
    for fact in standing(facts):
        event = walk.event(fact)
        if event is None:
            continue
        if fact.kind in PLACED:
            walk.hear_out()
            if fact.moment != walk.state.moment:
                break
            event = walk.event(fact)
        if event is not None:
            walk.do(event)
        if walk.over():
            break
        stood = walk.stands()
    if stood is None:
        return None
    walk.state, walk.steps, walk.met = stood
    if walk.state.phase == "listening":
        # Nothing was being said: the partner says again what the moment began with.
        walk.do(RepeatAsked(walk.state.turn))
    walk.do(BreathBegan())
    return CameBack(walk.state, tuple(walk.met), tuple(walk.steps))


class _Walk:
    """The conversation, played without anybody hearing it."""

    def __init__(self, scene: Scene, seed: int) -> None:
        self.scene = scene
        self.state = begin(scene, seed)
        self.steps: list[tuple[Event, tuple[Effect, ...]]] = []
        self.met: list[str] = []

    def do(self, event: Event) -> None:
        """One step."""
        self.state, effects = advance(self.scene, self.state, event)
        self.steps.append((event, effects))
        if self.state.moment and self.state.moment not in self.met:
            self.met.append(self.state.moment)

    def hear_out(self) -> None:
        """The partner comes to the end of the lines."""
        if self.state.phase == "speaking":
            self.do(PartnerFinished(self.state.turn))

    def over(self) -> bool:
        """Did it come to an end, or to the goodbye?"""
        state = self.state
        leaving = bool(self.scene.leaving) and state.moment == self.scene.leaving
        return state.phase == "ended" or bool(state.ending) or leaving

    def stands(self) -> tuple[State, list[tuple[Event, tuple[Effect, ...]]], list[str]] | None:
        """Where it stands now; None where nothing can be come back to."""
        return None if self.over() else (self.state, list(self.steps), list(self.met))

    def event(self, fact: Fact) -> Event | None:
        """What happened, as the conversation was told it; None for facts that led nowhere."""
        turn = self.state.turn
        match fact.kind:
            case "answered":
                return ReplyPicked(turn, fact.reply, fact.way or "choose", slots=self._details(fact.detail))
            case "stayed-quiet" if fact.detail.isdecimal():
                return SilencePassed(turn, int(fact.detail))
            case "not-understood":
                heard = Utterance("…", self.scene.language, "type")
                return Replied(turn, Interpretation(heard, "unclear", None, "", None, 0.0), "type")
            case "dial":
                name, value = dial_of(fact)
                return DialTurned(name, value) if name else None
        return None

    def _details(self, text: str) -> dict[str, Value]:
        """The details of a reply (`size=large count=2`): listed ones by their key, the others are numbers."""
        found: dict[str, Value] = {}
        for slot in self.scene.slots:
            for word in text.split(" "):
                name, _, value = word.partition("=")
                if name == slot.name and value:
                    keys = {known.key.replace(" ", "_"): known.key for known in slot.values}
                    if value in keys:
                        found[name] = keys[value]
                    elif value.lstrip("-").isdecimal():
                        found[name] = int(value)
        return found

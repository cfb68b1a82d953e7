"""Seeded plays of a scene through the real conversation: how often each thing happens, and how long visits take.

The walk tells what can happen; plays tell what does, to somebody who is tired: now and then silent, now and then not
understood, sometimes asking again or leaving (the profile of docs/decisions/0123). The same seed gives the same plays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from trainer.conversation.draft import open_replies
from trainer.conversation.effects import Effect, Narrate, Record, Say
from trainer.conversation.engine import advance, begin
from trainer.conversation.events import Event, PartnerFinished, Replied, ReplyPicked, SilencePassed, VisitBegan
from trainer.conversation.state import State
from trainer.packs.domains import blocks
from trainer.packs.walk_report import Missed
from trainer.packs.walk_values import Values
from trainer.script import Line, Reply, Scene, Value
from trainer.speech import Utterance
from trainer.understanding.interpretation import Interpretation

MOST_TURNS = 200
"""A play that is longer than this has not found an end."""

SILENT, UNCLEAR, ANYWHERE = 10, 10, 5
"""Of a hundred turns: said nothing, was not understood, gave one of the replies that work anywhere."""

TURN_SECONDS = 6.0
"""What a trainee takes for one turn: thinking, then a few words."""

Seconds = Callable[[str, str], float]
"""Text and its language -> seconds it takes to say."""


def rough_seconds(text: str, language: str) -> float:
    """About how long a line takes: 2.5 words a second in English, 7 letters a second in Japanese."""
    return 0.6 + (len(text) / 7 if language == "ja" else len(text.split()) / 2.5)


@dataclass(frozen=True, slots=True)
class PlaysReport:
    """What happened in `plays` visits. Turns and minutes are (shortest, middle, longest) of visits to the end.

    Counts are by moment, by `moment/> reply` and by wording; `unheard` are wordings that no play said, and
    `unfinished` counts visits that found no end.
    """

    plays: int
    seed: int
    finished: int
    left: int
    unfinished: int
    turns: tuple[int, int, int]
    minutes: tuple[float, float, float]
    moments: Mapping[str, int] = field(default_factory=dict)
    replies: Mapping[str, int] = field(default_factory=dict)
    wordings: Mapping[str, int] = field(default_factory=dict)
    goals: Mapping[str, int] = field(default_factory=dict)
    all_goals: int = 0
    unheard: tuple[Missed, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """The report as `--json` prints it."""
        return {
            "plays": self.plays,
            "seed": self.seed,
            "finished": self.finished,
            "left": self.left,
            "unfinished": self.unfinished,
            "turns": dict(zip(("shortest", "middle", "longest"), self.turns, strict=True)),
            "minutes": dict(zip(("shortest", "middle", "longest"), self.minutes, strict=True)),
            "moments": dict(self.moments),
            "replies": dict(self.replies),
            "wordings": dict(self.wordings),
            "goals": dict(self.goals),
            "all_goals": self.all_goals,
            "unheard": [{"address": m.address, "file": m.place.file, "line": m.place.line} for m in self.unheard],
        }


class Dice:
    """Numbers that look like chance and are the same for the same seed (splitmix64, Steele et al. 2014)."""

    def __init__(self, seed: int) -> None:
        self._state = seed & 0xFFFFFFFFFFFFFFFF

    def below(self, count: int) -> int:
        """A number from 0 up to and without `count`."""
        self._state = (self._state + 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF
        mixed = self._state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & 0xFFFFFFFFFFFFFFFF
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & 0xFFFFFFFFFFFFFFFF
        return (mixed ^ (mixed >> 31)) % count


def play_scene(scene: Scene, plays: int = 200, seed: int = 1, seconds: Seconds = rough_seconds) -> PlaysReport:
    """Play a scene that many times; two thousand plays take about as long as one walk."""
    return _Plays(scene, seed, seconds).run(plays)


@dataclass(slots=True)
class _Visit:
    """One play while it goes on."""

    state: State
    turns: int = 0
    spent: float = 0.0
    goals: set[str] = field(default_factory=set)
    moments: set[str] = field(default_factory=set)


class _Plays:
    def __init__(self, scene: Scene, seed: int, seconds: Seconds) -> None:
        self.scene, self.seed, self.seconds = scene, seed, seconds
        self.dice = Dice(seed)
        self.values = Values(scene)
        self.choices: dict[tuple[str, str], Sequence[Mapping[str, Value]]] = {}
        self.kept = {memory.name for memory in scene.memory if memory.keep}
        self.moments: Counter[str] = Counter()
        self.replies: Counter[str] = Counter()
        self.wordings: Counter[str] = Counter()
        self.goals: Counter[str] = Counter()
        self.ended: Counter[str] = Counter()
        self.lengths: list[tuple[int, float]] = []
        self.all_goals = 0

    def run(self, plays: int) -> PlaysReport:
        memory: Mapping[str, Value] = {}
        required = {goal.name for goal in self.scene.goals if not goal.optional}
        for number in range(plays):
            visit = self.play(number, memory)
            self.ended[visit.state.ended or "unfinished"] += 1
            self.moments.update(visit.moments)
            self.goals.update(visit.goals)
            self.all_goals += required <= visit.goals
            if visit.state.phase == "ended":
                if visit.state.ended != "left":
                    self.lengths.append((visit.turns, visit.spent))
                # Every other visit remembers the one before.
                after = {name: value for name, value in visit.state.memory.items() if name in self.kept}
                memory = after if number % 2 else {}
        return self.report(plays)

    def play(self, number: int, memory: Mapping[str, Value]) -> _Visit:
        dials = {dial.name: dial.low + self.dice.below(dial.high - dial.low + 1) for dial in self.scene.dials}
        seed = self.seed * 1_000_003 + number
        state, effects = advance(self.scene, begin(self.scene, seed), VisitBegan(dials=dials, memory=memory))
        visit = _Visit(state)
        self.look(visit, effects)
        while visit.state.phase != "ended" and visit.turns < MOST_TURNS:
            if visit.state.phase == "speaking":
                self.step(visit, PartnerFinished(visit.state.turn))
            else:
                visit.turns += 1
                visit.spent += TURN_SECONDS
                self.step(visit, self.answer(visit))
        return visit

    def step(self, visit: _Visit, event: Event) -> None:
        visit.state, effects = advance(self.scene, visit.state, event)
        self.look(visit, effects)

    def look(self, visit: _Visit, effects: Iterable[Effect]) -> None:
        visit.moments.add(visit.state.moment)
        for effect in effects:
            if isinstance(effect, Say):
                for said in effect.lines:
                    self.wordings[said.address] += 1
                    visit.spent += self.seconds(said.text, self.scene.language)
            elif isinstance(effect, Narrate):
                visit.spent += 1.5
            elif isinstance(effect, Record) and effect.kind == "goal":
                visit.goals.add(effect.detail)

    def answer(self, visit: _Visit) -> Event:
        """What the tired trainee does now."""
        state, roll = visit.state, self.dice.below(100)
        silences = [s.seconds for s in self.scene.moment(state.moment).silences if s.seconds not in state.silences_met]
        if roll < SILENT and silences:
            visit.spent += silences[0]
            return SilencePassed(state.turn, silences[0])
        if roll < SILENT + UNCLEAR:
            nothing = Interpretation(Utterance("?", self.scene.language), "unclear", None, "", None, 0.0)
            return Replied(state.turn, nothing, "type")
        replies = list(open_replies(self.scene, state))
        anywhere = {reply.name for reply in self.scene.anywhere.replies}
        own = [reply for reply in replies if reply.name not in anywhere]
        if roll >= 100 - ANYWHERE or not own:
            own = [reply for reply in replies if reply.name in anywhere] or own
        if not own:
            return SilencePassed(state.turn, silences[0] if silences else 60)
        reply = own[self.dice.below(len(own))]
        self.replies[f"{state.moment}/> {reply.name}"] += 1
        visit.spent += self.seconds(reply.examples[0], self.scene.language) if reply.examples else 1.0
        return ReplyPicked(state.turn, reply.name, "choose", slots=self.filled(state.moment, reply))

    def filled(self, moment: str, reply: Reply) -> Mapping[str, Value]:
        """One of the ways of filling in the slots of a reply."""
        key = (moment, reply.name)
        if key not in self.choices:
            self.choices[key] = tuple(self.values.choices(reply)) or ({},)
        ways = self.choices[key]
        return ways[self.dice.below(len(ways))]

    def report(self, plays: int) -> PlaysReport:
        turns = sorted(turns for turns, _ in self.lengths) or [0]
        minutes = sorted(round(spent / 60, 1) for _, spent in self.lengths) or [0.0]
        names = [moment.name for moment in self.scene.moments]
        return PlaysReport(
            plays,
            self.seed,
            self.ended["finished"],
            self.ended["left"],
            self.ended["unfinished"],
            (turns[0], turns[len(turns) // 2], turns[-1]),
            (minutes[0], minutes[len(minutes) // 2], minutes[-1]),
            {name: self.moments[name] for name in names},
            {address: self.replies[address] for address in self.every_reply()},
            dict(self.wordings),
            {goal.name: self.goals[goal.name] for goal in self.scene.goals},
            self.all_goals,
            self.unheard(),
        )

    def every_reply(self) -> list[str]:
        """Replies of every moment, and those of `anywhere` where somebody gave them."""
        own = [f"{moment.name}/> {reply.name}" for moment in self.scene.moments for reply in moment.replies]
        return [*own, *sorted(address for address in self.replies if address not in own)]

    def unheard(self) -> tuple[Missed, ...]:
        """Wordings that no play said."""
        found = []
        for moment in self.scene.moments:
            for block, steps in blocks(moment):
                for number, step in enumerate(steps):
                    if isinstance(step, Line):
                        for other, wording in enumerate(step.wordings):
                            address = f"{moment.name}/{block}/{number}/{other}"
                            if address not in self.wordings:
                                found.append(Missed(address, wording.place))
        return tuple(found)

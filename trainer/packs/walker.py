"""Walks every path of a scene through the real conversation: what can be come to, what can be left, what is empty.

Breadth first over situations: moment, remembered values, silences met, how often something was not understood. Two
situations that no condition of the scene can tell apart count as one, so loops end. At each one: every reply with every
way of filling in its slots, every gesture, every silence, not being understood, hearing it again, and leaving.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from trainer.conversation.draft import open_replies
from trainer.conversation.effects import Effect
from trainer.conversation.engine import advance, begin
from trainer.conversation.events import (
    Event,
    LeaveAsked,
    PartnerFinished,
    RepeatAsked,
    Replied,
    ReplyPicked,
    SilencePassed,
    VisitBegan,
)
from trainer.conversation.state import State
from trainer.packs.domains import blocks
from trainer.packs.walk_lengths import can_end, longest, shortest
from trainer.packs.walk_report import Empty, Ending, Missed, WalkReport
from trainer.packs.walk_seen import Seen
from trainer.packs.walk_values import Values
from trainer.script import BACK, Arrow, Scene, Value
from trainer.speech import Utterance
from trainer.understanding.interpretation import Interpretation

MOST_STATES = 50_000
"""Situations walked before the walk stops and says "sampled"."""

MOST_MEMORIES = 20
"""Different things carried over from an earlier visit with which a walk begins."""

_Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Possible:
    """Something that can happen in a situation: the event, how a plan writes it, the block it runs, the reply given."""

    event: Event
    words: str
    block: str
    reply: str = ""


def walk_scene(scene: Scene, most_states: int = MOST_STATES) -> WalkReport:
    """Walk a scene in the language it was built in. Takes about a second for a large scene."""
    return Walk(scene, most_states).run()


class Walk:
    """One walk; `possible`, `plain` and `key` also serve whoever looks for a single way (`way.py`)."""

    def __init__(self, scene: Scene, most_states: int) -> None:
        self.scene, self.most_states = scene, most_states
        self.values, self.seen = Values(scene), Seen(scene)
        self.goes_back = any(
            isinstance(step, Arrow) and step.target == BACK
            for moment in (*scene.moments, scene.anywhere) for _, steps in blocks(moment) for step in steps
        )  # fmt: skip
        self.kept = {memory.name for memory in scene.memory if memory.keep}
        self.numbers: dict[_Key, int] = {}
        self.states: list[State] = []
        self.came: list[tuple[int, str]] = []
        self.graph: dict[int, list[int]] = {}
        self.queue: deque[int] = deque()
        self.starts: list[int] = []
        self.ends: set[int] = set()
        self.endings: Counter[tuple[str, str]] = Counter()
        self.steps = 0
        self.sampled = False
        self.tried: set[tuple[str, str]] = set()
        self.memories: list[Mapping[str, Value]] = [{}]

    def run(self) -> WalkReport:
        """Walk everything and say what was found."""
        started = 0
        while started < len(self.memories):
            memory = self.memories[started]
            started += 1
            for dials in self.values.dial_settings():
                state, effects = advance(self.scene, begin(self.scene), VisitBegan(dials=dials, memory=memory))
                state = self.settle(state, effects, -1, "")
                if state.phase != "ended":
                    self.starts.append(self.meet(state, -1, ""))
            self.walk()
        return self.report()

    def walk(self) -> None:
        """Take every possible step from every situation that waits in the queue."""
        while self.queue:
            number = self.queue.popleft()
            for step in list(self.possible(self.states[number])):
                self.take(number, step)

    # --- one step -------------------------------------------------------------------------------------------------

    def possible(self, state: State) -> Iterator[Possible]:
        """Everything that can happen in a situation. Leaving and hearing again are tried once a moment."""
        moment = self.scene.moment(state.moment)
        turn = state.turn
        for reply in open_replies(self.scene, state):
            for slots in self.values.choices(reply):
                picked = ReplyPicked(turn, reply.name, "choose", slots=slots)
                yield Possible(picked, self.values.said(reply, slots), f"reply/{reply.name}", reply.name)
        for silence in moment.silences:
            if silence.seconds not in state.silences_met:
                yield Possible(SilencePassed(turn, silence.seconds), "(silence)", f"silence{silence.seconds}")
        nothing = Interpretation(Utterance("?", self.scene.language), "unclear", None, "", None, 0.0)
        if state.unclear < max(2, len(moment.unclear)):
            block = f"unclear{min(state.unclear + 1, max(1, len(moment.unclear)))}"
            yield Possible(Replied(turn, nothing, "type"), "?", block)
        orders: tuple[tuple[str, Event], ...] = (("(again)", RepeatAsked(turn)), ("(leave)", LeaveAsked()))
        for words, event in orders:
            if (moment.name, words) not in self.tried:
                self.tried.add((moment.name, words))
                yield Possible(event, words, "repeat")

    def take(self, number: int, step: Possible) -> None:
        """Take one step from a situation."""
        before = self.states[number]
        self.steps += 1
        state, effects = advance(self.scene, before, step.event)
        state = self.settle(state, effects, number, step.words)
        self.note(self.seen.ran(f"{before.moment}/{step.block}", state), number, step.words)
        if step.reply:
            self.seen.reply(before.moment, step.reply)
        if state.phase != "ended":
            self.graph.setdefault(number, []).append(self.meet(state, number, step.words))
            return
        self.endings[(state.ended, state.moment)] += 1
        self.seen.moments.setdefault(state.moment, number)
        if state.ended != "left":
            self.ends.add(number)
        self.remember_kept(state)

    def settle(self, state: State, effects: tuple[Effect, ...], number: int, words: str) -> State:
        """Let the partner finish, looking at everything that was said and reached on the way."""
        self.note(self.seen.look(state, effects, max(number, 0)), number, words)
        while state.phase == "speaking":
            state, effects = advance(self.scene, state, PartnerFinished(state.turn))
            self.note(self.seen.look(state, effects, max(number, 0)), number, words)
        return state

    def meet(self, state: State, came_from: int, words: str) -> int:
        """The number of a situation; a new one is put in the queue."""
        state = self.plain(state)
        key = self.key(state)
        number = self.numbers.get(key)
        if number is not None:
            return number
        number = len(self.states)
        self.numbers[key] = number
        self.states.append(state)
        self.came.append((came_from, words))
        self.seen.moments.setdefault(state.moment, number)
        self.note(self.seen.shown(state), number, "")
        if number < self.most_states:
            self.queue.append(number)
        else:
            self.sampled = True
        return number

    def plain(self, state: State) -> State:
        """The state without what cannot change where the scene goes."""
        return replace(
            state, turn=1, seed=0, memory=self.values.simplify(state.memory), goals=(), said=(), prompt=(),
            heard_wordings={}, hint=0, asked=None, asked_words="", expectation=None, before=None,
            previous=state.previous if self.goes_back else "", unclear=min(state.unclear, 2),
        )  # fmt: skip

    def key(self, state: State) -> _Key:
        """What tells one situation from another."""
        return (
            state.moment, state.previous, state.unclear, state.unheard, frozenset(state.silences_met), state.ending,
            tuple(sorted(state.memory.items())), tuple(sorted(state.dials.items())),
        )  # fmt: skip

    def remember_kept(self, state: State) -> None:
        """What is carried to the next visit begins another walk."""
        memory = {n: v for n, v in self.values.simplify(state.memory).items() if n in self.kept}
        if memory and memory not in self.memories and len(self.memories) < MOST_MEMORIES:
            self.memories.append(memory)

    def note(self, empty: list[Empty], number: int, words: str) -> None:
        """Keep what was found empty, with the way that leads there."""
        for found in empty:
            way = (*self.way(number), *([words] if words else []))
            self.seen.empty[(found.name, found.place)] = replace(found, way=way)

    def way(self, number: int) -> tuple[str, ...]:
        """What the trainee did to come to a situation, first things first."""
        words: list[str] = []
        while 0 <= number < len(self.came):
            number, said = self.came[number]
            if said:
                words.append(said)
        return tuple(reversed(words))

    # --- the report ----------------------------------------------------------------------------------------------

    def report(self) -> WalkReport:
        """What was found."""
        scene, ends, seen = self.scene, frozenset(self.ends), self.seen
        natural = can_end(self.graph, ends)
        walked = range(min(len(self.states), self.most_states))
        stuck = [self.states[n].moment for n in walked if n not in natural]
        traps = () if self.sampled or not ends else tuple(dict.fromkeys(m for m in stuck if m != scene.leaving))
        return WalkReport(
            scene=scene.id,
            language=scene.language,
            states=len(self.states),
            steps=self.steps,
            sampled=self.sampled,
            endings=tuple(Ending(how, moment, n) for (how, moment), n in self.endings.items()),
            moments=tuple(Missed(m.name, m.place) for m in scene.moments if m.name not in seen.moments),
            replies=seen.missed_replies(),
            wordings=seen.missed_wordings(),
            goals=tuple(goal.name for goal in scene.goals if goal.name not in seen.goals),
            empty=tuple(seen.empty.values()),
            traps=traps,
            shortest=shortest(self.graph, self.starts, ends),
            longest=self.longest(),
            wordings_total=seen.wordings_total,
            goals_total=len(scene.goals),
            paths={moment: self.way(number) for moment, number in seen.moments.items() if moment},
        )

    def longest(self) -> int:
        """Over moments rather than situations: nobody would call asking twice a longer visit."""
        number_of = {moment.name: index for index, moment in enumerate(self.scene.moments)}
        at = [number_of[state.moment] for state in self.states]
        graph: dict[int, list[int]] = {}
        for node, others in self.graph.items():
            graph.setdefault(at[node], []).extend({at[other] for other in others})
        return longest(graph, sorted({at[n] for n in self.starts}), frozenset(at[n] for n in self.ends))

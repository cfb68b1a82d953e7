"""What a walk has come to so far: moments, replies, wordings, goals, and slots that would have been said empty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from trainer.conversation.conditions import holds, value_of
from trainer.conversation.effects import Effect, Record, Say
from trainer.conversation.state import State
from trainer.packs.domains import Domains, blocks
from trainer.packs.walk_report import Empty, Missed
from trainer.packs.walk_values import names_in
from trainer.script import Condition, Cue, Line, Moment, Place, Scene


class Seen:
    """Looks at effects and states. `moments` maps a moment to the number of the situation it was first met in.

    Looking returns what was newly found empty; the walk knows the way there.
    """

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.moments: dict[str, int] = {}
        self.goals: set[str] = set()
        self.empty: dict[tuple[str, Place], Empty] = {}
        self._replies: set[tuple[str, str]] = set()
        self._heard: set[Place] = set()
        self._domains = Domains(scene)
        self._usual = {slot.name for slot in scene.slots if slot.usual is not None}
        self._lines = dict(_lines(scene))
        self._by_dial: dict[str, list[Line]] = {}
        for address, line in self._lines.items():
            if all(wording.condition and scene.dial(wording.condition.name) for wording in line.wordings):
                self._by_dial.setdefault(address.rpartition("/")[0], []).append(line)
        wordings = [(f"{at}/{n}", w.place) for at, line in self._lines.items() for n, w in enumerate(line.wordings)]
        self._addresses = {place: address for address, place in reversed(wordings)}

    @property
    def wordings_total(self) -> int:
        """How many wordings the scene has."""
        return len(self._addresses)

    def reply(self, moment: str, name: str) -> None:
        """A reply was given in a moment; one of `anywhere` counts there."""
        own = any(reply.name == name for reply in self.scene.moment(moment).replies)
        self._replies.add((moment if own else self.scene.anywhere.name, name))

    def look(self, state: State, effects: Iterable[Effect], number: int) -> list[Empty]:
        """Lines said and facts stated on the way to `state`."""
        found: list[Empty] = []
        for effect in effects:
            if isinstance(effect, Say):
                for said in effect.lines:
                    line = self._lines.get(said.address.rpartition("/")[0])
                    found += self._hear(line, state) if line else []
            elif isinstance(effect, Record):
                self.moments.setdefault(effect.moment, number)
                if effect.kind == "goal":
                    self.goals.add(effect.detail)
        return found

    def ran(self, block: str, state: State) -> list[Empty]:
        """Lines of a block that are said only when some dial is turned; the walk itself leaves such dials alone."""
        return [empty for line in self._by_dial.get(block, ()) for empty in self._hear(line, state)]

    def shown(self, state: State) -> list[Empty]:
        """Arriving in a moment: cues of the opening and hints are filled in too."""
        moment = self.scene.moment(state.moment)
        found = self.ran(f"{state.moment}/opening", state)
        for step in moment.opening:
            if isinstance(step, Cue) and holds(self.scene, state, step.condition):
                found += self._filled(step.text, step.place, state)
        for hint in moment.hints:
            found += self._filled(hint, moment.place, state)
        return found

    def missed_replies(self) -> tuple[Missed, ...]:
        """Replies that were never given."""
        return tuple(
            Missed(f"{moment.name}/> {reply.name}", reply.place)
            for moment in (*self.scene.moments, self.scene.anywhere)
            for reply in moment.replies
            if (moment.name, reply.name) not in self._replies
        )

    def missed_wordings(self) -> tuple[Missed, ...]:
        """Wordings that were never said and never could have been."""
        return tuple(Missed(address, place) for place, address in self._addresses.items() if place not in self._heard)

    def _hear(self, line: Line, state: State) -> list[Empty]:
        """Every wording that could have been picked counts as heard."""
        found: list[Empty] = []
        for wording in line.wordings:
            if self._may_be_said(wording.condition, state):
                self._heard.add(wording.place)
                found += self._filled(wording.text, wording.place, state)
        return found

    def _may_be_said(self, condition: Condition | None, state: State) -> bool:
        if condition is not None and self.scene.dial(condition.name):
            return self._domains.possible(condition)
        return holds(self.scene, state, condition)

    def _filled(self, text: str, place: Place, state: State) -> list[Empty]:
        if "{" not in text:
            return []
        return [
            Empty(name, place, ())
            for name in names_in([text])
            if name not in self._usual and (name, place) not in self.empty and value_of(self.scene, state, name) is None
        ]


def _lines(scene: Scene) -> Iterator[tuple[str, Line]]:
    """Every spoken line under the address the conversation gives it; those of `anywhere` under every moment."""
    for moment in scene.moments:
        yield from _lines_of(moment, moment.name)
    for moment in scene.moments:
        own = {reply.name for reply in moment.replies}
        shared = tuple(reply for reply in scene.anywhere.replies if reply.name not in own)
        yield from _lines_of(Moment(moment.name, "", replies=shared), moment.name)


def _lines_of(moment: Moment, name: str) -> Iterator[tuple[str, Line]]:
    for block, steps in blocks(moment):
        for number, step in enumerate(steps):
            if isinstance(step, Line):
                yield f"{name}/{block}/{number}", step

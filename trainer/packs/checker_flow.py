"""Where the scene goes, judged on the page: loose ends, loops, what can never happen. Nothing is played here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from trainer.packs import marks
from trainer.packs.diagnostics import Findings
from trainer.packs.domains import Domains, blocks, conditions
from trainer.packs.lines import Kind
from trainer.packs.outline import Outline
from trainer.script import (
    AGAIN,
    BACK,
    END,
    Arrow,
    Condition,
    Cue,
    Line,
    Moment,
    ReachGoal,
    Scene,
    Step,
)

MOST_ARROWS_TO_LEAVE = 3
"""An early exit passes at most two moments, so it takes at most three arrows."""


MOST_ARROWS_TOGETHER, MOST_GOALS = 200, 200
"""More arrows of one block are not added up, more goals not looked for: no scene has them, and a sheet made to keep the
checks busy would."""


def check_flow(scene: Scene, part: Outline, findings: Findings) -> None:
    """All findings about the flow of a scene in its source language."""
    domains = Domains(scene)
    graph = _Graph(scene, domains)
    for moment in (*scene.moments, scene.anywhere):
        for name, steps in blocks(moment):
            _check_block(moment, name, steps, domains, findings)
        _check_replies(moment, scene, findings)
        _check_order(moment, domains, findings)
    _check_conditions(scene, domains, findings)
    _check_reach(scene, graph, part, findings)
    _check_ends(scene, graph, findings)
    _check_openings(scene, domains, findings)
    _check_names(scene, part, findings)
    _check_dials(scene, part, findings)


# --- one block -------------------------------------------------------------------------------------------------------


def _check_block(moment: Moment, name: str, steps: Sequence[Step], domains: Domains, findings: Findings) -> None:
    arrows: list[Arrow] = []
    sure = False
    for step in steps:
        if isinstance(step, Arrow):
            if sure:
                findings.at("goto-hidden", step.place, other=arrows[-1].place.line)
                continue
            arrows.append(step)
            sure = _settled(arrows, domains)
        elif sure:
            findings.at("line-after-arrow", step.place, other=arrows[-1].place.line)
    waits = name != "opening" or moment.replies
    if arrows and not sure and (name.startswith("reply/") or not waits):
        findings.at("goto-no-fallback", arrows[0].place)


def _settled(arrows: Sequence[Arrow], domains: Domains) -> bool:
    if len(arrows) > MOST_ARROWS_TOGETHER:
        return any(arrow.condition is None for arrow in arrows[-1:])
    return bool(arrows) and domains.covered(arrow.condition for arrow in arrows)


def _check_replies(moment: Moment, scene: Scene, findings: Findings) -> None:
    for reply in moment.replies:
        leads = any(isinstance(step, Arrow) for step in reply.steps)
        if not leads and (moment is not scene.anywhere or not reply.steps):
            findings.at("reply-stays", reply.place, name=reply.name)


def _check_order(moment: Moment, domains: Domains, findings: Findings) -> None:
    """A later block that an earlier one of its kind never leaves room for."""
    rows: tuple[list[tuple[str, Sequence[Step]]], ...] = (
        [(f"silence {silence.seconds}s", silence.steps) for silence in moment.silences],
        [(f"unclear {n}", steps) for n, steps in enumerate(moment.unclear, start=1)],
        [(f"not heard {n}", steps) for n, steps in enumerate(moment.unheard, start=1)],
    )
    for row in rows:
        for (first, steps), (_, later) in pairwise(row):
            arrows = [step for step in steps if isinstance(step, Arrow)]
            away = all(arrow.target not in (AGAIN, BACK, moment.name) for arrow in arrows)
            if later and away and _settled(arrows, domains):
                findings.at("event-hidden", later[0].place, first=first)


def _check_conditions(scene: Scene, domains: Domains, findings: Findings) -> None:
    for condition, place in conditions(scene):
        if not domains.possible(condition):
            shown = f"{condition.name} {condition.operator} {condition.value}"
            findings.at("never-true", place, condition=shown, name=condition.name, values=domains.shown(condition.name))


# --- the whole scene -------------------------------------------------------------------------------------------------


class _Graph:
    """Which moments lead to which; conditions that are possible count as possible, `back` as every way in."""

    def __init__(self, scene: Scene, domains: Domains) -> None:
        self.scene, self.domains = scene, domains
        self.anywhere = {name for reply in scene.anywhere.replies for name in self.targets(reply.steps, "")}
        leaving = {scene.leaving, END} - {""}
        self.leaving_replies = [
            reply for reply in scene.anywhere.replies if leaving & set(self.targets(reply.steps, ""))
        ]
        self.edges: dict[str, set[str]] = {moment.name: self.from_moment(moment) for moment in scene.moments}
        self.own: dict[str, set[str]] = (
            {moment.name: self.from_moment(moment, leave=False) for moment in scene.moments}
            if self.leaving_replies
            else {name: set(targets) for name, targets in self.edges.items()}
        )
        for edges in (self.edges, self.own):
            self.close_back(edges)

    def targets(self, steps: Iterable[Step], here: str) -> list[str]:
        """Where the arrows of a block may lead; `again` stays here."""
        arrows = [s for s in steps if isinstance(s, Arrow)]
        found = []
        for arrow in arrows:
            if arrow.condition is None or self.domains.possible(arrow.condition):
                found.append(here if arrow.target == AGAIN else arrow.target)
            if arrow.condition is None:
                break
        return found

    def waits(self, moment: Moment) -> bool:
        """True when the trainee's turn can come in this moment."""
        arrows = [step for step in moment.opening if isinstance(step, Arrow)]
        return bool(moment.replies) and not _settled(arrows, self.domains)

    def from_moment(self, moment: Moment, *, leave: bool = True) -> set[str]:
        found = set(self.targets(moment.opening, moment.name))
        if self.waits(moment):
            for name, steps in blocks(moment):
                if name != "opening":
                    found.update(self.targets(steps, moment.name))
            for reply in self.scene.anywhere.replies:
                if leave or reply not in self.leaving_replies:
                    found.update(self.targets(reply.steps, moment.name))
        elif not moment.replies and not _settled([s for s in moment.opening if isinstance(s, Arrow)], self.domains):
            found.add(END)
        return found

    def close_back(self, edges: dict[str, set[str]]) -> None:
        """`back` leads to every moment from which this one can be reached directly."""
        for name, targets in edges.items():
            if BACK in targets:
                targets.discard(BACK)
                targets.update(other for other, to in edges.items() if name in to and other != name)

    def reached(self) -> set[str]:
        """Every moment somebody can come to; leaving by the program's own button counts."""
        seen: set[str] = set()
        left = [self.scene.first, self.scene.leaving]
        while left:
            name = left.pop()
            if name in self.edges and name not in seen:
                seen.add(name)
                left.extend(self.edges[name])
        return seen

    def ending(self, edges: dict[str, set[str]], within: int | None = None) -> set[str]:
        """Every moment from which the end can be reached (in at most `within` arrows)."""
        before: dict[str, list[str]] = {}
        for name, targets in edges.items():
            for target in targets:
                before.setdefault(target, []).append(name)
        found, last = {END}, {END}
        for _ in range(len(edges) + 1 if within is None else within):
            last = {name for target in last for name in before.get(target, ())} - found
            if not last:
                break
            found |= last
        return found


def _check_reach(scene: Scene, graph: _Graph, part: Outline, findings: Findings) -> None:
    reached = graph.reached()
    for moment in scene.moments:
        if moment.name not in reached:
            findings.at("moment-unreachable", moment.place, name=moment.name)
    alive = [moment for moment in scene.moments if moment.name in reached]
    steps = [step for moment in (*alive, scene.anywhere) for _, block in blocks(moment) for step in block]
    goals = {step.name for step in steps if isinstance(step, ReachGoal)}
    for goal in scene.goals[:MOST_GOALS]:
        if goal.name not in goals:
            findings.add("goal-never-reached", part.line_of("goal", goal.name), name=goal.name)


def _check_ends(scene: Scene, graph: _Graph, findings: Findings) -> None:
    ending, own = graph.ending(graph.edges), graph.ending(graph.own)
    short = graph.ending(graph.edges, MOST_ARROWS_TO_LEAVE)
    shut_in = []
    for moment in scene.moments:
        if moment.name not in ending:
            findings.at("no-way-to-end", moment.place, name=moment.name)
        elif moment.name not in own and len(own) > 1:
            findings.at("only-leaving", moment.place, name=moment.name)
        if graph.waits(moment) and moment.name not in short:
            shut_in.append(moment)
    if shut_in:
        names = ", ".join(moment.name for moment in shut_in[:3]) + (" …" if len(shut_in) > 3 else "")
        findings.at("no-early-exit", shut_in[0].place, name=names)
    if len(own) == 1 and END in own and len(ending) > 1:
        findings.at("only-leaving", scene.moments[0].place, name=scene.moments[0].name)


def _check_openings(scene: Scene, domains: Domains, findings: Findings) -> None:
    onward: dict[str, str] = {}
    for moment in scene.moments:
        sure = next((s for s in moment.opening if isinstance(s, Arrow) and s.condition is None), None)
        if sure is not None:
            onward[moment.name] = sure.target
        seen = [condition for step in moment.opening for condition in _conditions_of(step)]
        shown = any(isinstance(step, (Line, Cue)) for step in moment.opening)
        if shown and not domains.covered(seen):
            findings.at("silent-moment", moment.place, name=moment.name)
        if not moment.replies and sure is None and (moment.silences or moment.unclear or moment.repeat):
            findings.at("events-without-replies", moment.place, name=moment.name)
    told: set[str] = set()
    for name in onward:
        way = [name]
        while way[-1] in onward and onward[way[-1]] not in way:
            way.append(onward[way[-1]])
        if onward.get(way[-1]) == name and name not in told:
            told.update(way)
            findings.at("never-listens", scene.moment(name).place, name=name)


def _conditions_of(step: Step) -> Sequence[Condition | None]:
    if isinstance(step, Line):
        return [wording.condition for wording in step.wordings]
    return [step.condition] if isinstance(step, Cue) else []


def _check_names(scene: Scene, part: Outline, findings: Findings) -> None:
    """A name that stands for two kinds of things."""
    taken: dict[str, str] = {}
    things: list[tuple[Kind, str]] = [("slot", slot.name) for slot in scene.slots]
    things += [("memory", memory.name) for memory in scene.memory]
    things += [("dial", dial.name) for dial in scene.dials]
    for kind, name in things:
        if name in taken:
            findings.add("name-clash", part.line_of(kind, name), name=name, first=taken[name], second=kind)
        taken.setdefault(name, kind)
    for moment in scene.moments:
        if moment.name in (END, AGAIN, BACK):
            findings.at("name-clash", moment.place, name=moment.name, first="destination", second="moment")


def _check_dials(scene: Scene, part: Outline, findings: Findings) -> None:
    """The dials that do only what the sheet says: "was not heard" and surprise questions."""
    asking = [moment for moment in scene.moments if moment.unheard]
    named = {condition.name for condition, _ in conditions(scene)}
    if scene.dial("unheard") is None:
        for moment in asking:
            findings.at("unheard-without-dial", moment.place, name=moment.name)
    elif not asking and "unheard" not in named:
        findings.add("dial-unused", _dial_line(part, "unheard"), name="unheard", example="not heard:")
    if scene.dial("surprise") is not None and "surprise" not in named:
        findings.add("dial-unused", _dial_line(part, "surprise"), name="surprise", example="(if surprise >= 1)")


def _dial_line(part: Outline, name: str) -> int:
    named = (line for line in part.all_of("dial") if marks.DIAL_WORDS.get(marks.fold(line.name)) == name)
    return next((line.number for line in named), 1)

"""Rehearsal plans: a conversation as a script, one step a line, that a facilitator can read and the tests can run.

language en
dial queue = 2
> Hello.            what the trainee says; (nod), (silence), (help), (again), (leave) are done instead
= heat              where the scene must be now
! greet             a goal that must have been reached by now
end                 how it must have ended: `end` or `left`
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from trainer.packs import marks
from trainer.packs.diagnostics import Diagnostic, Findings
from trainer.script import Scene

PLAN = ".plan"
MOST_LINES = 2_000

How = Literal["finished", "left"]

_ENDS: dict[str, How] = {
    "end": "finished", "終わり": "finished", "おわり": "finished",
    "left": "left", "退出": "left",
}  # fmt: skip
_LANGUAGE = re.compile(r"(?:language|言語)\s*[:=]?\s*(\S+)\Z")
_SEED = re.compile(r"(?:seed|種)\s*[:=]?\s*([0-9]{1,9})\Z")
_DIAL = re.compile(r"(?:dial|負荷)\s*(.+?)\s*[:=]\s*([0-9])\Z")
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Answer:
    """What the trainee does: words, or an order or gesture in brackets, as written."""

    words: str
    line: int


@dataclass(frozen=True, slots=True)
class AtMoment:
    """The scene must be in this moment now."""

    name: str
    line: int


@dataclass(frozen=True, slots=True)
class Reached:
    """A goal that must have been reached by now."""

    goal: str
    line: int


@dataclass(frozen=True, slots=True)
class Ended:
    """The scene must be over now, in this way."""

    how: How
    line: int


PlanStep = Answer | AtMoment | Reached | Ended


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan as read. `language` is "" when it does not say; `dials` are the program's own names."""

    file: str
    steps: tuple[PlanStep, ...]
    language: str = ""
    seed: int = 0
    dials: Mapping[str, int] = field(default_factory=dict)

    @property
    def scene(self) -> str:
        """The scene's id, told by the file name: everything before its first dot."""
        return self.file.rpartition("/")[2].partition(".")[0]


def read_plan(text: str, file: str = "") -> tuple[Plan, tuple[Diagnostic, ...]]:
    """A plan and what was found in it; never raises."""
    findings = Findings(file)
    steps: list[PlanStep] = []
    dials: dict[str, int] = {}
    language, seed = "", 0
    for number, raw in enumerate(_LINE_END.split(text.removeprefix(marks.BYTE_ORDER_MARK)), start=1):
        line = marks.strip(raw)
        if number > MOST_LINES or len(raw) > 2_000:
            findings.add("plan-unclear", number, text=line)
            break
        if not line or marks.NOTE.match(line):
            continue
        step = _step(line, number)
        word = marks.fold(line)
        spoken, chance, dial = _LANGUAGE.match(word), _SEED.match(word), _DIAL.match(word)
        if step is not None:
            steps.append(step)
        elif spoken and spoken.group(1) in marks.LANGUAGES:
            language = marks.LANGUAGES[spoken.group(1)]
        elif chance:
            seed = int(chance.group(1))
        elif dial and dial.group(1) in marks.DIAL_WORDS:
            dials[marks.DIAL_WORDS[dial.group(1)]] = int(dial.group(2))
        else:
            findings.add("plan-unclear", number, text=line)
    return Plan(file, tuple(steps), language, seed, dials), findings.all()


def _step(line: str, number: int) -> PlanStep | None:
    rest = marks.strip(line[1:])
    how = _ENDS.get(marks.fold(line))
    if how is not None:
        return Ended(how, number)
    if not rest:
        return None
    if line[0] in ">＞":
        return Answer(rest, number)
    if line[0] in marks.EQUALS:
        return AtMoment(rest, number)
    return Reached(rest, number) if line[0] in "!！" else None


def check_plan(plan: Plan, scene: Scene) -> tuple[Diagnostic, ...]:
    """Names in the plan that the scene does not have, and a plan that does not say how it ends."""
    findings = Findings(plan.file)
    moments = [moment.name for moment in scene.moments]
    goals = [goal.name for goal in scene.goals]
    for step in plan.steps:
        if isinstance(step, AtMoment):
            _known(step.name, moments, step.line, findings)
        elif isinstance(step, Reached):
            _known(step.goal, goals, step.line, findings)
    for name in plan.dials:
        if scene.dial(name) is None:
            findings.add("plan-name", 1, name=name, near="")
    if not plan.steps or not isinstance(plan.steps[-1], Ended):
        findings.add("plan-open", plan.steps[-1].line if plan.steps else 1)
    return findings.all()


def _known(name: str, names: list[str], line: int, findings: Findings) -> None:
    if marks.fold(name) not in map(marks.fold, names):
        findings.add("plan-name", line, 3, name=name, near=findings.nearest(name, names))

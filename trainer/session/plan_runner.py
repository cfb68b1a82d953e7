"""Runs a facilitator's rehearsal plan against the real conversation and the real understanding."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.packs.plans import Answer, AtMoment, Ended, Plan, Reached
from trainer.script import Scene
from trainer.session.rehearsal import Rehearsal, Setup
from trainer.understanding.interpretation import Interpreter


@dataclass(frozen=True, slots=True)
class Parted:
    """Where a visit parted from its plan: the plan's line, what it says, and what happened instead."""

    line: int
    planned: str
    happened: str


def run_plan(scene: Scene, plan: Plan, interpreter: Interpreter) -> Parted | None:
    """Play the plan; None when everything came as planned, else the first difference."""
    shown: list[str] = []
    visit = Rehearsal(scene, interpreter, shown.append, Setup(plan.seed, plan.dials))
    for step in plan.steps:
        match step:
            case Answer(words=words, line=line):
                if visit.outcome != "unfinished":
                    return Parted(line, words, f"the scene is over ({visit.outcome})")
                if not visit.answer(words):
                    return Parted(line, words, "this is not possible here")
            case AtMoment(name=name, line=line):
                if visit.state.moment != name:
                    return Parted(line, f"in “{name}”", f"in “{visit.state.moment}”")
            case Reached(goal=goal, line=line):
                if goal not in visit.state.goals:
                    return Parted(line, f"goal “{goal}”", "not reached yet")
            case Ended(how=how, line=line):
                if visit.outcome != how:
                    return Parted(line, how, visit.outcome)
    return None

"""What a walk over every path of a scene found, for people and as `--json`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from trainer.script import Place


@dataclass(frozen=True, slots=True)
class Ending:
    """A way the scene ends: `how` (finished or left), in which moment, and on how many steps of the walk."""

    how: str
    moment: str
    steps: int


@dataclass(frozen=True, slots=True)
class Empty:
    """A `{name}` that can be said before it is known: where, and the replies that lead there."""

    name: str
    place: Place
    way: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Missed:
    """Something of the sheet that no path comes to, with its address and place."""

    address: str
    place: Place


@dataclass(frozen=True, slots=True)
class WalkReport:
    """The result of walking.

    `shortest` and `longest` count the trainee's turns up to a natural end, the longest without coming back to a
    moment. `paths` leads to each moment in the notation of rehearsal plans. `sampled`: there was more than was
    walked, so that what was not come to may still be there. `traps` are moments with no way to an end but leaving.
    """

    scene: str
    language: str
    states: int
    steps: int
    sampled: bool
    endings: tuple[Ending, ...]
    moments: tuple[Missed, ...] = ()
    replies: tuple[Missed, ...] = ()
    wordings: tuple[Missed, ...] = ()
    goals: tuple[str, ...] = ()
    empty: tuple[Empty, ...] = ()
    traps: tuple[str, ...] = ()
    shortest: int = 0
    longest: int = 0
    wordings_total: int = 0
    goals_total: int = 0
    paths: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def whole(self) -> bool:
        """True when everything can be come to and left again, and nothing is said empty."""
        return not (self.moments or self.replies or self.wordings or self.goals or self.empty or self.traps)

    def to_dict(self) -> dict[str, object]:
        """The report as `--json` prints it."""
        return {
            "scene": self.scene,
            "language": self.language,
            "states": self.states,
            "steps": self.steps,
            "sampled": self.sampled,
            "endings": [{"how": e.how, "moment": e.moment, "steps": e.steps} for e in self.endings],
            "unreached": {
                "moments": [_missed(one) for one in self.moments],
                "replies": [_missed(one) for one in self.replies],
                "wordings": [_missed(one) for one in self.wordings],
                "goals": list(self.goals),
            },
            "goals": {"reached": self.goals_total - len(self.goals), "total": self.goals_total},
            "wordings": {"heard": self.wordings_total - len(self.wordings), "total": self.wordings_total},
            "empty": [
                {"name": e.name, "file": e.place.file, "line": e.place.line, "way": list(e.way)} for e in self.empty
            ],
            "traps": list(self.traps),
            "shortest": self.shortest,
            "longest": self.longest,
            "paths": {moment: list(way) for moment, way in self.paths.items()},
            "whole": self.whole,
        }


def _missed(one: Missed) -> dict[str, object]:
    return {"address": one.address, "file": one.place.file, "line": one.place.line}

"""Play from here: a real way from the beginning to a moment, and the state to begin in."""

from __future__ import annotations

from collections.abc import Mapping

from trainer.packs.way import Start, way_to
from trainer.script import Scene, Value

__all__ = ["Start", "moment_at", "play_from", "shown_values"]


def play_from(scene: Scene, moment: str, dials: Mapping[str, int] | None = None) -> Start | None:
    """Where to begin so that `moment` comes next; None when no way leads there. Part of a second at most: use a job."""
    return way_to(scene, moment, dials)


def moment_at(scene: Scene, row: int) -> str:
    """The moment that a row (0-based) belongs to; the first one for the head."""
    at = [moment.name for moment in scene.moments if 0 < moment.place.line <= row + 1]
    return at[-1] if at else scene.first


def shown_values(start: Start) -> tuple[tuple[str, Value], ...]:
    """What is remembered on arrival, and dials that are not at their gentlest, for one line on screen."""
    dials = [(name, value) for name, value in sorted(start.dials.items()) if value]
    return (*sorted(start.values.items()), *dials)

"""The tape of a visit: every event that came in and every effect that went out, as JSON lines; and its exact replay.

A tape is only made when somebody asks for one: it holds the words that were said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, get_args

import msgspec

from trainer.conversation.effects import Effect
from trainer.conversation.engine import advance, begin
from trainer.conversation.events import Event
from trainer.packs.builder import build_scene
from trainer.script import Scene

FORMAT = 1
_EVENTS: dict[str, type] = {kind.__name__: kind for kind in get_args(Event)}


class TapeError(ValueError):
    """A tape that cannot be read; the message says which line and why."""


@dataclass(frozen=True, slots=True)
class TapeHead:
    """What is needed to play the same scene again: the sheets themselves, the seed, the language."""

    address: str
    language: str
    seed: int
    source: str
    translation: str | None = None


def _tagged(value: object) -> dict[str, Any]:
    return {"is": type(value).__name__, **msgspec.to_builtins(value)}


class Tape:
    """Writes a visit down, line by line, as it happens."""

    def __init__(self, head: TapeHead, write: Callable[[str], object]) -> None:
        self._write = write
        self._line({"tape": FORMAT, **msgspec.to_builtins(head)})

    def step(self, event: Event, effects: Iterable[Effect]) -> None:
        """One step of the conversation."""
        self._line({"in": _tagged(event), "out": [_tagged(effect) for effect in effects]})

    def note(self, what: str, detail: str = "") -> None:
        """Something the world did that is worth reading later (a child was restarted, a device left)."""
        self._line({"note": what, "detail": detail})

    def _line(self, value: dict[str, Any]) -> None:
        self._write(msgspec.json.encode(value).decode() + "\n")


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a replay parted from its tape: 1-based line, what the tape says, what happens now."""

    line: int
    taped: str
    now: str


def read_head(line: str) -> TapeHead:
    """The first line of a tape; TapeError when it is not one or was made by a newer version."""
    try:
        data = msgspec.json.decode(line)
        if data.pop("tape") != FORMAT:
            raise TapeError("This tape was made by another version of Engawa.")
        return msgspec.convert(data, TapeHead)
    except (msgspec.MsgspecError, KeyError, AttributeError, TypeError) as error:
        raise TapeError("This file is not a tape of a visit.") from error


def scene_of(head: TapeHead) -> Scene:
    """The scene as it was when the tape was made."""
    scene = build_scene(head.source, head.translation).scene
    if scene is None:
        raise TapeError("The scene on this tape cannot be read.")
    return scene


def replay(lines: Iterable[str]) -> Difference | None:
    """Play a tape again; None when every effect is the same, else the first difference."""
    rows = iter(lines)
    head = read_head(next(rows, ""))
    scene = scene_of(head)
    state = begin(scene, head.seed)
    for number, row in enumerate(rows, start=2):
        if not row.strip():
            continue
        step = _step(row, number)
        if step is None:
            continue
        event, taped = step
        state, effects = advance(scene, state, event)
        now = [_tagged(effect) for effect in effects]
        if msgspec.json.decode(msgspec.json.encode(now)) != taped:
            return Difference(number, msgspec.json.encode(taped).decode(), msgspec.json.encode(now).decode())
    return None


def _step(row: str, number: int) -> tuple[Event, Any] | None:
    try:
        data = msgspec.json.decode(row)
        if "note" in data:
            return None
        told = data["in"]
        event: Event = msgspec.convert(told, _EVENTS[told.pop("is")])
        return event, data["out"]
    except (msgspec.MsgspecError, KeyError, AttributeError, TypeError) as error:
        raise TapeError(f"Line {number} of this tape cannot be read.") from error

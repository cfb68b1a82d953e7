"""Which wording is said, and with which details filled in. Chance comes from the seed in the state, nowhere else."""

from __future__ import annotations

import re
import zlib

from trainer.conversation.conditions import holds, value_of
from trainer.conversation.state import State
from trainer.script import Line, Scene, SpokenLine, Wording

_BRACES = re.compile(r"\{([^{}]*)\}")


def pick_wording(scene: Scene, state: State, line: Line, address: str) -> tuple[Wording, str] | None:
    """The wording to say now and its address: least often heard first, ties broken by the seed; None if none holds."""
    open_now = [
        (number, wording) for number, wording in enumerate(line.wordings) if holds(scene, state, wording.condition)
    ]
    if not open_now:
        return None

    def rank(item: tuple[int, Wording]) -> tuple[int, int]:
        key = f"{address}/{item[0]}"
        return state.heard_wordings.get(key, 0), zlib.crc32(f"{state.seed}:{key}".encode())

    number, wording = min(open_now, key=rank)
    return wording, f"{address}/{number}"


def fill(scene: Scene, state: State, text: str) -> str:
    """Put what is known into `{slot}`; a detail nobody gave falls back to its usual value, else it is left out."""

    def put(match: re.Match[str]) -> str:
        name = match.group(1).strip()
        value = value_of(scene, state, name)
        slot = next((slot for slot in scene.slots if slot.name == name), None)
        if value is None and slot is not None:
            value = slot.usual
        if value is None:
            return ""
        if slot is not None:
            for known in slot.values:
                if known.key == value:
                    return known.label
        return str(value)

    return " ".join(_BRACES.sub(put, text).split(" ")).strip()


def speak(scene: Scene, state: State, line: Line, address: str) -> tuple[SpokenLine, str] | None:
    """The line as it will be said now, with the address of its wording; None when no wording is possible."""
    picked = pick_wording(scene, state, line, address)
    if picked is None:
        return None
    wording, key = picked
    text = fill(scene, state, wording.text)
    if not text:
        return None
    return SpokenLine(line.speaker, text, wording.tone, key, scene.language), key

"""Which wording is said, and with which details filled in. Chance comes from the seed in the state, nowhere else."""

from __future__ import annotations

import re
import zlib
from itertools import islice, product

from trainer.conversation.conditions import holds, value_of
from trainer.conversation.state import State
from trainer.script import Line, Scene, Slot, SpokenLine, Wording

_BRACES = re.compile(r"\{([^{}]*)\}")
MOST_WORDS = 8
"""Ways to say one reply that are shown; more than that is a wall of text."""


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


def slots_in(text: str) -> tuple[str, ...]:
    """Names of the details in a text (`{size}`), in their order."""
    return tuple(name.strip() for name in _BRACES.findall(text))


def spoken_examples(examples: tuple[str, ...], slots: tuple[Slot, ...]) -> tuple[str, ...]:
    """Examples as they can be said: `{slot}` replaced by its values, the shortest list that shows each value once."""
    shown: dict[str, None] = {}
    for example in examples:
        choices = [_labels(next((slot for slot in slots if slot.name == name), None)) for name in slots_in(example)]
        for values in islice(product(*choices), MOST_WORDS):
            text = example
            for value in values:
                text = _BRACES.sub(lambda _match, value=value: value, text, count=1)  # type: ignore[misc]
            shown.setdefault(text)
    return tuple(islice(shown, MOST_WORDS))


def _labels(slot: Slot | None) -> list[str]:
    if slot is None:
        return [""]
    if slot.is_number:
        return [str(slot.usual if slot.usual is not None else slot.low)]
    return [value.label for value in slot.values]

"""Renders a line as a WAV file's bytes, as the partner would say it: for `engawa say`."""

from __future__ import annotations

import io
import wave
from collections.abc import Sequence

import numpy as np

from trainer.script import SpokenLine, Tone
from trainer.speaking import sound
from trainer.speaking.cache import Wanted
from trainer.speaking.casting import Casting
from trainer.speaking.partner_voice import FASTEST, SLOWEST, installed_engines, system_recipes
from trainer.speaking.pronounce import can_be_said, spoken
from trainer.speaking.renderer import Renderer
from trainer.speaking.segments import segments
from trainer.speaking.voice_child import COMMAND
from trainer.speaking.voices import MANNERS, Recipe, built_in

FILE_RATE = 22_050
"""Sample rate of the file (Hz)."""


class CannotSayError(Exception):
    """Nothing could be rendered; `reason` is a code.

    Codes: empty-text, no-voice, unknown-voice, voice-failed.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def render_wave(
    text: str,
    language: str,
    voice: str = "",
    pace: float = 1.0,
    tone: Tone = "",
    command: Sequence[str] = COMMAND,
) -> tuple[bytes, float]:
    """`text` as a 16-bit mono WAV file, and its length in seconds. CannotSayError when that is not possible.

    `voice` is an id from `Voice.voices()`, "" for the usual one; `pace` 0.5 .. 1.5. Used by one caller at a time.
    """
    line = SpokenLine("partner", text, tone, language=language)
    renderer = Renderer(command)
    try:
        recipe = _recipe(renderer, voice, language)
        made = _samples(renderer, line, recipe, max(SLOWEST, min(FASTEST, pace)))
    finally:
        renderer.close()
    whole = io.BytesIO()
    with wave.open(whole, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(FILE_RATE)
        file.writeframes(sound.to_pcm(made))
    return whole.getvalue(), len(made) / FILE_RATE


def _recipe(renderer: Renderer, voice: str, language: str) -> Recipe:
    """The voice of that id, or the usual one of the language."""
    engines = installed_engines()
    casting = Casting(built_in(engines))
    for engine in ("sapi5", "say"):
        if engine in engines:
            casting.add(system_recipes(engine, renderer.voices_now(engine)))
    recipe = casting.named(voice) if voice else casting.voice("partner", language)
    if recipe is None:
        raise CannotSayError("unknown-voice" if voice else "no-voice")
    return recipe


def _samples(renderer: Renderer, line: SpokenLine, recipe: Recipe, pace: float) -> sound.Samples:
    """All pieces of the line with their pauses."""
    manner = MANNERS[line.tone]
    pace = round(max(SLOWEST, min(FASTEST, pace * manner.pace)), 2)
    parts: list[sound.Samples] = []
    heard = False
    for piece in segments(line.text, line.language):
        text = line.text[piece.first : piece.last]
        rendered = renderer.line_now(Wanted(recipe, text, line.language, pace, manner.semitones, manner.decibels))
        if rendered is not None:
            parts.append(sound.at_rate(rendered, FILE_RATE))
            heard = True
        elif can_be_said(spoken(text, line.language).text):
            raise CannotSayError("voice-failed")
        parts.append(np.zeros(int(piece.pause / pace * FILE_RATE), np.float32))
    if not heard:
        raise CannotSayError("empty-text")
    return np.concatenate(parts)

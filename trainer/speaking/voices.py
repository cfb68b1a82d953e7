"""The voices there are: how each is made from an engine's own voice, and who is credited. Pure.

A recipe names the engine's voice and shifts it: `pitch` is in the engine's own unit, `shift` plays the sound a little
faster or slower than rendered (a smaller or larger speaker), `rate` is the engine's speed at pace 1.0.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from trainer.script import Tone
from trainer.speech import VoiceInfo, VoiceTraits

Gender = Literal["female", "male", "neutral"]

MEI_CREDIT = "HTS Voice Mei (c) 2009-2013 Nagoya Institute of Technology, MMDAgent Project Team, CC BY 3.0"
ESPEAK_CREDIT = "eSpeak NG, GPL-3.0-or-later"

SLOWER = 0.82
"""Factor on the pace when a line is asked for `slower`."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to ask an engine for a voice; `base` is its name there.

    `rate`: words a minute (espeak, sapi5, say) or a speed factor (openjtalk).
    """

    id: str
    name: str
    language: str
    engine: Literal["espeak", "openjtalk", "sapi5", "say"]
    base: str
    rate: float
    pitch: float = 0.0
    shift: float = 1.0
    gender: Gender = "neutral"
    credit: str = ""

    def engine_pitch(self, semitones: float) -> float:
        """The engine's own pitch value for this voice, moved by `semitones` (espeak: 6 of 99 units each, measured)."""
        return self.pitch + semitones * (6.0 if self.engine == "espeak" else 1.0)

    @property
    def info(self) -> VoiceInfo:
        """What may be shown."""
        return VoiceInfo(self.id, self.name, self.language, self.engine, self.gender, self.credit)


@dataclass(frozen=True, slots=True)
class Manner:
    """How a line is said: factors on pace and loudness (dB), and pitch in semitones."""

    pace: float = 1.0
    semitones: float = 0.0
    decibels: float = 0.0


MANNERS: dict[Tone, Manner] = {
    "": Manner(),
    "softly": Manner(pace=0.94, semitones=-0.3, decibels=-5.0),
    "slower": Manner(pace=SLOWER),
    "brighter": Manner(pace=1.03, semitones=1.5),
    "tired": Manner(pace=0.88, semitones=-1.5, decibels=-3.0),
}


def _espeak(accent: str, variant: str, name: str, gender: Gender, pitch: float, rate: float = 150) -> Recipe:
    """`base` is espeak's file name: variants are silently ignored on the alias "en-gb" (seen in 1.52)."""
    file = {"en-gb": "en", "en-us": "en-us", "en-gb-x-rp": "en-gb-x-rp"}[accent]
    made = f"{accent}+{variant}"
    return Recipe(
        f"espeak:{made}", name, accent[:5], "espeak", f"{file}+{variant}", rate, pitch, 1.0, gender, ESPEAK_CREDIT
    )


def _mei(suffix: str, name: str, gender: Gender, pitch: float, rate: float, shift: float) -> Recipe:
    return Recipe(f"openjtalk:mei{suffix}", name, "ja", "openjtalk", "mei", rate, pitch, shift, gender, MEI_CREDIT)


ESPEAK_VOICES: tuple[Recipe, ...] = (
    _espeak("en-gb", "f2", "Hazel", "female", 44),
    _espeak("en-us", "m3", "Rowan", "male", 50),
    _espeak("en-us", "f4", "Linden", "female", 46),
    _espeak("en-gb-x-rp", "m7", "Ash", "male", 44),
    _espeak("en-gb", "f3", "Wren", "female", 50),
    _espeak("en-us", "m1", "Alder", "male", 62),
)
"""English by espeak-ng, gentlest first; the first is the default."""

OPENJTALK_VOICES: tuple[Recipe, ...] = (
    _mei("", "メイ", "female", 0.0, 0.95, 1.0),
    _mei("-low", "メイ・低め", "male", -4.0, 0.95, 0.88),
    _mei("-soft", "メイ・落ち着き", "female", -2.0, 0.9, 0.96),
    _mei("-bright", "メイ・明るめ", "female", 1.0, 0.98, 1.05),
    _mei("-deep", "メイ・深め", "male", -3.0, 0.98, 0.85),
    _mei("-light", "メイ・若め", "male", -3.6, 0.97, 0.92),
)
"""Japanese by pyopenjtalk-plus: one recorded voice, made into six speakers, of whom three are men (decision 0226)."""

TWIN_SEMITONES, TWIN_SIZE = 1.0, 0.97
"""How much lower and larger somebody sounds than the one before who has the same traits."""

SYSTEM_SHIFTS: tuple[tuple[str, str, float], ...] = (
    ("", "", 1.0),
    ("-low", " (low)", 0.93),
    ("-high", " (high)", 1.06),
)
"""A system voice is offered in three sizes, so that two partners differ even where one voice is installed."""


def built_in(engines: Iterable[str]) -> tuple[Recipe, ...]:
    """The voices our own engines bring, of those engines that are installed."""
    there = set(engines)
    return tuple(recipe for recipe in (*ESPEAK_VOICES, *OPENJTALK_VOICES) if recipe.engine in there)


def from_system(engine: Literal["sapi5", "say"], base: str, name: str, language: str, gender: Gender) -> list[Recipe]:
    """The voices made from one installed system voice; `language` is a tag such as "en-GB" or "ja-JP"."""
    tag = language.lower() if not language.lower().startswith("ja") else "ja"
    plain = Recipe(f"{engine}:{base}", name, tag, engine, base, 160 if tag != "ja" else 175, gender=gender)
    return [
        replace(plain, id=plain.id + suffix, name=plain.name + words, shift=shift)
        for suffix, words, shift in SYSTEM_SHIFTS
    ]


def of_gender(recipes: Sequence[Recipe], gender: Gender) -> Sequence[Recipe]:
    """The voices of that gender; where there are none, the lowest for a man and the highest for a woman.

    Somebody left open may have any of them.
    """
    fitting = [recipe for recipe in recipes if recipe.gender == gender]
    if fitting or not recipes:
        return fitting
    if gender == "neutral":
        return recipes
    return [(min if gender == "male" else max)(recipes, key=lambda recipe: (recipe.shift, recipe.pitch))]


def embodied(recipe: Recipe, traits: VoiceTraits, twins: int = 0) -> Recipe:
    """That voice as somebody with these traits has it; `twins` are people before them who are exactly alike."""
    semitones = traits.semitones - TWIN_SEMITONES * twins
    return replace(
        recipe,
        pitch=round(recipe.engine_pitch(semitones), 2),
        shift=round(recipe.shift * traits.size * TWIN_SIZE**twins, 4),
        rate=round(recipe.rate * traits.pace, 4),
    )


def speaks(recipe: Recipe, language: str) -> bool:
    """Is this voice meant for that language ("en" fits "en-gb")?"""
    return recipe.language[:2] == language[:2]

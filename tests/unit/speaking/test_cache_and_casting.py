"""Rendered lines kept within bounds; who speaks with which voice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from trainer.speaking.cache import LineCache, Wanted
from trainer.speaking.casting import Casting
from trainer.speaking.voices import (
    ESPEAK_VOICES,
    MEI_CREDIT,
    OPENJTALK_VOICES,
    built_in,
    from_system,
    speaks,
)
from trainer.speech import RenderedLine

VOICES = built_in(("espeak", "openjtalk"))


def line(size: int) -> RenderedLine:
    return RenderedLine(bytes(size), 22_050, (), ())


def test_the_least_recently_used_line_goes_first() -> None:
    cache = LineCache(100)
    for key in "abcd":
        cache.put(key, line(25))
    assert cache.get("a")
    cache.put("e", line(25))
    assert cache.get("b") is None
    assert all(cache.get(key) for key in "acde")
    assert cache.size == 100


def test_one_line_cannot_push_everything_out() -> None:
    cache = LineCache(100)
    cache.put("a", line(20))
    cache.put("huge", line(30))
    assert cache.get("huge") is None and cache.get("a")


def test_the_same_key_again_counts_once_and_clear_forgets() -> None:
    cache = LineCache(100)
    cache.put("a", line(20))
    cache.put("a", line(10))
    assert cache.size == 10
    cache.clear()
    assert cache.size == 0 and cache.get("a") is None


def test_what_is_heard_differently_is_kept_apart() -> None:
    wanted = Wanted(VOICES[0], "Hello.", "en")
    others = [
        replace(wanted, recipe=VOICES[1]),
        replace(wanted, text="Hello!"),
        replace(wanted, pace=0.9),
        replace(wanted, semitones=1.0),
        replace(wanted, decibels=-5.0),
    ]
    assert len({wanted, *others, replace(wanted)}) == 6


def test_everybody_has_a_voice_of_their_own_and_keeps_it() -> None:
    casting = Casting(VOICES)
    people = ["CLERK", "MINA", "OGAWA", "you"]
    first = [casting.voice(person, "en") for person in people]
    assert first[0] == ESPEAK_VOICES[0]
    assert len({voice.id for voice in first if voice}) == 4
    assert [casting.voice(person, "en") for person in people] == first


def test_more_people_than_voices_share() -> None:
    casting = Casting(VOICES)
    given = [casting.voice(f"P{number}", "ja") for number in range(9)]
    assert all(voice in OPENJTALK_VOICES for voice in given)
    assert {voice.id for voice in given if voice} == {voice.id for voice in OPENJTALK_VOICES}


def test_a_chosen_voice_is_used_where_it_speaks_the_language() -> None:
    casting = Casting(VOICES)
    casting.choose("CLERK", "espeak:en-us+m3")
    assert casting.voice("CLERK", "en") == next(voice for voice in VOICES if voice.id == "espeak:en-us+m3")
    japanese = casting.voice("CLERK", "ja")
    assert japanese is not None and japanese.gender == "male" and speaks(japanese, "ja")
    others = {casting.voice(f"P{number}", "en") for number in range(5)}
    assert casting.voice("CLERK", "en") not in others
    casting.choose("CLERK", "")
    assert casting.voice("CLERK", "en") is not None


def test_a_voice_that_is_not_there_is_replaced_by_the_program() -> None:
    casting = Casting(VOICES)
    casting.choose("CLERK", "sapi5:gone")
    assert casting.voice("CLERK", "en") in VOICES


def test_no_voice_for_a_language() -> None:
    assert Casting(ESPEAK_VOICES).voice("CLERK", "ja") is None
    assert Casting(()).usual("en") is None


def test_system_voices_join_once() -> None:
    casting = Casting(())
    made = from_system("say", "Kyoko", "Kyoko", "ja-JP", "female")
    casting.add(made)
    casting.add(made)
    assert [recipe.id for recipe in casting.recipes] == ["say:Kyoko", "say:Kyoko-low", "say:Kyoko-high"]
    assert casting.usual("ja") == made[0]
    assert casting.named("say:Kyoko-high") == made[2]


def test_voices_have_names_credits_and_different_recipes() -> None:
    assert len({recipe.id for recipe in VOICES}) == len(VOICES) >= 10
    assert len({recipe.name for recipe in VOICES}) == len(VOICES)
    assert {recipe.credit for recipe in OPENJTALK_VOICES} == {MEI_CREDIT}
    assert "CC BY 3.0" in MEI_CREDIT and "Nagoya Institute of Technology, MMDAgent Project Team" in MEI_CREDIT
    assert (
        {recipe.gender for recipe in ESPEAK_VOICES}
        == {recipe.gender for recipe in OPENJTALK_VOICES}
        == {"female", "male"}
    )
    assert VOICES[0].info.id == "espeak:en-gb+f2" and VOICES[0].info.language == "en-gb"


@pytest.mark.parametrize("recipe", VOICES, ids=lambda recipe: recipe.id)
def test_the_usual_speed_is_gentle(recipe) -> None:
    assert recipe.rate <= 150 if recipe.engine == "espeak" else recipe.rate <= 1.0

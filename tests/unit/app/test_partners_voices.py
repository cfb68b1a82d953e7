"""The drawn partner whom the trainee chose is heard: another voice, pitch and pace for each, in both languages."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pytest

from tests.helpers.listening import hurried
from trainer.app.cast import TRAITS, cast
from trainer.app.desk_sound import SoundDrawer
from trainer.app.desk_visits import VisitsDrawer
from trainer.app.house import House
from trainer.app.hub import Hub
from trainer.app.visit import LiveVisit
from trainer.settings import Language
from trainer.speaking.casting import SAMPLE, Casting
from trainer.speaking.voices import Recipe, built_in, from_system
from trainer.ui.bridge import Before
from trainer.ui.scene.partners import PARTNERS

BUILT_IN = built_in(("espeak", "openjtalk"))
ONE_SYSTEM_VOICE = tuple(from_system("sapi5", "Haruka", "Haruka", "ja-JP", "female"))


def heard(recipe: Recipe | None) -> tuple[str, float, float, float]:
    assert recipe is not None
    return (recipe.id, recipe.pitch, recipe.shift, recipe.rate)


def lead(partner: str, language: str, recipes: tuple[Recipe, ...] = BUILT_IN) -> Recipe:
    casting = Casting(recipes)
    casting.cast(cast(["CLERK"], partner))
    recipe = casting.voice("CLERK", language)
    assert recipe is not None
    return recipe


def test_every_drawn_partner_has_traits_that_fit_the_painting() -> None:
    genders = {"woman": "female", "man": "male", "open": "neutral"}
    assert {*TRAITS, "noface"} == {look.id for look in PARTNERS}
    for look in PARTNERS:
        if look.id != "noface":
            assert TRAITS[look.id].gender == genders[look.gender], look.id
    young = [TRAITS[look.id] for look in PARTNERS if look.age == "young" and look.gender != "open"]
    older = [TRAITS[look.id] for look in PARTNERS if look.age == "older"]
    assert min(one.pace for one in young) > max(one.pace for one in older)
    assert min(one.size for one in young) > max(one.size for one in older)


@pytest.mark.parametrize(
    ("language", "recipes"), [("en", BUILT_IN), ("ja", BUILT_IN), ("ja", ONE_SYSTEM_VOICE)], ids=["en", "ja", "one"]
)
def test_each_partner_sounds_different(language: str, recipes: tuple[Recipe, ...]) -> None:
    sounds = {look.id: heard(lead(look.id, language, recipes)) for look in PARTNERS}
    assert len(set(sounds.values())) == len(PARTNERS) == 12
    # SAPI has no pitch: size and pace alone already tell people apart.
    assert len({(shift, rate) for _, _, shift, rate in sounds.values()}) == 12


def steps(recipe: Recipe) -> tuple[float, float, float]:
    """How a voice stands among others of the same recording, in steps that are plainly heard.

    Pitch as it comes out (in semitones), the size of the speaker (5 %), the pace (8 %).
    """
    own = recipe.pitch / (6.0 if recipe.engine == "espeak" else 1.0)
    return (
        own + 12 * math.log2(recipe.shift),
        math.log(recipe.shift) / math.log(1.05),
        math.log(recipe.rate) / math.log(1.08),
    )


@pytest.mark.parametrize("language", ["en", "ja"])
def test_no_two_partners_are_within_a_step_and_a_half_of_each_other(language: str) -> None:
    """Within one recording; another recording is another person anyway."""
    voices = {look.id: lead(look.id, language) for look in PARTNERS}
    for one, other in combinations(voices, 2):
        if voices[one].base == voices[other].base:
            apart = math.dist(steps(voices[one]), steps(voices[other]))
            assert apart >= 1.5, f"{one} and {other}: {apart:.2f}"


def test_no_voice_goes_where_it_sounds_unwell() -> None:
    for look in PARTNERS:
        voice = lead(look.id, "ja")
        assert -5.5 <= voice.pitch <= 2.5 and 0.80 <= voice.shift <= 1.09 and 0.75 <= voice.rate <= 1.05, look.id


@pytest.mark.parametrize("language", ["en", "ja"])
def test_gender_is_kept_and_no_face_keeps_the_scenes_own(language: str) -> None:
    for look in PARTNERS:
        if look.gender != "open":
            assert lead(look.id, language).gender == {"woman": "female", "man": "male"}[look.gender], look.id
    assert lead("noface", language) == Casting(BUILT_IN).usual(language)


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("partner", [look.id for look in PARTNERS])
def test_several_people_stay_apart_whoever_speaks_first(partner: str, language: str) -> None:
    people = ["HOST", "NAMI", "KEI"]
    for order in (people, people[::-1]):
        casting = Casting(BUILT_IN)
        casting.cast(cast(people, partner))
        first = {one: heard(casting.voice(one, language)) for one in (*order, "you")}
        assert len(set(first.values())) == 4
        assert {one: heard(casting.voice(one, language)) for one in first} == first
        if partner != "noface":
            assert first["HOST"] == heard(lead(partner, language))


def test_people_with_the_same_traits_still_differ() -> None:
    casting = Casting(BUILT_IN)
    casting.cast(dict.fromkeys(("A", "B", "C"), TRAITS["tomo"]))
    assert len({heard(casting.voice(one, "ja")) for one in "ABC"}) == 3


def test_another_scene_begins_with_all_voices_free() -> None:
    casting = Casting(BUILT_IN)
    for number in range(6):
        casting.cast(dict.fromkeys((f"A{number}", f"B{number}")))
        pair = [casting.voice(f"{one}{number}", "ja") for one in "AB"]
        assert pair[0] == casting.usual("ja") and pair[1] != pair[0]


def test_a_chosen_voice_wins_and_giving_it_back_returns_the_partners() -> None:
    casting = Casting(BUILT_IN)
    casting.cast(cast(["CLERK", "GUEST"], "tomo"))
    before = casting.voice("CLERK", "en")
    casting.choose("CLERK", "espeak:en-gb+f2")
    assert casting.voice("CLERK", "en") == casting.named("espeak:en-gb+f2")
    casting.cast(cast(["CLERK", "GUEST"], "yui"))
    assert casting.voice("CLERK", "en") == casting.named("espeak:en-gb+f2")
    casting.cast(cast(["CLERK", "GUEST"], "tomo"))
    casting.choose("CLERK", "")
    assert casting.voice("CLERK", "en") == before


def test_a_chosen_voice_that_is_not_there_gives_way_to_the_partners() -> None:
    casting = Casting(BUILT_IN)
    casting.cast(cast(["CLERK"], "lee"))
    casting.choose("CLERK", "sapi5:gone")
    assert heard(casting.voice("CLERK", "ja")) == heard(lead("lee", "ja"))


@pytest.fixture
def house() -> Iterator[House]:
    one = House(make_output=hurried())
    yield one
    one.close()


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_choice_reaches_the_voice_of_a_real_visit(house: House, language: Language) -> None:
    house.change_settings(replace(house.settings, practice_language=language, partner="tomo"))
    hub = Hub()
    visits, drawer = VisitsDrawer(house, hub), SoundDrawer(house, hub)
    live = visits.begin_visit(Before("belonging/peer-group", way="choose"))
    assert isinstance(live, LiveVisit)
    scene = house.shelf.scene("belonging/peer-group", language)
    assert scene is not None
    persons = [person.key for person in scene.persons]
    casting = house.partner_voice(hub.post)._casting

    def now() -> list[tuple[str, float, float, float]]:
        return [heard(casting.voice(person, language)) for person in persons]

    assert now()[0] == heard(lead("tomo", language)) and len(set(now())) == len(persons) == 3
    house.change_settings(replace(house.settings, partner="yui"))
    assert now()[0] == heard(lead("yui", language)) and len(set(now())) == 3
    drawer.hear_sample("Hello.")
    assert heard(casting.voice(SAMPLE, language)) == heard(lead("yui", language))
    chosen = drawer.voices()[1].id
    house.change_settings(replace(house.settings, voice=chosen))
    assert now()[0] == heard(casting.named(chosen)) and len(set(now())) == 3
    house.change_settings(replace(house.settings, voice="", partner="noface"))
    assert now()[0][0] in {voice.id for voice in drawer.voices()} and casting.voice(persons[0], language) in BUILT_IN
    drawer.hear_sample("Hello.")
    assert casting.voice(SAMPLE, language) == casting.usual(language)
    visits.close_current()

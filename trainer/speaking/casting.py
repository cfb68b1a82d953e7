"""Who speaks with which voice: chosen ones first, then what a drawn person is like, then a voice of their own."""

from __future__ import annotations

import threading
import zlib
from collections.abc import Mapping, Sequence

from trainer.speaking.voices import Recipe, embodied, of_gender, speaks
from trainer.speech import VoiceTraits

TRAINEE = "you"
SAMPLE = "sample"
"""Who says a sample: heard as the scene's person will be, and it takes a voice from nobody."""


class Casting:
    """Voices by speaker. Safe from several threads."""

    def __init__(self, recipes: Sequence[Recipe]) -> None:
        self._recipes = tuple(recipes)
        self._chosen: dict[str, str] = {}
        self._given: dict[tuple[str, str], str] = {}
        self._traits: dict[str, VoiceTraits] = {}
        self._people: frozenset[str] = frozenset()
        self._lock = threading.Lock()

    @property
    def recipes(self) -> tuple[Recipe, ...]:
        """All voices, the usual one of each language first."""
        return self._recipes

    def add(self, recipes: Sequence[Recipe]) -> None:
        """Further voices (those of the system); ids already there are kept."""
        with self._lock:
            known = {recipe.id for recipe in self._recipes}
            self._recipes += tuple(recipe for recipe in recipes if recipe.id not in known)

    def choose(self, speaker: str, voice: str) -> None:
        """That speaker has this voice from now on; "" gives the choice back to the program."""
        with self._lock:
            if voice:
                self._chosen[speaker] = voice
            else:
                self._chosen.pop(speaker, None)

    def cast(self, people: Mapping[str, VoiceTraits | None]) -> None:
        """These people speak from now on, each with these traits (None: none of their own).

        Other people than before begin anew, so that voices given in earlier scenes are free again. The same people
        keep their voices; only somebody whose traits changed gets another one.
        """
        with self._lock:
            if frozenset(people) != self._people:
                self._people = frozenset(people)
                self._chosen.clear()
                self._given.clear()
            gone = [speaker for speaker in self._traits if speaker not in people and speaker != SAMPLE]
            for speaker in (*gone, *people):
                self._embody(speaker, people.get(speaker))

    def embody(self, speaker: str, traits: VoiceTraits | None) -> None:
        """That speaker is like this from now on; None takes it back."""
        with self._lock:
            self._embody(speaker, traits)

    def voice(self, speaker: str, language: str) -> Recipe | None:
        """The voice of a speaker in a language; None when no voice speaks it.

        Traits are heard only where no voice was chosen. A chosen voice that does not speak the language is replaced by
        one of the same gender. Speakers without a choice get different voices as long as there are enough; the
        trainee's own lines get one nobody else has.
        """
        with self._lock:
            fitting = [recipe for recipe in self._recipes if speaks(recipe, language)]
            if not fitting:
                return None
            chosen = self._by_id(self._chosen.get(speaker, ""))
            if chosen is not None and speaks(chosen, language):
                return chosen
            if chosen is not None:
                return next((recipe for recipe in fitting if recipe.gender == chosen.gender), fitting[0])
            if speaker == SAMPLE:
                traits = self._traits.get(speaker)
                return embodied(_best(traits, fitting, set()), traits) if traits else fitting[0]
            # Whoever has traits comes first: there are few voices to fit them.
            waiting = [one for one in self._traits if one == speaker or one not in (SAMPLE, *self._chosen)]
            for one in (*waiting, speaker):
                if (one, language[:2]) not in self._given:
                    self._given[one, language[:2]] = self._pick(one, language, fitting).id
            given = self._by_id(self._given[speaker, language[:2]]) or fitting[0]
            own = self._traits.get(speaker)
            return embodied(given, own, self._twins(speaker, language)) if own else given

    def usual(self, language: str) -> Recipe | None:
        """The first voice of a language; None when no voice speaks it."""
        with self._lock:
            return next((recipe for recipe in self._recipes if speaks(recipe, language)), None)

    def named(self, voice: str) -> Recipe | None:
        """The voice of that id."""
        with self._lock:
            return self._by_id(voice)

    def _by_id(self, voice: str) -> Recipe | None:
        return next((recipe for recipe in self._recipes if recipe.id == voice), None)

    def _embody(self, speaker: str, traits: VoiceTraits | None) -> None:
        if self._traits.get(speaker) == traits:
            return
        self._given = {key: voice for key, voice in self._given.items() if key[0] != speaker}
        if traits is None:
            self._traits.pop(speaker)
        else:
            self._traits[speaker] = traits

    def _twins(self, speaker: str, language: str) -> int:
        """How many people before this one have the same voice and the same traits."""
        before = list(self._traits)[: list(self._traits).index(speaker)]
        mine = (self._given[speaker, language[:2]], self._traits[speaker])
        return sum((self._given.get((one, language[:2])), self._traits[one]) == mine for one in before)

    def _pick(self, speaker: str, language: str, fitting: Sequence[Recipe]) -> Recipe:
        """The first speaker has the usual voice; others one by their name, next free one when it is taken."""
        taken = {voice for (_, tongue), voice in self._given.items() if tongue == language[:2]} | set(
            self._chosen.values()
        )
        traits = self._traits.get(speaker)
        if traits is not None:
            return _best(traits, fitting, taken)
        others = any(tongue == language[:2] and one != TRAINEE for one, tongue in self._given) or self._chosen
        first = 0 if not others and speaker != TRAINEE else zlib.crc32(speaker.encode()) % len(fitting)
        if speaker == TRAINEE:
            first = len(fitting) - 1
        order = [fitting[(first + step) % len(fitting)] for step in range(len(fitting))]
        return next((recipe for recipe in order if recipe.id not in taken), order[0])


def _best(traits: VoiceTraits, fitting: Sequence[Recipe], taken: set[str]) -> Recipe:
    """The voice meant by traits, or the next free one of that gender; the meant one when none is free."""
    alike = of_gender(fitting, traits.gender)
    order = [alike[(traits.pick + step) % len(alike)] for step in range(len(alike))]
    return next((recipe for recipe in order if recipe.id not in taken), order[0])

"""Who speaks with which voice: chosen voices first, then a voice of their own for everybody, always the same one."""

from __future__ import annotations

import threading
import zlib
from collections.abc import Sequence

from trainer.speaking.voices import Recipe, speaks

TRAINEE = "you"


class Casting:
    """Voices by speaker. Safe from several threads."""

    def __init__(self, recipes: Sequence[Recipe]) -> None:
        self._recipes = tuple(recipes)
        self._chosen: dict[str, str] = {}
        self._given: dict[tuple[str, str], str] = {}
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

    def voice(self, speaker: str, language: str) -> Recipe | None:
        """The voice of a speaker in a language; None when no voice speaks it.

        A chosen voice that does not speak the language is replaced by one of the same gender. Speakers without a
        choice get different voices as long as there are enough; the trainee's own lines get one nobody else has.
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
            given = self._by_id(self._given.get((speaker, language[:2]), ""))
            if given is None:
                given = self._pick(speaker, language, fitting)
                self._given[speaker, language[:2]] = given.id
            return given

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

    def _pick(self, speaker: str, language: str, fitting: Sequence[Recipe]) -> Recipe:
        """The first speaker has the usual voice; others one by their name, next free one when it is taken."""
        taken = {voice for (_, tongue), voice in self._given.items() if tongue == language[:2]} | set(
            self._chosen.values()
        )
        first = 0 if not taken and speaker != TRAINEE else zlib.crc32(speaker.encode()) % len(fitting)
        if speaker == TRAINEE:
            first = len(fitting) - 1
        order = [fitting[(first + step) % len(fitting)] for step in range(len(fitting))]
        return next((recipe for recipe in order if recipe.id not in taken), order[0])

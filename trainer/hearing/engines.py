"""Which recogniser hears which language."""

from __future__ import annotations

from collections.abc import Sequence

from trainer.hearing.recogniser import EngineName
from trainer.hearing.supervisor import ChosenEngine
from trainer.speech import SpeechModelInfo

BUILT_IN = frozenset({"en"})
"""Languages PocketSphinx hears with nothing installed."""


def choose_engine(
    language: str, installed: Sequence[SpeechModelInfo], wish: EngineName | None = None
) -> ChosenEngine | None:
    """Vosk where a whole speech model of the language is installed, else the built-in English, else None.

    `wish` narrows it to one engine ("vosk" without a speech model gives None).
    """
    tongue = language.split("-")[0].lower()
    if wish != "pocketsphinx":
        for model in installed:
            if model.engine == "vosk" and model.state == "ready" and model.language.split("-")[0].lower() == tongue:
                return ChosenEngine("vosk", model.path)
    return ChosenEngine("pocketsphinx") if tongue in BUILT_IN and wish != "vosk" else None

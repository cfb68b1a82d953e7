"""How words sound, for the check that tells examples which differ by one sound: phones in English, kana in Japanese."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from trainer.hearing.engines import choose_engine
from trainer.hearing.model_shelf import installed
from trainer.hearing.model_words import lacking, words_of
from trainer.hearing.pronunciation import Dictionary
from trainer.lexicon.japanese import reading
from trainer.packs.checker_replies import Lacks, Sounds, kana_sounds

_WORD = re.compile(r"[a-z']+")


def sounds() -> dict[str, Sounds]:
    """Language -> text to sounds. Each reads its dictionary when it is first asked; without one it is left out."""
    return {**({"en": english} if _path().is_file() else {}), "ja": japanese}


def guessed() -> dict[str, Lacks]:
    """Language -> the words of a text that its built-in recogniser does not know. English only: no other has one."""
    return {"en": english_guessed} if _path().is_file() else {}


def unheard(models: Path) -> dict[str, Lacks]:
    """Language -> the words of a text that its installed speech model lacks. Without such a model it is left out."""
    there = installed(models)
    chosen = {language: choose_engine(language, there, "vosk") for language in ("en", "ja")}
    return {language: _lacking_in(Path(engine.path), language) for language, engine in chosen.items() if engine}


def _lacking_in(folder: Path, language: str) -> Lacks:
    @cache
    def known() -> frozenset[str] | None:
        return words_of(folder)

    def lacks(text: str) -> Sequence[str]:
        words = known()
        return lacking(text, language, words) if words else ()

    return lacks


def english_guessed(text: str) -> Sequence[str]:
    """Words that are not in the recogniser's dictionary, each once."""
    words = dict.fromkeys(word.strip("'") for word in _WORD.findall(text.lower().replace("’", "'")))
    return [word for word in words if word and not _dictionary().knows(word)]


def english(text: str) -> Sequence[str]:
    """Phones, word by word, each word in its first pronunciation."""
    found: list[str] = []
    for word in _WORD.findall(text.lower().replace("’", "'")):
        ways = _dictionary().pronunciations(word)
        found += ways[0].split() if ways else [word]
    return found


def japanese(text: str) -> Sequence[str]:
    """Kana of the reading, one a sound; nothing when a word has no reading."""
    return kana_sounds(reading(text))


@cache
def _dictionary() -> Dictionary:
    return Dictionary(_path())


def _path() -> Path:
    # The built-in recogniser's package carries it; found without loading the recogniser.
    package = importlib.util.find_spec("pocketsphinx")
    folders = package.submodule_search_locations if package is not None else None
    return Path((folders or [""])[0]) / "model" / "en-us" / "cmudict-en-us.dict"

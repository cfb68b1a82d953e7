"""Text brought to the shape in which heard and written words are compared: letters only, one way of writing."""

from __future__ import annotations

import re
import unicodedata

from trainer.hearing.number_words import spoken

UNKNOWN = "[unk]"
"""How Vosk writes something it cannot name."""

_DIGITS = re.compile(r"\d{1,4}")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'"})  # noqa: RUF001
_PRICES = re.compile(r"[$£€]\s?(\d+)")


def is_japanese(language: str) -> bool:
    """True for "ja" and its kin: words are not separated by spaces."""
    return language.split("-")[0].lower() == "ja"


def plain(text: str, language: str) -> str:
    """`text` in small letters, numbers in words, without punctuation; Japanese keeps no spaces."""
    text = unicodedata.normalize("NFKC", text.translate(_APOSTROPHES)).casefold()
    text = text.translate(_APOSTROPHES)
    japanese = is_japanese(language)
    if not japanese:
        text = _PRICES.sub(r"\1 dollars", text)
    text = _DIGITS.sub(lambda found: f" {spoken(int(found.group()), language)} ", text)
    kept = "".join(letter if _is_word_letter(letter) else " " for letter in text)
    if japanese:
        return "".join(kept.split())
    return " ".join(word for word in (part.strip("'") for part in kept.split()) if word)


def tokens(text: str, language: str) -> tuple[str, ...]:
    """The pieces that are compared: words of English, characters of Japanese."""
    ready = plain(text, language)
    return tuple(ready) if is_japanese(language) else tuple(ready.split())


def _is_word_letter(letter: str) -> bool:
    return letter == "'" or letter == "ー" or unicodedata.category(letter)[0] in "LMN"

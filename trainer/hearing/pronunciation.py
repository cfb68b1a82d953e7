"""How English words sound, in the 39 phones of the built-in recogniser: its dictionary, then rules by letters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

_RULES = (
    "awa AA W AH|tion SH AH N|sion ZH AH N|ture CH ER|ough AO|augh AO|eigh EY|igh AY|tch CH|dge JH|sch SH|chr K R|"
    "ation EY SH AH N|ious IY AH S|ous AH S|ing IH NG|ck K|ch CH|sh SH|th TH|ph F|wh W|kn N|wr R|gn N|qu K W|"
    "gh G|ng NG|nk NG K|ee IY|ea IY|oo UW|ou AW|ow OW|oi OY|oy OY|ai EY|ay EY|au AO|aw AO|ei EY|ey IY|ie IY|"
    "oa OW|oe OW|ue UW|ui UW|ew UW|ar AA R|er ER|ir ER|or AO R|ur ER|air EH R|are EH R|ear IH R|eer IH R|"
    "ire AY ER|ore AO R|ure Y UH R|ya Y AA|yo Y OW|yu Y UW|kyo K Y OW|ryo R Y OW|tsu T S UW|shi SH IY|"
    "chi CH IY|"
    "bb B|cc K|dd D|ff F|gg G|ll L|mm M|nn N|pp P|rr R|ss S|tt T|zz Z|ce S|ci S IH|cy S IY|ge JH|gi JH IH|"
    "a AE|b B|c K|d D|e EH|f F|g G|h HH|i IH|j JH|k K|l L|m M|n N|o AA|p P|q K|r R|s S|t T|u AH|v V|w W|x K S|"
    "y IY|z Z|é EY|ñ N Y|ü UW|ö ER|ä EH|ô OW|è EH|ç S"
)
_BY_LETTERS = {letters: sounds for letters, _, sounds in (rule.partition(" ") for rule in _RULES.split("|"))}
_LONGEST = max(len(letters) for letters in _BY_LETTERS)
_LONG_VOWEL = {"a": "EY", "e": "IY", "i": "AY", "o": "OW", "u": "UW"}
_MAGIC_E = re.compile(r"([aeiou])([bcdfgklmnprstvz])e(s?)$")


PLACE = "~"
"""A word may carry the place it stands in ("of~12"); it sounds the same everywhere."""

REDUCED = {
    "of": "AH",
    "and": "AH N, N, EH N, AE N",
    "an": "AH N",
    "i": "AH",
    "iced": "AY S",
    "want": "W AA N",
    "little": "L IH DH AH L, L IH L",
    "almond": "AA M AH N, AO L M AH N D",
    "with": "W IH",
    "latte": "L AE T EY",
    "to": "T AH",
    "for": "F ER",
    "mocha": "M AO K AH",
    "roast": "R OW S",
    "ounce": "AW N T S",
    "milk": "M EH L K",
    "get": "G EH",
    "just": "JH AH S, JH IH S",
    "don't": "D OW N",
    "can": "K AH N, K IH N",
    "some": "S M, S AH",
    "please": "P L IY S",
    "thanks": "TH AE NG K S, T AE NG K S",
    "thank": "T AE NG K",
    "the": "D AH",
    "you": "Y AH",
    "your": "Y ER",
    "have": "HH AH V, AE V",
}
"""How frequent words sound in running speech, beside what the dictionary says."""


def by_letters(word: str) -> str:
    """A guess at how an unknown word sounds, from its letters. "" when it has none that sound."""
    word = re.sub(r"[^a-zà-ÿ]", "", word.lower())
    sounds: list[str] = []
    magic = _MAGIC_E.search(word)
    place = 0
    while place < len(word):
        if magic and place == magic.start() and place > 0:
            letter, consonant, plural = magic.groups()
            soft = {"c": "S", "g": "JH"}.get(consonant, _BY_LETTERS[consonant])
            sounds += [_LONG_VOWEL[letter], soft, *(["S"] if plural else [])]
            break
        for size in range(min(_LONGEST, len(word) - place), 0, -1):
            letters = word[place : place + size]
            if letters in _BY_LETTERS:
                sounds += _at_end(letters, _BY_LETTERS[letters], place + size == len(word), place)
                place += size
                break
        else:
            place += 1
    return " ".join(sounds)


def _at_end(letters: str, sounds: str, last: bool, place: int) -> list[str]:
    """Last letters sound long, as in names from other languages: Sato, Hana, Yuki."""
    if last and place > 0 and letters in ("a", "i", "o", "u"):
        return [{"a": "AH", "i": "IY", "o": "OW", "u": "UW"}[letters]]
    if last and place > 1 and letters == "e":
        return []
    if place == 0 and letters == "y":
        return ["Y"]
    return sounds.split()


class Dictionary:
    """The recogniser's own dictionary (a file in the CMU format), read once, plus rules for what it lacks."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def pronunciations(self, word: str) -> tuple[str, ...]:
        """Every way the word sounds; from its letters when it is not listed. () when it has no sound at all."""
        word = word.split(PLACE)[0]
        listed = self._listed.get(word)
        if listed:
            return tuple(dict.fromkeys((*listed, *(REDUCED.get(word, "").split(", ") if word in REDUCED else ()))))
        guessed = self._possessive(word) or by_letters(word)
        return (guessed,) if guessed else ()

    def lines(self, words: Iterable[str]) -> list[str]:
        """A pack-sized dictionary file for these words; words without sound are left out."""
        found = []
        for word in dict.fromkeys(words):
            for place, sounds in enumerate(self.pronunciations(word), start=1):
                found.append(f"{word if place == 1 else f'{word}({place})'} {sounds}")
        return found

    def knows(self, word: str) -> bool:
        """Listed, not guessed."""
        return word in self._listed

    def _possessive(self, word: str) -> str:
        base = word.removesuffix("'s") if word.endswith("'s") else word.removesuffix("s")
        if base == word or base not in self._listed:
            return ""
        sounds = self._listed[base][0]
        last = sounds.split()[-1]
        ending = (
            "AH Z" if last in {"S", "Z", "SH", "CH", "JH", "ZH"} else "S" if last in {"P", "T", "K", "F", "TH"} else "Z"
        )
        return f"{sounds} {ending}"

    @cached_property
    def _listed(self) -> dict[str, list[str]]:
        listed: dict[str, list[str]] = {}
        with self._path.open(encoding="utf-8") as lines:
            for line in lines:
                word, _, sounds = line.partition(" ")
                listed.setdefault(word.split("(")[0], []).append(sounds.strip())
        return listed

"""Length and reading: long lines, two questions at once, heavy kanji, mixed politeness, digits to be spoken."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal

from trainer.packs.diagnostics import Findings
from trainer.packs.texts import Text

WORDS_A_SENTENCE = 16
CHARACTERS_A_SENTENCE = 40
"""Guidance for plain Japanese is about 24, at most 30 a sentence, for general leaflets 40; English 10 to 20 words."""

LINE_FACTOR = 2
"""A whole line may hold two such sentences."""

KANJI_A_SENTENCE = 13

_SENTENCE = re.compile(r"[^。！？!?.…]+[。！？!?.…]*[」”\"')）]*")
_KANJI = re.compile(r"[\u4e00-\u9fff\u3400-\u4dbf々]")
_JAPANESE = re.compile(r"[\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f\u3400-\u9fff\uf900-\ufaff]")
_DIGITS = re.compile(r"[0-9０-９]+")
_BRACES = re.compile(r"\{[^{}]*\}")
_ASKS_JA = re.compile(r"[？?]|か[。」]")
_POLITE = re.compile(
    r"(?:です|ます|ました|でした|ません|でしょう|ましょう|ください|下さい|ございます|ございました|ませ)"
    r"(?:か|ね|よ|よね|が|けど)?[。！？!?…」]*\Z"
)
_PLAIN = re.compile(
    r"(?:だ|だよ|だね|だな|だった|だろ|だろう|じゃん|んだ|のか|かな|かい|するよ|するね|した|ったよ|ったね|ない|ないよ|ないね|"
    r"[うくすつぬむるぐぶ](?:よ|ね|な))[。！？!?…」]*\Z"
)


def check_reading(words: tuple[Text, ...], language: str, findings: Findings) -> None:
    """Counts over spoken lines and hints; ideas only."""
    for text in words:
        if text.kind == "say":
            signs = unreadable_signs(text.text, language)
            if signs:
                findings.add("not-readable", text.line, text.column, signs=signs)
            _check_length(text, language, findings)
            _check_questions(text, language, findings)
            digits = _DIGITS.search(_BRACES.sub("", text.text))
            if digits:
                findings.add("numbers-as-digits", text.line, text.column, digits=digits.group())
        elif text.kind == "hint" and language == "ja":
            most = max((len(_KANJI.findall(sentence)) for sentence in sentences(text.text)), default=0)
            if most > KANJI_A_SENTENCE:
                findings.add("kanji-load", text.line, text.column, count=most, limit=KANJI_A_SENTENCE)
    if language == "ja":
        _check_politeness([text for text in words if text.kind == "say"], findings)


@lru_cache(maxsize=8192)
def unreadable_signs(text: str, language: str) -> str:
    """The characters of a line that no voice of the language can say: pictures, other scripts, kana in English."""
    return "".join(dict.fromkeys(sign for sign in text if not _can_be_read(sign, language)))


@lru_cache(maxsize=4096)
def _can_be_read(sign: str, language: str) -> bool:
    kind = unicodedata.category(sign)
    if kind[0] in "PZN" or kind in ("Cf", "Mn", "Sm", "Sc", "Sk"):
        return True
    if kind == "So":
        return sign in "°℃№〒"
    plain = unicodedata.normalize("NFKC", sign)
    if _JAPANESE.match(sign):
        return language == "ja"
    return plain.isascii() or (language != "ja" and ord(sign) < 0x250)


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, marks included."""
    for found in _SENTENCE.findall(text):
        if found.strip():
            yield found.strip()


def length(text: str, language: str) -> int:
    """Words in English, characters without spaces and marks in Japanese; a slot is one word or three characters."""
    if language == "ja":
        return len(re.sub(r"[\s、。！？!?「」（）()…]", "", _BRACES.sub("＿＿＿", text)))
    return len(re.findall(r"[\w'’]+", _BRACES.sub("word", text)))


@lru_cache(maxsize=8192)
def _lengths(text: str, language: str) -> tuple[int, int]:
    """The longest sentence and the whole line; remembered, as most lines of a sheet stay from one look to the next."""
    return max((length(sentence, language) for sentence in sentences(text)), default=0), length(text, language)


def _check_length(text: Text, language: str, findings: Findings) -> None:
    limit = CHARACTERS_A_SENTENCE if language == "ja" else WORDS_A_SENTENCE
    longest, whole = _lengths(text.text, language)
    if longest > limit:
        findings.add("long-line", text.line, text.column, count=longest, limit=limit)
    elif whole > LINE_FACTOR * limit:
        findings.add("long-line", text.line, text.column, count=whole, limit=LINE_FACTOR * limit)


def _check_questions(text: Text, language: str, findings: Findings) -> None:
    asked = (
        len(_ASKS_JA.findall(text.text.replace("か？", "？").replace("か?", "?")))
        if language == "ja"
        else text.text.count("?")
    )
    if asked >= 2:
        findings.add("two-questions", text.line, text.column)


@lru_cache(maxsize=8192)
def _manners(text: str) -> tuple[Literal["polite", "plain"], ...]:
    """How the sentences of a text end, those that show it."""
    found: list[Literal["polite", "plain"]] = []
    for sentence in sentences(text):
        if _POLITE.search(sentence):
            found.append("polite")
        elif _PLAIN.search(sentence):
            found.append("plain")
    return tuple(found)


def _check_politeness(said: Iterable[Text], findings: Findings) -> None:
    """The first line of a speaker that ends the other way from most of that speaker's lines."""
    by_speaker: dict[str, tuple[list[Text], list[Text]]] = {}
    for text in said:
        polite, plain = by_speaker.setdefault(text.speaker, ([], []))
        for manner in _manners(text.text):
            (polite if manner == "polite" else plain).append(text)
    for speaker, (polite, plain) in by_speaker.items():
        if polite and plain:
            odd = plain[0] if len(plain) <= len(polite) else polite[0]
            findings.add("mixed-politeness", odd.line, odd.column, speaker=speaker)

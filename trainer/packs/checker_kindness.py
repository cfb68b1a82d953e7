"""Kindness: words that blame, hurry, press or judge, goals that score a person, stress at the first level."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from trainer.packs import kind_words
from trainer.packs.diagnostics import Findings
from trainer.packs.kind_words import Where
from trainer.packs.outline import Outline
from trainer.packs.own_words import NONE, OwnWords
from trainer.packs.texts import Text, TextKind
from trainer.script import GENTLEST_IS_MOST, Scene

STRESS_FREE_LEVEL = 1
NoteCode = Literal["someone-sighs", "raised-voice", "phone-ring", "queue"]

_GUIDE = frozenset({"hint", "goal", "about", "expect", "step", "closing", "after"})
_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")
"""Words quoted for the trainee to say are not the sentence's own: `"No" is a ...` takes nothing back."""

_REPAIR = frozenset({"unclear", "unheard", "repeat"})


@lru_cache(maxsize=2)
def _lists(language: str) -> tuple[tuple[str, Where, re.Pattern[str]], ...]:
    """The word lists of a language, joined into one pattern for each code and place."""
    lists = kind_words.JAPANESE if language == "ja" else kind_words.ENGLISH
    frame = "(?:{})" if language == "ja" else r"(?<![\w'])(?:{})(?![\w'])"
    return tuple(
        (code, where, re.compile(frame.format("|".join(kind_words.patterns(text))), re.IGNORECASE))
        for (code, where), text in lists.items()
    )


@lru_cache(maxsize=64)
def _one(pattern: str, language: str) -> re.Pattern[str]:
    frame = "(?:{})" if language == "ja" else r"(?<![\w'])(?:{})(?![\w'])"
    return re.compile(frame.format(pattern), re.IGNORECASE)


def _pair(english: str, japanese: str, language: str) -> re.Pattern[str]:
    return _one(japanese if language == "ja" else english, language)


def check_kindness(words: tuple[Text, ...], language: str, findings: Findings, own: OwnWords = NONE) -> None:
    """Word lists over everything the partner says and the program tells the trainee; `own` is a centre's list."""
    must = _pair(kind_words.IMPERATIVE_EN, kind_words.IMPERATIVE_JA, language)
    judged = _pair(kind_words.JUDGED_EN, kind_words.JUDGED_JA, language)
    for text in words:
        plain = text.text.replace("’", "'")
        _check_lists(text, plain, language, findings, own)
        if text.kind == "hint":
            found = must.search(plain)
            if found and not taken_back(plain, found, language) and "only" not in plain[: found.start()][-8:]:
                findings.add("imperative-hint", text.line, text.column + found.start(), word=found.group())
        elif text.kind == "goal":
            found = judged.search(plain)
            if found and not taken_back(plain, found, language):
                findings.add("judged-goal", text.line, text.column + found.start(), word=found.group())


def _check_lists(text: Text, plain: str, language: str, findings: Findings, own: OwnWords) -> None:
    told: set[str] = set()
    if own is not NONE and (text.kind in ("say", "cue") or text.kind in _GUIDE):
        for code, word in own.found(plain, language):
            if code not in told:
                told.add(code)
                findings.add(code, text.line, text.column, word=word)
    for code, start, word in _listed(plain, text.kind, text.block in _REPAIR, language):
        if code not in told and not own.leaves(word, language):
            told.add(code)
            findings.add(code, text.line, text.column + start, word=word)


@lru_cache(maxsize=8192)
def _listed(plain: str, kind: TextKind, repair: bool, language: str) -> tuple[tuple[str, int, str], ...]:
    """(code, offset, word) for each word of our lists in a text, list by list; remembered, as most lines stay."""
    return tuple(
        (code, found.start(), found.group())
        for code, where, pattern in _lists(language)
        if _counts(where, kind, repair)
        for found in pattern.finditer(plain)
        if not taken_back(plain, found, language)
    )


def _counts(where: Where, kind: TextKind, repair: bool) -> bool:
    if where == "repair":
        return kind == "say" and repair
    if where == "say":
        return kind == "say"
    if where == "guide":
        return kind in _GUIDE
    return kind == "say" or kind == "cue" or kind in _GUIDE


def taken_back(plain: str, found: re.Match[str], language: str) -> bool:
    """True when a negation turns the word around ("nobody hurries you")."""
    if language == "ja":
        return bool(re.match(kind_words.JAPANESE_NOT, plain[found.end() :]))
    before = _QUOTED.sub("", plain[: found.start()])
    return bool(re.search(kind_words.ENGLISH_NOT, before, re.IGNORECASE))


def check_level(scene: Scene, part: Outline, words: tuple[Text, ...], findings: Findings) -> None:
    """Stress in a scene of the first level: a crowd from the start, a sigh, a raised voice outside every dial."""
    if scene.level > STRESS_FREE_LEVEL:
        return
    for dial in scene.dials:
        if dial.name not in GENTLEST_IS_MOST and dial.low > 0:
            findings.add("level-vs-stress", part.line_of("dial", dial.name), what=f"{dial.name} ≥ {dial.low}")
    for text in words:
        if text.kind == "cue" and not text.conditional:
            for code in notes_of(text, scene.language):
                if code in ("someone-sighs", "raised-voice"):
                    findings.add("level-vs-stress", text.line, text.column, what=text.text)


def notes_of(text: Text, language: str) -> tuple[NoteCode, ...]:
    """Content notes that a cue calls for: a sigh, a raised voice, a ringing phone, people waiting."""
    signs: tuple[tuple[NoteCode, str, str], ...] = (
        ("someone-sighs", kind_words.SIGH_EN, kind_words.SIGH_JA),
        ("raised-voice", kind_words.LOUD_EN, kind_words.LOUD_JA),
        ("phone-ring", kind_words.PHONE_EN, kind_words.PHONE_JA),
        ("queue", kind_words.QUEUE_EN, kind_words.QUEUE_JA),
    )
    if text.kind != "cue":
        return ()
    return tuple(code for code, english, japanese in signs if _pair(english, japanese, language).search(text.text))

"""The shape of one entry of the catalogue of findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "idea"]
Theme = Literal["writing", "flow", "replies", "support", "kindness", "reading", "translation", "files", "manifest"]
THEMES: tuple[Theme, ...] = (
    "writing",
    "flow",
    "replies",
    "support",
    "kindness",
    "reading",
    "translation",
    "files",
    "manifest",
)


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences of a code in one language; `<name>` is filled in. `why` is for the help page.

    `fix_near` is said instead of `fix` when something near was found (`<near>`).
    """

    message: str
    fix: str
    why: str
    fix_near: str = ""


@dataclass(frozen=True, slots=True)
class Definition:
    """A code that may be reported. Codes and numbers never change their meaning; retired ones are not used again."""

    number: int
    code: str
    severity: Severity
    en: Words
    ja: Words

    @property
    def theme(self) -> Theme:
        """The theme, told by the number's hundreds."""
        return THEMES[self.number // 100 - 1]

    def words(self, language: str) -> Words:
        """The sentences for that screen language; English for any other."""
        return self.ja if language == "ja" else self.en


def define(number: int, code: str, severity: Severity, *, en: tuple[str, ...], ja: tuple[str, ...]) -> Definition:
    """An entry: (message, fix, why) or (message, fix, why, fix when something near was found), in both languages."""
    return Definition(number, code, severity, Words(*en), Words(*ja))

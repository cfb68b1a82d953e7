"""What is found in a pack or a sheet: one code, one place, one sentence, one thing to do next."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from trainer.packs.catalogue import DEFINITIONS
from trainer.packs.catalogue.definition import Definition, Severity
from trainer.script import Place

Screen = Literal["en", "ja"]

MAX_SUGGESTIONS = 50
"""How many times "did you mean" is worked out in one sheet: looking for near names is slow."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding: `code` (see the catalogue), where it is (1-based), and the words its sentences are filled with."""

    code: str
    file: str = ""
    line: int = 0
    column: int = 1
    values: tuple[tuple[str, str], ...] = ()

    @property
    def definition(self) -> Definition:
        """What the catalogue says about this code."""
        return DEFINITIONS[self.code]

    @property
    def severity(self) -> Severity:
        """`error` must be repaired, `warning` wants a look, `idea` is only that."""
        return self.definition.severity

    @property
    def number(self) -> int:
        """The code's stable number."""
        return self.definition.number

    @property
    def message(self) -> str:
        """One English sentence: what was found."""
        return self.message_in("en")

    @property
    def fix(self) -> str:
        """One English sentence: what to do next."""
        return self.fix_in("en")

    def message_in(self, language: Screen) -> str:
        """One sentence in the screen's language: what was found."""
        return fill(self.definition.words(language).message, self.values)

    def fix_in(self, language: Screen) -> str:
        """One sentence in the screen's language: what to do next."""
        words = self.definition.words(language)
        near = words.fix_near and any(name == "near" and value for name, value in self.values)
        return fill(words.fix_near if near else words.fix, self.values)

    def to_dict(self, language: Screen = "en") -> dict[str, str | int]:
        """The finding as `--json` prints it."""
        return {
            "code": self.code,
            "number": self.number,
            "severity": self.severity,
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "message": self.message_in(language),
            "fix": self.fix_in(language),
        }


def fill(sentence: str, values: Iterable[tuple[str, str]]) -> str:
    """The sentence with every `<name>` replaced; the catalogue uses angle brackets because sheets use curly ones."""
    for name, value in values:
        sentence = sentence.replace(f"<{name}>", value)
    return sentence


class Findings:
    """Collects the findings of one file; never raises on a code's words."""

    def __init__(self, file: str = "") -> None:
        self.file = file
        self._found: list[Diagnostic] = []
        self._suggestions = 0

    def add(self, code: str, line: int, column: int = 1, *, in_file: str | None = None, **values: object) -> None:
        """Note a finding; `values` fill the code's sentences, shortened so that one line stays one line."""
        words = tuple((name, shorten(str(value))) for name, value in values.items())
        self._found.append(Diagnostic(code, self.file if in_file is None else in_file, line, max(column, 1), words))

    def at(self, code: str, place: Place, **values: object) -> None:
        """Note a finding at a place of the script."""
        self.add(code, place.line, place.column, in_file=place.file or None, **values)

    def extend(self, found: Iterable[Diagnostic]) -> None:
        """Note findings made elsewhere."""
        self._found.extend(found)

    def nearest(self, word: str, names: Iterable[str], otherwise: str = "") -> str:
        """The name that looks most like the word; `otherwise` when none does or enough were looked for."""
        self._suggestions += 1
        if self._suggestions > MAX_SUGGESTIONS or len(word) > 60:
            return otherwise
        near = difflib.get_close_matches(word, list(names)[:400], n=1, cutoff=0.55)
        return near[0] if near else otherwise

    def all(self) -> tuple[Diagnostic, ...]:
        """Everything found, from the top of the file to its end."""
        return tuple(sorted(self._found, key=lambda found: (found.file, found.line, found.column, found.number)))


def shorten(text: str, longest: int = 160) -> str:
    """At most `longest` characters, without line ends and control characters."""
    shown = "".join(character if character.isprintable() else "·" for character in text)
    return shown if len(shown) <= longest else shown[: longest - 1] + "…"


def errors(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Only what must be repaired."""
    return tuple(diagnostic for diagnostic in found if diagnostic.severity == "error")

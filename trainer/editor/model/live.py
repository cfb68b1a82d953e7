"""Looking at an open sheet: its lines, structure, scene and diagnostics, as one value that any thread may make."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from trainer.packs.catalogue import Severity
from trainer.packs.checker import PLAIN, Examined, Tools, examine, examine_translation
from trainer.packs.diagnostics import Diagnostic, Screen
from trainer.packs.lines import Sheet, SheetLine
from trainer.packs.outline import Outline
from trainer.packs.sheet_style import language_of
from trainer.script import Scene


@dataclass(frozen=True, slots=True)
class Problem:
    """A diagnostic as a list shows it. `row` is 0-based; `column` 1-based; `line_text` is what stands there."""

    code: str
    number: int
    severity: Severity
    row: int
    column: int
    message: str
    fix: str
    can_accept: bool
    diagnostic: Diagnostic
    line_text: str = ""


@dataclass(frozen=True)
class Look:
    """A sheet as it was at `revision`. `scene` is None without any moment, and for a translation without its source."""

    examined: Examined
    file: str = ""
    revision: int = 0
    thorough: bool = False

    @property
    def sheet(self) -> Sheet:
        """Every line with its kind and fields."""
        return self.examined.sheet

    @property
    def part(self) -> Outline:
        """The sheet by structure."""
        return self.examined.part

    @property
    def scene(self) -> Scene | None:
        """The scene as far as it goes."""
        return self.examined.scene

    @property
    def found(self) -> tuple[Diagnostic, ...]:
        """The diagnostics of this file, from top to bottom."""
        return self.examined.found

    @property
    def is_translation(self) -> bool:
        """True for a sheet that takes its structure from another."""
        return self.examined.translation

    @cached_property
    def language(self) -> str:
        """The practice language: what the head says, else what the words look like."""
        return language_of(self.sheet, self.part)

    def line(self, row: int) -> SheetLine | None:
        """The line on a row (0-based); None for the empty row behind the last line end."""
        return self.sheet.lines[row] if 0 <= row < len(self.sheet.lines) else None

    def problems(self, screen: Screen = "en") -> tuple[Problem, ...]:
        """What was found, for a list: must fix, look at, ideas; each from top to bottom."""
        order = {"error": 0, "warning": 1, "idea": 2}
        return tuple(
            sorted((self._problem(found, screen) for found in self.found), key=lambda p: (order[p.severity], p.row))
        )

    def _problem(self, found: Diagnostic, screen: Screen) -> Problem:
        line = self.line(max(found.line - 1, 0))
        return _problem(found, screen, line.raw if line else "")


@lru_cache(maxsize=4096)
def _problem(found: Diagnostic, screen: Screen, raw: str) -> Problem:
    """The same value as after the look before, for all that was found then already."""
    return Problem(
        found.code,
        found.number,
        found.severity,
        max(found.line - 1, 0),
        found.column,
        found.message_in(screen),
        found.fix_in(screen),
        found.severity != "error" and not found.code.startswith("ok-"),
        found,
        raw.strip(),
    )


def look(
    words: str,
    file: str = "",
    *,
    revision: int = 0,
    source: str | None = None,
    source_file: str = "",
    tools: Tools = PLAIN,
    walk: bool = False,
) -> Look:
    """Look a sheet over. `words` is `SheetDocument.words`; `source` is the source sheet's, for a translation.

    Never raises, whatever the text. With `tools` or `walk` the look is `thorough` and slower (see the benchmark).
    """
    if source is None:
        examined = examine(words, file, tools=tools, walk=walk)
    else:
        examined = examine_translation(source, words, source_file, file, tools=tools)
    return Look(examined, file, revision, tools is not PLAIN or walk)

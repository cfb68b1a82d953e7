"""Every finding there is: stable code and number, severity, sentence and fix in both languages. One table, by theme."""

from __future__ import annotations

from trainer.packs.catalogue import (
    files,
    flow,
    kindness,
    manifest,
    reading,
    replies,
    support,
    translation,
    writing,
    writing_limits,
)
from trainer.packs.catalogue.definition import THEMES, Definition, Severity, Theme

_ALL: tuple[Definition, ...] = (
    *writing.DEFINITIONS,
    *writing_limits.DEFINITIONS,
    *flow.DEFINITIONS,
    *replies.DEFINITIONS,
    *support.DEFINITIONS,
    *kindness.DEFINITIONS,
    *reading.DEFINITIONS,
    *translation.DEFINITIONS,
    *files.DEFINITIONS,
    *manifest.DEFINITIONS,
)

DEFINITIONS: dict[str, Definition] = {
    definition.code: definition for definition in sorted(_ALL, key=lambda definition: definition.number)
}
"""Code -> definition, in the order of the numbers."""

__all__ = ["DEFINITIONS", "THEMES", "Definition", "Severity", "Theme"]

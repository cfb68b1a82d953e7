"""Typefaces: Atkinson Hyperlegible Next if a build step fetched it, BIZ UDPGothic for Japanese, else the system's.

Nothing here is required: with no file at all the screens use what the system has.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

LATIN = "Atkinson Hyperlegible Next"
FAMILIES: tuple[str, ...] = (
    LATIN,
    "Atkinson Hyperlegible",
    "BIZ UDPGothic",
    "BIZ UDPゴシック",
    "Noto Sans CJK JP",
    "Noto Sans JP",
    "Yu Gothic UI",
    "Hiragino Sans",
)


def load_fonts(folder: Path) -> tuple[str, ...]:
    """Load every typeface file in `folder`; the families that became known. A broken file is left out."""
    families: list[str] = []
    for file in sorted([*folder.glob("*.ttf"), *folder.glob("*.otf")]):
        number = QFontDatabase.addApplicationFont(str(file))
        if number >= 0:
            families += QFontDatabase.applicationFontFamilies(number)
    return tuple(dict.fromkeys(families))


def application_font() -> QFont:
    """The font of all screens: the families that exist here, best first, or the system's own."""
    known = set(QFontDatabase.families())
    chosen = [family for family in FAMILIES if family in known]
    font = QFont()
    if chosen:
        font.setFamilies([*chosen, *(family for family in font.families() if family not in chosen)])
    return font


def sized(font: QFont, pixels: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """A copy of `font` at that size in pixels (never below 11, the smallest that can be read)."""
    copy = QFont(font)
    copy.setPixelSize(max(11, round(pixels)))
    copy.setWeight(weight)
    return copy

"""Colours, sizes and their arithmetic: three palettes, contrast by WCAG 2, and the unit everything is measured in."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

ThemeName = Literal["light", "dark", "contrast"]

BASE_UNIT = 16.0
"""Pixels of one unit at 100 % text; everything on a screen is a multiple of the unit."""

WIDE_EM, NARROW_EM = 58.0, 36.0
"""Widths in units under which a page becomes one column, and its header buttons become icons."""

LOW_EM = 35.0
"""Height in units under which a page of one column is low: what can be done now comes before room and pictures."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The tokens of one theme as `#RRGGBB`; what each is for stands in the look book."""

    bg: str
    surface: str
    sunken: str
    line: str
    edge: str
    ink: str
    ink2: str
    primary: str
    on_primary: str
    soft: str
    on_soft: str
    hi: str
    on_hi: str
    warm: str
    focus: str


PALETTES: dict[ThemeName, Palette] = {
    "light": Palette(
        bg="#F4F0E7",
        surface="#FFFCF6",
        sunken="#EBE5D8",
        line="#D8D0BF",
        edge="#857C69",
        ink="#2A2F2D",
        ink2="#565D59",
        primary="#2B6A62",
        on_primary="#FFFFFF",
        soft="#DDEBE5",
        on_soft="#1E4B45",
        hi="#FBE3A4",
        on_hi="#2A2F2D",
        warm="#A4532B",
        focus="#1D4F91",
    ),
    "dark": Palette(
        bg="#191E21",
        surface="#22292C",
        sunken="#14181B",
        line="#3A4447",
        edge="#7F8C8C",
        ink="#EDE8DE",
        ink2="#B4BCB8",
        primary="#8FD0C3",
        on_primary="#0E211E",
        soft="#2B4440",
        on_soft="#D4EFE8",
        hi="#5C4B1C",
        on_hi="#FFF3D2",
        warm="#F0A985",
        focus="#F4D57E",
    ),
    "contrast": Palette(
        bg="#000000",
        surface="#000000",
        sunken="#000000",
        line="#FFFFFF",
        edge="#FFFFFF",
        ink="#FFFFFF",
        ink2="#FFFFFF",
        primary="#FFE14D",
        on_primary="#000000",
        soft="#1A1A1A",
        on_soft="#FFFFFF",
        hi="#FFE14D",
        on_hi="#000000",
        warm="#FFB48F",
        focus="#5CE1FF",
    ),
}

TEXT, CONTROL = 4.5, 3.0
"""Least contrast of text and of what can be pressed (WCAG 2.2, 1.4.3 and 1.4.11)."""

PAIRS: tuple[tuple[str, str, float], ...] = (
    ("ink", "bg", TEXT),
    ("ink", "surface", TEXT),
    ("ink", "sunken", TEXT),
    ("ink2", "bg", TEXT),
    ("ink2", "surface", TEXT),
    ("ink2", "sunken", TEXT),
    ("ink2", "soft", TEXT),
    ("primary", "surface", TEXT),
    ("primary", "bg", TEXT),
    ("on_primary", "primary", TEXT),
    ("on_soft", "soft", TEXT),
    ("on_hi", "hi", TEXT),
    ("warm", "surface", TEXT),
    ("warm", "bg", TEXT),
    ("edge", "surface", CONTROL),
    ("edge", "bg", CONTROL),
    ("focus", "bg", CONTROL),
    ("focus", "surface", CONTROL),
    ("focus", "soft", CONTROL),
)
"""Every foreground that stands on a background somewhere, with the least contrast it must keep."""


def luminance(colour: str) -> float:
    """Relative luminance (0..1) of `#RRGGBB` as WCAG 2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio 1..21 of two colours."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def mix(one: str, other: str, share: float) -> str:
    """`one` with `share` (0..1) of `other` in it."""
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


@dataclass(frozen=True, slots=True)
class Look:
    """How the screens look now. `scale` is the text size 1.0-2.0; `reduced` stops all motion."""

    theme: ThemeName = "light"
    scale: float = 1.0
    reduced: bool = False
    language: Literal["en", "ja"] = "en"

    @property
    def palette(self) -> Palette:
        """The colours of this theme."""
        return PALETTES[self.theme]

    @property
    def u(self) -> float:
        """The unit in pixels."""
        return BASE_UNIT * self.scale

    @property
    def high_contrast(self) -> bool:
        """True for the black theme, where a checked control is filled."""
        return self.theme == "contrast"

    def px(self, units: float) -> int:
        """That many units in whole pixels."""
        return round(self.u * units)


def token_names() -> tuple[str, ...]:
    """Names of all tokens."""
    return tuple(item.name for item in fields(Palette))

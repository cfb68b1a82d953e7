"""Colours of the painted scenes: day, evening, night and high contrast, one palette each.

The time of day is a dial of the scene and independent of the theme of the controls around it. Props, clothes and skin
are given once, as they look by day; `prop`, `cloth` and `skin_tone` carry them into the other lights.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

Light = Literal["day", "evening", "night", "contrast"]


def mix(first: str, second: str, share: float) -> str:
    """The colour `share` (0..1) of the way from `first` to `second`, both "#RRGGBB"."""
    pairs = zip(_channels(first), _channels(second), strict=True)
    return "#" + "".join(f"{round(a * (1 - share) + b * share):02X}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _filtered(colour: str, light: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{min(255, round(c * f)):02X}" for c, f in zip(_channels(colour), light, strict=True))


@dataclass(frozen=True, slots=True)
class ScenePalette:
    """The colours of one light. `outline` is "" except in high contrast, where main shapes get a line of 2.5 units."""

    light: Light
    sky: str
    sky_low: str
    sun: str
    hill: str
    hill2: str
    leaf_shade: str
    water: str
    wall: str
    wall2: str
    shelf: str
    shelf_dark: str
    wood: str
    wood_dark: str
    wood_light: str
    lamp: str
    glow: str
    lit_wall: str
    frame: str
    paper: str
    green: str
    green_dark: str
    metal: str
    prop_light: tuple[float, float, float]
    cloth_light: tuple[float, float, float]
    skin_light: tuple[float, float, float]
    outline: str = ""
    quiet_outline: str = ""

    @property
    def dark(self) -> bool:
        """Whether lamps are what lights this picture."""
        return self.light in ("night", "contrast")

    @property
    def lamps(self) -> bool:
        """Whether lamps are lit."""
        return self.light != "day"

    @property
    def line(self) -> str:
        """SVG attributes of a main outline; empty outside high contrast."""
        return f'stroke="{self.outline}" stroke-width="2.5" stroke-linejoin="round"' if self.outline else ""

    @property
    def thin(self) -> str:
        """SVG attributes of a quieter outline for furniture; empty outside high contrast."""
        return f'stroke="{self.quiet_outline}" stroke-width="2" stroke-linejoin="round"' if self.outline else ""

    def prop(self, day_colour: str) -> str:
        """A thing's colour in this light."""
        return _filtered(day_colour, self.prop_light)

    def cloth(self, day_colour: str) -> str:
        """A garment's or hair's colour in this light: people stay a little brighter than things."""
        return _filtered(day_colour, self.cloth_light)

    def skin_tone(self, day_colour: str) -> str:
        """A skin colour in this light: the brightest thing, so that a face can be read at night."""
        return _filtered(day_colour, self.skin_light)

    # the five accents that jars, books, cushions and flowers are painted in
    @property
    def coral(self) -> str:
        """Terracotta."""
        return self.prop("#C8775F")

    @property
    def honey(self) -> str:
        """Warm yellow."""
        return self.prop("#DDB05A")

    @property
    def sage(self) -> str:
        """Grey green."""
        return self.prop("#86A892")

    @property
    def blue(self) -> str:
        """Soft blue."""
        return self.prop("#7798AC")

    @property
    def lilac(self) -> str:
        """Soft violet."""
        return self.prop("#B4A2BD")

    def accent(self, index: int) -> str:
        """One of the five accents, going round."""
        return (self.coral, self.honey, self.sage, self.blue, self.lilac)[index % 5]


DAY = ScenePalette(
    light="day", sky="#CFE4E6", sky_low="#F1EEDD", sun="#FFF3CF", hill="#A9C8AE", hill2="#8FB59B", leaf_shade="#6F9985",
    water="#B5CDD6", wall="#EFE4CE", wall2="#E6D8BC", shelf="#B88C60", shelf_dark="#9C744D", wood="#B1825A",
    wood_dark="#97693F", wood_light="#CFA377", lamp="#F6D78D", glow="#FFF3CF", lit_wall="#FBEFD2",
    frame="#FBF6EA", paper="#FBF6EA", green="#3E7B72",
    green_dark="#2F665E", metal="#7E8CA0", prop_light=(1, 1, 1), cloth_light=(1, 1, 1), skin_light=(1, 1, 1),
)  # fmt: skip

EVENING = ScenePalette(
    light="evening", sky="#B9A3B4", sky_low="#F3C79C", sun="#FFE0A6", hill="#8FA08C", hill2="#71897C",
    leaf_shade="#587266", water="#C9AFA8", wall="#E6CFAE", wall2="#D6B992", shelf="#A4764E", shelf_dark="#875E3C",
    wood="#9D6D47", wood_dark="#7F5432", wood_light="#BD8C5F", lamp="#FFD98A", glow="#FFE3A6", lit_wall="#F5DDAA",
    frame="#F1E2C8", paper="#F4E6CE",
    green="#386C62", green_dark="#2A564D", metal="#757A8B", prop_light=(0.93, 0.86, 0.79),
    cloth_light=(0.95, 0.89, 0.83), skin_light=(0.99, 0.945, 0.89),
)  # fmt: skip

NIGHT = ScenePalette(
    light="night", sky="#27384A", sky_low="#3B4A58", sun="#E9DDB4", hill="#2C4A48", hill2="#233D3C",
    leaf_shade="#1B3231", water="#2C4152", wall="#43444A", wall2="#38383D", shelf="#6B5440", shelf_dark="#574433",
    wood="#6E5139", wood_dark="#573E2B", wood_light="#876647", lamp="#F0CB80", glow="#9A7446", lit_wall="#8A6C48",
    frame="#63645F", paper="#B8AF9D",
    green="#3A7068", green_dark="#2C5952", metal="#525E6E", prop_light=(0.70, 0.69, 0.69),
    cloth_light=(0.78, 0.78, 0.80), skin_light=(0.94, 0.90, 0.87),
)  # fmt: skip

CONTRAST = ScenePalette(
    light="contrast", sky="#0B1420", sky_low="#101C28", sun="#FFE14D", hill="#12201D", hill2="#0D1716",
    leaf_shade="#0A1211", water="#0E1B28", wall="#121212", wall2="#0D0D0D", shelf="#2A2622", shelf_dark="#1E1B18",
    wood="#26201A", wood_dark="#191512", wood_light="#3A322A", lamp="#FFE14D", glow="#3A3316", lit_wall="#231E12",
    frame="#4A4A4A", paper="#B9B4A8",
    green="#1F6259", green_dark="#174B44", metal="#3C4654", prop_light=(0.45, 0.45, 0.45),
    cloth_light=(0.66, 0.66, 0.66), skin_light=(0.99, 0.98, 0.98), outline="#FFFFFF", quiet_outline="#8C8C8C",
)  # fmt: skip

PALETTES: tuple[ScenePalette, ...] = (DAY, EVENING, NIGHT, CONTRAST)


@cache
def scene_palette(time: int = 0, high_contrast: bool = False) -> ScenePalette:
    """The palette of a time of day (0 day, 1 evening, 2 night; anything else is clamped), or the high-contrast one."""
    if high_contrast:
        return CONTRAST
    return (DAY, EVENING, NIGHT)[max(0, min(2, time))]


def palette_for_theme(theme: str) -> ScenePalette:
    """The palette of pictures that follow the theme of the controls: "light", "dark" or "contrast"."""
    return {"dark": NIGHT, "contrast": CONTRAST}.get(theme, DAY)

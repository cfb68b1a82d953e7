"""Trees, hills, sky, water, stones and lanterns, shared by every place and picture."""

# ruff: noqa: E501 - path data reads better unbroken
from __future__ import annotations

import random

from trainer.ui.scene.draw import circle, defs, fade, faint, group, halo, oval, path, rect, stroke
from trainer.ui.scene.palette import ScenePalette, mix


def sky(p: ScenePalette, x: float, y: float, w: float, h: float, name: str = "sky", r: float = 0) -> str:
    """A sky that grows lighter towards the ground."""
    return defs(fade(name, p.sky, p.sky_low)) + rect(x, y, w, h, f"url(#{name})", r)


def sun_or_moon(p: ScenePalette, x: float, y: float, r: float) -> str:
    """The sun with its glow; by night a crescent and a few stars."""
    if not p.dark:
        return (
            defs(halo("sunglow", p.glow)) + circle(x, y, r * 3.6, "url(#sunglow)", faint(0.8)) + circle(x, y, r, p.sun)
        )
    stars = ((-150, 30, 2.2), (-90, -46, 1.8), (86, -30, 2.4), (150, 40, 1.8), (40, 78, 1.6), (-60, 84, 1.6))
    k = r / 38
    moon = f"M{x} {y - r} A{r} {r} 0 1 0 {x + r} {y} A{r * 0.82} {r * 0.82} 0 0 1 {x} {y - r} Z"
    return "".join(
        [
            defs(halo("sunglow", p.glow, 0.6)), circle(x, y, r * 3, "url(#sunglow)", faint(0.5)), path(moon, p.sun),
            *[circle(x + dx * k, y + dy * k, s * max(k, 0.7), p.sun, faint(0.75)) for dx, dy, s in stars],
        ]
    )  # fmt: skip


def cloud(p: ScenePalette, x: float, y: float, k: float) -> str:
    """A flat cloud."""
    shapes = [oval(x, y, 60 * k, 15 * k, p.frame), oval(x - 24 * k, y - 10 * k, 28 * k, 17 * k, p.frame),
              oval(x + 18 * k, y - 13 * k, 32 * k, 20 * k, p.frame)]  # fmt: skip
    return group(shapes, more=faint(0.18 if p.dark else 0.7))


def tree(p: ScenePalette, x: float, y: float, s: float, kind: str = "round", colour: str = "") -> str:
    """A tree standing at (x, y): "round", "broad" (three crowns) or "fir"; `s` = 1 is about 140 units high."""
    base = colour or p.hill2
    light, shade = mix(base, p.glow, 0.22), mix(base, p.leaf_shade, 0.55)
    trunk = rect(x - 5 * s, y - 46 * s, 10 * s, 48 * s, p.wood_dark, 4 * s)
    if kind == "fir":
        tiers = []
        for i, (w, up) in enumerate(((40, 22), (33, 52), (24, 80))):
            tiers.append(
                path(
                    f"M{x - w * s:g} {y - up * s:g} Q{x:g} {y - (up + 6) * s:g} {x + w * s:g} {y - up * s:g} "
                    f"Q{x + 8 * s:g} {y - (up + 34) * s:g} {x:g} {y - (up + 52) * s:g} "
                    f"Q{x - 8 * s:g} {y - (up + 34) * s:g} {x - w * s:g} {y - up * s:g} Z",
                    mix(base, p.leaf_shade, 0.5 - 0.22 * i),
                )
            )
        return rect(x - 4 * s, y - 30 * s, 8 * s, 32 * s, p.wood_dark, 3 * s) + "".join(tiers)
    if kind == "broad":
        crown = [circle(x - 24 * s, y - 70 * s, 30 * s, base), circle(x + 24 * s, y - 70 * s, 30 * s, shade),
                 circle(x, y - 98 * s, 36 * s, base), circle(x - 10 * s, y - 108 * s, 18 * s, light, faint(0.6))]  # fmt: skip
    else:
        crown = [oval(x, y - 86 * s, 44 * s, 54 * s, base), oval(x - 14 * s, y - 100 * s, 22 * s, 28 * s, light, faint(0.6)),
                 oval(x + 18 * s, y - 66 * s, 20 * s, 26 * s, shade, faint(0.5))]  # fmt: skip
    return trunk + "".join(crown)


def bush(p: ScenePalette, x: float, y: float, s: float, colour: str = "", flowers: str = "") -> str:
    """A round bush whose foot is at (x, y); with `flowers` it blooms in that colour."""
    base = colour or p.hill2
    parts = [circle(x - 26 * s, y - 18 * s, 22 * s, mix(base, p.leaf_shade, 0.3)), circle(x + 24 * s, y - 20 * s, 24 * s, base),
             circle(x, y - 30 * s, 28 * s, base), oval(x, y - 8 * s, 52 * s, 14 * s, base),
             circle(x - 6 * s, y - 38 * s, 13 * s, mix(base, p.glow, 0.25), faint(0.6))]  # fmt: skip
    if flowers:
        dots = ((-30, -20), (-12, -40), (8, -24), (24, -34), (34, -14), (-14, -14))
        parts += [circle(x + dx * s, y + dy * s, 4.2 * s, flowers) for dx, dy in dots]
    return "".join(parts)


def grass(
    p: ScenePalette, spans: tuple[tuple[float, float], ...], y0: float, y1: float, count: int, seed: int = 4
) -> str:
    """Tufts of grass strewn over the given x spans; the same seed gives the same meadow."""
    dice = random.Random(seed)
    colour = mix(p.hill2, p.leaf_shade, 0.7)
    tufts = []
    for _ in range(count):
        x, y = dice.uniform(*dice.choice(spans)), dice.uniform(y0, y1)
        tufts.append(f"M{x:.0f} {y:.0f} q-3 -10 -6 -14 M{x:.0f} {y:.0f} q1 -12 3 -18")
    return stroke(" ".join(tufts), colour, 2.2, faint(0.6))


def flower(p: ScenePalette, x: float, y: float, colour: str, s: float = 1.0) -> str:
    """A small flower seen from above."""
    return circle(x, y, 6 * s, colour) + circle(x, y, 2.4 * s, p.frame)


def stone(p: ScenePalette, x: float, y: float, rx: float) -> str:
    """A stepping stone."""
    ry = rx * 0.62
    base = mix(p.metal, p.frame, 0.45)
    return "".join(
        [
            oval(x, y + ry * 0.35, rx * 1.05, ry, "#000000", faint(0.14)), oval(x, y, rx, ry, base, p.thin),
            oval(x - rx * 0.12, y - ry * 0.2, rx * 0.78, ry * 0.62, mix(base, p.glow, 0.35), faint(0.75)),
        ]
    )  # fmt: skip


def lantern(p: ScenePalette, x: float, y: float, s: float, lit: bool = True, halo_name: str = "lanternglow") -> str:
    """A stone lantern standing at (x, y)."""
    body = mix(p.metal, p.frame, 0.35)
    dark = mix(body, "#000000", 0.2)
    parts = [
        defs(halo(halo_name, p.lamp, 0.9 if p.lamps else 0.55)),
        circle(x, y - 38 * s, 46 * s, f"url(#{halo_name})"),
    ]
    if not lit:
        parts = []
    return "".join(
        parts
        + [
            oval(x, y + 2 * s, 22 * s, 6 * s, "#000000", faint(0.15)),
            path(f"M{x - 17 * s} {y} L{x - 12 * s} {y - 8 * s} L{x + 12 * s} {y - 8 * s} L{x + 17 * s} {y} Z", dark),
            rect(x - 6 * s, y - 26 * s, 12 * s, 20 * s, body, 2),
            path(f"M{x - 16 * s} {y - 26 * s} L{x + 16 * s} {y - 26 * s} L{x + 12 * s} {y - 31 * s} L{x - 12 * s} {y - 31 * s} Z", dark),
            rect(x - 12 * s, y - 48 * s, 24 * s, 18 * s, body, 2, p.thin),
            rect(x - 7 * s, y - 46 * s, 14 * s, 14 * s, p.lamp if lit else dark, 2),
            path(f"M{x - 22 * s} {y - 47 * s} Q{x - 8 * s} {y - 52 * s} {x} {y - 62 * s} Q{x + 8 * s} {y - 52 * s} {x + 22 * s} "
                 f"{y - 47 * s} Z", dark, p.thin),
            circle(x, y - 63 * s, 3.4 * s, body),
        ]
    )  # fmt: skip


def hills_in_window(p: ScenePalette, x: float, y: float, w: float, h: float) -> str:
    """Two soft rows of hills filling the lower part of a window pane."""
    far, near = mix(p.hill, p.sky_low, 0.45), p.hill2
    return "".join(
        [
            path(f"M{x} {y + h * 0.66} Q{x + w * 0.22} {y + h * 0.44} {x + w * 0.5} {y + h * 0.6} T{x + w} {y + h * 0.54} "
                 f"V{y + h} H{x} Z", far),
            path(f"M{x} {y + h * 0.82} Q{x + w * 0.3} {y + h * 0.66} {x + w * 0.62} {y + h * 0.8} T{x + w} {y + h * 0.74} "
                 f"V{y + h} H{x} Z", near),
        ]
    )  # fmt: skip

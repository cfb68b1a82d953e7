"""Things that furnish several places: windows, lamps, jars, plants, cups, books, bread, boxes."""

# ruff: noqa: E501 - path data reads better unbroken
from __future__ import annotations

from trainer.ui.scene.draw import circle, defs, fade, faint, group, halo, oval, path, rect, stroke
from trainer.ui.scene.nature import hills_in_window, sky, sun_or_moon
from trainer.ui.scene.palette import ScenePalette, mix


def wall(p: ScenePalette, tint: str = "", share: float = 0.3) -> str:
    """A wall over the whole picture, a little darker towards the floor, tinted with a day colour."""
    top, low = p.wall, p.wall2
    if tint:
        colour = mix(p.prop(tint), "#000000", 0.45) if p.dark else p.prop(tint)
        part = {"night": share * 0.8, "contrast": 0.0}.get(p.light, share)
        top, low = mix(top, colour, part), mix(low, colour, part)
    return defs(fade("wall", top, low)) + rect(0, 0, 1600, 640, "url(#wall)")


def floor(p: ScenePalette, top: float, boards: bool = True) -> str:
    """A wooden floor that runs towards the viewer from `top` down."""
    parts = [defs(fade("floor", p.wood, p.wood_light)), rect(0, top, 1600, 640 - top, "url(#floor)")]
    if boards:
        lines = " ".join(f"M{800 + i * 90} {top} L{800 + i * 190} 640" for i in range(-9, 10))
        parts.append(stroke(lines, p.wood_dark, 2.5, faint(0.35)))
    return "".join(parts)


def skirting(p: ScenePalette, y: float) -> str:
    """The board where wall and floor meet."""
    return rect(0, y - 14, 1600, 14, p.frame, 0, p.thin) + rect(0, y - 2, 1600, 3, p.wood_dark, 0, faint(0.4))


def curtain(p: ScenePalette, x: float, y: float, w: float, h: float, colour: str) -> str:
    """A gathered curtain hanging from (x, y)."""
    folds = [path(f"M{x + w * k} {y} q{w * 0.05} {h * 0.5} 0 {h} h{w * 0.12} q{w * 0.05} {-h * 0.5} 0 {-h} z", "#000000", faint(0.09))
             for k in (0.14, 0.46, 0.76)]  # fmt: skip
    return rect(x, y, w, h, colour, 8, p.thin) + "".join(folds)


def wall_lamp(p: ScenePalette, x: float, y: float) -> str:
    """A lamp of paper on the wall."""
    name = f"wl{x:.0f}"
    glow = [defs(halo(name, p.glow)), circle(x, y, 130, f"url(#{name})", faint(0.85))] if p.lamps else []
    return "".join([*glow, rect(x - 4, y - 44, 8, 20, p.wood_dark, 2), rect(x - 24, y - 30, 48, 62, p.lamp if p.lamps else p.frame, 14, p.thin),
                    stroke(f"M{x - 24} {y - 10} h48 M{x - 24} {y + 12} h48", p.wood, 2, faint(0.6))])  # fmt: skip


def vase(p: ScenePalette, x: float, base: float, colour: str, flowers: tuple[str, ...]) -> str:
    """A round vase with a few flowers, standing at (x, base)."""
    stems, heads = [], []
    for i, bloom in enumerate(flowers):
        dx = (i - (len(flowers) - 1) / 2) * 22
        top = base - 112 - (10 if i % 2 else 0)
        stems.append(stroke(f"M{x} {base - 50} Q{x + dx * 0.4} {base - 80} {x + dx} {top}", p.green, 4))
        heads += [circle(x + dx, top, 12, bloom), circle(x + dx, top, 4.5, p.lamp)]
        heads.append(oval(x + dx * 0.6, base - 82, 5, 13, p.hill2, turn=dx))
    body = f"M{x - 12} {base - 58} h24 q-2 12 10 22 q12 22 -6 36 h-32 q-18 -14 -6 -36 q12 -10 10 -22 z"
    return "".join([*stems, *heads, path(body, colour, p.line)])


def window(p: ScenePalette, x: float, y: float, w: float, h: float, name: str = "pane") -> str:
    """A framed window with the world behind it; the sun stands in its right half."""
    ix, iy, iw, ih = x + 16, y + 16, w - 32, h - 32
    cross = [rect(x + w / 2 - 5, iy, 10, ih, p.frame), rect(ix, y + h * 0.46, iw, 9, p.frame)]
    return "".join(
        [
            rect(x, y, w, h, p.frame, 16, p.thin), sky(p, ix, iy, iw, ih, name, 8), window_sun(p, x + w * 0.72, y + h * 0.27),
            hills_in_window(p, ix, iy, iw, ih), *cross, rect(x - 14, y + h - 6, w + 28, 16, p.wood_light, 6, p.thin),
        ]
    )  # fmt: skip


def window_sun(p: ScenePalette, x: float, y: float) -> str:
    """Sun or moon as it fits into a window."""
    return circle(x, y, 25, p.sun, faint(0.95)) if not p.dark else sun_or_moon(p, x, y, 20)


def hanging_lamp(p: ScenePalette, x: float, y: float, s: float = 1.0, shade: str = "") -> str:
    """A lamp on a cord from the ceiling, its rim at `y`; by day it glows a little, later it lights the room."""
    colour = shade or p.green_dark
    glow = f"lamp{x:.0f}"
    strength = {"day": 0.75, "evening": 0.8, "night": 0.85, "contrast": 0.6}[p.light]
    return "".join(
        [
            defs(halo(glow, p.glow)), circle(x, y + 20 * s, 170 * s, f"url(#{glow})", faint(strength)),
            rect(x - 1.5, -40, 3, y + 14 * s, p.wood_dark),
            path(f"M{x - 36 * s} {y} Q{x - 31 * s} {y - 40 * s} {x} {y - 40 * s} Q{x + 31 * s} {y - 40 * s} {x + 36 * s} {y} Z",
                 colour, p.thin),
            oval(x, y, 36 * s, 8 * s, p.lamp),
        ]
    )  # fmt: skip


JAR_WIDTHS = (34, 44, 30, 52, 50)


def jar(p: ScenePalette, x: float, base: float, colour: str, kind: int) -> str:
    """Something on a shelf: 0 jar, 1 canister, 2 bottle, 3 bowl, 4 box; its left foot at (x, base)."""
    if kind == 0:
        return "".join([rect(x, base - 52, 34, 52, colour, 9), rect(x + 4, base - 60, 26, 12, p.wood_light, 4),
                        rect(x + 7, base - 36, 20, 18, p.frame, 3, faint(0.75))])  # fmt: skip
    if kind == 1:
        return "".join([rect(x, base - 66, 44, 66, colour, 4), rect(x, base - 66, 44, 14, p.frame, 4, faint(0.35)),
                        circle(x + 22, base - 28, 9, p.frame, faint(0.6))])  # fmt: skip
    if kind == 2:
        return path(f"M{x + 9} {base} q-5 -34 3 -46 l0 -24 l12 0 l0 24 q8 12 3 46 z", colour) + rect(
            x + 10, base - 76, 16, 8, p.wood_light, 3
        )
    if kind == 3:
        return "".join([oval(x + 26, base - 16, 26, 16, colour), rect(x, base - 30, 52, 14, colour, 7),
                        oval(x + 26, base - 30, 26, 6, p.frame, faint(0.35))])  # fmt: skip
    return rect(x, base - 38, 50, 38, colour, 5) + rect(x + 10, base - 26, 30, 14, p.frame, 3, faint(0.55))


def shelf(p: ScenePalette, x: float, y: float, w: float) -> str:
    """A board on the wall."""
    return rect(x, y, w, 12, p.shelf, 4, p.thin) + rect(x, y + 8, w, 6, p.shelf_dark, 3)


def shelf_of_jars(p: ScenePalette, x: float, y: float, w: float, kinds: tuple[int, ...], shift: int = 0) -> str:
    """A board with jars and boxes; a gap after every fourth thing so that it can breathe."""
    parts, at_x = [], x + 18.0
    for number, kind in enumerate(kinds):
        if number % 4 == 3:
            at_x += 28
        if at_x + JAR_WIDTHS[kind] > x + w - 12:
            break
        parts.append(jar(p, at_x, y, p.accent(kind * 2 + number + shift), kind))
        at_x += JAR_WIDTHS[kind] + 9
    return "".join(parts) + shelf(p, x, y, w)


def books(p: ScenePalette, x: float, base: float, w: float, seed: int = 0, tallest: float = 74) -> str:
    """A row of books standing on `base`; one leans now and then."""
    parts, at_x, n = [], x, seed
    while at_x < x + w - 22:
        width = (15, 20, 13, 24, 17)[n % 5]
        height = tallest * (0.72, 0.94, 0.82, 0.66, 1.0, 0.88, 0.78)[n % 7]
        colour = p.accent(n * 3 + n // 4 + seed)
        if n % 9 == 8:
            parts.append(
                group([rect(at_x + 4, base - height, width, height, colour, 2)], f"rotate(9 {at_x + 4} {base})")
            )
            at_x += width + 16
        else:
            parts.append(rect(at_x, base - height, width, height, colour, 2))
            parts.append(rect(at_x + 3, base - height * 0.8, width - 6, 4, p.frame, 1, faint(0.6)))
            at_x += width + 2
        n += 1
    return "".join(parts)


def pot_plant(p: ScenePalette, x: float, base: float, s: float = 1.0, pot: str = "") -> str:
    """A pot with broad leaves, standing at (x, base); s = 1 is about 120 units high."""
    clay = pot or p.coral
    leaves = [
        oval(x + dx * s, base - (46 - dy + 2) * s, 12 * s, ly * s, mix(p.hill2, p.green, 0.35) if i % 2 else p.green,
             turn=turn)
        for i, (dx, dy, turn, ly) in enumerate(
            ((-28, -40, -38, 33), (-11, -56, -14, 38), (11, -56, 14, 38), (28, -40, 38, 33), (0, -38, 0, 31))
        )
    ]  # fmt: skip
    return "".join(
        [
            *leaves, path(f"M{x - 28 * s} {base} l{-8 * s} {-44 * s} h{72 * s} l{-8 * s} {44 * s} z", clay, p.thin),
            rect(x - 40 * s, base - 50 * s, 80 * s, 12 * s, mix(clay, "#000000", 0.08), 5 * s),
        ]
    )  # fmt: skip


def cup(p: ScenePalette, x: float, base: float, s: float = 1.0, tea: str = "", steam: bool = True) -> str:
    """A cup without a handle, with a little steam."""
    parts = [
        path(f"M{x - 24 * s} {base - 44 * s} H{x + 24 * s} Q{x + 24 * s} {base} {x} {base} Q{x - 24 * s} {base} {x - 24 * s} "
             f"{base - 44 * s} Z", p.paper, p.thin),
        oval(x, base - 44 * s, 24 * s, 6 * s, tea or p.green),
    ]  # fmt: skip
    if steam:
        parts.append(stroke(f"M{x - 6 * s} {base - 58 * s} q-7 -9 0 -18 q7 -9 0 -18", p.paper, 3 * s, faint(0.5)))
    return "".join(parts)


def counter(p: ScenePalette, top: float = 436, panel: float = 124) -> str:
    """A wooden counter across the picture, its top edge at `top`."""
    planks = [rect(x, top + 36, 3, 200, p.wood_dark, 0, faint(0.45)) for x in range(60, 1600, int(panel))]
    edge = rect(0, top - 2, 1600, 3, p.outline) if p.outline else ""
    return "".join(
        [
            rect(0, top + 16, 1600, 640 - top, p.wood), *planks, rect(0, top + 34, 1600, 10, p.wood_dark, 0, faint(0.35)),
            rect(0, top, 1600, 34, p.wood_light), rect(0, top + 28, 1600, 8, p.wood_dark, 0, faint(0.55)), edge,
        ]
    )  # fmt: skip


def loaf(p: ScenePalette, x: float, y: float, turn: float) -> str:
    """A loaf standing in a basket."""
    cuts = [stroke(f"M{x - 9} {y - 18 + i * 15} q9 -7 18 0", p.wood_dark, 3, faint(0.6)) for i in range(3)]
    return group([oval(x, y, 21, 46, p.honey), *cuts], f"rotate({turn:g} {x:g} {y + 8:g})")


def basket(p: ScenePalette, x: float, base: float) -> str:
    """A woven basket 206 wide whose left edge is at `x`."""
    parts = [path(f"M{x} {base - 50} h206 l-22 44 q-2 6 -10 6 h-142 q-8 0 -10 -6 z", p.shelf, p.line)]
    parts += [rect(x + 18 + i * 30, base - 42, 18, 7, p.wood_light, 3, faint(0.7)) for i in range(6)]
    parts += [rect(x + 28 + i * 26, base - 24, 16, 7, p.wood_light, 3, faint(0.55)) for i in range(6)]
    return "".join(parts)


def till(p: ScenePalette, x: float, base: float) -> str:
    """A till with its display turned to the clerk; 138 wide."""
    keys = [
        rect(x + 26 + c * 18, base - 54 + r * 15, 12, 8, p.frame, 3, faint(0.8)) for r in range(3) for c in range(5)
    ]
    return "".join(
        [
            path(f"M{x} {base} l12 -66 h114 l12 66 z", p.metal, p.line),
            path(f"M{x + 18} {base - 72} l10 -54 h82 l10 54 z", p.green_dark, p.line),
            path(f"M{x + 26} {base - 80} l8 -38 h70 l8 38 z", p.sky if not p.lamps else mix(p.sky, p.lamp, 0.35)), *keys,
        ]
    )  # fmt: skip


def picture_frame(p: ScenePalette, x: float, y: float, w: float, h: float, tone: str) -> str:
    """A small landscape on the wall."""
    return "".join(
        [
            rect(x, y, w, h, p.shelf_dark, 5, p.thin), rect(x + 7, y + 7, w - 14, h - 14, mix(tone, p.frame, 0.35), 2),
            path(f"M{x + 7} {y + h * 0.72} q{w * 0.25} {-h * 0.26} {w * 0.45} {-h * 0.04} t{w - 14 - w * 0.45} {-h * 0.06} "
                 f"V{y + h - 7} H{x + 7} Z", mix(tone, p.hill2, 0.7)),
            circle(x + w * 0.7, y + h * 0.32, w * 0.09, p.lamp),
        ]
    )  # fmt: skip


def paper(p: ScenePalette, x: float, y: float, lines: int = 3) -> str:
    """A sheet lying on a table, seen at a flat angle; 160 wide."""
    rows = [stroke(f"M{x + 32 - i * 2} {y + 4 + i * 4} h{96 + i * 3}", p.metal, 1.8, faint(0.6)) for i in range(lines)]
    return path(f"M{x + 14} {y} h140 l12 16 h-166 z", p.paper, p.thin) + "".join(rows)

"""The painted garden: the house with its veranda in the middle, six places around it, paths of sand between them."""

# ruff: noqa: E501 - path data reads better unbroken
from __future__ import annotations

from trainer.ui.scene.draw import at, circle, defs, fade, faint, halo, oval, path, rect, stroke, svg
from trainer.ui.scene.garden_layout import GARDEN_SIZE, TRACKS, track
from trainer.ui.scene.nature import bush, flower, grass, lantern, tree
from trainer.ui.scene.palette import ScenePalette, mix

_TREES = (
    (64, 196, 1.1, "round"), (128, 168, 0.8, "fir"), (386, 150, 1.0, "broad"), (330, 130, 0.7, "fir"), (470, 150, 0.75, "round"),
    (54, 392, 0.85, "fir"), (38, 660, 1.0, "broad"), (300, 716, 0.85, "round"), (372, 744, 0.65, "fir"), (900, 122, 0.75, "fir"),
    (676, 120, 0.8, "round"), (616, 142, 0.6, "fir"), (1010, 146, 0.75, "broad"), (1130, 138, 0.7, "round"), (1546, 168, 1.0, "broad"),
    (1566, 420, 0.85, "round"), (1248, 424, 0.55, "fir"), (1556, 722, 0.95, "fir"), (1268, 726, 0.85, "broad"), (800, 708, 0.55, "broad"),
    (1180, 660, 0.65, "round"), (420, 690, 0.6, "fir"), (1330, 690, 0.55, "fir"), (560, 120, 0.5, "broad"), (1230, 140, 0.5, "fir"),
)  # fmt: skip


def garden(p: ScenePalette) -> str:
    """The whole map without stones and labels."""
    light = mix(p.hill, p.glow, 0.28 if not p.dark else 0.08)
    parts = [
        defs(fade("lawn", light, p.hill), fade("roof", mix(p.metal, "#2A3A46", 0.25), mix(p.metal, "#2A3A46", 0.5))),
        rect(0, 0, *GARDEN_SIZE, "url(#lawn)"), *_clearings(p, light), *_stream(p), *_paths(p, light),
        grass(p, ((40, 560), (1050, 1560)), 440, 760, 70, 21),
        *[tree(p, x, y, s, kind) for x, y, s, kind in _TREES], tree(p, 436, 440, 0.9, "broad", p.cloth("#D59A57")),
        *_bench(p, 268, 236), *_shops(p), *_pavilion(p, 560, 700), *_tea_house(p, 1372, 262), *_centre(p, 1040, 694), *_workplaces(p),
        *_house(p), *_flowers(p), lantern(p, 530, 470, 0.9, True, "lamp1"), lantern(p, 1070, 470, 0.9, True, "lamp2"),
    ]  # fmt: skip
    return svg(parts, (0, 0, *GARDEN_SIZE))


def _clearings(p: ScenePalette, light: str) -> list[str]:
    colour = mix(light, p.glow, 0.25) if not p.dark else mix(p.hill, p.glow, 0.1)
    spots = ((210, 150, 280, 116), (1390, 140, 300, 116), (200, 580, 300, 140), (1400, 580, 320, 150), (600, 690, 250, 80),
             (1020, 690, 230, 80), (800, 150, 340, 116))  # fmt: skip
    return [oval(x, y, a, b, colour, faint(0.5)) for x, y, a, b in spots]


def _stream(p: ScenePalette) -> list[str]:
    bed = "M1630 262 Q1540 290 1460 316 Q1310 356 1216 356 Q1150 354 1112 378"
    return [
        stroke(bed, p.water, 32), stroke("M1630 262 Q1540 290 1460 316 Q1310 356 1216 356", p.frame, 3, faint(0.35)),
        path("M1050 368 Q1112 334 1166 362 Q1206 396 1156 420 Q1086 436 1056 412 Q1030 390 1050 368 Z", p.water, p.thin),
        oval(1100, 398, 18, 8, p.hill2), circle(1105, 393, 5, p.lilac), stroke("M1118 376 h28", p.frame, 3, faint(0.6)),
        stroke("M1320 338 Q1358 304 1400 322", p.coral, 11), stroke("M1320 346 Q1358 314 1400 330", mix(p.coral, "#000000", 0.25), 4),
        *[stroke(f"M{x} {y} v-16", p.coral, 4) for x, y in ((1328, 334), (1360, 318), (1392, 322))],
    ]  # fmt: skip


def _paths(p: ScenePalette, light: str) -> list[str]:
    sand = mix(p.wood_light, p.hill, 0.62) if p.dark else mix(p.wall, light, 0.2)
    edge = mix(p.wood, p.hill, 0.75) if p.dark else mix(p.wall2, light, 0.35)
    lines = {name: "M" + " L".join(f"{x:.0f} {y:.0f}" for x, y in track(name)[::5]) for name in TRACKS}
    parts = [stroke(d, edge, 52, faint(0.75)) for d in lines.values()] + [
        stroke(d, sand, 38, faint(0.85)) for d in lines.values()
    ]
    court = "M548 414 L1052 414 Q1086 458 1052 512 Q800 566 548 512 Q514 458 548 414 Z"
    rake = " ".join(f"M574 {440 + i * 24} Q800 {456 + i * 25} 1026 {440 + i * 24}" for i in range(4))
    return [*parts, path(court, sand, p.thin), stroke(rake, mix(sand, p.metal, 0.6), 2, faint(0.35))]


def _flowers(p: ScenePalette) -> list[str]:
    spots = ((520, 540), (540, 556), (1086, 548), (1108, 560), (420, 470), (1196, 470), (150, 690), (1452, 596), (740, 734), (830, 744),
             (250, 660), (1480, 690), (330, 330), (1270, 230))  # fmt: skip
    dots = [flower(p, x, y, p.accent(i), 0.8) for i, (x, y) in enumerate(spots)]
    return [
        *dots,
        bush(p, 500, 498, 0.5),
        bush(p, 1104, 500, 0.55, "", p.coral),
        bush(p, 226, 668, 0.6),
        bush(p, 1400, 660, 0.6, "", p.honey),
    ]


def _bench(p: ScenePalette, x: float, base: float) -> list[str]:
    return [
        oval(x, base + 3, 58, 7, "#000000", faint(0.12)), rect(x - 46, base - 18, 6, 18, p.metal, 2), rect(x + 40, base - 18, 6, 18, p.metal, 2),
        rect(x - 56, base - 42, 112, 8, p.wood_light, 3, p.thin), rect(x - 56, base - 26, 112, 10, p.wood_light, 3, p.thin),
    ]  # fmt: skip


def small_shop(p: ScenePalette, awning: str, lit: bool = True) -> list[str]:
    """A small shop front around (0, 0), 150 wide; used on the map and on cards."""
    wall_colour = mix(p.frame, p.wall, 0.3 if p.dark else 0.0)
    pane = p.lamp if lit else p.sky
    parts = [oval(0, 2, 74, 10, "#000000", faint(0.12)), rect(-60, -74, 120, 76, wall_colour, 4, p.thin),
             path("M-72 -70 L-58 -108 H58 L72 -70 Z", p.metal, p.thin)]  # fmt: skip
    step = 128 / 6
    for i in range(6):
        colour = awning if i % 2 == 0 else p.frame
        parts.append(path(f"M{-64 + i * step:.1f} -66 h{step:.1f} v10 q{-step / 2:.1f} 10 {-step:.1f} 0 Z", colour))
    parts += [
        rect(-50, -46, 56, 36, pane, 3),
        rect(-50, -29, 56, 3, p.frame),
        rect(16, -48, 32, 50, p.shelf, 3),
        circle(42, -22, 2.4, p.lamp),
    ]
    return parts


def _shops(p: ScenePalette) -> list[str]:
    spots = ((92, 522, 0.8, p.coral), (204, 482, 0.86, p.green), (314, 484, 0.76, p.honey))
    return [at(x, y, small_shop(p, c), s) for x, y, s, c in spots]


def _workplaces(p: ScenePalette) -> list[str]:
    return [at(1382, 484, small_shop(p, p.lilac), 0.8), at(1508, 528, small_shop(p, p.blue), 0.86)]


def _pavilion(p: ScenePalette, x: float, y: float) -> list[str]:
    roof = mix(p.metal, "#2A3A46", 0.3)
    parts = [
        oval(x, y + 6, 100, 14, "#000000", faint(0.1)),
        path(f"M{x - 92} {y - 6} h184 l-12 14 h-160 z", p.wood_light, p.thin),
    ]
    parts += [rect(x + dx - 4, y - 76, 8, 72, p.wood, 2) for dx in (-74, 74)]
    parts.append(
        path(
            f"M{x - 110} {y - 70} Q{x - 52} {y - 80} {x} {y - 120} Q{x + 52} {y - 80} {x + 110} {y - 70} Z",
            roof,
            p.thin,
        )
    )
    for i, dx in enumerate((-42, 0, 42)):
        parts += [
            oval(x + dx, y - 10, 16, 6.5, p.accent(i)),
            stroke(f"M{x + dx} {y - 72} v10", p.wood_dark, 2),
            circle(x + dx, y - 56, 7.5, p.lamp),
        ]
    return parts


def _tea_house(p: ScenePalette, x: float, y: float) -> list[str]:
    return [
        oval(x, y + 3, 92, 11, "#000000", faint(0.12)), rect(x - 62, y - 78, 124, 80, p.wall, 4, p.thin),
        path(f"M{x - 86} {y - 70} Q{x - 26} {y - 86} {x} {y - 126} Q{x + 26} {y - 86} {x + 86} {y - 70} Z", p.blue, p.thin),
        rect(x - 50, y - 54, 44, 34, p.lamp, 2), rect(x - 30, y - 54, 4, 34, p.frame), rect(x + 8, y - 58, 36, 60, p.shelf, 2), circle(x + 37, y - 28, 2.6, p.lamp),
        rect(x + 76, y - 44, 34, 44, p.paper, 3, p.thin), stroke(f"M{x + 83} {y - 33} h20 M{x + 83} {y - 24} h20 M{x + 83} {y - 15} h12", p.metal, 2.6),
    ]  # fmt: skip


def _centre(p: ScenePalette, x: float, y: float) -> list[str]:
    heart = f"M{x - 34} {y - 52} c-14 -16 -36 4 0 28 c36 -24 14 -44 0 -28 z"
    return [
        oval(x, y + 5, 106, 12, "#000000", faint(0.12)), rect(x - 72, y - 80, 144, 86, p.frame, 6, p.thin), rect(x - 84, y - 92, 168, 16, p.green, 5, p.thin),
        path(heart, p.coral), rect(x - 2, y - 58, 26, 22, p.lamp, 2), rect(x + 34, y - 58, 26, 22, p.lamp, 2), rect(x + 6, y - 28, 30, 34, p.shelf, 2),
        circle(x + 30, y - 10, 2.4, p.lamp), bush(p, x - 52, y + 6, 0.42),
    ]  # fmt: skip


def _house(p: ScenePalette) -> list[str]:
    """The home with its engawa, two rooms lit, a cat on the boards."""
    x = 800
    paper = mix(p.frame, p.lit_wall, 0.5) if p.dark else p.frame
    lit = p.lamp if p.lamps else p.glow
    parts = [
        defs(halo("homelight", p.glow)),
        oval(x, 420, 286, 20, "#000000", faint(0.14)),
        rect(x - 218, 278, 436, 126, p.wall, 4),
    ]
    for i in range(6):
        left = x - 202 + i * 69
        parts += [
            rect(left, 288, 61, 102, lit if i in (2, 3) else paper, 2),
            rect(left + 29, 288, 3, 102, p.wood, 0, faint(0.7)),
        ]
        parts += [rect(left, 288 + j * 34, 61, 3, p.wood, 0, faint(0.7)) for j in (1, 2)]
        parts.append(rect(left - 5, 283, 6, 110, p.wood))
    parts += [rect(x + 208, 283, 6, 110, p.wood)]
    if p.lamps:
        parts.append(circle(x, 340, 190, "url(#homelight)", faint(0.5)))
    roof = (
        f"M{x - 280} 290 Q{x - 156} 272 {x - 126} 194 H{x + 126} Q{x + 156} 272 {x + 280} 290 Q{x} 274 {x - 280} 290 Z"
    )
    parts.append(path(roof, "url(#roof)", p.line))
    tiles = " ".join(f"M{x + i * 26} 197 Q{x + i * 31} 244 {x + i * 52} 280" for i in range(-4, 5))
    parts += [
        stroke(tiles, "#FFFFFF", 1.8, faint(0.13)),
        rect(x - 136, 186, 272, 13, mix(p.metal, "#2A3A46", 0.6), 6, p.thin),
    ]
    parts += [
        path(f"M{x - 248} 388 H{x + 248} L{x + 262} 410 H{x - 262} Z", p.wood_light, p.thin),
        rect(x - 262, 410, 524, 11, p.wood_dark, 2),
    ]
    seams = " ".join(f"M{x + i * 26} 389 L{x + i * 27.4} 409" for i in range(-9, 10))
    parts += [
        stroke(seams, p.wood_dark, 1.3, faint(0.45)),
        *[rect(x + dx - 4, 280, 8, 112, p.wood, 2) for dx in (-232, -78, 78, 232)],
    ]
    parts += [
        oval(x - 126, 396, 24, 7, p.blue),
        oval(x - 78, 396, 12, 4.5, p.wood_dark),
        rect(x - 83, 385, 10, 9, p.paper, 3),
    ]
    return [*parts, at(x + 146, 392, _cat(p))]


def _cat(p: ScenePalette) -> list[str]:
    fur = p.cloth("#4B3B37")
    return [
        oval(0, 0, 24, 11, fur, p.thin), circle(19, -9, 10, fur, p.thin), path("M11 -14 l2 -10 l8 6 z M27 -14 l-2 -10 l-8 6 z", fur),
        stroke("M-22 2 q-14 2 -11 -11", fur, 5), circle(16, -10, 1.3, p.lamp), circle(23, -10, 1.3, p.lamp),
    ]  # fmt: skip

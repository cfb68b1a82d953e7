"""On the way: the street, the stairwell of an apartment house, the front of a bus."""

# ruff: noqa: E501 - path data reads better unbroken
from __future__ import annotations

from trainer.ui.scene.bodies import Dress
from trainer.ui.scene.draw import circle, faint, oval, path, rect, stroke, svg
from trainer.ui.scene.nature import bush, cloud, flower, hills_in_window, sky, sun_or_moon, tree
from trainer.ui.scene.palette import ScenePalette, mix
from trainer.ui.scene.places.kind import Place
from trainer.ui.scene.things import picture_frame, pot_plant, wall, wall_lamp


def house(p: ScenePalette, x: float, base: float, w: float, h: float, colour: str, roof: str) -> str:
    """A small house with lit windows in the evening; its left foot at (x, base)."""
    pane = p.lamp if p.lamps else mix(p.sky, p.frame, 0.3)
    parts = [
        rect(x, base - h, w, h, colour, 2, p.thin),
        path(f"M{x - 16} {base - h} L{x + 22} {base - h - 56} H{x + w - 22} L{x + w + 16} {base - h} Z", roof, p.thin),
    ]
    for wx in (x + w * 0.16, x + w * 0.58):
        parts += [
            rect(wx, base - h + 28, w * 0.26, 44, pane, 4),
            rect(wx + w * 0.13 - 2, base - h + 28, 4, 44, p.frame),
        ]
    parts += [rect(x + w * 0.58, base - 70, w * 0.24, 70, p.shelf_dark, 4), circle(x + w * 0.78, base - 34, 3, p.lamp)]
    return "".join(parts)


def shopfront(p: ScenePalette, x: float, base: float, w: float, awning: str) -> str:
    """A shop with a striped awning."""
    h = 170
    pane = p.lamp if p.lamps else mix(p.sky, p.frame, 0.35)
    parts = [rect(x, base - h, w, h, p.frame, 3, p.thin), rect(x - 8, base - h - 26, w + 16, 30, p.metal, 4)]
    n = 7
    step = (w + 24) / n
    for i in range(n):
        colour = awning if i % 2 == 0 else p.frame
        parts.append(path(f"M{x - 12 + i * step} {base - h + 4} h{step} v26 q{-step / 2} 16 {-step} 0 z", colour))
    parts += [rect(x + 16, base - h + 56, w * 0.5, 66, pane, 4), rect(x + 16, base - h + 86, w * 0.5, 4, p.frame)]
    parts += [
        rect(x + w * 0.68, base - h + 54, w * 0.24, h - 54, p.shelf, 3),
        circle(x + w * 0.87, base - 52, 3.5, p.lamp),
    ]
    parts += [circle(x + 30 + i * 22, base - h + 116, 7, p.accent(i)) for i in range(4)]
    return "".join(parts)


# --- the street -------------------------------------------------------------------------------------------------


def _street_back(p: ScenePalette) -> str:
    parts = [
        sky(p, 0, -40, 1600, 480),
        sun_or_moon(p, 500, 96, 30),
        cloud(p, 330, 60, 0.9),
        cloud(p, 1180, 80, 1.1),
        cloud(p, 660, 150, 0.6),
    ]
    parts.append(path("M0 300 Q260 200 520 262 T1000 240 T1600 250 V440 H0 Z", mix(p.hill, p.sky_low, 0.5)))
    parts += [tree(p, 560, 392, 1.0, "round"), tree(p, 1060, 392, 0.9, "broad"), tree(p, 620, 392, 0.7, "fir")]
    parts += [
        shopfront(p, 160, 396, 190, p.coral),
        house(p, 384, 396, 160, 150, mix(p.wall, p.honey, 0.15), mix(p.metal, p.blue, 0.4)),
    ]
    parts += [
        house(p, 1110, 396, 170, 150, mix(p.wall, p.sage, 0.2), p.shelf_dark),
        shopfront(p, 1316, 396, 200, p.green),
    ]
    parts += [rect(0, 394, 1600, 30, mix(p.wall2, p.metal, 0.35)), rect(0, 424, 1600, 220, mix(p.metal, p.wall2, 0.42))]
    parts += [rect(x, 448, 74, 7, p.frame, 3, faint(0.7)) for x in range(60, 1600, 160)]
    parts.append(path("M0 500 H1600 V640 H0 Z", mix(p.wall, p.metal, 0.18)))
    parts.append(stroke("M0 500 H1600", p.frame, 6, faint(0.8)))
    parts += [_pole(p, 1010), *_wires(p)]
    return svg(parts)


def _pole(p: ScenePalette, x: float) -> str:
    lamp = (
        [oval(x - 62, 150, 22, 9, p.lamp), circle(x - 62, 156, 70, "url(#sunglow)", faint(0.8))]
        if p.lamps
        else [oval(x - 62, 150, 22, 9, p.frame)]
    )
    return "".join(
        [
            rect(x - 7, 20, 14, 480, mix(p.metal, p.wall2, 0.3), 4),
            stroke(f"M{x} 146 h-50", p.metal, 6),
            rect(x - 40, 60, 80, 8, p.metal, 3),
            *lamp,
        ]
    )


def _wires(p: ScenePalette) -> list[str]:
    return [
        stroke("M-20 30 Q500 110 1010 62 T1640 40", p.metal, 2.4, faint(0.5)),
        stroke("M-20 60 Q500 140 1010 66 T1640 70", p.metal, 2.4, faint(0.5)),
    ]


def _street_front(p: ScenePalette) -> str:
    box = p.coral
    parts = [
        oval(430, 596, 66, 12, "#000000", faint(0.14)),
        rect(384, 420, 92, 180, box, 16, p.line),
        rect(374, 404, 112, 30, mix(box, "#000000", 0.1), 14, p.line),
    ]
    parts += [
        rect(400, 456, 60, 9, "#000000", 4, faint(0.35)),
        rect(404, 486, 52, 40, p.frame, 5, faint(0.85)),
        rect(378, 586, 104, 16, mix(box, "#000000", 0.25), 5),
    ]
    parts += [rect(1110, 520, 260, 80, p.shelf, 8, p.line), rect(1100, 510, 280, 18, p.wood_light, 6)]
    parts += [bush(p, x, 516, 0.8, "", c) for x, c in ((1160, p.coral), (1240, p.honey), (1320, p.lilac))]
    parts += [flower(p, x, 604, c, 0.9) for x, c in ((560, p.honey), (586, p.lilac))]
    return svg(parts, (0, 390, 1600, 250))


STREET = Place(
    "street", "The street", "通り", _street_back, _street_front, (0, 390, 1600, 250), Dress("coat"), pose="standing",
    arms_over=False, outdoors=True,
)  # fmt: skip


# --- the stairwell ----------------------------------------------------------------------------------------------


def _stairwell_back(p: ScenePalette) -> str:
    concrete = mix(p.wall, p.metal, 0.14)
    parts = [
        wall(p, "#B9C2C4", 0.35),
        rect(0, 490, 1600, 150, mix(p.metal, p.wall2, 0.5)),
        rect(0, 480, 1600, 14, concrete),
    ]
    parts += _tall_window(p) + _letter_boxes(p) + _steps(p)
    parts += [wall_lamp(p, 800 - 190, 120), picture_frame(p, 950, 84, 76, 96, p.sage)]
    return svg(parts)


def _tall_window(p: ScenePalette) -> list[str]:
    x, y, w, h = 150, 30, 190, 430
    return [
        rect(x, y, w, h, p.frame, 10, p.thin), sky(p, x + 14, y + 14, w - 28, h - 28, "pane", 6), sun_or_moon(p, x + 126, y + 90, 20),
        hills_in_window(p, x + 14, y + 14, w - 28, h - 28), tree(p, x + 60, y + h - 34, 1.0, "round"),
        *[rect(x + 14, y + 14 + k * (h - 28), w - 28, 8, p.frame) for k in (0.33, 0.66)],
    ]  # fmt: skip


def _letter_boxes(p: ScenePalette) -> list[str]:
    parts = [rect(386, 170, 170, 216, p.metal, 8, p.line)]
    for r in range(4):
        for c in range(2):
            parts += [
                rect(396 + c * 78, 180 + r * 51, 72, 44, mix(p.metal, p.frame, 0.55), 4),
                rect(410 + c * 78, 190 + r * 51, 44, 5, "#000000", 2, faint(0.3)),
            ]
            parts.append(circle(460 + c * 78, 214 + r * 51, 3.5, p.accent(r + c)))
    parts.append(path("M408 240 l28 -14 l14 8 l-26 14 z", p.frame))
    return parts


def _steps(p: ScenePalette) -> list[str]:
    parts = []
    for i in range(7):
        x, y = 1080 + i * 74, 440 - i * 50
        parts += [
            rect(x, y, 620, 52, mix(p.wall2, p.metal, 0.2 + 0.03 * (i % 2))),
            rect(x, y, 620, 9, mix(p.frame, p.metal, 0.2), 2, p.thin),
        ]
    rail = "M1070 330 L1560 -6"
    posts = " ".join(f"M{1092 + i * 74} {442 - i * 50} v-122" for i in range(7))
    return [*parts, stroke(posts, p.metal, 5), stroke(rail, p.wood, 13), stroke(rail, p.wood_light, 4, faint(0.7))]


def _stairwell_front(p: ScenePalette) -> str:
    parts = [pot_plant(p, 480, 600, 1.3, p.blue), oval(1150, 590, 60, 10, "#000000", faint(0.12))]
    parts += [
        path("M1096 590 l8 -84 h90 l8 84 z", mix(p.wood_light, p.frame, 0.3), p.line),
        stroke("M1124 508 q4 -34 25 -34 q21 0 25 34", p.wood_dark, 5),
    ]
    parts += [
        path("M1112 506 q4 -26 22 -24 q6 -18 24 -8 q22 -10 26 32 z", p.hill2),
        oval(1176, 500, 9, 20, p.coral, turn=20),
    ]
    return svg(parts, (0, 390, 1600, 250))


STAIRWELL = Place(
    "stairwell", "The stairwell", "階段", _stairwell_back, _stairwell_front, (0, 390, 1600, 250), Dress("knit"), pose="standing",
    arms_over=False,
)  # fmt: skip


# --- the bus ----------------------------------------------------------------------------------------------------


def _bus_back(p: ScenePalette) -> str:
    parts = [rect(0, 0, 1600, 640, mix(p.metal, p.frame, 0.45))]
    parts += [
        rect(60, 50, 1480, 370, p.metal, 40, p.thin),
        sky(p, 76, 66, 1448, 338, "street", 28),
        sun_or_moon(p, 430, 130, 30),
    ]
    parts += [cloud(p, 620, 110, 0.8), cloud(p, 1200, 120, 1.1), hills_in_window(p, 76, 150, 1448, 254)]
    parts += [
        tree(p, x, 404, s, k)
        for x, s, k in ((200, 1.0, "round"), (300, 0.8, "fir"), (1040, 0.9, "broad"), (1420, 1.1, "round"))
    ]
    parts += [
        house(p, 420, 404, 130, 110, mix(p.wall, p.honey, 0.2), p.shelf_dark),
        house(p, 1160, 404, 150, 120, mix(p.wall, p.sage, 0.25), mix(p.metal, p.blue, 0.4)),
    ]
    parts += [
        rect(576, 66, 14, 338, p.metal),
        rect(1010, 66, 14, 338, p.metal),
        rect(0, 404, 1600, 240, mix(p.metal, p.frame, 0.3)),
    ]
    parts += [
        rect(0, 0, 1600, 54, mix(p.metal, p.frame, 0.62)),
        rect(500, 14, 600, 26, p.green_dark, 8),
        *[circle(530 + i * 30, 27, 6, p.lamp, faint(0.9)) for i in range(3)],
    ]
    seat = mix(p.blue, "#000000", 0.22)
    parts += [
        rect(668, 206, 264, 300, seat, 44, p.line),
        rect(722, 150, 156, 90, seat, 30, p.line),
        rect(694, 250, 212, 220, mix(seat, p.frame, 0.12), 30),
    ]
    return svg(parts)


def _bus_front(p: ScenePalette) -> str:
    dash, edge = mix(p.metal, "#000000", 0.22), mix(p.metal, p.frame, 0.25)
    parts = [
        path("M0 452 Q400 424 800 428 T1600 452 V640 H0 Z", dash, p.line),
        path("M0 452 Q400 424 800 428 T1600 452 V476 Q1200 452 800 450 T0 476 Z", edge),
    ]
    parts += [
        circle(330 + i * 46, 520, 15, mix(dash, "#000000", 0.3)) + circle(330 + i * 46, 520, 7, p.accent(i))
        for i in range(4)
    ]
    parts += [
        oval(800, 560, 250, 92, "none", f'stroke="{mix(dash, "#000000", 0.45)}" stroke-width="22"'),
        stroke("M566 540 Q800 600 1034 540", mix(dash, "#000000", 0.45), 18),
    ]
    parts += [oval(800, 572, 44, 26, mix(dash, "#000000", 0.45))]
    parts += [
        rect(1120, 346, 150, 294, mix(p.frame, p.metal, 0.15), 14, p.line),
        rect(1140, 366, 110, 44, p.green_dark, 8),
        rect(1152, 378, 60, 20, p.lamp, 4, faint(0.85)),
    ]
    parts += [
        rect(1162, 428, 66, 12, "#000000", 6, faint(0.4)),
        rect(1140, 462, 110, 70, p.blue, 10),
        path(
            "M1172 496 a24 24 0 0 1 46 0 M1182 502 a13 13 0 0 1 26 0",
            "none",
            f'stroke="{p.frame}" stroke-width="5" stroke-linecap="round"',
        ),
    ]
    parts += [rect(300, 60, 16, 580, p.lamp, 8, p.thin), rect(300, 300, 16, 40, p.coral, 6)]
    return svg(parts, (0, 50, 1600, 590))


BUS = Place(
    "bus",
    "On the bus",
    "バスの中",
    _bus_back,
    _bus_front,
    (0, 50, 1600, 590),
    Dress("uniform", "#4F6478"),
)

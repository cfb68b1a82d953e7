"""Desks and a salon: the library, the clinic's reception, the hairdresser."""

# ruff: noqa: E501 - path data reads better unbroken
from __future__ import annotations

from trainer.ui.scene.bodies import Dress
from trainer.ui.scene.draw import circle, faint, oval, path, rect, stroke, svg
from trainer.ui.scene.palette import ScenePalette, mix
from trainer.ui.scene.places.kind import Place
from trainer.ui.scene.things import (
    books,
    counter,
    curtain,
    hanging_lamp,
    jar,
    paper,
    vase,
    wall,
    wall_lamp,
)

_FRONT = (0.0, 250.0, 1600.0, 390.0)


# --- library ----------------------------------------------------------------------------------------------------


def _library_back(p: ScenePalette) -> str:
    parts = [wall(p, "#CBD6C6", 0.4), *_arched_window(p)]
    parts += _bookcase(p, 150, 390, 0) + _bookcase(p, 1060, 480, 4)
    parts += [hanging_lamp(p, 570, 60, 0.9), hanging_lamp(p, 1030, 60, 0.9)]
    return svg(parts)


def _arched_window(p: ScenePalette) -> list[str]:
    shape = "M650 440 V190 Q650 40 800 40 Q950 40 950 190 V440 Z"
    pane = "M668 440 V192 Q668 58 800 58 Q932 58 932 192 V440 Z"
    from_sky = mix(p.sky, p.sky_low, 0.5)
    return [
        path(shape, p.frame, p.thin), path(pane, from_sky), path("M668 360 Q740 300 800 336 T932 316 V440 H668 Z", mix(p.hill, p.sky_low, 0.3)),
        path("M668 400 Q760 360 932 392 V440 H668 Z", p.hill2), rect(796, 58, 8, 380, p.frame), rect(668, 200, 264, 8, p.frame),
    ]  # fmt: skip


def _bookcase(p: ScenePalette, x: float, w: float, seed: int) -> list[str]:
    inner = mix(p.shelf_dark, "#000000", 0.2)
    parts = [rect(x, 36, w, 460, p.shelf, 6, p.thin), rect(x + 14, 50, w - 28, 440, inner, 2)]
    for i, y in enumerate((146, 246, 346, 446)):
        parts += [books(p, x + 22, y, w - 40, seed + i * 2, 82), rect(x + 14, y, w - 28, 12, p.shelf)]
    return parts


def _library_front(p: ScenePalette) -> str:
    parts = [counter(p, 436, 200)]
    for i, (w, c) in enumerate(((150, p.blue), (132, p.coral), (142, p.sage), (118, p.honey))):
        parts += [
            rect(446 + (150 - w) / 2 + (i % 2) * 6, 412 - i * 25, w, 24, c, 4, p.thin),
            rect(452 + (150 - w) / 2 + (i % 2) * 6, 417 - i * 25, w - 40, 4, p.frame, 2, faint(0.7)),
        ]
    parts += [
        oval(1120, 438, 46, 8, p.metal),
        stroke("M1120 434 V352", p.metal, 8),
        path("M1064 354 q6 -40 56 -40 q50 0 56 40 z", p.green, p.thin),
        oval(1120, 354, 56, 7, p.lamp),
    ]
    if p.lamps:
        parts.append(path("M1070 356 H1170 L1230 436 H1010 Z", p.lamp, faint(0.18)))
    parts += [
        path("M1224 438 q-6 -10 4 -34 l54 0 q10 24 4 34 z", p.shelf_dark),
        circle(1255, 366, 44, p.blue, p.line),
        path(
            "M1228 352 q20 -22 40 -12 q8 20 -12 22 q-4 18 -22 10 q-10 -8 -6 -20 z M1262 380 q18 -8 28 -4 q-4 22 -22 24 z",
            p.hill2,
        ),
    ]
    parts += [
        stroke("M1255 316 Q1312 330 1298 386 Q1290 408 1262 412", p.lamp, 5),
        paper(p, 868, 430, 2),
        rect(640, 420, 44, 20, p.wood_dark, 4),
        rect(652, 398, 20, 24, p.wood, 8),
    ]
    return svg(parts, _FRONT)


LIBRARY = Place("library", "The library", "図書館", _library_back, _library_front, _FRONT, Dress("cardigan"))


# --- clinic reception -------------------------------------------------------------------------------------------


def _reception_back(p: ScenePalette) -> str:
    parts = [
        wall(p, "#D3E3DE", 0.6),
        rect(0, 300, 1600, 200, mix(p.green, p.wall, 0.72), 0, faint(0.7)),
        rect(0, 294, 1600, 8, p.frame),
    ]
    parts += _fish_tank(p) + _pigeonholes(p)
    parts += [
        path("M600 440 V150 Q600 40 800 40 Q1000 40 1000 150 V440 Z", mix(p.frame, p.wall, 0.45), p.thin),
        wall_lamp(p, 540, 120),
    ]
    parts += [path("M786 96 h28 v-0 q0 0 0 0 z", p.frame), hanging_lamp(p, 1040, 56, 0.8, p.frame)]
    return svg(parts)


def _fish_tank(p: ScenePalette) -> list[str]:
    water = mix(p.water, p.blue, 0.25)
    parts = [
        rect(150, 106, 320, 200, p.frame, 14, p.thin),
        rect(162, 118, 296, 176, water, 8),
        rect(162, 118, 296, 20, p.frame, 6, faint(0.35)),
    ]
    parts += [path("M162 270 q60 -22 150 -8 t146 -4 v28 q0 8 -8 8 h-280 q-8 0 -8 -8 z", mix(p.honey, p.frame, 0.3))]
    for x, h in ((200, 90), (222, 62), (420, 100), (400, 58)):
        parts.append(stroke(f"M{x} 274 q-12 -{h / 3:.0f} 0 -{h / 2:.0f} q12 -{h / 4:.0f} 0 -{h / 2:.0f}", p.hill2, 8))
    for x, y, c, d in ((270, 180, p.coral, 1), (350, 216, p.honey, -1), (320, 160, p.lilac, 1)):
        parts += [
            oval(x, y, 20, 11, c),
            path(f"M{x - 18 * d} {y} l{-16 * d} -11 v22 z", c),
            circle(x + 10 * d, y - 3, 2.4, "#2A2F2D"),
        ]
    parts += [circle(x, y, r, p.frame, faint(0.6)) for x, y, r in ((236, 150, 5), (244, 136, 3.5), (384, 168, 4))]
    return [
        *parts,
        rect(140, 304, 340, 150, p.wood_light, 6, p.thin),
        rect(308, 316, 4, 130, p.wood_dark, 0, faint(0.6)),
    ]


def _pigeonholes(p: ScenePalette) -> list[str]:
    parts = [rect(1070, 70, 480, 330, p.wood_light, 8, p.thin)]
    for r in range(4):
        for c in range(6):
            x, y = 1084 + c * 77, 84 + r * 78
            parts.append(rect(x, y, 69, 66, mix(p.wood_dark, "#000000", 0.15), 4))
            parts += [
                rect(
                    x + 8 + i * 13,
                    y + 12 + (i + c) % 3 * 5,
                    11,
                    54 - (i + c) % 3 * 5,
                    p.accent(r + c + i),
                    2,
                    faint(0.85),
                )
                for i in range(1 + (r * 2 + c) % 4)
            ]
    return parts


def _reception_front(p: ScenePalette) -> str:
    top, panel = mix(p.frame, p.wall, 0.12), mix(p.green, p.frame, 0.62)
    parts = [
        rect(0, 452, 1600, 190, panel),
        *[rect(x, 478, 110, 120, mix(panel, p.frame, 0.3), 10, faint(0.7)) for x in range(30, 1600, 150)],
    ]
    parts += [rect(0, 436, 1600, 24, top), rect(0, 458, 1600, 7, p.metal, 0, faint(0.45))]
    if p.outline:
        parts.append(rect(0, 434, 1600, 3, p.outline))
    parts += [
        vase(p, 480, 438, p.lilac, (p.frame, p.coral, p.honey, p.frame)),
        path("M1030 420 h150 l14 18 h-178 z", p.wood, p.thin),
        path("M1046 420 h116 l8 12 h-132 z", p.frame),
        rect(1090, 414, 34, 9, p.metal, 3),
    ]
    parts += [
        stroke("M1196 432 l36 -12", p.blue, 5),
        rect(1270, 372, 70, 66, p.frame, 6, p.thin),
        oval(1305, 398, 22, 12, mix(p.green, p.frame, 0.4)),
        path("M1286 374 q18 -30 38 0 z", p.frame),
    ]
    parts += [circle(610, 428, 14, p.lamp, p.thin), rect(594, 432, 32, 8, p.metal, 4)]
    return svg(parts, _FRONT)


RECEPTION = Place(
    "reception",
    "The reception desk",
    "受付",
    _reception_back,
    _reception_front,
    _FRONT,
    Dress("scrubs", "#8FB9B3"),
)


# --- hair salon -------------------------------------------------------------------------------------------------


def _salon_back(p: ScenePalette) -> str:
    parts = [
        wall(p, "#E6CFC8", 0.5),
        rect(0, 470, 1600, 170, mix(p.wood_light, p.frame, 0.25)),
        rect(0, 462, 1600, 12, p.frame, 0, p.thin),
    ]
    parts += _mirror(p, 330) + _mirror(p, 1270)
    parts += [
        path("M600 462 V180 Q600 44 800 44 Q1000 44 1000 180 V462 Z", mix(p.lilac, p.wall, 0.5), p.thin),
        curtain(p, 1490, 30, 110, 430, p.lilac),
    ]
    parts += [hanging_lamp(p, 560, 60, 0.85, p.coral), hanging_lamp(p, 1040, 60, 0.85, p.coral)]
    return svg(parts)


def _mirror(p: ScenePalette, x: float) -> list[str]:
    glass = mix(p.sky, p.frame, 0.35 if not p.dark else 0.12)
    parts = [rect(x - 120, 70, 240, 290, p.wood_light, 118, p.thin), rect(x - 104, 86, 208, 258, glass, 104)]
    parts += [stroke(f"M{x - 62} 230 L{x + 10} 128 M{x - 40} 262 L{x + 44} 146", p.frame, 9, faint(0.35))]
    bulbs = [(x - 136, 150), (x - 136, 215), (x - 136, 280), (x + 136, 150), (x + 136, 215), (x + 136, 280)]
    parts += [circle(bx, by, 11, p.lamp if p.lamps else p.frame, p.thin) for bx, by in bulbs]
    parts += [rect(x - 150, 372, 300, 16, p.wood, 5, p.thin)]
    for i, (kind, c) in enumerate(((2, p.sage), (1, p.lilac), (0, p.coral))):
        parts.append(jar(p, x + 10 + i * 46, 372, c, kind))
    return [
        *parts,
        stroke(f"M{x - 110} 368 l40 -4 M{x - 104} 358 l34 2", p.metal, 5),
        oval(x - 40, 360, 14, 12, p.honey),
    ]


def _salon_front(p: ScenePalette) -> str:
    seat = mix(p.green, p.metal, 0.15)
    parts = [
        path("M330 640 V470 Q330 400 400 396 H500 Q570 400 570 470 V640 Z", seat, p.line),
        path("M356 640 V486 Q356 430 410 426 H490 Q544 430 544 486 V640 Z", mix(seat, p.frame, 0.14)),
    ]
    parts += [
        rect(404, 372, 92, 40, seat, 18, p.line),
        rect(1110, 452, 220, 14, p.metal, 5, p.line),
        rect(1110, 530, 220, 12, p.metal, 5),
        rect(1118, 462, 8, 170, p.metal),
        rect(1314, 462, 8, 170, p.metal),
    ]
    parts += [
        jar(p, 1130, 452, p.blue, 2),
        jar(p, 1168, 452, p.honey, 1),
        jar(p, 1226, 452, p.frame, 3),
        rect(1134, 496, 80, 34, p.coral, 6),
        rect(1230, 506, 76, 24, p.frame, 6),
    ]
    return svg(parts, (0, 360, 1600, 280))


SALON = Place(
    "salon", "The hair salon", "美容室", _salon_back, _salon_front, (0, 360, 1600, 280), Dress("apron", "#56606B"), pose="standing",
    arms_over=False,
)  # fmt: skip

"""Bread and coffee: the bakery and the quiet café."""

# ruff: noqa: E501 - path data reads better unbroken
from __future__ import annotations

from trainer.ui.scene.bodies import Dress
from trainer.ui.scene.draw import circle, defs, faint, halo, oval, path, rect, stroke, svg
from trainer.ui.scene.palette import ScenePalette, mix
from trainer.ui.scene.places.kind import Place
from trainer.ui.scene.things import (
    counter,
    cup,
    hanging_lamp,
    jar,
    loaf,
    pot_plant,
    shelf,
    wall,
    window,
)

_FRONT = (0.0, 250.0, 1600.0, 390.0)


# --- bakery -----------------------------------------------------------------------------------------------------


def _bakery_back(p: ScenePalette) -> str:
    parts = [wall(p, "#E7C9A0", 0.45), *_tiles(p), *_oven(p)]
    for y, shift in ((150, 0), (258, 2)):
        parts += [_bread(p, 1104 + i * 74, y, (i + shift) % 4) for i in range(6)]
        parts.append(shelf(p, 1070, y, 500))
    parts += _flags(p) + [hanging_lamp(p, 960, 64, 1.0, p.shelf_dark), hanging_lamp(p, 640, 64, 1.0, p.shelf_dark)]
    return svg(parts)


def _tiles(p: ScenePalette) -> list[str]:
    tile = mix(p.frame, p.wall, 0.4)
    return [
        rect(20 + i * 64 + (32 if r % 2 else 0), 300 + r * 34, 60, 30, tile, 4, faint(0.6))
        for r in range(4)
        for i in range(-1, 25)
    ]


def _oven(p: ScenePalette) -> list[str]:
    brick = p.coral
    fire = p.lamp if p.light != "day" else mix(p.lamp, p.coral, 0.3)
    parts = [path("M150 440 V220 Q150 70 320 70 Q490 70 490 220 V440 Z", mix(brick, p.wall, 0.25), p.line)]
    for i in range(9):
        angle = -80 + i * 20
        parts.append(
            f'<g transform="rotate({angle} 320 240)">{rect(302, 82, 36, 46, mix(brick, "#000000", 0.06 + 0.06 * (i % 2)), 5)}</g>'
        )
    parts += [path("M214 440 V246 Q214 142 320 142 Q426 142 426 246 V440 Z", mix(p.wood_dark, "#000000", 0.45))]
    parts += [defs(halo("fire", fire)), circle(320, 330, 130, "url(#fire)", faint(0.9))]
    parts += [
        oval(280, 352, 42, 24, p.honey),
        oval(352, 356, 46, 26, mix(p.honey, p.coral, 0.3)),
        rect(204, 370, 232, 16, p.metal, 5),
        rect(140, 426, 360, 20, p.wood_light, 4),
    ]
    return parts


def _bread(p: ScenePalette, x: float, base: float, kind: int) -> str:
    crust = mix(p.honey, p.coral, 0.25 * (kind % 3))
    dark = mix(crust, p.wood_dark, 0.45)
    if kind == 0:
        return oval(x + 28, base - 20, 30, 20, crust) + stroke(
            f"M{x + 12} {base - 26} q16 -10 32 0", dark, 3, faint(0.6)
        )
    if kind == 1:
        return path(f"M{x} {base} v-34 q0 -18 16 -18 q10 -8 20 0 q18 -2 18 18 v34 z", crust) + stroke(
            f"M{x + 18} {base - 44} v36 M{x + 36} {base - 44} v36", dark, 2.5, faint(0.5)
        )
    if kind == 2:
        return path(f"M{x - 2} {base - 4} q8 -38 32 -38 q24 0 30 38 q-12 -14 -22 -12 q-20 -2 -40 12 z", crust) + stroke(
            f"M{x + 16} {base - 34} l6 18 M{x + 34} {base - 36} l2 18 M{x + 48} {base - 30} l-4 16", dark, 3, faint(0.6)
        )
    return "".join(circle(x + dx, base - dy, 14, crust) for dx, dy in ((14, 14), (42, 14), (28, 34)))


def _flags(p: ScenePalette) -> list[str]:
    parts = [stroke("M-10 30 Q400 84 800 40 T1610 30", p.wood_dark, 3, faint(0.6))]
    for i in range(14):
        x = 30 + i * 116
        y = 46 + 16 * (1 - abs(((x % 800) - 400) / 400)) - (4 if x > 800 else 0)
        parts.append(path(f"M{x} {y} h44 l-22 40 z", p.accent(i), faint(0.9)))
    return parts


def _bakery_front(p: ScenePalette) -> str:
    parts = [counter(p, 436, 150), *_cake_case(p, 1050)]
    parts += [
        path("M420 428 h220 l-12 16 h-196 z", p.metal, p.thin),
        rect(410, 418, 240, 12, mix(p.metal, p.frame, 0.4), 6),
    ]
    parts += [_bread(p, 430 + i * 68, 420, i) for i in range(3)]
    parts += [loaf(p, x, 384, t) for x, t in ((356, -10), (392, 6))] + [
        path("M330 398 h90 l-10 42 h-70 z", p.shelf, p.line)
    ]
    return svg(parts, _FRONT)


def _cake_case(p: ScenePalette, x: float) -> list[str]:
    parts = [
        rect(x, 312, 330, 126, mix(p.frame, p.sky, 0.4), 14, f'fill-opacity="0.55" {p.line}'),
        rect(x, 374, 330, 6, p.frame),
    ]
    for i in range(4):
        cx = x + 50 + i * 78
        parts += [
            path(f"M{cx - 24} 436 v-26 l48 -8 v34 z", mix(p.frame, p.accent(i), 0.4)),
            path(f"M{cx - 24} 410 l48 -8 v-8 l-48 8 z", p.frame),
            circle(cx + 14, 392, 6, p.coral),
        ]
        parts += [_bread(p, cx - 26, 374, (i + 2) % 4)]
    return [*parts, rect(x - 6, 304, 342, 12, p.wood_dark, 6)]


BAKERY = Place("bakery", "The bakery", "パン屋さん", _bakery_back, _bakery_front, _FRONT, Dress("apron", "#B5754A"))


# --- cafe -------------------------------------------------------------------------------------------------------


def _cafe_back(p: ScenePalette) -> str:
    brick = mix(p.wall, p.coral, 0.28 if not p.dark else 0.14)
    parts = [wall(p, "#E0BFA0", 0.4)]
    parts += [
        rect(-20 + i * 84 + (42 if r % 2 else 0), 16 + r * 36, 78, 30, brick, 4, faint(0.45))
        for r in range(12)
        for i in range(20)
    ]
    parts += _board(p) + [window(p, 120, 60, 250, 250, "pane")]
    for y, shift in ((160, 0), (272, 2)):
        parts += [
            cup(p, 1120 + i * 66, y, 0.85, steam=False)
            if (i + shift) % 3
            else jar(p, 1104 + i * 66, y, p.accent(i + shift), 0)
            for i in range(6)
        ]
        parts.append(shelf(p, 1070, y, 500))
    parts += [hanging_lamp(p, 520, 70, 0.9, p.shelf_dark), hanging_lamp(p, 1030, 54, 0.9, p.shelf_dark)]
    return svg(parts)


def _board(p: ScenePalette) -> list[str]:
    """A blackboard with a drawn cup and leaves instead of words."""
    chalk = mix(p.frame, "#000000", 0.06)
    slate = "#35413E" if not p.dark else mix("#35413E", "#000000", 0.4)
    return [
        rect(610, 40, 380, 330, p.shelf_dark, 10, p.thin), rect(624, 54, 352, 302, slate, 4),
        stroke("M654 300 q30 -40 20 -90 M674 240 q22 -4 26 -24 M668 262 q-20 -2 -24 -22 M934 120 q-14 40 0 90 M936 170 q-22 -4 -24 -24", chalk, 4, faint(0.5)),
        stroke("M900 280 h50 q0 44 -25 44 q-25 0 -25 -44 M950 288 q16 0 12 14 q-4 10 -16 8 M916 266 q-6 -10 0 -18 M932 266 q-6 -10 0 -18", chalk, 4, faint(0.6)),
    ]  # fmt: skip


def _cafe_front(p: ScenePalette) -> str:
    parts = [counter(p, 436, 92), *_machine(p, 380)]
    parts += [
        oval(1130, 436, 76, 9, p.frame),
        rect(1122, 400, 16, 36, p.frame),
        oval(1130, 402, 82, 9, p.frame, p.thin),
    ]
    parts += [
        path("M1076 398 v-30 q0 -10 10 -10 h88 q10 0 10 10 v30 z", p.honey),
        path(
            "M1076 374 q12 18 24 2 q14 20 28 2 q14 20 28 0 q14 18 28 -4 v-6 q0 -10 -10 -10 h-88 q-10 0 -10 10 z",
            p.frame,
        ),
        circle(1130, 350, 9, p.coral),
    ]
    parts += [
        path("M1056 400 V366 Q1056 308 1130 308 Q1204 308 1204 366 V400 Z", "#FFFFFF", f'fill-opacity="0.14" {p.thin}'),
        circle(1130, 302, 8, p.metal),
    ]
    parts += [
        cup(p, 1290, 440, 0.9),
        *[rect(1254, 414 - i * 3, 0, 0, p.frame) for i in range(1)],
        pot_plant(p, 1390, 438, 0.6, p.blue),
    ]
    return svg(parts, _FRONT)


def _machine(p: ScenePalette, x: float) -> list[str]:
    steel = mix(p.metal, p.frame, 0.5)
    return [
        rect(x, 300, 210, 138, steel, 14, p.line), rect(x - 8, 290, 226, 22, mix(p.metal, p.frame, 0.25), 8, p.thin), rect(x + 14, 326, 182, 34, p.green_dark, 8),
        *[circle(x + 36 + i * 26, 343, 7, p.lamp if i == 0 else p.frame) for i in range(3)], circle(x + 168, 343, 12, p.frame), stroke(f"M{x + 168} 343 l6 -6", p.coral, 3),
        *[rect(x + dx, 362, 34, 14, p.metal, 4) + stroke(f"M{x + dx + 17} 374 v12", p.metal, 5) for dx in (36, 136)],
        cup(p, x + 53, 428, 0.62), cup(p, x + 153, 428, 0.62, steam=False), rect(x + 10, 426, 190, 12, p.metal, 4),
        *[cup(p, x + 34 + i * 36, 291, 0.5, steam=False) for i in range(4)],
    ]  # fmt: skip


CAFE = Place("cafe", "The quiet café", "静かなカフェ", _cafe_back, _cafe_front, _FRONT, Dress("apron", "#6A5546"))

"""Places at home: the corridor, the front door with a visitor, and one's own room with its door."""

# ruff: noqa: E501 - path data reads better unbroken
from __future__ import annotations

from trainer.ui.scene.bodies import Dress
from trainer.ui.scene.draw import circle, defs, faint, halo, oval, path, rect, stroke, svg
from trainer.ui.scene.nature import bush, cloud, hills_in_window, sky, sun_or_moon, tree
from trainer.ui.scene.palette import ScenePalette, mix
from trainer.ui.scene.places.kind import Place
from trainer.ui.scene.things import (
    books,
    cup,
    curtain,
    floor,
    picture_frame,
    pot_plant,
    shelf,
    skirting,
    vase,
    wall,
    wall_lamp,
    window,
)

_LOW = (0.0, 380.0, 1600.0, 260.0)


# --- the corridor -----------------------------------------------------------------------------------------------


def _hallway_back(p: ScenePalette) -> str:
    parts = [wall(p, "#DCE3D4", 0.4), floor(p, 470), skirting(p, 470)]
    parts += _coats(p) + _sliding_door(p, 560, 480) + _paper_door(p, 1080)
    parts += [wall_lamp(p, 640 - 110, 150), picture_frame(p, 1410, 120, 120, 90, p.sage)]
    return svg(parts)


def _coats(p: ScenePalette) -> list[str]:
    """A rail with coats and a hat, left."""
    parts = [rect(196, 108, 260, 12, p.shelf, 5, p.thin)]
    for x, colour, length in ((236, p.coral, 200), (318, p.blue, 230), (400, p.sage, 190)):
        parts += [circle(x, 122, 6, p.wood_dark)]
        parts.append(
            path(
                f"M{x} 126 q-36 8 -42 40 l-6 {length - 40} q48 14 96 0 l-6 {-length + 40} q-6 -32 -42 -40 z",
                mix(colour, p.wall, 0.15), p.thin,
            )
        )  # fmt: skip
        parts.append(stroke(f"M{x} 140 v{length - 24}", "#000000", 2.5, faint(0.15)))
    parts += [oval(400, 104, 46, 9, p.honey), path("M372 102 q2 -30 28 -30 q26 0 28 30 z", p.honey)]
    return parts


def _sliding_door(p: ScenePalette, x: float, w: float) -> list[str]:
    """The way to the living room: light behind paper, open in the middle."""
    light = mix(p.lit_wall, p.frame, 0.2 if p.dark else 0.75)
    parts = [rect(x - 14, 26, w + 28, 446, p.wood, 4, p.thin), rect(x, 40, w, 430, p.lit_wall)]
    parts.append(defs(halo("doorway", p.glow)) + circle(x + w / 2, 220, 240, "url(#doorway)", faint(0.9)))
    parts.append(rect(x, 420, w, 50, mix(p.wood_light, p.glow, 0.3)))
    for left in (x, x + w - 108):
        parts.append(rect(left, 40, 108, 430, light, 2, p.thin))
        parts += [rect(left, y, 108, 4, p.wood) for y in (136, 232, 328, 424)]
        parts += [rect(left + dx, 40, 5, 430, p.wood) for dx in (0, 51, 103)]
    return parts


def _paper_door(p: ScenePalette, x: float) -> list[str]:
    panel = mix(p.frame, p.sage, 0.18)
    return [
        rect(x, 60, 250, 412, p.wood_dark, 4, p.thin), rect(x + 12, 72, 226, 400, panel),
        path(f"M{x + 12} 400 q60 -40 113 -10 t113 -20 V472 H{x + 12} Z", mix(panel, p.hill2, 0.35)),
        circle(x + 34, 280, 12, p.wood_dark), circle(x + 34, 280, 7, p.wood),
    ]  # fmt: skip


def _hallway_front(p: ScenePalette) -> str:
    parts = [rect(150, 408, 250, 240, p.shelf, 8, p.line), rect(140, 396, 270, 18, p.wood_light, 6, p.thin)]
    parts += [rect(272, 424, 4, 200, p.shelf_dark), circle(260, 500, 5, p.lamp), circle(288, 500, 5, p.lamp)]
    parts += [
        oval(1186, 552, 66, 11, "#000000", faint(0.12)),
        path("M1130 550 q0 -26 46 -24 q10 12 8 24 z", p.coral, p.thin),
    ]
    parts += [
        path("M1194 556 q0 -26 46 -24 q10 12 8 24 z", p.coral, p.thin),
        oval(1152, 544, 16, 6, p.frame, faint(0.5)),
    ]
    return svg(parts, _LOW)


HALLWAY = Place(
    "hallway", "The corridor at home", "家の廊下", _hallway_back, _hallway_front, _LOW, Dress("cardigan"), pose="standing",
    arms_over=False,
)  # fmt: skip


# --- the front door ---------------------------------------------------------------------------------------------

_OPENING = (566.0, 30.0, 468.0, 466.0)


def _door_walls(p: ScenePalette) -> list[str]:
    x, y, w, h = _OPENING
    parts = [rect(x - 26, y - 26, w + 52, h + 26, p.wood_dark, 6, p.thin)]
    parts += [_intercom(p, 412, 210), *_key_hooks(p)]
    return parts


def _intercom(p: ScenePalette, x: float, y: float) -> str:
    screen = mix(p.sky, p.glow, 0.35)
    return "".join(
        [
            rect(x - 52, y - 66, 104, 150, p.frame, 12, p.line), rect(x - 40, y - 54, 80, 62, screen, 6),
            circle(x, y - 34, 9, mix(screen, p.metal, 0.5)), path(f"M{x - 20} {y + 8} q2 -26 20 -26 q18 0 20 26 z", mix(screen, p.metal, 0.5)),
            circle(x, y + 44, 15, p.green), circle(x, y + 44, 6, p.lamp),
            *[rect(x - 16 + i * 9, y + 68, 5, 5, p.metal, 2) for i in range(4)],
        ]
    )  # fmt: skip


def _key_hooks(p: ScenePalette) -> list[str]:
    parts = [rect(196, 96, 130, 14, p.shelf, 5, p.thin)]
    for x, colour in ((222, p.honey), (262, p.coral), (300, p.sage)):
        parts += [
            stroke(f"M{x} 108 v14", p.wood_dark, 3),
            circle(x, 134, 11, colour),
            rect(x - 3, 142, 6, 30, p.metal, 2),
        ]
    return parts


def _garden_beyond(p: ScenePalette) -> list[str]:
    x, y, w, h = _OPENING
    wall_colour = mix(p.wall2, p.metal, 0.2)
    return [
        sky(p, x, y, w, h, "outside"), sun_or_moon(p, 640, 96, 20), cloud(p, 962, 90, 0.6),
        hills_in_window(p, x, y, w, h), tree(p, 960, 380, 1.1, "round"), tree(p, 626, 386, 0.9, "broad", mix(p.coral, p.honey, 0.45)),
        rect(x, 372, w, 80, wall_colour), rect(x, 364, w, 14, mix(wall_colour, p.frame, 0.4)), bush(p, 606, 470, 0.9), bush(p, 1000, 470, 1.0, "", p.coral),
        path(f"M690 {y + h} L740 440 H860 L910 {y + h} Z", mix(p.wall, p.metal, 0.25)),
    ]  # fmt: skip


def _entrance(p: ScenePalette, inside: list[str]) -> str:
    parts = [wall(p, "#E3D3C4", 0.4), wall_lamp(p, 490, 116), *_door_walls(p), *inside]
    parts += [rect(0, 496, 1600, 144, mix(p.metal, p.wall2, 0.55)), rect(0, 488, 1600, 12, p.wood_dark, 0, p.thin)]
    for x in range(80, 1600, 150):
        parts.append(stroke(f"M{800 + (x - 800) * 0.9} 500 L{800 + (x - 800) * 1.3} 640", p.metal, 2, faint(0.35)))
    return svg(parts)


def _door_back(p: ScenePalette) -> str:
    leaf = path("M1034 30 L1122 4 L1122 528 L1034 496 Z", p.wood, p.thin) + path(
        "M1048 66 L1108 50 L1108 470 L1048 452 Z", p.wood_dark, faint(0.35)
    )
    return _entrance(p, [*_garden_beyond(p), leaf, rect(1064, 270, 12, 60, p.lamp, 5)])


def _door_closed(p: ScenePalette) -> str:
    x, y, w, h = _OPENING
    parts = [rect(x, y, w, h, p.wood, 4, p.line), rect(x + 40, y + 44, w - 80, 170, p.wood_dark, 8, faint(0.35))]
    parts += [
        rect(x + 40, y + 244, w - 80, 190, p.wood_dark, 8, faint(0.35)),
        rect(x + w - 34, y + 210, 16, 70, p.lamp, 8, p.thin),
    ]
    parts += [
        circle(800, 150, 9, p.metal),
        circle(800, 150, 4, p.glow),
        rect(730, y + 316, 140, 20, p.metal, 6, p.thin),
    ]
    if p.lamps:
        parts.append(rect(x, y + h - 5, w, 5, p.lamp, 0, faint(0.7)))
    return _entrance(p, parts)


def _door_front(p: ScenePalette) -> str:
    parts = [rect(1140, 400, 330, 240, p.shelf, 8, p.line), rect(1128, 388, 354, 18, p.wood_light, 6, p.thin)]
    parts += [rect(1302, 416, 4, 220, p.shelf_dark), vase(p, 1240, 392, p.blue, (p.coral, p.frame, p.honey))]
    parts += [
        path("M1350 388 q4 -34 46 -36 q42 2 46 36 z", p.honey, p.thin),
        stroke("M1362 380 q34 8 68 0", p.wood_dark, 3, faint(0.5)),
    ]
    parts += [rect(0, 530, 1600, 110, p.wood), rect(0, 520, 1600, 16, p.wood_light), *_shoes(p)]
    if p.outline:
        parts.append(rect(0, 519, 1600, 2, p.outline))
    return svg(parts, (0, 220, 1600, 420))


def _shoes(p: ScenePalette) -> list[str]:
    parts = []
    for x, colour in ((372, p.green), (424, p.green), (500, p.coral), (548, p.coral)):
        parts.append(path(f"M{x} 524 q-4 -28 12 -30 q22 -2 26 30 z", colour, p.thin))
        parts.append(oval(x + 16, 500, 10, 4, "#000000", faint(0.25)))
    return parts


DOOR = Place(
    "door", "The front door", "玄関", _door_back, _door_front, (0, 220, 1600, 420), Dress("coat"), pose="standing",
    arms_over=False, outdoors=True, empty=_door_closed,
)  # fmt: skip


# --- one's own room ---------------------------------------------------------------------------------------------

_ROOM_DOOR = (590.0, 40.0, 420.0, 440.0)


def _room(p: ScenePalette, doorway: list[str]) -> str:
    x, y, w, h = _ROOM_DOOR
    parts = [wall(p, "#C9D3DA", 0.35), floor(p, 480), skirting(p, 480)]
    parts += [window(p, 190, 56, 270, 220), curtain(p, 172, 44, 78, 270, p.sage), curtain(p, 402, 44, 78, 270, p.sage)]
    parts.append(rect(160, 36, 332, 12, p.wood_dark, 6))
    parts += [rect(x - 20, y - 20, w + 40, h + 20, p.frame, 4, p.thin), *doorway, *_bed(p)]
    parts += [books(p, 1110, 148, 250, 2, 66), shelf(p, 1096, 148, 290), picture_frame(p, 1430, 96, 110, 130, p.lilac)]
    return svg(parts)


def _bed(p: ScenePalette) -> list[str]:
    quilt = mix(p.blue, p.frame, 0.2)
    return [
        rect(1130, 340, 26, 150, p.wood, 8, p.thin), rect(1150, 388, 460, 70, p.frame, 10, p.thin), oval(1224, 388, 66, 26, p.frame, p.thin),
        oval(1224, 384, 54, 17, p.wall2, faint(0.5)), path("M1270 392 Q1300 366 1380 372 L1610 366 V486 H1262 Z", quilt, p.thin),
        stroke("M1330 384 q20 40 -4 96 M1440 376 q18 50 0 104", "#000000", 3, faint(0.1)), rect(1130, 478, 480, 22, p.wood_dark, 4),
    ]  # fmt: skip


def _room_back(p: ScenePalette) -> str:
    x, y, w, h = _ROOM_DOOR
    leaf = path(f"M{x} {y} L{x - 70} {y + 14} V{y + h + 34} L{x} {y + h} Z", p.wood_light, p.thin)
    lit = [rect(x, y, w, h, p.lit_wall), defs(halo("hall", p.glow)), circle(800, 210, 260, "url(#hall)", faint(0.9)),
           rect(x, y + h - 46, w, 46, p.wood_light), leaf, circle(x - 54, 280, 6, p.lamp)]  # fmt: skip
    return _room(p, lit)


def _room_closed(p: ScenePalette) -> str:
    x, y, w, h = _ROOM_DOOR
    panels = [
        rect(x + 40, y + 44, w - 80, 150, p.wood, 8, faint(0.5)),
        rect(x + 40, y + 226, w - 80, 176, p.wood, 8, faint(0.5)),
    ]
    door = [
        rect(x, y, w, h, p.wood_light, 2, p.line),
        *panels,
        circle(x + w - 30, 276, 11, p.metal),
        circle(x + w - 33, 273, 4, p.frame),
    ]
    light = [
        rect(x, y + h - 6, w, 6, p.lamp, 0, faint(0.9)),
        path(f"M{x} {y + h} H{x + w} L{x + w + 40} 530 H{x - 40} Z", p.lamp, faint(0.22)),
    ]
    note = [
        path("M770 506 l66 -6 l10 22 l-72 6 z", p.paper, p.thin),
        stroke("M784 510 l44 -4 M786 517 l48 -4", p.metal, 2, faint(0.6)),
    ]
    return _room(p, [*door, *light, *note])


def _room_front(p: ScenePalette) -> str:
    top = [
        rect(180, 424, 330, 22, p.wood_light, 6, p.line),
        rect(200, 446, 20, 200, p.wood_dark),
        rect(470, 446, 20, 200, p.wood_dark),
    ]
    lamp = [
        oval(250, 424, 34, 7, p.metal),
        stroke("M250 420 L262 346 L306 312", p.metal, 7),
        path("M288 300 l44 -14 l12 34 l-44 12 z", p.green_dark, p.thin),
    ]
    if p.lamps:
        lamp.append(path("M304 330 L344 318 L420 424 H270 Z", p.lamp, faint(0.2)))
    tray = [
        oval(1180, 556, 150, 14, "#000000", faint(0.14)), path("M1050 532 h260 l-14 22 h-232 z", p.shelf_dark, p.thin), rect(1040, 522, 280, 14, p.wood, 6),
        oval(1146, 520, 62, 9, p.blue, p.thin), cup(p, 1258, 524, 0.9),
        path("M1108 518 q-2 -14 22 -44 q16 -14 32 0 q24 30 22 44 q-38 8 -76 0 z", p.paper, p.thin), path("M1130 521 v-26 h32 v26 q-16 3 -32 0 z", "#2C3A34"),
    ]  # fmt: skip
    return svg([*top, *lamp, books(p, 380, 424, 100, 1, 58), pot_plant(p, 350, 424, 0.5), *tray], (0, 280, 1600, 360))


ROOM = Place(
    "room", "Your own room", "自分の部屋", _room_back, _room_front, (0, 280, 1600, 360), Dress("knit"), pose="standing",
    arms_over=False, empty=_room_closed,
)  # fmt: skip

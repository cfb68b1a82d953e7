"""The back office of a shop: shelves behind a glass door, a shift board, boxes, two cups of tea."""

# ruff: noqa: E501 - path data reads better unbroken
from __future__ import annotations

from trainer.ui.scene.bodies import Dress
from trainer.ui.scene.draw import circle, defs, faint, halo, oval, path, rect, stroke, svg
from trainer.ui.scene.palette import ScenePalette, mix
from trainer.ui.scene.places.kind import Place
from trainer.ui.scene.things import counter, cup, hanging_lamp, paper, pot_plant, wall

_FRONT_BOX = (0.0, 230.0, 1600.0, 410.0)


def _back(p: ScenePalette) -> str:
    parts = [wall(p), defs(halo("warmth", p.glow)), *_shop_door(p), *_shift_board(p)]
    parts.append(circle(800, 210, 330, "url(#warmth)", faint(0.55)))
    for i in range(3):
        x = 1340 + i * 86
        parts += [rect(x, 56, 80, 420, mix(p.metal, p.wall, 0.3), 5, p.thin), rect(x + 60, 230, 6, 26, p.frame, 3)]
        parts += [rect(x + 16, 84 + j * 12, 46, 4, "#000000", 2, faint(0.25)) for j in range(3)]
    parts += [rect(470, 330, 150, 120, p.wood_light, 5, p.thin), rect(530, 330, 30, 120, p.honey, 0, faint(0.55))]
    parts += [rect(486, 246, 120, 86, p.wood, 5, p.thin), rect(536, 246, 22, 86, p.honey, 0, faint(0.5))]
    parts += [hanging_lamp(p, 800, 46, 1.6), _moon_picture(p)]
    return svg(parts)


def _shop_door(p: ScenePalette) -> list[str]:
    """The door to the shop floor with the light of the shop coming through."""
    parts = [rect(96, 30, 250, 440, p.shelf_dark, 8, p.thin), rect(112, 46, 218, 424, mix(p.glow, p.wall, 0.35), 4)]
    for y in (110, 190, 270):
        parts.append(rect(112, y + 44, 218, 7, p.shelf))
        for i in range(6):
            h = 26 + (i * 7 + y) % 16
            parts.append(rect(122 + i * 34, y + 44 - h, 24, h, p.accent(i + y // 80), 4, faint(0.8)))
    parts += [rect(112, 321, 218, 150, mix(p.wood, p.glow, 0.25)), rect(112, 46, 108, 424, p.frame, 0, faint(0.10))]
    parts += [
        rect(216, 46, 8, 424, p.shelf_dark),
        circle(206, 270, 6, p.lamp),
        circle(226, 250, 250, "url(#warmth)", faint(0.35)),
    ]
    return parts


def _shift_board(p: ScenePalette) -> list[str]:
    board = mix(p.frame, p.wall, 0.1) if p.dark else p.frame
    parts = [rect(396, 70, 196, 190, p.shelf_dark, 10, p.thin), rect(406, 80, 176, 170, board, 5)]
    for r in range(5):
        for c in range(6):
            colour = p.accent(r + c) if (r * 5 + c * 3) % 4 == 0 else p.wall2
            parts.append(rect(417 + c * 27, 94 + r * 30, 20, 20, colour, 4, faint(0.85)))
    return parts


def _moon_picture(p: ScenePalette) -> str:
    """A small moon picture hangs where a clock would: nobody is timed here."""
    night = "#27384A" if p.light != "contrast" else p.sky
    return "".join(
        [rect(640, 100, 70, 86, p.shelf_dark, 6, p.thin), rect(647, 107, 56, 72, night, 3),
         circle(676, 134, 14, p.lamp), circle(682, 130, 12, night)]
    )  # fmt: skip


def _front(p: ScenePalette) -> str:
    parts = [counter(p), paper(p, 548, 428), stroke("M716 438 L752 428", p.coral, 5)]
    parts += [cup(p, x, 441) for x in (1036, 1124)]
    parts += [oval(1300, 440, 54, 8, p.metal), stroke("M1300 436 L1330 340 L1262 286", p.metal, 9)]
    parts.append(path("M1282 262 L1222 300 Q1210 314 1224 328 L1296 298 Z", p.green_dark, p.thin))
    if p.lamps:
        parts.append(path("M1224 326 L1296 298 L1310 436 L1130 436 Z", p.lamp, faint(0.16)))
    parts.append(pot_plant(p, 440, 442, 0.95))
    return svg(parts, _FRONT_BOX)


OFFICE = Place("office", "The back office", "お店の事務室", _back, _front, _FRONT_BOX, Dress("suit"))

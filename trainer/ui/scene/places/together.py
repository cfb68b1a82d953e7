"""Meeting people and working at night: a peer group's room, and a shop counter seen from behind."""

# ruff: noqa: E501 - path data reads better unbroken
from __future__ import annotations

from trainer.ui.scene.bodies import Dress
from trainer.ui.scene.draw import at, circle, faint, oval, path, rect, stroke, svg
from trainer.ui.scene.nature import hills_in_window, sky, sun_or_moon, tree
from trainer.ui.scene.palette import ScenePalette, mix
from trainer.ui.scene.places.kind import Place
from trainer.ui.scene.things import (
    counter,
    cup,
    curtain,
    hanging_lamp,
    pot_plant,
    shelf_of_jars,
    till,
    wall,
)

_FRONT = (0.0, 250.0, 1600.0, 390.0)


# --- a peer group's room ----------------------------------------------------------------------------------------


def _meeting_back(p: ScenePalette) -> str:
    parts = [wall(p, "#E4DCC2", 0.4), rect(0, 420, 1600, 220, p.wood_light)]
    x, y, w, h = 130, 40, 420, 300
    parts += [
        rect(x, y, w, h, p.frame, 10, p.thin),
        sky(p, x + 14, y + 14, w - 28, h - 28, "pane", 6),
        sun_or_moon(p, 430, 110, 24),
    ]
    parts += [
        hills_in_window(p, x + 14, y + 14, w - 28, h - 28),
        tree(p, 220, 326, 1.0, "round"),
        tree(p, 470, 326, 0.8, "broad", mix(p.coral, p.honey, 0.5)),
    ]
    parts += [
        rect(x + w / 2 - 5, y, 10, h, p.frame),
        curtain(p, 106, 24, 74, 350, p.honey),
        curtain(p, 500, 24, 74, 350, p.honey),
        rect(90, 18, 500, 12, p.wood_dark, 6),
    ]
    parts += [*_pinboard(p), hanging_lamp(p, 800, 40, 1.3, p.frame), *_empty_chair(p, 520), *_empty_chair(p, 1080)]
    parts += [
        rect(690, 250, 220, 210, p.wood, 24, p.line),
        rect(712, 272, 176, 150, p.wood_light, 16),
        pot_plant(p, 1500, 440, 1.7, p.blue),
    ]
    return svg(parts)


def _pinboard(p: ScenePalette) -> list[str]:
    """Drawings pinned up by the people who come here."""
    parts = [rect(1090, 60, 400, 220, p.wood, 8, p.thin), rect(1102, 72, 376, 196, mix(p.honey, p.wall, 0.45), 4)]
    for i, (x, y, turn) in enumerate(
        ((1126, 92, -3), (1226, 86, 2), (1326, 98, -2), (1404, 88, 4), (1150, 180, 3), (1260, 178, -2), (1366, 186, 2))
    ):
        tone = p.accent(i)
        card = [
            rect(0, 0, 74, 66, p.frame, 3),
            circle(24, 26, 11, tone),
            path("M6 58 q20 -26 36 -12 t26 -4 v16 z", mix(tone, p.hill2, 0.6)),
            circle(37, 4, 4, p.coral),
        ]
        parts.append(f'<g transform="translate({x} {y}) rotate({turn})">{"".join(card)}</g>')
    return parts


def _empty_chair(p: ScenePalette, x: float) -> list[str]:
    """A free chair: there is always one."""
    return [
        rect(x - 62, 296, 124, 110, p.wood, 20, p.thin),
        rect(x - 44, 312, 88, 66, p.wood_light, 12),
        rect(x - 56, 396, 10, 70, p.wood_dark),
        rect(x + 46, 396, 10, 70, p.wood_dark),
    ]


def _meeting_front(p: ScenePalette) -> str:
    top = p.wood_light
    parts = [
        oval(800, 516, 570, 76, p.wood, p.thin),
        oval(800, 500, 570, 70, top, p.line),
        oval(800, 496, 540, 60, mix(top, p.frame, 0.14), faint(0.6)),
    ]
    parts += [cup(p, x, y, s) for x, y, s in ((560, 488, 0.9), (1060, 488, 0.9), (640, 548, 1.0))]
    parts += [
        oval(940, 526, 90, 18, p.paper, p.thin),
        *[circle(894 + i * 30, 514 - (i % 2) * 8, 15, mix(p.honey, p.coral, 0.2 * (i % 3))) for i in range(4)],
        *[circle(890 + i * 30, 511 - (i % 2) * 8, 2.4, p.wood_dark) for i in range(4)],
    ]
    parts += [
        path("M410 500 h74 v22 h-74 z", p.coral, p.thin),
        path("M420 502 q24 -34 48 0 z", p.paper),
        at(1196, 336, _peer(p)),
    ]
    return svg(parts, _FRONT)


def _peer(p: ScenePalette) -> list[str]:
    """Somebody else who came, from behind."""
    coat, hair = p.cloth("#8C93B0"), p.cloth("#54433A")
    return [
        path("M4 310 Q0 150 60 122 Q82 112 100 112 Q118 112 140 122 Q200 150 196 310 Z", coat, p.line), rect(84, 84, 32, 42, p.skin_tone("#DBA782"), 10),
        path("M54 60 Q52 0 100 -2 Q148 0 146 60 Q146 104 100 108 Q54 104 54 60 Z", hair, p.line), stroke("M76 22 Q100 8 124 22", mix(hair, p.frame, 0.25), 4, faint(0.5)),
        path("M70 130 Q100 150 130 130 L132 138 Q100 160 68 138 Z", "#000000", faint(0.14)),
    ]  # fmt: skip


MEETING = Place("meeting", "The group's room", "集まりの部屋", _meeting_back, _meeting_front, _FRONT, Dress("cardigan"))


# --- the shop at night, from behind the counter -----------------------------------------------------------------


def _nightshop_back(p: ScenePalette) -> str:
    inside = mix(p.wall, p.frame, 0.25)
    night = "#2B3B52" if p.light == "evening" else "#233246"
    parts = [wall(p, "#C6D3D6", 0.4), rect(0, 410, 1600, 230, mix(p.metal, p.frame, 0.55)), *_night_glass(p, night)]
    parts += [rect(640, 60, 330, 380, mix(inside, p.wall2, 0.5), 8, p.thin)]
    for y in (156, 254, 352):
        parts.append(shelf_of_jars(p, 640, y, 330, (0, 4, 1, 3, 0, 2), y // 90))
    parts += _fridge(p, 1050) + [rect(x, 18, 260, 16, p.lamp if p.lamps else p.frame, 8) for x in (180, 560, 940, 1320)]
    return svg(parts)


def _night_glass(p: ScenePalette, night: str) -> list[str]:
    """The glass front with the street outside, always dark: this is the night shift."""
    if p.outline:
        night = p.sky
    parts = [rect(110, 60, 470, 400, p.metal, 6, p.thin), rect(124, 74, 442, 372, night)]
    parts += [
        circle(266, 130, 22, p.sun),
        circle(276, 122, 19, night),
        *[
            circle(x, y, 2, p.sun, faint(0.8))
            for x, y in ((280, 110), (330, 160), (420, 104), (500, 150), (170, 200), (460, 200))
        ],
    ]
    parts += [path("M124 340 h80 v-60 h70 v40 h60 v-90 h90 v70 h60 v-40 h82 v186 h-442 z", mix(night, "#000000", 0.35))]
    parts += [
        rect(x, y, 12, 14, p.lamp, 2, faint(0.8))
        for x, y in ((222, 296), (246, 320), (382, 270), (382, 300), (442, 306), (506, 290), (152, 356))
    ]
    parts += [
        rect(124, 400, 442, 46, mix(night, p.metal, 0.35)),
        rect(338, 74, 12, 372, p.metal),
        stroke("M150 330 L240 100 M180 350 L250 180", p.frame, 8, faint(0.10)),
    ]
    return [*parts, rect(318, 250, 8, 70, p.frame, 4), rect(362, 250, 8, 70, p.frame, 4)]


def _fridge(p: ScenePalette, x: float) -> list[str]:
    cold = mix("#D5E8EA", p.wall, 0.3 if p.dark else 0.1)
    if p.outline:
        cold = "#1B2A30"
    parts = [rect(x, 50, 500, 400, p.metal, 8, p.thin)]
    for col in range(3):
        left = x + 14 + col * 160
        parts.append(rect(left, 64, 152, 372, cold, 4))
        for r, y in enumerate((154, 244, 334, 424)):
            parts += [
                rect(left + 8 + i * 24, y - 58 + (i + r) % 2 * 8, 18, 58 - (i + r) % 2 * 8, p.accent(i + r + col), 6)
                for i in range(6)
            ]
            parts.append(rect(left, y, 152, 6, p.metal, 0, faint(0.8)))
        parts.append(rect(left + 138, 200, 6, 70, p.frame, 3))
    return parts


def _nightshop_front(p: ScenePalette) -> str:
    parts = [
        counter(p, 436, 170),
        till(p, 1080, 440),
        path("M430 440 l-14 -60 h190 l-14 60 z", p.coral, p.line),
        stroke("M440 380 q70 -60 142 0", p.metal, 6),
    ]
    for x, c in ((466, p.paper), (520, p.paper)):
        parts += [
            path(f"M{x - 26} 388 q0 -16 20 -36 q8 -8 16 0 q20 20 20 36 z", c, p.thin),
            rect(x - 8, 366, 22, 22, "#2C3A34", 2),
        ]
    parts += [
        rect(560, 336, 24, 50, p.green, 6),
        rect(564, 328, 16, 10, p.frame, 3),
        *[rect(420 + i * 26, 396, 14, 8, "#000000", 3, faint(0.15)) for i in range(7)],
    ]
    parts += [
        rect(1250, 402, 80, 36, p.metal, 6, p.thin),
        rect(1262, 384, 56, 26, p.frame, 3),
        stroke("M1270 392 h36 M1270 400 h24", p.metal, 2),
    ]
    return svg(parts, _FRONT)


NIGHTSHOP = Place(
    "nightshop", "The shop at night", "夜のお店", _nightshop_back, _nightshop_front, _FRONT, Dress("coat"), outdoors=True,
)  # fmt: skip

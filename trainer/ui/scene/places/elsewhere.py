"""A call and a chat: the partner is somewhere else and is seen through a round picture or a screen."""

# ruff: noqa: E501 - path data reads better unbroken
from __future__ import annotations

from trainer.ui.scene.bodies import Dress
from trainer.ui.scene.draw import circle, defs, faint, halo, path, rect, stroke, svg
from trainer.ui.scene.palette import ScenePalette, mix
from trainer.ui.scene.places.kind import Place
from trainer.ui.scene.things import (
    books,
    counter,
    cup,
    paper,
    picture_frame,
    pot_plant,
    shelf,
    wall_lamp,
    window,
)

# --- phone and chat: the partner is somewhere else --------------------------------------------------------------


def _elsewhere(p: ScenePalette) -> str:
    """The bright small office of the person at the other end."""
    parts = [
        rect(0, 0, 1600, 640, mix(p.lit_wall, p.sage, 0.2)),
        defs(halo("there", p.glow)),
        circle(800, 190, 300, "url(#there)", faint(0.9)),
    ]
    parts += [
        books(p, 586, 150, 120, 1, 60),
        shelf(p, 560, 150, 150),
        pot_plant(p, 975, 330, 0.9),
        picture_frame(p, 916, 74, 86, 70, p.blue),
    ]
    return svg(parts)


def _desk_wall(p: ScenePalette, hole: str, tint: str) -> list[str]:
    """A wall with a hole in it, through which the partner is seen."""
    tone = mix(p.prop(tint), "#000000", 0.45) if p.dark else p.prop(tint)
    part = {"night": 0.3, "contrast": 0.0}.get(p.light, 0.4)
    shade = [fade_wall(p, mix(p.wall, tone, part), mix(p.wall2, tone, part))]
    return [*shade, path(f"M0 0 H1600 V640 H0 Z {hole}", "url(#deskwall)", 'fill-rule="evenodd"')]


def fade_wall(_p: ScenePalette, top: str, low: str) -> str:
    """The gradient of the wall around the hole."""
    return (
        '<defs><linearGradient id="deskwall" x1="0" y1="0" x2="0" y2="1">'
        f'<stop offset="0" stop-color="{top}"/><stop offset="1" stop-color="{low}"/></linearGradient></defs>'
    )


def _phone_front(p: ScenePalette) -> str:
    ring = "M800 44 A218 218 0 1 0 800.1 44 Z"
    parts = [*_desk_wall(p, ring, "#BFCBD6"), path(ring, "none", f'stroke="{p.frame}" stroke-width="14"')]
    if p.outline:
        parts.append(path(ring, "none", f'stroke="{p.outline}" stroke-width="3"'))
    parts += [
        window(p, 210, 70, 230, 230),
        wall_lamp(p, 500, 130),
        picture_frame(p, 1180, 120, 110, 130, p.sage),
        shelf(p, 1120, 320, 260),
        books(p, 1140, 320, 170, 3, 60),
    ]
    parts += [counter(p, 452, 400)]
    for i, r in enumerate((40, 66, 92)):
        parts.append(
            stroke(
                f"M{640 - r * 0.7:.0f} {470 - r * 0.55:.0f} A{r} {r} 0 0 1 {640 + r * 0.7:.0f} {470 - r * 0.55:.0f}",
                p.green,
                6,
                faint(0.75 - i * 0.2),
            )
        )
    parts += [
        f'<g transform="translate(0 -18) rotate(-14 640 506)">{rect(596, 478, 96, 58, "#2C3336", 12, p.line)}{rect(604, 485, 80, 44, mix(p.sky, p.lamp, 0.3), 6)}{circle(644, 507, 11, p.green)}</g>'
    ]
    parts += [
        paper(p, 880, 500, 3),
        stroke("M1046 520 L1090 496", p.coral, 6),
        cup(p, 1200, 516, 1.0),
        pot_plant(p, 380, 462, 0.8),
    ]
    return svg(parts)


PHONE = Place(
    "phone", "A call", "電話", _elsewhere, _phone_front, (0, 0, 1600, 640), Dress("cardigan"), pose="standing", arms_over=False,
    headset=True,
)  # fmt: skip


def _chat_front(p: ScenePalette) -> str:
    x, y, w, h, r = 540, 52, 520, 348, 14
    hole = f"M{x + r} {y} h{w - 2 * r} a{r} {r} 0 0 1 {r} {r} v{h - 2 * r} a{r} {r} 0 0 1 {-r} {r} h{-(w - 2 * r)} a{r} {r} 0 0 1 {-r} {-r} v{-(h - 2 * r)} a{r} {r} 0 0 1 {r} {-r} z"
    parts = [
        *_desk_wall(p, hole, "#C9BFD2"),
        path(hole, "none", 'stroke="#2F3639" stroke-width="24" stroke-linejoin="round"'),
    ]
    if p.outline:
        parts.append(rect(x - 13, y - 13, w + 26, h + 26, "none", 22, p.line))
    parts += [
        window(p, 210, 70, 240, 230),
        shelf(p, 1150, 330, 260),
        books(p, 1176, 330, 150, 5, 62),
        pot_plant(p, 1370, 330, 0.5, p.blue),
        wall_lamp(p, 1130, 130),
    ]
    parts += [
        counter(p, 446, 400),
        path(
            f"M{x - 30} 412 h{w + 60} l34 38 q2 12 -12 12 h-{w + 104} q-14 0 -12 -12 z",
            mix(p.metal, p.frame, 0.35),
            p.line,
        ),
    ]
    parts += [
        rect(x + 22 + i * 34, 420 + j * 11, 28, 7, mix(p.metal, "#000000", 0.25), 2)
        for j in range(2)
        for i in range(14)
    ]
    parts += [
        rect(730, 444, 140, 12, mix(p.metal, p.frame, 0.2), 4),
        *_bubbles(p),
        cup(p, 1240, 500, 1.1),
        pot_plant(p, 420, 456, 0.7),
    ]
    return svg(parts)


def _bubbles(p: ScenePalette) -> list[str]:
    """What was written, as lines only; they stand in the corner of the screen."""
    mine, theirs = mix(p.green, p.frame, 0.25), p.frame
    rows = ((556, 298, 84, theirs), (572, 330, 96, mine), (556, 362, 70, theirs))
    parts = []
    for x, y, w, c in rows:
        parts += [rect(x, y, w, 24, c, 11, p.thin), stroke(f"M{x + 14} {y + 12} h{w - 28}", p.metal, 4, faint(0.7))]
    return parts


CHAT = Place(
    "chat", "A chat at the desk", "机でチャット", _elsewhere, _chat_front, (0, 0, 1600, 640), Dress("knit"), pose="standing", arms_over=False,
)  # fmt: skip

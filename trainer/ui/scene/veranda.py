"""The veranda of the first start, and the evening garden behind the closing line."""

# ruff: noqa: E501 - path data reads better unbroken
from __future__ import annotations

from trainer.ui.scene.draw import circle, defs, fade, faint, oval, path, rect, stroke, svg
from trainer.ui.scene.nature import bush, cloud, grass, lantern, stone, sun_or_moon, tree
from trainer.ui.scene.palette import NIGHT, ScenePalette, mix

VERANDA_SIZE = (560.0, 800.0)
DUSK_SIZE = (640.0, 150.0)
DUSK_TOP = "#2B4355"
"""The sky's uppermost colour, for a picture that is taller than the design."""

DUSK_TEXT = "#FFF6E0"
"""The one colour of words on the dusk picture; its left two thirds stay dark enough for 4.5:1."""


def veranda(p: ScenePalette) -> str:
    """Looking out from the engawa: a cushion and tea on the boards, a pond and a lantern in the garden."""
    w, h = VERANDA_SIZE
    warm = p.cloth("#D59A57")
    parts = [
        defs(fade("sky", p.sky, mix(p.sky_low, p.glow, 0.3)), fade("boards", p.wood_light, p.wood)),
        rect(0, 0, w, h, "url(#sky)"), sun_or_moon(p, 392, 180, 44), cloud(p, 190, 150, 0.9), cloud(p, 470, 270, 0.7),
        path(f"M0 330 Q120 250 250 310 T{w} 280 V520 H0 Z", mix(p.hill, p.sky_low, 0.5)),
        path(f"M0 380 Q160 310 320 370 T{w} 350 V560 H0 Z", p.hill),
        tree(p, 118, 440, 1.25, "broad"), tree(p, 480, 452, 1.35), tree(p, 402, 424, 0.7, "fir"),
        tree(p, 250, 430, 0.85, "broad", warm),
        path(f"M0 440 Q200 415 {w} 436 V640 H0 Z", p.hill2), grass(p, ((90, 500),), 470, 620, 40, 9),
        path("M150 512 Q230 470 380 488 Q470 502 420 534 Q340 566 220 552 Q130 540 150 512 Z", p.water, p.thin),
        stroke("M190 512 Q260 490 340 498", p.frame, 3, faint(0.6)), oval(250, 532, 18, 7, p.hill2), circle(256, 528, 4.5, p.lilac),
        oval(352, 522, 15, 6, p.hill2), lantern(p, 452, 556, 1.25),
        *[stone(p, x, y, r) for x, y, r in ((262, 560, 16), (296, 576, 20), (318, 602, 25), (276, 628, 28))],
        bush(p, 100, 592, 0.8, mix(p.hill2, p.leaf_shade, 0.4), p.coral), bush(p, 506, 622, 0.7, mix(p.hill2, p.leaf_shade, 0.4)),
    ]  # fmt: skip
    return svg([*parts, *_boards(p, w, h), *_frame_of_house(p, w)], (0, 0, w, h))


def _boards(p: ScenePalette, w: float, h: float) -> list[str]:
    seams = " ".join(
        f"M{x0} 640 L{x1} {h}" for x0, x1 in ((-60, -260), (60, -60), (170, 130), (280, 290), (390, 450), (500, 620))
    )
    return [
        path(f"M0 640 H{w} V{h} H0 Z", "url(#boards)"), stroke(seams, p.wood_dark, 2.5, faint(0.45)),
        rect(0, 634, w, 12, p.wood_dark), rect(0, 628, w, 8, p.wood_light, 0, p.thin),
        # a square cushion, seen from above at a flat angle
        oval(196, 736, 104, 20, "#000000", faint(0.14)),
        path("M126 690 Q196 682 266 690 Q280 692 284 702 L300 724 Q308 740 290 742 Q196 752 102 742 Q84 740 92 724 L108 702 Q112 692 126 690 Z", p.blue, p.line),
        path("M134 694 Q196 687 258 694 Q268 696 272 703 L283 718 Q286 728 274 729 Q196 736 118 729 Q106 728 109 718 L120 703 Q124 696 134 694 Z", mix(p.blue, p.frame, 0.26)),
        oval(196, 712, 5, 3, mix(p.blue, "#000000", 0.15)), stroke("M196 712 Q170 706 140 700 M196 712 Q222 706 252 700 M196 712 Q166 720 128 724 M196 712 Q226 720 264 724", p.blue, 2, faint(0.4)),
        oval(400, 744, 56, 11, "#000000", faint(0.14)), oval(400, 738, 54, 13, p.wood_dark, p.thin), oval(400, 735, 46, 9, p.wood),
        path("M374 696 H426 Q426 736 400 736 Q374 736 374 696 Z", p.paper, p.thin), oval(400, 696, 26, 7, p.green),
        *[stroke(f"M{400 + dx} 682 q-7 -10 0 -20 q7 -10 0 -20", p.paper, 3, faint(0.6)) for dx in (-8, 7)],
    ]  # fmt: skip


def _frame_of_house(p: ScenePalette, w: float) -> list[str]:
    """Eaves, a post, the edge of a paper door, and a wind bell."""
    paper = mix(p.lit_wall, p.frame, 0.3) if p.lamps else p.frame
    parts = [rect(0, 46, 74, 604, paper)]
    parts += [rect(0, y, 74, 4, p.wood) for y in range(70, 640, 82)]
    parts += [rect(x, 46, 5, 600, p.wood) for x in (0, 34, 70)]
    parts += [rect(514, 46, 22, 596, p.wood, 3, p.thin), rect(514, 46, 6, 596, p.wood_dark, 2, faint(0.5))]
    parts += [rect(0, 0, w, 46, p.wood_dark), rect(0, 42, w, 8, mix(p.wood_dark, "#000000", 0.25))]
    parts += [rect(x, 0, 16, 42, p.wood, 0, faint(0.7)) for x in range(20, int(w), 64)]
    bell = mix(p.sky, p.blue, 0.4)
    parts += [
        stroke("M250 50 V84 M250 106 V128", p.metal, 1.8), path("M228 106 Q226 80 250 80 Q274 80 272 106 Z", bell, f'opacity="0.92" {p.thin}'),
        stroke("M238 90 q4 -5 9 -5", p.frame, 3, faint(0.7)), rect(242, 128, 16, 44, p.paper, 2), circle(250, 146, 4, p.coral),
    ]  # fmt: skip
    return parts


def dusk() -> str:
    """A dark evening garden with one lit lantern at the right; the same in every theme."""
    p = NIGHT
    w, h = DUSK_SIZE
    far, near = "#36524F", "#2A4541"
    parts = [
        defs(fade("dusk", DUSK_TOP, "#65606A")), rect(0, 0, w, h, "url(#dusk)"),
        *[circle(x, y, r, "#FFF1CC", faint(0.7)) for x, y, r in ((404, 20, 1.4), (452, 36, 1.8), (508, 16, 1.3), (616, 26, 1.6))],
        path(f"M0 92 Q140 56 300 88 T{w} 80 V{h} H0 Z", far), path(f"M0 114 Q200 96 400 112 T{w} 108 V{h} H0 Z", near),
        tree(p, 604, 124, 0.85, "broad", "#2F5049"), tree(p, 462, 114, 0.46, "fir", "#2F5049"), tree(p, 494, 116, 0.34, "fir", "#2F5049"),
        lantern(p, 542, 138, 1.3),
        *[stone(p, x, y, r) for x, y, r in ((396, 138, 11), (428, 132, 9), (456, 136, 8))],
    ]  # fmt: skip
    return svg(parts, (0, 0, w, h))

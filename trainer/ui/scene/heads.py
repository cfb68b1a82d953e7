"""Heads: one template (pivot 800,270; skull x 726..874, y 112..284) that every partner's hair, beard and glasses sit on.

The face itself is painted live by `face.py`; what is drawn here does not move within the head.
"""

# ruff: noqa: E501 - path data reads better unbroken
from __future__ import annotations

from trainer.ui.scene.draw import circle, faint, oval, path, rect, stroke, svg
from trainer.ui.scene.hair import hair
from trainer.ui.scene.palette import ScenePalette, mix
from trainer.ui.scene.partners import PartnerLook

HEAD_BOX = (670.0, 24.0, 260.0, 336.0)
"""Part of the design space that a head fills: x, y, width, height."""

SKULL = "M726 170 Q726 112 800 112 Q874 112 874 170 L874 200 Q874 276 800 280 Q726 276 726 200 Z"


def head(p: ScenePalette, look: PartnerLook, outdoors: bool = False) -> str:
    """Skull, ears, hair, beard and, outdoors, the hat of those who wear one."""
    if look.featureless:
        return svg(_leaf_head(p, look), HEAD_BOX)
    skin, shade = p.skin_tone(look.skin), p.skin_tone(look.skin_shade)
    behind, front = hair(p, look)
    parts = list(behind)
    for x in (722, 878):
        parts += [oval(x, 198, 13, 18, shade, p.line if look.hair_kind in ("side_part", "bald_sides") else "")]
        parts += [oval(x, 199, 6, 10, mix(shade, "#7A3F2A", 0.18), faint(0.7))]
    bare = p.line if not behind or look.hair_kind in ("bald_sides", "curls") else ""
    parts.append(path(SKULL, skin, bare))
    parts.append(
        path("M742 246 Q768 274 800 275 Q832 274 858 246 Q838 268 800 268 Q762 268 742 246 Z", shade, faint(0.45))
    )
    parts += _age_lines(look, shade) + _beard(p, look) + front
    if outdoors and look.hat:
        parts += _knitted_hat(p, look)
    return svg(parts, HEAD_BOX)


def _leaf_head(p: ScenePalette, look: PartnerLook) -> list[str]:
    """No face: a plain oval with a leaf, calm and nobody's."""
    skin, leaf = p.skin_tone(look.skin), p.green
    return [
        oval(800, 192, 78, 92, skin, p.line),
        path("M742 234 Q768 280 800 282 Q832 280 858 234 Q838 266 800 266 Q762 266 742 234 Z",
             p.skin_tone(look.skin_shade), faint(0.5)),
        path("M772 218 Q766 168 822 150 Q838 208 786 226 Q776 228 772 218 Z", leaf, faint(0.85)),
        stroke("M768 238 Q784 204 816 164", mix(leaf, p.frame, 0.55), 3),
        stroke("M788 204 L786 186 M794 196 L812 192", mix(leaf, p.frame, 0.55), 2.2),
    ]  # fmt: skip


def _age_lines(look: PartnerLook, shade: str) -> list[str]:
    """Soft lines beside the eyes and the mouth of older partners."""
    if not look.lines:
        return []
    deeper = mix(shade, "#7A4A34", 0.22)
    lines = "M741 202 q-5 4 -8 9 M742 210 q-4 3 -5 7 M859 202 q5 4 8 9 M858 210 q4 3 5 7"
    smile = "" if look.beard == "full" else "M768 232 q-6 7 -4 15 M832 232 q6 7 4 15"
    return [stroke(f"{lines} {smile}", deeper, 2.2, faint(0.7)), stroke("M784 154 h32", deeper, 2, faint(0.35))]


def _beard(p: ScenePalette, look: PartnerLook) -> list[str]:
    if not look.beard:
        return []
    hair_colour = p.cloth(look.hair)
    if look.beard == "stubble":
        jaw = (
            "M727 204 Q730 262 768 284 Q800 296 832 284 Q870 262 873 204 Q866 232 842 234 Q822 224 800 226 "
            "Q778 224 758 234 Q734 232 727 204 Z"
        )
        return [path(jaw, hair_colour, faint(0.42)), oval(800, 248, 27, 13, p.skin_tone(look.skin))]
    full = (
        "M728 212 Q732 262 756 290 Q778 306 800 306 Q822 306 844 290 Q868 262 872 212 Q860 238 838 235 "
        "Q818 226 800 232 Q782 226 762 235 Q740 238 728 212 Z"
    )
    shade = mix(hair_colour, "#5A4A40", 0.25)
    return [
        path(full, hair_colour, p.line),
        oval(800, 250, 30, 13, p.skin_tone(look.skin)),
        path("M800 231 Q780 222 764 240 Q782 244 800 238 Q818 244 836 240 Q820 222 800 231 Z", hair_colour),
        stroke("M772 276 q8 12 16 16 M828 276 q-8 12 -16 16 M800 280 v18", shade, 2.4, faint(0.45)),
    ]


def _knitted_hat(p: ScenePalette, look: PartnerLook) -> list[str]:
    wool = p.cloth(look.hat)
    ribs = [
        stroke(
            f"M{x} {148 - abs(x - 800) * -0.06:.0f} l{(x - 800) * 0.03:.1f} 12",
            mix(wool, "#000000", 0.2),
            2.4,
            faint(0.5),
        )
        for x in range(738, 868, 18)
    ]
    return [
        circle(800, 60, 17, p.frame, p.line),
        path("M718 152 Q716 66 800 62 Q884 66 882 152 Q800 134 718 152 Z", wool, p.line),
        stroke("M744 122 Q752 86 784 76", mix(wool, p.frame, 0.35), 4, faint(0.6)),
        path(
            "M714 162 Q712 142 722 138 Q800 118 878 138 Q888 142 886 162 Q884 170 874 168 Q800 148 726 168 "
            "Q716 170 714 162 Z", mix(wool, p.frame, 0.28), p.line,
        ),
        *ribs,
    ]  # fmt: skip


def wears_something(look: PartnerLook, headset: bool) -> bool:
    """Whether anything lies over the painted face."""
    return bool(look.glasses) or headset


def over_face(p: ScenePalette, look: PartnerLook, headset: bool = False) -> str:
    """What lies over the painted face: glasses, a headset."""
    parts: list[str] = []
    rim = "#20282B" if p.dark else "#3B4341"
    if look.glasses == "square":
        parts += [_lens(x - 25, 180, 50, 38, 15, rim) for x in (768, 832)]
        parts.append(stroke("M793 194 Q800 189 807 194 M743 192 L728 188 M857 192 L872 188", rim, 4))
    elif look.glasses == "round":
        parts += [_lens(x - 25, 174, 50, 50, 25, rim) for x in (768, 832)]
        parts.append(stroke("M793 196 Q800 190 807 196 M743 194 L728 190 M857 194 L872 190", rim, 3.4))
    elif look.glasses == "half":
        rim = p.cloth("#8A5A44")
        parts += [path(f"M{x - 24} 206 h48 q2 22 -24 23 q-26 -1 -24 -23 z", "#FFFFFF", f'fill-opacity="0.10" stroke="{rim}" '
                       'stroke-width="3.4" stroke-linejoin="round"') for x in (768, 832)]  # fmt: skip
        parts.append(stroke("M792 208 Q800 202 808 208 M744 206 L728 196 M856 206 L872 196", rim, 3.4))
    if headset:
        dark = mix(p.metal, "#000000", 0.25)
        parts += [
            stroke("M716 196 Q708 74 800 70 Q892 74 884 196", dark, 9),
            rect(704, 176, 24, 46, dark, 11), rect(872, 176, 24, 46, dark, 11),
            stroke("M716 216 Q718 262 764 268", dark, 5), oval(770, 267, 11, 7, dark),
        ]  # fmt: skip
    return svg(parts, HEAD_BOX)


def _lens(x: float, y: float, w: float, h: float, r: float, rim: str) -> str:
    return rect(x, y, w, h, "#FFFFFF", r, f'fill-opacity="0.10" stroke="{rim}" stroke-width="3.8"')

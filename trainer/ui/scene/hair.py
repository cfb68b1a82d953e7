"""Hair of the one head template: what lies behind the skull, and what falls over the forehead."""

# ruff: noqa: E501 - path data reads better unbroken
from __future__ import annotations

import math
from collections.abc import Callable

from trainer.ui.scene.draw import circle, faint, oval, path, rect, stroke
from trainer.ui.scene.palette import ScenePalette, mix
from trainer.ui.scene.partners import PartnerLook

Pieces = tuple[list[str], list[str]]
"""(behind the skull, over the forehead)"""


def _tones(p: ScenePalette, look: PartnerLook) -> tuple[str, str, str]:
    base = p.cloth(look.hair)
    return base, mix(base, "#000000", 0.16), mix(base, p.frame, 0.2)


def _bun(p: ScenePalette, look: PartnerLook) -> Pieces:
    hair, shade, shine = _tones(p, look)
    behind = [
        circle(800, 80, 30, hair, p.line),
        stroke("M782 72 Q800 58 818 74", shine, 3, faint(0.5)),
        path("M716 196 Q706 90 800 84 Q894 90 884 196 Q886 250 862 262 L738 262 Q714 250 716 196 Z", hair, p.line),
        path("M776 100 Q800 92 824 100 Q800 108 776 100 Z", shade),
    ]
    front = [
        path("M722 182 Q722 104 800 102 Q878 104 878 182 Q868 150 840 138 Q816 152 770 150 Q738 152 722 182 Z", hair),
        stroke("M748 128 Q772 112 806 112", shine, 4, faint(0.5)),
    ]
    return behind, front


def _tousled(p: ScenePalette, look: PartnerLook) -> Pieces:
    hair, shade, shine = _tones(p, look)
    behind = [
        path("M716 206 Q700 96 762 82 Q800 60 842 80 Q902 96 884 206 Q876 216 868 206 L732 206 Q724 216 716 206 Z", hair,
             p.line),
        path("M760 84 Q772 62 792 66 Q808 54 826 68 Q850 66 858 88 Z", hair),
    ]  # fmt: skip
    front = [
        path(
            "M719 190 Q712 98 772 86 Q800 74 836 86 Q890 98 881 190 Q877 168 868 156 Q860 158 852 168 Q848 148 834 140 "
            "Q826 154 812 164 Q808 146 794 138 Q784 152 766 164 Q766 150 758 142 Q746 160 730 168 Q722 176 719 190 Z",
            hair,
        ),
        stroke("M750 116 Q772 98 800 98 M822 102 Q842 106 854 120", shine, 4, faint(0.5)),
        stroke("M794 138 Q790 122 796 112 M834 140 Q836 126 830 116", shade, 2.5, faint(0.6)),
    ]
    return behind, front


def _perm(p: ScenePalette, look: PartnerLook) -> Pieces:
    hair, shade, shine = _tones(p, look)
    ring = [(800 + 78 * math.cos(a), 172 - 76 * math.sin(a)) for a in (math.radians(d) for d in range(-14, 200, 21))]
    behind = [circle(x, y, 27, hair, p.line) for x, y in ring]
    behind.append(oval(800, 160, 84, 72, hair))
    fringe = ((738, 150, 19), (758, 130, 21), (786, 122, 21), (816, 122, 21), (844, 131, 21), (863, 151, 18))
    front = [circle(x, y, r, hair) for x, y, r in fringe]
    front += [path("M728 164 Q730 108 800 104 Q870 108 872 164 Q850 124 800 124 Q750 124 728 164 Z", hair)]
    for x, y in ((752, 112), (790, 100), (830, 104), (862, 128), (734, 140), (716, 176), (884, 176)):
        front.append(stroke(f"M{x - 9} {y + 5} q2 -13 13 -11 q8 4 3 11", shade, 2.6, faint(0.55)))
    front.append(stroke("M772 90 Q800 80 826 88", shine, 4, faint(0.5)))
    return behind, front


def _side_part(p: ScenePalette, look: PartnerLook) -> Pieces:
    hair, _, shine = _tones(p, look)
    outline = (
        "M716 192 Q704 92 800 86 Q896 92 884 192 Q878 176 872 160 Q862 132 820 136 Q770 146 742 138 Q730 160 726 192 Z"
    )
    front = [
        path(outline, hair, p.line),
        path("M742 138 Q760 106 812 108 Q780 124 742 138 Z", shine, faint(0.7)),
        path("M716 188 L726 188 L728 214 Q720 214 716 188 Z M884 188 L874 188 L872 214 Q880 214 884 188 Z", hair),
    ]
    return [], front


def _bob(p: ScenePalette, look: PartnerLook) -> Pieces:
    hair, shade, shine = _tones(p, look)
    behind = [
        path("M714 206 Q700 86 800 80 Q900 86 886 206 Q884 232 872 240 L728 252 Q714 240 714 206 Z", hair, p.line),
    ]
    front = [
        path(
            "M718 236 Q708 108 796 98 Q882 98 882 196 Q876 168 862 148 Q838 168 796 160 Q768 156 752 140 "
            "Q748 186 738 226 Q732 248 718 236 Z", hair,
        ),
        path("M882 190 Q886 216 876 226 Q868 214 869 176 Z", hair),
        stroke("M746 122 Q776 104 816 108", shine, 4, faint(0.55)),
        stroke("M770 152 Q812 160 856 144", shade, 2.5, faint(0.5)),
        circle(721, 219, 3.4, p.lamp),
    ]  # fmt: skip
    return behind, front


def _bald_sides(p: ScenePalette, look: PartnerLook) -> Pieces:
    hair, shade, _ = _tones(p, look)
    behind = [
        path("M730 232 Q706 214 712 176 Q714 152 730 146 L748 190 L742 232 Z", hair, p.line),
        path("M870 232 Q894 214 888 176 Q886 152 870 146 L852 190 L858 232 Z", hair, p.line),
    ]
    front = [
        path("M724 178 Q724 150 740 138 Q746 150 740 168 Q736 186 738 204 Q724 202 724 178 Z", hair),
        path("M876 178 Q876 150 860 138 Q854 150 860 168 Q864 186 862 204 Q876 202 876 178 Z", hair),
        oval(778, 130, 20, 7, "#FFFFFF", faint(0.16), -14),
    ]
    return behind, front


def _long_band(p: ScenePalette, look: PartnerLook) -> Pieces:
    hair, shade, shine = _tones(p, look)
    band = p.cloth(look.accent)
    behind = [
        path(
            "M712 190 Q698 84 800 78 Q902 84 888 190 Q888 226 900 250 Q914 284 902 318 Q894 336 870 334 Q840 330 832 290 "
            "L832 250 L768 250 L768 290 Q760 330 730 334 Q706 336 698 318 Q686 284 700 250 Q712 226 712 190 Z", hair, p.line,
        ),
        stroke("M716 236 Q702 272 714 306 M884 236 Q898 272 886 306", shade, 3, faint(0.55)),
    ]  # fmt: skip
    front = [
        path("M721 206 Q710 104 800 98 Q890 104 879 206 Q876 166 850 140 Q824 150 800 126 Q776 150 750 140 "
             "Q724 166 721 206 Z", hair),
        path("M718 158 Q728 96 800 92 Q872 96 882 158 Q878 146 872 138 Q850 112 800 110 Q750 112 728 138 "
             "Q722 146 718 158 Z", band, p.line),
        stroke("M742 122 Q768 104 800 102 Q832 104 858 122", mix(band, p.frame, 0.4), 2.4, faint(0.8)),
        path("M874 124 q22 -18 30 -4 q4 14 -22 18 z M872 134 q18 6 20 26 q-16 4 -26 -16 z", band),
        stroke("M758 140 Q744 148 736 166", shine, 3, faint(0.4)),
    ]  # fmt: skip
    return behind, front


def _curtain(p: ScenePalette, look: PartnerLook) -> Pieces:
    hair, shade, shine = _tones(p, look)
    behind = [path("M716 210 Q698 84 800 80 Q902 84 884 210 Q800 226 716 210 Z", hair, p.line)]
    front = [
        path(
            "M718 206 Q706 96 800 90 Q894 96 882 206 Q880 184 872 166 Q838 160 806 124 Q786 162 730 170 "
            "Q720 186 718 206 Z", hair,
        ),
        stroke("M806 124 Q800 108 804 96", shade, 3, faint(0.6)),
        stroke("M744 130 Q762 108 790 104 M832 112 Q852 122 860 138", shine, 4, faint(0.45)),
    ]  # fmt: skip
    return behind, front


def _curls(p: ScenePalette, look: PartnerLook) -> Pieces:
    hair, _, shine = _tones(p, look)
    crown = [(800 + 74 * math.cos(a), 142 - 58 * math.sin(a)) for a in (math.radians(d) for d in range(0, 181, 20))]
    behind = [circle(x, y, 21, hair, p.line) for x, y in crown]
    behind.append(oval(800, 134, 80, 56, hair))
    behind.append(path("M718 204 Q712 150 730 130 L744 200 Z M882 204 Q888 150 870 130 L856 200 Z", hair))
    brow = (
        (740, 146, 13),
        (758, 136, 13),
        (778, 131, 14),
        (800, 129, 14),
        (822, 131, 14),
        (842, 136, 13),
        (860, 146, 13),
    )
    front = [path("M730 150 Q734 100 800 96 Q866 100 870 150 Q846 128 800 126 Q754 128 730 150 Z", hair)]
    front += [circle(x, y, r, hair) for x, y, r in brow]
    temples = (
        "M724 190 Q720 158 732 138 L748 130 Q736 156 734 188 Z M876 190 Q880 158 868 138 L852 130 Q864 156 866 188 Z"
    )
    front.append(path(temples, hair))
    for x, y in ((760, 104), (790, 92), (822, 94), (848, 112), (742, 122), (806, 112), (774, 118), (836, 126)):
        front.append(stroke(f"M{x - 7} {y + 3} q1 -9 9 -8 q6 3 1 8", shine, 2.2, faint(0.4)))
    return behind, front


def _shoulder(p: ScenePalette, look: PartnerLook) -> Pieces:
    hair, shade, shine = _tones(p, look)
    behind = [
        path(
            "M713 190 Q700 86 800 80 Q900 86 887 190 Q888 244 882 286 Q878 302 860 298 Q840 292 832 272 L832 250 L768 250 "
            "L768 272 Q764 292 740 298 Q722 302 718 286 Q712 244 713 190 Z", hair, p.line,
        ),
    ]  # fmt: skip
    front = [
        path("M720 204 Q712 104 792 98 Q888 98 880 204 Q876 166 852 146 Q808 146 776 116 Q764 150 736 166 "
             "Q724 182 720 204 Z", hair),
        stroke("M776 116 Q774 106 780 98", shade, 3, faint(0.7)),
        stroke("M800 114 Q834 120 858 142", shine, 4, faint(0.4)),
    ]  # fmt: skip
    return behind, front


def _fringe(p: ScenePalette, look: PartnerLook) -> Pieces:
    hair, shade, shine = _tones(p, look)
    behind = [
        path(
            "M713 190 Q700 84 800 78 Q900 84 887 190 Q892 260 896 326 Q880 346 850 338 L832 292 L832 250 L768 250 L768 292 L750 338 "
            "Q720 346 704 326 Q708 260 713 190 Z", hair, p.line,
        ),
        stroke("M716 240 L714 322 M728 250 L728 330 M884 240 L886 322 M872 250 L872 330", shade, 2.4, faint(0.5)),
    ]  # fmt: skip
    front = [
        path("M719 214 Q708 102 800 96 Q892 102 881 214 Q876 190 872 164 Q848 156 838 160 L832 154 Q800 162 768 154 "
             "L762 160 Q744 158 728 164 Q724 190 719 214 Z", hair),
        stroke("M744 128 Q800 104 856 128", shine, 5, faint(0.35)),
        rect(850, 134, 26, 7, p.cloth(look.accent), 3, 'transform="rotate(24 863 137)"'),
        rect(848, 146, 22, 6, mix(p.cloth(look.accent), p.frame, 0.5), 3, 'transform="rotate(24 859 149)"'),
    ]  # fmt: skip
    return behind, front


def _none(_p: ScenePalette, _look: PartnerLook) -> Pieces:
    return [], []


_KINDS: dict[str, Callable[[ScenePalette, PartnerLook], Pieces]] = {
    "bun": _bun, "tousled": _tousled, "perm": _perm, "side_part": _side_part, "bob": _bob, "bald_sides": _bald_sides,
    "long_band": _long_band, "curtain": _curtain, "curls": _curls, "shoulder": _shoulder, "fringe": _fringe,
    "none": _none,
}  # fmt: skip


def hair(p: ScenePalette, look: PartnerLook) -> Pieces:
    """The partner's hair as (behind the skull, over the forehead)."""
    return _KINDS[look.hair_kind](p, look)

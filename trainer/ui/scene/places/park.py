"""The park: a path, a pond, a bench under a big tree, and a small dog on a leash."""

# ruff: noqa: E501 - path data reads better unbroken
from __future__ import annotations

from trainer.ui.scene.bodies import Dress
from trainer.ui.scene.draw import at, circle, faint, oval, path, rect, stroke, svg
from trainer.ui.scene.nature import cloud, flower, grass, sky, sun_or_moon, tree
from trainer.ui.scene.palette import ScenePalette, mix
from trainer.ui.scene.places.kind import Place

_FRONT_BOX = (0.0, 300.0, 1600.0, 340.0)

_TREES = ((470, 0.9, "round"), (545, 0.75, "broad"), (1080, 0.85, "round"), (1160, 0.9, "fir"), (1420, 1.0, "broad"),
          (1520, 1.1, "round"), (60, 1.2, "round"), (985, 0.7, "fir"))  # fmt: skip


def _back(p: ScenePalette) -> str:
    far = mix(p.hill, p.sky_low, 0.5)
    parts = [sky(p, 0, -40, 1600, 500), sun_or_moon(p, 520, 130, 38)]
    parts += [cloud(p, 200, 90, 1.2), cloud(p, 1010, 70, 0.9), cloud(p, 1460, 190, 1.0)]
    parts.append(path("M-60 300 Q180 200 420 270 T900 240 T1400 250 T1700 240 L1700 460 L-60 460 Z", far))
    for x, s, kind in _TREES:
        parts.append(tree(p, x, 352, s, kind, mix(p.hill2, p.hill, 0.5)))
    parts.append(path("M-60 350 Q300 318 700 344 T1700 336 L1700 640 L-60 640 Z", p.hill))
    parts.append(
        path("M1030 384 Q1180 352 1420 368 Q1560 380 1480 408 Q1320 438 1130 424 Q990 408 1030 384 Z", p.water)
    )
    parts += [
        stroke(f"M{x} {y} h{w}", p.frame, 3, faint(0.6))
        for x, y, w in ((1120, 386, 60), (1290, 400, 80), (1372, 384, 50))
    ]
    parts += [_duck(p, 1262, 382), _duck(p, 1190, 400)]
    parts.append(
        path("M770 352 Q830 352 850 354 Q910 420 1240 640 L300 640 Q690 430 770 352 Z", mix(p.wall2, p.wall, 0.4))
    )
    parts += _big_tree(p)
    if p.lamps:
        parts.append(_park_lamp(p, 640, 352))
    return svg(parts)


def _duck(p: ScenePalette, x: float, y: float) -> str:
    return "".join(
        [
            oval(x, y, 13, 6.5, p.frame),
            circle(x + 10, y - 8, 5.5, p.frame),
            path(f"M{x + 15} {y - 8} l7 2 l-7 2 z", p.honey),
        ]
    )


def _park_lamp(p: ScenePalette, x: float, y: float) -> str:
    from_sky = mix(p.metal, "#000000", 0.2)
    return "".join([circle(x, y - 128, 60, "url(#sunglow)", faint(0.9)), rect(x - 3, y - 118, 6, 118, from_sky, 3),
                    circle(x, y - 128, 14, p.lamp, p.thin)])  # fmt: skip


def _big_tree(p: ScenePalette) -> list[str]:
    crown = ((150, 120, 100, p.hill2), (300, 120, 96, mix(p.hill2, p.leaf_shade, 0.45)), (228, 66, 110, p.hill2),
             (190, 60, 62, mix(p.hill2, p.glow, 0.25)), (330, 70, 60, mix(p.hill2, p.glow, 0.12)))  # fmt: skip
    return [
        path("M196 470 Q214 330 204 190 L256 190 Q250 330 272 470 Z", p.wood_dark),
        stroke("M232 250 Q280 210 312 190", p.wood_dark, 14),
        *[circle(x, y, r, colour) for x, y, r, colour in crown],
    ]


def _front(p: ScenePalette) -> str:
    leash = stroke("M1076 462 Q1030 532 950 482 Q916 462 900 446", p.coral, 5)
    return svg([*_foreground(p), at(62, 0, _dog(p)), leash], _FRONT_BOX)


def _front_alone(p: ScenePalette) -> str:
    """Nobody near: no dog either."""
    return svg(_foreground(p), _FRONT_BOX)


def _foreground(p: ScenePalette) -> list[str]:
    parts = [
        path("M-60 470 Q140 440 330 470 Q420 490 380 640 L-60 640 Z", p.hill2),
        path("M1180 640 Q1150 500 1320 470 Q1500 446 1660 470 L1660 640 Z", p.hill2),
        *_bench(p),
        grass(p, ((-20, 330), (1260, 1620)), 520, 600, 60),
    ]
    for x, y, c in ((60, 560, p.coral), (116, 584, p.lilac), (210, 580, p.honey), (1330, 548, p.honey), (1400, 580, p.coral),
                    (1500, 552, p.lilac), (1450, 520, p.honey)):  # fmt: skip
        parts.append(flower(p, x, y, c))
    return parts


def _bench(p: ScenePalette) -> list[str]:
    parts = [oval(300, 556, 250, 20, "#000000", faint(0.12))]
    for x in (120, 470):
        parts += [
            rect(x, 430, 14, 124, p.metal, 4),
            stroke(f"M{x + 7} 470 V360", p.metal, 12),
            rect(x - 20, 546, 54, 10, p.metal, 5),
        ]
    for y in (362, 392):
        parts += [rect(92, y, 420, 22, p.wood_light, 8, p.thin), rect(92, y + 16, 420, 6, p.wood_dark, 3, faint(0.5))]
    parts += [
        path("M84 446 L520 446 L536 470 L68 470 Z", p.wood_light, p.line), path("M68 470 L536 470 L536 482 L68 482 Z", p.wood_dark),
        stroke("M78 458 L528 458", p.wood_dark, 2.5, faint(0.5)),
        path("M392 446 Q388 396 404 388 L456 388 Q472 396 468 446 Z", p.blue, p.thin),
        stroke("M412 388 Q412 366 430 366 Q448 366 448 388", p.blue, 7), rect(402, 412, 56, 26, "#000000", 7, faint(0.12)),
        rect(352, 408, 20, 38, p.frame, 6), rect(356, 400, 12, 10, p.green, 3),
    ]  # fmt: skip
    return parts


def _dog(p: ScenePalette) -> list[str]:
    """A shiba sitting, drawn around x 1000."""
    fur, light, nose = mix(p.honey, p.coral, 0.35), p.cloth("#FBF6EA"), "#3A2A22"
    ears = "M946 370 L952 312 Q958 306 980 344 Z M1052 370 L1046 312 Q1040 306 1018 344 Z"
    inner = "M955 356 L959 328 L972 348 Z M1043 356 L1039 328 L1026 348 Z"
    parts = [
        oval(1010, 566, 92, 14, "#000000", faint(0.14)),
        path("M1082 520 Q1132 500 1118 452 Q1106 430 1088 446 Q1078 460 1094 470 Q1100 484 1074 496 Z", fur, p.line),
        stroke("M1100 458 Q1108 464 1103 476", light, 6),
        path("M952 562 Q944 470 972 438 Q1010 414 1046 440 Q1100 500 1092 562 Z", fur, p.line),
        path("M970 562 Q962 486 986 450 Q1006 440 1024 452 Q1040 500 1030 562 Z", light),
        rect(964, 520, 26, 44, fur, 12), rect(1014, 520, 26, 44, fur, 12), oval(976, 562, 18, 9, light), oval(1028, 562, 18, 9, light),
        oval(1078, 558, 26, 12, fur), path(ears, fur, p.line), path(inner, p.coral, faint(0.6)),
        path("M938 392 Q936 340 999 336 Q1062 340 1060 392 Q1058 440 999 446 Q940 440 938 392 Z", fur, p.line),
        path("M946 408 Q964 396 982 404 Q999 380 1016 404 Q1034 396 1052 408 Q1048 440 999 444 Q950 440 946 408 Z", light),
    ]  # fmt: skip
    for x in (974, 1024):
        parts += [circle(x, 384, 6.5, nose), circle(x + 2, 381.6, 2, "#FFFFFF"), oval(x, 362, 8, 5, light)]
    parts += [
        oval(999, 405, 10, 7, nose), stroke("M999 412 V420 M999 420 Q988 430 980 422 M999 420 Q1010 430 1018 422", nose, 3),
        path("M990 426 Q999 446 1008 426 Z", p.cloth("#D98A7E")),
        path("M956 440 Q999 462 1042 440 L1044 452 Q999 474 954 452 Z", p.coral), circle(999, 462, 7, p.lamp),
    ]  # fmt: skip
    return parts


PARK = Place(
    "park", "The park", "公園", _back, _front, _FRONT_BOX, Dress("coat"), pose="leash", outdoors=True, empty_front=_front_alone
)  # fmt: skip

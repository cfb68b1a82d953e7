"""Bodies and arms: two poses (leaning on a counter, standing) and the clothes a place asks for.

Arms are a layer of their own: at a counter they lie on it, so they are drawn after it.
"""

# ruff: noqa: E501 - path data reads better unbroken
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from trainer.ui.scene.draw import circle, faint, group, oval, path, rect, stroke, svg
from trainer.ui.scene.palette import ScenePalette, mix
from trainer.ui.scene.partners import PartnerLook

Pose = Literal["counter", "standing", "leash"]
Outfit = Literal["apron", "suit", "coat", "cardigan", "knit", "scrubs", "uniform"]

BODY_BOX = (560.0, 236.0, 480.0, 404.0)
ARMS_BOX = (560.0, 280.0, 480.0, 340.0)

_SEATED = "M640 640 L638 470 Q628 332 712 300 Q756 286 800 286 Q844 286 888 300 Q972 332 962 470 L960 640 Z"
_STANDING = (
    "M654 640 Q660 560 656 500 Q626 420 640 372 Q654 322 708 302 Q756 286 800 286 Q844 286 892 302 "
    "Q946 322 960 372 Q974 420 944 500 Q940 560 946 640 Z"
)
_NECK = "M766 246 L766 302 Q800 332 834 302 L834 246 Z"


@dataclass(frozen=True, slots=True)
class Dress:
    """What is worn in one place: the outfit and the colour the place gives to it (an apron, a uniform)."""

    outfit: Outfit
    colour: str = "#3E7B72"


@dataclass(frozen=True, slots=True)
class _Cloth:
    """Colours of one dressed body: the main garment, its shade, and what the sleeves show."""

    main: str
    shade: str
    sleeve: str
    sleeve_shade: str
    bare_arms: bool


def body(p: ScenePalette, look: PartnerLook, dress: Dress, pose: Pose) -> str:
    """Trunk, neck and clothes."""
    cloth = _cloth(p, look, dress)
    trunk = _SEATED if pose == "counter" else _STANDING
    parts = [path(trunk, cloth.sleeve, p.line)]
    parts += _DETAILS[dress.outfit](p, look, dress, cloth)
    return svg([_built(look, parts)], BODY_BOX)


def arms(p: ScenePalette, look: PartnerLook, dress: Dress, pose: Pose) -> str:
    """Arms and hands in the pose."""
    cloth = _cloth(p, look, dress)
    draw = {"counter": _arms_on_counter, "standing": _arms_folded, "leash": _arms_with_leash}[pose]
    return svg([_built(look, draw(p, look, cloth))], ARMS_BOX)


def _built(look: PartnerLook, parts: list[str]) -> str:
    b = look.build
    return group(parts, f"translate({800 * (1 - b):g} 0) scale({b:g} 1)")


def _cloth(p: ScenePalette, look: PartnerLook, dress: Dress) -> _Cloth:
    dark = "#26323A"
    if dress.outfit == "apron":
        shirt = p.cloth(look.shirt)
        return _Cloth(
            p.cloth(dress.colour), mix(p.cloth(dress.colour), dark, 0.25), shirt, mix(shirt, "#B59A78", 0.3), True
        )
    if dress.outfit == "suit":
        shirt = p.cloth(mix(look.shirt, "#A9BDC7", 0.5 if look.tie else 0.15))
        jacket = p.cloth(look.jacket)
        sleeve = shirt if look.tie else jacket
        return _Cloth(jacket, mix(jacket, dark, 0.28), sleeve, mix(sleeve, dark, 0.2), look.tie)
    colour = {"coat": look.coat, "cardigan": look.knit, "knit": look.knit}.get(dress.outfit, dress.colour)
    main = p.cloth(colour)
    shade = mix(main, dark, 0.24)
    return _Cloth(main, shade, main, shade, dress.outfit == "scrubs")


# --- clothes ---------------------------------------------------------------------------------------------------


def _neck(p: ScenePalette, look: PartnerLook) -> str:
    return path(_NECK, p.skin_tone(look.skin_shade))


def _apron(p: ScenePalette, look: PartnerLook, _dress: Dress, c: _Cloth) -> list[str]:
    shirt = c.sleeve
    return [
        path("M700 640 Q704 400 690 366 Q722 400 724 640 Z M900 640 Q896 400 910 366 Q878 400 876 640 Z", c.sleeve_shade,
             faint(0.8)),
        _neck(p, look),
        path("M758 290 Q800 336 842 290 L858 304 Q834 346 800 350 Q766 346 742 304 Z", shirt, p.thin or
             f'stroke="{c.sleeve_shade}" stroke-width="2"'),
        path("M714 640 L722 372 Q726 352 748 350 L852 350 Q874 352 878 372 L886 640 Z", c.main, p.line),
        path("M736 354 L728 300 L742 294 L754 352 Z M864 354 L872 300 L858 294 L846 352 Z", c.shade),
        path("M762 404 L838 404 L832 446 Q830 452 822 452 L778 452 Q770 452 768 446 Z", c.shade),
        path("M846 372 q10 -12 20 0 q-2 12 -10 18 q-8 -6 -10 -18 z", p.lamp),
    ]  # fmt: skip


def _suit(p: ScenePalette, look: PartnerLook, _dress: Dress, c: _Cloth) -> list[str]:
    shirt = p.cloth(look.shirt)
    collar = mix(shirt, p.frame, 0.4)
    parts = [_neck(p, look)]
    if look.tie:
        parts += [
            path("M690 640 L704 312 Q730 300 756 294 Q778 340 800 420 Q822 340 844 294 Q870 300 896 312 L910 640 Z", c.main,
                 p.thin),
            path("M756 294 Q778 340 800 420 L788 446 Q752 362 738 300 Z M844 294 Q822 340 800 420 L812 446 Q848 362 862 300 Z",
                 c.shade),
        ]  # fmt: skip
        tie = [
            path(
                "M792 334 L808 334 L814 400 L800 420 L786 400 Z M790 326 L810 326 L807 338 L793 338 Z",
                p.cloth(look.accent),
            )
        ]
    else:
        parts += [
            path("M754 292 Q776 372 800 430 Q824 372 846 292 L834 300 Q800 334 766 300 Z", shirt),
            path("M752 290 Q728 298 720 316 L744 346 L732 356 L800 470 Q778 360 752 290 Z M848 290 Q872 298 880 316 "
                 "L856 346 L868 356 L800 470 Q822 360 848 290 Z", c.shade),
            stroke("M800 470 V640", c.shade, 3), circle(810, 500, 5, c.shade), circle(810, 550, 5, c.shade),
        ]  # fmt: skip
        tie = []
    parts += [
        path("M752 290 L800 330 L774 354 L743 304 Z M848 290 L800 330 L826 354 L857 304 Z", collar, p.thin),
        *tie,
        rect(846, 376, 44, 24, p.frame, 5), rect(852, 383, 30, 3, p.metal, 1), rect(852, 390, 20, 3, p.metal, 1),
    ]  # fmt: skip
    return parts


def _coat(p: ScenePalette, look: PartnerLook, _dress: Dress, c: _Cloth) -> list[str]:
    scarf = p.cloth(look.accent)
    fold = mix(scarf, "#6B4A30", 0.3)
    return [
        path("M704 640 Q712 420 694 366 Q724 410 726 640 Z M896 640 Q888 420 906 366 Q876 410 874 640 Z", c.shade),
        _neck(p, look),
        stroke("M800 356 V640", c.shade, 4),
        *[circle(813, y, 5.5, p.frame) for y in (392, 440, 488, 536)],
        path(
            "M700 470 q32 -10 60 0 l-4 58 q-26 8 -52 0 z M840 470 q28 -10 60 0 l-4 58 q-26 8 -52 0 z",
            c.shade,
            faint(0.7),
        ),
        path("M742 284 Q800 336 858 284 Q878 304 867 328 Q800 374 733 328 Q722 304 742 284 Z", scarf, p.line),
        path("M758 332 Q782 348 794 352 L788 436 Q770 442 750 434 Z", scarf, p.thin),
        stroke("M752 418 L790 420 M754 404 L791 406", fold, 4),
        stroke("M748 312 Q800 346 852 312", fold, 3, faint(0.7)),
    ]


def _cardigan(p: ScenePalette, look: PartnerLook, _dress: Dress, c: _Cloth) -> list[str]:
    shirt = p.cloth(look.shirt)
    edge = mix(c.main, p.frame, 0.28)
    return [
        path("M704 640 Q708 420 692 366 Q724 410 726 640 Z M896 640 Q892 420 908 366 Q876 410 874 640 Z", c.shade, faint(0.7)),
        path("M752 292 Q760 420 772 640 L828 640 Q840 420 848 292 Q800 336 752 292 Z", shirt),
        _neck(p, look),
        path("M757 290 Q800 338 843 290 L854 302 Q830 342 800 346 Q770 342 746 302 Z", mix(shirt, p.frame, 0.3),
             p.thin or f'stroke="{mix(shirt, "#B59A78", 0.35)}" stroke-width="2"'),
        stroke("M750 298 Q758 420 776 640", edge, 11), stroke("M850 298 Q842 420 824 640", edge, 11),
        *[circle(841 - i * 3, y, 4.6, p.wood) for i, y in enumerate((396, 446, 496, 546))],
        path("M866 386 q8 -9 16 0 q-2 9 -8 14 q-6 -5 -8 -14 z", p.cloth(look.accent)),
    ]  # fmt: skip


def _knit(p: ScenePalette, look: PartnerLook, _dress: Dress, c: _Cloth) -> list[str]:
    rib = mix(c.main, "#000000", 0.12)
    pattern = mix(c.main, p.frame, 0.42)
    return [
        path("M704 640 Q708 430 692 372 Q724 416 726 640 Z M896 640 Q892 430 908 372 Q876 416 874 640 Z", c.shade, faint(0.7)),
        _neck(p, look),
        path("M754 284 Q800 344 846 284 L860 300 Q838 356 800 360 Q762 356 740 300 Z", rib, p.thin),
        *[stroke(f"M{x} 404 l8 10 l8 -10 l8 10 l8 -10", pattern, 3.4) for x in range(688, 908, 32)],
        stroke("M688 424 H912", pattern, 3, faint(0.7)), stroke("M688 392 H912", pattern, 3, faint(0.7)),
    ]  # fmt: skip


def _scrubs(p: ScenePalette, look: PartnerLook, _dress: Dress, c: _Cloth) -> list[str]:
    return [
        path("M704 640 Q708 430 692 372 Q722 416 724 640 Z M896 640 Q892 430 908 372 Q878 416 876 640 Z", c.shade, faint(0.6)),
        path("M760 288 L800 372 L840 288 L834 300 Q800 334 766 300 Z", p.skin_tone(look.skin)),
        _neck(p, look),
        path("M758 288 L800 380 L842 288 L858 300 L806 410 L794 410 L742 300 Z", mix(c.main, p.frame, 0.55), p.thin),
        stroke("M764 300 Q770 372 786 424 M836 300 Q830 372 806 424", p.green, 4),
        rect(776, 424, 42, 30, p.frame, 5, p.thin), circle(788, 436, 6, p.blue), rect(798, 432, 14, 3, p.metal, 1),
        rect(798, 440, 14, 3, p.metal, 1),
        path("M846 462 h46 l-3 40 h-40 z", c.shade, faint(0.5)), rect(862, 452, 5, 24, p.frame, 2), rect(872, 455, 5, 20, p.coral, 2),
    ]  # fmt: skip


def _uniform(p: ScenePalette, look: PartnerLook, _dress: Dress, c: _Cloth) -> list[str]:
    shirt = p.cloth("#F3EEE0")
    return [
        path("M704 640 Q708 430 692 372 Q722 416 724 640 Z M896 640 Q892 430 908 372 Q878 416 876 640 Z", c.shade, faint(0.7)),
        _neck(p, look),
        path("M754 292 Q776 360 800 400 Q824 360 846 292 L834 300 Q800 334 766 300 Z", shirt),
        path("M752 290 L800 330 L776 352 L743 304 Z M848 290 L800 330 L824 352 L857 304 Z", mix(shirt, p.frame, 0.4), p.thin),
        path("M792 334 L808 334 L812 384 L800 402 L788 384 Z", p.cloth("#7A4B42")),
        path("M743 302 L728 312 L746 350 L736 360 L800 452 L800 402 Q766 352 743 302 Z M857 302 L872 312 L854 350 L864 360 "
             "L800 452 L800 402 Q834 352 857 302 Z", c.shade),
        stroke("M800 452 V640", c.shade, 4), *[circle(811, y, 5, p.lamp) for y in (480, 528, 576)],
        path("M846 396 h46 v8 h-46 z", c.shade), rect(852, 384, 34, 12, p.lamp, 4),
        path("M668 340 l44 -22 l6 12 l-46 24 z M932 340 l-44 -22 l-6 12 l46 24 z", p.lamp, faint(0.75)),
    ]  # fmt: skip


_DETAILS: dict[Outfit, Callable[[ScenePalette, PartnerLook, Dress, _Cloth], list[str]]] = {
    "apron": _apron, "suit": _suit, "coat": _coat, "cardigan": _cardigan, "knit": _knit, "scrubs": _scrubs,
    "uniform": _uniform,
}  # fmt: skip


# --- arms ------------------------------------------------------------------------------------------------------


def _arms_on_counter(p: ScenePalette, look: PartnerLook, c: _Cloth) -> list[str]:
    skin, shade = p.skin_tone(look.skin), p.skin_tone(look.skin_shade)
    far, near = (shade, skin) if c.bare_arms else (c.sleeve_shade, c.sleeve)
    parts = [
        path("M706 418 Q746 410 800 428 Q820 436 816 446 Q812 454 796 453 L700 454 Z", far, p.line),
        path("M894 418 Q854 410 796 426 Q776 433 780 444 Q784 453 800 453 L900 454 Z", near, p.line),
    ]
    if c.bare_arms:
        parts.append(stroke("M796 426 Q782 430 776 438 M790 434 Q780 440 778 446", shade, 2.5))
    else:
        parts += [
            path("M838 420 Q812 420 790 430 Q776 436 780 446 Q786 454 802 453 L838 453 Z", skin),
            stroke("M792 432 Q782 437 780 445", shade, 2.5),
            path("M850 418 Q842 434 848 453 L832 453 Q828 434 836 420 Z", mix(c.sleeve, p.frame, 0.22)),
        ]
    parts += [
        path("M634 458 Q622 398 656 372 Q696 380 714 414 Q718 438 708 457 Q670 465 634 458 Z", c.sleeve, p.line),
        path("M966 458 Q978 398 944 372 Q904 380 886 414 Q882 438 892 457 Q930 465 966 458 Z", c.sleeve, p.line),
        path("M700 408 Q718 412 720 430 Q720 446 708 458 Q700 457 696 455 Q706 434 700 408 Z", c.sleeve_shade),
        path("M900 408 Q882 412 880 430 Q880 446 892 458 Q900 457 904 455 Q894 434 900 408 Z", c.sleeve_shade),
    ]
    return parts


def _arms_folded(p: ScenePalette, look: PartnerLook, c: _Cloth) -> list[str]:
    """Hands laid together in front: calm and polite, and they hold nothing."""
    skin, shade = p.skin_tone(look.skin), p.skin_tone(look.skin_shade)
    left = "M700 316 Q640 330 624 420 Q612 500 634 530 Q668 560 752 562 L764 520 Q706 512 690 486 Q688 440 712 384 Z"
    right = "M900 316 Q960 330 976 420 Q988 500 966 530 Q932 560 848 562 L836 520 Q894 512 910 486 Q912 440 888 384 Z"
    up = "translate(0 21.84) scale(1 0.93)"  # hands stay above the crop of wide windows
    return [
        group(
            [
                path(left, c.sleeve, p.line),
                path(right, c.sleeve, p.line),
                path(
                    "M690 486 Q688 440 712 384 Q700 440 706 492 Q722 512 764 520 L762 528 Q704 520 690 486 Z",
                    c.sleeve_shade,
                ),
                path(
                    "M910 486 Q912 440 888 384 Q900 440 894 492 Q878 512 836 520 L838 528 Q896 520 910 486 Z",
                    c.sleeve_shade,
                ),
                path("M746 520 Q786 514 816 532 Q828 542 822 554 Q812 570 780 570 Q758 570 744 564 Z", shade, p.line),
                path("M854 520 Q814 514 786 530 Q772 540 778 554 Q788 568 820 570 Q842 570 856 564 Z", skin, p.line),
                stroke("M790 536 Q782 544 784 554 M802 532 Q792 540 792 550", shade, 2.6),
                path("M738 516 L758 518 L756 568 L734 564 Z", mix(c.sleeve, p.frame, 0.18)),
                path("M862 516 L842 518 L844 568 L866 564 Z", mix(c.sleeve, p.frame, 0.18)),
            ],
            up,
        )
    ]


def _arms_with_leash(p: ScenePalette, look: PartnerLook, c: _Cloth) -> list[str]:
    """One arm at rest, the other hand holding a dog's leash at (900, 444)."""
    skin, shade = p.skin_tone(look.skin), p.skin_tone(look.skin_shade)
    return [
        oval(640, 530, 22, 27, skin, p.line),
        path("M700 312 Q616 340 614 500 Q638 522 670 510 Q672 440 708 384 Z", c.sleeve, p.line),
        path("M614 494 Q638 518 670 504 L668 522 Q640 538 614 516 Z", c.sleeve_shade),
        path("M900 312 Q1004 344 968 470 Q930 472 906 452 Q912 420 892 384 Z", c.sleeve, p.line),
        path("M968 462 Q932 470 904 446 L896 462 Q930 492 966 480 Z", c.sleeve_shade),
        path("M912 440 Q884 424 874 436 Q868 452 886 464 Q900 472 908 466 Z", skin, p.line),
        stroke("M884 430 Q876 444 888 456", shade, 3),
    ]

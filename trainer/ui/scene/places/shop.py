"""The corner shop: a counter with bread, a till and a window on hills."""

from __future__ import annotations

from trainer.ui.scene.bodies import Dress
from trainer.ui.scene.draw import circle, faint, oval, path, rect, svg
from trainer.ui.scene.palette import ScenePalette
from trainer.ui.scene.places.kind import Place
from trainer.ui.scene.things import (
    basket,
    counter,
    hanging_lamp,
    jar,
    loaf,
    pot_plant,
    shelf,
    shelf_of_jars,
    till,
    wall,
    window,
)

_FRONT_BOX = (0.0, 300.0, 1600.0, 340.0)


def _back(p: ScenePalette) -> str:
    parts = [wall(p), window(p, 96, 40, 340, 270)]
    parts += [_sill_plant(p, 150, p.blue), _sill_plant(p, 372, p.coral)]
    parts.append(path("M590 440 L590 160 Q590 26 800 26 Q1010 26 1010 160 L1010 440 Z", p.wall2, p.thin))
    parts += [rect(x, 160, 8, 420, p.shelf_dark, 2, faint(0.55)) for x in (1092, 1540)]
    for y, kinds, shift in ((150, (0, 1, 3, 0, 2, 4, 1, 0, 3, 2), 0), (268, (4, 2, 0, 1, 0, 3, 2, 4, 0, 1), 1),
                            (386, (1, 3, 0, 4, 2, 0, 1, 3, 2, 0), 3)):  # fmt: skip
        parts.append(shelf_of_jars(p, 1070, y, 500, kinds, shift))
    parts += [jar(p, 474, 196, p.sage, 0), jar(p, 516, 196, p.honey, 2), shelf(p, 462, 196, 104)]
    parts += [jar(p, 468, 316, p.lilac, 3), jar(p, 527, 316, p.blue, 0), shelf(p, 462, 316, 104)]
    parts += [hanging_lamp(p, 640, 68), hanging_lamp(p, 960, 68)]
    return svg(parts)


def _sill_plant(p: ScenePalette, x: float, pot: str) -> str:
    leaves = [oval(x + dx, 302 + dy + 8, 8, 24, p.green, faint(0.85), turn) for dx, dy, turn in
              ((-12, -52, -22), (0, -64, 0), (12, -54, 20))]  # fmt: skip
    return "".join(leaves) + path(f"M{x - 16} 306 l-5 -28 h42 l-5 28 z", pot)


def _front(p: ScenePalette) -> str:
    parts = [counter(p), till(p, 1040, 440)]
    parts += [loaf(p, x, 392, turn) for x, turn in ((470, -16), (512, -4), (556, 10), (596, 20))]
    parts.append(basket(p, 430, 446))
    parts += [path("M676 440 Q676 414 700 414 Q724 414 724 440 Z", p.lamp), circle(700, 411, 5, p.wood_dark)]
    parts += [rect(670, 438, 60, 6, p.wood_dark, 3), pot_plant(p, 1290, 440, 1.06)]
    return svg(parts, _FRONT_BOX)


SHOP = Place("shop", "The corner shop", "まちのお店", _back, _front, _FRONT_BOX, Dress("apron", "#3E7B72"))

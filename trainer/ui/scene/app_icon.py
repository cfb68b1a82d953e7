"""The program's icon: a roof, lit paper doors and a veranda on a mossy square, as an SVG text and as pictures."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QIcon, QPixmap

from trainer.ui.scene.draw import circle, defs, fade, faint, halo, path, rect, stroke, svg
from trainer.ui.scene.raster import rasterise

ICON_SIZES: tuple[int, ...] = (16, 24, 32, 48, 64, 128, 256, 512)
"""Sides of the pictures that are made of it, in pixels."""


def icon_svg() -> str:
    """The icon in a design space of 512x512."""
    parts = [
        defs(fade("ground", "#DCEBE2", "#A9CBB4"), fade("roof", "#3E7B72", "#265850"), halo("light", "#FFE9A8")),
        rect(16, 16, 480, 480, "url(#ground)", 112),
        circle(376, 132, 40, "#FFF3CF"),
        path("M16 372 Q150 320 290 362 T496 350 V384 Q496 496 384 496 H128 Q16 496 16 384 Z", "#7FAE90"),
        rect(126, 226, 260, 150, "#F7E7C4", 6),
        rect(196, 226, 120, 150, "#FBD98A"),
        circle(256, 300, 150, "url(#light)", faint(0.55)),
        stroke("M256 226 V376 M126 300 H386", "#97693F", 7, faint(0.8)),
        path("M52 246 Q196 220 256 84 Q316 220 460 246 Q256 214 52 246 Z", "url(#roof)"),
        rect(112, 232, 26, 160, "#97693F", 8),
        rect(374, 232, 26, 160, "#97693F", 8),
        rect(64, 376, 384, 40, "#CFA377", 14),
        rect(64, 404, 384, 18, "#97693F", 9),
    ]
    return svg(parts, (0, 0, 512, 512))


def icon_pixmap(side: int) -> QPixmap:
    """The icon as a picture of side x side pixels."""
    square = QRectF(0, 0, side, side)
    return rasterise(icon_svg(), square, square, 1.0).pixmap


def app_icon() -> QIcon:
    """The icon in all its sizes, for windows and the task bar."""
    icon = QIcon()
    for side in ICON_SIZES:
        icon.addPixmap(icon_pixmap(side))
    return icon

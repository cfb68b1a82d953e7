"""Still pictures for the other screens: the veranda, the garden map, the dusk, stones, the logo."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QRadialGradient
from PySide6.QtWidgets import QWidget

from trainer.ui.scene.garden_art import garden
from trainer.ui.scene.garden_layout import GARDEN_SIZE, GardenLayout, Point, garden_layout
from trainer.ui.scene.painting import Painting
from trainer.ui.scene.palette import NIGHT, ScenePalette, mix
from trainer.ui.scene.raster import Fit, LayerCache, fit_inside, fit_over
from trainer.ui.scene.veranda import DUSK_SIZE, DUSK_TOP, VERANDA_SIZE, dusk, veranda
from trainer.ui.scene.words import word

StoneState = Literal["plain", "been", "waiting"]


class _StillPicture(Painting):
    """A picture that is one SVG text, rasterised once for each size and palette."""

    def __init__(self, parent: QWidget | None, *, radius: float = 22.0) -> None:
        super().__init__(parent, radius=radius)
        self._cache = LayerCache(16 * 1024 * 1024)

    def _paint_svg(
        self, painter: QPainter, key: str, text: Callable[[], str], fit: Fit, size: tuple[float, float]
    ) -> None:
        self._cache.begin_frame()
        bounds = QRectF(self.rect())
        target = fit.rect((0, 0, *size))
        self._cache.get((key, self._palette.light), text, target, bounds, self.devicePixelRatioF()).draw(painter)


class VerandaPicture(_StillPicture):
    """First start: the garden seen from the veranda. Fills its rectangle; the boards at the bottom stay in view."""

    def __init__(self, parent: QWidget | None = None, *, language: str = "en") -> None:
        super().__init__(parent)
        self.set_language(language)

    def set_language(self, language: str) -> None:
        """Language of the name and description."""
        self.set_words(word("veranda", language), word("veranda_about", language))

    def sizeHint(self) -> QSize:
        """As tall as the first page."""
        return QSize(500, 714)

    def paint_picture(self, painter: QPainter) -> None:
        """Paint the veranda."""
        fit = fit_over(self.width(), self.height(), *VERANDA_SIZE)
        lowest = min(0.0, self.height() - VERANDA_SIZE[1] * fit.scale)
        self._paint_svg(
            painter, "veranda", partial(veranda, self._palette), Fit(fit.scale, fit.left, lowest), VERANDA_SIZE
        )


class DuskPicture(_StillPicture):
    """The closing line's evening garden: always dark; the lantern stands at the right and is never cropped."""

    def __init__(self, parent: QWidget | None = None, *, language: str = "en") -> None:
        super().__init__(parent, radius=16.0)
        self._palette = NIGHT
        self.set_language(language)

    def set_language(self, language: str) -> None:
        """Language of the name and description."""
        self.set_words(word("dusk", language), word("dusk_about", language))

    def set_scene_palette(self, palette: ScenePalette) -> None:
        """The dusk is the same in every theme."""

    def sizeHint(self) -> QSize:
        """A band as wide as a card."""
        return QSize(600, 120)

    def paint_picture(self, painter: QPainter) -> None:
        """Paint the dusk, keeping its right and lower part; a tall picture gets more sky, so that words stay clear."""
        across = self.width() / DUSK_SIZE[0]
        scale = max(across, min(self.height() / DUSK_SIZE[1], across * 1.15), 1e-3)
        fit = Fit(scale, self.width() - DUSK_SIZE[0] * scale, self.height() - DUSK_SIZE[1] * scale)
        painter.fillRect(self.rect(), QColor(DUSK_TOP))
        self._paint_svg(painter, "dusk", dusk, fit, DUSK_SIZE)


class GardenMap(_StillPicture):
    """The home map. It fits inside (never crops); the screen lays its own focusable stones and labels over it."""

    def __init__(self, parent: QWidget | None = None, *, language: str = "en") -> None:
        super().__init__(parent)
        self._layout = garden_layout({})
        self.set_language(language)

    def set_language(self, language: str) -> None:
        """Language of the name and description."""
        self.set_words(word("garden", language), word("garden_about", language))

    def set_paths(self, scene_counts: Mapping[str, int]) -> None:
        """How many scenes each path has; changes `layout_`."""
        self._layout = garden_layout(scene_counts)
        self.update()

    def layout_(self) -> GardenLayout:
        """Stones and labels in design units (1600x780)."""
        return self._layout

    def scale(self) -> float:
        """Widget pixels per design unit."""
        return self._fit().scale

    def to_widget(self, point: Point) -> QPointF:
        """A point of the design space in widget pixels."""
        fit = self._fit()
        return QPointF(fit.left + point[0] * fit.scale, fit.top + point[1] * fit.scale)

    def picture_rect(self) -> QRectF:
        """The painted rectangle in widget pixels."""
        return self._fit().rect((0, 0, *GARDEN_SIZE))

    def sizeHint(self) -> QSize:
        """As wide as the window."""
        return QSize(1232, 600)

    def _fit(self) -> Fit:
        return fit_inside(self.width(), self.height(), *GARDEN_SIZE)

    def paint_picture(self, painter: QPainter) -> None:
        """Paint the garden; what is left over beside it continues the lawn."""
        light = mix(self._palette.hill, self._palette.glow, 0.28 if not self._palette.dark else 0.08)
        fit = self._fit()
        painter.fillRect(self.rect(), QColor(self._palette.hill))
        painter.fillRect(QRectF(0, 0, self.width(), fit.top + 1), QColor(light))
        self._paint_svg(painter, "garden", partial(garden, self._palette), fit, GARDEN_SIZE)


def paint_stone(q: QPainter, centre: QPointF, scale: float, state: StoneState, p: ScenePalette) -> None:
    """One stone of the map: plain, been (a dark dot) or waiting (a lit ring). 36x30 design units around its centre."""
    base = QColor(mix(p.metal, p.frame, 0.5))
    q.save()
    q.translate(centre)
    q.scale(scale, scale)
    q.setRenderHint(QPainter.RenderHint.Antialiasing)
    q.setPen(Qt.PenStyle.NoPen)
    q.setBrush(QColor(0, 0, 0, 40))
    q.drawEllipse(QPointF(0, 4), 14.5, 9)
    if state == "waiting":
        _stone_light(q, p)
    q.setBrush(base)
    q.setPen(QPen(QColor(p.outline or mix(p.metal, "#3A3A34" if not p.dark else p.frame, 0.35)), 1.4))
    q.drawEllipse(QPointF(0, 0), 14, 10.2)
    q.setPen(Qt.PenStyle.NoPen)
    q.setBrush(QColor(mix(base.name(), p.paper, 0.4)))
    q.drawEllipse(QPointF(-1.5, -2), 10, 5.8)
    if state == "been":
        q.setBrush(QColor("#1E4B45" if not p.dark else "#C9F0E6"))
        q.drawEllipse(QPointF(0, -0.6), 5.0, 4.0)
    elif state == "waiting":
        q.setPen(QPen(QColor("#1E4B45" if not p.dark else "#0E211E"), 2.4))
        q.setBrush(QColor(p.lamp))
        q.drawEllipse(QPointF(0, -0.6), 6.2, 5.0)
    q.restore()


def _stone_light(q: QPainter, p: ScenePalette) -> None:
    light = QRadialGradient(QPointF(0, 0), 19)
    colour = QColor(p.lamp)
    light.setColorAt(0.55, colour)
    colour.setAlpha(0)
    light.setColorAt(1.0, colour)
    q.setBrush(light)
    q.drawEllipse(QPointF(0, 0), 19, 16)


def paint_logo(q: QPainter, rect: QRectF, roof: str, floor: str) -> None:
    """The mark: a roof, two posts and the boards of a veranda, in a square inside `rect`."""
    u = min(rect.width(), rect.height()) / 2
    q.save()
    q.setRenderHint(QPainter.RenderHint.Antialiasing)
    q.translate(rect.center().x() - u, rect.center().y() - u)
    q.setPen(Qt.PenStyle.NoPen)
    q.setBrush(QColor(roof))
    shape = QPainterPath(QPointF(0.04 * u, 0.86 * u))
    shape.quadTo(QPointF(0.84 * u, 0.74 * u), QPointF(u, 0.16 * u))
    shape.quadTo(QPointF(1.16 * u, 0.74 * u), QPointF(1.96 * u, 0.86 * u))
    shape.closeSubpath()
    q.drawPath(shape)
    for x in (0.36, 1.48):
        q.drawRoundedRect(QRectF(x * u, 0.84 * u, 0.16 * u, 0.72 * u), 0.04 * u, 0.04 * u)
    q.setBrush(QColor(floor))
    q.drawRoundedRect(QRectF(0.1 * u, 1.5 * u, 1.8 * u, 0.24 * u), 0.1 * u, 0.1 * u)
    q.restore()


class LogoMark(Painting):
    """The mark as a small picture; colours by `set_colours`."""

    def __init__(self, parent: QWidget | None = None, *, roof: str = "#2B6A62", floor: str = "#CFA377") -> None:
        super().__init__(parent, radius=0.0)
        self._roof, self._floor = roof, floor
        self.set_words(word("logo", "en"), "")

    def set_colours(self, roof: str, floor: str) -> None:
        """Colours of the roof and of the boards, as "#RRGGBB"."""
        self._roof, self._floor = roof, floor
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a line of the title."""
        return QSize(32, 32)

    def minimumSizeHint(self) -> QSize:
        """The smallest size at which the posts can be seen."""
        return QSize(16, 16)

    def paint_picture(self, painter: QPainter) -> None:
        """Paint the mark."""
        paint_logo(painter, QRectF(self.rect()), self._roof, self._floor)

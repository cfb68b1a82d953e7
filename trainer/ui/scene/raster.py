"""Layers turned into pixmaps once per size, and the geometry that fits the design space into a widget."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from trainer.ui.scene.draw import HEIGHT, WIDTH

Box = tuple[float, float, float, float]

_SEEN_HEIGHT = 520.0  # at least this much of the design height is cropped to
_SEEN_WIDTH = 430.0  # never crop the picture narrower than the partner
_HEADROOM = 40.0  # at most this much is cropped above
_CLOSE_HEIGHT = 330.0  # in a small picture: from above the hair to the shoulders
_CLOSE_WIDTH = 250.0  # and never narrower than the head with its hair


@dataclass(frozen=True, slots=True)
class Fit:
    """Where the design space lies in a widget: widget = offset + design * scale."""

    scale: float
    left: float
    top: float

    def rect(self, box: Box) -> QRectF:
        """A box of the design space in widget pixels."""
        x, y, w, h = box
        return QRectF(self.left + x * self.scale, self.top + y * self.scale, w * self.scale, h * self.scale)


def fit_scene(width: float, height: float, close: bool = False) -> Fit:
    """Fill the widget, cropping left and right first; a very tall widget leaves a strip above.

    `close`: a small picture shows head and shoulders, so that the face can be read.
    """
    seen_high, seen_wide = (_CLOSE_HEIGHT, _CLOSE_WIDTH) if close else (_SEEN_HEIGHT, _SEEN_WIDTH)
    scale = max(width / WIDTH, height / seen_high)
    scale = max(min(scale, width / seen_wide), 1e-3)
    spare = HEIGHT - height / scale
    top = -min(_HEADROOM, spare / 2) if spare >= 0 else -spare
    return Fit(scale, (width - WIDTH * scale) / 2, top * scale)


def fit_inside(width: float, height: float, design_width: float, design_height: float) -> Fit:
    """Show the whole design space, centred; nothing is cropped."""
    scale = max(min(width / design_width, height / design_height), 1e-3)
    return Fit(scale, (width - design_width * scale) / 2, (height - design_height * scale) / 2)


def fit_over(width: float, height: float, design_width: float, design_height: float) -> Fit:
    """Fill the widget, cropping what does not fit on both sides alike."""
    scale = max(width / design_width, height / design_height, 1e-3)
    return Fit(scale, (width - design_width * scale) / 2, (height - design_height * scale) / 2)


@dataclass(frozen=True, slots=True)
class Tile:
    """A rasterised piece and where its top left corner lies in widget pixels (always on a device pixel)."""

    pixmap: QPixmap
    x: float
    y: float

    def draw(self, painter: QPainter) -> None:
        """Draw it where it belongs."""
        painter.drawPixmap(QPointF(self.x, self.y), self.pixmap)


def rasterise(text: str, rect: QRectF, bounds: QRectF, ratio: float) -> Tile:
    """The SVG text drawn over `rect` (widget pixels), cut to `bounds`, on whole device pixels so that it is sharp."""
    seen = rect.intersected(bounds)
    x0, y0 = math.floor(seen.left() * ratio), math.floor(seen.top() * ratio)
    x1, y1 = math.ceil(seen.right() * ratio), math.ceil(seen.bottom() * ratio)
    pixmap = QPixmap(max(1, x1 - x0), max(1, y1 - y0))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    target = QRectF(rect.x() * ratio - x0, rect.y() * ratio - y0, rect.width() * ratio, rect.height() * ratio)
    QSvgRenderer(QByteArray(text.encode())).render(painter, target)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return Tile(pixmap, x0 / ratio, y0 / ratio)


@dataclass(frozen=True, slots=True)
class Wish:
    """A tile that a frame will ask for; the fields are what `LayerCache.get` takes."""

    key: tuple[object, ...]
    text: Callable[[], str]
    rect: QRectF
    bounds: QRectF
    ratio: float


class LayerCache:
    """The last rasterised layers, bounded by bytes; what the current frame uses is never thrown away."""

    def __init__(self, limit_bytes: int = 24 * 1024 * 1024) -> None:
        self._limit = limit_bytes
        self._tiles: OrderedDict[tuple[object, ...], tuple[Tile, int]] = OrderedDict()
        self._bytes = 0
        self._frame = 0

    def begin_frame(self) -> None:
        """A new frame starts: what it does not ask for may be thrown away."""
        self._frame += 1

    def get(self, key: tuple[object, ...], text: Callable[[], str], rect: QRectF, bounds: QRectF, ratio: float) -> Tile:
        """The tile for `key` at that place and size, rasterised from `text()` when it is not there yet."""
        full_key = (*key, rect.getRect(), bounds.getRect(), ratio)
        found = self._tiles.get(full_key)
        tile = found[0] if found is not None else rasterise(text(), rect, bounds, ratio)
        if found is None:
            self._bytes += _size(tile)
        self._tiles[full_key] = (tile, self._frame)
        self._tiles.move_to_end(full_key)
        if found is None:
            self._throw_away()
        return tile

    def holds(self, wish: Wish) -> bool:
        """Is that tile there, at that place and size?"""
        return (*wish.key, wish.rect.getRect(), wish.bounds.getRect(), wish.ratio) in self._tiles

    def _throw_away(self) -> None:
        while self._bytes > self._limit:
            key, (tile, frame) = next(iter(self._tiles.items()))
            if frame == self._frame:
                return
            del self._tiles[key]
            self._bytes -= _size(tile)

    @property
    def kept_bytes(self) -> int:
        """Bytes of pixmaps that are kept."""
        return self._bytes


def _size(tile: Tile) -> int:
    return tile.pixmap.width() * tile.pixmap.height() * 4


class WishList(LayerCache):
    """Stands in for the cache while a frame is only gone through: rasterises nothing and notes what was asked for."""

    def __init__(self) -> None:
        super().__init__(0)
        self.wishes: list[Wish] = []

    def get(self, key: tuple[object, ...], text: Callable[[], str], rect: QRectF, bounds: QRectF, ratio: float) -> Tile:
        """An empty tile."""
        self.wishes.append(Wish(key, text, rect, bounds, ratio))
        empty = QPixmap(2, 2)
        empty.fill(Qt.GlobalColor.transparent)
        return Tile(empty, 0.0, 0.0)

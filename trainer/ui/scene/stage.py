"""The stage: puts a place, a partner and waiting people together and paints one frame with QPainter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPixmap

from trainer.ui.scene import waiting
from trainer.ui.scene.bodies import ARMS_BOX, BODY_BOX, arms, body
from trainer.ui.scene.company import GROUND, Beside
from trainer.ui.scene.draw import HEIGHT, WIDTH
from trainer.ui.scene.face import PIVOT, FaceState, paint_face
from trainer.ui.scene.heads import HEAD_BOX, head, over_face, wears_something
from trainer.ui.scene.palette import ScenePalette
from trainer.ui.scene.partners import PartnerLook
from trainer.ui.scene.places.kind import Box, Layer, Place
from trainer.ui.scene.raster import Fit, LayerCache, Tile, Wish, WishList, fit_scene

LIVING_BOX: Box = (556.0, 16.0, 488.0, 584.0)
"""The part of the design space in which anything moves."""

_WHOLE: Box = (0.0, 0.0, float(WIDTH), float(HEIGHT + 40))
_BODY_BREATH, _HEAD_BREATH, _ARMS_BREATH = 2.2, 3.0, 0.6


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything one frame shows. `partner` None leaves the place empty; `breath` -1..1; `sway` in degrees.

    `beside` are those who stand a step behind the partner, the furthest first.
    """

    place: Place
    palette: ScenePalette
    partner: PartnerLook | None
    face: FaceState
    queue: int = 0
    breath: float = 0.0
    sway: float = 0.0
    beside: tuple[Beside, ...] = ()


class Stage:
    """Paints frames into a rectangle of a given size; keeps the rasterised layers."""

    def __init__(self, cache: LayerCache | None = None) -> None:
        self._cache = cache if cache is not None else LayerCache()

    @property
    def cache(self) -> LayerCache:
        """The rasterised layers."""
        return self._cache

    def paint(
        self, q: QPainter, width: float, height: float, frame: Frame, *, ratio: float = 1.0, fit: Fit | None = None
    ) -> None:
        """Paint the frame over (0, 0, width, height). `ratio` is the device pixel ratio."""
        self._cache.begin_frame()
        _Painting(self._cache, q, QRectF(0, 0, width, height), frame, fit or fit_scene(width, height), ratio).run()

    def missing(self, width: float, height: float, frame: Frame, *, ratio: float = 1.0, fit: Fit) -> list[Wish]:
        """The layers that painting this frame would have to rasterise first."""
        wishes = WishList()
        nothing = QPixmap(1, 1)
        painter = QPainter(nothing)
        _Painting(wishes, painter, QRectF(0, 0, width, height), frame, fit, ratio).run()
        painter.end()
        return [wish for wish in wishes.wishes if not self._cache.holds(wish)]

    def rasterise(self, wishes: Sequence[Wish]) -> Iterator[None]:
        """Get layers ready, one between two steps: to paint their frame is then a few milliseconds."""
        self._cache.begin_frame()
        for wish in wishes:
            self._cache.get(wish.key, wish.text, wish.rect, wish.bounds, wish.ratio)
            yield

    def paint_person(self, q: QPainter, width: float, height: float, frame: Frame, *, ratio: float, fit: Fit) -> None:
        """Paint only the person (a portrait); ValueError when the frame has nobody."""
        if frame.partner is None:
            raise ValueError("a portrait needs a partner")
        self._cache.begin_frame()
        _Painting(self._cache, q, QRectF(0, 0, width, height), frame, fit, ratio).run_person(frame.partner)


class _Painting:
    """One frame being painted."""

    def __init__(self, cache: LayerCache, q: QPainter, bounds: QRectF, frame: Frame, fit: Fit, ratio: float) -> None:
        self._cache, self._q, self._bounds, self._frame, self._fit, self._ratio = cache, q, bounds, frame, fit, ratio

    def run(self) -> None:
        frame, q = self._frame, self._q
        q.setRenderHint(QPainter.RenderHint.Antialiasing)
        q.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = frame.place
        if frame.partner is None:
            self._strip(self._layer("empty" if place.empty else "back", place.empty or place.back, _WHOLE))
        else:
            self._strip(self._layer("back", place.back, _WHOLE))
            for one in frame.beside:
                self._aside(one)
            self._body(frame.partner)
            if not place.arms_over:
                self._arms(frame.partner)
            self._head(frame.partner)
        if frame.partner is None and place.empty_front is not None:
            self._layer("empty front", place.empty_front, place.front_box)
        else:
            self._layer("front", place.front, place.front_box)
        if frame.partner is not None and place.arms_over:
            self._arms(frame.partner)
        for number in reversed(range(frame.queue)):
            x, y, scale = waiting.SPOTS[number]
            _, _, w, h = waiting.BOX
            self._tile(("waiting", number), partial(waiting.waiting_person, frame.palette, number),
                       (x, y, w * scale, h * scale))  # fmt: skip

    def _aside(self, one: Beside) -> None:
        """Somebody a step back: the same person, smaller, standing with folded hands behind whatever is in front."""
        fit = self._fit
        theirs = Fit(
            fit.scale * one.size,
            fit.left + (one.x - PIVOT.x() * one.size) * fit.scale,
            fit.top + GROUND * (1 - one.size) * fit.scale,
        )
        frame = replace(
            self._frame, place=replace(self._frame.place, pose="standing"), partner=one.look, face=one.face,
            breath=one.breath, sway=one.sway,
        )  # fmt: skip
        _Painting(self._cache, self._q, self._bounds, frame, theirs, self._ratio).run_person(one.look)

    def run_person(self, look: PartnerLook) -> None:
        self._q.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._body(look)
        self._arms(look)
        self._head(look)

    def _strip(self, back: Tile) -> None:
        """Carry the back's uppermost colour on when the window is taller than the design space."""
        if self._fit.top > 0:
            colour = back.pixmap.copy(1, 1, 1, 1).toImage().pixelColor(0, 0)
            self._q.fillRect(QRectF(0, 0, self._bounds.width(), self._fit.top + 1), colour)

    def _layer(self, name: str, layer: Layer, box: Box) -> Tile:
        return self._tile((self._frame.place.name, name), lambda: layer(self._frame.palette), box)

    def _tile(self, key: tuple[object, ...], text: Callable[[], str], box: Box, margin: float = 0.0) -> Tile:
        bounds = self._bounds.adjusted(-margin, -margin, margin, margin)
        full = (*key, self._frame.palette.light)
        tile = self._cache.get(full, text, self._fit.rect(box), bounds, self._ratio)
        tile.draw(self._q)
        return tile

    def _moved(self, down: float) -> None:
        self._q.save()
        self._q.translate(0, down * self._fit.scale)

    def _body(self, look: PartnerLook) -> None:
        frame = self._frame
        dress, pose = frame.place.dress, frame.place.pose
        self._moved(-frame.breath * _BODY_BREATH)
        key = ("body", look.id, dress.outfit, dress.colour, pose)
        self._tile(key, lambda: body(frame.palette, look, dress, pose), BODY_BOX, 8 * self._fit.scale)
        self._q.restore()

    def _arms(self, look: PartnerLook) -> None:
        frame = self._frame
        dress, pose = frame.place.dress, frame.place.pose
        self._moved(-frame.breath * (_ARMS_BREATH if pose == "counter" else _BODY_BREATH))
        key = ("arms", look.id, dress.outfit, dress.colour, pose)
        self._tile(key, lambda: arms(frame.palette, look, dress, pose), ARMS_BOX, 8 * self._fit.scale)
        self._q.restore()

    def _head(self, look: PartnerLook) -> None:
        frame, q, fit = self._frame, self._q, self._fit
        place, palette = frame.place, frame.palette
        pivot = QPointF(fit.left + PIVOT.x() * fit.scale, fit.top + PIVOT.y() * fit.scale)
        q.save()
        q.translate(pivot.x(), pivot.y() - frame.breath * _HEAD_BREATH * fit.scale)
        q.rotate(frame.face.pose.tilt + frame.sway)
        q.translate(-pivot.x(), -pivot.y())
        margin = 30 * fit.scale
        self._tile(("head", look.id, place.outdoors), lambda: head(palette, look, place.outdoors), HEAD_BOX, margin)
        q.save()
        q.translate(fit.left, fit.top)
        q.scale(fit.scale, fit.scale)
        paint_face(q, look, palette, frame.face)
        q.restore()
        if wears_something(look, place.headset):
            self._tile(
                ("over", look.id, place.headset), lambda: over_face(palette, look, place.headset), HEAD_BOX, margin
            )
        q.restore()

"""The living face: a pose of numbers for each expression, blended over time, painted live on the head template."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from trainer.ui.scene.palette import ScenePalette, mix
from trainer.ui.scene.partners import PartnerLook

FACES: tuple[str, ...] = ("neutral", "smile", "listening", "speaking", "thinking", "sorry")
"""Every expression there is."""

PIVOT = QPointF(800, 270)
"""Where the head turns, in design units."""

_CLOSED = 0.06  # below this loudness a mouth looks closed


@dataclass(frozen=True, slots=True)
class FacePose:
    """One expression in design units and shares.

    `curve` how far the mouth's middle hangs below its corners; `half_width` of the mouth; `skew` lifts its right
    corner; `eye` share of full opening; `brow` lift; `brow_inner` lift of the inner ends; `brow_right` more lift of
    the right one; `cheek` share of colour; `tilt` of the head in degrees; `gaze_x`, `gaze_y` a look aside on top of
    the gaze dial.
    """

    curve: float = 7.0
    half_width: float = 18.0
    skew: float = 0.0
    eye: float = 1.0
    brow: float = 0.0
    brow_inner: float = 0.0
    brow_right: float = 0.0
    cheek: float = 0.20
    tilt: float = 0.0
    gaze_x: float = 0.0
    gaze_y: float = 0.0


POSES: dict[str, FacePose] = {
    "neutral": FacePose(),
    "smile": FacePose(curve=16, half_width=25, eye=0.80, brow=4, cheek=0.34),
    "listening": FacePose(curve=9, half_width=14, brow=4, cheek=0.22, tilt=2.6),
    "speaking": FacePose(curve=9, half_width=18, brow=1),
    "thinking": FacePose(
        curve=3, half_width=12, skew=3, brow=2, brow_right=3, eye=0.94, tilt=-1.8, gaze_x=4.2, gaze_y=-3.2
    ),
    "sorry": FacePose(curve=4.5, half_width=14, eye=0.9, brow=1, brow_inner=7, cheek=0.24, tilt=1.6, gaze_y=2.5),
}


def blend(first: FacePose, second: FacePose, share: float) -> FacePose:
    """The pose `share` (0..1) of the way from `first` to `second`."""
    if share >= 1:
        return second
    names = [field.name for field in fields(FacePose)]
    return FacePose(*(getattr(first, n) * (1 - share) + getattr(second, n) * share for n in names))


@dataclass(frozen=True, slots=True)
class FaceState:
    """What is painted in one frame: the pose, gaze 0 (looks away) .. 1 (looks at you), eyelids and mouth 0..1."""

    pose: FacePose
    gaze: float = 1.0
    lids: float = 1.0
    mouth: float = 0.0


def paint_face(q: QPainter, look: PartnerLook, p: ScenePalette, state: FaceState) -> None:
    """Paint eyes, brows, cheeks, nose and mouth in design units; the painter is already moved with the head."""
    if look.featureless:
        _no_features(q, p, state)
        return
    q.setPen(Qt.PenStyle.NoPen)
    _cheeks(q, look, p, state.pose)
    for centre, side in ((768.0, -1), (832.0, 1)):
        _eye(q, look, p, state, centre, side)
        _brow(q, look, p, state.pose, centre, side)
    _nose(q, look, p)
    _mouth(q, look, p, state)


def _pen(colour: str | QColor, width: float) -> QPen:
    return QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)


def _cheeks(q: QPainter, look: PartnerLook, p: ScenePalette, pose: FacePose) -> None:
    colour = QColor(p.skin_tone(look.cheek))
    colour.setAlphaF(min(1.0, pose.cheek * (0.8 if p.dark else 1.0)))
    q.setBrush(colour)
    for x in (751, 849):
        q.drawEllipse(QPointF(x, 227), 15, 9)


def _eye(q: QPainter, look: PartnerLook, p: ScenePalette, state: FaceState, x: float, side: int) -> None:
    pose = state.pose
    away = 1 - state.gaze
    # who looks aside and down also lowers the lids a little: calm, not startled
    half = 10.2 * look.eye * state.lids * pose.eye * (1 - 0.14 * away)
    lid = QColor(p.cloth(look.brow) if not look.lines else mix(p.cloth(look.brow), "#4A3A32", 0.45))
    if half > 1.6:
        white = QPainterPath()
        white.addEllipse(QPointF(x, 198), 13, half)
        q.setPen(Qt.PenStyle.NoPen)
        q.setBrush(QColor("#FFFDF8" if not p.dark else "#F3ECE0"))
        q.drawPath(white)
        iris = QPointF(x - 4.4 * away + pose.gaze_x, 198.5 + 3.2 * away + pose.gaze_y)
        pupil = QPainterPath()
        pupil.addEllipse(iris, 8.4, 9.0)
        q.setBrush(QColor(look.iris))
        q.drawPath(pupil.intersected(white))
        glint = QPainterPath()
        glint.addEllipse(iris + QPointF(2.4, -3.0), 2.3, 2.3)
        q.setBrush(QColor(255, 255, 255, 225))
        q.drawPath(glint.intersected(white))
    q.setBrush(Qt.BrushStyle.NoBrush)
    q.setPen(_pen(lid, 3.4))
    closed = half <= 1.6
    ends, middle = (199.0, 204.0) if closed else (198 - half * 0.35, 198 - half * 1.42)
    curve = QPainterPath(QPointF(x - 14, ends))
    curve.quadTo(QPointF(x, middle), QPointF(x + 14, ends))
    q.drawPath(curve)
    if look.lashes:
        outer = x + 14 * side
        q.setPen(_pen(lid, 2.8))
        q.drawLine(QPointF(outer, ends), QPointF(outer + 4 * side, ends - 3.5))


def _brow(q: QPainter, look: PartnerLook, p: ScenePalette, pose: FacePose, x: float, side: int) -> None:
    lift = pose.brow + (pose.brow_right if side > 0 else 0)
    y = 172 - lift
    inner, outer = y + 1 - pose.brow_inner, y + 5 + pose.brow_inner * 0.35
    left, right = (inner, outer) if side > 0 else (outer, inner)
    curve = QPainterPath(QPointF(x - 13, left))
    curve.quadTo(QPointF(x, y - 3 - pose.brow_inner * 0.25), QPointF(x + 13, right))
    q.setPen(_pen(p.cloth(look.brow), look.brow_width))
    q.setBrush(Qt.BrushStyle.NoBrush)
    q.drawPath(curve)


def _nose(q: QPainter, look: PartnerLook, p: ScenePalette) -> None:
    shade = mix(p.skin_tone(look.skin_shade), "#8A4A32", 0.14)
    q.setPen(_pen(shade, 3.4))
    curve = QPainterPath(QPointF(801, 210))
    curve.quadTo(QPointF(808, 224), QPointF(797, 225.5))
    q.drawPath(curve)


def _mouth(q: QPainter, look: PartnerLook, p: ScenePalette, state: FaceState) -> None:
    lip, opening, pose = QColor(p.skin_tone(look.lip)), state.mouth, state.pose
    if opening > _CLOSED:
        _open_mouth(q, lip, p, opening)
        return
    w, y = pose.half_width, 243.0
    q.setBrush(Qt.BrushStyle.NoBrush)
    q.setPen(_pen(lip, 3.8))
    curve = QPainterPath(QPointF(800 - w, y + pose.skew * 0.5))
    curve.quadTo(QPointF(800, y + pose.curve), QPointF(800 + w, y - pose.skew))
    q.drawPath(curve)


def _open_mouth(q: QPainter, lip: QColor, p: ScenePalette, opening: float) -> None:
    a = min(1.0, opening)
    h, w, top = 3 + 13 * a, 19 - 4 * a, 243.0
    shape = QPainterPath(QPointF(800 - w, top))
    shape.quadTo(QPointF(800, top - 2.5), QPointF(800 + w, top))
    low = top + h * 1.35
    shape.cubicTo(QPointF(800 + w * 0.72, low), QPointF(800 - w * 0.72, low), QPointF(800 - w, top))
    q.setPen(_pen(lip, 2.6))
    q.setBrush(lip.darker(118))
    q.drawPath(shape)
    q.setPen(Qt.PenStyle.NoPen)
    if a > 0.3:
        tongue = QPainterPath()
        tongue.addEllipse(QPointF(800, top + h * 0.92), w * 0.52, h * 0.30)
        q.setBrush(QColor(p.skin_tone("#D98A7E")))
        q.drawPath(tongue.intersected(shape))


def _no_features(q: QPainter, p: ScenePalette, state: FaceState) -> None:
    """No face: a small warm light where the mouth would be; it swells with the voice and glows a little for a smile."""
    warmth = max(0.0, state.pose.cheek - 0.2)
    if warmth <= 0 and state.mouth <= _CLOSED:
        return
    colour = QColor(p.coral)
    colour.setAlphaF(min(0.6, warmth * 2 + 0.2 + state.mouth * 0.4) if state.mouth > _CLOSED else warmth * 2)
    q.setPen(Qt.PenStyle.NoPen)
    q.setBrush(colour)
    r = 8 + 7 * math.sqrt(state.mouth)
    q.drawEllipse(QRectF(800 - r * 1.4, 251 - r * 0.5, r * 2.8, r))

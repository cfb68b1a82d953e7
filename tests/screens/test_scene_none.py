"""Guard of the Qt binding: painting must not eat references to None (one pair of versions did, and aborted)."""

from __future__ import annotations

import sys

import PySide6
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from trainer.ui.scene.view import SceneView

CALLS = 200_000
NOISE = 2_000


def test_the_pinned_pair_of_versions() -> None:
    assert sys.version_info >= (3, 12) or PySide6.__version_info__[:2] < (6, 12)


def test_two_hundred_thousand_calls_leave_none_where_it_was(qapp: object) -> None:
    before = sys.getrefcount(None)
    for _ in range(CALLS // 400):
        path = QPainterPath()
        for x in range(399):
            path.lineTo(x, x)
        path.closeSubpath()
    assert abs(sys.getrefcount(None) - before) < NOISE


def test_painting_frames_leaves_none_where_it_was(qapp: object) -> None:
    view = SceneView()
    view.resize(300, 160)
    view.set_face("speaking")
    canvas = QImage(300, 160, QImage.Format.Format_ARGB32)
    canvas.fill(QColor("white"))
    before = sys.getrefcount(None)
    for number in range(60):
        view.set_mouth((number % 10) / 10)
        view.advance(0.033)
        painter = QPainter(canvas)
        view.paint_picture(painter)
        painter.end()
    assert abs(sys.getrefcount(None) - before) < NOISE

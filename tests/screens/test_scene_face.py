"""The living face: expressions differ, the mouth follows the voice and moves nothing else."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from trainer.ui.scene.face import FACES, POSES, FaceState, blend, paint_face
from trainer.ui.scene.palette import CONTRAST, DAY, NIGHT
from trainer.ui.scene.partners import PARTNERS, PartnerLook, partner

BOX = QRect(690, 100, 220, 200)  # the face in design units
FEATURED = [look for look in PARTNERS if not look.featureless]


def face(state: FaceState, look: PartnerLook = PARTNERS[0], palette: object = DAY) -> QImage:
    image = QImage(BOX.size(), QImage.Format.Format_ARGB32)
    image.fill(0xFFEBBE9B)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-BOX.topLeft())
    paint_face(painter, look, palette, state)  # type: ignore[arg-type]
    painter.end()
    return image


def changed(first: QImage, second: QImage) -> QRect:
    """The smallest rectangle, in design units, that holds every pixel that differs."""
    spots = [
        (x, y) for x in range(first.width()) for y in range(first.height()) if first.pixel(x, y) != second.pixel(x, y)
    ]
    if not spots:
        return QRect()
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    return QRect(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1).translated(BOX.topLeft())


def test_there_is_a_pose_for_every_face() -> None:
    assert set(POSES) == set(FACES) == {"neutral", "smile", "listening", "speaking", "thinking", "sorry"}


@pytest.mark.parametrize("look", FEATURED, ids=lambda look: look.id)
def test_faces_differ_from_each_other(qapp: object, look: PartnerLook) -> None:
    painted = {name: face(FaceState(POSES[name]), look) for name in FACES}
    for first, second in combinations(FACES, 2):
        assert painted[first] != painted[second], (first, second)


@pytest.mark.parametrize("look", FEATURED, ids=lambda look: look.id)
@pytest.mark.parametrize("palette", [DAY, NIGHT, CONTRAST], ids=lambda p: p.light)
def test_an_open_mouth_changes_only_the_mouth(qapp: object, look: PartnerLook, palette: object) -> None:
    shut = face(FaceState(POSES["speaking"], mouth=0.0), look, palette)
    wide = face(FaceState(POSES["speaking"], mouth=0.9), look, palette)
    where = changed(shut, wide)
    assert not where.isEmpty()
    assert QRect(774, 234, 52, 34).contains(where), where


def test_a_louder_voice_opens_the_mouth_further(qapp: object) -> None:
    shut = face(FaceState(POSES["speaking"]))
    heights = [changed(shut, face(FaceState(POSES["speaking"], mouth=a))).height() for a in (0.1, 0.5, 1.0)]
    assert heights == sorted(set(heights))


def test_a_whisper_below_the_threshold_leaves_the_mouth_closed(qapp: object) -> None:
    assert face(FaceState(POSES["speaking"], mouth=0.05)) == face(FaceState(POSES["speaking"], mouth=0.0))


def test_eyelids_and_gaze_move_the_eyes_only(qapp: object) -> None:
    open_eyes = face(FaceState(POSES["neutral"], gaze=1.0))
    for other in (FaceState(POSES["neutral"], gaze=0.0), FaceState(POSES["neutral"], lids=0.0)):
        where = changed(open_eyes, face(other))
        assert not where.isEmpty()
        assert QRect(745, 175, 110, 42).contains(where), where


def test_no_face_has_no_features_but_shows_that_it_speaks(qapp: object) -> None:
    nobody = partner("noface")
    blank = face(FaceState(POSES["neutral"]), nobody)
    assert changed(blank, face(FaceState(POSES["listening"], gaze=0.0, lids=0.0), nobody)).width() < 40
    where = changed(blank, face(FaceState(POSES["speaking"], mouth=0.8), nobody))
    assert QRect(770, 236, 60, 30).contains(where)


def test_blending_poses() -> None:
    start, end = POSES["neutral"], POSES["smile"]
    assert blend(start, end, 0.0) == start
    assert blend(start, end, 1.0) is end
    assert start.curve < blend(start, end, 0.5).curve < end.curve

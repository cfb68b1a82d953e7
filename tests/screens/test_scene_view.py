"""SceneView: shows what it is told, moves a little, holds still when asked, and says in words what is to be seen."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QLabel

from trainer.ui.scene.face import FACES
from trainer.ui.scene.places import SETTINGS
from trainer.ui.scene.raster import LayerCache, fit_scene
from trainer.ui.scene.stage import LIVING_BOX
from trainer.ui.scene.view import IDLE_MS, LIVELY_MS, REST_AFTER, SceneView


@pytest.fixture
def view(qtbot: Any) -> SceneView:
    scene = SceneView()
    scene.resize(800, 340)
    qtbot.addWidget(scene)
    return scene


@pytest.fixture
def still(view: SceneView) -> SceneView:
    view.set_reduced_motion(True)
    return view


def grab(view: SceneView) -> QImage:
    return view.grab().toImage()


def changed(first: QImage, second: QImage) -> QRect:
    spots = [
        (x, y) for x in range(first.width()) for y in range(first.height()) if first.pixel(x, y) != second.pixel(x, y)
    ]
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    return QRect(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1) if spots else QRect()


# --- it shows what it is told -----------------------------------------------------------------------------------


def test_every_wish_changes_the_picture(still: SceneView) -> None:
    seen = [grab(still)]
    for wish in (
        lambda: still.set_face("smile"),
        lambda: still.set_partner("tomo"),
        lambda: still.set_dials(queue=2, eyes=1, time=0),
        lambda: still.set_dials(queue=2, eyes=2, time=0),
        lambda: still.set_dials(queue=2, eyes=2, time=2),
        lambda: still.set_high_contrast(True),
        lambda: still.set_visible_partner(False),
        lambda: still.set_setting("park"),
    ):
        wish()
        seen.append(grab(still))
    for before, after in zip(seen, seen[1:], strict=False):
        assert before != after


def test_every_place_looks_different(still: SceneView) -> None:
    pictures = []
    for name in SETTINGS:
        still.set_setting(name)
        pictures.append(grab(still))
    assert all(a != b for i, a in enumerate(pictures) for b in pictures[:i])


def test_the_queue_stands_at_the_left_and_the_face_stays_free(still: SceneView) -> None:
    alone = grab(still)
    still.set_dials(queue=3, eyes=1, time=0)
    where = changed(alone, grab(still))
    assert not where.isEmpty()
    assert where.right() < fit_scene(800, 340).rect((640, 0, 1, 1)).left()


def test_dials_are_clamped(still: SceneView) -> None:
    still.set_dials(queue=3, eyes=2, time=2)
    most = grab(still)
    still.set_dials(queue=99, eyes=99, time=99)
    assert grab(still) == most


def test_an_unknown_face_is_refused_in_words(view: SceneView) -> None:
    with pytest.raises(ValueError, match="no face is called 'cross'"):
        view.set_face("cross")


def test_unknown_names_still_show_a_picture(still: SceneView) -> None:
    before = grab(still)
    still.set_setting("the moon")
    still.set_partner("nobody")
    assert grab(still) == before


@pytest.mark.parametrize(
    "size", [(300, 170), (300, 640), (640, 200), (1024, 400), (1280, 536), (1900, 800), (1900, 320)]
)
def test_the_head_is_in_view_at_every_size(size: tuple[int, int]) -> None:
    fit = fit_scene(*size)
    head = fit.rect((716, 100, 168, 184))
    assert QRectF(0, 0, *size).contains(head)
    whole = fit.rect((0, 0, 1600, 600))
    assert whole.left() <= 0.01
    assert whole.right() >= size[0] - 0.01
    assert whole.bottom() >= size[1] - 0.01


def test_nothing_is_left_unpainted(still: SceneView) -> None:
    still.set_radius(0)
    for size in ((300, 640), (1900, 320)):
        still.resize(*size)
        picture = grab(still)
        corners = [(1, 1), (size[0] - 2, 1), (1, size[1] - 2), (size[0] - 2, size[1] - 2), (size[0] // 2, 1)]
        empty = QLabel().palette().window().color()
        assert all(picture.pixelColor(x, y) != empty for x, y in corners), size


# --- it moves a little, and holds still when asked --------------------------------------------------------------


def test_in_reduced_motion_two_looks_a_second_apart_are_the_same(qtbot: Any, still: SceneView) -> None:
    still.show()
    still.set_face("listening")
    first = grab(still)
    assert not still.is_moving()
    qtbot.wait(1000)
    assert grab(still) == first


def test_a_living_picture_moves_only_around_the_partner(qtbot: Any, view: SceneView) -> None:
    view.set_dials(queue=2, eyes=2, time=0)
    first = grab(view)
    view.advance(1.4)
    where = changed(first, grab(view))
    assert not where.isEmpty()
    assert fit_scene(800, 340).rect(LIVING_BOX).toAlignedRect().contains(where)


def test_a_face_eases_in_and_arrives(qtbot: Any, view: SceneView) -> None:
    view.show()
    view.set_face("smile")
    view.advance(0.11)
    midway = grab(view)
    still = SceneView()
    qtbot.addWidget(still)
    still.resize(800, 340)
    still.set_reduced_motion(True)
    still.set_face("smile")
    view.advance(5.0)
    view.set_reduced_motion(True)
    assert grab(view) == grab(still)
    assert midway != grab(view)


def test_in_reduced_motion_the_mouth_opens_once_and_stays(still: SceneView) -> None:
    still.set_face("speaking")
    shut = grab(still)
    still.set_mouth(0.8)
    speaking = grab(still)
    assert speaking != shut
    for opening in (0.2, 0.0, 0.7):
        still.set_mouth(opening)
        assert grab(still) == speaking
    still.set_face("neutral")
    closed = grab(still)
    still.set_mouth(0.0)
    assert grab(still) == closed


def test_the_mouth_moves_faster_than_the_breath(qtbot: Any, view: SceneView) -> None:
    view.show()
    qtbot.waitUntil(lambda: view._timer.interval() == IDLE_MS)  # at rest about 13 frames a second
    view.set_face("speaking")
    view.set_mouth(0.7)
    qtbot.waitUntil(lambda: view._timer.interval() == LIVELY_MS)
    view.set_face("neutral")
    qtbot.waitUntil(lambda: view._timer.interval() == IDLE_MS)


def test_the_clock_stops_when_nobody_can_see_it(qtbot: Any, view: SceneView) -> None:
    assert not view.is_moving()
    view.show()
    assert view.is_moving()
    view.set_covered(True)
    assert not view.is_moving()
    view.set_covered(False)
    assert view.is_moving()
    view.hide()
    assert not view.is_moving()
    view.show()
    view.set_visible_partner(False)
    assert not view.is_moving()


def test_the_clock_stops_when_minimised_and_goes_on_afterwards(qtbot: Any, view: SceneView) -> None:
    view.show()
    view.showMinimized()
    qtbot.waitUntil(lambda: not view.is_moving())
    view.showNormal()
    view.repaint()
    assert view.is_moving()


def test_the_clock_rests_after_a_minute_without_change(qtbot: Any, view: SceneView) -> None:
    view.show()
    view.advance(REST_AFTER + 1)
    qtbot.waitUntil(lambda: not view.is_moving())
    view.repaint()
    assert not view.is_moving()
    view.set_face("smile")
    assert view.is_moving()


def test_pushing_the_same_state_again_wakes_nothing(qtbot: Any, view: SceneView) -> None:
    view.show()
    view.advance(REST_AFTER + 1)
    qtbot.waitUntil(lambda: not view.is_moving())
    view.set_setting("shop")
    view.set_dials(queue=0, eyes=1, time=0)
    view.set_face("neutral")
    view.set_mouth(0.0)
    assert not view.is_moving()


# --- it says what is to be seen ---------------------------------------------------------------------------------


def test_one_name_one_description_no_parts(view: SceneView) -> None:
    node = QAccessible.queryAccessibleInterface(view)
    assert node.role() == QAccessible.Role.Graphic
    assert node.text(QAccessible.Text.Name) == "Picture: The corner shop"
    assert node.text(QAccessible.Text.Description) == view.description() != ""
    assert node.childCount() == 0
    assert not view.focusPolicy().value


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_description_changes_with_the_face(view: SceneView, language: str) -> None:
    view.set_language(language)
    said = set()
    for face in FACES:
        view.set_face(face)
        said.add(view.description())
    assert len(said) == len(FACES)
    assert all(("ミナ" if language == "ja" else "Mina") in words for words in said)


def test_the_description_in_words(qtbot: Any, view: SceneView) -> None:
    view.set_dials(queue=2, eyes=2, time=0)
    with qtbot.waitSignal(view.description_changed) as said:
        view.set_face("listening")
    assert said.args == ["Mina is listening to you, looking at you. Two people are waiting behind you."]
    view.set_language("ja")
    assert view.description() == "ミナはあなたのほうを見て、あなたの話を聞いています。後ろに二人待っています。"
    assert view.accessibleName() == "絵：まちのお店"
    view.set_partner_name("森さん")
    view.set_dials(queue=0, eyes=0, time=0)
    assert view.description() == "森さんは目をそらして、あなたの話を聞いています。"
    view.set_visible_partner(False)
    assert view.description() == "静かな場所です。だれもいません。"


def test_nothing_is_announced_twice(view: SceneView) -> None:
    said: list[str] = []
    view.description_changed.connect(said.append)
    view.set_face("smile")
    view.set_face("smile")
    view.set_dials(queue=0, eyes=1, time=2)
    assert len(said) == 1


# --- it keeps little --------------------------------------------------------------------------------------------


def test_the_layers_kept_are_bounded(qtbot: Any, still: SceneView) -> None:
    limit = 3 * 1024 * 1024
    still._stage._cache = cache = LayerCache(limit)
    frame = 0
    for width in range(400, 900, 50):
        still.resize(width, 340)
        before = cache.kept_bytes
        grab(still)
        frame = max(frame, cache.kept_bytes - before)
    assert 0 < cache.kept_bytes <= limit + frame


def test_layers_are_rasterised_once(still: SceneView) -> None:
    grab(still)
    kept = still._stage.cache.kept_bytes
    for face in FACES:
        still.set_face(face)
        grab(still)
    assert still._stage.cache.kept_bytes == kept > 0

"""The garden map's geometry and the still pictures of the other screens."""

from __future__ import annotations

import math
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from trainer.ui.scene.app_icon import app_icon
from trainer.ui.scene.garden_layout import GARDEN_SIZE, PATHS, garden_layout
from trainer.ui.scene.painting import Painting
from trainer.ui.scene.palette import CONTRAST, DAY, NIGHT, PALETTES, ScenePalette, palette_for_theme
from trainer.ui.scene.partners import PARTNERS
from trainer.ui.scene.pictures import DuskPicture, GardenMap, LogoMark, VerandaPicture, paint_stone
from trainer.ui.scene.places import SETTINGS
from trainer.ui.scene.small_pictures import PartnerPortrait, PlacePicture
from trainer.ui.scene.veranda import DUSK_TEXT

THE_38 = {"home": 7, "outdoors": 4, "errands": 10, "belonging": 5, "english": 2, "help": 2, "work": 8}


def test_every_scene_has_a_stone_of_its_own() -> None:
    layout = garden_layout(THE_38)
    assert {path: len(stones) for path, stones in layout.stones.items()} == THE_38
    assert set(layout.labels) == set(PATHS)
    stones = [stone for path in layout.stones.values() for stone in path]
    closest = min(math.dist(a, b) for a, b in combinations(stones, 2))
    assert closest > 34, "two stones lie on each other"


def test_labels_cover_no_stone() -> None:
    layout = garden_layout(THE_38)
    for path, (x, y) in layout.labels.items():
        label = QRectF(x - 75, y - 24, 150, 48)
        for stones in layout.stones.values():
            assert not any(label.contains(QPointF(*stone)) for stone in stones), path


@given(st.dictionaries(st.sampled_from([*PATHS, "moon"]), st.integers(-2, 24)))
def test_any_number_of_scenes_stays_on_the_map(counts: dict[str, int]) -> None:
    layout = garden_layout(counts)
    assert "moon" not in layout.stones
    for path, stones in layout.stones.items():
        assert len(stones) == max(0, counts[path])
        assert all(30 < x < GARDEN_SIZE[0] - 30 and 30 < y < GARDEN_SIZE[1] - 30 for x, y in stones)


def test_stones_lie_in_the_order_of_the_scenes_away_from_the_house() -> None:
    house = (800, 420)
    for path in ("outdoors", "errands", "english", "work", "help"):
        distances = [math.dist(house, stone) for stone in garden_layout(THE_38).stones[path]]
        assert distances == sorted(distances), path


@pytest.mark.parametrize("size", [(1232, 600), (900, 480), (600, 700), (1900, 500)])
def test_the_map_fits_inside_and_never_crops(qtbot: Any, size: tuple[int, int]) -> None:
    garden = GardenMap()
    qtbot.addWidget(garden)
    garden.resize(*size)
    garden.set_paths(THE_38)
    frame = QRectF(0, 0, *size).adjusted(-0.01, -0.01, 0.01, 0.01)
    assert frame.contains(garden.picture_rect())
    for point in [*garden.layout_().labels.values(), (0, 0), GARDEN_SIZE]:
        assert frame.contains(garden.to_widget(point))
    assert garden.scale() == pytest.approx(min(size[0] / 1600, size[1] / 780))


def stone(state: str, palette: ScenePalette) -> QImage:
    image = QImage(60, 60, QImage.Format.Format_ARGB32)
    image.fill(QColor(palette.hill))
    painter = QPainter(image)
    paint_stone(painter, QPointF(30, 30), 1.4, state, palette)  # type: ignore[arg-type]
    painter.end()
    return image


def luminance(colour: QColor) -> float:
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(first: QColor, second: QColor) -> float:
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", PALETTES, ids=lambda p: p.light)
def test_stones_differ_by_shape_as_well_as_colour(qapp: object, palette: ScenePalette) -> None:
    plain, been, waiting = (stone(state, palette) for state in ("plain", "been", "waiting"))
    assert plain != been != waiting != plain
    # the dot of a stone one has been to stands out from the stone around it, and so does the light of a waiting one
    assert contrast(been.pixelColor(30, 29), plain.pixelColor(30, 29)) >= 3
    assert contrast(waiting.pixelColor(30, 29), QColor("#1E4B45")) >= 3
    assert waiting.pixelColor(30, 12) != plain.pixelColor(30, 12), "no light around the stone"


def test_words_on_the_dusk_are_readable(qtbot: Any) -> None:
    picture = DuskPicture()
    qtbot.addWidget(picture)
    for size in ((608, 112), (900, 140), (400, 180)):
        picture.resize(*size)
        shot = picture.grab().toImage()
        spots = [(x, y) for x in range(20, int(size[0] * 0.62), 9) for y in range(8, size[1] - 8, 7)]
        assert min(contrast(QColor(DUSK_TEXT), shot.pixelColor(*spot)) for spot in spots) >= 4.5, size


def pictures() -> list[Painting]:
    return [
        VerandaPicture(), DuskPicture(), GardenMap(), PlacePicture("cafe"), PartnerPortrait("emi"), LogoMark(),
        VerandaPicture(language="ja"), DuskPicture(language="ja"), GardenMap(language="ja"),
        PlacePicture("cafe", language="ja"), PartnerPortrait("emi", language="ja"),
    ]  # fmt: skip


def test_every_picture_has_one_name_and_paints_itself(qtbot: Any) -> None:
    for picture in pictures():
        qtbot.addWidget(picture)
        node = QAccessible.queryAccessibleInterface(picture)
        assert node.role() == QAccessible.Role.Graphic
        assert node.text(QAccessible.Text.Name)
        assert node.childCount() == 0
        picture.resize(240, 200)
        shot = picture.grab().toImage()
        colours = {shot.pixel(x, y) for x in range(0, 240, 3) for y in range(0, 200, 3)}
        assert len(colours) > (2 if isinstance(picture, LogoMark) else 40), picture


def test_pictures_follow_the_theme_except_the_dusk(qtbot: Any) -> None:
    for picture in pictures():
        qtbot.addWidget(picture)
        picture.resize(240, 200)
        before = picture.grab().toImage()
        picture.set_scene_palette(NIGHT)
        assert (picture.grab().toImage() == before) == isinstance(picture, DuskPicture | LogoMark)


def test_palette_for_theme() -> None:
    assert [palette_for_theme(theme) for theme in ("light", "dark", "contrast", "?")] == [DAY, NIGHT, CONTRAST, DAY]


def test_portraits_differ(qtbot: Any) -> None:
    shots = []
    for look in PARTNERS:
        portrait = PartnerPortrait(look.id)
        qtbot.addWidget(portrait)
        portrait.resize(96, 96)
        shots.append(portrait.grab().toImage())
    assert all(a != b for a, b in combinations(shots, 2))


def test_cards_of_places_differ(qtbot: Any) -> None:
    card = PlacePicture()
    qtbot.addWidget(card)
    card.resize(160, 80)
    shots = []
    for name in SETTINGS:
        card.set_setting(name)
        shots.append(card.grab().toImage())
    assert all(a != b for a, b in combinations(shots, 2))


def test_the_icon_has_its_sizes(qapp: object) -> None:
    assert {size.width() for size in app_icon().availableSizes()} >= {16, 32, 48, 256}


def test_a_painting_is_rounded(qtbot: Any) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.setStyleSheet("background: #FF00FF")
    parent.resize(300, 200)
    picture = VerandaPicture(parent)
    picture.setStyleSheet("background: transparent")
    picture.resize(300, 200)
    shot = parent.grab().toImage()
    assert shot.pixelColor(1, 1) == QColor("#FF00FF")
    assert shot.pixelColor(150, 100) != QColor("#FF00FF")

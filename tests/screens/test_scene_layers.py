"""Every layer of every place and person is SVG that QtSvg paints, in every light."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from trainer.ui.scene.app_icon import icon_svg
from trainer.ui.scene.bodies import Dress, arms, body
from trainer.ui.scene.draw import svg
from trainer.ui.scene.garden_art import garden
from trainer.ui.scene.heads import head, over_face
from trainer.ui.scene.palette import CONTRAST, DAY, EVENING, NIGHT, PALETTES, ScenePalette, mix, scene_palette
from trainer.ui.scene.partners import PARTNERS, partner
from trainer.ui.scene.places import PLACES, SETTINGS, place
from trainer.ui.scene.veranda import dusk, veranda
from trainer.ui.scene.waiting import waiting_person

WANTED = {
    "shop", "park", "office", "hallway", "door", "room", "street", "stairwell", "bakery", "library", "reception",
    "cafe", "salon", "meeting", "nightshop", "bus", "phone", "chat",
}  # fmt: skip


def renderer(text: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(text.encode()))


def painted_share(text: str) -> float:
    """How much of a small rendering is not transparent."""
    image = QImage(80, 80, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    renderer(text).render(painter)
    painter.end()
    return sum(image.pixelColor(x, y).alpha() > 0 for x in range(80) for y in range(80)) / 6400


def assert_sound(text: str) -> None:
    assert not re.search(r"<(filter|clipPath|text|image|use)\b", text), "QtSvg does not paint this well"
    missing = set(re.findall(r"url\(#(\w+)\)", text)) - set(re.findall(r'\bid="(\w+)"', text))
    assert not missing, f"used but not defined: {missing}"
    assert "None" not in text and "nan" not in text
    assert renderer(text).isValid()


def person_layers(p: ScenePalette) -> Iterator[str]:
    for look in PARTNERS:
        yield head(p, look)
        yield head(p, look, outdoors=True)
        yield over_face(p, look, headset=True)
        for dress in {spot.dress for spot in PLACES.values()} | {Dress("suit"), Dress("knit")}:
            for pose in ("counter", "standing", "leash"):
                yield body(p, look, dress, pose)
                yield arms(p, look, dress, pose)


def test_every_place_that_scenes_may_name_is_painted() -> None:
    assert set(SETTINGS) == WANTED
    assert place("no such place").name == "shop"
    assert all(spot.name_en and spot.name_ja for spot in PLACES.values())


@pytest.mark.parametrize("p", PALETTES, ids=lambda p: p.light)
def test_places_are_sound_and_fill_the_picture(qapp: object, p: ScenePalette) -> None:
    for spot in PLACES.values():
        back, front = spot.back(p), spot.front(p)
        assert_sound(back)
        assert_sound(front)
        assert painted_share(back) == 1.0, spot.name
        assert 0.02 < painted_share(front) < 1.0, spot.name
        if spot.empty is not None:
            assert_sound(spot.empty(p))
            assert spot.empty(p) != back
        if spot.empty_front is not None:
            assert_sound(spot.empty_front(p))
            assert spot.empty_front(p) != front


@pytest.mark.parametrize("p", PALETTES, ids=lambda p: p.light)
def test_people_are_sound(qapp: object, p: ScenePalette) -> None:
    for text in person_layers(p):
        assert_sound(text)
    for number in range(3):
        assert_sound(waiting_person(p, number))
    assert len({waiting_person(p, number) for number in range(3)}) == 3


@pytest.mark.parametrize("p", PALETTES, ids=lambda p: p.light)
def test_other_pictures_are_sound(qapp: object, p: ScenePalette) -> None:
    for text in (garden(p), veranda(p)):
        assert_sound(text)
        assert painted_share(text) == 1.0


def test_dusk_and_icon_are_sound(qapp: object) -> None:
    assert_sound(dusk())
    assert painted_share(dusk()) == 1.0
    assert_sound(icon_svg())


def test_a_broken_layer_would_be_noticed(qapp: object) -> None:
    with pytest.raises(AssertionError, match="not defined"):
        assert_sound(svg(['<circle cx="1" cy="1" r="1" fill="url(#nowhere)"/>']))
    with pytest.raises(AssertionError, match="paint this well"):
        assert_sound(svg(["<text>words</text>"]))


def test_outlines_are_drawn_in_high_contrast_only() -> None:
    for spot in PLACES.values():
        assert 'stroke="#FFFFFF" stroke-width="2.5"' not in spot.back(DAY) + spot.front(DAY), spot.name
    for look in PARTNERS:
        assert CONTRAST.outline in head(CONTRAST, look), look.id
        assert CONTRAST.line in body(CONTRAST, look, Dress("coat"), "standing"), look.id
        assert CONTRAST.line in arms(CONTRAST, look, Dress("coat"), "standing"), look.id


def test_the_lights_differ() -> None:
    for spot in PLACES.values():
        assert len({spot.back(p) for p in PALETTES}) == len(PALETTES), spot.name


def test_the_partners() -> None:
    ids = [look.id for look in PARTNERS]
    assert len(ids) == len(set(ids)) >= 9
    assert {"mina", "haru", "sato", "kenji", "aoi", "tomo", "emi", "ryo", "lee", "noface"} <= set(ids)
    assert {look.gender for look in PARTNERS} == {"woman", "man", "open"}
    assert {"young", "middle", "older"} <= {look.age for look in PARTNERS}
    assert len({head(DAY, look) for look in PARTNERS}) == len(PARTNERS)
    assert partner("nobody").id == "mina"
    assert partner("sato").name("ja") == "佐藤さん"


def test_palettes_by_time_and_contrast() -> None:
    assert [scene_palette(t) for t in (0, 1, 2)] == [DAY, EVENING, NIGHT]
    assert scene_palette(9) is NIGHT
    assert scene_palette(-1) is DAY
    assert scene_palette(1, True) is CONTRAST
    assert [p.lamps for p in PALETTES] == [False, True, True, True]


def test_mix() -> None:
    assert mix("#000000", "#FFFFFF", 0.0) == "#000000"
    assert mix("#000000", "#FFFFFF", 1.0) == "#FFFFFF"
    assert mix("#204060", "#406080", 0.5) == "#305070"

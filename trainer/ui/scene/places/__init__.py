"""The painted places by name."""

from __future__ import annotations

from trainer.ui.scene.places.desks import LIBRARY, RECEPTION, SALON
from trainer.ui.scene.places.elsewhere import CHAT, PHONE
from trainer.ui.scene.places.food import BAKERY, CAFE
from trainer.ui.scene.places.home import DOOR, HALLWAY, ROOM
from trainer.ui.scene.places.kind import Place
from trainer.ui.scene.places.office import OFFICE
from trainer.ui.scene.places.outside import BUS, STAIRWELL, STREET
from trainer.ui.scene.places.park import PARK
from trainer.ui.scene.places.shop import SHOP
from trainer.ui.scene.places.together import MEETING, NIGHTSHOP

_ALL = (
    SHOP, PARK, OFFICE, HALLWAY, DOOR, ROOM, STREET, STAIRWELL, BUS, BAKERY, LIBRARY, RECEPTION, CAFE, SALON,
    MEETING, NIGHTSHOP, PHONE, CHAT,
)  # fmt: skip

PLACES: dict[str, Place] = {place.name: place for place in _ALL}

SETTINGS: tuple[str, ...] = tuple(PLACES)
"""Names of the painted places."""


def place(setting: str) -> Place:
    """The place of that name; an unknown name gives the shop, so that a picture is always there."""
    return PLACES.get(setting, SHOP)


def setting_name(setting: str, language: str = "en") -> str:
    """The name of a painted place on the screen ("en" or "ja")."""
    return place(setting).name_in(language)

"""The painted places by name."""

from __future__ import annotations

from trainer.ui.scene.places.kind import Place
from trainer.ui.scene.places.shop import SHOP

PLACES: dict[str, Place] = {place.name: place for place in (SHOP,)}

SETTINGS: tuple[str, ...] = tuple(PLACES)
"""Names of the painted places."""


def place(setting: str) -> Place:
    """The place of that name; an unknown name gives the shop, so that a picture is always there."""
    return PLACES.get(setting, SHOP)

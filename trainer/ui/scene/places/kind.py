"""What a painted place is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from trainer.ui.scene.bodies import Dress, Pose
from trainer.ui.scene.palette import ScenePalette

Layer = Callable[[ScenePalette], str]
"""Paints one layer of the design space 1600x600 as an SVG text."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Place:
    """One place: what is behind the partner, what is in front, and how the partner stands and dresses there.

    `front_box` is the part of the design space the front fills. `arms_over` puts the arms in front of it (hands on a
    counter). `empty` and `empty_front` replace back and front when nobody is shown (a closed door, no dog on a leash).
    """

    name: str
    name_en: str
    name_ja: str
    back: Layer
    front: Layer
    front_box: Box
    dress: Dress
    pose: Pose = "counter"
    arms_over: bool = True
    outdoors: bool = False
    headset: bool = False
    empty: Layer | None = None
    empty_front: Layer | None = None

    def name_in(self, language: str) -> str:
        """The place's name on the screen."""
        return self.name_ja if language == "ja" else self.name_en

"""Small pictures painted with the stage of the practice page: a place on a card, a partner's portrait."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from trainer.ui.scene.face import POSES, FaceState
from trainer.ui.scene.painting import Painting
from trainer.ui.scene.palette import mix
from trainer.ui.scene.partners import partner
from trainer.ui.scene.places import place
from trainer.ui.scene.raster import Fit, LayerCache
from trainer.ui.scene.stage import Frame, Stage
from trainer.ui.scene.words import about_partner, scene_name, word


class PlacePicture(Painting):
    """A place as a small picture on a card, with nobody in it."""

    def __init__(self, setting: str = "shop", parent: QWidget | None = None, *, language: str = "en") -> None:
        super().__init__(parent, radius=16.0)
        self._stage = Stage(LayerCache(8 * 1024 * 1024))
        self._setting, self._language = setting, language
        self._describe()

    def set_setting(self, setting: str) -> None:
        """Show another place."""
        self._setting = setting
        self._describe()
        self.update()

    def set_language(self, language: str) -> None:
        """Language of the name and description."""
        self._language = language
        self._describe()

    def _describe(self) -> None:
        self.set_words(scene_name(self._language, place(self._setting)), word("place_about", self._language))

    def sizeHint(self) -> QSize:
        """A card."""
        return QSize(320, 140)

    def paint_picture(self, painter: QPainter) -> None:
        """Paint the empty place."""
        frame = Frame(place(self._setting), self._palette, None, FaceState(POSES["neutral"]))
        self._stage.paint(painter, self.width(), self.height(), frame, ratio=self.devicePixelRatioF())


class PartnerPortrait(Painting):
    """Head and shoulders of a partner, for the settings list."""

    def __init__(self, partner_id: str, parent: QWidget | None = None, *, language: str = "en") -> None:
        super().__init__(parent, radius=16.0)
        self._stage = Stage(LayerCache(8 * 1024 * 1024))
        self._partner = partner(partner_id)
        self._face = "smile"
        self.set_language(language)

    def set_language(self, language: str) -> None:
        """Language of the name and description."""
        name = self._partner.name(language)
        self.set_words(word("portrait", language, who=name), about_partner(self._partner, language))

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(96, 96)

    def paint_picture(self, painter: QPainter) -> None:
        """Paint the head and shoulders over a plain ground."""
        side = min(self.width(), self.height())
        scale = side / 330
        fit = Fit(scale, self.width() / 2 - 800 * scale, self.height() / 2 - 196 * scale)
        painter.fillRect(self.rect(), QColor(mix(self._palette.wall2, self._palette.wood_light, 0.22)))
        frame = Frame(place("room"), self._palette, self._partner, FaceState(POSES[self._face]))
        self._stage.paint_person(painter, self.width(), self.height(), frame, ratio=self.devicePixelRatioF(), fit=fit)

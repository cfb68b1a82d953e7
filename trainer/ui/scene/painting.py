"""What every painted picture shares: rounded corners, one accessible name and description, a scene palette."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from trainer.ui.scene.palette import DAY, ScenePalette

RADIUS = 22.0
"""Corner radius of a painting in widget pixels."""


class Painting(QLabel):
    """A picture painted by code.

    It is a QLabel holding an empty pixmap, because that is what Qt announces with the role Graphic: no accessibility
    factory has to be installed and kept alive. Its parts are not exposed, and it never takes the focus.
    """

    def __init__(self, parent: QWidget | None = None, *, radius: float = RADIUS) -> None:
        super().__init__(parent)
        blank = QPixmap(1, 1)
        blank.fill(Qt.GlobalColor.transparent)
        self.setPixmap(blank)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._radius = radius
        self._palette = DAY

    def scene_palette(self) -> ScenePalette:
        """The palette in use."""
        return self._palette

    def set_scene_palette(self, palette: ScenePalette) -> None:
        """Paint with another palette from now on."""
        if palette is not self._palette:
            self._palette = palette
            self.update()

    def set_radius(self, radius: float) -> None:
        """Corner radius in widget pixels; 0 for square corners."""
        self._radius = radius
        self.update()

    def set_words(self, name: str, about: str) -> None:
        """What a screen reader says: a name and one sentence."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(about)

    def sizeHint(self) -> QSize:
        """A calm default."""
        return QSize(640, 300)

    def minimumSizeHint(self) -> QSize:
        """Small enough for any window."""
        return QSize(120, 60)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Clip to the rounded corners and let the picture paint itself."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._radius > 0 and not self._inner().contains(QRectF(event.rect())):
            corners = QPainterPath()
            corners.addRoundedRect(QRectF(self.rect()), self._radius, self._radius)
            painter.setClipPath(corners)
        self.paint_picture(painter)
        painter.end()

    def _inner(self) -> QRectF:
        """What lies wholly between the corners: there no clip path is needed."""
        return QRectF(self.rect()).adjusted(self._radius, 0, -self._radius, 0)

    def paint_picture(self, painter: QPainter) -> None:
        """Paint the whole picture over the widget's rectangle; subclasses do."""
        raise NotImplementedError

"""What painted controls tell a screen reader: roles and values in words, and polite announcements."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QWidget

Role = QAccessible.Role

_ROLES: dict[str, Role] = {
    "CaptionBubble": Role.StaticText,
    "Drawer": Role.Dialog,
    "BreathCircle": Role.Graphic,
    "SceneView": Role.Graphic,
    "VerandaPicture": Role.Graphic,
    "DuskPicture": Role.Graphic,
    "PlacePicture": Role.Graphic,
    "PartnerPortrait": Role.Graphic,
    "GardenMap": Role.Graphic,
    "StepDots": Role.Indicator,
    "BeforeAfterLine": Role.Graphic,
    "TensionPlot": Role.Chart,
    "LevelMeter": Role.Indicator,
    "PathPicture": Role.Graphic,
    "Card": Role.Grouping,
    "Page": Role.Pane,
}


class _Named(QAccessibleWidget):
    """A widget with a role of our own."""

    def __init__(self, widget: QWidget, role: Role) -> None:
        super().__init__(widget, role)


class _Worded(QAccessibleWidget):
    """A slider whose value is spoken as words (`value_words()` of the widget)."""

    def text(self, kind: QAccessible.Text) -> str:
        """Words instead of a number for the value."""
        widget = self.widget()
        words = getattr(widget, "value_words", None)
        if kind == QAccessible.Text.Value and callable(words):
            return str(words())
        return super().text(kind)


class _Factory:
    """Makes and keeps the interfaces; Qt does not own what Python made."""

    def __init__(self) -> None:
        self.kept: dict[int, QAccessibleInterface] = {}

    def __call__(self, name: str, thing: object) -> QAccessibleInterface | None:
        """An interface for a widget of ours; None leaves it to Qt."""
        if not isinstance(thing, QWidget):
            return None
        if name == "DialSlider":
            return self._keep(thing, _Worded(thing, Role.Slider))
        role = _ROLES.get(name)
        return self._keep(thing, _Named(thing, role)) if role is not None else None

    def _keep(self, thing: QWidget, made: QAccessibleInterface) -> QAccessibleInterface:
        key = id(thing)
        self.kept[key] = made
        thing.destroyed.connect(lambda *_: self.kept.pop(key, None))
        return made


FACTORY = _Factory()


def install_roles() -> None:
    """Let Qt ask us for the roles of painted widgets; called once, when the application begins."""
    QAccessible.installFactory(FACTORY)


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say `text` politely, when it has finished what it is saying."""
    if not text or QApplication.instance() is None or not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(widget, text)
    event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
    QAccessible.updateAccessibility(event)

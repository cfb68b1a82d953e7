"""View model of the page before a scene: who, where, everything that can be said, and what one begins with."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from trainer.script import Dial, Line, Moment, Scene
from trainer.speech import Way
from trainer.ui.bridge import Before, Desk
from trainer.ui.view_models.everything import Part, everything_of
from trainer.ui.view_models.route import Route
from trainer.ui.view_models.settings import SettingsModel

SHORT = 6
"""Lines that show before everything is asked for."""


@dataclass(frozen=True, slots=True)
class ScriptLine:
    """Something that can be said. `who` is a person's name, "" for the trainee; `hardest` marks the hardest moment.

    `options` are the replies that are possible there.
    """

    who: str
    text: str = ""
    options: tuple[str, ...] = ()
    hardest: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """A dial, where it stood, and one step gentler."""

    dial: str
    now: int
    to: int


def _of_moment(scene: Scene, moment: Moment) -> list[ScriptLine]:
    hard = moment.name == scene.hardest
    found = [
        ScriptLine(scene.person(step.speaker).name, step.wordings[0].text, (), hard)
        for step in moment.opening
        if isinstance(step, Line) and step.wordings
    ]
    options = tuple((reply.examples[0] if reply.examples else reply.label) for reply in moment.replies[:3])
    return [*found, ScriptLine("", options=options)] if options else found


def script_of(scene: Scene) -> tuple[ScriptLine, ...]:
    """What will be said, in the sheet's order: the lines around the hardest one."""
    found = [line for moment in scene.moments for line in _of_moment(scene, moment)]
    if len(found) <= SHORT:
        return tuple(dict.fromkeys(found))
    hard = next((at for at, line in enumerate(found) if line.hardest), 0)
    first = max(0, min(hard - 1, len(found) - SHORT))
    return tuple(found[first : first + SHORT])


AT_REST = 50
"""Milliseconds after the last press."""


class PreviewModel(QObject):
    """One scene before it begins. What is chosen here is only used if the scene begins."""

    changed = Signal()

    def __init__(self, desk: Desk, settings: SettingsModel, route: Route) -> None:
        super().__init__()
        self._desk, self._settings, self._route = desk, settings, route
        self.address = ""
        self.path = "other"
        self.scene: Scene | None = None
        self.every_line = False
        self.dials: dict[str, int] = {}
        self.way: Way = "choose"
        self.tension: int | None = None
        self.expected = ""
        self.swapped = False
        self.offer: Offer | None = None
        self._at_rest = QTimer(self)
        self._at_rest.setSingleShot(True)
        self._at_rest.setInterval(AT_REST)
        self._at_rest.timeout.connect(self._prepare)

    def open(self, address: str) -> None:
        """Look at that scene; everything begins at its gentlest."""
        if address == self.address and self.scene is not None:
            self.scene = self._desk.scene(address)
            self._get_ready()  # in another language by now, perhaps
            self.changed.emit()
            return
        self.address = address
        self.scene = self._desk.scene(address)
        self.path = next((card.path for card in self._desk.scenes() if card.address == address), "other")
        self.every_line, self.tension, self.expected, self.swapped = False, None, "", False
        self.way = self._settings.now.way
        self.all_gentle()
        self.offer = self._offered()

    def _get_ready(self) -> None:
        """What is said first, with these dials and from this seat, may be rendered meanwhile: once the hand rests."""
        self._at_rest.start()

    def _prepare(self) -> None:
        if self.scene is not None and self._route.page == "preview":
            self._desk.get_ready(self.before())

    def again(self, address: str, dials: dict[str, int], swapped: bool = False) -> None:
        """The same scene a little different: with the dials of last time, perhaps from the other seat."""
        self.address = ""
        self.open(address)
        self.dials.update({name: value for name, value in dials.items() if name in self.dials})
        self.swapped = swapped
        self.offer = self.offer or self._offered()
        self._get_ready()
        self.changed.emit()

    # --- care ----------------------------------------------------------------------------------------------------

    def _offered(self) -> Offer | None:
        """One dial a little gentler, after tension rose twice running: the desk offers it once."""
        dials = self.scene.dials if self.scene is not None else ()
        moved = any(self.dials.get(dial.name, dial.gentlest) != dial.gentlest for dial in dials)
        told = self._desk.gentler_offer(self.address, self.dials if moved else None) if dials else None
        return Offer(str(told["dial"]), int(told["now"]), int(told["to"])) if told is not None else None

    def accept_offer(self) -> None:
        """That dial stands one step gentler, unless it stands gentler still."""
        offer, self.offer = self.offer, None
        if offer is not None and self.scene is not None:
            dial = self.scene.dial(offer.dial)
            now = self.dials.get(offer.dial, offer.to)
            if dial is not None and abs(now - dial.gentlest) > abs(offer.to - dial.gentlest):
                self.dials[offer.dial] = offer.to
                self._get_ready()
        self.changed.emit()

    def decline_offer(self) -> None:
        """Everything stays as it is; nothing is asked again."""
        self.offer = None
        self.changed.emit()

    def set_swapped(self, swapped: bool) -> None:
        """Sit in the partner's seat, or in one's own."""
        self.swapped = swapped
        self._get_ready()

    def script(self) -> tuple[ScriptLine, ...]:
        """What will be said, in short."""
        return script_of(self.scene) if self.scene is not None else ()

    def everything(self) -> tuple[Part, ...]:
        """Everything that can happen."""
        return everything_of(self.scene) if self.scene is not None else ()

    def toggle_every_line(self) -> None:
        """All of it, or the short form."""
        self.every_line = not self.every_line
        self.changed.emit()

    def all_gentle(self) -> None:
        """Every dial at its gentlest."""
        dials: tuple[Dial, ...] = self.scene.dials if self.scene is not None else ()
        self.dials = {dial.name: dial.gentlest for dial in dials}
        self._get_ready()
        self.changed.emit()

    def set_dial(self, name: str, value: int) -> None:
        """Move a dial."""
        self.dials[name] = value
        self._get_ready()  # at another speed the first words are other sound

    def set_way(self, way: str) -> None:
        """Another way of answering; it is remembered."""
        self.way = way  # type: ignore[assignment]
        self._settings.change(way=way)
        self._get_ready()

    def set_tension(self, value: int | None) -> None:
        """0-10, or nothing."""
        self.tension = value

    def set_expected(self, text: str) -> None:
        """In the trainee's own words, or nothing."""
        self.expected = text

    def before(self, show_first: bool = False) -> Before:
        """What the visit begins with."""
        return Before(
            self.address, self.way, dict(self.dials), self.tension, self.expected.strip(), show_first, self.swapped
        )

    def begin(self, show_first: bool = False) -> None:
        """Into the scene; with `show_first` one watches it once."""
        if self.scene is not None:
            if self._at_rest.isActive():  # the hand did not rest: now is the last moment
                self._at_rest.stop()
                self._prepare()
            self.show_first = show_first
            self._route.go("practice", self.address)

    show_first = False

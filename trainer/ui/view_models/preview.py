"""View model of the page before a scene: who, where, everything that can be said, and what one begins with."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from trainer.script import Dial, Line, Moment, Scene, Step
from trainer.speech import Way
from trainer.ui.bridge import Before, ShelfPort
from trainer.ui.view_models.route import Route
from trainer.ui.view_models.settings import SettingsModel

SHORT = 6
"""Lines that show before "every line" is asked for."""


@dataclass(frozen=True, slots=True)
class ScriptLine:
    """Something that can be said. `who` is a person's name, "" for the trainee; `hardest` marks the hardest moment.

    `options` are the replies that are possible there.
    """

    who: str
    text: str = ""
    options: tuple[str, ...] = ()
    hardest: bool = False


def _lines(scene: Scene, steps: tuple[Step, ...], hardest: bool, every: bool) -> list[ScriptLine]:
    found = []
    for step in steps:
        if isinstance(step, Line):
            wordings = step.wordings if every else step.wordings[:1]
            found += [ScriptLine(scene.person(step.speaker).name, wording.text, (), hardest) for wording in wordings]
    return found


def _of_moment(scene: Scene, moment: Moment, every: bool) -> list[ScriptLine]:
    hard = moment.name == scene.hardest
    found = _lines(scene, moment.opening, hard, every)
    replies = moment.replies if every else moment.replies[:3]
    options = tuple((reply.examples[0] if reply.examples else reply.label) for reply in replies)
    if options:
        found.append(ScriptLine("", options=options))
    if every:
        for reply in moment.replies:
            found += _lines(scene, reply.steps, False, every)
        for steps in (moment.repeat, *moment.unclear, *moment.unheard, *(quiet.steps for quiet in moment.silences)):
            found += _lines(scene, steps, False, every)
    return found


def script_of(scene: Scene, every: bool) -> tuple[ScriptLine, ...]:
    """What will be said, in the sheet's order; `every` with all wordings and what is said when things go otherwise."""
    found = [line for moment in scene.moments for line in _of_moment(scene, moment, every)]
    if every or len(found) <= SHORT:
        return tuple(dict.fromkeys(found))
    hard = next((at for at, line in enumerate(found) if line.hardest), 0)
    first = max(0, min(hard - 1, len(found) - SHORT))
    return tuple(found[first : first + SHORT])


class PreviewModel(QObject):
    """One scene before it begins. What is chosen here is only used if the scene begins."""

    changed = Signal()

    def __init__(self, shelf: ShelfPort, settings: SettingsModel, route: Route) -> None:
        super().__init__()
        self._shelf, self._settings, self._route = shelf, settings, route
        self.address = ""
        self.path = "other"
        self.scene: Scene | None = None
        self.every_line = False
        self.dials: dict[str, int] = {}
        self.way: Way = "choose"
        self.tension: int | None = None
        self.expected = ""
        self.swapped = False

    def open(self, address: str) -> None:
        """Look at that scene; everything begins at its gentlest."""
        if address == self.address and self.scene is not None:
            self.scene = self._shelf.scene(address)
            self.changed.emit()
            return
        self.address = address
        self.scene = self._shelf.scene(address)
        self.path = next((card.path for card in self._shelf.scenes() if card.address == address), "other")
        self.every_line, self.tension, self.expected, self.swapped = False, None, "", False
        self.way = self._settings.now.way
        self.all_gentle()

    def again(self, address: str, dials: dict[str, int], swapped: bool = False) -> None:
        """The same scene a little different: with the dials of last time, perhaps from the other seat."""
        self.address = ""
        self.open(address)
        self.dials.update({name: value for name, value in dials.items() if name in self.dials})
        self.swapped = swapped
        self.changed.emit()

    def set_swapped(self, swapped: bool) -> None:
        """Sit in the partner's seat, or in one's own."""
        self.swapped = swapped

    def script(self) -> tuple[ScriptLine, ...]:
        """What will be said."""
        return script_of(self.scene, self.every_line) if self.scene is not None else ()

    def toggle_every_line(self) -> None:
        """All of it, or the short form."""
        self.every_line = not self.every_line
        self.changed.emit()

    def all_gentle(self) -> None:
        """Every dial at its gentlest."""
        dials: tuple[Dial, ...] = self.scene.dials if self.scene is not None else ()
        self.dials = {dial.name: dial.gentlest for dial in dials}
        self.changed.emit()

    def set_dial(self, name: str, value: int) -> None:
        """Move a dial."""
        self.dials[name] = value

    def set_way(self, way: str) -> None:
        """Another way of answering; it is remembered."""
        self.way = way  # type: ignore[assignment]
        self._settings.change(way=way)

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
            self.show_first = show_first
            self._route.go("practice", self.address)

    show_first = False

"""View model of the journal: one stone a visit, one visit in words, tension before and after."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from trainer.session.view import FactView
from trainer.ui.bridge import PATHS, Outcome, RecordsPort, VisitEntry
from trainer.ui.view_models.route import Route

STONES = 12
"""Stones on one stretch of the path."""


class JournalModel(QObject):
    """`changed` whenever what shows is different."""

    changed = Signal()

    def __init__(self, records: RecordsPort, route: Route) -> None:
        super().__init__()
        self._records, self._route = records, route
        self.visits: tuple[VisitEntry, ...] = ()
        self.chosen = ""
        self.stretch = 0
        self.told = Outcome()
        self.reading = False
        self.everywhere = False

    def fresh(self) -> None:
        """Read what is kept."""
        self.visits = tuple(self._records.visits())
        if self.chosen not in {visit.id for visit in self.visits}:
            self.chosen = self.visits[-1].id if self.visits else ""
            self.stretch = max(0, self.stretches() - 1)
        self.changed.emit()

    def stretches(self) -> int:
        """How many stretches of path there are."""
        return max(1, -(-len(self.visits) // STONES))

    def on_path(self) -> tuple[VisitEntry, ...]:
        """The visits of the stretch that shows."""
        at = min(self.stretch, self.stretches() - 1) * STONES
        return self.visits[at : at + STONES]

    def turn(self, by: int) -> None:
        """An earlier or later stretch."""
        self.stretch = min(self.stretches() - 1, max(0, self.stretch + by))
        self.changed.emit()

    def choose(self, visit: str) -> None:
        """Look at that visit."""
        if visit != self.chosen:
            self.chosen = visit
            self.changed.emit()

    def visit(self) -> VisitEntry | None:
        """The visit one looks at."""
        return next((visit for visit in self.visits if visit.id == self.chosen), None)

    def facts(self) -> tuple[FactView, ...]:
        """What happened in it."""
        return self._records.visit_facts(self.chosen) if self.chosen else ()

    def same_scene(self) -> tuple[VisitEntry, ...]:
        """The latest visits with a tension number, oldest first: to the same scene, or to all (`everywhere`)."""
        now = self.visit()
        if now is None:
            return ()
        found = [
            visit
            for visit in self.visits
            if (self.everywhere or visit.scene == now.scene)
            and (visit.tension_before is not None or visit.tension_after is not None)
        ]
        return tuple(found[-8:])

    def set_everywhere(self, everywhere: bool) -> None:
        """Numbers of all scenes, or of this one."""
        if everywhere != self.everywhere:
            self.everywhere = everywhere
            self.changed.emit()

    def places(self) -> dict[str, int]:
        """How many visits each path of the map had, in the order of the map; other packs last, if there were any."""
        found = dict.fromkeys(PATHS, 0)
        for visit in self.visits:
            key = visit.path if visit.path in PATHS else "other"
            found[key] = found.get(key, 0) + 1
        return found

    def aloud(self) -> int:
        """Lines said aloud, read or spoken, over all visits."""
        return sum(visit.aloud for visit in self.visits)

    def go_again(self) -> None:
        """To that scene's preview."""
        now = self.visit()
        if now is not None:
            self._route.go("preview", now.scene)

    def erase(self) -> None:
        """Erase this one visit."""
        now = self.visit()
        if now is not None:
            self.told = self._records.erase_visit(now.id)
            self.fresh()

    def text(self) -> str:
        """All of it in plain words."""
        return self._records.records_text()

    def export(self, path: str) -> None:
        """Write exactly that text."""
        self.told = self._records.export_records(path)
        self.changed.emit()

    def set_reading(self, reading: bool) -> None:
        """Show everything as text, or the path."""
        self.reading = reading
        self.changed.emit()

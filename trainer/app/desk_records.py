"""The desk's records drawer: everything kept about the trainee, to read, to take along, to erase."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.app.house import House
from trainer.late import late
from trainer.storage.files import FileError, write_atomically
from trainer.ui.bridge import ExpectationMet as Met
from trainer.ui.bridge import Kept, Outcome, VisitEntry
from trainer.ways import Way

if TYPE_CHECKING:
    from trainer.practice import after as afterwards
    from trainer.practice import map as maps
    from trainer.practice import plain, progress
    from trainer.session import view as views
    from trainer.storage import eraser
else:
    afterwards = late("trainer.practice.after")
    plain = late("trainer.practice.plain")
    maps = late("trainer.practice.map")
    progress = late("trainer.practice.progress")
    eraser = late("trainer.storage.eraser")
    views = late("trainer.session.view")

ALOUD: frozenset[Way] = frozenset({"read", "speak"})
"""Ways in which a line is said aloud."""

TOLD_ONCE: frozenset[str] = frozenset({"journal-set-aside", "journal-not-kept", "journal-newer"})
"""How the record may stand when the program begins, besides well and locked."""


class RecordsDrawer:
    """Implements the screens' `RecordsPort`."""

    def __init__(self, house: House) -> None:
        self._house = house

    def _titles(self) -> dict[str, str]:
        language = self._house.settings.practice_language
        return {f"{one.pack}/{one.id}": one.title for one in self._house.shelf.headings(language)}

    def visits(self) -> Sequence[VisitEntry]:
        """Every visit, oldest first, from what is added up already."""
        titles = self._titles()
        return [_entry(one, titles) for one in self._house.journal.visits()]

    def visit_facts(self, visit: str) -> tuple[views.FactView, ...]:
        """What happened in that visit."""
        facts = progress.standing(self._house.journal.facts_of(visit))
        return tuple(views.FactView(told.code, told.count, told.detail) for told in afterwards.happened(facts))

    def kept(self) -> Kept:
        """How much is kept."""
        visited = self._house.journal.visits()
        pairs = sum(1 for one in visited if one.tension_before is not None and one.tension_after is not None)
        words = self._house.journal.words() + len(self._house.learnt.all())
        return Kept(
            len(visited),
            pairs,
            sum(1 for one in visited if one.expected),
            words,
            str(self._house.where.data),
        )

    def troubles(self) -> Sequence[Outcome]:
        """What went otherwise at the start, and is worth a sentence."""
        house = self._house
        found = [Outcome(house.ledger.code)] if house.ledger.code in TOLD_ONCE else []
        notice = house.settings_notices
        return [*found, Outcome(notice.code, notice.detail)] if notice is not None else found

    def records_text(self) -> str:
        """Everything kept, in plain words, exactly as an export would write it."""
        house = self._house
        kept = plain.KeptRecords(house.journal.facts(), house.learnt.all(), house.memory.all(), self._titles())
        return plain.records_text(kept, house.settings.screen_language)

    def export_records(self, path: str) -> Outcome:
        """Write that exact text to a file."""
        try:
            write_atomically(Path(path).expanduser(), self.records_text().encode("utf-8"))
        except FileError as error:
            return Outcome(f"file-{error.reason}", path)
        return Outcome()

    def erase_visit(self, visit: str) -> Outcome:
        """Erase one visit."""
        return self._erase(eraser.of_visit(visit))

    def erase_scene(self, scene: str) -> Outcome:
        """Erase everything about one scene (`pack/scene`)."""
        return self._erase(eraser.of_scene(scene))

    def erase_between(self, first: str, last: str = "") -> Outcome:
        """Erase the local days from `first` to `last` (`2026-11-22`), both with them; "" for no end."""
        return self._erase(eraser.between(first, last) if last else eraser.since(first))

    def erase_all(self) -> Outcome:
        """Erase everything kept about the trainee, at once; also who gave which pack."""
        erased = self._erase(eraser.everything())
        try:
            self._house.shelf.notes.forget_givers()
        except FileError as error:
            return Outcome("erase-incomplete", error.path.name)
        return erased

    def _erase(self, what: eraser.Selection) -> Outcome:
        erased = eraser.erase(self._house.ledger, what)
        return Outcome() if erased.complete else Outcome("erase-incomplete", ", ".join(erased.left_aside))


def _entry(one: progress.Visit, titles: dict[str, str]) -> VisitEntry:
    met: Met = one.expectation_met if one.expectation_met in ("no", "partly", "yes") else ""  # type: ignore[assignment]
    return VisitEntry(
        id=one.id,
        scene=one.scene,
        title=titles.get(one.scene, one.scene),
        path=maps.path_of(one.scene.partition("/")[0]),
        when=one.when,
        expected=one.expected,
        expectation_met=met,
        tension_before=one.tension_before,
        tension_after=one.tension_after,
        aloud=sum(count for way, count in one.ways.items() if way in ALOUD),
    )

"""View model of what is kept: reading it, the page to show, the lock, the backup, erasing; and of the closed door."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from trainer.practice.share import Choices, Item, OwnWords, SharePage, page_text
from trainer.ui.bridge import Desk, Kept, LockState, Outcome, VisitEntry
from trainer.ui.view_models.records_words import say, told

MOST = 200
"""Visits that can be picked here; older ones by their period, or in the journal."""


class RecordsModel(QObject):
    """`changed` whenever what shows is different; `door` when the lock was closed or opened."""

    changed = Signal()
    door = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.told = ""
        self.choices = Choices()
        self.reading = False
        self.busy = False
        """Slow work is under way; nothing else begins until it is done."""
        self.changes = 0
        """How often what is kept was changed from here."""

    def fresh(self) -> None:
        """Come to the page: nothing ticked from last time, nothing told."""
        self.told, self.choices, self.reading = "", Choices(), False
        self.changed.emit()

    @property
    def language(self) -> str:
        """Of the screens."""
        return self._desk.screen_language()

    def say(self, key: str, *values: object) -> str:
        """The words for a key."""
        return say(key, self.language, *values)

    def kept(self) -> Kept:
        """How much is kept."""
        return self._desk.kept()

    def text(self) -> str:
        """All of it in plain words."""
        return self._desk.records_text()

    def set_reading(self, reading: bool) -> None:
        """Show everything as text, or not."""
        self.reading = reading
        self.changed.emit()

    # --- the page to show somebody ----------------------------------------------------------------------------------

    def words(self) -> tuple[OwnWords, ...]:
        """Own words that can be ticked."""
        return tuple(self._desk.page_words())

    def tick(self, item: Item, on: bool) -> None:
        """Let that stand on the page, or not."""
        items = self.choices.items | {item} if on else self.choices.items - {item}
        self.choose(replace(self.choices, items=items))

    def tick_words(self, key: str, on: bool) -> None:
        """Let those words stand on it, or not."""
        words = self.choices.words | {key} if on else self.choices.words - {key}
        self.choose(replace(self.choices, words=words))

    def choose(self, choices: Choices) -> None:
        """Other choices: the preview follows."""
        if choices != self.choices:
            self.choices = choices
            self.changed.emit()

    def page(self) -> SharePage:
        """Exactly what will be written."""
        return self._desk.share_page(self.choices)

    def preview(self) -> str:
        """The same as text."""
        return page_text(self.page())

    def save_pdf(self, path: str, paint: Callable[[SharePage], bytes]) -> None:
        """Write the page as it was shown."""
        self._tell(self._desk.write_page(path, paint(self.page())), "written")

    def save_csv(self, path: str) -> None:
        """Write the same content as a table."""
        self._tell(self._desk.write_page_csv(path, self.choices), "written")

    # --- the lock -------------------------------------------------------------------------------------------------

    def lock_state(self) -> LockState:
        """Whether there is a lock, and whether it is open."""
        return self._desk.lock_state()

    def set_lock(self, passphrase: str, again: str) -> None:
        """Lock everything, when both are the same."""
        self._with(passphrase == again, lambda: self._desk.set_lock(passphrase))

    def change_lock(self, old: str, new: str, again: str) -> None:
        """Another passphrase."""
        self._with(new == again, lambda: self._desk.change_lock(old, new))

    def remove_lock(self, passphrase: str) -> None:
        """No lock any more."""
        self._with(True, lambda: self._desk.remove_lock(passphrase))

    def open_lock(self, passphrase: str) -> None:
        """At the door: `door` tells when it opened. A passphrase is looked at slowly, by design."""
        self._slowly(lambda: self._desk.open_lock(passphrase), "done", self._opened)

    def forget(self) -> None:
        """At the door: the passphrase is gone, so everything kept goes."""
        self._slowly(self._desk.erase_all, "erased", self._opened)

    def _opened(self, outcome: Outcome) -> None:
        if outcome.ok:
            self.door.emit()

    def lock_on_hide(self) -> bool:
        """Does hiding close the lock?"""
        return self._desk.settings().lock_on_hide

    def set_lock_on_hide(self, on: bool) -> None:
        """Hiding closes the lock, or not."""
        self._desk.set_settings(replace(self._desk.settings(), lock_on_hide=on))

    def _with(self, same: bool, call: Callable[[], Outcome]) -> None:
        if same:
            self._slowly(call, "done")
        else:
            self.told = self.say("lock-twice")
            self.changed.emit()

    # --- backup and erasing ------------------------------------------------------------------------------------------

    def back_up(self, path: str) -> None:
        """Everything into one file."""
        self._slowly(lambda: self._desk.backup_records(path), "done")

    def restore(self, path: str) -> None:
        """A backup takes the place of what is here."""
        self._slowly(lambda: self._desk.restore_records(path), "done", self._restored)

    def _restored(self, _: Outcome) -> None:
        if self.lock_state() == "closed":
            self.door.emit()

    def visits(self) -> tuple[VisitEntry, ...]:
        """The newest visits, newest first: what can be picked (the journal holds them all)."""
        return tuple(reversed(self._desk.visits()))[:MOST]

    def scenes(self) -> tuple[tuple[str, str], ...]:
        """Scenes of those visits as (address, title)."""
        return tuple({one.scene: one.title for one in self.visits()}.items())

    def erase_visit(self, visit: str) -> None:
        """One visit."""
        self._slowly(lambda: self._desk.erase_visit(visit), "erased")

    def erase_scene(self, scene: str) -> None:
        """Everything about one scene."""
        self._slowly(lambda: self._desk.erase_scene(scene), "erased")

    def erase_between(self, first: str, last: str) -> None:
        """A period, both days with it; without a last day everything from the first one on."""
        days = [_day(first), _day(last) if last.strip() else ""]
        if None in days:
            self._tell(Outcome("day-other"), "erased")
        elif days[1] and str(days[1]) < str(days[0]):
            self._tell(Outcome("day-order"), "erased")
        else:
            period = (str(days[0]), str(days[1]))
            self._slowly(lambda: self._desk.erase_between(*period), "erased")

    def erase_all(self) -> None:
        """Everything."""
        self._slowly(self._desk.erase_all, "erased")

    def _slowly(self, work: Callable[[], Outcome], well: str, after: Callable[[Outcome], None] | None = None) -> None:
        """Beside the screen, with a calm word meanwhile. A second wish waits until it is made again."""
        if self.busy:
            return
        self.busy, self.told = True, self.say("moment")
        self.changed.emit()

        def done(outcome: Outcome) -> None:
            self.busy = False
            self._tell(outcome, well)
            if after is not None:
                after(outcome)

        self._desk.later(work, done)

    def _tell(self, outcome: Outcome, well: str) -> None:
        self.changes += 1
        self.told = told(outcome.code, outcome.detail, self.language) or self.say(well)
        self.changed.emit()


def _day(text: str) -> str | None:
    """A day as it was written, in its usual form; None when it is none."""
    try:
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError:
        return None

"""View model of what is kept: reading it, the page to show, the lock, the backup, erasing; and of the closed door."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from trainer.practice.share import Choices, Item, OwnWords, SharePage, page_text
from trainer.ui.bridge import Desk, Kept, LockState, Outcome
from trainer.ui.view_models.records_words import say, told


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

    def open_lock(self, passphrase: str) -> bool:
        """At the door: True when it opened."""
        outcome = self._desk.open_lock(passphrase)
        self._tell(outcome, "done")
        if outcome.ok:
            self.door.emit()
        return outcome.ok

    def forget(self) -> bool:
        """At the door: the passphrase is gone, so everything kept goes."""
        outcome = self._desk.erase_all()
        self._tell(outcome, "erased")
        if outcome.ok:
            self.door.emit()
        return outcome.ok

    def lock_on_hide(self) -> bool:
        """Does hiding close the lock?"""
        return self._desk.settings().lock_on_hide

    def set_lock_on_hide(self, on: bool) -> None:
        """Hiding closes the lock, or not."""
        self._desk.set_settings(replace(self._desk.settings(), lock_on_hide=on))

    def _with(self, same: bool, call: Callable[[], Outcome]) -> None:
        if same:
            self._tell(call(), "done")
        else:
            self.told = self.say("lock-twice")
            self.changed.emit()

    # --- backup and erasing ------------------------------------------------------------------------------------------

    def back_up(self, path: str) -> None:
        """Everything into one file."""
        self._tell(self._desk.backup_records(path), "done")

    def restore(self, path: str) -> None:
        """A backup takes the place of what is here."""
        self._tell(self._desk.restore_records(path), "done")
        if self.lock_state() == "closed":
            self.door.emit()

    def erase_since(self, day: str) -> None:
        """Everything from that day on."""
        try:
            told_day = date.fromisoformat(day.strip()).isoformat()
        except ValueError:
            self._tell(Outcome("day-other"), "erased")
            return
        self._tell(self._desk.erase_since(told_day), "erased")

    def erase_all(self) -> None:
        """Everything."""
        self._tell(self._desk.erase_all(), "erased")

    def _tell(self, outcome: Outcome, well: str) -> None:
        self.told = told(outcome.code, outcome.detail, self.language) or self.say(well)
        self.changed.emit()

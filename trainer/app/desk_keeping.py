"""The desk's keeping drawer: the lock, the backup, the page to show somebody, the offer of a gentler dial."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.app.house import House
from trainer.late import late
from trainer.settings import Settings
from trainer.storage.files import FileError, write_atomically
from trainer.ui.bridge import Outcome

if TYPE_CHECKING:
    from trainer.practice import facts as stored
    from trainer.practice import gentler as gentle
    from trainer.practice import share as sharing
    from trainer.storage import backup as storing
    from trainer.storage import journal as journals
    from trainer.storage.lock import State
else:
    gentle = late("trainer.practice.gentler")
    sharing = late("trainer.practice.share")
    storing = late("trainer.storage.backup")
    stored = late("trainer.practice.facts")
    journals = late("trainer.storage.journal")


class KeepingDrawer:
    """Implements the screens' `KeepingPort`. Opening the lock takes a fraction of a second, by design."""

    def __init__(self, house: House, use_settings: Callable[[Settings], None] | None = None) -> None:
        """`use_settings` lets settings take hold that lay behind the lock; it may be called on any thread."""
        self._house = house
        self._use = use_settings or house.use_settings

    # --- the lock -------------------------------------------------------------------------------------------------

    def lock_state(self) -> State:
        """Whether there is a lock, and whether it is open here."""
        return "none" if self._house.keeps_nothing else self._house.lock.state()

    def lock_wait(self) -> float:
        """Seconds until the next passphrase is tried."""
        return self._house.lock.wait()

    def set_lock(self, passphrase: str) -> Outcome:
        """Lock everything kept with this passphrase. There is no way round it; say so before."""
        house = self._house
        code = house.lock.set(passphrase, house.sealed_settings.text())
        return Outcome(code or house.sealed_settings.shut())

    def open_lock(self, passphrase: str) -> Outcome:
        """Open it until the program ends or the lock is closed; the settings behind it hold at once."""
        house = self._house
        code = house.lock.open(passphrase)
        settings = house.sealed_settings.load() if not code else None
        if settings is not None:
            # A program that was killed while locking may have left the whole text standing.
            house.sealed_settings.shut()
            self._use(settings)
        return Outcome(code, str(round(house.lock.wait())) if code == "lock-wait" else "")

    def close_lock(self) -> None:
        """Close it now; what is still to be kept waits in memory until it is opened."""
        self._house.lock.close()

    def change_lock(self, old: str, new: str) -> Outcome:
        """Another passphrase from now on."""
        return Outcome(self._house.lock.change(old, new))

    def remove_lock(self, passphrase: str) -> Outcome:
        """Take the lock away; everything stands open again."""
        house = self._house
        if house.lock.state() == "closed" and (closed := house.lock.open(passphrase)):
            return Outcome(closed)
        # The settings first: they must stand somewhere at every moment.
        written = house.sealed_settings.unshut(house.lock.settings())
        code = Outcome(written or house.lock.remove(passphrase))
        if not code.ok:
            house.sealed_settings.shut()
        return code

    # --- backup ---------------------------------------------------------------------------------------------------

    def backup_records(self, path: str) -> Outcome:
        """Everything kept into one file; sealed when there is a lock."""
        return _outcome(
            storing.backup(self._house.ledger, self._house.as_path(path), self._house.sealed_settings.text())
        )

    def restore_records(self, path: str) -> Outcome:
        """Put a backup in the place of what is kept now; a damaged one changes nothing."""
        house = self._house
        moved = storing.restore(house.ledger, house.as_path(path))
        if not moved.code and moved.settings and house.lock.state() == "none":
            house.sealed_settings.unshut(moved.settings)
            self._use(house.settings_file.load()[0])
        return _outcome(moved)

    # --- the page to show somebody ----------------------------------------------------------------------------------

    def page_words(self) -> tuple[sharing.OwnWords, ...]:
        """Own words that can be ticked one by one."""
        return self._words(self._names())

    def share_page(self, choices: sharing.Choices) -> sharing.SharePage:
        """Exactly what the page will hold."""
        names, visited = self._names(), self._house.journal.visits()
        return sharing.share_page(visited, self._words(names), choices, names, self._house.settings.screen_language)

    def write_page(self, path: str, content: bytes) -> Outcome:
        """Write a page made by the screens (a PDF)."""
        try:
            write_atomically(Path(path).expanduser(), content)
        except FileError as error:
            return Outcome(f"file-{error.reason}", path)
        return Outcome()

    def write_page_csv(self, path: str, choices: sharing.Choices) -> Outcome:
        """The same content as a table. The mark at its beginning tells table programs that it is UTF-8."""
        return self.write_page(path, sharing.page_csv(self.share_page(choices)).encode("utf-8-sig"))

    def _words(self, names: sharing.Names) -> tuple[sharing.OwnWords, ...]:
        """Only visits that hold any are read: there may be a million facts."""
        journal = self._house.journal
        facts = [fact for one in journal.visits() if one.worded for fact in journal.facts_of(one.id)]
        return sharing.own_words(facts, names)

    def _names(self) -> sharing.Names:
        house, language = self._house, self._house.settings.practice_language
        versions = {pack.id: pack.version for pack in house.shelf.packs()}
        scenes = {
            f"{one.pack}/{one.id}": f"{one.title} ({one.pack} {versions.get(one.pack, '')})".replace(" )", ")")
            for one in house.shelf.headings(language)
        }
        goals = house.shelf.goals({one.scene for one in house.journal.visits() if one.goals}, language)
        return sharing.Names(scenes, goals)

    # --- care -----------------------------------------------------------------------------------------------------

    def gentler_offer(self, scene: str, stands: Mapping[str, int] | None = None) -> dict[str, str | int] | None:
        """After tension rose twice running: {"dial": name, "now": value, "to": one step gentler}, once, else None.

        `stands` is where the dials stand on the preview; without it, where they were last moved to in this scene.
        """
        house = self._house
        found = house.shelf.scene(scene, house.settings.practice_language)
        visited = house.journal.visits()
        if found is None:
            return None
        last = next((one.dials for one in reversed(visited) if one.scene == scene and one.dials), {})
        offer = gentle.gentler(visited, found.dials, last if stands is None else stands)
        if offer is None:
            return None
        house.journal.append(stored.gentler_offered(offer.visit, offer.scene, journals.minute(), offer.dial, offer.to))
        return {"dial": offer.dial, "now": offer.now, "to": offer.to}


def _outcome(moved: storing.Moved) -> Outcome:
    return Outcome(f"file-{moved.detail}" if moved.code == "file" else moved.code, moved.detail)

"""The lock, the backup and the page of the scripted desk: in memory, as strict as the real ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from trainer.practice.share import Choices, Names, OwnWords, SharePage, share_page
from trainer.ui.bridge import LockState, Outcome


class ScriptedKeeping:
    """Needs nothing; `passphrase` is what opens it, `written` is what would have been written, by path."""

    passphrase = ""
    opened = True
    words: Sequence[OwnWords] = ()
    gentler: dict[str, str | int] | None = None

    def __init__(self) -> None:
        self.written: dict[str, bytes] = {}
        self.erased: list[tuple[str, ...]] = []

    def lock_state(self) -> LockState:
        return "none" if not self.passphrase else "open" if self.opened else "closed"

    def lock_wait(self) -> float:
        return 0.0

    def set_lock(self, passphrase: str) -> Outcome:
        if self.passphrase:
            return Outcome("lock-there")
        if len(passphrase.strip()) < 6:
            return Outcome("lock-short")
        self.passphrase, self.opened = passphrase, True
        return Outcome()

    def open_lock(self, passphrase: str) -> Outcome:
        if not self.passphrase:
            return Outcome("lock-none")
        self.opened = self.opened or passphrase == self.passphrase
        return Outcome("" if passphrase == self.passphrase else "lock-other")

    def close_lock(self) -> None:
        self.opened = False

    def change_lock(self, old: str, new: str) -> Outcome:
        if len(new.strip()) < 6:
            return Outcome("lock-short")
        if old != self.passphrase:
            return Outcome("lock-other")
        self.passphrase = new
        return Outcome()

    def remove_lock(self, passphrase: str) -> Outcome:
        if passphrase != self.passphrase:
            return Outcome("lock-other")
        self.passphrase, self.opened = "", True
        return Outcome()

    def backup_records(self, path: str) -> Outcome:
        self.written[path] = b"backup"
        return Outcome()

    def restore_records(self, path: str) -> Outcome:
        return Outcome() if self.written.get(path) == b"backup" else Outcome("backup-damaged")

    def page_words(self) -> Sequence[OwnWords]:
        return self.words

    def share_page(self, choices: Choices) -> SharePage:
        return share_page((), self.words, choices, Names(), "en")

    def write_page(self, path: str, content: bytes) -> Outcome:
        self.written[path] = content
        return Outcome()

    def write_page_csv(self, path: str, choices: Choices) -> Outcome:
        self.written[path] = b"csv"
        return Outcome()

    def erase_scene(self, scene: str) -> Outcome:
        self.erased.append((scene,))
        return Outcome()

    def erase_between(self, first: str, last: str = "") -> Outcome:
        self.erased.append((first, last))
        return Outcome()

    def gentler_offer(self, scene: str, stands: Mapping[str, int] | None = None) -> dict[str, str | int] | None:
        told, self.gentler = self.gentler, None
        return told

"""The settings while there is a lock: all of them sealed in the journal, and in the file only what the door needs.

The door (the page that asks for the passphrase) is shown in the trainee's language, colours and size; those few stand
open. Everything else is sealed, written first there and then taken out of the file, so that nothing is ever lost.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Literal

from trainer.late import late
from trainer.settings import Settings
from trainer.storage.files import FileError, read_text, write_atomically
from trainer.storage.lock import Lock
from trainer.storage.settings_file import SettingsFile, read_settings, updated

if TYPE_CHECKING:
    import tomlkit
    import tomlkit.exceptions as tomlkit_exceptions
else:
    tomlkit = late("tomlkit")
    tomlkit_exceptions = late("tomlkit.exceptions")

DOOR: frozenset[str] = frozenset(
    {"started", "screen_language", "theme", "text_scale", "reduced_motion", "window_title_neutral"}
)


class SealedSettings:
    """Loads and saves settings through the lock when there is one, else through the file alone."""

    def __init__(self, file: SettingsFile, lock: Lock) -> None:
        self._file, self._lock = file, lock

    def text(self) -> str:
        """The settings file's text as it is now; "" when there is none or it cannot be read."""
        try:
            return read_text(self._file.path, most=1_000_000)
        except FileError:
            return ""

    def load(self) -> Settings | None:
        """All settings, from behind the lock; None while it is closed or there is none (the file then says it)."""
        text = self._lock.settings()
        if text is None:
            return None
        with contextlib.suppress(tomlkit_exceptions.TOMLKitError, ValueError, RecursionError):
            return read_settings(tomlkit.parse(text).unwrap())[0]
        return None

    def save(self, settings: Settings, sync: bool = True) -> Literal["", "settings-not-kept"]:
        """Keep these. While the lock is closed nothing is kept. Never raises. `sync`: see SettingsFile.save."""
        state = self._lock.state()
        if state == "none":
            return self._file.save(settings, sync)
        if state == "closed" or self._lock.keep_settings(updated(self._lock.settings() or "", settings)):
            return "settings-not-kept"
        return self.shut()

    def shut(self) -> Literal["", "settings-not-kept"]:
        """After locking: leave in the file only what the door needs; a file kept from before goes too."""
        text = self._lock.settings()
        if text is None:
            return "settings-not-kept"
        with contextlib.suppress(OSError):
            self._file.path.with_name(self._file.path.name + ".old").unlink(missing_ok=True)
        return self._write(_door(text))

    def unshut(self, text: str | None) -> Literal["", "settings-not-kept"]:
        """Before unlocking for good, or after a restore: the whole text stands in the file again."""
        return self._write(text) if text else ""

    def _write(self, text: str) -> Literal["", "settings-not-kept"]:
        try:
            write_atomically(self._file.path, text.encode("utf-8"))
        except FileError:
            return "settings-not-kept"
        return ""


def _door(text: str) -> str:
    """The part of the settings that may stand open."""
    try:
        document = tomlkit.parse(text)
    except (tomlkit_exceptions.TOMLKitError, ValueError, RecursionError):
        return ""
    kept = tomlkit.document()
    for name, value in document.unwrap().items():
        if name in DOOR:
            kept[name] = value
    return tomlkit.dumps(kept)

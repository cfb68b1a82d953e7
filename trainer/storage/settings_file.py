"""The settings file: TOML that a person can read; it holds only what differs from the defaults.

Reading never raises: a value that cannot be used gives the default and is told once. What we do not know (a newer
version's keys, a person's comments) is kept when we write.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_type_hints

from trainer.late import late
from trainer.settings import Settings
from trainer.storage.files import FileError, read_text, sync_written, write_atomically

if TYPE_CHECKING:
    import tomllib

    import msgspec
    import tomlkit
    import tomlkit.exceptions as tomlkit_exceptions
else:
    # Without a file neither is needed.
    tomllib = late("tomllib")
    msgspec = late("msgspec")
    # Only writing needs it: reading with the standard library spares the first picture a hundredth of a second.
    tomlkit = late("tomlkit")
    tomlkit_exceptions = late("tomlkit.exceptions")

NoticeCode = Literal["settings-values", "settings-damaged", "settings-not-readable"]

DEFAULTS = Settings()
TYPES: Mapping[str, Any] = get_type_hints(Settings)
RANGES: Mapping[str, tuple[float, float]] = {
    "text_scale": (1.0, 2.0),
    "volume": (0.0, 1.0),
    "pace": (0.5, 1.5),
    "pause": (2.0, 8.0),
}
"""Where a number lies outside, the nearest end is taken (and told)."""
LONGEST = 500
"""Characters in a word-like setting."""


@dataclass(frozen=True, slots=True)
class SettingsNotice:
    """One thing to tell: which values could not be used (`detail` names them), or that the whole file could not."""

    code: NoticeCode
    detail: str = ""


class SettingsFile:
    """Reads and writes the settings at one path."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._written = self._synced = 0

    @property
    def path(self) -> Path:
        """The file."""
        return self._path

    def load(self) -> tuple[Settings, SettingsNotice | None]:
        """The settings, and at most one notice. Without a file: the defaults, silently. Never raises."""
        try:
            given = tomllib.loads(self._text())
        except FileError as error:
            if error.reason == "not-there":
                return DEFAULTS, None
            return DEFAULTS, SettingsNotice("settings-not-readable", self._path.name)
        except (ValueError, RecursionError):
            return DEFAULTS, SettingsNotice("settings-damaged", self._path.name)
        settings, strange = read_settings(given)
        return settings, SettingsNotice("settings-values", ", ".join(strange)) if strange else None

    def save(self, settings: Settings, sync: bool = True) -> Literal["", "settings-not-kept"]:
        """Write what differs from the defaults; a code when the disk does not take it. Never raises.

        Without `sync` they stand in the file at once; `sync` sees to the disk, on another thread if need be.
        A file that could not be understood is kept beside the new one as `settings.toml.old`.
        """
        try:
            document = self._read()
        except FileError as error:
            if error.reason not in ("not-there", "not-readable"):
                return "settings-not-kept"
            document = tomlkit.document()
            self._put_aside()
        except (tomlkit_exceptions.TOMLKitError, ValueError, RecursionError):
            document = tomlkit.document()
            self._put_aside()
        _update(document, settings)
        try:
            write_atomically(self._path, tomlkit.dumps(document).encode("utf-8"), sync)
        except FileError:
            return "settings-not-kept"
        self._written += not sync
        return ""

    def sync(self) -> Literal["", "settings-not-kept"]:
        """What was saved without it lies on the disk afterwards; a code when the disk refuses. For any thread."""
        written = self._written
        if written == self._synced:
            return ""
        try:
            sync_written(self._path)
        except FileError as error:
            return "" if error.reason == "not-there" else "settings-not-kept"  # erased meanwhile
        self._synced = written
        return ""

    def _read(self) -> tomlkit.TOMLDocument:
        return tomlkit.parse(self._text())

    def _text(self) -> str:
        return read_text(self._path, most=1_000_000)

    def _put_aside(self) -> None:
        with contextlib.suppress(OSError):
            self._path.replace(self._path.with_name(self._path.name + ".old"))


def updated(text: str, settings: Settings) -> str:
    """The text of a settings file with these settings in it; what it cannot understand begins anew."""
    try:
        document = tomlkit.parse(text)
    except (tomlkit_exceptions.TOMLKitError, ValueError, RecursionError):
        document = tomlkit.document()
    _update(document, settings)
    return tomlkit.dumps(document)


def _update(document: tomlkit.TOMLDocument, settings: Settings) -> None:
    written = document.unwrap()
    for name, value in _values(settings):
        if name in document:
            if written[name] != value or type(written[name]) is not type(value):
                document[name] = value
        elif value != getattr(DEFAULTS, name):
            document[name] = value


def read_settings(given: Mapping[str, Any]) -> tuple[Settings, tuple[str, ...]]:
    """Settings from plain values, and the names of those that could not be used as they stand."""
    settings = DEFAULTS
    strange: list[str] = []
    for field in fields(Settings):
        if field.name not in given:
            continue
        try:
            value = msgspec.convert(given[field.name], TYPES[field.name], strict=True)
        except msgspec.ValidationError:
            strange.append(field.name)
            continue
        kept = _within(field.name, value)
        # `not ==` and not `!=`, so that NaN counts as strange too.
        if not kept == value:  # noqa: SIM201
            strange.append(field.name)
        settings = replace(settings, **{field.name: kept})
    return settings, tuple(strange)


def _within(name: str, value: Any) -> Any:  # noqa: ANN401  whatever type that setting has
    if name in RANGES:
        low, high = RANGES[name]
        return min(high, max(low, value)) if value == value else getattr(DEFAULTS, name)
    if isinstance(value, str):
        return value[:LONGEST]
    return value


def _values(settings: Settings) -> Iterator[tuple[str, Any]]:
    for field in fields(Settings):
        yield field.name, getattr(settings, field.name)

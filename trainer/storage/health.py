"""How the storage stands, for `engawa doctor`: codes and details, never sentences. Looking changes nothing."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from trainer.storage.database import Code as JournalCode
from trainer.storage.database import look_at, set_aside_files
from trainer.storage.files import is_writable
from trainer.storage.pack_shelf import PackShelf
from trainer.storage.paths import Places, assets, scenarios
from trainer.storage.settings_file import SettingsFile

CheckCode = Literal["folder-data", "folder-config", "folder-cache", "space", "journal", "settings", "packs", "shipped"]
ENOUGH_BYTES = 50_000_000
"""Room that a journal and the cache of voices never need; below it a full disk is near."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at. `detail` is a path, a code or a number."""

    code: CheckCode
    ok: bool
    detail: str = ""


def checks(places: Places) -> tuple[Check, ...]:
    """Every check, in the order in which to show them."""
    return (
        _folder("folder-data", places.data),
        _folder("folder-config", places.config),
        _folder("folder-cache", places.cache),
        _space(places.data),
        _journal(places.journal),
        _settings(places.settings),
        _packs(places),
        _shipped(),
    )


def _folder(code: CheckCode, folder: Path) -> Check:
    """Writable, or able to be made: nothing is left behind when the folder was not there before."""
    there = [path for path in (folder, *folder.parents) if path.exists()]
    made = [path for path in (folder, *folder.parents) if not path.exists()]
    ok = bool(there) and is_writable(folder)
    for path in made:
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    return Check(code, ok, str(folder))


def _space(folder: Path) -> Check:
    nearest = next(path for path in (folder, *folder.parents) if path.exists())
    try:
        free = shutil.disk_usage(nearest).free
    except OSError:
        return Check("space", False, "")
    return Check("space", free >= ENOUGH_BYTES, str(free))


def _journal(path: Path) -> Check:
    """`detail`: "absent", a code of database.Code, or how many files were set aside."""
    code: JournalCode | Literal["absent"] = look_at(path)
    aside = len([one for one in set_aside_files(path) if one.suffix == path.suffix])
    return Check("journal", code in ("", "absent"), code or (f"set-aside {aside}" if aside else ""))


def _settings(path: Path) -> Check:
    _, notice = SettingsFile(path).load()
    return Check("settings", notice is None, f"{notice.code} {notice.detail}".strip() if notice else str(path))


def _packs(places: Places) -> Check:
    shelf = PackShelf(scenarios(), places.packs)
    troubles = shelf.troubles()
    return Check("packs", not troubles, ", ".join(one.name for one in troubles) or str(len(shelf.packs())))


def _shipped() -> Check:
    absent = [str(folder) for folder in (assets(), scenarios()) if not folder.is_dir()]
    return Check("shipped", not absent, ", ".join(absent))

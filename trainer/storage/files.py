"""Reading and writing whole files so that a crash leaves the old one or the new one, never half of one."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path
from typing import Literal

Reason = Literal["not-there", "not-allowed", "full", "too-large", "not-readable"]

_REASONS: dict[int, Reason] = {
    errno.ENOENT: "not-there",
    errno.ENOTDIR: "not-there",
    errno.EACCES: "not-allowed",
    errno.EPERM: "not-allowed",
    errno.EROFS: "not-allowed",
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
}


class FileError(Exception):
    """A file could not be read or written: `reason` is a code, `path` names the file."""

    def __init__(self, reason: Reason, path: Path) -> None:
        super().__init__(f"{path}: {reason}")
        self.reason: Reason = reason
        self.path = path


def trouble(error: OSError, path: Path) -> FileError:
    """The code for what the system said."""
    return FileError(_REASONS.get(error.errno or 0, "not-readable"), path)


def read_bytes(path: Path, most: int = 50_000_000) -> bytes:
    """The whole file, at most `most` bytes. Raises FileError."""
    try:
        with path.open("rb") as file:
            content = file.read(most + 1)
    except OSError as error:
        raise trouble(error, path) from error
    if len(content) > most:
        raise FileError("too-large", path)
    return content


def read_text(path: Path, most: int = 5_000_000) -> str:
    """The whole file as UTF-8 text (a byte order mark is passed over). Raises FileError."""
    try:
        return read_bytes(path, most).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileError("not-readable", path) from error


def write_atomically(path: Path, content: bytes, sync: bool = True) -> None:
    """Replace the file by `content`, on the disk before this returns. Raises FileError and leaves the old file.

    Written beside it, synced, renamed over it (atomic on every system we run on), and the folder synced where
    the system can do that. Without `sync` a program that is killed loses nothing; who asks for that calls
    `sync_written` soon, for the day when the power goes.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        number, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
    except OSError as error:
        raise trouble(error, path) from error
    beside = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            if sync:
                os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise trouble(error, path) from error
    if sync:
        sync_folder(path.parent)


def sync_written(path: Path) -> None:
    """What was written without `sync` is on the disk when this returns. Raises FileError."""
    try:
        with path.open("rb+") as file:
            os.fsync(file.fileno())
    except OSError as error:
        raise trouble(error, path) from error
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename in this folder last through a power cut; systems that cannot are passed over."""
    with contextlib.suppress(OSError, AttributeError):
        number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def is_writable(folder: Path) -> bool:
    """True when a file can be made in that folder (which is made if it is not there)."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(b"engawa")
    except OSError:
        return False
    return True

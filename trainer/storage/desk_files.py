"""The desk's safety net: drafts while one writes, versions of how a sheet was, and saves that are whole or not at all.

Drafts and versions stand in a folder of their own beside the data, one sub-folder a sheet (named by the fingerprint of
its path), never in the pack folder: a pack holds nothing but the pack. Each file begins with one line that names its
kind, the SHA-256 of what follows, and for a draft the SHA-256 of the sheet it was made from. What is damaged is passed
over. Nothing here raises because of a disk; a code says what happened (see `files.Reason`).
"""

from __future__ import annotations

import contextlib
import glob
import hashlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from trainer.storage.files import FileError, read_bytes, trouble, write_atomically

MOST_VERSIONS = 30
"""Versions kept of a sheet; when there are more, the one nearest in time to its neighbours goes first."""
BETWEEN = 300.0
"""Seconds between two versions that come by themselves."""
HALF_WRITTEN = 60.0
"""Seconds after which a file that was never renamed to its place is swept away."""
SHEET_BYTES = 8_000_000
_KIND = b"engawa-desk 1 "
_DRAFT = "draft"
_END = ".kept"
_FINGERPRINT = 64


@dataclass(frozen=True, slots=True)
class Opened:
    """A sheet's bytes. `recovered`: they are a draft that had not been saved when the program last stopped."""

    content: bytes = b""
    recovered: bool = False
    code: str = ""


@dataclass(frozen=True, slots=True)
class KeptVersion:
    """A sheet as it was: `key` finds it again, `when` is local time as ISO 8601 to the minute, `label` says why."""

    key: str
    when: str
    content: bytes
    label: str = ""


class DeskFiles:
    """Reads and keeps sheets for the desk. `home` is the folder for drafts and versions; `now` gives seconds."""

    def __init__(self, home: Path, now: Callable[[], float] = time.time) -> None:
        self._home, self._now = home, now
        self._base: dict[Path, str] = {}

    # --- the sheet itself ---------------------------------------------------------------------------------------

    def open(self, path: Path) -> Opened:
        """The sheet, or a draft of it that was not saved. A draft of another state of the sheet becomes a version.

        `code` is set when the sheet cannot be read (then a draft may still come).
        """
        code, saved = "", b""
        self._sweep(path)
        try:
            saved = read_bytes(path, SHEET_BYTES)
        except FileError as error:
            code = error.reason
        self._base[path] = _sha(saved)
        draft = self._read(self._draft(path))
        if draft is None or draft[0] == saved:
            return Opened(saved, False, code)
        content, base = draft
        if base == _sha(saved) or code == "not-there":
            return Opened(content, True, "")
        if self.keep_version(path, content, "draft"):
            self._draft_as_version(path)
        else:
            self._forget_draft(path)
        return Opened(saved, False, code)

    def save(self, path: Path, content: bytes) -> str:
        """The sheet is these bytes now; how it was is kept as a version. "" or why it could not be.

        What somebody else wrote meanwhile is not written over as long as no version of it can be kept.
        """
        before = None
        with contextlib.suppress(FileError):
            before = read_bytes(path, SHEET_BYTES)
        if before is not None and before != content:
            elsewhere = self._base.get(path, _sha(before)) != _sha(before)
            if elsewhere or self._now() - self._newest(path) >= BETWEEN:
                code = self.keep_version(path, before, "elsewhere" if elsewhere else "")
                if code and elsewhere:
                    return code
        try:
            write_atomically(path, content)
        except FileError as error:
            return error.reason
        self._base[path] = _sha(content)
        self._forget_draft(path)
        return ""

    # --- drafts -----------------------------------------------------------------------------------------------------

    def draft(self, path: Path, content: bytes) -> str:
        """Keep what is being written, apart from the sheet. On the disk before this returns; "" or why not."""
        base = self._base.get(path)
        if base is None:
            with contextlib.suppress(FileError):
                base = _sha(read_bytes(path, SHEET_BYTES))
        return self._write(self._draft(path), content, base or "-")

    def _forget_draft(self, path: Path) -> None:
        with contextlib.suppress(OSError):
            self._draft(path).unlink()

    def _draft_as_version(self, path: Path) -> None:
        """A full disk takes no new file, but it lets a file have another name."""
        with contextlib.suppress(OSError):
            self._draft(path).rename(self._free(path))

    def _draft(self, path: Path) -> Path:
        return self._folder(path) / (_DRAFT + _END)

    # --- versions ---------------------------------------------------------------------------------------------------

    def keep_version(self, path: Path, content: bytes, label: str = "") -> str:
        """Keep these bytes as a version, unless the newest version is the same. "" or why it could not be kept."""
        newest = next(self._versions(path), None)
        if newest is not None and self._content(newest) == content:
            return ""
        code = self._write(self._free(path), content, _word(label))
        self._thin(path)
        return code

    def versions(self, path: Path) -> tuple[KeptVersion, ...]:
        """The sheet as it was, newest first; damaged files are left out."""
        found = []
        for file in self._versions(path):
            read = self._read(file)
            if read is not None:
                # A draft that was given another name still has the fingerprint of its sheet for a word.
                label = "" if read[1] == "-" else _DRAFT if len(read[1]) == _FINGERPRINT else read[1]
                found.append(KeptVersion(file.stem, _shown(int(file.stem) / 1000), read[0], label))
        return tuple(found)

    def version(self, path: Path, key: str) -> bytes | None:
        """The bytes of one version; None when it is not there."""
        return next((one.content for one in self.versions(path) if one.key == key), None)

    def _free(self, path: Path) -> Path:
        """A file for a version of this moment that is not there yet."""
        stamp = int(self._now() * 1000)
        while (file := self._folder(path) / f"{stamp:015d}{_END}").exists():
            stamp += 1
        return file

    def _versions(self, path: Path) -> Iterator[Path]:
        """The files of the versions, newest first."""
        try:
            names = sorted((one for one in self._folder(path).glob(f"*{_END}") if one.stem.isdigit()), reverse=True)
        except OSError:
            names = []
        return iter(names)

    def _newest(self, path: Path) -> float:
        """When the newest version was made, in seconds; long ago when there is none."""
        newest = next(self._versions(path), None)
        return int(newest.stem) / 1000 if newest is not None else 0.0

    def _thin(self, path: Path) -> None:
        """No more than MOST_VERSIONS: the first and the newest stay, what lies closest together goes."""
        files = list(self._versions(path))[::-1]
        while len(files) > MOST_VERSIONS:
            stamps = [int(file.stem) for file in files]
            gone = min(range(1, len(files) - 1), key=lambda at: stamps[at + 1] - stamps[at - 1])
            with contextlib.suppress(OSError):
                files[gone].unlink()
            del files[gone]

    def _content(self, file: Path) -> bytes | None:
        read = self._read(file)
        return read[0] if read is not None else None

    # --- files with a first line ------------------------------------------------------------------------------------

    def _sweep(self, path: Path) -> None:
        """Half-written files of a program that was killed; what another one writes at this moment is younger."""
        with contextlib.suppress(OSError):
            for file in [*path.parent.glob(f".{glob.escape(path.name)}.*.new"), *self._folder(path).glob(".*.new")]:
                if self._now() - file.stat().st_mtime > HALF_WRITTEN:
                    file.unlink()

    def _folder(self, path: Path) -> Path:
        whole = path.expanduser().absolute()
        return self._home / _sha(str(whole).encode("utf-8", "surrogateescape"))[:24]

    def _write(self, file: Path, content: bytes, word: str) -> str:
        try:
            write_atomically(file, _KIND + f"{_sha(content)} {word}\n".encode() + content)
        except FileError as error:
            return error.reason
        except OSError as error:
            return trouble(error, file).reason
        return ""

    @staticmethod
    def _read(file: Path) -> tuple[bytes, str] | None:
        """The bytes and the word of the first line; None when it is not there or damaged."""
        try:
            first, _, content = read_bytes(file, SHEET_BYTES + 4096).partition(b"\n")
        except FileError:
            return None
        parts = first.removeprefix(_KIND).decode("ascii", "replace").split(" ")
        whole = first.startswith(_KIND) and len(parts) == 2 and parts[0] == _sha(content)
        return (content, parts[1]) if whole else None


def _sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _word(label: str) -> str:
    """A label as one word of small letters and hyphens."""
    return "".join(c if c.isascii() and c.isalnum() else "-" for c in label.lower())[:40] or "-"


def _shown(seconds: float) -> str:
    return datetime.fromtimestamp(seconds).isoformat(timespec="minutes")

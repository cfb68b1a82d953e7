"""Installing speech models: the only place in Engawa that opens a connection, and only when asked to.

    absent -> downloading -> verifying -> unpacking -> ready | broken

A cut download is kept and goes on where it stopped. Nothing is unpacked before its checksum was right.
"""

from __future__ import annotations

import errno
import hashlib
import http.client
import re
import shutil
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from trainer.hearing.model_archive import ArchiveError, top_folder
from trainer.hearing.model_catalogue import CatalogueEntry, is_id, language_in
from trainer.hearing.model_shelf import SpeechModelError, installed, put, take_away, tidy
from trainer.speech import SpeechModelInfo

State = Literal["downloading", "verifying", "unpacking"]
PIECE = 1 << 16
ATTEMPTS = 5
WAITS = 30.0
"""Seconds a server may stay silent."""

SPARE = 3
"""Free disk space needed, as a multiple of the zip file: the file, what it unpacks to, and room to breathe."""


@dataclass(frozen=True, slots=True)
class InstallProgress:
    """How far an installation is: `done` of `total` bytes in this state (`total` 0 when unknown)."""

    state: State
    done: int
    total: int


Progress = Callable[[InstallProgress], None]
Cancelled = Callable[[], bool]


class _Stopped(Exception):  # noqa: N818 - not an error: the trainee changed their mind
    """Cancelled."""


def free_bytes(folder: Path) -> int:
    """Room on the disk of `folder`."""
    return shutil.disk_usage(folder).free


class SpeechModels:
    """The catalogue and the folder of installed speech models. Calls block; use a worker thread."""

    def __init__(
        self,
        folder: Path,
        catalogue: Sequence[CatalogueEntry] = (),
        room: Callable[[Path], int] = free_bytes,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self.folder = folder
        self.catalogue = tuple(catalogue)
        self._room = room
        self._pause = pause
        self._busy: dict[str, State] = {}
        self._lock = threading.Lock()

    def models(self) -> tuple[SpeechModelInfo, ...]:
        """Everything in the catalogue with its state, then what else is installed."""
        there = {model.id: model for model in installed(self.folder)}
        listed = []
        for entry in self.catalogue:
            model = there.pop(entry.id, None)
            if entry.id in self._busy or model is None:
                model = SpeechModelInfo(
                    entry.id,
                    entry.language,
                    entry.engine,
                    self._busy.get(entry.id, "absent"),
                    entry.bytes,
                    entry.licence,
                    arrived=self._arrived(entry),
                )
            listed.append(model)
        return (*listed, *there.values())

    def _arrived(self, entry: CatalogueEntry) -> int:
        try:
            return self._part(entry).stat().st_size
        except OSError:
            return 0

    def _part(self, entry: CatalogueEntry) -> Path:
        return self.folder / ".downloads" / f"{entry.id}.zip.part"

    def install(
        self, name: str, progress: Progress = lambda _: None, cancelled: Cancelled = lambda: False
    ) -> SpeechModelInfo:
        """Download and install a model of the catalogue. Raises SpeechModelError; what was downloaded is kept."""
        entry = next((entry for entry in self.catalogue if entry.id == name), None)
        if entry is None:
            known = ", ".join(entry.id for entry in self.catalogue)
            raise SpeechModelError("unknown", f"There is no speech model called {name}. There are: {known}.")

        def work(told: Progress) -> SpeechModelInfo:
            part = self._part(entry)
            part.parent.mkdir(parents=True, exist_ok=True)
            self._download(entry, part, told, cancelled)
            self._verify(entry, part, told, cancelled)
            model = self._put(entry, part, told, cancelled)
            part.unlink(missing_ok=True)
            return model

        return self._guarded(entry, work, progress)

    def install_file(
        self, path: Path, language: str = "", progress: Progress = lambda _: None, cancelled: Cancelled = lambda: False
    ) -> SpeechModelInfo:
        """Install a model from a zip file on this computer. Raises SpeechModelError."""
        try:
            name = top_folder(path).lower() or path.stem.lower()
        except ArchiveError as error:
            raise SpeechModelError(
                "archive", f"{path.name} cannot be used: {error}. Get it again and retry."
            ) from error
        entry = next((entry for entry in self.catalogue if entry.id == name), None)
        tongue = language or (entry.language if entry else language_in(name))
        if not is_id(name) or not tongue:
            raise SpeechModelError(
                "language", f"It cannot be told which language {path.name} is for. Name the language too."
            )
        entry = entry or CatalogueEntry(name, tongue, "vosk", "")

        def work(told: Progress) -> SpeechModelInfo:
            return self._put(entry, path, told, cancelled)

        return self._guarded(entry, work, progress)

    def remove(self, name: str) -> None:
        """Remove an installed speech model and anything half downloaded of it. Raises SpeechModelError."""
        part = self.folder / ".downloads" / f"{name}.zip.part"
        if is_id(name) and part.exists():
            try:
                part.unlink()
            except OSError as error:
                raise self._not_written(error) from error
            if not (self.folder / name).is_dir():
                return
        take_away(name, self.folder)

    def _guarded(
        self, entry: CatalogueEntry, work: Callable[[Progress], SpeechModelInfo], progress: Progress
    ) -> SpeechModelInfo:
        with self._lock:
            if entry.id in self._busy:
                raise SpeechModelError("busy", "This speech model is being installed already. Wait a moment.")
            self._busy[entry.id] = "downloading"

        def told(now: InstallProgress) -> None:
            self._busy[entry.id] = now.state
            progress(now)

        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            tidy(self.folder)
            return work(told)
        except _Stopped as stop:
            raise SpeechModelError("cancelled", "The installation was stopped. It can go on later.") from stop
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise self._no_room(entry.bytes) from error
            raise self._not_written(error) from error
        finally:
            del self._busy[entry.id]

    def _not_written(self, error: OSError) -> SpeechModelError:
        return SpeechModelError("disk", f"The speech model cannot be written to {self.folder}: {error.strerror}.")

    def _no_room(self, size: int) -> SpeechModelError:
        wanted = max(size * SPARE // 1_000_000, 1)
        return SpeechModelError(
            "disk-full", f"There is not enough room on the disk. Free about {wanted} MB and try again."
        )

    def _download(self, entry: CatalogueEntry, part: Path, told: Progress, cancelled: Cancelled) -> None:
        if not re.match(r"https://|http://127\.0\.0\.1[:/]", entry.url):
            raise SpeechModelError("url", "Speech models are only fetched over https.")
        have = part.stat().st_size if part.exists() else 0
        if self._room(self.folder) < max(0, entry.bytes * SPARE - have):
            raise self._no_room(entry.bytes)
        for attempt in range(ATTEMPTS):
            try:
                if self._fetch(entry, part, told, cancelled):
                    return
            except urllib.error.HTTPError as error:
                error.close()
                if error.code < 500:
                    raise SpeechModelError(
                        "server",
                        f"The server has no such file ({error.code}). Install the speech model from a file instead.",
                    ) from error
            except (urllib.error.URLError, http.client.HTTPException, TimeoutError, ConnectionError) as error:
                reason = getattr(error, "reason", None)
                if isinstance(reason, OSError) and reason.errno == errno.ENOSPC:
                    raise
            if attempt + 1 < ATTEMPTS:
                self._pause(0.5 * 2**attempt)
            if cancelled():
                raise _Stopped
        raise SpeechModelError(
            "connection", "The connection broke off. What has arrived is kept: try again later, or install from a file."
        )

    def _fetch(self, entry: CatalogueEntry, part: Path, told: Progress, cancelled: Cancelled) -> bool:
        """One connection's worth; True when everything has arrived."""
        have = part.stat().st_size if part.exists() else 0
        if entry.bytes and have >= entry.bytes:
            return True
        request = urllib.request.Request(entry.url, headers={"Range": f"bytes={have}-"} if have else {})  # noqa: S310 - checked
        with urllib.request.urlopen(request, timeout=WAITS) as answer:  # noqa: S310 - checked
            goes_on = answer.status == 206 and str(answer.headers.get("Content-Range", "")).startswith(f"bytes {have}-")
            have = have if goes_on else 0
            length = answer.headers.get("Content-Length")
            total = entry.bytes or (have + int(length) if length else 0)
            with part.open("ab" if goes_on else "wb") as out:
                told(InstallProgress("downloading", have, total))
                while piece := answer.read(PIECE):
                    out.write(piece)
                    have += len(piece)
                    if entry.bytes and have > entry.bytes:
                        return True  # more than was promised: the checksum will say no
                    told(InstallProgress("downloading", have, total))
                    if cancelled():
                        raise _Stopped
        return not total or have >= total

    def _verify(self, entry: CatalogueEntry, path: Path, told: Progress, cancelled: Cancelled) -> None:
        kind, right = ("sha256", entry.sha256) if entry.sha256 else ("md5", entry.md5)
        digest = hashlib.new(kind, usedforsecurity=False)
        total, done = path.stat().st_size, 0
        with path.open("rb") as stream:
            while piece := stream.read(1 << 20):
                digest.update(piece)
                done += len(piece)
                told(InstallProgress("verifying", done, total))
                if cancelled():
                    raise _Stopped
        if (entry.bytes and total != entry.bytes) or digest.hexdigest() != right.lower():
            path.unlink()
            raise SpeechModelError(
                "checksum", "What arrived is not the speech model it should be. It was removed: try again."
            )

    def _put(self, entry: CatalogueEntry, archive: Path, told: Progress, cancelled: Cancelled) -> SpeechModelInfo:
        def advance(done: int) -> None:
            told(InstallProgress("unpacking", done, 0))
            if cancelled():
                raise _Stopped

        advance(0)
        return put(entry, archive, self.folder, advance)


__all__ = ["InstallProgress", "SpeechModelError", "SpeechModels", "installed"]

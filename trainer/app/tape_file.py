"""The file a tape goes into: written beside its name line by line, and under its name once it is whole."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Literal, TextIO

from trainer.storage.files import Reason, trouble

BESIDE = ".part"
"""The end of its name while a visit goes on; a killed program leaves what was taped so far under it."""


class TapeFile:
    """A tape in the making. Nothing raises: a disk that refuses it must not stop the conversation.

    `reason` says why it could not be written, "" while all is well. A tape that stood under that name before stays
    until the new one is whole.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.reason: Reason | Literal[""] = ""
        self._beside = path.with_name(path.name + BESIDE)
        self._file: TextIO | None = None
        try:
            self._file = self._beside.open("w", encoding="utf-8")
        except OSError as error:
            self.reason = trouble(error, path).reason

    @property
    def sentence(self) -> str:
        """What to tell, "" while all is well."""
        if not self.reason:
            return ""
        return f"The tape {self.path.name} could not be written ({self.reason}). Choose another place for it."

    def write(self, line: str) -> None:
        """One more line, on its way to the disk at once."""
        if self._file is not None:
            try:
                self._file.write(line)
                self._file.flush()
            except OSError as error:
                self._give_up(error)

    def close(self) -> str:
        """The tape is whole: put it under its name. Returns the sentence to tell, "" when it stands there."""
        file, self._file = self._file, None
        if file is not None:
            try:
                file.flush()
                os.fsync(file.fileno())
                file.close()
                self._beside.replace(self.path)
            except OSError as error:
                self._file = file
                self._give_up(error)
        return self.sentence

    def _give_up(self, error: OSError) -> None:
        file, self._file = self._file, None
        self.reason = trouble(error, self.path).reason
        with contextlib.suppress(OSError):
            if file is not None:
                file.close()
        with contextlib.suppress(OSError):
            self._beside.unlink()

"""Disks with faults: one that is full (no file may grow beyond so many bytes), one that answers with an error."""

from __future__ import annotations

import contextlib
import errno
import importlib
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

import pytest

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES)
WHOLE_STEPS = ("make", "write", "sync", "rename")
"""The steps of a file that is written whole (`files.write_atomically`)."""


@contextlib.contextmanager
def full_disk(most: int) -> Iterator[None]:
    """Inside, the system writes no file beyond `most` bytes (RLIMIT_FSIZE). Skips where there is no such limit."""
    try:
        resource = importlib.import_module("resource")
    except ImportError:
        pytest.skip("this system has no limit on the size of files")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


class Refusing:
    """Answers a call with an error of the system, until it is told to work again.

    `after` calls go through before; `times` calls are refused (every one when it is 0).
    """

    def __init__(self, real: Callable[..., object], number: int, after: int = 0, times: int = 0) -> None:
        self.real, self.number, self.after, self.times = real, number, after, times
        self.works, self.calls, self.refused = False, 0, 0

    def __call__(self, *given: object, **named: object) -> object:
        self.calls += 1
        over = self.times and self.refused >= self.times
        if self.works or self.calls <= self.after or over:
            return self.real(*given, **named)
        self.refused += 1
        raise OSError(self.number, os.strerror(self.number))


def refuse(patch: pytest.MonkeyPatch, step: str, number: int, after: int = 0, times: int = 0) -> Refusing:
    """Have one step of writing answered with that error.

    make, write, sync, rename: of a file written whole. open, fill: of a file opened by `Path.open` to be written.
    folder, move, remove: `mkdir`, `rename`, `unlink` of a path.
    """
    if step in ("write", "fill"):
        return _refuse_writing(patch, step, number, after, times)
    if step == "open":
        return _refuse_opening(patch, number, after, times)
    owner, name = {
        "make": (tempfile, "mkstemp"),
        "sync": (os, "fsync"),
        "rename": (Path, "replace"),
        "folder": (Path, "mkdir"),
        "move": (Path, "rename"),
        "remove": (Path, "unlink"),
    }[step]
    refusing = Refusing(getattr(owner, name), number, after, times)
    # A plain function, so that it is bound to the path like the one whose place it takes.
    patch.setattr(owner, name, lambda *given, **named: refusing(*given, **named))
    return refusing


def _refuse_opening(patch: pytest.MonkeyPatch, number: int, after: int, times: int) -> Refusing:
    opening = Path.open
    refusing = Refusing(opening, number, after, times)

    def opened(path: Path, mode: str = "r", *given: Any, **named: Any) -> Any:  # noqa: ANN401 - as Path.open
        return (refusing if set(mode) & set("wax") else opening)(path, mode, *given, **named)

    patch.setattr(Path, "open", opened)
    return refusing


def _refuse_writing(patch: pytest.MonkeyPatch, step: str, number: int, after: int, times: int) -> Refusing:
    refusing = Refusing(lambda: None, number, after, times)

    def watched(file: IO[Any]) -> IO[Any]:
        real = file.write

        def write(content: Any) -> int:  # noqa: ANN401 - text or bytes
            refusing()
            return real(content)

        file.write = write  # type: ignore[method-assign]
        return file

    if step == "write":
        by_number = os.fdopen
        patch.setattr(os, "fdopen", lambda descriptor, mode: watched(by_number(descriptor, mode)))
        return refusing
    opening = Path.open

    def opened(path: Path, mode: str = "r", *given: Any, **named: Any) -> Any:  # noqa: ANN401 - as Path.open
        file = opening(path, mode, *given, **named)
        return watched(file) if set(mode) & set("wax") else file

    patch.setattr(Path, "open", opened)
    return refusing

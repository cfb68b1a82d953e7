"""A disk that is full: no file may grow beyond so many bytes."""

from __future__ import annotations

import contextlib
import importlib
from collections.abc import Iterator

import pytest


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

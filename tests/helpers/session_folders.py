"""Folders that last as long as one run of the tests: gone at its end, and after kill -9 when the next run begins."""

from __future__ import annotations

import atexit
import os
import re
import shutil
import sys
import tempfile
from pathlib import Path

from trainer.storage.left_over import clean_temporary

OURS = re.compile(r"engawa-(?:tests|hypothesis)-(\d+)-[^-]+")


def session_folder(kind: str) -> str:
    """A new folder `engawa-<kind>-<process>-...` in the temporary folder."""
    sweep()
    made = tempfile.mkdtemp(prefix=f"engawa-{kind}-{os.getpid()}-")
    atexit.register(_end, made, os.getpid())
    return made


def _end(folder: str, owner: int) -> None:
    """A forked child must not take the folder of its parent away."""
    if os.getpid() == owner:
        shutil.rmtree(folder, ignore_errors=True)
        # What killed voices and ears of this run left.
        clean_temporary()


def sweep(folder: Path | None = None) -> int:
    """Remove the folders of runs that were killed; how many."""
    gone = 0
    for path in (folder or Path(tempfile.gettempdir())).iterdir():
        found = OURS.fullmatch(path.name)
        if found is not None and not _runs(int(found.group(1))):
            shutil.rmtree(path, ignore_errors=True)
            gone += 1
    return gone


def _runs(number: int) -> bool:
    if sys.platform == "win32":
        return True
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True

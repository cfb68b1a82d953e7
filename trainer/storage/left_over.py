"""What killed programs left in the temporary folder (a line being rendered, a list of words): removed at a start.

The folders carry the number of the process that made them; one whose process still runs is left alone.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from trainer.child_folders import NAME

A_DAY = 86_400.0


def clean_temporary(folder: Path | None = None) -> int:
    """Remove folders of ours that belong to no running process; how many. Never raises."""
    where = Path(tempfile.gettempdir()) if folder is None else folder
    removed = 0
    try:
        found = [path for path in where.iterdir() if NAME.fullmatch(path.name)]
    except OSError:
        return 0
    for path in found:
        if not _in_use(path):
            shutil.rmtree(path, ignore_errors=True)
            removed += not path.exists()
    return removed


def _in_use(path: Path) -> bool:
    match = NAME.fullmatch(path.name)
    number = int(match.group(1)) if match is not None and match.group(1) else 0
    try:
        if path.is_symlink() or not path.is_dir():
            return True
        old = time.time() - path.stat().st_mtime > A_DAY
    except OSError:
        return True
    # Windows has no harmless way to ask by number; a process there holds its own files open anyway.
    return not old if not number or sys.platform == "win32" else _runs(number)


def _runs(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True

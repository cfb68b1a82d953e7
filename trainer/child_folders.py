"""The temporary folders of the voice and the recogniser: their names, and taking away what a killed one left."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

NAME = re.compile(r"engawa-(?:voice|hearing)-(?:(\d+)-)?[^-]+")
"""`engawa-voice-PROCESS-xxxx`: the kind, and the number of the process that made it."""


def clear_folders_of(process: int) -> None:
    """Remove the folders of a child that has ended, so that its parent needs no new start for that. Never raises."""
    try:
        found = [path for path in Path(tempfile.gettempdir()).iterdir() if _maker(path.name) == process]
    except OSError:
        return
    for path in found:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)


def _maker(name: str) -> int:
    match = NAME.fullmatch(name)
    return int(match.group(1)) if match is not None and match.group(1) else 0

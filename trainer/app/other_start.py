"""Whether a window of this trainee may be open already: told without Qt, so that the usual start waits for nothing."""

from __future__ import annotations

import os
import sys
import zlib
from pathlib import Path


def name_for(home: Path, runtime: str = os.environ.get("XDG_RUNTIME_DIR", "")) -> str:
    """The socket's name: one for each data folder, so that portable copies stay apart.

    It stands in the user's own runtime folder where there is one, else among the temporary files (Qt's choice).
    """
    data = str(home).encode("utf-8", "surrogateescape")
    name = f"engawa-{zlib.crc32(data):08x}{zlib.adler32(data):08x}"
    return str(Path(runtime) / name) if runtime and Path(runtime).is_dir() else name


def may_be_open(name: str) -> bool:
    """False when certainly no window listens under that name: its socket is not there. A killed one leaves it behind.

    Named pipes (Windows) cannot be looked for so; they are asked.
    """
    return sys.platform == "win32" or os.path.lexists(Path(os.environ.get("TMPDIR") or "/tmp") / name)  # noqa: S108

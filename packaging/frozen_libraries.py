"""Runs first in the frozen program on Linux: the sound library that came along is found when the system has none."""

import ctypes.util
import sys
from pathlib import Path

_find = ctypes.util.find_library


def _found(name: str) -> str | None:
    along = Path(sys._MEIPASS) / f"lib{name}.so.2"  # type: ignore[attr-defined]  # PyInstaller's own name
    return _find(name) or (str(along) if along.exists() else None)


ctypes.util.find_library = _found

"""Reaches the scripts in packaging/: a folder of scripts, not a package (a package of that name is somebody else's)."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "packaging"


def script(name: str) -> ModuleType:
    """The script of that name, imported."""
    if str(FOLDER) not in sys.path:
        sys.path.append(str(FOLDER))
    return importlib.import_module(name)

"""What the memory of the window's process is made of, counted from inside: for the soak with SOAK_CENSUS set. Linux."""

from __future__ import annotations

import ctypes
import functools
import gc
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

MAPPINGS = 12
"""So many of the largest mappings are told by name."""


_KIND = functools._lru_cache_wrapper


class _MallInfo(ctypes.Structure):
    """`struct mallinfo2` of the GNU C library: bytes."""

    _fields_ = tuple(
        (name, ctypes.c_size_t)
        for name in (
            "arena",
            "ordblks",
            "smblks",
            "hblks",
            "hblkhd",
            "usmblks",
            "fsmblks",
            "uordblks",
            "fordblks",
            "keepcost",
        )
    )


def c_library() -> dict[str, float]:
    """MB that the C library has from the system (`arena` + `mapped`), gives out (`used`) and holds back (`free`)."""
    call = ctypes.CDLL(None).mallinfo2
    call.restype = _MallInfo
    told = call()
    sizes = {"arena": told.arena, "mapped": told.hblkhd, "used": told.uordblks, "free": told.fordblks}
    return {name: round(size / 2**20, 1) for name, size in sizes.items()}


def anonymous() -> list[tuple[str, float, int]]:
    """The process's own pages by what they are mapped for: name, MB, how many mappings; largest first."""
    sizes: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    name = ""
    for row in Path("/proc/self/smaps").read_text("ascii", "replace").splitlines():
        fields = row.split()
        if not fields[0].endswith(":"):
            span = fields[0].split("-")
            size = (int(span[1], 16) - int(span[0], 16)) / 2**20
            name = fields[5].rpartition("/")[2] if len(fields) > 5 else f"unnamed {_class(size)}"
        elif fields[0] == "Anonymous:" and int(fields[1]):
            sizes[name] += int(fields[1])
            counts[name] += 1
    return [(each, round(size / 1024, 1), counts[each]) for each, size in sizes.most_common(MAPPINGS)]


def _class(size: float) -> str:
    return next((f"up to {limit} MB" for limit in (1, 2, 8, 64) if size <= limit), "over 64 MB")


def kinds(known: Counter[str]) -> tuple[Counter[str], list[tuple[str, int, int]]]:
    """How many objects of which kind there are, and which became most more than `known`: name, more, all."""
    gc.collect()
    now = Counter(type(one).__name__ for one in gc.get_objects())
    more = [(name, count - known[name], count) for name, count in now.items() if count > known[name]]
    return now, sorted(more, key=lambda row: -row[1])[:14]


def remembered() -> list[tuple[str, int]]:
    """Functions that remember their answers, and how many; largest first."""
    found = {
        one for module in list(sys.modules.values()) for one in list(vars(module).values()) if isinstance(one, _KIND)
    }
    rows = [(getattr(one, "__name__", "?"), one.cache_info().currsize) for one in found]
    return sorted(rows, key=lambda row: -row[1])[:8]


def census() -> dict[str, Any]:
    """All of it."""
    application = QApplication.instance()
    widgets = QApplication.allWidgets() if application is not None else []
    return {
        "c_library": c_library(),
        "anonymous": anonymous(),
        "python_blocks": sys.getallocatedblocks(),
        "frozen": gc.get_freeze_count(),
        "tracked": len(gc.get_objects()),
        "widgets": len(widgets),
        "objects_of_qt": sum(len(one.findChildren(QObject)) + 1 for one in widgets if one.parent() is None),
        "remembered": remembered(),
    }

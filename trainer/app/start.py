"""From the command to the window: is there a display, is the window open already, and only then Qt."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from pathlib import Path

from trainer.app.other_start import may_be_open, name_for
from trainer.storage.paths import places

NO_DISPLAY = (
    "There is no display here, so no window can open. Practise in the terminal: "
    "engawa rehearse errands/shall-i-heat-it --language en (or ja)"
)

BEFORE_QT = (
    "trainer.app.house",
    "trainer.app.desk_keeping",
    "trainer.app.desk_packs",
    "trainer.app.desk_records",
    "trainer.app.desk_shelf",
    "trainer.ui.bridge",
    "trainer.ui.kit.phrases",
    "trainer.ui.theme",
)
"""What the first picture needs and Qt is no part of. Once Qt's Python half is loaded it looks through the source of
every module that is imported after it, 0.2 ms each (docs/decisions/0286)."""
BEFORE_QT_FOR_GARDEN = (
    "trainer.practice.map",
    "trainer.storage.pack_shelf",
    "trainer.ui.scene.garden_art",
    "trainer.ui.scene.veranda",
)
"""What the garden needs, where it has been met before."""
BEFORE_QT_FOR_RECORDS = ("trainer.storage.journal", "trainer.storage.lock")
"""And where visits were kept."""


def before_qt() -> tuple[str, ...]:
    """The modules that this start needs before its first picture."""
    where = places()
    garden = BEFORE_QT_FOR_GARDEN if where.settings.is_file() else ()
    return BEFORE_QT + garden + (BEFORE_QT_FOR_RECORDS if os.path.lexists(where.journal) else ())


def has_display() -> bool:
    """True when a window can be shown (or drawn into memory, when somebody asked Qt for that)."""
    if os.environ.get("QT_QPA_PLATFORM") or not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def start(pack: Path | None = None, tape: Path | None = None) -> int:
    """Open the window (with the cover of `pack`) until it is closed; returns the exit status."""
    if not has_display():
        sys.stdout.write(NO_DISPLAY + "\n")
        return 0
    # Nothing that is made at the start is garbage: the collector rests until the first picture (app/starting.py).
    gc.disable()
    name = name_for(places().data)
    if tape is None and may_be_open(name):
        # Qt is loaded only when it is needed: here a corner of it, to ask whether somebody answers.
        from trainer.app.one_window import hand_over  # noqa: PLC0415 - the same reason

        if hand_over(name, str(pack.absolute()) if pack is not None else ""):
            return 0
    for module in before_qt():
        import_module(module)
    from trainer.app.window import open_window  # noqa: PLC0415 - the same reason

    return open_window(pack, tape)

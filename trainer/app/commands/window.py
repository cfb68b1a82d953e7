"""`engawa`: opens the window; without a display it says so in one line."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

import click

from trainer.storage.paths import places

NO_DISPLAY = (
    "There is no display here, so no window can open. Practise in the terminal: "
    "engawa rehearse errands/shall-i-heat-it --language en (or ja)"
)


def has_display() -> bool:
    """True when a window can be shown (or drawn into memory, when somebody asked Qt for that)."""
    if os.environ.get("QT_QPA_PLATFORM") or not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


@click.command()
@click.argument("pack", required=False, type=click.Path(path_type=Path))
@click.option("--tape", type=click.Path(dir_okay=False, path_type=Path), help="Write visits down for replay.")
def command(pack: Path | None = None, tape: Path | None = None) -> int:
    """Open the window (with the cover of PACK, if one is given)."""
    if not has_display():
        click.echo(NO_DISPLAY)
        return 0
    # Qt is loaded only when a window is really opened; a second start needs but a corner of it.
    from trainer.app.one_window import hand_over, name_for  # noqa: PLC0415 - the same reason

    if tape is None and hand_over(name_for(places().data), str(pack.absolute()) if pack is not None else ""):
        return 0
    # Nothing that is made at the start is garbage: the collector rests until the first picture (app/starting.py).
    gc.disable()
    from trainer.app.window import open_window  # noqa: PLC0415 - the same reason

    return open_window(pack, tape)

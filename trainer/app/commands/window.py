"""`engawa window`: opens the window, with the cover of a pack if one is given."""

from __future__ import annotations

from pathlib import Path

import click

from trainer.app.start import start


@click.command()
@click.argument("pack", required=False, type=click.Path(path_type=Path))
@click.option("--tape", type=click.Path(dir_okay=False, path_type=Path), help="Write visits down for replay.")
def command(pack: Path | None = None, tape: Path | None = None) -> int:
    """Open the window (with the cover of PACK, if one is given)."""
    return start(pack, tape)

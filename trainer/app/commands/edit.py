"""`engawa edit FOLDER`: the facilitator's desk, without the program's own window."""

from __future__ import annotations

from pathlib import Path

import click

from trainer.app.start import has_display

NO_DISPLAY = (
    "There is no display here, so the desk cannot open. A sheet is plain text: write it in any editor, "
    "and look it over with: engawa check my.scene.txt"
)


@click.command()
@click.argument("path", required=False, type=click.Path(exists=True, path_type=Path))
def command(path: Path | None = None) -> int:
    """Write and change scenes (PATH: a pack folder or a sheet; without one the desk offers what there is)."""
    if not has_display():
        click.echo(NO_DISPLAY)
        return 0
    # Qt is loaded only when a window is really opened.
    from trainer.app.desk_window import open_desk  # noqa: PLC0415

    return open_desk(path)

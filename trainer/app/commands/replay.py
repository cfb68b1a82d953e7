"""`engawa replay TAPE`: plays a tape of a visit again, exactly."""

from __future__ import annotations

from pathlib import Path

import click

from trainer.session.tape import TapeError, replay


@click.command()
@click.argument("tape", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def command(tape: Path) -> int:
    """Play TAPE again; exit status 1 when anything differs."""
    try:
        with tape.open(encoding="utf-8") as lines:
            difference = replay(lines)
    except (TapeError, UnicodeDecodeError) as error:
        raise click.ClickException(f"{tape.name}: {error}") from error
    if difference is None:
        click.echo("The same, line by line.")
        return 0
    click.echo(f"Line {difference.line} differs.\n  tape: {difference.taped}\n  now:  {difference.now}")
    return 1

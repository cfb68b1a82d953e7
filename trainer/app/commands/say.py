"""`engawa say TEXT`: renders a line as the partner would say it."""

from __future__ import annotations

from pathlib import Path

import click

from trainer.app.children import child_command
from trainer.speaking.render_file import CannotSayError, render_to_file


@click.command()
@click.argument("text")
@click.option("--language", type=click.Choice(["en", "ja"]), required=True, help="Which language it is.")
@click.option("--voice", default="", help="Which voice; without it, the usual one.")
@click.option("--pace", type=click.FloatRange(0.5, 1.5), default=1.0, show_default=True, help="Speaking rate.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The WAV file to write.")
def command(text: str, language: str, voice: str, pace: float, out: Path) -> int:
    """Say TEXT into a sound file."""
    try:
        seconds = render_to_file(text, language, out, voice, pace, command=child_command("_voice"))
    except CannotSayError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{out.name}: {seconds:.1f} s")
    return 0

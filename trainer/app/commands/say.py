"""`engawa say TEXT`: renders a line as the partner would say it."""

from __future__ import annotations

from pathlib import Path

import click

from trainer.app.children import child_command
from trainer.speaking.render_file import CannotSayError, render_wave
from trainer.storage.files import FileError, write_atomically

SENTENCES = {
    "empty-text": "There is nothing in this text that can be said. Give it some words.",
    "no-voice": "There is no voice for this language here. “engawa doctor” says more.",
    "unknown-voice": "There is no voice of that name. Leave --voice out for the usual one.",
    "voice-failed": "The voice did not answer. “engawa doctor” says more.",
}


@click.command()
@click.argument("text")
@click.option("--language", type=click.Choice(["en", "ja"]), required=True, help="Which language it is.")
@click.option("--voice", default="", help="Which voice; without it, the usual one.")
@click.option("--pace", type=click.FloatRange(0.5, 1.5), default=1.0, show_default=True, help="Speaking rate.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The WAV file to write.")
def command(text: str, language: str, voice: str, pace: float, out: Path) -> int:
    """Say TEXT into a sound file."""
    try:
        content, seconds = render_wave(text, language, voice, pace, command=child_command("_voice"))
        write_atomically(out, content)
    except CannotSayError as error:
        raise click.ClickException(SENTENCES[error.reason]) from error
    except FileError as error:
        raise click.ClickException(f"{out.name} could not be written ({error.reason}).") from error
    click.echo(f"{out.name}: {seconds:.1f} s")
    return 0

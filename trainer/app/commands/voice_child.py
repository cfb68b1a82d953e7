"""Hidden command: the voice's child process, so that it starts when frozen too."""

from __future__ import annotations

import click

from trainer.speaking import voice_process


@click.command(hidden=True)
def command() -> int:
    """Render lines to sound, spoken to over standard input and output."""
    return voice_process.main()

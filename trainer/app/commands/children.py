"""Hidden commands: the child processes of the voice and of the recogniser, so that they start when frozen too."""

from __future__ import annotations

import click

from trainer.hearing import recogniser_process
from trainer.speaking import voice_process


@click.command(hidden=True)
def voice() -> None:
    """Render lines to sound, spoken to over standard input and output."""
    voice_process.main()


@click.command(hidden=True)
def recogniser() -> None:
    """Turn sound into words, spoken to over standard input and output."""
    recogniser_process.main()

"""Hidden command: the recogniser's child process, so that it starts when frozen too."""

from __future__ import annotations

import click

from trainer.hearing import recogniser_process


@click.command(hidden=True)
def command() -> int:
    """Turn sound into words, spoken to over standard input and output."""
    return recogniser_process.main()

"""Hidden command: the child process that tries the sound library first, so that it starts when frozen too."""

from __future__ import annotations

import click

from trainer import portaudio


@click.command(hidden=True)
def command() -> int:
    """Print the sound devices; a sound system that ends its process ends this one only."""
    return portaudio.main()

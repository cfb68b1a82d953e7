"""`engawa listen --expect FILE WAV...`: hears recordings as it would hear a person at that moment."""

from __future__ import annotations

import json
from pathlib import Path

import click

from trainer.app.children import child_command
from trainer.hearing.engines import choose_engine
from trainer.hearing.model_shelf import installed
from trainer.hearing.recognizer_names import engine_wish
from trainer.hearing.recordings import RecordingError, hear_files
from trainer.lexicon.loading import load_interpreter
from trainer.storage.paths import assets, places
from trainer.understanding.questions import QuestionError, expectation_of, slots_found


@click.command()
@click.option("--language", type=click.Choice(["en", "ja"]), default=None, help="Default: what the file says.")
@click.option("--engine", type=click.Choice(["vosk", "pocketsphinx", "auto"]), default="auto", show_default=True)
@click.option("--expect", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=True)
@click.argument("wavs", nargs=-1, required=True, type=click.Path(path_type=Path))
def command(language: str | None, engine: str, expect: Path, wavs: tuple[Path, ...]) -> int:
    """Hear WAV files; --expect names the replies and slots that are possible (the shape of `understand`)."""
    return 0

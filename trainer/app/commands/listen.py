"""`engawa listen --expect FILE WAV...`: hears recordings as it would hear a person at that moment."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

import click

from trainer.app.children import child_command
from trainer.hearing.engines import choose_engine
from trainer.hearing.model_shelf import installed
from trainer.hearing.recogniser import EngineName
from trainer.hearing.recordings import HeardRecording, RecordingError, hear_files
from trainer.lexicon.loading import load_interpreter
from trainer.script import Expectation
from trainer.storage.paths import assets, places
from trainer.understanding.interpretation import Interpreter
from trainer.understanding.questions import QuestionError, expectation_of, slots_found

WISHES: dict[str, EngineName | None] = {"vosk": "vosk", "pocketsphinx": "pocketsphinx", "auto": None}


@click.command()
@click.option("--language", type=click.Choice(["en", "ja"]), default=None, help="Default: what the file says.")
@click.option("--engine", type=click.Choice(sorted(WISHES)), default="auto", show_default=True)
@click.option(
    "--expect",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    required=True,
    help="Replies and slots possible at that moment (the shape of `understand`).",
)
@click.argument("wavs", nargs=-1, required=True, type=click.Path(path_type=Path))
def command(language: str | None, engine: str, expect: Path, wavs: tuple[Path, ...]) -> int:
    """Hear WAV files; one JSON line each."""
    expectation = _expectation(expect, language)
    chosen = choose_engine(expectation.language, installed(places().models), WISHES[engine])
    if chosen is None:
        raise click.ClickException(
            f"Nothing here can hear “{expectation.language}” that way. See what can be installed: engawa models list",
        )
    interpreter = load_interpreter([expectation.language], assets())
    interpreter.open(expectation)
    try:
        for heard in hear_files(wavs, expectation, chosen, child_command("_recogniser")):
            click.echo(json.dumps(_row(heard, expectation, interpreter), ensure_ascii=False))
            sys.stdout.flush()
    except RecordingError as error:
        raise click.ClickException(str(error)) from error
    return 0


def _expectation(path: Path, language: str | None) -> Expectation:
    try:
        question = json.loads(path.read_text("utf-8-sig"))
        if language is not None and isinstance(question, dict):
            question = {**question, "language": language}
        return expectation_of(question)
    except (ValueError, RecursionError) as error:
        reason = str(error) if isinstance(error, QuestionError) else "it is not JSON."
        raise click.ClickException(f"{path.name} cannot be used: {reason}") from error


def _row(heard: HeardRecording, expectation: Expectation, interpreter: Interpreter) -> dict[str, object]:
    told = interpreter.interpret(replace(heard.utterance, way="speak"), expectation)
    return {
        "file": heard.file,
        "text": heard.utterance.text,
        "reply": told.reply,
        "slots": slots_found(told),
        "confidence": round(told.probability, 4),
        "engine": heard.engine,
        "audio_s": heard.audio_s,
        "decode_s": heard.decode_s,
    }

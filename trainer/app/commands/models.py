"""`engawa models list|install|remove`: speech models."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from trainer.hearing.model_catalogue import read_catalogue
from trainer.hearing.model_shelf import SpeechModelError
from trainer.hearing.speech_models import InstallProgress, SpeechModels
from trainer.storage.paths import assets, places

MEGABYTE = 1_000_000


def _models() -> SpeechModels:
    return SpeechModels(places().models, read_catalogue(assets() / "speech_models.toml"))


@click.group()
def command() -> None:
    """Speech models: what hears each language. Nothing is downloaded unless you ask for it here."""


@command.command("list")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def list_models(as_json: bool) -> int:
    """Every model that is installed or can be."""
    found = _models().models()
    if as_json:
        click.echo(json.dumps([asdict(model) for model in found], ensure_ascii=False, indent=1))
        return 0
    for model in found:
        size = f"{model.bytes / MEGABYTE:.0f} MB" if model.bytes else ""
        click.echo("  ".join(part for part in (model.id, model.language, model.state, size, model.licence) if part))
        for note in model.notes:
            click.echo(f"    {note}")
    click.echo("English is heard without any of these, by the built-in recogniser.")
    return 0


@command.command()
@click.argument("model")
def install(model: str) -> int:
    """Install MODEL: an id from the list (downloads it), or a .zip file."""
    last = -1

    def show(now: InstallProgress) -> None:
        nonlocal last
        percent = now.done * 100 // now.total if now.total else 0
        if percent // 10 != last:
            last = percent // 10
            click.echo(f"{now.state}: {percent} %", err=True)

    path = Path(model).expanduser()
    try:
        models = _models()
        made = models.install_file(path, progress=show) if path.suffix == ".zip" else models.install(model, show)
    except SpeechModelError as error:
        raise click.ClickException(error.sentence) from error
    click.echo(f"{made.id} is ready. It hears “{made.language}”.")
    return 0


@command.command()
@click.argument("model")
def remove(model: str) -> int:
    """Remove an installed MODEL."""
    try:
        _models().remove(model)
    except SpeechModelError as error:
        raise click.ClickException(error.sentence) from error
    click.echo(f"{model} was removed.")
    return 0

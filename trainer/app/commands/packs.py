"""`engawa packs list|add|remove|build|fingerprint`: the pack shelf."""

from __future__ import annotations

import json
from pathlib import Path

import click

from trainer.packs.archive import ENDING, build_pack, open_pack, spoken
from trainer.packs.refusals import Refused
from trainer.storage.files import FileError, read_bytes, write_atomically
from trainer.storage.pack_files import ZIP_BYTES, folder_files
from trainer.storage.pack_shelf import PackShelf
from trainer.storage.paths import places, scenarios


def _shelf() -> PackShelf:
    return PackShelf(scenarios(), places().packs)


@click.group()
def command() -> None:
    """The pack shelf: scenes that came with Engawa, and those you were given."""


@command.command("list")
@click.option("--language", type=click.Choice(["en", "ja"]), default="en", help="Language of the titles.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def list_packs(language: str, as_json: bool) -> int:
    """Every pack and its scenes."""
    shelf = _shelf()
    headings = shelf.headings(language)
    if as_json:
        rows = [
            {
                "id": pack.id,
                "version": pack.version,
                "name": dict(pack.name),
                "built_in": shelf.is_built_in(pack.id),
                "fingerprint": shelf.fingerprint(pack.id),
                "scenes": [one.id for one in pack.scenes],
            }
            for pack in shelf.packs()
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return 0
    for pack in shelf.packs():
        click.echo(f"{pack.id}  {pack.version}  {pack.name.get(language, '')}")
        for one in headings:
            if one.pack == pack.id:
                click.echo(f"  {one.pack}/{one.id}  {one.title}")
    for trouble in shelf.troubles():
        click.echo(f"{trouble.name}: {trouble.reason.sentence(language)}", err=True)
    return 0


@command.command()
@click.argument("pack", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def add(pack: Path) -> int:
    """Add a PACK file after checking it."""
    code, sentence = _shelf().add(pack)
    if code:
        raise click.ClickException(sentence if code == "pack-refused" else f"{pack.name} could not be kept ({code}).")
    click.echo(f"{pack.name} is on the shelf.")
    return 0


@command.command()
@click.argument("pack")
def remove(pack: str) -> int:
    """Take an added PACK (its id) away. What you practised stays yours."""
    code, _ = _shelf().remove(pack)
    if code == "pack-built-in":
        raise click.ClickException(f"“{pack}” came with Engawa and stays.")
    if code:
        raise click.ClickException(f"There is no added pack “{pack}”. “engawa packs list” shows what there is.")
    click.echo(f"{pack} was taken off the shelf.")
    return 0


@command.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("-o", "--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help=f"A {ENDING} file.")
def build(folder: Path, out: Path) -> int:
    """Build the pack of FOLDER; the same folder always gives the same file."""
    try:
        built = build_pack(folder_files(folder))
        write_atomically(out, built)
    except Refused as refusal:
        raise click.ClickException(f"{folder.name}: {refusal}") from refusal
    except FileError as error:
        raise click.ClickException(f"{out} could not be written ({error.reason}).") from error
    click.echo(f"{out.name}: {len(built)} bytes, {open_pack(built).fingerprint}")
    return 0


@command.command()
@click.argument("pack", type=click.Path(exists=True, path_type=Path))
def fingerprint(pack: Path) -> int:
    """The six words that tell PACK (a file or a folder) from others."""
    try:
        content = build_pack(folder_files(pack)) if pack.is_dir() else read_bytes(pack, ZIP_BYTES)
        click.echo(spoken(open_pack(content).sha256))
    except Refused as refusal:
        raise click.ClickException(f"{pack.name}: {refusal}") from refusal
    except FileError as error:
        raise click.ClickException(f"{pack.name} cannot be read ({error.reason}).") from error
    return 0

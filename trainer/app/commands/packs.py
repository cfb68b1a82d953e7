"""`engawa packs list|add|remove|build|fingerprint` and the folders that stand beside the shelf."""

from __future__ import annotations

import json
from pathlib import Path

import click

from trainer.packs.archive import build_pack, open_pack, spoken
from trainer.packs.cover import pack_of
from trainer.packs.diagnostics import errors
from trainer.packs.pack_checker import check_pack
from trainer.packs.refusals import Refused
from trainer.packs.zip_layout import ENDING
from trainer.storage.files import FileError, write_atomically
from trainer.storage.pack_door import PackDoor
from trainer.storage.pack_files import folder_files, read_zip
from trainer.storage.pack_shelf import PackShelf
from trainer.storage.paths import places, scenarios

QUESTIONS = {
    "pack-older": "{name} is an older version than the one on the shelf ({detail}). "
    "Add --replace to take it all the same.",
    "pack-other-content": "{name} has the same version as the one on the shelf and another content. "
    "Compare the fingerprints, and add --replace to take it all the same.",
    "pack-other-maker": "{name} has the id of a pack on the shelf and comes from somebody else. "
    "Ask who made it, and add --replace to take it all the same.",
    "pack-built-in": "{name} has the id of a pack that comes with Engawa, which stays.",
    "file-not-readable": "{name} cannot be read. Check the name and try again.",
}


def _shelf() -> PackShelf:
    where = places()
    return PackShelf(scenarios(), where.packs, where.shelves)


@click.group()
def command() -> None:
    """The pack shelf: scenes that came with Engawa, and those you were given."""


@command.command("list")
@click.option("--language", type=click.Choice(["en", "ja"]), default="en", help="Language of the titles.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.option("--beside", is_flag=True, help="Packs of the folders beside the shelf, too.")
def list_packs(language: str, as_json: bool, beside: bool) -> int:
    """Every pack and its scenes."""
    shelf = _shelf()
    if beside:
        shelf.refresh_sources()
    shelved = [one for one in shelf.shelved() if beside or one.origin != "beside"]
    if as_json:
        rows = [
            {
                "id": one.pack.id,
                "version": one.pack.version,
                "name": dict(one.pack.name),
                "built_in": one.origin == "built-in",
                "origin": one.origin,
                "hidden": one.hidden,
                "given_by": one.given.by,
                "update": str(one.update or ""),
                "fingerprint": shelf.fingerprint(one.pack.id),
                "scenes": [scene.id for scene in one.pack.scenes],
            }
            for one in shelved
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return 0
    headings = shelf.headings(language)
    for one in shelved:
        told = [one.pack.id, one.pack.version, one.pack.name.get(language, "")]
        told += ["(hidden)"] if one.hidden else []
        told += [f"({one.file.parent})"] if one.origin == "beside" else []
        told += ["(a newer version stands beside)"] if one.update else []
        click.echo("  ".join(told))
        for heading in headings:
            if heading.pack == one.pack.id:
                click.echo(f"  {heading.pack}/{heading.id}  {heading.title}")
    for trouble in shelf.troubles():
        click.echo(f"{trouble.name}: {trouble.reason.sentence(language)}", err=True)
    return 0


@command.command()
@click.argument("pack", type=click.Path(path_type=Path))
@click.option("--replace", is_flag=True, help="Also an older one, or one of another maker under the same id.")
@click.option("--from", "giver", default="", help="Who gave it to you; kept on this computer only.")
@click.option("--language", type=click.Choice(["en", "ja"]), default="en", help="Language of a refusal.")
def add(pack: Path, replace: bool, giver: str, language: str) -> int:
    """Add a PACK after checking it: a file, or the id of a pack that stands beside the shelf."""
    shelf = _shelf()
    file = pack if pack.exists() else _beside(shelf, str(pack))
    code, detail = PackDoor(shelf).add(file, language, replace, giver)
    if code == "pack-refused":
        raise click.ClickException(detail)
    if code:
        sentence = QUESTIONS.get(code, "{name} could not be kept: {detail}.")
        raise click.ClickException(sentence.format(name=file.name, detail=detail))
    click.echo(f"{file.name} is on the shelf.")
    return 0


def _beside(shelf: PackShelf, pack: str) -> Path:
    shelf.refresh_sources()
    for one in shelf.shelved():
        if one.pack.id == pack and (one.origin == "beside" or one.update is not None):
            return one.update or one.file
    raise click.ClickException(f"There is no file and no pack “{pack}” beside the shelf. Check the name and try again.")


@command.command()
@click.argument("pack")
def remove(pack: str) -> int:
    """Take an added PACK (its id) away. What you practised stays yours."""
    code, detail = PackDoor(_shelf()).remove(pack)
    if code == "pack-built-in":
        raise click.ClickException(f"“{pack}” came with Engawa and stays. “engawa packs hide” puts it out of sight.")
    if code == "pack-not-there":
        raise click.ClickException(f"There is no added pack “{pack}”. “engawa packs list” shows what there is.")
    if code:
        raise click.ClickException(f"“{pack}” could not be taken away: {detail}.")
    click.echo(f"{pack} was taken off the shelf.")
    return 0


@command.command()
@click.argument("pack")
@click.option("--show", is_flag=True, help="Show it again.")
def hide(pack: str, show: bool) -> int:
    """Keep the scenes of PACK (its id) out of sight."""
    code, detail = PackDoor(_shelf()).hide(pack, not show)
    if code == "pack-not-there":
        raise click.ClickException(f"There is no pack “{pack}”. “engawa packs list” shows what there is.")
    if code:
        raise click.ClickException(f"That could not be kept: {detail}.")
    click.echo(f"{pack} is {'shown again' if show else 'out of sight'}.")
    return 0


@command.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option("--remove", "gone", is_flag=True, help="Let FOLDER no longer stand beside the shelf.")
def beside(folder: Path | None, gone: bool) -> int:
    """Let a FOLDER of packs stand beside the shelf (a network drive, a stick). Without FOLDER: list them."""
    shelf = _shelf()
    if folder is not None:
        code, detail = PackDoor(shelf).stand_beside(folder.absolute(), not gone)
        if code == "folder-not-there":
            raise click.ClickException(f"There is no folder {folder}. Check the name and try again.")
        if code:
            raise click.ClickException(f"That could not be kept: {detail}.")
    shelf.refresh_sources()
    for source in shelf.sources():
        state = "not there at the moment" if source.away else f"{sum(1 for _ in source.packs())} packs"
        click.echo(f"{source.folder}  {state}")
    return 0


@command.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("-o", "--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help=f"A {ENDING} file.")
def build(folder: Path, out: Path) -> int:
    """Build the pack of FOLDER; the same folder always gives the same file."""
    try:
        files = folder_files(folder)
        built = build_pack(files)
        pack_of(files, strict=True)
        write_atomically(out, built)
    except Refused as refusal:
        raise click.ClickException(f"{folder.name}: {refusal}") from refusal
    except FileError as error:
        raise click.ClickException(f"{error.path.name} could not be read or written ({error.reason}).") from error
    click.echo(f"{out.name}: {len(built)} bytes, {open_pack(built).fingerprint}")
    wrong = len(errors(check_pack(files)))
    if wrong:
        click.echo(f"engawa: {wrong} in it must be fixed before it is practised: engawa check {folder}", err=True)
    return 0


@command.command()
@click.argument("pack", type=click.Path(exists=True, path_type=Path))
def fingerprint(pack: Path) -> int:
    """The six words that tell PACK (a file or a folder) from others."""
    try:
        content = build_pack(folder_files(pack)) if pack.is_dir() else read_zip(pack)
        click.echo(spoken(open_pack(content).sha256))
    except Refused as refusal:
        raise click.ClickException(f"{pack.name}: {refusal}") from refusal
    except FileError as error:
        raise click.ClickException(f"{error.path.name} cannot be read ({error.reason}).") from error
    return 0

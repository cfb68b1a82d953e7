"""`engawa import FILE -o SHEET`: a story from elsewhere as a draft sheet."""

from __future__ import annotations

from pathlib import Path

import click

from trainer.packs.importing import NotAStory, story_of
from trainer.storage.files import FileError, read_bytes, write_atomically


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("-o", "--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="A .scene.txt file.")
@click.option("--language", type=click.Choice(["en", "ja"]), help="Language of the story; told by its letters.")
@click.option("--told-in", type=click.Choice(["en", "ja"]), default="en", help="Language of the sentences.")
def command(file: Path, out: Path, language: str | None, told_in: str) -> int:
    """Bring a Twee 3 or Yarn 3 script, or a table of two columns (CSV), as a draft sheet.

    What could not be carried is listed on standard error; it also stands in the sheet as notes.
    """
    if out.exists():
        raise click.ClickException(f"{out.name} is there already. Choose another name with -o.")
    try:
        imported = story_of(file.name, read_bytes(file), language or "")
        write_atomically(out, imported.sheet.encode("utf-8"))
    except NotAStory as told:
        raise click.ClickException(f"{file.name}: {told.ja if told_in == 'ja' else told.en}") from told
    except FileError as error:
        raise click.ClickException(f"{error.path.name} could not be read or written ({error.reason}).") from error
    for left in imported.left:
        click.echo(left.sentence(told_in), err=True)
    if told_in == "ja":
        click.echo(f"{out.name} に下書きができました。足りないものは「engawa check {out.name}」でわかります。")
    else:
        click.echo(f"{out.name} is a draft. “engawa check {out.name}” says what it still needs.")
    return 0

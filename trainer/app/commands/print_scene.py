"""`engawa print SCENE -o FILE`: the reading copy of a scene, or the script and the table of its spoken lines."""

from __future__ import annotations

from pathlib import Path

import click

from trainer.app.scenes import find_scene
from trainer.lexicon.japanese import furigana as readings
from trainer.packs.reading_copy import as_text, reading_copy, voice_csv, voice_script
from trainer.storage.files import FileError, write_atomically

ENDINGS = (".pdf", ".txt", ".csv")


@click.command("print")
@click.argument("scene")
@click.option(
    "-o", "--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="FILE.pdf, .txt or .csv"
)
@click.option("--language", help="Language of the practice; the sheet's own when not given.")
@click.option(
    "--voice", is_flag=True, help="Only the lines somebody says, numbered, for a voice. A .csv always is that."
)
@click.option("--furigana", is_flag=True, help="Japanese: readings in brackets where a word first stands.")
def command(scene: str, out: Path, language: str | None, voice: bool, furigana: bool) -> int:
    """Write SCENE (`pack/scene`, or a path to a sheet) for paper: to read with a pencil, or to read aloud."""
    ending = out.suffix.lower()
    if ending not in ENDINGS:
        raise click.UsageError(f"“{out.name}”: name a file that ends in .pdf, .txt or .csv.")
    played = find_scene(scene, language).scene
    if ending == ".pdf":
        # Qt is loaded only when something is painted.
        from trainer.app.paper import scene_pdf  # noqa: PLC0415

        content = scene_pdf(played, voice, readings if furigana and played.language == "ja" else None)
    elif ending == ".csv":
        content = voice_csv(played)
    elif voice:
        content = "".join(f"{line.who}: {line.text}\n" for line in voice_script(played)).encode()
    else:
        content = as_text(reading_copy(played)).encode()
    try:
        write_atomically(out, content)
    except FileError as error:
        raise click.ClickException(f"{out.name} could not be written ({error.reason}).") from error
    click.echo(f"{out.name}: {played.title}")
    return 0

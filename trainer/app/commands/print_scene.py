"""`engawa print SCENE -o FILE`: the reading copy of a scene, or the script and the table of its spoken lines."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from trainer.app.scenes import find_scene
from trainer.lexicon.japanese import furigana as readings
from trainer.packs.reading_copy import as_text, reading_copy, voice_csv, voice_script
from trainer.storage.files import FileError, write_atomically

if TYPE_CHECKING:
    from trainer.ui.paper import PaperSize

ENDINGS = (".pdf", ".txt", ".csv")


@click.command("print")
@click.argument("scene", required=False, default="")
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), required=True, help="FILE.pdf, .txt or .csv; a folder for --all"
)
@click.option("--page", is_flag=True, help="One sheet to practise with a pencil, without a computer.")
@click.option("--all", "everything", is_flag=True, help="Every scene on one sheet each, and the page for families.")
@click.option("--families", is_flag=True, help="Only the page for families.")
@click.option("--paper", type=click.Choice(["A4", "Letter"], case_sensitive=False), default="A4", show_default=True)
@click.option("--language", help="Language of the practice; the sheet's own when not given.")
@click.option(
    "--voice", is_flag=True, help="Only the lines somebody says, numbered, for a voice. A .csv always is that."
)
@click.option("--furigana", is_flag=True, help="Japanese: readings in brackets where a word first stands.")
def command(  # noqa: PLR0913 - one parameter for each option
    scene: str,
    out: Path,
    page: bool,
    everything: bool,
    families: bool,
    paper: PaperSize,
    language: str | None,
    voice: bool,
    furigana: bool,
) -> int:
    """Write SCENE (`pack/scene`, or a path to a sheet) for paper: to read with a pencil, or to read aloud."""
    if everything or families or page:
        return _one_sheet_each(scene, out, "all" if everything else "families" if families else "", paper, language)
    if not scene:
        raise click.UsageError("Name a scene, such as “errands/shall-i-heat-it”, or use --all or --families.")
    return _whole_scene(scene, out, language, voice, furigana)


def _one_sheet_each(scene: str, out: Path, what: str, paper: PaperSize, language: str | None) -> int:
    # Qt is loaded only when something is painted.
    from trainer.app import printing  # noqa: PLC0415

    if what == "all":
        out.mkdir(parents=True, exist_ok=True)
        pages = printing.all_pages(language or "en", paper)
    elif what == "families":
        pages = iter([(out.name, printing.families_page(language or "en", paper))])
    elif not scene:
        raise click.UsageError("Name a scene, such as “errands/shall-i-heat-it”, or use --all.")
    else:
        pages = iter([(out.name, printing.page_of(find_scene(scene, language).scene, paper, headings=language or ""))])
    count = 0
    for name, content in pages:
        target = out / name if what == "all" else out
        try:
            write_atomically(target, content)
        except FileError as error:
            raise click.ClickException(f"{target.name} could not be written ({error.reason}).") from error
        count += 1
    click.echo(f"{out.name}: {count}" if what == "all" else out.name)
    return 0


def _whole_scene(scene: str, out: Path, language: str | None, voice: bool, furigana: bool) -> int:
    """The reading copy, or the script of the spoken lines."""
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

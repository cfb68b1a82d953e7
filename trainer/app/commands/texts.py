"""`engawa texts export|import`: a scene's texts for translators (PO or CSV), and back."""

from __future__ import annotations

from pathlib import Path

import click

from trainer.app.scenes import SHEET
from trainer.editor.model.document import SheetDocument
from trainer.editor.model.live import Look, look
from trainer.editor.model.rows import decoded
from trainer.editor.model.sides import coverage, pairs, settle, skeleton
from trainer.editor.model.texts_exchange import as_csv, as_po, bring, read_texts
from trainer.packs.stale import STATUS, Status, read_status, write_status
from trainer.storage.files import FileError, read_bytes, write_atomically

_LANGUAGE = click.option("--to", "language", type=click.Choice(["en", "ja"]), required=True, help="Language to write.")
_SHEET = click.argument("sheet", type=click.Path(exists=True, dir_okay=False, path_type=Path))


@click.group()
def command() -> None:
    """A scene's texts for translators, and back."""


@command.command("export")
@_SHEET
@_LANGUAGE
@click.option("-o", "--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="A .po or .csv file.")
def export_texts(sheet: Path, language: str, out: Path) -> int:
    """Write the texts of SHEET (a source sheet) with what is translated already."""
    source, document = _source(sheet), _translation(sheet, language)
    words = document.words if document is not None else skeleton(source, language)
    translation = look(words, source=source.sheet.text)
    status = _status(sheet, language)
    table = out.name.lower().endswith(".csv")
    text = as_csv(source, translation, status) if table else as_po(source, translation, language, status)
    _write(out, text)
    done, needed = coverage(pairs(source, translation))
    click.echo(f"{out.name}: {needed} texts, {done} of them translated.")
    return 0


@command.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_SHEET
@_LANGUAGE
def import_texts(file: Path, sheet: Path, language: str) -> int:
    """Put the texts of FILE (.po or .csv) into the translation beside SHEET. Only lines that differ are changed.

    What no longer fits is listed on standard error.
    """
    source = _source(sheet)
    document = _translation(sheet, language) or SheetDocument(skeleton(source, language))
    translation = look(document.words, source=source.sheet.text)
    texts = read_texts(decoded(_read(file)))
    if not texts:
        raise click.ClickException(f"{file.name} holds no texts of a scene. “engawa texts export” writes such a file.")
    brought = bring(source, translation, document, texts)
    document.apply(brought.edits)
    _write_bytes(_beside(sheet, language), document.to_bytes())
    status = settle(_status(sheet, language), source, brought.blocks)
    _write(_beside(sheet, language).with_name(STATUS), write_status(status))
    for one in brought.outdated:
        click.echo(f"{one}: its source words have changed since. Export again and look.", err=True)
    for one in brought.unknown:
        click.echo(f"{one}: not in this scene.", err=True)
    click.echo(f"{_beside(sheet, language)}: texts changed: {brought.changed}.")
    return 0


def _beside(sheet: Path, language: str) -> Path:
    """Where the translation stands: in the pack's folder, or beside a sheet that stands alone."""
    folder = sheet.absolute().parent
    return (folder.parent if folder.name == "scenes" else folder) / "translations" / language / sheet.name


def _source(sheet: Path) -> Look:
    if not sheet.name.endswith(SHEET):
        raise click.ClickException(f"{sheet.name} is no sheet: its name does not end in {SHEET}.")
    seen = look(SheetDocument.from_bytes(_read(sheet)).words, sheet.name)
    if seen.scene is None or seen.is_translation:
        raise click.ClickException(f"{sheet.name} is no source sheet with a scene. “engawa check” says more.")
    return seen


def _translation(sheet: Path, language: str) -> SheetDocument | None:
    path = _beside(sheet, language)
    return SheetDocument.from_bytes(_read(path), path.name) if path.is_file() else None


def _status(sheet: Path, language: str) -> Status:
    path = _beside(sheet, language).with_name(STATUS)
    return read_status(_read(path).decode("utf-8", "replace")) if path.is_file() else {}


def _read(path: Path) -> bytes:
    try:
        return read_bytes(path)
    except FileError as error:
        raise click.ClickException(f"{path.name} cannot be read ({error.reason}).") from error


def _write(path: Path, text: str) -> None:
    _write_bytes(path, text.encode("utf-8", "surrogateescape"))


def _write_bytes(path: Path, content: bytes) -> None:
    try:
        write_atomically(path, content)
    except FileError as error:
        raise click.ClickException(f"{path} could not be written ({error.reason}).") from error

"""Finding scenes: `pack/scene` on the shelf, or a path to a sheet."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from trainer.packs.builder import Built, build_scene
from trainer.packs.diagnostics import errors
from trainer.script import Scene
from trainer.session.tape import TapeHead
from trainer.storage.pack_shelf import PackShelf
from trainer.storage.paths import places, scenarios

SHEET = ".scene.txt"


@dataclass(frozen=True, slots=True)
class Found:
    """A scene that can be played, and what its tape needs to begin with."""

    scene: Scene
    head: TapeHead


def find_scene(address: str, language: str | None = None, seed: int = 0) -> Found:
    """The scene at that address in that language; a ClickException with one sentence when it cannot be had."""
    path = Path(address)
    if address.endswith(SHEET) or path.is_file():
        return _sheet(path, language, seed)
    where = places()
    shelf = PackShelf(scenarios(), where.packs, where.shelves)
    own = shelf.source_language(address)
    if not own:
        raise click.ClickException(f"There is no scene “{address}”. “engawa packs list” shows what there is.")
    name = f"{address.rpartition('/')[2]}{SHEET}"
    sheets = shelf.sheets(address, language or own)
    if sheets is None:
        raise click.ClickException(f"{name} is not written in “{language}”. It is in “{own}”.")
    return _found(sheets[0], sheets[1], name, f"{name} ({language})", language, seed, address)


def _sheet(path: Path, language: str | None, seed: int) -> Found:
    source = read_text(path)
    plain = build_scene(source, None, file=path.name).scene
    translation, other = None, path.name
    if plain is not None and language not in (None, plain.language):
        told = path.parent.parent / "translations" / str(language) / path.name
        if not told.is_file():
            raise click.ClickException(f"{path.name} is not written in “{language}”. It is in “{plain.language}”.")
        translation, other = read_text(told), told.name
    return _found(source, translation, path.name, other, language, seed)


def _found(
    source: str, translation: str | None, name: str, other: str, language: str | None, seed: int, address: str = ""
) -> Found:
    _refuse(build_scene(source, None, file=name), name)
    built = build_scene(source, translation, file=name, translation_file=other)
    _refuse(built, other)
    if translation is not None and not built.translated:
        click.echo(f"engawa: words are missing in {language}; the whole scene is in its own language.", err=True)
    scene = built.scene
    if scene is None:
        raise click.ClickException(f"{name} holds no scene.")
    return Found(scene, TapeHead(address or scene.id, scene.language, seed, source, translation))


def read_text(path: Path) -> str:
    """A sheet's text; one sentence when it is not there or not UTF-8."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{path.name} is not UTF-8 text. Save it as UTF-8 and try again.") from error
    except OSError as error:
        raise click.ClickException(f"{path.name} cannot be read: {error.strerror}.") from error


def _refuse(built: Built, name: str) -> None:
    wrong = errors(built.found)
    if built.scene is None or wrong:
        first = wrong[0] if wrong else built.found[0]
        raise click.ClickException(
            f"{name}, line {first.line}: {first.message} {first.fix} (“engawa check” lists everything.)",
        )

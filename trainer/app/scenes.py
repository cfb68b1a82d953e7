"""Finding scenes: `pack/scene` on the shelf, or a path to a sheet."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from trainer.packs.builder import Built, build_scene
from trainer.packs.diagnostics import errors
from trainer.script import Scene
from trainer.session.tape import TapeHead
from trainer.storage.paths import scenarios

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
    pack, slash, scene = address.partition("/")
    folder = scenarios() / pack
    source = folder / "scenes" / f"{scene}{SHEET}"
    if not slash or not source.is_file():
        raise click.ClickException(f"There is no scene “{address}”. “engawa packs list” shows what there is.")
    return _sheet(source, language, seed, address)


def _sheet(path: Path, language: str | None, seed: int, address: str = "") -> Found:
    source = read_text(path)
    plain = build_scene(source, None, file=path.name)
    _refuse(plain, path)
    translation = None
    built = plain
    if plain.scene is not None and language not in (None, plain.scene.language):
        other = path.parent.parent / "translations" / str(language) / path.name
        if not other.is_file():
            own = plain.scene.language
            raise click.ClickException(f"{path.name} is not written in “{language}”. It is in “{own}”.")
        translation = read_text(other)
        built = build_scene(source, translation, file=path.name, translation_file=other.name)
        _refuse(built, other)
        if not built.translated:
            click.echo(f"engawa: words are missing in {language}; the whole scene is in its own language.", err=True)
    scene = built.scene
    if scene is None:
        raise click.ClickException(f"{path.name} holds no scene.")
    return Found(scene, TapeHead(address or scene.id, scene.language, seed, source, translation))


def read_text(path: Path) -> str:
    """A sheet's text; one sentence when it is not there or not UTF-8."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{path.name} is not UTF-8 text. Save it as UTF-8 and try again.") from error
    except OSError as error:
        raise click.ClickException(f"{path.name} cannot be read: {error.strerror}.") from error


def _refuse(built: Built, path: Path) -> None:
    wrong = errors(built.found)
    if built.scene is None or wrong:
        first = wrong[0] if wrong else built.found[0]
        raise click.ClickException(
            f"{path.name}, line {first.line}: {first.message} {first.fix} (“engawa check” lists everything.)",
        )

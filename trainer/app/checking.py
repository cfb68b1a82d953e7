"""Checking and walking what stands on the disk: a sheet, a pack folder, a pack file, or a folder of packs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from trainer.app.scenes import SHEET, read_text
from trainer.app.sounds import guessed, sounds, unheard
from trainer.lexicon.loading import load_interpreter
from trainer.packs.archive import open_pack
from trainer.packs.builder import build_scene
from trainer.packs.checker import Tools, check_sheet, check_translation
from trainer.packs.diagnostics import Diagnostic
from trainer.packs.own_words import NONE, OwnWords, read_own_words
from trainer.packs.pack_checker import check_pack
from trainer.packs.refusals import Refused
from trainer.packs.zip_layout import ENDING
from trainer.script import Scene
from trainer.storage.files import FileError
from trainer.storage.files import read_text as read_own
from trainer.storage.pack_files import folder_files, read_zip
from trainer.storage.paths import assets, places

MANIFEST = "pack.toml"
OWN_WORDS, OWN_WORDS_BYTES = "words.toml", 200_000


def tools() -> Tools:
    """The program's own understanding, so that the checks hear as the practice hears."""
    words, _ = own_words()
    matcher, models = load_interpreter(["en", "ja"], assets()), places().models
    return Tools(matcher=matcher, sounds=sounds(), lacks=guessed(), unheard=unheard(models), own_words=words)


def own_words() -> tuple[OwnWords, str]:
    """A centre's own list of words (`words.toml` beside the settings), and one sentence when something in it is odd."""
    path = places().config / OWN_WORDS
    try:
        found, odd = read_own_words(read_own(path, OWN_WORDS_BYTES))
    except FileError as error:
        return NONE, "" if error.reason == "not-there" else f"{OWN_WORDS} cannot be read ({error.reason})."
    return found, f"{OWN_WORDS}: {odd}." if odd else ""


def check_path(path: Path, using: Tools) -> list[Diagnostic]:
    """Everything found at a path; file names are given as one would type them from here."""
    if path.is_dir() and not (path / MANIFEST).is_file():
        packs = sorted(inner.parent for inner in path.glob(f"*/{MANIFEST}"))
        if not packs:
            raise click.ClickException(f"There is no pack in {path}: a pack is a folder with a {MANIFEST}.")
        return [found for pack in packs for found in check_path(pack, using)]
    if path.is_dir():
        return [_placed(found, path) for found in check_pack(folder_files(path), tools=using, walk=True)]
    if path.name.endswith(ENDING):
        return list(check_pack(_opened(path), tools=using, walk=True))
    return _check_sheet(path, using)


def _placed(found: Diagnostic, folder: Path) -> Diagnostic:
    return replace(found, file=str(folder / found.file))


def _opened(path: Path) -> dict[str, bytes]:
    try:
        return dict(open_pack(read_zip(path)).files)
    except Refused as refusal:
        raise click.ClickException(f"{path.name}: {refusal}") from refusal
    except FileError as error:
        raise click.ClickException(f"{path.name} cannot be read. Check the name and try again.") from error


def _check_sheet(path: Path, using: Tools) -> list[Diagnostic]:
    text = read_text(path)
    source = path.parents[2] / "scenes" / path.name if path.parent.parent.name == "translations" else None
    if source is not None and source.is_file():
        return list(check_translation(read_text(source), text, str(source), str(path), tools=using))
    return list(check_sheet(text, str(path), tools=using, walk=True))


def scenes_at(path: Path) -> Iterator[tuple[str, Scene]]:
    """Every scene at a path in every language it is written in, with a name to show."""
    if path.is_dir() and not (path / MANIFEST).is_file():
        for inner in sorted(path.glob(f"*/{MANIFEST}")):
            yield from scenes_at(inner.parent)
        return
    if path.is_dir() or path.name.endswith(ENDING):
        files = folder_files(path) if path.is_dir() else _opened(path)
        yield from _scenes_of(path, files)
        return
    scene = build_scene(read_text(path), file=path.name).scene
    if scene is not None:
        yield str(path), scene


def _scenes_of(path: Path, files: dict[str, bytes]) -> Iterator[tuple[str, Scene]]:
    for name in sorted(files):
        if not (name.startswith("scenes/") and name.endswith(SHEET)):
            continue
        source = files[name].decode("utf-8-sig", errors="replace")
        scene = build_scene(source, file=name).scene
        if scene is None:
            continue
        yield f"{path.name}/{scene.id} [{scene.language}]", scene
        short = name.rpartition("/")[2]
        for other in sorted(files):
            if other.startswith("translations/") and other.endswith("/" + short):
                built = build_scene(source, files[other].decode("utf-8-sig", errors="replace"), file=name)
                if built.scene is not None and built.translated:
                    yield f"{path.name}/{scene.id} [{built.scene.language}]", built.scene

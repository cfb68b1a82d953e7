"""The folder where speech models are installed: what is there, in which state; putting in place, taking away."""

from __future__ import annotations

import json
import os
import secrets
import shutil
from collections.abc import Callable
from pathlib import Path

from trainer.hearing.model_archive import ArchiveError, unpack
from trainer.hearing.model_catalogue import CatalogueEntry, is_id, language_in
from trainer.hearing.model_folder import MANIFEST, check_folder
from trainer.speech import SpeechModelInfo

DETAILS = "engawa-model.json"
"""In an installed speech model: its id, language, engine and licence."""


class SpeechModelError(Exception):
    """A speech model could not be installed or removed. `code` is stable; `sentence` says what to do."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


def installed(folder: Path) -> tuple[SpeechModelInfo, ...]:
    """Every speech model in the folder, whole ("ready") or not ("broken"). Never raises."""
    try:
        found = sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith("."))
    except OSError:
        return ()
    return tuple(_describe(path) for path in found)


def _describe(path: Path) -> SpeechModelInfo:
    try:
        told = json.loads((path / DETAILS).read_text(encoding="utf-8"))
        language, engine, licence = str(told["language"]), str(told["engine"]), str(told.get("licence", ""))
    except (OSError, ValueError, KeyError, TypeError):
        language, engine, licence = language_in(path.name), "vosk", ""
    problem = check_folder(path)
    size = sum(file.stat().st_size for file in path.rglob("*") if file.is_file())
    notes = (problem.sentence,) if problem else ()
    return SpeechModelInfo(
        path.name, language, engine, "broken" if problem else "ready", size, licence, str(path), notes
    )


def put(entry: CatalogueEntry, archive: Path, folder: Path, advance: Callable[[int], None]) -> SpeechModelInfo:
    """Unpack beside its place, look at it, then move it there in one step. Raises SpeechModelError, OSError."""
    fresh = folder / f".unpacking-{entry.id}-{secrets.token_hex(4)}"
    try:
        try:
            sizes = unpack(archive, fresh, advance)
        except ArchiveError as error:
            raise SpeechModelError("archive", f"This file cannot be used: {error}. Get it again and retry.") from error
        problem = check_folder(fresh)
        if problem is not None:
            raise SpeechModelError(
                "not-a-model",
                "This zip file holds no whole Vosk speech model. Choose one whose name begins with vosk-model.",
            )
        _write_json(fresh / MANIFEST, sizes)
        _write_json(
            fresh / DETAILS,
            {"id": entry.id, "language": entry.language, "engine": entry.engine, "licence": entry.licence},
        )
        _swap(fresh, folder / entry.id)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return _describe(folder / entry.id)


def take_away(name: str, folder: Path) -> None:
    """Remove a speech model. Raises SpeechModelError when there is none of that name or it cannot be removed."""
    place = folder / name
    if not is_id(name) or not place.is_dir():
        raise SpeechModelError(
            "absent", f"There is no speech model called {name}. See which there are with: models list"
        )
    away = folder / f".removed-{name}-{secrets.token_hex(4)}"
    try:
        place.rename(away)
    except OSError as error:
        raise SpeechModelError("in-use", "The speech model is in use. Close Engawa and remove it again.") from error
    shutil.rmtree(away, ignore_errors=True)


def tidy(folder: Path) -> None:
    """Clear away what an interrupted installation left behind (not the download, which can go on)."""
    for pattern in (".unpacking-*", ".removed-*"):
        for left in folder.glob(pattern):
            shutil.rmtree(left, ignore_errors=True)


def _swap(fresh: Path, place: Path) -> None:
    """The fresh folder takes the place; when it cannot, the one that stood there stands there again."""
    if not place.exists():
        fresh.rename(place)
        return
    old = place.with_name(f".removed-{place.name}-{secrets.token_hex(4)}")
    place.rename(old)
    try:
        fresh.rename(place)
    except OSError:
        old.rename(place)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _write_json(path: Path, value: object) -> None:
    with path.open("w", encoding="utf-8") as out:
        json.dump(value, out, ensure_ascii=False, indent=1)
        out.flush()
        os.fsync(out.fileno())

"""A pack's cover sheet (pack.toml) as a `Pack`, and the headings of its scenes: all a shelf needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from trainer.packs.archive import manifest_of
from trainer.packs.diagnostics import Findings
from trainer.packs.head import Head, read_head
from trainer.packs.outline import outline
from trainer.packs.reader import read_sheet
from trainer.packs.refusals import Refused
from trainer.script import Author, Heading, Pack, PackScene

SHEET = ".scene.txt"


def read_cover(files: Mapping[str, bytes], path: str = "") -> Pack:
    """The pack of these files by name; Refused when its cover sheet cannot be used."""
    if "pack.toml" not in files:
        raise Refused("no-manifest")
    data = manifest_of(files)
    identity = data.get("id")
    if not isinstance(identity, str) or not identity:
        raise Refused("manifest", "id")
    languages = _texts(data.get("languages")) or ("en",)
    source = _text(data.get("source_language")) or languages[0]
    licence = data.get("licence")
    return Pack(
        id=identity,
        version=_text(data.get("version")) or "0.0.0",
        name=_by_language(data.get("name"), identity),
        about=_by_language(data.get("about"), ""),
        source_language=source,
        languages=languages,
        scenes=tuple(_scenes(data, files, languages, source)),
        path=path,
        level=_number(data.get("level"), 1),
        minutes=_number(data.get("minutes"), 0),
        setting=_text(data.get("setting")) or "other",
        content_notes=_texts(data.get("content_notes")),
        licence=_text(licence.get("text")) if isinstance(licence, dict) else _text(licence),
        authors=tuple(_authors(data.get("authors"))),
        review=_text(data["review"].get("state")) if isinstance(data.get("review"), dict) else "draft",
    )


def _scenes(
    data: dict[str, Any], files: Mapping[str, bytes], languages: tuple[str, ...], source: str
) -> list[PackScene]:
    listed = data.get("scenes")
    found = []
    for row in listed if isinstance(listed, list) else []:
        if not isinstance(row, dict):
            continue
        identity, file = _text(row.get("id")), _text(row.get("file"))
        if not identity or file not in files:
            continue
        sheets = {source: _decoded(files[file])}
        for language in languages:
            other = f"translations/{language}/{file.rpartition('/')[2]}"
            if other in files:
                sheets[language] = _decoded(files[other])
        found.append(PackScene(identity, file, _number(row.get("level"), 1), _number(row.get("minutes"), 0), sheets))
    return found


def heading_of(pack: Pack, scene: PackScene, language: str) -> Heading:
    """A scene's heading in that language, or in the pack's own where it is not translated."""
    own = head_of(scene.sheets[pack.source_language])
    words = head_of(scene.sheets[language]) if language in scene.sheets else own
    return Heading(
        pack=pack.id,
        id=scene.id,
        title=words.title or own.title or scene.id,
        about=words.about or own.about,
        level=own.level or scene.level,
        minutes=own.minutes or scene.minutes,
        dials=tuple(dial.name for dial in own.dials),
    )


def head_of(sheet: str) -> Head:
    """The head of a sheet alone: everything before its first moment."""
    starts = [at for mark in ("\n==", "\n＝＝") if (at := sheet.find(mark)) >= 0]
    findings = Findings("")
    return read_head(outline(read_sheet(sheet[: min(starts)] if starts else sheet, ""), findings), findings)


def _decoded(content: bytes) -> str:
    return content.decode("utf-8-sig", errors="replace")


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: object) -> tuple[str, ...]:
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()


def _number(value: object, otherwise: int) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else otherwise


def _by_language(value: object, otherwise: str) -> dict[str, str]:
    found = {key: text for key, text in value.items() if isinstance(text, str)} if isinstance(value, dict) else {}
    return found or {"en": otherwise}


def _authors(value: object) -> list[Author]:
    rows = [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []
    return [Author(_text(row.get("name")), _text(row.get("role")), _text(row.get("org"))) for row in rows]

"""A pack's cover sheet (`pack.toml`) and texts to a `Pack`, by the same table of fields that `manifest` checks with.

A folder somebody still writes in is read forgivingly: what cannot be used is left out. A `.practicepack` was built by
the program, so there everything has to be usable (`strict`), and the first thing that is not is named in the refusal.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from trainer.packs import manifest
from trainer.packs.archive import manifest_of
from trainer.packs.head import is_identifier
from trainer.packs.names_allowed import MANIFEST
from trainer.packs.refusals import Refused
from trainer.script import Author, Pack, PackScene


def pack_of(texts: Mapping[str, bytes], path: str = "", strict: bool = False) -> Pack:
    """The pack in these texts. Refused when the cover sheet cannot be read, has no usable id, or (strict) any slip."""
    if MANIFEST not in texts:
        raise Refused("no-manifest")
    cover = manifest_of(texts)
    if strict:
        _demand(cover, texts)
    source = _word(cover, "source_language") or "en"
    scenes = tuple(_scenes(cover, texts, source))
    languages = dict.fromkeys([source, *(language for scene in scenes for language in scene.sheets)])
    return _pack(cover, path, source, tuple(languages), scenes)


def cover_of(content: bytes, path: str = "") -> Pack:
    """The pack as its cover sheet alone tells it: scenes without their sheets. Refused as in `pack_of`, strictly."""
    cover = manifest_of({MANIFEST: content})
    _demand(cover, None)
    source = _word(cover, "source_language") or "en"
    scenes = tuple(
        PackScene(row["id"], row["file"], _number(row, "level", 1), _number(row, "minutes", 0), {})
        for row in cover["scenes"]
    )
    return _pack(cover, path, source, tuple(dict.fromkeys([source, *cover["languages"]])), scenes)


def _pack(
    cover: Mapping[str, Any], path: str, source: str, languages: tuple[str, ...], scenes: tuple[PackScene, ...]
) -> Pack:
    identity = cover.get("id")
    if not manifest.usable(cover, "id") or not isinstance(identity, str):
        raise Refused("manifest", "id")
    licence, review = cover.get("licence"), cover.get("review")
    return Pack(
        id=identity,
        version=_word(cover, "version") or "0.0.0",
        name=_by_language(cover.get("name"), 80),
        about=_by_language(cover.get("about"), 400),
        source_language=source,
        languages=languages,
        scenes=scenes,
        path=path,
        level=_number(cover, "level", 1),
        minutes=_number(cover, "minutes", 0),
        setting=_word(cover, "setting") or "other",
        content_notes=tuple(_words(cover.get("content_notes"))),
        licence=_word(licence, "text") if isinstance(licence, dict) else "",
        authors=tuple(_authors(cover.get("authors"))),
        review=(_word(review, "state") if isinstance(review, dict) else "") or "draft",
        updated=str(cover["updated"])[:10] if manifest.usable(cover, "updated") else "",
        changes=cover["changes"].strip()[:400] if manifest.usable(cover, "changes") else "",
    )


def _demand(cover: Mapping[str, Any], texts: Mapping[str, bytes] | None) -> None:
    """Refused at the first field that is missing or cannot be used, or that names a sheet which is not there."""
    for key in manifest.FIELDS:
        if (key in cover or manifest.is_needed(key)) and not manifest.usable(cover, key):
            raise Refused("manifest", key)
    if not cover["scenes"]:
        raise Refused("no-scene")
    seen: set[str] = set()
    for row in cover["scenes"]:
        identity, file = row.get("id"), row.get("file")
        if not isinstance(identity, str) or not is_identifier(identity) or identity in seen:
            raise Refused("manifest", "scenes: id")
        if (
            not isinstance(file, str)
            or not manifest.SCENE_FILE.match(file)
            or (texts is not None and file not in texts)
        ):
            raise Refused("manifest", "scenes: file")
        seen.add(identity)


def _scenes(cover: Mapping[str, Any], texts: Mapping[str, bytes], source: str) -> Iterator[PackScene]:
    """The scenes whose sheet is there, each with its translations (`translations/<language>/<the same name>`)."""
    translations: dict[str, list[tuple[str, str]]] = {}
    for name in sorted(texts):
        parts = PurePosixPath(name).parts
        if len(parts) == 3 and parts[0] == "translations" and manifest.is_language(parts[1]):
            translations.setdefault(parts[2], []).append((parts[1], name))
    for row in _tables(cover.get("scenes")):
        identity, file = _word(row, "id"), _word(row, "file")
        own = _text(texts.get(file))
        if own is None or not is_identifier(identity):
            continue
        sheets = {source: own}
        for language, name in translations.get(PurePosixPath(file).name, ()):
            told = _text(texts[name])
            if told is not None:
                sheets[language] = told
        yield PackScene(identity, file, _number(row, "level", 1), _number(row, "minutes", 0), sheets)


def _text(content: bytes | None) -> str | None:
    if content is None:
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _authors(rows: object) -> Iterator[Author]:
    for row in _tables(rows):
        if name := _word(row, "name"):
            yield Author(name, _word(row, "role"), _word(row, "org"))


def _tables(rows: object) -> Iterator[Mapping[str, Any]]:
    yield from (row for row in rows if isinstance(row, dict)) if isinstance(rows, list) else ()


def _words(rows: object) -> Iterator[str]:
    yield from (row[:200] for row in rows if isinstance(row, str)) if isinstance(rows, list) else ()


def _word(table: Mapping[str, Any], key: str) -> str:
    value = table.get(key)
    return value.strip()[:200] if isinstance(value, str) else ""


def _number(table: Mapping[str, Any], key: str, otherwise: int) -> int:
    return int(table[key]) if manifest.usable(table, key) else otherwise


def _by_language(table: object, most: int) -> Mapping[str, str]:
    if not isinstance(table, dict):
        return {}
    return {language: told[:most] for language, told in table.items() if isinstance(told, str) and told.strip()}

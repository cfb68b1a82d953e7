"""A pack's cover sheet (`pack.toml`) and texts to a `Pack`: what cannot be used is left out.

Note: packs/manifest.py looks at the same fields, strictly and with a diagnostic for each; here the shelf is forgiving
and says nothing. The patterns of identifiers, languages and scene ids stand in both, and a rule changed there is to be
changed here; one table of them in packs/ that both read would be better.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from trainer.packs.archive import manifest_of
from trainer.packs.refusals import Refused
from trainer.script import Author, Pack, PackScene

IDENTIFIER = re.compile(r"[a-z0-9](?:[a-z0-9.-]{1,78})[a-z0-9]")
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}")
SCENE_ID = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,78}[A-Za-z0-9])?")


def pack_of(texts: Mapping[str, bytes], path: str = "") -> Pack:
    """The pack in these texts. Refused when the cover sheet cannot be read or has no usable id."""
    if "pack.toml" not in texts:
        raise Refused("no-manifest")
    cover = manifest_of(texts)
    identity = cover.get("id")
    if not isinstance(identity, str) or not IDENTIFIER.fullmatch(identity):
        raise Refused("manifest", "id")
    source = _word(cover, "source_language") or "en"
    scenes = tuple(_scenes(cover, texts, source))
    languages = dict.fromkeys([source, *(language for scene in scenes for language in scene.sheets)])
    licence = cover.get("licence")
    review = cover.get("review")
    return Pack(
        id=identity,
        version=_word(cover, "version") or "0.0.0",
        name=_by_language(cover.get("name"), 80),
        about=_by_language(cover.get("about"), 400),
        source_language=source,
        languages=tuple(languages),
        scenes=scenes,
        path=path,
        level=_number(cover, "level", 1),
        minutes=_number(cover, "minutes", 0),
        setting=_word(cover, "setting") or "other",
        content_notes=tuple(_words(cover.get("content_notes"))),
        licence=_word(licence, "text") if isinstance(licence, dict) else "",
        authors=tuple(_authors(cover.get("authors"))),
        review=(_word(review, "state") if isinstance(review, dict) else "") or "draft",
    )


def _scenes(cover: Mapping[str, Any], texts: Mapping[str, bytes], source: str) -> Iterator[PackScene]:
    """The scenes whose sheet is there, each with its translations (`translations/<language>/<the same name>`)."""
    for row in _tables(cover.get("scenes")):
        identity, file = _word(row, "id"), _word(row, "file")
        own = _text(texts.get(file))
        if own is None or not SCENE_ID.fullmatch(identity):
            continue
        sheets = {source: own}
        for name in sorted(texts):
            parts = PurePosixPath(name).parts
            if len(parts) == 3 and parts[0] == "translations" and parts[2] == PurePosixPath(file).name:
                told = _text(texts[name])
                if told is not None and LANGUAGE.fullmatch(parts[1]):
                    sheets[parts[1]] = told
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
    value = table.get(key)
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 600 else otherwise


def _by_language(table: object, most: int) -> Mapping[str, str]:
    if not isinstance(table, dict):
        return {}
    return {language: told[:most] for language, told in table.items() if isinstance(told, str) and told.strip()}

"""The cover sheet (`pack.toml`) as the desk writes it: a new one, and what follows from the files around it.

Nothing else in it is touched: comments, order and fields of the makers stay (tomlkit keeps them).
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from trainer.editor.bridge import Media


def new_manifest(title: str, language: str, today: str) -> str:
    """A cover sheet for a new pack in one language; scenes are added by `with_scenes`."""
    document = tomlkit.document()
    document["format"] = 1
    document["id"] = f"desk.{secrets.token_hex(5)}"
    document["version"] = "0.1.0"
    document["source_language"] = language
    document["languages"] = [language]
    document["audience"] = "adult"
    document["needs"] = []
    document["content_notes"] = []
    document["made_with"] = "engawa"
    document["updated"] = tomlkit.parse(f"day = {today}")["day"]
    about = "この人のために書いた場面です。" if language == "ja" else "A scene written for one person."
    for name, value in (("name", title[:80]), ("about", about)):
        table = tomlkit.table()
        table[language] = value
        document[name] = table
    licence = tomlkit.table()
    licence["text"] = "all-rights-reserved"
    document["licence"] = licence
    review = tomlkit.table()
    review["state"] = "draft"
    document["review"] = review
    return tomlkit.dumps(document)


def with_scenes(
    text: str, scenes: Sequence[tuple[str, str]], languages: Sequence[str], titles: Mapping[str, str]
) -> str:
    """The same cover with these scenes (id, file) and languages; a name in a new language is taken from `titles`.

    Returns the text unchanged when nothing differs or it cannot be read.
    """
    try:
        document = tomlkit.parse(text)
    except TOMLKitError:
        return text
    rows: Any = document.get("scenes")
    listed = {str(row.get("file")) for row in rows} if rows is not None else set()
    missing = [(name, file) for name, file in scenes if file not in listed]
    if missing and rows is None:
        rows = tomlkit.aot()
        document["scenes"] = rows
        rows = document["scenes"]
    for name, file in missing:
        row = tomlkit.table()
        row["id"] = name
        row["file"] = file
        rows.append(row)
    known = [str(one) for one in document.get("languages", [])]
    fresh = [one for one in languages if one not in known]
    if fresh:
        document["languages"] = [*known, *fresh]
    names: Any = document.get("name")
    for language in fresh:
        if names is not None and language not in names and titles.get(language):
            names[language] = titles[language][:80]
            about: Any = document.get("about")
            if about is not None and language not in about:
                about[language] = titles[language][:400]
    return tomlkit.dumps(document) if missing or fresh else text


def with_media(text: str, media: Media) -> str:
    """The same cover with a picture or a sound and its credit."""
    try:
        document = tomlkit.parse(text)
    except TOMLKitError:
        return text
    rows: Any = document.get("assets")
    if rows is None:
        document["assets"] = tomlkit.aot()
        rows = document["assets"]
    for at, row in enumerate(rows):
        if row.get("file") == media.file:
            del rows[at]
            break
    made = tomlkit.table()
    made["file"] = media.file
    made["kind"] = media.kind
    if media.credit:
        made["credit"] = media.credit
    if media.licence:
        made["licence"] = media.licence
    if media.alt:
        alt = tomlkit.inline_table()
        for language, words in media.alt.items():
            alt[language] = words
        made["alt"] = alt
    rows.append(made)
    return tomlkit.dumps(document)


def media_of(text: str) -> tuple[Media, ...]:
    """Pictures and sounds that the cover names."""
    try:
        rows = tomlkit.parse(text).unwrap().get("assets", [])
    except TOMLKitError:
        return ()
    found = []
    for row in rows if isinstance(rows, list) else []:
        if isinstance(row, dict) and row.get("file"):
            alt = row.get("alt")
            found.append(
                Media(
                    str(row["file"]),
                    str(row.get("kind", "")),
                    {str(key): str(value) for key, value in alt.items()} if isinstance(alt, dict) else {},
                    str(row.get("credit", "")),
                    str(row.get("licence", "")),
                )
            )
    return tuple(found)

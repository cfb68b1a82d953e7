"""Checks pack.toml: fields, closed lists, and what it says about the files around it. Takes text, never raises."""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Callable, Mapping
from typing import Any

from trainer.packs import marks
from trainer.packs.archive import FEATURES, FORMAT, MANIFEST_BYTES, winds
from trainer.packs.diagnostics import Findings
from trainer.packs.head import MAX_LEVEL, is_identifier
from trainer.packs.limits import check_hidden, is_hidden
from trainer.packs.names_allowed import DEVICES

FILE = "pack.toml"
REVIEW_STATES = ("draft", "self-checked", "read-by-second", "tried")
AUDIENCES = ("adult", "teen", "all")
PACK_SETTINGS = marks.SETTINGS | {"home", "outdoors", "other"}

_DATE = re.compile(r"[0-9]{4}-[01][0-9]-[0-3][0-9]")
_VERSION = re.compile(r"[0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,4}\Z")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}\Z")
_AT_LINE = re.compile(r"at line (\d+), column (\d+)")
PACK_ID = re.compile(r"[a-z0-9][a-z0-9.-]{1,78}[a-z0-9]\Z")
"""Stricter than a scene's id: a pack's id is typed and compared on many computers."""
MEDIA_FILE = re.compile(r"(?:images|sounds)/[^/]{1,100}\Z")
SCENE_FILE = re.compile(r"scenes/[^/]{1,100}\.scene\.txt\Z")

Check = Callable[[Any], bool]


def _text(longest: int) -> Check:
    return lambda value: (
        isinstance(value, str) and 0 < len(value.strip()) <= longest and "\n" not in value and not _hides(value)
    )


def _hides(text: str) -> bool:
    """A sign nobody can see, which TOML can write in plain letters."""
    return any(is_hidden(sign) or sign == "\r" for sign in set(text))


def _number(low: int, high: int) -> Check:
    return lambda value: isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def _one_of(words: frozenset[str] | tuple[str, ...]) -> Check:
    return lambda value: isinstance(value, str) and value in words


def _many(check: Check) -> Check:
    return lambda value: isinstance(value, list) and len(value) <= 100 and all(check(item) for item in value)


def _by_language(longest: int) -> Check:
    words = _text(longest)
    return lambda value: (
        isinstance(value, dict)
        and bool(value)
        and all(_LANGUAGE.match(language) and words(text) for language, text in value.items())
    )


def _tag(value: object) -> bool:
    return isinstance(value, str) and bool(_LANGUAGE.match(value))


def _identifier(value: object) -> bool:
    if not isinstance(value, str) or not PACK_ID.match(value):
        return False
    return not any(not part or DEVICES.match(part) for part in value.split("."))


def _row(value: object) -> bool:
    return isinstance(value, dict) and not any(_hides(text) for text in value.values() if isinstance(text, str))


def _asset(value: object) -> bool:
    return isinstance(value, dict) and _row(value) and bool(MEDIA_FILE.match(str(value.get("file"))))


def _date(value: object) -> bool:
    return isinstance(value, datetime.date) or (isinstance(value, str) and bool(_DATE.match(value)))


FIELDS: dict[str, tuple[Check, str, bool]] = {
    "format": (_number(1, 1_000_000), f"format = {FORMAT}", True),
    "id": (_identifier, 'id = "jp.example.shop"', True),
    "version": (lambda v: isinstance(v, str) and bool(_VERSION.match(v)), 'version = "1.0.0"', True),
    "name": (_by_language(80), '[name]  en = "At the shop"', True),
    "about": (_by_language(400), '[about]  en = "A short visit to a small shop."', True),
    "source_language": (_tag, 'source_language = "en"', True),
    "languages": (_many(_tag), 'languages = ["en", "ja"]', True),
    "scenes": (_many(_row), '[[scenes]]  id = "a"  file = "scenes/a.scene.txt"', True),
    "level": (_number(1, MAX_LEVEL), f"level = 2   (1 – {MAX_LEVEL})", False),
    "minutes": (_number(0, 600), "minutes = 6", False),
    "setting": (_one_of(PACK_SETTINGS), "setting = " + " | ".join(sorted(PACK_SETTINGS)), False),
    "topics": (_many(_text(60)), 'topics = ["greeting"]', False),
    "audience": (_one_of(AUDIENCES), "audience = " + " | ".join(AUDIENCES), False),
    "content_notes": (_many(_text(200)), 'content_notes = ["queue"]', False),
    "needs": (_many(_text(60)), "needs = []", False),
    "authors": (_many(_row), '[[authors]]  name = "..."  role = "writing"', False),
    "licence": (lambda v: isinstance(v, dict) and _text(80)(v.get("text")), '[licence]  text = "CC-BY-4.0"', False),
    "assets": (_many(_asset), '[[assets]]  file = "images/shop.png"', False),
    "review": (
        lambda v: isinstance(v, dict) and v.get("state", "draft") in REVIEW_STATES,
        "[review]  state = " + " | ".join(REVIEW_STATES),
        False,
    ),
    "made_with": (_text(200), 'made_with = "engawa"', False),
    "updated": (_date, "updated = 2026-11-22", False),
    "changes": (lambda v: isinstance(v, str) and not _hides(v.replace("\r\n", "\n")), 'changes = "..."', False),
    "files": (lambda v: isinstance(v, dict), "[files]", False),
}  # fmt: skip
"""Field -> (is it usable, how it is written, must it be there). `cover` reads by the same table."""


def usable(data: Mapping[str, Any], key: str) -> bool:
    """True when that field is there and may be used as it stands."""
    return key in data and FIELDS[key][0](data[key])


def is_needed(key: str) -> bool:
    """True for a field that every cover sheet has."""
    return FIELDS[key][2]


def is_language(tag: str) -> bool:
    """True for a language tag as packs use them (`en`, `ja`, `pt-BR`)."""
    return bool(_LANGUAGE.match(tag))


def read_manifest(text: str, findings: Findings) -> dict[str, Any] | None:
    """The manifest as data, checked field by field; None when it cannot be read at all."""
    if len(text.encode("utf-8", "surrogatepass")) > MANIFEST_BYTES:
        findings.add("manifest-too-large", 1, limit=MANIFEST_BYTES // 1024)
        return None
    check_hidden(text, findings)
    if winds(text):
        findings.add("manifest-unreadable", 1, reason="a key has too many parts")
        return None
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        found = _AT_LINE.search(str(error))
        line, column = (int(found.group(1)), int(found.group(2))) if found else (1, 1)
        reason = str(error).split(" (at ")[0] if str(error) else "nested too deeply"
        findings.add("manifest-unreadable", line, column, reason=reason)
        return None
    made = data.get("format")
    if isinstance(made, int) and not isinstance(made, bool) and made > FORMAT:
        findings.add("manifest-newer", line_of(text, "format"), format=made)
        return None
    _check_fields(data, text, findings)
    return data


def _check_fields(data: Mapping[str, Any], text: str, findings: Findings) -> None:
    for key, (usable, example, needed) in FIELDS.items():
        if key not in data:
            if needed:
                findings.add("manifest-field", 1, key=key, example=example)
        elif not usable(data[key]):
            findings.add("manifest-value", line_of(text, key), key=key, example=example)
    for key in data:
        if key not in FIELDS:
            findings.add("manifest-unknown", line_of(text, key), key=key, near=findings.nearest(key, FIELDS))
    for need in data.get("needs") or [] if isinstance(data.get("needs"), list) else []:
        if need not in FEATURES:
            findings.add("manifest-needs", line_of(text, "needs"), name=need)


def scene_rows(data: Mapping[str, Any], text: str, findings: Findings) -> list[dict[str, Any]]:
    """The rows of [[scenes]] that can be used: an id and a file in the folder `scenes`; others are reported."""
    rows: list[dict[str, Any]] = []
    listed = data.get("scenes")
    seen: set[str] = set()
    for row in listed if isinstance(listed, list) else []:
        if not isinstance(row, dict):
            continue
        name, file = row.get("id"), row.get("file")
        if not isinstance(name, str) or not is_identifier(name):
            findings.add("manifest-value", line_of(text, "scenes"), key="scenes: id", example='id = "shop-counter"')
        elif not isinstance(file, str) or not SCENE_FILE.match(file):
            example = f'file = "scenes/{name}.scene.txt"'
            findings.add("manifest-value", line_of(text, "file", name), key=f"{name}: file", example=example)
        elif name in seen:
            findings.add("manifest-twice", line_of(text, "id", name), name=name)
        else:
            seen.add(name)
            rows.append(row)
    return rows


def line_of(text: str, key: str, value: str = "") -> int:
    """The line where a key (with that value in it) is written; 1 when it cannot be found."""
    start = re.compile(rf"\s*(?:{re.escape(key)}\s*=|\[+\s*{re.escape(key)}\s*\]+)")
    for number, line in enumerate(text.splitlines(), start=1):
        if start.match(line) and value in line:
            return number
    return 1

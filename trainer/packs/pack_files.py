"""Checks the files of a pack by name and first bytes, and the entries that pack.toml has for pictures and sounds."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from typing import Any

from trainer.packs.archive import TEXT_BYTES
from trainer.packs.diagnostics import Findings
from trainer.packs.manifest import FILE, line_of
from trainer.packs.media import check_media
from trainer.packs.names_allowed import check_names
from trainer.packs.refusals import Refused

Content = str | bytes
MEDIA_FOLDERS = ("images/", "sounds/")
MEDIA_BYTES = 16 * 1024 * 1024

_CODES = {
    "name": "file-name", "same-name": "file-same-name", "kind": "file-kind", "disguised": "format",
    "picture": "too-large", "sound": "too-large", "too-large": "too-large",
}  # fmt: skip
"""Why the pack would be refused -> the finding it is here, where it can still be repaired."""

_GPS = 0x8825
_JPEG_START, _JPEG_APP1, _JPEG_SCAN = b"\xff\xd8", 0xE1, 0xDA


def check_files(files: Mapping[str, Content], findings: Findings) -> None:
    """Names, kinds, sizes and first bytes of every file."""
    known: set[str] = set()
    for name, content in files.items():
        try:
            check_names([name])
            if isinstance(content, bytes) and name.startswith(MEDIA_FOLDERS):
                check_media(name, content)
        except Refused as refused:
            findings.add(_CODES.get(refused.code, "file-name"), 1, in_file=name, name=name)
            continue
        alike = name.casefold()
        if alike in known:
            findings.add("file-same-name", 1, in_file=name, name=name)
        known.add(alike)
        limit = MEDIA_BYTES if name.startswith(MEDIA_FOLDERS) else TEXT_BYTES
        if len(content) > limit:
            findings.add("too-large", 1, in_file=name, name=name)
        if isinstance(content, bytes) and name.startswith("images/") and has_place(content):
            findings.add("exif-gps", 1, in_file=name, name=name)


def text_of(name: str, content: Content, findings: Findings) -> str | None:
    """A file's text; None (and a finding) when it is not UTF-8."""
    if isinstance(content, str):
        return content
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        findings.add("not-utf8", 1, in_file=name, name=name, encoding=guess_encoding(content))
        return None


def guess_encoding(content: bytes) -> str:
    """The likeliest other encoding, for the message: UTF-16 by its mark, Shift-JIS or Windows-1252 by trying."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "UTF-16"
    for encoding, shown in (("cp932", "Shift-JIS"), ("euc_jp", "EUC-JP")):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if any("\u3041" <= character <= "\u30ff" for character in text):
            return shown
    return "Windows-1252"


def check_assets(data: Mapping[str, Any], text: str, files: Mapping[str, Content], findings: Findings) -> None:
    """Pictures and sounds against their entries in pack.toml."""
    listed = data.get("assets")
    rows = [row for row in listed if isinstance(row, dict)] if isinstance(listed, list) else []
    named: set[str] = set()
    for row in rows:
        name = row.get("file")
        if not isinstance(name, str):
            findings.add("manifest-value", line_of(text, "assets"), key="assets: file", example='file = "images/a.png"')
            continue
        named.add(name)
        line = line_of(text, "file", name)
        if name not in files:
            findings.add("asset-missing", line, name=name)
            continue
        if not row.get("credit") or not row.get("licence"):
            findings.add("credit-missing", line, name=name)
        if name.startswith("images/"):
            described = row.get("alt")
            for language in _languages(data):
                if not isinstance(described, dict) or not described.get(language):
                    findings.add("alt-missing", line, name=name, language=language)
    for name in files:
        if name.startswith(MEDIA_FOLDERS) and name not in named:
            findings.add("asset-unused", 1, name=name)


def _languages(data: Mapping[str, Any]) -> list[str]:
    listed = data.get("languages")
    return [language for language in listed if isinstance(language, str)] if isinstance(listed, list) else []


def has_place(picture: bytes) -> bool:
    """True when a JPEG carries a GPS directory in its Exif data (Exif 2.32 section 4.6.3, tag 0x8825)."""
    if picture[:2] != _JPEG_START:
        return False
    at = 2
    while at + 10 <= len(picture) and picture[at] == 0xFF:
        marker, length = picture[at + 1], int.from_bytes(picture[at + 2 : at + 4], "big")
        if marker == _JPEG_APP1 and picture[at + 4 : at + 10] == b"Exif\0\0":
            return _gps_in(picture[at + 10 : at + 2 + length])
        if marker == _JPEG_SCAN or length < 2:
            return False
        at += 2 + length
    return False


def _gps_in(exif: bytes) -> bool:
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None or len(exif) < 8:
        return False
    start = struct.unpack(order + "I", exif[4:8])[0]
    if start + 2 > len(exif):
        return False
    count = struct.unpack(order + "H", exif[start : start + 2])[0]
    for index in range(min(count, 200)):
        entry = exif[start + 2 + 12 * index : start + 4 + 12 * index]
        if len(entry) == 2 and struct.unpack(order + "H", entry)[0] == _GPS:
            return True
    return False


__all__ = ["FILE", "Content", "check_assets", "check_files", "guess_encoding", "has_place", "text_of"]

"""Pictures and sounds on their way into a pack: made smaller, and freed of everything but what is seen or heard.

A picture is decoded with its format fixed (never guessed, never SVG), drawn onto fresh paper and encoded again, so that
place, camera and name do not travel with it. Of a sound only the sound stays: RIFF keeps `fmt ` and `data`; MP3 loses
its ID3 tags; the comments of Ogg are emptied (RFC 3533, RFC 7845, Vorbis I section 5).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter

from trainer.packs.media import check_media
from trainer.packs.refusals import Refused

SIDE = 2048
"""Pixels of the longer side of a picture in a pack."""
ALLOCATION = 64
"""Megabytes a picture may take while it is decoded."""
_READ = {"png": b"png", "jpg": b"jpeg", "jpeg": b"jpeg", "webp": b"webp", "bmp": b"bmp", "gif": b"gif"}
_JPEG_QUALITY = 88


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A file as it may go into the pack: its name there (`images/door.jpg`), its bytes, its kind."""

    file: str
    content: bytes
    kind: str


def cleaned(name: str, content: bytes) -> Cleaned | None:
    """The picture or sound without anything else in it; None when it cannot go into a pack."""
    stem, _, ending = name.lower().rpartition(".")
    try:
        if ending in _READ:
            return _picture(safe_stem(stem), ending, content)
        sound = {"wav": _wav, "mp3": _mp3, "ogg": _ogg, "opus": _ogg}.get(ending)
        if sound is None:
            return None
        file = f"sounds/{safe_stem(stem, 'sound')}.{ending}"
        made = sound(content)
        check_media(file, made)
    except (Refused, ValueError, struct.error, IndexError):
        return None
    return Cleaned(file, made, "sound")


def safe_stem(stem: str, otherwise: str = "picture") -> str:
    """A file's name as packs allow it: small letters, digits and hyphens; `otherwise` where none of them are in it."""
    last = stem.replace("\\", "/").rpartition("/")[2].lower()
    plain = "".join(c if c.isascii() and c.isalnum() else "-" for c in last)
    parts = [part for part in plain.split("-") if part]
    return "-".join(parts)[:40] or otherwise


def _picture(stem: str, ending: str, content: bytes) -> Cleaned | None:
    data = QByteArray(content)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    QImageReader.setAllocationLimit(ALLOCATION)
    reader.setAutoDetectImageFormat(False)
    reader.setFormat(QByteArray(_READ[ending]))
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > 60_000_000:
        return None
    if max(size.width(), size.height()) > SIDE:
        reader.setScaledSize(size.scaled(QSize(SIDE, SIDE), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return None
    clear = image.hasAlphaChannel()
    paper = QImage(image.size(), QImage.Format.Format_ARGB32 if clear else QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.transparent if clear else Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.end()
    kind = "png" if clear or ending in ("png", "bmp", "gif") else "jpg"
    file = f"images/{stem}.{kind}"
    made = _encoded(paper, kind)
    if not made:
        return None
    check_media(file, made)
    return Cleaned(file, made, "image")


def _encoded(image: QImage, kind: str) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png" if kind == "png" else b"jpeg"))
    if kind == "jpg":
        writer.setQuality(_JPEG_QUALITY)
    return bytes(data.data()) if writer.write(image) else b""


def _wav(content: bytes) -> bytes:
    if content[:4] != b"RIFF" or content[8:12] != b"WAVE":
        raise ValueError("not a RIFF WAVE")
    kept, at = b"", 12
    while at + 8 <= len(content):
        name, length = content[at : at + 4], struct.unpack("<I", content[at + 4 : at + 8])[0]
        body = content[at + 8 : at + 8 + length]
        if name in (b"fmt ", b"data"):
            kept += name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)
        at += 8 + length + length % 2
    return b"RIFF" + struct.pack("<I", len(kept) + 4) + b"WAVE" + kept


def _mp3(content: bytes) -> bytes:
    if content[:3] == b"ID3":
        size = content[6] << 21 | content[7] << 14 | content[8] << 7 | content[9]
        content = content[10 + size :]
    return content[:-128] if content[-128:-125] == b"TAG" else content


def _ogg(content: bytes) -> bytes:
    """The second packet is the comments; it must end with the page it begins on, as it does without a picture in it."""
    pages = list(_pages(content))
    if len(pages) < 3:
        raise ValueError("no sound in it")
    start, head, length = pages[1]
    body = bytearray(content[start + head : start + head + length])
    first = _first_packet(content[start + 27 : start + head])
    opus = body[:8] == b"OpusTags"
    if first < 0 or not (opus or body[:7] == b"\x03vorbis"):
        raise ValueError("comments over several pages")
    at = 8 if opus else 7
    at += 4 + struct.unpack("<I", body[at : at + 4])[0]
    empty = struct.pack("<I", 0) + (b"" if opus else b"\x01")
    if at + len(empty) > first:
        raise ValueError("damaged comments")
    body[at:first] = empty + b"\0" * (first - at - len(empty))
    page = bytearray(content[start : start + head]) + body
    page[22:26] = b"\0\0\0\0"
    page[22:26] = struct.pack("<I", _ogg_crc(bytes(page)))
    return content[:start] + bytes(page) + content[start + head + length :]


def _pages(content: bytes) -> list[tuple[int, int, int]]:
    """(begin, bytes of the head, bytes of the body) of every page."""
    found, at = [], 0
    while at + 27 <= len(content) and content[at : at + 4] == b"OggS":
        count = content[at + 26]
        length = sum(content[at + 27 : at + 27 + count])
        found.append((at, 27 + count, length))
        at += 27 + count + length
    return found


def _first_packet(lacing: bytes) -> int:
    """Bytes of the first packet of a page; -1 when it goes on to the next page."""
    total = 0
    for value in lacing:
        total += value
        if value < 255:
            return total
    return -1


def _ogg_crc(page: bytes) -> int:
    """CRC-32 as Ogg has it: polynomial 0x04C11DB7, not reflected, from zero (RFC 3533 section 6)."""
    crc = 0
    for byte in page:
        crc ^= byte << 24
        for _ in range(8):
            crc = (crc << 1) ^ 0x04C11DB7 if crc & 0x80000000 else crc << 1
        crc &= 0xFFFFFFFF
    return crc

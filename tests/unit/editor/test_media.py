"""Pictures and sounds on their way into a pack: smaller, and freed of place, camera and names."""

from __future__ import annotations

import struct
import zlib
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage

from trainer.editor.view_models.media import SIDE, cleaned, safe_stem
from trainer.packs.media import check_media
from trainer.packs.pack_files import has_place

GPS = bytes.fromhex("45786966000049492a0008000000010025880400010000001a000000000000000000")
"""An Exif block whose only entry points to a GPS directory (tag 0x8825)."""


def encoded(kind: bytes, wide: int = 40, high: int = 30, clear: bool = False) -> bytes:
    image = QImage(wide, high, QImage.Format.Format_ARGB32 if clear else QImage.Format.Format_RGB32)
    image.fill(QColor(200, 120, 60, 128 if clear else 255))
    image.setText("Description", "my kitchen")
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind.decode())
    return bytes(data.data())


def with_place(jpeg: bytes) -> bytes:
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(GPS) + 2) + GPS + jpeg[2:]


def size_of(content: bytes) -> tuple[int, int]:
    image = QImage.fromData(content)
    return image.width(), image.height()


def test_the_place_of_a_photograph_is_taken_out(qapp: Any) -> None:
    photograph = with_place(encoded(b"JPEG"))
    assert has_place(photograph)
    made = cleaned("IMG 0042 (Küche).JPG", photograph)
    assert made is not None
    assert made.file == "images/img-0042-k-che.jpg" and made.kind == "image"
    assert not has_place(made.content) and b"Exif" not in made.content
    check_media(made.file, made.content)


def test_words_in_a_picture_are_taken_out(qapp: Any) -> None:
    picture = encoded(b"PNG")
    assert b"my kitchen" in picture
    made = cleaned("door.png", picture)
    assert made is not None and b"my kitchen" not in made.content and made.file == "images/door.png"
    assert size_of(made.content) == (40, 30)


def test_a_large_picture_becomes_smaller(qapp: Any) -> None:
    made = cleaned("wide.png", encoded(b"PNG", SIDE * 2, 100))
    assert made is not None and size_of(made.content) == (SIDE, 50)


def test_what_can_be_seen_through_stays_so(qapp: Any) -> None:
    made = cleaned("leaf.webp", encoded(b"PNG", clear=True))
    assert made is None, "a file that is not what its name says"
    made = cleaned("leaf.png", encoded(b"PNG", clear=True))
    assert made is not None and QImage.fromData(made.content).pixelColor(3, 3).alpha() == 128


def test_drawings_that_are_programs_stay_out(qapp: Any) -> None:
    svg = b"<svg xmlns='http://www.w3.org/2000/svg'><image href='/etc/passwd'/></svg>"
    assert cleaned("a.svg", svg) is None
    assert cleaned("a.png", svg) is None
    assert cleaned("a.exe", b"MZ") is None
    assert cleaned("a.png", b"") is None


def wav(extra: bytes = b"") -> bytes:
    sound = b"\0\0" * 800
    form = struct.pack("<HHIIHH", 1, 1, 8000, 16000, 2, 16)
    body = b"fmt " + struct.pack("<I", 16) + form + extra + b"data" + struct.pack("<I", len(sound)) + sound
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WAVE" + body


def test_only_the_sound_of_a_sound_stays() -> None:
    note = b"LIST" + struct.pack("<I", 13) + b"INFOIART\x01\0\0\0K" + b"\0"
    made = cleaned("Bell.WAV", wav(note))
    assert made is not None and made.file == "sounds/bell.wav"
    assert made.content == wav()
    assert cleaned("bell.wav", b"RIFF1234WAVE") is None


def ogg_page(number: int, packet: bytes, granule: int = 0) -> bytes:
    lacing = bytes([255] * (len(packet) // 255) + [len(packet) % 255])
    head = struct.pack("<4sBBqIIIB", b"OggS", 0, 0 if number else 2, granule, 7, number, 0, len(lacing)) + lacing
    return head + packet


def test_the_comments_of_ogg_are_emptied() -> None:
    head = b"OpusHead" + struct.pack("<BBHIhB", 1, 1, 0, 48000, 0, 0)
    comment = b"ARTIST=somebody in my kitchen"
    tags = b"OpusTags" + struct.pack("<I", 4) + b"libx" + struct.pack("<II", 1, len(comment)) + comment
    sound = ogg_page(2, b"\xfc\xff\xfe", 48000)
    whole = ogg_page(0, head) + ogg_page(1, tags) + sound
    made = cleaned("hum.opus", whole)
    assert made is not None and b"kitchen" not in made.content and len(made.content) == len(whole)
    assert made.content.endswith(sound) and b"libx" + struct.pack("<I", 0) in made.content
    page = made.content[len(ogg_page(0, head)) : -len(sound)]
    told = struct.unpack("<I", page[22:26])[0]
    assert told == crc(page[:22] + b"\0\0\0\0" + page[26:])
    assert cleaned("hum.opus", whole[:60]) is None


def crc(page: bytes) -> int:
    """Ogg's checksum by way of zlib's: the same polynomial with bits and bytes the other way round, other ends."""
    mirrored = bytes(int(f"{byte:08b}"[::-1], 2) for byte in page)
    plain = zlib.crc32(mirrored, 0xFFFFFFFF) ^ 0xFFFFFFFF
    return int(f"{plain:032b}"[::-1], 2)


def test_names_as_packs_allow_them() -> None:
    assert safe_stem("..\\..\\Evil/Name  of\u202eit") == "name-of-it"
    assert (safe_stem("写真"), safe_stem("呼び鈴", "sound")) == ("picture", "sound")

"""The size of a picture from its own parts, without decoding it; None for anything that is not whole, or holds more.

A picture's parts must fill its file from the first byte to the last, tell one size once, and neither move nor swell.
Sources: PNG 1.2 sections 3, 11.2.2 and the APNG parts; JPEG (ITU T.81) annex B; WebP container (RFC 9649).
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator

_MOST_PARTS = 5_000
_SWOLLEN, _MOST_PACKED = 1 << 20, 20
"""How far a packed text or profile in a PNG may swell (bytes), and how many of them there may be."""
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
"""PNG colour type -> bits a sample."""
_MOVING_PNG = frozenset({b"acTL", b"fcTL", b"fdAT"})
_PACKED_PNG = frozenset({b"zTXt", b"iTXt", b"iCCP"})
_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
_OTHER_FRAMES = frozenset({0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF, 0xDC, 0xDE})
"""JPEG frames that are lossless, arithmetic or in layers, and a height told later: no camera writes them."""
_NEXT_MARK = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")

Size = tuple[int, int]


def size_of(ending: str, content: bytes) -> Size | None:
    """Wide and high (pixels) of a `png`, `jpg`, `jpeg` or `webp`; None when it is not that."""
    try:
        if ending == "png":
            return _png(content)
        return _webp(content) if ending == "webp" else _jpeg(content)
    except (struct.error, IndexError):
        return None


def is_whole(ending: str, content: bytes) -> bool:
    """Do the parts fill the file, with one picture that stands still? Looked at once the size is known to be small."""
    try:
        if ending == "png":
            return _whole_png(content)
        return _whole_webp(content) if ending == "webp" else _whole_jpeg(content)
    except (struct.error, IndexError):
        return False


# --- PNG --------------------------------------------------------------------------------------------------------


def _png(content: bytes) -> Size | None:
    if content[:8] != b"\x89PNG\r\n\x1a\n" or content[8:16] != b"\x00\x00\x00\x0dIHDR":
        return None
    wide, high, depth, colour, packing, filters, interlaced = struct.unpack(">IIBBBBB", content[16:29])
    if depth not in _DEPTHS.get(colour, ()) or packing or filters or interlaced > 1:
        return None
    return wide, high


def _whole_png(content: bytes) -> bool:
    at, names, packed = 8, set[bytes](), 0
    for _ in range(_MOST_PARTS):
        if at + 12 > len(content):
            return False
        size = int.from_bytes(content[at : at + 4], "big")
        name, body = content[at + 4 : at + 8], content[at + 8 : at + 8 + size]
        at += 12 + size
        if content[at - 4 : at] != zlib.crc32(body, zlib.crc32(name)).to_bytes(4, "big"):
            return False
        if name in _MOVING_PNG or (name == b"IHDR" and name in names):
            return False
        if name in _PACKED_PNG:
            packed += 1
            if packed > _MOST_PACKED or _swells(body):
                return False
        names.add(name)
        if name == b"IEND":
            return at == len(content) and b"IDAT" in names
    return False


def _swells(body: bytes) -> bool:
    """Would the packed words of this part fill more than they may? Anything that is no packing does not."""
    found = re.search(rb"\x78[\x01\x5e\x9c\xda]", body)
    if found is None:
        return False
    engine = zlib.decompressobj()
    try:
        return len(engine.decompress(body[found.start() :], _SWOLLEN + 1)) > _SWOLLEN
    except zlib.error:
        return False


# --- JPEG -------------------------------------------------------------------------------------------------------


def _parts(content: bytes) -> Iterator[tuple[int, int]]:
    """Marks and where they stand, those within the scans included; ends behind the end of the picture."""
    at = 2
    for _ in range(_MOST_PARTS):
        while content[at : at + 2] == b"\xff\xff":
            at += 1
        if content[at : at + 1] != b"\xff":
            return
        marker = content[at + 1]
        yield marker, at
        if marker == 0xD9:
            return
        at += 2 + struct.unpack(">H", content[at + 2 : at + 4])[0]
        if marker == 0xDA:
            found = _NEXT_MARK.search(content, at)
            if found is None:
                return
            at = found.start()


def _jpeg(content: bytes) -> Size | None:
    if content[:3] != b"\xff\xd8\xff":
        return None
    for marker, at in _parts(content):
        if marker in _FRAMES:
            high, wide = struct.unpack(">HH", content[at + 5 : at + 9])
            return wide, high
        if marker == 0xDA:
            return None
    return None


def _whole_jpeg(content: bytes) -> bool:
    found = list(_parts(content))
    marks = [marker for marker, _ in found]
    frames = sum(marker in _FRAMES for marker in marks)
    if frames != 1 or _OTHER_FRAMES & set(marks) or 0xDA not in marks:
        return False
    marker, at = found[-1]
    return marker == 0xD9 and at + 2 == len(content)


# --- WebP -------------------------------------------------------------------------------------------------------


def _webp(content: bytes) -> Size | None:
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP":
        return None
    return _webp_size(content[12:16], content[20:30])


def _webp_size(kind: bytes, body: bytes) -> Size | None:
    if kind == b"VP8 ":
        wide, high = struct.unpack("<HH", body[6:10])
        return wide & 0x3FFF, high & 0x3FFF
    if kind == b"VP8L":
        bits = int.from_bytes(body[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8X":
        return int.from_bytes(body[4:7], "little") + 1, int.from_bytes(body[7:10], "little") + 1
    return None


def _whole_webp(content: bytes) -> bool:
    at, sizes, pictures = 12, list[Size](), 0
    for _ in range(_MOST_PARTS):
        if at >= len(content):
            break
        kind, size = struct.unpack("<4sI", content[at : at + 8])
        told = _webp_size(kind, content[at + 8 : at + 18])
        if told is not None:
            sizes.append(told)
            pictures += kind != b"VP8X"
        if kind in (b"ANIM", b"ANMF"):
            return False
        at += 8 + size + size % 2
    ends = at == len(content) == struct.unpack("<I", content[4:8])[0] + 8
    return ends and pictures == 1 and len(set(sizes)) == 1

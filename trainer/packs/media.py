"""Looks at the first bytes of pictures and sounds before any decoder does: kind, size, length.

Sources: PNG 1.2 section 11.2.2; JPEG (ITU T.81) frame headers; WebP container (RFC 9649); RIFF WAVE; Ogg (RFC 3533),
Opus (RFC 7845), Vorbis I section 4.2.2; MPEG audio frame header (ISO 11172-3 2.4.2.3).
"""

from __future__ import annotations

import struct

from trainer.packs.refusals import Refused

SIDE, PIXELS = 8192, 16_000_000
SOUND_SECONDS, SOUND_RATE, SOUND_CHANNELS = 600, 48_000, 2
_MOST_PARTS = 5_000
_FRAMES = frozenset({0xC0, 0xC1, 0xC2})


def check_media(name: str, content: bytes) -> None:
    """Refuse a picture or a sound that is not what its name says, or is larger than a pack needs."""
    ending = name.rpartition(".")[2].lower()
    if ending in ("png", "jpg", "jpeg", "webp"):
        size = _picture(ending, content)
        if size is None:
            raise Refused("disguised", name)
        wide, high = size
        if not (0 < wide <= SIDE and 0 < high <= SIDE) or wide * high > PIXELS:
            raise Refused("picture", name)
        if ending == "png" and not _whole_png(content):
            raise Refused("disguised", name)
    elif ending in ("wav", "ogg", "opus", "mp3"):
        sound = _sound(ending, content)
        if sound is None:
            raise Refused("disguised", name)
        rate, channels, seconds = sound
        if not (0 < rate <= SOUND_RATE and 0 < channels <= SOUND_CHANNELS) or seconds > SOUND_SECONDS:
            raise Refused("sound", name)


def _picture(ending: str, content: bytes) -> tuple[int, int] | None:
    try:
        if ending == "png":
            return _png(content)
        return _webp(content) if ending == "webp" else _jpeg(content)
    except (struct.error, IndexError):
        return None


def _png(content: bytes) -> tuple[int, int] | None:
    if content[:8] != b"\x89PNG\r\n\x1a\n" or content[12:16] != b"IHDR":
        return None
    wide, high = struct.unpack(">II", content[16:24])
    return wide, high


def _webp(content: bytes) -> tuple[int, int] | None:
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP":
        return None
    kind = content[12:16]
    if kind == b"VP8 ":
        wide, high = struct.unpack("<HH", content[26:30])
        return wide & 0x3FFF, high & 0x3FFF
    if kind == b"VP8L":
        bits = int.from_bytes(content[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8X":
        return int.from_bytes(content[24:27], "little") + 1, int.from_bytes(content[27:30], "little") + 1
    return None


def _jpeg(content: bytes) -> tuple[int, int] | None:
    if content[:3] != b"\xff\xd8\xff":
        return None
    at = 2
    while at + 4 <= len(content):
        if content[at] != 0xFF:
            return None
        marker = content[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        length = struct.unpack(">H", content[at + 2 : at + 4])[0]
        if marker in _FRAMES:
            high, wide = struct.unpack(">HH", content[at + 5 : at + 9])
            return wide, high
        if marker == 0xDA or length < 2:
            return None
        at += 2 + length
    return None


def _sound(ending: str, content: bytes) -> tuple[int, int, float] | None:
    try:
        if ending == "wav":
            return _wav(content)
        return _mp3(content) if ending == "mp3" else _ogg(content)
    except (struct.error, IndexError, ZeroDivisionError):
        return None


def _wav(content: bytes) -> tuple[int, int, float] | None:
    if content[:4] != b"RIFF" or content[8:12] != b"WAVE" or content[12:16] != b"fmt " or not _whole_wav(content):
        return None
    kind, channels, rate, a_second, _, bits = struct.unpack("<HHIIHH", content[20:36])
    if kind not in (1, 3, 0xFFFE):
        return None
    # Bytes a second are told twice; the longer of the two lengths counts.
    real = rate * channels * bits // 8 or a_second
    return rate, channels, len(content) / min(a_second, real)


def _whole_wav(content: bytes) -> bool:
    """Do the lengths that the parts tell fill the file, with one format and one sound? Raises struct.error."""
    at, found = 12, list[bytes]()
    while at < len(content) and len(found) < _MOST_PARTS:
        name, size = struct.unpack("<4sI", content[at : at + 8])
        found.append(name)
        at += 8 + size + size % 2
    # The last part of an odd length is often written without its padding.
    ends = {at, at - 1} if at % 2 == 0 else {at}
    told = struct.unpack("<I", content[4:8])[0] + 8
    return len(content) in ends and told in (*ends, len(content)) and found.count(b"fmt ") == found.count(b"data") == 1


def _whole_png(content: bytes) -> bool:
    """Do the lengths that the parts tell fill the file, up to its end mark?"""
    at = 8
    for _ in range(_MOST_PARTS):
        if at + 12 > len(content):
            return False
        size = int.from_bytes(content[at : at + 4], "big")
        name = content[at + 4 : at + 8]
        at += 12 + size
        if name == b"IEND":
            return at == len(content)
    return False


def _ogg(content: bytes) -> tuple[int, int, float] | None:
    if content[:4] != b"OggS":
        return None
    start = 27 + content[26]
    head = content[start : start + 24]
    if head[:8] == b"OpusHead":
        rate, channels = 48_000, head[9]
    elif head[:7] == b"\x01vorbis":
        channels, rate = head[11], struct.unpack("<I", head[12:16])[0]
    else:
        return None
    last = content.rfind(b"OggS")
    samples = struct.unpack("<q", content[last + 6 : last + 14])[0]
    return rate, channels, max(0, samples) / rate


def _mp3(content: bytes) -> tuple[int, int, float] | None:
    at = 0
    if content[:3] == b"ID3":
        size = content[6] << 21 | content[7] << 14 | content[8] << 7 | content[9]
        at = 10 + size
    head = struct.unpack(">I", content[at : at + 4])[0]
    version, layer, rate_index = head >> 19 & 3, head >> 17 & 3, head >> 10 & 3
    bitrate_index, mono = head >> 12 & 15, (head >> 6 & 3) == 3
    if head >> 21 != 0x7FF or layer != 1 or version == 1 or rate_index == 3 or bitrate_index in (0, 15):
        return None
    rate = (44_100, 48_000, 32_000)[rate_index] // {3: 1, 2: 2, 0: 4}[version]
    table = (
        (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
        if version == 3
        else (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
    )
    return rate, 1 if mono else 2, (len(content) - at) * 8 / (table[bitrate_index] * 1000)

"""How long and how fine a sound is, from its own parts, without decoding it; None for anything that is not whole.

What a sound says of its length is not believed: pages and frames are counted, up to the end of the file.
Sources: RIFF WAVE; Ogg (RFC 3533); Opus (RFC 6716 section 3.1, RFC 7845); Vorbis I section 4.2.2; MPEG audio frame
header (ISO 11172-3 2.4.2.3), ID3v2.4 section 3.1.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

_MOST_PARTS = 5_000
SECONDS = 600
"""Longest sound of a pack; counting ends once it is passed."""
_BITS = (8, 16, 24, 32, 64)
_VORBIS_ALL_SHORT = 8
"""A sound whose packets would be this many times too long, were all of them of the long kind, is too long."""

Sound = tuple[int, int, float]
"""Samples a second, channels, seconds."""


def sound_of(ending: str, content: bytes) -> Sound | None:
    """What a `wav`, `ogg`, `opus` or `mp3` is; None when it is not that, or not whole."""
    try:
        if ending == "wav":
            return _wav(content)
        return _mp3(content) if ending == "mp3" else _ogg(content)
    except (struct.error, IndexError, ZeroDivisionError):
        return None


# --- WAV --------------------------------------------------------------------------------------------------------


def _wav(content: bytes) -> Sound | None:
    if content[:4] != b"RIFF" or content[8:12] != b"WAVE" or content[12:16] != b"fmt " or not _whole_wav(content):
        return None
    kind, channels, rate, a_second, _, bits = struct.unpack("<HHIIHH", content[20:36])
    if kind not in (1, 3, 0xFFFE) or bits not in _BITS:
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


# --- Ogg --------------------------------------------------------------------------------------------------------


class _BrokenError(Exception):
    """Pages that do not lie side by side, or of several sounds."""


def _pages(content: bytes) -> Iterator[tuple[int, bytes, int]]:
    """(sample reached, lengths of the pieces, where they begin) of each page of the one sound in the file."""
    at, serial = 0, b""
    while at < len(content):
        head = content[at : at + 27]
        pieces = content[at + 27 : at + 27 + head[26]]
        begin = at + 27 + head[26]
        first = not serial
        serial = serial or head[14:18]
        if head[:5] != b"OggS\0" or head[14:18] != serial or bool(head[5] & 2) != first:
            raise _BrokenError
        at = begin + sum(pieces)
        if at > len(content):
            raise _BrokenError
        yield struct.unpack("<q", head[6:14])[0], pieces, begin


def _ogg(content: bytes) -> Sound | None:
    if content[:4] != b"OggS":
        return None
    head = content[27 + content[26] :][:30]
    opus = head[:8] == b"OpusHead"
    if opus:
        rate, channels = 48_000, head[9]
    elif head[:7] == b"\x01vorbis":
        channels, rate = head[11], struct.unpack("<I", head[12:16])[0]
    else:
        return None
    try:
        seconds = _played(content, rate, 0 if opus else 1 << (head[28] >> 4))
    except _BrokenError:
        return None
    return rate, channels, seconds


def _played(content: bytes, rate: int, block: int) -> float:
    """The longest that can be meant: what the pages say, what the packets add up to. `block`: of Vorbis, in samples."""
    told = counted = 0.0
    packets = 0
    for reached, pieces, begin in _pages(content):
        told = max(told, reached / rate)
        at, fresh = begin, True
        for piece in pieces:
            if fresh:
                packets += 1
                if not block and packets > 2:
                    counted += _opus_seconds(content[at : at + 2])
            at, fresh = at + piece, piece < 255
        if block:
            counted = packets * block / 2 / rate / _VORBIS_ALL_SHORT
        if max(told, counted) > SECONDS:
            break
    return max(told, counted)


def _opus_seconds(packet: bytes) -> float:
    """How long a packet sounds, by its first byte (and its second where it says how many frames there are)."""
    if not packet:
        return 0.0
    kind, code = packet[0] >> 3, packet[0] & 3
    if kind < 12:
        frame = (0.01, 0.02, 0.04, 0.06)[kind & 3]
    elif kind < 16:
        frame = (0.01, 0.02)[kind & 1]
    else:
        frame = (0.0025, 0.005, 0.01, 0.02)[kind & 3]
    frames = {0: 1, 1: 2, 2: 2}.get(code, packet[1] & 63 if len(packet) > 1 else 1)
    return frame * frames


# --- MP3 --------------------------------------------------------------------------------------------------------

_RATES = (44_100, 48_000, 32_000)
_FAST = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_SLOW = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
_TAG = 128


def _mp3(content: bytes) -> Sound | None:
    at = 0
    if content[:3] == b"ID3":
        at = 10 + (content[6] << 21 | content[7] << 14 | content[8] << 7 | content[9])
    first = _frame(content[at : at + 4])
    if first is None:
        return None
    rate, channels, seconds = first[0], first[1], 0.0
    while (frame := _frame(content[at : at + 4])) is not None:
        if frame[0] != rate:
            return None
        at += frame[2]
        seconds += frame[3] / rate
        if seconds > SECONDS:
            break
    rest = content[at:]
    ends = seconds > SECONDS or not rest.strip(b"\0") or (rest[:3] == b"TAG" and len(rest) == _TAG)
    return (rate, channels, seconds) if ends else None


def _frame(head: bytes) -> tuple[int, int, int, int] | None:
    """(rate, channels, bytes, samples) of the frame that begins so; None when none begins there."""
    if len(head) < 4:
        return None
    told = int.from_bytes(head, "big")
    version, layer, rate_index = told >> 19 & 3, told >> 17 & 3, told >> 10 & 3
    bits_index, mono, padded = told >> 12 & 15, (told >> 6 & 3) == 3, told >> 9 & 1
    if told >> 21 != 0x7FF or layer != 1 or version == 1 or rate_index == 3 or bits_index in (0, 15):
        return None
    rate = _RATES[rate_index] // {3: 1, 2: 2, 0: 4}[version]
    samples, table = (1152, _FAST) if version == 3 else (576, _SLOW)
    return rate, 1 if mono else 2, samples // 8 * table[bits_index] * 1000 // rate + padded, samples

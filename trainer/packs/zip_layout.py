"""The bytes of a zip, looked at before anything is believed: end record, directory, local headers, ranges.

Sources: PKWARE APPNOTE 6.3.10 sections 4.3-4.5; the limits are those of docs/decisions on packs (a closed vocabulary).
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from typing import Any

from trainer.packs.refusals import Refused

ENDING = ".practicepack"
PACK_BYTES = 64 * 1024 * 1024
ENTRIES = 400
FILE_BYTES = 16 * 1024 * 1024
ALL_BYTES = 128 * 1024 * 1024
RATIO = 100
"""Most times a file may grow when opened (deflate alone reaches 1032)."""
SMALL = 4096
"""Files up to this size may grow more: a page of spaces is no bomb."""

END = struct.Struct("<4sHHHHIIH")
CENTRAL = struct.Struct("<4sBBHHHHHIIIHHHHHII")
LOCAL = struct.Struct("<4sHHHHHIIIHH")
_UTF8_NAME = 0x800
_KNOWN_FLAGS = _UTF8_NAME | 0x6
"""Names in UTF-8, and two bits that say how hard deflate tried (4.4.4); all others ask for something else."""
_STORED, _DEFLATED = 0, 8
_FILE_TYPE_MASK, _REGULAR, _SPECIAL = 0o170000, 0o100000, 0o7000
_ODD_DOS = 0x8 | 0x10 | 0x40 | 0x400
"""Label of a disk, folder, device, reparse point."""
_NEEDS = 20
"""Version 2.0 of the format: deflate. Anything later asks for something packs do not use (4.4.3.2)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a zip: its name, where its bytes are, and what the directory says of them."""

    name: str
    method: int
    checksum: int
    packed: int
    size: int
    start: int
    data: int

    def open(self, zipped: bytes) -> bytes:
        """The file's bytes; refused when they are not what the directory says. Never more than it declares."""
        raw = zipped[self.data : self.data + self.packed]
        if self.method == _DEFLATED:
            engine = zlib.decompressobj(-15)
            try:
                raw = engine.decompress(raw, self.size + 1)
            except zlib.error as error:
                raise Refused("damaged", self.name) from error
            if not engine.eof or engine.unused_data:
                # Cut short, longer than it says, or with something behind its end.
                raise Refused("damaged", self.name)
        if len(raw) != self.size or zlib.crc32(raw) != self.checksum:
            raise Refused("damaged", self.name)
        return raw


def entries(zipped: bytes) -> tuple[Entry, ...]:
    """Every file of the zip, in directory order; refused when anything about its layout is odd."""
    if len(zipped) > PACK_BYTES:
        raise Refused("too-large", f"{PACK_BYTES // 1024 // 1024} MB")
    if not zipped.startswith(b"PK\x03\x04") or len(zipped) < END.size:
        raise Refused("not-a-pack")
    directory, count = _end_record(zipped)
    found = _directory(zipped, directory, count)
    _sizes(found)
    _ranges(found, directory)
    return found


def _end_record(zipped: bytes) -> tuple[int, int]:
    at = len(zipped) - END.size
    mark, disk, first_disk, here, total, size, start, comment = END.unpack_from(zipped, at)
    if mark != b"PK\x05\x06" or comment:
        # A comment or a tail behind the end record can hide a second zip or a program.
        raise Refused("not-a-pack")
    if disk or first_disk or here != total or start + size != at:
        raise Refused("damaged", "directory")
    if total > ENTRIES:
        raise Refused("too-many", str(ENTRIES))
    return start, total


def _directory(zipped: bytes, at: int, count: int) -> tuple[Entry, ...]:
    found = []
    for _ in range(count):
        try:
            row = CENTRAL.unpack_from(zipped, at)
        except struct.error as error:
            raise Refused("damaged", "directory") from error
        name_bytes = zipped[at + CENTRAL.size : at + CENTRAL.size + row[11]]
        found.append(_entry(zipped, row, name_bytes))
        at += CENTRAL.size + row[11] + row[12] + row[13]
    if at != len(zipped) - END.size:
        raise Refused("damaged", "directory")
    return tuple(found)


def _entry(zipped: bytes, row: tuple[Any, ...], name_bytes: bytes) -> Entry:
    mark, flags, method = row[0], row[4], row[5]
    checksum, packed, size, attributes, start = row[8], row[9], row[10], row[16], row[17]
    name = _name(name_bytes, flags)
    if mark != b"PK\x01\x02":
        raise Refused("damaged", "directory")
    if flags & ~_KNOWN_FLAGS or method not in (_STORED, _DEFLATED):
        # Encrypted, streamed (sizes behind the data), patched or masked.
        raise Refused("odd-storing", name)
    if row[12] or row[13]:
        # Extra fields and comments are shown nowhere; packs are built without them.
        raise Refused("odd-storing", name)
    if row[3] > _NEEDS or row[14]:
        # Made for another way of storing, or lying on another disk.
        raise Refused("odd-storing", name)
    if packed > size + size // 64 + SMALL:
        # Deflate never needs so much: empty blocks, or something between them.
        raise Refused("odd-storing", name)
    # Whatever system it says it comes from: a link, a device, a file that would run as somebody else.
    kind, mode = (attributes >> 16) & _FILE_TYPE_MASK, attributes >> 16
    if name.endswith("/") or kind not in (0, _REGULAR) or mode & _SPECIAL or attributes & _ODD_DOS:
        raise Refused("not-a-file", name)
    try:
        local = LOCAL.unpack_from(zipped, start)
    except struct.error as error:
        raise Refused("damaged", name) from error
    data = start + LOCAL.size + local[9] + local[10]
    same_name = zipped[start + LOCAL.size : start + LOCAL.size + local[9]] == name_bytes
    told = (local[2], local[3], local[6], local[7], local[8], local[10])
    if local[0] != b"PK\x03\x04" or not same_name or told != (flags, method, checksum, packed, size, 0):
        raise Refused("damaged", name)
    if method == _STORED and packed != size:
        raise Refused("damaged", name)
    return Entry(name, method, checksum, packed, size, start, data)


def _name(name_bytes: bytes, flags: int) -> str:
    try:
        return name_bytes.decode("utf-8" if flags & _UTF8_NAME else "ascii")
    except UnicodeDecodeError as error:
        raise Refused("name", repr(name_bytes)) from error


def _sizes(found: tuple[Entry, ...]) -> None:
    if sum(entry.size for entry in found) > ALL_BYTES:
        raise Refused("too-large", f"{ALL_BYTES // 1024 // 1024} MB")
    for entry in found:
        if entry.size > FILE_BYTES:
            raise Refused("too-large", f"{FILE_BYTES // 1024 // 1024} MB")
        if entry.size > SMALL and entry.size > RATIO * max(1, entry.packed):
            raise Refused("swells", entry.name)


def _ranges(found: tuple[Entry, ...], directory: int) -> None:
    """Files must lie side by side without a gap or an overlap, from the first byte to the directory."""
    at = 0
    for entry in sorted(found, key=lambda entry: entry.start):
        if entry.start < at:
            raise Refused("overlaps")
        if entry.start > at:
            raise Refused("damaged", "gap")
        at = entry.data + entry.packed
    if at > directory:
        raise Refused("overlaps")
    if at != directory:
        raise Refused("damaged", "gap")

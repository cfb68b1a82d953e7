"""The cover sheet of a pack without the rest of it: three short reads, for shelves of thousands of packs.

Nothing but the cover is believed here. Before anything else of the pack is used, `archive.open_pack` looks it all over.
"""

from __future__ import annotations

import struct
from collections.abc import Callable

from trainer.packs.archive import MANIFEST_BYTES
from trainer.packs.names_allowed import MANIFEST, NAME_LENGTH
from trainer.packs.refusals import Refused
from trainer.packs.zip_layout import CENTRAL, END, ENTRIES, LOCAL, PACK_BYTES, Entry

Read = Callable[[int, int], bytes]
"""`read(start, count)` gives the bytes there; fewer at the end of the file."""

MOST_DIRECTORY = ENTRIES * (CENTRAL.size + 4 * NAME_LENGTH)


def cover_bytes(size: int, read: Read) -> bytes:
    """`pack.toml` of a file of that size. Refused when it does not look like a pack from here."""
    if size > PACK_BYTES:
        raise Refused("too-large", f"{PACK_BYTES // 1024 // 1024} MB")
    end = read(max(0, size - END.size), END.size)
    if len(end) < END.size or not end.startswith(b"PK\x05\x06"):
        raise Refused("not-a-pack")
    total, length, start = END.unpack(end)[4:7]
    if total > ENTRIES or length > MOST_DIRECTORY or start + length + END.size != size:
        raise Refused("damaged", "directory")
    try:
        return _found(read(start, length), total, read)
    except struct.error as error:
        raise Refused("damaged", "directory") from error


def _found(directory: bytes, total: int, read: Read) -> bytes:
    at = 0
    for _ in range(total):
        row = CENTRAL.unpack_from(directory, at)
        name = directory[at + CENTRAL.size : at + CENTRAL.size + row[11]]
        at += CENTRAL.size + row[11] + row[12] + row[13]
        if name != MANIFEST.encode():
            continue
        method, checksum, packed, size, offset = row[5], row[8], row[9], row[10], row[17]
        if max(packed, size) > MANIFEST_BYTES:
            raise Refused("too-large", MANIFEST)
        local = LOCAL.unpack(read(offset, LOCAL.size))
        data = read(offset + LOCAL.size + local[9] + local[10], packed)
        return Entry(MANIFEST, method, checksum, packed, size, 0, 0).open(data)
    raise Refused("no-manifest")

"""Make SudachiDict's system.dic smaller without changing anything it says.

A third to two thirds of the file is the table of connection costs, 5981 x 5981. Many of its rows and columns are equal
or belong to no word: those are laid together and the words renumbered, so that every cost looked up stays the same.
Then nothing of a reading can change (tests compare them). The two identifiers outside the file, in unk.def and
sudachi.json, are renumbered with it.

    python packaging/smaller_dictionary.py system.dic TARGET_FOLDER SUDACHIPY_RESOURCES

File layout (read off version 1 of the format, SudachiPy 0.7): a header of 4096 bytes with names, offsets and lengths of
blocks (variable-length integers); ConnMatrix = two int16 sizes, then int16 costs by right and left identifier;
Entries = 32 bytes each (left, right, cost, part of speech, ...), followed by lists of int32 whose lengths stand in
bytes 26 to 31, filled up to 8 bytes. Anything that is not exactly so raises ValueError, and the file is left as it was.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

HEADER = 4096
MAGIC = b"SudachiBinaryDic\x01\0\0\0\0\0\0\0"
ENTRY = 32
NO_ID = -1
FIRST = b"\nConnMatrix"
"""The first block's name behind its length; the number of blocks stands before it."""

Costs = npt.NDArray[np.int16]
Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Block:
    """One part of the file: where it begins and its length in bytes."""

    name: str
    start: int
    length: int


def _number(data: bytes, at: int) -> tuple[int, int]:
    """A variable-length integer, seven bits a byte, low bits first; its value and where it ends."""
    value = shift = 0
    while True:
        value |= (data[at] & 127) << shift
        at, shift = at + 1, shift + 7
        if data[at - 1] < 128:
            return value, at


def _as_number(value: int, width: int) -> bytes:
    """The same in exactly `width` bytes, so that the header keeps its shape."""
    pieces = [(value >> 7 * n) & 127 for n in range(width)]
    return bytes([piece | 128 for piece in pieces[:-1]] + pieces[-1:])


def read_blocks(header: bytes) -> tuple[list[Block], int]:
    """The blocks in their order in the header, and where in the header their list begins."""
    begin = header.find(FIRST) - 1
    if not header.startswith(MAGIC) or begin < 0:
        raise ValueError("this is no Sudachi dictionary of the known version")
    at, blocks = begin + 1, []
    for _ in range(header[begin]):
        name = header[at + 1 : at + 1 + header[at]].decode("ascii")
        start, at = _number(header, at + 1 + header[at])
        length, at = _number(header, at)
        blocks.append(Block(name, start, length))
    return blocks, begin


def entry_starts(entries: bytes) -> Numbers:
    """Where each word begins. ValueError when they do not end exactly at the end."""
    starts, at = [], ENTRY
    while at < len(entries):
        starts.append(at)
        lists = sum(count for count in entries[at + 26 : at + 32] if count < 128)
        at += (ENTRY + 4 * lists + 7) // 8 * 8
    if at != len(entries):
        raise ValueError("the words do not end where they should")
    return np.array(starts, np.int64)


def _classes(rows: Costs, used: Numbers) -> tuple[Numbers, Numbers]:
    """Old number -> new number (-1 for unused), and for each new number one old one that stands for it."""
    new = np.full(len(rows), NO_ID, np.int64)
    kept: list[int] = []
    known: dict[bytes, int] = {}
    for old in used.tolist():
        place = known.setdefault(rows[old].tobytes(), len(known))
        if place == len(kept):
            kept.append(old)
        new[old] = place
    return new, np.array(kept, np.int64)


def _outside(resources: Path) -> set[int]:
    """Identifiers that stand in the files beside the dictionary."""
    found = {int(part) for line in _unknown(resources) for part in line.split(",")[1:3]}
    for plugin in _settings(resources)["oovProviderPlugin"]:
        found |= {int(plugin[key]) for key in ("leftId", "rightId") if key in plugin}
    return found | {0}  # beginning and end of a sentence


def _unknown(resources: Path) -> list[str]:
    lines = (resources / "unk.def").read_text("utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


def _settings(resources: Path) -> dict:  # type: ignore[type-arg]
    return json.loads((resources / "sudachi.json").read_text("utf-8"))  # type: ignore[no-any-return]


def smaller(dictionary: bytes, resources: Path) -> tuple[bytes, str, str]:
    """The smaller dictionary, and the unk.def and sudachi.json that belong to it."""
    blocks, begin = read_blocks(dictionary[:HEADER])
    content = {block.name: dictionary[block.start : block.start + block.length] for block in blocks}
    sizes = np.frombuffer(content["ConnMatrix"], "<i2", 2)
    costs = np.frombuffer(content["ConnMatrix"], "<i2", offset=4).reshape(sizes[1], sizes[0])
    starts = entry_starts(content["Entries"])
    words = np.frombuffer(content["Entries"], "<i2").copy()
    fields = {"left": words[starts // 2], "right": words[starts // 2 + 1]}
    outside = np.array(sorted(_outside(resources)), np.int64)
    # A cost is looked up by the right number of the word before and the left number of the word after.
    used = {side: np.unique(np.concatenate([ids[ids >= 0].astype(np.int64), outside])) for side, ids in fields.items()}
    new_left, kept_left = _classes(costs, used["left"])
    new_right, kept_right = _classes(np.ascontiguousarray(costs.T), used["right"])
    # Both sides as long as each other: SudachiPy compares some numbers with the wrong side.
    side = max(len(kept_left), len(kept_right))
    kept_left, kept_right = (np.pad(kept, (0, side - len(kept)), "edge") for kept in (kept_left, kept_right))
    table = np.ascontiguousarray(costs[np.ix_(kept_left, kept_right)])
    words[starts // 2] = np.where(fields["left"] >= 0, new_left[fields["left"]], fields["left"])
    words[starts // 2 + 1] = np.where(fields["right"] >= 0, new_right[fields["right"]], fields["right"])
    content["Entries"] = words.tobytes()
    content["ConnMatrix"] = np.array([side, side], "<i2").tobytes() + table.tobytes()
    return (_written(dictionary[:HEADER], blocks, begin, content), *_renumbered(resources, new_left, new_right))


def _written(header: bytes, blocks: list[Block], begin: int, content: dict[str, bytes]) -> bytes:
    """The file: blocks on pages of 4096 bytes in their old order, the header with their new places."""
    at, body, listed = HEADER, bytearray(), bytearray([len(blocks)])
    for block in blocks:
        data = content[block.name]
        listed += bytes([len(block.name)]) + block.name.encode("ascii")
        listed += _shortest(at) + _shortest(len(data))
        padded = data + bytes(-len(data) % HEADER)
        body += padded if block is not blocks[-1] else data
        at += len(padded)
    return (header[:begin] + bytes(listed)).ljust(HEADER, b"\0") + bytes(body)


def _shortest(value: int) -> bytes:
    return _as_number(value, max(1, -(-value.bit_length() // 7)))


def _renumbered(resources: Path, left: Numbers, right: Numbers) -> tuple[str, str]:
    """unk.def and sudachi.json with the new numbers."""
    lines = []
    for line in _unknown(resources):
        name, old_left, old_right, *rest = line.split(",")
        lines.append(",".join([name, str(left[int(old_left)]), str(right[int(old_right)]), *rest]))
    settings = _settings(resources)
    for plugin in settings["oovProviderPlugin"]:
        if "leftId" in plugin:
            plugin["leftId"], plugin["rightId"] = int(left[plugin["leftId"]]), int(right[plugin["rightId"]])
    return "\n".join(lines) + "\n", json.dumps(settings, ensure_ascii=False, indent=1) + "\n"


def main(source: str, target: str, resources: str) -> None:
    """Write system.dic, unk.def and sudachi.json into the target folder."""
    folder = Path(target)
    dictionary, unknown, settings = smaller(Path(source).read_bytes(), Path(resources))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "system.dic").write_bytes(dictionary)
    (folder / "unk.def").write_text(unknown, "utf-8")
    (folder / "sudachi.json").write_text(settings, "utf-8")
    print(f"{Path(source).stat().st_size / 1e6:.0f} MB -> {len(dictionary) / 1e6:.0f} MB")


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Which words a speech model knows, read from its folder without opening it: Vosk never hears any other."""

from __future__ import annotations

import re
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from trainer.hearing.plain_words import UNKNOWN, is_japanese, tokens
from trainer.hearing.vosk_grammar import cut

_FST, _TABLE = 2125659606, 2125658996
"""First four bytes of an OpenFst file and of a table of symbols within it."""

_INPUT, _OUTPUT = 1, 2
"""Flags of the file's header: which tables of symbols follow it."""

MOST_WORDS = 3_000_000
LONGEST = 4_096
"""Bytes of one word; a damaged file may claim anything."""


def words_of(folder: Path) -> frozenset[str] | None:
    """Every word of the speech model in that folder; None when they cannot be read."""
    try:
        listed = folder / "graph" / "words.txt"
        if listed.is_file():
            with listed.open(encoding="utf-8") as lines:
                return frozenset(line.split(" ", 1)[0].strip() for line in lines)
        whole = folder / "graph" / "HCLG.fst"
        with (whole if whole.is_file() else folder / "graph" / "Gr.fst").open("rb") as stream:
            return _symbols(stream)
    except (OSError, ValueError, struct.error):
        return None


def lacking(text: str, language: str, known: frozenset[str]) -> Sequence[str]:
    """The words of a text, each once, that are not among `known`; of Japanese the stretches no known word covers."""
    said = tokens(text, language)
    if not is_japanese(language):
        return [word for word in dict.fromkeys(said) if word not in known]
    whole = "".join(said)
    pieces = cut(whole, known.__contains__)
    pattern = "".join("(.+?)" if piece == UNKNOWN else re.escape(piece) for piece in pieces)
    found = re.fullmatch(pattern, whole)
    return list(dict.fromkeys(found.groups())) if found else []


def _symbols(stream: BinaryIO) -> frozenset[str] | None:
    """The output symbols of an OpenFst file: its header (fst.cc), then the tables (symbol-table.cc)."""
    if _int32(stream) != _FST:
        return None
    _string(stream)
    _string(stream)
    _, flags = _int32(stream), _int32(stream)
    stream.read(4 * 8)  # properties, start, states, arcs
    if flags & _INPUT:
        _table(stream)
    return _table(stream) if flags & _OUTPUT else None


def _table(stream: BinaryIO) -> frozenset[str]:
    if _int32(stream) != _TABLE:
        raise ValueError("no table of symbols")
    _string(stream)
    stream.read(8)  # the next free number
    (count,) = struct.unpack("<q", stream.read(8))
    if not 0 <= count <= MOST_WORDS:
        raise ValueError("too many words")
    found = []
    for _ in range(count):
        found.append(_string(stream))
        stream.read(8)
    return frozenset(found)


def _int32(stream: BinaryIO) -> int:
    (value,) = struct.unpack("<i", stream.read(4))
    return int(value)


def _string(stream: BinaryIO) -> str:
    size = _int32(stream)
    if not 0 <= size <= LONGEST:
        raise ValueError("a word too long")
    return stream.read(size).decode("utf-8")

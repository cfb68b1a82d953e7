"""Which words a speech model knows, by its folder."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from tests.helpers.hearing import DATA
from trainer.hearing.model_words import lacking, words_of


def text(word: str) -> bytes:
    raw = word.encode()
    return struct.pack("<i", len(raw)) + raw


def table(words: list[str]) -> bytes:
    entries = b"".join(text(word) + struct.pack("<q", number) for number, word in enumerate(words))
    return struct.pack("<i", 2125658996) + text("words") + struct.pack("<qq", len(words), len(words)) + entries


def fst(*tables: list[str]) -> bytes:
    head = struct.pack("<i", 2125659606) + text("ngram") + text("standard")
    flags = {0: 0, 1: 2, 2: 3}[len(tables)]
    return head + struct.pack("<iiQqqq", 4, flags, 0, 0, 1, 0) + b"".join(map(table, tables)) + b"arcs"


def folder_with(path: Path, graph: bytes) -> Path:
    (path / "graph").mkdir()
    (path / "graph" / "Gr.fst").write_bytes(graph)
    return path


def test_the_list_of_words_is_read() -> None:
    words = words_of(DATA / "vosk-toy-en")
    assert words is not None
    assert {"can", "bag", "please"} <= words
    assert 700 < len(words) < 800


@pytest.mark.parametrize("tables", [(["bag", "袋"],), (["a phone"], ["bag", "袋"])])
def test_without_a_list_the_words_are_in_the_graph(tmp_path: Path, tables: tuple[list[str], ...]) -> None:
    assert words_of(folder_with(tmp_path, fst(*tables))) == {"bag", "袋"}


@pytest.mark.parametrize(
    "graph",
    [b"", b"not a graph at all", fst(), fst(["bag", "milk"])[:-20], fst(["bag"]).replace(text("bag"), b"\xff" * 7)],
)
def test_a_graph_without_words_or_a_damaged_one_says_nothing(tmp_path: Path, graph: bytes) -> None:
    assert words_of(folder_with(tmp_path, graph)) is None


def test_no_folder_says_nothing(tmp_path: Path) -> None:
    assert words_of(tmp_path) is None


@pytest.mark.parametrize(
    ("said", "language", "wanted"),
    [
        ("A bag, please. Another BAG!", "en", ["another"]),
        ("Mochi and mochi", "en", ["mochi", "and"]),
        ("", "en", []),
        ("袋をください。", "ja", []),
        ("抹茶をください、抹茶を", "ja", ["抹茶"]),
    ],
)
def test_words_that_are_not_on_the_list(said: str, language: str, wanted: list[str]) -> None:
    known = frozenset({"a", "bag", "please", "袋", "を", "ください"})
    assert list(lacking(said, language, known)) == wanted

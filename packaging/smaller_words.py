"""Keep the vectors of Japanese words with a byte a number, and only words that are ever asked for.

Only directions are used, so that each row has a scale of its own, which is thrown away. Of the words those stay that
the dictionary gives as a word's usual spelling.
`trainer.lexicon.chive` reads both kinds of file.

    python packaging/smaller_words.py VOCAB_FOLDER
"""

from __future__ import annotations

import json
import sys
import warnings
from pathlib import Path

import numpy as np
import numpy.typing as npt
import sudachipy

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from trainer.lexicon.chive import ChiVe, murmur

NAMES = "固有名詞"
BEFORE = ("", "その")
"""What is read before a word: some are a name alone and a thing after `その` (金, 所)."""


def rounded(vectors: npt.NDArray[np.float32]) -> npt.NDArray[np.int8]:
    """The rows' directions, a byte a number; likeness stays nearly as it was."""
    scale = 127 / np.maximum(np.abs(vectors).max(axis=1, keepdims=True), 1e-9)
    return np.rint(vectors * scale).astype(np.int8)


def asked_for(words: list[str]) -> list[str]:
    """Those that the dictionary gives as the usual spelling of one of these words, where that is no name; sorted."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # newer versions call it otherwise
        read = sudachipy.Dictionary(dict="core").create(mode=sudachipy.SplitMode.A).tokenize
    found = set()
    for word in words:
        for before in BEFORE:
            last = list(read(before + word))[-1:]
            if last and last[0].surface() == word and not last[0].is_oov() and NAMES not in last[0].part_of_speech():
                found.add(last[0].normalized_form())
    return sorted(found.intersection(words))


def table_of(rows: dict[str, int]) -> bytes:
    """The words' table as MessagePack, as spaCy writes it: {hash: row}."""
    entries = (b"\xcf" + murmur(word.encode()).to_bytes(8, "big") + _number(row) for word, row in rows.items())
    return b"\xdf" + len(rows).to_bytes(4, "big") + b"".join(entries)


def _number(value: int) -> bytes:
    if value < 128:
        return bytes([value])
    return b"\xcc" + bytes([value]) if value < 256 else b"\xcd" + value.to_bytes(2, "big")


def smaller(folder: Path) -> None:
    """Make the two files of this folder smaller, and take away the list of words that only this needs."""
    before = sum(file.stat().st_size for file in folder.iterdir() if file.name in ("vectors", "key2row"))
    known, vectors = ChiVe(folder), np.load(folder / "vectors")
    words = json.loads((folder / "strings.json").read_text("utf-8"))
    rows = {word: row for word in asked_for(words) if (row := known.row(word)) is not None}
    with (folder / "vectors").open("wb") as file:
        np.save(file, rounded(vectors))
    (folder / "key2row").write_bytes(table_of(rows))
    (folder / "strings.json").unlink()
    after = sum(file.stat().st_size for file in folder.iterdir() if file.name in ("vectors", "key2row"))
    print(f"{before / 1e6:.1f} MB -> {after / 1e6:.1f} MB, {len(rows)} words")


if __name__ == "__main__":
    smaller(Path(sys.argv[1]))

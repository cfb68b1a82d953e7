"""Keep the vectors of Japanese sentences without what Japanese text never asks for: other languages' pieces.

Rows of other pieces become zeros, which pack to nothing, and the pieces themselves lose their text; every number stays
what it was, so that `trainer.lexicon.universal` reads both kinds of file.

    python packaging/smaller_sentences.py RESOURCES_FOLDER
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from trainer.lexicon.sentencepiece import SentencePieces
from trainer.lexicon.universal import CHUNKS

NOTHING = b"\x0a\x00"
"""A piece without a text, as the model's file writes it."""


def without_others(model: bytes, kept: set[int]) -> bytes:
    """The pieces of a model's file, those that are not kept without their text; nothing else of the file."""
    out, at, number = [], 0, 0
    while at < len(model) and model[at] == NOTHING[0]:
        size, start = model[at + 1], at + 2
        if size >= 0x80:
            raise ValueError("a piece longer than any is")
        out.append(model[at : start + size] if number in kept else NOTHING)
        at, number = start + size, number + 1
    return b"".join(out)


def smaller(folder: Path) -> None:
    """Make the two files of this folder smaller."""
    model, weights = folder / "sp.model", folder / "weights.npz"
    before = model.stat().st_size + weights.stat().st_size
    numbers = SentencePieces.read(model).numbers
    with np.load(weights, allow_pickle=False) as file:
        arrays = {name: file[name] for name in file.files}
    for chunk in range(CHUNKS):
        rows = numbers[numbers % CHUNKS == chunk] // CHUNKS
        whole = arrays[f"q{chunk + 1}"]
        arrays[f"q{chunk + 1}"] = np.zeros_like(whole)
        arrays[f"q{chunk + 1}"][rows] = whole[rows]
    with zipfile.ZipFile(weights, "w", zipfile.ZIP_LZMA) as archive:  # a sixth smaller than numpy's own way
        for name, array in arrays.items():
            with archive.open(f"{name}.npy", "w") as file:
                np.lib.format.write_array(file, array, allow_pickle=False)
    model.write_bytes(without_others(model.read_bytes(), set(numbers.tolist())))
    after = model.stat().st_size + weights.stat().st_size
    print(f"{before / 1e6:.1f} MB -> {after / 1e6:.1f} MB, {len(numbers)} pieces")


if __name__ == "__main__":
    smaller(Path(sys.argv[1]))

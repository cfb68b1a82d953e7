"""Keep the English meaning vectors' weights with one byte a number: a quarter of the file, nearly the same vectors.

Each row of a table is kept as int8 beside its own scale (its largest absolute value over 127). `trainer.lexicon.minilm`
reads both kinds of file. Small tables (biases, norms, positions) stay as they are.

    python packaging/smaller_vectors.py model.safetensors TARGET.safetensors
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from trainer.lexicon.minilm import SCALE, read_safetensors

SMALL = 1_000_000
"""Tables with fewer numbers than this are left alone, unless they belong to a layer."""


def shrunk(weights: npt.NDArray[np.float32]) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.float32]]:
    """The table as int8, and a column of scales: `table * scale` is near the weights."""
    scale = np.abs(weights).max(axis=1, keepdims=True) / np.float32(127)
    scale = np.where(scale == 0, np.float32(1), scale).astype("<f4")
    return np.rint(weights / scale).astype(np.int8), scale


def smaller(source: Path, target: Path) -> None:
    """Write the smaller file."""
    arrays: dict[str, npt.NDArray[np.float32] | npt.NDArray[np.int8]] = {}
    for name, weights in read_safetensors(source).items():
        if weights.ndim == 2 and (weights.size >= SMALL or name.startswith("encoder.layer.")):
            arrays[name], arrays[name + SCALE] = shrunk(weights)
        elif "pooler" not in name:  # the mean is used, not the pooler
            arrays[name] = weights
    header: dict[str, object] = {}
    at = 0
    # 32-bit tables first, so that each begins on a multiple of four
    ordered = sorted(arrays, key=lambda name: (arrays[name].dtype.itemsize != 4, name))
    for name in ordered:
        kind = "F32" if arrays[name].dtype.itemsize == 4 else "I8"
        header[name] = {"dtype": kind, "shape": arrays[name].shape, "data_offsets": [at, at + arrays[name].nbytes]}
        at += arrays[name].nbytes
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with target.open("wb") as file:
        file.write(len(text).to_bytes(8, "little") + text)
        for name in ordered:
            file.write(arrays[name].tobytes())
    print(f"{source.stat().st_size / 1e6:.0f} MB -> {target.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    smaller(Path(sys.argv[1]), Path(sys.argv[2]))

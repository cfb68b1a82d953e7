"""Japanese word vectors from a file: the tables' shape, what is not of it, and (where installed) the published ones."""

import msgspec
import numpy as np
import pytest

from trainer.lexicon.chive import ChiVe, murmur
from trainer.lexicon.loading import package_folder

PACKAGE = package_folder("ja_ginza")
WORDS = {"茶": 0, "水": 2, "椅子": 200, "机": 3000}


@pytest.fixture
def folder(tmp_path):
    rows = np.zeros((4000, 3), "<f4")
    rows[0], rows[2], rows[200], rows[3000] = (2, 0, 0), (1, 1, 0), (0, 0, 1), (0, 0, 3)
    with (tmp_path / "vectors").open("wb") as file:
        np.save(file, rows)
    # short keys stand there too: they name parts of speech
    table = {92: 7, 301: 8, **{murmur(word.encode()): row for word, row in WORDS.items()}}
    content = msgspec.msgpack.encode(table)
    assert content[0] == 0x80 + len(table), "a small map has its size in its first byte; the real one in four more"
    (tmp_path / "key2row").write_bytes(b"\xdf" + len(table).to_bytes(4, "big") + content[1:])
    return tmp_path


def test_words_are_found_by_their_hash(folder):
    vectors = ChiVe(folder)
    assert vectors.width == 3
    assert vectors.encode({"机": 1.0}) == pytest.approx([0, 0, 1])
    assert vectors.encode({"椅子": 0.2}) == pytest.approx([0, 0, 1]), "only its direction counts"
    assert vectors.encode({"机": 1.0, "そら": 1.0}) == pytest.approx([0, 0, 1]), "what is not known says nothing"


def test_what_is_said_often_tells_less(folder):
    vectors = ChiVe(folder)
    both = vectors.encode({"水": 1.0, "机": 1.0})
    assert 0 < both[0] < both[2]
    assert not vectors.encode({"茶": 1.0}).any(), "the most frequent row of all tells nothing"


def test_nothing_known_is_a_row_of_zeros(folder):
    assert not ChiVe(folder).encode({"": 1.0, "\ud800": 1.0, "そら": 1.0}).any()
    assert ChiVe(folder).encode({}).shape == (3,)


@pytest.mark.parametrize(
    "content", [b"", b"\xdf", b"\x81\x01\x02", b"\xdf\xff\xff\xff\xff\x01", b"\xdf\0\0\0\x01\xa1x\x01"]
)
def test_a_table_of_words_of_another_shape_knows_no_word(folder, content):
    (folder / "key2row").write_bytes(content)
    assert not ChiVe(folder).encode({"机": 1.0}).any()


def test_a_row_beyond_the_table_is_no_word(folder):
    key = murmur("机".encode()).to_bytes(8, "big")
    (folder / "key2row").write_bytes(b"\xdf\0\0\0\x01\xcf" + key + b"\xcd\xff\xff")
    assert not ChiVe(folder).encode({"机": 1.0}).any()


def test_vectors_of_another_shape_are_refused(folder):
    with (folder / "vectors").open("wb") as file:
        np.save(file, np.zeros(5))
    with pytest.raises(ValueError, match="table"):
        ChiVe(folder)
    (folder / "vectors").write_bytes(b"not numpy")
    with pytest.raises(ValueError, match=r"."):
        ChiVe(folder)
    (folder / "key2row").unlink()
    with pytest.raises((OSError, ValueError)):
        ChiVe(folder)


@pytest.mark.skipif(PACKAGE is None, reason="the optional vectors are not installed")
def test_the_published_vectors_know_what_is_alike():
    vectors = ChiVe(next(PACKAGE.glob("ja_ginza-*/vocab")))
    bag, sack, cat, phone = (vectors.encode({word: 1.0}) for word in ("バッグ", "袋", "猫", "電話"))
    assert bag @ sack > 0.4 > cat @ phone
    assert vectors.encode({"買い物": 1.0}).any()

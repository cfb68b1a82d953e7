"""Where a line is cut for captions, and when each piece is reached."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.speaking.pronounce import spoken
from trainer.speaking.timing import (
    MORA,
    Piece,
    estimated_seconds,
    pieces,
    pieces_from_phrases,
    weight,
    word_times,
)


def shown(text: str, parts: tuple[Piece, ...]) -> list[str]:
    return [text[part.first : part.last] for part in parts]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "What can I get you?", ["What", "can", "I", "get", "you?"]),
        ("en", "(softly) It is £3.50.", ["It", "is", "£3.50."]),
        ("ja", "もう一度お願いします", ["もう", "一度", "お願いします"]),
        ("ja", "お会計は1,200円です。", ["お会計は", "1,200円です。"]),
        ("ja", "コーヒーをふたつください", ["コーヒーをふたつください"]),
        ("en", "...", []),
        ("ja", "", []),
    ],
)
def test_pieces(language: str, text: str, expected: list[str]) -> None:
    assert shown(text, pieces(text, language)) == expected


def test_long_words_and_prices_take_longer() -> None:
    assert weight("extraordinary", "en") > 2 * weight("a", "en")
    assert weight("£3.50", "en") > weight("three", "en")
    assert weight("well,", "en") > weight("well", "en")
    assert pieces("well well", "en")[1].weight > pieces("well well", "en")[0].weight, "the last word is drawn out"
    assert weight("きょう", "ja") == pytest.approx(2 * MORA)
    assert weight("はい、", "ja") > weight("はい", "ja")


@given(st.text(alphabet="ab c.,いろ漢ー、1", max_size=80), st.sampled_from(["en", "ja"]), st.floats(0, 100))
def test_times_rise_from_nought_and_stay_inside(text: str, language: str, seconds: float) -> None:
    times = word_times(pieces(text, language), seconds)
    assert [time.at for time in times] == sorted(time.at for time in times)
    assert all(0 <= time.at <= seconds for time in times)
    assert not times or times[0].at == 0
    assert all(before.last <= after.first for before, after in zip(times, times[1:], strict=False))


def test_without_a_voice_a_line_stays_about_as_long_as_it_would_sound() -> None:
    # measured with the real voices: 2.6 s and 1.9 s
    assert 1.7 < estimated_seconds("Hello. What can I get you today?", "en") < 3.4
    assert 1.2 < estimated_seconds("ご注文はお決まりですか。", "ja") < 2.6
    slow, usual = (
        estimated_seconds("Take your time, please.", "en", 0.5),
        estimated_seconds("Take your time, please.", "en"),
    )
    assert slow == pytest.approx(2 * usual)
    assert estimated_seconds("", "en") == 0.0
    assert estimated_seconds("…", "ja") > 0.0


def test_phrases_of_an_engine_are_found_again_in_the_written_text() -> None:
    written = "お会計は1,200円です、何名様ですか？"
    phrases = [("お会計は", 6.0), ("千", 2.0), ("二百円です", 9.5), ("なんめいさまですか", 8.0)]
    parts = pieces_from_phrases(spoken(written, "ja"), phrases)
    assert shown(written, parts) == ["お会計は1,200円です、", "何名様ですか？"]
    assert [part.weight for part in parts] == [17.5, 8.0]


def test_phrases_that_fit_nowhere_leave_it_to_the_caller() -> None:
    assert pieces_from_phrases(spoken("はい", "ja"), [("いいえ", 3.0)]) == ()
    assert pieces_from_phrases(spoken("はい", "ja"), []) == ()


def test_a_first_phrase_that_is_not_found_is_given_to_the_first_that_is() -> None:
    parts = pieces_from_phrases(spoken("３つください", "ja"), [("みっつ", 3.0), ("ください", 4.0)])
    assert shown("３つください", parts) == ["３つください"]
    assert parts[0].weight == 7.0


def test_a_price_at_the_very_end_is_shown_whole() -> None:
    parts = pieces_from_phrases(spoken("全部で¥1,200", "ja"), [("全部で", 4.0), ("千", 2.0), ("二百円", 5.0)])
    assert shown("全部で¥1,200", parts) == ["全部で¥1,200"]
    parts = pieces_from_phrases(spoken("全部で¥1,200", "ja"), [("全部で", 4.0), ("1200円", 7.0)])
    assert shown("全部で¥1,200", parts) == ["全部で", "¥1,200"]


def test_phrases_inside_one_written_word_are_one_piece() -> None:
    parts = pieces_from_phrases(
        spoken("はい、何名様ですか", "ja"), [("はい", 4.5), ("なん", 2.0), ("めいさまですか", 7.0)]
    )
    assert shown("はい、何名様ですか", parts) == ["はい、", "何名様ですか"]
    assert parts[1].weight == 9.0

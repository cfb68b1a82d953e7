"""Japanese lines break between phrases only; captions keep readings with their kanji; reading aloud lights up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.ui.kit.caption_layout import place_of, readings, rows
from trainer.ui.kit.phrases import bound, plain, split
from trainer.ui.view_models.reading import reached


def wide(text: str) -> float:
    """Every letter is ten wide."""
    return 10.0 * len(text)


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("今日はお茶を飲みました。", ("今日は", "お茶を", "飲みました。")),
        ("すみません、もう一度お願いします。", ("すみません、", "もう", "一度", "お願いします。")),
        ("「はい」と言う。", ("「はい」と", "言う。")),
        ("コンビニで弁当を温める", ("コンビニで", "弁当を", "温める")),
        ("Take your time.", ("Take ", "your ", "time.")),
        ("", ()),
    ],
)
def test_phrases(text: str, phrases: tuple[str, ...]) -> None:
    got = split(text)
    assert "".join(got) == text
    assert got == phrases


@given(st.text(alphabet="今日本語はをがおごアイウ、。「」 abc々ー", max_size=40))
def test_phrases_lose_nothing_and_begin_with_no_closing_mark(text: str) -> None:
    parts = split(text)
    assert "".join(parts) == text
    assert all(part[0] not in "、。」" for part in parts[1:])
    assert plain(bound(text)) == text


@given(st.text(alphabet="今日はいい天気ですねお茶をabc 、。", max_size=60), st.integers(40, 400))
def test_rows_hold_all_of_the_text_in_order(text: str, width: int) -> None:
    made = rows(text, width, wide)
    assert "".join(text[row.first : row.last] for row in made) == text
    assert all(wide(row.text) <= width or len(row.text) == 1 for row in made)


def test_a_reading_is_never_parted_from_its_kanji() -> None:
    ruby = (("三年間", "さんねんかん"), ("のこと", ""))
    made = rows("三年間のこと", 45, wide, ruby)
    first = made[0]
    assert first.text.startswith("三年間") or len(made) == 1
    assert readings(ruby)[0].last == 3


def test_a_word_is_placed_without_the_space_behind_it() -> None:
    made = rows("Shall I heat it", 1000, wide)
    assert place_of(made, 6, 8, wide) == ((0, 60.0, 70.0),)


@pytest.mark.parametrize(
    ("line", "heard", "lit"),
    [
        ("Yes, please.", "", 0),
        ("Yes, please.", "yes", 4),
        ("Yes, please.", "yes please", 12),
        ("Yes, please.", "no", 0),
        ("I would like tea, please.", "would tea", 17),
        ("はい、お願いします。", "はい", 3),
        ("はい、お願いします。", "はい お願い し ます", 10),
        ("", "yes", 0),
    ],
)
def test_words_light_up_as_they_are_heard(line: str, heard: str, lit: int) -> None:
    assert reached(line, heard) == lit


@given(st.text(max_size=30), st.text(max_size=30))
def test_light_never_runs_out_of_the_line(line: str, heard: str) -> None:
    assert 0 <= reached(line, heard) <= len(line)

"""What the voice is given to read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.speaking.pronounce import _rules, _starts, can_be_said, is_japanese, spoken, unreadable


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("That's £3.50, please.", "That's 3 pounds 50, please."),
        ("£1, $2, €3.00 or ¥1,200", "1 pound, 2 dollars, 3 euros or 1200 yen"),
        ("At 10:00, 10:05 or 10:30", "At 10 o'clock, 10 oh 5 or 10 30"),
        ("At 10:00 a.m.", "At 10 a.m."),
        ("10-12 people, 50% off", "10 to 12 people, 50 percent off"),
        ("Tea/coffee & cake", "Tea or coffee and cake"),
        ("No. 3, e.g. tea", "number 3, for example, tea"),
        ("Mm-hm. Hm. Mmm.", "um-hum. hmm. hmm."),
        ("(softly) Yes [laughs].", "Yes."),
        ("Well… yes", "Well, yes"),
        ("Well -- yes — no", "Well, yes, no"),
        ("*Really* 'nice' ♪ 😀", "Really 'nice'"),
        ("日本 tea", "tea"),
        ("#1 at home", "number 1 at home"),
        ("a hard-boiled egg", "a hard-boiled egg"),
        ("...", ""),
        ("", ""),
    ],
)
def test_english(text: str, expected: str) -> None:
    assert spoken(text, "en").text == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("お会計は1,200円です。", "お会計は1200円です。"),
        ("¥500です", "500円です"),
        ("￥１,２００です", "1200円です"),
        ("何名様ですか？", "なんめいさまですか？"),
        ("何分でもどうぞ", "なんぷんでもどうぞ"),
        ("何でもいいです", "なんでもいいです"),
        ("何か何も何を", "何か何も何を"),
        ("よかったら座って", "よかったらすわって"),
        ("座席は", "座席は"),
        ("五時まで開いています", "五時まであいています"),
        ("口を開いています", "口を開いています"),
        ("次の方、どうぞ", "次のかた、どうぞ"),
        ("こちらの方がいい", "こちらの方がいい"),
        ("駅の方へ", "駅の方へ"),
        ("お降りのとき", "おおりのとき"),
        ("十分くらいです", "じゅっぷんくらいです"),
        ("五分でも十分でもいいです", "ごふんでもじゅっぷんでもいいです"),
        ("十五分です", "十五分です"),
        ("ひとつで十分です", "ひとつで十分です"),
        ("はは。裏にいます", "ハハ。裏にいます"),
        ("母はは行く", "母はは行く"),
        ("いま何時ですか", "いまなんじですか"),
        ("何時でもいいです", "何時でもいいです"),
        ("10:30〜11:00", "10時30分から11時"),
        ("えーと〜", "えーとー"),
        ("A席です", "エー席です"),
        ("SNSとWi-Fi", "SNSとWi-Fi"),
        ("（笑）はい", "はい"),
        ("「はい」", "はい"),
        ("あの…えっと", "あの、えっと"),
        ("50％引き", "50パーセント引き"),
        ("お家に帰る", "おうちに帰る"),
        ("あの——ええ", "あの、ええ"),
        ("한국です", "です"),
    ],
)
def test_japanese(text: str, expected: str) -> None:
    assert spoken(text, "ja").text == expected


def test_own_readings_come_first_and_the_longest_wins() -> None:
    readings = {"森": "もり", "森川": "もりかわ", "": "x"}
    assert spoken("森川さんと森さん", "ja", readings).text == "もりかわさんともりさん"


def test_origins_point_at_the_written_text() -> None:
    written = "Pay £3.50 now"
    said = spoken(written, "en")
    assert said.text == "Pay 3 pounds 50 now"
    assert {said.origins[index] for index in range(4, 15)} == {4}
    assert said.origins[said.text.index("now")] == written.index("now")


@given(st.text(max_size=200), st.sampled_from(["en", "ja"]))
def test_any_text_is_cleaned_without_a_word(text: str, language: str) -> None:
    said = spoken(text, language)
    assert len(said.origins) == len(said.text)
    assert list(said.origins) == sorted(said.origins)
    assert all(0 <= origin < len(text) for origin in said.origins)
    assert not unreadable(said.text, language)


@given(st.text("aA .,:;/-~–—…()[]£$€¥0123456789%&+=#@pm森１Ａ、。〜／", max_size=60), st.sampled_from(["en", "ja"]))
def test_no_rule_is_passed_over(text: str, language: str) -> None:
    rules, starts = _rules(language), _starts(language)
    for place in range(len(text)):
        if any(found.end() > place for pattern, _ in rules if (found := pattern.match(text, place))):
            assert starts.match(text, place) is not None


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Tea, please – “thanks” ♪", "en", ()),
        ("café", "en", ()),
        ("お茶 tea 😀 한 한", "ja", ("😀", "한")),
        ("お茶 tea", "en", ("お", "茶")),
        ("naïve", "ja", ("ï",)),
        ("Привет", "en", ("П", "р", "и", "в", "е", "т")),
        ("(ignored 😀) yes", "en", ()),
        ("Ａ席は１２００円です。々〆ヶ", "ja", ()),
    ],
)
def test_unreadable_names_each_character_once(text: str, language: str, expected: tuple[str, ...]) -> None:
    assert unreadable(text, language) == expected


def test_the_readings_table_is_used_up_to_ten_thousand_characters() -> None:
    text = "£3.50 (x) … " * 833
    said = spoken(text, "en").text
    assert said.startswith("3 pounds 50, 3 pounds 50")
    assert said.count("pounds") == 833


def test_what_can_be_said() -> None:
    assert can_be_said("a") and can_be_said("3") and can_be_said("あ")
    assert not can_be_said("") and not can_be_said("?!、。")
    assert is_japanese("tea を") and not is_japanese("tea")


def test_everything_our_own_scenes_say_can_be_read(repository: Path) -> None:
    """Partner's lines in the sheets: 'NAME: text' and 'NAME：text'."""
    checked = 0
    for sheet in (repository / "scenarios").rglob("*.scene.txt"):
        language = "ja" if "translations/ja" in sheet.as_posix() else "en"
        for line in sheet.read_text("utf-8").splitlines():
            name, _, text = line.strip().replace("：", ":", 1).partition(":")
            if name.isupper() and text:
                checked += 1
                assert unreadable(text, language) == (), f"{sheet.name}: {line}"
    assert checked > 20

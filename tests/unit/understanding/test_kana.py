"""Words written in kana are brought back; numbers said in words become digits; the spelling does not decide."""

import pytest

from trainer.lexicon.loading import Parts
from trainer.understanding.features import REPLY_NAMES, measured
from trainer.understanding.japanese import without_hesitation
from trainer.understanding.kana import KanaWords, readings_of
from trainer.understanding.menu import Menu
from trainer.understanding.reading import Texts

WORDS = [
    tuple(pair.split())
    for pair in ("探す さがす", "泊まる とまる", "トイレ といれ", "駅 えき", "食べる たべる", "宿泊 しゅくはく")
]


@pytest.fixture(scope="module")
def texts():
    return Texts(Parts().reader(), Parts().glossary())


@pytest.mark.parametrize(
    ("kana", "written"),
    [
        ("といれはどこですか", "トイレはどこですか"),
        ("えきをさがしています", "駅を探しています"),
        ("とまりたいです", "泊まりたいです"),
        ("たべられません", "食べられません"),
        ("にはくでさんにんです", "2泊で3人です"),
        ("じゅうごにちからしゅくはくします", "15日から宿泊します"),
        ("ご/いちごのいちれい:よんれいです", "5/15の10:40です"),
        ("さん/にさんににめいです", "3/23に、2名です"),
        ("じゅうよっかのくじはんです", "14日の9時半です"),
        ("にしくがいいです", "西区がいいです"),
        ("さんがいでやすめのえき", "3階で安めの駅"),
        ("いいえ、けっこうです", "いいえ、けっこうです"),
    ],
)
def test_kana_are_laid_out_in_known_words(kana, written):
    assert KanaWords((), readings_of(WORDS)).restored(kana) == written


def test_a_moments_own_word_goes_before_another_of_the_same_sound(texts):
    known = {"とまる": "止まる", "とまり": "止まり"}
    here = texts.reader.read("どこに泊まれますか")
    assert KanaWords(here, known).restored("とまりたいです") == "泊まりたいです"


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("いちいちじごれいふん", "いちいちじごれいふん"),
        ("いろいろとおしえて", "いろいろとおしえて"),
        ("それと、とうじつ", "それと、とうじつ"),
        ("と、とうじつ", "とうじつ"),
        ("タ、タクシー", "タクシー"),
        ("予約、予約をしたい", "予約をしたい"),
    ],
)
def test_only_false_starts_are_taken_for_false_starts(said, kept):
    assert without_hesitation(said) == kept


def test_kana_inside_ordinary_writing_stay_kana(texts):
    kana = KanaWords(texts.reader.read("袋をください"), {"えき": "駅"})
    assert kana.restored("荷物を持ってえきへ行きます") == "荷物を持ってえきへ行きます"


def like(texts, said, *replies):
    examples = tuple(example for reply in replies for example in reply)
    menu = Menu([[texts.read(each, "ja") for each in reply] for reply in replies], None)
    table, _ = measured(texts.read(said, "ja", texts.kana(examples, "ja")), menu, None)
    return {name: table[:, REPLY_NAMES.index(name)] for name in ("letters", "exact", "kinds_new", "opposed")}


def test_an_example_said_in_kana_or_other_kanji_is_that_example(texts):
    replies = (("袋をください", "袋が要ります"), ("温めてください",))
    for said in ("ふくろをください", "袋を下さい"):
        assert like(texts, said, *replies)["exact"].tolist() == [1.0, 0.0]
    assert like(texts, "あたためてください", *replies)["letters"].argmax() == 1


def test_a_detail_that_no_example_gives_is_seen(texts):
    found = like(texts, "二人で3泊お願いします", ("二人で19時にお願いします",), ("一人で2泊します",))
    assert found["kinds_new"][0] > found["kinds_new"][1] == 0.0


def test_the_opposite_of_an_example_speaks_against_its_reply(texts):
    found = like(texts, "熱いほうで", ("冷たいのをください",), ("アイスじゃなくてホットで",))
    assert found["opposed"][0] > 0.0 >= found["opposed"][1]


def test_dates_and_clocks_are_read_as_they_are_said(texts):
    assert texts.read("7/13の10:30です", "ja").clean == "7月13日の10時30分です"
    assert texts.read("1/2/3と12:345", "ja").clean == "1/2/3と12:345"

"""Numbers and their counters, words with two readings, and every Japanese line of the shipped scenes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pyopenjtalk
import pytest

from trainer.lexicon.japanese import furigana, reading
from trainer.packs.builder import build_scene
from trainer.readings.counters import counted, number_reading
from trainer.script import Cue, Line, Moment, Scene, Step
from trainer.speaking.pronounce import spoken, unreadable
from trainer.storage.paths import scenarios
from trainer.understanding.readers import hiragana

KANJI = re.compile(r"[一-鿿㐀-䶿々]")
SHEETS = sorted(scenarios().glob("*/scenes/*.scene.txt"))


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "ぜろ"),
        (10, "じゅう"),
        (365, "さんびゃくろくじゅうご"),
        (620, "ろっぴゃくにじゅう"),
        (808, "はっぴゃくはち"),
        (1300, "せんさんびゃく"),
        (3000, "さんぜん"),
        (8800, "はっせんはっぴゃく"),
        (15_000, "いちまんごせん"),
        (1_000_000, "ひゃくまん"),
    ],
)
def test_numbers(number: int, said: str) -> None:
    assert number_reading(number) == said


@pytest.mark.parametrize(
    "row",
    [
        "一枚=いちまい 二枚=にまい 四枚=よんまい 十枚=じゅうまい",
        "一本=いっぽん 二本=にほん 三本=さんぼん 四本=よんほん 六本=ろっぽん 八本=はっぽん 十本=じゅっぽん",
        "一杯=いっぱい 三杯=さんばい 六杯=ろっぱい 一匹=いっぴき 三匹=さんびき",
        "一分=いっぷん 二分=にふん 三分=さんぷん 四分=よんぷん 五分=ごふん 六分=ろっぷん 八分=はっぷん",
        "十五分=じゅうごふん 三十分=さんじゅっぷん 二十三分=にじゅうさんぷん 40分=よんじゅっぷん",
        "一回=いっかい 三回=さんかい 六回=ろっかい 十回=じゅっかい 一階=いっかい 三階=さんがい",
        "一冊=いっさつ 六冊=ろくさつ 十一冊=じゅういっさつ 一個=いっこ 六個=ろっこ 一歳=いっさい 八歳=はっさい",
        "一歩=いっぽ 三歩=さんぽ 一週間=いっしゅうかん 二週間=にしゅうかん 一か月=いっかげつ 六か月=ろっかげつ",
        "百円=ひゃくえん 三百円=さんびゃくえん 六百円=ろっぴゃくえん 千円=せんえん 四円=よえん",
        "520円=ごひゃくにじゅうえん",
        "一時=いちじ 四時=よじ 七時=しちじ 九時=くじ 十四時=じゅうよじ 四時間=よじかん",
        "一人=ひとり 二人=ふたり 三人=さんにん 四人=よにん 七人=ななにん 三人目=さんにんめ",
        "一つ=ひとつ 三つ=みっつ 四つ目=よっつめ 九つ=ここのつ 一晩=ひとばん",
        "二日=ふつか 三日=みっか 十日=とおか 二十日=はつか 十五日=じゅうごにち 十七日=じゅうしちにち 四月=しがつ",
        "何本=なんぼん 何分=なんぷん 何歩=なんぽ 何回=なんかい 何冊=なんさつ 数分=すうふん 数日=すうじつ",
        "一行=いちぎょう 四年=よねん 九歳=きゅうさい 二十歳=はたち",
    ],
)
def test_counters(row: str) -> None:
    for pair in row.split():
        written, said = pair.split("=")
        assert [each for _, _, each in counted(written)] == [said], written


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("週に一日から", "しゅうにいちにちから"),
        ("三月一日です", "さんがつついたちです"),
        ("二、三日なら", "にさんにちなら"),
        ("それで十分です", "それでじゅうぶんです"),
        ("次は十分後です", "つぎはじゅっぷんごです"),
        ("もう十分見ました", "もうじゅうぶんみました"),
        ("一緒に言ってください", "いっしょにいってください"),
        ("次の人、次の方", "つぎのひと、つぎのかた"),
        ("門は開いています", "もんはあいています"),
        ("雨が降りそう", "あめがふりそう"),
        ("お降りの方は", "おおりのかたは"),
        ("第一声", "だいいっせい"),
    ],
)
def test_words_with_two_readings(written: str, said: str) -> None:
    assert reading(written) == said


def test_a_sheet_gives_its_own_readings() -> None:
    own = (("平野", "ひらの"), ("十分", "じゅっぷん"))
    assert furigana("平野です", own) == (("平野", "ひらの"), ("です", ""))
    assert reading("十分ですか", own) == "じゅっぷんですか"
    assert spoken("平野です", "ja", dict(own)).text == "ひらのです"


# --- the shipped scenes ----------------------------------------------------------------------------------------


@cache
def scene_of(place: int) -> Scene:
    sheet = SHEETS[place]
    words = (sheet.parent.parent / "translations" / "ja" / sheet.name).read_text("utf-8")
    scene = build_scene(sheet.read_text("utf-8"), words).scene
    assert scene is not None
    return scene


def steps_of(moment: Moment) -> Iterator[Step]:
    yield from moment.opening
    yield from moment.repeat
    for reply in moment.replies:
        yield from reply.steps
    for block in (*(silence.steps for silence in moment.silences), *moment.unclear, *moment.unheard):
        yield from block


def texts(scene: Scene) -> Iterator[str]:
    yield from (scene.title, scene.about, scene.where, scene.expect, *scene.closing, *scene.warnings)
    for moment in (scene.anywhere, *scene.moments):
        yield from moment.hints
        for reply in moment.replies:
            yield reply.label
            yield from reply.examples
        for step in steps_of(moment):
            if isinstance(step, Line):
                yield from (wording.text for wording in step.wordings)
            elif isinstance(step, Cue):
                yield step.text


@pytest.mark.parametrize("place", range(len(SHEETS)), ids=lambda place: SHEETS[place].name)
def test_every_line_can_be_read(place: int) -> None:
    scene = scene_of(place)
    for text in dict.fromkeys(texts(scene)):
        assert not unreadable(text, "ja"), text
        pieces = furigana(text, scene.readings)
        assert "".join(surface for surface, _ in pieces) == text
        for surface, said in pieces:
            assert bool(KANJI.search(surface)) == bool(said), (surface, text)
            assert re.fullmatch(r"[ぁ-ゖー]*", said), (surface, said, text)


ROWS = (
    "あかさたなはまやらわがざだばぱゃ",
    "いきしちにひみりぎじぢびぴ",
    "うくすつぬふむゆるぐずづぶぷゅ",
    "えけせてねへめれげぜでべぺ",
    "おこそとのほもよろをごぞどぼぽょ",
)
VOWELS = {sign: row[0] for row in ROWS for sign in row}
SAME = str.maketrans("はへをづぢ", "わえおずじ")


def sound(text: str) -> str:
    """Kana as they sound: particles, long vowels and the two spellings of ji and zu are made one."""
    said = ""
    for sign in hiragana(text):
        before = VOWELS.get(said[-1:], "")
        long = (sign == "う" and before == "お") or (sign == "い" and before == "え")
        said += before if sign == "ー" or long else sign
    return re.sub(r"[^ぁ-ん]", "", said.translate(SAME))


NUMBERS = re.compile(r"[〇一二三四五六七八九十百千何数0-9]|[上下]|方|後|開|言|人|家|外")


@pytest.mark.filterwarnings("ignore:Dictionary.create")  # pyopenjtalk's own use of its dictionary
@pytest.mark.parametrize("place", range(len(SHEETS)), ids=lambda place: SHEETS[place].name)
def test_the_voice_says_what_stands_above_the_kanji(place: int) -> None:
    """Where a number or a word with two readings stands, ear and eye get the same."""
    scene = scene_of(place)
    own = dict(scene.readings)
    for text in dict.fromkeys(texts(scene)):
        plain = re.sub(r"\{[^}]*\}", "", text)
        if (
            NUMBERS.search(plain)
            and not re.search(r"[A-Za-z]", plain)
            and not re.search("[こそ]う(いう|言)|いいえ", plain)
        ):
            heard = sound(pyopenjtalk.g2p(spoken(plain, "ja", own).text, kana=True))
            assert heard == sound(reading(re.sub(r"[（(].*?[）)]", "", plain), scene.readings)), text

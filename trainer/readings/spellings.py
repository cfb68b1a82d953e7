"""Written Japanese that is said otherwise than a dictionary says first: one table for furigana and for the voice."""

# full-width punctuation is meant here
# ruff: noqa: RUF001

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from trainer.readings.counters import counted

SAID_OTHERWISE: tuple[tuple[str, str], ...] = (
    (r"何名様", "なんめいさま"),
    (r"何分(?!か)", "なんぷん"),
    (r"何時(?!でも|も|の間)", "なんじ"),
    (r"何度", "なんど"),
    (r"何人", "なんにん"),
    (r"何年", "なんねん"),
    (r"何日", "なんにち"),
    (r"何曜日", "なんようび"),
    (r"何歩", "なんぽ"),
    (r"何歳", "なんさい"),
    (r"何種類", "なんしゅるい"),
    (r"何色", "なにいろ"),
    (r"何か月", "なんかげつ"),
    (r"何(?=でしょう|でも|です|だろ|だっ|か月|週間|の|と[言伝思お]|で(?!き))", "なん"),
    (r"座(?=[っりるらろれ])", "すわ"),
    (r"(?<!を)開いて(?=い|る|ま|た)", "あいて"),
    (r"(?<=[がはも、])開いて", "あいて"),
    (r"(?<![東西南北]の)(?<!ちらの)(?<=の)方(?=[、。？?もをで]|は|には|$)", "かた"),
    (r"(?<=次の)方|(?<=けの)方(?=も)|(?<=ういう)方", "かた"),
    (r"お店の方(?!が|へ|に行)", "お店のかた"),
    (r"(?<=次の)人(?![目物])", "ひと"),
    (r"お降り", "おおり"),
    (r"(?<=[雨雪]が)降り", "ふり"),
    (r"(?<=[までれで]で)十分|(?<=これで)十分|(?<=もう)十分|十分(?=でし)", "じゅうぶん"),
    (r"少し", "すこし"),
    (r"(?<![一二三四五六七八九])十分(?=くらい|ぐらい|ほど|後|前|間|ごと|待|で[終着]|だけ|以内|から)", "じゅっぷん"),
    (r"(?:(?<=分と)|(?<=分か)|(?<=分や)|(?<=分でも))十分", "じゅっぷん"),
    (r"(?<!十)五分(?!五分|咲|袖|刈)", "ごふん"),
    (r"(?<=[間月年日分時])後(?![半])", "ご"),
    (r"今日", "きょう"),
    (r"電話口", "でんわぐち"),
    (r"読み取り口", "よみとりぐち"),
    (r"入り方", "はいりかた"),
    (r"第一声", "だいいっせい"),
    (r"百円玉", "ひゃくえんだま"),
    (r"(?<![一-鿿])外(?=[にへでの、。]|は(?!ず)|$)", "そと"),
    (r"(?<![一-鿿])家(?=[にでのをかはもへと、。])", "いえ"),
    (r"(?<=間)家(?=[にで])", "いえ"),
    (r"宇宙人", "うちゅうじん"),
    (r"一日中", "いちにちじゅう"),
    (r"(?<=同じ)人(?![一-鿿])", "ひと"),
    (r"(?<![〇一二三四五六七八九十])二分(?=[いたっだでぐくほ後前のはも、。]|$)", "にふん"),
    (r"シール貼", "シールは"),
    (r"(?<=いちばん)好き", "すき"),
    (r"二、三日", "にさんにち"),
    (r"四つ(?=目)", "よっつ"),
    (r"一行(?!為|動|事)", "いちぎょう"),
    (r"(?<![〇一二三四五六七八九十])三行", "さんぎょう"),
    (r"何回", "なんかい"),
    (r"三つ(?=折っ)", "みっつ"),
    (r"合わせ鏡", "あわせかがみ"),
    (r"買い物袋", "かいものぶくろ"),
    (r"断っ(?=[てた])", "ことわっ"),
    (r"(?<=ほとんど)人(?=が)", "ひと"),
    (r"ひと月", "ひとつき"),
    (r"空く(?=の)", "あく"),
    (r"(?<![ぁ-ん一-鿿])はは(?=[。、！!…]|$)", "ハハ"),
    (r"お家", "おうち"),
    (r"人気のない", "ひとけのない"),
    (r"身体", "からだ"),
    (r"(?<![一-鿿0-9])年(?=だけ)", "とし"),
    (r"一昨日", "おととい"),
    (r"昨日", "きのう"),
    (r"明後日", "あさって"),
    (r"美味し", "おいし"),
    (r"急(?=が[さしずなれ])", "いそ"),
    (r"重(?=そう)", "おも"),
    (r"正し(?=[くいか])", "ただし"),
    (r"レジ袋", "レジぶくろ"),
    (r"世間話", "せけんばなし"),
    (r"いい靴", "いいくつ"),
    (r"箱(?=折|貼)", "はこ"),
    (r"本当", "ほんとう"),
    (r"(?<=\d)/(?=\d)", "分の"),
)
"""(pattern, what is said); first match wins. Found by reading counter talk through pyopenjtalk-plus and Sudachi and
writing down what came out otherwise (何名様 as ナニメーサマ, お家 as オイエ, 開いて as ヒライテ)."""

_KANJI = re.compile(r"[一-鿿㐀-䶿々〆ヶ]")


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), said) for pattern, said in SAID_OTHERWISE if _KANJI.search(pattern))


def fixed_readings(text: str, own: Mapping[str, str] | None = None) -> list[tuple[int, int, str]]:
    """(first, end, reading) wherever the reading does not depend on a dictionary.

    `own` are the readings a sheet gives (平野 -> ひらの); they win, the longest first. Then the table, then counters.
    """
    found: list[tuple[int, int, str]] = []

    def take(first: int, end: int, said: str) -> None:
        if end > first and all(end <= other or first >= last for other, last, _ in found):
            found.append((first, end, said))

    for written in sorted(own or {}, key=len, reverse=True):
        for match in re.finditer(re.escape(written), text):
            take(*match.span(), (own or {})[written])
    for pattern, said in _patterns():
        for match in pattern.finditer(text):
            if _KANJI.search(match.group()):
                take(*match.span(), said)
    for first, end, said in counted(text):
        take(first, end, said)
    return sorted(found)

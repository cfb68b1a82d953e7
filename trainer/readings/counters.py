"""How a Japanese number and the counter after it are read together: いっぽん, さんぷん, ろっぴゃくえん, むいか."""

from __future__ import annotations

import re

_DIGIT = {char: value for value, char in enumerate("〇一二三四五六七八九")}
_UNIT = {"十": 10, "百": 100, "千": 1000}
_ONES = ("", *["いち", "に", "さん", "よん", "ご", "ろく", "なな", "はち", "きゅう"])
_DAYS = dict(
    zip(
        (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 14, 20, 24),
        [
            "ついたち",
            "ふつか",
            "みっか",
            "よっか",
            "いつか",
            "むいか",
            "なのか",
            "ようか",
            "ここのか",
            "とおか",
            "じゅうよっか",
            "はつか",
            "にじゅうよっか",
        ],
        strict=True,
    )
)
_THINGS = dict(enumerate(["ひと", "ふた", "みっ", "よっ", "いつ", "むっ", "なな", "やっ", "ここの"], start=1))

_PLAIN = {
    "枚": "まい", "台": "だい", "番": "ばん", "度": "ど", "名": "めい", "円": "えん", "行": "ぎょう", "段": "だん",
    "秒": "びょう", "時間": "じかん", "分間": "ふんかん", "年間": "ねんかん", "語": "ご", "問": "もん",
    "番目": "ばんめ", "倍": "ばい", "畳": "じょう", "割": "わり", "文字": "もじ", "駅": "えき",
    "列": "れつ", "代": "だい",
}  # fmt: skip
_DOUBLED = {
    "回": "かい", "個": "こ", "か月": "かげつ", "ヶ月": "かげつ", "か所": "かしょ", "冊": "さつ", "歳": "さい",
    "才": "さい", "週": "しゅう", "週間": "しゅうかん", "周": "しゅう", "足": "そく", "席": "せき", "通": "つう",
    "点": "てん", "頭": "とう", "種類": "しゅるい", "世紀": "せいき", "件": "けん", "曲": "きょく", "階": "かい",
    "軒": "けん", "口": "くち",
}  # fmt: skip
"""Counters before which 1, 8 and 10 (and 6 before k) are cut short: いっかい, じゅっさつ."""

_WITH_H = {"本": "ほん", "杯": "はい", "匹": "ひき", "歩": "ほ", "分": "ふん", "泊": "はく", "票": "ひょう"}
_SOFT = {"は": ("ば", "ぱ"), "ひ": ("び", "ぴ"), "ふ": ("ぶ", "ぷ"), "へ": ("べ", "ぺ"), "ほ": ("ぼ", "ぽ")}
_THREE_WITH_P = frozenset({"分", "歩", "泊"})
_THREE_VOICED = {"階": "がい", "足": "ぞく", "軒": "げん"}
_WHOLE = {"一人": "ひとり", "二人": "ふたり", "一晩": "ひとばん", "二晩": "ふたばん", "一組": "ひとくみ",
          "一口": "ひとくち", "一言": "ひとこと", "一月": "いちがつ", "一声": "ひとこえ", "二言": "ふたこと",
          "一息": "ひといき", "一部屋": "ひとへや", "二十歳": "はたち", "一日中": "いちにちじゅう"}  # fmt: skip
_FOUR_SHORT = {
    "時": "じ",
    "時間": "じかん",
    "人": "にん",
    "年": "ねん",
    "円": "えん",
    "年間": "ねんかん",
    "年生": "ねんせい",
}
_OCLOCK = {4: "よ", 7: "しち", 9: "く"}

_COUNTERS = sorted(
    {*_PLAIN, *_DOUBLED, *_WITH_H, *_FOUR_SHORT, "人目", "日間", "日", "月", "つ", "晩"}, key=len, reverse=True
)
_DIGITS = r"[0-9０-９]{1,6}|[〇一二三四五六七八九十百千万]{1,9}"
_COUNTED = re.compile(rf"(?P<number>{_DIGITS}|[何数])(?P<counter>{'|'.join(_COUNTERS)})(?P<th>目?)")
_ALONE = re.compile(rf"(?<![一-鿿0-9０-９])(?:{_DIGITS})")
_NOT_NUMBERS = re.compile(
    r"一(?:緒|瞬|般|応|種|致|方|部|定|生|切|杯(?=[でにのなだ]?(?:食|書|あ|い|す))|角|面|体|列|気|段(?=と))"
    r"|(?:十分|一日|二日|三日|四日|五日|六日)(?=市)|十分(?!くらい|ぐらい|ほど|後|前|間|ごと|待|だけ|以|か|と|や|し|さ)"
)
_DAY_OF_MONTH = re.compile(r"(?:月の?|日付は)$")


def number_reading(value: int) -> str:
    """A whole number below a hundred million: 620 is ろっぴゃくにじゅう."""
    if value == 0:
        return "ぜろ"
    myriads, rest = divmod(value, 10_000)
    said = f"{number_reading(myriads)}まん" if myriads else ""
    thousands, rest = divmod(rest, 1000)
    hundreds, rest = divmod(rest, 100)
    tens, ones = divmod(rest, 10)
    if thousands:
        said += {1: "せん", 3: "さんぜん", 8: "はっせん"}.get(thousands, _ONES[thousands] + "せん")
    if hundreds:
        odd = {1: "ひゃく", 3: "さんびゃく", 6: "ろっぴゃく", 8: "はっぴゃく"}
        said += odd.get(hundreds, _ONES[hundreds] + "ひゃく")
    if tens:
        said += ("" if tens == 1 else _ONES[tens]) + "じゅう"
    return said + _ONES[ones]


def counted(text: str) -> list[tuple[int, int, str]]:
    """(first character, character after the last, reading) of every number with its counter, and of bare numbers."""
    found: list[tuple[int, int, str]] = []
    taken = 0
    for match in _COUNTED.finditer(text):
        if match.start() < taken or _NOT_NUMBERS.match(text, match.start()):
            continue
        said = _together(text, match)
        if said:
            found.append((match.start(), match.end(), said))
            taken = match.end()
    for match in _ALONE.finditer(text):
        alone = len(match.group()) > 1 or match.group().isdecimal()
        if (
            alone
            and not _NOT_NUMBERS.match(text, match.start())
            and all(match.end() <= first or match.start() >= end for first, end, _ in found)
        ):
            found.append((match.start(), match.end(), number_reading(_value(match.group()))))
    return sorted(found)


def _value(number: str) -> int:
    before, myriad, after = number.partition("万")
    if not myriad:
        return _below_a_myriad(number)
    return (_below_a_myriad(before) or 1) * 10_000 + _below_a_myriad(after)


def _below_a_myriad(number: str) -> int:
    """Digits (full width too) or kanji; "" is 0."""
    if number.isdecimal():
        return int(number)
    total = ones = 0
    for char in number:
        if char in _DIGIT:
            ones = ones * 10 + _DIGIT[char]
        else:
            total, ones = total + (ones or 1) * _UNIT[char], 0
    return total + ones


def _together(text: str, match: re.Match[str]) -> str:
    """The reading of number and counter; "" when this is no number here."""
    number, counter = match["number"], match["counter"]
    th = "め" if match["th"] else ""
    whole = _WHOLE.get(number + counter)
    if whole is not None:
        return whole + th
    if number in ("何", "数"):
        return _how_many(number, counter, th)
    value = _value(number)
    if counter == "つ":
        return f"{_THINGS[value]}つ{th}" if value in _THINGS else ""
    if counter == "日":
        return _day(text, match.start(), value) + th
    if counter == "月":
        return (
            {4: "しがつ", 7: "しちがつ", 9: "くがつ"}.get(value, number_reading(value) + "がつ") if value <= 12 else ""
        )
    return _joined(value, counter) + th


def _how_many(number: str, counter: str, th: str) -> str:
    """何本, 数分: before 何 a counter is read as after three."""
    if counter in ("つ", "語", "代") or (number == "数" and counter in ("字", "月")):
        return ""
    begin = "なん" if number == "何" else "すう"
    if counter == "日":
        return ("なんにち" if number == "何" else "すうじつ") + th
    if counter == "月":
        return "なんがつ"
    three = _joined(3, counter).removeprefix("さん")
    if number == "数" and counter in _WITH_H:
        three = _WITH_H[counter]
    return begin + three + th


def _day(text: str, start: int, value: int) -> str:
    """二十日 is はつか; 一日 is a day (いちにち) unless a month stands before it."""
    if value == 1 and not _DAY_OF_MONTH.search(text[:start]):
        return "いちにち"
    if value == 3 and text[:start].endswith("二、"):
        return "さんにち"
    return _DAYS.get(value, number_reading(value).removesuffix("なな") + ("しち" if value % 10 == 7 else "") + "にち")


def _joined(value: int, counter: str) -> str:
    """Number and counter with what they do to each other: さんぼん, いっかい, よじ."""
    said, last = number_reading(value), value % 10
    base = counter.removesuffix("目")
    if base in ("時", "時間") and last in _OCLOCK and value < 25:
        return said[: -len(_ONES[last])] + _OCLOCK[last] + _FOUR_SHORT[base]
    if base in _FOUR_SHORT:
        return (
            (said[: -len("よん")] + "よ" if last == 4 else said) + _FOUR_SHORT[base] + ("め" if base != counter else "")
        )
    if counter == "日間":
        return (_DAYS[value] if 1 < value <= 10 else said + "にち") + "かん"
    if counter == "晩":
        return said + "ばん"
    if counter in _PLAIN and counter != "分間":
        return said + _PLAIN[counter]
    if counter in _DOUBLED:
        return _doubled(value, said, counter)
    return _with_h(value, said, "分" if counter == "分間" else counter) + ("かん" if counter == "分間" else "")


def _doubled(value: int, said: str, counter: str) -> str:
    sound, last = _DOUBLED[counter], value % 10
    if last == 3 and counter in _THREE_VOICED:
        return said + _THREE_VOICED[counter]
    if last == 6 and sound[0] not in "かきくけこ":
        return said + sound
    return _short(value, said) + sound


def _with_h(value: int, said: str, counter: str) -> str:
    sound, last = _WITH_H[counter], value % 10
    voiced, hard = _SOFT[sound[0]]
    short = _short(value, said)
    if short != said:
        return short + hard + sound[1:]
    if last == 3 or (last == 0 and value % 10_000 in (1000, 3000)):
        return said + (hard if counter in _THREE_WITH_P else voiced) + sound[1:]
    if last == 4 and counter in ("分", "泊"):
        return said + hard + sound[1:]
    return said + sound


def _short(value: int, said: str) -> str:
    """いっ, ろっ, はっ, じゅっ, ひゃっ before a sound that doubles; else the number as it is."""
    for tail, cut in (("いち", "いっ"), ("ろく", "ろっ"), ("はち", "はっ"), ("じゅう", "じゅっ"), ("ひゃく", "ひゃっ"),
                      ("びゃく", "びゃっ"), ("ぴゃく", "ぴゃっ")):  # fmt: skip
        if said.endswith(tail) and value:
            return said.removesuffix(tail) + cut
    return said

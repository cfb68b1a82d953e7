"""Tables for pronounce.py: how signs, short forms and ambiguous Japanese words are said aloud.

Each row is (pattern, what is said). Japanese rows were found by reading counter talk through pyopenjtalk-plus and
writing down what came out otherwise (何名様 as ナニメーサマ, お家 as オイエ, 開いて as ヒライテ).
"""

# full-width punctuation is meant here
# ruff: noqa: RUF001

from __future__ import annotations

ENGLISH_WORDS: tuple[tuple[str, str], ...] = (
    (r"\b[Ee]\.g\.,?", "for example,"),
    (r"\b[Ii]\.e\.,?", "that is,"),
    (r"\b[Ee]tc\b\.?", "et cetera"),
    (r"\b[Vv]s\b\.?", "versus"),
    (r"\bNo\. ?(?=\d)", "number "),
    (r"\b[Mm]+-?[Hh]+m+\b", "um-hum"),
    (r"\b[Mm]{2,}\b", "hmm"),
    (r"\b[Hh]m\b", "hmm"),
    (r"\b[Uu]hm\b", "um"),
    (r"\b[Ss]h+\b", "hush"),
    (r"\b([Pp]|[Ww])hew\b", "few"),
    (r"\bo'clock\b", "o'clock"),
)

ENGLISH_SIGNS: dict[str, str] = {
    "&": " and ",
    "%": " percent",
    "+": " plus ",
    "=": " equals ",
    "@": " at ",
    "#": " number ",
    "°": " degrees",
    "№": " number ",
    "×": " times ",
    "÷": " divided by ",
    "€": " euros ",
    "£": " pounds ",
    "¥": " yen ",
    "$": " dollars ",
}

JAPANESE_SIGNS: dict[str, str] = {
    "&": "アンド",
    "%": "パーセント",
    "+": "プラス",
    "=": "イコール",
    "@": "アット",
    "#": "シャープ",
    "℃": "度",
    "°": "度",
    "№": "ナンバー",
    "×": "かける",
    "÷": "わる",
    "€": "ユーロ",
    "£": "ポンド",
    "¥": "円",
    "$": "ドル",
    "〒": "郵便番号",
    "々": "々",
}

_COUNTERS = (
    "名様|名|人|個|本|枚|円|分|度|番|階|曜日|月|日|回|歳|才|点|台|杯|冊|泊|食|組|線|番線|メートル|グラム|パーセント"
)

JAPANESE_WORDS: tuple[tuple[str, str], ...] = (
    (rf"何(?=(?:{_COUNTERS}))", "なん"),
    (r"何時(?!でも|も|の間)", "なんじ"),
    (r"お家", "おうち"),
    (r"(?<=[がはも、])開いて", "あいて"),
    (r"お店の方(?!が|へ|に行)", "お店のかた"),
    (r"人気のない", "ひとけのない"),
    (r"身体", "からだ"),
    (r"昨日", "きのう"),
    (r"一昨日", "おととい"),
    (r"明後日", "あさって"),
    (r"美味し", "おいし"),
    (r"(?<=\d)/(?=\d)", "分の"),
)
"""First match wins; a pack or the trainee may add rows of its own (`readings=` in pronounce.spoken)."""

_LETTERS = (
    "エー ビー シー ディー イー エフ ジー エイチ アイ ジェー ケー エル エム エヌ オー "
    "ピー キュー アール エス ティー ユー ブイ ダブリュー エックス ワイ ゼット"
)
LETTERS_IN_JAPANESE: dict[str, str] = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", _LETTERS.split(), strict=True))
"""A letter that stands alone ("A席"): openjtalk drops it."""

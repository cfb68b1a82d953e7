"""Tables for pronounce.py: how signs, short forms and ambiguous Japanese words are said aloud.

Each row is (pattern, what is said).
"""

# full-width punctuation is meant here
# ruff: noqa: RUF001

from __future__ import annotations

from trainer.readings.spellings import SAID_OTHERWISE

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

JAPANESE_WORDS = SAID_OTHERWISE
"""The table shared with furigana; a sheet may add rows of its own (`readings=` in pronounce.spoken)."""

_LETTERS = (
    "エー ビー シー ディー イー エフ ジー エイチ アイ ジェー ケー エル エム エヌ オー "
    "ピー キュー アール エス ティー ユー ブイ ダブリュー エックス ワイ ゼット"
)
LETTERS_IN_JAPANESE: dict[str, str] = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", _LETTERS.split(), strict=True))
"""A letter that stands alone ("A席"): openjtalk drops it."""

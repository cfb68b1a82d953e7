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

JAPANESE_WORDS: tuple[tuple[str, str], ...] = (
    (r"何名様", "なんめいさま"),
    (r"何分(?!か)", "なんぷん"),
    (r"何時(?!でも|も|の間)", "なんじ"),
    (r"何(?=でしょう|でも|です|だろ|だっ)", "なん"),
    (r"座(?=[っりるらろれ])", "すわ"),
    (r"(?<!を)開いて(?=い|る|ま|た)", "あいて"),
    (r"(?<=[がはも、])開いて", "あいて"),
    (r"(?<![東西南北]の)(?<!ちらの)(?<=の)方(?=[、。？?もをで]|は|には|$)", "かた"),
    (r"お店の方(?!が|へ|に行)", "お店のかた"),
    (r"お降り", "おおり"),
    (r"十分(?=くらい|ぐらい|ほど|後|前|間|ごと|待|で[終着])", "じゅっぷん"),
    (r"(?:(?<=分と)|(?<=分か)|(?<=分や)|(?<=分でも))十分", "じゅっぷん"),
    (r"(?<!十)五分(?!五分|咲|袖|刈)", "ごふん"),
    (r"(?<![ぁ-ん一-鿿])はは(?=[。、！!…]|$)", "ハハ"),
    (r"お家", "おうち"),
    (r"人気のない", "ひとけのない"),
    (r"身体", "からだ"),
    (r"一昨日", "おととい"),
    (r"昨日", "きのう"),
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

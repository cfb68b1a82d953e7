"""The marks, keywords and closed lists of the scene sheet, in both languages, and how names are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from trainer.script import Tone

SPACES = " \t\u3000\u00a0\u2002\u2003\u2009\u202f"
"""What counts as a space: an IME types the ideographic one, office programs the others."""

BYTE_ORDER_MARK = "\ufeff"
COLONS = ":：﹕"
EQUALS = "=＝"
OPENING_BRACKETS = "(（"
CLOSING_BRACKETS = ")）"
BARS = "|｜"
COMMAS = ",、，､"

NOTE = re.compile(r"(?:[/／]{2}|※)")
MOMENT = re.compile(r"[=＝]{2,}")
ARROW = re.compile(r"(?:[-－ー−‐–—][>＞]|[→⇒]|[=＝][>＞])")
CUE = re.compile(r"[@＠]")
REPLY = re.compile(r"[>＞]")
EXAMPLE = re.compile(r"[-－ー−‐–—•]")
WORDING = re.compile(r"[/／]")
DOT = re.compile(r"[・･]")
"""In a Japanese IME the `/` key types this: "or" under a spoken line, an example under a reply."""

RULE = re.compile(r"(?:[-－ー−‐–—─]{3,}|[=＝]{3,}|[*＊]{3,}|[_＿]{3,})\Z")
"""A line of dashes or equals signs, drawn for looks."""

FIRST_CHARACTERS = frozenset("/／※=＝-－ー−‐–—─→⇒@＠>＞•・･*＊_＿")
"""A line that begins with none of these begins with a word."""

HEAD_KEYS: dict[str, str] = {
    "scene": "scene", "場面": "scene",
    "id": "id",
    "language": "language", "言語": "language",
    "level": "level", "レベル": "level",
    "about": "about", "説明": "about",
    "place": "place", "場所": "place",
    "setting": "setting", "背景": "setting",
    "warning": "warning", "注意": "warning",
    "minutes": "minutes", "分": "minutes",
    "expect": "expect", "予想": "expect",
    "hardest": "hardest", "いちばん難しい": "hardest", "一番難しい": "hardest",
    "closing": "closing", "しめくくり": "closing",
    "for facilitators": "facilitators", "支援者へ": "facilitators",
    "translation of": "translation", "翻訳元": "translation",
}  # fmt: skip
"""Keywords followed directly by a colon -> their one name."""

NAMED_KEYS: dict[str, str] = {
    "person": "person", "人物": "person",
    "goal": "goal", "目標": "goal",
    "slot": "slot", "聞き取る言葉": "slot",
    "memory": "memory", "覚えておく": "memory",
    "dial": "dial", "負荷": "dial",
    "reading": "reading", "読み": "reading",
}  # fmt: skip
"""Keywords followed by a name: `person CLERK: ...`, `目標　名乗る：...`."""

STEP_SIZES: dict[str, str] = {
    "small": "small", "小": "small", "小さく": "small",
    "middle": "middle", "中": "middle", "medium": "middle",
    "large": "large", "大": "large", "大きく": "large",
}  # fmt: skip

TONE_WORDS: dict[str, Tone] = {
    "softly": "softly", "そっと": "softly", "小さな声で": "softly",
    "slower": "slower", "slowly": "slower", "ゆっくり": "slower",
    "brighter": "brighter", "brightly": "brighter", "明るく": "brighter",
    "tired": "tired", "疲れて": "tired",
}  # fmt: skip

DIAL_WORDS: dict[str, str] = {
    "queue": "queue", "列": "queue",
    "noise": "noise", "騒音": "noise",
    "speed": "speed", "速さ": "speed",
    "eyes": "eyes", "目線": "eyes",
    "warmth": "warmth", "温かさ": "warmth",
    "unheard": "unheard", "聞き返され": "unheard",
    "surprise": "surprise", "意外な質問": "surprise",
    "pause": "pause", "間": "pause",
    "time": "time", "時間帯": "time",
}  # fmt: skip

DESTINATIONS: dict[str, str] = {
    "end": "end", "終わり": "end", "おわり": "end",
    "again": "again", "もう一度": "again", "もういちど": "again",
    "back": "back", "戻る": "back", "もどる": "back",
}  # fmt: skip
"""The built-in places an arrow can go to."""

ANYWHERE_WORDS = frozenset({"anywhere", "どこでも"})
ON_PURPOSE_WORDS = frozenset({"on purpose", "わざと"})
OPTIONAL_WORDS = frozenset({"optional", "できれば", "任意"})
KEEP_WORDS = frozenset({"keep", "次回も", "次も"})
OK_WORDS = ("ok", "了承")

LANGUAGES: dict[str, str] = {
    "en": "en", "english": "en", "英語": "en",
    "ja": "ja", "japanese": "ja", "日本語": "ja", "jp": "ja",
}  # fmt: skip

SETTINGS = frozenset(
    {
        "shop", "park", "hallway", "door", "room", "street", "stairwell", "bakery", "library", "reception",
        "cafe", "salon", "meeting", "office", "nightshop", "bus", "phone", "chat",
    }
)  # fmt: skip
"""The painted places."""

SETTING_WORDS: dict[str, str] = {name: name for name in SETTINGS} | {
    "店": "shop", "公園": "park", "廊下": "hallway", "扉": "door", "玄関": "door", "部屋": "room", "道": "street",
    "階段": "stairwell", "パン屋": "bakery", "図書館": "library", "受付": "reception", "カフェ": "cafe",
    "美容院": "salon", "集まり": "meeting", "事務所": "office", "夜の店": "nightshop", "バス": "bus", "電話": "phone",
    "チャット": "chat",
}  # fmt: skip

KANJI_DIGITS = {character: value for value, character in enumerate("〇一二三四五六七八九十")}


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """A name as it is compared: full width like half width, capitals like small letters, one space between words."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def strip(text: str) -> str:
    """Without the spaces around it, whichever spaces they are."""
    return text.strip(SPACES)


def number_in(text: str) -> int | None:
    """The first whole number in the text (full-width and single kanji digits too), at most six digits; else None."""
    plain = unicodedata.normalize("NFKC", text)
    found = re.search(r"(?<![0-9])[0-9]{1,6}(?![0-9])", plain)
    if found:
        return int(found.group())
    return next((KANJI_DIGITS[character] for character in plain if character in KANJI_DIGITS), None)


def numbers_in(text: str) -> list[int]:
    """Every whole number in the text, in order (full-width and single kanji digits too)."""
    plain = unicodedata.normalize("NFKC", text)
    return [
        int(found) if found[-1].isascii() else KANJI_DIGITS[found]
        for found in re.findall(r"(?<![0-9])[0-9]{1,6}(?![0-9])|[〇一二三四五六七八九十]", plain)
    ]


def split_label(text: str) -> tuple[str, str]:
    """`name = label` in two; the label is empty when there is none. A sign inside brackets belongs to a condition."""
    depth, first = 0, -1
    for index, character in enumerate(text):
        if character in OPENING_BRACKETS:
            depth += 1
        elif character in CLOSING_BRACKETS:
            depth = max(0, depth - 1)
        elif character in EQUALS:
            if depth == 0:
                return strip(text[:index]), strip(text[index + 1 :])
            first = index if first < 0 else first
    return (strip(text[:first]), strip(text[first + 1 :])) if first >= 0 and depth else (strip(text), "")


def unbracket(text: str) -> str | None:
    """What stands inside brackets around the whole text, or None."""
    if len(text) >= 2 and text[0] in OPENING_BRACKETS and text[-1] in CLOSING_BRACKETS:
        return strip(text[1:-1])
    return None


def split_any(text: str, marks: str) -> list[str]:
    """The parts between any of those marks, stripped."""
    return [strip(part) for part in re.split(f"[{re.escape(marks)}]", text)]

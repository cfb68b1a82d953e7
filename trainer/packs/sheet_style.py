"""How this sheet writes its lines: the marks its author uses, else those usual in its language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from trainer.packs import marks
from trainer.packs.lines import Kind, Sheet, SheetLine
from trainer.packs.outline import Outline

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "scene": "scene", "id": "id", "language": "language", "level": "level", "about": "about", "place": "place",
        "setting": "setting", "warning": "warning", "minutes": "minutes", "expect": "expect", "hardest": "hardest",
        "closing": "closing", "facilitators": "for facilitators", "translation": "translation of",
        "person": "person", "goal": "goal", "slot": "slot", "memory": "memory", "dial": "dial",
        "reading": "reading",
        "hint": "hint ", "silence": "silence ", "seconds": "s", "unclear": "unclear", "unheard": "not heard",
        "repeat": "repeat", "show": "show hint ", "set": "set", "after": "after", "small": "step small",
        "middle": "step middle", "large": "step large", "purpose": "on purpose", "anywhere": "anywhere",
        "end": "end", "again": "again", "back": "back", "to": " to ", "ok": "// ok ",
    },
    "ja": {
        "scene": "場面", "id": "id", "language": "言語", "level": "レベル", "about": "説明", "place": "場所",
        "setting": "背景", "warning": "注意", "minutes": "分", "expect": "予想", "hardest": "いちばん難しい",
        "closing": "しめくくり", "facilitators": "支援者へ", "translation": "翻訳元",
        "person": "人物", "goal": "目標", "slot": "聞き取る言葉", "memory": "覚えておく", "dial": "負荷",
        "reading": "読み",
        "hint": "ヒント", "silence": "沈黙", "seconds": "秒", "unclear": "伝わらないとき",
        "unheard": "聞こえなかったとき", "repeat": "聞き返し", "show": "ヒントを出す", "set": "記録",
        "after": "ふりかえり", "small": "一歩小", "middle": "一歩中", "large": "一歩大", "purpose": "わざと",
        "anywhere": "どこでも", "end": "終わり", "again": "もう一度", "back": "戻る", "to": "から", "ok": "※ ok ",
    },
}  # fmt: skip
"""Keywords as they are written in a sheet of each language."""

DIAL_NAMES: dict[str, str] = {name: word for word, name in marks.DIAL_WORDS.items() if not word.isascii()}
"""The Japanese name of each dial."""

_FULL = str.maketrans("0123456789", "０１２３４５６７８９")


@dataclass(frozen=True, slots=True)
class Style:
    """Marks as this sheet writes them, each with the spaces around it."""

    language: str
    colon: str = ": "
    moment: str = "== {} =="
    reply: str = "> "
    example: str = "  - "
    arrow: str = "  -> "
    cue: str = "@ "
    wording: str = "/ "
    inner: str = "  "

    @property
    def note(self) -> str:
        """How a note begins."""
        return "※ " if self.language == "ja" else "// "

    def word(self, key: str) -> str:
        """A keyword in this sheet's language."""
        return WORDS[self.language][key]

    def digits(self, number: int) -> str:
        """A number as this sheet writes it."""
        return str(number).translate(_FULL) if self.language == "ja" else str(number)

    def heading(self, name: str) -> str:
        """The line that begins a moment."""
        return self.moment.format(name)

    def reply_line(self, name: str, gesture: bool = False) -> str:
        """The line that begins a reply."""
        left, right = ("（", "）") if self.language == "ja" else ("(", ")")
        return self.reply + (f"{left}{name}{right}" if gesture else name)

    def say(self, speaker: str, text: str) -> str:
        """Somebody speaks."""
        return f"{speaker}{self.colon}{text}"

    def head(self, key: str, text: str, name: str = "") -> str:
        """A line of the head or foot; `name` for person, goal, slot, memory and dial."""
        word = self.word(key)
        if key == "memory":
            return f"{word}{' ' if self.language == 'en' else '　'}{name} = {text}"
        gap = "" if not name else (" " if self.language == "en" else "　") + name
        return f"{word}{gap}{self.colon}{text}"

    def hint(self, level: int, text: str) -> str:
        """A hint."""
        return f"{self.word('hint')}{self.digits(level)}{self.colon}{text}"

    def event(self, key: str, level: int = 1) -> str:
        """The line that begins a `repeat`, `silence`, `unclear` or `unheard` block."""
        end = self.colon.rstrip()
        if key == "silence":
            return f"{self.word('silence')}{self.digits(level)}{self.word('seconds')}{end}"
        gap = " " if self.language == "en" else ""
        return self.word(key) + (gap + self.digits(level) if level > 1 else "") + end

    def go(self, target: str) -> str:
        """An arrow; the built-in destinations `end`, `again` and `back` in the sheet's language."""
        return self.arrow + (self.word(target) if target in ("end", "again", "back") else target)

    def reach(self, goal: str) -> str:
        """A goal is reached."""
        return f"{self.inner}{self.word('goal')}{self.colon}{goal}"


EN = Style("en")
JA = Style("ja", "：", "＝＝ {} ＝＝", "＞ ", "・", "→ ", "＠ ", "／", "　")


def language_of(sheet: Sheet, part: Outline) -> str:
    """The practice language: what the head says, else what the words look like."""
    line = part.head.get("language")
    said = line.text.strip().casefold() if line else ""
    if said in ("ja", "jp", "日本語", "japanese"):
        return "ja"
    if said in ("en", "english", "英語"):
        return "en"
    words = "".join(line.text for line in sheet.lines[:200])
    return "ja" if any("\u3041" <= character <= "\u30ff" for character in words) else "en"


def style_of(lines: Iterable[SheetLine], language: str) -> Style:
    """The style of a sheet: the marks of the first line of each kind that has one."""
    style = JA if language == "ja" else EN
    seen: dict[Kind, SheetLine] = {}
    for line in lines:
        seen.setdefault(line.kind, line)
    kinds: tuple[Kind, ...] = ("reply", "example", "arrow", "cue", "wording")
    for kind in kinds:
        first = seen.get(kind)
        if first is not None and first.text:
            style = replace(style, **{kind: first.raw.removeprefix(marks.BYTE_ORDER_MARK)[: _text_at(first)]})
    said, moment = seen.get("say"), seen.get("moment")
    if said is not None and said.text:
        colon = next((at for at, character in enumerate(said.raw) if character in marks.COLONS), -1)
        after = said.raw[colon : colon + 1] + _spaces(said.raw[colon + 1 :])
        style = replace(style, colon=after if colon >= 0 else style.colon)
    if moment is not None and moment.text and moment.raw.count(moment.text) == 1:
        before, _, behind = moment.raw.rstrip("\r\n").partition(moment.text)
        if "{" not in before + behind and "}" not in before + behind:
            style = replace(style, moment=f"{before}{{}}{behind}")
    return style


def _text_at(line: SheetLine) -> int:
    """How much of the line stands before its text, without tone and condition."""
    body = line.raw.lstrip(marks.SPACES + marks.BYTE_ORDER_MARK)
    at = line.column - 1
    if line.kind == "arrow":
        found = marks.ARROW.match(body)
    elif line.kind == "reply":
        found = marks.REPLY.match(body)
    elif line.kind == "cue":
        found = marks.CUE.match(body)
    elif line.kind == "wording":
        found = marks.WORDING.match(body) or marks.DOT.match(body)
    else:
        found = marks.EXAMPLE.match(body) or marks.DOT.match(body)
    end = found.end() if found else 0
    return at + end + len(_spaces(body[end:]))


def _spaces(text: str) -> str:
    return text[: len(text) - len(text.lstrip(marks.SPACES))]

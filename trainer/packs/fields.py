"""What stands inside a line: conditions and tones in brackets, ranges, values, kinds of questions."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from trainer.packs import marks
from trainer.script import Condition, Operator, Tone, Value

OPERATORS: dict[str, Operator] = {
    "=": "=", "==": "=",
    "!=": "!=", "≠": "!=",
    ">=": ">=", "=>": ">=", "≧": ">=", "≥": ">=",
    "<=": "<=", "=<": "<=", "≦": "<=", "≤": "<=",
    ">": ">", "<": "<",
}  # fmt: skip

_IF = re.compile(r"(?:if(?![a-z])|もし(?!も|か))\s*(.*)\Z", re.IGNORECASE | re.DOTALL)
_COMPARED = re.compile(r"([^=!<>≠≧≥≦≤]+?)\s*(>=|<=|=>|=<|!=|==|[=<>≠≧≥≦≤])\s*([^=!<>≠≧≥≦≤]+)\Z")
_JAPANESE = re.compile(r"(.+?)\s*[がは]?\s*([0-9]{1,6})\s*(以上|以下)(?:なら)?\Z")
_NUMBER = re.compile(r"[+-]?[0-9]{1,6}\Z")


@dataclass(frozen=True, slots=True)
class Front:
    """Text with its leading brackets taken off: tone, condition, the rest, and how many characters went."""

    text: str
    skipped: int
    tone: Tone = ""
    condition: Condition | None = None
    unclear: str = ""
    odd: str = ""


def value_of(text: str) -> Value:
    """A whole number as a number, anything else as the words themselves."""
    plain = unicodedata.normalize("NFKC", text).strip().replace("−", "-")
    return int(plain) if _NUMBER.match(plain) else marks.strip(text)


def is_condition(inside: str) -> bool:
    """True when the words in brackets begin like a condition."""
    return bool(_IF.match(unicodedata.normalize("NFKC", inside).strip()))


def condition_of(inside: str) -> Condition | None:
    """`if name >= 1` / `もし 列が1以上` as a condition; None when it cannot be read as exactly one comparison."""
    opened = _IF.match(unicodedata.normalize("NFKC", inside).strip())
    if not opened:
        return None
    words = opened.group(1).strip()
    compared = _COMPARED.match(words)
    if compared:
        name, sign, value = compared.groups()
        return Condition(name.strip(), OPERATORS[sign], value_of(value.removesuffix("なら")))
    japanese = _JAPANESE.match(words)
    if japanese:
        name, number, side = japanese.groups()
        return Condition(name.strip(), ">=" if side == "以上" else "<=", int(number))
    return None


def take_front(text: str) -> Front:
    """Take `(softly)` and `(if ...)` off the front of a line's text, in either order.

    A short bracket that is neither stays in the text and is named in `odd`: it would be said aloud.
    """
    rest, tone, condition, unclear, odd = text, "", None, "", ""
    for _ in range(3):
        if not rest or rest[0] not in marks.OPENING_BRACKETS:
            break
        end = _closing(rest)
        if end < 0:
            break
        inside = marks.strip(rest[1:end])
        known = marks.TONE_WORDS.get(marks.fold(inside))
        if known:
            tone = known
        elif is_condition(inside):
            condition = condition_of(inside)
            unclear = "" if condition else inside
        else:
            odd = inside if 0 < len(inside) <= 24 and marks.strip(rest[end + 1 :]) else ""
            break
        rest = rest[end + 1 :].lstrip(marks.SPACES)
    return Front(rest, len(text) - len(rest), tone or "", condition, unclear, odd)  # type: ignore[arg-type]


def take_condition(text: str) -> tuple[str, Condition | None, str]:
    """Take one `(if ...)` off the end or the front of a name: (name, condition, the words that were not understood)."""
    bare = marks.strip(text)
    if bare and bare[-1] in marks.CLOSING_BRACKETS:
        start = max(bare.rfind(mark) for mark in marks.OPENING_BRACKETS)
        if start >= 0 and is_condition(bare[start + 1 : -1]):
            inside = bare[start + 1 : -1]
            condition = condition_of(inside)
            return marks.strip(bare[:start]), condition, "" if condition else inside
    if bare and bare[0] in marks.OPENING_BRACKETS:
        end = _closing(bare)
        if end > 0 and is_condition(bare[1:end]):
            condition = condition_of(bare[1:end])
            return marks.strip(bare[end + 1 :]), condition, "" if condition else bare[1:end]
    return bare, None, ""


def _closing(text: str) -> int:
    return next((index for index, character in enumerate(text) if character in marks.CLOSING_BRACKETS), -1)


def range_of(text: str) -> tuple[int, int] | None:
    """`0 to 2`, `0から2`, `0〜2` as (low, high); None unless there are two numbers in that order."""
    numbers = marks.numbers_in(text)
    return (numbers[0], numbers[1]) if len(numbers) >= 2 and numbers[0] <= numbers[1] else None


@dataclass(frozen=True, slots=True)
class SlotText:
    """What a slot line says: values as (key, label and other names), or a range of numbers; what stands unsaid."""

    values: tuple[tuple[str, tuple[str, ...]], ...] = ()
    numbers: tuple[int, int] | None = None
    usual: str = ""


_USUALLY = re.compile(r"[,、，､]?\s*(?:\busually|ふつうは|普段は|いつもは|なければ)\s*(.+)\Z", re.IGNORECASE)
_NUMBERS = re.compile(r"(?:numbers?\b|数字|数(?=\s|[0-9０-９]))", re.IGNORECASE)


def slot_of(text: str) -> SlotText:
    """Read `tea = green tea | coffee`, `number 1 to 9, usually 1`."""
    body, usual = text, ""
    found = _USUALLY.search(text)
    if found:
        body, usual = text[: found.start()], marks.strip(found.group(1))
    if _NUMBERS.match(marks.strip(body)):
        return SlotText(numbers=range_of(body), usual=usual)
    values = []
    for part in marks.split_any(body, marks.BARS):
        key, others = marks.split_label(part)
        if key:
            values.append((key, tuple(other for other in marks.split_any(others, marks.COMMAS) if other)))
    return SlotText(values=tuple(values), usual=usual)


AfterKind = Literal["scale", "goals", "words", "plain"]

_AFTER_SIGNS: tuple[tuple[AfterKind, tuple[str, ...]], ...] = (
    ("scale", ("scale", "0から10", "0〜10", "0~10", "0-10", "0 to 10")),
    ("goals", ("pick goals", "goals", "目標")),
    ("words", ("own words", "自分の言葉", "ことばで", "言葉で")),
)


def after_of(text: str) -> tuple[str, AfterKind]:
    """A question for afterwards: its words and how it is answered, told by the brackets at its end."""
    bare = marks.strip(text)
    if bare and bare[-1] in marks.CLOSING_BRACKETS:
        start = max(bare.rfind(mark) for mark in marks.OPENING_BRACKETS)
        inside = marks.fold(bare[start + 1 : -1]) if start >= 0 else ""
        for kind, signs in _AFTER_SIGNS:
            if any(sign in inside for sign in signs):
                return marks.strip(bare[:start]), kind
    return bare, "plain"


@dataclass(frozen=True, slots=True)
class Change:
    """What a `set:` line does: a new value, or a step up or down."""

    name: str
    value: Value | None = None
    step: int = 0


_STEPPED = re.compile(r"(.+?)\s*([+＋\-－−])\s*([0-9０-９]{1,3})\Z")


def change_of(text: str) -> Change | None:
    """Read `visits + 1`, `item = tea`, `回数 ＋ １`; None when it is neither."""
    name, value = marks.split_label(text)
    if name and value:
        return Change(name, value_of(value))
    stepped = _STEPPED.match(marks.strip(text))
    if stepped and not value:
        amount = int(unicodedata.normalize("NFKC", stepped.group(3)))
        return Change(marks.strip(stepped.group(1)), step=amount if stepped.group(2) in "+＋" else -amount)
    return None


def slots_in(text: str) -> tuple[tuple[str, ...], bool]:
    """The names in curly brackets, and whether every bracket has its partner (full-width ones count too)."""
    names: list[str] = []
    opened = -1
    for index, character in enumerate(text):
        if character in "{｛":
            if opened >= 0:
                return tuple(names), False
            opened = index
        elif character in "}｝":
            if opened < 0:
                return tuple(names), False
            names.append(marks.strip(text[opened + 1 : index]))
            opened = -1
    return tuple(names), opened < 0 and all(names)

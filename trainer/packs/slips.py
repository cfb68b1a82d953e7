"""Lines that are none of the sheet's marks: which slip it most likely was, and the nearest thing that exists."""

from __future__ import annotations

import re
from collections.abc import Mapping

from trainer.packs import marks
from trainer.packs.diagnostics import Findings
from trainer.packs.lines import SheetLine

_KEYWORDS: tuple[str, ...] = (
    *marks.HEAD_KEYS,
    *(f"{word} " for word in marks.NAMED_KEYS),
    "hint 1", "hint 2", "hint 3", "silence 8s", "unclear", "unclear 2", "not heard", "not heard 2", "repeat", "goal",
    "set", "show hint 1", "after", "step small", "step middle", "step large", "on purpose",
    "ヒント1", "ヒント2", "ヒント3", "沈黙8秒", "伝わらないとき", "伝わらないとき2", "聞こえなかったとき", "聞き返し",
    "目標", "記録", "ヒントを出す1", "ふりかえり", "一歩小", "一歩中", "一歩大", "わざと",
)  # fmt: skip

_SENTENCE = re.compile(r"[.!?。！？…]")


def report_unknown(
    line: SheetLine, persons: Mapping[str, str], under_speech: bool, in_moment: bool, findings: Findings
) -> None:
    """Name the slip. `persons` maps the folded speaker to its written form; `under_speech`: a spoken line is above."""
    if line.kind == "say":
        _report_speaker(line, persons, in_moment, findings)
        return
    word = marks.fold(line.text)
    speaker = next((shown for key, shown in persons.items() if key and _begins(word, key)), "")
    keyword = next((key for key in _KEYWORDS if _begins(word, key.strip())), "")
    if speaker and in_moment:
        findings.add("missing-colon", line.number, line.column, speaker=speaker)
    elif keyword:
        findings.add("missing-colon", line.number, line.column, speaker=keyword.strip())
    elif in_moment and not _looks_like_mark(line.text):
        findings.add("plain-line", line.number, line.column, text=line.text, near="/" if under_speech else "")
    else:
        near = findings.nearest(word, _KEYWORDS)
        findings.add("unknown-line", line.number, line.column, text=line.text, near=near.strip())


def _report_speaker(line: SheetLine, persons: Mapping[str, str], in_moment: bool, findings: Findings) -> None:
    """`somebody: words` where nobody is called that: a misspelt name or keyword, or a sentence with a colon."""
    word = marks.fold(line.key)
    names = {**{key.strip(): key.strip() for key in _KEYWORDS}, **persons} if in_moment else dict.fromkeys(_KEYWORDS)
    near = findings.nearest(word, names)
    shown = persons.get(near, near).strip()
    if near and near not in persons:
        findings.add("unknown-line", line.number, line.column, text=f"{line.key}:", near=shown)
    elif not in_moment:
        findings.add("unknown-line", line.number, line.column, text=f"{line.key}:")
    elif near:
        findings.add("unknown-speaker", line.number, line.column, speaker=line.key, near=shown)
    elif _SENTENCE.search(line.key) or len(line.key.split()) > 3:
        findings.add("plain-line", line.number, line.column, text=line.key)
    else:
        findings.add("unknown-speaker", line.number, line.column, speaker=line.key)


def _begins(word: str, key: str) -> bool:
    rest = word[len(key) :] if word.startswith(key) else None
    return rest is not None and (not rest or rest[0] in " 　" or (not key[-1].isascii() and not rest[0].isalpha()))


def _looks_like_mark(text: str) -> bool:
    """True when a line begins with a sign rather than a letter, digit, quote or bracket."""
    first = text[0]
    return not (first.isalnum() or first in "\"'「『“‘(（…〜{｛¿¡")

"""Where a Japanese line may break: between phrases, never inside a word. A small rule of our own on changes of script.

A phrase of Japanese mostly begins with a kanji, a katakana word or a Latin word and runs on through the hiragana that
follow it (endings and particles). So a break is allowed before such a beginning and after punctuation; an opening
bracket stays with what follows, a closing one with what stands before, and お or ご stays with the kanji it honours.
"""

from __future__ import annotations

from itertools import pairwise

WORD_JOINER, BREAK = "\u2060", "\u200b"
LONGEST = 12
"""Characters up to which a phrase is kept whole; a longer one may break anywhere rather than run out of its box."""

_OPENING = frozenset("「『（〈《【［(“‘")
_BRACKETS = frozenset("」』）〉》】］)”’")
_CLOSING = frozenset("、。，．！？」』）〉》】］)”’…・：；,.!?:;")
_SMALL = frozenset("ぁぃぅぇぉゃゅょっァィゥェォャュョッー々ゝ")


def kind(letter: str) -> str:
    """`k` kanji, `h` hiragana, `t` katakana, `o` opening, `c` closing mark, `s` space, `l` anything else (Latin)."""
    if letter in _OPENING:
        return "o"
    if letter in _CLOSING:
        return "c"
    if letter.isspace():
        return "s"
    if "ぁ" <= letter <= "ゟ":
        return "h"
    if "゠" <= letter <= "ヿ":
        return "t"
    if "㐀" <= letter <= "鿿" or letter in "々〆〇":
        return "k"
    return "l"


def is_japanese(text: str) -> bool:
    """True when the text holds kana or kanji."""
    return any(kind(letter) in "hkt" for letter in text)


def _may_break(before: str, after: str, later: str) -> bool:
    """May a line end between `before` and `after`? `later` follows them (or is empty)."""
    left, right = kind(before), kind(after)
    if right in "cs" or left == "o" or after in _SMALL:
        return False
    if before in _BRACKETS and right == "h":
        return False
    if left in "cs" or right == "o":
        return True
    if left == "k" and after in "おご":
        return later != "" and kind(later) == "k"
    if left == "h" and right in "ktl":
        return before not in "おご" or not later
    if left == "h" and right == "h":
        return after in "おご" and later != "" and kind(later) == "k" and before in "はがをにでともてのか"
    return {left, right} in ({"k", "t"}, {"t", "l"}, {"k", "l"}) and right == "t"


def split(text: str) -> tuple[str, ...]:
    """The phrases of a text, which join to it again. A text without Japanese is split after its spaces."""
    if not text:
        return ()
    cuts = [0]
    for at, (before, after) in enumerate(pairwise(text), start=1):
        later = text[at + 1] if at + 1 < len(text) else ""
        latin = kind(before) in "ls" and kind(after) in "ls"
        allowed = (before.isspace() and not after.isspace()) if latin else _may_break(before, after, later)
        if allowed and not (before in "おご" and kind(after) == "k" and _honours(text, at - 1)):
            cuts.append(at)
    return tuple(text[first:last] for first, last in pairwise([*cuts, len(text)]))


def _honours(text: str, at: int) -> bool:
    """Is the お or ご at `at` a prefix of what follows (it begins the text, or stands after a phrase's end)?"""
    return at == 0 or kind(text[at - 1]) != "h" or text[at - 1] in "はがをにでともてのか、。"


def bound(text: str) -> str:
    """The text with invisible marks that let Qt break it between phrases only; without Japanese, as it is."""
    if not is_japanese(text):
        return text
    return BREAK.join(WORD_JOINER.join(phrase) if len(phrase) <= LONGEST else phrase for phrase in split(text))


def plain(text: str) -> str:
    """The text without those marks: for screen readers, voices and searching."""
    return text.replace(WORD_JOINER, "").replace(BREAK, "")

"""Blocks to insert: kind words to begin with for every part of a moment, in both languages."""

from __future__ import annotations

from typing import Literal

from trainer.packs.sheet_style import Style

BlockKind = Literal["hints", "silence", "unclear", "repeat", "unheard", "gesture", "reply", "line", "cue"]
BLOCKS: tuple[BlockKind, ...] = ("line", "cue", "reply", "gesture", "hints", "silence", "unclear", "repeat", "unheard")
"""What can be inserted into a moment, in the order in which a moment is read."""

HINTS = {
    "en": ("Any small answer is fine here.", "One word or a nod is enough.", "You could say: “Yes.”"),
    "ja": ("ここは、どんな返しでも大丈夫です。", "ひとことか、うなずくだけで十分です。", "たとえば「はい」。"),
}
_QUIET = {"en": ("(softly) Take your time.",), "ja": ("（そっと）ごゆっくりどうぞ。",)}
_UNCLEAR = {"en": "Sorry, my ears today. Once more?", "ja": "すみません、聞き取れませんでした。もう一度いいですか。"}
_REPEAT = {"en": "(slower) I'll say it again.", "ja": "（ゆっくり）もう一度言いますね。"}
_UNHEARD = {
    "en": "Sorry, it is loud in here. Once more?",
    "ja": "すみません、まわりの音が大きくて。もう一度いいですか。",
}
NOD = {"en": "nod", "ja": "うなずく"}
_REPLY = {"en": ("say yes", "Yes.", "Yes, please.", "That would be nice."),
          "ja": ("はいと言う", "はい", "はい、お願いします", "お願いします")}  # fmt: skip
_SAID = {"en": ("Hello.", "Good day."), "ja": ("こんにちは。", "どうも、こんにちは。")}
_CUE = {"en": "a short pause", "ja": "少し間がある"}


def block(kind: BlockKind, style: Style, speaker: str = "", target: str = "again", example: str = "") -> list[str]:
    """The lines of a block, ready to insert. `speaker` says what is said; `target` is where a reply leads.

    Without a speaker, a cue stands where the line would be. `example` is quoted in hint 3.
    """
    language, inner = style.language, style.inner
    if kind == "hints":
        return [style.hint(level, hint(level, language, example)) for level in (1, 2, 3)]
    if kind == "line":
        first, other = _SAID[language]
        return [style.say(speaker, first), style.wording + other] if speaker else [style.cue + _CUE[language]]
    if kind == "cue":
        return [style.cue + _CUE[language]]
    if kind == "gesture":
        return [style.reply_line(NOD[language], True), style.go(target)]
    if kind == "reply":
        name, *examples = _REPLY[language]
        return [style.reply_line(name), *(style.example + words for words in examples), style.go(target)]
    words = {"silence": _QUIET[language][0], "unclear": _UNCLEAR[language], "repeat": _REPEAT[language],
             "unheard": _UNHEARD[language]}[kind]  # fmt: skip
    heading = style.event(kind, 8 if kind == "silence" else 1)
    said = style.say(speaker, words) if speaker else style.cue + _CUE[language]
    return [heading, inner + said]


def hint(level: int, language: str, example: str = "") -> str:
    """A hint to begin with; the third holds an example of the moment when there is one."""
    if level == 3 and example:
        return f"たとえば「{example.rstrip('。')}」。" if language == "ja" else f"You could say: “{example}”"
    return HINTS[language][level - 1]

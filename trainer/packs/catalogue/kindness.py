"""Findings 501-529: words that can hurt. Word lists cannot hear tone; these are nudges for a human reader."""

from __future__ import annotations

from trainer.packs.catalogue.definition import Definition, define

_LIST_EN = "A list can only point at a word. Whether it hurts here is for a person to say."
_LIST_JA = "一覧にできるのは、ことばを指し示すことだけです。ここで人を傷つけるかどうかは、人が判断します。"

DEFINITIONS: tuple[Definition, ...] = (
    define(
        501, "may-shame", "warning",
        en=(
            "“<word>” can sound like blame, or like being compared with others.",
            "Say what happens without judging it, or let the partner take it on themselves.",
            _LIST_EN,
        ),
        ja=(
            "「<word>」は、責めたり、人とくらべたりしているように聞こえることがあります。",
            "よい悪いを言わずに書くか、相手の側のこととして書いてください。",
            _LIST_JA,
        ),
    ),
    define(
        502, "may-hurry", "warning",
        en=("“<word>” can sound like hurrying.", "Leave it out, or say that there is time.", _LIST_EN),
        ja=(
            "「<word>」は、急かしているように聞こえることがあります。",
            "なくすか、「ごゆっくり」のようなことばにしてください。",
            _LIST_JA,
        ),
    ),
    define(
        503, "may-belittle", "warning",
        en=(
            "“<word>” makes little of what may be a lot for somebody.",
            "Leave the word out; the sentence is usually kinder without it.",
            _LIST_EN,
        ),
        ja=(
            "「<word>」は、人によっては大きなことを、小さく見せてしまいます。",
            "そのことばをなくしてみてください。たいてい、そのほうがやさしくなります。",
            _LIST_JA,
        ),
    ),
    define(
        504, "may-press", "warning",
        en=(
            "“<word>” presses somebody on.",
            "Offer instead: “if you like”, “whenever you want”.",
            "The trainee decides how far to go. Nobody persuades.",
        ),
        ja=(
            "「<word>」は、背中を押しすぎるように聞こえることがあります。",
            "「よかったら」「いつでも」のように、選べる言い方にしてください。",
            "どこまで進むかは、本人が決めます。だれも説得しません。",
        ),
    ),
    define(
        505, "may-judge", "warning",
        en=("“<word>” sounds like marks or ranks.", "Say what was done, without measuring it.", _LIST_EN),
        ja=(
            "「<word>」は、点数や順位のように聞こえます。",
            "はかることばを使わずに、したことを書いてください。",
            _LIST_JA,
        ),
    ),
    define(
        506, "not-ordinary", "warning",
        en=(
            "“<word>” does not sound like an ordinary, civil person.",
            "Let the partner stay friendly and a little distant, as in daily life.",
            "Nobody in a scene rescues, pities or flirts.",
        ),
        ja=(
            "「<word>」は、ふだん出会う人の言い方とは違って聞こえます。",
            "ほどよい距離の、おだやかな人のままにしてください。",
            "場面の中では、だれも助け出したり、あわれんだり、口説いたりしません。",
        ),
    ),
    define(
        507, "imperative-hint", "idea",
        en=(
            "The hint gives an order: “<word>”.",
            "Say what is possible: “you can”, “... is enough”.",
            "A hint opens a door; it does not push.",
        ),
        ja=(
            "ヒントが命令の形になっています：「<word>」",
            "「〜でも大丈夫です」「〜で十分です」のように書いてください。",
            "ヒントは扉を開けるだけで、押しはしません。",
        ),
    ),
    define(
        508, "judged-goal", "warning",
        en=(
            "The goal measures how something is done: “<word>”.",
            "Name an act instead, such as “Answer in any way. A nod counts.”",
            "A goal is something one can do, not a way one has to be.",
        ),
        ja=(
            "目標が、やり方の良し悪しになっています：「<word>」",
            "「どんな形でもこたえる。うなずくだけでもよい」のように、することを書いてください。",
            "目標は、できる行動です。どんな人であるかではありません。",
        ),
    ),
    define(
        509, "level-vs-stress", "warning",
        en=(
            "A scene of level 1 begins with stress: “<what>”.",
            "Put it behind a dial, such as “(if queue >= 2)”, or raise the level.",
            "Whoever chooses level 1 wants to listen in peace.",
        ),
        ja=(
            "レベル１の場面が、はじめから負担のあるものになっています：「<what>」",
            "「（もし 列 >= 2）」のように負荷の条件を付けるか、レベルを上げてください。",
            "レベル１を選ぶ人は、静かに聞きたいのです。",
        ),
    ),
)  # fmt: skip

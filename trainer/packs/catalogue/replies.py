"""Findings 301-319: what the trainee can answer, and whether it can be told apart."""

from __future__ import annotations

from trainer.packs.catalogue.definition import Definition, define

DEFINITIONS: tuple[Definition, ...] = (
    define(
        301, "reply-no-examples", "error",
        en=(
            "The reply “<name>” has no example, so it can neither be said nor typed.",
            "Write one or more examples below it, or put it in brackets if it is a gesture.",
            "Examples are what speech and typing are compared with.",
        ),
        ja=(
            "「<name>」には例がないので、声でも文字でも答えられません。",
            "下に例を書いてください。しぐさなら、名前をかっこで囲みます。",
            "声や文字での答えは、例とくらべて聞き分けます。",
        ),
    ),
    define(
        302, "same-example", "error",
        en=(
            "“<text>” is also an example of “<name>”, at line <other>.",
            "Keep it under one of the two replies.",
            "The same words cannot mean two different answers in one moment.",
        ),
        ja=(
            "「<text>」は、<other>行目の「<name>」の例にもあります。",
            "どちらかひとつの返事だけに残してください。",
            "同じことばが、ひとつのやりとりで二つの返事になることはできません。",
        ),
    ),
    define(
        303, "close-example", "warning",
        en=(
            "“<text>” is understood as “<other>” (it has “<phrase>”) rather than as “<name>”.",
            "Add more examples like it to “<name>”, or word one of the two differently.",
            "Each example was left out in turn and given to the same understanding that hears the trainee.",
        ),
        ja=(
            "「<text>」は、「<name>」よりも、「<phrase>」のある「<other>」と聞き取られます。",
            "「<name>」に似た例を足すか、どちらかの言い方を変えてください。",
            "例をひとつずつ外して、練習で使うのと同じ聞き取りで確かめました。",
        ),
    ),
    define(
        304, "sounds-alike", "warning",
        en=(
            "“<text>” and “<other>” (“<name>”) differ by one sound.",
            "Add a word to one of them, such as “by card, please”.",
            "One sound is easily lost in a quiet voice or a cheap microphone.",
        ),
        ja=(
            "「<text>」と「<other>」（<name>）は、一音しか違いません。",
            "どちらかに、ことばを足してください。",
            "小さな声やマイクの都合で、一音は聞き分けられないことがあります。",
        ),
    ),
    define(
        305, "two-way-answer", "warning",
        en=(
            "“<text>” can mean yes and no here.",
            "Add words that settle it, such as “no, thank you, I'm fine”.",
            "Both answers exist in this moment, and a listener could take it either way.",
        ),
        ja=(
            "「<text>」は、ここでは「はい」にも「いいえ」にもとれます。",
            "「いえ、大丈夫です」のように、ことばを足してください。",
            "このやりとりには両方の返事があり、どちらにも聞こえます。",
        ),
    ),
    define(
        306, "reply-few-examples", "idea",
        en=(
            "The reply “<name>” has fewer than three examples (<count>).",
            "Write three or more, worded differently; they are understood much better.",
            "Measured: with six examples about half again as many free answers are understood as with three.",
        ),
        ja=(
            "「<name>」の例は<count>個です。",
            "言い方の違う例を三つ以上書くと、ずっと聞き取りやすくなります。",
            "例が多いほど、自由な言い方でも聞き取れることが測って分かっています。",
        ),
    ),
    define(
        307, "yes-without-no", "idea",
        en=(
            "A yes or a no is asked for here; “<name>” is a yes, and no reply is a no.",
            "Add a reply that declines, such as “no, thank you”.",
            "A no that has no place of its own is asked about again, and a refusal deserves to be heard.",
        ),
        ja=(
            "ここは「はい」か「いいえ」をたずねていて、「<name>」はありますが、断る返事がありません。",
            "「いえ、結構です」のような、断る返事を足してください。",
            "断る返事がないと、断ったときに聞き返されます。断りも、きちんと受けとめられてほしいのです。",
        ),
    ),
    define(
        308, "word-guessed", "idea",
        en=(
            "The built-in speech recogniser does not know “<text>” and guesses from the letters how it sounds.",
            "Leave it if it is a name or a word of another language; otherwise look at the spelling.",
            "A word known by its letters only is heard less surely. Choosing and typing are not affected.",
        ),
        ja=(
            "内蔵の音声認識は「<text>」を知らないので、つづりから音を推しはかります。",
            "名前や外国語ならそのままで構いません。そうでなければ、つづりを確かめてください。",
            "つづりだけで知っている言葉は、聞き取りが少し不確かになります。選ぶ・入力する練習には関係ありません。",
        ),
    ),
    define(
        309, "word-unheard", "idea",
        en=(
            "The speech model installed here does not have “<text>” and cannot hear it.",
            "Add an example that says the same in other words; choosing and typing are not affected.",
            "A speech model hears only the words on its own list. Other speech models may have this one.",
        ),
        ja=(
            "いま入っている音声認識モデルには「<text>」という言葉がなく、聞き取れません。",
            "同じことを別の言葉で言う例も足してください。選ぶ・入力する練習には関係ありません。",
            "音声認識モデルは、自分の一覧にある言葉だけを聞き取ります。別のモデルなら聞き取れることもあります。",
        ),
    ),
)  # fmt: skip

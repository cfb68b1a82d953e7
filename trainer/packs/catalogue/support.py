"""Findings 401-429: help, patience, and ways on without words."""

from __future__ import annotations

from trainer.packs.catalogue.definition import Definition, define

DEFINITIONS: tuple[Definition, ...] = (
    define(
        401, "hint-missing", "warning",
        en=(
            "“<name>” has no hint <levels>.",
            "Write three hints: a gentle one, a narrower one, and one with words to say.",
            "“I don't know what to say” is always there, and it always has something to offer.",
        ),
        ja=(
            "「<name>」にヒント<levels>がありません。",
            "やさしいもの、しぼったもの、そのまま言えることば、の三つを書いてください。",
            "「何と言えばいいか分からない」と思ったとき、いつでも助けがあるようにします。",
        ),
    ),
    define(
        402, "no-silence", "warning",
        en=(
            "“<name>” does not say what happens in silence.",
            "Add “silence 8s:” with a gentle line or a cue.",
            "Silence is an answer too. The partner waits, and may say that there is time.",
        ),
        ja=(
            "「<name>」に、黙っているときのことが書かれていません。",
            "「沈黙８秒：」を足して、やさしいひとことか、＠ の行を書いてください。",
            "黙っていることも、ひとつの答えです。相手は待って、「ごゆっくり」と言えます。",
        ),
    ),
    define(
        403, "no-unclear", "warning",
        en=(
            "“<name>” does not say what happens when an answer was not understood.",
            "Add “unclear:” where the partner takes it on themselves, such as “Sorry, my ears today.”",
            "Not understanding is the program's doing, and the partner says so.",
        ),
        ja=(
            "「<name>」に、聞き取れなかったときのことが書かれていません。",
            "「伝わらないとき：」を足して、「すみません、こちらが聞き取れなくて」のように、相手の側のこととして書いてください。",
            "聞き取れないのは機械のほうの都合です。相手がそう言います。",
        ),
    ),
    define(
        404, "hint3-no-match", "warning",
        en=(
            "The words in hint 3 would not be understood as an answer: “<text>”.",
            "Use words close to an example of one of the replies, or add them as an example.",
            "Whoever says exactly what the hint offers must be understood.",
        ),
        ja=(
            "ヒント３のことば「<text>」は、返事として聞き取れません。",
            "返事の例に近いことばにするか、例に足してください。",
            "ヒントのとおりに言えば、必ず伝わるようにします。",
        ),
    ),
    define(
        405, "hint1-tells", "idea",
        en=(
            "Hint 1 already contains an answer: “<text>”.",
            "Keep the words for hint 3, and let hint 1 say what is going on.",
            "Three levels of hint give as much help as is wanted, and no more.",
        ),
        ja=(
            "ヒント１に、もう答えのことばが入っています：「<text>」",
            "ことばはヒント３にとっておき、ヒント１では何が起きているかを書いてください。",
            "ヒントは三段階です。ほしい分だけ助けが得られるようにします。",
        ),
    ),
    define(
        406, "no-quiet-way-on", "idea",
        en=(
            "At “<name>” nobody can go on without words.",
            "Add a gesture such as “> (nod)”, or an arrow in a silence block.",
            "On some days words do not come. A nod or a quiet moment can be enough.",
        ),
        ja=(
            "「<name>」では、ことばなしで先へ進めません。",
            "「＞ （うなずく）」のようなしぐさか、沈黙のあとの矢印を足してください。",
            "ことばが出ない日もあります。うなずくだけ、静かにしているだけでも進めると安心です。",
        ),
    ),
    define(
        407, "silence-short", "warning",
        en=(
            "The partner speaks again after only <seconds> seconds of quiet.",
            "Wait at least <least> seconds, better eight or more.",
            "Finding words takes time, and being prompted too soon feels like being hurried.",
        ),
        ja=(
            "<seconds>秒で、相手がまた話し始めます。",
            "<least>秒以上、できれば八秒以上待ってください。",
            "ことばを探すには時間がかかります。早すぎる声かけは、急かされたように感じます。",
        ),
    ),
    define(
        408, "arc-missing", "idea",
        en=(
            "The scene does not have: <what>.",
            "Add the lines one by one as the scene grows.",
            "A whole visit begins with what one expects and ends with a kind line and, if wanted, a small real step.",
        ),
        ja=(
            "この場面にまだないもの：<what>",
            "場面を育てながら、ひとつずつ足してください。",
            "始めに予想をたずね、終わりにやさしいひとことと、望む人には小さな一歩を添えると、ひとつの練習になります。",
        ),
    ),
    define(
        409, "one-wording", "idea",
        en=(
            "This line is always said in the same words: “<text>”.",
            "Add one or two other ways to say it below, beginning with /.",
            "A little variation helps more than the same words again and again.",
        ),
        ja=(
            "このせりふは、いつも同じ言い方になります：「<text>」",
            "下に「／」で、別の言い方をひとつふたつ足してください。",
            "少しずつ違うことばに出会うほうが、練習になります。",
        ),
    ),
)  # fmt: skip

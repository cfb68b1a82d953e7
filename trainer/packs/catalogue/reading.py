"""Findings 601-619: length and reading. Ideas only."""

from __future__ import annotations

from trainer.packs.catalogue.definition import Definition, define

DEFINITIONS: tuple[Definition, ...] = (
    define(
        601, "long-line", "idea",
        en=(
            "This line is long to hear: its length is <count>, and about <limit> is comfortable.",
            "Make two lines of it, or leave something out.",
            "In words, for Japanese in characters. Somebody who is tense hears the beginning and loses the rest.",
        ),
        ja=(
            "聞くには長いせりふです：長さ<count>。<limit>くらいまでが聞きやすい長さです。",
            "二つに分けるか、短くしてください。",
            "日本語は文字、英語は語の数です。緊張していると、始めしか耳に入らないことがあります。",
        ),
    ),
    define(
        602, "two-questions", "idea",
        en=(
            "Two questions are asked at once.",
            "Ask one, and the other in the next moment.",
            "With two questions it is unclear which one to answer.",
        ),
        ja=(
            "一度に二つのことをたずねています。",
            "ひとつにして、もうひとつは次のやりとりにしてください。",
            "二つ聞かれると、どちらに答えればよいか迷います。",
        ),
    ),
    define(
        603, "kanji-load", "idea",
        en=(
            "A sentence of this hint has <count> kanji; up to <limit> are read without effort.",
            "Write some words in kana, or make two sentences.",
            "Hints are read under tension.",
        ),
        ja=(
            "このヒントの一文に、漢字が<count>字あります。<limit>字くらいまでが読みやすいです。",
            "いくつかをひらがなにするか、文を分けてください。",
            "ヒントは、緊張しているときに読むものです。",
        ),
    ),
    define(
        604, "mixed-politeness", "idea",
        en=(
            "“<speaker>” speaks politely in some lines and plainly in this one.",
            "Use one manner for one person, or accept it with a note if the change is meant.",
            "In Japanese the form of the verb tells how close two people are.",
        ),
        ja=(
            "「<speaker>」の話し方に、「です・ます」とくだけた形が混ざっています。",
            "ひとりの人は、どちらかにそろえてください。わざとなら、※ ok を付けてください。",
            "語尾で、二人の間の距離が変わって聞こえます。",
        ),
    ),
    define(
        605, "numbers-as-digits", "idea",
        en=(
            "Digits are to be spoken here: “<digits>”.",
            "Write the number in words.",
            "Voices read digits in different ways; words are always read as written.",
        ),
        ja=(
            "数字を声に出すことになります：「<digits>」",
            "「四百二十円」のように、漢数字やかなで書いてください。",
            "数字の読み方は、声によって変わります。",
        ),
    ),
    define(
        606, "not-readable", "warning",
        en=(
            "The voice has no sound for this: “<signs>”.",
            "Write it in words, or leave it out.",
            "Pictures and letters of other scripts are skipped when a line is read aloud.",
        ),
        ja=(
            "声に出せない文字があります：「<signs>」",
            "言葉で書くか、なくしてください。",
            "絵文字や、ほかの国の文字は、読み上げのときに飛ばされます。",
        ),
    ),
)  # fmt: skip

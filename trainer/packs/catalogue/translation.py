"""Findings 701-719: a translation against its source sheet."""

from __future__ import annotations

from trainer.packs.catalogue.definition import Definition, define

DEFINITIONS: tuple[Definition, ...] = (
    define(
        701, "translation-missing", "warning",
        en=(
            "The translation has no words for “<what>”.",
            "Write them at the same place as in the source sheet.",
            "A scene is played in one language from beginning to end, so missing words keep it in its source language.",
        ),
        ja=(
            "「<what>」の訳がありません。",
            "もとの台本と同じ場所に書いてください。",
            "ひとつの場面は、始めから終わりまで同じ言語で進みます。訳が足りないと、もとの言語で表示されます。",
        ),
    ),
    define(
        702, "translation-stale", "warning",
        en=(
            "The source words of “<what>” have changed since they were translated.",
            "Read both again and note that you have looked.",
            "The words may still fit. A person has to look.",
        ),
        ja=(
            "「<what>」は、訳したあとに、もとのことばが変わりました。",
            "両方を読み直して、確かめた印を付けてください。",
            "そのまま合っていることもあります。人が見て確かめます。",
        ),
    ),
    define(
        703, "translation-orphan", "warning",
        en=(
            "“<what>” is not in the source sheet.",
            "Take it out, or write the name exactly as in the source sheet.",
            "Names are the keys that hold both languages together.",
        ),
        ja=(
            "「<what>」は、もとの台本にありません。",
            "消すか、もとの台本とまったく同じ名前にしてください。",
            "名前が、二つの言語をつなぐ鍵になります。",
        ),
    ),
    define(
        704, "translation-slot", "warning",
        en=(
            "{<name>} stands in the source but not in these words.",
            "Put {<name>} where the word goes.",
            "Without it the partner would not say what the trainee chose, or could not hear it.",
        ),
        ja=(
            "もとの文にある {<name>} が、訳にありません。",
            "ことばの入る場所に {<name>} を書いてください。",
            "これがないと、選んだものを相手が言えなかったり、聞き取れなかったりします。",
        ),
    ),
    define(
        705, "translation-untried", "idea",
        en=(
            "No rehearsal plan plays this scene in “<language>”.",
            "Write a short plan in the folder rehearsals.",
            "Words that were never played aloud hold the most surprises.",
        ),
        ja=(
            "この場面を「<language>」で通した記録がありません。",
            "rehearsals フォルダーに短い計画を書いてください。",
            "一度も通していないことばには、思わぬところが残っています。",
        ),
    ),
    define(
        706, "translation-of", "error",
        en=(
            "This sheet says it translates “<id>”, but the scene is “<other>”.",
            "Write “translation of: <other>”.",
            "The id tells which scene the words belong to.",
        ),
        ja=(
            "この台本は「<id>」の訳とありますが、場面は「<other>」です。",
            "「translation of: <other>」と書いてください。",
            "id で、どの場面のことばかが決まります。",
        ),
    ),
    define(
        707, "translation-incomplete", "warning",
        en=(
            "<count> places have no words yet, so the whole scene is shown in its source language.",
            "Fill the places named above.",
            "Two languages mixed in one conversation confuse more than one that is not one's own.",
        ),
        ja=(
            "訳のない所が<count>か所あるので、場面全体がもとの言語で表示されます。",
            "ほかの指摘にある所を埋めてください。",
            "ひとつの会話に二つの言語が混ざると、かえって分かりにくくなります。",
        ),
    ),
    define(
        708, "translation-speaker", "warning",
        en=(
            "Here “<speaker>” speaks, but in the source sheet it is “<other>”.",
            "Use the same speaker, and keep the lines in the same order.",
            "Lines of a block are matched by their order.",
        ),
        ja=(
            "ここで話すのは「<speaker>」ですが、もとの台本では「<other>」です。",
            "同じ人にして、行の順番をそろえてください。",
            "せりふは、順番で対応させています。",
        ),
    ),
    define(
        710, "translation-alone", "idea",
        en=(
            "This sheet is a translation of “<id>”, and its source sheet is not here.",
            "Check the pack it belongs to, or keep it in translations/<language>/ beside scenes/.",
            "Only together with its source can be told whether every word is there.",
        ),
        ja=(
            "この台本は「<id>」の訳ですが、もとの台本が見あたりません。",
            "パックごと調べるか、scenes のとなりの translations/<language>/ に置いてください。",
            "足りないことばがあるかどうかは、もとの台本と合わせてはじめて分かります。",
        ),
    ),
    define(
        709, "translation-language", "warning",
        en=(
            "The translation is in the same language as its source: “<language>”.",
            "Write the language of this sheet behind “language:”.",
            "The language decides voice, hearing and spelling.",
        ),
        ja=(
            "訳の言語が、もとの台本と同じ「<language>」になっています。",
            "「言語：」のあとに、この台本の言語を書いてください。",
            "声も聞き取りも、言語で決まります。",
        ),
    ),
)  # fmt: skip

"""Findings 901-929: pack.toml, the cover sheet of a pack."""

from __future__ import annotations

from trainer.packs.catalogue.definition import Definition, define

_COVER_EN = "The cover is what somebody sees before adding the pack."
_COVER_JA = "表紙は、パックを加える前に見るものです。"

DEFINITIONS: tuple[Definition, ...] = (
    define(
        901, "manifest-missing", "error",
        en=("The pack has no pack.toml.", "Add one; copy it from another pack to begin with.", _COVER_EN),
        ja=("パックに pack.toml がありません。", "別のパックから写して、書きかえてください。", _COVER_JA),
    ),
    define(
        902, "manifest-unreadable", "error",
        en=(
            "pack.toml cannot be read: <reason>.",
            "Repair this line. Words stand in quotation marks, lists in square brackets.",
            _COVER_EN,
        ),
        ja=(
            "pack.toml が読めません：<reason>",
            "この行を直してください。ことばは \" \" で、並びは [ ] で囲みます。",
            _COVER_JA,
        ),
    ),
    define(
        903, "manifest-newer", "error",
        en=(
            "The pack was made with a newer version (format <format>).",
            "Open it with a newer Engawa.",
            "Nothing else of it is read, because it may mean something this version does not know.",
        ),
        ja=(
            "このパックは、もっと新しい版で作られています（format <format>）。",
            "新しい縁側で開いてください。",
            "この版が知らない意味かもしれないので、ほかは読みません。",
        ),
    ),
    define(
        904, "manifest-field", "error",
        en=("pack.toml does not have “<key>”.", "Add a line such as: <example>", _COVER_EN),
        ja=("pack.toml に「<key>」がありません。", "次のような行を足してください：<example>", _COVER_JA),
    ),
    define(
        905, "manifest-value", "error",
        en=("“<key>” in pack.toml cannot be used as it is.", "Write it like this: <example>", _COVER_EN),
        ja=("pack.toml の「<key>」は、このままでは使えません。", "次のように書いてください：<example>", _COVER_JA),
    ),
    define(
        906, "manifest-unknown", "warning",
        en=(
            "pack.toml has “<key>”, which means nothing here.",
            "Take it out, or look for a slip in the word.",
            _COVER_EN,
            "Did you mean “<near>”?",
        ),
        ja=(
            "pack.toml の「<key>」には、意味がありません。",
            "消すか、つづりを確かめてください。",
            _COVER_JA,
            "「<near>」のことでしょうか。",
        ),
    ),
    define(
        907, "manifest-scene", "error",
        en=(
            "The scene “<name>” has no sheet: <file> is not there.",
            "Add the sheet, or take the scene out of pack.toml.",
            _COVER_EN,
        ),
        ja=(
            "場面「<name>」の台本（<file>）がありません。",
            "台本を入れるか、pack.toml からこの場面を消してください。",
            _COVER_JA,
        ),
    ),
    define(
        908, "manifest-unlisted", "warning",
        en=(
            "The sheet <file> is not listed in pack.toml, so nobody can choose it.",
            "Add it as [[scenes]] with id and file.",
            _COVER_EN,
        ),
        ja=(
            "<file> は pack.toml に並んでいないので、選べません。",
            "[[scenes]] に id と file を足してください。",
            _COVER_JA,
        ),
    ),
    define(
        909, "manifest-differs", "warning",
        en=(
            "pack.toml says <key> = <here>, but the sheet says <there>.",
            "Write the same in both.",
            "The cover promises what the scene keeps.",
        ),
        ja=(
            "pack.toml では <key> = <here> ですが、台本では <there> です。",
            "同じにしてください。",
            "表紙は、場面の中身の約束です。",
        ),
    ),
    define(
        910, "manifest-language", "warning",
        en=(
            "pack.toml promises “<language>”, but “<name>” has no translation in it.",
            "Add translations/<language>/<file>, or take the language out.",
            "In a language without a sheet the scene is shown in its source language.",
        ),
        ja=(
            "pack.toml には「<language>」とありますが、「<name>」の訳がありません。",
            "translations/<language>/<file> を足すか、その言語を消してください。",
            "台本のない言語では、もとの言語で表示されます。",
        ),
    ),
    define(
        911, "manifest-notes", "warning",
        en=(
            "A cue calls for the content note “<note>”, and neither pack.toml nor the scene has it: “<text>”.",
            "Add \"<note>\" to content_notes in pack.toml, or a “warning:” to the scene.",
            "Whoever practises decides beforehand, knowing what will come.",
        ),
        ja=(
            "「<text>」には内容の注意「<note>」が要りますが、pack.toml にも場面にもありません。",
            "pack.toml の content_notes に \"<note>\" を足すか、場面に「注意：」を書いてください。",
            "何が出てくるかを知ったうえで、始めるかどうかを決められるようにします。",
        ),
    ),
    define(
        912, "manifest-needs", "error",
        en=(
            "The pack needs “<name>”, which this version does not have.",
            "Open it with a newer Engawa, or take the need out.",
            "It is better not to open a pack than to play it in part.",
        ),
        ja=(
            "このパックには「<name>」が必要ですが、この版にはありません。",
            "新しい縁側で開くか、needs から消してください。",
            "一部だけ動くよりも、開かないほうがよいからです。",
        ),
    ),
    define(
        913, "manifest-too-large", "error",
        en=("pack.toml is larger than <limit> kilobytes.", "Shorten it.", _COVER_EN),
        ja=("pack.toml が<limit>キロバイトを超えています。", "短くしてください。", _COVER_JA),
    ),
    define(
        914, "manifest-twice", "error",
        en=("The scene “<name>” is listed twice.", "Keep one of the two entries.", _COVER_EN),
        ja=("場面「<name>」が二度並んでいます。", "どちらかひとつにしてください。", _COVER_JA),
    ),
)  # fmt: skip

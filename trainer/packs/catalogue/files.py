"""Findings 801-849: files of a pack, and rehearsal plans."""

from __future__ import annotations

from trainer.packs.catalogue.definition import Definition, define

_CLOSED_EN = "A pack is data with a closed list of kinds of files, so that it can be opened without worry."
_CLOSED_JA = "パックは、決まった種類のファイルだけを入れたデータです。安心して開けるようにするためです。"

DEFINITIONS: tuple[Definition, ...] = (
    define(
        801, "asset-missing", "error",
        en=("pack.toml names “<name>”, but the file is not there.", "Add the file, or take its entry out.", _CLOSED_EN),
        ja=(
            "pack.toml にある「<name>」というファイルがありません。",
            "ファイルを入れるか、その項目を消してください。",
            _CLOSED_JA,
        ),
    ),
    define(
        802, "asset-unused", "warning",
        en=(
            "“<name>” is in the folder, but pack.toml does not name it.",
            "Add an entry [[assets]] with its credit, or take the file out.",
            "A file nobody names has no credit and no description.",
        ),
        ja=(
            "「<name>」は、pack.toml に書かれていません。",
            "[[assets]] に作った人を書いて足すか、ファイルを消してください。",
            "書かれていないファイルは、だれが作ったのか、何の絵や音なのかが分かりません。",
        ),
    ),
    define(
        803, "alt-missing", "warning",
        en=(
            "The picture “<name>” has no description in “<language>”.",
            "Add alt.<language> with one sentence about what can be seen.",
            "Somebody who does not see the picture hears the sentence.",
        ),
        ja=(
            "絵「<name>」に「<language>」の説明がありません。",
            "alt.<language> に、何が見えるかを一文で書いてください。",
            "絵が見えない人には、その一文が読み上げられます。",
        ),
    ),
    define(
        804, "credit-missing", "warning",
        en=(
            "“<name>” does not say who made it.",
            "Add credit = \"...\" and licence = \"...\" to its entry.",
            "Others can share the pack only when they know whose work is in it.",
        ),
        ja=(
            "「<name>」を作った人が書かれていません。",
            "その項目に credit = \"…\" と licence = \"…\" を足してください。",
            "だれの作ったものか分かってはじめて、ほかの人にも渡せます。",
        ),
    ),
    define(
        805, "exif-gps", "warning",
        en=(
            "The picture “<name>” holds the place where it was taken.",
            "Save it again without its data; the editor does this when a picture is dragged in.",
            "A place can tell where somebody lives.",
        ),
        ja=(
            "絵「<name>」に、撮った場所の情報が入っています。",
            "情報を消して保存し直してください。編集画面に入れると、自動で消えます。",
            "場所の情報から、住んでいる所が分かってしまうことがあります。",
        ),
    ),
    define(
        806, "too-large", "error",
        en=(
            "“<name>” is larger than a file in a pack may be.",
            "Make it smaller or shorter.",
            "Packs travel by mail and by stick, and old computers open them too.",
        ),
        ja=(
            "「<name>」は、パックに入れるには大きすぎます。",
            "小さく、または短くしてください。",
            "パックは、メールや USB で渡したり、古いパソコンで開いたりするものです。",
        ),
    ),
    define(
        807, "format", "error",
        en=(
            "“<name>” is not what its ending says, or is not whole.",
            "Drop it on “Pictures, sounds”, which saves it anew, or give it the ending of what it is.",
            _CLOSED_EN,
        ),
        ja=(
            "「<name>」の中身が、名前の終わり（拡張子）と違うか、欠けています。",
            "「絵と音」に入れ直す（保存し直されます）か、正しい拡張子にしてください。",
            _CLOSED_JA,
        ),
    ),
    define(
        808, "file-name", "error",
        en=(
            "Packs do not use a file name like “<name>”.",
            "Use letters, digits and hyphens, and one of the folders a pack has.",
            "A name that is fine on one computer can be impossible, or mean something else, on another.",
        ),
        ja=(
            "「<name>」というファイル名は、パックでは使えません。",
            "英数字とハイフンの名前にして、決まったフォルダーに入れてください。",
            "あるパソコンでは使える名前が、別のパソコンでは使えなかったり、違う意味になったりします。",
        ),
    ),
    define(
        809, "file-kind", "error",
        en=(
            "“<name>” is not a kind of file that packs hold.",
            "Take it out. Text, PNG, JPEG, WebP, WAV, Ogg, Opus and MP3 may stay.",
            _CLOSED_EN,
        ),
        ja=(
            "「<name>」は、パックに入れられない種類のファイルです。",
            "外してください。入れられるのは、文書と PNG・JPEG・WebP・WAV・Ogg・Opus・MP3 です。",
            _CLOSED_JA,
        ),
    ),
    define(
        810, "file-same-name", "error",
        en=(
            "On some computers “<name>” would have the same name as another file.",
            "Give one of the two another name.",
            "Capital and small letters, or full-width and half-width ones, count as the same there.",
        ),
        ja=(
            "「<name>」は、パソコンによっては別のファイルと同じ名前になります。",
            "どちらかの名前を変えてください。",
            "大文字と小文字、全角と半角が同じに扱われることがあります。",
        ),
    ),
    define(
        811, "not-utf8", "error",
        en=(
            "“<name>” is not UTF-8 text; it looks like <encoding>.",
            "Save it as UTF-8. In Notepad: Save as, then Encoding: UTF-8.",
            "UTF-8 is the one way of storing text that every computer reads alike.",
        ),
        ja=(
            "「<name>」は UTF-8 の文書ではありません。<encoding> のようです。",
            "UTF-8 で保存してください。メモ帳では「名前を付けて保存」で「文字コード：UTF-8」を選びます。",
            "UTF-8 なら、どのパソコンでも同じように読めます。",
        ),
    ),
    define(
        831, "plan-unclear", "error",
        en=(
            "This line of the plan is not understood: “<text>”.",
            "Begin it with > = ! or write end, left, dial, seed, language or // there.",
            "A plan is one step a line: what the trainee does, or where the scene must be then.",
        ),
        ja=(
            "計画のこの行は読み取れません：「<text>」",
            "＞ ＝ ！ で始めるか、終わり・退出・負荷・種・言語・※ のどれかを書いてください。",
            "計画は、一行にひとつずつ書きます。することか、そのとき居るはずの所です。",
        ),
    ),
    define(
        832, "plan-name", "error",
        en=(
            "The plan names “<name>”, which the scene does not have.",
            "Use a name of the sheet.",
            "A plan follows the names of moments, goals and dials.",
            "Did you mean “<near>”?",
        ),
        ja=(
            "計画にある「<name>」は、場面にありません。",
            "台本にある名前にしてください。",
            "計画では、やりとり・目標・負荷の名前を使います。",
            "「<near>」のことでしょうか。",
        ),
    ),
    define(
        833, "plan-open", "warning",
        en=(
            "The plan does not say how the scene ends.",
            "Write “end” or “left” as its last line.",
            "Otherwise nobody notices when the scene stops too early.",
        ),
        ja=(
            "計画に、どう終わるかが書かれていません。",
            "最後の行に「終わり」か「退出」と書いてください。",
            "書いておくと、場面が途中で止まったときに気づけます。",
        ),
    ),
    define(
        834, "plan-scene", "error",
        en=(
            "There is no scene called “<name>” for this plan.",
            "Name the file after scene and language, such as shop-counter.en.plan.",
            "The name of the file tells which scene it plays.",
        ),
        ja=(
            "この計画の場面「<name>」がありません。",
            "ファイル名を「場面のid.言語.plan」（shop-counter.ja.plan など）にしてください。",
            "どの場面の計画かは、ファイル名で分かります。",
        ),
    ),
)  # fmt: skip

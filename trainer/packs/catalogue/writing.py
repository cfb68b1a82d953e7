"""Findings 101-139: slips in the writing of a line, and lines that stand where they mean nothing."""

from __future__ import annotations

from trainer.packs.catalogue.definition import Definition, define

DEFINITIONS: tuple[Definition, ...] = (
    define(
        101, "unknown-line", "error",
        en=(
            "This line is none of the sheet's marks or keywords: “<text>”.",
            "Begin it with a mark from the list in the scene-sheet guide, or with // to make it a note.",
            "What a line is depends only on how it begins. A line that begins like nothing else is kept as it is, "
            "but nothing happens at it.",
            "Did you mean “<near>”? Write that at the beginning of the line.",
        ),
        ja=(
            "この行は、どの記号やことばとも合いません：「<text>」",
            "台本の書き方にある記号で始めるか、※ を付けてメモにしてください。",
            "行の意味は、始まりの記号やことばで決まります。どれとも合わない行は残りますが、何も起こりません。",
            "「<near>」のことでしょうか。行の始めをそう書きかえてください。",
        ),
    ),
    define(
        102, "missing-colon", "error",
        en=(
            "“<speaker>” needs a colon before the words.",
            "Write “<speaker>:” and then the words.",
            "The colon tells the speaker's name, or the keyword, from what is said.",
        ),
        ja=(
            "「<speaker>」のあとに「：」がありません。",
            "「<speaker>：」と書いて、そのあとにことばを続けてください。",
            "話す人の名前やことばの種類と、本文とを分けるために「：」が必要です。",
        ),
    ),
    define(
        103, "plain-line", "error",
        en=(
            "This line has no speaker and no mark: “<text>”.",
            "Put the speaker's name and a colon in front, @ for something seen or heard, or // for a note.",
            "Often a sentence was broken by Enter, or another way to say the line above has lost its slash.",
            "Is it another way to say the line above? Put <near> in front of it.",
        ),
        ja=(
            "話す人も記号もない行です：「<text>」",
            "話す人の名前と「：」を前に付けてください。見えるもの・聞こえるものなら ＠、メモなら ※ です。",
            "文の途中で改行が入ったか、言いかえの「／」が落ちていることがよくあります。",
            "上の行の言いかえでしょうか。行の始めに「／」を付けてください。",
        ),
    ),
    define(
        104, "unknown-speaker", "error",
        en=(
            "Nobody in this scene is called “<speaker>”.",
            "Add “person <speaker>: ...” at the top, or use a name that is there.",
            "Everybody who speaks is introduced at the top of the sheet, so that the trainee meets them beforehand.",
            "Did you mean “<near>”? Write that name, or add “person <speaker>: ...” at the top.",
        ),
        ja=(
            "この場面に「<speaker>」という人はいません。",
            "台本の上に「人物　<speaker>：…」を足すか、すでにある名前を使ってください。",
            "話す人は、台本の上で紹介します。練習する人が、前もって知ることができるようにするためです。",
            "「<near>」のことでしょうか。その名前にするか、上に「人物　<speaker>：…」を足してください。",
        ),
    ),
    define(
        105, "empty-line", "error",
        en=(
            "Nothing stands after “<mark>”.",
            "Write the words behind it, or take the line out.",
            "An empty line of this kind would be said or shown as silence.",
        ),
        ja=(
            "「<mark>」のあとに何もありません。",
            "ことばを書くか、この行を消してください。",
            "このままでは、何もないまま言ったり表示したりすることになります。",
        ),
    ),
    define(
        106, "hidden-character", "error",
        en=(
            "A character that cannot be seen stands here: <character>.",
            "Delete the characters around this place and type them again.",
            "Such characters come along when text is pasted. They can turn words around or keep them from being found.",
        ),
        ja=(
            "目に見えない文字が入っています：<character>",
            "このあたりの文字を消して、打ち直してください。",
            "見えない文字は、貼り付けのときに混ざります。並びが逆になったり、ことばが見つからなくなったりします。",
        ),
    ),
    define(
        107, "outside-moment", "error",
        en=(
            "“<mark>” stands before the first moment.",
            "Move it below a heading such as “== arrive ==”.",
            "Everything that is said, seen or answered belongs to a moment.",
        ),
        ja=(
            "「<mark>」が、最初のやりとりより前にあります。",
            "「＝＝ 入る ＝＝」のような見出しの下に移してください。",
            "話すこと、見えること、返事は、どれもやりとりの中に書きます。",
        ),
    ),
    define(
        108, "example-without-reply", "error",
        en=(
            "This example belongs to no reply: “<text>”.",
            "Write a reply above it, such as “> say hello”. For another way to say a spoken line, begin with /.",
            "An example tells with which words a reply can be given, so it stands under that reply.",
        ),
        ja=(
            "どの返事のものでもない例です：「<text>」",
            "上に「＞ あいさつする」のような返事の行を書いてください。せりふの言いかえなら「／」で始めます。",
            "例は、その返事をどんなことばで言えるかを示すので、返事の下に書きます。",
        ),
    ),
    define(
        109, "wording-without-line", "error",
        en=(
            "This is another way to say something, but nothing is said above it: “<text>”.",
            "Write a spoken line such as “CLERK: Hello.” directly above it.",
            "A slash offers other words for the spoken line right above.",
        ),
        ja=(
            "言いかえの行ですが、上にせりふがありません：「<text>」",
            "すぐ上に「店員：いらっしゃいませ。」のようなせりふを書いてください。",
            "「／」は、すぐ上のせりふの別の言い方です。",
        ),
    ),
    define(
        110, "duplicate-moment", "error",
        en=(
            "There is already a moment called “<name>”, at line <other>.",
            "Give this one another name, or join the two.",
            "An arrow would not know which of the two to go to.",
        ),
        ja=(
            "「<name>」というやりとりは、<other>行目にもあります。",
            "別の名前にするか、ひとつにまとめてください。",
            "矢印が、どちらへ進むのか決められません。",
        ),
    ),
    define(
        111, "duplicate-reply", "error",
        en=(
            "This moment already has a reply called “<name>”, at line <other>.",
            "Give this one another name, or put its examples under the first.",
            "Replies are told apart by their names, in translations and records too.",
        ),
        ja=(
            "このやりとりには「<name>」という返事が、<other>行目にもあります。",
            "別の名前にするか、例を最初のほうにまとめてください。",
            "返事は名前で見分けます。翻訳や記録でも同じです。",
        ),
    ),
    define(
        112, "duplicate-event", "error",
        en=(
            "“<name>” stands twice in this moment; the first is at line <other>.",
            "Join the two blocks, or change the number of one.",
            "Only the first would ever happen.",
        ),
        ja=(
            "このやりとりに「<name>」が二つあります。最初は<other>行目です。",
            "ひとつにまとめるか、片方の数字を変えてください。",
            "最初のほうしか起こりません。",
        ),
    ),
    define(
        113, "duplicate-hint", "error",
        en=(
            "Hint <level> stands twice in this moment; the first is at line <other>.",
            "Keep one of them, or give the other its own number from 1 to 3.",
            "There are three levels of hint in a moment, each with one text.",
        ),
        ja=(
            "このやりとりに、ヒント<level>が二つあります。最初は<other>行目です。",
            "ひとつだけ残すか、１から３の別の数字にしてください。",
            "ヒントは三段階で、それぞれひとつずつです。",
        ),
    ),
    define(
        114, "condition-unclear", "error",
        en=(
            "This condition cannot be read: “<condition>”.",
            "Write one name, one sign and one value, such as (if queue >= 1).",
            "A condition compares one name with one value. There is no “and”, “or” or calculation.",
        ),
        ja=(
            "この条件は読み取れません：「<condition>」",
            "名前と記号と値をひとつずつ、「（もし 列 >= 1）」のように書いてください。",
            "条件は、ひとつの名前とひとつの値をくらべます。「かつ」「または」や計算は使えません。",
        ),
    ),
    define(
        115, "unknown-tone", "warning",
        en=(
            "“(<tone>)” is not one of the tones, so it will be said aloud.",
            "Use one of: <tones>. Or write what can be seen on a line of its own with @.",
            "How a line is said is a closed list, because every voice has to be able to do it.",
        ),
        ja=(
            "「（<tone>）」は決まった言い方にないので、そのまま声に出されます。",
            "そっと・ゆっくり・明るく・疲れて のどれかにするか、見えることなら ＠ の行に書いてください。",
            "言い方は、どの声でもできるものに決めてあります。",
        ),
    ),
    define(
        116, "head-missing", "error",
        en=(
            "The sheet does not say its “<key>”.",
            "Add a line “<key>: ...” at the top.",
            "Name, id and language are needed to find the scene and to read it in the right voice.",
        ),
        ja=(
            "台本に「<key>」がありません。",
            "上のほうに「<key>：…」という行を足してください。",
            "題名・id・言語は、場面を見つけ、合った声で読むために必要です。",
        ),
    ),
    define(
        117, "head-value", "error",
        en=(
            "“<key>” cannot be read.",
            "Write it like this: <expected>.",
            "This line takes a number in a range, or a word from a closed list.",
        ),
        ja=(
            "「<key>」の内容が読み取れません。",
            "次のように書いてください：<expected>",
            "この行に書けるのは、決まった範囲の数か、決まったことばです。",
        ),
    ),
    define(
        118, "duplicate-name", "error",
        en=(
            "“<name>” is already there, at line <other>.",
            "Keep one of the two lines, or give this one another name.",
            "Only the first would count.",
        ),
        ja=(
            "「<name>」は、<other>行目にもあります。",
            "どちらかを残すか、別の名前にしてください。",
            "最初のほうだけが使われます。",
        ),
    ),
    define(
        119, "set-unclear", "error",
        en=(
            "This change of memory cannot be read: “<text>”.",
            "Write “set: name = value”, or “set: name + 1” for a number.",
            "A memory or slot gets a value, or a number goes up or down.",
        ),
        ja=(
            "記録の書き方が読み取れません：「<text>」",
            "「記録：名前 ＝ 値」か、数なら「記録：名前 ＋ １」と書いてください。",
            "覚えておくことに値を入れるか、数を増やしたり減らしたりします。",
        ),
    ),
    define(
        120, "event-number", "error",
        en=(
            "The number of “<key>” is not between <low> and <high>.",
            "Write a number from <low> to <high>, such as “silence 8s:” or “unclear 2:”.",
            "Silence is counted in whole seconds; the other blocks exist for a first and a second time.",
        ),
        ja=(
            "「<key>」の数が <low> から <high> の間にありません。",
            "「沈黙８秒：」「伝わらないとき２：」のように、<low> から <high> の数を書いてください。",
            "沈黙は秒の数、ほかは一回目と二回目だけがあります。",
        ),
    ),
    define(
        121, "gesture-with-words", "warning",
        en=(
            "The reply “(<name>)” is in brackets, so it has no words; its examples are not used.",
            "Take the brackets off, or move the examples to a reply without brackets.",
            "A reply in brackets is a gesture. It is chosen, never said.",
        ),
        ja=(
            "「（<name>）」はかっこ付きなので、ことばのない返事です。例は使われません。",
            "かっこを外すか、例をかっこのない返事に移してください。",
            "かっこ付きの返事は、しぐさです。選ぶだけで、声には出しません。",
        ),
    ),
    define(
        122, "purpose-without-reply", "error",
        en=(
            "“on purpose” stands outside a reply.",
            "Move it below the reply that it is about.",
            "It marks a reply in which something is tried on purpose to see that the world goes on.",
        ),
        ja=(
            "「わざと」が返事の外にあります。",
            "その返事の下に移してください。",
            "わざと違うことをしてみる返事に付ける印です。",
        ),
    ),
    define(
        123, "ok-unknown", "warning",
        en=(
            "There is no finding called “<accepted>”.",
            "Copy the code from the list of findings.",
            "A note “// ok code: reason” accepts a finding by its code.",
            "Did you mean “<near>”?",
        ),
        ja=(
            "「<accepted>」という指摘はありません。",
            "指摘の一覧からコードを写してください。",
            "「※ ok コード：理由」は、そのコードの指摘をそのままでよいとする印です。",
            "「<near>」のことでしょうか。",
        ),
    ),
    define(
        124, "ok-unused", "idea",
        en=(
            "Nothing was found here that “ok <accepted>” could accept.",
            "Take the note out, or move it directly above the line it is about.",
            "Notes that accept nothing hide later findings by surprise.",
        ),
        ja=(
            "「ok <accepted>」が指す指摘は、ここにはありません。",
            "この行を消すか、対象の行のすぐ上に移してください。",
            "使われない印が残っていると、あとの指摘を思わず隠してしまいます。",
        ),
    ),
    define(
        125, "ok-no-reason", "idea",
        en=(
            "“ok <accepted>” gives no reason.",
            "Write a few words after a colon, for the next person who reads the sheet.",
            "The second reader wants to know why something was left as it is.",
        ),
        ja=(
            "「ok <accepted>」に理由がありません。",
            "次に読む人のために、「：」のあとにひとこと書いてください。",
            "なぜそのままにしたのかが、二人目の読み手に伝わります。",
        ),
    ),
    define(
        126, "ok-error", "warning",
        en=(
            "“<accepted>” cannot be accepted with a note: the scene would not work.",
            "Repair the line and take the note out.",
            "Warnings and ideas can be accepted, errors cannot.",
        ),
        ja=(
            "「<accepted>」は、印を付けてもそのままにはできません。場面が動かなくなります。",
            "行を直して、この印を消してください。",
            "印を付けられるのは、警告と提案だけです。",
        ),
    ),
)  # fmt: skip

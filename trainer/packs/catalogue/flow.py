"""Findings 201-229: where the scene goes, and whether it can always be left."""

from __future__ import annotations

from trainer.packs.catalogue.definition import Definition, define

DEFINITIONS: tuple[Definition, ...] = (
    define(
        201, "goto-unknown", "error",
        en=(
            "There is no moment called “<name>”.",
            "Write a moment “== <name> ==”, or use a name that is there.",
            "An arrow goes to a moment of this sheet, or to end, again or back.",
            "Did you mean “-> <near>”?",
        ),
        ja=(
            "「<name>」というやりとりはありません。",
            "「＝＝ <name> ＝＝」を書くか、すでにある名前にしてください。",
            "矢印の先は、この台本のやりとりか、終わり・もう一度・戻る です。",
            "「→ <near>」のことでしょうか。",
        ),
    ),
    define(
        202, "no-way-to-end", "error",
        en=(
            "From “<name>” the scene can never come to its end.",
            "Add an arrow that leads on, such as “-> end”.",
            "Whoever comes here could only go round and round.",
        ),
        ja=(
            "「<name>」からは、場面の終わりにたどり着けません。",
            "「→ 終わり」のように、先へ進む矢印を足してください。",
            "ここに来ると、ぐるぐる回り続けることになります。",
        ),
    ),
    define(
        203, "no-early-exit", "error",
        en=(
            "From “<name>” there is no short way to leave.",
            "Under “== anywhere ==” add a reply such as “> leave early” that goes to a moment ending with “-> end”.",
            "At every moment the trainee can say that they are going, and the partner says goodbye kindly.",
        ),
        ja=(
            "「<name>」には、途中で帰るための短い道がありません。",
            "「＝＝ どこでも ＝＝」に「＞ 途中でやめる」を書き、「→ 終わり」のあるやりとりへつないでください。",
            "どこにいても「今日はここまで」と言えて、相手がやさしく見送ります。",
        ),
    ),
    define(
        204, "goto-no-fallback", "error",
        en=(
            "Every arrow here has a condition, so sometimes none of them fits.",
            "Add a last arrow without a condition.",
            "When nothing fits, the conversation would stand still after the answer.",
        ),
        ja=(
            "ここの矢印はどれも条件付きなので、どれにも当てはまらないことがあります。",
            "最後に、条件のない矢印を足してください。",
            "どれにも当てはまらないと、返事のあとで会話が止まってしまいます。",
        ),
    ),
    define(
        205, "goto-hidden", "error",
        en=(
            "This arrow is never reached: the one at line <other> always comes first.",
            "Move it above the arrow without a condition, or take it out.",
            "The first arrow that fits is followed.",
        ),
        ja=(
            "この矢印まで進むことはありません。<other>行目の矢印が、いつも先に選ばれます。",
            "条件のない矢印より上に移すか、消してください。",
            "上から見て、最初に当てはまった矢印へ進みます。",
        ),
    ),
    define(
        206, "moment-unreachable", "warning",
        en=(
            "No way leads to “<name>”.",
            "Add an arrow “-> <name>” where it belongs, or take the moment out.",
            "A moment nobody can come to is work nobody will see.",
        ),
        ja=(
            "「<name>」へ進む道がありません。",
            "合う所に「→ <name>」を足すか、このやりとりを消してください。",
            "だれもたどり着けないやりとりは、せっかく書いても見てもらえません。",
        ),
    ),
    define(
        207, "reply-stays", "warning",
        en=(
            "After “<name>” nothing leads on, so the same moment stays.",
            "Add an arrow, or “-> again” if it is meant to stay.",
            "Usually an arrow was forgotten.",
        ),
        ja=(
            "「<name>」のあとに進む先がないので、同じ所にとどまります。",
            "矢印を足してください。とどまるつもりなら「→ もう一度」と書きます。",
            "たいていは、矢印の書き忘れです。",
        ),
    ),
    define(
        208, "never-true", "error",
        en=(
            "This condition can never be true: <condition>.",
            "Use a value that “<name>” can have: <values>.",
            "The value is outside the range of the dial, or not among the values of the slot or memory.",
        ),
        ja=(
            "この条件が成り立つことはありません：<condition>",
            "「<name>」がとれる値にしてください：<values>",
            "負荷の範囲の外か、聞き取る言葉や覚えておくことにない値です。",
        ),
    ),
    define(
        209, "goal-unknown", "error",
        en=(
            "There is no goal called “<name>”.",
            "Add “goal <name>: ...” at the top, or use a name that is there.",
            "Goals are introduced at the top, so that the trainee can choose what to try.",
            "Did you mean “<near>”?",
        ),
        ja=(
            "「<name>」という目標はありません。",
            "上に「目標　<name>：…」を足すか、すでにある名前にしてください。",
            "目標は台本の上で紹介します。何を試すかを、練習する人が選べるようにするためです。",
            "「<near>」のことでしょうか。",
        ),
    ),
    define(
        210, "goal-never-reached", "warning",
        en=(
            "The goal “<name>” is never reached.",
            "Put “goal: <name>” below a reply, or take the goal out.",
            "A goal that cannot be met would be a promise that is not kept.",
        ),
        ja=(
            "目標「<name>」にたどり着く所がありません。",
            "返事の下に「目標：<name>」を書くか、この目標を消してください。",
            "かなうことのない目標は、守られない約束になってしまいます。",
        ),
    ),
    define(
        211, "name-unknown", "error",
        en=(
            "Nothing here is called “<name>”.",
            "Add it at the top as a memory, slot or dial, or use a name that is there.",
            "Conditions and changes use names from the top of the sheet.",
            "Did you mean “<near>”?",
        ),
        ja=(
            "「<name>」という名前はありません。",
            "上に「覚えておく」「聞き取る言葉」「負荷」として足すか、すでにある名前にしてください。",
            "条件や記録では、台本の上で決めた名前を使います。",
            "「<near>」のことでしょうか。",
        ),
    ),
    define(
        212, "slot-unknown", "error",
        en=(
            "There is no slot called {<name>}.",
            "Add “slot <name>: ...” at the top, or use a name that is there.",
            "Words in curly brackets are filled in while the scene is played.",
            "Did you mean {<near>}?",
        ),
        ja=(
            "{<name>} という聞き取る言葉はありません。",
            "上に「聞き取る言葉　<name>：…」を足すか、すでにある名前にしてください。",
            "波かっこの中は、場面の途中でことばに置きかわります。",
            "{<near>} のことでしょうか。",
        ),
    ),
    define(
        213, "slot-bracket", "error",
        en=(
            "A curly bracket has no partner here.",
            "Write the name between two brackets, such as {item}.",
            "Curly brackets are for names only; anything else would be read aloud.",
        ),
        ja=(
            "波かっこの片方がありません。",
            "{品物} のように、名前を両側から囲んでください。",
            "波かっこは名前だけに使います。そうでないと、そのまま読み上げられます。",
        ),
    ),
    define(
        214, "slot-empty", "error",
        en=(
            "{<name>} can be said here before it is known.",
            "Add “, usually ...” to the slot at the top, or set it on the way: <way>.",
            "Found by walking every path: on this one nobody has said the word yet.",
        ),
        ja=(
            "{<name>} が決まらないうちに、ここで言うことがあります。",
            "上の「聞き取る言葉」に「、ふつうは…」を足すか、途中で記録してください：<way>",
            "すべての道をたどって見つけました。この道では、まだだれもそのことばを言っていません。",
        ),
    ),
    define(
        215, "only-leaving", "warning",
        en=(
            "From “<name>” the only way out is to leave early.",
            "Add an arrow that leads on, so that the scene can also come to its own end.",
            "Leaving is always fine, but it is a choice only when there is another way.",
        ),
        ja=(
            "「<name>」から出るには、途中でやめるしかありません。",
            "先へ進む矢印を足して、場面が自然に終われるようにしてください。",
            "途中でやめるのはいつでもよいことですが、ほかの道があってこそ選べます。",
        ),
    ),
    define(
        216, "never-listens", "error",
        en=(
            "From “<name>” the partner goes on and on without the trainee's turn.",
            "Add a reply on the way round, or let one of the arrows go to the end.",
            "These moments lead to each other and none of them waits for an answer.",
        ),
        ja=(
            "「<name>」から、返事の番が来ないまま相手が話し続けます。",
            "途中に返事を足すか、矢印のひとつを終わりにつないでください。",
            "これらのやりとりは互いにつながっていて、返事を待つ所がありません。",
        ),
    ),
    define(
        217, "line-after-arrow", "warning",
        en=(
            "This line comes after an arrow that always leads away, at line <other>.",
            "Move it above the arrow.",
            "Read from top to bottom, it looks as if it never happened.",
        ),
        ja=(
            "この行は、必ず先へ進む矢印（<other>行目）のあとにあります。",
            "矢印より上に移してください。",
            "上から読むと、起こらないことのように見えます。",
        ),
    ),
    define(
        218, "hardest-unknown", "error",
        en=(
            "“hardest” names a moment that is not there: “<name>”.",
            "Write the name of a moment of this sheet.",
            "Its opening line is shown in the preview, so that nothing comes as a surprise.",
            "Did you mean “<near>”?",
        ),
        ja=(
            "「いちばん難しい」に書かれた「<name>」というやりとりはありません。",
            "この台本にあるやりとりの名前を書いてください。",
            "そのせりふを前もって見せて、驚かずにすむようにします。",
            "「<near>」のことでしょうか。",
        ),
    ),
    define(
        219, "set-value", "error",
        en=(
            "“<name>” cannot be “<value>”.",
            "Use one of the values listed at the top.",
            "A slot holds one of its own values, or a number in its range.",
        ),
        ja=(
            "「<name>」を「<value>」にすることはできません。",
            "台本の上に並べた値のどれかにしてください。",
            "聞き取る言葉には、並べた値か、範囲の中の数だけが入ります。",
        ),
    ),
    define(
        220, "no-moments", "error",
        en=(
            "The sheet has no moment.",
            "Write a heading such as “== arrive ==” and below it what is said.",
            "A scene is made of moments: something is said, and something can be answered.",
        ),
        ja=(
            "台本に、やりとりがひとつもありません。",
            "「＝＝ 入る ＝＝」のような見出しを書き、その下にせりふを書いてください。",
            "場面は、せりふと返事のやりとりでできています。",
        ),
    ),
    define(
        221, "name-clash", "error",
        en=(
            "“<name>” is both a <first> and a <second>.",
            "Give one of them another name.",
            "In a condition nobody could tell which of the two is meant.",
        ),
        ja=(
            "「<name>」が、二つの種類（<first>、<second>）で使われています。",
            "どちらかを別の名前にしてください。",
            "条件の中で、どちらのことか分からなくなります。",
        ),
    ),
    define(
        222, "silent-moment", "idea",
        en=(
            "At “<name>” it can happen that nothing is said and nothing is seen.",
            "Add a line or a cue without a condition.",
            "Everything in this opening has a condition, so the trainee may wait for something that does not come.",
        ),
        ja=(
            "「<name>」では、何も言われず、何も見えないことがあります。",
            "条件のないせりふか、＠ の行を足してください。",
            "始まりがどれも条件付きなので、何も起こらないまま待つことになります。",
        ),
    ),
    define(
        223, "events-without-replies", "warning",
        en=(
            "Nobody can answer at “<name>”, so the scene ends there and its silence and unclear blocks never happen.",
            "Add a reply, such as “> (wait quietly)”, or an arrow at the end of the opening.",
            "A moment waits for the trainee only when it has a reply of its own.",
        ),
        ja=(
            "「<name>」には返事がないので、場面はそこで終わり、「沈黙」や「伝わらないとき」は起こりません。",
            "「＞ （静かに待つ）」のような返事か、始まりの最後に矢印を足してください。",
            "返事のあるやりとりだけが、練習する人を待ちます。",
        ),
    ),
    define(
        224, "unheard-without-dial", "warning",
        en=(
            "“<name>” has a “not heard” block, but the scene has no dial “unheard”, so it never happens.",
            "Add “dial unheard: 0 to 2” at the top, or take the block out.",
            "Being asked again although the answer was good is something the trainee turns on.",
        ),
        ja=(
            "「<name>」に「聞こえなかったとき」がありますが、負荷「聞き返され」がないので起こりません。",
            "上に「負荷　聞き返され：０から２」を足すか、このかたまりを消してください。",
            "伝わったのに聞き返されるのは、練習する人が自分で設定したときだけです。",
        ),
    ),
    define(
        225, "dial-unused", "warning",
        en=(
            "The dial “<name>” changes nothing in this scene.",
            "Write what it changes: <example>. Or take the dial out.",
            "The other dials work by themselves; this one does what the sheet says.",
        ),
        ja=(
            "負荷「<name>」は、この場面では何も変えません。",
            "何が変わるかを書くか（<example>）、この負荷を消してください。",
            "ほかの負荷はひとりでに働きますが、これは台本に書いたことだけをします。",
        ),
    ),
    define(
        226, "event-hidden", "warning",
        en=(
            "This block never happens: “<first>” always leads to another moment before it.",
            "Take the arrow out of “<first>”, or take this block out.",
            "The second time comes only when the first one stays in the moment.",
        ),
        ja=(
            "このかたまりは起こりません。その前の「<first>」が、いつも別のやりとりへ進むからです。",
            "「<first>」の矢印を消すか、このかたまりを消してください。",
            "二回目は、一回目のあとも同じやりとりにとどまるときだけ起こります。",
        ),
    ),
)  # fmt: skip

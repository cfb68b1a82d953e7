"""What each kind of line means, in a sentence or two: the words of the hover help, in both languages."""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """A title and what it means, in English and Japanese."""

    en: tuple[str, str]
    ja: tuple[str, str]


KIND_WORDS: dict[str, Words] = {
    "moment": Words(
        ("A moment begins", "Something is said here, and something can be answered. Arrows lead to it by this name."),
        ("やりとりの始まり", "ここで何かが言われ、返事ができます。矢印は、この名前へ進みます。"),
    ),
    "anywhere": Words(
        ("Anywhere", "The replies below work in every moment."),
        ("どこでも", "下の返事は、どのやりとりでも使えます。"),
    ),
    "cue": Words(
        ("Seen or heard", "Not said by anybody: a look, a sound, the place."),
        ("見えるもの・聞こえるもの", "だれも言いません。表情や音、場所の様子です。"),
    ),
    "say": Words(
        ("Somebody speaks", "The partner says what is behind the colon. (softly) and (if ...) may stand before it."),
        ("せりふ", "「：」のあとを相手が言います。その前に（そっと）や（もし …）を書けます。"),
    ),
    "wording": Words(
        ("Another way to say it", "The way that was heard least often is picked."),
        ("別の言い方", "これまでにいちばん聞いていない言い方が選ばれます。"),
    ),
    "reply": Words(
        ("A reply", "Something the trainee can answer. Below it stand examples, and what happens then."),
        ("返事", "練習する人ができる返事です。下に、言い方の例と、そのあと起こることを書きます。"),
    ),
    "gesture": Words(
        ("A gesture", "A reply without words. It is chosen, never said."),
        ("しぐさ", "ことばのない返事です。声は要りません。"),
    ),
    "example": Words(
        ("An example", "Words for the reply above. Three or more, worded differently, are understood best."),
        ("言い方の例", "上の返事のことばです。言い方の違う例が三つ以上あると、よく聞き取れます。"),
    ),
    "arrow": Words(
        ("Go on to a moment", "The first arrow that fits is followed. end, again and back are always there."),
        ("やりとりへ進む", "当てはまる最初の矢印へ進みます。終わり・もう一度・戻る は、いつでも使えます。"),
    ),
    "hint1": Words(
        ("Hint 1: gentle", "Says what is going on here, without giving the words."),
        ("ヒント１：そっと", "いま何が起きているかを伝えます。ことばは、まだ教えません。"),
    ),
    "hint2": Words(
        ("Hint 2: narrower", "Says what kind of answer is enough."),
        ("ヒント２：もう少し", "どんな返事で十分かを伝えます。"),
    ),
    "hint3": Words(
        ("Hint 3: words to say", "Offers words in quotation marks that can be said just like that."),
        ("ヒント３：ことば", "そのまま言えることばを、かぎかっこで示します。"),
    ),
    "repeat": Words(
        ("When asked to say it again", "Without this block the opening is said once more."),
        ("聞き返されたとき", "このかたまりがなければ、始めのせりふをもう一度言います。"),
    ),
    "silence": Words(
        ("After that much quiet", "Silence is an answer too. The partner waits, and may say that there is time."),
        ("しばらく静かなとき", "黙っていることも返事です。相手は待ちます。「ごゆっくり」と言うこともできます。"),
    ),
    "unclear": Words(
        ("When an answer was not understood", "The partner takes it on themselves. A 2 is for the second time."),
        ("聞き取れなかったとき", "聞き取れないのは、こちらの都合です。２は二回目です。"),
    ),
    "unheard": Words(
        ("When the dial “unheard” is on", "The partner asks again, although the answer was good."),
        ("負荷「聞き返され」のとき", "返事はよかったのに、相手がもう一度聞きます。"),
    ),
    "reach": Words(
        ("A goal is reached", "The name is one of the goals at the top."),
        ("目標にとどく", "名前は、台本の上に書いた目標のひとつです。"),
    ),
    "set": Words(
        ("Something is remembered", "A memory or slot gets a value, or a number goes up or down by one step."),
        ("覚えておく", "覚えておくものの値を変えます。数なら、ひとつ増やしたり減らしたりできます。"),
    ),
    "show": Words(("A hint appears", "The trainee sees that hint without asking."),
                  ("ヒントが出る", "たずねなくても、そのヒントが見えます。")),
    "purpose": Words(
        ("Tried on purpose", "This reply tries the other thing, to see that the world goes on."),
        ("わざと試す", "あえて違うことをしてみる返事です。そのあとも、話は続きます。"),
    ),
    "note": Words(("A note", "For other authors. It is never shown or said."),
                  ("メモ", "ほかの書き手へのメモです。画面にも声にも出ません。")),
    "ok": Words(
        ("A finding kept as it is", "The reason is for the next person who reads the sheet."),
        ("このままにする印", "理由は、次に読む人のためのものです。"),
    ),
    "person": Words(
        ("Somebody who speaks", "The words up to the first comma are the name that is shown."),
        ("話す人", "最初の「、」「。」までが、画面に出る名前です。"),
    ),
    "goal": Words(("A goal", "Something one may try. It is reached, or simply not met yet."),
                  ("目標", "試してみてもよいことです。とどかなくても、そのままでよいものです。")),
    "slot": Words(
        ("A detail to listen for", "Values stand between bars; other words for one of them stand behind =."),
        ("聞き取る言葉", "値は「｜」で分けます。「＝」のあとに、同じ意味のことばを書けます。"),
    ),
    "memory": Words(("Something remembered", "With “keep” it is still there on the next visit."),
                    ("覚えておくもの", "「次回も」を付けると、次の訪問でも残ります。")),
    "dial": Words(("A dial", "The trainee turns it. It begins at its gentlest."),
                  ("負荷のつまみ", "練習する人が回します。いちばんやさしい所から始まります。")),
    "after": Words(("A question afterwards", "(scale 0 to 10), (pick goals) or (own words, may skip) says how."),
                   ("あとの質問", "（0から10）（目標）（自分の言葉で）で、答え方を決めます。")),
    "step": Words(("One small real step", "Offered in three sizes, and never owed."),
                  ("外での小さな一歩", "三つの大きさで用意します。しなくてもかまいません。")),
    "scene": Words(("The title", "What the trainee sees on the map."), ("題名", "地図に出る名前です。")),
    "id": Words(("The id", "Small letters, digits and hyphens. Records hold on to it: keep it once it is in use."),
                ("id", "小文字と数字とハイフンです。記録がこれを頼りにします。使い始めたら変えないでください。")),
    "language": Words(("The practice language", "en or ja. It decides voice, hearing and spelling."),
                      ("練習の言語", "en か ja です。声と聞き取りが、これで決まります。")),
    "level": Words(("The level", "1 (only listen) to 10."), ("レベル", "１（聞くだけ）から１０までです。")),
    "about": Words(("About the scene", "One or two sentences for the preview."),
                   ("説明", "はじめに見える、一、二文です。")),
    "place": Words(("Where and when", "Shown before the scene."), ("場所", "場面の前に見えます。")),
    "setting": Words(("The painted place", "One of a closed list, such as shop, phone or door."),
                     ("背景の絵", "店、電話、玄関など、決まった中から選びます。")),
    "minutes": Words(("About how long", "In minutes, for the preview."), ("およその長さ", "分で書きます。")),
    "expect": Words(("The question before", "What does the trainee think will happen?"),
                    ("始める前の質問", "どうなると思うかをたずねます。")),
    "hardest": Words(("The hardest moment", "Its first line is shown beforehand, so that nothing comes as a surprise."),
                     ("いちばん難しいところ", "始めのせりふを、前もって見せます。")),
    "warning": Words(("What may be hard", "Shown on the cover and before the scene."),
                     ("注意", "つらいかもしれないことを、前もって伝えます。")),
    "closing": Words(("A kind closing line", "May be repeated; one of them is shown."),
                     ("しめくくり", "いくつ書いてもかまいません。ひとつが出ます。")),
    "facilitators": Words(("For facilitators", "One line for whoever sits beside the trainee."),
                          ("支援する人へ", "となりにいる人への一行です。")),
    "translation": Words(("A translation", "The words below belong to the scene with this id."),
                         ("訳", "下のことばは、この id の場面のものです。")),
    "unknown": Words(("A line that is not known", "It is kept as it is, and nothing happens at it."),
                     ("わからない行", "このまま残りますが、何も起こりません。")),
}  # fmt: skip

"""Answers of the guided form to the lines of a first scene: whole, kind, and without a single finding to repair."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, fields, replace

_EXAMPLES = {
    "en": {
        "title": "At the bakery",
        "place": "a small bakery, morning",
        "person": "Emi, cheerful and calm",
        "said": "Good morning. What can I get you?",
        "answer": "A roll, please.",
        "other": "I'd like to look around first.",
        "quiet": "Take your time.",
    },
    "ja": {
        "title": "パン屋さんで",
        "place": "小さなパン屋さん、朝",
        "person": "えみさん、明るくて落ち着いた人",
        "said": "おはようございます。何になさいますか。",
        "answer": "丸パンをください",
        "other": "もう少し見ています",
        "quiet": "ごゆっくりどうぞ。",
    },
}


@dataclass(frozen=True, slots=True)
class Guided:
    """What was answered; an empty answer stands for the example beside it."""

    language: str = "en"
    title: str = ""
    place: str = ""
    person: str = ""
    said: str = ""
    answer: str = ""
    other: str = ""
    quiet: str = ""

    @staticmethod
    def examples(language: str) -> dict[str, str]:
        """What could be answered, by question."""
        return _EXAMPLES["ja" if language == "ja" else "en"]

    def filled(self) -> Guided:
        """The answers on one line each, with the examples where nothing was written."""
        known = self.examples(self.language)
        given = {
            one.name: " ".join(str(getattr(self, one.name)).split()) or known[one.name]
            for one in fields(self)
            if one.name != "language"
        }
        return replace(self, **given)

    @property
    def speaker(self) -> str:
        """The short name before the colon: the first word of who speaks."""
        first = self.person.replace("、", ",").replace("，", ",").split(",")[0].strip()
        word = first if self.language == "ja" else first.split(" ")[0]
        plain = "".join(c for c in word if unicodedata.category(c)[0] in "LN" or c in "ー-")
        return plain[:20].upper() or ("相手" if self.language == "ja" else "PARTNER")


def first_scene(answers: Guided) -> str:
    """The whole sheet. Every moment can be left, silence is kind, nothing is hurried."""
    given = answers.filled()
    return _japanese(given) if given.language == "ja" else _english(given)


def _english(a: Guided) -> str:
    who = a.speaker
    return f"""scene: {a.title}
id: first-scene
language: en
level: 2
about: A short visit. Nobody hurries you.
place: {a.place}
minutes: 3
expect: What do you think will happen?
person {who}: {a.person}

goal answer: Give any answer. A nod counts.

== anywhere ==
> ask to hear it again
  - Sorry, what did you say?
  - Could you say that again?
  - Once more, please?
  -> again
> leave early
  - Sorry, I have to go.
  - Another day, thank you.
  - Never mind, goodbye.
  -> leaving

== first ==
{who}: {a.said}
> first answer
  - {a.answer}
  goal: answer
  -> thanks
> other answer
  - {a.other}
  goal: answer
  -> thanks
> (nod)
  goal: answer
  -> thanks
hint 1: Any small answer is fine.
hint 2: A few words or a nod are enough.
hint 3: You could say: "{a.answer}"
silence 8s:
  {who}: (softly) {a.quiet}
silence 20s:
  -> thanks
unclear:
  {who}: Sorry, my ears today. Once more?
unclear 2:
  show hint 3

== thanks ==
{who}: Thank you. Have a good day.
-> end

== leaving ==
{who}: Of course. Another time.
-> end

after: How tense was it? (scale 0 to 10)
after: Which part went as you hoped? (pick goals)
step small: Walk past such a place.
step middle: Go in and look around.
step large: Say one sentence there.
closing: You came, and that counts.
"""


def _japanese(a: Guided) -> str:
    who = a.speaker
    return f"""場面：{a.title}
id：first-scene
言語：ja
レベル：2
説明：短い会話です。だれも急がせません。
場所：{a.place}
分：3
予想：どんなことが起こりそうですか。
人物　{who}：{a.person}

目標　返事：返事をしてみる。うなずくだけでも大丈夫です。

＝＝どこでも＝＝
＞もう一度聞く
・すみません、もう一度お願いします
・もう一回いいですか
・なんておっしゃいましたか
→もう一度
＞やめて帰る
・すみません、今日は失礼します
・また今度にします
・ごめんなさい、帰ります
→見送り

＝＝はじめ＝＝
{who}：{a.said}
＞ひとつめの返事
・{a.answer}
目標：返事
→お礼
＞ほかの返事
・{a.other}
目標：返事
→お礼
＞（うなずく）
目標：返事
→お礼
ヒント１：ここは、どんな返しでも大丈夫です。
ヒント２：ひとことか、うなずくだけで十分です。
ヒント３：たとえば「{a.answer}」。
沈黙８秒：
{who}：（そっと）{a.quiet}
沈黙２０秒：
→お礼
伝わらないとき：
{who}：すみません、聞き取れませんでした。もう一度いいですか。
伝わらないとき２：
ヒントを出す３

＝＝お礼＝＝
{who}：ありがとうございました。よい一日を。
→終わり

＝＝見送り＝＝
{who}：はい、またいつでもどうぞ。
→終わり

ふりかえり：どれくらい緊張しましたか。（目盛り 0から10）
ふりかえり：思ったとおりにできたのはどこですか。（目標から選ぶ）
一歩　小：そういう場所の前を通ってみる。
一歩　中：入って、見てまわる。
一歩　大：ひとこと話してみる。
しめくくり：来てみたこと、それだけで十分です。
"""

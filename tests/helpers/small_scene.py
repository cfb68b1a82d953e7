"""A small scene in both languages, written for the screens' tests: the counter of a shop."""

from __future__ import annotations

from trainer.script import (
    AfterQuestion,
    Dial,
    Goal,
    Heading,
    Line,
    Moment,
    Person,
    RealSteps,
    Reply,
    Scene,
    Silence,
    Wording,
)
from trainer.ui.bridge import SceneCard


def _line(speaker: str, text: str) -> Line:
    return Line(speaker, (Wording(text),))


def _scene(language: str, words: dict[str, str | tuple[str, ...]]) -> Scene:
    def w(key: str) -> str:
        value = words[key]
        assert isinstance(value, str)
        return value

    moments = (
        Moment(
            "greeting",
            w("greeting-label"),
            opening=(_line("clerk", w("hello")),),
            replies=(
                Reply("hello", w("reply-hello"), examples=(w("hello-back"),)),
                Reply("nod", w("reply-nod"), gesture=True),
            ),
            hints=(w("hint1"), w("hint2"), w("hint3")),
        ),
        Moment(
            "heat",
            w("heat-label"),
            opening=(_line("clerk", w("heat")),),
            replies=(
                Reply("yes", w("reply-yes"), examples=(w("yes"), w("yes2"))),
                Reply("no", w("reply-no"), examples=(w("no"),)),
                Reply("again", w("reply-again"), examples=(w("again"),)),
            ),
            hints=(w("hint1"), w("hint2"), w("hint3")),
            silences=(Silence(8, (_line("clerk", w("quiet")),)),),
        ),
        Moment(
            "bye",
            w("bye-label"),
            opening=(_line("clerk", w("bye")),),
            replies=(Reply("thanks", w("reply-thanks"), examples=(w("thanks"),)),),
        ),
    )
    return Scene(
        id="shall-i-heat-it",
        title=w("title"),
        language=language,
        moments=moments,
        anywhere=Moment("anywhere", ""),
        first="greeting",
        level=3,
        about=w("about"),
        where=w("where"),
        setting="shop",
        persons=(Person("clerk", w("person")),),
        goals=(Goal("answer", w("goal")),),
        dials=(
            Dial("queue", 0, 3),
            Dial("noise", 0, 2),
            Dial("speed", 0, 2),
            Dial("eyes", 0, 2),
            Dial("unheard", 0, 2),
            Dial("warmth", 0, 2),
        ),
        hardest="heat",
        expect=w("expect"),
        steps_outside=RealSteps(w("small"), w("middle"), w("large")),
        closing=(w("closing"),),
        after=(AfterQuestion(w("after-goals"), "goals"), AfterQuestion(w("after-words"), "words")),
        minutes=3,
    )


ENGLISH = _scene(
    "en",
    {
        "title": "Shall I heat it?",
        "about": "You buy a rice ball at a small shop.",
        "where": "The corner shop, afternoon.",
        "person": "Mina, at the counter. Civil and calm.",
        "goal": "Answer once, in any way.",
        "expect": "She may sigh.",
        "greeting-label": "At the counter",
        "hello": "Hello. Take your time.",
        "reply-hello": "Greet her",
        "hello-back": "Hello.",
        "reply-nod": "(nod)",
        "heat-label": "The question",
        "heat": "Shall I heat it for you?",
        "reply-yes": "Say yes",
        "yes": "Yes, please.",
        "yes2": "That would be nice, thank you.",
        "reply-no": "Say no",
        "no": "No, thank you.",
        "reply-again": "Ask to hear it again",
        "again": "Sorry, could you say that again?",
        "quiet": "Take your time.",
        "after-goals": "Which part went as you hoped?",
        "after-words": "Anything to remember?",
        "bye-label": "Goodbye",
        "bye": "Thank you. See you.",
        "reply-thanks": "Say thank you",
        "thanks": "Thank you.",
        "hint1": "One word is a whole answer.",
        "hint2": "You can say yes or no.",
        "hint3": "For example: “Yes, please.”",
        "small": "Look at the shop from across the street.",
        "middle": "Go in, look at one shelf, come out.",
        "large": "Buy one thing. Any answer to “heat it?” will do.",
        "closing": "Many people find the first word heavy. You carried it. That is enough for today.",
    },
)

JAPANESE = _scene(
    "ja",
    {
        "title": "温めますか？",
        "about": "小さなお店でおにぎりを買います。",
        "where": "近所のコンビニ、午後。",
        "person": "ミナさん、レジの人。おだやかで、ていねい。",
        "goal": "どんな形でもいいので、一度こたえる。",
        "expect": "ため息をつかれるかもしれない。",
        "greeting-label": "レジの前",
        "hello": "いらっしゃいませ。ごゆっくりどうぞ。",
        "reply-hello": "あいさつを返す",
        "hello-back": "こんにちは。",
        "reply-nod": "（うなずく）",
        "heat-label": "温めるかどうか",
        "heat": "こちらのお弁当、温めますか。",
        "reply-yes": "お願いする",
        "yes": "はい、お願いします。",
        "yes2": "温めてください。",
        "reply-no": "断る",
        "no": "いえ、そのままで大丈夫です。",
        "reply-again": "聞き返す",
        "again": "すみません、もう一度お願いします。",
        "quiet": "ごゆっくりどうぞ。",
        "after-goals": "思ったとおりになったのは、どこでしたか。",
        "after-words": "おぼえておきたいことはありますか。",
        "bye-label": "帰りぎわ",
        "bye": "ありがとうございました。またお越しください。",
        "reply-thanks": "お礼を言う",
        "thanks": "ありがとうございます。",
        "hint1": "ひとことで、じゅうぶん伝わります。",
        "hint2": "「はい」か「いいえ」で大丈夫です。",
        "hint3": "たとえば「はい、お願いします」。",
        "small": "通りの向こうから、お店をながめる。",
        "middle": "中に入って、棚をひとつ見て出る。",
        "large": "ひとつ買ってみる。「温めますか」には、どう答えても大丈夫です。",
        "closing": "最初のひとことは、だれにとっても重いものです。今日はそれで、もうじゅうぶんです。",
    },
)

SCENES = {"en": ENGLISH, "ja": JAPANESE}

_TITLES: dict[str, tuple[tuple[str, str, str], ...]] = {
    "home": (
        ("tray", "The tray", "お盆"),
        ("good-morning", "Good morning through the door", "扉ごしの「おはよう」"),
        ("first-knock", "First knock", "はじめての訪問"),
        ("note", "A note under the door", "扉の下のメモ"),
        ("through-the-door", "Talking through the door", "扉ごしの会話"),
        ("volunteer", "First volunteer visit", "ボランティアの初訪問"),
        ("volunteer-again", "Same volunteer, second time", "二度目の訪問"),
    ),
    "outdoors": (
        ("park", "The park, nobody near", "だれもいない公園"),
        ("park-nod", "Park: someone nods", "公園で会釈"),
        ("walk", "Walk with a supporter", "いっしょに散歩"),
        ("stairwell", "Stairwell neighbour", "近所の人とすれちがう"),
    ),
    "errands": (
        ("shall-i-heat-it", "Shall I heat it?", "温めますか？"),
        ("asked-again", "Asked three times", "もう一度お願いします"),
        ("library", "Library desk", "図書館のカウンター"),
        ("self-checkout", "Self-checkout with help", "セルフレジ"),
        ("out-of-stock", "It's out of stock", "売り切れ"),
        ("change", "The change is different", "おつりがちがう"),
        ("parcel", "Parcel delivery", "宅配便"),
        ("bus", "Bus driver", "バスの運転手"),
        ("cafe", "Quiet cafe order", "カフェで注文"),
        ("salon", "Hair salon: I'd like it quiet", "静かに切ってください"),
    ),
    "belonging": (
        ("plan", "Telling family a plan", "家族に伝える"),
        ("chat", "Enter a chat room", "チャットルームに入る"),
        ("message", "First anonymous message", "匿名でメールする"),
        ("door", "Getting through the door of a meeting", "会場に入るまで"),
        ("peer", "Peer group, may pass", "自己紹介（パスOK）"),
    ),
    "english": (
        ("en-hello", "English hello", "英語でこんにちは"),
        ("en-hobby", "A hobby, in English", "英語で趣味の話"),
    ),
    "help": (("centre", "Phone the support centre", "相談センターに電話"), ("clinic", "Clinic reception", "受付")),
    "work": (
        ("minutes", "Ask about 15 minutes", "15分から働けますか"),
        ("shelves", "First shift, shelves only", "品出しだけの初日"),
        ("customer", "Night shift: one customer", "深夜のレジ"),
        ("call", "Calling about a job ad", "応募の電話"),
        ("interview", "Night-shift interview, gentle", "夜勤の面接（やさしい）"),
        ("gap", "The interview with the gap question", "空白期間を聞かれる"),
        ("support", "Employment-support meeting", "就労支援の面談"),
        ("two", "Full interview, two people", "面接（ふたり）"),
    ),
}

_BEEN = {"tray", "good-morning", "first-knock", "park-nod", "asked-again", "library", "centre"}

_LATELY = ("shall-i-heat-it", "library", "tray")


def cards(language: str, more: int = 0) -> tuple[SceneCard, ...]:
    """The 38 scenes of the map, and `more` further ones that stand on no path of it."""
    found = []
    for path, titles in _TITLES.items():
        for level, (key, english, japanese) in enumerate(titles, start=1):
            title = japanese if language == "ja" else english
            minutes, talk = 8 if path == "work" else 3, 2 if path == "work" else 1
            heading = Heading("engawa", key, title, "", level, minutes, ("queue", "speed"), talk=talk)
            stone = (
                "stopped-here"
                if key == "shall-i-heat-it"
                else "small-today"
                if key == "park"
                else "been"
                if key in _BEEN
                else "not-yet"
            )
            stopped = ("レジの前" if language == "ja" else "At the counter") if stone == "stopped-here" else ""
            lately = _LATELY.index(key) + 1 if key in _LATELY else 0
            found.append(SceneCard(heading, path, stone, stopped, key in {"park", "tray"}, lately))
    for number in range(more):
        heading = Heading("big", f"scene-{number}", f"Scene {number}", "", 1 + number % 9, 3)
        found.append(SceneCard(heading, "other"))
    return tuple(found)

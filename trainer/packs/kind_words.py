"""Words that can hurt, by language: data only. They are nudges for a human reader, never a seal of kindness.

Keys: the code a word is reported as, and where it counts (`say` partner lines; `guide` hints, goals and other words to
the trainee; `all` both; `repair` only where something was not understood). Values: patterns, divided by ` ; ` or a new
line. English patterns are whole words. A negation near by takes a finding back ("nobody hurries you").
"""

from __future__ import annotations

from typing import Literal

Where = Literal["say", "guide", "all", "repair"]

ENGLISH: dict[tuple[str, Where], str] = {
    ("may-shame", "all"): r"""
        normal(?:ly)? ; abnormal ; every(?:one|body) else ; any(?:one|body) else (?:can|could|would|does)
        other people (?:can|do|manage|don't) ; most people can ; at your age ; people your age ; for your age
        grown[- ]up should ; act your age ; grow up ; your (?:own )?fault ; you're to blame
        blame you(?:rself)? ; what(?:'s| is) (?:wrong|the matter) with you ; what(?:'s| is) your problem
        lazy ; laziness ; spoiled ; pathetic ; stupid ; silly ; idiot ; ridiculous ; shameful ; shame on
        useless ; hopeless ; embarrass(?:ing|ed|ment) ; ashamed ; humiliat\w+ ; cowardly ; coward ; weak
        weakness ; weirdo ; freak ; loser ; shut-in ; recluse ; crazy ; insane ; psycho ; mentally ill
        sick in the head ; hikikomori ; fail(?:ed|ing|s|ure)? ; you missed ; wrong answer ; your mistake
        you got it wrong
    """,
    ("may-shame", "say"): r"""
        why (?:don't|didn't|can't|couldn't|won't|aren't|haven't) you ; i (?:already )?told you
        how many times ; pay attention ; listen to me ; are you (?:even )?listening
        you (?:never|always) \w+ ; you should(?:n't)?(?: have)? ; shouldn't you ; aren't you ashamed
        speak (?:up|louder|clearly|properly) ; look at me(?: when)? ; stop mumbling
    """,
    ("may-shame", "guide"): r"""
        wrong ; should(?:n't)?
    """,
    ("may-shame", "repair"): r"""
        speak (?:up|louder|clearly|properly) ; louder ; more clearly ; mumbl\w+ ; clear enough
        (?:you|that) (?:made|makes) no sense ; can't understand you ; don't understand you ; can't hear you
    """,
    ("may-hurry", "all"): r"""
        (?<!in a )hurry(?: up)? ; be quick ; quickly ; get a move on ; come on(?: then| now)?(?=[,!])
        chop chop ; faster ; as fast as you can
    """,
    ("may-hurry", "say"): r"""
        haven't got all day ; don't have all day ; what's taking ; are you done ; any day now
        people are waiting ; you're holding (?:up|everyone) ; make up your mind
        time(?:'s| is) (?:up|running out)
    """,
    ("may-belittle", "guide"): r"""
        easy ; easily ; easier ; simple ; simply ; obvious(?:ly)? ; of course you can
        just(?! (?:a moment|a second|in case|now|like|as|then))
    """,
    ("may-belittle", "say"): r"""
        (?:it|that)(?:'s| is) (?:so |really |very |not that )?(?:easy|simple|nothing) ; anyone can
        a child could ; just (?:say|answer|speak|talk|do|try|relax|smile|be|tell|ask|go) ; you just
    """,
    ("may-belittle", "all"): r"""
        overthink\w* ; it's all in your head ; too sensitive ; making a fuss ; no big deal for
    """,
    ("may-press", "all"): r"""
        cheer up ; try harder ; man up ; toughen up ; snap out ; calm down ; get over it
        pull yourself together ; do your best ; smile more ; be confident ; be brave ; be yourself
        you have no excuse ; no excuses ; back to (?:normal|society|work) ; get a (?:real )?job ; real job
        proper job ; return to society
    """,
    ("may-press", "say"): r"""
        you (?:have|need) to (?:go|get|try|change|work|come|leave)
        you must (?:go|get|try|change|work|come|leave)
    """,
    ("may-judge", "all"): r"""
        scores? ; points? for ; graded? ; grades ; streak ; rank(?:ed|ing)? ; high score ; test result
        passed the test ; perfect score
    """,
    ("not-ordinary", "say"): r"""
        poor thing ; i feel sorry for you ; i pity you ; rescue you ; without me you
        sweetheart ; darling ; cutie ; babe
        you(?:'re| are| look) (?:so |very )?(?:cute|gorgeous|sexy|beautiful|handsome) ; go out with me
        on a date ; my (?:girl|boy)friend ; love you ; marry me
    """,
}

JAPANESE: dict[tuple[str, Where], str] = {
    ("may-shame", "all"): r"""
        (?:普通|ふつう)(?:は|なら|の人|に(?:でき|話|言)|の(?:返事|こと)) ; 人並み ; 世間(?:体|では)
        当たり前 ; あたりまえ ; 常識 ; みんな(?:は|が)?(?:でき|やって|言え) ; (?:他|ほか)の人(?:は|なら)
        誰でも(?:でき|言え) ; だれでも(?:でき|言え) ; いい(?:年|歳|とし)(?:を|し) ; 同い年(?:の人|なら|なのに)
        年相応 ; 大人(?:なら|なのに|だから) ; 甘え ; 怠け ; なまけ ; だらしな ; 情けな ; みっともな
        恥ずかし(?:い|く) ; 根性 ; 努力不足 ; 自己責任 ; わがまま ; 親不孝 ; あなたのせい ; 君のせい
        あなたが悪い ; (?<!ご)迷惑(?:です|だ|をか|かけ) ; 困るんです ; 困りますよ ; 失敗 ; だめ(?:です|だ|な|じゃ)
        ダメ(?:です|だ|な|じゃ) ; 駄目 ; 弱い(?:人|から|な) ; 役に立た ; 使えない(?:人|やつ) ; 引きこもり ; ひきこもり
        引き籠 ; ニート ; 社会不適合 ; 頭がおかし ; 変な人 ; おかしい(?:人|です) ; コミュ障 ; 陰キャ
    """,
    ("may-shame", "say"): r"""
        しっかりし ; ちゃんと(?:し|話|答|言|聞) ; きちんと(?:話|答|言) ; どうして(?:でき|言わ|黙|話さ)
        なんで(?:でき|言わ|黙|話さ) ; なぜ(?:でき|言わ|黙|話さ) ; 何度も言 ; 何回も言 ; 何回言わ
        さっきも(?:言|申) ; 前にも言 ; (?:話|ちゃんと|よく)[^。]{0,3}聞いて(?:い)?(?:ます|る)か
        聞いてないの ; 言ったでしょ ; 声が小さ
        はっきり(?:言|話|しゃべ) ; 目を見て(?:話|くださ) ; こっちを見
    """,
    ("may-shame", "guide"): r"""
        間違(?:い|え)(?:です|ました|ない|る) ; まちが(?:い|え)(?:です|ました|ない|る) ; 不正解
        べき(?:です|だ|で)?
    """,
    ("may-shame", "repair"): r"""
        声が小さ ; もっと大きな?声 ; 大きな声で ; 大きい声で ; はっきり(?:と)?(?:言|話|し|お)
        聞こえません(?:よ|ね) ; 何を言って ; 意味が(?:わか|分か)
    """,
    ("may-hurry", "all"): r"""
        急いで(?!い) ; 急げ ; 早くして ; はやくして ; 早く(?:し|言|答|決|出|おねが|お願) ; さっさと
        ぐずぐず ; のろ(?:い|く) ; もたもた
    """,
    ("may-hurry", "say"): r"""
        まだですか ; まだなんですか ; いつまで(?:待|黙|そう|こう) ; 待たせ(?:ない|すぎ|るな) ; 待って(?:い)?る(?:人|ん)
        時間が(?:ない|ありません) ; お急ぎくださ
    """,
    ("may-belittle", "all"): r"""
        簡単(?:です|だ|に|な) ; かんたん(?:です|だ|に|な) ; 楽勝 ; たった(?:それ|これ) ; だけでしょ
        (?:くらい|ぐらい)(?:でき|言え) ; 気にしすぎ ; 考えすぎ ; 気のせい ; 気の持ちよう ; 大げさ
        そんなことで
    """,
    ("may-press", "all"): r"""
        頑張(?:れ|って|ろ|りましょう|らない|り(?:なさい|が足)) ; がんば(?:れ|って|ろ|りましょう|らない)
        ガンバ ; ファイト ; 元気(?:を)?出して ; 勇気を出 ; 自信を持 ; 前向きに(?:な|考え) ; 気合 ; もっと笑
        笑って(?:くださ|ごらん|！|。) ; やればでき ; 社会復帰 ; 更生 ; まともな仕事
        働か(?:ない|なきゃ|なければ) ; 普通の生活 ; 元の生活に戻
    """,
    ("may-press", "say"): r"""
        (?:し|話し|言い|答え|行き|来|出)なさい ; しろ(?:よ|。|！)
        (?:し|行か|出|来|話さ|言わ)(?:なければ|なくては|ないと)(?:なり|いけ|だめ)
    """,
    ("may-judge", "all"): r"""
        点数 ; 何点 ; 合格 ; 正解 ; 採点 ; 評価 ; 成績 ; ランキング ; 順位 ; 連続記録 ; 満点
    """,
    ("not-ordinary", "say"): r"""
        かわいそう ; 可哀想 ; 助けてあげ ; 救って ; 私が(?:いないと|なんとかして|ついて)
        かわいい(?:ね|です|よ) ; 可愛い ; 美人 ; イケメン ; (?:君|あなた)(?:が|のこと)(?:好き|大好き)
        付き合って(?:くださ|くれ) ; デート(?:し|に|で) ; 抱きしめ
    """,
}

ENGLISH_NOT = (
    r"\b(?:no|not|nobody|no one|never|nothing|without|unless|neither|don't|doesn't|didn't|isn't|aren't|won't|needn't|"
    r"wouldn't|cannot|can't)\b[^.!?]{0,24}\Z"
)
"""What stands before an English word when it is taken back."""

JAPANESE_NOT = (
    r"[^。！？]{0,8}?(?:ありません|ではな|じゃな|なくて|せん|いりません|不要|必要は|ないです|なし|[のがはも]ない)"
)
"""What follows a Japanese word when it is taken back."""

IMPERATIVE_EN = r"(?:you )?(?:must|should|ought to|need to|have to|has to|needs to)(?! not| n't)"
IMPERATIVE_JA = (
    r"(?:し|言い|話し|答え)なさい|べき|なければなりません|なくてはいけません|ないといけません|しろ(?:。|！|\Z)"
)

JUDGED_EN = (
    r"properly|correctly|perfectly|confident(?:ly)?|fluent(?:ly)?|naturally|smoothly|well|loud(?:ly)?|clearly|"
    r"without (?:mistakes?|stammering|hesitat\w+|freezing|fear)|good (?:eye contact|impression|posture)|eye contact|"
    r"smil(?:e|ing)"
)
JUDGED_JA = (
    r"ちゃんと|きちんと|うまく|上手に|じょうずに|正しく|はっきり|堂々|自信を持って|間違えずに|まちがえずに|つまらずに|"
    r"スムーズ|すらすら|笑顔で|目を見て|大きな声"
)

SIGH_EN = r"sighs?|sighing|groans?|tuts?|tutting|clicks? (?:their|his|her) tongue|rolls? (?:their|his|her) eyes"
SIGH_JA = r"ため息|舌打ち|いらいら|イライラ|にらむ|睨"
LOUD_EN = r"shouts?|shouting|yells?|raises? (?:their|his|her) voice|raised voice|angry|angrily|slams?"
LOUD_JA = r"怒鳴|どなる|どなり|声を荒|大声|怒って|怒りながら|強い口調"
PHONE_EN = r"phone rings?|telephone rings?|ringing phone"
PHONE_JA = r"電話が鳴|着信音|呼び出し音"
QUEUE_EN = r"stands? behind you|queue|people waiting|person waiting|line (?:forms|behind)"
QUEUE_JA = r"後ろに.{0,8}並|列ができ|順番を待つ人|人が並"


def patterns(text: str) -> list[str]:
    """The single patterns of a value."""
    return [pattern.strip() for line in text.splitlines() for pattern in line.split(" ; ") if pattern.strip()]

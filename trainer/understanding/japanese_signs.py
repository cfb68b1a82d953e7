"""Yes and no in Japanese, read from the kana so that the choice of kanji does not matter.

The scope of a negation is its clause (it comes last in a Japanese clause); set phrases whose ない is not a no are set
aside first; はい and いいえ are answers of their own; 大丈夫です, いいです and 結構です mean what the menu says.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from trainer.understanding import japanese
from trainer.understanding.kana import KanaWords, written_in_kana
from trainer.understanding.listed import listed
from trainer.understanding.phrase import (
    ASKED,
    GREETED,
    LONGEST,
    MINE,
    NEGATED,
    NO,
    QUESTION,
    SORRY,
    THANKED,
    UNSURE,
    WANTED,
    WHY,
    YES,
    Phrase,
    grams,
)
from trainer.understanding.readers import CONTENT_KINDS, Morpheme, Reader, hiragana

# "〇" keeps a place without a meaning; "＋" is a meaning that affirms, "－" one that denies.
_BE = "(?:ない|ありません|なかった|ありませんでした|ございません|なさそう|なし|無い)"
_ILL = (
    r"、?(?:ちょっと|とても|すごく|さすがに|やっぱり|もう|わたし(?:は|も))?"
    r"(?:さむ[いくす]|あつ(?:[いくす]|すぎ)|くるし[いくす]|こま(?:る|ります|っちゃ)|むり|つら[いくす]|きつ[いくす]|しんど|"
    r"ふあん|しんぱい|こわ[いくす]|いた[いくす](?!だ)|たいへん|さびし|まずい|あぶな|ねむれ(?:ない|ません)|ねられ(?:ない|ません)|"
    r"おちつ(?:か|き)(?:ない|ません)|(?:いき|いか|いら|たべら|かえ)?れ(?:ない|ません)|もて(?:ない|ません)|"
    r"でき(?:ない|ません)|いけ(?:ない|ません)|たり(?:ない|ません)|だめ|ぬれ(?:る|ます|ちゃ))"
)
"""What it comes to: つけないと寒い wants it on, つけると寒い does not."""
_SET_PHRASES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), sign)
    for pattern, sign in (
        (r"(?:もうしわけ|もーしわけ)(?:ございません|ありません|ない)(?:でした|です|が|けど)?", "〇"),
        (r"(?:すみ|すい|すん)ません(?:でした)?(?:が|けど)?", "〇"),
        (
            r"(?:もんだい|しんぱい|ふべん|ふまん|いろん|いぎ|いぞん|ていこう|ためらい|もんく|ししょう)(?:は|も|が)?"
            + _BE,
            "＋",
        ),
        (r"もんだい(?:が|も|は)?(?:あり(?:ます|まし)|ある|あっ)(?!か)", "－"),
        (r"(?:しんぱい|えんりょ)(?:は|も)?(?:いりません|いらない|ごむよう)", "＋"),
        (r"(?:いや|きらい|だめ|むり|にがて)な(?:こと|わけ)(?:は|も)?" + _BE, "＋"),
        (r"かかせ(?:ません|ない)|まちきれ(?:ません|ない)", "＋"),
        (r"えんりょ(?:なく|せずに?)|なんとも(?:ない|ありません)", "＋"),
        (r"(?:ない|なく)(?:こと)?(?:は|も)" + _BE, "＋"),
        (r"(?:わんで|んで|へんで)も(?:ええ|いい|よろし|けっこう|だいじょうぶ)", "－"),
        (r"かまいません|かまわない|さしつかえ(?:は)?" + _BE + "|とんでもない|とんでもありません", "＋"),
        (r"(?:まちがい|ちがい|そうい)(?:は)?(?:ない|ありません|ございません|なく|なし)", "＋"),
        (
            r"(?:わるく|まずく|いやじゃ|きらいじゃ|むりじゃ|だめじゃ|にがてじゃ|いやでは|きらいでは|"
            r"(?:めいわく|じゃま|しつれい)(?:じゃ|では))(?:は)?(?:ない|ありません|なかった)",
            "＋",
        ),
        (r"(?:よかったら|よければ)", "〇"),
        (
            r"もったい(?:ない|なかった)|しかた(?:が|の)?(?:ない|ありません)|しょうがない|しょーがない|なにげない|さりげない",
            "〇",
        ),
        (r"(?:く|は|じゃ|で)?なく(?:は|も)(?:ない|ありません)", "＋"),
        (
            r"な(?:ければ|きゃ|くちゃ|いと|くては)(?:なら|いけ|だめ|まず|なり|いか)(?:ない|ません|なくて|です|い)?(?:んです|です|とおもいます)?",
            "＋",
        ),
        (r"な(?:ければ|いと|くては|くちゃ|きゃ)(?:こま(?:ります|る)|だめ)(?:です|なんです|なん)?", "＋"),
        (r"(?:な(?:いと|ければ|くては|くちゃ|きゃ)|(?:なし|ぬき)(?:じゃ|では|だと))" + _ILL, "＋"),
        (
            r"(?<=[うくすつぬむるぐぶ])と(?:、?(?:ちょっと|とても|すごく))?(?:さむ|あつ(?=[いく])|くるし|まぶし|うるさ)",
            "－",
        ),
        (r"がまん(?:が|は)?(?:でき(?:ない|ません)|なら(?:ない|ん))|たえられ(?:ない|ません)", "〇"),
        (r"(?:のこ|あま)って(?:い)?(?:ません|ない)", "＋"),
        (r"な(?:きゃ|くちゃ)(?:なあ|な|ね|です)?(?=$|[、。])", "＋"),
        (r"ざるをえ(?:ない|ません)", "＋"),
        (
            r"な(?:くて|くても)(?:も)?(?:いい|よい|よろしい|けっこう|だいじょうぶ|かまいません|かまわない|へいき|よさそう|"
            r"こまらない|こまりません)",
            "－",
        ),
        (
            r"しなくて(?:も)?いい|ふようです|ひつよう(?:は|が)?"
            + _BE
            + r"|いり(?:ませ|そうにな)|いらない|いらなかった",
            "－",
        ),
        (r"(?:ません|ない(?:ん)?(?:です)?)か(?:ね|な)?(?=$|[、。？?])", "＋？"),
        (r"(?:じゃ|では)ない(?:です)?か", "＋？"),
        (r"んじゃない(?:かな|かね|の)?(?=$|[、。？?])", "＋？"),
        (r"かもしれ(?:ません|ない)|かも(?=$|[、。]|です)", "〇"),
        (r"(?:わすれ|のこさ|やすま|かかさ|あきらめ|まよわ|ためらわ)ずに?", "＋"),
        (r"これから[^、。]{1,12}ところ", "－"),
        (r"わすれ(?:て(?:い)?)?(?:ません|ない)|(?:かならず|きっと|ぜったい)に?(?!.*(?:ません|ない))", "＋"),
        (r"しか(?=.*(?:ません|ない))", "－"),
        (r"の(?:を|は)?わすれ(?=て|た|ちゃ|まし)", "－"),
        (r"(?:は|も)(?:もう)?いい(?:です)?(?=から(?!ね|$|[、。]))", "－"),
        (r"(?:ほど|より)(?:ほか|しか)?ない|しかない|しかありません", "＋"),
        (r"(?:けど|が)?いい(?:です)?(?:ね|よ(?:ね)?|なあ)|いいとおもいます|いいかんじ", "＋"),
        (r"(?:て|で)(?:も)?(?:いい|よい|よろしい|だいじょうぶ|けっこう|へいき)(?:です)?(?!か)", "＋"),
        (r"(?:も|なら|いつでも|なんでも|どちらでも)(?:だいじょうぶ|へいき|いい)", "＋"),
    )
)

_DENIES = re.compile(
    r"ません|ない|なかっ|なく(?=て|、|なっ|$)|なさそう|なし|ぬき|ずに|ずで|まい(?=$|です)|ぬ(?=$)|むり|だめ|いや(?:です|だ|な|あ)|"
    r"えんりょ|やめ|やめと|とめて?おき|とめとき|ことわ|お?ことわり|きらい|にがて|むずかし|きびし|こまり|こまる|こまっ|ふよう|ふか(?=で|$)|ふかのう|まちが|ちが[いうっ]|"
    r"はんたい|キャンセル|きゃんせる|とりけ|また(?:の)?(?:きかい|こんど|じかい)|こんかいは(?!.*(?:おねがい|ます))|みおく|パス|ぱす(?=$|で|し)|"
    r"みけいけん|[はがも]ちょっと(?=です|$|[、。])|(?:^|[、。])ちょっと(?:$|[、。])|さくじょ(?!う)|かいじょ(?!う)|ちゅうし(?=に|し|で|$)|"
    r"(?:^|[をはもとで、。ん])けし(?:て|ます|たい|とい)|"
    r"ぬい(?=て|と)|ひかえめ|(?:また|こんど|べつのひ)に(?:し|させて)|よし(?:とき|とく|ておき|ます)|あん?まり(?=$|[、。]|です|かな)|そびれ|そこね|のりおく|ちこく|つまらな|わる[いくか]|ふあん|けっせき|いまいち|あいにく|いけませ|(?:いらん|わからん|たりん|できん|いかん)(?=$|わ|ね|な|よ|[、。])|そうにない|(?<![でも])けっこう(?=です|で|$)|"
    r"もういい(?=です|$)|まにあって(?=い?ます|い?る|$|[、。])|まだ(?=です|なん|$|[、。])|へん(?=$|わ|で|て|ねん|な|[、。])|あか[んへ]|"
    r"(?:と|の|ん|^)ちゃう(?=$|わ|で|ねん|[、。])"
)
_GOES_ON = (
    r"(?!くだ|ほし|おい|お(?:き|く)|もら|いただ|くれ|ちょうだい|おねが|たの|いい|よ|ええ|けっこう|だいじょうぶ|へいき|かま|もだ|も|"
    r"は|す|しま|ね|な|あげ|やっ|[＋－〇]|$|[、。])"
)
"""What makes ないで, ずに, なくて a request or the end of one, not a clause of its own before another."""
_CUT = re.compile(
    r"けれども|けれど|けど|ですが|ますが|ませんが|[、。！!？?]|ので|(?<!わ)から(?!の|な)|(?<=なし)で?|(?<=あり)で|(?<=ぬき)で?|が、|し、|"
    rf"ないで{_GOES_ON}|ずに{_GOES_ON}|なくて{_GOES_ON}|"
    r"(?<=やめて)(?!くだ|ほし|おき|おい|もら|いただ|も|よ|ね|く|いい|$|[、。])"
)
_LOCAL = re.compile(r"(?<![はもが])(?:なし|ぬき)(?:で)?")

_WITHOUT = re.compile(
    r"(?:なし|ぬき)(?:で|に|にして|でも)?(?:おねがいします|ください|いいです|[＋〇]+(?:です)?|できますか|たのみます|"
    r"(?:いけ|いき|すごし|すごせ|たべ|のみ|のめ|かえり)ます)?"
    r"[。！？]?$|(?:なし|ぬき)(?:で|に|の)(?!.*(?:あり|つき|おおめ))[^、。]{1,14}(?:ます|です|ください|ますか|[＋〇])[。！？]?$"
)
"""袋なしでお願いします, 袋なしで大丈夫です: what is asked for is to go without."""

_ENDED = re.compile(
    r"(?<=です|ます|せん|した|ない|だよ|すよ|すね|んよ|いよ|たよ|んね|すわ|んわ|すが)(?=[、。！？!?])|[。！？!?]|$"
)
"""Where a sentence is over: what is added after it does not take back that it denies."""
_ANSWER_YES = re.compile(
    r"^(?:はい(?![らりるれろっ])|ええ(?![こやわよえで])|うん|そうです|そうですね|そうしてください|もちろん|ぜひ|おねがいします|いいですよ|そのとおり|あってます|りょうかい|しょうち|わかりました|オッケー|おっけー|おーけー)"
)
_ANSWER_NO = re.compile(
    r"^(?:いいえ|いえ(?=[、。]|$|いえ|だいじょ|けっこ|そ|ちが|べつ|もう)|いや(?!で|じゃ|な[こわ])|ううん|いいや(?=[、。]|$)|ちがいます)"
)

_LITTLE = 0.2
_KANJI = re.compile(r"[一-鿿]")
_INSIDE = re.compile(
    r"ない|なし|いや|だめ|ぬき|まい|むり|ちがい|ふか|から|けど|ぱす"
)  # inside a kanji word it is only a sound
_FORMAL = frozenset(
    listed("こと 事 積もり つもり 訳 わけ 筈 はず 様 よう 感じ 通り 儘 まま 為 ため 気 予定 方針 主義 の ん")
)
"""Nouns that carry on the clause before them: 食べないことにします is a no."""
_ENDING = re.compile(r"な[いくかさ]")
_SOFT = (
    ("だいじょうぶ", re.compile(r"だいじょうぶ|だいじょぶ")),
    ("いいです", re.compile(r"(?:^|[、。はも])(?:もう)?いい(?:です)?(?=$|[、。])")),
    ("けっこう", re.compile(r"けっこう(?=です|でご|$|[、。])")),
)

_OPPOSITES = {
    "悪い": "良い",
    "駄目": "良い",
    "嫌い": "好き",
    "嫌": "好き",
    "つまらない": "面白い",
    "詰まらない": "面白い",
    "難しい": "出来る",
    "無理": "出来る",
    "不可能": "出来る",
    "苦手": "得意",
    "不要": "要る",
    "必要": "要る",
    "忘れる": "覚える",
    "違う": "合う",
    "間違い": "合う",
    "反対": "賛成",
    "断る": "受ける",
    "困る": "平気",
    "不安": "安心",
    "欠席": "出席",
    "乗り遅れる": "間に合う",
    "遅刻": "間に合う",
    "止める": "続ける",
    "辞める": "続ける",
    "やめる": "続ける",
}
_DENYING = frozenset(
    listed(
        "悪い 駄目 嫌い 嫌 つまらない 詰まらない 難しい 無理 不可能 苦手 不要 "
        "乗り遅れる 遅刻 忘れる 違う 間違い 反対 断る 困る 不安 欠席 止める 辞める 無い 無し 抜き 嫌だ"
    )
)
_SOUNDING = _DENYING | {"構う"}
"""Words whose reading counts as it sounds though they are written in kanji: 構いません is a set phrase."""


_LOOSE = {"number": 0.5, "name": 0.4}
"""Numbers and names: what they weigh, and as much again that there is one at all."""
_ROLES = {"から": 0.5, "迄": 0.5, "まで": 0.5, "だけ": 0.5, "しか": 0.5, "より": 0.5}
_COUNTED = {
    **dict.fromkeys(listed("月 日 週"), "date"),
    **dict.fromkeys(listed("時 分 時間"), "time"),
    **dict.fromkeys(listed("人 名"), "people"),
    **dict.fromkeys(listed("つ 個 枚 杯 本 回 冊 台"), "count"),
    "泊": "nights",
    "円": "money",
}
_DAYS = frozenset(listed("今日 明日 明後日 昨日 今週 来週 再来週 週末 今夜 今晩 今月 来月 土日"))
_NAMING = frozenset(listed("noun name number pronoun suffix"))
_KINDS_OF_LOOSE = frozenset(f"#{kind}" for kind in _LOOSE)


def read(text: str, reader: Reader, glossary: Mapping[str, str] | None = None, kana: KanaWords | None = None) -> Phrase:
    """The phrase of a Japanese text that was already `shortened`; `glossary` gives a word or two of English a word,
    `kana` knows words of this moment by their reading.
    """
    said = japanese.dated(japanese.without_hesitation(japanese.joined(text)).lower())
    clean = japanese.requested(said)
    alone = kana is not None and written_in_kana(said)
    morphemes = list(reader.read(japanese.dated(kana.restored(clean)) if kana is not None else clean))
    sound, starts = _sound(morphemes)
    signs, heard = _signs(sound)
    words: dict[str, float] = {}
    marks: dict[str, int] = {}
    for morpheme, start in zip(morphemes, starts, strict=True):
        if morpheme.kind not in CONTENT_KINDS or not morpheme.surface.strip():
            continue
        sign = signs[min(start, len(signs) - 1)] if signs else 1
        _mark(morpheme, sign, words, marks)
    _roles(morphemes, words, marks)
    _rather(morphemes, marks)
    for name, pattern in _SOFT:
        found = pattern.search(heard)
        if found is not None:
            words[name] = 1.0
            marks[name] = signs[found.end() - 1]
    acts = _acts(sound, heard, signs)
    sign = -1 if (NEGATED in acts or NO in acts) and YES not in acts else 1
    letters = japanese.evened(re.sub(r"[、。！？!?・「」『』（）()\s]", "", sound))[:LONGEST]
    surface = re.sub(r"[、。！？!?・「」『』（）()\s]", "", clean)[:LONGEST]
    shown = {m.normal: m.surface for m in morphemes if m.kind in CONTENT_KINDS and (clean == said or m.surface in said)}
    meaning = _meaning(morphemes, [signs[min(at, len(signs) - 1)] for at in starts], glossary or {}, acts)
    return Phrase(
        clean or text,
        words,
        marks,
        grams(surface, 1, 4),
        grams(letters, 1, 4),
        acts,
        sign,
        meaning,
        shown,
        _told(morphemes, glossary or {}),
        frozenset(m.normal for m in morphemes if m.kind in _LOOSE) | _KINDS_OF_LOOSE,
        letters,
        alone,
        _kinds(morphemes, words),
    )


def sound_of(text: str, reader: Reader) -> str:
    """The reading of a text in hiragana, digits read too."""
    return _sound(list(reader.read(text)))[0]


def signed_sound(text: str, reader: Reader) -> tuple[str, list[int]]:
    """The reading of a text and the sign at every place of it."""
    sound = sound_of(text, reader)
    return sound, _signs(sound)[0]


def _meaning(
    morphemes: Sequence[Morpheme], signs: Sequence[int], glossary: Mapping[str, str], acts: frozenset[str]
) -> str:
    """The phrase word by word in English, "not" before every denied verb or adjective; "" when no word is known."""
    found: list[str] = []
    for morpheme, sign in zip(morphemes, signs, strict=True):
        english = _gloss(morpheme, glossary)
        if english is None and morpheme.surface.isascii() and morpheme.surface.isalnum():
            english = morpheme.surface
        if not english or morpheme.kind in ("particle", "auxiliary", "mark"):
            continue
        if sign < 0 and morpheme.kind in ("verb", "adjective") and morpheme.normal not in _DENYING:
            found.append("not")
        found.append(english)
    if found and QUESTION in acts:
        found.append("?")
    return " ".join(found)


def _gloss(morpheme: Morpheme, glossary: Mapping[str, str]) -> str | None:
    """The gloss of a word, or of a word that means the same."""
    own = glossary.get(morpheme.normal) or glossary.get(morpheme.surface)
    same = (glossary.get(f"#{group}") for group in morpheme.groups)
    return own or next((gloss for gloss in same if gloss), None)


def _told(morphemes: Sequence[Morpheme], glossary: Mapping[str, str]) -> float:
    """Share of the telling words that have a gloss."""
    content = [m for m in morphemes if m.kind in CONTENT_KINDS and m.kind not in _LOOSE]
    telling = [m for m in content if japanese.weight(m.normal) > _LITTLE]
    known = sum(_gloss(m, glossary) is not None for m in telling)
    return known / len(telling) if telling else 0.0


def _roles(morphemes: Sequence[Morpheme], words: dict[str, float], marks: dict[str, int]) -> None:
    """From where, until when, only that: what a particle makes of the word before it, as a word of its own."""
    for before, morpheme in pairwise(morphemes):
        if morpheme.normal in _ROLES and before.kind in _NAMING:
            words[f"#{morpheme.normal}"] = _ROLES[morpheme.normal]
            marks[f"#{morpheme.normal}"] = 1


def _rather(morphemes: Sequence[Morpheme], marks: dict[str, int]) -> None:
    """通路側より窓側のほうがいい: what something else is liked better than is not wanted."""
    for place, morpheme in enumerate(morphemes):
        if morpheme.normal == "より" and place and morphemes[place - 1].kind == "noun":
            liked = {later.surface for later in morphemes[place + 1 :]}
            first = place - 1
            while first and morphemes[first - 1].kind in ("noun", "number", "suffix"):
                first -= 1
            rest = {m.normal for m in morphemes[place + 1 :]}
            if liked & {"方", "ほう", "が"}:
                for before in morphemes[first:place]:
                    if before.normal not in rest:
                        marks[before.normal] = -1


def _kinds(morphemes: Sequence[Morpheme], words: Mapping[str, float]) -> frozenset[str]:
    """What kinds of detail are given."""
    kinds = {name for word, name in (("#から", "from"), ("#まで", "until"), ("#迄", "until")) if word in words}
    kinds.update(kind for kind in _LOOSE if f"#{kind}" in words)
    for before, morpheme in pairwise(morphemes):
        if before.kind == "number" and morpheme.normal in _COUNTED:
            kinds.add(_COUNTED[morpheme.normal])
    for morpheme in morphemes:
        if morpheme.normal in _DAYS or morpheme.normal.endswith("曜"):
            kinds.add("date")
        if morpheme.normal.endswith("人") and morpheme.normal[0] in "一二三四五六七八九十":
            kinds.add("people")
    return frozenset(kinds)


def _mark(morpheme: Morpheme, sign: int, words: dict[str, float], marks: dict[str, int]) -> None:
    normal = morpheme.normal
    weight = _LOOSE.get(morpheme.kind) or japanese.weight(normal)
    if morpheme.kind in _LOOSE:
        words[f"#{morpheme.kind}"] = weight
        marks[f"#{morpheme.kind}"] = sign
    if normal in _OPPOSITES:
        # its own negative sound already turned the clause; set the word back against its opposite
        words[_OPPOSITES[normal]] = weight
        marks[_OPPOSITES[normal]] = sign
        if normal == "必要":
            words[normal] = weight
            marks[normal] = sign
        return
    words[normal] = max(words.get(normal, 0.0), weight)
    marks[normal] = sign
    for group in morpheme.groups:
        words[f"#{group}"] = 0.6 * weight
        marks[f"#{group}"] = sign


def _sound(morphemes: Sequence[Morpheme]) -> tuple[str, list[int]]:
    """The reading of the whole text, and where in it each word starts."""
    sound = ""
    starts: list[int] = []
    for place, morpheme in enumerate(morphemes):
        starts.append(len(sound))
        reading = morpheme.reading or hiragana(morpheme.surface)
        if _tells_of_a_noun(morphemes, place):
            reading = _INSIDE.sub("なひ", reading)
        if (
            morpheme.kind == "adjective"
            and morpheme.normal not in _SOUNDING
            and morpheme.normal not in ("無い", "ない")
        ):
            reading = _ENDING.sub("なひ", reading)  # すくない in kana is no denial either
        if morpheme.kind == "number" and morpheme.surface.isdecimal():
            reading = japanese.number_sound(str(int(morpheme.surface))) if len(morpheme.surface) < 9 else reading
        if _KANJI.search(morpheme.surface) and morpheme.normal not in _SOUNDING:
            reading = _INSIDE.sub("なひ", reading)
        sound += reading
    return sound, starts


def _tells_of_a_noun(morphemes: Sequence[Morpheme], place: int) -> bool:
    """True for the ない of 知らない人と話す: it denies the noun's clause, not what is said of the noun."""
    following = morphemes[place + 1 : place + 4]
    if morphemes[place].surface != "ない" or morphemes[place].normal not in ("ない", "無い") or len(following) < 2:
        return False
    noun, after = following[:2]
    if noun.kind != "noun" or noun.normal in _FORMAL or (noun.surface in ("方", "ほう") and after.surface == "が"):
        return False
    if after.surface == "で":
        return following[2:] != [] and following[2].surface == "も"
    return after.kind == "particle"


def _signs(sound: str) -> tuple[list[int], str]:
    """The sign at every place of the reading, and the reading with its set phrases turned into ＋, － and 〇."""
    heard = sound
    for pattern, sign in _SET_PHRASES:
        heard = pattern.sub(lambda found, sign=sign: _filled(found.group(), sign), heard)  # type: ignore[misc]
    signs = [1] * len(heard)
    start = 0
    for end in [*(cut.end() for cut in _CUT.finditer(heard)), len(heard)]:
        clause = heard[start:end]
        if _denials(clause) % 2:
            first = start
            local = _LOCAL.search(clause)
            if local is not None:
                before = [clause.rfind(mark, 0, local.start()) for mark in "はでとをり、"]
                first = start + max(before) + 1
            signs[first:end] = [-1] * (end - first)
        start = max(start, end)
    return signs, heard


def _filled(found: str, sign: str) -> str:
    return (sign + "〇" * len(found))[: len(found)]


def _denials(clause: str) -> int:
    denied = sum(1 for cue in _DENIES.finditer(clause) if cue.group())
    return denied + clause.count("－")


def _acts(sound: str, heard: str, signs: Sequence[int]) -> frozenset[str]:
    acts = set()
    if _ANSWER_NO.search(sound):
        acts.add(NO)
    elif _ANSWER_YES.search(sound):
        acts.add(YES)
    if any(signs[end.start() - 1] < 0 for end in _ENDED.finditer(sound) if end.start()) or _WITHOUT.search(heard):
        acts.add(NEGATED)
    tests = (
        (QUESTION, r"か(?:ね|な)?(?=$|[。？?])|[？?]|でしょう|ですかね"),
        (WHY, r"なに|なん|どこ|どの|どれ|どう(?!ぞ|も)|いつ(?!も|か)|だれ|いくら|なぜ|いくつ|どちら|おすすめ"),
        (WANTED, r"ください|おねがい|ほしい|たい(?:です|んです|と|な|$)|ちょうだい|たのみ|ください|にします"),
        (ASKED, r"もらえ|いただけ|てくれ|できますか|いいですか|ますか|ませんか"),
        (THANKED, r"ありがと|さんきゅ|たすかり|どうも"),
        (SORRY, r"すみません|すいません|ごめん|もうしわけ|しつれい"),
        (
            UNSURE,
            r"かも|たぶん|わから(?:ない|ません)|かんがえ|まよ|おそらく|どうし(?:よう|ようかな)|きが(?:する|します)",
        ),
        (GREETED, r"こんにちは|こんばんは|おはよ|はじめまして|さようなら|さよなら|またね|ばいばい"),
        (MINE, r"わたし|ぼくは|じぶん"),
    )
    acts.update(act for act, pattern in tests if re.search(pattern, sound))
    if "＋？" in heard:
        acts.add(QUESTION)
    return frozenset(acts)

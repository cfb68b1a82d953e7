"""Japanese text made ready: spaces joined, hesitations and false starts forgiven, digits read, kana sounds evened."""

from __future__ import annotations

import re

from trainer.understanding.listed import listed

_JA = "぀-ヿ一-鿿々〆"
_SPACE = re.compile(rf"(?<=[{_JA}0-9、。])\s+(?=[{_JA}0-9、。])")
_HESITATION = re.compile(
    r"えー*っ*と+[ーぉお]*|ええと[ーぉお]*|うー+ん*(?!と)|んー+|あー+|えー+(?!っと)|えっと|あのー+|あのう|そのー+|なんか(?=、)|"
    r"(?:^|(?<=[、。]))(?:あの|その|まあ|まぁ|ま|え|あ|う|ん|(?!はい|いえ|うん|ええ|いや)[ぁ-ん]{1,2}(?=、[一-鿿]))[、,…・]+|…+|‥+|[.．]{2,}"
)
_BROKEN = re.compile(rf"((?<![ぁ-ん])[ぁ-ん]|[{_JA}](?<![ぁ-ん]))[、,・…-]+(?=\1)")
_AGAIN = re.compile(rf"([{_JA}]{{2,8}}?)[、,\s]*\1(?=[{_JA}]|$)")
_TWICE_BY_NATURE = re.compile(
    r"[いちにさんよごろくなはきゅうじれぜしひゃ]+|いろ|そろ|なか|たま|だん|どん|べつ|わざ|ぎり|ます|もと|どき|わく|ぼち|まあ"
)
"""Digits read one by one (11 is いちいち), and halves of words like いろいろ."""
_CORRECTED = re.compile(r"(?:じゃなくて|ではなくて|間違えました|まちがえました|いや違う|いやちがう)[、,]*")

_DIGITS = "〇一二三四五六七八九"
_SOUNDS = ("", "いち", "に", "さん", "よん", "ご", "ろく", "なな", "はち", "きゅう")

SMALL_WORDS: dict[str, float] = {
    **dict.fromkeys(listed("為る 有る 居る 成る 事 物 為 様 其れ 此れ 其の 此の 所 方 等 言う 思う ます です"), 0.15),
    **dict.fromkeys(listed("する ある いる なる こと もの それ これ その この ところ ほう という"), 0.15),
    **dict.fromkeys(listed("下さる 願う 御座る 出来る 頂く 貰う 呉れる 良い 欲しい はい いいえ 私 一寸 少し"), 0.4),
    **dict.fromkeys(listed("ください 教える 知る 有り難い 分かる 済む 行く 来る 見る"), 0.6),
}
"""Weights of words (dictionary form) that say little by themselves; every other content word weighs 1."""


_ASKS = (
    r"(?:(?:ますでしょうか|ますか|ませんか|ないですか|ないでしょうか|(?:る|ない)か)(?:ね|な|ねえ)?[？?]*|"
    r"(?:ます|る|ない)[？?]+)"
)
_ENDS = r"(?=[。、！!\s]|$)"
_REQUESTS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern + _ENDS), plainly)
    for pattern, plainly in (
        (rf"(?<=.)(?:もらえ|貰え|いただけ|頂け){_ASKS}", "ください"),
        (rf"(?<=[てで])(?:くれ{_ASKS}|(?:くださ|下さ)い(?:ますか|ませんか)[？?]*)", "ください"),
        (
            r"(?<=[てで])(?:もらって|貰って|いただいて|頂いて)も?(?:いい|良い|よい|よろしい|大丈夫)"
            r"(?:でしょうか|ですか|かな)[？?]*",
            "ください",
        ),
        (rf"(?:お願い|おねがい)(?:でき|出来){_ASKS}", "お願いします"),
    )
)


def requested(text: str) -> str:
    """A request, however politely it is put, as the plain one: 温めてもらえますか as 温めてください."""
    for pattern, plainly in _REQUESTS:
        text = pattern.sub(plainly, text)
    return text


_DATE = re.compile(r"(?<![\d/.])(\d{1,2})/(\d{1,2})(?![\d/])")
_CLOCK = re.compile(r"(?<![\d:])(\d{1,2})[:：](\d{2})(?![\d:])")


def dated(text: str) -> str:
    """7/13 as 7月13日 and 10:30 as 10時30分, as they are said."""
    return _CLOCK.sub(r"\1時\2分", _DATE.sub(r"\1月\2日", text))


def joined(text: str) -> str:
    """Without the spaces a recogniser puts between words."""
    return _SPACE.sub("", text)


def without_hesitation(text: str) -> str:
    """Without えっと and あの、, without words begun twice, from the last "…じゃなくて" on when something follows."""
    kept = _HESITATION.sub("", text)
    kept = _BROKEN.sub("", kept)
    kept = _AGAIN.sub(lambda said: said[0] if _TWICE_BY_NATURE.fullmatch(said[1]) else said[1], kept)
    cuts = list(_CORRECTED.finditer(kept))
    cut = cuts[-1] if cuts else None
    if cut is not None and cut.start() > 0 and len(kept) - cut.end() >= 3 and kept[: cut.start()].count("、") < 2:
        kept = kept[cut.end() :]
    return re.sub("、+", "、", kept).strip(" 、,") or text


def number_sound(digits: str) -> str:
    """How a whole number below 10,000 is read in kana; longer ones digit by digit."""
    if len(digits) > 4:
        return "".join(_SOUNDS[int(digit)] or "ぜろ" for digit in digits)
    value = int(digits)
    if value == 0:
        return "ぜろ"
    thousands, rest = divmod(value, 1000)
    hundreds, rest = divmod(rest, 100)
    tens, ones = divmod(rest, 10)
    sound = ""
    if thousands:
        sound += {1: "せん", 3: "さんぜん", 8: "はっせん"}.get(thousands, _SOUNDS[thousands] + "せん")
    if hundreds:
        sound += {1: "ひゃく", 3: "さんびゃく", 6: "ろっぴゃく", 8: "はっぴゃく"}.get(
            hundreds, _SOUNDS[hundreds] + "ひゃく"
        )
    if tens:
        sound += ("" if tens == 1 else _SOUNDS[tens]) + "じゅう"
    return sound + _SOUNDS[ones]


_LONG = {
    **dict.fromkeys("あかさたなはまやらわがざだばぱゃぁ", "あ"),
    **dict.fromkeys("いきしちにひみりぎじぢびぴぃ", "い"),
    **dict.fromkeys("うくすつぬふむゆるぐずづぶぷゅぅ", "う"),
    **dict.fromkeys("えけせてねへめれげぜでべぺぇ", "え"),
    **dict.fromkeys("おこそとのほもよろをごぞどぼぽょぉ", "お"),
}


def evened(sound: str) -> str:
    """Readings written one way: ー as its vowel, おう as おお, えい as ええ, を ぢ づ as お じ ず; length kept."""
    out: list[str] = []
    for char in sound:
        previous = out[-1] if out else ""
        vowel = _LONG.get(previous, "")
        if char == "ー" and vowel or (char == "う" and vowel == "お") or (char == "い" and vowel == "え"):
            char = vowel
        out.append({"を": "お", "ぢ": "じ", "づ": "ず", "ゔ": "ぶ"}.get(char, char))
    return "".join(out)


def weight(normal: str) -> float:
    """How much a word (dictionary form) says by itself, 0..1."""
    return SMALL_WORDS.get(normal, 1.0)

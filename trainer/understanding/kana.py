"""Words written in kana brought back to the spelling this moment knows: たくしー to タクシー, さがして to 探して.

The cheapest way to lay words end to end over a run of kana (Viterbi 1967, as in Kudo, Yamamoto & Matsumoto 2004, with
costs set by hand): words of this moment cost least, then words of our list, then small words, which stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from trainer.understanding.listed import listed
from trainer.understanding.places import WARDS
from trainer.understanding.readers import Morpheme, hiragana

_WRITTEN = re.compile(r"[一-鿿々ァ-ヶ]")
_NOT_KANA = re.compile(r"[一-鿿々ァ-ヶA-Za-z]")
_RUN = re.compile(r"[ぁ-ゖー]{2,}")
_OKURIGANA = re.compile(r"^(.*[一-鿿々])([ぁ-ゖ]{1,3})$")
_SHORTEST = 2
_SERVING = frozenset(listed("particle auxiliary mark"))
_LONGEST = 12

_UNKNOWN, _SMALL, _ONE_SMALL, _WORD, _SHORT_WORD, _HERE = 2.5, 1.6, 1.8, 2.0, 0.9, 0.6
_HASTE = 0.1
_COUNT = 1.2
_BARE = 3.0
"""Costs: an unknown kana, a small word, a small word of one kana, a word, more for one of two kana, less for a word of
this moment, less for each further kana; a number with its counter; two digits that nothing is counted by."""
_BARRED = 2.0
"""What a one-kana particle costs more at the beginning or after another one."""

_PARTICLES = frozenset(listed("が を は に で の と も へ や か ね よ る"))
_SMALL_WORDS = frozenset(
    listed(
        "から まで より だけ しか ので のに けど って ても でも とか など ぐらい くらい ほど には では とは へは "
        "からは けれど です でした ます ました ません ませんでした ましょう ですか ますか ですね ない なかった "
        "なく ますね なくて なくても なければ ないで ないです たい たいです たいん たいんですが たく たくない "
        "たかった んです んですが んですけど て で た だ って った んで んだ ください くださいませ いい いいです "
        "よい よかった よろしい ある あり あります ありません いる います いません なる なり なります する し "
        "して した します しました しません しています してる している しよう され させ したい しない しないで "
        "しなくて したく しておき しておく してもらえ させて さん さま くん ちゃん できる でき できます "
        "できません できれば これ それ あれ どれ この その あの どの ここ そこ あそこ どこ こちら そちら あちら "
        "どちら こう そう ああ どう そうです もう まだ また やはり はい いいえ いえ いや うん ええ じゃ じゃあ "
        "それでは それじゃ あと ちょっと すみません ごめんなさい ありがとう ありがとうございます ございます "
        "こんにちは こんばんは おはよう ところ こと もの ほう とき ため よう ように ような みたい もらえ "
        "もらえます もらえますか いただけ いただけます いただけますか ほうが もらい いただき ほしい ほしいです "
        "くれ くれます そのまま このまま やっぱり ちなみに たぶん とても すこし おり おります おりまして ております "
        "おすすめ いろいろ いろいろと どこか なにか だれか いつか"
    )
)
_COMMON = dict(
    pair.split("=")
    for pair in listed(
        "= きたい=来たい きて=来て きた=来た きました=来ました きません=来ません きています=来ています みて=見て "
        "みます=見ます みました=見ました ねます=寝ます ねて=寝て でます=出ます でたい=出たい いき=行き "
        "いきます=行きます いきたい=行きたい いけ=行け いけます=行けます いけません=行けません いって=行って "
        "いく=行く いかな=行かな いこう=行こう せき=席 ついたち=1日 ふつか=2日 みっか=3日 よっか=4日 むいか=6日 "
        "ここのか=9日 はつか=20日 ひとり=一人 ふたり=二人 ひとつ=一つ ふたつ=二つ みっつ=三つ よっつ=四つ "
        "いっこ=一個 いっぱく=1泊 いっぽん=一本 いちまい=一枚 いっぱい=一杯 いつか=5日 なのか=7日 ようか=8日 "
        "とおか=10日 じゅうよっか=14日 にじゅうよっか=24日 やすめ=安め たかめ=高め はやめ=早め おそめ=遅め "
        "おおめ=多め すくなめ=少なめ いんしょくてん=飲食店 きっさてん=喫茶店 かんこうち=観光地"
    )
)
"""Short words that our list does not have in these forms, days and counts with readings of their own."""
_AMBIGUOUS = frozenset(
    listed("して した します ました ください ません ない いい ある いる なる それ これ はい いえ です ます")
)

_ROWS = dict(
    pair.split("=")
    for pair in listed(
        "う=わいうえおっ く=かきくけこいっ ぐ=がぎぐげごい す=さしすせそ つ=たちつてとっ ぬ=なにぬねのん "
        "ぶ=ばびぶべぼん む=まみむめもん る=らりるれろっ い=いくかけさ"
    )
)
"""Last kana of verbs and adjectives -> what it becomes."""
_ENDS_LIKE = "てたまなるれらよちずそ"
"""What follows the stem of a verb that loses its る: 食べて, 食べます, 食べない."""

_DIGITS = dict(
    pair.split("=")
    for pair in listed(
        "れい=0 ぜろ=0 いち=1 に=2 さん=3 よん=4 よ=4 し=4 ご=5 ろく=6 なな=7 しち=7 はち=8 きゅう=9 く=9"
    )
)
_COUNTERS = dict(
    pair.split("=")
    for pair in listed(
        "がつ=月 にち=日 にん=人 じかん=時間 じはん=時半 じ=時 ふん=分 ぷん=分 はく=泊 ぱく=泊 ぱつ=泊 めい=名 "
        "まい=枚 えん=円 かい=回 がい=階 さい=歳 ばん=番 ど=度 こ=個 ほん=本 ぽん=本 ぼん=本 はい=杯 ぱい=杯 "
        "しゅうかん=週間 かげつ=か月"
    )
)
_BEFORE_COUNTERS = ("よ", "し", "く")
"""Readings that a digit has only before a counter: よにん, しがつ, くじ."""
_SINGLE = "|".join(sorted(_DIGITS, key=lambda sound: -len(sound)))
_ALONE = "|".join(sorted(_DIGITS.keys() - _BEFORE_COUNTERS, key=lambda sound: -len(sound)))
_TENS = rf"(?:{_ALONE})?じゅう(?:{_SINGLE})?"
_COUNTED = re.compile(rf"({_TENS}|(?:{_ALONE})?(?:{_SINGLE}))({'|'.join(_COUNTERS)})(?<!(?<!さん)がい)")
_TEN_OR_MORE = re.compile(rf"(?:{_ALONE})?じゅう(?:{_ALONE})?")
_TWO_DIGITS = re.compile(rf"(?:{_ALONE}){{2}}")
_BESIDE = re.compile(rf"(?:{_ALONE}){{1,2}}(?=[/:：])|(?<=[/:：])((?:{_ALONE}){{1,2}})(に)?")
"""Digits on both sides of a date or a clock, and a に after them: ご/いちごに."""
_FIRST_DIGITS = frozenset("れぜいにさよしごろなはきくじ")
_ONE_DIGIT = re.compile(rf"{_SINGLE}|じゅう")


class KanaWords:
    """Readings of the words this moment uses, and of a word list for texts that are all kana."""

    def __init__(self, menu_words: Iterable[Morpheme], known: Mapping[str, str] | None = None) -> None:
        words = [(word.surface, word.reading) for word in menu_words if word.kind not in _SERVING]
        here = [(word, reading) for word, reading in words if _NOT_KANA.search(word) and reading not in _AMBIGUOUS]
        self._here = _in_other_forms(here) | {reading: word for word, reading in here if len(reading) >= _SHORTEST}
        self._known = known or {}

    def restored(self, text: str) -> str:
        """The text with kana runs that read like known words written as those words."""
        if not written_in_kana(text):
            return _RUN.sub(lambda run: self._laid(run.group(), {}), text)
        text = _BESIDE.sub(_beside, hiragana(text))
        return _RUN.sub(lambda run: self._laid(run.group(), self._known), text)

    def _laid(self, run: str, known: Mapping[str, str]) -> str:
        """The cheapest words over a run of kana, written as they are known."""
        end = len(run)
        best: list[tuple[float, str, bool]] = [(0.0, "", True)] + [(1e9, "", False)] * end
        for start in range(end):
            cost, text, barred = best[start]
            for size in range(1, min(_LONGEST, end - start) + 1):
                piece = run[start : start + size]
                for more, written, small in self._ways(piece, known):
                    whole = cost + more + (_BARRED if small and barred else 0.0)
                    if whole < best[start + size][0]:
                        best[start + size] = (whole, text + written, small)
        return best[end][1]

    def _ways(self, piece: str, known: Mapping[str, str]) -> Iterable[tuple[float, str, bool]]:
        """(cost, spelling, whether it is a one-kana particle) of each way to take a piece as one word."""
        size = len(piece)
        if size == 1:
            yield (_ONE_SMALL, piece, True) if piece in _PARTICLES else (_UNKNOWN, piece, False)
            return
        if piece in _SMALL_WORDS:
            yield _SMALL, piece, False
        worth = _WORD - _HASTE * size + (_SHORT_WORD if size == _SHORTEST else 0.0)
        if piece in self._here and (known or size > _SHORTEST):
            yield worth - _HERE, self._here[piece], False
        elif piece in known:
            yield worth, known[piece], False
        elif known and piece in _COMMON:
            yield worth, _COMMON[piece], False
        elif known and piece in WARDS:
            yield worth, WARDS[piece], False
        if known and piece[0] in _FIRST_DIGITS:
            counted = _COUNTED.fullmatch(piece)
            if counted is not None:
                yield _COUNT, _value(counted.group(1)) + _COUNTERS[counted.group(2)], False
            elif _TEN_OR_MORE.fullmatch(piece):
                yield _WORD, _value(piece), False
            elif _TWO_DIGITS.fullmatch(piece):
                yield _BARE, _value(piece), False


def _beside(digits: re.Match[str]) -> str:
    """A number of a date or a clock; a mark keeps a に after it from being read as a digit."""
    if digits.group(1) is None:
        return _value(digits.group())
    return _value(digits.group(1)) + ("に、" if digits.group(2) else "")


def _value(sounds: str) -> str:
    """さんじゅうご as 35, いちさん as 13."""
    digits = ""
    for sound in _ONE_DIGIT.findall(sounds):
        if sound != "じゅう":
            digits = digits[:-1] + _DIGITS[sound] if digits.endswith("~") else digits + _DIGITS[sound]
        else:
            digits = (digits or "1") + "~"
    return digits.replace("~", "0")


def written_in_kana(text: str) -> bool:
    """Whether (nearly) all of a text is in hiragana, so that its spelling says nothing about its words."""
    return len(_WRITTEN.findall(text)) * 6 < len(text)


def readings_of(words: Iterable[tuple[str, str]]) -> dict[str, str]:
    """(word, reading) pairs as a table for `KanaWords`, verbs and adjectives in every form; the first spelling counts.

    Words without kanji or katakana are left out.
    """
    found: dict[str, str] = {}
    forms: dict[str, str] = {}
    for word, reading in words:
        if len(reading) < _SHORTEST or reading in _AMBIGUOUS or not _NOT_KANA.search(word):
            continue
        found.setdefault(reading, word)
        inflected = _OKURIGANA.match(word)
        if inflected is None or word[-1] not in _ROWS or not reading.endswith(inflected.group(2)):
            continue
        stem, sound, last = word[:-1], reading[:-1], word[-1]
        endings = _ROWS[last] + (_ENDS_LIKE if last == "る" and _before_ru(sound) else "")
        for ending in endings:
            if len(sound) + 1 > _SHORTEST:
                forms.setdefault(sound + ending, stem + ending)
    return forms | found


def _in_other_forms(words: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Inflected words of a moment (泊まれ, とまれ) with every other last kana of the same row (とまり to 泊まり)."""
    found: dict[str, str] = {}
    for word, reading in words:
        inflected = _OKURIGANA.match(word)
        if inflected is not None and reading.endswith(inflected.group(2)) and len(reading) > _SHORTEST:
            endings = {ending for row in _ROWS.values() if word[-1] in row for ending in row}
            found.update((reading[:-1] + ending, word[:-1] + ending) for ending in sorted(endings))
    return found


def _before_ru(sound: str) -> bool:
    """Whether a verb in る may lose it: only after a sound in i or e."""
    return sound[-1] in "いきしちにひみりぎじびぴえけせてねへめれげぜでべぺ"

"""Everything kept about the trainee, in plain words: every field of every fact, in English and Japanese."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from trainer.practice.coming_back import set_out
from trainer.practice.facts import Fact
from trainer.practice.progress import standing
from trainer.script import Value
from trainer.settings import Language


@dataclass(frozen=True, slots=True)
class KeptRecords:
    """All there is: facts oldest first, learnt (scene, moment, reply, words), memory as (scene, name, value)."""

    facts: Sequence[Fact] = ()
    learned: Sequence[tuple[str, str, str, str]] = ()
    memory: Sequence[tuple[str, str, Value]] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    """Titles of scenes by address; a scene without one is named by its address."""

    @property
    def is_empty(self) -> bool:
        """True when nothing is kept."""
        return not (self.facts or self.learned or self.memory)


@dataclass(frozen=True, slots=True)
class _Words:
    """The sentences of one language. `{0}` is the fact's reply or detail."""

    nothing: str
    heading: str
    visit: str
    learned: str
    learned_line: str
    memory: str
    memory_line: str
    ending: str
    words: str
    turn: str
    other: str
    colon: str
    taken_back: str
    set_out: str
    swapped: str
    stood: str
    listed: str
    ways: Mapping[str, str]
    kinds: Mapping[str, str]
    met: Mapping[str, str]
    sizes: Mapping[str, str]


def records_text(kept: KeptRecords, language: Language) -> str:
    """Everything kept, exactly as it is shown and as an export writes it; ends with a line break."""
    words = _ENGLISH if language == "en" else _JAPANESE
    if kept.is_empty:
        return words.nothing + "\n"
    parts = [words.heading]
    parts += [_visit(facts, kept.titles, words) for facts in _by_visit(kept.facts).values()]
    if kept.learned:
        lines = (
            words.learned_line.format(_title(scene, kept.titles), moment, reply, said)
            for scene, moment, reply, said in kept.learned
        )
        parts.append("\n".join([words.learned, *("  " + line for line in lines)]))
    if kept.memory:
        lines = (
            words.memory_line.format(_title(scene, kept.titles), name, value) for scene, name, value in kept.memory
        )
        parts.append("\n".join([words.memory, *("  " + line for line in lines)]))
    return "\n\n".join([*parts, words.ending]) + "\n"


def fact_text(fact: Fact, language: Language) -> str:
    """One fact in plain words, without its visit and scene."""
    words = _ENGLISH if language == "en" else _JAPANESE
    place = [words.turn.format(fact.turn)] if fact.turn else []
    place += [fact.moment] if fact.moment else []
    sentence = words.kinds.get(fact.kind, words.other.format(fact.kind))
    detail = {"expectation-met": words.met, "step": words.sizes}.get(fact.kind, {}).get(fact.detail, fact.detail)
    if fact.kind == "began":
        detail = _set_out(detail, words)
    told = [words.ways[fact.way]] if fact.way else []
    told += [fact.reply] if fact.reply else []
    told += [detail] if detail else []
    told += [str(fact.value)] if fact.value is not None else []
    told += [words.words.format(fact.words)] if fact.words else []
    about = words.colon + " · ".join(told) if told else ""
    return f"{' · '.join(place)}{'  ' if place else ''}{sentence}{about}"


def _visit(facts: Sequence[Fact], titles: Mapping[str, str], words: _Words) -> str:
    language: Language = "en" if words is _ENGLISH else "ja"
    first = facts[0]
    lines = [words.visit.format(first.when.replace("T", " "), _title(first.scene, titles), first.visit)]
    # What was taken back is still kept, so it is still shown; it says that it does not count.
    stands = {id(fact) for fact in standing(facts)}
    when = first.when
    for fact in facts:
        # A later minute is written where it begins, so that every time that is kept can be read.
        if fact.when != when:
            when = fact.when
            lines.append("  " + when.replace("T", " "))
        after = "" if id(fact) in stands or fact.kind == "taken-back" else words.taken_back
        lines.append("  " + fact_text(fact, language) + after)
    return "\n".join(lines)


def _set_out(detail: str, words: _Words) -> str:
    """How a visit set out, which is kept so that one can come back to where one left."""
    out = set_out(detail)
    if out is None:
        return detail
    dials = words.listed.join(f"{name} {value}" for name, value in out.dials.items())
    parts = [words.swapped] if out.swapped else []
    parts += [words.stood.format(dials)] if dials else []
    return " · ".join([*parts, words.set_out.format(out.seed, out.sheet)])


def _by_visit(facts: Iterable[Fact]) -> dict[str, list[Fact]]:
    found: dict[str, list[Fact]] = {}
    for fact in facts:
        found.setdefault(fact.visit, []).append(fact)
    return found


def _title(scene: str, titles: Mapping[str, str]) -> str:
    title = titles.get(scene, "")
    return f"{title} ({scene})" if title else scene


_ENGLISH = _Words(
    nothing="Nothing is kept about you.",
    heading="This is everything that Engawa keeps about you. It is on this computer only.",
    visit="{0}  {1}  (visit {2})",
    learned="Your own words that you confirmed",
    learned_line="{0}, {1}: “{3}” means “{2}”",
    memory="What scenes remember for the next visit",
    memory_line="{0}: {1} = {2}",
    ending="That is all. No sound is ever kept.",
    words="“{0}”",
    turn="turn {0}",
    other="something that a newer version wrote ({0})",
    colon=": ",
    taken_back=" (taken back, it does not count)",
    set_out="for coming back to this place: variation {0}, mark of the scene {1}",
    swapped="with seats swapped",
    stood="the dials stood at {0}",
    listed=", ",
    ways={
        "listen": "by listening",
        "choose": "by choosing",
        "type": "by typing",
        "read": "by reading aloud",
        "speak": "by speaking",
    },
    kinds={
        "began": "You came in",
        "answered": "You answered",
        "taken-back": "You took that answer back",
        "asked-which": "The program asked which of two you meant",
        "not-understood": "The program did not understand (that was the machine)",
        "not-heard": "You were asked again, as the dial said",
        "stayed-quiet": "It was quiet for some seconds",
        "asked-again": "You asked to hear it again",
        "hint": "You looked at a hint",
        "said-for-me": "The program said it for you",
        "goal": "You reached a goal",
        "dial": "You moved a dial",
        "breath": "You took a breath",
        "way": "The way of answering changed",
        "tried-wrong": "You tried the other thing on purpose",
        "left": "You left when you wanted to",
        "finished": "You reached the end",
        "tension-before": "How tense before, 0 to 10",
        "tension-after": "How tense after, 0 to 10",
        "expected": "What you expected to happen",
        "expectation-met": "Did it happen",
        "step": "A step outside that you chose",
        "words-after": "What you wrote afterwards",
        "gentler-offered": "A gentler dial was offered to you",
    },
    met={"no": "no", "partly": "partly", "yes": "yes"},
    sizes={"small": "the small one", "middle": "the middle one", "large": "the large one", "none": "none this time"},
)

_JAPANESE = _Words(
    nothing="あなたについて残っている記録はありません。",
    heading="Engawa に残っている、あなたについての記録のすべてです。このパソコンの中だけにあります。",
    visit="{0}　{1}　（訪問 {2}）",
    learned="あなたが「この意味です」と確かめた言葉",
    learned_line="{0}、{1}：「{3}」は「{2}」の意味",
    memory="次の訪問のために場面が覚えていること",
    memory_line="{0}：{1} = {2}",
    ending="これで全部です。音声が残ることはありません。",
    words="「{0}」",
    turn="{0} 番目の番",
    other="新しい版のプログラムが書いた記録（{0}）",
    colon="：",
    taken_back="（取り消したので、数に入りません）",
    set_out="同じところに戻るための控え：変化の番号 {0}、場面のしるし {1}",
    swapped="席を入れかえて",
    stood="つまみの位置 {0}",
    listed="、",
    ways={
        "listen": "聞くだけ",
        "choose": "選んで",
        "type": "文字で",
        "read": "読み上げて",
        "speak": "話して",
    },
    kinds={
        "began": "場面に入りました",
        "answered": "答えました",
        "taken-back": "その答えを取り消しました",
        "asked-which": "どちらの意味か、プログラムがたずねました",
        "not-understood": "プログラムが聞き取れませんでした（機械の側のことです）",
        "not-heard": "設定のとおり、もう一度聞かれました",
        "stayed-quiet": "しばらく静かでした（秒）",
        "asked-again": "もう一度聞きたいと伝えました",
        "hint": "ヒントを見ました",
        "said-for-me": "プログラムが代わりに言いました",
        "goal": "目標に届きました",
        "dial": "つまみを動かしました",
        "breath": "ひと息つきました",
        "way": "答え方が変わりました",
        "tried-wrong": "わざと別のことを試しました",
        "left": "出たいときに出ました",
        "finished": "最後までいました",
        "tension-before": "前の緊張（0〜10）",
        "tension-after": "後の緊張（0〜10）",
        "expected": "起こると思っていたこと",
        "expectation-met": "それは起こりましたか",
        "step": "選んだ、外での小さな一歩",
        "words-after": "終わってから書いたこと",
        "gentler-offered": "つまみをやさしくする案が出ました",
    },
    met={"no": "いいえ", "partly": "少し", "yes": "はい"},
    sizes={"small": "小さいもの", "middle": "中くらいのもの", "large": "大きいもの", "none": "今回はなし"},
)

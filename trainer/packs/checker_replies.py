"""Replies: examples to recognise them by, the same words in two places, answers that can mean yes and no."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from trainer.packs import marks
from trainer.packs.diagnostics import Findings
from trainer.packs.fields import slot_of
from trainer.packs.outline import MomentPart, Outline, ReplyPart, SaidPart

FEW_EXAMPLES = 3

Lacks = Callable[[str], Sequence[str]]
"""Words of a text that a recogniser of a language has to guess, or cannot hear."""

Sounds = Callable[[str], Sequence[str]]
"""Text to its sounds, one string a sound; the lexicon of a language provides it."""

_PUNCTUATION = re.compile(r"[\s.,!?;:'\"“”‘’。、！？・…「」（）()〜~\-]+")
_YES = {
    "en": re.compile(r"\b(?:yes|yeah|please|i would|i'd like|sure|okay)\b", re.IGNORECASE),
    "ja": re.compile(r"はい|お願いします|おねがいします|ください|もらい|あります|します"),
}
_NO = {
    "en": re.compile(r"\b(?:no|not|don't|without|i'm good|i'm fine)\b", re.IGNORECASE),
    "ja": re.compile(r"いいえ|いえ|いらない|いりません|結構|けっこう|なくて|このままで|大丈夫|ないです|やめ"),
}
_TWO_SIDES = 2
_SAYS_YES = {
    "en": re.compile(r"^\W*(?:yes|yeah|yep|sure)\b", re.IGNORECASE),
    "ja": re.compile(r"^(?:はい|ええ|うん)"),
}
_ASKS_YES = {
    "en": re.compile(
        r"\b(?:shall|would|do|does|did|is|are|was|were|will|can|could|may|have|has)\b[^?]*\?\s*$", re.IGNORECASE
    ),
    "ja": re.compile(r"(?:ます|です|ません|ました|ましょう|でしょう)か[。？?]?$"),
}
_OPEN = {
    "en": re.compile(r"\b(?:what|which|where|when|who|how|why|or)\b", re.IGNORECASE),
    "ja": re.compile(r"何|なに|なん|どこ|どう|どち|どれ|どん|いつ|だれ|誰|いくつ|いくら|それとも"),
}
_SHAKES = re.compile(r"shak|首を(?:横に)?(?:振|ふ)|かぶりを", re.IGNORECASE)
_TWO_WAY = {
    "en": frozenset({"imgood", "imfine", "imokay", "imok", "imallright", "thatsfine", "itsfine", "itsallright"}),
    "ja": frozenset(
        {"大丈夫です", "大丈夫", "いいです", "いい", "結構です", "けっこうです", "結構", "けっこう", "大丈夫ですよ"}
    ),
}


def bare(text: str) -> str:
    """Words without marks and spaces: two examples with the same bare words are the same."""
    return _PUNCTUATION.sub("", marks.fold(text))


def shown(reply: ReplyPart) -> str:
    """A reply as its sheet shows it: the label where there is one."""
    return reply.header.label or reply.header.name


def check_replies(part: Outline, language: str, findings: Findings, *, sounds: Sounds | None = None) -> None:
    """Findings about the replies of every moment, on the sheet of one language."""
    anywhere = part.anywhere.replies if part.anywhere else []
    for moment in (*part.moments, *([part.anywhere] if part.anywhere else [])):
        shared = [] if moment is part.anywhere else anywhere
        for reply in moment.replies:
            _check_examples(reply, findings)
        _check_same(moment.replies, shared, findings)
        _check_two_way(moment, language, findings)
        _check_one_sided(moment, language, findings)
        if sounds is not None:
            _check_sounds([*moment.replies, *shared], moment, sounds, findings)


def _check_examples(reply: ReplyPart, findings: Findings) -> None:
    if reply.header.gesture:
        return
    count = len(reply.examples)
    if count == 0:
        findings.add("reply-no-examples", reply.header.number, reply.header.column, name=shown(reply))
    elif count < FEW_EXAMPLES:
        findings.add("reply-few-examples", reply.header.number, reply.header.column, name=shown(reply), count=count)


def _check_same(replies: Iterable[ReplyPart], shared: Iterable[ReplyPart], findings: Findings) -> None:
    """The same words under two replies of a moment, or under one of them and `anywhere`."""
    seen: dict[str, ReplyPart] = {}
    lines: dict[str, int] = {}
    for reply in (*shared, *replies):
        for line in reply.examples:
            words = bare(line.text)
            if not words:
                continue
            first = seen.setdefault(words, reply)
            if first is reply:
                lines.setdefault(words, line.number)
            elif not (first.header.condition and reply.header.condition):
                findings.add(
                    "same-example", line.number, line.column, text=line.text, name=shown(first),
                    other=lines[words],
                )  # fmt: skip


def _check_two_way(moment: MomentPart, language: str, findings: Findings) -> None:
    """A phrase that is heard as yes or as no, where both can be answered."""
    yes, no = _YES.get(language), _NO.get(language)
    if yes is None or no is None:
        return
    spoken = [reply for reply in moment.replies if not reply.header.gesture]
    agree = [reply for reply in spoken if any(yes.search(line.text) for line in reply.examples)]
    decline = [reply for reply in spoken if any(no.search(line.text) for line in reply.examples)]
    if not any(one is not other for one in agree for other in decline):
        return
    for reply in spoken:
        for line in reply.examples:
            if bare(line.text) in _TWO_WAY[language]:
                findings.add("two-way-answer", line.number, line.column, text=line.text)


def _check_one_sided(moment: MomentPart, language: str, findings: Findings) -> None:
    """A question for a yes or a no, answered with a yes in some reply and with a no in none."""
    if language not in _SAYS_YES or not moment.replies or not _asked(moment, language):
        return
    yes, no = _SAYS_YES[language], _NO[language]
    agree = [reply for reply in moment.replies if any(yes.search(line.text) for line in reply.examples)]
    declines = any(no.search(line.text) for reply in moment.replies for line in reply.examples)
    spoken = [reply for reply in moment.replies if not reply.header.gesture]
    shaken = any(_SHAKES.search(shown(reply)) or _SHAKES.search(reply.header.name) for reply in moment.replies)
    if agree and not declines and not shaken and len(spoken) <= _TWO_SIDES:
        findings.add("yes-without-no", agree[0].header.number, agree[0].header.column, name=shown(agree[0]))


def _asked(moment: MomentPart, language: str) -> bool:
    """True when the moment's lines ask for a yes or a no."""
    said = [item.line.text for item in moment.opening if isinstance(item, SaidPart)]
    return any(_ASKS_YES[language].search(text) and not _OPEN[language].search(text) for text in said)


def _check_sounds(replies: Sequence[ReplyPart], moment: MomentPart, sounds: Sounds, findings: Findings) -> None:
    """Examples of two replies that differ by one sound only."""
    heard = [
        (reply, line, tuple(sounds(line.text)))
        for reply in replies if not reply.header.gesture
        for line in reply.examples if "{" not in line.text
    ]  # fmt: skip
    for index, (reply, line, one) in enumerate(heard):
        for other, second, two in heard[:index]:
            own = reply in moment.replies
            if own and other is not reply and one != two and one and two and one_apart(one, two):
                findings.add(
                    "sounds-alike", line.number, line.column, text=line.text, other=second.text,
                    name=shown(other),
                )  # fmt: skip
                break


_SLOT = re.compile(r"\{[^{}]*\}")


def check_known(part: Outline, code: str, lacks: Lacks, findings: Findings) -> None:
    """Words of examples and of what slots may hold that a recogniser does not know (`code`); each is told once."""
    told: set[str] = set()
    moments = (*part.moments, *([part.anywhere] if part.anywhere else []))
    replies = (reply for moment in moments for reply in moment.replies if not reply.header.gesture)
    examples = [(line, [_SLOT.sub(" ", line.text)]) for reply in replies for line in reply.examples]
    values = [(line, _names_in(line.text)) for line in part.all_of("slot")]
    for line, texts in (*values, *examples):
        fresh = [word for word in dict.fromkeys(word for text in texts for word in lacks(text)) if word not in told]
        told.update(fresh)
        if fresh:
            findings.add(code, line.number, line.column, text=", ".join(fresh))


def _names_in(slot: str) -> list[str]:
    return [name for key, others in slot_of(slot).values for name in (key, *others)]


def one_apart(one: Sequence[str], two: Sequence[str]) -> bool:
    """True when one sound replaced, added or left out turns one into the other."""
    if abs(len(one) - len(two)) > 1:
        return False
    start = 0
    while start < min(len(one), len(two)) and one[start] == two[start]:
        start += 1
    end = 0
    while end < min(len(one), len(two)) - start and one[-1 - end] == two[-1 - end]:
        end += 1
    return max(len(one), len(two)) - start - end <= 1


def kana_sounds(text: str) -> tuple[str, ...]:
    """The sounds of a text written in kana only; nothing for any other text, so that it is not judged."""
    plain = bare(text)
    kana = [chr(ord(c) - 0x60) if "\u30a1" <= c <= "\u30f6" else c for c in plain]
    return tuple(kana) if kana and all("\u3041" <= c <= "\u3096" or c == "ー" for c in kana) else ()

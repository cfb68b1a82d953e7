"""Reads a moment for its author: replies that sound alike, too few examples, a yes without a no, words of two minds.

Codes and words only; the sentences are the checker's (trainer/packs).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from trainer.script import Expectation, ExpectedReply
from trainer.speech import Utterance
from trainer.understanding.interpretation import Interpreter
from trainer.understanding.phrase import NEGATED, NO, YES, Phrase
from trainer.understanding.readers import PlainReader, Reader
from trainer.understanding.reading import Texts

Code = Literal["close-replies", "same-example", "few-examples", "one-sign", "two-minded"]
Suggestion = Literal["reword-or-join", "remove-one", "add-examples", "add-a-no", "add-a-yes", "say-which-is-meant"]

ENOUGH_EXAMPLES = 4
"""Measured: with 3, 4, 5 and 6 examples 88, 90, 93 and 95 of 100 sentences find their reply."""

_TWO_MINDED = ("大丈夫です", "いいです", "結構です", "大丈夫", "いい")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing worth a look: `phrase` belongs to `reply`, `other_phrase` to `other`."""

    code: Code
    reply: str
    phrase: str = ""
    other: str = ""
    other_phrase: str = ""
    suggestion: Suggestion = "add-examples"


def review(
    expectation: Expectation, interpreter: Interpreter | None = None, reader: Reader | None = None
) -> list[Finding]:
    """Findings about one moment, in the order of its replies; leave-one-out confusion needs the interpreter."""
    texts = Texts(reader or PlainReader(), {})
    replies = [reply for reply in expectation.replies if not reply.gesture]
    found = _same(replies)
    found += [Finding("few-examples", r.id) for r in replies if 0 < len(r.examples) < ENOUGH_EXAMPLES]
    found += _signs(replies, expectation.language, texts)
    if expectation.language.startswith("ja"):
        found += _two_minded(replies)
    if interpreter is not None:
        found += _confused(replies, expectation, interpreter)
    return found


def _same(replies: Sequence[ExpectedReply]) -> list[Finding]:
    seen: dict[str, tuple[str, str]] = {}
    found = []
    for reply in replies:
        for example in reply.examples:
            plain = example.casefold().strip(" .!?。！？、,")
            if plain in seen and seen[plain][0] != reply.id:
                other, phrase = seen[plain]
                found.append(Finding("same-example", reply.id, example, other, phrase, "remove-one"))
            seen.setdefault(plain, (reply.id, example))
    return found


def _signs(replies: Sequence[ExpectedReply], language: str, texts: Texts) -> list[Finding]:
    """A moment that is answered with yes in one reply and with no in none, or the other way round."""
    kinds: dict[str, set[str]] = {}
    for reply in replies:
        for example in reply.examples:
            kinds.setdefault(reply.id, set()).update(_sign(texts.read(example, language)))
    yes = [name for name, kind in kinds.items() if "yes" in kind]
    no = [name for name, kind in kinds.items() if "no" in kind]
    if yes and not no and len(replies) > 1:
        return [Finding("one-sign", yes[0], suggestion="add-a-no")]
    if no and not yes and len(replies) > 1 and any("refuse" in kind for kind in kinds.values()):
        return [Finding("one-sign", no[0], suggestion="add-a-yes")]
    return []


def _sign(phrase: Phrase) -> set[str]:
    kinds = set()
    if YES in phrase.acts:
        kinds.add("yes")
    if phrase.acts & {NO, NEGATED} and YES not in phrase.acts:
        kinds.add("no")
    if NO in phrase.acts:
        kinds.add("refuse")
    return kinds


def _two_minded(replies: Sequence[ExpectedReply]) -> list[Finding]:
    """A bare 大丈夫です takes in one place and declines in another."""
    return [
        Finding("two-minded", reply.id, example, suggestion="say-which-is-meant")
        for reply in replies
        for example in reply.examples
        if example.strip(" 。、!！") in _TWO_MINDED
    ]


def _confused(replies: Sequence[ExpectedReply], expectation: Expectation, interpreter: Interpreter) -> list[Finding]:
    """Each example asked as if somebody had said it, with that example left out; one finding a pair of replies."""
    found: dict[tuple[str, str], tuple[float, Finding]] = {}
    for reply in replies:
        for example in reply.examples:
            left = tuple(each for each in reply.examples if each != example)
            if not left:
                continue
            others = tuple(
                replace(r, examples=left, learned=()) if r.id == reply.id else r for r in expectation.replies
            )
            told = interpreter.interpret(Utterance(example, expectation.language), replace(expectation, replies=others))
            if told.outcome == "unclear" or told.best == reply.id:
                continue
            finding = Finding(
                "close-replies", reply.id, example, told.best, nearest(example, told.best, replies), "reword-or-join"
            )
            pair = (min(reply.id, told.best), max(reply.id, told.best))
            if told.probability > found.get(pair, (0.0, finding))[0]:
                found[pair] = (told.probability, finding)
    return [finding for _, finding in found.values()]


def nearest(example: str, other: str, replies: Sequence[ExpectedReply]) -> str:
    """The example of the other reply that shares most letters pairs with this one (Dice 1945)."""
    pairs = {example[n : n + 2] for n in range(len(example) - 1)}

    def shared(text: str) -> float:
        theirs = {text[n : n + 2] for n in range(len(text) - 1)}
        return 2 * len(pairs & theirs) / (len(pairs) + len(theirs) or 1)

    examples = next((reply.examples for reply in replies if reply.id == other), ())
    return max(examples, key=shared, default="")

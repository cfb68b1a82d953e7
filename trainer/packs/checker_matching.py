"""Checks that ask the real understanding: examples left out in turn, and the words that hint 3 offers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from trainer.packs import marks
from trainer.packs.checker_replies import bare
from trainer.packs.diagnostics import Findings
from trainer.packs.outline import MomentPart, Outline
from trainer.script import Expectation, ExpectedReply, Moment, Reply, Scene
from trainer.speech import Utterance
from trainer.understanding.interpretation import Interpretation, Interpreter
from trainer.understanding.review import nearest

Matcher = Interpreter
"""The interpreter of the practice itself: the checks must hear as the program hears."""

_QUOTED = re.compile(r"[“\"「『]([^”\"」』]{1,80})[”\"」』]")
_SLOT = re.compile(r"\{([^{}]*)\}")


def check_matching(scene: Scene, part: Outline, matcher: Matcher, findings: Findings) -> None:
    """close-example and hint3-no-match for every moment of a scene; `part` gives the lines."""
    by_name = {marks.fold(moment.name): moment for moment in scene.moments}
    for written in part.moments:
        moment = by_name.get(marks.fold(written.header.name))
        if moment is None or not moment.replies:
            continue
        _check_examples(scene, moment, written, matcher, findings)
        _check_hint(scene, moment, written, matcher, findings)


def expectation(scene: Scene, moment: Moment, *, without: str = "", of: str = "") -> Expectation:
    """What is possible in a moment, with example `without` of reply `of` left out."""
    replies = tuple(
        ExpectedReply(
            reply.name,
            reply.label,
            tuple(e for e in reply.examples if not (reply.name == of and e == without)),
            reply.gesture,
        )
        for reply in open_to(scene, moment)
    )
    return Expectation(0, scene.language, f"{scene.id}/{moment.name}", replies, scene.slots)


def open_to(scene: Scene, moment: Moment) -> Sequence[Reply]:
    """The replies of a moment, then those that work anywhere."""
    own = {reply.name for reply in moment.replies}
    return (*moment.replies, *(reply for reply in scene.anywhere.replies if reply.name not in own))


def spoken(scene: Scene, example: str) -> str:
    """An example as somebody would say it: every slot with its first value."""
    first = {slot.name: slot.values[0].label if slot.values else str(max(slot.low, 2)) for slot in scene.slots}
    return _SLOT.sub(lambda found: first.get(found.group(1), found.group(1)), example)


def _ask(matcher: Matcher, scene: Scene, words: str, ready: Expectation) -> Interpretation:
    matcher.open(ready)
    return matcher.interpret(Utterance(words, scene.language), ready)


def _check_examples(scene: Scene, moment: Moment, written: MomentPart, matcher: Matcher, findings: Findings) -> None:
    """Each example left out in turn. Only what would be acted upon counts: a doubtful answer is asked about."""
    labels = {reply.name: reply.label for reply in open_to(scene, moment)}
    for reply in moment.replies:
        if reply.gesture or len(reply.examples) < 2:
            continue
        part = written.reply(reply.name)
        for index, example in enumerate(reply.examples):
            ready = expectation(scene, moment, without=example, of=reply.name)
            told = _ask(matcher, scene, spoken(scene, example), ready)
            if told.outcome == "sure" and told.best != reply.name and part and index < len(part.examples):
                line = part.examples[index]
                findings.add(
                    "close-example", line.number, line.column, text=example, name=reply.label,
                    other=labels.get(told.best, told.best), phrase=nearest(example, told.best, ready.replies),
                )  # fmt: skip


def _check_hint(scene: Scene, moment: Moment, written: MomentPart, matcher: Matcher, findings: Findings) -> None:
    line = written.hints.get(3)
    if line is None:
        return
    known = {bare(spoken(scene, example)) for reply in open_to(scene, moment) for example in reply.examples}
    for words in offered(line.text):
        said = spoken(scene, words)
        if bare(said) in known:
            continue
        told = _ask(matcher, scene, said, expectation(scene, moment))
        if told.outcome == "unclear":
            findings.add("hint3-no-match", line.number, line.text_column, text=words)


def offered(hint: str) -> Iterator[str]:
    """The words that a hint offers to say: what stands in quotation marks."""
    for found in _QUOTED.findall(hint):
        yield found.strip()

"""A scene on one sheet of paper, for people who use no computer: what is said, what can be answered, one small step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from trainer.script import Arrow, Line, Moment, Reply, Scene, Step

PageRowKind = Literal["title", "quiet", "text", "head", "say", "hardest", "answer", "write", "scale", "step"]


MOST_ANSWERS = 3
"""As many answers stand under a line where there is room."""


@dataclass(frozen=True, slots=True)
class PageRow:
    """One paragraph of the sheet; `who` speaks, or names a size of the step."""

    kind: PageRowKind
    text: str = ""
    who: str = ""


WORDS = {
    "en": {
        "minutes": "about {0} minutes",
        "before": "Before",
        "now": "How tense now?",
        "goes": "How it goes",
        "any": "At any time",
        "quiet": "Quiet is an answer, too. Nobody hurries you.",
        "other": "Try the other thing, if you like",
        "after": "Afterwards",
        "then": "How tense now?",
        "step": "One small step outside, only if you like",
        "small": "small",
        "middle": "middle",
        "large": "large",
        "or": "  /  ",
        "foot": "Read it alone, or with somebody who reads the other lines. Stopping counts as well. "
        "Engawa, free to copy (CC BY 4.0).",
    },
    "ja": {
        "minutes": "{0}分くらい",
        "before": "はじめる前に",
        "now": "今の緊張",
        "goes": "流れ",
        "any": "いつでも",
        "quiet": "だまっていても大丈夫です。急ぐ人はいません。",
        "other": "よかったら、別のこともためせます",
        "after": "終わったあとに",
        "then": "今の緊張",
        "step": "外での小さな一歩（したいときだけ）",
        "small": "小",
        "middle": "中",
        "large": "大",
        "or": "　／　",
        "foot": "ひとりで読んでも、だれかに相手の言葉を読んでもらっても。途中でやめても、それで十分です。"
        "Engawa（縁側）。自由にコピーできます（CC BY 4.0）。",
    },
}


def one_page(scene: Scene, language: str = "", answers: int = MOST_ANSWERS) -> tuple[PageRow, ...]:
    """The rows of the sheet, from top to bottom. `language` is that of the headings; the scene's own when not given.

    At most `answers` are shown to a line; with fewer than three, gestures are left out.
    """
    words = WORDS["ja" if (language or scene.language) == "ja" else "en"]
    return (*_top(scene, words), *_middle(scene, words, answers), *_foot(scene, words))


def usual_way(scene: Scene) -> tuple[Moment, ...]:
    """The moments one passes when every first answer is given, each once."""
    way: list[Moment] = []
    name = scene.first
    while name in {moment.name for moment in scene.moments} - {moment.name for moment in way}:
        moment = scene.moment(name)
        way.append(moment)
        name = _next(moment)
    return tuple(way)


def _next(moment: Moment) -> str:
    """Where the first answer that is not tried on purpose leads; without answers, where the moment itself leads."""
    answers = [reply for reply in moment.replies if not reply.on_purpose and reply.condition is None]
    steps: tuple[Step, ...] = answers[0].steps if answers else moment.opening
    return next((step.target for step in steps if isinstance(step, Arrow) and step.condition is None), "")


def _top(scene: Scene, words: dict[str, str]) -> Iterator[PageRow]:
    people = [person.description for person in scene.persons]
    facts = [scene.where, *people, words["minutes"].format(scene.minutes) if scene.minutes else ""]
    yield PageRow("title", scene.title)
    yield PageRow("quiet", " · ".join(fact.rstrip("。.") for fact in facts if fact))
    yield PageRow("text", scene.about)
    yield PageRow("head", words["before"])
    if scene.expect:
        yield PageRow("write", scene.expect)
    yield PageRow("scale", words["now"])


def _middle(scene: Scene, words: dict[str, str], answers: int) -> Iterator[PageRow]:
    yield PageRow("head", words["goes"])
    for moment in usual_way(scene):
        if not moment.replies:
            continue
        for line in _lines(moment.opening)[:1]:
            kind: PageRowKind = "hardest" if moment.name == scene.hardest else "say"
            yield PageRow(kind, _filled(scene, line.wordings[0].text), scene.person(line.speaker).name)
        said = [
            _filled(scene, reply.examples[0]) for reply in moment.replies if reply.examples and not reply.on_purpose
        ]
        gestures = [reply.label for reply in moment.replies if reply.gesture][: 1 if answers >= MOST_ANSWERS else 0]
        yield PageRow("answer", words["or"].join([*said[:answers], *gestures]))
    yield PageRow("head", words["any"])
    always = [reply.examples[0] for reply in scene.anywhere.replies if reply.examples]
    yield PageRow("answer", words["or"].join(always))
    yield PageRow("text", words["quiet"])
    yield from _other(scene, words)


def _other(scene: Scene, words: dict[str, str]) -> Iterator[PageRow]:
    """What can be tried on purpose, and what is then said."""
    for moment in scene.moments:
        for reply in moment.replies:
            if reply.on_purpose and reply.examples:
                yield PageRow("head", words["other"])
                yield PageRow("answer", _filled(scene, reply.examples[0]))
                for line in _answered(scene, reply)[:1]:
                    yield PageRow("say", _filled(scene, line.wordings[0].text), scene.person(line.speaker).name)
                return


def _answered(scene: Scene, reply: Reply) -> list[Line]:
    said = _lines(reply.steps)
    target = next((step.target for step in reply.steps if isinstance(step, Arrow)), "")
    if not said and target in {moment.name for moment in scene.moments}:
        said = _lines(scene.moment(target).opening)
    return said


def _foot(scene: Scene, words: dict[str, str]) -> Iterator[PageRow]:
    yield PageRow("head", words["after"])
    yield PageRow("scale", words["then"])
    for question in scene.after:
        if question.kind in ("words", "plain"):
            yield PageRow("write", question.text)
    steps = scene.steps_outside
    if steps.small or steps.middle or steps.large:
        yield PageRow("head", words["step"])
    for size in ("small", "middle", "large"):
        if getattr(steps, size):
            yield PageRow("step", getattr(steps, size), words[size])
    if scene.closing:
        yield PageRow("text", scene.closing[0])
    yield PageRow("quiet", words["foot"])


def _lines(steps: tuple[Step, ...]) -> list[Line]:
    return [step for step in steps if isinstance(step, Line)]


def _filled(scene: Scene, text: str) -> str:
    """`{slot}` as the first of its values."""
    for slot in scene.slots:
        first = slot.values[0].label if slot.values else str(slot.usual if slot.usual is not None else slot.low)
        text = text.replace("{" + slot.name + "}", first)
    return text

"""Support: hints, quiet ways on, what happens after silence and when something was not understood."""

from __future__ import annotations

import re
from functools import lru_cache

from trainer.packs import marks
from trainer.packs.checker_replies import bare
from trainer.packs.diagnostics import Findings
from trainer.packs.outline import BlockItem, MomentPart, Outline, SaidPart
from trainer.script import Scene

SHORTEST_SILENCE = 5
"""Seconds of quiet before the partner may prompt."""

TELLING = 4
"""A Japanese example this long or longer counts as told when hint 1 contains it; an English one of two words."""


def check_support(part: Outline, findings: Findings) -> None:
    """Every moment that waits for an answer has help, patience and a way on without words."""
    for moment in part.moments:
        if not moment.replies:
            continue
        _check_hints(moment, findings)
        _check_events(moment, findings)
        _check_quiet_way(moment, findings)


def _check_hints(moment: MomentPart, findings: Findings) -> None:
    at = moment.header
    missing = [str(level) for level in (1, 2, 3) if level not in moment.hints]
    if missing:
        findings.add("hint-missing", at.number, at.column, name=at.name, levels=", ".join(missing))
    first = moment.hints.get(1)
    if first is None:
        return
    for reply in moment.replies:
        for example in reply.examples:
            if tells(first.text, example.text):
                findings.add("hint1-tells", first.number, first.text_column, text=example.text)
                return


@lru_cache(maxsize=8192)
def tells(hint: str, example: str) -> bool:
    """True when a hint holds an example whole; a single short word ("pass") may well be about something else."""
    words = bare(example)
    if not words.isascii():
        return len(words) >= TELLING and words in bare(hint)
    return " " in marks.strip(example) and f" {_spaced(example)} " in f" {_spaced(hint)} "


def _spaced(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9']+", marks.fold(text)))


def _check_events(moment: MomentPart, findings: Findings) -> None:
    at = moment.header
    silences = [event for event in moment.events if event.header.key == "silence"]
    if not silences:
        findings.add("no-silence", at.number, at.column, name=at.name)
    for event in silences:
        speaks = any(isinstance(item, SaidPart) for item in event.body)
        if speaks and 0 < event.header.level < SHORTEST_SILENCE:
            findings.add(
                "silence-short", event.header.number, event.header.column, seconds=event.header.level,
                least=SHORTEST_SILENCE,
            )  # fmt: skip
    spoken = any(not reply.header.gesture for reply in moment.replies)
    if spoken and moment.event("unclear", 1) is None:
        findings.add("no-unclear", at.number, at.column, name=at.name)


def _check_quiet_way(moment: MomentPart, findings: Findings) -> None:
    gesture = any(reply.header.gesture for reply in moment.replies)
    onward = any(event.header.key == "silence" and _leads_on(event.body) for event in moment.events)
    if not gesture and not onward:
        findings.add("no-quiet-way-on", moment.header.number, moment.header.column, name=moment.header.name)


def _leads_on(body: list[BlockItem]) -> bool:
    return any(not isinstance(item, SaidPart) and item.kind == "arrow" for item in body)


def check_arc(scene: Scene, part: Outline, findings: Findings) -> None:
    """What makes one visit whole: the prediction, the hardest line, an on-purpose branch, a step, a closing line."""
    missing = [
        name
        for name, there in (
            ("about", scene.about),
            ("expect", scene.expect),
            ("hardest", scene.hardest),
            ("on purpose", any(r.on_purpose for m in (*scene.moments, scene.anywhere) for r in m.replies)),
            ("step small", scene.steps_outside.small),
            ("step middle", scene.steps_outside.middle),
            ("step large", scene.steps_outside.large),
            ("closing", scene.closing),
            ("for facilitators", scene.for_facilitators),
        )
        if not there
    ]
    if missing:
        findings.add("arc-missing", 1, what=", ".join(missing))
    for moment in part.moments:
        first = next((item for item in moment.opening if isinstance(item, SaidPart)), None)
        if moment.replies and first is not None and not first.others:
            findings.add("one-wording", first.line.number, first.line.column, text=first.line.text)

"""Every text of a sheet that somebody hears or reads, flat and with its place: what word lists and counts look at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from trainer.packs.lines import SheetLine
from trainer.packs.outline import BlockItem, MomentPart, Outline, SaidPart

TextKind = Literal["say", "cue", "hint", "goal", "about", "expect", "step", "closing", "after", "facilitators"]


_HEAD_TEXTS: tuple[Literal["about", "expect", "facilitators"], ...] = ("about", "expect", "facilitators")
_LISTED_TEXTS: tuple[Literal["goal", "step", "after"], ...] = ("goal", "step", "after")


@dataclass(frozen=True, slots=True)
class Text:
    """A text as written. `block` is "" in the head, else opening, reply, repeat, silence, unclear or unheard."""

    kind: TextKind
    text: str
    line: int
    column: int
    speaker: str = ""
    moment: str = ""
    block: str = ""
    level: int = 0
    conditional: bool = False


def texts(part: Outline) -> tuple[Text, ...]:
    """All texts of a sheet except the trainee's own words (reply names and examples), from top to bottom."""
    found = [*_head(part)]
    moments = [*part.moments, *([part.anywhere] if part.anywhere else [])]
    for moment in moments:
        found.extend(_moment(moment))
    return tuple(sorted(found, key=lambda text: (text.line, text.column)))


def _head(part: Outline) -> Iterator[Text]:
    for key in _HEAD_TEXTS:
        line = part.head.get(key)
        if line and line.text:
            yield _text(key, line)
    for kind in _LISTED_TEXTS:
        for line in part.all_of(kind):
            yield _text(kind, line)
    for line in part.closing:
        yield _text("closing", line)


def _moment(moment: MomentPart) -> Iterator[Text]:
    name = moment.header.name
    yield from _block(moment.opening, name, "opening")
    for reply in moment.replies:
        yield from _block(reply.body, name, "reply")
    for event in moment.events:
        yield from _block(event.body, name, event.header.key)
    for level, line in moment.hints.items():
        yield _text("hint", line, moment=name, level=level)


def _block(items: Iterable[BlockItem], moment: str, block: str) -> Iterator[Text]:
    for item in items:
        if isinstance(item, SaidPart):
            for line in (item.line, *item.others):
                yield _text("say", line, moment=moment, block=block, speaker=item.line.key)
        elif item.kind == "cue":
            yield _text("cue", item, moment=moment, block=block)


def _text(
    kind: TextKind, line: SheetLine, *, moment: str = "", block: str = "", speaker: str = "", level: int = 0
) -> Text:
    return Text(
        kind, line.text, line.number, line.text_column, speaker, moment, block, level, line.condition is not None
    )

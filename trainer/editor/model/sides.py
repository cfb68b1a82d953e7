"""A translation beside its source: what belongs together, what has no words yet, what to look at again.

Pairs are made by name and order as the translator of packs does it (`packs.translator`). Examples are one pair a reply:
they are written anew in each language, in any number. "Look again" comes from the fingerprints in `status.toml`
(`packs.stale`), never from marks in the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from trainer.editor.model.live import Look
from trainer.packs import marks, stale
from trainer.packs.lines import SheetLine
from trainer.packs.outline import BlockItem, MomentPart, Outline, ReplyPart, SaidPart
from trainer.packs.sheet_style import style_of
from trainer.packs.translator import NOT_YET
from trainer.script import ANYWHERE

PairKind = Literal[
    "scene", "about", "place", "expect", "facilitators", "person", "goal", "slot", "warning", "after", "closing",
    "step", "moment", "say", "cue", "reply", "examples", "hint",
]  # fmt: skip
State = Literal["done", "missing", "look-again", "optional", "orphan"]
OPTIONAL: frozenset[PairKind] = frozenset({"place", "expect", "facilitators", "moment"})
"""Pairs a scene can do without."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Source words and their translation. `block` is the address of `packs.stale`; rows are 0-based, in their sheets.

    `source` and `target` are lines: a spoken line with its wordings, the examples of a reply, else one. `number` counts
    the spoken lines or cues of a block from 0.
    """

    kind: PairKind
    block: str
    moment: str = ""
    part: str = ""
    name: str = ""
    number: int = 0
    speaker: str = ""
    source: tuple[str, ...] = ()
    source_rows: tuple[int, ...] = ()
    target: tuple[str, ...] = ()
    target_rows: tuple[int, ...] = ()
    state: State = "missing"


def pairs(source: Look, translation: Look, status: Mapping[str, str] | None = None) -> tuple[Pair, ...]:
    """Every pair in the order of the source. `status` is the scene's table of `status.toml`: address -> fingerprint."""
    now = stale.fingerprints(source.part)
    known = status or {}
    other = {(pair.kind, pair.moment, pair.part, pair.name, pair.number): pair for pair in units(translation.part)}
    found = []
    for pair in units(source.part):
        match = other.pop((pair.kind, pair.moment, pair.part, pair.name, pair.number), None)
        target = _target(pair, match)
        looked = known.get(pair.block)
        state: State = "done" if any(target) else ("optional" if pair.kind in OPTIONAL else "missing")
        if any(target) and looked is not None and looked != now.get(pair.block) and pair.kind != "examples":
            state = "look-again"
        rows = match.source_rows if match else ()
        found.append(replace(pair, target=target, target_rows=rows, state=state))
    orphans = (
        replace(pair, source=(), source_rows=(), target=pair.source, target_rows=pair.source_rows, state="orphan")
        for pair in other.values()
        if pair.kind not in ("closing", "after")  # in any number
    )
    return (*found, *orphans)


def _target(pair: Pair, match: Pair | None) -> tuple[str, ...]:
    """What the translation says; a name that only stands there as a key is no translation."""
    if match is None:
        return ()
    if match.source == (NOT_YET,) != pair.source:
        return ()
    if pair.kind in ("reply", "moment"):
        return () if match.source == (match.name,) else match.source
    return match.source


def settle(status: stale.Status, source: Look, blocks: Iterable[str] | None = None) -> stale.Status:
    """The status with these blocks (all of them without `blocks`) noted as looked at, against the source as it is."""
    scene = source.scene.id if source.scene else ""
    now = stale.fingerprints(source.part)
    wanted = set(now) if blocks is None else set(blocks) & set(now)
    rows = {address: mark for address, mark in status.get(scene, {}).items() if address in now}
    return {**status, scene: {**rows, **{address: now[address] for address in wanted}}}


def coverage(found: Sequence[Pair]) -> tuple[int, int]:
    """How many pairs have words, of how many that need them."""
    needed = [pair for pair in found if pair.state not in ("optional", "orphan")]
    return sum(pair.state != "missing" for pair in needed), len(needed)


def skeleton(source: Look, language: str) -> str:
    """A translation sheet to begin with: whose translation it is, the language, and the moments' names."""
    style = style_of((), language)
    scene = source.scene.id if source.scene else ""
    lines = [style.head("translation", scene), style.head("language", language)]
    for moment in _moments(source.part):
        lines += ["", style.heading(moment.header.name)]
    return "\n".join(lines) + "\n"


# --- what a sheet holds -----------------------------------------------------------------------------------------


def units(part: Outline) -> Iterator[Pair]:
    """The translatable parts of a sheet, as pairs with their `source` side only."""
    yield from _head(part)
    for moment in _moments(part):
        yield from _moment(moment)
    yield from _foot(part)


def _moments(part: Outline) -> list[MomentPart]:
    found = [*part.moments, *([part.anywhere] if part.anywhere else [])]
    named = (moment for moment in found if marks.fold(moment.header.name))  # a heading without a name is repaired first
    return sorted(named, key=lambda moment: moment.header.number)


def _head(part: Outline) -> Iterator[Pair]:
    keys: tuple[PairKind, ...] = ("scene", "about", "place", "expect")
    for key in keys:
        line = part.head.get(key)
        if line is not None and line.text:
            yield _one(key, key, line)
    kinds: tuple[Literal["person", "goal", "slot"], ...] = ("person", "goal", "slot")
    for kind in kinds:
        for line in part.all_of(kind):
            if kind == "slot" and not _has_words(line.text):
                continue
            name = _declared(line.name)
            yield _one(kind, f"{kind} {marks.fold(line.name)}", line, name=name)
    at = _addresses(part)
    yield from (_one("warning", at[line.number], line, number=n) for n, line in enumerate(part.warnings) if line.text)


def _foot(part: Outline) -> Iterator[Pair]:
    at = _addresses(part)
    yield from (_one("after", at[line.number], line, number=n) for n, line in enumerate(part.all_of("after")))
    for line in part.all_of("step"):
        yield _one("step", f"step {line.key}", line, name=line.key)
    yield from (_one("closing", at[line.number], line, number=n) for n, line in enumerate(part.closing))
    last = part.head.get("facilitators")
    if last is not None and last.text:
        yield _one("facilitators", "facilitators", last)


def _addresses(part: Outline) -> dict[int, str]:
    """Line -> address of its block."""
    return {line: address for address, _, line in stale.blocks_of(part)}


def _has_words(text: str) -> bool:
    """False for a slot that is a number."""
    return (
        "|" in text or "｜" in text or any(sign in text for sign in marks.EQUALS) or not any(c.isdigit() for c in text)
    )


def _declared(name: str) -> str:
    return marks.fold(name.split("(")[0].split("（")[0])


def moment_key(name: str) -> str:
    """How a moment is told in both languages: its name as names are compared, `anywhere` in whichever language."""
    folded = marks.fold(name)
    return ANYWHERE if folded in marks.ANYWHERE_WORDS else folded


def _moment(moment: MomentPart) -> Iterator[Pair]:
    header = moment.header
    block, name = marks.fold(header.name), moment_key(header.name)
    label = header.label or header.name
    if name != ANYWHERE:
        rows = (header.number - 1,)
        yield Pair("moment", f"{block} / opening", name, name=header.name, source=(label,), source_rows=rows)
    yield from _body(moment.opening, name, "opening", f"{block} / opening")
    for reply in moment.replies:
        yield from _reply(reply, name, block)
    for level in sorted(moment.hints):
        yield replace(_one("hint", f"{block} / hint {level}", moment.hints[level], number=level), moment=name)
    for event in moment.events:
        part = f"{event.header.key} {event.header.level}"
        yield from _body(event.body, name, part, f"{block} / {part}")


def _reply(reply: ReplyPart, moment: str, address: str) -> Iterator[Pair]:
    header = reply.header
    key = marks.fold(header.name)
    block = f"{address} / > {key}"
    yield Pair(
        "reply", block, moment, f"> {key}", header.name, source=(header.label or header.name,),
        source_rows=(header.number - 1,),
    )  # fmt: skip
    if reply.examples and not header.gesture:
        rows = tuple(line.number - 1 for line in reply.examples)
        yield Pair(
            "examples", block, moment, f"> {key}", header.name, source=tuple(line.text for line in reply.examples),
            source_rows=rows,
        )  # fmt: skip
    yield from _body(reply.body, moment, f"> {key}", block)


def _body(items: Sequence[BlockItem], moment: str, part: str, block: str) -> Iterator[Pair]:
    says = cues = 0
    for item in items:
        if isinstance(item, SaidPart):
            lines = [item.line, *item.others]
            yield Pair(
                "say", block, moment, part, "", says, item.line.key, tuple(line.text for line in lines),
                tuple(line.number - 1 for line in lines),
            )  # fmt: skip
            says += 1
        elif item.kind == "cue":
            yield Pair("cue", block, moment, part, "", cues, "", (item.text,), (item.number - 1,))
            cues += 1


def _one(kind: PairKind, block: str, line: SheetLine, *, name: str = "", number: int = 0) -> Pair:
    return Pair(kind, block, name=name, number=number, source=(line.text,), source_rows=(line.number - 1,))

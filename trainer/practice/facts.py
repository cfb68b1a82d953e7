"""The stored fact: one flat, append-only shape with a kind. New figures are new folds, never new tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Literal, get_args

import msgspec

from trainer.conversation.fact_kinds import FactKind
from trainer.ways import Way

if TYPE_CHECKING:
    from trainer.conversation.effects import Record

OwnKind = Literal[
    "tension-before",
    "tension-after",
    "expected",
    "expectation-met",
    "step",
    "words-after",
    "gentler-offered",
]
"""Kinds that the pages before and after a visit add to those of the conversation."""

KINDS: tuple[str, ...] = (*get_args(FactKind), *get_args(OwnKind))


@dataclass(frozen=True, slots=True)
class Fact:
    """One plain fact of one visit.

    `visit` is the visit's id, `scene` is `pack/scene`, `when` local day and time as ISO 8601 to the minute. `kind` is
    one of KINDS; another was written by a newer version and is shown as it is. `way` how it was answered, `reply` what
    was understood (the reply's id), `detail` what belongs to the kind (a dial, a goal, a step's size, a question).
    `words` are the trainee's own: of the practice only when they turned that on; of the pages before and after because
    they wrote them there to be kept. `value` is a number 0-10 (tension) or where a dial stands.
    There is never any sound in a fact.
    """

    kind: str
    visit: str
    scene: str
    when: str
    moment: str = ""
    turn: int = 0
    way: Way | None = None
    reply: str = ""
    detail: str = ""
    words: str = ""
    value: int | None = None


@dataclass(frozen=True, slots=True)
class VisitStamp:
    """What every fact of one visit carries: the visit's id, its scene and the minute."""

    visit: str
    scene: str
    when: str


def of_record(record: Record, stamp: VisitStamp, keep_words: bool) -> Fact:
    """The fact to store for what the conversation recorded; its words are left out unless the trainee keeps words."""
    return Fact(
        kind=record.kind,
        visit=stamp.visit,
        scene=stamp.scene,
        when=stamp.when,
        moment=record.moment,
        turn=record.turn,
        way=record.way,
        reply=record.reply,
        detail=record.detail,
        words=record.words if keep_words else "",
    )


def tension(stamp: VisitStamp, at: Literal["before", "after"], value: int) -> Fact:
    """How tense, 0-10, before or after the visit."""
    return Fact(f"tension-{at}", stamp.visit, stamp.scene, stamp.when, value=max(0, min(10, value)))


def expected(stamp: VisitStamp, words: str) -> Fact:
    """What the trainee expected to happen, in their own words."""
    return Fact("expected", stamp.visit, stamp.scene, stamp.when, words=words)


def expectation_met(stamp: VisitStamp, met: Literal["no", "partly", "yes"]) -> Fact:
    """Whether what was expected did happen."""
    return Fact("expectation-met", stamp.visit, stamp.scene, stamp.when, detail=met)


def step(stamp: VisitStamp, size: Literal["small", "middle", "large", "none"]) -> Fact:
    """The step outside that the trainee picked, if any."""
    return Fact("step", stamp.visit, stamp.scene, stamp.when, detail=size)


def words_after(stamp: VisitStamp, question: str, words: str) -> Fact:
    """An answer to one of the scene's own questions, written to be kept."""
    return Fact("words-after", stamp.visit, stamp.scene, stamp.when, detail=question, words=words)


def gentler_offered(visit: str, scene: str, when: str, dial: str, value: int) -> Fact:
    """After that visit a gentler dial was offered; it is remembered so that it is offered once."""
    return Fact("gentler-offered", visit, scene, when, detail=f"{dial}={value}")


# --- to text and back ----------------------------------------------------------------------------------------

_NAMES = tuple(field.name for field in fields(Fact))
_DEFAULTS: dict[str, Any] = {name: None if name in ("way", "value") else 0 if name == "turn" else "" for name in _NAMES}


def to_json(fact: Fact) -> str:
    """One line of JSON; what is empty is left out."""
    given = {name: value for name in _NAMES if (value := getattr(fact, name)) != _DEFAULTS[name]}
    return msgspec.json.encode(given).decode("utf-8")


def from_json(text: str | bytes) -> Fact | None:
    """The fact in that line; None when it is not one. Fields that are not known yet are passed over."""
    try:
        # The usual line, twenty times as quick as field by field.
        fact = _USUAL.decode(text)
    except msgspec.ValidationError:
        return _unusual(text)
    except (msgspec.DecodeError, UnicodeError):
        return None
    return fact if fact.kind and fact.visit and fact.scene and fact.when else None


def _unusual(text: str | bytes) -> Fact | None:
    try:
        given = msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeError):
        return None
    return from_mapping(given) if isinstance(given, dict) else None


def from_mapping(given: Mapping[str, Any]) -> Fact | None:
    """The fact in that mapping; None when its kind, visit, scene or time is missing or of another type.

    A field of another type than today's (a newer version may mean something else by it) counts as not given.
    """
    kept: dict[str, Any] = {}
    for field in fields(Fact):
        value = given.get(field.name, _DEFAULTS[field.name])
        try:
            kept[field.name] = msgspec.convert(value, _TYPES[field.name], strict=True)
        except msgspec.ValidationError:
            kept[field.name] = _DEFAULTS[field.name]
    if not all(kept[name] for name in ("kind", "visit", "scene", "when")):
        return None
    return Fact(**kept)


_USUAL = msgspec.json.Decoder(Fact)
_TYPES: dict[str, Any] = {
    **dict.fromkeys(_NAMES, str),
    "turn": int,
    "way": Way | None,
    "value": int | None,
}

"""Words for what is written: scenes, moments, lines, replies, and what we are ready to hear next.

Floor 0: standard library only; packs and headings stand in `covers.py`. `packs/builder.py` makes these from sheets;
`conversation/` plays them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from trainer.covers import Author as Author
from trainer.covers import Heading as Heading
from trainer.covers import Pack as Pack
from trainer.covers import PackScene as PackScene

Value = str | int
"""A remembered value: a number or a word."""

Tone = Literal["", "softly", "slower", "brighter", "tired"]
TONES: tuple[Tone, ...] = ("", "softly", "slower", "brighter", "tired")

Operator = Literal["=", "!=", ">=", "<=", ">", "<"]

ANYWHERE = "anywhere"
"""Name of the moment whose replies work in every moment."""

END, AGAIN, BACK = "end", "again", "back"
"""The built-in destinations."""

DIALS: tuple[str, ...] = ("queue", "noise", "speed", "eyes", "warmth", "unheard", "surprise", "pause", "time")
"""Every dial there is: people waiting, background noise, partner's pace, eye contact, warmth, "was not heard",
surprise questions, the partner's silence, time of day. What each does is fixed by the program, not by packs."""

GENTLEST_IS_MOST: frozenset[str] = frozenset({"warmth"})
"""Dials whose highest value is the gentlest; for all others it is the lowest."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in its sheet: file name as given, 1-based line and column."""

    file: str = ""
    line: int = 0
    column: int = 1


@dataclass(frozen=True, slots=True)
class Condition:
    """`name operator value`: a memory, a slot or a dial compared with one value."""

    name: str
    operator: Operator
    value: Value


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say a line. `{slot}` inside the text is filled when it is said."""

    text: str
    tone: Tone = ""
    condition: Condition | None = None
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Line:
    """Something a person says: several wordings of the same thing, one is picked."""

    speaker: str
    wordings: tuple[Wording, ...]
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Cue:
    """Seen or heard, not said: an expression, a place, a sound."""

    text: str
    condition: Condition | None = None
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class SetMemory:
    """Memory or slot `name` becomes `value`, or changes by `change` (+1 / -1)."""

    name: str
    value: Value | None = None
    change: int = 0
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class ReachGoal:
    """A goal of the scene is reached."""

    name: str
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class ShowHint:
    """Hint of that level (1..3) appears."""

    level: int
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Arrow:
    """Go to a moment, or to `end`, `again`, `back`; the first arrow whose condition holds wins."""

    target: str
    condition: Condition | None = None
    place: Place = Place()


Step = Line | Cue | SetMemory | ReachGoal | ShowHint | Arrow


@dataclass(frozen=True, slots=True)
class Reply:
    """Something the trainee can answer. A gesture has no words (`> (nod)`).

    `name` is the key (source language); `label` is what is shown; `on_purpose` marks the "try the other thing and see"
    branch, where something goes differently than planned and the world goes on.
    """

    name: str
    label: str
    gesture: bool = False
    examples: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    condition: Condition | None = None
    on_purpose: bool = False
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Silence:
    """What happens after `seconds` of quiet in a moment."""

    seconds: int
    steps: tuple[Step, ...]
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Moment:
    """A prompt and its replies.

    `opening` is said and shown on arrival; `repeat` when asked to say it again; `unclear[0]`, `unclear[1]` when an
    answer was not understood the first and second time; `unheard[0]`, `unheard[1]` when the "was not heard" dial
    makes the partner ask again although the answer was good.
    """

    name: str
    label: str
    opening: tuple[Step, ...] = ()
    replies: tuple[Reply, ...] = ()
    hints: tuple[str, str, str] = ("", "", "")
    repeat: tuple[Step, ...] = ()
    silences: tuple[Silence, ...] = ()
    unclear: tuple[tuple[Step, ...], ...] = ()
    unheard: tuple[tuple[Step, ...], ...] = ()
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who speaks; `description` is shown before the scene. The first word(s) up to a comma name them."""

    key: str
    description: str

    @property
    def name(self) -> str:
        """The name shown beside the words."""
        ends = [at for at in map(self.description.find, ",、。，") if at >= 0]
        return self.description[: min(ends, default=None)].strip() or self.key


@dataclass(frozen=True, slots=True)
class Goal:
    """Something one may try; reached or simply not met yet, never judged."""

    name: str
    text: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class SlotValue:
    """One listed value: `key` (source language), `label` as spoken, and other names for it."""

    key: str
    label: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Slot:
    """A detail to listen for: listed values, or a number from `low` to `high`; `usual` stands when nothing was said."""

    name: str
    values: tuple[SlotValue, ...] = ()
    low: int = 0
    high: int = 0
    usual: Value | None = None

    @property
    def is_number(self) -> bool:
        """True for `number 1 to 9`."""
        return not self.values


@dataclass(frozen=True, slots=True)
class Memory:
    """A remembered value with its start; `keep` carries it to the next visit."""

    name: str
    start: Value
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Dial:
    """A stress dial of this scene, from `low` to `high`."""

    name: str
    low: int = 0
    high: int = 2

    @property
    def gentlest(self) -> int:
        """Where the dial stands unless the trainee moves it."""
        return self.high if self.name in GENTLEST_IS_MOST else self.low


@dataclass(frozen=True, slots=True)
class AfterQuestion:
    """A question for afterwards: a 0-10 scale, a pick of goals, or own words (all may be skipped)."""

    text: str
    kind: Literal["scale", "goals", "words", "plain"] = "plain"


@dataclass(frozen=True, slots=True)
class RealSteps:
    """One small step outside in three sizes: offered, not owed."""

    small: str = ""
    middle: str = ""
    large: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole scene in one language, ready to be played.

    `setting` names the painted place (see assets); `leaving` is the moment that "leave" goes to, or "" when the
    program itself says a kind goodbye; `first` is where it starts. `moments` keeps the sheet's order. `readings` are
    pairs of what is written and how it is read here (平野, ひらの).
    """

    id: str
    title: str
    language: str
    moments: tuple[Moment, ...]
    anywhere: Moment
    first: str
    level: int = 1
    about: str = ""
    where: str = ""
    setting: str = "shop"
    persons: tuple[Person, ...] = ()
    goals: tuple[Goal, ...] = ()
    slots: tuple[Slot, ...] = ()
    memory: tuple[Memory, ...] = ()
    dials: tuple[Dial, ...] = ()
    warnings: tuple[str, ...] = ()
    after: tuple[AfterQuestion, ...] = ()
    expect: str = ""
    hardest: str = ""
    steps_outside: RealSteps = RealSteps()
    closing: tuple[str, ...] = ()
    for_facilitators: str = ""
    leaving: str = ""
    minutes: int = 0
    readings: tuple[tuple[str, str], ...] = ()

    def moment(self, name: str) -> Moment:
        """The moment of that name; KeyError when there is none."""
        for moment in self.moments:
            if moment.name == name:
                return moment
        raise KeyError(name)

    def dial(self, name: str) -> Dial | None:
        """The dial of that name, if this scene has it."""
        return next((dial for dial in self.dials if dial.name == name), None)

    def person(self, key: str) -> Person:
        """Who speaks under that key."""
        return next((person for person in self.persons if person.key == key), Person(key, key))


# --- what we are ready to hear next ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ExpectedReply:
    """A reply that can be understood now: `id` is unique in the expectation; examples still hold `{slot}`.

    `learned` are the trainee's own confirmed words for it, on this computer only.
    """

    id: str
    label: str
    examples: tuple[str, ...]
    gesture: bool = False
    learned: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Expectation:
    """The only way back up the river: sets the recogniser's grammar and patience, and tells understanding what counts.

    `moment` is the address (`scene/moment`); gestures are listed so that the screen can offer them, but have no words.
    """

    turn: int
    language: str
    moment: str
    replies: tuple[ExpectedReply, ...]
    slots: tuple[Slot, ...] = ()
    barge_in: bool = False
    context: str = ""


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """A line to be said now, filled in. `speaker` is a person's key, or "you" when it is said for the trainee."""

    speaker: str
    text: str
    tone: Tone = ""
    address: str = ""
    language: str = ""

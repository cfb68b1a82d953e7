"""Head and foot of a sheet to values: what the scene is called, who is in it, what is remembered, what comes after."""

from __future__ import annotations

import re
from dataclasses import dataclass

from trainer.packs import marks
from trainer.packs.diagnostics import Findings
from trainer.packs.fields import after_of, range_of, slot_of, value_of
from trainer.packs.lines import SheetLine
from trainer.packs.names import Names
from trainer.packs.outline import Outline
from trainer.script import AfterQuestion, Dial, Goal, Memory, Person, RealSteps, Slot, SlotValue, Value

DEFAULT_LEVEL = 1
MAX_LEVEL = 10
_KANA = re.compile(r"[ぁ-ゖァ-ヺー]{1,60}")
DIAL_TOP = 2
"""Highest value a dial can have; what each step does is fixed by the program."""


@dataclass(frozen=True, slots=True)
class Head:
    """What head and foot say, checked; anything unusable is left out and reported."""

    id: str = ""
    title: str = ""
    language: str = ""
    level: int = DEFAULT_LEVEL
    about: str = ""
    where: str = ""
    setting: str = "shop"
    minutes: int = 0
    expect: str = ""
    hardest: str = ""
    facilitators: str = ""
    persons: tuple[Person, ...] = ()
    goals: tuple[Goal, ...] = ()
    slots: tuple[Slot, ...] = ()
    memory: tuple[Memory, ...] = ()
    dials: tuple[Dial, ...] = ()
    warnings: tuple[str, ...] = ()
    after: tuple[AfterQuestion, ...] = ()
    steps: RealSteps = RealSteps()
    closing: tuple[str, ...] = ()
    readings: tuple[tuple[str, str], ...] = ()


def read_head(part: Outline, findings: Findings, *, translation: bool = False) -> Head:
    """Values of the head and foot. A translation needs fewer of them."""
    reader = _HeadReader(part, findings)
    if not translation:
        reader.require(("scene", "id", "language"))
    return Head(
        id=reader.identifier(),
        title=reader.words("scene"),
        language=reader.language(),
        level=reader.number("level", 1, MAX_LEVEL, DEFAULT_LEVEL),
        about=reader.words("about"),
        where=reader.words("place"),
        setting=reader.setting(),
        minutes=reader.number("minutes", 1, 60, 0),
        expect=reader.words("expect"),
        hardest=reader.words("hardest"),
        facilitators=reader.words("facilitators"),
        persons=tuple(Person(line.name, line.text or line.name) for line in part.all_of("person")),
        goals=tuple(reader.goal(line) for line in part.all_of("goal")),
        slots=tuple(slot for line in part.all_of("slot") if (slot := reader.slot(line, translation))),
        memory=tuple(Memory(*reader.memory(line)) for line in part.all_of("memory") if line.name),
        dials=tuple(dial for line in part.all_of("dial") if (dial := reader.dial(line))),
        warnings=tuple(line.text for line in part.warnings if line.text),
        after=tuple(AfterQuestion(*after_of(line.text)) for line in part.all_of("after") if line.text),
        steps=RealSteps(**{line.key: line.text for line in part.all_of("step")}),
        closing=tuple(line.text for line in part.closing if line.text),
        readings=tuple((line.name, line.text) for line in part.all_of("reading") if reader.reading(line)),
    )


def names_of(head: Head, part: Outline) -> Names:
    """The lookup tables of a scene's names."""
    return Names(
        persons={marks.fold(person.key): person.key for person in head.persons},
        moments={marks.fold(moment.header.name): moment.header.name for moment in part.moments},
        goals={marks.fold(goal.name): goal.name for goal in head.goals},
        slots={marks.fold(slot.name): slot for slot in head.slots},
        memory={marks.fold(memory.name): memory for memory in head.memory},
        dials={dial.name: dial for dial in head.dials},
    )


class _HeadReader:
    def __init__(self, part: Outline, findings: Findings) -> None:
        self.part, self.findings = part, findings

    def require(self, keys: tuple[str, ...]) -> None:
        for key in keys:
            line = self.part.head.get(key)
            if line is None or not line.text:
                self.findings.add("head-missing", line.number if line else 1, key=key)

    def words(self, key: str) -> str:
        line = self.part.head.get(key)
        return line.text if line else ""

    def odd(self, line: SheetLine, expected: str) -> None:
        self.findings.add(
            "head-value", line.number, line.text_column, key=f"{line.key} {line.name}".strip(), expected=expected
        )

    def identifier(self) -> str:
        """The id in small letters, digits and hyphens."""
        line = self.part.head.get("id") or self.part.head.get("translation")
        if line is None or not line.text:
            return ""
        wanted = marks.fold(line.text)
        if not is_identifier(wanted):
            self.odd(line, "a-z 0-9 -")
        return wanted

    def language(self) -> str:
        line = self.part.head.get("language")
        if line is None or not line.text:
            return ""
        known = marks.LANGUAGES.get(marks.fold(line.text).split("-")[0])
        if known is None:
            self.odd(line, "en, ja")
        return known or ""

    def number(self, key: str, low: int, high: int, usual: int) -> int:
        line = self.part.head.get(key)
        if line is None:
            return usual
        value = marks.number_in(line.text)
        if value is None or not low <= value <= high:
            self.odd(line, f"{low} – {high}")
            return usual
        return value

    def setting(self) -> str:
        line = self.part.head.get("setting")
        if line is None:
            return "shop"
        known = marks.SETTING_WORDS.get(marks.fold(line.text))
        if known is None:
            near = self.findings.nearest(marks.fold(line.text), marks.SETTING_WORDS)
            expected = near or ", ".join(sorted(marks.SETTINGS))
            self.odd(line, expected)
        return known or "shop"

    def goal(self, line: SheetLine) -> Goal:
        """`goal name (optional): text`."""
        name, optional = line.name, False
        if name and name[-1] in marks.CLOSING_BRACKETS:
            start = max(name.rfind(mark) for mark in marks.OPENING_BRACKETS)
            if start > 0 and marks.fold(name[start + 1 : -1]) in marks.OPTIONAL_WORDS:
                name, optional = marks.strip(name[:start]), True
        return Goal(name, line.text or name, optional)

    def slot(self, line: SheetLine, translation: bool) -> Slot | None:
        read = slot_of(line.text)
        if read.numbers is not None:
            low, high = read.numbers
            usual = marks.number_in(read.usual) if read.usual else None
            if usual is not None and not low <= usual <= high:
                self.odd(line, f"usually {low} – {high}")
                usual = None
            return Slot(line.name, low=low, high=high, usual=usual)
        if not read.values:
            self.odd(line, "tea | coffee")
            return None
        values = tuple(_slot_value(key, others, translation) for key, others in read.values)
        seen: dict[str, str] = {}
        for value in values:
            for word in {marks.fold(name) for name in (value.label, *value.others)}:
                if word in seen:
                    self.findings.add("duplicate-name", line.number, line.text_column, name=word, other=line.number)
                seen[word] = value.key
        return Slot(line.name, values=values, usual=self.usual(read.usual, values, line))

    def usual(self, words: str, values: tuple[SlotValue, ...], line: SheetLine) -> Value | None:
        if not words:
            return None
        wanted = marks.fold(words)
        for value in values:
            if wanted in map(marks.fold, (value.key, value.label, *value.others)):
                return value.key
        self.odd(line, " | ".join(value.key for value in values))
        return None

    def memory(self, line: SheetLine) -> tuple[str, Value, bool]:
        """`visits = 0, keep`."""
        value, *rest = marks.split_any(line.text, marks.COMMAS)
        keep = any(marks.fold(word) in marks.KEEP_WORDS for word in rest)
        if not value or any(word and marks.fold(word) not in marks.KEEP_WORDS for word in rest):
            self.odd(line, "= 0, keep")
        return line.name, value_of(value), keep

    def reading(self, line: SheetLine) -> bool:
        """`reading 平野: ひらの`: how something is read here, in kana."""
        usable = bool(line.name) and _KANA.fullmatch(line.text) is not None
        if not usable:
            self.odd(line, "ひらがな")
        return usable

    def dial(self, line: SheetLine) -> Dial | None:
        name = marks.DIAL_WORDS.get(marks.fold(line.name))
        if name is None:
            near = self.findings.nearest(marks.fold(line.name), marks.DIAL_WORDS)
            self.odd(line, near or ", ".join(sorted(set(marks.DIAL_WORDS.values()))))
            return None
        if not line.text:
            return Dial(name)
        bounds = range_of(line.text)
        if bounds is None or bounds[1] > DIAL_TOP or bounds[0] == bounds[1]:
            self.odd(line, f"0 to {DIAL_TOP}")
            return Dial(name)
        return Dial(name, *bounds)


def _slot_value(key: str, others: tuple[str, ...], translation: bool) -> SlotValue:
    """In a source sheet the key is the word itself; in a translation the first word after `=` is what is shown."""
    if translation and others:
        return SlotValue(key, others[0], others[1:])
    return SlotValue(key, key, others)


def is_identifier(text: str) -> bool:
    """True for 1-80 small letters, digits, hyphens and dots, beginning with a letter or digit."""
    return 0 < len(text) <= 80 and text[0].isalnum() and all(c.isascii() and (c.isalnum() or c in "-.") for c in text)

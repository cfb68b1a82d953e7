"""The names of one scene and what they stand for: persons, moments, goals, slots, memory, dials."""

from __future__ import annotations

from dataclasses import dataclass, field

from trainer.packs import marks
from trainer.packs.diagnostics import Findings
from trainer.packs.fields import slots_in
from trainer.packs.lines import SheetLine
from trainer.script import Condition, Dial, Memory, Slot, Value


@dataclass(slots=True)
class Names:
    """Folded name -> the name as declared (or the thing itself)."""

    persons: dict[str, str] = field(default_factory=dict)
    moments: dict[str, str] = field(default_factory=dict)
    goals: dict[str, str] = field(default_factory=dict)
    slots: dict[str, Slot] = field(default_factory=dict)
    memory: dict[str, Memory] = field(default_factory=dict)
    dials: dict[str, Dial] = field(default_factory=dict)

    def speaker(self, key: str) -> str:
        """The person's key as declared; an undeclared one as written."""
        return self.persons.get(marks.fold(key), key)

    def value(self, name: str, value: Value) -> Value:
        """A value as the slot declares it: `Green Tea` or another name for it becomes its key."""
        slot = self.slots.get(marks.fold(name))
        if slot is None or slot.is_number:
            return value
        wanted = marks.fold(str(value))
        for choice in slot.values:
            if wanted == marks.fold(choice.key):
                return choice.key
        for choice in slot.values:
            if wanted in (marks.fold(choice.label), *map(marks.fold, choice.others)):
                return choice.key
        return value

    def declared(self, name: str) -> str | None:
        """The declared spelling of a memory, slot or dial; None when there is no such name."""
        folded = marks.fold(name)
        if folded in self.slots:
            return self.slots[folded].name
        if folded in self.memory:
            return self.memory[folded].name
        dial = marks.DIAL_WORDS.get(folded)
        return dial if dial in self.dials else None

    def remembered(self) -> list[str]:
        """The names of slots and memory, as written: what can be set or said."""
        return [slot.name for slot in self.slots.values()] + [memory.name for memory in self.memory.values()]

    def everything(self) -> list[str]:
        """Every name that a condition may use, as written."""
        return [*self.remembered(), *self.dials]

    def condition(self, condition: Condition | None, line: SheetLine, findings: Findings) -> Condition | None:
        """The condition with declared names and values; an unknown name is reported and the condition dropped."""
        if condition is None:
            return None
        name = self.declared(condition.name)
        if name is None:
            near = findings.nearest(condition.name, self.everything())
            findings.add("name-unknown", line.number, line.column, name=condition.name, near=near)
            return None
        return Condition(name, condition.operator, self.value(name, condition.value))

    def text(self, text: str, line: SheetLine, findings: Findings) -> str:
        """The text with `{names}` as declared; unknown names and lonely brackets are reported."""
        if "{" not in text and "｛" not in text and "}" not in text and "｝" not in text:
            return text
        found, whole = slots_in(text)
        if not whole:
            findings.add("slot-bracket", line.number, line.text_column, text=text)
            return text
        filled = text.replace("｛", "{").replace("｝", "}")
        pieces: list[str] = []
        for name in found:
            before, _, rest = filled.partition("{")
            _, _, filled = rest.partition("}")
            declared = self.declared(name)
            if declared is None:
                near = findings.nearest(name, self.remembered())
                findings.add("slot-unknown", line.number, line.text_column, name=name, near=near)
            pieces += [before, "{", declared or name, "}"]
        return "".join(pieces) + filled

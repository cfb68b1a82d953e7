"""Sheets to a scene: the source sheet alone, or with the words of one translation. Never raises, for any text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from trainer.packs import limits, marks
from trainer.packs.diagnostics import Diagnostic, Findings
from trainer.packs.fields import change_of
from trainer.packs.head import Head, names_of, read_head
from trainer.packs.lines import Sheet, SheetLine
from trainer.packs.names import Names
from trainer.packs.outline import BlockItem, EventPart, MomentPart, Outline, ReplyPart, SaidPart, outline
from trainer.packs.reader import read_sheet
from trainer.packs.translator import translate
from trainer.script import (
    ANYWHERE,
    END,
    Arrow,
    Cue,
    Line,
    Memory,
    Moment,
    Place,
    ReachGoal,
    Reply,
    Scene,
    SetMemory,
    ShowHint,
    Silence,
    Slot,
    Step,
    Wording,
)

DEFAULT_SILENCE = 8
"""Seconds when `silence:` names none."""


@dataclass(frozen=True, slots=True)
class Built:
    """A scene and what was found on the way. `scene` is None only when the sheet has no moment at all.

    `translated` is False when a translation was given but words are missing in it, so that the scene is in its source
    language.
    """

    scene: Scene | None
    found: tuple[Diagnostic, ...]
    translated: bool = False


def build_scene(
    source: str, translation: str | None = None, *, file: str = "", translation_file: str = "", once: bool = False
) -> Built:
    """The scene of a source sheet, in the translation's words where one is given and complete.

    `once`: the scene is to be practised, not written; nothing is remembered for the next key press.
    """
    findings = Findings(file)
    part, scene = assemble(read_sheet(source, file, once=once), findings, once=once)
    if scene is None:
        return Built(None, findings.all())
    limits.check_scene(scene, findings)
    if translation is None:
        return Built(scene, findings.all())
    spoken = translate(scene, part, translation, translation_file, once=once)
    return Built(spoken.scene or scene, findings.all() + spoken.found, spoken.scene is not None)


def assemble(sheet: Sheet, findings: Findings, *, once: bool = False) -> tuple[Outline, Scene | None]:
    """A sheet that was read, by structure and as a scene; no scene without a moment."""
    findings.extend(sheet.found)
    part = outline(sheet, findings)
    head = read_head(part, findings)
    if not part.moments:
        findings.add("no-moments", 1)
        return part, None
    return part, _SceneBuilder(part, head, names_of(head, part), findings, Place if once else _place).build()


class _SceneBuilder:
    """Turns the parts of an outline into the scene's values, resolving every name."""

    def __init__(
        self, part: Outline, head: Head, names: Names, findings: Findings, place_of: Callable[[str, int, int], Place]
    ) -> None:
        self.part, self.head, self.names, self.findings, self._place_of = part, head, names, findings, place_of

    def build(self) -> Scene:
        head = self.head
        moments = tuple(self.moment(part) for part in self.part.moments)
        anywhere = self.moment(self.part.anywhere) if self.part.anywhere else Moment(ANYWHERE, ANYWHERE)
        return Scene(
            id=head.id,
            title=head.title,
            language=head.language or guess_language(self.part),
            moments=moments,
            anywhere=anywhere,
            first=moments[0].name,
            level=head.level,
            about=head.about,
            where=head.where,
            setting=head.setting,
            persons=head.persons,
            goals=head.goals,
            slots=head.slots,
            memory=head.memory,
            dials=head.dials,
            warnings=head.warnings,
            after=head.after,
            expect=head.expect,
            hardest=self.hardest(),
            steps_outside=head.steps,
            closing=head.closing,
            for_facilitators=head.facilitators,
            leaving=leaving_moment(moments, anywhere),
            minutes=head.minutes,
            readings=head.readings,
        )

    def hardest(self) -> str:
        if not self.head.hardest:
            return ""
        name = self.names.moments.get(marks.fold(self.head.hardest))
        if name is None:
            line = self.part.head["hardest"]
            near = self.findings.nearest(self.head.hardest, self.names.moments.values())
            self.findings.add("hardest-unknown", line.number, line.text_column, name=self.head.hardest, near=near)
        return name or ""

    # --- moments -----------------------------------------------------------------------------------------------

    def moment(self, part: MomentPart) -> Moment:
        header = part.header
        name = ANYWHERE if part is self.part.anywhere else header.name
        silences = sorted(self.silences(part), key=lambda silence: silence.seconds)
        return Moment(
            name=name,
            label=header.label or name,
            opening=self.steps(part.opening),
            replies=tuple(self.reply(reply) for reply in part.replies),
            hints=(self.hint(part, 1), self.hint(part, 2), self.hint(part, 3)),
            repeat=next((self.steps(e.body) for e in part.events if e.header.key == "repeat"), ()),
            silences=tuple(silences),
            unclear=self.numbered(part, "unclear"),
            unheard=self.numbered(part, "unheard"),
            place=self.place(header),
        )

    def hint(self, part: MomentPart, level: int) -> str:
        line = part.hints.get(level)
        return self.names.text(line.text, line, self.findings) if line else ""

    def silences(self, part: MomentPart) -> list[Silence]:
        found = []
        for event in part.events:
            if event.header.key != "silence":
                continue
            seconds = event.header.level
            if not 1 <= seconds <= 120:
                self.findings.add(
                    "event-number", event.header.number, event.header.column, key="silence", low=1, high=120
                )
                seconds = DEFAULT_SILENCE
            found.append(Silence(seconds, self.steps(event.body), self.place(event.header)))
        return found

    def numbered(self, part: MomentPart, key: str) -> tuple[tuple[Step, ...], ...]:
        """Blocks `unclear` and `unclear 2` in order; a second without a first stands alone."""
        events: list[EventPart] = [event for event in part.events if event.header.key == key]
        for event in events:
            if event.header.level not in (1, 2):
                self.findings.add("event-number", event.header.number, event.header.column, key=key, low=1, high=2)
        return tuple(
            self.steps(event.body)
            for event in sorted(events, key=lambda event: event.header.level)
            if event.header.level in (1, 2)
        )

    def reply(self, part: ReplyPart) -> Reply:
        header = part.header
        examples = tuple(self.names.text(line.text, line, self.findings) for line in part.examples)
        if header.gesture and examples:
            self.findings.add("gesture-with-words", part.examples[0].number, part.examples[0].column, name=header.name)
        return Reply(
            name=header.name,
            label=header.label or header.name,
            gesture=header.gesture,
            examples=() if header.gesture else examples,
            steps=self.steps(part.body),
            condition=self.names.condition(header.condition, header, self.findings),
            on_purpose=part.on_purpose,
            place=self.place(header),
        )

    # --- steps -------------------------------------------------------------------------------------------------

    def steps(self, items: list[BlockItem]) -> tuple[Step, ...]:
        built = (self.step(item) for item in items)
        return tuple(step for step in built if step is not None)

    def step(self, item: BlockItem) -> Step | None:
        if isinstance(item, SaidPart):
            wordings = tuple(self.wording(line) for line in (item.line, *item.others))
            return Line(self.names.speaker(item.line.key), wordings, self.place(item.line))
        if item.kind == "cue":
            text = self.names.text(item.text, item, self.findings)
            condition = self.names.condition(item.condition, item, self.findings)
            return Cue(text, condition, self.place(item))
        if item.kind == "arrow":
            return self.arrow(item)
        if item.kind == "reach":
            return self.reach(item)
        if item.kind == "set":
            return self.set_memory(item)
        return self.show_hint(item)

    def wording(self, line: SheetLine) -> Wording:
        text = self.names.text(line.text, line, self.findings)
        return Wording(text, line.tone, self.names.condition(line.condition, line, self.findings), self.place(line))

    def arrow(self, line: SheetLine) -> Arrow | None:
        word = marks.fold(line.name)
        condition = self.names.condition(line.condition, line, self.findings)
        target = self.names.moments.get(word) or marks.DESTINATIONS.get(word)
        if target is None:
            known = [*self.names.moments, *marks.DESTINATIONS]
            near = self.findings.nearest(word, known)
            shown = self.names.moments.get(near, near)
            self.findings.add("goto-unknown", line.number, line.column, name=line.name, near=shown)
            return None
        return Arrow(target, condition, self.place(line))

    def reach(self, line: SheetLine) -> ReachGoal | None:
        name = self.names.goals.get(marks.fold(line.text))
        if name is None:
            near = self.findings.nearest(line.text, self.names.goals.values())
            self.findings.add("goal-unknown", line.number, line.column, name=line.text, near=near)
            return None
        return ReachGoal(name, self.place(line))

    def set_memory(self, line: SheetLine) -> SetMemory | None:
        change = change_of(line.text)
        if change is None:
            self.findings.add("set-unclear", line.number, line.column, text=line.text)
            return None
        folded = marks.fold(change.name)
        thing: Slot | Memory | None = self.names.slots.get(folded) or self.names.memory.get(folded)
        if thing is None:
            near = self.findings.nearest(change.name, self.names.remembered())
            self.findings.add("name-unknown", line.number, line.column, name=change.name, near=near)
            return None
        if change.value is None:
            if not counts(thing):
                self.findings.add("set-unclear", line.number, line.column, text=line.text)
                return None
            return SetMemory(thing.name, None, change.step, self.place(line))
        value = self.names.value(thing.name, change.value)
        if isinstance(thing, Slot) and not allowed(thing, value):
            self.findings.add("set-value", line.number, line.column, name=thing.name, value=value)
            return None
        return SetMemory(thing.name, value, 0, self.place(line))

    def show_hint(self, line: SheetLine) -> ShowHint | None:
        if line.level not in (1, 2, 3):
            self.findings.add("head-value", line.number, line.column, key="show hint", expected="1, 2, 3")
            return None
        return ShowHint(line.level, self.place(line))

    def place(self, line: SheetLine) -> Place:
        return self._place_of(self.part.file, line.number, line.column)


@lru_cache(maxsize=16384)
def _place(file: str, line: int, column: int) -> Place:
    """The same value again and again while a sheet is being written."""
    return Place(file, line, column)


def counts(thing: Slot | Memory) -> bool:
    """True when a number is kept there, which can go up and down."""
    return thing.is_number if isinstance(thing, Slot) else isinstance(thing.start, int)


def allowed(slot: Slot, value: object) -> bool:
    """True when the slot can hold that value."""
    if slot.is_number:
        return isinstance(value, int) and slot.low <= value <= slot.high
    return any(value == choice.key for choice in slot.values)


def guess_language(part: Outline) -> str:
    """The language of a sheet that does not say: Japanese when its moments hold kana, else English."""
    words = "".join(moment.header.name + (item.line.text if isinstance(item, SaidPart) else "")
                    for moment in part.moments for item in (moment.opening[:1] or [moment.header]))  # fmt: skip
    return "ja" if any("\u3041" <= character <= "\u30ff" for character in words) else "en"


def leaving_moment(moments: tuple[Moment, ...], anywhere: Moment) -> str:
    """The moment of the first `anywhere` reply that leads to a moment without replies that goes to the end."""
    by_name = {moment.name: moment for moment in moments}
    for reply in anywhere.replies:
        for step in reply.steps:
            target = by_name.get(step.target) if isinstance(step, Arrow) else None
            if target is not None and not target.replies:
                ends = any(isinstance(inner, Arrow) and inner.target == END for inner in target.opening)
                if ends:
                    return target.name
    return ""

"""A scene in another language: structure from the source sheet, words from the translation, by name and by order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from trainer.packs import marks
from trainer.packs.diagnostics import Diagnostic, Findings
from trainer.packs.head import Head, names_of, read_head
from trainer.packs.names import Names
from trainer.packs.outline import BlockItem, MomentPart, Outline, ReplyPart, SaidPart, outline
from trainer.packs.reader import read_sheet
from trainer.script import (
    AfterQuestion,
    Cue,
    Goal,
    Line,
    Moment,
    Person,
    Place,
    Reply,
    Scene,
    Silence,
    Slot,
    SlotValue,
    Step,
    Wording,
)

NOT_YET = "…"
"""Stands for words that are still to come, so that those behind it keep their place."""


@dataclass(frozen=True, slots=True)
class Translated:
    """The scene in the other language (None when words are missing) and what was found in the translation.

    `draft` is the scene as far as it goes, with source words where others are missing; `part` is the translation sheet
    by structure.
    """

    scene: Scene | None
    found: tuple[Diagnostic, ...]
    draft: Scene
    part: Outline


def translate(scene: Scene, source: Outline, text: str, file: str = "", *, once: bool = False) -> Translated:
    """Take words from a translation sheet. The whole scene stays in its source language when any are missing.

    `once` is `read_sheet`'s.
    """
    findings = Findings(file)
    sheet = read_sheet(text, file, once=once)
    findings.extend(sheet.found)
    part = outline(sheet, findings, [person.key for person in scene.persons])
    head = read_head(part, findings, translation=True)
    work = _Translation(scene, source, part, head, findings)
    work.check_heading()
    spoken = work.run()
    if work.missing:
        findings.add("translation-incomplete", 1, count=work.missing)
        return Translated(None, findings.all(), spoken, part)
    return Translated(spoken, findings.all(), spoken, part)


class _Translation:
    """Walks scene and translation side by side. `missing` counts words the scene cannot do without."""

    def __init__(self, scene: Scene, source: Outline, part: Outline, head: Head, findings: Findings) -> None:
        self.scene, self.source, self.part, self.head, self.findings = scene, source, part, head, findings
        self.names = _source_names(scene, source)
        self.missing = 0

    def lack(self, what: str, line: int = 1, *, needed: bool = True) -> None:
        """Something the source says has no words here."""
        self.findings.add("translation-missing", line, what=what)
        self.missing += needed

    def orphan(self, what: str, line: int, column: int = 1) -> None:
        self.findings.add("translation-orphan", line, column, what=what)

    def check_heading(self) -> None:
        line = self.part.head.get("translation")
        if line is None:
            self.findings.add("head-missing", 1, key="translation of")
        elif self.scene.id and marks.fold(line.text) != self.scene.id:
            self.findings.add("translation-of", line.number, line.text_column, id=line.text, other=self.scene.id)
        if not self.head.language:
            self.findings.add("head-missing", 1, key="language")
        elif self.head.language == self.scene.language:
            at = self.part.head["language"]
            self.findings.add("translation-language", at.number, at.text_column, language=self.head.language)

    def run(self) -> Scene:
        scene, head = self.scene, self.head
        moments = tuple(self.moment(moment) for moment in scene.moments)
        for part in self.part.moments:
            if marks.fold(part.header.name) not in self.names.moments:
                self.orphan(f"== {part.header.name} ==", part.header.number)
        return replace(
            scene,
            title=self.head_words("scene", scene.title, head.title),
            language=head.language or scene.language,
            about=self.head_words("about", scene.about, head.about),
            where=self.head_words("place", scene.where, head.where, needed=False),
            expect=self.head_words("expect", scene.expect, head.expect, needed=False),
            for_facilitators=self.head_words(
                "for facilitators", scene.for_facilitators, head.facilitators, needed=False
            ),
            persons=tuple(self.person(person) for person in scene.persons),
            goals=tuple(self.goal(goal) for goal in scene.goals),
            slots=tuple(self.slot(slot) for slot in scene.slots),
            warnings=self.listed("warning", scene.warnings, head.warnings),
            closing=head.closing,
            after=self.after(),
            steps_outside=head.steps,
            moments=moments,
            anywhere=self.moment(scene.anywhere),
            readings=head.readings,
        )

    # --- head and foot ---------------------------------------------------------------------------------------

    def head_words(self, key: str, source: str, words: str, *, needed: bool = True) -> str:
        if source and not words:
            self.lack(f"{key}:", needed=needed)
        return words

    def listed(self, key: str, source: Sequence[str], words: Sequence[str]) -> tuple[str, ...]:
        if len(words) < len(source):
            self.lack(f"{key}:")
        return tuple(words)

    def person(self, person: Person) -> Person:
        found = next((p for p in self.head.persons if marks.fold(p.key) == marks.fold(person.key)), None)
        if found is None:
            self.lack(f"person {person.key}:")
        return Person(person.key, found.description if found else person.description)

    def goal(self, goal: Goal) -> Goal:
        found = next((g for g in self.head.goals if marks.fold(g.name) == marks.fold(goal.name)), None)
        if found is None:
            self.lack(f"goal {goal.name}:")
        return replace(goal, text=found.text if found else goal.text)

    def slot(self, slot: Slot) -> Slot:
        if slot.is_number:
            return slot
        found = next((s for s in self.head.slots if marks.fold(s.name) == marks.fold(slot.name)), None)
        words = {marks.fold(value.key): value for value in found.values} if found else {}
        line = next(
            (item.number for item in self.part.all_of("slot") if marks.fold(item.name) == marks.fold(slot.name)), 1
        )
        values = []
        for value in slot.values:
            spoken = words.pop(marks.fold(value.key), None)
            if spoken is None:
                self.lack(f"slot {slot.name}: {value.key} =", line)
            values.append(SlotValue(value.key, spoken.label, spoken.others) if spoken else value)
        for orphan in words.values():
            self.orphan(f"slot {slot.name}: {orphan.key}", line)
        return replace(slot, values=tuple(values))

    def after(self) -> tuple[AfterQuestion, ...]:
        source, words = self.scene.after, self.head.after
        if len(words) < len(source):
            self.lack("after:")
        return tuple(AfterQuestion(word.text, asked.kind) for asked, word in zip(source, words, strict=False))

    # --- moments -----------------------------------------------------------------------------------------------

    def moment(self, moment: Moment) -> Moment:
        anywhere = moment is self.scene.anywhere
        part = self.part.anywhere if anywhere else self.part.moment(moment.name)
        if part is None:
            if moment.opening or moment.replies:
                self.lack(f"== {moment.name} ==")
            return moment
        at = part.header.number
        for reply in part.replies:
            if not any(marks.fold(reply.header.name) == marks.fold(known.name) for known in moment.replies):
                self.orphan(f"> {reply.header.name}", reply.header.number)
        return replace(
            moment,
            label=part.header.label or moment.label,
            opening=self.steps(moment.opening, part.opening, at),
            replies=tuple(self.reply(reply, part) for reply in moment.replies),
            hints=(self.hint(moment, part, 1), self.hint(moment, part, 2), self.hint(moment, part, 3)),
            repeat=self.event(moment.repeat, part, "repeat", 1),
            silences=tuple(self.silence(silence, part) for silence in moment.silences),
            unclear=tuple(self.event(steps, part, "unclear", n) for n, steps in enumerate(moment.unclear, start=1)),
            unheard=tuple(self.event(steps, part, "unheard", n) for n, steps in enumerate(moment.unheard, start=1)),
        )

    def hint(self, moment: Moment, part: MomentPart, level: int) -> str:
        line = part.hints.get(level)
        if line is None:
            if moment.hints[level - 1]:
                self.lack(f"hint {level}:", part.header.number)
            return ""
        return self.names.text(line.text, line, self.findings)

    def silence(self, silence: Silence, part: MomentPart) -> Silence:
        return replace(silence, steps=self.event(silence.steps, part, "silence", silence.seconds))

    def event(self, steps: tuple[Step, ...], part: MomentPart, key: str, level: int) -> tuple[Step, ...]:
        """An event block; one without words needs nothing in the translation."""
        found = part.event(key, level)
        return self.steps(steps, found.body if found else [], (found or part).header.number, f"{key}:")

    def reply(self, reply: Reply, moment: MomentPart) -> Reply:
        part = moment.reply(reply.name)
        if part is None:
            self.lack(f"> {reply.name}", moment.header.number)
            return reply
        header = part.header
        if not header.label:
            self.lack(f"> {reply.name} =", header.number)
        return replace(
            reply,
            label=header.label or reply.label,
            examples=self.examples(reply, part),
            steps=self.steps(reply.steps, part.body, header.number),
        )

    def examples(self, reply: Reply, part: ReplyPart) -> tuple[str, ...]:
        if reply.examples and not part.examples:
            self.lack(f"> {reply.name} -", part.header.number)
        words = tuple(self.names.text(line.text, line, self.findings) for line in part.examples)
        lost = _slots(reply.examples) - _slots(words)
        if lost and words:
            self.findings.add("translation-slot", part.header.number, name=", ".join(sorted(lost)))
        return words

    # --- words of a block ------------------------------------------------------------------------------------

    def steps(self, steps: tuple[Step, ...], items: Sequence[BlockItem], at: int, what: str = "") -> tuple[Step, ...]:
        """The source's steps with the translation's lines and cues, each taken in order."""
        said = [item for item in items if isinstance(item, SaidPart)]
        cues = [item for item in items if not isinstance(item, SaidPart) and item.kind == "cue"]
        made: list[Step] = []
        for step in steps:
            if isinstance(step, Line):
                made.append(self.line(step, said.pop(0) if said else None, at, what))
            elif isinstance(step, Cue):
                cue = cues.pop(0) if cues else None
                if cue is None or cue.text == NOT_YET != step.text:
                    self.lack(f"{what} @".strip(), at)
                    made.append(step)
                else:
                    text = self.names.text(cue.text, cue, self.findings)
                    made.append(Cue(text, step.condition, Place(self.part.file, cue.number, cue.column)))
            else:
                made.append(step)
        for item in said:
            self.orphan(f"{item.line.key}: {item.line.text}", item.line.number, item.line.column)
        for cue in cues:
            self.orphan(f"@ {cue.text}", cue.number, cue.column)
        return tuple(made)

    def line(self, line: Line, said: SaidPart | None, at: int, what: str) -> Line:
        if said is None or said.line.text == NOT_YET != line.wordings[0].text:
            self.lack(f"{what} {line.speaker}:".strip(), at)
            return line
        if marks.fold(said.line.key) != marks.fold(line.speaker):
            self.findings.add(
                "translation-speaker", said.line.number, said.line.column, speaker=said.line.key, other=line.speaker
            )
        written = [said.line, *said.others]
        same = len(written) == len(line.wordings)
        wordings = []
        for index, one in enumerate(written):
            own = self.names.condition(one.condition, one, self.findings)
            if own is None and same:
                own = line.wordings[index].condition
            place = Place(self.part.file, one.number, one.column)
            wordings.append(Wording(self.names.text(one.text, one, self.findings), one.tone, own, place))
        lost = _slots([w.text for w in line.wordings]) - _slots([w.text for w in wordings])
        if lost:
            self.findings.add("translation-slot", said.line.number, said.line.column, name=", ".join(sorted(lost)))
        return Line(line.speaker, tuple(wordings), wordings[0].place)


def _slots(texts: Sequence[str]) -> set[str]:
    return {piece.partition("}")[0] for text in texts for piece in text.split("{")[1:]}


def _source_names(scene: Scene, source: Outline) -> Names:
    head = Head(persons=scene.persons, goals=scene.goals, slots=scene.slots, memory=scene.memory, dials=scene.dials)
    return names_of(head, source)
